//! Numbers far beyond a canvas. In: a line, a map, a gradient of a drawing. Out: the same, or what is wrong: viewers reckon in
//! single precision, and no page holds such numbers.

use super::outline::MOST_FAR;
use crate::frame::{Circle, Course, Dashes, Gradient, Line};
use crate::geom::{Abs, Affine, Point, Rect, Size};
use crate::picture::error::DrawingError;

/// The most that a number may be in units of its own, such as those within a scaled group (H).
const MOST: f64 = 1e9;
/// The sides that a canvas may have (H).
const SIDES: [f64; 2] = [1e-3, 1e8];
/// The share of its canvas that dash and gap are at least (H): finer ones are none to the eye, and hundreds of thousands.
const LEAST_DASH: f64 = 1e-5;

/// Refuses a canvas that no page could show.
///
/// # Errors
/// It is such.
pub(super) fn check_canvas(size: Size) -> Result<(), DrawingError> {
    let sides = [size.width.to_pt(), size.height.to_pt()];
    let is_sound = sides.iter().all(|side| (SIDES[0]..=SIDES[1]).contains(side));
    if is_sound { Ok(()) } else { Err(DrawingError::Extreme("a canvas")) }
}

/// Refuses a map that turns all into a point, or into something without an end; `what` is mapped.
///
/// # Errors
/// It is such.
pub(super) fn check_map(map: &Affine, what: &'static str) -> Result<(), DrawingError> {
    let largest = map.linear.iter().copied().map(f64::abs).fold(0.0, f64::max);
    let is_sound = (1.0 / MOST..=MOST).contains(&largest)
        && [map.shift.x, map.shift.y].iter().all(|shift| shift.to_pt().abs() <= MOST);
    if is_sound { Ok(()) } else { Err(DrawingError::Extreme(what)) }
}

/// Refuses what is mapped to far beyond a canvas, or has numbers that are too large by themselves.
///
/// # Errors
/// It is such.
pub(super) fn check_points(
    points: &[Point],
    map: &Affine,
    canvas: Rect,
    what: &'static str,
) -> Result<(), DrawingError> {
    check_map(map, what)?;
    let near = canvas.grown(furthest(canvas));
    let is_own = |point: &Point| point.x.to_pt().abs().max(point.y.to_pt().abs()) <= MOST;
    let is_sound = points.iter().all(|point| is_own(point) && near.holds(map.apply(*point)));
    if is_sound { Ok(()) } else { Err(DrawingError::Extreme(what)) }
}

/// How far from a canvas something may lie.
fn furthest(canvas: Rect) -> Abs {
    canvas.size.width.max(canvas.size.height) * f64::from(MOST_FAR)
}

/// Refuses a gradient whose course ends far beyond a canvas.
///
/// # Errors
/// It does.
pub(super) fn check_gradient(gradient: &Gradient, canvas: Rect) -> Result<(), DrawingError> {
    let around = |circle: Circle| {
        let [x, y] = [circle.centre.x, circle.centre.y];
        [Point::new(x - circle.radius, y), Point::new(x + circle.radius, y)]
    };
    let points = match gradient.course {
        Course::Line { from, to } => vec![from, to],
        Course::Circles { from, to } => [around(from), around(to)].concat(),
    };
    check_points(&points, &gradient.place, canvas, "a gradient")
}

/// A line that is drawn on a canvas where lengths are scaled by so much, its numbers as a page can hold them.
///
/// # Errors
/// It is wider than the canvas by far, or its dashes are longer or finer than anybody sees.
pub(super) fn sound_line(line: Line, scale: f64, canvas: Rect) -> Result<Line, DrawingError> {
    let far = furthest(canvas);
    if line.width * scale > far || line.width.to_pt() > MOST {
        return Err(DrawingError::Extreme("a line"));
    }
    let dashes = line.dashes.map(|dashes| sound_dashes(dashes, scale, canvas)).transpose()?;
    // No corner of a line that may be drawn is so sharp that more shows.
    let miter_limit = line.miter_limit.min(f64::from(MOST_FAR));
    Ok(Line { dashes, miter_limit, ..line })
}

fn sound_dashes(dashes: Dashes, scale: f64, canvas: Rect) -> Result<Dashes, DrawingError> {
    let whole: Abs = dashes.lengths.iter().copied().sum();
    let least = canvas.size.width.max(canvas.size.height) * LEAST_DASH;
    if whole * scale > furthest(canvas) || whole * scale < least {
        return Err(DrawingError::Extreme("dashes"));
    }
    // They come again and again: what is left out of the offset changes nothing.
    let rest = |offset: Abs| Abs::pt(offset.to_pt() % whole.to_pt());
    let is_far = dashes.offset.to_pt().abs() > whole.to_pt();
    Ok(Dashes { offset: if is_far { rest(dashes.offset) } else { dashes.offset }, ..dashes })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn canvas() -> Rect {
        Rect::new(Point::default(), Size::new(Abs::pt(100.0), Abs::pt(50.0)))
    }

    fn dashed(lengths: [f64; 2], offset: f64) -> Result<Line, DrawingError> {
        let dashes = Dashes { lengths: lengths.map(Abs::pt).into(), offset: Abs::pt(offset) };
        sound_line(Line { dashes: Some(dashes), ..Line::plain(Abs::pt(1.0)) }, 1.0, canvas())
    }

    #[test]
    fn lines_are_as_a_page_holds_them() {
        let wide = |width| sound_line(Line::plain(Abs::pt(width)), 1.0, canvas()).is_ok();
        assert!(wide(99_000.0) && !wide(1e30));
        let sharp = Line { miter_limit: 1e30, ..Line::plain(Abs::pt(1.0)) };
        assert_eq!(sound_line(sharp, 1.0, canvas()).map(|line| line.miter_limit), Ok(1000.0));
        let offset = |line: Line| line.dashes.map(|dashes| dashes.offset.to_pt());
        assert_eq!(dashed([3.0, 1.0], -3.0).map(offset), Ok(Some(-3.0)));
        assert_eq!(dashed([3.0, 1.0], 1e9 + 1.0).map(offset), Ok(Some(1.0)));
        for lengths in [[1e20, 1e-20], [1e-9, 1e-9]] {
            assert_eq!(dashed(lengths, 0.0), Err(DrawingError::Extreme("dashes")));
        }
    }

    #[test]
    fn maps_leave_something_to_be_seen() {
        let is_sound = |scale| check_map(&Affine::scale(scale, scale), "a pattern").is_ok();
        assert!(is_sound(1.0) && is_sound(1e-5) && is_sound(-1e5));
        assert!(!is_sound(1e15) && !is_sound(1e-15) && !is_sound(f64::INFINITY));
    }
}
