//! Which text of a project each text of a translator's file is, and whether it is taken. In: what a file holds. Out: the texts that
//! change, and what is wrong with others, each with its place.

use std::collections::{BTreeMap, BTreeSet};

use super::exchange::{Pair, Slot, short_digest};
use super::garbled::{Garbled, report_other_script};
use super::imported::{Imported, ReadFile, Take};
use super::origin::{NewText, Origin, in_short, some_of};
use super::strangers::{Known, Strangers};
use crate::content::{check_value, same_value, settled_value, typed_value};
use crate::diag::{Code, Diagnostic, Diagnostics, Slip};
use crate::exchange::{Doubt, FaultKind};
use crate::source::Span;

/// Texts of files beside those of a language.
pub(super) struct Matching<'a> {
    pair: &'a Pair,
    take: Option<Take>,
    known: Known<'a>,
    by_id: BTreeMap<String, usize>,
    /// Texts by their words in the source language, however these are parted into lines.
    by_source: BTreeMap<String, Vec<usize>>,
    /// The texts that come from files, by the project's.
    taken: BTreeMap<usize, NewText<'a>>,
    /// The texts that stand in a file, whatever becomes of them.
    seen: BTreeSet<usize>,
    files: usize,
}

/// What becomes of a text.
enum Fate {
    Empty,
    Unchanged,
    Kept,
    Refused,
    Taken,
}

/// A file on its way.
struct FileMatching<'a, 'd> {
    garbled: Garbled<'a>,
    strangers: Strangers,
    counts: Imported,
    diagnostics: &'d mut Diagnostics,
}

impl<'a> Matching<'a> {
    /// Of no files yet.
    pub(super) fn new(pair: &'a Pair, take: Option<Take>) -> Matching<'a> {
        let ids = pair.slots.iter().enumerate().map(|(at, slot)| (slot.unit.id(), at));
        let mut by_source: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, slot) in pair.slots.iter().enumerate() {
            by_source.entry(settled_value(&slot.unit.source)).or_default().push(at);
        }
        Matching {
            pair,
            take,
            known: Known::of(pair),
            by_id: ids.collect(),
            by_source,
            taken: BTreeMap::new(),
            seen: BTreeSet::new(),
            files: 0,
        }
    }

    /// Takes the texts of a file, and counts those that are not taken.
    pub(super) fn take_file(&mut self, file: &'a ReadFile, diagnostics: &mut Diagnostics) -> Imported {
        let mut intaking = FileMatching {
            garbled: Garbled::default(),
            strangers: Strangers::default(),
            counts: Imported::default(),
            diagnostics,
        };
        for found in &file.parsed.units {
            for fate in self.fates(Origin { file, found }, &mut intaking) {
                let counts = &mut intaking.counts;
                match fate {
                    Fate::Empty => counts.empty += 1,
                    Fate::Unchanged | Fate::Kept => counts.unchanged += 1,
                    Fate::Refused => counts.refused += 1,
                    Fate::Taken => {}
                }
            }
        }
        let FileMatching { garbled, strangers, mut counts, diagnostics } = intaking;
        garbled.report(&file.name, diagnostics);
        counts.refused += self.refuse_other_script(diagnostics);
        strangers.report(&file.name, file.parsed.units.len(), diagnostics);
        self.warn_of_unstamped(file, diagnostics);
        self.files += 1;
        counts
    }

    /// Takes no text of a file that is mostly in another script, and says how many there are.
    fn refuse_other_script(&mut self, diagnostics: &mut Diagnostics) -> usize {
        let own = self.taken.values().filter(|new| new.file == self.files);
        let texts: Vec<_> =
            own.map(|new| (&self.pair.slots[new.slot].unit, new.text.as_str(), new.origin)).collect();
        let refused = report_other_script(&texts, &self.pair.locale.catalog.locale, diagnostics);
        let slots: Vec<usize> = refused.iter().filter_map(|id| self.by_id.get(id).copied()).collect();
        slots.iter().filter(|at| self.taken.remove(at).is_some()).count()
    }

    /// Warns of words of the folder that others replace, where the file does not say what it was made from and nobody said whose
    /// words are taken.
    fn warn_of_unstamped(&self, file: &ReadFile, diagnostics: &mut Diagnostics) {
        if self.take == Some(Take::File) {
            return;
        }
        let own = self.taken.values().filter(|new| new.file == self.files);
        let replacing = own.filter(|new| {
            new.origin.found.stamp.is_none() && !self.pair.slots[new.slot].unit.translation.is_empty()
        });
        let replacing: Vec<&NewText<'_>> = replacing.collect();
        let Some(first) = replacing.first() else { return };
        let ids: Vec<String> = replacing.iter().map(|new| self.pair.slots[new.slot].unit.id()).collect();
        let message = format!(
            "{} does not say which words it was made from, and replaces those of the folder in {}",
            file.name,
            some_of(&ids)
        );
        let wrong = Diagnostic::new(Code::ExchangeConflict, message)
            .label(first.origin.span(), first.origin.cell("this one is the first"));
        diagnostics.warn(wrong.help("--dry-run shows both; --take folder keeps the words of the folder"));
    }

    /// The texts that stand in none of the files, of those that files of such texts have.
    pub(super) fn absent(&self) -> Vec<String> {
        let expected = self.pair.exported_with(&self.seen);
        expected
            .into_iter()
            .filter(|at| !self.seen.contains(at))
            .map(|at| self.pair.slots[at].unit.id())
            .collect()
    }

    /// The texts that change, in the order of the project.
    pub(super) fn new_texts(self) -> Vec<NewText<'a>> {
        self.taken.into_values().collect()
    }

    fn fates(&mut self, origin: Origin<'a>, intaking: &mut FileMatching<'a, '_>) -> Vec<Fate> {
        let found = origin.found;
        let text = typed_value(&found.translation);
        let known = found.id.as_ref().and_then(|id| self.by_id.get(id));
        if let Some(slot) = known {
            return vec![self.fate(*slot, text, origin, intaking)];
        }
        // Tools that drop names keep the words of the source language; those that know no cases, the name of all of them.
        let source = typed_value(found.source.as_deref().unwrap_or_default());
        let is_named = |at: &usize| found.id.as_ref().is_none_or(|id| *id == self.pair.slots[*at].unit.base);
        let alike = self.by_source.get(&settled_value(&source)).into_iter().flatten();
        let slots: Vec<usize> = alike.copied().filter(is_named).collect();
        let is_there = |at: &usize| is_same(&text, &self.pair.slots[*at].unit.translation);
        if !text.is_empty() && slots.iter().any(is_there) {
            self.seen.extend(slots);
            return vec![Fate::Unchanged];
        }
        if slots.is_empty() || found.id.is_some() && slots.len() > 1 {
            if text.is_empty() {
                return vec![Fate::Empty];
            }
            let id = found.id.as_ref().unwrap_or(&source);
            intaking.strangers.take((id, &text), &origin, &self.known, intaking.diagnostics);
            return vec![Fate::Refused];
        }
        slots.into_iter().map(|slot| self.fate(slot, text.clone(), origin, intaking)).collect()
    }

    fn fate(
        &mut self,
        at: usize,
        text: String,
        origin: Origin<'a>,
        intaking: &mut FileMatching<'a, '_>,
    ) -> Fate {
        let slot = &self.pair.slots[at];
        self.seen.insert(at);
        let made_from = origin.found.stamp.as_deref().and_then(|stamp| stamp.split_once('-'));
        intaking.counts.sources.extend(is_source_changed(slot, &origin).then(|| slot.unit.id()));
        if text.is_empty() {
            let is_kept = !slot.unit.translation.is_empty();
            intaking.counts.emptied.extend(is_kept.then(|| slot.unit.id()));
            return Fate::Empty;
        }
        // What somebody left as it was exported says nothing against what another one wrote.
        let is_left = made_from.is_some_and(|(_, own)| own == short_digest(&text));
        if is_left || is_same(&text, &slot.unit.translation) {
            return Fate::Unchanged;
        }
        if let Some(fate) = self.refusal(at, &text, origin, intaking) {
            return fate;
        }
        let diagnostics = &mut *intaking.diagnostics;
        let folder_moved = made_from.is_none_or(|(_, own)| own != short_digest(&slot.unit.translation));
        if folder_moved && !slot.unit.translation.is_empty() {
            match self.take {
                Some(Take::Folder) => {
                    intaking.counts.kept.push(slot.unit.id());
                    return Fate::Kept;
                }
                None if made_from.is_some() => {
                    diagnostics.error(self.conflict(slot, &text, &origin));
                    return Fate::Refused;
                }
                Some(Take::File) | None => {}
            }
        }
        if is_outdated(slot, &origin) {
            diagnostics.warn(self.outdated(slot, &origin));
        }
        self.taken.insert(at, NewText { file: self.files, slot: at, text, origin });
        Fate::Taken
    }

    /// What becomes of a text that can't be taken, whatever the folder has; what is wrong is reported.
    fn refusal(
        &self,
        at: usize,
        text: &str,
        origin: Origin<'a>,
        intaking: &mut FileMatching<'a, '_>,
    ) -> Option<Fate> {
        let unit = &self.pair.slots[at].unit;
        let id = unit.id();
        let diagnostics = &mut *intaking.diagnostics;
        if let Some(other) = self.taken.get(&at) {
            if same_value(&other.text, text) {
                return Some(Fate::Unchanged);
            }
            let wrong = Diagnostic::new(Code::ExchangeTwice, format!("`{id}` is translated in two ways"))
                .label(origin.span(), origin.cell("in one way here"))
                .label(other.origin.span(), other.origin.cell("in another one here"));
            diagnostics.error(wrong.help("leave one of them, and take the other one out"));
            return Some(Fate::Refused);
        }
        if let Some(doubt) = &origin.found.doubt {
            diagnostics.warn(unsure(&id, doubt, &origin));
            return Some(Fate::Refused);
        }
        if origin.found.is_number && !is_plain_number(&unit.source) {
            let kind = FaultKind::NoText("a number");
            let wrong = Diagnostic::new(Code::ExchangeFile, format!("`{id}`: {kind}"));
            diagnostics.error(wrong.label(origin.span(), origin.cell("here")).help(kind.help()));
            return Some(Fate::Refused);
        }
        if intaking.garbled.holds(unit, text, origin) {
            return Some(Fate::Refused);
        }
        let Err(wrong) = check_value(text) else { return None };
        let message = format!("`{id}`: {}", wrong.message);
        let wrong = Diagnostic { message, ..wrong };
        diagnostics.error(wrong.label(origin.span(), origin.cell("in this text")));
        Some(Fate::Refused)
    }

    fn conflict(&self, slot: &Slot, text: &str, origin: &Origin<'_>) -> Diagnostic {
        let id = slot.unit.id();
        let message =
            format!("`{id}` was changed in the file and, since it was exported, in the project’s folder");
        let mut wrong = Diagnostic::new(Code::ExchangeConflict, message)
            .label(origin.span(), origin.cell(&format!("the file: “{}”", in_short(text))));
        wrong.labels.extend(slot.place.as_ref().map(|(file, place)| {
            let label = format!("the folder: “{}”", in_short(&slot.unit.translation));
            (Span::new(*file, place.clone()), label)
        }));
        wrong.help("say --take file or --take folder, or make the two the same; nothing was written")
    }

    fn outdated(&self, slot: &Slot, origin: &Origin<'_>) -> Diagnostic {
        let english = self.pair.source.catalog.locale.english_name();
        let message = format!("the {english} of `{}` changed since this file was exported", slot.unit.id());
        let mut wrong = Diagnostic::new(Code::ExchangeOutdated, message)
            .label(origin.span(), origin.cell("translated from other words"));
        let place = self.pair.source.catalog.span(&slot.name);
        wrong.labels.extend(place.map(|span| (span, "what it says now".to_owned())));
        wrong.help("compare the two, and mend the translation where it says too little or too much")
    }
}

/// The warning for a text that is not done.
fn unsure(id: &str, doubt: &Doubt, origin: &Origin<'_>) -> Diagnostic {
    let (what, help) = match doubt {
        Doubt::Marked(mark) => (
            format!("`{id}` is marked as not done ({mark}), and left as it is"),
            "look at it where it was translated, and take the mark off",
        ),
        Doubt::Half { done, of } => (
            format!("`{id}` is not done: {done} of its {of} segments are translated; it is left as it is"),
            "translate the other segments, too",
        ),
    };
    let said = "{count} texts are marked as not done, or are done in part, and left as they are";
    let all = "look at them where they were translated: fill in what is missing, and take the marks off";
    Diagnostic::new(Code::ExchangeUnsure, what)
        .label(origin.span(), origin.cell("not taken"))
        .help(help)
        .slip(Slip::of_kind(said, Some(id.to_owned()), all))
}

/// Whether a text is a number that a cell may hold: digits, with what parts them, and no 0 before them, which a number has not.
fn is_plain_number(text: &str) -> bool {
    let text = text.trim();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let parts =
        |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '-' | '−' | '\u{A0}' | '\u{202F}');
    (1..=15).contains(&digits) && text.chars().all(parts) && (!text.starts_with('0') || digits == 1)
}

/// Whether a text that came back says what the folder says: line ends of another kind, and what XML can't hold, count for nothing.
fn is_same(text: &str, own: &str) -> bool {
    let shown = |text: &str| text.replace(|c: char| c.is_control() && c != '\n' && c != '\t', "\u{FFFD}");
    same_value(text, own) || same_value(&shown(text), &shown(&typed_value(own)))
}

/// Whether somebody changed the words of the source language in a file: they are other ones than the file was made from.
fn is_source_changed(slot: &Slot, origin: &Origin<'_>) -> bool {
    let Some(told) = origin.found.source.as_deref().map(typed_value).filter(|told| !told.is_empty()) else {
        return false;
    };
    let made_from = origin.found.stamp.as_deref().and_then(|stamp| stamp.split_once('-'));
    made_from.is_some_and(|(source, _)| source != short_digest(&told)) && !is_same(&told, &slot.unit.source)
}

/// Whether a text was translated from other words than the source language has now.
fn is_outdated(slot: &Slot, origin: &Origin<'_>) -> bool {
    let (source, found) = (&slot.unit.source, origin.found);
    match found.stamp.as_deref().and_then(|stamp| stamp.split_once('-')) {
        Some((made_from, _)) => made_from != short_digest(source),
        None => found
            .source
            .as_ref()
            .is_some_and(|told| !told.trim().is_empty() && !same_value(&typed_value(told), source)),
    }
}
