//! What a language’s `locale.toml` changes in the placed leaflet.

use std::fs;

use polyleaf::{LayoutChoice, Project, Selection};
use serde_json::Value;

use crate::support::{Fixture, Run, build_factsheet, root};

/// The project in Spanish with these settings, built; its one artifact and the lines of all its blocks.
fn built(fixture: &Fixture, locale: &str) -> (Value, Vec<Vec<Value>>) {
    let run: Run = fixture.build(&["--format", "json", "-l", locale]);
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    let placed = fs::read_to_string(fixture.out().join(format!("small-{locale}-page-letter.json"))).unwrap();
    let placed: Value = serde_json::from_str(&placed).unwrap();
    let blocks = placed["pages"][0]["panels"][0]["blocks"].as_array().unwrap();
    let lines = blocks.iter().map(|block| block["lines"].as_array().unwrap().clone()).collect();
    (run.artifacts()[0].clone(), lines)
}

/// A project whose Spanish paragraph takes several lines, with these settings for Spanish.
fn spanish(settings: &str) -> Fixture {
    let long = "corto de un párrafo. ".repeat(12);
    Fixture::new()
        .with("locales/es/text.ftl", "corto de un párrafo.", long.trim())
        .file("locales/es/locale.toml", settings)
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

/// From the first baseline of a block to the second, over the size of its type.
fn leading(lines: &[Value]) -> f64 {
    (number(&lines[1]["y"]) - number(&lines[0]["y"])) / number(&lines[0]["size"])
}

#[test]
fn sizes_are_the_locale_s() {
    let (given, _) = built(&spanish("size = { ideal = 11.5 }"), "es");
    assert_eq!(number(&given["ideal_pt"]), 11.5);
    // A text that does not fit at Latin's smallest size, 9 pt, does at 6.
    let long =
        |settings: &str| spanish(settings).with("locales/es/text.ftl", "Un ", &"Un y otro ".repeat(70));
    let overset = long("").build(&["-l", "es"]);
    assert_eq!((overset.code, overset.problems().len()), (1, 1));
    let (small, _) = built(&long("size = { floor = 6 }"), "es");
    assert!((6.0..9.0).contains(&number(&small["body_pt"])), "{small}");
}

#[test]
fn line_height_is_the_locale_s() {
    let (_, plain) = built(&spanish(""), "es");
    let (_, given) = built(&spanish("leading = 1.8"), "es");
    assert!((leading(&plain[1]) - 1.35).abs() < 0.01, "{}", leading(&plain[1]));
    assert!((leading(&given[1]) - 1.8).abs() < 0.01, "{}", leading(&given[1]));
}

#[test]
fn alignment_is_the_locale_s() {
    let full = |lines: &[Value]| {
        let (_, filled) = lines.split_last().unwrap();
        filled.iter().all(|line| (number(&line["width"]) - number(&line["measure"])).abs() < 0.01)
    };
    let (_, ragged) = built(&spanish("align = \"start\""), "es");
    let (_, flush) = built(&spanish("align = \"justify\""), "es");
    assert!(ragged[1].len() > 2 && !full(&ragged[1]));
    assert!(flush[1].len() > 2 && full(&flush[1]));
}

#[test]
fn preferred_faces_set_the_locale_s_own_words_alone() {
    let project = |settings: &str| {
        spanish(settings).with("locales/es/text.ftl", "Hola", "<span lang=\"en\">Hello there</span>")
    };
    let (_, plain) = built(&project(""), "es");
    let (_, given) = built(&project("fonts = [\"Noto Sans CJK SC\"]"), "es");
    // In em, since another face may change the size at which all fits; the last block is the phone number.
    let widths = |lines: &[Vec<Value>]| {
        [0, 2].map(|block| number(&lines[block][0]["width"]) / number(&lines[block][0]["size"]))
    };
    let ([english, own], [same, other]) = (widths(&plain), widths(&given));
    assert!((english - same).abs() < 0.001, "{english} {same}");
    assert!((own - other).abs() > 0.01, "{own} {other}");
}

#[test]
fn words_of_the_glossary_are_not_split() {
    let name = "ออนแทรีโอ";
    let project = |settings: &str| {
        let thai = include_str!("fixture/es.ftl").replace("corto de un párrafo.", &name.repeat(25));
        Fixture::new().file("locales/th/text.ftl", thai).file("locales/th/locale.toml", settings)
    };
    let split = |settings: &str| {
        let (_, lines) = built(&project(settings), "th");
        let texts = lines[1].iter().map(|line| line["text"].as_str().unwrap().to_owned());
        texts.filter(|text| !text.ends_with(name)).count()
    };
    assert!(split("") > 0);
    assert_eq!(split(&format!("glossary = [\"{name}\"]")), 0);
}

/// The ideal size of Thai in the factsheet, files laid over the built-in project.
fn ideal_of_thai(project: &Project) -> f64 {
    let selection = Selection {
        locales: vec!["th".to_owned()],
        layouts: LayoutChoice::Named(vec!["letter-fold".to_owned()]),
        ..Selection::default()
    };
    let status = project.status(&selection, None);
    assert!(!status.problems.has_errors(), "{}", status.problems);
    status.made.fits[0].ideal_pt
}

#[test]
fn settings_of_one_s_own_take_the_place_of_the_built_in_ones() {
    assert_eq!(ideal_of_thai(&Project::embedded()), 12.0);
    let own = Project::in_memory([("locales/th/locale.toml", "size = { ideal = 11 }")]);
    assert_eq!(ideal_of_thai(&own), 11.0);
}

/// The glossary of a shipped locale.
fn glossary(locale: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join(format!("locales/{locale}/locale.toml"))).unwrap();
    let settings: toml::Table = toml::from_str(&text).unwrap();
    settings["glossary"].as_array().unwrap().iter().map(|word| word.as_str().unwrap().to_owned()).collect()
}

#[test]
fn words_of_the_shipped_glossaries_are_whole_on_paper() {
    let (out, run) = build_factsheet(&["-l", "th,zh-Hans,zh-Hant", "--format", "json"]);
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    for locale in ["th", "zh-Hans", "zh-Hant"] {
        let glossary = glossary(locale);
        let mut unused = glossary.clone();
        for layout in ["factsheet", "letter-fold"] {
            let placed =
                fs::read_to_string(out.path().join(format!("factsheet-{locale}-{layout}-letter.json")))
                    .unwrap();
            let placed: Value = serde_json::from_str(&placed).unwrap();
            let pages = placed["pages"].as_array().unwrap().iter();
            let panels = pages.flat_map(|page| page["panels"].as_array().unwrap());
            for block in panels.flat_map(|panel| panel["blocks"].as_array().unwrap()) {
                let lines = block["lines"].as_array().unwrap().iter();
                let lines: Vec<&str> = lines.map(|line| line["text"].as_str().unwrap()).collect();
                let (text, role) = (lines.concat(), block["role"].as_str().unwrap());
                unused.retain(|word| !text.contains(word.as_str()));
                // Running text in Chinese breaks between any two characters.
                if locale != "th" && !matches!(role, "title" | "subtitle" | "heading") {
                    continue;
                }
                for word in &glossary {
                    assert!(!is_cut(&text, &lines, word), "{locale} {layout}: {word} in {lines:?}");
                }
            }
        }
        assert!(unused.is_empty(), "{locale}: {unused:?} are not in the text");
    }
}

/// Whether a line of the text ends within a word.
fn is_cut(text: &str, lines: &[&str], word: &str) -> bool {
    let mut end = 0;
    lines.iter().any(|line| {
        end += line.len();
        text.match_indices(word).any(|(at, _)| at < end && end < at + word.len())
    })
}

#[test]
fn a_language_that_nobody_knows_is_a_folder() {
    let settings =
        "name = [\"Zork\", \"Zorkish\"]\nunits = [\"blorb\"]\nlean = [\"qu\"]\nmonths = [\"frobuary\"]\n";
    let body = "Frotz qu gnusto rezrov 24 blorb ozmoo 3 frobuary 2026 yomin. ".repeat(6);
    let narrow = "height = \"120mm\"\ninset = [\"10mm\", \"70mm\"]\n\n";
    let fixture = Fixture::new()
        .file("locales/xx/text.ftl", include_str!("fixture/es.ftl"))
        .with("locales/xx/text.ftl", "corto de un párrafo.", body.trim())
        .with("locales/en/text.ftl", "of one paragraph.", "of 24 words, of 3 May 2026.")
        .file("locales/xx/locale.toml", settings)
        .with("layouts/page.toml", "height = \"60mm\"\ninset = [\"10mm\", \"20mm\"]\n\n", narrow)
        .with("layouts/page.toml", "70mm\"\nheight", "130mm\"\nheight");
    let (_, lines) = built(&fixture, "xx");
    let lines: Vec<&str> = lines[1].iter().map(|line| line["text"].as_str().unwrap().trim_end()).collect();
    assert!(lines.len() > 6, "{lines:?}");
    for part in [" 24", " 3", " qu", "frobuary"] {
        assert!(!lines.iter().any(|line| line.ends_with(part)), "{lines:?}");
    }
}
