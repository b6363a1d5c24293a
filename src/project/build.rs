//! Runs a project's jobs: every language × the leaflet's layouts, languages in parallel, results in a fixed order.

use std::fs;
use std::path::PathBuf;

use rayon::prelude::{IntoParallelIterator, ParallelIterator};
use serde::Serialize;

use super::clear_print::{ClearPrint, measure};
use super::files::Files;
use super::fonts::{self, digest};
use super::job::{Draft, Job, Prepared};
use super::legible;
use super::load::{Project, Selection, load};
use super::output::{self, unwritable};
use super::set::{LocaleDrafts, set};
use super::slug;
use super::task::{PHONE, Task, tasks, unprintable};
use crate::color::{Inks, Output, Profile};
use crate::diag::{Diagnostics, Reported};
use crate::frame::{FrameItem, GroupKind, Leaflet, Place};
use crate::geom::Abs;
use crate::source::Sources;
use crate::spec::Form;
use crate::{json_out, pdf, raster, text_out};

/// What is written of each leaflet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// The printed pages.
    Pdf,
    /// Pictures of them, a file each.
    Png,
    /// The text in reading order.
    Text,
    /// The placed leaflet.
    Json,
}

impl Format {
    fn extension(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Png => "png",
            Format::Text => "txt",
            Format::Json => "json",
        }
    }
}

/// What a build is to make.
#[derive(Clone, Debug)]
pub struct Request {
    /// Of which parts of the project.
    pub selection: Selection,
    /// On which paper; the manifest's when `None`.
    pub paper: Option<String>,
    /// What for; each leaflet is made for all of them. For an office when empty.
    pub outputs: Vec<Output>,
    /// In which format.
    pub format: Format,
    /// How many pixels of a picture of a page lie on an inch; as many as suit the paper when `None`.
    pub ppi: Option<u16>,
    /// Where; nothing is written when `None`.
    pub out: Option<PathBuf>,
}

impl Request {
    /// What it is for: an office, where nothing is said.
    fn outputs(&self) -> &[Output] {
        const OFFICE: &[Output] = &[Output { profile: Profile::Office, inks: Inks::Colour }];
        if self.outputs.is_empty() { OFFICE } else { &self.outputs }
    }
}

/// A leaflet that was built.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Artifact {
    /// The file.
    pub path: String,
    /// The leaflet.
    pub leaflet: String,
    /// The language.
    pub locale: String,
    /// The language that it is set beside, in a bilingual leaflet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub with: Option<String>,
    /// The layout.
    pub layout: String,
    /// The paper.
    pub paper: String,
    /// The profile.
    pub profile: String,
    /// Which of its sides the file shows, from 1, where each has one of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<usize>,
    /// `mono` where it is of one ink.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ink: Option<String>,
    /// How many sides it has.
    pub pages: usize,
    /// The body size in points.
    pub body_pt: f64,
    /// The body size that its script would like.
    pub ideal_pt: f64,
    /// Its panels in reading order.
    pub panels: Vec<PanelReport>,
    /// Which rules of clear print hold, in large print.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clear_print: Option<ClearPrint>,
    /// The file's size.
    pub bytes: usize,
    /// The file's SHA-256.
    pub sha256: String,
}

/// How full a panel is.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct PanelReport {
    /// Its number.
    pub panel: u32,
    /// What it takes.
    pub place: Place,
    /// The used share of its height.
    pub fill: f64,
}

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
        report.diagnostics.push(unwritable(out, &error.to_string()));
        return report;
    }
    run(&project, request, sources, progress, &mut report);
    report
}

/// Finds all that is wrong with a project, without writing anything.
pub fn check(files: &Files, selection: &Selection, paper: Option<&str>, sources: &mut Sources) -> Report {
    let mut report = Report::default();
    // Every layout is read; those that the leaflets name must also hold them.
    let every = Selection { layouts: vec!["all".to_owned()], ..selection.clone() };
    let Ok(project) = load(files, &every, sources, &mut report.diagnostics) else { return report };
    let selection = Selection { layouts: Vec::new(), ..every };
    fonts::check(files, &project.fonts, &mut report.diagnostics);
    let paper = paper.map(str::to_owned);
    let (outputs, format) = (every_output(), Format::Text);
    let request = Request { selection, paper, outputs, format, ppi: None, out: None };
    run(&project, &request, sources, &|_| {}, &mut report);
    report
}

fn run(project: &Project, request: &Request, sources: &Sources, progress: Progress<'_>, report: &mut Report) {
    let tasks = tasks(project, &request.selection, request.paper.as_deref(), &mut report.diagnostics);
    let outputs = request.outputs();
    let unprintable =
        outputs.iter().find_map(|output| unprintable(&tasks, &request.selection, output.profile));
    if let Some(wrong) = unprintable {
        report.diagnostics.push(wrong);
    }
    progress(tasks.len() * project.locales.len());
    let done: Vec<Report> = set(project, &tasks, outputs, sources)
        .into_par_iter()
        .map(|drafts| write_locale(&Run { project, request, sources }, drafts, &tasks, progress))
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
    let of = |profile| [Inks::Colour, Inks::Mono].map(|inks| Output { profile, inks });
    profiles.into_iter().flat_map(of).collect()
}

/// What a run makes of what.
#[derive(Clone, Copy)]
struct Run<'a> {
    project: &'a Project,
    request: &'a Request,
    sources: &'a Sources,
}

fn write_locale(
    run: &Run<'_>,
    locale: LocaleDrafts<'_>,
    tasks: &[Task<'_>],
    progress: Progress<'_>,
) -> Report {
    let mut report = Report { artifacts: Vec::new(), diagnostics: locale.diagnostics };
    for (task, draft) in tasks.iter().zip(locale.drafts) {
        if let Ok(draft) = draft {
            let job = task.job(run.project, locale.locale);
            // What is wrong is reported; the other leaflets are written all the same.
            let _ = write_outputs(run, (task, &job), &draft, &mut report);
        }
        progress(1);
    }
    report
}

/// Makes a leaflet for each output, once all its text can be read in all of them.
fn write_outputs(
    run: &Run<'_>,
    (task, job): (&Task<'_>, &Job<'_>),
    draft: &Draft<'_>,
    report: &mut Report,
) -> Result<(), Reported> {
    let Run { project, request, sources } = *run;
    let mut prepared = Vec::new();
    for &output in request.outputs().iter().filter(|output| task.suits(output.profile)) {
        let mut slugs = Vec::new();
        if output.profile == Profile::Press {
            let mut shelf = job.locale.shelf(&project.fonts, sources);
            slugs = slug::slugs((job, draft), output.inks, &mut shelf, &mut report.diagnostics)?;
        }
        prepared.push((output, job.finish(draft, output.profile, &slugs)));
    }
    let leaflets: Vec<_> = prepared.iter().map(|(output, prepared)| (*output, &prepared.leaflet)).collect();
    legible::check(job.layout, &leaflets, &project.fonts, &mut report.diagnostics)?;
    for (output, prepared) in &prepared {
        let artifacts = write(run, task, (*output, prepared), &mut report.diagnostics);
        report.artifacts.extend(artifacts.into_iter().flatten());
    }
    Ok(())
}

/// Writes a leaflet: one file, or one a side.
fn write(
    run: &Run<'_>,
    task: &Task<'_>,
    (output, prepared): (Output, &Prepared),
    diagnostics: &mut Diagnostics,
) -> Result<Vec<Artifact>, Reported> {
    let Run { project, request, .. } = *run;
    let leaflet = &prepared.leaflet;
    let pdf = || pdf::write(leaflet, &project.fonts, output).map_err(|problem| problem.diagnostic());
    let files = match request.format {
        Format::Pdf => vec![pdf().map_err(|wrong| diagnostics.push(wrong))?],
        Format::Png => {
            let pdf = pdf().map_err(|wrong| diagnostics.push(wrong))?;
            raster::write(pdf, ppi(request, &task.paper))
        }
        Format::Text => vec![text_out::write(leaflet).into_bytes()],
        Format::Json => vec![json_out::write(leaflet).into_bytes()],
    };
    let whole = described(project, task, (output, prepared));
    let paged = request.format == Format::Png;
    let digits = files.len().to_string().len();
    let mut artifacts = Vec::new();
    for (number, bytes) in (1..).zip(&files) {
        // Numbers of one length, so that every program sorts the pages as they are read.
        let page = if paged { format!("-{number:0digits$}") } else { String::new() };
        let name = format!("{}{page}.{}", whole.path, request.format.extension());
        let path = request.out.as_ref().map_or_else(|| PathBuf::from(&name), |out| out.join(&name));
        if request.out.is_some()
            && let Err(error) = output::write(&path, bytes)
        {
            return Err(diagnostics.push(unwritable(&path, &error.to_string())));
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

/// What is said of a leaflet whatever its files; its path is the name that they share.
fn described(project: &Project, task: &Task<'_>, (output, prepared): (Output, &Prepared)) -> Artifact {
    let leaflet = &prepared.leaflet;
    let with = project.partner.as_ref().map(|partner| partner.catalog.locale.tag.clone());
    Artifact {
        path: file_name(task, &leaflet.lang, with.as_deref(), output),
        leaflet: task.leaflet.name.clone(),
        locale: leaflet.lang.clone(),
        with,
        layout: task.layout.to_owned(),
        paper: task.paper.clone(),
        profile: output.profile.name().to_owned(),
        page: None,
        ink: (output.inks == Inks::Mono).then(|| "mono".to_owned()),
        pages: leaflet.sides.len(),
        body_pt: hundredths(prepared.body),
        ideal_pt: hundredths(prepared.ideal),
        panels: panels(leaflet),
        clear_print: (task.form == Form::LargePrint).then(|| measure(leaflet, &project.fonts, output)),
        bytes: 0,
        sha256: String::new(),
    }
}

/// `factsheet-ko-letter-fold-a4-press-mono`, what a leaflet's files are called: what is not said is the default.
fn file_name(task: &Task<'_>, lang: &str, with: Option<&str>, output: Output) -> String {
    let tags = with.map_or_else(|| lang.to_owned(), |with| format!("{lang}+{with}"));
    let large = if task.form == Form::LargePrint { "-large" } else { "" };
    let profile = match output.profile {
        Profile::Office => "",
        Profile::Press => "-press",
        Profile::Screen => "-screen",
    };
    let ink = if output.inks == Inks::Mono { "-mono" } else { "" };
    let (leaflet, layout, paper) = (&task.leaflet.name, task.layout, &task.paper);
    format!("{leaflet}-{tags}-{layout}-{paper}{large}{profile}{ink}")
}

/// The panels of all sides in reading order.
pub(super) fn panels(leaflet: &Leaflet) -> Vec<PanelReport> {
    let items = leaflet.sides.iter().flat_map(|side| &side.frame.items);
    let mut panels: Vec<PanelReport> = items
        .filter_map(|(_, item)| match item {
            FrameItem::Group(group) => match &group.kind {
                GroupKind::Panel(tag) => Some(PanelReport {
                    panel: tag.panel,
                    place: tag.place?,
                    fill: (tag.fill * 1000.0).round() / 1000.0,
                }),
                _ => None,
            },
            _ => None,
        })
        .collect();
    panels.sort_by_key(|panel| panel.panel);
    panels
}

/// A length in points, to the hundredth.
pub(super) fn hundredths(length: Abs) -> f64 {
    (length.to_pt() * 100.0).round() / 100.0
}
