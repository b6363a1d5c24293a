//! Faults of what the file says of itself.

use std::fmt;

use serde::Serialize;

use crate::diag::Severity;
use crate::preflight::check::Check;
use crate::preflight::quote::Quote;

/// What is wrong with what the file says of itself.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum DocumentFault {
    /// It tells no language.
    NoLanguage,
    /// It has no title.
    NoTitle,
    /// Readers show the file's name instead of the title.
    HiddenTitle,
    /// It has no packet of XMP.
    NoXmp,
    /// Its packet of XMP is no XML.
    BrokenXmp,
    /// XMP and Info have different titles.
    Titles {
        /// The title in XMP.
        xmp: Quote,
        /// The title in Info.
        info: Quote,
    },
    /// XMP and Info have different dates.
    Dates {
        /// The key of Info.
        key: &'static str,
        /// The date in XMP.
        xmp: Quote,
        /// The date in Info.
        info: Quote,
    },
    /// XMP names a part of a standard that there is not.
    Part {
        /// The standard.
        standard: &'static str,
        /// The part.
        part: Quote,
    },
    /// No output intent is for a press.
    NoPressIntent,
    /// The output intent says nothing.
    EmptyIntent,
    /// The output intent is for a device of light.
    RgbIntent,
    /// There is no output intent.
    NoIntent,
    /// It does not tell whether traps are in.
    Trapped,
    /// It does not say that it is PDF/X-4.
    Version,
    /// Something hangs on a page that is for paper.
    Annotation {
        /// Its kind.
        annotation: Quote,
    },
    /// Printers may scale it.
    Scaling,
    /// Printers are not told how to turn the sheet.
    Duplex,
}

impl DocumentFault {
    pub(super) fn check(&self) -> Check {
        match self {
            DocumentFault::NoLanguage => Check::Language,
            DocumentFault::NoTitle | DocumentFault::HiddenTitle => Check::Title,
            DocumentFault::NoXmp
            | DocumentFault::BrokenXmp
            | DocumentFault::Titles { .. }
            | DocumentFault::Dates { .. }
            | DocumentFault::Part { .. } => Check::Xmp,
            DocumentFault::NoPressIntent
            | DocumentFault::EmptyIntent
            | DocumentFault::RgbIntent
            | DocumentFault::NoIntent => Check::Intent,
            DocumentFault::Trapped => Check::Trapped,
            DocumentFault::Version => Check::Version,
            DocumentFault::Annotation { .. } => Check::Annotation,
            DocumentFault::Scaling => Check::Scaling,
            DocumentFault::Duplex => Check::Duplex,
        }
    }

    pub(super) fn severity(&self) -> Severity {
        match self {
            DocumentFault::Titles { .. }
            | DocumentFault::Dates { .. }
            | DocumentFault::NoIntent
            | DocumentFault::Scaling
            | DocumentFault::Duplex => Severity::Warning,
            DocumentFault::NoLanguage
            | DocumentFault::NoTitle
            | DocumentFault::HiddenTitle
            | DocumentFault::NoXmp
            | DocumentFault::BrokenXmp
            | DocumentFault::Part { .. }
            | DocumentFault::NoPressIntent
            | DocumentFault::EmptyIntent
            | DocumentFault::RgbIntent
            | DocumentFault::Trapped
            | DocumentFault::Version
            | DocumentFault::Annotation { .. } => Severity::Error,
        }
    }
}

impl fmt::Display for DocumentFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fixed = match self {
            DocumentFault::Titles { xmp, info } => {
                return write!(f, "XMP has the title “{xmp}”, Info “{info}”");
            }
            DocumentFault::Dates { key, xmp, info } => {
                return write!(f, "XMP has the date “{xmp}”, Info “{info}” ({key})");
            }
            DocumentFault::Part { standard, part } => {
                return write!(f, "XMP names part {part} of {standard}, and there is no such part");
            }
            DocumentFault::Annotation { annotation } => {
                return write!(f, "an annotation ({annotation}) on paper");
            }
            DocumentFault::NoLanguage => {
                "no language is given, so screen readers don’t know how to pronounce it"
            }
            DocumentFault::NoTitle => "there is no title",
            DocumentFault::HiddenTitle => {
                "readers show the file’s name, not its title: DisplayDocTitle is not set"
            }
            DocumentFault::NoXmp => "there is no XMP packet",
            DocumentFault::BrokenXmp => "the XMP packet is not well-formed XML",
            DocumentFault::NoPressIntent => "no output intent says which printing condition is meant",
            DocumentFault::EmptyIntent => {
                "the output intent neither names a printing condition nor holds a profile"
            }
            DocumentFault::RgbIntent => "the output intent is for a device of red, green and blue",
            DocumentFault::NoIntent => "no output intent says what its colours mean",
            DocumentFault::Trapped => "Info does not say whether the file is trapped (Trapped)",
            DocumentFault::Version => "XMP does not say that the file is PDF/X-4",
            DocumentFault::Scaling => "printers may shrink it to fit, which moves every fold (PrintScaling)",
            DocumentFault::Duplex => "the printer is not told along which edge to turn the sheet (Duplex)",
        };
        f.write_str(fixed)
    }
}
