//! The built factsheets: sizes, pages, fill, and what the lines of the placed leaflet promise.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use crate::support::{LOCALES, build_factsheet, program, root, run_of};

/// Smallest and ideal body size by script (docs/typography.md, "Sizes").
fn floor_and_ideal(locale: &str) -> (f64, f64) {
    match locale {
        "th" => (10.0, 12.0),
        "ko" | "zh-Hans" | "zh-Hant" => (9.0, 10.5),
        _ => (9.0, 11.0),
    }
}

#[test]
fn every_factsheet_is_built_at_or_above_the_smallest_size() {
    for paper in ["letter", "a4"] {
        let (_out, run) = build_factsheet(&["--paper", paper]);
        assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
        let artifacts = run.artifacts();
        assert_eq!(artifacts.len(), 2 * LOCALES.len());
        for artifact in artifacts {
            let locale = artifact["locale"].as_str().unwrap();
            let (floor, ideal) = floor_and_ideal(locale);
            let size = artifact["body_pt"].as_f64().unwrap();
            assert!(size >= floor, "{locale}: {size}");
            let roomy = matches!(locale, "en" | "ko" | "zh-Hans" | "zh-Hant");
            if roomy && artifact["layout"] == "letter-fold" {
                assert!(size >= ideal, "{locale}: {size}");
            }
            assert_eq!(artifact["pages"], 2);
            assert_eq!(artifact["ideal_pt"], ideal);
        }
    }
}

#[test]
fn every_layout_holds_every_language_on_each_of_its_papers() {
    let run = |arguments: &[&str]| {
        let out = tempfile::tempdir().unwrap();
        let mut command = program();
        command.current_dir(root()).args(arguments).args(["--message-format", "json"]);
        if arguments[0] == "build" {
            command.arg("--out").arg(out.path());
        }
        run_of(command.output().unwrap(), out.path())
    };
    let mut layouts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for layout in run(&["layouts"]).lines {
        for paper in layout["papers"].as_array().unwrap() {
            let name = layout["name"].as_str().unwrap().to_owned();
            layouts.entry(paper.as_str().unwrap().to_owned()).or_default().push(name);
        }
    }
    assert_eq!(
        layouts.keys().collect::<Vec<_>>(),
        [
            "18x24",
            "24x36",
            "a2",
            "a3",
            "a4",
            "a4-90x50",
            "a5",
            "b2",
            "half-letter",
            "legal",
            "letter",
            "phone",
            "tabloid"
        ]
    );
    for (paper, mut names) in layouts {
        let run = run(&["build", "--layout", "all", "--paper", &paper, "--format", "txt"]);
        assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
        let mut built: Vec<String> = Vec::new();
        for artifact in run.artifacts() {
            let (locale, size) =
                (artifact["locale"].as_str().unwrap(), artifact["body_pt"].as_f64().unwrap());
            assert!(size >= floor_and_ideal(locale).0, "{artifact}");
            built.push(artifact["layout"].as_str().unwrap().to_owned());
        }
        assert_eq!(built.len(), names.len() * LOCALES.len(), "{paper}");
        built.sort();
        built.dedup();
        names.sort();
        assert_eq!(built, names, "{paper}");
    }
}

#[test]
fn pages_are_the_paper_s_size() {
    for (paper, portrait) in [("letter", [612.0, 792.0]), ("a4", [595.276, 841.89])] {
        let (out, _) = build_factsheet(&["--paper", paper, "--format", "json", "-l", "en"]);
        for (layout, [width, height]) in
            [("factsheet", portrait), ("letter-fold", [portrait[1], portrait[0]])]
        {
            let placed = placed(&out.path().join(format!("factsheet-en-{layout}-{paper}.json")));
            let pages = placed["pages"].as_array().unwrap();
            assert_eq!(pages.len(), 2);
            for page in pages {
                assert_eq!(
                    (page["width_pt"].as_f64(), page["height_pt"].as_f64()),
                    (Some(width), Some(height))
                );
            }
        }
    }
}

#[test]
fn lines_keep_to_their_measure() {
    let (out, _) = build_factsheet(&["--format", "json"]);
    for locale in LOCALES {
        for layout in ["factsheet", "letter-fold"] {
            let placed = placed(&out.path().join(format!("factsheet-{locale}-{layout}-letter.json")));
            let mut blocks = 0;
            for block in blocks_of(&placed) {
                blocks += 1;
                for line in block["lines"].as_array().unwrap() {
                    let (width, measure) =
                        (line["width"].as_f64().unwrap(), line["measure"].as_f64().unwrap());
                    assert!(width <= measure + 0.01, "{locale} {layout} {}: {line}", block["message"]);
                    assert_ne!(line["end"], "emergency", "{locale} {layout} {}: {line}", block["message"]);
                }
            }
            assert!(blocks > 30, "{locale} {layout}: {blocks} blocks");
        }
    }
}

/// Each message with the text of its lines over all panels, in the order of reading.
fn messages(placed: &Value) -> Vec<(String, String)> {
    let mut messages: Vec<(String, String)> = Vec::new();
    for block in blocks_of(placed) {
        let lines = block["lines"].as_array().unwrap().iter().map(|line| line["text"].as_str().unwrap());
        let message = block["message"].as_str().unwrap().to_owned();
        match messages.iter_mut().find(|(known, _)| *known == message) {
            Some((_, known)) => known.extend(lines),
            None => messages.push((message, lines.collect())),
        }
    }
    messages
}

#[test]
fn the_lines_of_all_messages_tile_the_text_written() {
    let (placed_out, _) = build_factsheet(&["--format", "json"]);
    let (text_out, _) = build_factsheet(&["--format", "txt"]);
    for locale in LOCALES {
        for layout in ["factsheet", "letter-fold"] {
            let name = format!("factsheet-{locale}-{layout}-letter");
            let placed = placed(&placed_out.path().join(format!("{name}.json")));
            let text = fs::read_to_string(text_out.path().join(format!("{name}.txt"))).unwrap();
            let mut written: Vec<String> =
                text.lines().map(unlabelled).filter(|line| !line.is_empty()).collect();
            let set = messages(&placed).into_iter().flat_map(|(_, text)| {
                text.replace('\u{2028}', " ").split('\u{2029}').map(str::to_owned).collect::<Vec<_>>()
            });
            let mut set: Vec<String> = set.collect();
            written.sort();
            set.sort();
            assert_eq!(set, written, "{name}");
        }
    }
}

/// A line of the text without the number or dash that stands before it.
fn unlabelled(line: &str) -> String {
    // Figures of sections, letters of steps.
    let figures = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let bare =
        if figures.len() < line.len() { figures } else { line.trim_start_matches(['A', 'B', 'C', 'D']) };
    bare.strip_prefix(". ")
        .filter(|_| bare.len() < line.len())
        .unwrap_or(line)
        .trim_start_matches("— ")
        .to_owned()
}

#[test]
fn sections_are_numbered_alike_in_every_language() {
    let (out, _) = build_factsheet(&["--format", "txt", "-L", "letter-fold"]);
    let headings = |locale: &str| {
        let text = fs::read_to_string(out.path().join(format!("factsheet-{locale}-letter-fold-letter.txt")))
            .unwrap();
        // A section starts after a blank line.
        let starts = text.split("\n\n").map(|section| section.lines().next().unwrap_or_default().to_owned());
        starts.map(|start| start.chars().take_while(char::is_ascii_digit).collect()).collect::<Vec<String>>()
    };
    let english = headings("en");
    assert_eq!(
        english.iter().filter(|number| !number.is_empty()).collect::<Vec<_>>(),
        ["1", "2", "3", "4", "5"]
    );
    for locale in LOCALES {
        assert_eq!(headings(locale), english, "{locale}");
    }
}

fn placed(path: &std::path::Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// The blocks in the order of reading: text may run from the inside of a folded sheet to its outside, which comes first.
fn blocks_of(placed: &Value) -> Vec<&Value> {
    panels_of(placed).into_iter().flat_map(|panel| panel["blocks"].as_array().unwrap()).collect()
}

/// The panels in the order of reading.
fn panels_of(placed: &Value) -> Vec<&Value> {
    let pages = placed["pages"].as_array().unwrap();
    let mut panels: Vec<&Value> = pages.iter().flat_map(|page| page["panels"].as_array().unwrap()).collect();
    panels.sort_by_key(|panel| panel["panel"].as_u64().unwrap());
    panels
}

#[test]
fn papers_are_taken_in_any_case() {
    for paper in ["A4", "a4", "LETTER", "Letter"] {
        let (_out, run) = build_factsheet(&["--paper", paper, "-l", "en", "-L", "letter-fold"]);
        assert_eq!(run.artifacts()[0]["paper"], paper.to_lowercase());
    }
}
