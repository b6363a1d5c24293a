//! Parallel panels: a worker can point at the same panel in two languages; and no panel looks abandoned.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use crate::support::{Fixture, LOCALES, Run, build_factsheet};

/// The panel on which each section of the running text starts, in one placed leaflet.
fn starts(leaflet: &Value) -> BTreeMap<String, u64> {
    let mut starts = BTreeMap::new();
    for panel in
        leaflet["pages"].as_array().unwrap().iter().flat_map(|page| page["panels"].as_array().unwrap())
    {
        let number = panel["panel"].as_u64().unwrap();
        for block in panel["blocks"].as_array().unwrap() {
            let section = block["section"].as_str().unwrap().to_owned();
            let first = starts.entry(section).or_insert(number);
            *first = number.min(*first);
        }
    }
    starts
}

fn fills(run: &Run) -> Vec<(&str, Vec<f64>)> {
    let of = |artifact: &Value| {
        let panels = artifact["panels"].as_array().unwrap().clone();
        let body = panels.into_iter().filter(|panel| panel["place"] == "body");
        body.map(|panel| panel["fill"].as_f64().unwrap()).collect::<Vec<f64>>()
    };
    run.artifacts().into_iter().map(|a| (a["locale"].as_str().unwrap(), of(a))).collect()
}

#[test]
fn a_section_starts_on_the_same_panel_in_every_language() {
    let layouts = ["letter-fold", "z-fold", "half-fold", "booklet", "factsheet"];
    let (out, run) = build_factsheet(&["--format", "json", "--layout", &layouts.join(",")]);
    assert_eq!(run.problems(), Vec::<String>::new());
    for layout in layouts {
        let of = |tag: &str| {
            let name = format!("factsheet-{tag}-{layout}-letter.json");
            starts(&serde_json::from_slice(&fs::read(out.path().join(name)).unwrap()).unwrap())
        };
        let english = of("en");
        assert_eq!(english.len(), 9, "{layout}: {english:?}");
        for tag in LOCALES {
            assert_eq!(of(tag), english, "{layout} in {tag}");
        }
    }
}

#[test]
fn a_language_is_set_alike_alone_and_among_others() {
    let (together, _) = build_factsheet(&["--layout", "half-fold,letter-fold"]);
    for tag in ["fr", "zh-Hant"] {
        let (alone, run) = build_factsheet(&["--layout", "half-fold,letter-fold", "--locale", tag]);
        assert_eq!(run.written.len(), 2);
        for name in &run.written {
            let read = |folder: &std::path::Path| fs::read(folder.join(name)).unwrap();
            assert!(read(alone.path()) == read(together.path()), "{name} differs");
        }
    }
}

/// 85 % in the mean and 60 % at least, of the panels that running text flows through.
#[test]
fn no_panel_of_the_letter_fold_looks_abandoned() {
    let (_out, run) = build_factsheet(&["--layout", "letter-fold"]);
    let fills = fills(&run);
    assert_eq!(fills.len(), LOCALES.len());
    for (tag, fills) in fills {
        let panels: f64 = fills.iter().map(|_| 1.0).sum();
        let mean = fills.iter().sum::<f64>() / panels;
        assert!(mean >= 0.85 && fills.iter().all(|fill| *fill >= 0.6), "{tag}: {fills:?}");
    }
}

#[test]
fn what_does_not_fit_is_told_with_the_layouts_that_hold_it() {
    let text = "A long text that does not fit on a quarter of the page. ".repeat(38);
    let fixture = Fixture::new().with("locales/en/text.ftl", "A short", &text);
    let run = fixture.build(&["--locale", "en"]);
    assert_eq!(run.problems(), ["fit/overset locales/en/text.ftl:2:1"]);
    let help = run.lines.iter().find_map(|line| line["help"].as_str()).unwrap();
    let named = help.split(" or set this language in ").nth(1).unwrap_or_else(|| panic!("{help}"));
    let first = named.split('“').nth(1).unwrap().split('”').next().unwrap();
    let size: f64 = named.split(" at ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
    let held = fixture.build(&["--locale", "en", "--layout", first]);
    assert_eq!(held.code, 0, "{}", held.talk);
    assert_eq!(held.artifacts()[0]["body_pt"].as_f64(), Some(size));
}

#[test]
fn a_text_too_long_to_be_tried_in_all_layouts_is_told_without_them() {
    let help = |repeats: usize| {
        let text = "A long text that fits nowhere. ".repeat(repeats);
        let run = Fixture::new().with("locales/en/text.ftl", "A short", &text).build(&["--locale", "en"]);
        assert_eq!(run.problems(), ["fit/overset locales/en/text.ftl:2:1"]);
        run.lines.iter().find_map(|line| line["help"].as_str()).unwrap().to_owned()
    };
    assert!(help(1_000).ends_with("; no other layout of the project holds it either"), "{}", help(1_000));
    assert!(help(10_000).ends_with(" characters"), "{}", help(10_000));
}
