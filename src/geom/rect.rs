//! Points, sizes and upright rectangles.

use std::ops::Add;

use crate::geom::length::Abs;

/// A point, measured from the top left corner of what contains it.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub struct Point {
    /// How far it is to the right.
    pub x: Abs,
    /// How far it is down.
    pub y: Abs,
}

impl Point {
    /// The point at `x`, `y`.
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
    /// The size of a box `width` wide and `height` high.
    pub const fn new(width: Abs, height: Abs) -> Size {
        Size { width, height }
    }
}

/// One length for each side of a rectangle.
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

    /// The rectangle between two opposite corners.
    pub fn between(one: Point, other: Point) -> Rect {
        let at = Point::new(one.x.min(other.x), one.y.min(other.y));
        Rect::new(at, Size::new((one.x - other.x).abs(), (one.y - other.y).abs()))
    }

    /// The smallest rectangle around points. `None` where there are none.
    pub fn around(points: impl IntoIterator<Item = Point>) -> Option<Rect> {
        let mut points = points.into_iter();
        let first = points.next()?;
        let (low, high) = points.fold((first, first), |(low, high), point| {
            (
                Point::new(low.x.min(point.x), low.y.min(point.y)),
                Point::new(high.x.max(point.x), high.y.max(point.y)),
            )
        });
        Some(Rect::between(low, high))
    }

    /// Its corners, from the top left one on clockwise.
    pub fn corners(&self) -> [Point; 4] {
        let (end, Point { x, y }) = (Point::new(self.right(), self.bottom()), self.at);
        [self.at, Point::new(end.x, y), end, Point::new(x, end.y)]
    }

    /// The x of the right side.
    pub fn right(&self) -> Abs {
        self.at.x + self.size.width
    }

    /// The y of the lower side.
    pub fn bottom(&self) -> Abs {
        self.at.y + self.size.height
    }

    /// The rectangle without a strip along each of its sides; its width and height never fall below zero.
    pub fn inset(&self, sides: Sides) -> Rect {
        let width = (self.size.width - sides.left - sides.right).max(Abs::ZERO);
        let height = (self.size.height - sides.top - sides.bottom).max(Abs::ZERO);
        Rect::new(self.at + Point::new(sides.left, sides.top), Size::new(width, height))
    }

    /// The rectangle with a strip of that width along each of its sides.
    pub fn grown(&self, by: Abs) -> Rect {
        self.inset(Sides::all(-by))
    }

    /// What two rectangles have in common; without a width or a height where they lie apart.
    pub fn common(&self, other: &Rect) -> Rect {
        let at = Point::new(self.at.x.max(other.at.x), self.at.y.max(other.at.y));
        let [right, bottom] = [self.right().min(other.right()), self.bottom().min(other.bottom())];
        Rect::new(at, Size::new((right - at.x).max(Abs::ZERO), (bottom - at.y).max(Abs::ZERO)))
    }

    /// Whether two rectangles have a point in common, be it on their sides.
    pub fn touches(&self, other: &Rect) -> bool {
        self.at.x <= other.right()
            && other.at.x <= self.right()
            && self.at.y <= other.bottom()
            && other.at.y <= self.bottom()
    }

    /// Whether a point lies in it or on its sides.
    pub fn holds(&self, point: Point) -> bool {
        (self.at.x..=self.right()).contains(&point.x) && (self.at.y..=self.bottom()).contains(&point.y)
    }

    /// Whether two rectangles overlap by more than `slack` in both directions.
    pub fn overlaps(&self, other: &Rect, slack: Abs) -> bool {
        let across = self.right().min(other.right()) - self.at.x.max(other.at.x);
        let down = self.bottom().min(other.bottom()) - self.at.y.max(other.at.y);
        across > slack && down > slack
    }

    /// Whether the other rectangle lies inside this one; it may stick out by `slack`.
    pub fn contains(&self, other: &Rect, slack: Abs) -> bool {
        other.at.x >= self.at.x - slack
            && other.at.y >= self.at.y - slack
            && other.right() <= self.right() + slack
            && other.bottom() <= self.bottom() + slack
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rectangle_is_the_smallest_around_its_corners() {
        let rect = Rect::new(Point::new(Abs::pt(2.0), Abs::pt(3.0)), Size::new(Abs::pt(5.0), Abs::pt(7.0)));
        let [first, _, opposite, _] = rect.corners();
        assert_eq!(Rect::between(opposite, first), rect);
        assert_eq!(Rect::around(rect.corners()), Some(rect));
        assert_eq!(Rect::around([]), None);
        assert!(rect.corners().into_iter().all(|corner| rect.holds(corner)));
        assert!(!rect.holds(Point::default()));
        assert!(rect.grown(Abs::pt(2.0)).holds(Point::new(Abs::ZERO, Abs::pt(1.0))));
    }

    #[test]
    fn rectangles_that_only_touch_do_not_overlap() {
        let size = Size::new(Abs::pt(10.0), Abs::pt(10.0));
        let left = Rect::new(Point::default(), size);
        let right = Rect::new(Point::new(Abs::pt(10.0), Abs::ZERO), size);
        assert!(!left.overlaps(&right, Abs::ZERO));
        assert!(left.overlaps(&left, Abs::ZERO));
        assert!(left.touches(&right));
        assert_eq!(left.common(&right).size.width, Abs::ZERO);
    }
}
