//! Runs a project's jobs: every language × the leaflet's layouts, languages in parallel, results in a fixed order.

use std::fs;
use std::path::PathBuf;

use rayon::prelude::{IntoParallelIterator, ParallelIterator};
use serde::Serialize;

use super::clear_print::{ClearPrint, measure};
use super::files::Files;
use super::fonts::{self, digest};
use super::job::Prepared;
use super::load::{Project, Selection, load};
use super::output::{self, unwritable};
use super::set::{LocaleDrafts, set};
use super::task::{Task, tasks};
use crate::color::Output;
use crate::diag::{Diagnostics, Reported};
use crate::frame::{FrameItem, GroupKind, Leaflet};
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
    /// In which format.
    pub format: Format,
    /// How many pixels of a picture of a page lie on an inch; as many as suit the paper when `None`.
    pub ppi: Option<u16>,
    /// Where; nothing is written when `None`.
    pub out: Option<PathBuf>,
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
    pub place: String,
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
    let request =
        Request { selection, paper: paper.map(str::to_owned), format: Format::Text, ppi: None, out: None };
    run(&project, &request, sources, &|_| {}, &mut report);
    report
}

fn run(project: &Project, request: &Request, sources: &Sources, progress: Progress<'_>, report: &mut Report) {
    let tasks = tasks(project, &request.selection, request.paper.as_deref(), &mut report.diagnostics);
    progress(tasks.len() * project.locales.len());
    let done: Vec<Report> = set(project, &tasks, sources)
        .into_par_iter()
        .map(|drafts| write_locale(project, drafts, &tasks, request, progress))
        .collect();
    for locale in done {
        report.artifacts.extend(locale.artifacts);
        report.diagnostics.extend(locale.diagnostics);
    }
    let rank = |name: &str| project.manifest.leaflets.iter().position(|leaflet| leaflet.name == name);
    report.artifacts.sort_by_key(|artifact| rank(&artifact.leaflet));
}

fn write_locale(
    project: &Project,
    locale: LocaleDrafts<'_>,
    tasks: &[Task<'_>],
    request: &Request,
    progress: Progress<'_>,
) -> Report {
    let mut report = Report { artifacts: Vec::new(), diagnostics: locale.diagnostics };
    for (task, draft) in tasks.iter().zip(locale.drafts) {
        if let Ok(draft) = draft {
            let prepared = task.job(project, locale.locale).finish(draft);
            let artifact = write(project, task, &prepared, request, &mut report.diagnostics);
            report.artifacts.extend(artifact.into_iter().flatten());
        }
        progress(1);
    }
    report
}

/// Writes a leaflet: one file, or one a side.
fn write(
    project: &Project,
    task: &Task<'_>,
    prepared: &Prepared,
    request: &Request,
    diagnostics: &mut Diagnostics,
) -> Result<Vec<Artifact>, Reported> {
    let leaflet = &prepared.leaflet;
    let pdf =
        || pdf::write(leaflet, &project.fonts, Output::default()).map_err(|problem| problem.diagnostic());
    let files = match request.format {
        Format::Pdf => vec![pdf().map_err(|wrong| diagnostics.push(wrong))?],
        Format::Png => {
            let pdf = pdf().map_err(|wrong| diagnostics.push(wrong))?;
            raster::write(pdf, ppi(request, &task.paper))
        }
        Format::Text => vec![text_out::write(leaflet).into_bytes()],
        Format::Json => vec![json_out::write(leaflet).into_bytes()],
    };
    let whole = described(project, task, prepared);
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
    const PHONE: f64 = 405.0;
    const READ: f64 = 150.0;
    match request.ppi {
        Some(ppi) => f64::from(ppi),
        None if paper == "phone" => PHONE,
        None => READ,
    }
}

/// What is said of a leaflet whatever its files; its path is the name that they share.
fn described(project: &Project, task: &Task<'_>, prepared: &Prepared) -> Artifact {
    let leaflet = &prepared.leaflet;
    let with = project.partner.as_ref().map(|partner| partner.catalog.locale.tag.clone());
    let tags = with.as_ref().map_or_else(|| leaflet.lang.clone(), |with| format!("{}+{with}", leaflet.lang));
    let large = if task.form == Form::LargePrint { "-large" } else { "" };
    Artifact {
        path: format!("{}-{tags}-{}-{}{large}", task.leaflet.name, task.layout, task.paper),
        leaflet: task.leaflet.name.clone(),
        locale: leaflet.lang.clone(),
        with,
        layout: task.layout.to_owned(),
        paper: task.paper.clone(),
        profile: "office".to_owned(),
        page: None,
        pages: leaflet.sides.len(),
        body_pt: hundredths(prepared.body),
        ideal_pt: hundredths(prepared.ideal),
        panels: panels(leaflet),
        clear_print: (task.form == Form::LargePrint).then(|| measure(leaflet, &project.fonts)),
        bytes: 0,
        sha256: String::new(),
    }
}

/// The panels of all sides in reading order.
pub(super) fn panels(leaflet: &Leaflet) -> Vec<PanelReport> {
    let items = leaflet.sides.iter().flat_map(|side| &side.frame.items);
    let mut panels: Vec<PanelReport> = items
        .filter_map(|(_, item)| match item {
            FrameItem::Group(group) => match &group.kind {
                GroupKind::Panel(tag) => Some(PanelReport {
                    panel: tag.panel,
                    place: tag.place.clone(),
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
