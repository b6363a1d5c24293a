//! Panels on the sides of their sheets. In: a fold, a sheet. Out: where each panel lies, and where the sheet is cut.

use crate::fold::paper::{INCH_CARD, Paper};
use crate::fold::table::{Cell, Fold, Scheme, Width};
use crate::geom::{Abs, Affine, Point, Rect, Size};
use crate::locale::Direction;

/// A panel on its side of a sheet.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct PlacedCell {
    /// Its number in reading order, from 1.
    pub panel: u32,
    /// The side, in print order.
    pub side: usize,
    /// Where it lies.
    pub rect: Rect,
    /// How many quarters it is turned clockwise.
    pub turn: u8,
    /// Whether it repeats a panel before it.
    pub copy: bool,
}

impl PlacedCell {
    /// The size of the panel as its reader holds it.
    pub fn size(&self) -> Size {
        let Size { width, height } = self.rect.size;
        if self.turn.is_multiple_of(2) { Size::new(width, height) } else { Size::new(height, width) }
    }

    /// The map from the panel to the sheet. Its origin is the top left corner of the panel as its reader holds it.
    pub fn to_sheet(self) -> Affine {
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

/// A cut within a sheet, along a straight line.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Cut {
    /// The side that shows it.
    pub side: usize,
    /// Its ends.
    pub ends: [Point; 2],
}

/// The height of the strips of a poster (H: a finger's length, long enough for a number in 14 pt).
const STRIP: Abs = Abs::mm(56.0);
/// The number of these strips (docs/print.md, "Folds").
const STRIPS: u32 = 10;

/// What an office printer leaves white (docs/print.md, "What printers ask"): the first and the last strip are wider by it, and
/// none keeps it free within.
const STRIP_EDGE: Abs = Abs::mm(6.35);

/// The width of a strip between two others.
fn strip_width(sheet: Size) -> Abs {
    (sheet.width - STRIP_EDGE * 2.0) / f64::from(STRIPS)
}

/// A grid of cells of one size on a sheet, its upper left corner at `at`.
struct Grid {
    at: Point,
    cell: Size,
}

impl Grid {
    /// A grid in the middle of a sheet.
    fn centred(sheet: Size, cell: Size, columns: u32, rows: u32) -> Grid {
        let x = (sheet.width - cell.width * f64::from(columns)) / 2.0;
        let y = (sheet.height - cell.height * f64::from(rows)) / 2.0;
        Grid { at: Point::new(x, y), cell }
    }

    /// The cell in a column and a row, both counted from 0.
    fn cell_rect(&self, column: u32, row: u32) -> Rect {
        let shift = Point::new(self.cell.width * f64::from(column), self.cell.height * f64::from(row));
        Rect::new(self.at + shift, self.cell)
    }
}

impl Fold {
    /// All panels on sheets of that size as they are printed, one side after the other in print order. `pages` is the number
    /// of panels where the fold does not give it. For a language that runs from the right, all is mirrored.
    ///
    /// A letter fold in a language that runs from the left has, from left to right:
    ///
    /// ```text
    /// outside   2 (tucked)  6  1 (cover)
    /// inside    3           4  5 (tucked)
    /// ```
    pub fn cells(&self, sheet: Size, paper: &Paper, pages: u32, direction: Direction) -> Vec<PlacedCell> {
        let mut cells = match self.scheme {
            Scheme::Folded(sides) => folded_cells(sides, sheet, paper.tuck),
            Scheme::Pages => (1..=pages).map(|panel| page_cell(panel, sheet)).collect(),
            Scheme::Zine => zine_cells(sheet),
            Scheme::Booklet => booklet_cells(sheet, pages),
            Scheme::TwoUp => repeated_cells(&Grid::centred(sheet, half_sheet(sheet), 2, 1), 2, 1),
            Scheme::Cards => repeated_cells(&Grid::centred(sheet, paper.card, 2, 5), 2, 5),
            Scheme::ShoeCards => shoe_card_cells(sheet),
            Scheme::TearOff => tear_off_cells(sheet),
        };
        if direction == Direction::RightToLeft {
            for cell in &mut cells {
                cell.rect.at.x = sheet.width - cell.rect.right();
            }
        }
        cells
    }

    /// The cuts within a sheet of that size.
    pub fn cuts(&self, sheet: Size) -> Vec<Cut> {
        match self.scheme {
            Scheme::Zine => {
                let at = |x: f64| Point::new(sheet.width * x, sheet.height / 2.0);
                std::iter::once(Cut { side: 0, ends: [at(0.25), at(0.75)] }).collect()
            }
            Scheme::TearOff => (1..STRIPS)
                .map(|strip| STRIP_EDGE + strip_width(sheet) * f64::from(strip))
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

/// Half of a sheet, cut by a vertical line.
fn half_sheet(sheet: Size) -> Size {
    Size::new(sheet.width / 2.0, sheet.height)
}

/// A panel that is not turned and repeats none.
fn placed_cell(panel: u32, side: usize, rect: Rect) -> PlacedCell {
    PlacedCell { panel, side, rect, turn: 0, copy: false }
}

/// A panel that is a side of its own.
fn page_cell(panel: u32, sheet: Size) -> PlacedCell {
    let side = usize::try_from(panel - 1).expect("32 bits fit");
    placed_cell(panel, side, Rect::new(Point::default(), sheet))
}

/// Panels side by side. On a sheet W wide, with n panels a side of which t are tucked by d, an open panel is (W + t d) / n
/// wide and a tucked one d narrower. A gate is W/4 − d/2 wide.
fn folded_cells(sides: [&[Cell]; 2], sheet: Size, tuck: Abs) -> Vec<PlacedCell> {
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
            cells.push(placed_cell(*panel, side, rect));
            x += width;
        }
    }
    cells
}

/// Eight pages on one side: from the left 7 6 5 4 above, upside down, and 8 1 2 3 below.
fn zine_cells(sheet: Size) -> Vec<PlacedCell> {
    let grid = Grid::centred(sheet, Size::new(sheet.width / 4.0, sheet.height / 2.0), 4, 2);
    let rows: [([u32; 4], u8); 2] = [([7, 6, 5, 4], 2), ([8, 1, 2, 3], 0)];
    let rows = (0..).zip(rows).flat_map(|(row, (panels, turn))| {
        (0..).zip(panels).map(move |(column, panel)| (column, row, panel, turn))
    });
    rows.map(|(column, row, panel, turn)| PlacedCell {
        turn,
        ..placed_cell(panel, 0, grid.cell_rect(column, row))
    })
    .collect()
}

/// Two pages on each side. Sheet i of a booklet of n pages, counted from 0, carries (n−2i, 1+2i) in front and
/// (2+2i, n−1−2i) behind.
fn booklet_cells(sheet: Size, pages: u32) -> Vec<PlacedCell> {
    let pages = pages.div_ceil(4) * 4;
    let grid = Grid::centred(sheet, half_sheet(sheet), 2, 1);
    let sides = (0..pages / 4).flat_map(|i| [[pages - 2 * i, 1 + 2 * i], [2 + 2 * i, pages - 1 - 2 * i]]);
    sides
        .enumerate()
        .flat_map(|(side, row)| {
            let grid = &grid;
            (0..).zip(row).map(move |(column, panel)| placed_cell(panel, side, grid.cell_rect(column, 0)))
        })
        .collect()
}

/// Panel 1 in all cells of a grid in front, panel 2 in all behind.
fn repeated_cells(grid: &Grid, columns: u32, rows: u32) -> Vec<PlacedCell> {
    let mut cells = Vec::new();
    for (side, panel) in [1, 2].into_iter().enumerate() {
        for row in 0..rows {
            // Behind, the columns run the other way, so that the first front has the first back.
            let across: Vec<u32> =
                if side == 0 { (0..columns).collect() } else { (0..columns).rev().collect() };
            for (at, column) in across.into_iter().enumerate() {
                let copy = at + usize::try_from(row).expect("32 bits fit") > 0;
                cells.push(PlacedCell { copy, ..placed_cell(panel, side, grid.cell_rect(column, row)) });
            }
        }
    }
    cells
}

/// Three strips of four cards: from the top panels 1 to 4 in front and 5 to 8 behind.
fn shoe_card_cells(sheet: Size) -> Vec<PlacedCell> {
    let grid = Grid::centred(sheet, INCH_CARD, 3, 4);
    let mut cells = Vec::new();
    for (side, first) in [1_u32, 5].into_iter().enumerate() {
        for column in 0..3 {
            let column = if side == 0 { column } else { 2 - column };
            let copy = column != if side == 0 { 0 } else { 2 };
            cells.extend((0..4).map(|row| PlacedCell {
                copy,
                ..placed_cell(first + row, side, grid.cell_rect(column, row))
            }));
        }
    }
    cells
}

/// A poster, and below it ten strips whose text runs upwards.
fn tear_off_cells(sheet: Size) -> Vec<PlacedCell> {
    let poster = Size::new(sheet.width, sheet.height - STRIP);
    let strip = Size::new(strip_width(sheet), STRIP);
    let grid = Grid { at: Point::new(STRIP_EDGE, poster.height), cell: strip };
    let first = placed_cell(1, 0, Rect::new(Point::default(), poster));
    let strips = (0..STRIPS).map(|column| PlacedCell {
        turn: 3,
        copy: column > 0,
        ..placed_cell(2, 0, grid.cell_rect(column, 0))
    });
    std::iter::once(first).chain(strips).collect()
}
