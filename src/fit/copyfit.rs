//! Fits a story into a layout. The running text decides: size on a grid of 0.05 pt, then line height and gaps within the
//! layout's bounds, then optional blocks. Panels of other kinds follow it, each as large as it can be.

use super::assignment::Assignment;
use super::group::{SetGroup, may_hold, try_place};
use super::job::{FitJob, Overset, Tall, Unfit};
use super::openings::{with_fewer_blank, with_whole_openings};
use super::search::{Range, largest_setting};
use super::trial::{place_all, place_least};
use crate::flow::{Block, Setting};
use crate::geom::Abs;
use crate::spec::{Breaks, Place, PlacedPanel};
use crate::style::Edges;

/// A leaflet fitted: the rows of each place in the columns of its panels.
#[derive(Clone, Debug)]
pub struct Fitted {
    /// The setting of the body.
    pub body: Setting,
    /// The panel, by its index in the layout, that each section of the running text starts on.
    pub starts: Vec<usize>,
    /// Where the panels lie, in the layout's order.
    pub(super) placed: Vec<PlacedPanel>,
    /// The places that have text, first the one that decided the size.
    pub(super) groups: Vec<(Place, SetGroup)>,
}

impl Fitted {
    /// Whether each section starts on the panel that it is assigned to.
    pub fn keeps(&self, assignment: &Assignment) -> bool {
        self.starts == assignment.panels
    }

    /// Whether a paragraph is ragged that should be flush.
    fn gives_way(&self, job: &FitJob<'_>) -> bool {
        self.groups.iter().any(|(place, set)| set.gives_way(job, *place))
    }
}

/// Fits a story into a layout.
///
/// # Errors
/// It does not fit at the script's smallest size.
pub fn fit(job: &FitJob<'_>) -> Result<Fitted, Unfit> {
    let whole = fit_all(job);
    match whole {
        // Ragged paragraphs of Chinese among flush ones look like a mistake: then all are ragged.
        Ok(fitted) if fitted.gives_way(job) => {
            Ok(fit(&FitJob { edges: Edges::Ragged, ..*job }).unwrap_or(fitted))
        }
        // A paragraph that is higher than a column at any size goes on in the next one.
        Err(Unfit::Overset(_)) if job.layout.body.breaks == Breaks::Blocks && job.tall == Tall::Refused => {
            fit(&FitJob { tall: Tall::Torn, ..*job }).or(whole)
        }
        _ => whole,
    }
}

fn fit_all(job: &FitJob<'_>) -> Result<Fitted, Unfit> {
    let anchor = deciding_place(job);
    let range = job.range();
    if range.max < range.floor {
        return Err(Unfit::TooSmall { max: range.max, floor: range.floor });
    }
    let body = largest_setting(
        &range,
        |setting| try_body(job, anchor, setting),
        |setting| body_may_fit(job, anchor, setting),
    );
    let (body, placed) = body.map_err(Unfit::Overset)?;
    let attempt = |job: &FitJob<'_>, setting: &Setting| {
        let (set, placed) = try_body(job, anchor, setting).ok()?;
        Some((set.balanced(job.spare()), placed))
    };
    let found = (body.balanced(job.spare()), placed);
    let (body, placed) = with_whole_openings(job, anchor, &range, found, attempt);
    let setting = body.setting;
    let starts = if anchor == Place::Body { body.starts() } else { Vec::new() };
    let mut groups = vec![(anchor, body)];
    for &other in job.story.blocks.keys().filter(|&&other| other != anchor) {
        let set = if job.is_auto(other) {
            try_place(job, other, &placed, &setting).map(|set| set.balanced(job.spare()))
        } else {
            fit_following(job, other, &placed, setting.size)
        };
        groups.push((other, set.map_err(Unfit::Overset)?));
    }
    Ok(Fitted { body: setting, starts, placed, groups })
}

/// The smallest and tightest setting of a place.
pub(super) fn lowest_setting(job: &FitJob<'_>, place: Place) -> Setting {
    let range = job.range();
    let floor = if place == deciding_place(job) { range.floor } else { floor_of(job, place) };
    Range { floor, ..range }.setting(floor, -2.0, false)
}

/// The place whose text decides the size: the running text, or the first that there is.
pub(super) fn deciding_place(job: &FitJob<'_>) -> Place {
    let has = |place: Place| job.story.blocks.contains_key(&place) && !job.is_auto(place);
    [Place::Body, Place::Cover, Place::Aside, Place::Back]
        .into_iter()
        .find(|&place| has(place))
        .unwrap_or(Place::Body)
}

/// The running text and all panels whose height follows their text, at one setting.
fn try_body(
    job: &FitJob<'_>,
    anchor: Place,
    setting: &Setting,
) -> Result<(SetGroup, Vec<PlacedPanel>), Overset> {
    let placed = place_all(job, setting)?;
    Ok((try_place(job, anchor, &placed, setting)?, placed))
}

/// Whether the running text may fit at a setting, as far as can be told before its lines are broken.
fn body_may_fit(job: &FitJob<'_>, anchor: Place, setting: &Setting) -> bool {
    place_least(job, setting).is_ok_and(|placed| may_hold(job, anchor, &placed, setting))
}

/// Fits a place of fixed panels, its size following the body's, and spreads it.
fn fit_following(
    job: &FitJob<'_>,
    place: Place,
    placed: &[PlacedPanel],
    body: Abs,
) -> Result<SetGroup, Overset> {
    let grow = job.layout.panels.iter().find(|panel| panel.place == place).map_or(1.0, |panel| panel.grow);
    let floor = floor_of(job, place);
    let top = (body * grow).max(floor);
    let range = Range { floor, ideal: floor, max: top, ..job.range() };
    let attempt = |setting: &Setting| try_place(job, place, placed, setting);
    let found = largest_setting(&range, attempt, |setting| may_hold(job, place, placed, setting))?;
    Ok(with_fewer_blank(job, &range, found, |setting| attempt(setting).ok()))
}

/// The smallest size of a place: where it holds numbers and addresses alone, that of theirs.
fn floor_of(job: &FitJob<'_>, place: Place) -> Abs {
    let floors = job.blocks(place).iter().map(Block::floor);
    floors.reduce(Abs::max).map_or(job.rules.floor, |floor| floor.min(job.rules.floor))
}
