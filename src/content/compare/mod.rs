//! Compares a locale with the source language, message by message. What would print wrong is an error, what may be
//! meant a warning. Messages that something was reported about are only looked for, not compared.

mod amounts;
mod choices;
mod copied;
mod held;
mod leftover;
mod marks;
mod missing;
mod pair;
mod script;
mod stated;
mod terms;
mod twins;

use std::collections::BTreeSet;

use crate::content::catalog::{Catalog, Message};
use crate::content::plural::{Count, Counting};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::locale::Locale;
use crate::source::Span;

pub(super) use amounts::digit;
pub use missing::report_unprinted;
pub use script::in_letters;
pub use terms::GlossaryTerm;

use choices::compare_choices;
use copied::{compare_words, report_foreign};
use held::{Counts, compare_held};
use leftover::report_leftover;
use marks::compare_marks;
use missing::{compare_terms, obsolete, report_missing};
use pair::{Translation, translations};
use script::compare_script;
use stated::compare_stated;
use terms::compare_terms_of;
use twins::report_inconsistent;

/// Reports how a locale differs from the source language: `fluent/missing`, `fluent/obsolete`,
/// `fluent/unknown-variable` and `markup/differs`; and where it does not: `locale/untranslated`. Tags and variables are counted
/// with those of terms and messages that are used, so that a locale may write out what the source language refers to.
/// `<span lang>` may differ, for what is foreign in one language is not in another. `printed` is what leaflets print, with all
/// that this uses: a translation may do without the rest.
pub fn compare(
    source: &Catalog,
    locale: &Catalog,
    printed: &BTreeSet<String>,
    glossary: &[GlossaryTerm],
    diagnostics: &mut Diagnostics,
) {
    let written = |catalog: &Catalog| (catalog.locale.language.clone(), catalog.locale.script.clone());
    // English of two countries says much in the same words.
    let another = written(source) != written(locale);
    let locales = [&source.locale, &locale.locale];
    let has_several = Counting::of(&locale.locale).categories(Count::Cardinal).len() > 1;
    let counts = if has_several { Counts::Several } else { Counts::One };
    for (id, original) in &source.messages {
        let Some(translated) = locale.messages.get(id) else { continue };
        compare_attributes(source, id, [original, translated], diagnostics);
        if original.text.is_none() || translated.text.is_none() || swallows(source, locale, translated) {
            continue;
        }
        for translation in translations(id, original, translated) {
            compare_translation(&translation, locales, counts, diagnostics);
            compare_terms_of(&translation, glossary, diagnostics);
        }
        if another {
            compare_words(source, id, [original, translated], diagnostics);
        }
    }
    report_missing(source, locale, printed, diagnostics);
    compare_terms(source, locale, diagnostics);
    report_inconsistent(source, locale, diagnostics);
    compare_plurals(locale, diagnostics);
}

/// Reports how a value differs from the source language's, in each of its cases.
fn compare_translation(
    translation: &Translation<'_>,
    [source, locale]: [&Locale; 2],
    counts: Counts,
    diagnostics: &mut Diagnostics,
) {
    compare_held(translation, counts, diagnostics);
    compare_choices(translation, locale, diagnostics);
    compare_stated(translation, source.english_name(), diagnostics);
    compare_marks(translation, locale, diagnostics);
    compare_script(translation, locale, diagnostics);
    if source.language != locale.language {
        report_foreign(translation, [source, locale], diagnostics);
    }
    report_leftover(translation, diagnostics);
}

fn compare_attributes(
    source: &Catalog,
    id: &str,
    [original, translated]: [&Message; 2],
    diagnostics: &mut Diagnostics,
) {
    for (name, part) in &original.attributes {
        // One that could not be read was reported, and its attributes with it.
        if !translated.attributes.contains_key(name) && translated.text.is_some() {
            diagnostics.error(
                Diagnostic::new(Code::MissingMessage, format!("`{id}` lacks the part `.{name}`"))
                    .label(translated.id, "this message")
                    .label(part.id, "the part in the source language")
                    .help(format!("add a line `    .{name} = ...` under it")),
            );
        }
    }
    for (name, part) in &translated.attributes {
        if !original.attributes.contains_key(name) && original.text.is_some() {
            diagnostics.warn(obsolete(&format!("the part `.{name}` of `{id}`"), source, part.id));
        }
    }
}

/// Whether a message holds another one, whose line starts with a space: that is told, and what follows from it is not.
fn swallows(source: &Catalog, locale: &Catalog, message: &Message) -> bool {
    let Some(text) = &message.text else { return false };
    let inside = |span: &Span| span.source == text.span.source && text.span.range().contains(&span.start);
    locale.indented.iter().any(|(name, span)| source.messages.contains_key(name) && inside(span))
}

fn compare_plurals(locale: &Catalog, diagnostics: &mut Diagnostics) {
    let messages = || locale.messages.iter().filter(|(_, message)| !message.facts.plurals.is_empty());
    if messages().next().is_none() {
        return;
    }
    let counting = Counting::of(&locale.locale);
    for (id, message) in messages() {
        for plural in &message.facts.plurals {
            let missing: Vec<String> =
                counting.missing(plural).into_iter().map(|name| format!("[{name}]")).collect();
            if missing.is_empty() {
                continue;
            }
            let name = locale.locale.english_name();
            let message = format!("`{id}` has no case {}, which {name} counts with", missing.join(", "));
            diagnostics.warn(
                Diagnostic::new(Code::MissingMessage, message)
                    .label(plural.span, "among these cases")
                    .help("add a case with its text for each"),
            );
        }
    }
}
