//! What `check` would say of a language's files as an import would leave them. In: the files. Out: what is wrong that was not
//! before, told where it stands in the translator's file.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::exchange::Pair;
use super::files::Intake;
use super::fonts::read_book;
use super::language::LoadedLocale;
use super::load::read_manifest;
use super::locales::read_locales;
use super::matching::Change;
use super::merged::Merged;
use super::selection::Selection;
use crate::diag::{Code, Diagnostic, Diagnostics, Severity};
use crate::source::Sources;

/// Tells what would be wrong, and gives the texts that are refused for it.
pub(super) fn try_out(
    intake: &mut Intake<'_>,
    tag: &str,
    pair: &Pair,
    changes: &[Change<'_>],
    merged: &Merged,
) -> BTreeSet<usize> {
    let mut refused = BTreeSet::new();
    if merged.drafts.is_empty() {
        return refused;
    }
    let texts: BTreeMap<String, Arc<Vec<u8>>> = merged
        .drafts
        .iter()
        .map(|(name, _, draft)| {
            (format!("{}/{name}", pair.folder), Arc::new(draft.text.clone().into_bytes()))
        })
        .collect();
    let files = intake.files.with_texts(texts);
    let (mut sources, mut unheard) = (Sources::default(), Diagnostics::default());
    let mut trial = Intake { files: &files, sources: &mut sources, diagnostics: &mut unheard };
    let selection = Selection { locales: vec![tag.to_owned()], ..Selection::default() };
    let read = read_manifest(&mut trial, &selection).ok().zip(read_book(&mut trial).ok());
    let Some((manifest, fonts)) = read else { return refused };
    let Some(after) = read_locales(&mut trial, &manifest, &fonts, &selection).locales.pop() else {
        return refused;
    };
    let mut before: BTreeMap<(Code, String), usize> = BTreeMap::new();
    for wrong in pair.locale.diagnostics.iter() {
        *before.entry((wrong.code, wrong.message.clone())).or_default() += 1;
    }
    for wrong in after.diagnostics.iter() {
        let known = before.entry((wrong.code, wrong.message.clone())).or_default();
        if *known > 0 {
            *known -= 1;
            continue;
        }
        let of = about(wrong, &after, pair, changes, &sources);
        // What an approval says of a message that changed is of no interest before it is written.
        if matches!(wrong.code, Code::Outdated | Code::Expired) {
            continue;
        }
        let label = wrong.labels.first().map_or("here", |(_, label)| label.as_str());
        let cell = of.and_then(|change| change.found.cell.as_ref());
        let label = cell.map_or(label.to_owned(), |cell| format!("cell {cell}: {label}"));
        let span = of.or(changes.first()).map(|change| change.span);
        let labels = span.map(|span| (span, label)).into_iter().collect();
        let told = Diagnostic { labels, slip: None, ..wrong.clone() };
        match wrong.severity {
            Severity::Error => {
                intake.diagnostics.error(told);
                refused.extend(of.map(|change| change.slot));
            }
            _ => intake.diagnostics.warn(told),
        }
    }
    refused
}

/// The changed text that something is about: of those of its message the one that holds the words at its place.
fn about<'c, 'f>(
    wrong: &Diagnostic,
    after: &LoadedLocale,
    pair: &Pair,
    changes: &'c [Change<'f>],
    sources: &Sources,
) -> Option<&'c Change<'f>> {
    let mut fallback = None;
    for (span, _) in &wrong.labels {
        let Some(name) = after.catalog.entry_at(*span) else { continue };
        let own: Vec<&Change<'_>> =
            changes.iter().filter(|change| pair.slots[change.slot].name == name).collect();
        let words = sources.get(span.source).text.get(span.range()).unwrap_or_default();
        let holds = own.iter().find(|change| words.len() > 1 && change.text.contains(words));
        if let Some(change) = holds {
            return Some(change);
        }
        fallback = fallback.or(own.first().copied());
    }
    fallback
}
