//! What `check` would say of a language's files as an import would leave them. In: the files. Out: what is wrong that was not
//! before, told where it stands in the translator's file.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::exchange::{Pair, Slot};
use super::files::Intake;
use super::fonts::read_book;
use super::language::LoadedLocale;
use super::load::read_manifest;
use super::locales::{Languages, read_locales};
use super::merged::Merged;
use super::origin::{NewText, Origin};
use super::selection::Selection;
use crate::diag::{Code, Diagnostic, Diagnostics, Severity};
use crate::source::{Sources, Span};

/// The texts of a language that change, and all that its files hold.
pub(super) struct Trial<'a> {
    pair: &'a Pair,
    texts: &'a [NewText<'a>],
    /// Those that change, by their message or term.
    by_name: BTreeMap<&'a str, Vec<&'a NewText<'a>>>,
    /// All texts of the files, by what they are called.
    rows: BTreeMap<&'a str, Origin<'a>>,
    /// All texts of the project, by their message or term.
    slots: BTreeMap<&'a str, Vec<&'a Slot>>,
    /// The first text of each message or term that is neither there nor among those that change.
    missing: BTreeMap<&'a str, &'a Slot>,
}

impl<'a> Trial<'a> {
    /// Of texts, and of all that stands in the files that they come from.
    pub(super) fn new(
        pair: &'a Pair,
        texts: &'a [NewText<'a>],
        all: impl Iterator<Item = Origin<'a>>,
    ) -> Trial<'a> {
        let mut by_name: BTreeMap<&str, Vec<&NewText<'_>>> = BTreeMap::new();
        for new in texts {
            by_name.entry(&pair.slots[new.slot].name).or_default().push(new);
        }
        let rows = all.filter_map(|origin| Some((origin.found.id.as_deref()?, origin))).collect();
        let changed: BTreeSet<usize> = texts.iter().map(|new| new.slot).collect();
        let mut slots: BTreeMap<&str, Vec<&Slot>> = BTreeMap::new();
        let mut missing = BTreeMap::new();
        for (at, slot) in pair.slots.iter().enumerate() {
            slots.entry(&slot.name).or_default().push(slot);
            if slot.unit.translation.is_empty() && !changed.contains(&at) {
                missing.entry(slot.name.as_str()).or_insert(slot);
            }
        }
        Trial { pair, texts, by_name, rows, slots, missing }
    }

    /// Tells what would be wrong, and gives the texts that are refused for it.
    pub(super) fn try_out(&self, intake: &mut Intake<'_>, merged: &Merged) -> BTreeSet<usize> {
        let mut refused = BTreeSet::new();
        if merged.drafts.is_empty() {
            return refused;
        }
        let text = |draft: &str| Arc::new(draft.to_owned().into_bytes());
        let texts = merged
            .drafts
            .iter()
            .map(|file| (format!("{}/{}", self.pair.folder, file.name), text(&file.draft.text)));
        let files = intake.files.with_texts(texts.collect());
        let (mut sources, mut unheard) = (Sources::default(), Diagnostics::default());
        let mut trial = Intake { files: &files, sources: &mut sources, diagnostics: &mut unheard };
        let tag = &self.pair.locale.catalog.locale.tag;
        let selection = Selection { locales: vec![tag.clone()], ..Selection::default() };
        let read = read_manifest(&mut trial, &selection).ok().zip(read_book(&mut trial).ok());
        let Some((manifest, fonts)) = read else { return refused };
        let Languages { mut locales, source } = read_locales(&mut trial, &manifest, &fonts, &selection);
        let Some((after, source)) = locales.pop().zip(source) else { return refused };
        let outcome = Outcome { after, source, sources };
        for wrong in outcome.new_problems(self.pair) {
            let of = self.about(wrong, &outcome);
            let told = self.told(wrong, of, &outcome, intake.sources);
            match wrong.severity {
                Severity::Error => {
                    intake.diagnostics.error(told);
                    refused.extend(of.map(|new| new.slot));
                }
                _ => intake.diagnostics.warn(told),
            }
        }
        refused
    }

    /// What is wrong, told where a translator can mend it.
    fn told(
        &self,
        wrong: &Diagnostic,
        of: Option<&NewText<'_>>,
        outcome: &Outcome,
        sources: &Sources,
    ) -> Diagnostic {
        let label = wrong.labels.first().map_or("here", |(_, label)| label.as_str());
        let names: Vec<&str> = wrong.labels.iter().filter_map(|(span, _)| outcome.name_at(*span)).collect();
        let missing = names.iter().filter(|_| wrong.code == Code::MissingMessage);
        let missing = missing.filter_map(|name| self.missing.get(name)).next().map(|slot| slot.unit.id());
        // What is missing is told at its own row, where it has one.
        let row = missing.as_ref().and_then(|id| self.rows.get(id.as_str()).copied());
        let row = row.or(of.map(|new| new.origin)).or_else(|| self.row_of(&names));
        let place = row.map(|origin| (origin.span(), origin.named(label)));
        let place = place.or_else(|| names.iter().find_map(|name| self.standing(name, sources)));
        let is_in_table =
            row.or(self.texts.first().map(|new| new.origin)).is_some_and(|row| row.is_of_table());
        let help = match missing {
            Some(id) if is_in_table => Some(format!(
                "write the text of `{id}` into the column of translations, in the row of that name"
            )),
            Some(id) => Some(format!("translate `{id}`, too")),
            None => wrong.help.clone(),
        };
        // Of a slip that all of a file may have made, people are told once.
        let slip = wrong.slip.clone().filter(|_| wrong.code == Code::Script);
        Diagnostic { labels: place.into_iter().collect(), slip, help, ..wrong.clone() }
    }

    /// A text of the files that is of one of some messages or terms.
    fn row_of(&self, names: &[&str]) -> Option<Origin<'a>> {
        let slots = names.iter().filter_map(|name| self.slots.get(name)).flatten();
        slots.filter_map(|slot| self.rows.get(slot.unit.id().as_str()).copied()).next()
    }

    /// Where a message or term stands that is in none of the files: in the language's folder, else in the source language.
    fn standing(&self, name: &str, sources: &Sources) -> Option<(Span, String)> {
        let own = self
            .slots
            .get(name)?
            .first()?
            .place
            .as_ref()
            .map(|(file, place)| Span::new(*file, place.clone()));
        let span = own.or_else(|| self.pair.source.catalog.span(name))?;
        let is_there = sources.get(span.source).text.get(span.range()).is_some();
        is_there.then(|| (span, format!("`{name}` stands here, and does not go with what is imported")))
    }

    /// The changed text that something is about: of those of its message the one that holds the words at its place.
    fn about(&self, wrong: &Diagnostic, outcome: &Outcome) -> Option<&'a NewText<'a>> {
        let mut fallback = None;
        for (span, _) in &wrong.labels {
            let Some(own) = outcome.after.catalog.entry_at(*span).and_then(|name| self.by_name.get(name))
            else {
                continue;
            };
            let words = outcome.sources.get(span.source).text.get(span.range()).unwrap_or_default();
            let holds = own.iter().find(|new| words.len() > 1 && new.text.contains(words));
            if let Some(new) = holds {
                return Some(new);
            }
            fallback = fallback.or(own.first().copied());
        }
        fallback
    }
}

/// A language and the source language as an import would leave them.
struct Outcome {
    after: LoadedLocale,
    source: LoadedLocale,
    sources: Sources,
}

impl Outcome {
    /// The message or term that a place is in.
    fn name_at(&self, span: Span) -> Option<&str> {
        self.after.catalog.entry_at(span).or_else(|| self.source.catalog.entry_at(span))
    }

    /// What is wrong that was not before.
    fn new_problems<'o>(&'o self, pair: &Pair) -> impl Iterator<Item = &'o Diagnostic> {
        let mut before: BTreeMap<(Code, String), usize> = BTreeMap::new();
        for wrong in pair.locale.diagnostics.iter() {
            *before.entry((wrong.code, wrong.message.clone())).or_default() += 1;
        }
        self.after.diagnostics.iter().filter(move |wrong| {
            let known = before.entry((wrong.code, wrong.message.clone())).or_default();
            let is_new = *known == 0;
            *known = known.saturating_sub(1);
            // What an approval says of a message that changed is of no interest before it is written.
            is_new && !matches!(wrong.code, Code::Outdated | Code::Expired)
        })
    }
}
