//! Runs a project's jobs: every language × the leaflet's layouts, languages in parallel, results in a fixed order.

use std::collections::BTreeSet;
use std::path::PathBuf;

use rayon::prelude::{IntoParallelIterator, ParallelIterator};

use super::artifact::{Artifact, Unmade, artifact};
use super::asked::understood_or_made;
use super::drafts::LocaleLeaflets;
use super::extent::tasks;
use super::file_name::FileFacts;
use super::files::Files;
use super::fit_all::fit_all;
use super::fonts::digest;
use super::job::SetLeaflet;
use super::language::LoadedLocale;
use super::limits::check_limits;
use super::load::{Project, load};
use super::making::{Finished, MadeFile, Making};
use super::naming::check_names;
use super::output::OutFolder;
use super::press::{is_told_in_colour, one_ink};
use super::print_sheet::print_sheet;
use super::record::{Entry, Record, left, longer, owned};
use super::replaced::of_another;
use super::request::{Format, Request};
use super::review::{Outlet, Reviewed, reviews, take_review};
use super::selection::file_chapter;
use super::sound::Telling;
use super::task::{Task, unprintable};

use crate::diag::{Code, Diagnostic, Diagnostics, Reported, Reporter};
use crate::source::Sources;

/// What came of a build.
#[derive(Clone, Default, Debug)]
pub struct Report {
    /// What was built, by leaflet, language and layout.
    pub artifacts: Vec<Artifact>,
    /// What was not, in the same order.
    pub unmade: Vec<Unmade>,
    /// What is wrong.
    pub diagnostics: Diagnostics,
    /// What was written, for the folder's record.
    written: Vec<Entry>,
}

impl Report {
    fn add(&mut self, reviewed: Reviewed) {
        self.artifacts.extend(reviewed.artifacts);
        self.unmade.extend(reviewed.unmade);
        self.written.extend(reviewed.written);
        self.diagnostics.extend(reviewed.diagnostics);
    }
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
    let Ok(mut selection) = understood_or_made(files, &request.selection, &mut report.diagnostics) else {
        return report;
    };
    let is_reviewed = take_review(&mut selection);
    let request = &Request { selection, ..request.clone() };
    let Ok(project) = load(files, &request.selection, sources, &mut report.diagnostics) else {
        report.diagnostics.extend(left_of_chapter(request));
        return report;
    };
    match request.out.as_deref().map(OutFolder::open).transpose() {
        Ok(out) => {
            let record = out.as_ref().map(Record::read).unwrap_or_default();
            let run = BuildRun { project: &project, request, sources, out: out.as_ref(), record: &record };
            if !is_reviewed || !request.selection.named_layouts().is_empty() {
                run_all(run, watcher, &mut report);
            }
            if is_reviewed {
                let outlet = Outlet { out: run.out, record: &record };
                report.add(reviews(&project, request, outlet, run.sources));
            }
            if let Some(out) = &out
                && let Some(left) = longer(&record.outgrown(&report.written, out), out)
            {
                report.diagnostics.warn(left);
            }
            if let Some(out) = &out
                && let Err(wrong) =
                    record.add(std::mem::take(&mut report.written), out).and_then(|()| out.sync())
            {
                report.diagnostics.error(wrong);
            }
        }
        Err(wrong) => {
            report.diagnostics.error(wrong);
        }
    }
    report
}

/// Says which files are left of an organisation whose file is of no use.
fn left_of_chapter(request: &Request) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    let Some((file, out)) = request.selection.organisation.as_ref().zip(request.out.as_ref()) else {
        return diagnostics;
    };
    if let Ok(out) = OutFolder::open(out)
        && let Some(left) = left(&Record::read(&out).of_chapter(&file_chapter(file), &out), &out)
    {
        diagnostics.warn(left);
    }
    diagnostics
}

fn run_all(run: BuildRun<'_>, watcher: Watcher<'_>, report: &mut Report) {
    let BuildRun { project, request, sources, .. } = run;
    let (outputs, telling) = (request.outputs(), Telling::Asked);
    let tasks = planned(project, request, telling, sources, &mut report.diagnostics);
    if run.out.is_some() && outputs.iter().any(|output| is_told_in_colour(&project.press, outputs, output)) {
        report.diagnostics.warn(one_ink(&project.press));
    }
    if check_names(project, &tasks, request, Reporter::new(&mut report.diagnostics)).is_err()
        && run.out.is_some()
    {
        // Which of two files should be kept, nobody can know.
        return;
    }
    watcher(Progress::Planned(tasks.len() * project.locales.len()));
    let done: Vec<Report> = fit_all(project, &tasks, outputs, telling, sources)
        .into_par_iter()
        .map(|set| make_locale(&run, set, &tasks, watcher))
        .collect();
    for locale in done {
        report.artifacts.extend(locale.artifacts);
        report.unmade.extend(locale.unmade);
        report.written.extend(locale.written);
        report.diagnostics.extend(locale.diagnostics);
    }
    let rank = |name: &str| project.manifest.leaflets.iter().position(|leaflet| leaflet.name == name);
    report.artifacts.sort_by_key(|artifact| rank(&artifact.leaflet));
    report.unmade.sort_by_key(|unmade| rank(&unmade.leaflet));
}

/// The leaflets that are to be made, once what is wrong with the asking is told.
pub(super) fn planned<'a>(
    project: &'a Project,
    request: &Request,
    telling: Telling,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Vec<Task<'a>> {
    let tasks = tasks(project, &request.selection, request.paper.as_deref(), sources, diagnostics);
    diagnostics.extend(telling.of_others(project, &tasks));
    let mut outputs = request.outputs().iter();
    if let Some(wrong) = outputs.find_map(|output| unprintable(&tasks, &request.selection, output.profile)) {
        diagnostics.error(wrong);
    }
    tasks
}

/// What a run makes of what.
#[derive(Clone, Copy)]
struct BuildRun<'a> {
    project: &'a Project,
    request: &'a Request,
    sources: &'a Sources,
    /// Where files go; nothing is written when `None`.
    out: Option<&'a OutFolder<'a>>,
    /// What earlier builds wrote there.
    record: &'a Record,
}

fn make_locale(
    run: &BuildRun<'_>,
    locale: LocaleLeaflets<'_, SetLeaflet<'_>>,
    tasks: &[Task<'_>],
    watcher: Watcher<'_>,
) -> Report {
    let mut report = Report { diagnostics: locale.diagnostics, ..Report::default() };
    for (task, set) in tasks.iter().zip(locale.leaflets) {
        let BuildRun { project, sources, .. } = *run;
        let before = report.diagnostics.len();
        let why = match &set {
            Ok(set) => {
                let making = Making { project, sources, task, job: task.job(project, locale.locale), set };
                // What is wrong is reported; the other leaflets are written all the same.
                make_files(&making, run, &mut report).err().map(|_| "see the errors".to_owned())
            }
            Err(unset) => Some(unset.to_string()),
        };
        if let Some(why) = why {
            report.unmade.push(unmade(task, locale.locale, why));
            // What stands where a file could not be written was told with that.
            let is_unwritten = |wrong: &Diagnostic| matches!(wrong.code, Code::Output | Code::FileName);
            if !report.diagnostics.iter().skip(before).any(is_unwritten) {
                report.diagnostics.extend(left_files(run, task, &locale.locale.catalog.locale.tag));
            }
        }
        watcher(Progress::Done);
    }
    report
}

fn unmade(task: &Task<'_>, locale: &LoadedLocale, why: String) -> Unmade {
    Unmade {
        leaflet: task.leaflet.name.clone(),
        locale: locale.catalog.locale.tag.clone(),
        layout: task.layout_name().to_owned(),
        paper: task.paper.clone(),
        why,
    }
}

/// Says which files of a leaflet that is not made are left from an earlier build.
fn left_files(run: &BuildRun<'_>, task: &Task<'_>, lang: &str) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    let BuildRun { project, request, record, .. } = *run;
    let Some(out) = run.out else { return diagnostics };
    let mut files = BTreeSet::new();
    for &output in request.outputs().iter().filter(|output| task.suits(output.profile)) {
        for press in task.presses(&project.press, output.profile) {
            let facts = FileFacts { project, task, lang, output, pages: press.pages };
            files.extend(record.standing(&facts.stem(), request.format.extension(), out));
        }
    }
    if let Some(left) = left(&files, out) {
        diagnostics.warn(left);
    }
    diagnostics
}

/// Makes a leaflet's files for each output, once all its text can be read in all of them.
fn make_files(making: &Making<'_>, run: &BuildRun<'_>, report: &mut Report) -> Result<(), Reported> {
    let mut told = BTreeSet::new();
    let mut whole = Ok(());
    for finished in making.finish(run.request.outputs(), &mut report.diagnostics)? {
        if run.request.format == Format::Pdf {
            check_limits(making, &finished, &mut told, &mut report.diagnostics);
        }
        if let Err(reported) = write_files(making, &finished, run, report) {
            whole = Err(reported);
        }
    }
    whole
}

/// Writes a leaflet for one output: one file, or one a side.
fn write_files(
    making: &Making<'_>,
    finished: &Finished,
    run: &BuildRun<'_>,
    report: &mut Report,
) -> Result<(), Reported> {
    let BuildRun { project, request, .. } = *run;
    let diagnostics = &mut report.diagnostics;
    let files = making.files(finished, request.format, request.ppi);
    let files = files.map_err(|problem| diagnostics.error(problem.diagnostic()))?;
    let mut whole = artifact(making, finished);
    if request.format != Format::Pdf {
        whole.fonts = None;
    }
    let facts = finished.facts(project, making.task);
    let paged = facts.is_split(request.format);
    let count = files.last().map_or(0, |file| file.part.number);
    let name = |file: &MadeFile| {
        let name = facts.plate_name(request.format, &file.part, count);
        format!("{name}.{}", request.format.extension())
    };
    let named: Vec<(String, &MadeFile)> = files.iter().map(|file| (name(file), file)).collect();
    if let Some(wrong) = run.out.and_then(|out| taken(run, facts, &named, out)) {
        return Err(diagnostics.error(wrong));
    }
    for (name, MadeFile { bytes, part, target }) in named {
        let path = match run.out {
            Some(out) => out.write(&name, bytes).map_err(|wrong| diagnostics.error(wrong))?,
            None => PathBuf::from(&name),
        };
        let sha256 = digest(bytes);
        report.written.push(entry(facts, name, sha256.clone()));
        let mut made = Artifact {
            path: path.to_string_lossy().into_owned(),
            page: paged.then_some(part.number),
            standards: if request.format == Format::Pdf { target.standards() } else { Vec::new() },
            ink: part.plate.clone().or_else(|| whole.ink.clone()),
            bytes: bytes.len(),
            sha256,
            ..whole.clone()
        };
        if request.format == Format::Pdf && part.is_first() {
            let written = write_print_sheet(making, finished, run, &facts.stem(), &mut made);
            match written {
                Ok(sheet) => report.written.extend(sheet.map(|(name, sha256)| entry(facts, name, sha256))),
                // The leaflet is there all the same.
                Err(wrong) => {
                    diagnostics.error(wrong);
                }
            }
        }
        report.artifacts.push(made);
    }
    Ok(())
}

/// What the record tells of a file.
fn entry(facts: FileFacts<'_>, file: String, sha256: String) -> Entry {
    Entry {
        file,
        stem: facts.stem(),
        organisation: facts.project.manifest.organisation.name.clone(),
        chapter: facts.project.chapter.clone(),
        sha256,
    }
}

/// What is wrong where files of another leaflet or of another organisation would be replaced.
fn taken(
    run: &BuildRun<'_>,
    facts: FileFacts<'_>,
    named: &[(String, &MadeFile)],
    out: &OutFolder<'_>,
) -> Option<Diagnostic> {
    let recorded = || {
        named.iter().find_map(|(name, _)| {
            let own = entry(facts, name.clone(), String::new());
            let other = run.record.other(name, &own, out)?;
            let mut wrong = owned(&out.path_of(name), other, &own, &facts.lacking(run.request.format));
            let place = facts.pattern(run.request.format).and_then(|pattern| pattern.place);
            wrong.labels.extend(place.map(|span| (span, "the press calls files so".to_owned())));
            Some(wrong)
        })
    };
    of_another(facts, run.request.format, named, out).or_else(recorded)
}

/// Writes the page that says how a leaflet is printed, where it is asked for; gives its name and its digest.
fn write_print_sheet(
    making: &Making<'_>,
    finished: &Finished,
    run: &BuildRun<'_>,
    stem: &str,
    made: &mut Artifact,
) -> Result<Option<(String, String)>, Diagnostic> {
    let Some((tag, out)) = run.request.print_sheet.as_ref().zip(run.out) else { return Ok(None) };
    let Some(sheet) = print_sheet(making, finished, made, tag) else { return Ok(None) };
    let (name, bytes) = (format!("{stem}-print-sheet.pdf"), sheet?);
    made.print_sheet = Some(out.write(&name, &bytes)?.to_string_lossy().into_owned());
    Ok(Some((name, digest(&bytes))))
}
