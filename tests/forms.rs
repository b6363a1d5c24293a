//! Two languages side by side, and large print: what `--with` and `--large-print` promise, read from the placed leaflets.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::{Fixture, LOCALES, build_factsheet, program, root, run_of};

/// Smallest body size by script (docs/typography.md, "Sizes").
fn floor(locale: &str) -> f64 {
    if locale == "th" { 10.0 } else { 9.0 }
}

/// A block where it is placed.
struct Placed {
    page: usize,
    panel: u64,
    place: String,
    role: String,
    message: String,
    lang: String,
    lines: Vec<Value>,
}

fn blocks(path: &Path) -> Vec<Placed> {
    let placed: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut blocks = Vec::new();
    for (page, sides) in placed["pages"].as_array().unwrap().iter().enumerate() {
        for panel in sides["panels"].as_array().unwrap() {
            for block in panel["blocks"].as_array().unwrap() {
                blocks.push(Placed {
                    page,
                    panel: panel["panel"].as_u64().unwrap(),
                    place: text(&panel["place"]),
                    role: text(&block["role"]),
                    message: text(&block["message"]),
                    lang: text(&block["lang"]),
                    lines: block["lines"].as_array().unwrap().clone(),
                });
            }
        }
    }
    blocks
}

const BILINGUAL: [&str; 2] = ["factsheet", "booklet"];

#[test]
fn every_other_language_is_set_beside_english_above_its_smallest_size() {
    for paper in ["letter", "a4"] {
        let (_out, run) = build_factsheet(&["--with", "en", "-L", "factsheet,booklet", "--paper", paper]);
        assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
        assert_eq!(run.artifacts().len(), 2 * (LOCALES.len() - 1));
        for artifact in run.artifacts() {
            let (locale, layout) =
                (artifact["locale"].as_str().unwrap(), artifact["layout"].as_str().unwrap());
            assert!(artifact["body_pt"].as_f64().unwrap() >= floor(locale), "{artifact}");
            assert_eq!(artifact["with"], "en");
            assert!(run.written.contains(&format!("factsheet-{locale}+en-{layout}-{paper}.pdf")));
        }
    }
}

#[test]
fn first_baselines_of_a_pair_are_level() {
    let (out, _) = build_factsheet(&["--with", "en", "-L", "factsheet,booklet", "--format", "json"]);
    for (locale, layout) in LOCALES.iter().filter(|l| **l != "en").flat_map(|l| BILINGUAL.map(|b| (l, b))) {
        let blocks = blocks(&out.path().join(format!("factsheet-{locale}+en-{layout}-letter.json")));
        let beside: Vec<&Placed> =
            blocks.iter().filter(|block| ["body", "aside"].contains(&block.place.as_str())).collect();
        let mut pairs = 0;
        for own in beside.iter().filter(|block| block.lang == **locale) {
            let other = beside.iter().find(|block| block.message == own.message && block.lang == "en");
            let other = other.unwrap_or_else(|| panic!("{locale} {layout}: {} has no partner", own.message));
            let [one, two] = [own, other].map(|block| &block.lines[0]);
            let apart = (one["y"].as_f64().unwrap() - two["y"].as_f64().unwrap()).abs();
            assert!(apart <= 0.01, "{locale} {layout} {}: {apart} pt", own.message);
            match layout {
                // Facing pages lie on two sides of the sheets; their panels follow each other.
                "booklet" => assert_eq!((own.panel % 2, own.panel + 1), (0, other.panel), "{}", own.message),
                _ => {
                    assert_eq!((own.page, own.panel), (other.page, other.panel), "{}", own.message);
                    assert!(one["x"].as_f64() < two["x"].as_f64(), "{}", own.message);
                }
            }
            pairs += 1;
        }
        assert!(pairs >= 25, "{locale} {layout}: {pairs} pairs");
    }
}

#[test]
fn every_message_stands_there_in_both_languages_and_contact_lines_once() {
    let (out, _) = build_factsheet(&["--with", "en", "-l", "th,zh-Hant", "-L", "all", "--format", "json"]);
    for (locale, layout) in ["th", "zh-Hant"].iter().flat_map(|l| BILINGUAL.map(|b| (l, b))) {
        let mut langs: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
        for block in blocks(&out.path().join(format!("factsheet-{locale}+en-{layout}-letter.json"))) {
            langs.entry((block.message, block.role)).or_default().push(block.lang);
        }
        assert!(langs.len() > 30);
        for ((message, role), mut langs) in langs {
            langs.sort();
            let both = vec!["en".to_owned(), (*locale).to_owned()];
            let once = vec![(*locale).to_owned()];
            assert_eq!(langs, if role == "contact" { once } else { both }, "{locale} {layout} {message}");
        }
    }
}

#[test]
fn a_paragraph_is_read_before_its_partner() {
    let (out, _) = build_factsheet(&["--with", "en", "-l", "ko", "--format", "txt"]);
    let text = fs::read_to_string(out.path().join("factsheet-ko+en-factsheet-letter.txt")).unwrap();
    let message = |locale: &str, id: &str| {
        let file = fs::read_to_string(root().join(format!("locales/{locale}/factsheet.ftl"))).unwrap();
        let line = file.lines().find_map(|line| line.strip_prefix(&format!("{id} = ")).map(str::to_owned));
        line.unwrap()
    };
    let mut last = 0;
    for id in ["who-heading", "who-group", "law-heading", "raids-heading", "rights-heading", "act-heading"] {
        for locale in ["ko", "en"] {
            let at = text.find(&message(locale, id)).unwrap_or_else(|| panic!("{locale} {id}"));
            assert!(at > last, "{locale} {id}");
            last = at;
        }
    }
}

#[test]
fn a_language_from_the_right_has_the_right_columns() {
    let fixture = Fixture::right_to_left();
    let run = fixture.build(&["--with", "en", "-l", "ar", "-L", "factsheet", "--format", "json"]);
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    let name = run.written.iter().find(|name| name.contains("-ar+en-factsheet-")).unwrap();
    let blocks = blocks(&fixture.out().join(name));
    let body = |lang| blocks.iter().filter(move |block| block.lang == lang && block.place == "body");
    let mut pairs = 0;
    for (own, other) in body("ar").zip(body("en")) {
        assert_eq!(own.message, other.message);
        let [(one, right), (two, left)] = [own, other].map(|block| {
            let line = &block.lines[0];
            (line, line["x"].as_f64().unwrap())
        });
        assert!(right > left, "{}", own.message);
        assert_eq!(one["y"], two["y"]);
        // Latin lines start flush at the left of their column.
        let starts = other.lines.iter().map(|line| line["x"].as_f64().unwrap());
        assert!(starts.clone().all(|x| (x - left).abs() < 4.0), "{:?}", starts.collect::<Vec<_>>());
        pairs += 1;
    }
    assert!(pairs > 3);
}

#[test]
fn what_holds_no_two_languages_is_said() {
    let (_out, run) = build_factsheet(&["--with", "en", "-l", "ko"]);
    assert_eq!((run.code, run.problems()), (0, vec!["layout/no-form".to_owned()]), "skipped, and said once");
    assert_eq!(run.written, ["factsheet-ko+en-factsheet-letter.pdf"]);
    let (_out, run) = build_factsheet(&["--with", "en", "-l", "ko", "-L", "letter-fold"]);
    assert_eq!((run.code, run.written.len()), (1, 0));
    let problem = run.lines.iter().find(|line| line["code"] == "layout/no-form").unwrap();
    assert!(problem["help"].as_str().unwrap().ends_with("booklet, factsheet"), "{problem}");
    let (_out, run) = build_factsheet(&["--with", "en", "-l", "ko,en", "-L", "factsheet"]);
    assert_eq!((run.code, run.problems()), (0, vec!["locale/partner".to_owned()]), "{}", run.talk);
    assert_eq!(run.written, ["factsheet-ko+en-factsheet-letter.pdf"]);
}

#[test]
fn large_print_keeps_the_rules_of_clear_print() {
    for paper in ["letter", "a4"] {
        let (_out, run) = build_factsheet(&["--large-print", "--paper", paper]);
        assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
        assert_eq!(run.artifacts().len(), LOCALES.len());
        for artifact in run.artifacts() {
            let path = artifact["path"].as_str().unwrap();
            assert!(path.ends_with(&format!("-booklet-{paper}-large.pdf")), "{path}");
            let clear = &artifact["clear_print"];
            let number = |key: &str| clear[key].as_f64().unwrap();
            assert!(artifact["body_pt"].as_f64().unwrap() >= 16.0 && number("size_pt") >= 16.0, "{artifact}");
            assert!(number("contrast") >= 7.0 && number("characters") <= 70.0, "{artifact}");
            let broken = ["unaligned", "italics", "capitals"].map(|key| clear[key].as_u64().unwrap());
            assert_eq!(broken, [0, 0, 0], "{path}");
        }
    }
}

#[test]
fn the_measures_of_clear_print_can_fail() {
    let body = "\n[large-print]\n[[large-print.panel]]\ncell = 1\nplace = \"body\"\ninset = [\"20mm\"]\n\
                [large-print.style.palette]\npale = { srgb = \"#6e6e6e\", cmyk = [0, 0, 0, 70] }\n\
                [large-print.style.role]\nparagraph = { size = 0.5, align = \"center\", color = \"pale\" }\n";
    let page = include_str!("fixture/page.toml").to_owned() + body;
    let fixture = Fixture::new().file("layouts/page.toml", page.replacen("max = 12", "max = 20", 1));
    let run = fixture.build(&["--large-print", "-l", "en", "-L", "page"]);
    let faint = "layout/contrast layouts/page.toml:29:1".to_owned();
    assert_eq!((run.code, run.problems()), (0, vec![faint]), "{}", run.talk);
    let clear = &run.artifacts()[0]["clear_print"];
    assert!(clear["size_pt"].as_f64().unwrap() < 16.0, "{clear}");
    assert!(clear["contrast"].as_f64().unwrap() < 7.0, "{clear}");
    assert!(clear["unaligned"].as_u64().unwrap() > 0, "{clear}");
}

/// What a build in large print makes, what is wrong with it, and the words of that.
fn large(arguments: &[&str]) -> (i32, Vec<String>, Vec<String>, String) {
    let out = tempfile::tempdir().unwrap();
    let mut command = program();
    command.current_dir(root()).args(["build", "-l", "en", "--large-print", "--message-format", "json"]);
    let output = command.args(arguments).arg("--out").arg(out.path()).output().unwrap();
    let run = run_of(output, out.path());
    let made = run.artifacts();
    let made = made
        .iter()
        .map(|made| format!("{} in {}", made["leaflet"].as_str().unwrap(), made["layout"].as_str().unwrap()));
    let told = run.lines.iter().filter(|line| line["reason"] == "diagnostic");
    let told =
        told.map(|line| format!("{} {}", line["message"].as_str().unwrap(), line["help"].as_str().unwrap()));
    (run.code, made.collect(), run.problems(), told.collect())
}

#[test]
fn what_has_no_large_print_is_named_and_made_where_it_is_asked_for() {
    let (code, made, problems, told) = large(&[]);
    assert_eq!((code, made), (0, vec!["factsheet in booklet".to_owned()]));
    assert_eq!(problems, ["layout/no-form"]);
    for part in
        ["card (card, shoe-card), zine (zine, handbill), poster (poster)", "-L booklet --leaflet card"]
    {
        assert!(told.contains(part), "{told}");
    }
    let (code, made, problems, told) = large(&["--leaflet", "card,poster"]);
    assert_eq!((code, made, problems), (1, vec![], vec!["layout/no-form".to_owned()]));
    assert!(told.contains("card (card, shoe-card), poster (poster)") && !told.contains("zine"), "{told}");
    let (code, made, problems, _) = large(&["--leaflet", "factsheet,poster"]);
    assert_eq!((code, made.len(), problems.len()), (0, 1, 1));
    let (code, made, problems, _) = large(&["--leaflet", "card", "-L", "booklet"]);
    assert_eq!((code, made, problems), (0, vec!["card in booklet".to_owned()], vec![]));
}

/// A card is no booklet, be it the only leaflet of its project.
#[test]
fn a_project_of_cards_has_no_booklet_of_them() {
    let fixture = Fixture::new().with("polyleaf.toml", "layouts = [\"page\"]", "layouts = [\"card\"]");
    let run = fixture.build(&["--large-print"]);
    assert_eq!((run.code, run.problems()), (1, vec!["layout/no-form".to_owned()]), "{}", run.talk);
    assert_eq!(run.written, [""; 0]);
    let none = Fixture::new().build(&["--large-print", "-L", "page"]);
    assert_eq!((none.code, none.problems()), (1, vec!["layout/no-form".to_owned()]));
}
