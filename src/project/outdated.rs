//! What changed in the source language since messages were reviewed, word by word. Nothing is written.

use serde::Serialize;
use similar::{Algorithm, ChangeTag, TextDiff};

use super::asked::understood;
use super::files::{Files, Intake};
use super::fonts::read_book;
use super::language::LoadedLocale;
use super::load::read_manifest;
use super::locales::{Languages, read_locales};
use super::reviews::Standing;
use super::scope::Scope;
use super::selection::Selection;
use crate::content::Catalog;
use crate::diag::{Diagnostics, Reported};
use crate::source::{Sources, Span};

/// A message whose words changed since it was reviewed: in the source language, or, where it is of that, its own.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct OutdatedMessage {
    /// The language.
    pub locale: String,
    /// The message.
    pub message: String,
    /// Where it stands in the source language.
    pub source: FilePlace,
    /// Where it stands in its own.
    pub translation: FilePlace,
    /// What changed.
    pub changes: Vec<Change>,
}

/// A place in a file of the project.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct FilePlace {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
}

/// Words that stayed, went or came.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Change {
    /// What became of them.
    pub kind: ChangeKind,
    /// The words.
    pub text: String,
}

/// What became of words.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// They are as they were.
    Same,
    /// They are no longer there.
    Removed,
    /// They were not there.
    Added,
}

/// The messages that are out of date in the languages asked for, in those leaflets that are, language by language.
pub fn outdated(
    files: &Files,
    selection: &Selection,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Vec<OutdatedMessage> {
    let read = |diagnostics: &mut Diagnostics, sources: &mut Sources| -> Result<_, Reported> {
        let selection = understood(files, selection, diagnostics)?;
        let intake = &mut Intake { files, sources, diagnostics };
        let manifest = read_manifest(intake, &selection)?;
        let fonts = read_book(intake)?;
        let languages = read_locales(intake, &manifest, &fonts, &selection);
        let mut scope = Scope::default();
        for leaflet in manifest.leaflets.iter().filter(|leaflet| selection.takes_leaflet(&leaflet.name)) {
            scope.take_leaflet(leaflet, |_| true);
        }
        Ok((languages, (!selection.leaflets.is_empty()).then_some(scope)))
    };
    let Ok((Languages { locales, source: Some(source) }, scope)) = read(diagnostics, sources) else {
        return Vec::new();
    };
    let is_asked = |id: &str| scope.as_ref().is_none_or(|scope| scope.ids.contains(id));
    let mut found = Vec::new();
    for locale in &locales {
        if locale.reviews.entries.is_err() {
            diagnostics.extend(locale.diagnostics.clone());
        }
        let standings = locale.reviews.standings.iter();
        let ids = standings.filter(|(id, standing)| is_asked(id) && is_told(**standing, locale, &source));
        found.extend(ids.filter_map(|(id, _)| message(id, locale, &source.catalog, sources)));
    }
    found
}

/// Whether it is told what changed of a message that stands so: of the source language its own words.
fn is_told(standing: Standing, locale: &LoadedLocale, source: &LoadedLocale) -> bool {
    let is_source = locale.catalog.locale.tag == source.catalog.locale.tag;
    standing == Standing::Outdated || is_source && standing == Standing::Changed
}

fn message(id: &str, locale: &LoadedLocale, source: &Catalog, sources: &Sources) -> Option<OutdatedMessage> {
    let place = |span: Span| {
        let (line, column) = sources.position(span);
        FilePlace { file: sources.get(span.source).name.clone(), line, column }
    };
    let review = locale.reviews.entries.as_ref().ok()?.get(id)?;
    Some(OutdatedMessage {
        locale: locale.catalog.locale.tag.clone(),
        message: id.to_owned(),
        source: place(source.span(id)?),
        translation: place(locale.catalog.span(id)?),
        changes: changes(&review.was, &source.written(id)?),
    })
}

/// What changed between two texts, word by word.
pub(super) fn changes(was: &str, now: &str) -> Vec<Change> {
    // No clock is asked: what two texts differ in takes a while only where they are long and have nothing alike.
    const LONG: usize = 50_000;
    if was.len() + now.len() > LONG {
        let change = |kind, text: &str| Change { kind, text: text.to_owned() };
        return vec![change(ChangeKind::Removed, was), change(ChangeKind::Added, now)];
    }
    let mut config = TextDiff::configure();
    config.algorithm(Algorithm::Patience);
    let diff = config.diff_unicode_words(was, now);
    let mut changes: Vec<Change> = Vec::new();
    for change in diff.iter_all_changes() {
        let kind = match change.tag() {
            ChangeTag::Equal => ChangeKind::Same,
            ChangeTag::Delete => ChangeKind::Removed,
            ChangeTag::Insert => ChangeKind::Added,
        };
        match changes.last_mut().filter(|last| last.kind == kind) {
            Some(last) => last.text.push_str(change.value()),
            None => changes.push(Change { kind, text: change.value().to_owned() }),
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(was: &str, now: &str) -> String {
        let mark = |change: &Change| match change.kind {
            ChangeKind::Same => change.text.clone(),
            ChangeKind::Removed => format!("[-{}-]", change.text),
            ChangeKind::Added => format!("{{+{}+}}", change.text),
        };
        changes(was, now).iter().map(mark).collect()
    }

    #[test]
    fn what_changed_is_told_word_by_word() {
        for (was, now, told) in [
            ("You may stay.", "You can stay.", "You [-may-]{+can+} stay."),
            ("Call us.", "Call us now.", "Call us{+ now+}."),
            ("Call { $phone }.", "Call { $email }.", "Call { $[-phone-]{+email+} }."),
            ("same", "same", "same"),
            ("", "new", "{+new+}"),
            ("法律会变", "法律不变", "法律[-会-]{+不+}变"),
        ] {
            assert_eq!(marked(was, now), told);
        }
    }

    #[test]
    fn both_texts_can_be_read_from_what_changed() {
        let long = "word ".repeat(20_000);
        for (was, now) in [("a b c", "a x c d"), ("", ""), (long.as_str(), "short")] {
            let changes = changes(was, now);
            let without = |kind: ChangeKind| {
                changes
                    .iter()
                    .filter(|change| change.kind != kind)
                    .map(|change| change.text.as_str())
                    .collect::<String>()
            };
            assert_eq!(
                (without(ChangeKind::Added).as_str(), without(ChangeKind::Removed).as_str()),
                (was, now)
            );
        }
    }
}
