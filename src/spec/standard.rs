//! The versions of PDF/X that a press may ask for, and what each forbids.

use serde::Deserialize;

/// A version of PDF/X.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Deserialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum PressStandard {
    /// PDF/X-4 (ISO 15930-7:2010): PDF 1.6, what is seen through stays so.
    #[default]
    #[serde(rename = "x-4")]
    X4,
    /// PDF/X-1a:2001 (ISO 15930-1:2001): PDF 1.3, inks alone, nothing is seen through.
    #[serde(rename = "x-1a:2001")]
    X1a2001,
    /// PDF/X-1a:2003 (ISO 15930-4:2003): the same in PDF 1.4.
    #[serde(rename = "x-1a:2003")]
    X1a2003,
    /// PDF/X-3:2002 (ISO 15930-3:2002): PDF 1.3, inks and colours by a profile, nothing is seen through.
    #[serde(rename = "x-3:2002")]
    X3,
}

impl PressStandard {
    /// Its usual name.
    pub fn name(self) -> &'static str {
        match self {
            PressStandard::X4 => "PDF/X-4",
            PressStandard::X1a2001 => "PDF/X-1a:2001",
            PressStandard::X1a2003 => "PDF/X-1a:2003",
            PressStandard::X3 => "PDF/X-3:2002",
        }
    }

    /// The version of PDF that it is written in terms of.
    pub fn pdf_version(self) -> &'static str {
        match self {
            PressStandard::X4 => "1.6",
            PressStandard::X1a2003 => "1.4",
            PressStandard::X1a2001 | PressStandard::X3 => "1.3",
        }
    }

    /// Whether nothing may be seen through anything.
    pub fn is_opaque(self) -> bool {
        self != PressStandard::X4
    }
}
