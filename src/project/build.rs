//! Runs a project's jobs: every language × the leaflet's layouts, languages in parallel, results in a fixed order.

use std::fs;
use std::path::PathBuf;

use rayon::prelude::{IntoParallelIterator, ParallelIterator};

use super::artifact::{Artifact, artifact};
use super::drafts::LocaleLeaflets;
use super::files::Files;
use super::fit_all::fit_all;
use super::fonts::{check_faces, digest};
use super::job::SetLeaflet;
use super::load::{Project, load};
use super::making::{Finished, Making};
use super::output::{unwritable, write_whole};
use super::request::{Format, Request};
use super::selection::{LayoutChoice, Selection};
use super::task::{Task, tasks, unprintable};
use crate::color::{Inks, Output, Profile};
use crate::diag::{Diagnostics, Reported};
use crate::source::Sources;

/// What came of a build.
#[derive(Clone, Default, Debug)]
pub struct Report {
    /// What was built, by leaflet, language and layout.
    pub artifacts: Vec<Artifact>,
    /// What is wrong.
    pub diagnostics: Diagnostics,
}

/// How far a build is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Progress {
    /// So many leaflets are to come; said once, before any of them.
    Planned(usize),
    /// One of them is done, made or not.
    Done,
}

/// Told how far a build is, from whichever thread.
pub type Watcher<'a> = &'a (dyn Fn(Progress) + Sync);

/// Builds what is asked for.
pub fn build(files: &Files, request: &Request, sources: &mut Sources, watcher: Watcher<'_>) -> Report {
    let mut report = Report::default();
    let Ok(project) = load(files, &request.selection, sources, &mut report.diagnostics) else {
        return report;
    };
    if let Some(out) = &request.out
        && let Err(error) = fs::create_dir_all(out)
    {
        report.diagnostics.error(unwritable(out, &error));
        return report;
    }
    run_all(&project, request, sources, watcher, &mut report);
    report
}

/// Finds all that is wrong with a project, without writing anything.
pub fn check(files: &Files, selection: &Selection, paper: Option<&str>, sources: &mut Sources) -> Report {
    let mut report = Report::default();
    // Every layout is read; those that the leaflets name must also hold them.
    let every = Selection { layouts: LayoutChoice::Every, ..selection.clone() };
    let Ok(project) = load(files, &every, sources, &mut report.diagnostics) else { return report };
    check_faces(files, &project.fonts, &mut report.diagnostics);
    let request = Request {
        selection: Selection { layouts: LayoutChoice::Own, ..every },
        paper: paper.map(str::to_owned),
        outputs: every_output(),
        format: Format::Text,
        ppi: None,
        out: None,
    };
    run_all(&project, &request, sources, &|_| {}, &mut report);
    report
}

fn run_all(
    project: &Project,
    request: &Request,
    sources: &Sources,
    watcher: Watcher<'_>,
    report: &mut Report,
) {
    let tasks = tasks(project, &request.selection, request.paper.as_deref(), &mut report.diagnostics);
    let outputs = request.outputs();
    let unprintable =
        outputs.iter().find_map(|output| unprintable(&tasks, &request.selection, output.profile));
    if let Some(wrong) = unprintable {
        report.diagnostics.error(wrong);
    }
    watcher(Progress::Planned(tasks.len() * project.locales.len()));
    let done: Vec<Report> = fit_all(project, &tasks, outputs, sources)
        .into_par_iter()
        .map(|set| make_locale(&BuildRun { project, request, sources }, set, &tasks, watcher))
        .collect();
    for locale in done {
        report.artifacts.extend(locale.artifacts);
        report.diagnostics.extend(locale.diagnostics);
    }
    let rank = |name: &str| project.manifest.leaflets.iter().position(|leaflet| leaflet.name == name);
    report.artifacts.sort_by_key(|artifact| rank(&artifact.leaflet));
}

/// Every output that there is.
fn every_output() -> Vec<Output> {
    let profiles = [Profile::Office, Profile::Press, Profile::Screen];
    let both_inks = |profile| [Inks::Colour, Inks::Mono].map(|inks| Output { profile, inks });
    profiles.into_iter().flat_map(both_inks).collect()
}

/// What a run makes of what.
#[derive(Clone, Copy)]
struct BuildRun<'a> {
    project: &'a Project,
    request: &'a Request,
    sources: &'a Sources,
}

fn make_locale(
    run: &BuildRun<'_>,
    locale: LocaleLeaflets<'_, SetLeaflet<'_>>,
    tasks: &[Task<'_>],
    watcher: Watcher<'_>,
) -> Report {
    let mut report = Report { artifacts: Vec::new(), diagnostics: locale.diagnostics };
    for (task, set) in tasks.iter().zip(locale.leaflets) {
        if let Ok(set) = set {
            let BuildRun { project, sources, .. } = *run;
            let making = Making { project, sources, task, job: task.job(project, locale.locale), set: &set };
            // What is wrong is reported; the other leaflets are written all the same.
            let _ = make_files(&making, run.request, &mut report);
        }
        watcher(Progress::Done);
    }
    report
}

/// Makes a leaflet's files for each output, once all its text can be read in all of them.
fn make_files(making: &Making<'_>, request: &Request, report: &mut Report) -> Result<(), Reported> {
    for finished in making.finish(request.outputs(), &mut report.diagnostics)? {
        if let Ok(artifacts) = write_files(making, &finished, request, &mut report.diagnostics) {
            report.artifacts.extend(artifacts);
        }
    }
    Ok(())
}

/// Writes a leaflet for one output: one file, or one a side.
fn write_files(
    making: &Making<'_>,
    finished: &Finished,
    request: &Request,
    diagnostics: &mut Diagnostics,
) -> Result<Vec<Artifact>, Reported> {
    let files = making.bytes(finished, request.format, request.ppi);
    let files = files.map_err(|problem| diagnostics.error(problem.diagnostic()))?;
    let whole = artifact(making, finished);
    let paged = request.format == Format::Png;
    let digits = files.len().to_string().len();
    let mut artifacts = Vec::new();
    for (number, bytes) in (1..).zip(&files) {
        // Numbers of one length, so that every program sorts the pages as they are read.
        let page = if paged { format!("-{number:0digits$}") } else { String::new() };
        let name = format!("{}{page}.{}", whole.path, request.format.extension());
        let path = request.out.as_ref().map_or_else(|| PathBuf::from(&name), |out| out.join(&name));
        if request.out.is_some() {
            write_whole(&path, bytes).map_err(|error| diagnostics.error(unwritable(&path, &error)))?;
        }
        artifacts.push(Artifact {
            path: path.to_string_lossy().into_owned(),
            page: paged.then_some(number),
            bytes: bytes.len(),
            sha256: digest(bytes),
            ..whole.clone()
        });
    }
    Ok(artifacts)
}
