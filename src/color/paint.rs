//! A colour as a file holds it, and how light it is there.

use crate::color::condition::Condition;
use crate::color::light::{ink_luminance, lights, linear_light, luminance, tints};
use crate::color::spot::Spot;

/// A colour as a file holds it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Paint {
    /// A grey from 0, black, to 255, white, on the scale of sRGB.
    Grey(u8),
    /// Red, green, blue of sRGB.
    Rgb([u8; 3]),
    /// Cyan, magenta, yellow, black in percent.
    Cmyk([u8; 4]),
    /// An ink of its own, and the process inks that stand for it.
    Spot {
        /// The ink.
        spot: Spot,
        /// Cyan, magenta, yellow, black in percent.
        cmyk: [u8; 4],
    },
}

impl Paint {
    /// The relative luminance (WCAG 2.1), that of the paper being 1. For process inks it is an estimate, within 0.03 of the
    /// profile that a press file carries.
    pub fn luminance(&self) -> f64 {
        self.luminance_by(Condition::Gracol)
    }

    /// The same where inks are printed by that condition.
    pub fn luminance_by(&self, condition: Condition) -> f64 {
        match *self {
            Paint::Grey(grey) => linear_light(grey),
            Paint::Rgb(srgb) => luminance(srgb),
            Paint::Cmyk(cmyk) | Paint::Spot { cmyk, .. } => ink_luminance(cmyk, condition),
        }
    }

    /// The contrast ratio of two paints, from 1 to 21 (WCAG 2.1).
    pub fn contrast(&self, other: &Paint) -> f64 {
        self.contrast_by(other, Condition::Gracol)
    }

    /// The same where inks are printed by that condition.
    pub fn contrast_by(&self, other: &Paint, condition: Condition) -> f64 {
        let (one, other) = (self.luminance_by(condition), other.luminance_by(condition));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }
}

/// The grey of sRGB that is nearest in luminance.
pub(super) fn nearest_grey(luminance: f64) -> u8 {
    let lighter = lights().partition_point(|light| *light < luminance).min(255);
    let off = |grey: &usize| (lights()[*grey] - luminance).abs();
    let nearest = [lighter.saturating_sub(1), lighter].into_iter().min_by(|a, b| off(a).total_cmp(&off(b)));
    nearest.and_then(|grey| u8::try_from(grey).ok()).expect("one of two greys is nearer, and both are bytes")
}

/// The tint of black ink that is nearest in luminance, in percent. None is darker than the ink itself.
pub(super) fn nearest_tint(luminance: f64, condition: Condition) -> u8 {
    let off = tints(condition).iter().map(|tint| (tint - luminance).abs());
    let nearest = (0..).zip(off).min_by(|(_, a), (_, b)| a.total_cmp(b));
    nearest.expect("there are 101 tints").0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        let contrast = |grey: u8| Paint::Grey(grey).contrast(&Paint::Grey(255));
        assert_eq!(contrast(0), 21.0);
        // #595959 is the lightest grey with 7:1 on white, #767676 that with 4.5:1.
        assert!(contrast(0x59) >= 7.0 && contrast(0x5a) < 7.0);
        assert!(contrast(0x76) >= 4.5 && contrast(0x77) < 4.5);
    }

    /// Luminance by LittleCMS from the profile itself, relative colorimetric.
    #[test]
    fn process_inks_are_about_as_light_as_the_profile_has_them() {
        let measured: [([u8; 4], f64); 8] = [
            ([0, 0, 0, 50], 0.3223),
            ([0, 0, 0, 80], 0.0989),
            ([0, 0, 0, 20], 0.6620),
            ([60, 95, 30, 50], 0.0420),
            ([5, 82, 50, 5], 0.2209),
            ([0, 4, 8, 2], 0.9020),
            ([50, 0, 0, 0], 0.5462),
            ([40, 40, 40, 0], 0.3319),
        ];
        for (inks, luminance) in measured {
            let off = (Paint::Cmyk(inks).luminance() - luminance).abs();
            assert!(off < 0.034, "{inks:?} is off by {off}");
        }
    }
}
