//! Relative luminance, that of white or of the paper being 1; the same numbers on every machine.

use std::sync::LazyLock;

use super::condition::Condition;

/// The luminance of solid inks over each other by the profile of a condition.
pub(super) fn solids(condition: Condition) -> &'static [f64; 16] {
    match condition {
        Condition::Gracol => &SOLIDS,
        Condition::Coated => &COATED,
        Condition::Uncoated => &UNCOATED,
    }
}

/// The luminance of solid inks over each other. The bits of the index are cyan, magenta, yellow and black, cyan the highest.
/// Read from the profile in `pdf`, relative colorimetric (CGATS TR 006).
pub(super) const SOLIDS: [f64; 16] = [
    1.0, 0.0219, 0.8463, 0.0219, 0.1925, 0.0120, 0.1858, 0.0131, 0.2600, 0.0120, 0.2099, 0.0131, 0.0471,
    0.0087, 0.0432, 0.0100,
];

/// The same of FOGRA39 and of FOGRA29.
const COATED: [f64; 16] = [
    1.0, 0.0244, 0.8463, 0.0236, 0.1925, 0.0137, 0.1825, 0.0149, 0.26, 0.0137, 0.2099, 0.0149, 0.0458, 0.01,
    0.0432, 0.011,
];
const UNCOATED: [f64; 16] = [
    1.0, 0.0769, 0.8283, 0.0698, 0.2559, 0.0664, 0.2283, 0.0616, 0.299, 0.0616, 0.2246, 0.0585, 0.1149,
    0.054, 0.0946, 0.054,
];

/// The relative luminance of a colour of sRGB (WCAG 2.1).
pub(super) fn luminance(srgb: [u8; 3]) -> f64 {
    srgb.iter().zip([0.2126, 0.7152, 0.0722]).map(|(&part, weight)| linear_light(part) * weight).sum()
}

/// The luminance of process inks in percent: an estimate.
///
/// Dots of four inks make sixteen colours, one for each set of inks that lie over each other. Each colour covers the share of
/// the paper that chance gives it, and the shares weigh its luminance (Neugebauer 1937). Light spreads in the paper, so dots
/// look larger than they are; to average square roots instead allows for that (Yule and Nielsen 1951, n = 2).
pub(super) fn ink_luminance(cmyk: [u8; 4], condition: Condition) -> f64 {
    let root: f64 = (0..16).zip(roots(condition)).map(|(inks, root)| coverage(cmyk, inks) * root).sum();
    root * root
}

/// The square roots of `solids`, taken once.
fn roots(condition: Condition) -> &'static [f64; 16] {
    static ROOTS: LazyLock<[[f64; 16]; 3]> =
        LazyLock::new(|| [&SOLIDS, &COATED, &UNCOATED].map(|solids| solids.map(f64::sqrt)));
    of_condition(&ROOTS, condition)
}

/// The luminance of each tint of black ink, from none to all of it in percent, reckoned once.
pub(super) fn tints(condition: Condition) -> &'static [f64; 101] {
    static TINTS: LazyLock<[[f64; 101]; 3]> = LazyLock::new(|| {
        [Condition::Gracol, Condition::Coated, Condition::Uncoated].map(|condition| {
            let mut tints = [0.0; 101];
            let inked = |ink| ink_luminance([0, 0, 0, ink], condition);
            tints.iter_mut().zip(0..).for_each(|(tint, ink)| *tint = inked(ink));
            tints
        })
    });
    of_condition(&TINTS, condition)
}

/// What belongs to a condition, of one for each.
fn of_condition<T>(each: &[T; 3], condition: Condition) -> &T {
    let [gracol, coated, uncoated] = each;
    match condition {
        Condition::Gracol => gracol,
        Condition::Coated => coated,
        Condition::Uncoated => uncoated,
    }
}

/// The share of the paper on which exactly these inks lie; `inks` as the index of `SOLIDS`.
fn coverage(cmyk: [u8; 4], inks: u8) -> f64 {
    let shares = (0..4).zip(cmyk).map(|(at, ink)| {
        let share = f64::from(ink) / 100.0;
        if inks >> (3 - at) & 1 == 1 { share } else { 1.0 - share }
    });
    shares.product()
}

/// The light of a channel of sRGB, from 0 to 1 (IEC 61966-2-1).
pub(super) fn linear_light(channel: u8) -> f64 {
    lights()[usize::from(channel)]
}

/// The light of each level of a channel, darkest first, reckoned once.
pub(super) fn lights() -> &'static [f64; 256] {
    static LIGHTS: LazyLock<[f64; 256]> = LazyLock::new(|| {
        let mut lights = [0.0; 256];
        lights.iter_mut().zip(0..=255).for_each(|(light, channel)| *light = reckoned_light(channel));
        lights
    });
    &LIGHTS
}

/// The power is that of `libm`, the same on every machine; `f64::powf` may differ from machine to machine, and with it what is
/// printed.
fn reckoned_light(channel: u8) -> f64 {
    let channel = f64::from(channel) / 255.0;
    if channel <= 0.04045 { channel / 12.92 } else { libm::pow((channel + 0.055) / 1.055, 2.4) }
}
