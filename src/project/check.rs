//! Finds all that is wrong with a project. Every leaflet is set and judged as a build would, and nothing is written: a file that
//! would be thrown away takes most of a build's time.

use std::collections::BTreeSet;

use rayon::prelude::{IntoParallelIterator, ParallelIterator};

use super::asked::understood_or_made;
use super::build::planned;
use super::drafts::LocaleLeaflets;
use super::files::Files;
use super::fit_all::fit_all;
use super::fonts::check_faces;
use super::job::SetLeaflet;
use super::limits::check_limits;
use super::load::{Project, load};
use super::making::{Finished, Making, target};
use super::naming::check_names;
use super::press::{check_presses, report_unused};
use super::request::{Format, Request};
use super::selection::{LayoutChoice, Selection};
use super::sound::Telling;
use super::task::Task;
use crate::color::{Inks, Output, Profile};
use crate::diag::{Diagnostics, Reporter};
use crate::pdf;
use crate::source::Sources;

/// Finds all that is wrong with a project, without writing anything.
pub fn check(
    files: &Files,
    selection: &Selection,
    paper: Option<&str>,
    sources: &mut Sources,
) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    let Ok(selection) = understood_or_made(files, selection, &mut diagnostics) else { return diagnostics };
    // Every layout is read; those that the leaflets name must also hold them.
    let every = Selection { layouts: LayoutChoice::Every, ..selection };
    let presses = check_presses(files, sources, &mut diagnostics);
    let Ok(project) = load(files, &every, sources, &mut diagnostics) else { return diagnostics };
    for press in presses {
        report_unused(&press, project.layouts.values(), &mut diagnostics);
    }
    let request = Request {
        selection: Selection { layouts: LayoutChoice::Own, ..every },
        paper: paper.map(str::to_owned),
        outputs: every_output(),
        format: Format::Pdf,
        ppi: None,
        print_sheet: None,
        out: None,
    };
    let judged = || {
        let mut diagnostics = Diagnostics::default();
        let tasks = planned(&project, &request, Telling::All, sources, &mut diagnostics);
        // Told in it; all is judged nevertheless.
        let _ = check_names(&project, &tasks, &request, Reporter::new(&mut diagnostics));
        let told: Vec<Diagnostics> = fit_all(&project, &tasks, request.outputs(), Telling::All, sources)
            .into_par_iter()
            .map(|locale| check_locale(&project, &request, sources, locale, &tasks))
            .collect();
        told.into_iter().for_each(|told| diagnostics.extend(told));
        diagnostics
    };
    let (about_leaflets, about_faces) = rayon::join(judged, || check_faces(files, &project.fonts));
    diagnostics.extend(about_faces);
    diagnostics.extend(about_leaflets);
    diagnostics
}

/// Every output that there is.
fn every_output() -> Vec<Output> {
    let profiles = [Profile::Office, Profile::Press, Profile::Screen];
    let both_inks = |profile| [Inks::Colour, Inks::Mono].map(|inks| Output::of(profile, inks));
    profiles.into_iter().flat_map(both_inks).collect()
}

/// Judges a language's leaflets in every output, and tries whether their faces can be embedded.
fn check_locale(
    project: &Project,
    request: &Request,
    sources: &Sources,
    locale: LocaleLeaflets<'_, SetLeaflet<'_>>,
    tasks: &[Task<'_>],
) -> Diagnostics {
    let mut diagnostics = locale.diagnostics;
    let mut fullest = Vec::new();
    for (task, set) in tasks.iter().zip(&locale.leaflets) {
        let Ok(set) = set else { continue };
        let making = Making { project, sources, task, job: task.job(project, locale.locale), set };
        // What is wrong is reported; the other leaflets are judged all the same.
        let Ok(finished) = making.finish(request.outputs(), &mut diagnostics) else { continue };
        let mut told = BTreeSet::new();
        for finished in &finished {
            check_limits(&making, finished, &mut told, &mut diagnostics);
        }
        fullest.extend(with_most_type(finished));
    }
    check_embedding(project, &fullest, &mut diagnostics);
    diagnostics
}

/// The one of a leaflet's files that shows all glyphs which any of them shows: that for a press, which has slugs beside the rest.
fn with_most_type(finished: Vec<Finished>) -> Option<Finished> {
    finished.into_iter().max_by_key(|finished| finished.output.profile == Profile::Press)
}

/// Tries whether the faces of a language's leaflets can be put into files: all at once, since a face is cut down alike for each.
fn check_embedding(project: &Project, finished: &[Finished], diagnostics: &mut Diagnostics) {
    let is_outlined = |finished: &&Finished| target(project, finished.output).is_outlined();
    let (outlined, embedded): (Vec<&Finished>, Vec<&Finished>) = finished.iter().partition(is_outlined);
    let [outlined, embedded] = [outlined, embedded]
        .map(|finished| finished.into_iter().map(|finished| &finished.leaflet).collect::<Vec<_>>());
    for problem in pdf::embedding_problems(&embedded, &outlined, &project.fonts) {
        diagnostics.error(problem.diagnostic());
    }
}
