//! Runs a project's jobs: every language × the leaflet's layouts, languages in parallel, results in a fixed order.

use std::fs;
use std::path::PathBuf;

use rayon::prelude::{IntoParallelIterator, ParallelIterator};

use super::artifact::{Artifact, artifact};
use super::drafts::LocaleLeaflets;
use super::files::Files;
use super::fit_all::fit_all;
use super::fonts::{check_faces, digest};
use super::job::{Job, SetLeaflet};
use super::load::{Project, load};
use super::output::{unwritable, write_whole};
use super::request::{Format, Request};
use super::selection::{LayoutChoice, Selection};
use super::task::{PHONE, Task, tasks, unprintable};
use crate::color::{Inks, Output, Profile};
use crate::diag::{Diagnostics, Reported, Reporter};
use crate::font::FontProblem;
use crate::frame::Leaflet;
use crate::proof::faint_text;
use crate::source::Sources;
use crate::{json_out, pdf, raster, text_out};

/// What came of a build.
#[derive(Clone, Default, Debug)]
pub struct Report {
    /// What was built, by leaflet, language and layout.
    pub artifacts: Vec<Artifact>,
    /// What is wrong.
    pub diagnostics: Diagnostics,
}

/// Told once how many leaflets there are to come, then 1 after each.
pub type Progress<'a> = &'a (dyn Fn(usize) + Sync);

/// Builds what is asked for.
pub fn build(files: &Files, request: &Request, sources: &mut Sources, progress: Progress<'_>) -> Report {
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
    run(&project, request, sources, progress, &mut report);
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
    run(&project, &request, sources, &|_| {}, &mut report);
    report
}

fn run(project: &Project, request: &Request, sources: &Sources, progress: Progress<'_>, report: &mut Report) {
    let tasks = tasks(project, &request.selection, request.paper.as_deref(), &mut report.diagnostics);
    let outputs = request.outputs();
    let unprintable =
        outputs.iter().find_map(|output| unprintable(&tasks, &request.selection, output.profile));
    if let Some(wrong) = unprintable {
        report.diagnostics.error(wrong);
    }
    progress(tasks.len() * project.locales.len());
    let done: Vec<Report> = fit_all(project, &tasks, outputs, sources)
        .into_par_iter()
        .map(|set| make_locale(&Run { project, request, sources }, set, &tasks, progress))
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
struct Run<'a> {
    project: &'a Project,
    request: &'a Request,
    sources: &'a Sources,
}

/// A leaflet of a run, set, on its way into files.
struct Making<'a> {
    run: Run<'a>,
    task: &'a Task<'a>,
    job: Job<'a>,
    set: SetLeaflet<'a>,
}

/// A leaflet as it is for one output.
struct Finished {
    output: Output,
    leaflet: Leaflet,
}

fn make_locale(
    run: &Run<'_>,
    locale: LocaleLeaflets<'_, SetLeaflet<'_>>,
    tasks: &[Task<'_>],
    progress: Progress<'_>,
) -> Report {
    let mut report = Report { artifacts: Vec::new(), diagnostics: locale.diagnostics };
    for (task, set) in tasks.iter().zip(locale.leaflets) {
        if let Ok(set) = set {
            let making = Making { run: *run, task, job: task.job(run.project, locale.locale), set };
            // What is wrong is reported; the other leaflets are written all the same.
            let _ = making.make(&mut report);
        }
        progress(1);
    }
    report
}

impl Making<'_> {
    /// Makes a leaflet for each output, once all its text can be read in all of them.
    fn make(&self, report: &mut Report) -> Result<(), Reported> {
        let Making { run: Run { project, request, .. }, task, job, .. } = self;
        let mut finished = Vec::new();
        for &output in request.outputs().iter().filter(|output| task.suits(output.profile)) {
            finished.push(self.finish(output, &mut report.diagnostics)?);
        }
        let leaflets: Vec<(Output, &Leaflet)> =
            finished.iter().map(|finished| (finished.output, &finished.leaflet)).collect();
        let mut reporter = Reporter::new(&mut report.diagnostics);
        for faint in faint_text(job.layout, &leaflets, &project.fonts) {
            reporter.report(faint.severity(), faint.diagnostic());
        }
        reporter.sound(())?;
        for finished in &finished {
            if let Ok(artifacts) = self.write(finished, &mut report.diagnostics) {
                report.artifacts.extend(artifacts);
            }
        }
        Ok(())
    }

    /// Puts the leaflet on sheets for one output.
    fn finish(&self, output: Output, diagnostics: &mut Diagnostics) -> Result<Finished, Reported> {
        let Making { run: Run { sources, .. }, job, set, .. } = self;
        let mut slugs = Vec::new();
        if output.profile == Profile::Press {
            slugs = job
                .slug_lines(set, output.inks, sources)
                .map_err(|flaw| flaw.report(&job.layout.name, diagnostics))?;
        }
        Ok(Finished { output, leaflet: job.impose(set, output.profile, &slugs) })
    }

    /// Writes a leaflet: one file, or one a side.
    fn write(&self, finished: &Finished, diagnostics: &mut Diagnostics) -> Result<Vec<Artifact>, Reported> {
        let Making { run: Run { request, .. }, task, job, set } = self;
        let files = self.files(finished).map_err(|problem| diagnostics.error(problem.diagnostic()))?;
        let whole = artifact(task, job, set, &finished.leaflet, finished.output);
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

    /// The bytes of the files.
    fn files(&self, finished: &Finished) -> Result<Vec<Vec<u8>>, FontProblem> {
        let Run { project, request, .. } = self.run;
        let leaflet = &finished.leaflet;
        let pdf = || pdf::write(leaflet, &project.fonts, finished.output);
        Ok(match request.format {
            Format::Pdf => vec![pdf()?],
            Format::Png => raster::write(pdf()?, ppi(request, &self.task.paper)),
            Format::Text => vec![text_out::write(leaflet).into_bytes()],
            Format::Json => vec![json_out::write(leaflet).into_bytes()],
        })
    }
}

/// How many pixels to the inch a page has: as asked for, else as many as the screen of a phone has, or enough to read
/// every paper on a screen.
fn ppi(request: &Request, paper: &str) -> f64 {
    const HELD: f64 = 405.0;
    const READ: f64 = 150.0;
    match request.ppi {
        Some(ppi) => f64::from(ppi),
        None if paper == PHONE => HELD,
        None => READ,
    }
}
