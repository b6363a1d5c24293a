//! Plain values out of the objects of a file.

use hayro_syntax::object::{Dict, Name, Object};

/// The longest name or short text that is kept, in bytes; ISO 32000-1 C.2 allows names of 127.
const SHORT: usize = 256;

/// A name as text, `/Name` without its slash.
pub(crate) fn name(dictionary: &Dict<'_>, key: &str) -> Option<String> {
    dictionary.get::<Name<'_>>(key).map(|name| name_text(&name))
}

/// The text of a name.
pub(crate) fn name_text(name: &Name<'_>) -> String {
    let bytes: &[u8] = name.as_ref();
    String::from_utf8_lossy(&bytes[..bytes.len().min(SHORT)]).into_owned()
}

/// A text string (ISO 32000-1 7.9.2.2); what is in no Unicode is taken for Latin-1.
pub(crate) fn text(dictionary: &Dict<'_>, key: &str) -> Option<String> {
    match dictionary.get::<Object<'_>>(key)? {
        Object::String(string) => Some(decoded(string.as_bytes())),
        _ => None,
    }
}

/// The start of a text string that is short in all honest files, such as a language.
pub(crate) fn short_text(dictionary: &Dict<'_>, key: &str) -> Option<String> {
    match dictionary.get::<Object<'_>>(key)? {
        Object::String(string) => {
            let bytes = string.as_bytes();
            Some(decoded(&bytes[..bytes.len().min(SHORT)]))
        }
        _ => None,
    }
}

/// The bytes of a text string as text.
pub(crate) fn decoded(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, wide @ ..] => utf16(wide, u16::from_be_bytes),
        [0xFF, 0xFE, wide @ ..] => utf16(wide, u16::from_le_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|&byte| char::from(byte)).collect(),
        },
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> = bytes.as_chunks().0.iter().map(|pair| unit(*pair)).collect();
    String::from_utf16_lossy(&units)
}

/// The numbers among operands.
pub(crate) fn numbers(operands: &[Object<'_>]) -> Vec<f64> {
    operands.iter().filter_map(number).collect()
}

/// The number that an object is; 0 where a file writes one that is not finite.
pub(crate) fn number(object: &Object<'_>) -> Option<f64> {
    match object {
        Object::Number(number) => Some(finite(number.as_f64())),
        _ => None,
    }
}

fn finite(number: f64) -> f64 {
    if number.is_finite() { number } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_in_all_its_encodings() {
        for bytes in [
            &b"\xFE\xFF\0h\0\xE9"[..],
            b"\xFF\xFEh\0\xE9\0",
            b"\xEF\xBB\xBFh\xC3\xA9",
            b"h\xC3\xA9",
            b"h\xE9",
        ] {
            assert_eq!(decoded(bytes), "hé", "{bytes:?}");
        }
    }
}
