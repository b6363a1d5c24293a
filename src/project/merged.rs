//! The files of a language with texts that changed. In: its files, and the texts. Out: the files that change, each with nothing but
//! those texts changed.

use std::collections::BTreeMap;
use std::ops::Range;

use super::exchange::{Pair, Slot};
use super::matching::Change;
use crate::content::{Draft, Drafting, file_value};
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::source::{SourceId, Sources};

/// What a language's files become.
pub(super) struct Merged {
    /// The files that change: their name, whether they are new, and their text.
    pub(super) drafts: Vec<(String, bool, Draft)>,
}

/// A piece of a file and what stands there instead.
struct Edit {
    place: Range<usize>,
    text: String,
}

/// Puts texts into the files of a language.
///
/// # Errors
/// `exchange/case`: of a select that is not there yet the case for all else is empty.
pub(super) fn merge(
    pair: &Pair,
    changes: &[Change<'_>],
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Result<Merged, Reported> {
    let mut edits: BTreeMap<SourceId, Vec<Edit>> = BTreeMap::new();
    let mut entries: BTreeMap<&str, Vec<&Change<'_>>> = BTreeMap::new();
    let mut last = Ok(());
    let mut parts: BTreeMap<String, Vec<&Change<'_>>> = BTreeMap::new();
    for change in changes {
        let slot = &pair.slots[change.slot];
        if let Some((file, place)) = &slot.place {
            let text = &sources.get(*file).text;
            let indent = indent_at(text, place.start).unwrap_or_else(|| usual_indent(text, slot, place));
            let text = file_value(&change.text, indent, line_end(text));
            edits.entry(*file).or_default().push(Edit { place: place.clone(), text });
        } else if let Some(((file, at), case)) = slot.cases_at.zip(slot.unit.case.as_ref()) {
            let text = &sources.get(file).text;
            let indent = indent_at(text, at).unwrap_or(8);
            let end = line_end(text);
            let value = file_value(&change.text, indent + 4, end);
            let text = format!("[{}] {value}{end}{}", case.key, " ".repeat(indent));
            edits.entry(file).or_default().push(Edit { place: at..at, text });
        } else if slot.parts_at.is_some() && slot.attribute.is_some() {
            parts.entry(slot.unit.base.clone()).or_default().push(change);
        } else {
            entries.entry(&slot.name).or_default().push(change);
        }
    }
    for changes in parts.values() {
        let slot = &pair.slots[changes[0].slot];
        let Some((file, at)) = slot.parts_at else { continue };
        let text = &sources.get(file).text;
        match value_of(pair, changes, 8) {
            Ok(value) => {
                let attribute = slot.attribute.as_deref().unwrap_or_default();
                let text = format!("\n    .{attribute} ={value}").replace('\n', line_end(text));
                edits.entry(file).or_default().push(Edit { place: at..at, text });
            }
            Err(wrong) => last = Err(diagnostics.error(wrong)),
        }
    }
    let mut texts: BTreeMap<&str, BTreeMap<String, String>> = BTreeMap::new();
    for (name, changes) in &entries {
        match entry_of(pair, name, changes) {
            Ok(entry) => {
                let file = pair.slots[changes[0].slot].unit.file.as_str();
                texts.entry(file).or_default().insert((*name).to_owned(), entry);
            }
            Err(wrong) => last = Err(diagnostics.error(wrong)),
        }
    }
    last?;
    Ok(Merged { drafts: drafts(pair, edits, &texts, sources) })
}

fn drafts(
    pair: &Pair,
    mut edits: BTreeMap<SourceId, Vec<Edit>>,
    texts: &BTreeMap<&str, BTreeMap<String, String>>,
    sources: &Sources,
) -> Vec<(String, bool, Draft)> {
    let mut drafts = Vec::new();
    let mut sources = sources.clone();
    let mut edited: BTreeMap<&str, SourceId> = BTreeMap::new();
    for (name, file) in &pair.own {
        let Some(mut edits) = edits.remove(file) else { continue };
        edits.sort_by_key(|edit| edit.place.start);
        let mut text = sources.get(*file).text.clone();
        for edit in edits.iter().rev() {
            text.replace_range(edit.place.clone(), &edit.text);
        }
        edited.insert(name, sources.add(format!("{name} edited"), text));
    }
    let drafting = Drafting {
        original: &pair.source.catalog.locale,
        locale: &pair.locale.catalog.locale,
        sources: &sources,
    };
    for (name, original) in &pair.originals {
        let Some(texts) = texts.get(name.as_str()) else { continue };
        let there = pair.own.iter().find(|(own, _)| own == name).map(|(_, file)| *file);
        let own = edited.remove(name.as_str()).or(there);
        drafts.push((name.clone(), there.is_none(), drafting.filled(*original, own, texts)));
    }
    let others = edited.into_iter().map(|(name, file)| {
        (name.to_owned(), false, Draft { text: sources.get(file).text.clone(), added: Vec::new() })
    });
    drafts.extend(others);
    drafts
}

/// A message that is not there yet: its value, then its attributes.
fn entry_of(pair: &Pair, name: &str, changes: &[&Change<'_>]) -> Result<String, Diagnostic> {
    let mut entry = format!("{name} =");
    let slot = |change: &&Change<'_>| &pair.slots[change.slot];
    for part in changes.chunk_by(|one, other| slot(one).attribute == slot(other).attribute) {
        match &slot(&part[0]).attribute {
            None => entry.push_str(&value_of(pair, part, 4)?),
            Some(attribute) => entry.push_str(&format!("\n    .{attribute} ={}", value_of(pair, part, 8)?)),
        }
    }
    Ok(entry)
}

/// A value that is not there yet: after its sign, a text, or a select of its cases.
fn value_of(pair: &Pair, changes: &[&Change<'_>], indent: usize) -> Result<String, Diagnostic> {
    let first = &pair.slots[changes[0].slot];
    let Some(case) = &first.unit.case else {
        return Ok(format!(" {}", file_value(&changes[0].text, indent, "\n")));
    };
    let (outer, inner) = (" ".repeat(indent), " ".repeat(indent + 3));
    let mut value = format!("\n{outer}{{ {} ->\n", case.selector);
    let cases =
        changes.iter().filter_map(|change| Some((change, pair.slots[change.slot].unit.case.as_ref()?)));
    let mut has_default = false;
    for (change, case) in cases {
        has_default |= case.is_default;
        let star = if case.is_default { "*" } else { " " };
        let text = file_value(&change.text, indent + 8, "\n");
        value.push_str(&format!("{inner}{star}[{}] {text}\n", case.key));
    }
    if !has_default {
        let message = format!("the case of `{}` that holds for all else is empty", first.unit.base);
        let wrong = Diagnostic::new(Code::ExchangeCase, message).label(changes[0].span, "another case of it");
        return Err(wrong.help("translate that one, too: mostly the one that ends in [other]"));
    }
    value.push_str(&format!("{outer}}}"));
    Ok(value)
}

/// How far a place is set in, where nothing but spaces stands before it on its line.
fn indent_at(text: &str, at: usize) -> Option<usize> {
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let before = &text[line..at];
    before.bytes().all(|byte| byte == b' ').then_some(before.len())
}

/// How far further lines of a text are set in that starts beside its name: as they were, else as is usual.
fn usual_indent(text: &str, slot: &Slot, place: &Range<usize>) -> usize {
    let lines = text[place.clone()].split('\n').skip(1).filter(|line| !line.trim().is_empty());
    let own = lines.map(|line| line.len() - line.trim_start_matches(' ').len()).min();
    let usual = match (&slot.unit.case, &slot.attribute) {
        (Some(_), None) => 12,
        (Some(_), Some(_)) => 16,
        (None, Some(_)) => 8,
        (None, None) => 4,
    };
    own.filter(|own| *own > 0 && !text[place.clone()].contains("->")).unwrap_or(usual)
}

fn line_end(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}
