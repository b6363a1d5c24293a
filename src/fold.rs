//! Papers and folds: which panel lies where on which side of the sheet. Every figure is from PRINT.md.

use crate::geom::{Abs, Point, Rect, Size};

/// A paper, upright.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Paper {
    /// The name used on the command line.
    pub name: &'static str,
    /// Its size, upright.
    pub size: Size,
    /// How much narrower a panel is that is tucked into others: 1/16 in on inch papers, 2 mm on metric ones.
    pub tuck: Abs,
}

/// The papers (ANSI Y14.1, ISO 216).
pub const PAPERS: &[Paper] = &[
    Paper { name: "letter", size: Size::new(Abs::inches(8.5), Abs::inches(11.0)), tuck: Abs::inches(0.0625) },
    Paper { name: "legal", size: Size::new(Abs::inches(8.5), Abs::inches(14.0)), tuck: Abs::inches(0.0625) },
    Paper {
        name: "tabloid",
        size: Size::new(Abs::inches(11.0), Abs::inches(17.0)),
        tuck: Abs::inches(0.0625),
    },
    Paper { name: "a5", size: Size::new(Abs::mm(148.0), Abs::mm(210.0)), tuck: Abs::mm(2.0) },
    Paper { name: "a4", size: Size::new(Abs::mm(210.0), Abs::mm(297.0)), tuck: Abs::mm(2.0) },
    Paper { name: "a3", size: Size::new(Abs::mm(297.0), Abs::mm(420.0)), tuck: Abs::mm(2.0) },
];

/// The paper of that name.
pub fn paper(name: &str) -> Option<&'static Paper> {
    PAPERS.iter().find(|paper| paper.name == name)
}

/// A panel's place in a fold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cell {
    /// When it is read, from 1.
    pub panel: u32,
    /// Whether it is folded into the others, and so a little narrower.
    pub tucked: bool,
}

/// A fold by vertical lines.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Fold {
    /// The name used in layouts.
    pub name: &'static str,
    /// The panels of the outside and of the inside, each from left to right as that side faces the reader.
    pub sides: [&'static [Cell]; 2],
}

const fn open(panel: u32) -> Cell {
    Cell { panel, tucked: false }
}

const fn tucked(panel: u32) -> Cell {
    Cell { panel, tucked: true }
}

/// The folds (PRINT.md, Folds).
pub const FOLDS: &[Fold] = &[
    Fold { name: "none", sides: [&[open(1)], &[open(2)]] },
    Fold { name: "half", sides: [&[open(4), open(1)], &[open(2), open(3)]] },
    Fold { name: "letter", sides: [&[tucked(2), open(6), open(1)], &[open(3), open(4), tucked(5)]] },
    Fold { name: "z", sides: [&[open(5), open(6), open(1)], &[open(2), open(3), open(4)]] },
];

/// The fold of that name.
pub fn fold(name: &str) -> Option<&'static Fold> {
    FOLDS.iter().find(|fold| fold.name == name)
}

/// A panel on its side of the sheet.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct PlacedCell {
    /// When it is read, from 1.
    pub panel: u32,
    /// 0 for the outside, 1 for the inside.
    pub side: usize,
    /// Where it lies.
    pub rect: Rect,
}

impl Fold {
    /// All panels on a sheet of that size as it is printed. With n panels a side, t of them tucked by d, an open one
    /// is (W + t d) / n wide and a tucked one d narrower.
    pub fn cells(&self, sheet: Size, tuck: Abs) -> Vec<PlacedCell> {
        let mut cells = Vec::new();
        for (side, row) in self.sides.iter().enumerate() {
            let (all, narrow) = (count(row.len()), count(row.iter().filter(|cell| cell.tucked).count()));
            let wide = (sheet.width + tuck * narrow) / all;
            let mut x = Abs::ZERO;
            for cell in *row {
                let width = if cell.tucked { wide - tuck } else { wide };
                let rect = Rect::new(Point::new(x, Abs::ZERO), Size::new(width, sheet.height));
                cells.push(PlacedCell { panel: cell.panel, side, rect });
                x += width;
            }
        }
        cells
    }
}

fn count(items: usize) -> f64 {
    f64::from(u32::try_from(items).expect("a side has few panels"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_fold_uses_each_panel_once_and_adds_up_to_the_sheet() {
        for fold in FOLDS {
            for paper in PAPERS {
                let sheet = Size::new(paper.size.height, paper.size.width);
                let cells = fold.cells(sheet, paper.tuck);
                let mut panels: Vec<u32> = cells.iter().map(|cell| cell.panel).collect();
                panels.sort_unstable();
                assert_eq!(
                    panels,
                    (1..=u32::try_from(cells.len()).unwrap()).collect::<Vec<_>>(),
                    "{}",
                    fold.name
                );
                for side in 0..2 {
                    let width: Abs = cells.iter().filter(|c| c.side == side).map(|c| c.rect.size.width).sum();
                    assert!((width - sheet.width).abs() < Abs::mm(0.001));
                }
            }
        }
    }

    #[test]
    fn a_tucked_panel_is_narrow_on_both_faces() {
        let (fold, letter) = (fold("letter").unwrap(), paper("letter").unwrap());
        let cells = fold.cells(Size::new(letter.size.height, letter.size.width), letter.tuck);
        let width = |panel| cells.iter().find(|c| c.panel == panel).unwrap().rect.size.width.to_mm();
        for (panel, expected) in
            [(1, 93.6625), (2, 92.075), (3, 93.6625), (4, 93.6625), (5, 92.075), (6, 93.6625)]
        {
            assert!((width(panel) - expected).abs() < 0.01, "panel {panel}: {}", width(panel));
        }
    }
}
