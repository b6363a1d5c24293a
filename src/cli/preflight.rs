//! `polyleaf preflight`: files in, facts and findings out.

use std::io;
use std::path::Path;

use serde_json::{Value, json};

use super::absent::{no_file, whole_path};
use super::args::PreflightArgs;
use super::choice::MessageFormat;
use super::out::{print, talk};
use super::render::{json_text, tally};
use super::said::Said;
use super::wrap::{columns, wrapped};
use polyleaf::preflight::ledger::{Clause, LEDGER};
use polyleaf::preflight::{
    Check, Examination, FaceFact, FileFacts, Finding, PreflightReport, Quote, Severity, examine, length, mm,
};
use polyleaf::{FileFault, FileKind, Profile, read_file, shown};

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
///
/// # Errors
/// Standard out can't be written.
pub(super) fn run(args: &PreflightArgs) -> io::Result<Outcome> {
    let mut worst = Outcome::Right;
    if args.clauses {
        print(&clauses(args.message_format))?;
        return Ok(worst);
    }
    // One after the other, so that no more than one is held.
    for file in &args.files {
        worst = worst.max(examine_file(file, args)?);
    }
    Ok(worst)
}

/// Examines a file and prints its report.
fn examine_file(file: &Path, args: &PreflightArgs) -> io::Result<Outcome> {
    let examination = if args.privacy { Examination::Privacy } else { Examination::Whole };
    let profile = args.profile.map(Profile::from);
    let (report, outcome) = match fetch(file, profile) {
        Ok(bytes) => {
            let report = examine(&bytes, profile, examination);
            let outcome = if report.has_errors() { Outcome::Wrong } else { Outcome::Right };
            (report, outcome)
        }
        Err((report, outcome)) => (*report, outcome),
    };
    print(&match args.message_format {
        MessageFormat::Json => json_text(&json_lines(file, &report)),
        // It was said that there is none.
        MessageFormat::Human if outcome == Outcome::Missing => String::new(),
        MessageFormat::Human if args.quiet && report.findings.is_empty() => String::new(),
        MessageFormat::Human => {
            human_text(&human_lines(file, &report, Told { examination, is_quiet: args.quiet }))
        }
    })?;
    Ok(outcome)
}

/// The bytes of a file; what is reported where it has none that can be had.
pub(super) fn fetch(
    file: &Path,
    profile: Option<Profile>,
) -> Result<Vec<u8>, (Box<PreflightReport>, Outcome)> {
    read_file(file, FileKind::Pdf).map_err(|fault| {
        let report = Box::new(PreflightReport::unread(profile, fault.to_string()));
        if matches!(fault, FileFault::TooLarge(_)) {
            return (report, Outcome::Wrong);
        }
        let said = match std::fs::symlink_metadata(file) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => no_file(file, "", ".pdf"),
            _ => Said::new(format!("{} can’t be read: {fault}", whole_path(file)))
                .words("name a PDF that can be read"),
        };
        talk(&said.text());
        (report, Outcome::Missing)
    })
}

/// Lines as text that can't move a terminal, whatever the file says.
pub(super) fn human_text(lines: &[String]) -> String {
    in_columns(lines, columns())
}

/// The same in lines of so many columns: what goes on stands further in than its first line, below its fact where that has a head.
fn in_columns(lines: &[String], columns: usize) -> String {
    let laid = |line: &String| {
        let line = shown(line);
        let text = line.trim_start();
        let before = line.len() - text.len();
        let (blank, hang) = (" ".repeat(before), " ".repeat(if before > 0 { FACT } else { 2 }));
        format!("{blank}{}\n", wrapped(text, columns, before, &hang))
    };
    lines.iter().map(laid).collect()
}

/// Where a fact stands, behind its head.
const FACT: usize = 13;

/// How each clause is held.
fn clauses(format: MessageFormat) -> String {
    let line = |clause: &Clause| {
        let (standard, held) = (clause.standard.name(), clause.held.words());
        format!("{standard:<8}  {}: {} — {held}", clause.clause, clause.asks)
    };
    let object = |clause: &Clause| {
        json!({
            "reason": "clause",
            "standard": clause.standard.name(),
            "clause": clause.clause,
            "asks": clause.asks,
            "held": clause.held.words(),
            "checks": clause.held.checks().iter().map(|check| check.name()).collect::<Vec<_>>(),
        })
    };
    match format {
        MessageFormat::Human => human_text(&LEDGER.iter().map(line).collect::<Vec<_>>()),
        MessageFormat::Json => json_text(&LEDGER.iter().map(object).collect::<Vec<_>>()),
    }
}

/// How many findings are that bad.
pub(super) fn count_findings(report: &PreflightReport, severity: Severity) -> usize {
    report.findings.iter().filter(|finding| finding.severity() == severity).count()
}

/// A report for programs: its findings, then its facts.
fn json_lines(file: &Path, report: &PreflightReport) -> Vec<Value> {
    let file = file.display().to_string();
    let findings = report.findings.iter().map(|finding| finding_object(&file, finding));
    let whole = json!({
        "reason": "preflight",
        "file": file,
        "profile": report.profile.name(),
        "errors": count_findings(report, Severity::Error),
        "warnings": count_findings(report, Severity::Warning),
        "facts": report.facts,
    });
    findings.chain([whole]).collect()
}

/// A finding for programs.
pub(super) fn finding_object(file: &str, finding: &Finding) -> Value {
    json!({
        "reason": "finding",
        "file": file,
        "check": finding.check().name(),
        "clause": finding.check().clause(),
        "severity": finding.severity().name(),
        "page": finding.page,
        "message": finding.message(),
        "fault": finding.fault,
    })
}

/// A finding for people, with its rule.
pub(super) fn finding_line(finding: &Finding) -> String {
    let page = finding.page.map_or(String::new(), |page| format!("page {page}: "));
    let (severity, check) = (finding.severity().name(), finding.check());
    let (name, clause) = (check.name(), check.clause());
    format!("{severity}[{name}]: {page}{} ({clause})", finding.message())
}

/// What is told of a file.
#[derive(Clone, Copy)]
struct Told {
    examination: Examination,
    /// Whether its facts are left out.
    is_quiet: bool,
}

/// A report for people: the facts first, then what is wrong, each with its rule.
fn human_lines(file: &Path, report: &PreflightReport, told: Told) -> Vec<String> {
    let mut lines = vec![format!("{} for {}", whole_path(file), report.profile.name())];
    let is_read = !report.findings.iter().any(|finding| finding.check() == Check::Unreadable);
    if is_read && !told.is_quiet {
        let facts = match told.examination {
            Examination::Whole => fact_lines(&report.facts),
            Examination::Privacy => Vec::new(),
        };
        let searched = [("searched", search_fact(&report.facts)), ("traces", trace_fact(report))];
        lines.extend(facts.into_iter().chain(searched).map(|(head, fact)| format!("  {head:<9}  {fact}")));
    }
    lines.extend(report.findings.iter().map(finding_line));
    lines.push(tally(count_findings(report, Severity::Error), count_findings(report, Severity::Warning)));
    lines.push(String::new());
    lines
}

/// The facts of a file, each with its head. What the file says itself is quoted, since it may say anything.
fn fact_lines(facts: &FileFacts) -> Vec<(&'static str, String)> {
    let told = |text: &Option<String>| {
        text.as_deref().map_or("none".to_owned(), |text| Quote::new(text).to_string())
    };
    let ink = facts.ink.map_or(String::new(), |ink| format!("; at most {ink:.0} % ink"));
    let tags = if facts.elements == 0 { "none".to_owned() } else { format!("{} elements", facts.elements) };
    vec![
        ("title", told(&facts.title)),
        ("language", told(&facts.language)),
        ("claims", listed(&facts.standards)),
        ("pages", page_fact(facts)),
        ("faces", face_fact(facts)),
        ("colours", format!("{}{ink}", listed(&facts.spaces))),
        ("smallest", type_fact(facts)),
        ("pictures", picture_fact(facts)),
        ("tags", tags),
    ]
}

fn listed(items: &[String]) -> String {
    if items.is_empty() {
        return "none".to_owned();
    }
    items.iter().map(|item| Quote::new(item).to_string()).collect::<Vec<_>>().join(", ")
}

/// How many pages, and their boxes: those of the first, where all are alike.
fn page_fact(facts: &FileFacts) -> String {
    let Some(first) = facts.pages.first() else { return "none".to_owned() };
    let size = |[width, height]: [f64; 2]| format!("{:.2} × {:.2} mm", mm(width), mm(height));
    let is_alike = facts.pages.iter().all(|page| page == first);
    let sizes = if is_alike { "" } else { ", not all alike; the first" };
    let sheet = if first.media == first.trim {
        String::new()
    } else {
        format!(" on a sheet of {}", size(first.media))
    };
    format!("{}{sizes}, {}{sheet}, bleed {}", facts.pages.len(), size(first.trim), length(first.bleed))
}

fn face_fact(facts: &FileFacts) -> String {
    let count = |test: fn(&&FaceFact) -> bool| facts.fonts.iter().filter(test).count();
    match facts.fonts.len() {
        0 => "none".to_owned(),
        all => format!(
            "{all}: {} embedded, {} subset, {} with Unicode",
            count(|face| face.embedded),
            count(|face| face.subset),
            count(|face| face.unicode)
        ),
    }
}

fn type_fact(facts: &FileFacts) -> String {
    let Some(smallest) = &facts.smallest else { return "no text".to_owned() };
    let size = format!("{:.2} pt ({:.2} mm) on page {}", smallest.size, mm(smallest.size), smallest.page);
    let height = match (smallest.x_height, smallest.measured) {
        (Some(height), true) => format!(", x-height {height:.2} pt ({:.2} mm)", mm(height)),
        (Some(height), false) => format!(", x-height declared as {height:.2} pt ({:.2} mm)", mm(height)),
        (None, _) => String::new(),
    };
    format!("{size}{height}, {}", Quote::new(&smallest.font))
}

fn picture_fact(facts: &FileFacts) -> String {
    match (facts.pictures, facts.resolution) {
        (0, _) => "none".to_owned(),
        (count, Some(found)) => format!("{count}, the coarsest of {found:.0} ppi"),
        (count, None) => count.to_string(),
    }
}

fn search_fact(facts: &FileFacts) -> String {
    let searched = &facts.searched;
    format!(
        "{} objects, {} strings, {} streams unpacked and {} of packed pixels, {} bytes",
        searched.objects, searched.strings, searched.streams, searched.packed, searched.bytes
    )
}

/// How many traces there are; that the id is a hash is part of the proof.
fn trace_fact(report: &PreflightReport) -> String {
    let traces =
        report.findings.iter().filter(|finding| finding.check().name().starts_with("trace/")).count();
    let id = if report.facts.searched.id_is_hash { "; the file’s id is the hash of the rest" } else { "" };
    match traces {
        0 => format!("none{id}"),
        _ => format!("{traces}{id}"),
    }
}
