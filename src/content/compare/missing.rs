//! What a translation lacks of the source language, and what it has beyond it: messages, whole files of them, and messages under
//! another name, which are told by what stands around them.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::catalog::{Catalog, Message, looks_like_message};
use crate::content::unread::base_name;
use crate::diag::{Code, Diagnostic, Diagnostics, Severity, Slip};
use crate::source::{SourceId, Span};

/// Reports what a language lacks and has beyond the source language: `fluent/missing`, `fluent/obsolete`. What no leaflet prints
/// need not be there; what may stand in what could not be read is not told.
pub(super) fn report_missing(
    source: &Catalog,
    locale: &Catalog,
    printed: &BTreeSet<String>,
    diagnostics: &mut Diagnostics,
) {
    let missing = Missing { source, locale, files: missing_files(source, locale) };
    let (hidden, unknown) = (source.hidden_in(locale), locale.hidden_in(source));
    let mut renamed = missing.renamed();
    let names: BTreeMap<&str, &str> = renamed.iter().map(|(name, known)| (*known, *name)).collect();
    for (id, original) in missing.messages().filter(|(id, _)| !hidden.contains(*id)) {
        if let Some(span) = locale.indented.get(id) {
            diagnostics.error(looks_like_message(id, *span));
            continue;
        }
        let severity = if printed.contains(id) { Severity::Error } else { Severity::Warning };
        let lacking = match names.get(id) {
            Some(name) => missing.under_other_name(id, original, name),
            None => missing.missing(id, original),
        };
        diagnostics.report(severity, lacking);
    }
    for (id, translated) in &locale.messages {
        if !source.messages.contains_key(id) && !unknown.contains(id) && renamed.remove(id.as_str()).is_none()
        {
            let slip = Slip {
                said: format!("{{count}} messages are not in {}", source.locale.english_name()),
                of: source.messages.len(),
                name: Some(id.clone()),
                help: "take them out, or correct their names".to_owned(),
            };
            diagnostics.warn(obsolete(&format!("`{id}`"), source, translated.id).slip(slip));
        }
    }
}

/// Warns of terms that one of the two has and the other has not: a translation may write them out, or need more of them.
pub(super) fn compare_terms(source: &Catalog, locale: &Catalog, diagnostics: &mut Diagnostics) {
    let name = locale.locale.english_name();
    for (key, term) in source.terms.iter().filter(|(key, _)| !locale.terms.contains_key(*key)) {
        if locale.may_hold(key.trim_start_matches('-')) {
            continue;
        }
        let missing = Diagnostic::new(Code::MissingMessage, format!("the term `{key}` is missing in {name}"))
            .label(term.id, "this term")
            .help(format!(
                "add `{key} = ...` to locales/{}, and use it as the source language does",
                locale.locale.tag
            ));
        diagnostics.warn(missing);
    }
    for (key, term) in locale.terms.iter().filter(|(key, _)| !source.terms.contains_key(*key)) {
        if !source.may_hold(key.trim_start_matches('-')) {
            diagnostics.warn(obsolete(&format!("the term `{key}`"), source, term.id));
        }
    }
}

/// Warns of messages of the source language that no leaflet prints.
pub fn report_unprinted(source: &Catalog, printed: &BTreeSet<String>, diagnostics: &mut Diagnostics) {
    for (id, message) in source.messages.iter().filter(|(id, _)| !printed.contains(*id)) {
        let help = "name it in a block of polyleaf.toml, or take it out";
        let slip = Slip {
            said: "{count} of {of} messages are printed by no leaflet".to_owned(),
            of: source.messages.len(),
            name: Some(id.clone()),
            help: "name them in blocks of polyleaf.toml, or take them out".to_owned(),
        };
        let unprinted = Diagnostic::new(Code::UnprintedMessage, format!("no leaflet prints `{id}`"));
        diagnostics.warn(unprinted.label(message.id, "this message").help(help).slip(slip));
    }
}

/// Something that the source language lacks.
pub(super) fn obsolete(what: &str, source: &Catalog, span: Span) -> Diagnostic {
    let message = format!("{what} is not in {}", source.locale.english_name());
    Diagnostic::new(Code::ObsoleteMessage, message)
        .label(span, "not used")
        .help("take it out, or correct its name")
}

struct Missing<'a> {
    source: &'a Catalog,
    locale: &'a Catalog,
    /// The names of the files of the source language of which the other has nothing, neither the file nor its messages.
    files: BTreeMap<SourceId, &'a str>,
}

fn missing_files<'a>(source: &'a Catalog, locale: &Catalog) -> BTreeMap<SourceId, &'a str> {
    let known: BTreeSet<&str> = locale.files.values().map(|file| base_name(file)).collect();
    let shared = source.messages.iter().filter(|(id, _)| locale.messages.contains_key(*id));
    let begun: BTreeSet<SourceId> = shared.map(|(_, message)| message.id.source).collect();
    let names = source.files.iter().map(|(file, name)| (*file, base_name(name)));
    names.filter(|(file, name)| !known.contains(name) && !begun.contains(file)).collect()
}

/// How many pairs of names are tried for a slip of the pen at most (H): of so many, none is one.
const MOST_TRIED: usize = 250_000;

impl<'a> Missing<'a> {
    /// What is not there.
    fn messages(&self) -> impl Iterator<Item = (&'a str, &'a Message)> {
        let all = self.source.messages.iter().map(|(id, message)| (id.as_str(), message));
        all.filter(|(id, _)| !self.locale.messages.contains_key(*id))
    }

    /// Messages that stand where one is missing, and have another name, with the name that is missing.
    fn renamed(&self) -> BTreeMap<&'a str, &'a str> {
        let [original, translated] = [self.source, self.locale].map(neighbours);
        // Those that stand between the same two, and all.
        let mut between: BTreeMap<[Option<&str>; 2], Vec<&str>> = BTreeMap::new();
        for (id, _) in self.messages() {
            between.entry(original[id]).or_default().push(id);
        }
        let missing: Vec<&str> = self.messages().map(|(id, _)| id).collect();
        let unknown: Vec<&str> = self
            .locale
            .messages
            .keys()
            .map(String::as_str)
            .filter(|id| !self.source.messages.contains_key(*id))
            .collect();
        let is_tried = missing.len() * unknown.len() <= MOST_TRIED;
        let mut renamed = BTreeMap::new();
        let mut found = BTreeSet::new();
        for id in unknown {
            let place = translated[id];
            let near = between.get(&place).filter(|_| place != [None, None]).into_iter().flatten();
            let slips = missing.iter().filter(|known| is_tried && is_misspelt(id, known));
            let likely = near.chain(slips).copied().find(|known| !found.contains(known));
            if let Some(known) = likely {
                found.insert(known);
                renamed.insert(id, known);
            }
        }
        renamed
    }

    fn missing(&self, id: &str, original: &Message) -> Diagnostic {
        let (name, tag) = (self.locale.locale.english_name(), &self.locale.locale.tag);
        let missing = Diagnostic::new(Code::MissingMessage, format!("`{id}` is missing in {name}"))
            .label(original.id, "this message");
        let of = self.source.messages.len();
        let wanting = self.files.get(&original.id.source).copied();
        let (said, help, one) = match wanting {
            Some(file) => (
                format!("locales/{tag}/{file} is missing, with its {{count}} messages"),
                format!("copy {} there and translate it{PROOF}", self.source.files[&original.id.source]),
                format!(
                    "copy {} to locales/{tag} and translate it{PROOF}",
                    self.source.files[&original.id.source]
                ),
            ),
            None => (
                format!("{{count}} of {{of}} messages are missing in {name}"),
                format!("add them to locales/{tag} with their translations{PROOF}"),
                format!("add `{id} = ...` with its translation to locales/{tag}{PROOF}"),
            ),
        };
        let name = wanting.is_none().then(|| id.to_owned());
        missing.help(one).slip(Slip { said, of, name, help })
    }

    fn under_other_name(&self, id: &str, original: &Message, name: &str) -> Diagnostic {
        let language = self.locale.locale.english_name();
        let message = format!("`{id}` is missing in {language}, and `{name}` is no message");
        let slip = Slip {
            said: format!("{{count}} messages have other names in {language}"),
            of: self.source.messages.len(),
            name: Some(format!("{name} for {id}")),
            help: "the name before the `=` stays as it is in the source language".to_owned(),
        };
        Diagnostic::new(Code::MissingMessage, message)
            .label(self.locale.messages[name].id, format!("is this `{id}`?"))
            .label(original.id, "in the source language")
            .help(format!(
                "if it is, write `{id}`, for the name before the `=` is not translated; if not, add `{id} = ...`"
            ))
            .slip(slip)
    }
}

/// What else can be done about messages that are missing.
const PROOF: &str = "; `build --proof` shows the gaps on the page";

/// The names of the messages before and after each in its file.
fn neighbours(catalog: &Catalog) -> BTreeMap<&str, [Option<&str>; 2]> {
    let mut ordered: Vec<(&str, Span)> =
        catalog.messages.iter().map(|(id, message)| (id.as_str(), message.id)).collect();
    ordered.sort_by_key(|(_, span)| (span.source, span.start));
    let at = |place: Option<usize>, of: SourceId| {
        let (id, span) = ordered.get(place?)?;
        (span.source == of).then_some(*id)
    };
    let named = ordered.iter().enumerate();
    named
        .map(|(place, (id, span))| {
            (*id, [at(place.checked_sub(1), span.source), at(Some(place + 1), span.source)])
        })
        .collect()
}

/// Names of fewer letters are not taken for others (H).
const SHORT: usize = 4;

/// Whether a name is another with a slip of the pen: a letter more, less, other, or two exchanged (H).
fn is_misspelt(given: &str, known: &str) -> bool {
    if given.len() < SHORT || known.len() < SHORT {
        return false;
    }
    let [mut given, mut known] = [given, known].map(|name| name.chars().collect::<Vec<char>>());
    while given.first().is_some_and(|first| known.first() == Some(first)) {
        given.remove(0);
        known.remove(0);
    }
    while given.last().is_some_and(|last| known.last() == Some(last)) {
        given.pop();
        known.pop();
    }
    match (&given[..], &known[..]) {
        ([], _) => known.len() <= 2,
        (_, []) => given.len() <= 2,
        ([a, b], [c, d]) => (a, b) == (d, c),
        ([_], [_]) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_pen_are_known() {
        for (given, known) in
            [("act-headng", "act-heading"), ("act-haeding", "act-heading"), ("actheading", "act-heading")]
        {
            assert!(is_misspelt(given, known), "{given}");
        }
        assert!(!is_misspelt("act-text", "act-heading") && !is_misspelt("card-one", "card-three"));
    }
}
