//! Faults of faces and type.

use std::fmt;

use serde::Serialize;

use crate::diag::Severity;
use crate::preflight::check::Check;
use crate::preflight::quote::Quote;

/// What is wrong with a face or with text in it.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum FaceFault {
    /// It is not embedded.
    NotEmbedded {
        /// The face.
        face: Quote,
    },
    /// It is embedded with all its glyphs.
    Whole {
        /// The face.
        face: Quote,
    },
    /// Its codes can't be turned into text.
    NoUnicode {
        /// The face.
        face: Quote,
    },
    /// Codes of it mean what is no character.
    NoCharacter {
        /// The face.
        face: Quote,
    },
    /// Its glyphs are drawn by programs of their own.
    Type3 {
        /// The face.
        face: Quote,
    },
    /// Its program can't be read.
    DamagedProgram {
        /// The face.
        face: Quote,
    },
    /// Text is set in it too small.
    Small {
        /// The face.
        face: Quote,
        /// The size, in points.
        size_pt: f64,
    },
}

impl FaceFault {
    pub(super) fn check(&self) -> Check {
        match self {
            FaceFault::NotEmbedded { .. } => Check::Embedded,
            FaceFault::Whole { .. } => Check::Subset,
            FaceFault::NoUnicode { .. } | FaceFault::NoCharacter { .. } => Check::Unicode,
            FaceFault::Type3 { .. } => Check::Type3,
            FaceFault::DamagedProgram { .. } => Check::Damaged,
            FaceFault::Small { .. } => Check::Small,
        }
    }

    pub(super) fn severity(&self) -> Severity {
        match self {
            FaceFault::NotEmbedded { .. }
            | FaceFault::NoUnicode { .. }
            | FaceFault::NoCharacter { .. }
            | FaceFault::Type3 { .. }
            | FaceFault::DamagedProgram { .. } => Severity::Error,
            FaceFault::Whole { .. } | FaceFault::Small { .. } => Severity::Warning,
        }
    }
}

impl fmt::Display for FaceFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FaceFault::NotEmbedded { face } => {
                write!(f, "{face} is not embedded: another face will stand in")
            }
            FaceFault::Whole { face } => write!(f, "{face} is embedded with all its glyphs"),
            FaceFault::NoUnicode { face } => {
                write!(f, "the text in {face} can’t be read out, searched or copied: no ToUnicode")
            }
            FaceFault::NoCharacter { face } => {
                write!(f, "text in {face} means U+0000, U+FEFF or U+FFFE, which are no characters")
            }
            FaceFault::Type3 { face } => {
                write!(f, "{face} draws its glyphs as Type 3: they print coarse and are hard to search")
            }
            FaceFault::DamagedProgram { face } => write!(f, "the program of {face} can’t be read"),
            FaceFault::Small { face, size_pt } => {
                write!(f, "type of {size_pt:.2} pt in {face}, too small for many readers")
            }
        }
    }
}
