//! Which text of a project each text of a translator's file is, and whether it is taken. In: what a file holds. Out: the texts that
//! change, and what is wrong with others, each with its place.

use std::collections::BTreeMap;

use super::exchange::{Pair, Slot, short_digest};
use super::imported::{Imported, ReadFile, Take};
use crate::content::{check_value, same_value, settled_value, typed_value};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::exchange::Found;
use crate::source::Span;

/// How many texts are named that replace others.
const NAMED: usize = 8;

/// A text that changes.
pub(super) struct Change<'a> {
    /// Which of the files it comes from.
    pub(super) file: usize,
    /// Which text of the project it is.
    pub(super) slot: usize,
    /// Its words.
    pub(super) text: String,
    /// Where they stand.
    pub(super) span: Span,
    /// What of the file they are of.
    pub(super) found: &'a Found,
}

/// Texts of files beside those of a language.
pub(super) struct Matching<'a> {
    pair: &'a Pair,
    take: Option<Take>,
    by_id: BTreeMap<String, usize>,
    /// Texts by their words in the source language, however these are parted into lines.
    by_source: BTreeMap<String, Vec<usize>>,
    /// The texts that come from files, by the project's.
    taken: BTreeMap<usize, Change<'a>>,
    files: usize,
}

/// What becomes of a text.
enum Fate {
    Empty,
    Unchanged,
    Refused,
    Taken,
}

impl<'a> Matching<'a> {
    /// Of no files yet.
    pub(super) fn new(pair: &'a Pair, take: Option<Take>) -> Matching<'a> {
        let ids = pair.slots.iter().enumerate().map(|(at, slot)| (slot.unit.id(), at));
        let mut by_source: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, slot) in pair.slots.iter().enumerate() {
            by_source.entry(settled_value(&slot.unit.source)).or_default().push(at);
        }
        Matching { pair, take, by_id: ids.collect(), by_source, taken: BTreeMap::new(), files: 0 }
    }

    /// Takes the texts of a file, and counts those that are not taken.
    pub(super) fn take_file(&mut self, file: &'a ReadFile, diagnostics: &mut Diagnostics) -> Imported {
        let mut counts = Imported::default();
        for found in &file.parsed.units {
            for fate in self.fates(file, found, diagnostics) {
                match fate {
                    Fate::Empty => counts.empty += 1,
                    Fate::Unchanged => counts.unchanged += 1,
                    Fate::Refused => counts.refused += 1,
                    Fate::Taken => {}
                }
            }
        }
        self.warn_of_unstamped(file, diagnostics);
        self.files += 1;
        counts
    }

    /// Warns of words of the folder that others replace, where the file does not say what it was made from and nobody said whose
    /// words are taken.
    fn warn_of_unstamped(&self, file: &ReadFile, diagnostics: &mut Diagnostics) {
        if self.take == Some(Take::File) {
            return;
        }
        let own = self.taken.values().filter(|change| change.file == self.files);
        let replacing = own.filter(|change| {
            change.found.stamp.is_none() && !self.pair.slots[change.slot].unit.translation.is_empty()
        });
        let replacing: Vec<&Change<'_>> = replacing.collect();
        let Some(first) = replacing.first() else { return };
        let ids: Vec<String> =
            replacing.iter().take(NAMED).map(|change| self.pair.slots[change.slot].unit.id()).collect();
        let more = replacing.len() - ids.len();
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let message = format!(
            "{} does not say which words it was made from, and replaces those of the folder in {}{more}",
            file.name,
            ids.join(", ")
        );
        let wrong =
            Diagnostic::new(Code::ExchangeConflict, message).label(first.span, "this one is the first");
        diagnostics.warn(wrong.help("--dry-run shows both; --take folder keeps the words of the folder"));
    }

    /// The texts that change, in the order of the project.
    pub(super) fn changes(self) -> Vec<Change<'a>> {
        self.taken.into_values().collect()
    }

    fn fates(&mut self, file: &'a ReadFile, found: &'a Found, diagnostics: &mut Diagnostics) -> Vec<Fate> {
        let text = typed_value(&found.translation);
        let origin = Origin { file, found };
        let known = found.id.as_ref().and_then(|id| self.by_id.get(id));
        if let Some(slot) = known {
            return vec![self.fate(*slot, text, origin, diagnostics)];
        }
        // Tools that drop names keep the words of the source language; those that know no cases, the name of all of them.
        let source = typed_value(found.source.as_deref().unwrap_or_default());
        let is_named = |at: &usize| found.id.as_ref().is_none_or(|id| *id == self.pair.slots[*at].unit.base);
        let alike = self.by_source.get(&settled_value(&source)).into_iter().flatten();
        let slots: Vec<usize> = alike.copied().filter(is_named).collect();
        let is_there = |at: &usize| is_same(&text, &self.pair.slots[*at].unit.translation);
        if !text.is_empty() && slots.iter().any(is_there) {
            return vec![Fate::Unchanged];
        }
        if slots.is_empty() || found.id.is_some() && slots.len() > 1 {
            let id = found.id.as_ref().unwrap_or(&source);
            return vec![self.unknown(id, &text, &origin, diagnostics)];
        }
        slots.into_iter().map(|slot| self.fate(slot, text.clone(), origin, diagnostics)).collect()
    }

    /// A text that the project has not, or not in that form.
    fn unknown(&self, id: &str, text: &str, origin: &Origin<'_>, diagnostics: &mut Diagnostics) -> Fate {
        if text.is_empty() {
            return Fate::Empty;
        }
        let own = origin.found.stamp.as_deref().and_then(|stamp| stamp.split_once('-'));
        let is_untouched = own.is_some_and(|(_, own)| own == short_digest(text));
        let base = id.split('[').next().unwrap_or(id);
        let tag = &self.pair.locale.catalog.locale.tag;
        let wrong = if self.pair.slots.iter().any(|slot| slot.unit.base == base) {
            let cases = self.pair.slots.iter().filter(|slot| slot.unit.base == base);
            let cases: Vec<String> = cases.map(|slot| slot.unit.id()).collect();
            let message = format!("`{base}` has other cases in {tag} than this file says");
            Diagnostic::new(Code::ExchangeCase, message)
                .label(origin.id(), "this one")
                .help(format!("write its name as it is exported: {}", cases.join(", ")))
        } else {
            let shown: String = id.chars().take(60).collect();
            Diagnostic::new(Code::ExchangeUnknown, format!("the project has no text “{shown}”"))
                .label(origin.id(), "named here")
                .help("take it out of the file, or write its id as it was exported")
        };
        match is_untouched {
            true => diagnostics.warn(wrong),
            false => {
                diagnostics.error(wrong);
            }
        }
        Fate::Refused
    }

    fn fate(&mut self, at: usize, text: String, origin: Origin<'a>, diagnostics: &mut Diagnostics) -> Fate {
        let slot = &self.pair.slots[at];
        let id = slot.unit.id();
        if text.is_empty() {
            return Fate::Empty;
        }
        // What somebody left as it was exported says nothing against what another one wrote.
        let made_from = origin.found.stamp.as_deref().and_then(|stamp| stamp.split_once('-'));
        let is_left = made_from.is_some_and(|(_, own)| own == short_digest(&text));
        if is_left || is_same(&text, &slot.unit.translation) {
            return Fate::Unchanged;
        }
        if let Some(other) = self.taken.get(&at) {
            if same_value(&other.text, &text) {
                return Fate::Unchanged;
            }
            let wrong = Diagnostic::new(Code::ExchangeTwice, format!("`{id}` is translated in two ways"))
                .label(origin.span(), "in one way here")
                .label(other.span, "in another one here");
            diagnostics.error(wrong.help("leave one of them, and take the other one out"));
            return Fate::Refused;
        }
        if origin.found.is_unsure {
            let wrong = Diagnostic::new(
                Code::ExchangeUnsure,
                format!("`{id}` is marked as not done (fuzzy), and left as it is"),
            )
            .label(origin.span(), "not taken");
            diagnostics.warn(wrong.help("look at it in the translation tool, and take the mark off"));
            return Fate::Refused;
        }
        if let Err(wrong) = check_value(&text) {
            let message = format!("`{id}`: {}", wrong.message);
            let wrong = Diagnostic { message, ..wrong };
            diagnostics.error(wrong.label(origin.span(), origin.cell("in this text")));
            return Fate::Refused;
        }
        if made_from.is_none() && self.take == Some(Take::Folder) && !slot.unit.translation.is_empty() {
            return Fate::Unchanged;
        }
        let folder_moved = made_from.is_some_and(|(_, own)| own != short_digest(&slot.unit.translation));
        if folder_moved && !slot.unit.translation.is_empty() {
            match self.take {
                Some(Take::File) => {}
                Some(Take::Folder) => return Fate::Unchanged,
                None => {
                    diagnostics.error(self.conflict(slot, &text, &origin));
                    return Fate::Refused;
                }
            }
        }
        if is_outdated(slot, origin.found) {
            diagnostics.warn(self.outdated(slot, &origin));
        }
        let span = origin.span();
        self.taken.insert(at, Change { file: self.files, slot: at, text, span, found: origin.found });
        Fate::Taken
    }

    fn conflict(&self, slot: &Slot, text: &str, origin: &Origin<'_>) -> Diagnostic {
        let id = slot.unit.id();
        let message =
            format!("`{id}` was changed in the file and, since it was exported, in the project’s folder");
        let mut wrong = Diagnostic::new(Code::ExchangeConflict, message)
            .label(origin.span(), origin.cell(&format!("the file: “{}”", shortened(text))));
        wrong.labels.extend(slot.place.as_ref().map(|(file, place)| {
            let label = format!("the folder: “{}”", shortened(&slot.unit.translation));
            (Span::new(*file, place.clone()), label)
        }));
        wrong.help("say --take file or --take folder, or make the two the same; nothing was written")
    }

    fn outdated(&self, slot: &Slot, origin: &Origin<'_>) -> Diagnostic {
        let english = self.pair.source.catalog.locale.english_name();
        let message = format!("the {english} of `{}` changed since this file was exported", slot.unit.id());
        let mut wrong = Diagnostic::new(Code::ExchangeOutdated, message)
            .label(origin.span(), "translated from other words");
        let place = self.pair.source.catalog.span(&slot.name);
        wrong.labels.extend(place.map(|span| (span, "what it says now".to_owned())));
        wrong.help("compare the two, and mend the translation where it says too little or too much")
    }
}

/// Whether a text that came back says what the folder says: line ends of another kind, and what XML can't hold, count for nothing.
fn is_same(text: &str, own: &str) -> bool {
    let shown = |text: &str| text.replace(|c: char| c.is_control() && c != '\n' && c != '\t', "\u{FFFD}");
    same_value(text, own) || same_value(&shown(text), &shown(&typed_value(own)))
}

/// Whether a text was translated from other words than the source language has now.
fn is_outdated(slot: &Slot, found: &Found) -> bool {
    let source = &slot.unit.source;
    match found.stamp.as_deref().and_then(|stamp| stamp.split_once('-')) {
        Some((made_from, _)) => made_from != short_digest(source),
        None => found
            .source
            .as_ref()
            .is_some_and(|told| !told.trim().is_empty() && !same_value(&typed_value(told), source)),
    }
}

fn shortened(text: &str) -> String {
    let one: Vec<&str> = text.split_whitespace().collect();
    let one = one.join(" ");
    match one.char_indices().nth(200) {
        Some((end, _)) => format!("{}…", &one[..end]),
        None => one,
    }
}

/// A text of a file.
#[derive(Clone, Copy)]
struct Origin<'a> {
    file: &'a ReadFile,
    found: &'a Found,
}

impl Origin<'_> {
    fn span(&self) -> Span {
        self.file.span(&self.found.place)
    }

    fn id(&self) -> Span {
        self.file.span(&self.found.id_place)
    }

    /// A label, with the name of the cell where there is one.
    fn cell(&self, label: &str) -> String {
        match &self.found.cell {
            Some(cell) => format!("cell {cell}: {label}"),
            None => label.to_owned(),
        }
    }
}
