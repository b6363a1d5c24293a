//! Parallel panels (docs/print.md, "Parallel panels"): one assignment of sections to panels for all languages of a leaflet, so
//! that a worker who can't read a language can point. In: each language fitted on its own. Out: the panel that each section
//! starts on. Text flows from panel to panel, so an assignment is held by ending a panel early, or by smaller type: the one
//! that costs the languages the least type is taken, then the one whose emptiest column is fullest.

use super::assignment::Assignment;
use super::copyfit::Fitted;
use super::group::{Composed, compose_place, section_starts};
use super::job::FitJob;
use super::trial::place_all;
use crate::flow::{Setting, Spare, balance, fill};
use crate::geom::Abs;
use crate::spec::Place;

/// How much smaller than on its own a language may have to be set, in hundredths (H: a reader doesn't see more).
const MOST: u32 = 16;

/// A language that has a say, by how it fits on its own.
#[derive(Clone, Copy)]
pub struct Vote<'a> {
    /// What was fitted.
    pub job: FitJob<'a>,
    /// How it fits.
    pub fitted: &'a Fitted,
}

/// Chooses the assignment. `None` when the languages have not the same sections, or differ so much that none can be held.
pub fn assign(votes: &[Vote<'_>]) -> Option<Assignment> {
    let natural = natural_assignments(votes);
    let first = natural.first()?;
    if natural.len() == 1 {
        return natural.into_iter().next();
    }
    if natural.iter().any(|other| other.panels.len() != first.panels.len()) {
        return None;
    }
    // The least number of hundredths that lets some assignment be held; fewer are no easier.
    let (mut low, mut high) = (0, MOST);
    let mut best = fullest_assignment(votes, &natural, high)?;
    while low < high {
        let middle = (low + high) / 2;
        match fullest_assignment(votes, &natural, middle) {
            Some(found) => (best, high) = (found, middle),
            None => low = middle + 1,
        }
    }
    Some(best)
}

/// What the languages do on their own, each way once.
fn natural_assignments(votes: &[Vote<'_>]) -> Vec<Assignment> {
    let mut distinct: Vec<Assignment> = Vec::new();
    for vote in votes {
        let assignment = Assignment { panels: vote.fitted.starts.clone() };
        if !distinct.contains(&assignment) {
            distinct.push(assignment);
        }
    }
    distinct
}

/// Of the assignments that all languages can hold at so many hundredths less type the one whose emptiest column is fullest:
/// one that some language has by itself, or the earliest. `None` where none can be held.
fn fullest_assignment(votes: &[Vote<'_>], natural: &[Assignment], hundredths: u32) -> Option<Assignment> {
    let scale = 1.0 - f64::from(hundredths) / 100.0;
    let trials: Vec<Composed> = votes.iter().map(|vote| trial_rows(vote, scale)).collect::<Option<_>>()?;
    let mut fitting: Vec<(f64, Assignment)> = natural
        .iter()
        .cloned()
        .chain(earliest_assignment(&trials))
        .filter_map(|assignment| Some((fullness(&trials, &assignment)?, assignment)))
        .collect();
    // The first of equals, which some language has by itself.
    fitting.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    fitting.into_iter().next().map(|(_, assignment)| assignment)
}

/// A language's rows at a share of the size that it has on its own, set as tight as it may be there.
fn trial_rows(vote: &Vote<'_>, scale: f64) -> Option<Composed> {
    let (job, natural) = (&vote.job, vote.fitted.body);
    let range = job.range();
    let size = (natural.size * scale).max(range.floor);
    let slack = if size > range.ideal { 0.0 } else { -1.0 };
    let setting: Setting = range.setting(size, slack, natural.optional);
    let placed = place_all(job, &setting).ok()?;
    compose_place(job, Place::Body, &placed, &setting).ok()
}

/// The assignment of the earliest panels that all languages reach: where one reaches only a later panel, the others wait
/// for it there, which may push what follows. `None` when that is more than the panels hold.
fn earliest_assignment(trials: &[Composed]) -> Option<Assignment> {
    let mut panels: Vec<usize> = Vec::new();
    loop {
        let mut reached = panels.clone();
        for trial in trials {
            let bound = trial.bound(|section| panels.get(section).map(|&panel| panel..usize::MAX));
            let columns = fill(bound.rows(), &bound.rooms).ok()?;
            let own = section_starts(bound.rows(), &columns, &bound.column_panels());
            reached.resize(own.len().max(reached.len()), 0);
            for (all, own) in reached.iter_mut().zip(own) {
                *all = (*all).max(own);
            }
        }
        if reached == panels {
            return Some(Assignment { panels });
        }
        panels = reached;
    }
}

/// The used share of the emptiest column of all languages; `None` when one does not fit so.
fn fullness(trials: &[Composed], assignment: &Assignment) -> Option<f64> {
    let mut least = f64::INFINITY;
    for trial in trials {
        let bound = trial.bound(|section| assignment.panel(section).map(|panel| panel..panel + 1));
        for (column, room) in balance(bound.rows(), &bound.rooms, Spare::Kept)?.iter().zip(&bound.rooms) {
            least = least.min(column.height / room.height.max(Abs::pt(1.0)));
        }
    }
    Some(least)
}
