//! Where a leaflet can be built, and what is told: it needs only its own messages to be sound, whatever the state of the others;
//! and a build speaks of these alone.

use std::collections::BTreeSet;

use super::language::LoadedLocale;
use super::load::Project;
use super::scope::{Scope, is_tear};
use super::task::Task;
use super::unset::{Unset, Untranslated};
use crate::content::Catalog;
use crate::diag::{Code, Diagnostic, Diagnostics, Severity};
use crate::source::Span;

/// Fewer messages that are the same in both languages may be meant (H).
const FEW: usize = 5;

impl Scope {
    /// What tasks print.
    pub(super) fn of_tasks<'a>(project: &Project, tasks: impl IntoIterator<Item = &'a Task<'a>>) -> Scope {
        let mut scope = Scope::default();
        for task in tasks {
            scope.take_leaflet(task.leaflet, |block| block.is_for(task.layout_name()));
        }
        scope.take(&project.manifest.draft);
        scope
    }

    /// Those without a sound text in a language.
    pub(super) fn lacking<'a>(&'a self, catalog: &Catalog) -> impl Iterator<Item = &'a str> {
        self.ids.iter().map(String::as_str).filter(|id| catalog.get(id).is_none())
    }

    /// Whether what is printed can be set in a language.
    pub(super) fn is_sound(&self, project: &Project, locale: &LoadedLocale) -> bool {
        self.sound(project, locale).is_ok()
    }

    /// Checks that what is printed can be set in a language, and in the one that it is set beside: all of it is there, no error
    /// is about it, and most of it is translated.
    ///
    /// # Errors
    /// Why it can't.
    pub(super) fn sound(&self, project: &Project, locale: &LoadedLocale) -> Result<(), Unset> {
        let locales = [Some(locale), project.partner.as_ref()];
        locales.into_iter().flatten().try_for_each(|locale| self.sound_in(project, locale))
    }

    fn sound_in(&self, project: &Project, locale: &LoadedLocale) -> Result<(), Unset> {
        let reach = self.reach(project, locale);
        let lacking: BTreeSet<&str> =
            self.lacking(&locale.catalog).filter(|id| !locale.gaps.contains(*id)).collect();
        // A proof shows what is wrong with a message.
        let is_proof = project.proof.is_some();
        let stops = |diagnostic: &Diagnostic| {
            let is_met = match reach.place(diagnostic) {
                Where::Inside => !is_proof,
                Where::Elsewhere => false,
                // What can’t be read stops only what it lacks.
                Where::Nowhere => !is_tear(diagnostic.code),
            };
            diagnostic.severity == Severity::Error && is_met && !reach.lacks(diagnostic, &lacking)
        };
        let is_there = |id: &&str| locale.catalog.span(id).is_some() || locale.hidden.contains(*id);
        if lacking.iter().any(is_there) || locale.diagnostics.iter().any(stops) {
            return Err(Unset::Broken);
        }
        if !lacking.is_empty() {
            return Err(Unset::Missing(lacking.len()));
        }
        match self.untranslated(project, locale).filter(|_| !is_proof) {
            Some(untranslated) => Err(Unset::Untranslated(untranslated)),
            None => Ok(()),
        }
    }

    /// How much of what is printed still waits for its translation, where that is most of it.
    fn untranslated(&self, project: &Project, locale: &LoadedLocale) -> Option<Untranslated> {
        let source = &project.source.as_ref()?.catalog;
        let needed = self.needed(source);
        let of = needed.iter().filter(|id| source.is_prose(id)).count();
        let copied = locale.diagnostics.iter().filter(|diagnostic| diagnostic.code == Code::Untranslated);
        let named = copied.filter_map(|copied| locale.catalog.entry_at(copied.labels.first()?.0));
        let copied = named.filter(|id| needed.contains(*id)).count();
        (copied >= FEW && copied * 2 > of).then_some(Untranslated { copied, of })
    }

    /// What of a language’s problems is about what is printed.
    pub(super) fn told(&self, project: &Project, locale: &LoadedLocale) -> Diagnostics {
        let reach = self.reach(project, locale);
        // What can’t be read may be what is lacking.
        let is_lacking = self.lacking(&locale.catalog).any(|id| locale.hidden.contains(id));
        let is_told = |diagnostic: &Diagnostic| {
            reach.place(diagnostic) != Where::Elsewhere || (is_lacking && is_tear(diagnostic.code))
        };
        let mut told = locale.diagnostics.clone();
        told.narrow(is_told, self.ids.len());
        if project.proof.is_none() {
            return told;
        }
        let mut shown = Diagnostics::default();
        for diagnostic in told.iter() {
            let is_shown = reach.place(diagnostic) == Where::Inside;
            let severity = if is_shown { Severity::Warning } else { diagnostic.severity };
            shown.report(severity, diagnostic.clone());
        }
        shown
    }

    fn reach<'a>(&'a self, project: &'a Project, locale: &'a LoadedLocale) -> Reach<'a> {
        let catalogs = [Some(&locale.catalog), project.source.as_ref().map(|source| &source.catalog)];
        let catalogs: Vec<(&Catalog, BTreeSet<String>)> =
            catalogs.into_iter().flatten().map(|catalog| (catalog, self.needed(catalog))).collect();
        Reach { scope: self, catalogs }
    }
}

/// What is told of languages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Telling {
    /// All that is wrong with them.
    All,
    /// What is about the leaflets that are made.
    Asked,
}

impl Telling {
    /// What is told of a language where those messages are printed.
    pub(super) fn of(self, scope: &Scope, project: &Project, locale: &LoadedLocale) -> Diagnostics {
        match self {
            Telling::All => locale.diagnostics.clone(),
            Telling::Asked => scope.told(project, locale),
        }
    }

    /// What is told of the languages that no leaflet is made in: the source language, which all are measured by, and the one
    /// that others are set beside.
    pub fn of_others(self, project: &Project, tasks: &[Task<'_>]) -> Diagnostics {
        let scope = Scope::of_tasks(project, tasks);
        let is_made = |other: &&LoadedLocale| {
            let tag = &other.catalog.locale.tag;
            project.locales.iter().any(|locale| locale.catalog.locale.tag == *tag)
        };
        let mut told = Diagnostics::default();
        for other in project.source.iter().chain(&project.partner).filter(|other| !is_made(other)) {
            told.extend(self.of(&scope, project, other));
        }
        told
    }
}

/// What is about the messages of a scope, in a language and in the source language.
struct Reach<'a> {
    scope: &'a Scope,
    catalogs: Vec<(&'a Catalog, BTreeSet<String>)>,
}

/// Where a problem is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Where {
    /// In one of the messages.
    Inside,
    /// In another.
    Elsewhere,
    /// In none that is known.
    Nowhere,
}

impl Reach<'_> {
    /// Whether a problem is that one of these messages is not there.
    fn lacks(&self, diagnostic: &Diagnostic, lacking: &BTreeSet<&str>) -> bool {
        let is_of = |span: &Span| {
            self.catalogs
                .iter()
                .any(|(catalog, _)| catalog.entry_at(*span).is_some_and(|id| lacking.contains(id)))
        };
        diagnostic.code == Code::MissingMessage && diagnostic.labels.iter().any(|(span, _)| is_of(span))
    }

    /// Where a problem is: of several places one in a message that is needed counts.
    fn place(&self, diagnostic: &Diagnostic) -> Where {
        let places = diagnostic.labels.iter().map(|(span, _)| match diagnostic.code {
            Code::UnknownMessage if self.scope.asked.contains(span) => Where::Inside,
            Code::UnknownMessage => Where::Elsewhere,
            _ => self.place_of(*span),
        });
        places.min().unwrap_or(Where::Nowhere)
    }

    fn place_of(&self, span: Span) -> Where {
        let found =
            self.catalogs.iter().find_map(|(catalog, needed)| Some((needed, catalog.entry_at(span)?)));
        match found {
            Some((needed, key)) if needed.contains(key) => Where::Inside,
            Some(_) => Where::Elsewhere,
            None => Where::Nowhere,
        }
    }
}
