//! Where words of the glossary stand, and which stretches are short. In: text and the locale's glossary. Out: ranges. In
//! running text a line never breaks within a short one, and within a long one only where the whole does not fit.

use std::ops::Range;

use crate::script::{is_han, is_hangul};

/// How wide a word of the glossary or a token may be to be kept whole at any measure, in half ems (H): six Han characters.
const SHORT: usize = 12;

/// The words of the glossary in a text, in the order of the glossary. Those of an alphabet with capitals are whole words:
/// `rights` is not found in `copyrights`.
pub(crate) fn terms(text: &str, glossary: &[String]) -> Vec<Range<usize>> {
    let entries = glossary.iter().filter(|entry| !entry.is_empty());
    let found = entries.flat_map(|entry| text.match_indices(entry.as_str()));
    found.map(|(at, entry)| at..at + entry.len()).filter(|term| is_word(text, term)).collect()
}

/// Whether a stretch neither starts nor ends within a word of an alphabet with capitals.
fn is_word(text: &str, stretch: &Range<usize>) -> bool {
    let cased = |c: Option<char>| c.is_some_and(|c| c.is_lowercase() || c.is_uppercase());
    let goes_on = |at: usize| cased(text[..at].chars().next_back()) && cased(text[at..].chars().next());
    !goes_on(stretch.start) && !goes_on(stretch.end)
}

/// Whether a stretch is short enough to be kept whole at any measure.
pub(crate) fn is_short(stretch: &str) -> bool {
    let width = |c: char| if is_han(c) || is_hangul(c) { 2 } else { 1 };
    stretch.chars().map(width).sum::<usize>() <= SHORT
}
