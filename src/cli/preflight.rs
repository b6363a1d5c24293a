//! `polyleaf preflight`: files in, facts and findings out.

use std::fs;
use std::io::{Write, stdout};
use std::path::Path;

use serde_json::{Value, json};

use super::args::{MessageFormat, PreflightArgs};
use super::render::tally;
use polyleaf::Profile;
use polyleaf::preflight::ledger::LEDGER;
use polyleaf::preflight::{Check, Facts, FontFact, Report, Scope, Severity, examine, mm};

/// What came of the files, the worst counting.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Outcome {
    /// No file has an error.
    Right,
    /// One of them has.
    Wrong,
    /// One of them is not there, which is a misuse.
    Missing,
}

/// Examines all files, also those after one that is not there.
pub(super) fn run(args: &PreflightArgs) -> Outcome {
    if args.clauses {
        print_clauses(args.message_format);
        return Outcome::Right;
    }
    let scope = if args.privacy { Scope::Privacy } else { Scope::Whole };
    // One after the other, so that no more than one is held.
    let outcomes = args.files.iter().map(|file| {
        let (report, outcome) = match fs::read(file) {
            Ok(bytes) => {
                let report = examine(&bytes, args.profile.map(Profile::from), scope);
                let outcome = if report.has_errors() { Outcome::Wrong } else { Outcome::Right };
                (report, outcome)
            }
            Err(error) => {
                eprintln!("polyleaf: {} can’t be read: {error}", file.display());
                (Report::unread(args.profile.map(Profile::from), error.to_string()), Outcome::Missing)
            }
        };
        let lines = match args.message_format {
            MessageFormat::Json => report_objects(file, &report).iter().map(Value::to_string).collect(),
            MessageFormat::Human => report_sheet(file, &report, scope),
        };
        print_lines(&lines);
        outcome
    });
    outcomes.max().unwrap_or(Outcome::Right)
}

fn print_lines(lines: &[String]) {
    let mut out = stdout().lock();
    for line in lines {
        // Standard out may be closed; there is nobody left to tell.
        let _ = writeln!(out, "{line}");
    }
}

/// How each clause is held.
fn print_clauses(format: MessageFormat) {
    let lines = LEDGER.iter().map(|entry| match format {
        MessageFormat::Human => {
            format!("{:<8}  {}: {} — {}", entry.standard.name(), entry.clause, entry.asks, entry.held.words())
        }
        MessageFormat::Json => json!({
            "reason": "clause",
            "standard": entry.standard.name(),
            "clause": entry.clause,
            "asks": entry.asks,
            "held": entry.held.words(),
            "checks": entry.held.checks().iter().map(|check| check.name()).collect::<Vec<_>>(),
        })
        .to_string(),
    });
    print_lines(&lines.collect::<Vec<_>>());
}

fn finding_count(report: &Report, severity: Severity) -> usize {
    report.findings.iter().filter(|finding| finding.severity == severity).count()
}

/// A report for programs: its findings, then its facts.
fn report_objects(file: &Path, report: &Report) -> Vec<Value> {
    let file = file.display().to_string();
    let findings = report.findings.iter().map(|finding| {
        json!({
            "reason": "finding",
            "file": file,
            "check": finding.check.name(),
            "clause": finding.check.clause(),
            "severity": finding.severity.name(),
            "page": finding.page,
            "message": finding.message,
        })
    });
    let whole = json!({
        "reason": "preflight",
        "file": file,
        "profile": report.profile.name(),
        "errors": finding_count(report, Severity::Error),
        "warnings": finding_count(report, Severity::Warning),
        "facts": report.facts,
    });
    findings.chain([whole]).collect()
}

/// A report for people: the facts first, then what is wrong, each with its rule.
fn report_sheet(file: &Path, report: &Report, scope: Scope) -> Vec<String> {
    let mut lines = vec![format!("{} for {}", file.display(), report.profile.name())];
    let is_read = !report.findings.iter().any(|finding| finding.check == Check::Unreadable);
    if is_read {
        let facts = match scope {
            Scope::Whole => all_facts(report),
            Scope::Privacy => Vec::new(),
        };
        let searched = [("searched", search_facts(&report.facts)), ("traces", trace_facts(report))];
        lines.extend(facts.into_iter().chain(searched).map(|(head, fact)| format!("  {head:<9}  {fact}")));
    }
    for finding in &report.findings {
        let page = finding.page.map_or(String::new(), |page| format!("page {page}: "));
        let (severity, check, clause) =
            (finding.severity.name(), finding.check.name(), finding.check.clause());
        lines.push(format!("{severity}[{check}]: {page}{} ({clause})", finding.message));
    }
    lines.push(tally(finding_count(report, Severity::Error), finding_count(report, Severity::Warning)));
    lines.push(String::new());
    lines
}

fn all_facts(report: &Report) -> Vec<(&'static str, String)> {
    let facts = &report.facts;
    let list = |items: &[String]| if items.is_empty() { "none".to_owned() } else { items.join(", ") };
    let ink = facts.ink.map_or(String::new(), |ink| format!("; at most {ink:.0} % ink"));
    vec![
        ("title", facts.title.clone().unwrap_or_else(|| "none".to_owned())),
        ("language", facts.language.clone().unwrap_or_else(|| "none".to_owned())),
        ("keeps", list(&facts.standards)),
        ("pages", page_facts(facts)),
        ("faces", face_facts(facts)),
        ("colours", format!("{}{ink}", list(&facts.spaces))),
        ("smallest", smallest_text(facts)),
        ("pictures", picture_facts(facts)),
        (
            "tags",
            if facts.elements == 0 { "none".to_owned() } else { format!("{} elements", facts.elements) },
        ),
    ]
}

/// How many pages, and their boxes: those of the first, where all are alike.
fn page_facts(facts: &Facts) -> String {
    let Some(first) = facts.pages.first() else { return "none".to_owned() };
    let size = |[width, height]: [f64; 2]| format!("{:.2} × {:.2} mm", mm(width), mm(height));
    let alike = facts.pages.iter().all(|page| page == first);
    let sizes = if alike { "" } else { ", not all alike; the first" };
    let sheet = if first.media == first.trim {
        String::new()
    } else {
        format!(" on a sheet of {}", size(first.media))
    };
    format!("{}{sizes}, {}{sheet}, bleed {:.2} mm", facts.pages.len(), size(first.trim), mm(first.bleed))
}

fn face_facts(facts: &Facts) -> String {
    let count = |test: fn(&FontFact) -> bool| facts.fonts.iter().filter(|font| test(font)).count();
    match facts.fonts.len() {
        0 => "none".to_owned(),
        all => format!(
            "{all}: {} embedded, {} subset, {} with Unicode",
            count(|font| font.embedded),
            count(|font| font.subset),
            count(|font| font.unicode)
        ),
    }
}

fn smallest_text(facts: &Facts) -> String {
    let Some(smallest) = &facts.smallest else { return "no text".to_owned() };
    let size = format!("{:.2} pt ({:.2} mm) on page {}", smallest.size, mm(smallest.size), smallest.page);
    let height = match (smallest.x_height, smallest.measured) {
        (Some(height), true) => format!(", its x {height:.2} pt ({:.2} mm) high", mm(height)),
        (Some(height), false) => format!(", its x said to be {height:.2} pt ({:.2} mm) high", mm(height)),
        (None, _) => String::new(),
    };
    format!("{size}{height}, {}", smallest.font)
}

fn picture_facts(facts: &Facts) -> String {
    match (facts.pictures, facts.resolution) {
        (0, _) => "none of pixels".to_owned(),
        (count, Some(found)) => format!("{count}, the coarsest of {found:.0} ppi"),
        (count, None) => count.to_string(),
    }
}

fn search_facts(facts: &Facts) -> String {
    let searched = &facts.searched;
    format!(
        "{} objects, {} strings, {} streams unpacked and {} of packed pixels, {} bytes",
        searched.objects, searched.strings, searched.streams, searched.packed, searched.bytes
    )
}

/// How many traces there are; that the id is a hash is part of the proof.
fn trace_facts(report: &Report) -> String {
    let traces = report.findings.iter().filter(|finding| finding.check.name().starts_with("trace/")).count();
    let id = if report.facts.searched.id_is_hash { "; the id is the hash of the rest" } else { "" };
    match traces {
        0 => format!("none{id}"),
        _ => format!("{traces}{id}"),
    }
}
