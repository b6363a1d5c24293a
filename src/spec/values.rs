//! What holds for every string and number of a file, whatever it is for: characters that can't be meant, letters that look
//! like others, blanks for words, numbers that are none. In: the file as TOML. Out: what is wrong, at its value.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::characters::{MOST_FOUND, faults, is_blank, suspects, told, unbalanced, warned};
use crate::diag::{Code, Diagnostic, Reporter, Severity};
use crate::source::{SourceId, Span};

/// The longest string that a file may hold, in characters (H): longer is a file that was pasted.
const LONGEST: usize = 10_000;

/// Reports what can't be meant in the values of a file that is sound TOML.
pub(super) fn check_values(source: SourceId, text: &str, reporter: &mut Reporter<'_>) {
    if let Ok(table) = DeTable::parse(text) {
        Walk { source, text, reporter }.table(table.get_ref());
    }
}

struct Walk<'a, 'd> {
    source: SourceId,
    text: &'a str,
    reporter: &'a mut Reporter<'d>,
}

impl Walk<'_, '_> {
    fn table(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            self.string(key.get_ref(), key.span());
            self.value(value);
        }
    }

    fn value(&mut self, value: &Spanned<DeValue<'_>>) {
        match value.get_ref() {
            DeValue::String(string) => self.string(string, value.span()),
            DeValue::Array(array) => array.iter().for_each(|value| self.value(value)),
            DeValue::Table(table) => self.table(table),
            DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {}
        }
    }

    fn string(&mut self, string: &str, whole: Range<usize>) {
        if string.chars().all(|c| c.is_ascii_graphic()) && string.len() <= LONGEST {
            return;
        }
        let written = self.text.get(whole.clone()).unwrap_or_default();
        // What is written by its number has no place of its own within the value.
        let start = written.find(string).map(|at| whole.start + at);
        let source = self.source;
        let place = |range: Range<usize>| match start {
            Some(start) => Span::new(source, start + range.start..start + range.end),
            None => Span::new(source, whole.clone()),
        };
        for found in faults(string) {
            self.reporter.error(told(&found.fault, place(found.range)));
        }
        if let Some(at) = unbalanced(string) {
            let wrong = Diagnostic::new(Code::ForbiddenCharacter, "an isolate has no other end");
            let wrong = wrong.label(place(at..at + 3), "this one");
            self.reporter.error(wrong.help("write U+2068 before and U+2069 after the words, or take it out"));
        }
        for suspect in suspects(string).into_iter().take(MOST_FOUND) {
            self.reporter.report(Severity::Warning, warned(&suspect, place(suspect.range.clone())));
        }
        if !string.is_empty() && is_blank(string) {
            let wrong = Diagnostic::new(Code::Toml, "this value holds blanks alone");
            let wrong = wrong.label(place(0..string.len()), "nothing of it is seen");
            self.reporter.error(wrong.help("write what is meant, or take the line out"));
        }
        if string.chars().count() > LONGEST {
            let wrong = Diagnostic::new(Code::Toml, format!("a value has more than {LONGEST} characters"));
            let wrong = wrong.label(place(0..string.len()), "this one");
            self.reporter.error(wrong.help("long texts stand in the messages, in locales/*/*.ftl"));
        }
    }
}
