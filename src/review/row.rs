//! A row of a review: the columns of a message, level with each other.

use super::grid::{BLANK, BOX, Grid, PAD, STRIP};
use super::said::{ReviewRow, Said, Tongue};
use super::set::{Look, ReviewLine, Setter, Told};
use crate::color::Color;
use crate::flow::Flaw;
use crate::frame::{Cell, CellKind, Role};
use crate::geom::Abs;

/// Sizes (H): the texts are as large as a leaflet would like them.
pub(super) const TEXT: Abs = Abs::pt(10.0);
pub(super) const LABEL: Abs = Abs::pt(7.0);
/// What is read after the texts.
pub(super) const GREY: Color = Color::new([0x4d; 3], [0, 0, 0, 85]);
/// The columns of a table.
pub(super) const COLUMNS: usize = 4;
/// A text of so many lines has a further line to write on below it (H).
const LONG: usize = 7;
/// So many last lines of a text go on with the lines to write on, where these alone are too many for a page (H).
const LAST: usize = 3;
/// Above states that stand across names and source (H).
const STATES: Abs = Abs::mm(1.0);
/// The most lines to write on (H).
const MOST: u32 = 40;

/// A row, its columns set.
pub(super) struct SetRow {
    /// Its name, the source, the translation.
    pub(super) columns: [Vec<ReviewLine>; 3],
    /// How it stands, across names and source below them; under its name, as part of that, where there is room.
    pub(super) states: Vec<ReviewLine>,
    /// Whether the translation is still to be written.
    pub(super) is_blank: bool,
    /// Whether something changed since it was approved.
    pub(super) is_changed: bool,
}

impl SetRow {
    pub(super) fn new(
        setter: &mut Setter<'_>,
        row: &ReviewRow,
        number: usize,
        section: &str,
        grid: &Grid,
    ) -> Result<SetRow, Flaw> {
        let measures = grid.columns.map(|(_, measure)| measure);
        let look = |column, said: &Said| {
            let kind = if column == 0 { CellKind::RowHead } else { CellKind::Plain };
            let cell = Some(Cell { row: number, column, columns: COLUMNS, kind });
            let told = Told { role: Role::Paragraph, section, message: &row.id, cell };
            let size = if column == 0 || said.is_aside { LABEL } else { TEXT };
            let color = if said.is_aside { GREY } else { Color::BLACK };
            Look { size, bold: false, color, told: Some(told) }
        };
        let id = Said::plain(Tongue::English, row.id.as_str(), row.source.text.span);
        let mut names = setter.lines(&id, &look(0, &id), measures[0])?;
        let mut states = Vec::new();
        let asides: Vec<Said> =
            row.states.iter().map(|said| Said { is_aside: true, ..said.clone() }).collect();
        for said in &asides {
            states.extend(setter.lines(said, &Look { told: None, ..look(0, said) }, measures[0])?);
        }
        // Under the name they stand where they are few; else they would make the row higher than its texts do.
        let is_under = column_height(&names) + column_height(&states) <= BOX.height;
        let measure = if is_under { measures[0] } else { grid.across(0, 1).1 };
        states.clear();
        for said in &asides {
            states.extend(setter.lines(said, &look(0, said), measure)?);
        }
        if is_under {
            names.append(&mut states);
        }
        let source = setter.lines(&row.source, &look(1, &row.source), measures[1])?;
        // What is to be written is written in a box.
        let inside = if row.is_blank { PAD * 2.0 } else { Abs::ZERO };
        let own = &row.translation;
        let translation = setter.lines(own, &look(2, own), measures[2] - inside)?;
        let (is_blank, is_changed) = (row.is_blank, row.is_changed);
        let mut columns = [names, source, translation];
        level(&mut columns[..if is_blank { 2 } else { 3 }]);
        Ok(SetRow { columns, states, is_blank, is_changed })
    }

    /// How many lines to write on the row has in a height: as many as there is room for, and more below longer texts.
    pub(super) fn writing_lines(&self, height: Abs) -> usize {
        let [_, _, translation] = &self.columns;
        let least = 1 + translation.len() / LONG;
        let room = height - column_height(translation) + Abs::pt(0.01);
        let more = (0..MOST).take_while(|count| STRIP * f64::from(*count + 1) <= room).count();
        if self.is_blank { 0 } else { least.max(more) }
    }

    /// What stands below the translation, or around it.
    fn below(&self) -> Abs {
        let [_, _, translation] = &self.columns;
        let count = if self.is_blank { 0 } else { 1 + translation.len() / LONG };
        STRIP * f64::from(u32::try_from(count).unwrap_or(u32::MAX))
    }

    /// From the head of the row to its states, where they stand across names and source.
    pub(super) fn states_start(&self) -> Abs {
        let [names, source, _] = &self.columns;
        column_height(names).max(column_height(source)) + STATES
    }

    /// The height of what is in it.
    pub(super) fn inner(&self) -> Abs {
        let [names, source, translation] = self.columns.each_ref().map(|lines| column_height(lines));
        let least = if self.is_blank { BLANK.max(source) } else { BOX.height };
        let states = if self.states.is_empty() {
            Abs::ZERO
        } else {
            self.states_start() + column_height(&self.states)
        };
        names.max(source).max(states).max(translation + self.below()).max(least)
    }

    pub(super) fn height(&self) -> Abs {
        self.inner() + PAD * 2.0
    }

    /// Takes off as much of the row as that room holds; what is left is never without words.
    pub(super) fn take(&mut self, room: Abs) -> [Vec<ReviewLine>; 3] {
        let fitting = self.columns.each_ref().map(|lines| {
            let mut left = room;
            let fitting = lines.iter().take_while(|line| {
                left -= line.height;
                left >= Abs::ZERO
            });
            fitting.count()
        });
        let is_all = self.columns.iter().zip(fitting).all(|(lines, count)| count == lines.len());
        // The last lines of texts go along with the lines to write on.
        let stays = |column: usize, count: usize| {
            if is_all && column > 0 && count > LONG { LAST } else { 0 }
        };
        let mut column = 0..;
        self.columns.each_mut().map(|lines| {
            let column = column.next().expect("it has no end");
            let count = fitting[column] - stays(column, fitting[column]);
            let part = lines.drain(..count).collect();
            if let Some(first) = lines.first_mut() {
                first.start_page();
            }
            part
        })
    }
}

/// Stands the first lines of columns on one baseline.
fn level(columns: &mut [Vec<ReviewLine>]) {
    let first = |lines: &Vec<ReviewLine>| lines.first().map_or(Abs::ZERO, |line| line.baseline);
    let deepest = columns.iter().map(first).fold(Abs::ZERO, Abs::max);
    for line in columns.iter_mut().filter_map(|lines| lines.first_mut()) {
        line.height += deepest - line.baseline;
        line.baseline = deepest;
    }
}

/// The height of a column.
pub(super) fn column_height(lines: &[ReviewLine]) -> Abs {
    lines.iter().map(|line| line.height).sum()
}

/// The height of the highest of some columns.
pub(super) fn tallest(columns: &[Vec<ReviewLine>]) -> Abs {
    columns.iter().map(|lines| column_height(lines)).fold(Abs::ZERO, Abs::max)
}
