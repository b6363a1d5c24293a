//! Text of a file. In: bytes. Out: their text, which is UTF-8 (RFC 3629), or the place where it is not.

use std::fmt;
use std::ops::Range;

/// A file's text that is not UTF-8.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Misencoded {
    /// How it seems to be written.
    pub encoding: Encoding,
    /// The text as far as it can be shown.
    pub text: String,
    /// Where in that text the first thing stands that is wrong.
    pub at: Range<usize>,
}

/// How a text seems to be written that is not UTF-8.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    /// In units of two bytes, as old editors of Windows write “Unicode”.
    Utf16,
    /// In units of four bytes.
    Utf32,
    /// In an older way, a byte a letter; this byte is the first that tells.
    Byte(u8),
}

impl fmt::Display for Misencoded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.encoding {
            Encoding::Utf16 => f.write_str("it is UTF-16, which some editors call “Unicode”, and not UTF-8"),
            Encoding::Utf32 => f.write_str("it is UTF-32, and not UTF-8"),
            Encoding::Byte(byte) => write!(f, "it is not UTF-8: byte {byte:02X} can’t stand here"),
        }
    }
}

/// The text of a file, without the mark that some editors put before it.
///
/// # Errors
/// It is not UTF-8.
pub(super) fn decode(bytes: Vec<u8>) -> Result<String, Box<Misencoded>> {
    if let Some(wide) = wide(&bytes) {
        return Err(Box::new(wide));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(with_line_ends(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))),
        Err(error) => {
            let start = error.utf8_error().valid_up_to();
            let bytes = error.as_bytes();
            let text = String::from_utf8_lossy(bytes).into_owned();
            let end = start + char::REPLACEMENT_CHARACTER.len_utf8();
            Err(Box::new(Misencoded { encoding: Encoding::Byte(bytes[start]), text, at: start..end }))
        }
    }
}

/// The text with the line ends of old Macintoshes (CR alone) as those of all others, as long as before. Carriage returns that
/// stand doubled before a line feed, as a file has them that was taken for text once too often, are blanks.
fn with_line_ends(text: String) -> String {
    let bytes = text.as_bytes();
    let is_alone = |at: usize| bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
    if !(0..bytes.len()).any(is_alone) {
        return text;
    }
    let (mut mended, mut after) = (Vec::with_capacity(bytes.len()), b' ');
    for (at, &byte) in bytes.iter().enumerate().rev() {
        // What follows the carriage returns that stand here, if any do.
        let next = bytes.get(at + 1).copied().unwrap_or(b' ');
        after = if next == b'\r' { after } else { next };
        mended.push(match byte {
            b'\r' if next == b'\n' => b'\r',
            b'\r' if after == b'\n' => b' ',
            b'\r' => b'\n',
            other => other,
        });
    }
    mended.reverse();
    String::from_utf8(mended).expect("bytes of ASCII stand for bytes of ASCII")
}

/// Text of wide units, by the mark before it, or by the zeros that Latin letters have in it.
fn wide(bytes: &[u8]) -> Option<Misencoded> {
    let wide = |encoding, text: String| {
        let end = text.chars().next().map_or(0, char::len_utf8);
        Some(Misencoded { encoding, text, at: 0..end })
    };
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => wide(Encoding::Utf32, String::new()),
        [0xFF, 0xFE, rest @ ..] => wide(Encoding::Utf16, of_pairs(rest, u16::from_le_bytes)),
        [0xFE, 0xFF, rest @ ..] => wide(Encoding::Utf16, of_pairs(rest, u16::from_be_bytes)),
        [1..=255, 0, 1..=255, 0, ..] => wide(Encoding::Utf16, of_pairs(bytes, u16::from_le_bytes)),
        [0, 1..=255, 0, 1..=255, ..] => wide(Encoding::Utf16, of_pairs(bytes, u16::from_be_bytes)),
        _ => None,
    }
}

fn of_pairs(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, _) = bytes.as_chunks();
    char::decode_utf16(pairs.iter().map(|&pair| unit(pair)))
        .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

/// What a file is that a word processor wrote, or another program, and that holds more than its text.
pub(super) fn document_kind(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 7] = [
        (b"{\\rtf", "a text of a word processor (RTF)"),
        (b"PK\x03\x04", "a document of Word, Pages or LibreOffice"),
        (b"\xD0\xCF\x11\xE0", "a document of Word"),
        (b"%PDF", "a PDF"),
        (b"<!doctype", "a page of the web (HTML)"),
        (b"<html", "a page of the web (HTML)"),
        (b"<?xml", "XML"),
    ];
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let starts = |start: &[u8]| bytes.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start));
    KINDS.iter().find(|(start, _)| starts(start)).map(|(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(bytes: &[u8]) -> Misencoded {
        *decode(bytes.to_vec()).unwrap_err()
    }

    #[test]
    fn a_mark_before_the_text_is_none_of_it() {
        assert_eq!(decode(b"\xEF\xBB\xBFa = b".to_vec()), Ok("a = b".to_owned()));
    }

    #[test]
    fn every_line_end_is_one() {
        for (written, read) in [
            ("a = b\rc = d\r", "a = b\nc = d\n"),
            ("a = b\r\rc = d", "a = b\n\nc = d"),
            ("a = b\nc = d\re = ไ\r\n", "a = b\nc = d\ne = ไ\r\n"),
            ("a = b\r\r\nc = d\r\r\r\n", "a = b \r\nc = d  \r\n"),
            ("a = b\r\nc = d\r\n", "a = b\r\nc = d\r\n"),
        ] {
            assert_eq!(decode(written.into()).as_deref(), Ok(read), "{written:?}");
        }
    }

    #[test]
    fn the_first_byte_that_is_wrong_is_shown() {
        let latin = wrong(
            "a = caf\u{e9}\nb = \u{e9}"
                .chars()
                .map(|c| u8::try_from(c).unwrap())
                .collect::<Vec<_>>()
                .as_slice(),
        );
        assert_eq!((latin.encoding, latin.at), (Encoding::Byte(0xE9), 7..10));
        assert_eq!(latin.text, "a = caf\u{fffd}\nb = \u{fffd}");
        // A letter that is cut in the middle.
        assert_eq!(wrong(b"ab\xE0\xB8").at, 2..5);
    }

    #[test]
    fn wide_units_are_told_by_their_mark_or_their_zeros() {
        let little: Vec<u8> = "[a]".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "[a]".encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [
            [b"\xFF\xFE".to_vec(), little.clone()].concat(),
            little,
            [b"\xFE\xFF".to_vec(), big.clone()].concat(),
            big,
        ] {
            let told = wrong(&bytes);
            assert_eq!((told.encoding, told.text.as_str()), (Encoding::Utf16, "[a]"));
        }
        assert_eq!(wrong(b"\xFF\xFE\0\0[\0\0\0").encoding, Encoding::Utf32);
    }
}
