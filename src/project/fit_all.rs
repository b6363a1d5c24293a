//! Fits all tasks in all languages: each language on its own, then all of a task together, so that each section starts on
//! the same panel in every one. Languages that nobody asked for have a say, too: a leaflet is the same built alone.

use rayon::prelude::{
    IndexedParallelIterator, IntoParallelIterator, IntoParallelRefIterator, IntoParallelRefMutIterator,
    ParallelIterator,
};

use super::drafts::LocaleLeaflets;
use super::finality::{not_final, report_not_final};
use super::job::{Draft, Job, SetLeaflet, Shelves};
use super::language::LoadedLocale;
use super::load::Project;
use super::scope::Scope;
use super::sound::Telling;
use super::task::Task;
use super::told::{report_unset, report_untranslated};
use super::unbroken::report_unbroken;
use super::unset::Unset;
use crate::color::{Output, Profile};
use crate::diag::{Code, Diagnostic, Severity};
use crate::fit::{Assignment, Vote, assign};
use crate::picture::Resolution;
use crate::proof::{Exhibit, coarse_pictures, empty_panels, print_notes, thin_motifs, unreadable_codes};
use crate::source::Sources;

/// Fits every task in every language of the project, for outputs; the languages that were asked for are returned in their
/// order.
pub fn fit_all<'a>(
    project: &'a Project,
    tasks: &'a [Task<'a>],
    outputs: &[Output],
    telling: Telling,
    sources: &Sources,
) -> Vec<LocaleLeaflets<'a, SetLeaflet<'a>>> {
    let scopes: Vec<Scope> = tasks.iter().map(|task| Scope::of_tasks(project, [task])).collect();
    let scope = Scope::of_tasks(project, tasks);
    let asked = project.locales.iter().map(|locale| (locale, Asked::Yes));
    let others = project.others.iter().map(|locale| (locale, Asked::No));
    let locales: Vec<(&LoadedLocale, Asked)> = asked.chain(others).collect();
    let mut drafts: Vec<LocaleLeaflets<'a, Draft<'a>>> = locales
        .into_par_iter()
        .map(|(locale, asked)| {
            let told = telling.of(&scope, project, locale);
            let leaflets = LocaleLeaflets { locale, leaflets: Vec::new(), diagnostics: told };
            fit_locale(project, leaflets, asked, tasks.iter().zip(&scopes), sources)
        })
        .collect();
    for (index, task) in tasks.iter().enumerate().filter(|(_, task)| task.flows()) {
        align_task(project, task, index, &mut drafts);
    }
    drafts.truncate(project.locales.len());
    let mut set: Vec<_> =
        drafts.into_par_iter().map(|locale| set_locale(project, locale, tasks, sources)).collect();
    let looked = tasks.par_iter().enumerate();
    let looked: Vec<_> = looked.map(|(index, task)| look_at_pictures(task, index, outputs, &set)).collect();
    for (index, findings) in looked.into_iter().enumerate() {
        if let Some(findings) = findings {
            take_findings(findings, index, &mut set);
        }
    }
    for locale in &mut set {
        for (task, leaflet) in tasks.iter().zip(&locale.leaflets) {
            let Ok(leaflet) = leaflet else { continue };
            if let Some(empty) = empty_panels(task.form_layout(), &leaflet.panels) {
                locale.diagnostics.warn(empty.diagnostic(&task.leaflet.name, task.layout_name()));
            }
        }
    }
    set
}

/// Whether a language was asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Yes,
    No,
}

/// A language's tasks, each on its own, with what each prints; of a language that nobody asked for those in which it has a say.
fn fit_locale<'a, 's>(
    project: &'a Project,
    mut locale: LocaleLeaflets<'a, Draft<'a>>,
    asked: Asked,
    tasks: impl Iterator<Item = (&'a Task<'a>, &'s Scope)> + Clone,
    sources: &Sources,
) -> LocaleLeaflets<'a, Draft<'a>> {
    let mut shelves = Shelves::new(project, locale.locale, sources);
    let jobs: Vec<Job<'a>> = tasks.clone().map(|(task, _)| task.job(project, locale.locale)).collect();
    let manuscripts: Vec<_> = tasks
        .clone()
        .zip(&jobs)
        .map(|((task, scope), job)| {
            match not_final(project, task, locale.locale).filter(|_| asked == Asked::Yes) {
                Some(refused) => return Err(refused),
                None => scope.sound(project, locale.locale)?,
            }
            if asked == Asked::No && !task.flows() {
                return Err(Unset::NotAsked);
            }
            job.manuscript(&mut shelves)
        })
        .collect();
    // Texts are shaped once for all layouts, one after the other; lines can be broken for several at the same time.
    let fitted = jobs.par_iter().zip(manuscripts).map(|(job, manuscript)| job.fit(manuscript?));
    locale.leaflets = fitted.collect();
    if asked == Asked::Yes {
        for (((task, _), job), draft) in tasks.clone().zip(&jobs).zip(&locale.leaflets) {
            if let Err(unset) = draft {
                report_unset(unset, task, job, &mut shelves, &mut locale.diagnostics);
            }
        }
    }
    let is_refused = |draft: &Result<Draft<'_>, Unset>| matches!(draft, Err(Unset::NotFinal(_)));
    let refused = tasks.clone().zip(&locale.leaflets).filter(|(_, draft)| is_refused(draft));
    report_not_final(project, locale.locale, refused.map(|((task, _), _)| task), &mut locale.diagnostics);
    if asked == Asked::Yes {
        let LocaleLeaflets { locale, leaflets, diagnostics } = &mut locale;
        report_unbroken(locale, leaflets, sources, diagnostics);
    }
    if asked == Asked::Yes && !locale.diagnostics.has_errors() {
        let waits = |draft: &Result<Draft<'_>, Unset>| matches!(draft, Err(Unset::Untranslated(_)));
        let waiting = tasks.zip(&locale.leaflets).filter(|(_, draft)| waits(draft));
        report_untranslated(
            project,
            &locale.locale.catalog.locale,
            waiting.map(|((task, _), _)| task),
            &mut locale.diagnostics,
        );
    }
    locale
}

/// Draws the panels of a language's leaflets.
fn set_locale<'a>(
    project: &'a Project,
    drafts: LocaleLeaflets<'a, Draft<'a>>,
    tasks: &'a [Task<'a>],
    sources: &Sources,
) -> LocaleLeaflets<'a, SetLeaflet<'a>> {
    let LocaleLeaflets { locale, leaflets, diagnostics } = drafts;
    let set = tasks.iter().zip(leaflets);
    let leaflets = set.map(|(task, draft)| Ok(task.job(project, locale).set(&draft?, sources))).collect();
    LocaleLeaflets { locale, leaflets, diagnostics }
}

/// What is the matter with the pictures and codes of a task.
struct PictureFindings {
    told: Vec<(Severity, Diagnostic)>,
    /// Why it is not built, where one of them can’t be shown.
    refused: Option<Unset>,
}

/// Looks at pictures and codes in a task, above all at those that are too coarse: once for all languages, by the one that sets it
/// largest, and once for all files, by the one that asks for most.
fn look_at_pictures(
    task: &Task<'_>,
    index: usize,
    outputs: &[Output],
    set: &[LocaleLeaflets<'_, SetLeaflet<'_>>],
) -> Option<PictureFindings> {
    let profiles = outputs.iter().map(|output| output.profile).filter(|profile| task.suits(*profile));
    let good = |profile: &Profile| Resolution::of(*profile).good;
    let profile = profiles.max_by(|a, b| good(a).total_cmp(&good(b)))?;
    let leaflets = || set.iter().filter_map(|locale| locale.leaflets[index].as_ref().ok());
    let exhibits = || leaflets().map(|SetLeaflet { panels, spans, .. }| Exhibit { panels, spans });
    let coarse = coarse_pictures(exhibits(), profile);
    let codes = unreadable_codes(exhibits());
    let mut notes = print_notes(exhibits(), profile);
    if profile == Profile::Press {
        let (drawings, spans) = (&task.layout.drawings, task.form_layout().pictures());
        notes.extend(thin_motifs(exhibits(), drawings, &spans));
    }
    let layout = task.layout_name();
    let mut told = Vec::new();
    told.extend(coarse.iter().map(|picture| (picture.severity(), picture.diagnostic(layout))));
    told.extend(codes.iter().map(|code| (Severity::Error, code.diagnostic(layout))));
    told.extend(notes.iter().map(|note| (Severity::Warning, note.diagnostic(layout))));
    let refused = coarse.into_iter().find(|picture| picture.severity() == Severity::Error);
    let refused = refused.map(Unset::Coarse).or(codes.first().map(|code| Unset::Unreadable(*code)));
    Some(PictureFindings { told, refused })
}

/// Reports what is the matter with the pictures of a task, and takes its leaflets out where it is not to be built.
fn take_findings(findings: PictureFindings, index: usize, set: &mut [LocaleLeaflets<'_, SetLeaflet<'_>>]) {
    let is_set = |locale: &&mut LocaleLeaflets<'_, SetLeaflet<'_>>| locale.leaflets[index].is_ok();
    if let Some(first) = set.iter_mut().find(is_set) {
        for (severity, told) in findings.told {
            first.diagnostics.report(severity, told);
        }
    }
    if let Some(unset) = findings.refused {
        for locale in set.iter_mut().filter(is_set) {
            locale.leaflets[index] = Err(unset.clone());
        }
    }
}

/// Puts each section of a task on the same panel in every language.
fn align_task<'a>(
    project: &'a Project,
    task: &'a Task<'a>,
    index: usize,
    drafts: &mut [LocaleLeaflets<'a, Draft<'a>>],
) {
    let assignment = chosen_panels(project, task, index, drafts);
    drafts.par_iter_mut().for_each(|locale| {
        let Ok(draft) = &mut locale.leaflets[index] else { return };
        if let Some(assignment) = assignment.as_ref().filter(|assignment| !draft.fitted.keeps(assignment)) {
            task.job(project, locale.locale).refit(draft, assignment);
        }
    });
    let starts = drafts.iter().enumerate().filter_map(|(at, locale)| {
        let panels = locale.leaflets[index].as_ref().ok()?.fitted.starts.clone();
        let tag = locale.locale.catalog.locale.tag.clone();
        Some(Starts { tag, panels, is_asked: at < project.locales.len() })
    });
    let starts: Vec<Starts> = starts.collect();
    let Some(wrong) = not_parallel(task, &starts) else { return };
    if let Some(first) = drafts.iter_mut().find(|locale| locale.leaflets[index].is_ok()) {
        first.diagnostics.warn(wrong);
    }
}

fn chosen_panels(
    project: &Project,
    task: &Task<'_>,
    index: usize,
    drafts: &[LocaleLeaflets<'_, Draft<'_>>],
) -> Option<Assignment> {
    // Nobody reads a pseudo-language: it has no say where others stand.
    let is_read = |locale: &&LocaleLeaflets<'_, _>| !locale.locale.catalog.locale.is_pseudo();
    let any = drafts.iter().any(|locale| is_read(&locale));
    let voters = drafts.iter().filter(|locale| is_read(locale) || !any);
    let fitted = voters.filter_map(|locale| {
        let draft = locale.leaflets[index].as_ref().ok()?;
        Some((task.job(project, locale.locale), draft))
    });
    let fitted: Vec<(Job<'_>, &Draft<'_>)> = fitted.collect();
    let votes: Vec<Vote<'_>> =
        fitted.iter().map(|(job, draft)| Vote { job: job.fit_job(draft), fitted: &draft.fitted }).collect();
    assign(&votes)
}

/// The panels that sections start on in a language.
struct Starts {
    tag: String,
    panels: Vec<usize>,
    /// Whether the language was asked for.
    is_asked: bool,
}

/// Says in which languages sections start on other panels than in most; `None` where none of those that were asked for is apart.
fn not_parallel(task: &Task<'_>, starts: &[Starts]) -> Option<Diagnostic> {
    let alike = |own: &[usize]| starts.iter().filter(|other| other.panels == own).count();
    // Of several the first one.
    let usual = &starts.iter().rev().max_by_key(|own| alike(&own.panels))?.panels;
    let most = alike(usual);
    let is_apart = |own: &&Starts| own.panels != *usual;
    let has_most = most * 2 > starts.len();
    if has_most && !starts.iter().filter(is_apart).any(|own| own.is_asked) {
        return None;
    }
    let apart: Vec<&str> = starts.iter().filter(is_apart).map(|own| own.tag.as_str()).collect();
    let said = match apart[..] {
        [] => return None,
        _ if has_most => {
            format!("sections start on other panels in {} than in most languages", apart.join(", "))
        }
        _ if most == 1 => format!("sections start on other panels in each of {} languages", starts.len()),
        _ => format!("sections start on the same panels in {most} of {} languages at most", starts.len()),
    };
    let message = format!("“{}” in “{}”: {said}", task.leaflet.name, task.layout_name());
    let span = task.layout.layout.panels.first().map(|panel| panel.span);
    let mut warning = Diagnostic::new(Code::NotParallel, message);
    warning.labels.extend(span.map(|span| (span, "from the panels of this layout".to_owned())));
    Some(
        warning.help("nobody can point at the same panel in two of them: bring their texts closer in length"),
    )
}
