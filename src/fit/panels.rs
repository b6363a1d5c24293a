//! A fitted leaflet into the frames of its panels. Done once, when it is known what is printed: no trial needs a frame.

use std::collections::BTreeMap;

use super::copyfit::Fitted;
use super::job::FitJob;
use crate::flow::{Placement, emit};
use crate::frame::{Group, Motif};
use crate::geom::Point;
use crate::locale::Direction;

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

/// The frames of all panels, empty ones too, in the layout's order; `fitted` came of this job.
pub fn emit_panels(job: &FitJob<'_>, fitted: &Fitted, trimmings: Trimmings<'_>) -> Vec<SetPanel> {
    let mut panels = Vec::new();
    for at in &fitted.placed {
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
