//! How far a project is: what each language has of the text, and how each leaflet fits. Nothing is written.

use rayon::prelude::{IntoParallelIterator, ParallelIterator};
use serde::Serialize;

use super::artifact::panel_reports;
use super::asked::understood;
use super::drafts::LocaleLeaflets;
use super::extent::tasks;
use super::files::Files;
use super::fit_all::fit_all;
use super::job::{Job, SetLeaflet};
use super::language::LoadedLocale;
use super::load::{Project, load};
use super::reviews::Standing;
use super::selection::Selection;
use super::sound::Telling;
use super::task::Task;
use super::unset::Unset;
use crate::color::{Output, Profile};
use crate::content::readability;
use crate::diag::{Code, Diagnostics, Severity};
use crate::frame::Place;
use crate::geom::whole_number;
use crate::source::Sources;

/// How far a project is.
#[derive(Clone, Default, Debug)]
pub struct Status {
    /// The languages in the order of their tags.
    pub locales: Vec<LocaleStatus>,
    /// The leaflets in their layouts, language by language.
    pub fits: Vec<FitStatus>,
}

impl Status {
    /// Whether no language lacks anything and all that was tried fits.
    pub fn is_whole(&self) -> bool {
        let whole = |locale: &LocaleStatus| locale.missing + locale.errors == 0;
        let fits = |fit: &FitStatus| fit.problem.is_none();
        self.locales.iter().all(whole) && self.fits.iter().all(fits)
    }

    /// Only the languages that lack something, and what does not fit.
    pub fn wrong(&self) -> Status {
        let locales = self.locales.iter().filter(|locale| locale.missing + locale.errors > 0);
        let fits = self.fits.iter().filter(|fit| fit.problem.is_some());
        Status { locales: locales.cloned().collect(), fits: fits.cloned().collect() }
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
    /// How many were reviewed as they stand.
    pub reviewed: usize,
    /// How many the source language's words changed of since.
    pub outdated: usize,
    /// How many changed themselves since their review.
    pub changed: usize,
    /// How many were approved until a month before the edition's.
    pub expired: usize,
    /// How many nobody has reviewed.
    pub draft: usize,
    /// How easy its text is to read; `None` of a language that has no formula, or of too short a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub readability: Option<Readability>,
    /// How many errors there are to mend beside what is missing; `check` tells them.
    pub errors: usize,
}

/// How easy a text is to read.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Readability {
    /// From 0, the hardest, to 100; what is beyond both ends is told as it is.
    pub score: i64,
    /// From which score a text is in plain language.
    pub plain: i64,
    /// The formula, by who published it and when.
    pub formula: String,
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
    /// Why it does not fit: `14.2 pt (about 90 characters) too tall for panel “left”`.
    pub problem: Option<String>,
}

/// Fits what is asked for. What is wrong with the project itself is told; what is wrong with a language is counted in its line.
pub fn status(
    files: &Files,
    selection: &Selection,
    paper: Option<&str>,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Status {
    let Ok(selection) = &understood(files, selection, diagnostics) else { return Status::default() };
    let Ok(project) = load(files, selection, sources, diagnostics) else { return Status::default() };
    let tasks = tasks(&project, selection, paper, sources, diagnostics);
    diagnostics.extend(Telling::Asked.of_others(&project, &tasks));
    let set = fit_all(&project, &tasks, &[Output::default()], Telling::Asked, sources);
    let fits: Vec<Vec<FitStatus>> =
        set.into_par_iter().map(|locale| locale_fits(&project, &locale, &tasks)).collect();
    let locales = project.locales.iter().map(locale_status).collect();
    Status { locales, fits: fits.into_iter().flatten().collect() }
}

fn locale_status(locale: &LoadedLocale) -> LocaleStatus {
    let coverage = locale.coverage;
    let mut others = locale.diagnostics.clone();
    others.retain(|diagnostic| diagnostic.code != Code::MissingMessage);
    LocaleStatus {
        locale: locale.catalog.locale.tag.clone(),
        messages: coverage.messages,
        translated: coverage.translated,
        copied: coverage.messages - coverage.translated - coverage.missing,
        missing: coverage.missing,
        reviewed: locale.reviews.count(Standing::Reviewed),
        outdated: locale.reviews.count(Standing::Outdated),
        changed: locale.reviews.count(Standing::Changed),
        expired: locale.reviews.count(Standing::Expired),
        draft: locale.reviews.count(Standing::Draft),
        readability: locale_readability(locale),
        errors: others.things(Severity::Error),
    }
}

fn locale_readability(locale: &LoadedLocale) -> Option<Readability> {
    let formula = locale.readability.as_ref()?;
    let catalog = &locale.catalog;
    let texts = catalog.ids().filter_map(|id| Some(catalog.get(id)?.text.as_str()));
    Some(Readability {
        score: whole_number(readability(texts, formula)?.round()),
        plain: whole_number(formula.plain.round()),
        formula: formula.formula.clone(),
    })
}

fn locale_fits(
    project: &Project,
    locale: &LocaleLeaflets<'_, SetLeaflet<'_>>,
    tasks: &[Task<'_>],
) -> Vec<FitStatus> {
    let leaflets = tasks.iter().zip(&locale.leaflets);
    leaflets.map(|(task, set)| fit_status(task, &task.job(project, locale.locale), set)).collect()
}

fn fit_status(task: &Task<'_>, job: &Job<'_>, set: &Result<SetLeaflet<'_>, Unset>) -> FitStatus {
    let mut status = FitStatus {
        leaflet: task.leaflet.name.clone(),
        locale: job.locale.catalog.locale.tag.clone(),
        layout: task.layout_name().to_owned(),
        paper: task.paper.clone(),
        body_pt: None,
        ideal_pt: job.locale.typography.rules.ideal.to_hundredths(),
        fill: None,
        problem: None,
    };
    match set {
        Ok(set) => {
            let panels = panel_reports(&job.impose(set, Profile::default(), &job.project.press, &[]));
            let body = panels.iter().filter(|panel| panel.place == Place::Body).map(|panel| panel.fill);
            status.body_pt = Some(set.body.to_hundredths());
            status.fill = body.reduce(f64::min);
        }
        Err(unset) => status.problem = Some(unset.to_string()),
    }
    status
}
