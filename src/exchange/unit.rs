//! What goes to a translator and what comes back, whatever the format.

use std::ops::Range;

use super::fault::Fault;
use crate::content::text_id;

/// The texts of a language, to be translated by somebody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Document {
    /// The tag of the language that they are translated from.
    pub source: String,
    /// The tag of the language that they are translated into.
    pub locale: String,
    /// The English name of that.
    pub language: String,
    /// Whether that is written from right to left.
    pub is_rtl: bool,
    /// The plural category of each number from 0 (CLDR), as that language counts.
    pub counting: Vec<&'static str>,
    /// The texts.
    pub units: Vec<Unit>,
}

/// A text to be translated by itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unit {
    /// The file of the source language that it is in: `card.ftl`.
    pub file: String,
    /// What it is called, apart from its case: `name`, `-term`, `name.attribute`.
    pub base: String,
    /// The case that it is.
    pub case: Option<UnitCase>,
    /// Its words in the source language.
    pub source: String,
    /// Its translation; empty where there is none.
    pub translation: String,
    /// What is said of it to translators.
    pub comment: String,
    /// The heading that it stands below.
    pub section: String,
    /// How far it is.
    pub state: State,
    /// The words of the source language that were reviewed, where others stand there now.
    pub was: Option<String>,
    /// Digests of what it was made from.
    pub stamp: String,
    /// How many characters the place where it is printed holds beyond those that it has; below 0, how many are too many.
    pub room: Option<i64>,
}

/// A case of a select.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnitCase {
    /// Its name: `one`, `other`, `3`.
    pub key: String,
    /// Whether it is the one for all else.
    pub is_default: bool,
    /// What decides: `$count`.
    pub selector: String,
}

impl Unit {
    /// What it is called: `name[one]` for a case.
    pub fn id(&self) -> String {
        text_id(&self.base, self.case.as_ref().map(|case| case.key.as_str()))
    }

    /// What translators should know of it: its heading, and what is said of it.
    pub(super) fn remark(&self) -> String {
        let parts = [self.section.as_str(), self.comment.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
    }
}

/// How far a text is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// It is not there.
    Missing,
    /// Nobody has reviewed it as it stands.
    Draft,
    /// The source language's words changed since it was reviewed.
    Outdated,
    /// Somebody has reviewed it as it stands.
    Approved,
}

impl State {
    /// Its name in tables.
    pub(super) fn name(self) -> &'static str {
        match self {
            State::Missing => "missing",
            State::Draft => "draft",
            State::Outdated => "outdated",
            State::Approved => "approved",
        }
    }
}

/// What a translator's file holds.
#[derive(Clone, Default, Debug)]
pub struct Parsed {
    /// The text that places are in, where the file is none itself: a line a row.
    pub shown: Option<String>,
    /// The language that it says it is translated into, and where.
    pub locale: Option<(String, Range<usize>)>,
    /// Its texts.
    pub units: Vec<Found>,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
}

/// A text that came back.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Found {
    /// What it is called, as far as that is told.
    pub id: Option<String>,
    /// Its file, as far as that is told.
    pub file: Option<String>,
    /// Its words in the source language, as far as they are told.
    pub source: Option<String>,
    /// Its translation.
    pub translation: String,
    /// Digests of what it was made from, where they came along.
    pub stamp: Option<String>,
    /// Why whoever wrote it does not hold it for done, where that is told.
    pub doubt: Option<Doubt>,
    /// Whether its cell holds a number, and no text.
    pub is_number: bool,
    /// Where its name stands, or what else tells it from others.
    pub id_place: Range<usize>,
    /// Where its translation stands.
    pub place: Range<usize>,
    /// The cell of a table that it is in: `D5`.
    pub cell: Option<String>,
}

/// Why a text is not done.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Doubt {
    /// It is marked so, in this word.
    Marked(String),
    /// Only some of its segments have a translation.
    Half {
        /// How many have.
        done: usize,
        /// How many there are.
        of: usize,
    },
}
