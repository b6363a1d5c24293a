//! Where things stand on the page of a review. All values are house values.

use crate::color::Color;
use crate::frame::{
    Cap, Dashes, Frame, FrameItem, Group, GroupKind, Line, Step, Stroke, bar, rectangle, stroked,
};
use crate::geom::{Abs, Point, Size};
use crate::locale::Direction;

/// Left and right.
const SIDE: Abs = Abs::mm(15.0);
/// Above what is set, and below it.
pub(super) const HEAD: Abs = Abs::mm(14.0);
const FOOT: Abs = Abs::mm(19.0);
/// The baseline of the running line, from the foot of the page.
pub(super) const RUNNING: Abs = Abs::mm(11.0);
/// The columns of names and of initials, and what is between columns.
const NAMES: Abs = Abs::mm(28.0);
const INITIALS: Abs = Abs::mm(15.0);
const GUTTER: Abs = Abs::mm(5.0);
/// Above and below the text of a row.
pub(super) const PAD: Abs = Abs::mm(2.4);
/// The box for initials.
pub(super) const BOX: Size = Size::new(INITIALS, Abs::mm(8.5));
/// Below a translation, to write on: as ruled paper is.
pub(super) const STRIP: Abs = Abs::mm(8.0);
/// The least room for a translation that is still to be written.
pub(super) const BLANK: Abs = Abs::mm(16.0);

/// Of lines that part rows, of boxes and of dotted lines: it prints on every copier.
const LINES: Color = Color::new([0x80; 3], [0, 0, 0, 50]);
const THIN: Abs = Abs::pt(0.5);
const THICK: Abs = Abs::pt(1.0);
/// The bar beside a row that changed.
const BAR: Abs = Abs::mm(1.2);

/// The columns of a page.
#[derive(Clone, Copy)]
pub(super) struct Grid {
    /// The page.
    pub(super) page: Size,
    /// Where each column starts, and its measure: names, source, translation, initials.
    pub(super) columns: [(Abs, Abs); 4],
}

impl Grid {
    /// The columns of a page; where the source runs from the right they follow from there.
    pub(super) fn new(page: Size, direction: Direction) -> Grid {
        let text = (page.width - (SIDE + GUTTER) * 2.0 - GUTTER - NAMES - INITIALS) / 2.0;
        let mut x = SIDE;
        let columns = [NAMES, text, text, INITIALS].map(|width| {
            let start = x;
            x += width + GUTTER;
            match direction {
                Direction::LeftToRight => (start, width),
                Direction::RightToLeft => (page.width - start - width, width),
            }
        });
        Grid { page, columns }
    }

    /// From one column to another: where they start together, and their measure.
    pub(super) fn across(&self, one: usize, other: usize) -> (Abs, Abs) {
        let [one, other] = [self.columns[one], self.columns[other]];
        let start = one.0.min(other.0);
        (start, (one.0 + one.1).max(other.0 + other.1) - start)
    }

    /// The left edge of all columns, and how far it is to the right one.
    pub(super) fn whole(&self) -> (Abs, Abs) {
        (SIDE, self.page.width - SIDE * 2.0)
    }

    /// Where the text of a page ends.
    pub(super) fn bottom(&self) -> Abs {
        self.page.height - FOOT
    }

    /// A line across all columns.
    pub(super) fn rule(&self, weight: Weight) -> FrameItem {
        let (_, width) = self.whole();
        match weight {
            Weight::Thin => bar(Size::new(width, THIN), LINES),
            Weight::Thick => bar(Size::new(width, THICK), Color::BLACK),
        }
    }

    /// The bar beside a row that changed, and where it stands.
    pub(super) fn change_bar(&self, height: Abs) -> (Abs, FrameItem) {
        (SIDE - BAR * 2.5, bar(Size::new(BAR, height), Color::BLACK))
    }
}

/// How heavy a line is.
#[derive(Clone, Copy)]
pub(super) enum Weight {
    /// Between rows.
    Thin,
    /// Below captions.
    Thick,
}

/// An empty box.
pub(super) fn empty_box(size: Size) -> FrameItem {
    let mut frame = Frame::new(size);
    let inner = Size::new(size.width - THIN, size.height - THIN);
    // Its line ends where the lines between rows do.
    frame.push(Point::new(THIN / 2.0, THIN / 2.0), stroked(&rectangle(inner), Stroke::plain(LINES, THIN)));
    FrameItem::Group(Group::new(GroupKind::Plain, frame))
}

/// A dotted line, to write on.
pub(super) fn writing_line(width: Abs) -> FrameItem {
    dotted(width, Abs::pt(0.7), LINES)
}

/// A line of dots of that weight, in that colour.
pub(super) fn dotted(width: Abs, weight: Abs, color: Color) -> FrameItem {
    let steps = [Step::Move(Point::default()), Step::Line(Point::new(width, Abs::ZERO))];
    let dashes = Dashes { lengths: [Abs::ZERO, weight * 2.5].into(), offset: Abs::ZERO };
    let line = Line { cap: Cap::Round, dashes: Some(dashes), ..Line::plain(weight) };
    stroked(&steps, Stroke { color, line })
}
