//! Where the panels of a layout lie on a paper.

use std::collections::BTreeMap;

use super::layout::{Height, Layout, PanelSpec};
use super::read::Reading;
use super::words::Words;
use crate::diag::{Code, Diagnostic};
use crate::fold::{self, PlacedCell};
use crate::geom::{Abs, Point, Rect, Size};
use crate::locale::Direction;

/// Rounding of places, far below what prints.
const SLACK: Abs = Abs::mm(0.01);
/// What the widths of a shop's panels may be off their sheet by rounding.
pub(super) const WIDTHS: Abs = Abs::mm(0.2);
/// The narrowest measure and the lowest panel that hold text at all, in millimetres (H: a dozen letters, a line).
const LEAST_MEASURE: f64 = 15.0;
const LEAST_HEIGHT: f64 = 5.0;

/// The sheet that a layout makes of a paper.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its size as it is printed.
    pub size: Size,
    /// How far ink reaches over its edges on a press.
    pub bleed: Abs,
    /// The fold's panels on it.
    pub cells: Vec<PlacedCell>,
}

impl Page {
    /// The sheet of that paper for a language of that direction; `None` when the layout does not take it.
    pub fn new(layout: &Layout, paper: &str, direction: Direction) -> Option<Page> {
        let paper = fold::paper(paper).filter(|paper| layout.papers.iter().any(|name| name == paper.name))?;
        let upright = paper.size;
        let size = if layout.landscape { Size::new(upright.height, upright.width) } else { upright };
        let pages = layout.panels.iter().map(|panel| panel.cell).max().unwrap_or(1);
        Some(Page { size, bleed: paper.bleed, cells: layout.fold.cells(size, paper, pages, direction) })
    }

    /// The same sheet with panels of these widths, from the left as its inside is seen; it stays as it is where they are not as wide
    /// as it is. For a language of that direction: what runs from the right is mirrored.
    pub fn with_widths(self, widths: &[Abs], direction: Direction) -> Page {
        let sum: Abs = widths.iter().copied().sum();
        if (sum - self.size.width).abs() > WIDTHS {
            return self;
        }
        let mut cells = self.cells;
        for side in [0, 1] {
            let mut row: Vec<&mut PlacedCell> = cells.iter_mut().filter(|cell| cell.side == side).collect();
            row.sort_by(|one, other| one.rect.at.x.to_pt().total_cmp(&other.rect.at.x.to_pt()));
            // The outside is the inside turned over.
            let is_turned = (side == 0) != (direction == Direction::RightToLeft);
            let widths = widths.iter().copied();
            let widths: Vec<Abs> = if is_turned { widths.rev().collect() } else { widths.collect() };
            let mut x = Abs::ZERO;
            for (cell, width) in row.into_iter().zip(widths) {
                (cell.rect.at.x, cell.rect.size.width) = (x, width);
                x += width;
            }
        }
        Page { cells, ..self }
    }

    /// A panel of the fold, the first of its copies.
    pub fn cell(&self, panel: u32) -> Option<&PlacedCell> {
        self.cells.iter().find(|cell| cell.panel == panel)
    }
}

/// A panel of the layout in its cell.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct PlacedPanel {
    /// Its index in the layout.
    pub index: usize,
    /// The fold's panel that it is in.
    pub cell: u32,
    /// Its whole extent, from the cell's top left corner as its reader holds it.
    pub rect: Rect,
}

impl PlacedPanel {
    /// Its area for text, from its own top left corner; `panel` is what it is in the layout.
    pub(crate) fn inner(&self, panel: &PanelSpec) -> Rect {
        Rect::new(Point::default(), self.rect.size).inset(panel.inset)
    }
}

/// Places every panel; `heights` holds those of panels whose text decides. A panel whose cell there is not is left out.
pub fn place_panels(layout: &Layout, page: &Page, heights: &BTreeMap<usize, Abs>) -> Vec<PlacedPanel> {
    let mut placed: BTreeMap<usize, PlacedPanel> = BTreeMap::new();
    // Each round places the panels whose neighbours are placed; a ring of neighbours stops it.
    for _ in &layout.panels {
        for (index, panel) in layout.panels.iter().enumerate() {
            if placed.contains_key(&index) {
                continue;
            }
            let neighbour =
                |name: &Option<String>| neighbour_rect(layout, panel.cell, name.as_deref(), &placed);
            let neighbours = neighbour(&panel.below).zip(neighbour(&panel.above));
            if let Some((cell, (below, above))) = page.cell(panel.cell).zip(neighbours) {
                let height = heights.get(&index).copied();
                let rect = panel_rect(panel, cell.size(), [below, above], height);
                placed.insert(index, PlacedPanel { index, cell: panel.cell, rect });
            }
        }
    }
    placed.into_values().collect()
}

/// Where the panel of that name lies in a cell: nowhere when none is named, `None` as long as it is not placed.
fn neighbour_rect(
    layout: &Layout,
    cell: u32,
    name: Option<&str>,
    placed: &BTreeMap<usize, PlacedPanel>,
) -> Option<Option<Rect>> {
    let Some(name) = name else { return Some(None) };
    let at = layout.panels.iter().position(|panel| panel.name == name && panel.cell == cell)?;
    placed.get(&at).map(|neighbour| Some(neighbour.rect))
}

fn panel_rect(panel: &PanelSpec, cell: Size, [below, above]: [Option<Rect>; 2], text: Option<Abs>) -> Rect {
    let [left, right, width] = panel.across.map(|length| length.map(|length| length.of(cell.width)));
    let (x, width) = match (left, right, width) {
        (None, Some(right), Some(width)) => (cell.width - right - width, width),
        (left, right, None) => {
            let (left, right) = (left.unwrap_or_default(), right.unwrap_or_default());
            (left, cell.width - left - right)
        }
        (left, _, Some(width)) => (left.unwrap_or_default(), width),
    };
    let [top, bottom] = panel.down.map(|length| length.map(|length| length.of(cell.height)));
    let top = below.map(|rect| rect.bottom() + panel.gap).or(top);
    let bottom = above.map(|rect| cell.height - rect.at.y + panel.gap).or(bottom);
    let height = match panel.height {
        Height::Free => None,
        Height::Fixed(length) => Some(length.of(cell.height)),
        Height::Auto => Some(text.unwrap_or_default()),
    };
    let (y, height) = match (top, bottom, height) {
        (None, Some(bottom), Some(height)) => (cell.height - bottom - height, height),
        (top, _, Some(height)) => (top.unwrap_or_default(), height),
        (top, bottom, None) => {
            let (top, bottom) = (top.unwrap_or_default(), bottom.unwrap_or_default());
            (top, cell.height - top - bottom)
        }
    };
    let size = Size::new(width.max(Abs::ZERO), height.max(Abs::ZERO));
    Rect::new(Point::new(x, y), size)
}

/// The first pair of panels, by their indices, that share a place.
pub fn overlapping_panels(placed: &[PlacedPanel]) -> Option<(usize, usize)> {
    placed.iter().enumerate().find_map(|(at, one)| {
        let other = placed[at + 1..]
            .iter()
            .find(|other| other.cell == one.cell && one.rect.overlaps(&other.rect, SLACK))?;
        Some((one.index, other.index))
    })
}

/// Reports panels that overlap, lie outside their cell, name a cell or a neighbour that there is not, or have no room.
/// Nothing is wrong with the file so far; what is wrong on one paper mostly is on the next, so the first one that shows
/// something is the last that is looked at.
pub(super) fn check_geometry(layout: &Layout, words: Words<'_>, file: &mut Reading<'_>) {
    for paper in &layout.papers {
        if file.reporter.is_sound() {
            check_paper(layout, paper, words, file);
        }
    }
}

fn check_paper(layout: &Layout, paper: &str, words: Words<'_>, file: &mut Reading<'_>) {
    let Some(page) = Page::new(layout, paper, Direction::LeftToRight) else { return };
    let sheet = Rect::new(Point::default(), page.size);
    if page.cells.iter().any(|cell| !sheet.contains(&cell.rect, SLACK)) {
        let message = format!("the fold “{}” is larger than {paper}", layout.fold.name);
        let wrong = Diagnostic::new(Code::OutsidePage, message)
            .label(words.value(&["fold"]).unwrap_or(file.whole_file()), "this fold");
        file.error(wrong.help("take that paper out, or turn the sheet"));
        return;
    }
    let placed = place_panels(layout, &page, &BTreeMap::new());
    for (index, panel) in layout.panels.iter().enumerate() {
        let found = placed.iter().find(|placed| placed.index == index);
        let cell = page.cell(panel.cell);
        let wrong = match (found, cell) {
            (_, None) => {
                let message = format!("the fold “{}” has no panel {}", layout.fold.name, panel.cell);
                let help = format!("it has {}: name one of them after cell", page.cells.len());
                Some((Code::Layout, message, help))
            }
            (None, _) => Some((
                Code::Layout,
                "its neighbour is not in the same cell, or waits for it in turn".to_owned(),
                "name another panel of its cell after below or above, or give top or bottom instead"
                    .to_owned(),
            )),
            (Some(placed), Some(cell)) => misplaced(placed, panel, cell, paper),
        };
        if let Some((code, message, help)) = wrong {
            file.error(Diagnostic::new(code, message).label(panel.span, "this panel").help(help));
        }
    }
    if let Some((one, other)) = overlapping_panels(&placed) {
        let message = format!("two panels share a place on {paper}");
        file.error(
            Diagnostic::new(Code::Overlap, message)
                .label(layout.panels[other].span, "this panel")
                .label(layout.panels[one].span, "lies over this one")
                .help("move one of them, or make it smaller"),
        );
    }
}

fn misplaced(
    placed: &PlacedPanel,
    panel: &PanelSpec,
    cell: &PlacedCell,
    paper: &str,
) -> Option<(Code, String, String)> {
    if !Rect::new(Point::default(), cell.size()).contains(&placed.rect, SLACK) {
        let help = "make it smaller, or move it in: its edges and its size are measured in its cell, the page or the part between folds";
        return Some((
            Code::OutsidePage,
            format!("the panel reaches out of its cell on {paper}"),
            help.to_owned(),
        ));
    }
    let text = placed.rect.inset(panel.inset);
    let (measure, _) = panel_columns(panel, text);
    // What waits for the heights of others may well be low until these are known.
    let settled = panel.height != Height::Auto && panel.below.is_none() && panel.above.is_none();
    let (width, height) = (measure.to_mm(), text.size.height.to_mm());
    (width < LEAST_MEASURE || (settled && height < LEAST_HEIGHT)).then(|| {
        let message =
            format!("the panel leaves no room for text on {paper}: {width:.1} mm by {height:.1} mm");
        (
            Code::Layout,
            message,
            "make the panel larger, or its inset smaller, or give it fewer columns".to_owned(),
        )
    })
}

/// The measure of a panel's columns, and how far apart they start.
pub(crate) fn panel_columns(panel: &PanelSpec, text: Rect) -> (Abs, Abs) {
    let columns = f64::from(panel.columns);
    let measure = (text.size.width - panel.gutter * (columns - 1.0)) / columns;
    (measure, measure + panel.gutter)
}
