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
    fn rectangles_that_only_touch_do_not_overlap() {
        let size = Size::new(Abs::pt(10.0), Abs::pt(10.0));
        let left = Rect::new(Point::default(), size);
        let right = Rect::new(Point::new(Abs::pt(10.0), Abs::ZERO), size);
        assert!(!left.overlaps(&right, Abs::ZERO));
        assert!(left.overlaps(&left, Abs::ZERO));
    }
}
