//! Copy-fitting. In: a story, a layout and a paper. Out: each panel set at the largest size at which nothing is overset.
//! The running text decides: size on a grid of 0.05 pt, then line height and gaps within the layout's bounds, then
//! optional blocks. Panels of other kinds follow it, each as large as it can be.

mod group;
mod parallel;
mod search;

use std::collections::BTreeMap;

use crate::content::Catalog;
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::flow::{BoxRow, Composer, Placement, PreparedPanel, RowKind, Setting, Story, emit};
use crate::fold::Scheme;
use crate::frame::Drawing;
use crate::frame::Group;
use crate::geom::{Abs, Point, Rect};
use crate::script::ScriptRules;
use crate::source::Span;
use crate::spec::{Height, Layout, Page, Place, PlacedPanel, overlaps, place};

use self::group::{Miss, MissKind, SetGroup, attempt, auto_height};
use self::search::{Fit, Range, largest};

pub use self::parallel::{Assignment, Voice, assign};

/// All that a fit needs, none of which depends on the size.
pub struct FitJob<'a> {
    /// The text.
    pub story: &'a Story,
    /// The layout.
    pub layout: &'a Layout,
    /// The sheet.
    pub page: &'a Page,
    /// The panels' furniture.
    pub furniture: &'a [PreparedPanel],
    /// The script's rules.
    pub rules: &'a ScriptRules,
    /// Drawings by file.
    pub drawings: &'a BTreeMap<String, Drawing>,
    /// The messages, for the places of what does not fit.
    pub catalog: &'a Catalog,
    /// The panel that each section of the running text has to start on; any when `None`.
    pub sections: Option<&'a Assignment>,
}

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

/// A leaflet fitted.
#[derive(Clone, Debug)]
pub struct Fitted {
    /// The setting of the body.
    pub body: Setting,
    /// The panel, by its index in the layout, that each section of the running text starts on.
    pub starts: Vec<usize>,
    /// The panels in the layout's order.
    pub panels: Vec<SetPanel>,
}

/// Fits a story into a layout.
///
/// # Errors
/// `fit/overset` when it does not fit at the script's smallest size.
pub fn fit(job: &FitJob<'_>, diagnostics: &mut Diagnostics) -> Result<Fitted, Reported> {
    let anchor = anchor(job);
    let range = range(job);
    if range.max < range.floor {
        return Err(too_small(job, diagnostics));
    }
    let body = largest(&range, |setting| try_body(job, anchor, setting));
    let (body, placed) = match body {
        Fit::Found(found) => found,
        Fit::Overset(miss) => return Err(report(job, &miss, diagnostics)),
    };
    let setting = body.setting;
    let body = body.balanced();
    let starts = if anchor == Place::Body { body.starts() } else { Vec::new() };
    let mut groups = vec![(anchor, body)];
    for &other in job.story.blocks.keys().filter(|&&other| other != anchor) {
        let set = if is_auto(job, other) {
            attempt(job, other, &placed, &setting).map_err(|miss| report(job, &miss, diagnostics))?
        } else {
            follow(job, other, &placed, setting.size, diagnostics)?
        };
        groups.push((other, set.balanced()));
    }
    Ok(Fitted { body: setting, starts, panels: panels(job, &placed, &groups) })
}

/// The settings that the running text may have.
fn range(job: &FitJob<'_>) -> Range {
    let max = Abs::pt(job.layout.body.max);
    Range { floor: job.rules.floor, ideal: job.rules.ideal.min(max), max, body: job.layout.body }
}

/// The place whose text decides the size: the running text, or the first that there is.
fn anchor(job: &FitJob<'_>) -> Place {
    let has = |place: Place| job.story.blocks.contains_key(&place) && !is_auto(job, place);
    [Place::Body, Place::Cover, Place::Aside, Place::Back]
        .into_iter()
        .find(|&place| has(place))
        .unwrap_or(Place::Body)
}

fn is_auto(job: &FitJob<'_>, place: Place) -> bool {
    job.layout.panels.iter().any(|panel| panel.place == place && panel.height == Height::Auto)
}

/// The running text and all panels whose height follows their text, at one setting.
fn try_body(
    job: &FitJob<'_>,
    anchor: Place,
    setting: &Setting,
) -> Result<(SetGroup, Vec<PlacedPanel>), Miss> {
    let placed = place_all(job, setting)?;
    Ok((attempt(job, anchor, &placed, setting)?, placed))
}

/// All panels, those whose height follows their text at that setting too.
fn place_all(job: &FitJob<'_>, setting: &Setting) -> Result<Vec<PlacedPanel>, Miss> {
    let unsized_panels = place(job.layout, job.page, &BTreeMap::new());
    let mut heights = BTreeMap::new();
    for placed in &unsized_panels {
        if job.layout.panels[placed.index].height == Height::Auto {
            heights.insert(placed.index, auto_height(job, placed, setting)?);
        }
    }
    let placed = place(job.layout, job.page, &heights);
    let outside = placed.iter().find(|panel| !in_cell(job, panel)).map(|panel| panel.index);
    if let Some(index) = overlaps(&placed).map(|(one, _)| one).or(outside) {
        let grown = heights.keys().next().copied().unwrap_or(index);
        return Err(Miss { place: job.layout.panels[grown].place, block: 0, kind: MissKind::Squeezed });
    }
    Ok(placed)
}

fn in_cell(job: &FitJob<'_>, placed: &PlacedPanel) -> bool {
    let cell = job.page.cell(placed.cell).map(|cell| Rect::new(Point::default(), cell.size()));
    cell.is_some_and(|cell| cell.contains(&placed.rect, Abs::mm(0.01)))
}

/// Fits a place of fixed panels, its size following the body's.
fn follow(
    job: &FitJob<'_>,
    place: Place,
    placed: &[PlacedPanel],
    body: Abs,
    diagnostics: &mut Diagnostics,
) -> Result<SetGroup, Reported> {
    let grow = job.layout.panels.iter().find(|panel| panel.place == place).map_or(1.0, |panel| panel.grow);
    let top = (body * grow).max(job.rules.floor);
    let range = Range { floor: job.rules.floor, ideal: job.rules.floor, max: top, body: job.layout.body };
    match largest(&range, |setting| attempt(job, place, placed, setting)) {
        Fit::Found(set) => Ok(set),
        Fit::Overset(miss) => Err(report(job, &miss, diagnostics)),
    }
}

/// The frames of all panels, empty ones too, in the layout's order.
fn panels(job: &FitJob<'_>, placed: &[PlacedPanel], groups: &[(Place, SetGroup)]) -> Vec<SetPanel> {
    placed
        .iter()
        .map(|at| {
            let panel = &job.layout.panels[at.index];
            let (place, set) = groups.iter().find(|(place, _)| *place == panel.place).unwrap_or(&groups[0]);
            let number = match job.layout.fold.scheme {
                Scheme::Pages => u32::try_from(at.index + 1).expect("a layout has few panels"),
                _ => panel.cell,
            };
            let placement = Placement {
                layout: job.layout,
                panel,
                furniture: &job.furniture[at.index],
                number,
                rect: at.rect,
                columns: if *place == panel.place { set.columns_of(at.index) } else { Vec::new() },
                blocks: job.story.blocks.get(place).map_or(&[][..], Vec::as_slice),
                setting: set.setting,
                rules: job.rules,
                direction: job.catalog.locale.direction,
                drawings: job.drawings,
            };
            SetPanel { cell: at.cell, at: at.rect.at, group: emit(&placement) }
        })
        .collect()
}

fn composer<'a>(job: &'a FitJob<'_>) -> Composer<'a> {
    let sections = job.layout.body.sections;
    Composer { look: &job.layout.look, drawings: job.drawings, sections }
}

/// Says what does not fit, by how much, and in which panel.
fn report(job: &FitJob<'_>, miss: &Miss, diagnostics: &mut Diagnostics) -> Reported {
    let panel = job.layout.panels.iter().rfind(|panel| panel.place == miss.place);
    let name = panel.map_or(miss.place.name(), |panel| &panel.name);
    let (tag, layout) = (&job.catalog.locale.tag, &job.layout.name);
    let floor = job.rules.floor.to_pt();
    let (message, label, help) = match miss.kind {
        MissKind::TooTall(by, characters) => (
            format!("{tag}: the text is {:.1} pt too tall for panel “{name}” of “{layout}”", by.to_pt()),
            format!("from here on it does not fit at {floor} pt, the smallest size"),
            match characters {
                // Nothing but a picture is left over.
                0 => "shorten the text, or give its picture a smaller width".to_owned(),
                _ => format!("shorten the text by about {characters} characters"),
            },
        ),
        MissKind::TooWide => (
            format!("{tag}: a word is wider than panel “{name}” of “{layout}”"),
            format!("at {floor} pt, the smallest size, a word of this message is cut"),
            "use a shorter word, put a soft hyphen into it, or make the panel wider".to_owned(),
        ),
        MissKind::Squeezed => (
            format!("{tag}: panel “{name}” of “{layout}” leaves no room for its neighbours"),
            "the text from here on makes it too tall".to_owned(),
            "shorten its text, or give it a fixed height".to_owned(),
        ),
    };
    let mut diagnostic = Diagnostic::error(Code::Overset, message);
    let block = job.story.blocks.get(&miss.place).and_then(|blocks| blocks.get(miss.block));
    if let Some(span) = block.and_then(|block| job.catalog.span(&block.message.id)) {
        diagnostic = diagnostic.label(span, label);
    }
    if let Some(panel) = panel {
        diagnostic = diagnostic.label(panel.span, "it is set in this panel");
    }
    diagnostics.push(diagnostic.help(help))
}

/// Says that the layout's largest size is below the script's smallest.
fn too_small(job: &FitJob<'_>, diagnostics: &mut Diagnostics) -> Reported {
    let (tag, floor) = (&job.catalog.locale.tag, job.rules.floor.to_pt());
    let message = format!(
        "{tag}: layout “{}” sets at most {} pt, but this script needs {floor}",
        job.layout.name, job.layout.body.max
    );
    let place = Span::new(job.layout.source, 0..0);
    diagnostics.push(Diagnostic::error(Code::Layout, message).label(place, "raise max under [body]"))
}

/// The block that a row is of, or the first of a box.
fn block_of(kind: &RowKind) -> usize {
    match kind {
        RowKind::Line(line) => line.block,
        RowKind::Picture(picture) => picture.block,
        RowKind::Box(BoxRow { rows, .. }) | RowKind::Whole(rows) => {
            rows.first().map_or(0, |row| block_of(&row.kind))
        }
    }
}
