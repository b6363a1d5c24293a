//! The layouts of a project, for people who choose one.

use serde::Serialize;

use super::files::{Files, Intake};
use super::load::read_design;
use super::selection::{LayoutChoice, Selection};
use super::task::{PHONE, holds_leaflet, is_made_when_named, names_layout};
use crate::diag::Diagnostics;
use crate::fold::Scheme;
use crate::handling::{Handling, Printed};
use crate::locale::Direction;
use crate::sheet::{duplex, side_count};
use crate::source::Sources;
use crate::spec::{Layout, LeafletSpec, Page};

/// A layout in a line.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct LayoutEntry {
    /// Its name.
    pub name: String,
    /// How its sheet is folded or cut.
    pub fold: String,
    /// The papers that it takes, the first being the one for a project whose own it does not take.
    pub papers: Vec<String>,
    /// Its panels in reading order.
    pub panels: Vec<PanelEntry>,
    /// What it is for.
    pub purpose: String,
    /// The leaflets that a build makes in it where no layout is named.
    pub usual: Vec<String>,
    /// The leaflets that a build makes in it where it is named.
    pub named: Vec<String>,
    /// The others that it has panels for, which a build makes in it where they are named, too.
    pub able: Vec<String>,
    /// How it is printed, folded and cut on the first of its papers; `None` of pages for a screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handling: Option<Handling>,
}

/// A panel of a layout.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct PanelEntry {
    /// The panel of the fold, or the page, that it is in, from 1.
    pub panel: u32,
    /// Its name within the layout.
    pub name: String,
    /// What it takes.
    pub place: String,
}

/// The layouts of a project, in the order of their names.
#[derive(Clone, Default, Debug)]
pub struct Listing {
    /// Those that could be read.
    pub layouts: Vec<LayoutEntry>,
    /// What is wrong with the others.
    pub diagnostics: Diagnostics,
}

/// Lists the layouts of a project, the built-in ones too.
pub fn list_layouts(files: &Files, sources: &mut Sources) -> Listing {
    let mut listing = Listing::default();
    let every = Selection { layouts: LayoutChoice::Every, ..Selection::default() };
    let mut intake = Intake { files, sources, diagnostics: &mut listing.diagnostics };
    if let Ok(design) = read_design(&mut intake, &every) {
        let leaflets = &design.manifest.leaflets;
        listing.layouts =
            design.layouts.values().map(|loaded| layout_entry(&loaded.layout, leaflets)).collect();
    }
    listing
}

fn layout_entry(layout: &Layout, leaflets: &[LeafletSpec]) -> LayoutEntry {
    let those = |is_one: &dyn Fn(&LeafletSpec) -> bool| {
        let those = leaflets.iter().filter(|leaflet| is_one(leaflet));
        those.map(|leaflet| leaflet.name.clone()).collect::<Vec<_>>()
    };
    let named = those(&|leaflet| is_made_when_named(leaflets, leaflet, &layout.name));
    let able = those(&|leaflet| !named.contains(&leaflet.name) && holds_leaflet(layout, leaflet));
    let panels = layout.panels.iter().map(|panel| PanelEntry {
        panel: panel.cell,
        name: panel.name.clone(),
        place: panel.place.name().to_owned(),
    });
    LayoutEntry {
        name: layout.name.clone(),
        fold: layout.fold.name.to_owned(),
        papers: layout.papers.clone(),
        panels: panels.collect(),
        purpose: layout.purpose.clone(),
        usual: those(&|leaflet| names_layout(leaflet, &layout.name)),
        named,
        able,
        handling: layout_handling(layout),
    }
}

/// How an office handles a layout, on the first of its papers.
fn layout_handling(layout: &Layout) -> Option<Handling> {
    let paper = layout.papers.first().filter(|paper| *paper != PHONE)?;
    let page = Page::new(layout, paper, Direction::LeftToRight)?;
    // As many as a leaflet has at least.
    let sides = match (layout.fewest, layout.fold.scheme) {
        (Some(pages), Scheme::Booklet) => usize::try_from(pages / 2).unwrap_or(usize::MAX),
        (Some(pages), _) => usize::try_from(pages).unwrap_or(usize::MAX),
        (None, _) => side_count(layout, &page),
    };
    let printed = Printed { sides, duplex: duplex(layout, &page) };
    Some(Handling::of(layout, &page, paper, Direction::LeftToRight, printed))
}
