//! Faults of pages and their boxes.

use std::fmt;

use serde::Serialize;

use crate::diag::Severity;
use crate::preflight::check::Check;

/// The least bleed that a shop asks for, in millimetres, a hair less for rounding (docs/print.md, "Profiles and marks").
const LEAST_BLEED: f64 = 0.99;

/// What is wrong with a page or its boxes; lengths are in millimetres.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum PageFault {
    /// There is no page.
    NoPage,
    /// It has no TrimBox.
    NoTrim,
    /// A box reaches out of the one around it.
    Nested {
        /// The box.
        inner: &'static str,
        /// The one around it.
        outer: &'static str,
        /// How far.
        out_mm: f64,
    },
    /// There is too little bleed.
    Bleed {
        /// How much there is.
        bleed_mm: f64,
    },
    /// It has another size than the first page.
    Alike {
        /// Its size.
        size_mm: [f64; 2],
        /// That of the first page.
        first_mm: [f64; 2],
    },
    /// No paper of its size is sold.
    Paper {
        /// Its size.
        size_mm: [f64; 2],
    },
    /// Text stands where an office printer does not print.
    Margin {
        /// How far from the edge.
        margin_mm: f64,
    },
}

impl PageFault {
    pub(super) fn check(&self) -> Check {
        match self {
            PageFault::NoPage => Check::NoPage,
            PageFault::NoTrim => Check::Trim,
            PageFault::Nested { .. } => Check::Nested,
            PageFault::Bleed { .. } => Check::Bleed,
            PageFault::Alike { .. } => Check::Alike,
            PageFault::Paper { .. } => Check::Paper,
            PageFault::Margin { .. } => Check::Margin,
        }
    }

    pub(super) fn severity(&self) -> Severity {
        match self {
            PageFault::Bleed { bleed_mm } if *bleed_mm >= LEAST_BLEED => Severity::Warning,
            PageFault::NoPage | PageFault::NoTrim | PageFault::Nested { .. } | PageFault::Bleed { .. } => {
                Severity::Error
            }
            PageFault::Alike { .. } | PageFault::Paper { .. } | PageFault::Margin { .. } => Severity::Warning,
        }
    }
}

impl fmt::Display for PageFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PageFault::NoPage => f.write_str("there is no page"),
            PageFault::NoTrim => f.write_str("there is no TrimBox: nobody can tell where to cut"),
            PageFault::Nested { inner, outer, out_mm } => {
                write!(f, "the {inner} is {out_mm:.2} mm outside the {outer}")
            }
            PageFault::Bleed { bleed_mm } => {
                write!(f, "{bleed_mm:.2} mm of bleed, where most shops ask for 3 mm")
            }
            PageFault::Alike { size_mm, first_mm } => {
                write!(f, "{}, but page 1 is {}", size_text(*size_mm), size_text(*first_mm))
            }
            PageFault::Paper { size_mm } => write!(f, "no paper of {} is sold", size_text(*size_mm)),
            PageFault::Margin { margin_mm } => {
                write!(f, "text {margin_mm:.1} mm from the edge, where an office printer does not print")
            }
        }
    }
}

fn size_text([width, height]: [f64; 2]) -> String {
    format!("{width:.1} × {height:.1} mm")
}
