//! How many pages booklets have whose number follows their text: as few as hold every language of the project at the size that
//! the most pages give it, so that no page stays blank for nothing; all languages have the same.

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use super::job::Shelves;
use super::language::LoadedLocale;
use super::load::Project;
use super::scope::Scope;
use super::selection::Selection;
use super::task::{self, Task};
use crate::diag::Diagnostics;
use crate::source::Sources;

/// How near sizes are that count as the same, in points.
const NEAR: f64 = 0.01;

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
        let extent = fewest(project, &task, sources);
        task.in_extent(extent)
    });
    settled.collect()
}

/// The first extent in which each language that is sound has the layout's largest size, or else that of the last extent.
fn fewest(project: &Project, task: &Task<'_>, sources: &Sources) -> usize {
    let last = task.extents() - 1;
    let mut shorter = Vec::new();
    for extent in 0..last {
        let sizes = sizes(project, task, extent, sources);
        if !sizes.is_empty() && sizes.iter().all(|size| size.is_some_and(|[size, most]| size >= most - NEAR))
        {
            return extent;
        }
        shorter.push(sizes);
    }
    if shorter.is_empty() {
        return last;
    }
    let most = sizes(project, task, last, sources);
    let is_as_large = |own: &Vec<Option<[f64; 2]>>| {
        let pairs = own.iter().zip(&most);
        !own.is_empty()
            && pairs.into_iter().all(|(own, most)| match (own, most) {
                (Some([own, _]), Some([most, _])) => *own >= most - NEAR,
                // What fits nowhere asks for no pages.
                (_, None) => true,
                (None, Some(_)) => false,
            })
    };
    if most.iter().all(Option::is_none) {
        return last;
    }
    shorter.iter().position(is_as_large).unwrap_or(last)
}

/// The size of each sound language in an extent, beside the layout's largest; `None` where it does not fit.
fn sizes(project: &Project, task: &Task<'_>, extent: usize, sources: &Sources) -> Vec<Option<[f64; 2]>> {
    let scope = Scope::of_tasks(project, [task]);
    let is_sound = |locale: &&LoadedLocale| scope.is_sound(project, locale);
    let sound = project.locales.iter().chain(&project.others).filter(is_sound);
    let (made, read): (Vec<&LoadedLocale>, Vec<&LoadedLocale>) =
        sound.partition(|locale| locale.catalog.locale.is_pseudo());
    // Nobody reads a pseudo-language: it asks for no pages where others do.
    let asking = if read.is_empty() { made } else { read };
    asking
        .par_iter()
        .map(|locale| {
            let job = task.job_of(project, locale, extent);
            let draft = job.draft(&mut Shelves::new(project, locale, sources)).ok()?;
            Some([draft.fitted.body.size.to_pt(), job.layout.body.max])
        })
        .collect()
}
