//! Fits all tasks in all languages: each language on its own, then all of a task together, so that each section starts on
//! the same panel in every one. Languages that nobody asked for have a say, too: a leaflet is the same built alone.

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use super::build::hundredths;
use super::job::Draft;
use super::load::Project;
use super::locales::LoadedLocale;
use super::resolution;
use super::task::{Task, alternatives};
use crate::color::Output;
use crate::diag::{Code, Diagnostic, Diagnostics, Severity};
use crate::fit::{Assignment, SetPanel, Voice, assign};
use crate::flow::Shelf;
use crate::fold::Scheme;
use crate::frame::GroupKind;
use crate::source::Sources;
use crate::spec::Place;

/// How many layouts are named that would hold what does not fit, the largest type first.
const NAMED: usize = 3;

/// A language's tasks, fitted.
pub(super) struct LocaleDrafts<'a> {
    /// The language.
    pub(super) locale: &'a LoadedLocale,
    /// Its drafts, task by task; the message that says why where there is none.
    pub(super) drafts: Vec<Result<Draft<'a>, String>>,
    /// What is wrong with the language, its text and how it fits.
    pub(super) diagnostics: Diagnostics,
}

/// Fits every task in every language of the project, for outputs; the languages that were asked for are returned in their
/// order.
pub(super) fn set<'a>(
    project: &'a Project,
    tasks: &'a [Task<'a>],
    outputs: &[Output],
    sources: &Sources,
) -> Vec<LocaleDrafts<'a>> {
    let asked = project.locales.len();
    let locales: Vec<&LoadedLocale> = project.locales.iter().chain(&project.others).collect();
    let ranked: Vec<(usize, &LoadedLocale)> = locales.into_iter().enumerate().collect();
    let mut set: Vec<LocaleDrafts<'a>> = ranked
        .par_iter()
        .map(|(rank, locale)| {
            let wanted = |task: &Task<'_>| *rank < asked || project.layouts[task.layout].0.flows();
            fitted(project, locale, tasks, &wanted, sources)
        })
        .collect();
    for (index, task) in tasks.iter().enumerate() {
        if project.layouts[task.layout].0.flows() {
            align(project, task, index, &mut set);
        }
    }
    set.truncate(asked);
    for (index, task) in tasks.iter().enumerate() {
        resolution::check(task, index, outputs, &mut set);
    }
    for of_locale in &mut set {
        let warnings: Vec<Diagnostic> = tasks
            .iter()
            .zip(&of_locale.drafts)
            .filter_map(|(task, draft)| empty(project, task, draft.as_ref().ok()?))
            .collect();
        warnings.into_iter().for_each(|warning| _ = of_locale.diagnostics.push(warning));
    }
    set
}

/// Says which panels of running text stay empty on a folded sheet; single pages without any are not printed.
fn empty(project: &Project, task: &Task<'_>, draft: &Draft<'_>) -> Option<Diagnostic> {
    let layout = project.layouts[task.layout].0.form(task.form)?;
    let panels = layout.panels.iter().zip(&draft.fitted.panels);
    let is_empty = |panel: &SetPanel| matches!(&panel.group.kind, GroupKind::Panel(tag) if tag.fill == 0.0);
    let empty: Vec<_> = panels
        .filter(|(spec, panel)| spec.place == Place::Body && is_empty(panel))
        .map(|(spec, _)| spec)
        .collect();
    let first = empty.first().filter(|_| layout.fold.scheme != Scheme::Pages)?;
    let message = format!(
        "“{}” in “{}”: no text comes to {} of its panels",
        task.leaflet.name,
        task.layout,
        empty.len()
    );
    let warning = Diagnostic::warning(Code::EmptyPanel, message).label(first.span, "the first of them");
    Some(warning.help("take a layout with fewer panels"))
}

/// A language's tasks, each on its own.
fn fitted<'a>(
    project: &'a Project,
    locale: &'a LoadedLocale,
    tasks: &'a [Task<'a>],
    wanted: &dyn Fn(&Task<'_>) -> bool,
    sources: &Sources,
) -> LocaleDrafts<'a> {
    let mut diagnostics = locale.diagnostics.clone();
    let broken = diagnostics.has_errors();
    let mut shelf = locale.shelf(&project.fonts, sources);
    shelf.partner = project.partner.as_ref().map(|partner| Box::new(partner.shelf(&project.fonts, sources)));
    let draft = |task: &'a Task<'a>| {
        if broken {
            return Err("its messages have errors".to_owned());
        }
        if !wanted(task) {
            return Err("it was not asked for".to_owned());
        }
        let before = diagnostics.iter().count();
        task.job(project, locale).draft(&mut shelf, &mut diagnostics).map_err(|_| {
            advise(project, locale, task, &mut shelf, (before, &mut diagnostics));
            let mut errors = diagnostics.iter().skip(before).filter(|d| d.severity == Severity::Error);
            // What was said of an earlier task is not said again.
            let error = errors.next().or_else(|| diagnostics.iter().find(|d| d.severity == Severity::Error));
            error.expect("what is reported is among the diagnostics").message.clone()
        })
    };
    let drafts = tasks.iter().map(draft).collect();
    LocaleDrafts { locale, drafts, diagnostics }
}

/// Adds to an overset's help which other layouts would hold the text, and at which size.
fn advise(
    project: &Project,
    locale: &LoadedLocale,
    task: &Task<'_>,
    shelf: &mut Shelf<'_>,
    (before, diagnostics): (usize, &mut Diagnostics),
) {
    // What is wrong with the others is not of interest; what is wrong already must be known to the shelf.
    let mut scratch = diagnostics.clone();
    let overset = diagnostics.since(before).find(|diagnostic| diagnostic.code == Code::Overset);
    let Some(Diagnostic { help: Some(help), .. }) = overset else { return };
    let mut fitting: Vec<(f64, String)> = alternatives(project, task)
        .iter()
        .filter_map(|other| {
            let draft = other.job(project, locale).draft(shelf, &mut scratch).ok()?;
            let size = hundredths(draft.fitted.body.size);
            Some((size, format!("“{}” on {} at {size:.2} pt", other.layout, other.paper)))
        })
        .collect();
    fitting.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let named: Vec<String> = fitting.into_iter().take(NAMED).map(|(_, layout)| layout).collect();
    *help = match named.is_empty() {
        true => format!("{help}; no other layout of the project holds it either"),
        false => format!("{help}, or set this language in {}", named.join(" or ")),
    };
}

/// Puts each section of a task on the same panel in every language.
fn align<'a>(project: &'a Project, task: &'a Task<'a>, index: usize, set: &mut [LocaleDrafts<'a>]) {
    let assignment = chosen(project, task, index, set);
    let mut apart = Vec::new();
    for of_locale in &mut *set {
        let Ok(draft) = &mut of_locale.drafts[index] else { continue };
        if let Some(assignment) = &assignment
            && !assignment.holds(&draft.fitted)
        {
            task.job(project, of_locale.locale).refit(draft, assignment);
        }
        if assignment.as_ref().is_none_or(|assignment| !assignment.holds(&draft.fitted)) {
            apart.push(of_locale.locale.catalog.locale.tag.clone());
        }
    }
    if !apart.is_empty() {
        let first = set.iter_mut().find(|l| apart.contains(&l.locale.catalog.locale.tag));
        let first = first.expect("the languages are of this set");
        first.diagnostics.push(not_parallel(project, task, &apart));
    }
}

fn chosen(project: &Project, task: &Task<'_>, index: usize, set: &[LocaleDrafts<'_>]) -> Option<Assignment> {
    let jobs: Vec<_> = set
        .iter()
        .filter_map(|l| Some((task.job(project, l.locale), l.drafts[index].as_ref().ok()?)))
        .collect();
    let voices: Vec<Voice<'_>> =
        jobs.iter().map(|(job, draft)| Voice { job: job.of(draft), fitted: &draft.fitted }).collect();
    assign(&voices)
}

/// Says that sections stand on other panels from language to language.
fn not_parallel(project: &Project, task: &Task<'_>, apart: &[String]) -> Diagnostic {
    let message = format!(
        "“{}” in “{}”: sections start on other panels in {} than in other languages",
        task.leaflet.name,
        task.layout,
        apart.join(", ")
    );
    let span = project.layouts[task.layout].0.panels.first().map(|panel| panel.span);
    let mut warning = Diagnostic::warning(Code::NotParallel, message);
    warning.labels.extend(span.map(|span| (span, "from the panels of this layout".to_owned())));
    warning.help("nobody can point at the same panel in two of them: bring their texts closer in length")
}
