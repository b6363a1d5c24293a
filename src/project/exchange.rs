//! A language's texts beside those of the source language, each with its place.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::add_locale::{folder_of, read_messages};
use super::asked::understood;
use super::files::Intake;
use super::fonts::{digest, read_book};
use super::language::LoadedLocale;
use super::load::read_manifest;
use super::locales::{Languages, language_scope, read_locales};
use super::reviews::Standing;
use super::scope::{Scope, is_tear};
use super::selection::Selection;
use crate::content::{Case, TextUnit, counted_as, settled_value, text_units, wanted_cases};
use crate::diag::{Code, Diagnostic, Reported, Severity};
use crate::exchange::{Document, STAMP_DIGITS, State, Unit, UnitCase};
use crate::locale::{Direction, Locale};
use crate::source::{SourceId, Sources};
use crate::spec::LeafletSpec;

/// A text with its places in the project.
pub(super) struct Slot {
    /// What goes to translators.
    pub(super) unit: Unit,
    /// Its message or term.
    pub(super) name: String,
    /// The attribute that it is of.
    pub(super) attribute: Option<String>,
    /// Where its translation stands.
    pub(super) place: Option<(SourceId, Range<usize>)>,
    /// Where another case of its select would be put in.
    pub(super) cases_at: Option<(SourceId, usize)>,
    /// Where another attribute of its message would be put in.
    pub(super) parts_at: Option<(SourceId, usize)>,
}

/// A language beside the source language.
pub(super) struct Pair {
    /// The source language.
    pub(super) source: LoadedLocale,
    /// The language.
    pub(super) locale: LoadedLocale,
    /// Its folder.
    pub(super) folder: String,
    /// The files of the source language, by name.
    pub(super) originals: Vec<(String, SourceId)>,
    /// Its own files, by name.
    pub(super) own: Vec<(String, SourceId)>,
    /// Its texts.
    pub(super) slots: Vec<Slot>,
    /// The messages and terms that each leaflet needs.
    leaflets: Vec<BTreeSet<String>>,
}

impl Pair {
    /// Reads a language and the source language.
    ///
    /// # Errors
    /// It is none of the project's, or is the source language; a file can't be read whole.
    pub(super) fn read(
        intake: &mut Intake<'_>,
        language: &str,
        leaflets: &[String],
    ) -> Result<Pair, Reported> {
        let asked = Selection {
            locales: vec![language.to_owned()],
            leaflets: leaflets.to_vec(),
            ..Selection::default()
        };
        let asked = understood(intake.files, &asked, intake.diagnostics)?;
        if asked.locales.len() != 1 {
            let wrong = Diagnostic::new(Code::LocaleSeveral, "texts go to translators a language at a time");
            let help = "name one language, and the others by commands of their own";
            return Err(intake.diagnostics.error(wrong.of_request().help(help)));
        }
        let manifest = read_manifest(intake, &asked)?;
        let fonts = read_book(intake)?;
        let Languages { mut locales, source } = read_locales(intake, &manifest, &fonts, &asked);
        let Some((locale, source)) = locales.pop().zip(source) else {
            let wrong = Diagnostic::new(Code::ExchangeLanguage, "the messages of the language can’t be read");
            return Err(intake.diagnostics.error(wrong.help("polyleaf check says what is wrong")));
        };
        if locale.catalog.locale.tag == source.catalog.locale.tag {
            let english = source.catalog.locale.english_name();
            let wrong = Diagnostic::new(
                Code::ExchangeLanguage,
                format!("{english} is the language that the others are translated from"),
            );
            return Err(intake.diagnostics.error(wrong.of_request().help("name another language")));
        }
        for read in [&source, &locale] {
            let mut torn = read.diagnostics.clone();
            torn.retain(|wrong| wrong.severity == Severity::Error && is_tear(wrong.code));
            if !torn.is_empty() {
                intake.diagnostics.extend(torn);
                let tag = &read.catalog.locale.tag;
                let wrong = Diagnostic::new(
                    Code::ExchangeLanguage,
                    format!("the files of {tag} can’t be read whole"),
                );
                return Err(intake
                    .diagnostics
                    .error(wrong.help("mend what is told above, and say it again")));
            }
        }
        let scope = language_scope(intake.files);
        let [from, folder] =
            [&source, &locale].map(|read| folder_of(intake.files, &read.catalog.locale.tag, scope));
        let originals = read_messages(intake, &from, scope)?;
        let own = read_messages(intake, &folder, scope)?;
        let needed = |leaflet: &LeafletSpec| {
            let mut scope = Scope::default();
            scope.take_leaflet(leaflet, |_| true);
            scope.needed(&source.catalog)
        };
        let taken = manifest.leaflets.iter().filter(|leaflet| asked.takes_leaflet(&leaflet.name));
        let needs: Vec<BTreeSet<String>> = taken.map(needed).collect();
        let mut pair = Pair { source, locale, folder, originals, own, slots: Vec::new(), leaflets: needs };
        pair.slots = pair.list(intake.sources);
        if !leaflets.is_empty() {
            let Pair { slots, leaflets, .. } = &mut pair;
            slots.retain(|slot| leaflets.iter().any(|needed| needed.contains(&slot.name)));
        }
        Ok(pair)
    }

    /// The texts that an export with these has: those of leaflets, where it is of texts of those alone, else all.
    pub(super) fn exported_with(&self, some: &BTreeSet<usize>) -> Vec<usize> {
        let names: BTreeSet<&str> = some.iter().map(|at| self.slots[*at].name.as_str()).collect();
        let is_mostly_there = |needed: &&BTreeSet<String>| {
            2 * needed.iter().filter(|name| names.contains(name.as_str())).count() > needed.len()
        };
        let leaflets: Vec<&BTreeSet<String>> = self.leaflets.iter().filter(is_mostly_there).collect();
        let is_of = |name: &str| leaflets.iter().any(|needed| needed.contains(name));
        let is_of_leaflets = !names.is_empty() && names.iter().all(|name| is_of(name));
        (0..self.slots.len()).filter(|at| !is_of_leaflets || is_of(&self.slots[*at].name)).collect()
    }

    /// What goes to translators; `rooms` says how many characters more a message's place holds.
    pub(super) fn document(&self, rooms: &BTreeMap<String, i64>) -> Document {
        let locale = &self.locale.catalog.locale;
        let unit = |slot: &Slot| Unit { room: rooms.get(&slot.name).copied(), ..slot.unit.clone() };
        Document {
            source: self.source.catalog.locale.tag.clone(),
            locale: locale.tag.clone(),
            language: locale.english_name().to_owned(),
            is_rtl: locale.direction == Direction::RightToLeft,
            counting: counted_as(locale),
            units: self.slots.iter().map(unit).collect(),
        }
    }

    fn list(&self, sources: &Sources) -> Vec<Slot> {
        let mut there: BTreeMap<String, Vec<(SourceId, TextUnit)>> = BTreeMap::new();
        // The end of the last part of each message.
        let mut ends: BTreeMap<String, (SourceId, usize)> = BTreeMap::new();
        for (_, file) in &self.own {
            for unit in text_units(*file, sources) {
                let end = ends.entry(unit.name.clone()).or_insert((*file, unit.whole.end));
                if end.1 <= unit.whole.end {
                    *end = (*file, unit.whole.end);
                }
                there.entry(unit.base()).or_default().push((*file, unit));
            }
        }
        let mut slots = Vec::new();
        for (name, file) in &self.originals {
            let units = text_units(*file, sources);
            for source in units.chunk_by(|one, other| one.base() == other.base()) {
                let own = there.get(&source[0].base()).map_or(&[][..], Vec::as_slice);
                let parts_at = ends.get(&source[0].name).copied();
                let text = Text { pair: self, file: name, source, own, parts_at };
                slots.extend(text.slots());
            }
        }
        slots
    }

    fn state(&self, name: &str, is_there: bool) -> State {
        match self.locale.reviews.standing(name) {
            _ if !is_there => State::Missing,
            Standing::Outdated => State::Outdated,
            Standing::Reviewed => State::Approved,
            Standing::Missing | Standing::Draft | Standing::Changed | Standing::Expired => State::Draft,
        }
    }

    /// The words of the source language that were reviewed, where the message is out of date.
    fn was(&self, name: &str) -> Option<String> {
        if self.locale.reviews.standing(name) != Standing::Outdated {
            return None;
        }
        let was = &self.locale.reviews.entries.as_ref().ok()?.get(name)?.was;
        // What it used, and its attributes, follow on lines of their own.
        let value: Vec<&str> = was.split("\n\n").collect();
        let own = value.iter().map(|part| part.lines().next().unwrap_or_default());
        let own: Vec<&str> =
            own.take(value.iter().take_while(|part| !part.contains('\n')).count() + 1).collect();
        Some(own.join("\n\n"))
    }
}

/// A value of the source language, or its cases, and the same in another language.
struct Text<'a> {
    pair: &'a Pair,
    file: &'a str,
    source: &'a [TextUnit],
    own: &'a [(SourceId, TextUnit)],
    parts_at: Option<(SourceId, usize)>,
}

impl Text<'_> {
    fn slots(&self) -> Vec<Slot> {
        let cases: Vec<&Case> = self.source.iter().filter_map(|unit| unit.case.as_ref()).collect();
        let own_cases: Vec<&Case> = self.own.iter().filter_map(|(_, unit)| unit.case.as_ref()).collect();
        let mut wanted = match (self.own.is_empty(), own_cases.is_empty()) {
            (true, _) | (_, false) if !cases.is_empty() => {
                wanted_cases(&cases, &self.pair.locale.catalog.locale)
            }
            _ => Vec::new(),
        };
        let known: BTreeSet<&str> = own_cases.iter().map(|case| case.key.as_str()).collect();
        if !known.is_empty() {
            // The one for all else is there, whatever it is called; a number's own case is not by that.
            let is_of_numbers = |key: &str| ["zero", "one", "two", "few", "many"].contains(&key);
            wanted.retain(|(key, is_default)| {
                !known.contains(key.as_str()) && (!is_default || is_of_numbers(key))
            });
            wanted.iter_mut().for_each(|(_, is_default)| *is_default = false);
            wanted.extend(own_cases.iter().map(|case| (case.key.clone(), case.is_default)));
            wanted.sort_by_key(|(_, is_default)| *is_default);
        }
        let selector = own_cases.first().or(cases.first()).map(|case| case.selector.clone());
        match selector.filter(|_| !wanted.is_empty()) {
            None => vec![self.slot(None)],
            Some(selector) => {
                let case = |(key, is_default)| UnitCase { key, is_default, selector: selector.clone() };
                wanted.into_iter().map(case).map(|case| self.slot(Some(case))).collect()
            }
        }
    }

    fn slot(&self, case: Option<UnitCase>) -> Slot {
        let key = case.as_ref().map(|case| case.key.as_str());
        let is_it = |unit: &TextUnit| unit.case.as_ref().map(|case| case.key.as_str()) == key;
        let is_default = |unit: &TextUnit| unit.case.as_ref().is_none_or(|case| case.is_default);
        let first = &self.source[0];
        let source =
            self.source.iter().find(|unit| is_it(unit)).or(self.source.iter().find(|unit| is_default(unit)));
        let source = source.unwrap_or(first);
        let own = self.own.iter().find(|(_, unit)| is_it(unit));
        let translation = own.map(|(_, unit)| unit.text.clone()).unwrap_or_default();
        let cases_at = self.own.first().and_then(|(file, unit)| Some((*file, unit.case.as_ref()?.first)));
        Slot {
            unit: Unit {
                file: self.file.to_owned(),
                base: first.base(),
                stamp: stamp(&source.text, &translation),
                source: source.text.clone(),
                comment: first.comment.clone(),
                section: first.section.clone(),
                state: self.pair.state(&first.name, own.is_some()),
                was: self.pair.was(&first.name).filter(|_| case.is_none() && first.attribute.is_none()),
                room: None,
                translation,
                case,
            },
            name: first.name.clone(),
            attribute: first.attribute.clone(),
            place: own.map(|(file, unit)| (*file, unit.place.clone())),
            cases_at,
            parts_at: self.parts_at,
        }
    }
}

/// The digests of a text and its translation, which say what an export was made from.
pub(super) fn stamp(source: &str, translation: &str) -> String {
    format!("{}-{}", short_digest(source), short_digest(translation))
}

/// The start of the digest of a text, however it is parted into lines.
pub(super) fn short_digest(text: &str) -> String {
    let mut digest = digest(settled_value(text).as_bytes());
    digest.truncate(STAMP_DIGITS);
    digest
}

/// The names of texts that an import may find: those of the source language, with any case.
pub(super) fn known_bases(intake: &mut Intake<'_>) -> Result<BTreeSet<String>, Reported> {
    let source = read_manifest(intake, &Selection::default())?.source;
    let scope = language_scope(intake.files);
    let from = folder_of(intake.files, &source.tag, scope);
    let originals = read_messages(intake, &from, scope)?;
    let units = originals.iter().flat_map(|(_, file)| text_units(*file, intake.sources));
    Ok(units.map(|unit| unit.base()).collect())
}

/// What a tag of a file of others is: `th_TH` is `th`.
pub(super) fn locale_of(tag: &str) -> Option<Locale> {
    let tag = tag.trim().split(['.', '@']).next().unwrap_or_default().replace('_', "-");
    Locale::parse(&tag)
}
