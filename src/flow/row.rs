//! Rows: what a column is filled with. Data between composing and placing.

use std::ops::Range;

use crate::frame::LineEnd;
use crate::geom::{Abs, Sides, Size};
use crate::spec::Enclosure;
use crate::style::LineStyle;
use crate::text::Line;

/// What copy-fitting tries: everything that depends on the size.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Setting {
    /// The body size.
    pub size: Abs,
    /// Line height of running text, the script's own being 1.
    pub leading: f64,
    /// Gaps between blocks, the look's own being 1.
    pub gaps: f64,
    /// How far numbers and addresses have the line height of their own letters, which are Latin, and not that of the language:
    /// from 0 to 1, where nothing else helps.
    pub need: f64,
    /// Whether optional blocks are set.
    pub optional: bool,
}

/// A line or a box, with the space above it.
#[derive(Clone, Debug)]
pub struct Row {
    /// Space above it, none at the head of a column.
    pub above: Abs,
    /// How readily that space grows when a column has some left over.
    pub stretch: f64,
    /// Its height.
    pub height: Abs,
    /// How much of its top is blank, and may rise out of a column's head.
    pub trim_top: Abs,
    /// How much of its bottom is blank, and may hang out of a column's foot.
    pub trim_bottom: Abs,
    /// Whether a section starts with it, so that a column had better end before it.
    pub starts: bool,
    /// How it keeps to the next one.
    pub keep: Keep,
    /// Whether it stands at the head of a column, whatever room is left in the one before.
    pub fresh: bool,
    /// The columns in which it may stand, by their indices; any when `None`.
    pub within: Option<Range<usize>>,
    /// The rows, by their indices, that are set once more where a column starts with it: its section's heading.
    pub again: Option<Range<usize>>,
    /// Whether it is set at the foot of its panel.
    pub pin: bool,
    /// What it is.
    pub kind: RowKind,
}

impl Row {
    /// Whether it goes on within the paragraph of the one above it, and not because a sentence ends there with a column.
    pub(super) fn goes_on_within_paragraph(&self) -> bool {
        matches!(&self.kind, RowKind::Line(line) if line.line.text.start > 0) && !self.fresh
    }
}

/// How a row keeps to the next one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub enum Keep {
    /// Any column may end between them.
    #[default]
    Free,
    /// They stand on one panel: only one of its columns may end between them that is not its last.
    OnPanel,
    /// They stand in one column.
    InColumn,
}

/// What a row is.
#[derive(Clone, Debug)]
pub enum RowKind {
    /// A line of a block.
    Line(LineRow),
    /// A boxed section, a fact.
    Box(BoxRow),
    /// A picture.
    Picture(PictureRow),
    /// A block that stays whole, its lines top to bottom; none where a pair has no second one.
    Whole(Vec<Row>),
}

/// A line of a block; lengths from the column's left and the row's top.
#[derive(Clone, Debug)]
pub struct LineRow {
    /// The block, by its index among those composed.
    pub block: usize,
    /// The paragraph of the block.
    pub paragraph: usize,
    /// The line.
    pub line: Line,
    /// Whether it is the first of its block, and carries its label and numeral.
    pub first: bool,
    /// How it is set.
    pub style: LineStyle,
    /// Where it starts.
    pub x: Abs,
    /// How wide it may be.
    pub measure: Abs,
    /// Where its baseline is.
    pub baseline: Abs,
}

/// A picture; lengths from the column's left.
#[derive(Clone, Debug)]
pub struct PictureRow {
    /// The block, by its index among those composed.
    pub block: usize,
    /// Where it starts.
    pub x: Abs,
    /// Its size, a plate under it included.
    pub size: Size,
}

/// Rows that stand in one piece; lengths from the column's left.
#[derive(Clone, Debug)]
pub struct BoxRow {
    /// What they are.
    pub enclosure: Enclosure,
    /// Where it starts.
    pub x: Abs,
    /// What is in it, top to bottom.
    pub rows: Vec<Row>,
    /// From its edges to the text.
    pub padding: Sides,
    /// Its width.
    pub width: Abs,
}

/// Space above a row, and what it parts.
#[derive(Clone, Copy, Default)]
pub(super) struct Gap {
    pub(super) above: Abs,
    pub(super) stretch: f64,
    pub(super) starts: bool,
}

/// Where the lines of a block go: from where, and how wide they may be.
#[derive(Clone, Copy)]
pub(super) struct Slot {
    pub(super) x: Abs,
    pub(super) measure: Abs,
}

/// The line of a row that had to be broken where nothing allows it.
pub fn forced_apart(row: &Row) -> Option<&LineRow> {
    match &row.kind {
        RowKind::Line(line) => (line.line.end == LineEnd::Emergency).then_some(line),
        RowKind::Picture(_) => None,
        RowKind::Box(BoxRow { rows, .. }) | RowKind::Whole(rows) => rows.iter().find_map(forced_apart),
    }
}

/// The block that a row is of, or the first of several; none of an empty row.
pub fn first_block(row: &Row) -> Option<usize> {
    match &row.kind {
        RowKind::Line(line) => Some(line.block),
        RowKind::Picture(picture) => Some(picture.block),
        RowKind::Box(BoxRow { rows, .. }) | RowKind::Whole(rows) => rows.iter().find_map(first_block),
    }
}
