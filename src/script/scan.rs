//! What the forms of tokens are made of: digits, spaces, words of a list. In: text. Out: how many bytes of its start.

use std::ops::RangeInclusive;

/// The length of the characters of a class at the start.
pub(super) fn run(text: &str, class: impl Fn(char) -> bool) -> usize {
    text.find(|c: char| !class(c)).unwrap_or(text.len())
}

/// Whether the character is a digit, of half or full width.
pub(super) fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}

/// Whether the character is the sign of a currency.
pub(super) fn is_currency(c: char) -> bool {
    "$€£¥￥₩฿₱₫₹＄￡".contains(c)
}

/// The length of a space that may stand within a number or a date.
pub(super) fn space(text: &str) -> usize {
    text.chars()
        .next()
        .filter(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'))
        .map_or(0, char::len_utf8)
}

/// The length of digits at the start, if there are as many as asked for.
pub(super) fn digits(text: &str, count: RangeInclusive<usize>) -> Option<usize> {
    let length = run(text, is_digit);
    count.contains(&text[..length].chars().count()).then_some(length)
}

/// The length of the longest of some words that starts the text and ends there.
pub(super) fn word(text: &str, words: &[&str]) -> Option<usize> {
    let ends = |word: &str| !text[word.len()..].starts_with(char::is_alphanumeric);
    words.iter().filter(|word| text.starts_with(**word) && ends(word)).map(|word| word.len()).max()
}

/// The length of the longest of some words that starts the text, whatever follows.
pub(super) fn stem(text: &str, words: &[&str]) -> Option<usize> {
    words.iter().filter(|word| text.starts_with(**word)).map(|word| word.len()).max()
}
