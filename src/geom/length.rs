//! Lengths: in points, and in em of the type.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

/// A length in points (1/72 in), finite by construction.
///
/// ```text
/// let letter = Abs::inches(8.5);
/// assert_eq!(letter, Abs::pt(612.0));
/// assert!((letter.to_mm() - 215.9).abs() < 1e-9);
/// assert_eq!(letter / 3.0, Abs::pt(204.0)); // a length
/// assert_eq!(letter / Abs::pt(12.0), 51.0); // a ratio
/// ```
#[derive(Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Abs(f64);

impl Abs {
    /// No length.
    pub const ZERO: Abs = Abs(0.0);

    /// A length given in points.
    ///
    /// # Panics
    /// The number is not finite. That is a bug of the caller: parsers of input refuse such numbers.
    pub const fn pt(points: f64) -> Abs {
        assert!(points.is_finite(), "a length is finite");
        Abs(points)
    }

    /// A length given in millimetres.
    pub const fn mm(millimetres: f64) -> Abs {
        Abs::pt(millimetres * 72.0 / 25.4)
    }

    /// A length given in inches.
    pub const fn inches(inches: f64) -> Abs {
        Abs::pt(inches * 72.0)
    }

    /// The length in points.
    pub const fn to_pt(self) -> f64 {
        self.0
    }

    /// The length in points, rounded to hundredths, as reports give it.
    pub fn to_hundredths(self) -> f64 {
        (self.0 * 100.0).round() / 100.0
    }

    /// The length in millimetres.
    pub const fn to_mm(self) -> f64 {
        self.0 * 25.4 / 72.0
    }

    /// The smaller of two lengths.
    pub fn min(self, other: Abs) -> Abs {
        Abs(self.0.min(other.0))
    }

    /// The larger of two lengths.
    pub fn max(self, other: Abs) -> Abs {
        Abs(self.0.max(other.0))
    }

    /// The absolute value.
    pub fn abs(self) -> Abs {
        Abs(self.0.abs())
    }
}

impl fmt::Debug for Abs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}pt", (self.0 * 1000.0).round() / 1000.0)
    }
}

impl Add for Abs {
    type Output = Abs;
    fn add(self, other: Abs) -> Abs {
        Abs(self.0 + other.0)
    }
}

impl Sub for Abs {
    type Output = Abs;
    fn sub(self, other: Abs) -> Abs {
        Abs(self.0 - other.0)
    }
}

impl Neg for Abs {
    type Output = Abs;
    fn neg(self) -> Abs {
        Abs(-self.0)
    }
}

impl Mul<f64> for Abs {
    type Output = Abs;
    fn mul(self, factor: f64) -> Abs {
        Abs::pt(self.0 * factor)
    }
}

impl Div<f64> for Abs {
    type Output = Abs;
    fn div(self, divisor: f64) -> Abs {
        Abs::pt(self.0 / divisor)
    }
}

impl Div for Abs {
    type Output = f64;
    fn div(self, other: Abs) -> f64 {
        self.0 / other.0
    }
}

impl AddAssign for Abs {
    fn add_assign(&mut self, other: Abs) {
        self.0 += other.0;
    }
}

impl SubAssign for Abs {
    fn sub_assign(&mut self, other: Abs) {
        self.0 -= other.0;
    }
}

impl Sum for Abs {
    fn sum<I: Iterator<Item = Abs>>(lengths: I) -> Abs {
        lengths.fold(Abs::ZERO, Add::add)
    }
}

/// A length relative to the size of the type: 1 em is the size itself. Finite by construction.
///
/// ```text
/// let advance = Em::from_units(600.0, 1000.0);
/// assert_eq!(advance.at(Abs::pt(10.0)), Abs::pt(6.0));
/// ```
#[derive(Clone, Copy, PartialEq, PartialOrd, Default, Debug)]
pub struct Em(f64);

impl Em {
    /// No length.
    pub const ZERO: Em = Em(0.0);

    /// A length given in em.
    ///
    /// # Panics
    /// The number is not finite, which is a bug of the caller.
    pub const fn new(em: f64) -> Em {
        assert!(em.is_finite(), "a length is finite");
        Em(em)
    }

    /// A length given in the design units of a face, of which `upem` make one em.
    pub fn from_units(units: f64, upem: f64) -> Em {
        Em::new(units / upem)
    }

    /// The length in em.
    pub const fn to_em(self) -> f64 {
        self.0
    }

    /// The length at a size of the type.
    pub fn at(self, size: Abs) -> Abs {
        size * self.0
    }

    /// The smaller of two lengths.
    pub fn min(self, other: Em) -> Em {
        Em(self.0.min(other.0))
    }

    /// The larger of two lengths.
    pub fn max(self, other: Em) -> Em {
        Em(self.0.max(other.0))
    }

    /// The absolute value.
    pub fn abs(self) -> Em {
        Em(self.0.abs())
    }
}

impl Add for Em {
    type Output = Em;
    fn add(self, other: Em) -> Em {
        Em(self.0 + other.0)
    }
}

impl Sub for Em {
    type Output = Em;
    fn sub(self, other: Em) -> Em {
        Em(self.0 - other.0)
    }
}

impl Neg for Em {
    type Output = Em;
    fn neg(self) -> Em {
        Em(-self.0)
    }
}

impl Mul<f64> for Em {
    type Output = Em;
    fn mul(self, factor: f64) -> Em {
        Em::new(self.0 * factor)
    }
}

impl Div<f64> for Em {
    type Output = Em;
    fn div(self, divisor: f64) -> Em {
        Em::new(self.0 / divisor)
    }
}

impl Div for Em {
    type Output = f64;
    fn div(self, other: Em) -> f64 {
        self.0 / other.0
    }
}

impl AddAssign for Em {
    fn add_assign(&mut self, other: Em) {
        self.0 += other.0;
    }
}

impl SubAssign for Em {
    fn sub_assign(&mut self, other: Em) {
        self.0 -= other.0;
    }
}

impl Sum for Em {
    fn sum<I: Iterator<Item = Em>>(lengths: I) -> Em {
        lengths.fold(Em::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inch_is_72_points_and_25_4_millimetres() {
        assert!((Abs::mm(25.4) - Abs::inches(1.0)).abs() < Abs::pt(1e-9));
        assert!((Abs::pt(72.0).to_mm() - 25.4).abs() < 1e-9);
    }
}
