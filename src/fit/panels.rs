//! A fitted leaflet into the frames of its panels. Done once, when it is known what is printed: no trial needs a frame.

use std::collections::{BTreeMap, BTreeSet};

use super::copyfit::Fitted;
use super::job::FitJob;
use crate::flow::{PageNumbers, Placement, emit};
use crate::fold::Scheme;
use crate::frame::{Frame, Group, GroupKind, Motif, PanelTag};
use crate::geom::Point;
use crate::locale::Direction;
use crate::spec::PlacedPanel;

/// A panel set, and where it goes.
#[derive(Clone, Debug)]
pub struct SetPanel {
    /// The fold's panel that it is in.
    pub cell: u32,
    /// Its place in there.
    pub at: Point,
    /// What is in it.
    pub group: Group,
}

/// What panels show beside their text.
#[derive(Clone, Copy)]
pub struct Trimmings<'a> {
    /// Drawings by file.
    pub drawings: &'a BTreeMap<String, Motif>,
    /// Which way the lines of the leaflet's language run.
    pub direction: Direction,
}

/// The pages that the panels of a fitted leaflet are on. Panels of a folded sheet have the numbers of their cells; single
/// pages are counted as they are printed, and one that nothing comes to is not.
pub fn page_numbers(job: &FitJob<'_>, fitted: &Fitted) -> PageNumbers {
    let cells: BTreeSet<u32> = job.layout.panels.iter().map(|panel| panel.cell).collect();
    if job.layout.fold.scheme != Scheme::Pages {
        let of = job.layout.panels.iter().map(|panel| panel.cell).collect();
        return PageNumbers { of, count: cells.last().copied().unwrap_or_default() };
    }
    let printed: Vec<u32> = cells.into_iter().filter(|&cell| is_printed(job, fitted, cell)).collect();
    let number = |count: usize| u32::try_from(count).expect("a layout has few pages");
    let page = |cell: u32| number(printed.iter().filter(|&&other| other <= cell).count());
    PageNumbers {
        of: job.layout.panels.iter().map(|panel| page(panel.cell)).collect(),
        count: number(printed.len()),
    }
}

/// Whether a cell is printed: of single pages those that text comes to.
fn is_printed(job: &FitJob<'_>, fitted: &Fitted, cell: u32) -> bool {
    let mut panels = fitted.placed.iter().filter(|at| at.cell == cell);
    job.layout.fold.scheme != Scheme::Pages || panels.any(|at| has_text(job, fitted, at.index))
}

/// Whether text comes to a panel.
fn has_text(job: &FitJob<'_>, fitted: &Fitted, panel: usize) -> bool {
    let place = job.layout.panels[panel].place;
    let own = fitted.groups.iter().find(|(known, _)| *known == place);
    own.is_some_and(|(_, set)| set.columns_of(panel).iter().any(|column| !column.rows.is_empty()))
}

/// A panel of a page that is not printed.
fn blank(job: &FitJob<'_>, at: &PlacedPanel) -> Group {
    let tag = PanelTag {
        panel: job.layout.panel_number(at.index),
        place: Some(job.layout.panels[at.index].place),
        turn: 0,
        fill: 0.0,
        field: None,
    };
    Group::new(GroupKind::Panel(tag), Frame::new(at.rect.size))
}

/// The frames of all panels, empty ones too, in the layout's order; `fitted` came of this job.
pub fn emit_panels(job: &FitJob<'_>, fitted: &Fitted, trimmings: Trimmings<'_>) -> Vec<SetPanel> {
    let mut panels = Vec::new();
    for at in &fitted.placed {
        if !is_printed(job, fitted, at.cell) {
            panels.push(SetPanel { cell: at.cell, at: at.rect.at, group: blank(job, at) });
            continue;
        }
        let panel = &job.layout.panels[at.index];
        let own = fitted.groups.iter().find(|(place, _)| *place == panel.place);
        // A panel without text has the setting of the running text, for its running lines.
        let (place, set) = own.unwrap_or(&fitted.groups[0]);
        let placement = Placement {
            layout: job.layout,
            panel,
            furniture: &job.furniture[at.index],
            number: job.layout.panel_number(at.index),
            rect: at.rect,
            columns: own.map_or_else(Vec::new, |(_, set)| set.columns_of(at.index)),
            blocks: job.blocks(*place),
            setting: set.setting,
            rules: job.rules,
            direction: trimmings.direction,
            drawings: trimmings.drawings,
        };
        panels.push(SetPanel { cell: at.cell, at: at.rect.at, group: emit(&placement) });
    }
    panels
}
