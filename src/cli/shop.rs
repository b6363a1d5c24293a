//! `polyleaf preflight --press NAME`: files held against what a print shop wants, wish by wish; `--presses`: which shops take them.

use std::io;
use std::path::Path;

use polyleaf::preflight::{
    Check, PreflightReport, PressLine, SentFile, Severity, Verdict, Wish, examine_for_presses, unasked,
};
use polyleaf::{Press, Problems, Profile, Project};
use serde_json::{Value, json};

use super::args::PreflightArgs;
use super::choice::MessageFormat;
use super::out::print;
use super::preflight::{Outcome, count_findings, fetch, finding_line, finding_object, human_text};
use super::render::{human, json_text, problem_lines, tally};
use super::wrap::whole;

/// Holds all files against the presses, and says what is wrong with the presses themselves.
///
/// # Errors
/// Standard out can't be written.
pub(super) fn run(
    args: &PreflightArgs,
    project: &Project,
    presses: &[Press],
    problems: &Problems,
) -> io::Result<Outcome> {
    match args.message_format {
        MessageFormat::Json => print(&json_text(&problem_lines(problems)))?,
        MessageFormat::Human => human(problems),
    }
    let mut worst = match (problems.has_misuse(), problems.has_errors()) {
        (true, _) => Outcome::Missing,
        (false, true) => Outcome::Wrong,
        (false, false) => Outcome::Right,
    };
    if presses.is_empty() {
        return Ok(worst);
    }
    for file in &args.files {
        worst = worst.max(examine_file(file, project, presses, args)?);
    }
    Ok(worst)
}

/// What a file came to, and what is said of it.
struct Held {
    report: PreflightReport,
    /// The lines of each press.
    lines: Vec<Vec<PressLine>>,
}

/// Holds one file against the presses and prints what came of it.
fn examine_file(
    file: &Path,
    project: &Project,
    presses: &[Press],
    args: &PreflightArgs,
) -> io::Result<Outcome> {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let (held, outcome) = match fetch(file, Some(Profile::Press)) {
        Ok(bytes) => {
            let beside = names_beside(file);
            let build = command(project, args, &name);
            let sent = SentFile { name: &name, build: build.as_deref(), beside: &beside };
            let (report, lines) = examine_for_presses(&bytes, sent, presses);
            let held = Held { report, lines };
            let is_right = match &args.press {
                Some(_) => held.lines.iter().all(|lines| is_taken(&held.report, lines)),
                // Of all shops some don't take it, which is what is asked.
                None => {
                    let is_none = |check| matches!(check, Check::Unreadable | Check::NoPage);
                    !held.report.findings.iter().any(|finding| is_none(finding.check()))
                }
            };
            let outcome = if is_right { Outcome::Right } else { Outcome::Wrong };
            (held, outcome)
        }
        Err((report, outcome)) => (Held { report: *report, lines: vec![Vec::new(); presses.len()] }, outcome),
    };
    let (file, is_one) = (file.display().to_string(), args.press.is_some());
    print(&match (args.message_format, is_one) {
        (MessageFormat::Human, _) if args.quiet && outcome == Outcome::Right => String::new(),
        (MessageFormat::Json, _) => json_text(&objects(&file, presses, &held)),
        (MessageFormat::Human, true) => {
            let lines = wishes(&file, &presses[0], &held);
            let kept = lines.into_iter().filter(|line| !args.quiet || !line.starts_with("met["));
            human_text(&kept.collect::<Vec<_>>())
        }
        (MessageFormat::Human, false) => human_text(&shops(&file, presses, &held)),
    })?;
    Ok(outcome)
}

/// The command that makes a file of that name, if it is one of the project's.
fn command(project: &Project, args: &PreflightArgs, name: &str) -> Option<String> {
    let folder = args.project.project.as_ref().map(|folder| format!(" --project {}", quoted(folder)));
    let arguments = project.remake_arguments(name)?;
    Some(format!("polyleaf build{} {arguments}", folder.unwrap_or_default()))
}

/// A path as a shell takes it.
fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/._-+".contains(c);
    if path.chars().all(is_plain) { path } else { format!("'{}'", path.replace('\'', "'\\''")) }
}

/// The names of the PDFs in the folder of a file.
fn names_beside(file: &Path) -> Vec<String> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    names.filter(|name| name.ends_with(".pdf")).collect()
}

/// Whether a shop takes a file as it is.
fn is_taken(report: &PreflightReport, lines: &[PressLine]) -> bool {
    !report.has_errors() && lines.iter().all(|line| line.verdict != Verdict::Missed)
}

/// What is said of a wish, and of a fault, at the head of its line.
fn head(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "met",
        Verdict::Note => "note",
        Verdict::Missed => "error",
    }
}

/// A press's wishes for people: wanted, found, and what gets it; last where they were read.
fn wishes(file: &str, press: &Press, held: &Held) -> Vec<String> {
    let mut lines = vec![format!("{} for the press “{}”", whole(file), press.name)];
    let wishes = &held.lines[0];
    for PressLine { wish, verdict, wanted, found, how } in wishes {
        let how = how.as_ref().map_or(String::new(), |how| format!(" — {how}"));
        lines.push(format!("{}[{}]: wanted {wanted}; found {found}{how}", head(*verdict), wish.name()));
    }
    lines.extend(held.report.findings.iter().map(finding_line));
    let missed = wishes.iter().filter(|line| line.verdict == Verdict::Missed).count();
    let [errors, warnings] =
        [Severity::Error, Severity::Warning].map(|severity| count_findings(&held.report, severity));
    lines.push(tally(missed + errors, warnings));
    lines.extend(unasked_line(press));
    lines.extend(read_line(press));
    lines.push(String::new());
    lines
}

/// What the press does not ask for, in a line.
fn unasked_line(press: &Press) -> Option<String> {
    let words: Vec<&str> = unasked(press).into_iter().map(Wish::word).collect();
    let listed = words.join(", ");
    (!words.is_empty()).then(|| format!("not asked by “{}”, so not judged: {listed}", press.name))
}

/// Where the wishes of a press were read.
fn read_line(press: &Press) -> Option<String> {
    let source = press.source.as_ref()?;
    Some(format!("as read {} at {}; ask the shop", source.read, source.address))
}

/// Which presses take a file, and in a few words why the others don't.
fn shops(file: &str, presses: &[Press], held: &Held) -> Vec<String> {
    let mut lines = vec![whole(file)];
    let width = presses.iter().map(|press| press.name.chars().count()).max().unwrap_or(0);
    for (press, wishes) in presses.iter().zip(&held.lines) {
        let answer = if is_taken(&held.report, wishes) {
            "yes".to_owned()
        } else {
            format!("no: {}", why(held, wishes))
        };
        lines.push(format!("  {:<width$}  {answer}", press.name));
    }
    lines.push("as their pages were read; ask the shop".to_owned());
    lines.push(String::new());
    lines
}

/// In a few words why a shop does not take a file.
fn why(held: &Held, wishes: &[PressLine]) -> String {
    let missed = wishes.iter().filter(|line| line.verdict == Verdict::Missed);
    let told = |line: &PressLine| {
        let PressLine { wish, wanted, found, .. } = line;
        format!("{} (wanted {wanted}; found {found})", wish.word())
    };
    let mut words: Vec<String> = missed.map(told).collect();
    let mut faults: Vec<&str> = held
        .report
        .findings
        .iter()
        .filter(|finding| finding.severity() == Severity::Error)
        .map(|finding| finding.check().name())
        .collect();
    faults.dedup();
    words.extend(faults.into_iter().map(str::to_owned));
    words.join("; ")
}

/// All that for programs: a line a wish, then one a press.
fn objects(file: &str, presses: &[Press], held: &Held) -> Vec<Value> {
    let mut objects: Vec<Value> =
        held.report.findings.iter().map(|finding| finding_object(file, finding)).collect();
    for (press, wishes) in presses.iter().zip(&held.lines) {
        objects.extend(wishes.iter().map(|line| {
            json!({
                "reason": "wish",
                "file": file,
                "press": press.name,
                "wish": line.wish.name(),
                "verdict": line.verdict,
                "wanted": line.wanted,
                "found": line.found,
                "how": line.how,
            })
        }));
        let source = press.source.as_ref();
        objects.push(json!({
            "reason": "press",
            "file": file,
            "press": press.name,
            "taken": is_taken(&held.report, wishes),
            "not_asked": unasked(press).into_iter().map(Wish::name).collect::<Vec<_>>(),
            "source": source.map(|source| &source.address),
            "read": source.map(|source| &source.read),
        }));
    }
    objects
}
