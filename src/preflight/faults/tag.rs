//! Faults of the tags, which screen readers read by.

use std::collections::BTreeSet;
use std::fmt;

use serde::Serialize;

use crate::diag::Severity;
use crate::preflight::check::Check;
use crate::preflight::quote::Quote;
use crate::preflight::read::Graphic;

/// What is wrong with the tags.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum TagFault {
    /// The file is not tagged.
    Untagged,
    /// The structure tree has no element.
    Empty,
    /// The file says that its tags are not to be trusted.
    Suspects,
    /// Something is drawn that is neither in the structure nor an artifact.
    Unmarked {
        /// What.
        what: BTreeSet<Graphic>,
    },
    /// Pieces of a page are in no element.
    LoosePieces {
        /// How many.
        pieces: usize,
    },
    /// Pieces of the structure are not on their page.
    MissingPieces {
        /// How many.
        pieces: usize,
    },
    /// A page does not lead to its elements.
    NoStructParents,
    /// Two pages lead to the same elements.
    SameStructParents,
    /// A line is read in another order than it stands in.
    Order {
        /// What stands first on the line.
        first: Quote,
        /// What stands behind it, and is read before it.
        second: Quote,
    },
    /// No reader knows what an element is.
    UnknownRole {
        /// Its role.
        role: Quote,
    },
    /// The first heading is not of the first level.
    FirstHeading {
        /// Its level.
        level: u32,
    },
    /// A heading skips a level.
    Heading {
        /// Its level.
        level: u32,
        /// That of the heading before.
        after: u32,
    },
    /// A figure or formula has no words.
    NoAlt {
        /// Which of them.
        role: String,
    },
    /// A link is in no element.
    LinkWithoutElement,
    /// A link has no words.
    LinkWithoutWords,
    /// The tab key does not follow the structure.
    Tabs,
}

impl TagFault {
    pub(super) fn check(&self) -> Check {
        match self {
            TagFault::Untagged | TagFault::Empty => Check::Tagged,
            TagFault::Suspects => Check::Suspects,
            TagFault::Unmarked { .. } => Check::Marked,
            TagFault::LoosePieces { .. }
            | TagFault::MissingPieces { .. }
            | TagFault::NoStructParents
            | TagFault::SameStructParents => Check::Parents,
            TagFault::Order { .. } => Check::Order,
            TagFault::UnknownRole { .. } => Check::Role,
            TagFault::FirstHeading { .. } | TagFault::Heading { .. } => Check::Heading,
            TagFault::NoAlt { .. } => Check::Alt,
            TagFault::LinkWithoutElement | TagFault::LinkWithoutWords => Check::Link,
            TagFault::Tabs => Check::Tabs,
        }
    }

    pub(super) fn severity(&self) -> Severity {
        Severity::Error
    }
}

impl fmt::Display for TagFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TagFault::Untagged => f.write_str("the file is not tagged: it can’t be read out in its order"),
            TagFault::Empty => f.write_str("the structure tree is empty"),
            TagFault::Suspects => f.write_str("the file says that its tags are not to be trusted (Suspects)"),
            TagFault::Unmarked { what } => {
                let what: Vec<&str> = what.iter().copied().map(in_words).collect();
                write!(f, "{} neither in the structure nor an artifact", what.join(" and "))
            }
            TagFault::LoosePieces { pieces } => write!(f, "marked pieces that are in no element: {pieces}"),
            TagFault::MissingPieces { pieces } => {
                write!(f, "pieces of the structure that are not on the page: {pieces}")
            }
            TagFault::NoStructParents => {
                f.write_str("the page does not lead to its elements (StructParents)")
            }
            TagFault::SameStructParents => f.write_str("two pages lead to the same elements (StructParents)"),
            TagFault::Order { first, second } => {
                write!(
                    f,
                    "“{first}” stands before “{second}” on a line, but screen readers read it after that"
                )
            }
            TagFault::UnknownRole { role } => write!(f, "no reader knows the element {role}"),
            TagFault::FirstHeading { level } => write!(f, "the first heading is of level {level}, not 1"),
            TagFault::Heading { level, after } => {
                write!(f, "a heading of level {level} follows one of level {after}")
            }
            TagFault::NoAlt { role } => write!(f, "a {role} without alternative text"),
            TagFault::LinkWithoutElement => f.write_str("a link is in no element"),
            TagFault::LinkWithoutWords => f.write_str("a link does not say where it leads (Contents)"),
            TagFault::Tabs => f.write_str("the tab key does not follow the structure (Tabs)"),
        }
    }
}

fn in_words(graphic: Graphic) -> &'static str {
    match graphic {
        Graphic::Gradient => "a gradient",
        Graphic::Picture => "a picture",
        Graphic::Shape => "a shape",
        Graphic::Text => "text",
    }
}
