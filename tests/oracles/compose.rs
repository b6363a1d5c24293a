//! Prints what the composer makes of every message of a project, a JSON object a line, for tools that share no code with it.
//!
//! - `lines`: every paragraph set at each measure, size and alignment asked for.
//! - `glyphs`: every paragraph's runs as they were shaped.
//! - `breaks`: every paragraph's places where a line may end, and its language's glossary.

use std::collections::BTreeMap;
use std::io::{BufWriter, Write, stdout};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use polyleaf::color::Color;
use polyleaf::diag::Diagnostics;
use polyleaf::font::Variant;
use polyleaf::frame::Role;
use polyleaf::geom::{Abs, Em};
use polyleaf::locale::Locale;
use polyleaf::project::{self, Files, LoadedLocale, Project, Selection};
use polyleaf::source::Sources;
use polyleaf::spec::MessageRef;
use polyleaf::style::{Align, LineStyle, ParagraphStyle};
use polyleaf::text::{BreakOptions, Line, Paragraph, break_lines, set_line};
use serde_json::{Value, json};

/// What is asked for.
#[derive(Parser)]
struct Args {
    /// What to print.
    mode: Mode,
    /// The project's folder; the built-in factsheet without it.
    #[arg(long)]
    project: Option<PathBuf>,
    /// Languages; all of the project without it.
    #[arg(long)]
    locale: Vec<String>,
    /// Measures: in millimetres (`83mm`), points (`200pt`) or em of the size (`22em`).
    #[arg(long, value_parser = measure, default_value = "83mm")]
    measure: Vec<Measure>,
    /// Sizes of the type in points.
    #[arg(long, default_value = "11")]
    size: Vec<f64>,
    /// Alignments of running text; that of the locale without it. Headings are always ragged.
    #[arg(long)]
    align: Vec<Alignment>,
}

/// What is printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Mode {
    Lines,
    Glyphs,
    Breaks,
}

/// How lines are aligned.
#[derive(Clone, Copy, ValueEnum)]
enum Alignment {
    Start,
    Justify,
    /// As the locale asks.
    Own,
}

/// A measure, of the page or of the size.
#[derive(Clone, Copy)]
enum Measure {
    Abs(Abs),
    Em(Em),
}

impl Measure {
    fn at(self, size: Abs) -> Abs {
        match self {
            Measure::Abs(measure) => measure,
            Measure::Em(measure) => measure.at(size),
        }
    }
}

fn measure(text: &str) -> Result<Measure, String> {
    type Unit = (&'static str, fn(f64) -> Measure);
    let units: [Unit; 3] = [
        ("mm", |number| Measure::Abs(Abs::mm(number))),
        ("pt", |number| Measure::Abs(Abs::pt(number))),
        ("em", |number| Measure::Em(Em::new(number))),
    ];
    let known = units.into_iter().find_map(|(unit, of)| Some((of, text.strip_suffix(unit)?)));
    let (of, number) = known.ok_or("write it like 83mm, 200pt or 22em")?;
    let number: f64 = number.parse().map_err(|_| "the number is none")?;
    match number.is_finite() && number > 0.0 {
        true => Ok(of(number)),
        false => Err("a measure is wider than nothing".to_owned()),
    }
}

/// A message of a leaflet as it is set.
struct Message<'a> {
    asked: &'a MessageRef,
    role: Role,
    style: ParagraphStyle,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let files = args.project.as_ref().map_or_else(Files::embedded, Files::folder);
    let selection = Selection { locales: args.locale.clone(), ..Selection::default() };
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let Ok(project) = project::load(&files, &selection, &mut sources, &mut diagnostics) else {
        return failed(&diagnostics);
    };
    for locale in &project.locales {
        diagnostics.extend(locale.diagnostics.clone());
    }
    if diagnostics.has_errors() {
        return failed(&diagnostics);
    }
    let messages = messages(&project);
    let mut out = BufWriter::new(stdout().lock());
    for locale in &project.locales {
        let catalog = &locale.catalog;
        let mut shelf = locale.shelf(&project.fonts, &sources);
        for message in messages.values() {
            let set = match shelf.message(message.asked, catalog, &message.style) {
                Ok(set) => set,
                Err(flaw) => {
                    flaw.report("none", &mut diagnostics);
                    continue;
                }
            };
            for (at, paragraph) in set.iter().enumerate() {
                let mut head = json!({
                    "tag": catalog.locale.tag, "message": message.asked.id, "paragraph": at, "role": message.role.name(),
                });
                for facts in facts(&args, &project, locale, message, paragraph) {
                    let all = head.as_object_mut().expect("it was made as one");
                    all.extend(facts.as_object().cloned().expect("facts are an object"));
                    writeln!(out, "{head}").expect("standard out takes it");
                }
            }
        }
    }
    match diagnostics.has_errors() {
        true => failed(&diagnostics),
        false => ExitCode::SUCCESS,
    }
}

fn failed(diagnostics: &Diagnostics) -> ExitCode {
    for diagnostic in diagnostics.iter() {
        eprintln!("{}: {}", diagnostic.code.name(), diagnostic.message);
    }
    ExitCode::FAILURE
}

/// The messages of all leaflets, each in the first role that it has.
fn messages(project: &Project) -> BTreeMap<&str, Message<'_>> {
    let mut messages = BTreeMap::new();
    let sections = project.manifest.leaflets.iter().flat_map(|leaflet| &leaflet.sections);
    for block in sections.flat_map(|section| &section.blocks) {
        let by = block.by.iter().map(|by| (by, Role::By));
        for (message, role) in block.messages.iter().map(|m| (m, block.role)).chain(by) {
            let display = matches!(role, Role::Title | Role::Subtitle | Role::Heading | Role::Subheading);
            let style = ParagraphStyle { variant: Variant { bold: display, italic: false }, display };
            messages.entry(message.id.as_str()).or_insert(Message { asked: message, role, style });
        }
    }
    messages
}

/// What the mode asks to know of a paragraph.
fn facts(
    args: &Args,
    project: &Project,
    locale: &LoadedLocale,
    message: &Message<'_>,
    paragraph: &Paragraph,
) -> Vec<Value> {
    match args.mode {
        Mode::Lines => settings(args, locale, message)
            .into_iter()
            .map(|(measure, style, name)| lines(paragraph, measure, &style, name, message))
            .collect(),
        Mode::Glyphs => vec![glyphs(project, paragraph)],
        Mode::Breaks => vec![breaks(locale, paragraph)],
    }
}

/// Each measure, size and alignment.
fn settings(
    args: &Args,
    locale: &LoadedLocale,
    message: &Message<'_>,
) -> Vec<(Abs, LineStyle, &'static str)> {
    let aligns = if args.align.is_empty() { vec![Alignment::Own] } else { args.align.clone() };
    let mut settings = Vec::new();
    for asked in &args.measure {
        for size in args.size.iter().map(|&size| Abs::pt(size)) {
            let measure = asked.at(size);
            for align in &aligns {
                let (align, name) = match align {
                    Alignment::Start => (Align::Start, "start"),
                    Alignment::Justify => (Align::Justify, "justify"),
                    Alignment::Own => (locale.typography.rules.aligned(Em::new(measure / size)), "own"),
                };
                let align = if message.style.display { Align::Start } else { align };
                settings.push((measure, LineStyle { size, leading: size, align, color: Color::BLACK }, name));
            }
        }
    }
    settings
}

fn lines(
    paragraph: &Paragraph,
    measure: Abs,
    style: &LineStyle,
    align: &str,
    message: &Message<'_>,
) -> Value {
    let options = BreakOptions { align: style.align, display: message.style.display };
    let broken = break_lines(paragraph, Em::new(measure / style.size), &options);
    let lines: Vec<Value> = broken.iter().map(|line| placed(paragraph, line, measure, style)).collect();
    json!({ "measure": round(measure.to_pt()), "size": style.size.to_pt(), "align": align, "lines": lines })
}

/// A line as the placed leaflet's JSON has it; `natural` is its width before its glue is stretched or shrunk.
fn placed(paragraph: &Paragraph, line: &Line, measure: Abs, style: &LineStyle) -> Value {
    let set = set_line(paragraph, line, measure, style, None);
    let start = set.runs.first().map_or(Abs::ZERO, |(x, _)| *x);
    json!({
        "text": paragraph.text.text[line.text.clone()],
        "x": round(start.to_pt()),
        "width": round(set.width.to_pt()),
        "natural": round(line.width.at(style.size).to_pt()),
        "measure": round(measure.to_pt()),
        "size": style.size.to_pt(),
        "ratio": round(line.ratio),
        "end": line.end.name(),
    })
}

/// The runs as the shaper took them and left them, in bytes of the text and in design units.
fn glyphs(project: &Project, paragraph: &Paragraph) -> Value {
    let runs: Vec<Value> = paragraph
        .runs()
        .map(|run| {
            let face = project.fonts.face(run.font).unwrap_or_else(|problem| panic!("{}", problem.fault));
            let lang = Locale::parse(run.lang).map_or(run.lang.to_owned(), |locale| locale.library_tag());
            let units = |length: Em| (length.to_em() * face.upem).round();
            let glyphs: Vec<Value> = run
                .glyphs
                .iter()
                .map(|g| json!([g.id, g.cluster, units(g.advance), units(g.x_offset), units(g.y_offset)]))
                .collect();
            json!({
                "start": run.range.start,
                "end": run.range.end,
                "file": face.entry.file,
                "face_index": face.entry.face_index,
                "script": String::from_utf8_lossy(&run.script),
                "lang": lang,
                "direction": if run.backward { "rtl" } else { "ltr" },
                "glyphs": glyphs,
            })
        })
        .collect();
    json!({ "text": paragraph.text.text, "runs": runs })
}

/// Where lines may end, and the words that are whole for it.
fn breaks(locale: &LoadedLocale, paragraph: &Paragraph) -> Value {
    let breaks: Vec<Value> = paragraph
        .opportunities()
        .map(|(at, class)| json!([at, format!("{class:?}").to_lowercase()]))
        .collect();
    json!({ "text": paragraph.text.text, "breaks": breaks, "glossary": locale.typography.glossary })
}

/// Thousandths of a point are finer than any device.
fn round(number: f64) -> f64 {
    (number * 1000.0).round() / 1000.0
}
