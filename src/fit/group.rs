//! One place at one setting: its rows, its columns, and what is left over.

use std::ops::Range;

use super::{FitJob, block_of, composer};
use crate::flow::{Block, Column, Row, RowKind, Setting, balance, column_height, fill, is_forced_apart};
use crate::geom::{Abs, Point, Rect, Size};
use crate::spec::{ArtPlace, Place, PlacedPanel, columns};

/// A place set.
#[derive(Clone)]
pub(super) struct SetGroup {
    /// The setting that it was set at.
    pub(super) setting: Setting,
    /// Its rows.
    pub(super) rows: Vec<Row>,
    /// Its columns' panels and places within them.
    pub(super) frames: Vec<(usize, Rect)>,
    /// The rows of each.
    pub(super) columns: Vec<Column>,
    /// How high each may be.
    heights: Vec<Abs>,
}

impl SetGroup {
    /// The same rows spread evenly over the columns; only what is printed needs it, no trial does.
    pub(super) fn balanced(self) -> SetGroup {
        let columns = balance(&self.rows, &self.heights).unwrap_or(self.columns);
        SetGroup { columns, ..self }
    }

    /// The panel that each section starts on.
    pub(super) fn starts(&self) -> Vec<usize> {
        starts(&self.rows, &self.columns, &self.frames)
    }
}

/// What does not fit.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Miss {
    /// The place whose text it is.
    pub(super) place: Place,
    /// The block, by its index in its place.
    pub(super) block: usize,
    /// Why not.
    pub(super) kind: MissKind,
}

/// Why a text does not fit.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum MissKind {
    /// It is too tall by that much; so many characters have no room.
    TooTall(Abs, usize),
    /// A word is wider than its measure.
    TooWide,
    /// Panels that follow their text leave no room for the others.
    Squeezed,
}

/// The columns that take a place, each with its panel, from the panel's top left.
pub(super) fn frames(
    job: &FitJob<'_>,
    place: Place,
    placed: &[PlacedPanel],
    setting: &Setting,
) -> Vec<(usize, Rect)> {
    let mut frames = Vec::new();
    for at in placed.iter().filter(|at| job.layout.panels[at.index].place == place) {
        let panel = &job.layout.panels[at.index];
        let inner = Rect::new(Point::default(), at.rect.size).inset(panel.inset);
        let furniture = &job.furniture[at.index];
        let height = |line: &Option<crate::flow::Furniture>| {
            line.as_ref().map_or(Abs::ZERO, |line| line.height(inner.size.width, setting.size))
        };
        let (head, foot) = (height(&furniture.head), height(&furniture.foot));
        let (measure, pitch) = columns(panel, inner);
        for column in 0..panel.columns {
            let at_column = inner.at + Point::new(pitch * f64::from(column), head);
            let size = Size::new(measure, (inner.size.height - head - foot).max(Abs::ZERO));
            frames.push((at.index, Rect::new(at_column, size)));
        }
    }
    frames
}

/// A place's rows, and the columns that are there for them.
#[derive(Clone)]
pub(super) struct Composed {
    /// The rows.
    pub(super) rows: Vec<Row>,
    /// The columns' panels and places within them.
    pub(super) frames: Vec<(usize, Rect)>,
    /// How high each column may be.
    pub(super) heights: Vec<Abs>,
}

/// Sets a place.
///
/// # Errors
/// What does not fit, or a word wider than its measure.
pub(super) fn attempt(
    job: &FitJob<'_>,
    place: Place,
    placed: &[PlacedPanel],
    setting: &Setting,
) -> Result<SetGroup, Miss> {
    let mut composed = compose(job, place, placed, setting)?;
    if let Some(assignment) = job.sections.filter(|_| place == Place::Body) {
        composed.bind(|section| assignment.panel(section).map(|panel| panel..panel + 1));
    }
    let Composed { rows, frames, heights } = composed;
    let blocks = job.story.blocks.get(&place).map_or(&[][..], Vec::as_slice);
    let columns = fill(&rows, &heights).map_err(|excess| {
        let left = &rows[excess.row..];
        let row = left.first().map_or(0, |row| block_of(&row.kind));
        let characters = left.iter().map(|row| characters(row, blocks)).sum();
        Miss { place, block: row, kind: MissKind::TooTall(column_height(left), characters) }
    })?;
    Ok(SetGroup { setting: *setting, rows, frames, columns, heights })
}

/// Composes a place's rows.
///
/// # Errors
/// A word wider than its measure.
pub(super) fn compose(
    job: &FitJob<'_>,
    place: Place,
    placed: &[PlacedPanel],
    setting: &Setting,
) -> Result<Composed, Miss> {
    let frames = frames(job, place, placed, setting);
    let blocks = job.story.blocks.get(&place).map_or(&[][..], Vec::as_slice);
    // Panels of a fold differ by less than a letter; one measure for all keeps lines the same on each.
    let measure = frames.iter().map(|(_, rect)| rect.size.width).reduce(Abs::min).unwrap_or_default();
    let rows = composer(job).rows(blocks, measure, setting);
    if let Some(row) = rows.iter().find(|row| is_forced_apart(row)) {
        return Err(Miss { place, block: block_of(&row.kind), kind: MissKind::TooWide });
    }
    let heights: Vec<Abs> = frames
        .iter()
        .map(|(at, rect)| (rect.size.height - reserve(job, *at, rect.size.height)).max(Abs::ZERO))
        .collect();
    Ok(Composed { rows, frames, heights })
}

impl Composed {
    /// A copy, bound.
    pub(super) fn bound(&self, panels: impl Fn(usize) -> Option<Range<usize>>) -> Composed {
        let mut bound = self.clone();
        bound.bind(panels);
        bound
    }

    /// Lets each section start only in columns of certain panels, by the section's place among those composed.
    pub(super) fn bind(&mut self, panels: impl Fn(usize) -> Option<Range<usize>>) {
        let starts = self.rows.iter_mut().filter(|row| row.starts);
        for (section, row) in starts.enumerate() {
            row.within = panels(section).map(|panels| {
                let first = self.frames.iter().position(|(panel, _)| panels.contains(panel));
                let last = self.frames.iter().rposition(|(panel, _)| panels.contains(panel));
                // Panels that take no such text hold no section.
                first.zip(last).map_or(0..0, |(first, last)| first..last + 1)
            });
        }
    }
}

/// The panel that each section starts on.
pub(super) fn starts(rows: &[Row], columns: &[Column], frames: &[(usize, Rect)]) -> Vec<usize> {
    let panel_of = |row: usize| {
        let column = columns.iter().position(|column| column.rows.contains(&row));
        frames[column.expect("columns hold every row")].0
    };
    rows.iter().enumerate().filter(|(_, row)| row.starts).map(|(at, _)| panel_of(at)).collect()
}

/// What a panel's drawing keeps of its height.
fn reserve(job: &FitJob<'_>, panel: usize, height: Abs) -> Abs {
    let art = job.layout.panels[panel].art.as_ref().filter(|art| art.place == ArtPlace::Above);
    art.map_or(Abs::ZERO, |art| art.reserve.of(height))
}

/// The height of a panel that follows its text.
///
/// # Errors
/// A word wider than its measure.
pub(super) fn auto_height(job: &FitJob<'_>, at: &PlacedPanel, setting: &Setting) -> Result<Abs, Miss> {
    let panel = &job.layout.panels[at.index];
    let inner = Rect::new(Point::default(), at.rect.size).inset(panel.inset);
    let (measure, _) = columns(panel, inner);
    let blocks = job.story.blocks.get(&panel.place).map_or(&[][..], Vec::as_slice);
    let rows = composer(job).rows(blocks, measure, setting);
    if let Some(row) = rows.iter().find(|row| is_forced_apart(row)) {
        return Err(Miss { place: panel.place, block: block_of(&row.kind), kind: MissKind::TooWide });
    }
    let furniture = [&job.furniture[at.index].head, &job.furniture[at.index].foot];
    let lines: Abs =
        furniture.into_iter().flatten().map(|line| line.height(inner.size.width, setting.size)).sum();
    Ok(panel.inset.top + lines + text_height(&rows, panel.columns) + panel.inset.bottom + Abs::pt(0.01))
}

/// The least height at which the rows fill that many columns.
fn text_height(rows: &[Row], columns: u32) -> Abs {
    let whole = column_height(rows);
    if columns == 1 {
        return whole;
    }
    let fits = |height: Abs| (0..columns).map(|_| height).collect::<Vec<Abs>>();
    let (mut low, mut high) = (whole / f64::from(columns) * 0.8, whole);
    for _ in 0..16 {
        let middle = (low + high) / 2.0;
        if fill(rows, &fits(middle)).is_ok() { high = middle } else { low = middle }
    }
    high
}

fn characters(row: &Row, blocks: &[Block]) -> usize {
    match &row.kind {
        RowKind::Line(line) => {
            let text = &blocks[line.block].paragraphs[line.paragraph].text.text;
            text[line.line.text.clone()].chars().count()
        }
        RowKind::Box(boxed) => boxed.rows.iter().map(|row| characters(row, blocks)).sum(),
    }
}
