//! One setting tried on a whole sheet: where the panels lie when those that are as high as their text have it.

use std::collections::BTreeMap;

use super::group::{auto_height, least_auto_height};
use super::job::{FitJob, Lack, Overset};
use crate::flow::Setting;
use crate::geom::{Abs, Point, Rect};
use crate::spec::{Height, PlacedPanel, overlapping_panels, place_panels};

/// Places all panels, those whose height follows their text at that setting too.
///
/// # Errors
/// A word is wider than such a panel, or such panels leave no room for the others.
pub(super) fn place_all(job: &FitJob<'_>, setting: &Setting) -> Result<Vec<PlacedPanel>, Overset> {
    let height = |panel: PlacedPanel| Ok((panel.index, auto_height(job, &panel, setting)?));
    place_with(job, &auto_panels(job).map(height).collect::<Result<_, Overset>>()?)
}

/// The same, told before any line is broken, those panels no higher than they will be.
///
/// # Errors
/// Such panels leave no room for the others.
pub(super) fn place_least(job: &FitJob<'_>, setting: &Setting) -> Result<Vec<PlacedPanel>, Overset> {
    let height = |panel: PlacedPanel| (panel.index, least_auto_height(job, &panel, setting));
    place_with(job, &auto_panels(job).map(height).collect())
}

/// The panels whose height follows their text, as high as nothing.
fn auto_panels<'j>(job: &'j FitJob<'_>) -> impl Iterator<Item = PlacedPanel> + 'j {
    let placed = place_panels(job.layout, job.page, &BTreeMap::new());
    placed.into_iter().filter(|placed| job.layout.panels[placed.index].height == Height::Auto)
}

/// Places all panels, those of these heights.
fn place_with(job: &FitJob<'_>, heights: &BTreeMap<usize, Abs>) -> Result<Vec<PlacedPanel>, Overset> {
    let placed = place_panels(job.layout, job.page, heights);
    let outside = placed.iter().find(|panel| !is_in_cell(job, panel)).map(|panel| panel.index);
    if let Some(index) = overlapping_panels(&placed).map(|(one, _)| one).or(outside) {
        let grown = heights.keys().next().copied().unwrap_or(index);
        let place = job.layout.panels[grown].place;
        return Err(Overset { place, block: 0, lack: Lack::Neighbours });
    }
    Ok(placed)
}

fn is_in_cell(job: &FitJob<'_>, placed: &PlacedPanel) -> bool {
    let cell = job.page.cell(placed.cell).map(|cell| Rect::new(Point::default(), cell.size()));
    cell.is_some_and(|cell| cell.contains(&placed.rect, Abs::mm(0.01)))
}
