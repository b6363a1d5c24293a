//! Where words of a text may be divided. In: normalised text, its language, what must stay whole. Out: places in order.
//! A word is a run of letters. Apostrophes part it (`l’ex-ploi-ta-tion`), and one with a hyphen of its own breaks only there.

use std::ops::Range;

use crate::content::RichText;
use crate::locale::Locale;
use crate::script::{has_hyphens, hyphens};
use crate::text::foreign::foreign;
use crate::text::reserved::Reserved;

/// A place where a hyphen may be put in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct HyphenPoint {
    /// The byte before which it lies.
    pub(crate) at: usize,
    /// Whether only two letters stand before it, too few for ragged lines.
    pub(crate) tight: bool,
}

/// The places of a text, but for those in `whole`, in words of other languages, and in the last word before a forced end.
pub(crate) fn hyphen_points(text: &RichText, locale: &Locale, whole: &[Range<usize>]) -> Vec<HyphenPoint> {
    let language = locale.language.as_str();
    let mut points = Vec::new();
    if !has_hyphens(language) {
        return points;
    }
    let taken: Reserved = whole.iter().cloned().chain(foreign(text, locale)).collect();
    for word in word_ranges(&text.text).filter(|word| !taken.meets(word)) {
        for piece in letter_ranges(&text.text, &word) {
            let letters = &text.text[piece.clone()];
            let places = hyphens(language, letters);
            if places.is_empty() || ends_stretch(&text.text[word.end..]) {
                continue;
            }
            let third = letters.char_indices().nth(3).map_or(0, |(at, _)| at);
            points.extend(places.iter().map(|at| HyphenPoint { at: piece.start + at, tight: *at < third }));
        }
    }
    points
}

/// Whether the character is part of a word. Characters on account of which a word is not divided are, too.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(
            c,
            '’' | '\'' | '-' | '‐' | '\u{2011}' | '_' | '\u{ad}' | '\u{2060}' | '\u{300}'..='\u{36f}'
        )
}

/// The words of a text.
fn word_ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(is_of_word)?;
        at = text[start..].find(|c| !is_of_word(c)).map_or(text.len(), |length| start + length);
        Some(start..at)
    })
}

/// The runs of letters between the apostrophes of a word. There are none in a word with a digit, with a hyphen of its own,
/// or with places to divide it that were typed.
fn letter_ranges(text: &str, word: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let letters = &text[word.clone()];
    let whole = !letters.contains(|c: char| !c.is_alphabetic() && !is_apostrophe(c));
    let mut end = word.start;
    letters.split_inclusive(is_apostrophe).filter(move |_| whole).map(move |part| {
        let start = end;
        end += part.len();
        start..start + part.trim_end_matches(is_apostrophe).len()
    })
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '’' | '\'')
}

/// Whether no word follows before the text ends or a line is forced to.
fn ends_stretch(rest: &str) -> bool {
    let ends = |c: char| matches!(c, '\u{2028}' | '\n');
    rest.chars().find(|&c| c.is_alphanumeric() || ends(c)).is_none_or(ends)
}
