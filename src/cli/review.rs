//! `polyleaf approve` and `polyleaf status --diff`: who reviewed what, and what changed since.

use std::time::{SystemTime, UNIX_EPOCH};

use console::{colors_enabled, style};
use polyleaf::{Approval, Approved, Change, ChangeKind, FilePlace, OutdatedMessage, Selection, shown};

use super::answer::{Answer, Product, finish};
use super::args::{ApproveArgs, StatusArgs};
use super::built::{language, line};
use super::misuse::{Misuse, project};
use super::{render, wrap};

/// How many messages are named at most that were out of date.
const NAMED: usize = 20;

/// Records a review.
pub(super) fn approve(args: &ApproveArgs) -> Result<Answer, Misuse> {
    let project = project(&args.project)?;
    let approval = Approval {
        language: args.language.clone(),
        messages: args.messages.clone(),
        leaflets: args.leaflet.clone(),
        reviewer: args.by.clone(),
        date: args.date.clone().unwrap_or_else(today),
        until: args.until.clone(),
        note: args.note.clone(),
    };
    let told = project.approve(&approval);
    let made = told.made;
    let lines = || render::lines("approved", made.as_slice());
    let closing = || made.iter().map(|approved| approved_words(approved, wrap::columns())).collect();
    let product = Product { lines: &lines, closing: &closing, ..Product::NONE };
    Ok(finish(told.problems, args.message_format, &product))
}

/// What was written, and what was not.
fn approved_words(approved: &Approved, columns: usize) -> String {
    let count = approved.messages.len();
    let mut words = match count {
        0 => format!("Nothing of {} was approved.", language(&approved.locale)),
        1 => format!("1 message of {} is approved, in {}.", language(&approved.locale), approved.file),
        _ => {
            format!("{count} messages of {} are approved, in {}.", language(&approved.locale), approved.file)
        }
    };
    let outdated = &approved.outdated;
    if !outdated.is_empty() {
        let were = match (count, outdated.len()) {
            (1, _) => "It was".to_owned(),
            (_, 1) => "1 of them was".to_owned(),
            (_, all) => format!("{all} of them were"),
        };
        let mut named = outdated.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
        if outdated.len() > NAMED {
            named += &format!(" and {} more", outdated.len() - NAMED);
        }
        words += &format!(
            " {were} out of date: the source language’s words had changed since. What is approved is \
             the translation of the new words, so read once more: {named}."
        );
    }
    if approved.kept > 0 {
        words += &format!(" Reviewed before as they stand, and left so: {}.", approved.kept);
    }
    if approved.refused > 0 {
        words += &format!(" Not approved: {}.", approved.refused);
    }
    line(&words, "", columns)
}

/// The day, by the clock of this machine in universal time.
fn today() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let mut left = since.as_secs() / (24 * 60 * 60);
    let mut year = 1970;
    let is_leap =
        |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let year_days = |year| if is_leap(year) { 366 } else { 365 };
    while left >= year_days(year) {
        left -= year_days(year);
        year += 1;
    }
    let february = if is_leap(year) { 29 } else { 28 };
    let mut month = 1;
    for days in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if left < days {
            break;
        }
        left -= days;
        month += 1;
    }
    format!("{year:04}-{month:02}-{:02}", left + 1)
}

/// What changed in the source language since messages were reviewed.
pub(super) fn diff(args: &StatusArgs) -> Result<Answer, Misuse> {
    let project = project(&args.project)?;
    let selection =
        Selection { locales: args.languages.named(), leaflets: args.leaflet.clone(), ..Selection::default() };
    let told = project.outdated(&selection);
    let outdated = &told.made;
    let lines = || render::lines("outdated", outdated);
    let is_read = !told.problems.has_errors();
    let table = || match outdated[..] {
        [] if is_read => "No message is out of date.\n".to_owned(),
        _ => outdated.iter().map(outdated_words).collect(),
    };
    let product = Product { lines: &lines, table: &table, ..Product::NONE };
    Ok(finish(told.problems, args.message_format, &product))
}

fn outdated_words(outdated: &OutdatedMessage) -> String {
    let OutdatedMessage { locale, message, source, translation, changes } = outdated;
    let mut text = format!("{locale} {message}: {}", place(translation));
    if source != translation {
        text += &format!(", changed in {}", place(source));
    }
    let mut text = shown(&text).into_owned() + "\n";
    let words: String = changes.iter().map(marked).collect();
    for line in words.split('\n') {
        text += &format!("  {line}\n");
    }
    text
}

fn place(place: &FilePlace) -> String {
    format!("{}:{}:{}", place.file, place.line, place.column)
}

/// Words that changed: in colour where there is any, else between marks. Each line by itself, so that no mark spans two.
fn marked(change: &Change) -> String {
    let mark = |words: &str| {
        let words = shown(words);
        match change.kind {
            _ if words.is_empty() => String::new(),
            ChangeKind::Same => words.into_owned(),
            ChangeKind::Removed if colors_enabled() => style(words).red().strikethrough().to_string(),
            ChangeKind::Added if colors_enabled() => style(words).green().bold().to_string(),
            ChangeKind::Removed => format!("[-{words}-]"),
            ChangeKind::Added => format!("{{+{words}+}}"),
        }
    };
    change.text.split('\n').map(mark).collect::<Vec<_>>().join("\n")
}
