//! A review on its pages: a head, then for each section a table whose rows stand whole wherever a page holds them.

use std::collections::BTreeMap;

use super::grid::{BOX, Grid, HEAD, PAD, RUNNING, STRIP, Weight, empty_box, writing_line};
use super::row::{COLUMNS, GREY, LABEL, SetRow, TEXT, column_height, tallest};
use super::said::{ReviewSection, ReviewSheet, Said, Tongue};
use super::set::{Look, ReviewLine, Setter, Told};
use crate::color::Color;
use crate::flow::{Flaw, Shelf};
use crate::frame::{
    Cell, CellKind, Duplex, Frame, FrameItem, Group, GroupKind, Leaflet, PanelTag, Place, Role, SheetSide,
    Structure,
};
use crate::geom::{Abs, Point, Size};

/// Sizes (H).
const SMALL: Abs = Abs::pt(8.0);
const NAME: Abs = Abs::pt(24.0);
const HEADING: Abs = Abs::pt(13.0);
/// Above a section (H).
const SECTION: Abs = Abs::mm(7.5);
/// The least room below a heading that a row which is broken starts in (H).
const START: Abs = Abs::mm(50.0);
/// The section of what stands before the tables; no section of a manifest is called so.
const OPENING: &str = "";

/// A review on its pages.
pub struct SetReview {
    /// The pages.
    pub leaflet: Leaflet,
    /// The characters that no face has; a question mark stands for each.
    pub lacking: Vec<Flaw>,
}

/// The pages of a review, of that size. The shelves are of English, of the source language and of the translation.
///
/// # Errors
/// A face can't be read, or a language has none.
pub fn set_review(review: &ReviewSheet, shelves: [Shelf<'_>; 3], page: Size) -> Result<SetReview, Flaw> {
    let direction = shelves[1].voice.direction;
    let mut setter = Setter { shelves, structure: Structure::default(), lacking: BTreeMap::new() };
    let grid = Grid::new(page, direction);
    let again = captions(&mut setter, review, &grid, None)?;
    let mut pages = Pages { grid, again, done: Vec::new(), frame: Frame::new(page), y: HEAD };
    head(&mut setter, review, &mut pages)?;
    for section in &review.sections {
        table(&mut setter, review, section, &mut pages)?;
    }
    let frames = pages.finish();
    let sides = numbered(&mut setter, review, frames, &grid)?;
    let leaflet = Leaflet {
        title: review.title.clone(),
        lang: setter.shelves[0].tag().to_owned(),
        date: review.date.clone(),
        sides,
        structure: setter.structure,
        duplex: Duplex::FlipLong,
        has_bookmarks: true,
    };
    Ok(SetReview { leaflet, lacking: setter.lacking.into_values().collect() })
}

/// What stands above the tables: what this is, the language, how far it is, what to do.
fn head(setter: &mut Setter<'_>, review: &ReviewSheet, pages: &mut Pages) -> Result<(), Flaw> {
    let (left, width) = pages.grid.whole();
    let told = |role| Some(Told { role, section: OPENING, message: "", cell: None });
    let name = Look { size: NAME, bold: true, color: Color::BLACK, told: told(Role::Title) };
    let fact = Look { size: TEXT, bold: false, color: Color::BLACK, told: told(Role::Subtitle) };
    let small = Look { size: SMALL, color: GREY, told: told(Role::Paragraph), ..fact };
    pages.column(left, &setter.lines(&review.what, &Look { told: told(Role::Byline), ..small }, width)?);
    pages.y += Abs::mm(2.0);
    pages.column(left, &setter.lines(&review.name, &name, width)?);
    pages.y += Abs::mm(3.0);
    for said in &review.facts {
        pages.column(left, &setter.lines(said, &fact, width)?);
    }
    pages.y += Abs::mm(5.0);
    // In English beside names and source, in the language itself beside that.
    let (top, mut bottom) = (pages.y, pages.y);
    let halves = [pages.grid.across(0, 1), pages.grid.across(2, 3)];
    for (notes, (x, measure)) in review.notes.iter().zip(halves) {
        pages.y = top;
        for said in notes {
            pages.column(x, &setter.lines(said, &small, measure)?);
            pages.y += Abs::mm(0.8);
        }
        bottom = bottom.max(pages.y);
    }
    pages.y = bottom;
    Ok(())
}

/// What the columns hold, in bold; told as cells of a section's table, or not at all where it is told again.
fn captions(
    setter: &mut Setter<'_>,
    review: &ReviewSheet,
    grid: &Grid,
    section: Option<&str>,
) -> Result<Vec<Vec<ReviewLine>>, Flaw> {
    let mut set = Vec::new();
    for (column, (said, (_, measure))) in review.captions.iter().zip(grid.columns).enumerate() {
        let cell = Some(Cell { row: 0, column, columns: COLUMNS, kind: CellKind::ColumnHead });
        let told = section.map(|section| Told { role: Role::Paragraph, section, message: "", cell });
        set.push(setter.lines(
            said,
            &Look { size: LABEL, bold: true, color: Color::BLACK, told },
            measure,
        )?);
    }
    Ok(set)
}

/// A section: its heading, and a row for each of its messages.
fn table(
    setter: &mut Setter<'_>,
    review: &ReviewSheet,
    section: &ReviewSection,
    pages: &mut Pages,
) -> Result<(), Flaw> {
    let (left, width) = pages.grid.whole();
    let told = Told { role: Role::Heading, section: &section.name, message: "", cell: None };
    let look = Look { size: HEADING, bold: true, color: Color::BLACK, told: Some(told) };
    let heading = setter.lines(&section.heading, &look, width)?;
    let captions = captions(setter, review, &pages.grid, Some(&section.name))?;
    let mut rows = Vec::new();
    for (number, row) in (1..).zip(&section.rows) {
        rows.push(SetRow::new(setter, row, number, &section.name, &pages.grid)?);
    }
    let first = rows.first().map(SetRow::height).unwrap_or_default().min(START);
    pages.y += SECTION;
    let between = Abs::mm(3.0);
    if pages.y + column_height(&heading) + tallest(&captions) + between + first > pages.grid.bottom() {
        pages.turn(Turn::Plain);
    }
    pages.column(left, &heading);
    pages.y += Abs::mm(1.5);
    pages.captions(&captions);
    for (number, row) in rows.into_iter().enumerate() {
        pages.row(row, if number == 0 { Weight::Thick } else { Weight::Thin });
    }
    pages.rule(Weight::Thin);
    Ok(())
}

/// How a new page starts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// With nothing.
    Plain,
    /// With what the columns hold, once more.
    Captioned,
}

/// Pages, the last of them under way.
struct Pages {
    grid: Grid,
    /// What the columns hold, where it is printed again.
    again: Vec<Vec<ReviewLine>>,
    done: Vec<Frame>,
    frame: Frame,
    y: Abs,
}

impl Pages {
    /// Lines from here down.
    fn column(&mut self, x: Abs, lines: &[ReviewLine]) {
        for line in lines {
            self.frame.push(Point::new(x, self.y + line.baseline), line.words.clone());
            self.y += line.height;
        }
    }

    /// Lines of columns side by side; those columns start where these are.
    fn columns(&mut self, columns: &[Vec<ReviewLine>]) {
        let (top, starts) = (self.y, self.grid.columns.map(|(x, _)| x));
        for (lines, x) in columns.iter().zip(starts) {
            self.y = top;
            self.column(x, lines);
        }
        self.y = top + tallest(columns);
    }

    fn captions(&mut self, captions: &[Vec<ReviewLine>]) {
        self.columns(captions);
        self.y += Abs::mm(1.2);
    }

    fn rule(&mut self, weight: Weight) {
        self.frame.push(Point::new(self.grid.whole().0, self.y), self.grid.rule(weight));
    }

    fn turn(&mut self, turn: Turn) {
        if turn == Turn::Captioned {
            self.rule(Weight::Thin);
        }
        let page = Frame::new(self.grid.page);
        self.done.push(std::mem::replace(&mut self.frame, page));
        self.y = HEAD;
        if turn == Turn::Captioned {
            let again = self.again.clone();
            self.captions(&again);
        }
    }

    /// A row, below a line of that weight: whole where a page holds it.
    fn row(&mut self, mut row: SetRow, weight: Weight) {
        let fresh = self.grid.bottom() - HEAD - tallest(&self.again) - Abs::mm(2.0);
        let mut weight = weight;
        while row.height() > self.grid.bottom() - self.y {
            let room = self.grid.bottom() - self.y - PAD * 2.0;
            if row.height() > fresh && room > START {
                let part = row.take(room);
                let height = tallest(&part);
                self.part(&part, height, weight, &row);
            }
            self.turn(Turn::Captioned);
            weight = Weight::Thick;
        }
        let (columns, inner) = (row.columns.clone(), row.inner());
        let top = self.part(&columns, inner, weight, &row);
        let below = self.y;
        self.y = top + row.states_start();
        self.column(self.grid.across(0, 1).0, &row.states);
        self.y = below;
        let (x, measure) = self.grid.columns[2];
        if !row.is_blank {
            let mut y = top + column_height(&columns[2]);
            for _ in 0..row.writing_lines(inner) {
                y += STRIP;
                self.frame.push(Point::new(x, y), writing_line(measure));
            }
        }
        self.frame.push(Point::new(self.grid.columns[3].0, top), empty_box(BOX));
    }

    /// As much of a row as stands on this page; gives where its text starts.
    fn part(&mut self, columns: &[Vec<ReviewLine>; 3], inner: Abs, weight: Weight, row: &SetRow) -> Abs {
        self.rule(weight);
        if row.is_changed {
            let (x, bar) = self.grid.change_bar(inner + PAD * 2.0);
            self.frame.push(Point::new(x, self.y), bar);
        }
        let top = self.y + PAD;
        let [names, source, translation] = columns;
        let starts = self.grid.columns;
        let inside = if row.is_blank { PAD } else { Abs::ZERO };
        if row.is_blank {
            let (x, measure) = starts[2];
            self.frame.push(Point::new(x, top), empty_box(Size::new(measure, inner)));
        }
        let places = [starts[0].0, starts[1].0, starts[2].0 + inside];
        for ((lines, x), lower) in
            [names, source, translation].into_iter().zip(places).zip([Abs::ZERO, Abs::ZERO, inside])
        {
            self.y = top + lower;
            self.column(x, lines);
        }
        self.y = top + inner + PAD;
        top
    }

    fn finish(mut self) -> Vec<Frame> {
        self.done.push(self.frame);
        self.done
    }
}

/// The sides, each with the title and its number among all.
fn numbered(
    setter: &mut Setter<'_>,
    review: &ReviewSheet,
    frames: Vec<Frame>,
    grid: &Grid,
) -> Result<Vec<SheetSide>, Flaw> {
    let count = frames.len();
    let (left, width) = grid.whole();
    let span = review.name.text.span;
    let mut sides = Vec::new();
    for (number, mut frame) in (1..).zip(frames) {
        let baseline = grid.page.height - RUNNING;
        let (_, words) = setter.running(&review.running, LABEL, GREY)?;
        frame.push(Point::new(left, baseline), FrameItem::Group(Group::new(GroupKind::Foot, words)));
        let pages = Said::plain(Tongue::English, format!("{number} / {count}"), span);
        let (wide, words) = setter.running(&pages, LABEL, Color::BLACK)?;
        let at = Point::new(left + width - wide, baseline);
        frame.push(at, FrameItem::Group(Group::new(GroupKind::Foot, words)));
        sides.push(side(number, frame, grid));
    }
    Ok(sides)
}

fn side(number: u32, panel: Frame, grid: &Grid) -> SheetSide {
    let tag = PanelTag { panel: number, place: Some(Place::Body), turn: 0, fill: 1.0, field: None };
    let mut frame = Frame::new(grid.page);
    frame.push(Point::default(), FrameItem::Group(Group::new(GroupKind::Panel(tag), panel)));
    SheetSide {
        name: number.to_string(),
        trim: grid.page,
        bleed: Abs::ZERO,
        slug: Abs::ZERO,
        frame,
        marks: Frame::new(grid.page),
    }
}
