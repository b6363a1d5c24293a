//! Outlines as outputs read them.

use std::sync::Arc;

use crate::color::Color;
use crate::geom::{Abs, Point};

/// An outline, filled, stroked or both.
#[derive(Clone, PartialEq, Debug)]
pub struct Path {
    /// The steps of the outline; may hold several contours. Shared, since drawings repeat.
    pub steps: Arc<[Step]>,
    /// Its fill; contours wind non-zero unless `even_odd`.
    pub fill: Option<Color>,
    /// Whether it is filled by the even-odd rule.
    pub even_odd: bool,
    /// Its stroke.
    pub stroke: Option<Stroke>,
}

/// A step of an outline.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Step {
    /// Starts a contour.
    Move(Point),
    /// A straight line.
    Line(Point),
    /// A cubic curve by its two control points and its end.
    Cubic(Point, Point, Point),
    /// Closes the contour.
    Close,
}

/// How an outline is stroked.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Stroke {
    /// The colour.
    pub color: Color,
    /// The width.
    pub width: Abs,
    /// Whether ends and joins are round rather than square.
    pub round: bool,
}
