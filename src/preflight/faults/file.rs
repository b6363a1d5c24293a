//! Faults of the file as such.

use std::fmt;

use serde::Serialize;

use crate::diag::Severity;
use crate::preflight::check::Check;
use crate::preflight::read::{Excess, Hostile, Unlooked, Unread};

/// What is wrong with the file as such.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum FileFault {
    /// It could not be fetched.
    Missing {
        /// What the system says.
        reason: String,
    },
    /// It does not start as a PDF does.
    NoPdf,
    /// It is encrypted.
    Encrypted,
    /// Nothing can be made of it.
    Damaged,
    /// Reading it would cost too much.
    Hostile {
        /// How.
        how: Hostile,
    },
    /// The trailer has no pair of ids.
    NoIds,
    /// A stream is packed with LZW.
    Lzw,
    /// Not all of it was looked at.
    NotAllRead {
        /// Where reading stopped.
        part: Unlooked,
    },
    /// Something is beyond what the format can hold.
    Excess {
        /// What it is.
        what: Excess,
    },
}

impl From<Unread> for FileFault {
    fn from(unread: Unread) -> FileFault {
        match unread {
            Unread::NoPdf => FileFault::NoPdf,
            Unread::Encrypted => FileFault::Encrypted,
            Unread::Hostile(how) => FileFault::Hostile { how },
            Unread::Damaged => FileFault::Damaged,
        }
    }
}

impl FileFault {
    pub(super) fn check(&self) -> Check {
        match self {
            FileFault::NoIds => Check::Id,
            FileFault::Lzw => Check::Lzw,
            FileFault::NotAllRead { .. } => Check::Unlooked,
            FileFault::Excess { .. } => Check::Excess,
            FileFault::Missing { .. }
            | FileFault::NoPdf
            | FileFault::Encrypted
            | FileFault::Damaged
            | FileFault::Hostile { .. } => Check::Unreadable,
        }
    }

    pub(super) fn severity(&self) -> Severity {
        Severity::Error
    }
}

impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FileFault::Missing { reason } => f.write_str(reason),
            FileFault::NoPdf => f.write_str("it is not a PDF"),
            FileFault::Encrypted => f.write_str("it is encrypted; save it without a password first"),
            FileFault::Damaged => f.write_str("it is damaged: no pages can be found in it"),
            FileFault::Hostile { how } => write!(f, "it is not read, since {}", hostility(*how)),
            FileFault::NoIds => f.write_str("the trailer has no pair of ids"),
            FileFault::NotAllRead { part } => {
                write!(f, "not all was looked at, so there may be more that is wrong: {}", unlooked(*part))
            }
            FileFault::Excess { what } => f.write_str(match what {
                Excess::Number => "a number is larger than the format can hold",
                Excess::Name => "a name is longer than 127 bytes",
                Excess::String => "a string is longer than 32,767 bytes",
            }),
            FileFault::Lzw => f.write_str("a stream is packed with LZW, which an archive may not hold"),
        }
    }
}

fn unlooked(part: Unlooked) -> &'static str {
    match part {
        Unlooked::Pages => "it has more pages than a leaflet can",
        Unlooked::Operators => "its pages draw more than a leaflet can",
        Unlooked::Nesting => "what its pages draw is nested too deep",
        Unlooked::Contents => "a page unpacks to more than a leaflet can need",
        Unlooked::Faces => "it has more faces than a leaflet can",
        Unlooked::Uses => "its pages have more colours, texts or pictures than a leaflet can",
        Unlooked::Annotations => {
            "it has more links, annotations or entries of the outline than a leaflet can"
        }
        Unlooked::Tags => "its tags are more, or nested deeper, than a leaflet’s can be",
    }
}

fn hostility(how: Hostile) -> &'static str {
    match how {
        Hostile::TooLarge => "it is larger than 64 MB",
        Hostile::TooManyObjects => "it has more objects than a leaflet can need",
        Hostile::UnpacksTooFar => "it unpacks to more than a printed page can hold",
        Hostile::PackedTwice => "its streams are packed twice over",
        Hostile::EndlessStreams => "its streams do not end",
        Hostile::EndlessObjects => "its objects do not end",
        Hostile::HiddenPacking => "it does not say at its object streams how they are packed",
        Hostile::OddPacking => "its object streams are packed in a way that no program uses",
        Hostile::NestedStreams => "its object streams hold streams",
    }
}
