//! The bytes of a drawing → its text: plain, packed by gzip (`.svgz`), in UTF-8, UTF-16 or Latin-1.

use std::io::Read;

use flate2::read::GzDecoder;

use crate::picture::error::DrawingError;

/// The most text of a drawing, in bytes. Outlines of a map or a photograph traced are below a tenth of it (H).
pub(super) const MOST_TEXT: usize = 6 << 20;

/// Whether a file may be a drawing, by its first bytes.
pub(in super::super) fn is_drawing(file: &[u8]) -> bool {
    file.starts_with(&[0x1F, 0x8B])
        || file.starts_with(&[0xFF, 0xFE])
        || file.starts_with(&[0xFE, 0xFF])
        || file.trim_ascii_start().starts_with(b"<")
        || file.strip_prefix(b"\xEF\xBB\xBF").is_some_and(|rest| rest.trim_ascii_start().starts_with(b"<"))
}

/// The text of a drawing's file, without a byte order mark.
///
/// # Errors
/// It is too long, packed wrongly, or in no way of writing that is known.
pub(super) fn read_text(file: &[u8]) -> Result<String, DrawingError> {
    if file.starts_with(&[0x1F, 0x8B]) {
        let mut unpacked = Vec::new();
        let most = u64::try_from(MOST_TEXT).unwrap_or(u64::MAX);
        GzDecoder::new(file).take(most + 1).read_to_end(&mut unpacked).map_err(|_| DrawingError::Packed)?;
        if unpacked.starts_with(&[0x1F, 0x8B]) {
            return Err(DrawingError::Packed);
        }
        return read_text(&unpacked);
    }
    if file.len() > MOST_TEXT {
        return Err(DrawingError::Long { most: MOST_TEXT >> 20 });
    }
    match file {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        _ if says_latin(file) => Ok(file.iter().copied().map(char::from).collect()),
        _ => utf8(file),
    }
}

fn utf8(bytes: &[u8]) -> Result<String, DrawingError> {
    std::str::from_utf8(bytes).map(str::to_owned).map_err(|_| DrawingError::Encoding)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, DrawingError> {
    let (units, []) = bytes.as_chunks::<2>() else { return Err(DrawingError::Encoding) };
    let units: Vec<u16> = units.iter().map(|pair| unit(*pair)).collect();
    String::from_utf16(&units).map_err(|_| DrawingError::Encoding)
}

/// Whether the first line says that a byte is a character of ISO 8859-1.
fn says_latin(file: &[u8]) -> bool {
    let head = file.get(..file.len().min(200)).unwrap_or_default();
    let head: String = head.iter().map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    let declared = head.split_once("?>").filter(|(start, _)| start.trim_start().starts_with("<?xml"));
    let encoding = declared.and_then(|(start, _)| Some(start.split_once("encoding")?.1));
    encoding.is_some_and(|name| {
        let name = name.trim_start_matches(['=', ' ', '"', '\'']);
        ["iso-8859-1", "latin1", "windows-1252", "us-ascii"].iter().any(|known| name.starts_with(known))
    })
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, write::GzEncoder};

    use super::*;

    #[test]
    fn a_drawing_may_be_written_in_several_ways() {
        let text = "<?xml version=\"1.0\"?><svg><title>é</title></svg>";
        let utf16 = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        let latin = "<?xml version='1.0' encoding='ISO-8859-1'?><svg>é</svg>";
        let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
        gzip.write_all(text.as_bytes()).unwrap();
        for (bytes, expected) in [
            (text.as_bytes().to_vec(), text),
            ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), text),
            ([vec![0xFF, 0xFE], utf16(u16::to_le_bytes)].concat(), text),
            ([vec![0xFE, 0xFF], utf16(u16::to_be_bytes)].concat(), text),
            (latin.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect(), latin),
            (gzip.finish().unwrap(), text),
        ] {
            assert!(is_drawing(&bytes));
            assert_eq!(read_text(&bytes).as_deref(), Ok(expected));
        }
        assert_eq!(read_text(b"<svg>\xFF</svg>"), Err(DrawingError::Encoding));
        assert_eq!(read_text(&[0x1F, 0x8B, 1]), Err(DrawingError::Packed));
    }

    #[test]
    fn packed_bombs_are_not_unpacked() {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(&vec![b' '; 2 * MOST_TEXT]).unwrap();
        assert_eq!(read_text(&gzip.finish().unwrap()), Err(DrawingError::Long { most: 6 }));
    }
}
