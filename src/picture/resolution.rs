//! How finely pictures are to be shown: one table for what is built and for what is checked.

use crate::color::Profile;

/// Pixels to the inch.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Resolution {
    /// What is asked for.
    pub good: f64,
    /// Below it a picture looks broken and is refused.
    pub least: f64,
}

impl Resolution {
    /// The least of what is made of pixels here: drawings have edges, which show pixels sooner than
    /// photographs do, and a screen is looked at more closely than it is fine (H).
    const LEAST_MADE: f64 = 300.0;

    /// What a profile wants: a print shop by docs/print.md, "What printers ask"; an office printer half of that, squares being
    /// seen at arm's length below 100 (H); a screen the pixels that it has itself (CSS Values 4, 6.2), and less is never refused,
    /// since it can be looked at before it is sent.
    pub fn of(profile: Profile) -> Resolution {
        match profile {
            Profile::Press => Resolution { good: 300.0, least: 150.0 },
            Profile::Office => Resolution { good: 150.0, least: 100.0 },
            Profile::Screen => Resolution { good: 96.0, least: 0.0 },
        }
    }

    /// Pixels to the inch of what is made of pixels here.
    pub fn made(profile: Profile) -> f64 {
        Resolution::of(profile).good.max(Resolution::LEAST_MADE)
    }

    /// Whether a picture is coarser than what is asked for; half a pixel is left to rounding.
    pub fn wants_more(&self, ppi: f64) -> bool {
        ppi < self.good - 0.5
    }

    /// Whether it is refused.
    pub fn refuses(&self, ppi: f64) -> bool {
        ppi < self.least - 0.5
    }
}
