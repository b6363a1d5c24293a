//! How a file came to be, as its bytes tell: how often it was saved, and whether its id follows from its content.

use sha2::{Digest, Sha256};

use super::raw;

/// What the bytes of a file tell of how it came to be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct History {
    /// How often it was changed after it was first written; each change leaves what was there before (ISO 32000-1 7.5.6).
    pub(crate) changes: usize,
    /// The id that XMP has, where it is the hash of the rest of the file and tells nothing else.
    pub(crate) hashed_id: Option<String>,
}

/// Reads how a file came to be.
pub(crate) fn read_history(bytes: &[u8]) -> History {
    let is_linearized = raw::find(&bytes[..bytes.len().min(1024)], b"/Linearized").is_some();
    let tables = raw::find_all(bytes, b"startxref").count();
    History {
        changes: tables.saturating_sub(1 + usize::from(is_linearized)),
        hashed_id: hashed_id(bytes).as_deref().map(grouped_digits),
    }
}

/// The digits of the file's id, where that is the hash of the file with noughts in its places, as `pdf` writes it: in the
/// trailer, and in the XMP of a press file.
fn hashed_id(bytes: &[u8]) -> Option<String> {
    let at = bytes.windows(68).rposition(is_id_pair)?;
    let digits = String::from_utf8_lossy(&bytes[at + 1..at + 33]).into_owned();
    if bytes[at..at + 68] != *format!("<{digits}><{digits}>").as_bytes() {
        return None;
    }
    let mut places = vec![at + 1..at + 33, at + 35..at + 67];
    places.extend(raw::find(bytes, grouped_digits(&digits).as_bytes()).map(|at| at..at + 36));
    let mut blank = bytes.to_vec();
    for digit in places.into_iter().flatten().filter(|&digit| bytes[digit] != b'-') {
        blank[digit] = b'0';
    }
    let hash: String = Sha256::digest(&blank).iter().take(16).map(|byte| format!("{byte:02X}")).collect();
    (hash == digits).then_some(digits)
}

/// Whether bytes are two ids of 32 digits in angle brackets.
fn is_id_pair(window: &[u8]) -> bool {
    let is_hex = |part: &[u8]| part.len() == 32 && part.iter().all(u8::is_ascii_hexdigit);
    let has_brackets = window.starts_with(b"<") && &window[33..35] == b"><" && window.ends_with(b">");
    has_brackets && is_hex(&window[1..33])
}

/// Digits in the groups of an id of XMP.
fn grouped_digits(digits: &str) -> String {
    let parts = [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]];
    parts.join("-").to_ascii_lowercase()
}
