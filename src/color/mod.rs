//! Colours. A colour is given once, for the screen and for the press. The output picks a side: its profile says which inks
//! there are, and whether there is only one.

mod condition;
mod convert;
mod drums;
mod inks;
mod intent;
mod light;
mod output;
mod paint;
mod press;
mod spot;
mod swatch;
mod tone;

pub use condition::Condition;
pub use convert::{grey_finder, level_ends, limit_inks, separate, tint_finder};
pub use drums::{Drums, MOST_DRUMS, ToneFinder};
pub use inks::InkTable;
pub use intent::{INTENTS, Intent};
pub use output::{Inks, Output, Profile};
pub use paint::Paint;
pub use press::{BOLD, Inking, LARGE_TYPE, MOST_INK, MOST_LEVELS, TypeInks};
pub use spot::Spot;
pub use swatch::Color;
