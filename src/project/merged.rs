//! The files of a language with texts that changed. In: its files, and the texts. Out: the files that change, each with nothing but
//! those texts changed.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::add_locale::DraftFile;
use super::exchange::{Pair, Slot};
use super::origin::NewText;
use crate::content::{Draft, Drafting, ValueStart, file_value};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::source::{SourceId, Sources};

/// What a language's files become.
pub(super) struct Merged {
    /// The files that change.
    pub(super) drafts: Vec<DraftFile>,
    /// The texts that have no place in them.
    pub(super) refused: BTreeSet<usize>,
}

/// A piece of a file and what stands there instead.
struct Edit {
    place: Range<usize>,
    text: String,
}

/// Puts texts into the files of a language. Of a select that is not there yet the case for all else has to be among them; where it
/// is not, that is reported (`exchange/case`).
pub(super) fn merge(
    pair: &Pair,
    changes: &[NewText<'_>],
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Merged {
    // Looked for once: a file without them is read to its end.
    let ends: BTreeMap<SourceId, &str> =
        pair.own.iter().map(|(_, file)| (*file, line_end(&sources.get(*file).text))).collect();
    let mut edits: BTreeMap<SourceId, Vec<Edit>> = BTreeMap::new();
    let mut entries: BTreeMap<&str, Vec<&NewText<'_>>> = BTreeMap::new();
    let mut refused = BTreeSet::new();
    let mut refuse = |wrong: Diagnostic, changes: &[&NewText<'_>]| {
        diagnostics.error(wrong);
        refused.extend(changes.iter().map(|new| new.slot));
    };
    let mut parts: BTreeMap<String, Vec<&NewText<'_>>> = BTreeMap::new();
    for change in changes {
        let slot = &pair.slots[change.slot];
        if let Some((file, place)) = &slot.place {
            let text = &sources.get(*file).text;
            let (start, indent) = match indent_at(text, place.start) {
                Some(indent) => (ValueStart::OwnLine, indent),
                None => (ValueStart::BesideName, usual_indent(text, slot, place)),
            };
            let text = file_value(&change.text, start, indent, ends[file]);
            edits.entry(*file).or_default().push(Edit { place: place.clone(), text });
        } else if let Some(((file, at), case)) = slot.cases_at.zip(slot.unit.case.as_ref()) {
            let text = &sources.get(file).text;
            let indent = indent_at(text, at).unwrap_or(8);
            let end = ends[&file];
            let value = file_value(&change.text, ValueStart::BesideName, indent + 4, end);
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
        match value_of(pair, changes, 8) {
            Ok(value) => {
                let attribute = slot.attribute.as_deref().unwrap_or_default();
                let text = format!("\n    .{attribute} ={value}").replace('\n', ends[&file]);
                edits.entry(file).or_default().push(Edit { place: at..at, text });
            }
            Err(wrong) => refuse(wrong, changes),
        }
    }
    let mut texts: BTreeMap<&str, BTreeMap<String, String>> = BTreeMap::new();
    for (name, changes) in &entries {
        match entry_of(pair, name, changes) {
            Ok(entry) => {
                let file = pair.slots[changes[0].slot].unit.file.as_str();
                texts.entry(file).or_default().insert((*name).to_owned(), entry);
            }
            Err(wrong) => refuse(wrong, changes),
        }
    }
    Merged { drafts: drafts(pair, edits, &texts, sources), refused }
}

fn drafts(
    pair: &Pair,
    mut edits: BTreeMap<SourceId, Vec<Edit>>,
    texts: &BTreeMap<&str, BTreeMap<String, String>>,
    sources: &Sources,
) -> Vec<DraftFile> {
    let mut drafts = Vec::new();
    let mut sources = sources.clone();
    let mut edited: BTreeMap<&str, SourceId> = BTreeMap::new();
    for (name, file) in &pair.own {
        let Some(mut edits) = edits.remove(file) else { continue };
        edits.sort_by_key(|edit| edit.place.start);
        let own = &sources.get(*file).text;
        let (mut text, mut done) = (String::with_capacity(2 * own.len()), 0);
        for edit in &edits {
            text.push_str(&own[done..edit.place.start]);
            text.push_str(&edit.text);
            done = edit.place.end;
        }
        text.push_str(&own[done..]);
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
        let draft = drafting.filled(*original, own, texts);
        drafts.push(DraftFile { name: name.clone(), is_new: there.is_none(), draft });
    }
    let others = edited.into_iter().map(|(name, file)| {
        let draft = Draft { text: sources.get(file).text.clone(), added: Vec::new() };
        DraftFile { name: name.to_owned(), is_new: false, draft }
    });
    drafts.extend(others);
    drafts
}

/// A message that is not there yet: its value, then its attributes.
fn entry_of(pair: &Pair, name: &str, changes: &[&NewText<'_>]) -> Result<String, Diagnostic> {
    let mut entry = format!("{name} =");
    let slot = |change: &&NewText<'_>| &pair.slots[change.slot];
    for part in changes.chunk_by(|one, other| slot(one).attribute == slot(other).attribute) {
        match &slot(&part[0]).attribute {
            None => entry.push_str(&value_of(pair, part, 4)?),
            Some(attribute) => entry.push_str(&format!("\n    .{attribute} ={}", value_of(pair, part, 8)?)),
        }
    }
    Ok(entry)
}

/// A value that is not there yet: after its sign, a text, or a select of its cases.
fn value_of(pair: &Pair, changes: &[&NewText<'_>], indent: usize) -> Result<String, Diagnostic> {
    let first = &pair.slots[changes[0].slot];
    let Some(case) = &first.unit.case else {
        return Ok(format!(" {}", file_value(&changes[0].text, ValueStart::BesideName, indent, "\n")));
    };
    let (outer, inner) = (" ".repeat(indent), " ".repeat(indent + 3));
    let mut value = format!("\n{outer}{{ {} ->\n", case.selector);
    let cases =
        changes.iter().filter_map(|change| Some((change, pair.slots[change.slot].unit.case.as_ref()?)));
    let mut has_default = false;
    for (change, case) in cases {
        has_default |= case.is_default;
        let star = if case.is_default { "*" } else { " " };
        let text = file_value(&change.text, ValueStart::BesideName, indent + 8, "\n");
        value.push_str(&format!("{inner}{star}[{}] {text}\n", case.key));
    }
    if !has_default {
        let is_it = |slot: &&Slot| {
            slot.unit.base == first.unit.base && slot.unit.case.as_ref().is_some_and(|case| case.is_default)
        };
        let rest = pair.slots.iter().find(is_it).map_or(first.unit.base.clone(), |slot| slot.unit.id());
        let message = format!("`{rest}` is empty, the case of `{}` that holds for all else", first.unit.base);
        let wrong = Diagnostic::new(Code::ExchangeCase, message)
            .label(changes[0].origin.span(), changes[0].origin.named("another case of it"));
        return Err(wrong.help(format!("translate `{rest}`, too")));
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
