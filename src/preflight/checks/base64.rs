//! What stands in a text as base64 (RFC 4648, 4): pictures and packets that programs wrap so.

/// The fewest letters that are taken for something wrapped: a word is shorter.
const LEAST: usize = 40;
/// The most that is unwrapped of one text.
const MOST: usize = 64;

/// What is wrapped in some bytes; line ends within it, also as XML writes them, are let pass.
pub(super) fn unwrapped(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() && found.len() < MOST {
        let (letters, end) = run_at(bytes, at);
        if letters.len() >= LEAST {
            found.push(decoded(&letters));
        }
        at = end.max(at + 1);
    }
    found
}

/// The values of the letters that start at a place, and where they end.
fn run_at(bytes: &[u8], start: usize) -> (Vec<u8>, usize) {
    let mut letters = Vec::new();
    let mut at = start;
    while at < bytes.len() {
        let rest = &bytes[at..];
        if let Some(value) = value_of(rest[0]) {
            letters.push(value);
            at += 1;
        } else if !letters.is_empty() && matches!(rest[0], b'\r' | b'\n') {
            at += 1;
        } else if !letters.is_empty() && rest.starts_with(b"&#xA;") {
            at += 5;
        } else {
            break;
        }
    }
    (letters, at)
}

fn value_of(letter: u8) -> Option<u8> {
    match letter {
        b'A'..=b'Z' => Some(letter - b'A'),
        b'a'..=b'z' => Some(letter - b'a' + 26),
        b'0'..=b'9' => Some(letter - b'0' + 52),
        b'+' | b'-' => Some(62),
        b'/' | b'_' => Some(63),
        _ => None,
    }
}

fn decoded(letters: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(letters.len() / 4 * 3 + 3);
    for group in letters.chunks(4) {
        let whole = group
            .iter()
            .enumerate()
            .fold(0_u32, |whole, (at, value)| whole | u32::from(*value) << (18 - 6 * at));
        let [_, bytes @ ..] = whole.to_be_bytes();
        out.extend_from_slice(&bytes[..(group.len() * 6 / 8).min(3)]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrapped_is_unwrapped() {
        let text = b"x=\"QzpcVXNlcnNcQW5hXERlc2t0b3BcbGVhZmxldC5kb2N4&#xA;IGFuZCBtb3Jl\" short aGk=";
        assert_eq!(unwrapped(text), [br"C:\Users\Ana\Desktop\leaflet.docx and more".to_vec()]);
        assert_eq!(unwrapped(b"words of a text, none of them long"), [[0; 0]; 0]);
    }
}
