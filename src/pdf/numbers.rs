//! Numbers as the file holds them.

use crate::geom::single;

/// A number to a thousandth, which is a third of a micrometre, and never -0.
pub(super) fn narrow(value: f64) -> f32 {
    single((value * 1000.0).round() / 1000.0 + 0.0)
}

/// A factor of a matrix, to a millionth.
pub(super) fn factor(value: f64) -> f32 {
    single((value * 1e6).round() / 1e6 + 0.0)
}

/// A whole number of design units; `None` where it is too large for one.
#[expect(clippy::as_conversions, reason = "the standard library knows no other way from f64 to i16")]
pub(super) fn whole_units(value: f64) -> Option<i16> {
    (value.abs() <= f64::from(i16::MAX)).then_some(value as i16)
}
