//! Why a leaflet is not set in a language.

use std::fmt;

use crate::fit::Lack;
use crate::flow::Flaw;
use crate::geom::Abs;
use crate::proof::{CoarsePicture, UnreadableCode};
use crate::source::Span;

/// Why a leaflet is not set in a language.
#[derive(Clone, PartialEq, Debug)]
pub enum Unset {
    /// The language's messages have errors, which were reported when they were read.
    Broken,
    /// So many of its messages are not there, which was reported when the language was read.
    Missing(usize),
    /// Most of it is still in the source language.
    Untranslated(Untranslated),
    /// It is to be final, and so many of its messages were not reviewed as they stand.
    NotFinal(usize),
    /// Nobody asked for it: the language only helps to choose the panels of other leaflets.
    NotAsked,
    /// Some of its text can't be set at any size.
    Flawed {
        /// The first flaw in reading order.
        first: Box<Flaw>,
        /// The others.
        others: Vec<Flaw>,
    },
    /// It does not fit at the smallest size of its script.
    Overset(Box<OversetText>),
    /// The layout's largest size is below the smallest of the script.
    TooSmall {
        /// The largest size of the layout.
        max: Abs,
        /// The smallest size of the script.
        floor: Abs,
    },
    /// One of its pictures has too few pixels for its size.
    Coarse(CoarsePicture),
    /// One of its QR codes can't be read.
    Unreadable(UnreadableCode),
}

/// A leaflet that still waits for its translation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Untranslated {
    /// How many of its messages are the same as in the source language.
    pub copied: usize,
    /// How many there are to translate.
    pub of: usize,
}

/// In short: `72 of its 97 messages are not translated`.
impl fmt::Display for Untranslated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Untranslated { copied, of } = self;
        write!(f, "{copied} of its {of} messages are not translated")
    }
}

/// Text that does not fit into its panel.
#[derive(Clone, PartialEq, Debug)]
pub struct OversetText {
    /// The name of the panel.
    pub panel: String,
    /// The panel in its layout.
    pub panel_span: Span,
    /// The first message that has no room, where the language has it.
    pub message_span: Option<Span>,
    /// That message with its value.
    pub value_span: Option<Span>,
    /// The word that is too wide, where it lacks width.
    pub word: String,
    /// The longest of the organisation's values there, where one is long.
    pub long_value: Option<LongValue>,
    /// The message that is far longer than its source, where one is.
    pub long_message: Option<LongMessage>,
    /// What it lacks.
    pub lack: Lack,
    /// What its messages would have to lose for it to fit, those that lose least first; none where that is not known.
    pub savings: Vec<MessageSaving>,
    /// The smallest size of the script.
    pub floor: Abs,
    /// About how long the leaflet's text is, in bytes.
    pub length: usize,
}

/// What a message would have to lose.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MessageSaving {
    /// Its name.
    pub message: String,
    /// About how many characters.
    pub characters: usize,
}

/// A message that is far longer than its source, more so than others of the leaflet are.
#[derive(Clone, PartialEq, Debug)]
pub struct LongMessage {
    /// Its name.
    pub message: String,
    /// Where it is.
    pub span: Span,
    /// How many times as long as its source it is.
    pub times: f64,
    /// How many times as long as their sources the others are, in the middle.
    pub usual: f64,
    /// By how many characters it is longer than it would be so.
    pub characters: usize,
}

/// A value of the organisation that is longer than most.
#[derive(Clone, PartialEq, Debug)]
pub struct LongValue {
    /// What it is, in words.
    pub what: &'static str,
    /// Where it is given.
    pub span: Span,
    /// How many characters it has.
    pub characters: usize,
    /// About how many fit on one line, where it stands on a line of its own.
    pub fitting: Option<usize>,
}

/// In short, for a cell of a table that names language and layout: `14.2 pt (about 90 characters) too tall for panel “left”`.
impl fmt::Display for Unset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unset::Broken => f.write_str("its messages have errors"),
            Unset::Missing(1) => f.write_str("one of its messages is missing"),
            Unset::Missing(count) => write!(f, "{count} of its messages are missing"),
            Unset::Untranslated(untranslated) => untranslated.fmt(f),
            Unset::NotFinal(1) => f.write_str("one of its messages is not final"),
            Unset::NotFinal(count) => write!(f, "{count} of its messages are not final"),
            Unset::NotAsked => f.write_str("it was not asked for"),
            Unset::Flawed { first, .. } => first.fmt(f),
            Unset::Overset(overset) => overset.fmt(f),
            Unset::Unreadable(_) => f.write_str("a QR code in it can’t be read"),
            Unset::TooSmall { max, floor } => {
                write!(f, "at most {} pt, but this script needs {}", max.to_pt(), floor.to_pt())
            }
            Unset::Coarse(picture) => {
                let (ppi, wanted) = (picture.ppi, picture.wanted());
                write!(f, "a picture has {ppi:.0} pixels to the inch, fewer than {wanted:.0}")
            }
        }
    }
}

impl OversetText {
    /// About how many characters it would have to lose: where that is known, in the messages that lose least; else what has no room.
    pub fn characters(&self) -> usize {
        let Lack::Height { characters, .. } = self.lack else { return 0 };
        let saved: usize = self.savings.iter().map(|saving| saving.characters).sum();
        if saved > 0 { saved } else { characters }
    }
}

/// In short: `14.2 pt (about 90 characters) too tall for panel “left”`.
impl fmt::Display for OversetText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let panel = &self.panel;
        match self.lack {
            Lack::Height { by, .. } => {
                let height = by.to_pt();
                match self.characters() {
                    // Nothing but a picture or a code is left over.
                    0 => write!(f, "{height:.1} pt too tall for panel “{panel}”"),
                    1 => write!(f, "{height:.1} pt (about 1 character) too tall for panel “{panel}”"),
                    more => {
                        write!(f, "{height:.1} pt (about {more} characters) too tall for panel “{panel}”")
                    }
                }
            }
            Lack::Width { .. } => write!(f, "a word is wider than panel “{panel}”"),
            Lack::Neighbours => write!(f, "panel “{panel}” leaves no room for its neighbours"),
        }
    }
}
