//! Isolates (UAX #9, 2.4.2 and 2.5): each that is opened is closed within its text.

/// The first byte of an isolate that is not closed, or of a sign that closes none.
pub fn unbalanced(text: &str) -> Option<usize> {
    let mut open = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '\u{2066}'..='\u{2068}' => open.push(at),
            '\u{2069}' => match open.pop() {
                Some(_) => {}
                None => return Some(at),
            },
            _ => {}
        }
    }
    open.first().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn isolates_come_in_pairs() {
        assert_eq!(unbalanced("a \u{2067}b \u{2068}c\u{2069}\u{2069}"), None);
        assert_eq!(unbalanced("ab\u{2067}c"), Some(2));
        assert_eq!(unbalanced("ab\u{2069}\u{2067}"), Some(2));
    }
}
