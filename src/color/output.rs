//! What a file is for, and the inks that it has.

use super::condition::Condition;
use super::drums::{Drums, Tones};
use super::intent::{INTENTS, Intent};
use super::paint::Paint;

/// What a file is for (docs/product.md, "Profiles").
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub enum Profile {
    /// An office printer or a photocopier: sRGB, and nothing at the edges where such a machine can't print.
    #[default]
    Office,
    /// A print shop: process inks, bleed, marks.
    Press,
    /// A screen: sRGB, panel by panel.
    Screen,
}

impl Profile {
    /// The name that the command line and reports use.
    pub fn name(self) -> &'static str {
        match self {
            Profile::Office => "office",
            Profile::Press => "press",
            Profile::Screen => "screen",
        }
    }
}

/// Which inks an output has.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Inks {
    /// All.
    #[default]
    Colour,
    /// Black and its tints.
    Mono,
    /// Those of a duplicator's drums, as they look over each other.
    Drums(Drums),
    /// One of them, by its place: its tones as greys, black being the full ink.
    Plate(Drums, usize),
}

impl Inks {
    /// The drums that something is printed with, where it is.
    pub fn drums(&self) -> Option<Drums> {
        match self {
            Inks::Drums(drums) | Inks::Plate(drums, _) => Some(*drums),
            Inks::Colour | Inks::Mono => None,
        }
    }

    /// Tones of drums as a file holds them: as they look, or those of its one ink as greys.
    pub(super) fn toned(&self, tones: Tones) -> Option<Paint> {
        match self {
            Inks::Drums(drums) => Some(Paint::Rgb(drums.look(tones))),
            Inks::Plate(_, ink) => Some(Paint::Grey(255 - tones.get(*ink)?)),
            Inks::Colour | Inks::Mono => None,
        }
    }
}

/// What a file is for, and the inks that it is printed with.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Output {
    /// What it is for.
    pub profile: Profile,
    /// The inks.
    pub inks: Inks,
    /// The condition that a press prints by; the usual one leaves it to the press, which may name another.
    pub intent: &'static Intent,
}

impl Output {
    /// That output; where it is a press, one by the usual condition.
    pub const fn of(profile: Profile, inks: Inks) -> Output {
        Output { profile, inks, intent: &INTENTS[0] }
    }

    /// The paper, and how it is printed on.
    pub fn condition(&self) -> Condition {
        self.intent.condition
    }
}
