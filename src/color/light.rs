//! How light colours are: sRGB by its standard, and solid inks as a press profile has them.

/// The luminance of solid inks over each other, the paper's being 1: the bits of the index are cyan, magenta, yellow and
/// black from the highest down. Read from the profile of `pdf`, relative colorimetric (CGATS TR 006).
pub(super) const SOLIDS: [f64; 16] = [
    1.0, 0.0219, 0.8463, 0.0219, 0.1925, 0.0120, 0.1858, 0.0131, 0.2600, 0.0120, 0.2099, 0.0131, 0.0471,
    0.0087, 0.0432, 0.0100,
];

/// The relative luminance of a colour of sRGB (WCAG 2.1).
pub(super) fn luminance(srgb: [u8; 3]) -> f64 {
    srgb.iter().zip([0.2126, 0.7152, 0.0722]).map(|(&part, weight)| linear(part) * weight).sum()
}

/// A channel of sRGB as light (IEC 61966-2-1). The power is that of `libm`, the same on every machine, which the standard
/// library does not promise of its own.
pub(super) fn linear(channel: u8) -> f64 {
    let channel = f64::from(channel) / 255.0;
    if channel <= 0.04045 { channel / 12.92 } else { libm::pow((channel + 0.055) / 1.055, 2.4) }
}
