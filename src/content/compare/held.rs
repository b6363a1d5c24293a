//! What a translation has to hold as the source language does, in each of its cases: variables, tags, and names of terms.

use std::collections::{BTreeMap, BTreeSet};

use super::pair::{Translation, counterpart};
use crate::content::plural::CATEGORIES;
use crate::content::reading::{Choice, Reading};
use crate::diag::{Code, Diagnostic, Diagnostics, Severity, Slip};
use crate::source::Span;

/// Whether a language has several forms for numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Counts {
    /// It has: “one woman, two women”.
    Several,
    /// It has one for all.
    One,
}

/// Cases of one thing or of a number, in which words may stand for the number: “one woman”, “two women” (CLDR).
const COUNTED: [&str; 3] = ["zero", "one", "two"];

/// Reports variables, tags and references of a translation that differ from the source language's: `fluent/unknown-variable`,
/// `markup/differs`, `fluent/reference`.
pub(super) fn compare_held(translation: &Translation<'_>, counts: Counts, diagnostics: &mut Diagnostics) {
    let mut told = BTreeSet::new();
    for reading in translation.translated {
        let pair = Pair { translation, reading, original: counterpart(reading, translation.original) };
        let found = pair.variables().into_iter().chain(pair.tags());
        // What is wrong in each case alike is told once.
        for (severity, what, diagnostic) in found {
            if told.insert(what) {
                diagnostics.report(severity, diagnostic);
            }
        }
    }
    compare_references(translation, diagnostics);
    unasked_variables(translation, diagnostics);
    unused_selectors(translation, counts, diagnostics);
}

/// A reading of a translation, with the one of the source language that it is of.
struct Pair<'a> {
    translation: &'a Translation<'a>,
    reading: &'a Reading,
    original: &'a Reading,
}

/// What is found, with what tells it from other things.
type Found = (Severity, String, Diagnostic);

impl Pair<'_> {
    /// The places of both: of the case, where there is a choice.
    fn label(&self, diagnostic: Diagnostic) -> Diagnostic {
        match self.reading.choices.last() {
            Some(choice) => diagnostic
                .label(choice.span, "in this case")
                .label(self.translation.source_id, "in the source language"),
            None => self.translation.label(diagnostic),
        }
    }

    /// What is said of: the message, and the case.
    fn name(&self) -> String {
        let cases: Vec<String> =
            self.reading.choices.iter().map(|choice| format!("[{}]", choice.key)).collect();
        match &cases[..] {
            [] => format!("`{}`", self.translation.name),
            _ => format!("the case {} of `{}`", cases.concat(), self.translation.name),
        }
    }

    /// A variable that is printed has to be used, if only to decide between cases.
    fn variables(&self) -> Vec<Found> {
        let selects = |name: &str| {
            let selector = format!("${name}");
            let decides = |choice: &&Choice| choice.selector == selector;
            self.reading.choices.iter().find(decides).is_some_and(stands_for_its_number)
        };
        let lost =
            self.original.shown.iter().filter(|name| !self.reading.shown.contains(*name) && !selects(name));
        lost.map(|name| {
            let message = format!("{} does not use the variable ${name}", self.name());
            let differs = self.label(Diagnostic::new(Code::UnknownVariable, message));
            let differs = differs.help(format!("put {{ ${name} }} where its value belongs"));
            (Severity::Error, format!("${name}"), differs)
        })
        .collect()
    }

    fn tags(&self) -> Option<Found> {
        let differing = differing(&self.original.tags, &self.reading.tags);
        if differing.is_empty() {
            return None;
        }
        let counts: Vec<String> = differing
            .iter()
            .map(|(tag, wanted, given)| format!("{tag} {} instead of {}", times(*given), times(*wanted)))
            .collect();
        let counts = counts.join(", ");
        let message = format!("{} has other tags than the source language: {counts}", self.name());
        let differs = self.label(Diagnostic::new(Code::MarkupDiffers, message));
        let differs = differs.help("mark the same parts as the source language does");
        // Where a line is broken is the language's own affair.
        let only_breaks = differing.iter().all(|(tag, ..)| *tag == "<br/>");
        Some((if only_breaks { Severity::Warning } else { Severity::Error }, counts, differs))
    }
}

/// Whether a case may say its number in words: of one, of two, of none, or of a number of its own.
fn stands_for_its_number(choice: &Choice) -> bool {
    COUNTED.contains(&choice.key.as_str()) || choice.key.parse::<f64>().is_ok()
}

/// Warns of terms and messages that one of the two names and the other doesn't: a name that is written out, or another one.
fn compare_references(translation: &Translation<'_>, diagnostics: &mut Diagnostics) {
    let named = |readings: &[Reading]| -> BTreeMap<String, Span> {
        let named = readings.iter().flat_map(|reading| &reading.references);
        named.map(|(key, span)| (key.clone(), *span)).collect()
    };
    let [original, own] = [translation.original, translation.translated].map(named);
    for (key, span) in original.iter().filter(|(key, _)| !own.contains_key(*key)) {
        let message = format!("`{}` does not use {{ {key} }}", translation.name);
        let lost = Diagnostic::new(Code::Reference, message)
            .label(translation.id, "this message")
            .label(*span, "in the source language");
        let help = format!("put {{ {key} }} where its words belong, so that they are the same everywhere");
        let slip = Slip::of_kind(
            &format!("{{count}} messages do not use {{ {key} }}"),
            Some(translation.name.clone()),
            &help,
        );
        diagnostics.warn(lost.help(help.clone()).slip(slip));
    }
    for (key, span) in own.iter().filter(|(key, _)| !original.contains_key(*key)) {
        let message = format!("`{}` uses {{ {key} }}, and the source language does not", translation.name);
        let gained = Diagnostic::new(Code::Reference, message)
            .label(*span, "only here")
            .label(translation.source_id, "in the source language");
        diagnostics.warn(gained.help("take it out if it is not meant"));
    }
}

/// Warns of variables that the source language nowhere uses.
fn unasked_variables(translation: &Translation<'_>, diagnostics: &mut Diagnostics) {
    let used = |readings: &[Reading]| -> BTreeSet<String> {
        let shown = readings.iter().flat_map(|reading| reading.shown.iter().cloned());
        let selectors = readings.iter().flat_map(|reading| &reading.choices);
        let selected = selectors.filter_map(|choice| Some(choice.selector.strip_prefix('$')?.to_owned()));
        shown.chain(selected).collect()
    };
    let known = used(translation.original);
    for name in used(translation.translated).difference(&known) {
        let message =
            format!("`{}` uses the variable ${name}, and the source language does not", translation.name);
        let differs = translation.label(Diagnostic::new(Code::UnknownVariable, message));
        diagnostics.warn(differs.help(format!("take {{ ${name} }} out if it is not meant")));
    }
}

/// Warns of variables that decide between the cases of the source language, and that the translation nowhere uses.
fn unused_selectors(translation: &Translation<'_>, counts: Counts, diagnostics: &mut Diagnostics) {
    let selectors = |readings: &[Reading]| -> BTreeSet<String> {
        let choices = readings.iter().flat_map(|reading| &reading.choices);
        choices.map(|choice| choice.selector.clone()).collect()
    };
    let (own, shown) = (selectors(translation.translated), |name: &str| {
        translation.translated.iter().any(|reading| reading.shown.contains(name))
    });
    for selector in selectors(translation.original).difference(&own) {
        let Some(name) = selector.strip_prefix('$').filter(|name| !shown(name)) else { continue };
        // What only says “woman” or “women” is no loss where both are one word.
        let choices = translation.original.iter().flat_map(|reading| &reading.choices);
        let mut keys =
            choices.filter(|choice| choice.selector == *selector).map(|choice| choice.key.as_str());
        if counts == Counts::One && keys.all(|key| CATEGORIES.contains(&key)) {
            continue;
        }
        let message = format!("`{}` does not use the variable ${name}", translation.name);
        let differs = translation.label(Diagnostic::new(Code::UnknownVariable, message));
        diagnostics.warn(differs.help(format!("put {{ ${name} }} where its value belongs")));
    }
}

/// Tags of which the two have not equally many: with how many there are in the first and in the second.
fn differing<'a>(
    original: &'a BTreeMap<String, usize>,
    translated: &'a BTreeMap<String, usize>,
) -> Vec<(&'a str, usize, usize)> {
    let mut tags: Vec<&str> = original.keys().chain(translated.keys()).map(String::as_str).collect();
    tags.sort_unstable();
    tags.dedup();
    let count = |tags: &BTreeMap<String, usize>, tag: &str| tags.get(tag).copied().unwrap_or(0);
    tags.into_iter()
        .filter(|tag| !tag.starts_with("<span"))
        .map(|tag| (tag, count(original, tag), count(translated, tag)))
        .filter(|(_, wanted, given)| wanted != given)
        .collect()
}

fn times(count: usize) -> String {
    match count {
        0 => "not at all".to_owned(),
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        more => format!("{more} times"),
    }
}
