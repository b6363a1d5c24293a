//! Affine maps: scaled, turned, shifted.

use crate::geom::length::Abs;
use crate::geom::rect::{Point, Rect};

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

    /// The map that undoes this one. `None` where nothing does.
    pub fn inverse(&self) -> Option<Affine> {
        let [a, b, c, d] = self.linear;
        let determinant = self.determinant();
        if determinant == 0.0 || !determinant.is_finite() {
            return None;
        }
        let linear = [d, -b, -c, a].map(|part| part / determinant);
        let turned = Affine { linear, ..Affine::IDENTITY }.apply(self.shift);
        Some(Affine { linear, shift: Point::new(-turned.x, -turned.y) })
    }

    /// The smallest upright rectangle around a rectangle that is mapped.
    pub fn extent_of(&self, rect: &Rect) -> Rect {
        Rect::around(rect.corners().map(|corner| self.apply(corner))).expect("a rectangle has corners")
    }

    /// How long a unit to the right and a unit down come out.
    pub fn scales(&self) -> [f64; 2] {
        let [a, b, c, d] = self.linear;
        [a.hypot(b), c.hypot(d)]
    }

    /// By how much lengths grow, all directions taken together: the square root of how much areas do.
    pub fn mean_scale(&self) -> f64 {
        self.determinant().abs().sqrt()
    }

    /// The six numbers in the order of ISO 32000-1 8.3.3: a, b, c, d, and the shift in points.
    pub fn parts(&self) -> [f64; 6] {
        let [a, b, c, d] = self.linear;
        [a, b, c, d, self.shift.x.to_pt(), self.shift.y.to_pt()]
    }

    fn determinant(&self) -> f64 {
        let [a, b, c, d] = self.linear;
        a * d - b * c
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::rect::Size;

    #[test]
    fn four_quarter_turns_are_none() {
        let four = (0..4).fold(Affine::IDENTITY, |turned, _| Affine::turn(1).after(&turned));
        assert_eq!(four, Affine::IDENTITY);
    }

    #[test]
    fn a_map_and_its_inverse_change_nothing() {
        let shift = Point::new(Abs::pt(3.0), Abs::pt(-5.0));
        let map = Affine { linear: [2.0, 1.0, 0.0, 4.0], shift };
        let inverse = map.inverse().expect("nothing is flattened");
        assert_eq!(inverse.after(&map), Affine::IDENTITY);
        assert_eq!(Affine::scale(1.0, 0.0).inverse(), None);
    }

    #[test]
    fn a_quarter_turn_keeps_areas_and_lays_a_rectangle_on_its_side() {
        let [long, short] = [Abs::pt(4.0), Abs::pt(1.0)];
        let turned = Affine::turn(1).extent_of(&Rect::new(Point::default(), Size::new(long, short)));
        assert_eq!(turned, Rect::new(Point::new(-short, Abs::ZERO), Size::new(short, long)));
        assert_eq!(Affine::turn(1).mean_scale(), 1.0);
        assert_eq!(Affine::scale(2.0, 8.0).mean_scale(), 4.0);
    }
}
