//! How far a project is: what each language has of the text, and how each leaflet fits. Nothing is written.

use rayon::prelude::{IntoParallelIterator, ParallelIterator};
use serde::Serialize;

use super::build::{hundredths, panels};
use super::files::Files;
use super::job::{Draft, Job};
use super::load::{Project, Selection, load};
use super::locales::LoadedLocale;
use super::set::{LocaleDrafts, set};
use super::task::{Task, tasks};
use crate::color::Output;
use crate::color::Profile;
use crate::diag::{Code, Diagnostics, Severity};
use crate::frame::Place;
use crate::source::Sources;

/// How far a project is.
#[derive(Clone, Default, Debug)]
pub struct Status {
    /// The languages in the order of their tags.
    pub locales: Vec<LocaleStatus>,
    /// The leaflets in their layouts, language by language.
    pub fits: Vec<FitStatus>,
    /// What is wrong with the project itself; what is wrong with a language is counted in its line.
    pub diagnostics: Diagnostics,
}

impl Status {
    /// Whether no language lacks anything and all that was tried fits.
    pub fn is_whole(&self) -> bool {
        let whole = |locale: &LocaleStatus| locale.missing + locale.errors == 0;
        let fits = |fit: &FitStatus| fit.problem.is_none();
        !self.diagnostics.has_errors() && self.locales.iter().all(whole) && self.fits.iter().all(fits)
    }
}

/// What a language has of the text.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct LocaleStatus {
    /// The language.
    pub locale: String,
    /// How many messages the source language has.
    pub messages: usize,
    /// How many of them are translated.
    pub translated: usize,
    /// How many stand there in the source language's words.
    pub copied: usize,
    /// How many are not there.
    pub missing: usize,
    /// How many errors there are beside what is missing; `check` tells them.
    pub errors: usize,
}

/// How a leaflet fits in one language and layout.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct FitStatus {
    /// The leaflet.
    pub leaflet: String,
    /// The language.
    pub locale: String,
    /// The layout.
    pub layout: String,
    /// The paper.
    pub paper: String,
    /// The body size in points; `None` when it does not fit.
    pub body_pt: Option<f64>,
    /// The body size that its script would like.
    pub ideal_pt: f64,
    /// The used share of the emptiest panel of running text; `None` when it does not fit, or there is no such panel.
    pub fill: Option<f64>,
    /// Why it does not fit: `14.2 pt too tall for panel “left”`.
    pub problem: Option<String>,
}

/// Fits what is asked for.
pub fn status(files: &Files, selection: &Selection, paper: Option<&str>, sources: &mut Sources) -> Status {
    let mut status = Status::default();
    let Ok(project) = load(files, selection, sources, &mut status.diagnostics) else { return status };
    let tasks = tasks(&project, selection, paper, &mut status.diagnostics);
    let set = set(&project, &tasks, &[Output::default()], sources);
    let fits: Vec<Vec<FitStatus>> =
        set.into_par_iter().map(|locale| fits(&project, locale, &tasks)).collect();
    status.locales = project.locales.iter().map(of_locale).collect();
    status.fits = fits.into_iter().flatten().collect();
    status
}

fn of_locale(locale: &LoadedLocale) -> LocaleStatus {
    let coverage = locale.coverage;
    let errors = locale.diagnostics.iter().filter(|d| d.severity == Severity::Error);
    LocaleStatus {
        locale: locale.catalog.locale.tag.clone(),
        messages: coverage.messages,
        translated: coverage.translated,
        copied: coverage.messages - coverage.translated - coverage.missing,
        missing: coverage.missing,
        errors: errors.filter(|d| d.code != Code::MissingMessage).count(),
    }
}

fn fits(project: &Project, locale: LocaleDrafts<'_>, tasks: &[Task<'_>]) -> Vec<FitStatus> {
    let drafts = tasks.iter().zip(locale.drafts);
    drafts.map(|(task, draft)| fit(task, &task.job(project, locale.locale), draft)).collect()
}

fn fit(task: &Task<'_>, job: &Job<'_>, draft: Result<Draft<'_>, String>) -> FitStatus {
    let mut status = FitStatus {
        leaflet: task.leaflet.name.clone(),
        locale: job.locale.catalog.locale.tag.clone(),
        layout: task.layout.to_owned(),
        paper: task.paper.clone(),
        body_pt: None,
        ideal_pt: hundredths(job.locale.typography.rules.ideal),
        fill: None,
        problem: None,
    };
    match draft {
        Ok(draft) => {
            let prepared = job.finish(&draft, Profile::default(), &[]);
            status.body_pt = Some(hundredths(prepared.body));
            let panels = panels(&prepared.leaflet);
            let body = panels.iter().filter(|panel| panel.place == Place::Body).map(|panel| panel.fill);
            status.fill = body.reduce(f64::min);
        }
        Err(problem) => status.problem = Some(in_short(&problem, &status.locale, task.layout)),
    }
    status
}

/// A message without what the columns beside it say already: the language, the layout, that it is about the text.
fn in_short(message: &str, locale: &str, layout: &str) -> String {
    let message = message.strip_prefix(&format!("{locale}: ")).unwrap_or(message);
    let message = message.strip_prefix("the text is ").unwrap_or(message);
    message.replace(&format!(" of “{layout}”"), "")
}
