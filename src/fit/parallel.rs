//! Parallel panels (docs/print.md, "Parallel panels"): one assignment of sections to panels for all languages of a leaflet, so
//! that a worker who can't read a language can point. In: each language fitted on its own. Out: the panel that each section
//! starts on. Text flows from panel to panel, so an assignment is held by ending a panel early, or by smaller type: the one
//! that costs the languages the least type is taken, then the one whose emptiest column is fullest.

use super::group::{Composed, compose, starts};
use super::{FitJob, Fitted, place_all, range};
use crate::flow::{Setting, balance, fill};
use crate::geom::Abs;
use crate::spec::Place;

/// How much smaller than on its own a language may have to be set, in hundredths (H: a reader doesn't see more).
const MOST: u32 = 16;

/// The panel that each section of the running text starts on, by its index in the layout.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Assignment {
    panels: Vec<usize>,
}

impl Assignment {
    /// The panel of a section; `None` for one that is in no other language.
    pub fn panel(&self, section: usize) -> Option<usize> {
        self.panels.get(section).copied()
    }

    /// Whether a fitted language keeps to it.
    pub fn holds(&self, fitted: &Fitted) -> bool {
        self.panels == fitted.starts
    }
}

/// A language that has a say: its job and how it fits on its own.
pub struct Voice<'a> {
    /// The job.
    pub job: FitJob<'a>,
    /// How it fits.
    pub fitted: &'a Fitted,
}

/// Chooses the assignment. `None` when the languages have not the same sections, or differ so much that none can be held.
pub fn assign(voices: &[Voice<'_>]) -> Option<Assignment> {
    let natural = distinct(voices);
    let first = natural.first()?;
    if natural.len() == 1 {
        return natural.into_iter().next();
    }
    if natural.iter().any(|other| other.panels.len() != first.panels.len()) {
        return None;
    }
    // The least number of hundredths that lets some assignment be held; fewer are no easier.
    let choose = |hundredths: u32| -> Option<Assignment> {
        let scale = 1.0 - f64::from(hundredths) / 100.0;
        let trials: Vec<Composed> =
            voices.iter().map(|voice| trial(voice, scale)).collect::<Option<Vec<_>>>()?;
        let mut fitting: Vec<(f64, Assignment)> = natural
            .iter()
            .cloned()
            .chain(earliest(&trials))
            .filter_map(|assignment| Some((fullness(&trials, &assignment)?, assignment)))
            .collect();
        // The first of equals, which some language has by itself.
        fitting.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        fitting.into_iter().next().map(|(_, assignment)| assignment)
    };
    let (mut low, mut high) = (0, MOST);
    let mut best = choose(high)?;
    while low < high {
        let middle = (low + high) / 2;
        match choose(middle) {
            Some(found) => (best, high) = (found, middle),
            None => low = middle + 1,
        }
    }
    Some(best)
}

/// What the languages do on their own, each way once.
fn distinct(voices: &[Voice<'_>]) -> Vec<Assignment> {
    let mut distinct: Vec<Assignment> = Vec::new();
    for voice in voices {
        let assignment = Assignment { panels: voice.fitted.starts.clone() };
        if !distinct.contains(&assignment) {
            distinct.push(assignment);
        }
    }
    distinct
}

/// A language's rows at a share of the size that it has on its own, set as tight as it may be there.
fn trial(voice: &Voice<'_>, scale: f64) -> Option<Composed> {
    let (job, natural) = (&voice.job, voice.fitted.body);
    let range = range(job);
    let size = (natural.size * scale).max(range.floor);
    let slack = if size > range.ideal { 0.0 } else { -1.0 };
    let setting: Setting = range.setting(size, slack, natural.optional);
    let placed = place_all(job, &setting).ok()?;
    compose(job, Place::Body, &placed, &setting).ok()
}

/// The assignment of the earliest panels that all languages reach: where one reaches only a later panel, the others wait
/// for it there, which may push what follows. `None` when that is more than the panels hold.
fn earliest(trials: &[Composed]) -> Option<Assignment> {
    let mut panels: Vec<usize> = Vec::new();
    loop {
        let mut reached = panels.clone();
        for trial in trials {
            let bound = trial.bound(|section| panels.get(section).map(|&panel| panel..usize::MAX));
            let columns = fill(bound.rows(), &bound.heights).ok()?;
            let own = starts(bound.rows(), &columns, &bound.panels());
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
        for (column, height) in balance(bound.rows(), &bound.heights)?.iter().zip(&bound.heights) {
            least = least.min(column.height / (*height).max(Abs::pt(1.0)));
        }
    }
    Some(least)
}
