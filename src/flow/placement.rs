//! What a panel is set from, and what lies behind its text.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::block::Block;
use super::columns::{Column, gap_below_heading};
use super::panel::RunningLines;
use super::row::{Row, Setting};
use crate::color::Color;
use crate::frame::{Ground, Motif, TextRun};
use crate::geom::{Abs, Point, Rect};
use crate::locale::Direction;
use crate::script::ScriptRules;
use crate::spec::{Layout, PanelSpec};

/// A panel with what is to be set in it.
pub struct Placement<'a> {
    /// The layout.
    pub layout: &'a Layout,
    /// The panel.
    pub panel: &'a PanelSpec,
    /// Its furniture.
    pub furniture: &'a RunningLines,
    /// Its number in the reading order, from 1.
    pub number: u32,
    /// Its extent on the sheet.
    pub rect: Rect,
    /// Its columns.
    pub columns: Vec<SetColumn<'a>>,
    /// The blocks that the rows are of.
    pub blocks: &'a [Block],
    /// The setting that the rows were composed at.
    pub setting: Setting,
    /// The script's rules.
    pub rules: &'a ScriptRules,
    /// Which way its lines run.
    pub direction: Direction,
    /// Drawings by file.
    pub drawings: &'a BTreeMap<String, Motif>,
}

/// A column of a panel.
pub struct SetColumn<'a> {
    /// Its place, from the panel's top left.
    pub rect: Rect,
    /// The heading of a section that goes on in it, set once more.
    pub again: &'a [Row],
    /// Its rows; the first one's gap is to that heading.
    pub rows: Cow<'a, [Row]>,
    /// The height that all of them take.
    pub height: Abs,
}

impl<'a> SetColumn<'a> {
    /// A column of rows at a place.
    pub fn new(rect: Rect, rows: &'a [Row], column: &Column) -> SetColumn<'a> {
        let own = &rows[column.rows.clone()];
        let height = column.height;
        let Some((first, again)) = own.first().and_then(|first| Some((first, first.again.clone()?))) else {
            return SetColumn { rect, again: &[], rows: Cow::Borrowed(own), height };
        };
        let Row { stretch, .. } = rows[again.end];
        let above = gap_below_heading(rows, &again, first);
        let mut own = own.to_vec();
        own[0] = Row { above, stretch, ..first.clone() };
        SetColumn { rect, again: &rows[again], rows: Cow::Owned(own), height }
    }
}

/// What lies behind text, the last one on top: the field of a panel, a box, the disc of a badge. Paper where nothing does.
#[derive(Clone, Default, Debug)]
pub struct Backdrop {
    fields: Vec<(Rect, Color)>,
}

impl Backdrop {
    /// The same with one field more.
    pub(super) fn with(&self, rect: Rect, color: Color) -> Backdrop {
        let mut fields = self.fields.clone();
        fields.push((rect, color));
        Backdrop { fields }
    }

    /// What a run stands on that starts at a place of the same frame.
    pub(super) fn under(&self, run: &TextRun, at: Point) -> Ground {
        let width = run.width();
        // At the height of small letters; the ends a little inside, where there is ink.
        let along = |share: f64| self.color_at(at + Point::new(width * share, run.size * -0.3));
        let middle = along(0.5);
        let ends = [along(0.02), along(0.98)].into_iter().find(|end| *end != middle);
        Ground { middle, ends: ends.unwrap_or(middle) }
    }

    fn color_at(&self, at: Point) -> Color {
        let holds = |rect: &Rect| rect.holds(at);
        self.fields.iter().rfind(|(rect, _)| holds(rect)).map_or(Color::WHITE, |(_, color)| *color)
    }
}
