//! What codes read as, as a program in PostScript that every reader knows in part (ToUnicode, ISO 32000-1 9.10.3).

use std::collections::BTreeMap;
use std::fmt::Write;

const HEAD: &str = "/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
";
const FOOT: &str = "endcmap
CMapName currentdict /CMap defineresource pop
end
end
";
/// How many lines may stand together (Adobe Technical Note 5014, 6).
const TOGETHER: usize = 100;

/// The map from codes to texts.
pub(super) fn unicode_map(readings: &BTreeMap<u16, &str>) -> String {
    let readings: Vec<(u16, Vec<u16>)> =
        readings.iter().map(|(&code, text)| (code, text.encode_utf16().collect())).collect();
    let (mut single, mut ranges) = (Vec::new(), Vec::new());
    for run in readings.chunk_by(follows) {
        let (first, text) = &run[0];
        let text: String = text.iter().map(|unit| format!("{unit:04X}")).collect();
        match run {
            [_] => single.push(format!("<{first:04X}> <{text}>\n")),
            [.., (last, _)] => ranges.push(format!("<{first:04X}> <{last:04X}> <{text}>\n")),
            [] => {}
        }
    }
    let mut map = HEAD.to_owned();
    for (kind, lines) in [("bfchar", single), ("bfrange", ranges)] {
        for lines in lines.chunks(TOGETHER) {
            let count = lines.len();
            write!(map, "{count} begin{kind}\n{}end{kind}\n", lines.concat()).expect("a string takes all");
        }
    }
    map + FOOT
}

/// Whether a code and its text follow from those before them within one range: both count up in their last byte alone.
fn follows(before: &(u16, Vec<u16>), next: &(u16, Vec<u16>)) -> bool {
    let ((code, text), (next_code, next_text)) = (before, next);
    let [.., last] = text[..] else { return false };
    let [.., next_last] = next_text[..] else { return false };
    let counts = |a: u16, b: u16| a.checked_add(1) == Some(b) && a & 0xFF != 0xFF;
    text.len() == 1 && next_text.len() == 1 && counts(*code, *next_code) && counts(last, next_last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_that_count_up_with_their_texts_are_one_range() {
        let readings = BTreeMap::from([(1, "a"), (2, "b"), (3, "c"), (4, "x"), (5, "ffi"), (9, "𝄞")]);
        let map = unicode_map(&readings);
        assert!(map.contains("1 beginbfrange\n<0001> <0003> <0061>\nendbfrange\n"));
        assert!(
            map.contains(
                "3 beginbfchar\n<0004> <0078>\n<0005> <006600660069>\n<0009> <D834DD1E>\nendbfchar\n"
            )
        );
    }

    #[test]
    fn a_range_never_carries_into_its_first_byte() {
        let texts: Vec<String> = ('\u{4FE}'..='\u{501}').map(String::from).collect();
        let readings = (1..).zip(texts.iter().map(String::as_str)).collect();
        let map = unicode_map(&readings);
        assert!(map.contains("<0001> <0002> <04FE>\n") && map.contains("<0003> <0004> <0500>\n"));
    }
}
