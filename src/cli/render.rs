//! Diagnostics for people and for programs. Whatever comes from a file is shown such that it can't move a terminal.

use std::ops::Range;

use codespan_reporting::diagnostic::{Diagnostic as Rendered, Label};
use codespan_reporting::term::{
    self, Config,
    termcolor::{BufferWriter, ColorChoice},
};
use console::colors_enabled_stderr;
use serde::Serialize;
use serde_json::{Value, json};

use super::excerpt::{Excerpts, Pointed};
use super::wrap::{columns, width, wrapped};
use polyleaf::{Diagnostic, More, Problem, Problems, Severity, Sources, Together, Told, escaped_json, shown};

/// Writes what is told of the problems to standard error, with their lines of source, in one piece.
pub(super) fn human(problems: &Problems) {
    let writer =
        BufferWriter::stderr(if colors_enabled_stderr() { ColorChoice::Always } else { ColorChoice::Never });
    let mut buffer = writer.buffer();
    let columns = columns();
    for told in problems.told_to_people() {
        let (excerpts, rendered) = match told {
            Told::Problem(diagnostic) => rendered(diagnostic, columns, &problems.sources),
            Told::Together(together) => rendered_together(&together, columns, &problems.sources),
            Told::More(more) => (
                Excerpts::new(&[], columns, &problems.sources),
                Rendered::note().with_message(shown(&more.to_string())),
            ),
        };
        term::emit_to_write_style(&mut buffer, &Config::default(), &excerpts, &rendered)
            .expect("a buffer takes all, and places are within their excerpts");
    }
    // Standard error may be closed; there is nobody left to tell.
    let _ = writer.print(&buffer);
}

/// Says how many things there are to mend, each of them told in one piece.
pub(super) fn verdict(problems: &Problems) -> String {
    let [errors, warnings] = problems.things();
    format!("{}\n", tally(errors, warnings))
}

/// How many problems there are, in words.
pub(super) fn tally(errors: usize, warnings: usize) -> String {
    let count = |number: usize, word: &str| format!("{number} {word}{}", if number == 1 { "" } else { "s" });
    match (errors, warnings) {
        (0, 0) => "no problems".to_owned(),
        _ => format!("{}, {}", count(errors, "error"), count(warnings, "warning")),
    }
}

fn rendered(diagnostic: &Diagnostic, columns: usize, sources: &Sources) -> (Excerpts, Rendered<usize>) {
    let lines = diagnostic.labels.iter().map(|(span, _)| sources.position(*span).0);
    let digits = lines.max().map_or(0, |line| line.to_string().len());
    // Before a line of source stand its number and a bar, around what is cut off it two marks.
    let room = columns.saturating_sub(digits + 3);
    let labels = diagnostic.labels.iter();
    let pointed: Vec<Pointed> = labels
        .map(|(span, text)| Pointed { span: *span, beside: 1 + width(&shown(text)).min(room * 2 / 3) })
        .collect();
    let excerpts = Excerpts::new(&pointed, room.saturating_sub(2), sources);
    let places: Vec<(usize, Range<usize>)> =
        diagnostic.labels.iter().map(|(span, _)| excerpts.place(*span, sources)).collect();
    let (mut labels, mut notes) = (Vec::new(), Vec::new());
    for (index, ((span, text), place)) in diagnostic.labels.iter().zip(&places).enumerate() {
        let make = if index == 0 { Label::primary } else { Label::secondary };
        let label = |text: &str| make(place.0, place.1.clone()).with_message(text);
        // Others on its line may push what is said of it below the carets.
        let is_alone = places.iter().filter(|other| excerpts.is_beside(other, place)).count() == 1;
        match said_at(&shown(text), excerpts.reach(place), room, is_alone) {
            Beside::Parts(parts) => labels.extend(parts.iter().map(|part| label(part))),
            Beside::Below(text) => {
                let (line, column) = sources.position(*span);
                labels.push(label(""));
                notes.push(note(&format!("{line}:{column}: {text}"), digits, columns));
            }
        }
    }
    notes.extend(diagnostic.help.iter().map(|help| note(&help_line(help), digits, columns)));
    (excerpts, headed(diagnostic, &diagnostic.message, columns).with_labels(labels).with_notes(notes))
}

/// Where what is said of a place stands.
enum Beside {
    /// At the place, in lines from the last to the first.
    Parts(Vec<String>),
    /// Below the excerpt.
    Below(String),
}

/// The fewest columns that words are laid in (H).
const NARROWEST: usize = 24;

/// What is said of a place that starts and ends so far in, in lines that the room holds.
fn said_at(text: &str, [start, end]: [usize; 2], room: usize, is_alone: bool) -> Beside {
    let wide = width(text);
    if end + 1 + wide <= room && (is_alone || start + wide <= room) {
        return Beside::Parts(vec![text.to_owned()]);
    }
    // Where nothing but a caret is pointed at, its first line stands behind that.
    let left = room.saturating_sub(start + 2);
    if left < NARROWEST {
        return Beside::Below(text.to_owned());
    }
    let mut parts: Vec<String> = wrapped(text, left, 0, "").lines().map(str::to_owned).collect();
    if parts.len() == 1 {
        // A second label of its place, which says nothing, puts it below the carets.
        parts.push(String::new());
    }
    parts.reverse();
    Beside::Parts(parts)
}

/// Problems of one slip: how many, where, and what to do.
fn rendered_together(
    together: &Together<'_>,
    columns: usize,
    sources: &Sources,
) -> (Excerpts, Rendered<usize>) {
    let lines = together.places(sources).into_iter().chain([help_line(&together.slip.help)]);
    let notes = lines.map(|line| note(&line, 0, columns)).collect();
    let rendered = headed(together.problems[0], &together.said(), columns).with_notes(notes);
    (Excerpts::new(&[], columns, sources), rendered)
}

/// What is said first.
fn headed(diagnostic: &Diagnostic, message: &str, columns: usize) -> Rendered<usize> {
    let (severity, code) = (diagnostic.severity, diagnostic.code.name());
    let rendered = match severity {
        Severity::Error => Rendered::error(),
        Severity::Warning => Rendered::warning(),
    };
    let before = format!("{}[{code}]: ", severity.name()).len();
    rendered.with_code(code).with_message(wrapped(&shown(message), columns, before, "  "))
}

fn help_line(help: &str) -> String {
    format!("help: {help}")
}

/// Lines below the excerpts, whose sign stands below the bar beside them.
fn note(text: &str, digits: usize, columns: usize) -> String {
    let columns = columns.saturating_sub(digits + 3);
    text.split('\n').map(|line| wrapped(&shown(line), columns, 0, "")).collect::<Vec<_>>().join("\n")
}

/// What is told of the problems, an object each.
pub(super) fn problem_lines(problems: &Problems) -> Vec<Value> {
    let line = |told| match told {
        Told::Problem(diagnostic) => problem_json(&problems.problem(diagnostic)),
        Told::More(more) => more_json(&more),
        Told::Together(_) => unreachable!("programs are told of each problem"),
    };
    problems.told().into_iter().map(line).collect()
}

/// JSON objects as text, one a line.
pub(super) fn json_text(objects: &[Value]) -> String {
    objects.iter().map(|object| format!("{}\n", escaped_json(&object.to_string()))).collect()
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

fn more_json(more: &More<'_>) -> Value {
    let (name, line) = more.message.unzip();
    json!({
        "reason": "more",
        "severity": more.severity.name(),
        "count": more.count,
        "file": more.file,
        "line": line,
        "name": name,
        "message": more.to_string(),
    })
}
