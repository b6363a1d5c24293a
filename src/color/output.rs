//! What a file is for, and the inks that it has.

use super::condition::Condition;
use super::intent::{INTENTS, Intent};

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
}

/// What a file is for, and the inks that it is printed with.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Output {
    /// What it is for.
    pub profile: Profile,
    /// The inks.
    pub inks: Inks,
    /// The condition that a press prints by.
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
