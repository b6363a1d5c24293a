//! What pictures of a printed sheet show besides what is printed: its edges, where it is folded and cut, and the edge that it turns over.

use super::marks::mark_lines;
use crate::color::Color;
use crate::fold::Scheme;
use crate::frame::{Dashes, Duplex, Frame, FrameItem, Leaflet, Line, Step, Stroke, rectangle, stroked};
use crate::geom::{Abs, Point, Size};
use crate::spec::{Layout, Page};

/// Lines are seen where a sheet is shown at a third of its size.
const FOLD: Abs = Abs::pt(2.5);
/// The light ground under them, on dark fields.
const GROUND: Abs = Abs::pt(5.0);
/// Their dashes, and the gaps between.
const DASH: Abs = Abs::mm(4.0);
/// The bar along the edge that the paper turns over.
const BAR: Abs = Abs::mm(4.0);
const EDGE: Abs = Abs::pt(1.5);

/// The first sheet of a leaflet, with guides for who prints it.
pub fn guided(leaflet: &Leaflet, layout: &Layout, page: &Page) -> Leaflet {
    let mut sides: Vec<_> = leaflet.sides.iter().take(2).cloned().collect();
    let turns = sides.len() > 1 && leaflet.duplex != Duplex::Simplex;
    for (number, side) in sides.iter_mut().enumerate() {
        draw_folds(layout, page, number, &mut side.marks);
        let Size { width, height } = side.trim;
        side.marks.push(Point::default(), stroked(&rectangle(side.trim), Stroke::plain(Color::BLACK, EDGE)));
        if turns {
            // The front's left edge is the back's right one.
            let x = if number == 0 { BAR / 2.0 } else { width - BAR / 2.0 };
            side.marks.push(Point::new(x, Abs::ZERO), line(Point::new(Abs::ZERO, height), BAR, None));
        }
    }
    Leaflet { sides, ..leaflet.clone() }
}

fn draw_folds(layout: &Layout, page: &Page, side: usize, marks: &mut Frame) {
    let lines = mark_lines(layout, page, side);
    let Size { width, height } = page.size;
    let mut ends: Vec<(Point, Point)> =
        lines.across.iter().map(|x| (Point::new(*x, Abs::ZERO), Point::new(Abs::ZERO, height))).collect();
    // A poster is cut between its strips alone.
    if layout.fold.scheme != Scheme::TearOff {
        ends.extend(lines.down.iter().map(|y| (Point::new(Abs::ZERO, *y), Point::new(width, Abs::ZERO))));
    }
    for (at, to) in ends {
        let ground = Stroke::plain(Color::WHITE, GROUND);
        marks.push(at, stroked(&[Step::Move(Point::default()), Step::Line(to)], ground));
        let dashes = Dashes { lengths: [DASH, DASH * 0.6].into(), offset: Abs::ZERO };
        marks.push(at, line(to, FOLD, Some(dashes)));
    }
}

fn line(to: Point, width: Abs, dashes: Option<Dashes>) -> FrameItem {
    let line = Line { dashes, ..Line::plain(width) };
    stroked(&[Step::Move(Point::default()), Step::Line(to)], Stroke { color: Color::BLACK, line })
}
