//! Affine maps: scaled, turned, shifted.

use crate::geom::length::Abs;
use crate::geom::rect::Point;

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

    /// Turns by so many quarters about the origin, clockwise as seen on the page.
    pub fn turn(quarters: u8) -> Affine {
        let linear = match quarters % 4 {
            0 => [1.0, 0.0, 0.0, 1.0],
            1 => [0.0, 1.0, -1.0, 0.0],
            2 => [-1.0, 0.0, 0.0, -1.0],
            _ => [0.0, -1.0, 1.0, 0.0],
        };
        Affine { linear, ..Affine::IDENTITY }
    }

    /// The point that a point is mapped to.
    pub fn apply(&self, point: Point) -> Point {
        let [a, b, c, d] = self.linear;
        Point::new(point.x * a + point.y * c + self.shift.x, point.x * b + point.y * d + self.shift.y)
    }

    /// The map that applies `inner` first, then `self`.
    ///
    /// ```text
    /// let shift = Affine { shift: Point::new(Abs::pt(10.0), Abs::ZERO), ..Affine::IDENTITY };
    /// let map = shift.after(&Affine::scale(2.0, 2.0));
    /// assert_eq!(map.apply(Point::new(Abs::pt(1.0), Abs::ZERO)).x, Abs::pt(12.0));
    /// ```
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
    fn four_quarter_turns_are_none() {
        let four = (0..4).fold(Affine::IDENTITY, |turned, _| Affine::turn(1).after(&turned));
        assert_eq!(four, Affine::IDENTITY);
    }
}
