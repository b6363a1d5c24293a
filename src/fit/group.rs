//! One place at one setting: its rows, its columns, and what is left over.

use std::ops::Range;

use super::job::{FitJob, Lack, Overset, Tall};
use crate::flow::{
    Block, BoxRow, Column, Composer, Furniture, Head, LineRow, Room, Row, RowKind, SetColumn, Setting, Spare,
    balance, column_height, fill, first_block, forced_apart, paired_rows, torn_openings,
};
use crate::geom::{Abs, Point, Rect, Size};
use crate::spec::{ArtPlace, Opening, Place, PlacedPanel, panel_columns};

/// A place set.
#[derive(Clone, Debug)]
pub(super) struct SetGroup {
    /// The setting that it was set at.
    pub(super) setting: Setting,
    /// Its rows; of two languages beside each other those of each, which break alike.
    tracks: Vec<Vec<Row>>,
    /// Its columns' panels and places within them, those of two languages in turn.
    frames: Vec<(usize, Rect)>,
    /// The rows of each column, or pair of columns.
    columns: Vec<Column>,
    /// The room of each.
    rooms: Vec<Room>,
}

impl SetGroup {
    /// The same rows spread evenly over the columns; only what is printed needs it, no trial does.
    pub(super) fn balanced(self, spare: Spare) -> SetGroup {
        let columns = balance(&self.tracks[0], &self.rooms, spare).unwrap_or(self.columns);
        SetGroup { columns, ..self }
    }

    /// The lines with which columns open within a paragraph.
    pub(super) fn torn_openings(&self) -> impl Iterator<Item = &LineRow> {
        torn_openings(&self.tracks[0], &self.columns)
    }

    /// Whether a paragraph is ragged that should be flush.
    pub(super) fn gives_way(&self, job: &FitJob<'_>, place: Place) -> bool {
        let composer = job.composer();
        let gives_way = |row| composer.gives_way(job.blocks(place), row, &self.setting);
        self.tracks.iter().flatten().any(gives_way)
    }

    /// How many columns have nothing.
    pub(super) fn blank_columns(&self) -> usize {
        self.columns.iter().filter(|column| column.rows.is_empty()).count()
    }

    /// The panel that each section starts on.
    pub(super) fn starts(&self) -> Vec<usize> {
        section_starts(&self.tracks[0], &self.columns, &column_panels(&self.frames, self.tracks.len()))
    }

    /// The columns of a panel.
    pub(super) fn columns_of(&self, panel: usize) -> Vec<SetColumn<'_>> {
        let count = self.tracks.len();
        let mut columns = Vec::new();
        for (at, (_, rect)) in self.frames.iter().enumerate().filter(|(_, (index, _))| *index == panel) {
            let column = &self.columns[at / count];
            let rows = &self.tracks[at % count];
            columns.push(SetColumn::new(*rect, rows, column));
        }
        columns
    }
}

/// The columns that take a place, each with its panel, from the panel's top left.
pub(super) fn column_frames(
    job: &FitJob<'_>,
    place: Place,
    placed: &[PlacedPanel],
    setting: &Setting,
) -> Vec<(usize, Rect)> {
    let mut frames = Vec::new();
    for at in placed.iter().filter(|at| job.layout.panels[at.index].place == place) {
        let panel = &job.layout.panels[at.index];
        let inner = at.inner(panel);
        let furniture = &job.furniture[at.index];
        let height = |line: &Furniture| line.height(inner.size.width, setting.size);
        let head = furniture.head.as_ref().map(height).unwrap_or_default();
        let foot = furniture.foot.as_ref().map(height).unwrap_or_default();
        let (measure, pitch) = panel_columns(panel, inner);
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
    /// The rows, of each language where two stand beside each other.
    pub(super) tracks: Vec<Vec<Row>>,
    /// The columns' panels and places within them, one after the other of those beside each other.
    pub(super) frames: Vec<(usize, Rect)>,
    /// The room of each column.
    pub(super) rooms: Vec<Room>,
}

/// Sets a place.
///
/// # Errors
/// What does not fit, or a word wider than its measure.
pub(super) fn try_place(
    job: &FitJob<'_>,
    place: Place,
    placed: &[PlacedPanel],
    setting: &Setting,
) -> Result<SetGroup, Overset> {
    let mut composed = compose_place(job, place, placed, setting)?;
    if let Some(assignment) = job.sections.filter(|_| place == Place::Body) {
        composed.bind(|section| assignment.panel(section).map(|panel| panel..panel + 1));
    }
    let Composed { tracks, frames, rooms } = composed;
    let columns = fill(&tracks[0], &rooms).map_err(|excess| {
        let left = &tracks[0][excess.row..];
        let block = left.first().and_then(first_block).unwrap_or_default();
        let too_much = rows_to_cut(left, excess.height).iter();
        let characters = too_much.map(|row| row_characters(row, job.blocks(place))).sum();
        Overset {
            place,
            block,
            lack: Lack::Height {
                by: excess.height,
                characters,
                room: rooms.iter().map(|room| room.height).sum(),
            },
        }
    })?;
    Ok(SetGroup { setting: *setting, tracks, frames, columns, rooms })
}

/// Whether a place may hold its text at a setting: whether the fewest lines that it has are no higher than all columns. Told
/// before the best lines are looked for, which takes a hundred times as long.
pub(super) fn may_hold(job: &FitJob<'_>, place: Place, placed: &[PlacedPanel], setting: &Setting) -> bool {
    if job.layout.is_beside(place) {
        return true;
    }
    let Columns { frames, measure } = columns_of(job, place, placed, setting);
    let least = job.composer().least_height(job.blocks(place), measure, setting);
    let room: Abs = frames.iter().map(|(at, rect)| column_room(job, *at, rect) + least.trims).sum();
    least.rows <= room + Abs::pt(1.0)
}

/// The columns that take a place, and the measure of all its lines.
struct Columns {
    frames: Vec<(usize, Rect)>,
    measure: Abs,
}

fn columns_of(job: &FitJob<'_>, place: Place, placed: &[PlacedPanel], setting: &Setting) -> Columns {
    let frames = column_frames(job, place, placed, setting);
    // Panels of a fold differ by less than a letter; one measure for all keeps lines the same on each.
    let measure = frames.iter().map(|(_, rect)| rect.size.width).reduce(Abs::min).unwrap_or_default();
    Columns { frames, measure }
}

/// How high a column of a panel may be.
fn column_room(job: &FitJob<'_>, panel: usize, rect: &Rect) -> Abs {
    (rect.size.height - art_reserve(job, panel, rect.size.height)).max(Abs::ZERO)
}

/// Composes a place's rows.
///
/// # Errors
/// A word wider than its measure.
pub(super) fn compose_place(
    job: &FitJob<'_>,
    place: Place,
    placed: &[PlacedPanel],
    setting: &Setting,
) -> Result<Composed, Overset> {
    let Columns { frames, measure } = columns_of(job, place, placed, setting);
    let height = |(at, rect): &(usize, Rect)| column_room(job, *at, rect);
    let tallest = frames.iter().map(height).fold(Abs::ZERO, Abs::max);
    let tracks = compose_tracks(job, place, (measure, tallest), setting)?;
    let level = |pair: &[(usize, Rect)]| Room {
        opening: opening(job, pair),
        ..Room::of_height(pair.iter().map(height).reduce(Abs::min).unwrap_or_default())
    };
    let mut rooms: Vec<Room> = frames.chunks(tracks.len()).map(level).collect();
    for (at, pair) in column_panels(&frames, tracks.len()).windows(2).enumerate() {
        if pair[0] == pair[1] {
            let count = job.layout.panels[pair[0]].columns;
            rooms[at + 1] =
                Room { height: rooms[at + 1].height, ..beside(&tracks[0], rooms[at + 1].opening, count) };
        }
    }
    Ok(Composed { tracks, frames, rooms })
}

/// What a column may start with, of each language where two stand beside each other.
fn opening(job: &FitJob<'_>, frames: &[(usize, Rect)]) -> Opening {
    let sections = |(at, _): &(usize, Rect)| job.layout.panels[*at].opening == Opening::Section;
    if frames.iter().any(sections) { Opening::Section } else { Opening::Text }
}

/// A column beside another one of a panel of `count`. A panel may ask that they start with sections; where it has fewer
/// sections than columns, none does.
fn beside(rows: &[Row], opening: Opening, count: u32) -> Room {
    let sections = u32::try_from(rows.iter().filter(|row| row.starts).count()).unwrap_or(u32::MAX);
    let opening = if sections < count { Opening::Text } else { opening };
    Room { head: Head::Beside, opening, ..Room::of_height(Abs::ZERO) }
}

impl Composed {
    /// A copy, bound.
    pub(super) fn bound(&self, panels: impl Fn(usize) -> Option<Range<usize>>) -> Composed {
        let mut bound = self.clone();
        bound.bind(panels);
        bound
    }

    /// Lets each section start only in columns of certain panels, by the section's place among those composed.
    pub(super) fn bind(&mut self, allowed: impl Fn(usize) -> Option<Range<usize>>) {
        let panels = self.column_panels();
        let starts = self.tracks[0].iter_mut().filter(|row| row.starts);
        for (section, row) in starts.enumerate() {
            row.within = allowed(section).map(|allowed| {
                let first = panels.iter().position(|panel| allowed.contains(panel));
                let last = panels.iter().rposition(|panel| allowed.contains(panel));
                // Panels that take no such text hold no section.
                first.zip(last).map_or(0..0, |(first, last)| first..last + 1)
            });
        }
    }

    /// The rows that decide what goes into which column.
    pub(super) fn rows(&self) -> &[Row] {
        &self.tracks[0]
    }

    /// The panel of each column.
    pub(super) fn column_panels(&self) -> Vec<usize> {
        column_panels(&self.frames, self.tracks.len())
    }
}

/// The panel of each column, where that many languages stand beside each other.
fn column_panels(frames: &[(usize, Rect)], tracks: usize) -> Vec<usize> {
    frames.iter().step_by(tracks).map(|(panel, _)| *panel).collect()
}

/// The panel that each section starts on, of columns in those panels.
pub(super) fn section_starts(rows: &[Row], columns: &[Column], panels: &[usize]) -> Vec<usize> {
    let panel_of = |row: usize| {
        let column = columns.iter().position(|column| column.rows.contains(&row));
        panels[column.expect("columns hold every row")]
    };
    rows.iter().enumerate().filter(|(_, row)| row.starts).map(|(at, _)| panel_of(at)).collect()
}

/// The rows of a place in columns of that measure and height, of each language where two stand beside each other.
///
/// # Errors
/// A word wider than its measure.
fn compose_tracks(
    job: &FitJob<'_>,
    place: Place,
    (measure, room): (Abs, Abs),
    setting: &Setting,
) -> Result<Vec<Vec<Row>>, Overset> {
    let blocks = job.blocks(place);
    let composer = match job.tall {
        Tall::Refused => job.composer(),
        Tall::Torn => Composer { room, ..job.composer() },
    };
    let tracks = if job.layout.is_beside(place) {
        Vec::from(paired_rows(&composer, blocks, measure, setting))
    } else {
        vec![composer.rows(blocks, measure, setting)]
    };
    match tracks.iter().flatten().find_map(forced_apart) {
        Some(line) => {
            let at = line.line.text.end;
            let word = blocks[line.block].paragraphs[line.paragraph].piece_at(at);
            let lack = Lack::Width { paragraph: line.paragraph, start: word.start, end: word.end };
            Err(Overset { place, block: line.block, lack })
        }
        None => Ok(tracks),
    }
}

/// What a panel's drawing keeps of its height.
fn art_reserve(job: &FitJob<'_>, panel: usize, height: Abs) -> Abs {
    let art = job.layout.panels[panel].art.as_ref().filter(|art| art.place == ArtPlace::Above);
    art.map_or(Abs::ZERO, |art| art.reserve.of(height))
}

/// The height of a panel that follows its text.
///
/// # Errors
/// A word wider than its measure.
pub(super) fn auto_height(job: &FitJob<'_>, at: &PlacedPanel, setting: &Setting) -> Result<Abs, Overset> {
    let panel = &job.layout.panels[at.index];
    let inner = at.inner(panel);
    let (measure, _) = panel_columns(panel, inner);
    let tracks = compose_tracks(job, panel.place, (measure, inner.size.height), setting)?;
    let side_by_side = u32::try_from(tracks.len()).expect("a place has at most two languages");
    let columns = panel.columns / side_by_side;
    let text = text_height(&tracks[0], &beside(&tracks[0], panel.opening, columns), columns);
    Ok(around_text(job, at, setting) + text + Abs::pt(0.01))
}

/// A height that `auto_height` does not come below, told before any line is broken.
pub(super) fn least_auto_height(job: &FitJob<'_>, at: &PlacedPanel, setting: &Setting) -> Abs {
    let panel = &job.layout.panels[at.index];
    let around = around_text(job, at, setting);
    if job.layout.is_beside(panel.place) {
        return around;
    }
    let (measure, _) = panel_columns(panel, at.inner(panel));
    let least = job.composer().least_height(job.blocks(panel.place), measure, setting);
    around + (least.rows / f64::from(panel.columns) - least.trims).max(Abs::ZERO)
}

/// What a panel's insets and running lines take of its height.
fn around_text(job: &FitJob<'_>, at: &PlacedPanel, setting: &Setting) -> Abs {
    let panel = &job.layout.panels[at.index];
    let width = at.inner(panel).size.width;
    let furniture = [&job.furniture[at.index].head, &job.furniture[at.index].foot];
    let lines: Abs = furniture.into_iter().flatten().map(|line| line.height(width, setting.size)).sum();
    panel.inset.top + lines + panel.inset.bottom
}

/// The least height at which the rows fill that many columns, each like `room`.
fn text_height(rows: &[Row], room: &Room, columns: u32) -> Abs {
    let whole = column_height(rows);
    if columns == 1 {
        return whole;
    }
    let fits = |height: Abs| (0..columns).map(|_| Room { height, ..*room }).collect::<Vec<Room>>();
    let (mut low, mut high) = (whole / f64::from(columns) * 0.8, whole);
    for _ in 0..16 {
        let middle = (low + high) / 2.0;
        if fill(rows, &fits(middle)).is_ok() { high = middle } else { low = middle }
    }
    high
}

/// The first of the rows that are as tall together as what is too much; lines that only go with them are not meant.
fn rows_to_cut(rows: &[Row], too_much: Abs) -> &[Row] {
    let mut tall = Abs::ZERO;
    let end = rows.iter().position(|row| {
        tall = tall + row.above + row.height;
        tall >= too_much
    });
    &rows[..end.map_or(rows.len(), |end| end + 1)]
}

/// How many characters a row shows that can be shortened.
pub(super) fn row_characters(row: &Row, blocks: &[Block]) -> usize {
    match &row.kind {
        RowKind::Line(line) => {
            let Block { paragraphs, figure, .. } = &blocks[line.block];
            // The address beside a code, its last paragraph, can't be shortened here.
            if figure.is_some() && line.paragraph + 1 == paragraphs.len() {
                return 0;
            }
            paragraphs[line.paragraph].text.text[line.line.text.clone()].chars().count()
        }
        RowKind::Picture(_) => 0,
        RowKind::Box(BoxRow { rows, .. }) | RowKind::Whole(rows) => {
            rows.iter().map(|row| row_characters(row, blocks)).sum()
        }
    }
}
