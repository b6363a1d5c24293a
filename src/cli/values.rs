//! What values of options may be, beside those that options take one of.

use std::num::NonZeroUsize;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use polyleaf::{Locale, PAPERS, PPI, WORD_TAGS};

/// The language of print sheets, by its tag or its name.
pub(super) fn word_tag(text: &str) -> Result<String, String> {
    let tag = |known: Option<Locale>| {
        known.map(|locale| locale.tag).filter(|tag| WORD_TAGS.contains(&tag.as_str()))
    };
    let found = tag(Locale::parse(text)).or_else(|| tag(Locale::named(text)));
    found.ok_or_else(|| format!("print sheets are written in {}", WORD_TAGS.join(", ")))
}

/// The papers that there are, by name, in any case: people write A4.
pub(super) fn paper_names() -> impl TypedValueParser<Value = String> {
    PossibleValuesParser::new(PAPERS.iter().map(|paper| paper.name)).map(|name| name.to_lowercase())
}

/// How many threads somebody asks for.
pub(super) fn thread_count(text: &str) -> Result<NonZeroUsize, String> {
    text.trim().parse().map_err(|_| "how many threads to use is a whole number, at least 1".to_owned())
}

/// How fine a picture of a page may be.
pub(super) fn ppi(text: &str) -> Result<u16, String> {
    let [least, most] = PPI;
    let asked: Option<u16> = text.trim().parse().ok();
    let asked = asked.filter(|ppi| (least..=most).contains(ppi));
    asked.ok_or_else(|| format!("pixels an inch are a whole number from {least} to {most}"))
}
