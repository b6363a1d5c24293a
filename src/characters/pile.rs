//! Letters that carry more marks than any writing puts on one: no face places them, and no format holds them.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

/// The most marks that a letter carries in text that any program can take (UAX #15, 13: Stream-Safe Text Format).
pub(super) const MOST_MARKS: usize = 30;

/// The letters of a text with more marks than that: their bytes with those of their marks, and how many these are.
pub(super) fn piles(text: &str) -> Vec<(Range<usize>, usize)> {
    let mut piles = Vec::new();
    let (mut start, mut count) = (0, 0);
    // A sentinel ends the last pile.
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if is_combining_mark(c) {
            count += 1;
            continue;
        }
        if count > MOST_MARKS {
            piles.push((start..at, count));
        }
        (start, count) = (at, 0);
    }
    piles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_carries_thirty_marks_at_most() {
        for mark in ["\u{301}", "\u{e48}", "\u{591}"] {
            let piled = |count: usize| format!("xก{}y", mark.repeat(count));
            assert_eq!(piles(&piled(30)), []);
            let range = 1..1 + "ก".len() + 31 * mark.len();
            assert_eq!(piles(&piled(31)), [(range, 31)]);
        }
        assert_eq!(piles(&"\u{301}".repeat(40)).len(), 1);
    }
}
