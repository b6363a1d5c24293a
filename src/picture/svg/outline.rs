//! Outlines of usvg → outlines of ours.

use std::sync::Arc;

use usvg::tiny_skia_path::{PathSegment, Point as SvgPoint};
use usvg::{FillRule as SvgRule, LineCap, LineJoin, Path, Stroke, Transform};

use crate::frame::{Cap, Dashes, FillRule, Join, Line, Step, extent};
use crate::geom::{Abs, Affine, Point, Rect, Size};
use crate::picture::error::DrawingError;

/// How many times its size away from a drawing its points may lie. What lies farther is out of anybody's sight, and viewers
/// that reckon in single precision would show what comes from there in the wrong place (H).
pub(super) const MOST_FAR: u32 = 1_000;

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
    let [across, down] = map.scales();
    (across - down).abs() <= 1e-5 * across.max(down) && (a * c + b * d).abs() <= 1e-5 * across * down
}

/// The contours of an outline that may be seen: those that come within `reach` of what is visible. What lies wholly outside
/// of it changes nothing inside, however it winds.
///
/// # Errors
/// Points that lie too far away.
pub(super) fn seen(steps: &[Step], reach: Abs, visible: Rect) -> Result<Arc<[Step]>, DrawingError> {
    let far = (visible.size.width.max(visible.size.height)) * f64::from(MOST_FAR);
    let near = visible.grown(far);
    let mut kept = Vec::new();
    for contour in steps.chunk_by(|_, next| !matches!(next, Step::Move(_))) {
        let bounds = extent(contour);
        if !bounds.grown(reach).touches(&visible) {
            continue;
        }
        if !near.contains(&bounds, Abs::ZERO) {
            return Err(DrawingError::Far(MOST_FAR));
        }
        kept.extend_from_slice(contour);
    }
    Ok(kept.into())
}

/// The contours that have an inside: one whose points lie on a line has none, and a page would show it as a thinnest line.
pub(super) fn with_area(steps: &[Step]) -> Vec<Step> {
    let contours = steps.chunk_by(|_, next| !matches!(next, Step::Move(_)));
    contours.filter(|contour| has_area(contour)).flatten().copied().collect()
}

fn has_area(contour: &[Step]) -> bool {
    let points: Vec<[f64; 2]> =
        contour.iter().flat_map(Step::points).map(|point| [point.x.to_pt(), point.y.to_pt()]).collect();
    let Some(&[x, y]) = points.first() else { return false };
    let ways = points.iter().map(|[px, py]| [px - x, py - y]);
    let long = |way: &[f64; 2]| way[0].hypot(way[1]);
    let Some(far) = ways.clone().max_by(|a, b| long(a).total_cmp(&long(b))) else { return false };
    // A millionth of its length off the line is rounding, unless it is so long that anybody would see it.
    let rounding = (1e-6 * long(&far)).min(1e-3);
    ways.into_iter().any(|[dx, dy]| (far[0] * dy - far[1] * dx).abs() > rounding * long(&far))
}
