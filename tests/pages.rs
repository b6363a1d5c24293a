//! The pages of the shipped leaflets: those for a phone are read alone, those of booklets are turned.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::{LOCALES, build_factsheet, program, root};

/// The pages of a placed leaflet, each with its blocks: role, message, and how the last line ends.
fn pages(path: &Path) -> Vec<Value> {
    let placed: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    placed["pages"].as_array().unwrap().clone()
}

/// The blocks of a page.
fn blocks(page: &Value) -> Vec<&Value> {
    let panels = page["panels"].as_array().unwrap();
    panels.iter().flat_map(|panel| panel["blocks"].as_array().unwrap()).collect()
}

fn ends(block: &Value) -> Vec<&str> {
    block["lines"].as_array().unwrap().iter().map(|line| line["end"].as_str().unwrap()).collect()
}

#[test]
fn no_step_paragraph_or_word_is_torn_over_pages_of_a_phone() {
    let (out, run) = build_factsheet(&["-L", "phone", "--format", "json"]);
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    for locale in LOCALES {
        let pages = pages(&out.path().join(format!("factsheet-{locale}-phone-phone.json")));
        let mut torn = Vec::new();
        let mut divided = 0;
        for page in &pages {
            let blocks = blocks(page);
            let last = blocks.last().unwrap();
            if ends(last).last().is_some_and(|end| *end != "paragraph") {
                torn.push(last["message"].clone());
            }
            divided += blocks.iter().flat_map(|block| ends(block)).filter(|end| *end == "hyphen").count();
        }
        assert_eq!((torn.as_slice(), divided), (&[][..], 0), "{locale}");
        for (number, page) in (1..).zip(&pages[1..pages.len() - 1]) {
            let fill = page["panels"][0]["fill"].as_f64().unwrap();
            assert!(fill > 1.0 / 3.0, "{locale}: page {} is {fill} full", number + 1);
        }
    }
}

/// A panel ends with a paragraph, or at least with a sentence, in every language: who turns to the next one starts to read there.
#[test]
fn panels_open_with_sentences() {
    for paper in ["letter", "a4"] {
        let layouts = "booklet,factsheet,half-fold,letter-fold,z-fold";
        let (out, run) = build_factsheet(&["-L", layouts, "--format", "json", "--paper", paper]);
        assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
        let mut torn = Vec::new();
        for (locale, layout) in
            LOCALES.iter().flat_map(|locale| layouts.split(',').map(move |layout| (locale, layout)))
        {
            let pages = pages(&out.path().join(format!("factsheet-{locale}-{layout}-{paper}.json")));
            let panels = pages.iter().flat_map(|page| page["panels"].as_array().unwrap());
            let last = panels.filter_map(|panel| ends(panel["blocks"].as_array()?.last()?).pop());
            torn.extend(
                last.filter(|end| !["paragraph", "sentence"].contains(end))
                    .map(|_| format!("{locale} {layout}")),
            );
        }
        // A sentence of seven lines, of which the page before has room for five.
        let known: &[&str] = if paper == "letter" { &["zh-Hans booklet"] } else { &[] };
        assert_eq!(torn, known, "{paper}");
    }
}

#[test]
fn credits_go_last_on_a_phone() {
    let (out, _) = build_factsheet(&["-L", "phone", "--format", "json"]);
    for locale in LOCALES {
        let pages = pages(&out.path().join(format!("factsheet-{locale}-phone-phone.json")));
        let roles = |page: &Value| -> Vec<String> {
            blocks(page).iter().map(|block| block["role"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(roles(&pages[0]), ["title", "subtitle"], "{locale}");
        let last = roles(pages.last().unwrap());
        assert!(last.contains(&"contact".to_owned()), "{locale}");
        assert_eq!(last[last.len() - 2..], ["byline", "note"], "{locale}");
    }
}

/// The booklet in large print, of a leaflet, in a language.
fn large_print(out: &Path, leaflet: &str, locale: &str) -> Vec<Value> {
    pages(&out.join(format!("{leaflet}-{locale}-booklet-letter-large.json")))
}

#[test]
fn pages_of_large_print_tear_no_paragraph_and_the_account_is_the_largest_text() {
    let (out, run) = build_factsheet(&["-L", "booklet", "--large-print", "--format", "json"]);
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    for locale in LOCALES {
        let pages = large_print(out.path(), "factsheet", locale);
        let panels = pages.iter().flat_map(|side| side["panels"].as_array().unwrap());
        let (mut torn, mut largest) = (0, [0.0_f64; 2]);
        for panel in panels {
            let blocks = panel["blocks"].as_array().unwrap();
            assert!(!blocks.is_empty(), "{locale}: nothing stands on page {}", panel["panel"]);
            torn += usize::from(ends(blocks.last().unwrap()).last().is_some_and(|end| *end != "paragraph"));
            for block in blocks {
                let size = block["lines"][0]["size"].as_f64().unwrap();
                match block["role"].as_str().unwrap() {
                    "quote" => largest[0] = largest[0].max(size),
                    "paragraph" | "steps" if panel["place"] == "body" => largest[1] = largest[1].max(size),
                    _ => {}
                }
            }
        }
        assert_eq!(torn, 0, "{locale}");
        assert!(largest[0] > largest[1] && largest[1] >= 16.0, "{locale}: {largest:?}");
    }
}

#[test]
fn a_booklet_has_as_many_pages_as_its_text_takes() {
    let sides = |leaflet: &str| {
        let (_out, run) = build_factsheet(&["-L", "booklet", "--large-print", "--leaflet", leaflet]);
        let blank: &[&str] =
            if leaflet == "zine" { &["fit/empty-panel layouts/booklet.toml:170:1"] } else { &[] };
        let mut told = run.problems();
        told.dedup();
        assert_eq!((run.code, told), (0, blank.iter().map(|&one| one.to_owned()).collect()), "{}", run.talk);
        let pages = |artifact: &Value| artifact["pages"].as_u64().unwrap();
        let artifacts = run.artifacts();
        let own = artifacts.iter().filter(|artifact| artifact["leaflet"] == leaflet);
        own.map(|artifact| pages(artifact)).collect::<Vec<u64>>()
    };
    // Four pages on a sheet, two on a side; a leaflet has as many in every language.
    assert_eq!(sides("card"), [2; LOCALES.len()]);
    assert_eq!(sides("poster"), [2; LOCALES.len()]);
    assert_eq!(sides("factsheet"), [8; LOCALES.len()]);
    // More pages would give it no larger type, so they would stay blank.
    assert_eq!(sides("zine"), [4; LOCALES.len()]);
}

#[test]
fn a_poster_without_strips_still_says_whom_to_call() {
    let out = tempfile::tempdir().unwrap();
    let arguments = ["build", "--leaflet", "poster", "--format", "json", "--out"];
    let output = program().current_dir(root()).args(arguments).arg(out.path()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    for locale in LOCALES {
        let pages = pages(&out.path().join(format!("poster-{locale}-poster-letter.json")));
        let sheet = pages[0]["panels"].as_array().unwrap().iter().filter(|panel| panel["place"] != "back");
        let said: Vec<&str> = sheet
            .flat_map(|panel| panel["blocks"].as_array().unwrap())
            .filter(|block| block["role"] == "contact")
            .map(|block| block["message"].as_str().unwrap())
            .collect();
        assert_eq!(said, ["contact-phone", "contact-email"], "{locale}");
    }
}
