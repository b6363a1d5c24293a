//! Compares a locale with the source language, message by message. What would print wrong is an error, what may be
//! meant a warning. Messages that something was reported about are only looked for, not compared.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::content::catalog::{Catalog, Message};
use crate::content::entries::ValueFacts;
use crate::content::missing::{obsolete, report_missing};
use crate::content::plural::Counting;
use crate::content::rich::{Mark, RichText};
use crate::diag::{Code, Diagnostic, Diagnostics, Severity, Slip};
use crate::source::Span;

/// Reports how a locale differs from the source language: `fluent/missing`, `fluent/obsolete`,
/// `fluent/unknown-variable` and `markup/differs`; and where it does not: `locale/untranslated`. Tags and variables are counted
/// with those of terms and messages that are used, so that a locale may write out what the source language refers to.
/// `<span lang>` may differ, for what is foreign in one language is not in another. `printed` is what leaflets print, with all
/// that this uses: a translation may do without the rest.
pub fn compare(
    source: &Catalog,
    locale: &Catalog,
    printed: &BTreeSet<String>,
    diagnostics: &mut Diagnostics,
) {
    let written = |catalog: &Catalog| (catalog.locale.language.clone(), catalog.locale.script.clone());
    // English of two countries says much in the same words.
    let another = written(source) != written(locale);
    for (id, original) in &source.messages {
        let Some(translated) = locale.messages.get(id) else { continue };
        compare_attributes(source, id, [original, translated], diagnostics);
        if original.text.is_some() && translated.text.is_some() && !swallows(source, locale, translated) {
            let pair = Translation { id, original, translated };
            pair.compare_variables(diagnostics);
            pair.compare_tags(diagnostics);
            if another {
                pair.compare_words(source, diagnostics);
            }
        }
    }
    report_missing(source, locale, printed, diagnostics);
    compare_plurals(locale, diagnostics);
}

fn compare_attributes(
    source: &Catalog,
    id: &str,
    [original, translated]: [&Message; 2],
    diagnostics: &mut Diagnostics,
) {
    for (name, &span) in &original.attributes {
        // One that could not be read was reported, and its attributes with it.
        if !translated.attributes.contains_key(name) && translated.text.is_some() {
            diagnostics.error(
                Diagnostic::new(Code::MissingMessage, format!("`{id}` lacks the part `.{name}`"))
                    .label(translated.id, "this message")
                    .label(span, "the part in the source language")
                    .help(format!("add a line `    .{name} = ...` under it")),
            );
        }
    }
    for (name, &span) in &translated.attributes {
        if !original.attributes.contains_key(name) && original.text.is_some() {
            diagnostics.warn(obsolete(&format!("the part `.{name}` of `{id}`"), source, span));
        }
    }
}

/// Whether a message holds another one, whose line starts with a space: that is told, and what follows from it is not.
fn swallows(source: &Catalog, locale: &Catalog, message: &Message) -> bool {
    let Some(text) = &message.text else { return false };
    let inside = |span: &Span| span.source == text.span.source && text.span.range().contains(&span.start);
    locale.indented.iter().any(|(name, span)| source.messages.contains_key(name) && inside(span))
}

/// A message and its translation.
struct Translation<'a> {
    id: &'a str,
    original: &'a Message,
    translated: &'a Message,
}

impl Translation<'_> {
    /// The places of both.
    fn label(&self, diagnostic: Diagnostic) -> Diagnostic {
        diagnostic.label(self.translated.id, "this message").label(self.original.id, "in the source language")
    }

    /// A printed variable has to be used, if only to decide between cases; one that only decides may go, since not
    /// all languages have the same cases.
    fn compare_variables(&self, diagnostics: &mut Diagnostics) {
        let (original, translated) = (&self.original.facts, &self.translated.facts);
        let uses =
            |facts: &ValueFacts, name: &String| facts.shown.contains(name) || facts.selected.contains(name);
        for name in original.shown.union(&original.selected).filter(|name| !uses(translated, name)) {
            let message = format!("`{}` does not use the variable ${name}", self.id);
            let differs = self.label(Diagnostic::new(Code::UnknownVariable, message));
            let differs = differs.help(format!("put {{ ${name} }} where its value belongs"));
            let is_shown = original.shown.contains(name);
            diagnostics.report(if is_shown { Severity::Error } else { Severity::Warning }, differs);
        }
        for name in translated.shown.union(&translated.selected).filter(|name| !uses(original, name)) {
            let message =
                format!("`{}` uses the variable ${name}, and the source language does not", self.id);
            let differs = self.label(Diagnostic::new(Code::UnknownVariable, message));
            diagnostics.warn(differs.help(format!("take {{ ${name} }} out if it is not meant")));
        }
    }

    fn compare_tags(&self, diagnostics: &mut Diagnostics) {
        let differing = differing(&self.original.facts.tags, &self.translated.facts.tags);
        if differing.is_empty() {
            return;
        }
        let counts: Vec<String> = differing
            .iter()
            .map(|(tag, wanted, given)| format!("{tag} {} instead of {}", times(*given), times(*wanted)))
            .collect();
        let message = format!("`{}` has other tags than the source language: {}", self.id, counts.join(", "));
        let differs = self.label(Diagnostic::new(Code::MarkupDiffers, message));
        let differs = differs.help("mark the same parts as the source language does");
        // Where a line is broken is the language's own affair.
        let only_breaks = differing.iter().all(|(tag, ..)| *tag == "<br/>");
        diagnostics.report(if only_breaks { Severity::Warning } else { Severity::Error }, differs);
    }

    /// The same words in both are a copy that waits for its translation, or a name.
    fn compare_words(&self, source: &Catalog, diagnostics: &mut Diagnostics) {
        let (Some(original), Some(translated)) = (&self.original.text, &self.translated.text) else { return };
        if original.text == translated.text && is_prose(translated) {
            let message = format!("`{}` is not translated", self.id);
            let copied = self.label(Diagnostic::new(Code::Untranslated, message));
            let stays = "words that stay as they are go into <span lang=\"...\">";
            let slip = Slip {
                said: format!("{{count}} of {{of}} messages are still {}", source.locale.english_name()),
                of: source.messages.len(),
                name: None,
                help: format!("translate them; {stays}"),
            };
            diagnostics.warn(copied.help(format!("translate it; {stays}")).slip(slip));
        }
    }
}

impl Catalog {
    /// Whether a message has words to translate: more than one, and not only names and addresses.
    pub fn is_prose(&self, id: &str) -> bool {
        self.get(id).is_some_and(is_prose)
    }
}

/// Whether a message holds more than one word, and not only names, addresses, values of variables and words of another
/// language. Words are told by the spaces between them, so that of scripts without spaces only messages with some count.
fn is_prose(text: &RichText) -> bool {
    let foreign = text.marks.iter().filter(|(_, mark)| matches!(mark, Mark::Lang(_))).map(|(range, _)| range);
    let aside: Vec<&Range<usize>> = foreign.chain(&text.isolates).collect();
    let own = |(at, c): (usize, char)| if aside.iter().any(|range| range.contains(&at)) { ' ' } else { c };
    let rest: String = text.text.char_indices().map(own).collect();
    let words: Vec<&str> =
        rest.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).collect();
    words.len() > 1 && words.iter().any(|word| !is_name(word) && !is_address(word))
}

/// Whether a word starts with a capital.
fn is_name(word: &str) -> bool {
    word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase)
}

/// Whether a word is an address: of mail, or of a page.
fn is_address(word: &str) -> bool {
    word.contains(['@', '/']) || word.trim_end_matches(|c: char| !c.is_alphanumeric()).contains('.')
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    /// A text of which `value` is a variable's and `foreign` is marked as of another language.
    fn rich(text: &str, value: &str, foreign: &str) -> RichText {
        let place = |words: &str| text.find(words).map(|at| at..at + words.len()).expect("it is in the text");
        let span = Span::new(Sources::default().add("test.ftl", ""), 0..0);
        let marks = vec![(place(foreign), Mark::Lang("en".to_owned()))];
        RichText { text: text.to_owned(), marks, isolates: vec![place(value)], span }
    }

    #[test]
    fn sentences_are_prose_and_names_and_addresses_are_not() {
        for prose in
            ["Know your rights", "Read more", "Maggie’s and STRUT", "write to a@b.org", "말해요 우리"]
        {
            assert!(is_prose(&rich(prose, "", "")), "{prose}");
        }
        for other in
            ["rights", "Butterfly", "Migrant Sex Workers Project", "416-906-3098", "A@b.org b.org/help"]
        {
            assert!(!is_prose(&rich(other, "", "")), "{other}");
        }
        assert!(!is_prose(&rich("No one is illegal: Toronto", "", "No one is illegal")));
        assert!(!is_prose(&rich("Our own network", "Our own network", "")));
    }
}
