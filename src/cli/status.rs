//! How far a project is, for people: tables of the languages and of how each leaflet fits, what is said of reviews and of how easy
//! the texts are to read.

use super::built::{language, line};
use super::table::table;
use super::wrap::width;
use polyleaf::{FitStatus, LocaleStatus, Status, shown};

/// All of it, in lines of at most so many columns.
pub(super) fn status(status: &Status, columns: usize) -> String {
    told(status, &[reviews(status, columns), readability(status, columns)].concat(), columns)
}

/// What is wrong alone.
pub(super) fn wrong(status: &Status, columns: usize) -> String {
    told(&status.wrong(), "", columns)
}

fn told(status: &Status, between: &str, columns: usize) -> String {
    let heads = ["language", ">messages", ">translated", ">copied", ">missing", ">errors"];
    let rows = status.locales.iter().map(|locale| {
        let counts = [locale.messages, locale.translated, locale.copied, locale.missing, locale.errors];
        let [messages, translated, copied, missing, errors] = counts.map(|count| count.to_string());
        [language(&locale.locale), messages, translated, copied, missing, errors]
    });
    let mut text = narrow_table(heads, rows, columns);
    text += between;
    let (set, unset): (Vec<&FitStatus>, Vec<&FitStatus>) =
        status.fits.iter().partition(|fit| fit.problem.is_none());
    if !set.is_empty() {
        text.push('\n');
    }
    let heads = ["language", "leaflet", "layout", "paper", ">size", ">ideal", ">fill"];
    text += &narrow_table(heads, set.into_iter().map(fit_row), columns);
    if !unset.is_empty() {
        text += "\nNot made:\n";
    }
    for fit in unset {
        let FitStatus { locale, leaflet, layout, paper, problem, .. } = fit;
        let why = problem.as_deref().unwrap_or_default();
        let told = format!("{locale}, {leaflet} in {layout} on {paper}: {why}");
        text += &line(&shown(&told), "  ", columns);
    }
    let lacking: Vec<&str> = status
        .locales
        .iter()
        .map(|locale| locale.locale.as_str())
        .filter(|tag| is_wrong(status, tag))
        .collect();
    if !lacking.is_empty() {
        text += "\n";
        text += &line(&format!("What is wrong: polyleaf check {}", shown(&lacking.join(" "))), "", columns);
    }
    text
}

/// A table, or where that is too wide a sentence a row.
fn narrow_table<const N: usize>(
    heads: [&str; N],
    rows: impl Iterator<Item = [String; N]>,
    columns: usize,
) -> String {
    let rows: Vec<[String; N]> = rows.collect();
    let text = table(heads, rows.iter().cloned());
    if text.lines().all(|line| width(line) <= columns) {
        return text;
    }
    let sentence = |row: &[String; N]| {
        let cells = heads.iter().zip(row).skip(1);
        let cells = cells.map(|(head, cell)| format!("{} {cell}", head.trim_start_matches('>')));
        let cells: Vec<String> = cells.collect();
        line(&shown(&format!("{}: {}", row[0], cells.join(", "))), "", columns)
    };
    rows.iter().map(sentence).collect()
}

/// How far the review of the languages is: a row each, or a line where none has been reviewed.
fn reviews(status: &Status, columns: usize) -> String {
    let is_begun =
        |locale: &LocaleStatus| locale.reviewed + locale.outdated + locale.changed + locale.expired > 0;
    let locales = &status.locales;
    if locales.is_empty() {
        return String::new();
    }
    if !locales.iter().any(is_begun) {
        let words = "No message has been reviewed yet: all are drafts. `polyleaf approve LANGUAGE --by NAME` records a \
                     review.";
        return format!("\n{}", line(words, "", columns));
    }
    let rows = locales.iter().map(|locale| {
        let counts = [locale.reviewed, locale.outdated, locale.changed, locale.expired, locale.draft];
        let [reviewed, outdated, changed, expired, draft] = counts.map(|count| count.to_string());
        [language(&locale.locale), reviewed, outdated, changed, expired, draft]
    });
    let heads = ["language", ">reviewed", ">outdated", ">changed", ">expired", ">draft"];
    let mut text = format!("\n{}", narrow_table(heads, rows, columns));
    if locales.iter().any(|locale| locale.outdated > 0) {
        text += &line("What changed: polyleaf status --diff", "", columns);
    }
    text
}

/// How easy the languages are to read that have a formula; nothing where none has enough text.
fn readability(status: &Status, columns: usize) -> String {
    let scores = status.locales.iter().filter_map(|locale| {
        let polyleaf::Readability { score, plain, formula } = locale.readability.as_ref()?;
        let name = language(&locale.locale);
        let verdict = if score >= plain { "" } else { ", harder than that" };
        Some(format!("{name} {score} (plain from {plain}, {formula}{verdict})"))
    });
    let scores: Vec<String> = scores.collect();
    if scores.is_empty() {
        return String::new();
    }
    format!(
        "\n{}",
        line(&format!("How easy to read, 100 being easiest: {}.", scores.join("; ")), "", columns)
    )
}

/// Whether a language lacks something, has errors or does not fit.
fn is_wrong(status: &Status, tag: &str) -> bool {
    let lacks = status.locales.iter().any(|own| own.locale == tag && own.missing + own.errors > 0);
    lacks || status.fits.iter().any(|fit| fit.locale == tag && fit.problem.is_some())
}

/// How much of what is wrong with languages stands in the table alone: `above; in the table 2 errors, 11 missing messages`. Nothing
/// where there is none.
pub(super) fn in_table(status: &Status) -> String {
    let sum = |of: fn(&LocaleStatus) -> usize| status.locales.iter().map(of).sum::<usize>();
    let unfit = status.fits.iter().filter(|fit| fit.problem.is_some()).count();
    let counts = [
        (sum(|locale| locale.errors), "error", "errors"),
        (sum(|locale| locale.missing), "missing message", "missing messages"),
        (unfit, "leaflet that is not made", "leaflets that are not made"),
    ];
    let counts = counts.into_iter().filter(|(count, ..)| *count > 0);
    let counts: Vec<String> =
        counts.map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many })).collect();
    if counts.is_empty() { String::new() } else { format!(" above; in the table {}", counts.join(", ")) }
}

fn fit_row(fit: &FitStatus) -> [String; 7] {
    let or_none = |cell: Option<String>| cell.unwrap_or_else(|| "–".to_owned());
    [
        fit.locale.clone(),
        fit.leaflet.clone(),
        fit.layout.clone(),
        fit.paper.clone(),
        or_none(fit.body_pt.map(|size| format!("{size:.2} pt"))),
        format!("{:.1} pt", fit.ideal_pt),
        or_none(fit.fill.map(|fill| format!("{:.0} %", fill * 100.0))),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_than_the_terminal_unless_a_word_is() {
        let made = polyleaf::Project::embedded().status(&polyleaf::Selection::default(), None).made;
        let mut crowded = made.clone();
        for fit in crowded.fits.iter_mut().step_by(3) {
            fit.problem = Some("114.2 pt (about 1090 characters) too tall for panel “second”".to_owned());
        }
        for columns in [50, 80] {
            for told in [status(&made, columns), status(&crowded, columns), wrong(&crowded, columns)] {
                let wide: Vec<&str> = told.lines().filter(|line| width(line) > columns).collect();
                assert!(wide.is_empty() && !told.contains("\n\n\n"), "{columns}: {wide:#?}");
            }
        }
        assert!(status(&crowded, 80).contains("Not made:\n  en, factsheet in factsheet on letter: 114.2 pt"));
        assert!(status(&made, 80).contains("How easy to read, 100 being easiest: English 6"));
    }
}
