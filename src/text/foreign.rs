//! Which words of a text are of another language than the text: rules of its language do not hold there.

use std::ops::Range;

use crate::content::{Mark, RichText};
use crate::locale::Locale;

/// What is marked as words of another language.
pub(crate) fn foreign<'t>(text: &'t RichText, locale: &'t Locale) -> impl Iterator<Item = Range<usize>> + 't {
    let other = |tag: &str| Locale::parse(tag).is_none_or(|marked| marked.language != locale.language);
    let marked = text.marks.iter().filter(move |(_, mark)| matches!(mark, Mark::Lang(tag) if other(tag)));
    marked.map(|(range, _)| range.clone())
}
