//! Text of two bytes a letter (UTF-16) among any bytes, whichever of the two comes first: Windows writes paths and names so.

/// The fewest letters that are taken for text (H): numbers of two bytes stand beside each other, too.
const LEAST: usize = 6;

/// The stretches of letters that have a nought between each two, without the noughts.
pub(super) fn narrowed(bytes: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let mut at = 0;
    let is_letter = |at: usize| bytes.get(at).is_some_and(|byte| *byte >= b' ');
    std::iter::from_fn(move || {
        while at < bytes.len() {
            // Both orders have their noughts between letters.
            let start = at;
            while is_letter(at) && bytes.get(at + 1) == Some(&0) {
                at += 2;
            }
            let is_high_first = at > start && start.checked_sub(1).is_some_and(|before| bytes[before] == 0);
            let end = if is_high_first && is_letter(at) { at + 1 } else { at };
            at = at.max(start + 1);
            if end - start >= 2 * LEAST {
                return Some(bytes[start..end].iter().step_by(2).copied().collect());
            }
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(bytes: &[u8]) -> Vec<String> {
        narrowed(bytes).map(|text| String::from_utf8_lossy(&text).into_owned()).collect()
    }

    #[test]
    fn text_of_either_order_is_found_wherever_it_starts() {
        for path in ["C:\\Users\\ana\\x.doc", "\\\\server01\\share"] {
            let little: Vec<u8> = path.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = path.encode_utf16().flat_map(u16::to_be_bytes).collect();
            for wide in [little, big] {
                for before in [&b""[..], b"\x01", b"\0\x02", b"%PDF\n"] {
                    assert_eq!(found(&[before, &wide].concat()), [path], "{before:?}");
                }
                let twice = [&wide[..], b"\0\0\0", &wide].concat();
                assert_eq!(found(&twice), [path, path]);
            }
        }
    }

    #[test]
    fn numbers_and_other_bytes_are_no_text() {
        for none in [&b"plain text"[..], b"\0\0\0\0\0\0\0\0\0\0\0\0", b"a\0b\0c\0\x01\0\x02\0", b"\0"] {
            assert_eq!(found(none), [""; 0]);
        }
    }
}
