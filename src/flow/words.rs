//! Words that are no block's text: numerals, badges, running lines, the slug of a sheet.

use super::placement::Backdrop;
use crate::frame::{Frame, FrameItem, Group, GroupKind};
use crate::geom::{Abs, Em, Point, Size};
use crate::style::{Align, LineStyle};
use crate::text::{BreakOptions, Line, Paragraph, break_lines, set_line};

/// A line of words, and what it stands on.
pub struct Words<'a> {
    /// The words.
    pub paragraph: &'a Paragraph,
    /// The line.
    pub line: &'a Line,
    /// The width that it keeps to.
    pub measure: Abs,
    /// How it is set.
    pub style: LineStyle,
    /// What it stands for.
    pub kind: GroupKind,
}

impl Words<'_> {
    /// Places the words; `at` is where their measure starts, on the baseline.
    pub fn place(self, at: Point, backdrop: &Backdrop, frame: &mut Frame) {
        let mut line = Frame::new(Size::new(self.measure, self.style.leading));
        for (x, mut run) in set_line(self.paragraph, self.line, self.measure, &self.style, None).runs {
            let start = Point::new(x, Abs::ZERO);
            run.ground = backdrop.under(&run, at + start);
            line.push(start, FrameItem::Text(run));
        }
        frame.push(at, FrameItem::Group(Group::new(self.kind, line)));
    }
}

/// Words as one line, however long.
pub fn one_line(words: &Paragraph) -> Option<Line> {
    let options = BreakOptions { align: Align::Start, ..BreakOptions::default() };
    break_lines(words, Em::new(10_000.0), &options).into_iter().next()
}
