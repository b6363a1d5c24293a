//! Faults of colours and pictures.

use std::fmt;

use serde::Serialize;

use crate::color::MOST_INK;
use crate::diag::Severity;
use crate::preflight::check::Check;
use crate::preflight::quote::Quote;
use crate::preflight::read::Onto;

/// What a colour is put on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Painted {
    /// An area or a line.
    Shape,
    /// Text.
    Text,
    /// The pixels of a picture, or a gradient.
    Picture,
}

impl From<Onto> for Painted {
    fn from(onto: Onto) -> Painted {
        match onto {
            Onto::Shape => Painted::Shape,
            Onto::SmallText | Onto::LargeText => Painted::Text,
            Onto::Picture => Painted::Picture,
        }
    }
}

/// What is wrong with a colour.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum InkFault {
    /// It is told as red, green and blue of a device.
    Rgb {
        /// What it is put on.
        onto: Painted,
        /// Its space.
        space: Quote,
    },
    /// It is told as light that says what it means.
    Light {
        /// What it is put on.
        onto: Painted,
        /// Its space.
        space: Quote,
    },
    /// It is an ink that red, green and blue stand in for.
    RgbAlternate {
        /// Its space.
        space: Quote,
    },
    /// It has more ink than the paper takes.
    Total {
        /// What it is put on.
        onto: Painted,
        /// How much, in percent.
        ink: f64,
    },
    /// It is that of registration marks, on the page.
    Registration {
        /// What it is put on.
        onto: Painted,
    },
    /// Small text is in several inks.
    SeveralInks {
        /// How many.
        inks: usize,
    },
    /// A line of that colour is thinner than a press prints.
    Hairline {
        /// How wide it is, in points.
        width: f64,
        /// The least, in points.
        least: f64,
    },
    /// A line of that colour has no width.
    BareLine,
    /// It is a device's, and no output intent says which device is meant.
    Device {
        /// The device.
        device: &'static str,
    },
}

impl InkFault {
    pub(super) fn check(&self) -> Check {
        match self {
            InkFault::Rgb { .. } | InkFault::Light { .. } | InkFault::RgbAlternate { .. } => Check::Rgb,
            InkFault::Total { .. } => Check::Total,
            InkFault::Registration { .. } => Check::Registration,
            InkFault::SeveralInks { .. } => Check::Text,
            InkFault::Hairline { .. } | InkFault::BareLine => Check::Hairline,
            InkFault::Device { .. } => Check::Device,
        }
    }

    pub(super) fn severity(&self) -> Severity {
        match self {
            InkFault::Rgb { .. }
            | InkFault::Total { .. }
            | InkFault::Registration { .. }
            | InkFault::SeveralInks { .. }
            | InkFault::BareLine => Severity::Error,
            InkFault::Light { .. }
            | InkFault::RgbAlternate { .. }
            | InkFault::Hairline { .. }
            | InkFault::Device { .. } => Severity::Warning,
        }
    }
}

impl fmt::Display for InkFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            InkFault::Rgb { onto, space } => write!(f, "{} in {space}", in_words(*onto)),
            InkFault::Light { onto, space } => {
                write!(
                    f,
                    "{} in {space}, which the print shop’s program turns into inks as it likes",
                    in_words(*onto)
                )
            }
            InkFault::RgbAlternate { space } => write!(f, "DeviceRGB stands in for {space}"),
            InkFault::Total { onto, ink } => {
                write!(f, "{ink:.0} % ink in {}, where {MOST_INK} % is safe on every paper", in_words(*onto))
            }
            InkFault::Registration { onto } => {
                write!(f, "{} in the colour of registration marks", in_words(*onto))
            }
            InkFault::SeveralInks { inks } => {
                write!(f, "small text in {inks} inks, which never lie exactly on each other")
            }
            InkFault::Hairline { width, least } => {
                write!(f, "a line of {width:.2} pt, where a press prints none below {least:.2} pt")
            }
            InkFault::BareLine => {
                f.write_str("a line of no width, which each device prints as thin as it can")
            }
            InkFault::Device { device } => {
                write!(f, "{device} without an output intent that says which device is meant")
            }
        }
    }
}

fn in_words(onto: Painted) -> &'static str {
    match onto {
        Painted::Shape => "a shape",
        Painted::Text => "text",
        Painted::Picture => "a picture or gradient",
    }
}

/// What is wrong with a picture.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum PictureFault {
    /// It has fewer pixels to the inch than are wanted.
    Coarse {
        /// How many it has.
        ppi: f64,
        /// How many are wanted.
        wanted_ppi: f64,
    },
    /// It has so few pixels to the inch that they show.
    Broken {
        /// How many it has.
        ppi: f64,
        /// How many are wanted.
        wanted_ppi: f64,
    },
    /// Its ink can't be measured.
    Unmeasured,
}

impl PictureFault {
    pub(super) fn check(&self) -> Check {
        match self {
            PictureFault::Coarse { .. } | PictureFault::Broken { .. } => Check::Resolution,
            PictureFault::Unmeasured => Check::Unmeasured,
        }
    }

    pub(super) fn severity(&self) -> Severity {
        match self {
            PictureFault::Broken { .. } => Severity::Error,
            PictureFault::Coarse { .. } | PictureFault::Unmeasured => Severity::Warning,
        }
    }
}

impl fmt::Display for PictureFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PictureFault::Coarse { ppi, wanted_ppi } | PictureFault::Broken { ppi, wanted_ppi } => {
                write!(f, "a picture of {ppi:.0} ppi, where {wanted_ppi:.0} are wanted")
            }
            PictureFault::Unmeasured => f.write_str("the ink of a picture can’t be measured"),
        }
    }
}
