//! Panels on the sides of their sheets. In: a row of the table, a sheet. Out: where each panel lies, and cuts.

use crate::fold::paper::{INCH_CARD, Paper};
use crate::fold::table::{Cell, Fold, Scheme, Width};
use crate::geom::{Abs, Affine, Point, Rect, Size};
use crate::locale::Direction;

/// A panel on its side of a sheet.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct PlacedCell {
    /// When it is read, from 1.
    pub panel: u32,
    /// The side, in print order.
    pub side: usize,
    /// Where it lies.
    pub rect: Rect,
    /// By how many quarter turns clockwise it is turned.
    pub turn: u8,
    /// Whether it repeats one before it.
    pub copy: bool,
}

impl PlacedCell {
    /// The panel's size as its reader holds it.
    pub fn size(&self) -> Size {
        match self.turn % 2 {
            0 => self.rect.size,
            _ => Size::new(self.rect.size.height, self.rect.size.width),
        }
    }

    /// Maps places of the panel, from its top left corner as its reader holds it, to the sheet.
    pub fn to_sheet(&self) -> Affine {
        let size = self.rect.size;
        let corner = match self.turn % 4 {
            0 => Point::default(),
            1 => Point::new(size.width, Abs::ZERO),
            2 => Point::new(size.width, size.height),
            _ => Point::new(Abs::ZERO, size.height),
        };
        Affine { shift: self.rect.at + corner, ..Affine::turn(self.turn) }
    }
}

/// A line along which a sheet is cut within, from end to end.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Cut {
    /// The side that shows it.
    pub side: usize,
    /// Its ends.
    pub ends: [Point; 2],
}

/// How high the strips of a poster are (H: a finger's length, long enough for a number in 14 pt).
const STRIP: Abs = Abs::mm(56.0);
/// How many there are (docs/print.md, "Folds").
const STRIPS: u32 = 10;

/// A grid of cells of one size on a sheet, its upper left corner at `at`.
struct Grid {
    at: Point,
    cell: Size,
}

impl Grid {
    /// A grid in the middle of the sheet.
    fn centred(sheet: Size, cell: Size, columns: u32, rows: u32) -> Grid {
        let x = (sheet.width - cell.width * f64::from(columns)) / 2.0;
        let y = (sheet.height - cell.height * f64::from(rows)) / 2.0;
        Grid { at: Point::new(x, y), cell }
    }

    fn rect(&self, column: u32, row: u32) -> Rect {
        let shift = Point::new(self.cell.width * f64::from(column), self.cell.height * f64::from(row));
        Rect::new(self.at + shift, self.cell)
    }
}

impl Fold {
    /// All panels on the sheets of that size as they are printed, side by side in print order. `pages` is how many panels
    /// the leaflet has where the fold leaves it open. Where a language runs from the right, all is mirrored.
    pub fn cells(&self, sheet: Size, paper: &Paper, pages: u32, direction: Direction) -> Vec<PlacedCell> {
        let mut cells = match self.scheme {
            Scheme::Folded(sides) => folded(sides, sheet, paper.tuck),
            Scheme::Pages => (1..=pages).map(|panel| whole(panel, sheet)).collect(),
            Scheme::Zine => zine(sheet),
            Scheme::Booklet => booklet(sheet, pages),
            Scheme::TwoUp => copies(&Grid::centred(sheet, half(sheet), 2, 1), 2, 1),
            Scheme::Cards => copies(&Grid::centred(sheet, paper.card, 2, 5), 2, 5),
            Scheme::ShoeCards => shoe_cards(sheet),
            Scheme::TearOff => tear_off(sheet),
        };
        if direction == Direction::RightToLeft {
            for cell in &mut cells {
                cell.rect.at.x = sheet.width - cell.rect.right();
            }
        }
        cells
    }

    /// The lines along which a sheet is cut within.
    pub fn cuts(&self, sheet: Size) -> Vec<Cut> {
        match self.scheme {
            Scheme::Zine => {
                let at = |x: f64| Point::new(sheet.width * x, sheet.height / 2.0);
                std::iter::once(Cut { side: 0, ends: [at(0.25), at(0.75)] }).collect()
            }
            Scheme::TearOff => (1..STRIPS)
                .map(|strip| sheet.width * f64::from(strip) / f64::from(STRIPS))
                .map(|x| [Point::new(x, sheet.height - STRIP), Point::new(x, sheet.height)])
                .map(|ends| Cut { side: 0, ends })
                .collect(),
            Scheme::Folded(_)
            | Scheme::Pages
            | Scheme::Booklet
            | Scheme::TwoUp
            | Scheme::Cards
            | Scheme::ShoeCards => Vec::new(),
        }
    }
}

fn half(sheet: Size) -> Size {
    Size::new(sheet.width / 2.0, sheet.height)
}

fn cell(panel: u32, side: usize, rect: Rect) -> PlacedCell {
    PlacedCell { panel, side, rect, turn: 0, copy: false }
}

fn whole(panel: u32, sheet: Size) -> PlacedCell {
    let side = usize::try_from(panel - 1).expect("32 bits fit");
    cell(panel, side, Rect::new(Point::default(), sheet))
}

/// With n panels a side, t of them tucked by d, an open one is (W + t d) / n wide and a tucked one d narrower; a gate is
/// W/4 − d/2 wide.
fn folded(sides: [&[Cell]; 2], sheet: Size, tuck: Abs) -> Vec<PlacedCell> {
    let mut cells = Vec::new();
    for (side, row) in sides.iter().enumerate() {
        let count = |items: usize| f64::from(u32::try_from(items).expect("a side has few panels"));
        let narrow = count(row.iter().filter(|cell| cell.width == Width::Tucked).count());
        let wide = (sheet.width + tuck * narrow) / count(row.len());
        let gate = sheet.width / 4.0 - tuck / 2.0;
        let mut x = Abs::ZERO;
        for Cell { panel, width } in *row {
            let width = match width {
                Width::Open => wide,
                Width::Tucked => wide - tuck,
                Width::Gate => gate,
                Width::Centre => sheet.width - gate * 2.0,
            };
            let rect = Rect::new(Point::new(x, Abs::ZERO), Size::new(width, sheet.height));
            cells.push(cell(*panel, side, rect));
            x += width;
        }
    }
    cells
}

/// From the left, top 7 6 5 4 upside down, bottom 8 1 2 3.
fn zine(sheet: Size) -> Vec<PlacedCell> {
    let grid = Grid::centred(sheet, Size::new(sheet.width / 4.0, sheet.height / 2.0), 4, 2);
    let rows: [([u32; 4], u8); 2] = [([7, 6, 5, 4], 2), ([8, 1, 2, 3], 0)];
    let rows = (0..).zip(rows).flat_map(|(row, (panels, turn))| {
        (0..).zip(panels).map(move |(column, panel)| (column, row, panel, turn))
    });
    rows.map(|(column, row, panel, turn)| PlacedCell { turn, ..cell(panel, 0, grid.rect(column, row)) })
        .collect()
}

/// Sheet i of a booklet of n pages carries (n−2i, 1+2i) in front and (2+2i, n−1−2i) behind.
fn booklet(sheet: Size, pages: u32) -> Vec<PlacedCell> {
    let pages = pages.div_ceil(4) * 4;
    let grid = Grid::centred(sheet, half(sheet), 2, 1);
    let sides = (0..pages / 4).flat_map(|i| [[pages - 2 * i, 1 + 2 * i], [2 + 2 * i, pages - 1 - 2 * i]]);
    sides
        .enumerate()
        .flat_map(|(side, row)| {
            let grid = &grid;
            (0..).zip(row).map(move |(column, panel)| cell(panel, side, grid.rect(column, 0)))
        })
        .collect()
}

/// One panel over the whole grid in front, another one behind.
fn copies(grid: &Grid, columns: u32, rows: u32) -> Vec<PlacedCell> {
    let mut cells = Vec::new();
    for (side, panel) in [1, 2].into_iter().enumerate() {
        for row in 0..rows {
            // Behind, the columns run the other way, so that the first front has the first back.
            let across: Vec<u32> =
                if side == 0 { (0..columns).collect() } else { (0..columns).rev().collect() };
            for (at, column) in across.into_iter().enumerate() {
                let copy = at + usize::try_from(row).expect("32 bits fit") > 0;
                cells.push(PlacedCell { copy, ..cell(panel, side, grid.rect(column, row)) });
            }
        }
    }
    cells
}

/// Strips of four cards, panels 1 to 4 from the top in front and 5 to 8 behind.
fn shoe_cards(sheet: Size) -> Vec<PlacedCell> {
    let grid = Grid::centred(sheet, INCH_CARD, 3, 4);
    let mut cells = Vec::new();
    for (side, first) in [1_u32, 5].into_iter().enumerate() {
        for column in 0..3 {
            let column = if side == 0 { column } else { 2 - column };
            let copy = column != if side == 0 { 0 } else { 2 };
            let strip =
                (0..4).map(|row| PlacedCell { copy, ..cell(first + row, side, grid.rect(column, row)) });
            cells.extend(strip);
        }
    }
    cells
}

/// The poster, and ten strips below it whose text runs upwards.
fn tear_off(sheet: Size) -> Vec<PlacedCell> {
    let poster = Size::new(sheet.width, sheet.height - STRIP);
    let strip = Size::new(sheet.width / f64::from(STRIPS), STRIP);
    let grid = Grid { at: Point::new(Abs::ZERO, poster.height), cell: strip };
    let first = cell(1, 0, Rect::new(Point::default(), poster));
    let strips = (0..STRIPS).map(|column| PlacedCell {
        turn: 3,
        copy: column > 0,
        ..cell(2, 0, grid.rect(column, 0))
    });
    std::iter::once(first).chain(strips).collect()
}
