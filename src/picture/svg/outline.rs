//! Outlines of usvg → outlines of ours.

use std::sync::Arc;

use usvg::tiny_skia_path::{PathSegment, Point as SvgPoint};
use usvg::{FillRule as SvgRule, LineCap, LineJoin, Path, Stroke, Transform};

use crate::frame::{Cap, Dashes, FillRule, Join, Line, Step};
use crate::geom::{Abs, Affine, Point, Rect, Size};
use crate::picture::error::DrawingError;

/// How many times its size away from a drawing its points may lie. What lies farther is out of anybody's sight, and viewers
/// that reckon in single precision would show what comes from there in the wrong place (H).
const MOST_FAR: u32 = 1_000;

/// The steps of an outline, mapped by `to`; quadratic curves are raised to cubic ones.
pub(super) fn steps(path: &Path, to: &Affine) -> Vec<Step> {
    let mut last = SvgPoint::default();
    path.data().segments().map(|segment| step(segment, &mut last, to)).collect()
}

fn step(segment: PathSegment, last: &mut SvgPoint, to: &Affine) -> Step {
    let place = |p: SvgPoint| to.apply(point(p.x, p.y));
    let from = *last;
    match segment {
        PathSegment::MoveTo(end) => {
            *last = end;
            Step::Move(place(end))
        }
        PathSegment::LineTo(end) => {
            *last = end;
            Step::Line(place(end))
        }
        PathSegment::QuadTo(by, end) => {
            *last = end;
            let (from, by, end) = (place(from), place(by), place(end));
            let toward = |a: Abs, b: Abs| a + (b - a) * (2.0 / 3.0);
            let control = |end: Point| Point::new(toward(end.x, by.x), toward(end.y, by.y));
            Step::Cubic(control(from), control(end), end)
        }
        PathSegment::CubicTo(first, second, end) => {
            *last = end;
            Step::Cubic(place(first), place(second), place(end))
        }
        PathSegment::Close => Step::Close,
    }
}

/// A point in units of a drawing.
pub(super) fn point(x: f32, y: f32) -> Point {
    Point::new(length(x), length(y))
}

/// A length in units of a drawing.
pub(super) fn length(units: f32) -> Abs {
    Abs::pt(f64::from(units))
}

/// A rectangle in units of a drawing.
pub(super) fn rect(of: usvg::Rect) -> Rect {
    Rect::new(point(of.x(), of.y()), Size::new(length(of.width()), length(of.height())))
}

/// A transform as a map.
pub(super) fn affine(transform: Transform) -> Affine {
    let Transform { sx, kx, ky, sy, tx, ty } = transform;
    Affine { linear: [sx, ky, kx, sy].map(f64::from), shift: point(tx, ty) }
}

/// What is inside of an outline.
pub(super) fn rule(rule: SvgRule) -> FillRule {
    match rule {
        SvgRule::NonZero => FillRule::NonZero,
        SvgRule::EvenOdd => FillRule::EvenOdd,
    }
}

/// The line of a stroke, in the units of its outline.
pub(super) fn line(stroke: &Stroke) -> Line {
    let dashes = stroke.dasharray().map(|lengths| Dashes {
        lengths: lengths.iter().map(|&part| length(part)).collect(),
        offset: length(stroke.dashoffset()),
    });
    let cap = match stroke.linecap() {
        LineCap::Butt => Cap::Butt,
        LineCap::Round => Cap::Round,
        LineCap::Square => Cap::Square,
    };
    let join = match stroke.linejoin() {
        LineJoin::Miter | LineJoin::MiterClip => Join::Miter,
        LineJoin::Round => Join::Round,
        LineJoin::Bevel => Join::Bevel,
    };
    Line {
        width: length(stroke.width().get()),
        cap,
        join,
        miter_limit: f64::from(stroke.miterlimit().get()),
        dashes,
    }
}

/// Whether a map scales both ways alike, so that a stroke keeps its shape.
pub(super) fn is_even(map: &Affine) -> bool {
    let [a, b, c, d] = map.linear;
    let [across, down] = [a.hypot(b), c.hypot(d)];
    (across - down).abs() <= 1e-5 * across.max(down) && (a * c + b * d).abs() <= 1e-5 * across * down
}

/// By how much a map scales, both ways taken together.
pub(super) fn scale(map: &Affine) -> f64 {
    let [a, b, c, d] = map.linear;
    (a * d - b * c).abs().sqrt()
}

/// The contours of an outline that may be seen: those that come within `reach` of what is visible. What lies wholly outside
/// of it changes nothing inside, however it winds.
///
/// # Errors
/// Points that lie too far away.
pub(super) fn seen(steps: &[Step], reach: Abs, visible: Rect) -> Result<Arc<[Step]>, DrawingError> {
    let far = (visible.size.width.max(visible.size.height)) * f64::from(MOST_FAR);
    let mut kept = Vec::new();
    for contour in steps.chunk_by(|_, next| !matches!(next, Step::Move(_))) {
        let bounds = bounds(contour);
        let wide = Rect::new(
            bounds.at + Point::new(-reach, -reach),
            Size::new(bounds.size.width + reach * 2.0, bounds.size.height + reach * 2.0),
        );
        if !meet(wide, visible) {
            continue;
        }
        let near = Rect::new(
            visible.at + Point::new(-far, -far),
            Size::new(visible.size.width + far * 2.0, visible.size.height + far * 2.0),
        );
        if !holds(near, bounds) {
            return Err(DrawingError::Far(MOST_FAR));
        }
        kept.extend_from_slice(contour);
    }
    Ok(kept.into())
}

/// The smallest rectangle around all points and controls.
pub(super) fn bounds(steps: &[Step]) -> Rect {
    let points = steps.iter().flat_map(|step| match *step {
        Step::Move(to) | Step::Line(to) => [Some(to), None, None],
        Step::Cubic(one, two, to) => [Some(one), Some(two), Some(to)],
        Step::Close => [None; 3],
    });
    let mut points = points.flatten();
    let first = points.next().unwrap_or_default();
    let (low, high) = points.fold((first, first), |(low, high), point| {
        (
            Point::new(low.x.min(point.x), low.y.min(point.y)),
            Point::new(high.x.max(point.x), high.y.max(point.y)),
        )
    });
    Rect::new(low, Size::new(high.x - low.x, high.y - low.y))
}

/// The smallest upright rectangle around a rectangle that is mapped.
pub(super) fn mapped(rect: Rect, by: &Affine) -> Rect {
    let corner = |x, y| Step::Line(by.apply(Point::new(x, y)));
    bounds(&[
        corner(rect.at.x, rect.at.y),
        corner(rect.right(), rect.at.y),
        corner(rect.at.x, rect.bottom()),
        corner(rect.right(), rect.bottom()),
    ])
}

/// Whether two rectangles touch.
pub(super) fn meet(one: Rect, other: Rect) -> bool {
    one.at.x <= other.right()
        && other.at.x <= one.right()
        && one.at.y <= other.bottom()
        && other.at.y <= one.bottom()
}

/// What two rectangles have in common; empty where they don't touch.
pub(super) fn common(one: Rect, other: Rect) -> Rect {
    let at = Point::new(one.at.x.max(other.at.x), one.at.y.max(other.at.y));
    let [width, height] = [one.right().min(other.right()) - at.x, one.bottom().min(other.bottom()) - at.y];
    Rect::new(at, Size::new(width.max(Abs::ZERO), height.max(Abs::ZERO)))
}

/// Whether a rectangle lies within another one.
pub(super) fn holds(outer: Rect, inner: Rect) -> bool {
    outer.at.x <= inner.at.x
        && outer.at.y <= inner.at.y
        && inner.right() <= outer.right()
        && inner.bottom() <= outer.bottom()
}
