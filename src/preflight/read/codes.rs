//! The codes of a face: how they stand in strings (ISO 32000-1 9.4.3), which characters they mean (9.10), and how wide their
//! glyphs are (9.2.4).

use std::collections::BTreeMap;

use hayro_cmap::{BfString, CMap};

/// The longest text in brackets that a map from codes to text may hold: 256 characters. hayro-cmap copies it for each code.
const LONGEST: usize = 1024;
/// The most characters that a code may mean.
const CHARACTERS: usize = 32;

/// How the codes of a face are read.
#[derive(Clone, Default, Debug)]
pub(crate) struct Codes {
    /// How many bytes a code has; `None` where it can't be told.
    pub(super) length: Option<usize>,
    /// What its map says that codes mean.
    pub(super) map: Option<CMap>,
    /// Whether bytes of ASCII mean themselves where no map says otherwise.
    pub(super) is_ascii: bool,
    /// How wide glyphs are, in em.
    pub(super) widths: Widths,
    /// The text of codes that were looked up.
    known: BTreeMap<u32, String>,
}

/// How wide glyphs are, in em.
#[derive(Clone, PartialEq, Default, Debug)]
pub(super) struct Widths {
    /// Ranges of codes, in their order.
    ranges: Vec<WidthRange>,
    /// The width of all other codes; `None` where it can't be told.
    other: Option<f64>,
}

/// Codes that are equally wide.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct WidthRange {
    pub(super) first: u32,
    pub(super) last: u32,
    pub(super) width: f64,
}

impl WidthRange {
    /// The width of one code.
    pub(super) fn single(code: u32, width: f64) -> WidthRange {
        WidthRange { first: code, last: code, width }
    }
}

impl Widths {
    /// The widths of ranges in any order, and that of all other codes. Where a code has several, none is known.
    pub(super) fn new(mut ranges: Vec<WidthRange>, other: Option<f64>) -> Widths {
        ranges.sort_by_key(|range| range.first);
        if ranges.windows(2).any(|pair| pair[1].first <= pair[0].last) {
            return Widths::default();
        }
        Widths { ranges, other }
    }

    fn of_code(&self, code: u32) -> Option<f64> {
        let before = self.ranges.partition_point(|range| range.first <= code);
        let range = before.checked_sub(1).and_then(|at| self.ranges.get(at));
        range.filter(|range| code <= range.last).map_or(self.other, |range| Some(range.width))
    }
}

impl Codes {
    /// Codes of so many bytes, with the map, the meaning and the widths that a face tells.
    pub(super) fn new(length: Option<usize>, map: Option<CMap>, is_ascii: bool, widths: Widths) -> Codes {
        Codes { length, map, is_ascii, widths, known: BTreeMap::new() }
    }

    /// The codes of a string; `None` where they can't be told.
    pub(super) fn split<'s>(&self, string: &'s [u8]) -> Option<impl Iterator<Item = u32> + use<'s>> {
        let number = |code: &[u8]| code.iter().fold(0, |number, byte| number << 8 | u32::from(*byte));
        Some(string.chunks_exact(self.length?).map(number))
    }

    /// How wide the glyph of a code is, in em; `None` where it can't be told.
    pub(super) fn width(&self, code: u32) -> Option<f64> {
        self.widths.of_code(code)
    }

    /// Whether a code is a space to which gaps of words are added: of one byte only (ISO 32000-1 9.3.3).
    pub(super) fn is_space(&self, code: u32) -> bool {
        self.length == Some(1) && code == u32::from(b' ')
    }

    /// The characters that a code means; none where that can't be told.
    pub(super) fn text(&mut self, code: u32) -> &str {
        let (map, is_ascii) = (&self.map, self.is_ascii);
        self.known.entry(code).or_insert_with(|| code_text(map.as_ref(), is_ascii, code))
    }

    /// The codes of those of some characters that have one, in the order of the characters.
    pub(super) fn codes_of(&self, wanted: &[char]) -> Vec<u32> {
        let mut found: BTreeMap<char, u32> = BTreeMap::new();
        for code in 0..=u32::from(u16::MAX) {
            if let Some(BfString::Char(meant)) = self.map.as_ref().and_then(|map| map.lookup_bf_string(code))
                && wanted.contains(&meant)
            {
                found.entry(meant).or_insert(code);
            }
        }
        wanted.iter().filter_map(|wanted| found.get(wanted).copied()).collect()
    }
}

fn code_text(map: Option<&CMap>, is_ascii: bool, code: u32) -> String {
    match map.and_then(|map| map.lookup_bf_string(code)) {
        Some(BfString::Char(meant)) => meant.to_string(),
        Some(BfString::String(meant)) => meant.chars().take(CHARACTERS).collect(),
        None => {
            let meant = char::from_u32(code).filter(|meant| is_ascii && matches!(meant, ' '..='~'));
            meant.map(String::from).unwrap_or_default()
        }
    }
}

/// Whether a map from codes to text has codes that mean U+0000, U+FEFF or U+FFFE (ISO 14289-1 7.21.7; ISO 19005-2 6.2.11.7.2).
pub(super) fn means_no_character(map: &[u8]) -> bool {
    let map = String::from_utf8_lossy(map);
    let parts = ["bfchar", "bfrange"]
        .into_iter()
        .flat_map(|kind| map.split(kind).skip(1).step_by(2).zip([kind; 1000]));
    // Between `begin…` and `end…`: codes, then what they mean.
    let parts: Vec<(&str, &str)> = parts.collect();
    parts.into_iter().any(|(part, kind)| {
        let strings = part.split('<').skip(1).filter_map(|rest| rest.split_once('>'));
        let (mut at, mut is_list) = (0, false);
        strings.into_iter().any(|(string, after)| {
            let is_meaning = is_list || at == if kind == "bfchar" { 1 } else { 2 };
            is_list = (is_list || after.contains('[')) && !after.contains(']');
            at = if is_meaning && !is_list { 0 } else { at + 1 };
            is_meaning && is_no_character(string)
        })
    })
}

/// Whether a string of UTF-16 in hexadecimal digits holds something that is no character.
fn is_no_character(hexadecimal: &str) -> bool {
    let digits: Vec<u8> = hexadecimal.bytes().filter(u8::is_ascii_hexdigit).collect();
    digits
        .chunks(4)
        .any(|unit| [&b"0000"[..], b"FEFF", b"FFFE"].iter().any(|wrong| unit.eq_ignore_ascii_case(wrong)))
}

/// Reads a map from codes to text (ToUnicode, ISO 32000-1 9.10.3); `None` for one that can't be read at a bounded price.
pub(super) fn read_map(data: &[u8]) -> Option<CMap> {
    let mut open = None;
    for (at, byte) in data.iter().enumerate() {
        match byte {
            b'<' | b'(' => open = open.or(Some(at)),
            b'>' | b')' => open = None,
            b'\\' => return None,
            _ => {}
        }
        if open.is_some_and(|open| at - open > LONGEST) {
            return None;
        }
    }
    // The other form is that of maps that are built in.
    if data.starts_with(b"bcmap") { None } else { CMap::parse(data, |_| None) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(map: &[u8]) -> Codes {
        Codes::new(Some(2), read_map(map), false, Widths::default())
    }

    const MAP: &[u8] = b"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS)>> def 2 beginbfchar\n<0001> <0041>\n\
        <0002> <00660066>\nendbfchar\n2 beginbfrange\n<0010><0029><0061>\n<0030><0031>[<05D0><05D1>]\nendbfrange";

    #[test]
    fn codes_mean_what_their_map_says() {
        let mut codes = codes(MAP);
        let text: String = codes
            .split(b"\0\x01\0\x02\0\x11\0\x31\0\xFF")
            .unwrap()
            .map(|code| codes.clone().text(code).to_owned())
            .collect();
        assert_eq!(text, "Affbב");
        assert_eq!(codes.text(2), "ff");
    }

    #[test]
    fn codes_that_mean_no_character_are_found() {
        let map = |lines: &str| means_no_character(lines.as_bytes());
        assert!(map("1 beginbfchar <0001> <FEFF> endbfchar"));
        assert!(map("2 beginbfchar\n<0000><0041>\n<0002> <00410000>\nendbfchar"));
        assert!(map("1 beginbfrange <0001> <0003> <fffe> endbfrange"));
        assert!(map("1 beginbfrange <0001> <0002> [<0041> <0000>] endbfrange"));
        assert!(!map("1 beginbfchar <0000> <0041> endbfchar 1 beginbfrange <0000> <FEFF> <0041> endbfrange"));
        assert!(!map("2 beginbfrange <0000> <0001> [<0041> <0042>] <0000> <0001> <0061> endbfrange"));
        assert!(!means_no_character(MAP));
    }

    #[test]
    fn a_code_is_found_by_its_character() {
        assert_eq!(codes(MAP).codes_of(&['q', 'B', 'A']), [0x20, 1]);
        assert_eq!(codes(MAP).codes_of(&['B']), [0_u32; 0]);
    }

    #[test]
    fn a_map_that_would_be_copied_without_end_is_not_read() {
        let long = format!("1 beginbfrange <0000><FFFF><{}> endbfrange", "0041".repeat(1000));
        assert!(read_map(long.as_bytes()).is_none());
        assert!(read_map(b"1 beginbfrange <0000><FFFF>(\\)\\)) endbfrange").is_none());
        let nested = format!("1 beginbfrange <0000><FFFF>({}) endbfrange", "(".repeat(2000));
        assert!(read_map(nested.as_bytes()).is_none());
    }

    #[test]
    fn widths_are_those_of_ranges_and_of_the_rest() {
        let range = |first, last, width| WidthRange { first, last, width };
        let widths = Widths::new(vec![range(5, 9, 0.5), range(1, 1, 0.25)], Some(1.0));
        assert_eq!(
            [0, 1, 2, 5, 9, 10].map(|code| widths.of_code(code)),
            [1.0, 0.25, 1.0, 0.5, 0.5, 1.0].map(Some)
        );
        assert_eq!(Widths::new(vec![range(5, 9, 0.5), range(9, 9, 0.6)], Some(1.0)).of_code(5), None);
    }
}
