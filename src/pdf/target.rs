//! What a file is to be: for whom, by which standards, and what it can therefore say of itself.

use crate::color::{Inks, Output, Paint, Profile};
use crate::spec::{PressFonts, PressInk, PressStandard};

/// What a file is to be.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Target {
    /// What it is for.
    pub output: Output,
    /// The version of PDF/X that it keeps, where it is for a press.
    pub standard: PressStandard,
    /// How its type is held, where it is for a press.
    pub fonts: PressFonts,
    /// Which inks it is in, where it is for a press.
    pub ink: PressInk,
}

impl Target {
    /// A file for an output, a press being one that takes PDF/X-4 with faces in it.
    pub const fn usual(output: Output) -> Target {
        let (standard, fonts) = (PressStandard::X4, PressFonts::Embedded);
        Target { output, standard, fonts, ink: PressInk::Cmyk }
    }

    /// The version of PDF/X that it keeps; none but for a press.
    pub fn press_standard(&self) -> Option<PressStandard> {
        (self.output.profile == Profile::Press).then_some(self.standard)
    }

    /// Whether its type is outlines.
    pub fn is_outlined(&self) -> bool {
        self.press_standard().is_some() && self.fonts == PressFonts::Outlines
    }

    /// A paint as the file holds it: black ink alone is a grey, where the shop puts in an ink of its own.
    pub(super) fn held(&self, paint: Paint) -> Paint {
        match paint {
            Paint::Cmyk([0, 0, 0, black])
                if self.press_standard().is_some() && self.ink != PressInk::Cmyk =>
            {
                let grey = 255 - (u16::from(black) * 255 + 50) / 100;
                Paint::Grey(u8::try_from(grey).expect("it is 255 at most"))
            }
            other => other,
        }
    }

    /// Whether it has tags, an outline and what else reads it aloud: PDF/UA-1 and PDF/A-2a are of a later PDF than PDF/X-1a and
    /// PDF/X-3, nothing can read outlines, and one ink has not all the text.
    pub fn is_tagged(&self) -> bool {
        let is_plate = matches!(self.output.inks, Inks::Plate(..));
        !self.is_outlined()
            && !is_plate
            && self.press_standard().is_none_or(|standard| standard == PressStandard::X4)
    }

    /// The version of PDF.
    pub(super) fn pdf_version(&self) -> &'static str {
        self.press_standard().map_or("1.7", PressStandard::pdf_version)
    }

    /// Whether objects may be packed together (ISO 32000-1 7.5.7, 7.5.8): from PDF 1.5 on.
    pub(super) fn packs_objects(&self) -> bool {
        self.press_standard().is_none_or(|standard| standard == PressStandard::X4)
    }

    /// The standards that it keeps, by their usual names.
    pub fn standards(&self) -> Vec<&'static str> {
        let press = self.press_standard().map(PressStandard::name);
        let read: &[&str] = if self.is_tagged() { &["PDF/UA-1", "PDF/A-2a"] } else { &[] };
        press.into_iter().chain(read.iter().copied()).collect()
    }
}
