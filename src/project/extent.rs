//! How many pages booklets have whose number follows their text: as few as hold every language of the project at the layout's
//! largest size, and otherwise as many as the layout has; so all languages have the same.

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use super::job::Shelves;
use super::load::Project;
use super::locales::LoadedLocale;
use super::scope::Scope;
use super::selection::Selection;
use super::task::{self, Task};
use crate::diag::Diagnostics;
use crate::source::Sources;

/// The tasks of a selection, leaflet by leaflet, each in its extent.
pub fn tasks<'a>(
    project: &'a Project,
    selection: &Selection,
    paper: Option<&str>,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Vec<Task<'a>> {
    let tasks = task::tasks(project, selection, paper, diagnostics);
    let settled = tasks.into_iter().map(|task| {
        let extent = (0..task.extents() - 1).find(|&extent| holds_all(project, &task, extent, sources));
        let last = task.extents() - 1;
        task.in_extent(extent.unwrap_or(last))
    });
    settled.collect()
}

/// Whether the text of all languages that are sound fits at the largest size.
fn holds_all(project: &Project, task: &Task<'_>, extent: usize, sources: &Sources) -> bool {
    let scope = Scope::of_tasks(project, [task]);
    let sound: Vec<&LoadedLocale> = project
        .locales
        .iter()
        .chain(&project.others)
        .filter(|locale| scope.is_sound(project, locale))
        .collect();
    !sound.is_empty()
        && sound.par_iter().all(|locale| {
            let job = task.job_of(project, locale, extent);
            let draft = job.draft(&mut Shelves::new(project, locale, sources));
            draft.is_ok_and(|draft| draft.fitted.body.size.to_pt() >= job.layout.body.max - 0.01)
        })
}
