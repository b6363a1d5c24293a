//! How far the review of a language's messages is. In: who reviewed which message, and the words of then and of now. Out: how each
//! message stands, and warnings of those that are out of date.

use std::collections::BTreeMap;

use super::fonts::digest;
use crate::content::Catalog;
use crate::diag::{Code, Diagnostic, Diagnostics, Reported, Slip};
use crate::source::{SourceId, Sources};
use crate::spec::{self, DIGITS, Review, ReviewState};

/// How a message stands in a language.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Standing {
    /// It is not there.
    Missing,
    /// Nobody has reviewed it.
    Draft,
    /// Its words changed since it was reviewed.
    Changed,
    /// The source language's words changed since it was reviewed.
    Outdated,
    /// Its review held until a month before the edition's.
    Expired,
    /// It was reviewed as it stands.
    Reviewed,
}

impl Standing {
    /// So many messages that stand so: `3 outdated`.
    pub(super) fn counted(self, count: usize) -> String {
        let (one, many) = match self {
            Standing::Missing => ("missing", "missing"),
            Standing::Draft => ("draft", "drafts"),
            Standing::Changed => ("changed since its review", "changed since their reviews"),
            Standing::Outdated => ("out of date", "out of date"),
            Standing::Expired => {
                ("approved until a month that is past", "approved until a month that is past")
            }
            Standing::Reviewed => ("reviewed", "reviewed"),
        };
        format!("{count} {}", if count == 1 { one } else { many })
    }
}

/// The file of a language's reviews.
pub(super) struct ReviewFile {
    name: String,
    entries: Result<BTreeMap<String, Review>, Reported>,
}

/// How far the review of a language's messages is.
#[derive(Clone, Debug)]
pub struct Reviews {
    /// The file that says so, named from the project.
    pub(super) file: String,
    /// What stands in it.
    pub(super) entries: Result<BTreeMap<String, Review>, Reported>,
    /// How each message of the source language stands.
    pub(super) standings: BTreeMap<String, Standing>,
}

/// The digest of a message as it is written.
pub(super) fn digest_of(written: &str) -> String {
    let mut digest = digest(written.as_bytes());
    digest.truncate(DIGITS);
    digest
}

impl ReviewFile {
    /// Reads what there is; nothing where there is no file.
    pub(super) fn read(
        name: String,
        source: Option<Result<SourceId, Reported>>,
        sources: &Sources,
        diagnostics: &mut Diagnostics,
    ) -> ReviewFile {
        let entries = match source {
            None => Ok(BTreeMap::new()),
            Some(source) => source.and_then(|source| read_entries(source, sources, diagnostics)),
        };
        ReviewFile { name, entries }
    }
}

fn read_entries(
    source: SourceId,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Result<BTreeMap<String, Review>, Reported> {
    let entries = spec::read_reviews(source, sources, diagnostics)?;
    let mut failed = None;
    for (id, review) in entries.iter().filter(|(_, review)| digest_of(&review.was) != review.source) {
        let mut wrong = Diagnostic::new(
            Code::LocaleStatus,
            format!("the former words of `{id}` are not those that its `source` is the digest of"),
        );
        wrong.labels.extend(review.source_span.map(|span| (span, "another digest".to_owned())));
        let help = "undo what was changed by hand, or take the block out and approve the message again";
        failed = Some(diagnostics.error(wrong.help(help)));
    }
    failed.map_or(Ok(entries), Err)
}

impl Reviews {
    /// How the messages of a language stand to those of the source language, where it is another. Warns of those that are out of date.
    pub(super) fn of(
        file: ReviewFile,
        catalog: &Catalog,
        source: Option<&Catalog>,
        date: &str,
        diagnostics: &mut Diagnostics,
    ) -> Reviews {
        let pair = Pair { catalog, source, date };
        let mut reviews = Reviews { file: file.name, entries: file.entries, standings: BTreeMap::new() };
        for id in source.unwrap_or(catalog).ids() {
            let review = reviews.entries.as_ref().ok().and_then(|entries| entries.get(id));
            let standing = pair.standing(id, review);
            reviews.standings.insert(id.to_owned(), standing);
            match (standing, review) {
                (Standing::Outdated, Some(review)) => diagnostics.warn(pair.outdated(id, review)),
                (Standing::Expired, Some(review)) => diagnostics.warn(pair.expired(id, review)),
                _ => {}
            }
        }
        reviews
    }

    /// How a message stands.
    pub(super) fn standing(&self, id: &str) -> Standing {
        self.standings.get(id).copied().unwrap_or(Standing::Missing)
    }

    /// How many messages stand so.
    pub(super) fn count(&self, standing: Standing) -> usize {
        self.standings.values().filter(|known| **known == standing).count()
    }
}

/// A language, the source language where that is another, and the date of the edition.
struct Pair<'a> {
    catalog: &'a Catalog,
    source: Option<&'a Catalog>,
    date: &'a str,
}

impl Pair<'_> {
    fn standing(&self, id: &str, review: Option<&Review>) -> Standing {
        if self.catalog.span(id).is_none() {
            return Standing::Missing;
        }
        let Some(review) = review else { return Standing::Draft };
        let now = self.source.and_then(|source| source.written(id));
        if now.is_some_and(|now| digest_of(&now) != review.source) {
            return Standing::Outdated;
        }
        let own = self.catalog.written(id).map(|own| digest_of(&own));
        match review.state {
            ReviewState::Draft => Standing::Draft,
            ReviewState::Reviewed if own != review.translation => Standing::Changed,
            ReviewState::Reviewed if self.is_past(review) => Standing::Expired,
            ReviewState::Reviewed => Standing::Reviewed,
        }
    }

    /// Whether it held until a month before the edition's.
    fn is_past(&self, review: &Review) -> bool {
        let month = |date: &str| date.get(.."2027-05".len()).map(str::to_owned);
        review.until.as_ref().is_some_and(|until| month(until) < month(self.date))
    }

    fn slip(&self, id: &str, said: String, help: String) -> Slip {
        Slip { said, of: self.source.unwrap_or(self.catalog).ids().count(), name: Some(id.to_owned()), help }
    }

    fn outdated(&self, id: &str, review: &Review) -> Diagnostic {
        let tag = &self.catalog.locale.tag;
        let source = self.source.unwrap_or(self.catalog);
        let english = source.locale.english_name();
        let since = match (review.state, &review.reviewer) {
            (ReviewState::Reviewed, Some(reviewer)) => format!("since {reviewer} reviewed it"),
            _ => "since it was translated".to_owned(),
        };
        let mut wrong = Diagnostic::new(Code::Outdated, format!("the {english} of `{id}` changed {since}"));
        wrong.labels.extend(self.catalog.span(id).map(|span| (span, "out of date".to_owned())));
        wrong.labels.extend(source.span(id).map(|span| (span, "other words than then".to_owned())));
        let shows = format!("polyleaf status --diff {tag} shows what changed");
        let said = format!("{tag}: {{count}} of {{of}} messages are out of date: their {english} changed");
        let all = format!("{shows}; bring them up to date, then: polyleaf approve {tag} --by NAME");
        let help = format!("{shows}; bring it up to date, then: polyleaf approve {tag} {id} --by NAME");
        wrong.help(help).slip(self.slip(id, said, all))
    }

    fn expired(&self, id: &str, review: &Review) -> Diagnostic {
        let tag = &self.catalog.locale.tag;
        let until = review.until.as_deref().unwrap_or_default();
        let message = format!("`{id}` was approved until {until}, and the edition is of {}", self.date);
        let mut wrong = Diagnostic::new(Code::Expired, message);
        let note = review.note.as_deref().unwrap_or("to be checked again");
        wrong.labels.extend(self.catalog.span(id).map(|span| (span, note.to_owned())));
        wrong.labels.extend(review.until_span.map(|span| (span, "until this month".to_owned())));
        let said = format!("{tag}: {{count}} of {{of}} messages were approved until a month that is past");
        let all = format!("check them again, then: polyleaf approve {tag} ID --by NAME --until YYYY-MM");
        let help = format!("check it again, then: polyleaf approve {tag} {id} --by NAME --until YYYY-MM");
        wrong.help(help).slip(self.slip(id, said, all))
    }
}
