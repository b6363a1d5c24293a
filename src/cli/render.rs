//! Diagnostics for people and for programs.

use std::io::{IsTerminal, Write, stderr, stdout};

use codespan_reporting::diagnostic::{Diagnostic as Rendered, Label};
use codespan_reporting::files::SimpleFiles;
use codespan_reporting::term::{
    self, Config,
    termcolor::{ColorChoice, StandardStream},
};
use serde::Serialize;
use serde_json::{Value, json};

use polyleaf::{Diagnostic, Diagnostics, Problem, Problems, Severity, SourceId, Sources};

/// Writes every diagnostic to standard error, with its lines of source.
pub(super) fn human(problems: &Problems) {
    let color = stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let mut stream = StandardStream::stderr(if color { ColorChoice::Always } else { ColorChoice::Never });
    for diagnostic in problems.diagnostics.iter() {
        let (files, rendered) = rendered(diagnostic, &problems.sources);
        // Standard error may be closed; there is nobody left to tell.
        let _ = term::emit_to_write_style(&mut stream, &Config::default(), &files, &rendered);
    }
}

/// Says how many problems there are.
pub(super) fn verdict(diagnostics: &Diagnostics) {
    let [errors, warnings] = [Severity::Error, Severity::Warning].map(|severity| diagnostics.count(severity));
    let _ = writeln!(stdout().lock(), "{}", tally(errors, warnings));
}

/// How many problems there are, in words.
pub(super) fn tally(errors: usize, warnings: usize) -> String {
    let count = |number: usize, word: &str| format!("{number} {word}{}", if number == 1 { "" } else { "s" });
    match (errors, warnings) {
        (0, 0) => "no problems".to_owned(),
        _ => format!("{}, {}", count(errors, "error"), count(warnings, "warning")),
    }
}

fn rendered(diagnostic: &Diagnostic, sources: &Sources) -> (SimpleFiles<String, String>, Rendered<usize>) {
    let mut files = SimpleFiles::new();
    let mut known: Vec<(SourceId, usize)> = Vec::new();
    let mut labels = Vec::new();
    for (index, (span, text)) in diagnostic.labels.iter().enumerate() {
        let file = match known.iter().find(|(id, _)| *id == span.source) {
            Some((_, file)) => *file,
            None => {
                let source = sources.get(span.source);
                let file = files.add(source.name.clone(), source.text.clone());
                known.push((span.source, file));
                file
            }
        };
        let range = first_line(&sources.get(span.source).text, span.range());
        let label = if index == 0 { Label::primary(file, range) } else { Label::secondary(file, range) };
        labels.push(label.with_message(text));
    }
    let rendered = match diagnostic.severity {
        Severity::Error => Rendered::error(),
        Severity::Warning => Rendered::warning(),
    };
    let notes = diagnostic.help.iter().map(|help| format!("help: {help}")).collect();
    let rendered = rendered.with_code(diagnostic.code.name()).with_message(&diagnostic.message);
    (files, rendered.with_labels(labels).with_notes(notes))
}

/// A range cut at the end of its first line: where it starts is what a reader needs.
fn first_line(text: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let end = range.end.min(text.len());
    let start = range.start.min(end);
    let line = text.get(start..end).and_then(|part| part.find('\n')).map_or(end, |at| start + at);
    start..line
}

/// Writes one JSON object a line to standard out: diagnostics, then the product’s.
pub(super) fn json(problems: &Problems, product: Vec<Value>) {
    let mut out = stdout().lock();
    for object in problems.iter().map(|problem| problem_json(&problem)).chain(product) {
        // Standard out may be closed; there is nobody left to tell.
        let _ = writeln!(out, "{object}");
    }
}

/// Things as objects that say why they are there.
pub(super) fn lines<T: Serialize>(reason: &str, things: &[T]) -> Vec<Value> {
    let line = |thing: &T| {
        let mut object = serde_json::to_value(thing).expect("all that is reported has plain fields");
        object["reason"] = json!(reason);
        object
    };
    things.iter().map(line).collect()
}

fn problem_json(problem: &Problem<'_>) -> Value {
    let labels: Vec<Value> = problem
        .places
        .iter()
        .map(|place| json!({ "file": place.file, "line": place.line, "column": place.column, "text": place.text }))
        .collect();
    json!({
        "reason": "diagnostic",
        "code": problem.code.name(),
        "severity": problem.severity.name(),
        "message": problem.message,
        "labels": labels,
        "help": problem.help,
    })
}
