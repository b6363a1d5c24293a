//! Cases that never hold, that are all alike, or that the language counts with and a translation has not.

use std::collections::BTreeSet;

use super::pair::Translation;
use crate::content::plural::{CATEGORIES, Count, Counting, Plural};
use crate::content::reading::{Choice, Reading};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::locale::Locale;

/// Warns of cases: `fluent/case`.
pub(super) fn compare_choices(translation: &Translation<'_>, locale: &Locale, diagnostics: &mut Diagnostics) {
    for selector in selectors(translation.translated) {
        let cases = cases(translation.translated, &selector);
        let known = cases_of(translation.original, &selector);
        let own: BTreeSet<&str> = cases.iter().map(|choice| choice.key.as_str()).collect();
        if is_plural(&own) {
            for dead in unreached(&cases, locale) {
                diagnostics.warn(never(
                    translation,
                    dead,
                    &format!("{} has no such number", locale.english_name()),
                    "take the case out, or count by a number such as [1]",
                ));
            }
            alike(translation, &selector, locale, diagnostics);
        } else if !known.is_empty() && !is_plural(&known) {
            for dead in
                cases.iter().filter(|choice| !choice.is_default && !known.contains(choice.key.as_str()))
            {
                let names: Vec<String> = known.iter().map(|name| format!("[{name}]")).collect();
                diagnostics.warn(never(
                    translation,
                    dead,
                    "the source language has no case of that name",
                    &format!("names of cases are not translated; they are {}", names.join(", ")),
                ));
            }
        }
    }
    uncounted(translation, locale, diagnostics);
}

fn selectors(readings: &[Reading]) -> BTreeSet<String> {
    let choices = readings.iter().flat_map(|reading| &reading.choices);
    choices.map(|choice| choice.selector.clone()).collect()
}

/// The cases of a selector, each once.
fn cases<'a>(readings: &'a [Reading], selector: &str) -> Vec<&'a Choice> {
    let choices = readings.iter().flat_map(|reading| &reading.choices);
    let mut cases: Vec<&Choice> = choices.filter(|choice| choice.selector == selector).collect();
    cases.sort_by_key(|choice| choice.span.start);
    cases.dedup();
    cases
}

fn cases_of<'a>(readings: &'a [Reading], selector: &str) -> BTreeSet<&'a str> {
    cases(readings, selector).into_iter().map(|choice| choice.key.as_str()).collect()
}

/// Whether cases count: all are categories or numbers, and one besides `other` is.
fn is_plural(cases: &BTreeSet<&str>) -> bool {
    let counts = |case: &&str| CATEGORIES.contains(case) || case.parse::<f64>().is_ok();
    cases.iter().all(counts) && cases.iter().any(|case| *case != "other")
}

/// Cases that no number of the language is of.
fn unreached<'a>(cases: &[&'a Choice], locale: &Locale) -> Vec<&'a Choice> {
    let counting = Counting::of(locale);
    let Some(first) = cases.first() else { return Vec::new() };
    let plural = Plural {
        span: first.span,
        count: Count::Cardinal,
        named: cases.iter().map(|choice| choice.key.clone()).collect(),
        numbers: cases.iter().filter_map(|choice| choice.key.parse().ok()).collect(),
    };
    // Where a case is lacking, that is told, and another name may be what was meant for it.
    if !counting.missing(&plural).is_empty() {
        return Vec::new();
    }
    let categories = counting.all_categories(Count::Cardinal);
    let dead = |choice: &&&Choice| {
        !choice.is_default
            && CATEGORIES.contains(&choice.key.as_str())
            && !categories.contains(&choice.key.as_str())
    };
    cases.iter().filter(dead).copied().collect()
}

fn never(translation: &Translation<'_>, choice: &Choice, why: &str, help: &str) -> Diagnostic {
    let message = format!("the case [{}] of `{}` is never printed: {why}", choice.key, translation.name);
    Diagnostic::new(Code::Case, message).label(choice.span, "never printed").help(help)
}

/// Warns where all cases of a number say the same, although the source language’s don’t.
fn alike(translation: &Translation<'_>, selector: &str, locale: &Locale, diagnostics: &mut Diagnostics) {
    let says_one = |readings: &[Reading]| {
        let texts: BTreeSet<&str> = readings.iter().map(|reading| reading.text.as_str()).collect();
        texts.len() == 1
    };
    let several =
        translation.translated.len() > 1 && Counting::of(locale).categories(Count::Cardinal).len() > 1;
    let differs = !says_one(translation.original) && selectors(translation.original).contains(selector);
    if several && differs && says_one(translation.translated) {
        let message = format!("all cases of `{}` say the same", translation.name);
        let wrong = translation.label(Diagnostic::new(Code::Case, message));
        diagnostics
            .warn(wrong.help("write each case as the number asks for, or the text alone without cases"));
    }
}

/// Warns where the source language counts with cases, and a language that counts with several has one text.
fn uncounted(translation: &Translation<'_>, locale: &Locale, diagnostics: &mut Diagnostics) {
    let mut own = selectors(translation.translated);
    // Of one case alone there is no choice.
    own.retain(|selector| cases(translation.translated, selector).len() > 1);
    for selector in selectors(translation.original).difference(&own) {
        let known = cases_of(translation.original, selector);
        let Some(name) = selector.strip_prefix('$') else { continue };
        let shows = translation
            .translated
            .iter()
            .any(|reading| reading.shown.contains(name) || reading.key(selector).is_some());
        let categories = Counting::of(locale).categories(Count::Cardinal);
        if !is_plural(&known) || !shows || categories.len() < 2 {
            continue;
        }
        let names: Vec<String> = categories.iter().map(|name| format!("[{name}]")).collect();
        let message = format!("`{}` has one text for every number", translation.name);
        let wrong = translation.label(Diagnostic::new(Code::Case, message));
        diagnostics.warn(wrong.help(format!(
            "{} counts with the cases {}: write {{ {selector} -> ... }} as the source language does",
            locale.english_name(),
            names.join(", ")
        )));
    }
}
