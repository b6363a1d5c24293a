//! What may be parted at last, where it is wider than any line at the smallest size: addresses, numbers, codes, names of files, words of
//! Korean. In: a paragraph and a piece of it. Out: whether, and where rather. A word of letters is not: it takes a hyphen,
//! which only its writer can put in.

use std::ops::Range;

use crate::script::{Breaking, is_digit, is_hangul, never_ends, never_starts};
use crate::text::paragraph::Paragraph;

/// The most characters that a word of a language may have, between two places where a line may end (H): what is longer is
/// none.
const LONGEST_WORD: usize = 40;

/// Whether a piece may be parted without a hyphen where nothing else fits.
pub(crate) fn yields(paragraph: &Paragraph, piece: &Range<usize>) -> bool {
    let words = &paragraph.text.text[piece.clone()];
    let in_address = |address: &Range<usize>| address.start < piece.end && piece.start < address.end;
    let korean = paragraph.rules.breaking == Breaking::Spaces && words.contains(is_hangul);
    korean || paragraph.addresses.iter().any(in_address) || is_code(words)
}

/// Whether a piece of text is nothing that is said: longer than any word, or with digits or marks of codes within.
fn is_code(words: &str) -> bool {
    if words.chars().nth(LONGEST_WORD).is_some() {
        return true;
    }
    let words = words.trim_matches(|c: char| !c.is_alphanumeric());
    words.contains(|c: char| is_digit(c) || "_./\\@:=+#%&~|".contains(c))
}

/// How good a place is to part a piece that yields; `None` where a line had better not end.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Cut {
    /// Between two characters.
    Anywhere,
    /// After a mark that parts names and codes.
    AfterMark,
}

/// How good the place before a byte is.
pub(crate) fn cut_at(paragraph: &Paragraph, at: usize) -> Option<Cut> {
    let (before, after) = paragraph.text.text.split_at(at);
    let (last, next) = (before.chars().next_back()?, after.chars().next()?);
    if matches!(next, ' ' | '\u{3000}')
        || never_starts(&paragraph.rules, next)
        || never_ends(&paragraph.rules, last)
    {
        return None;
    }
    let marks =
        matches!(last, '-' | '－' | '–' | '_' | '/' | '=' | '&' | '+' | '~' | '|' | '\\' | '·' | ',' | ')');
    Some(if marks { Cut::AfterMark } else { Cut::Anywhere })
}
