//! Prints what the composer makes of every message of a project, a JSON object a line, for tools that share no code with it.
//!
//! - `lines`: every paragraph set at each measure, size and alignment asked for.
//! - `glyphs`: every paragraph's runs as they were shaped.
//! - `breaks`: every paragraph's places where a line may end, and its language's glossary.

use std::io::{BufWriter, Write, stdout};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use polyleaf::Project;
use polyleaf::inspect::{self, Shaped, ShapedParagraph, shape_messages};
use serde_json::{Map, Value, json};

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
    Points(f64),
    Em(f64),
}

impl Measure {
    /// The measure in points.
    fn at(self, size: f64) -> f64 {
        match self {
            Measure::Points(points) => points,
            Measure::Em(em) => em * size,
        }
    }
}

impl Alignment {
    fn inspected(self) -> inspect::Alignment {
        match self {
            Alignment::Start => inspect::Alignment::Start,
            Alignment::Justify => inspect::Alignment::Justify,
            Alignment::Own => inspect::Alignment::Own,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Alignment::Start => "start",
            Alignment::Justify => "justify",
            Alignment::Own => "own",
        }
    }
}

fn measure(text: &str) -> Result<Measure, String> {
    type Unit = (&'static str, fn(f64) -> Measure);
    let units: [Unit; 3] = [
        ("mm", |number| Measure::Points(number * 72.0 / 25.4)),
        ("pt", Measure::Points),
        ("em", Measure::Em),
    ];
    let known = units.into_iter().find_map(|(unit, of)| Some((of, text.strip_suffix(unit)?)));
    let (of, number) = known.ok_or("write it like 83mm, 200pt or 22em")?;
    let number: f64 = number.parse().map_err(|_| "write a number before the unit")?;
    if number.is_finite() && number > 0.0 { Ok(of(number)) } else { Err("a measure is above 0".to_owned()) }
}

fn main() -> ExitCode {
    let args = Args::parse();
    let shaped = match shaped(&args) {
        Ok(shaped) => shaped,
        Err(problem) => {
            eprintln!("{problem}");
            return ExitCode::FAILURE;
        }
    };
    let mut out = BufWriter::new(stdout().lock());
    for paragraph in &shaped.paragraphs {
        for facts in facts(&args, &shaped, paragraph) {
            let mut line = Map::from_iter([
                ("tag".to_owned(), json!(paragraph.locale)),
                ("message".to_owned(), json!(paragraph.message)),
                ("paragraph".to_owned(), json!(paragraph.index)),
                ("role".to_owned(), json!(paragraph.role)),
            ]);
            line.extend(facts.as_object().cloned().expect("facts are an object"));
            writeln!(out, "{}", Value::Object(line)).expect("standard out takes it");
        }
    }
    ExitCode::SUCCESS
}

fn shaped(args: &Args) -> Result<Shaped, Box<dyn std::error::Error>> {
    let project = match &args.project {
        Some(folder) => Project::open(folder)?,
        None => Project::embedded(),
    };
    Ok(shape_messages(&project, &args.locale)?)
}

/// What the mode asks to know of a paragraph.
fn facts(args: &Args, shaped: &Shaped, paragraph: &ShapedParagraph) -> Vec<Value> {
    match args.mode {
        Mode::Lines => settings(args, paragraph),
        Mode::Glyphs => vec![json!({ "text": paragraph.text(), "runs": paragraph.runs(shaped) })],
        Mode::Breaks => vec![json!({
            "text": paragraph.text(), "breaks": paragraph.breaks(), "glossary": paragraph.glossary,
        })],
    }
}

/// The lines in each measure, size and alignment.
fn settings(args: &Args, paragraph: &ShapedParagraph) -> Vec<Value> {
    let alignments = if args.align.is_empty() { vec![Alignment::Own] } else { args.align.clone() };
    let mut settings = Vec::new();
    for measure in &args.measure {
        for &size in &args.size {
            for alignment in &alignments {
                let points = measure.at(size);
                let lines = paragraph.lines(points, size, alignment.inspected());
                let measure = (points * 1000.0).round() / 1000.0;
                settings.push(json!({
                    "measure": measure, "size": size, "align": alignment.name(), "lines": lines,
                }));
            }
        }
    }
    settings
}
