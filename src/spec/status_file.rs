//! Who reviewed which message of a language, and of which words: `locales/<tag>/status.toml`. In: its text. Out: the reviews, by the
//! names of their messages; and the other way round. The tool keeps the file, a block a message in the order of their names, so that
//! two people who review different messages seldom touch the same lines.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::date::is_date;
use super::read::{Reading, read_part};
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::source::{SourceId, Sources, Span};

/// What stands at the head of the file.
const HEAD: &str = "# Who reviewed which message. Kept by `polyleaf approve`: review the file’s changes, and leave its lines to it.\n";

/// How many digits a digest of words has.
pub const DIGITS: usize = 32;

/// Whether somebody has reviewed a message.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewState {
    /// Nobody has.
    Draft,
    /// Somebody has.
    Reviewed,
}

/// What is known of the review of a message.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Review {
    /// Whether somebody has reviewed it.
    pub state: ReviewState,
    /// Who, where somebody has.
    pub reviewer: Option<String>,
    /// When: `2026-11-27`.
    pub date: Option<String>,
    /// The last month in which that holds: `2027-05`.
    pub until: Option<String>,
    /// Where that is said, in a file that was read.
    pub until_span: Option<Span>,
    /// What the reviewer says of it.
    pub note: Option<String>,
    /// The digest of the source language’s words at that time.
    pub source: String,
    /// Where it stands, in a file that was read.
    pub source_span: Option<Span>,
    /// The source language’s words at that time.
    pub was: String,
    /// The digest of the translation that was reviewed.
    pub translation: Option<String>,
}

/// A block of the file, as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReviewTable {
    state: ReviewState,
    reviewer: Option<Spanned<String>>,
    date: Option<Spanned<String>>,
    until: Option<Spanned<String>>,
    note: Option<Spanned<String>>,
    source: Spanned<String>,
    translation: Option<Spanned<String>>,
    was: Spanned<String>,
}

/// The same, to be written.
#[derive(Serialize)]
struct WrittenReview<'a> {
    state: ReviewState,
    reviewer: Option<&'a str>,
    date: Option<&'a str>,
    until: Option<&'a str>,
    note: Option<&'a str>,
    source: &'a str,
    translation: Option<&'a str>,
    was: &'a str,
}

impl WrittenReview<'_> {
    fn of(review: &Review) -> WrittenReview<'_> {
        WrittenReview {
            state: review.state,
            reviewer: review.reviewer.as_deref(),
            date: review.date.as_deref(),
            until: review.until.as_deref(),
            note: review.note.as_deref(),
            source: &review.source,
            translation: review.translation.as_deref(),
            was: &review.was,
        }
    }
}

/// Whether it is a day, as reviews have it: `2026-11-27`.
pub fn is_day(text: &str) -> bool {
    text.len() == "2026-11-27".len() && is_date(text)
}

/// Whether it is a month, as reviews have it: `2027-05`.
pub fn is_month(text: &str) -> bool {
    text.len() == "2027-05".len() && is_date(text)
}

/// Whether it is a line that somebody may be called by, or a note.
pub fn is_line(text: &str) -> bool {
    !text.trim().is_empty()
        && !text.contains(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'))
}

/// Reads the reviews of a language.
///
/// # Errors
/// `manifest/toml`, `locale/status`.
pub fn read_reviews(
    source: SourceId,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Result<BTreeMap<String, Review>, Reported> {
    let (tables, mut file): (BTreeMap<String, Spanned<ReviewTable>>, _) =
        read_part(source, sources, diagnostics)?;
    let reviews = tables.into_iter().map(|(id, table)| {
        let review = checked(&id, table, &mut file);
        (id, review)
    });
    let reviews = reviews.collect();
    file.reporter.sound(reviews)
}

/// What is said last of a block that can’t be meant.
const AGAIN: &str = "take the block out and approve the message again";

fn checked(id: &str, table: Spanned<ReviewTable>, file: &mut Reading<'_>) -> Review {
    let block = file.span(&table);
    let table = table.into_inner();
    // What is there and of no use was told.
    let is_told = ["reviewer", "date", "translation"].map(|name| file.lacks(&[id, name]));
    let mut wrong = |message: String, span: Span, help: String| {
        file.reporter.error(Diagnostic::new(Code::LocaleStatus, message).label(span, "here").help(help));
    };
    let source_file = file.source;
    let place = |value: &Spanned<String>| Span::new(source_file, value.span());
    for value in table.date.iter().filter(|value| !is_day(value.get_ref())) {
        let help = "write year, month and day: date = \"2026-11-27\"";
        wrong(format!("“{}” is no day", value.get_ref()), place(value), help.to_owned());
    }
    for value in table.until.iter().filter(|value| !is_month(value.get_ref())) {
        let help = "write the year and the last month that it holds in: until = \"2027-05\"";
        wrong(format!("“{}” is no month", value.get_ref()), place(value), help.to_owned());
    }
    for value in table.reviewer.iter().chain(&table.note).filter(|value| !is_line(value.get_ref())) {
        wrong(
            "these are no words in one line".to_owned(),
            place(value),
            "write them, without line ends".to_owned(),
        );
    }
    for value in table.translation.iter().chain([&table.source]).filter(|value| !is_digest(value.get_ref())) {
        let message = format!("this is no digest of words: it has {DIGITS} digits from 0 to f");
        wrong(message, place(value), AGAIN.to_owned());
    }
    if table.state == ReviewState::Reviewed {
        let parts =
            [("reviewer", &table.reviewer), ("date", &table.date), ("translation", &table.translation)];
        let lacking = parts.into_iter().zip(is_told).filter(|((_, value), told)| value.is_none() && !told);
        for ((name, _), _) in lacking {
            let message = format!("the review of `{id}` lacks its `{name}`");
            wrong(message, block, AGAIN.to_owned());
        }
    }
    let words = Spanned::into_inner;
    Review {
        state: table.state,
        reviewer: table.reviewer.map(words),
        date: table.date.map(words),
        until_span: table.until.as_ref().map(place),
        until: table.until.map(words),
        note: table.note.map(words),
        source_span: Some(place(&table.source)),
        source: table.source.into_inner(),
        was: table.was.into_inner(),
        translation: table.translation.map(words),
    }
}

fn is_digest(text: &str) -> bool {
    text.len() == DIGITS && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// The reviews as a file, always the same of the same ones.
pub fn written_reviews(reviews: &BTreeMap<String, Review>) -> String {
    let tables: BTreeMap<&str, WrittenReview<'_>> =
        reviews.iter().map(|(id, review)| (id.as_str(), WrittenReview::of(review))).collect();
    let text = toml::to_string_pretty(&tables).expect("tables of words can be written");
    format!("{HEAD}\n{text}")
}

/// Whether a file holds comments of somebody’s own, which would be lost where it is written anew.
pub fn holds_comments(text: &str, reviews: &BTreeMap<String, Review>) -> bool {
    let signs = |text: &str| text.matches('#').count();
    let own = signs(&written_reviews(reviews)) - signs(HEAD);
    let head = if text.contains(HEAD.trim_end()) { signs(HEAD) } else { 0 };
    signs(text) > own + head
}
