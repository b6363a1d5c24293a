//! Lengths, rectangles and affine transforms. Lengths are in points (1/72 in) and finite; the origin of a
//! page is its top left corner, y grows downwards, and only `pdf` turns that over.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

/// A number without what follows its point: `2.9` gives 2. One that is too large gives the largest that there is, and what
/// is no number gives 0. Round first where the nearest is wanted.
///
/// ```
/// use polyleaf::geom::whole_number;
/// assert_eq!([2.9, -2.9, f64::INFINITY, f64::NAN].map(whole_number), [2, -2, i64::MAX, 0]);
/// ```
#[expect(
    clippy::as_conversions,
    reason = "the standard library knows no other way from f64 to a whole number"
)]
pub const fn whole_number(value: f64) -> i64 {
    value as i64
}

/// A length in points (1/72 in), finite by construction.
#[derive(Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Abs(f64);

impl Abs {
    /// No length.
    pub const ZERO: Abs = Abs(0.0);

    /// A length given in points. Not finite is a bug of the caller: parsers of input refuse such numbers.
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

    /// The length without its sign.
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

/// A length relative to the size of type: 1 em is the size itself.
#[derive(Clone, Copy, PartialEq, PartialOrd, Default, Debug)]
pub struct Em(f64);

impl Em {
    /// No length.
    pub const ZERO: Em = Em(0.0);

    /// A length given in em, finite.
    pub const fn new(em: f64) -> Em {
        assert!(em.is_finite(), "a length is finite");
        Em(em)
    }

    /// A length given in a face's design units, `upem` of which make an em.
    pub fn from_units(units: f64, upem: f64) -> Em {
        Em::new(units / upem)
    }

    /// The length in em.
    pub const fn to_em(self) -> f64 {
        self.0
    }

    /// The length at a size of type.
    pub fn at(self, size: Abs) -> Abs {
        size * self.0
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

impl AddAssign for Em {
    fn add_assign(&mut self, other: Em) {
        self.0 += other.0;
    }
}

impl Sum for Em {
    fn sum<I: Iterator<Item = Em>>(lengths: I) -> Em {
        lengths.fold(Em::ZERO, Add::add)
    }
}

/// A place, from the top left of what contains it.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub struct Point {
    /// To the right.
    pub x: Abs,
    /// Downwards.
    pub y: Abs,
}

impl Point {
    /// The place at `x`, `y`.
    pub const fn new(x: Abs, y: Abs) -> Point {
        Point { x, y }
    }
}

impl Add for Point {
    type Output = Point;
    fn add(self, other: Point) -> Point {
        Point::new(self.x + other.x, self.y + other.y)
    }
}

/// A width and a height.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub struct Size {
    /// The width.
    pub width: Abs,
    /// The height.
    pub height: Abs,
}

impl Size {
    /// The size of a thing `width` wide and `height` high.
    pub const fn new(width: Abs, height: Abs) -> Size {
        Size { width, height }
    }
}

/// Lengths for the four sides of a rectangle.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub struct Sides {
    /// At the top.
    pub top: Abs,
    /// At the right.
    pub right: Abs,
    /// At the bottom.
    pub bottom: Abs,
    /// At the left.
    pub left: Abs,
}

impl Sides {
    /// The same length on each side.
    pub const fn all(length: Abs) -> Sides {
        Sides { top: length, right: length, bottom: length, left: length }
    }
}

/// A rectangle with upright sides.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub struct Rect {
    /// Its top left corner.
    pub at: Point,
    /// Its size.
    pub size: Size,
}

impl Rect {
    /// The rectangle of that size at that corner.
    pub const fn new(at: Point, size: Size) -> Rect {
        Rect { at, size }
    }

    /// The x of the right side.
    pub fn right(&self) -> Abs {
        self.at.x + self.size.width
    }

    /// The y of the lower side.
    pub fn bottom(&self) -> Abs {
        self.at.y + self.size.height
    }

    /// The rectangle less the given lengths on its sides; never narrower or lower than nothing.
    pub fn inset(&self, sides: Sides) -> Rect {
        let width = (self.size.width - sides.left - sides.right).max(Abs::ZERO);
        let height = (self.size.height - sides.top - sides.bottom).max(Abs::ZERO);
        Rect::new(self.at + Point::new(sides.left, sides.top), Size::new(width, height))
    }

    /// Whether two rectangles share more than `slack` in both directions.
    pub fn overlaps(&self, other: &Rect, slack: Abs) -> bool {
        let across = self.right().min(other.right()) - self.at.x.max(other.at.x);
        let down = self.bottom().min(other.bottom()) - self.at.y.max(other.at.y);
        across > slack && down > slack
    }

    /// Whether the other rectangle lies inside this one, give or take `slack`.
    pub fn contains(&self, other: &Rect, slack: Abs) -> bool {
        other.at.x >= self.at.x - slack
            && other.at.y >= self.at.y - slack
            && other.right() <= self.right() + slack
            && other.bottom() <= self.bottom() + slack
    }
}

/// An affine map `(x, y) → (a x + c y + e, b x + d y + f)`, lengths in points.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Affine {
    /// The linear part, column by column: a, b, c, d.
    pub linear: [f64; 4],
    /// The shift: e, f.
    pub shift: Point,
}

impl Affine {
    /// The map that changes nothing.
    pub const IDENTITY: Affine =
        Affine { linear: [1.0, 0.0, 0.0, 1.0], shift: Point::new(Abs::ZERO, Abs::ZERO) };

    /// Scales by `x` and `y` about the origin.
    pub const fn scale(x: f64, y: f64) -> Affine {
        Affine { linear: [x, 0.0, 0.0, y], ..Affine::IDENTITY }
    }

    /// A quarter turn clockwise as seen on the page, `quarters` times, about the origin.
    pub fn turn(quarters: u8) -> Affine {
        let linear = match quarters % 4 {
            0 => [1.0, 0.0, 0.0, 1.0],
            1 => [0.0, 1.0, -1.0, 0.0],
            2 => [-1.0, 0.0, 0.0, -1.0],
            _ => [0.0, -1.0, 1.0, 0.0],
        };
        Affine { linear, ..Affine::IDENTITY }
    }

    /// The place that a place is mapped to.
    pub fn apply(&self, point: Point) -> Point {
        let [a, b, c, d] = self.linear;
        Point::new(point.x * a + point.y * c + self.shift.x, point.x * b + point.y * d + self.shift.y)
    }

    /// The map that applies `inner` first, then `self`.
    pub fn after(&self, inner: &Affine) -> Affine {
        let [a, b, c, d] = self.linear;
        let [p, q, r, s] = inner.linear;
        Affine {
            linear: [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s],
            shift: self.apply(inner.shift),
        }
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

    #[test]
    fn four_quarter_turns_are_none() {
        let four = (0..4).fold(Affine::IDENTITY, |turned, _| Affine::turn(1).after(&turned));
        assert_eq!(four, Affine::IDENTITY);
    }

    #[test]
    fn rectangles_that_only_touch_do_not_overlap() {
        let size = Size::new(Abs::pt(10.0), Abs::pt(10.0));
        let left = Rect::new(Point::default(), size);
        let right = Rect::new(Point::new(Abs::pt(10.0), Abs::ZERO), size);
        assert!(!left.overlaps(&right, Abs::ZERO));
        assert!(left.overlaps(&left, Abs::ZERO));
    }
}
