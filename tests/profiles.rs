//! What each profile promises, read from the files: boxes and bleed, marks, inks, and the order of a screen's pages.

use std::path::{Path, PathBuf};

use lopdf::content::Content;
use lopdf::{Document, Object, ObjectId};
use serde_json::Value;
use tempfile::TempDir;

use crate::support::{Fixture, program, root, run_of};

const MM: f64 = 72.0 / 25.4;
/// To 0.01 mm.
const SLACK: f64 = 0.01 * MM;
/// What an office printer leaves white.
const UNPRINTED: f64 = 6.35 * MM;
const LAYOUTS: &str = "booklet,card,factsheet,half-fold,handbill,letter-fold,poster,shoe-card,z-fold,zine";

/// Builds the repository's own project.
fn built(arguments: &[&str]) -> (TempDir, Vec<Value>) {
    let out = tempfile::tempdir().unwrap();
    let mut all = vec!["build", "--message-format", "json", "--out", out.path().to_str().unwrap()];
    all.extend(arguments);
    let run = run_of(program().current_dir(root()).args(&all).output().unwrap(), out.path());
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    let artifacts = run.artifacts().into_iter().cloned().collect();
    (out, artifacts)
}

/// Builds it for a press that wants sheets with all marks.
fn built_as_sheets(arguments: &[&str]) -> (Fixture, Vec<PathBuf>) {
    let fixture = Fixture::with_sheets();
    let run = fixture.build(&[&["--press", "sheets"], arguments].concat());
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    let files = files(&fixture.out());
    (fixture, files)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending != "json"));
    files.sort();
    files
}

/// Left, lower, right, upper of a box in points.
pub(crate) fn sides(document: &Document, page: ObjectId, name: &str) -> [f64; 4] {
    let sides = document.get_dictionary(page).unwrap().get(name.as_bytes()).unwrap().as_array().unwrap();
    let sides: Vec<f64> = sides.iter().map(|side| f64::from(side.as_float().unwrap())).collect();
    sides.try_into().unwrap()
}

/// A painted outline with the box around it, or the start of a line of text.
pub(crate) struct Painted {
    pub operator: String,
    pub sides: [f64; 4],
}

impl Painted {
    fn is_within(&self, [left, lower, right, upper]: [f64; 4]) -> bool {
        let [l, b, r, t] = self.sides;
        l >= left - SLACK && b >= lower - SLACK && r <= right + SLACK && t <= upper + SLACK
    }

    /// Whether it shares nothing with a box.
    fn is_outside(&self, [left, lower, right, upper]: [f64; 4]) -> bool {
        let [l, b, r, t] = self.sides;
        r <= left + SLACK || l >= right - SLACK || t <= lower + SLACK || b >= upper - SLACK
    }
}

fn operations(document: &Document, page: ObjectId) -> Vec<(String, Vec<Object>)> {
    let content = Content::decode(&document.get_page_content(page)).unwrap();
    content.operations.into_iter().map(|operation| (operation.operator, operation.operands)).collect()
}

fn numbers(operands: &[Object]) -> Vec<f64> {
    operands.iter().filter_map(|operand| operand.as_float().ok()).map(f64::from).collect()
}

/// All that is painted on a page; our operators hold places of the page itself.
pub(crate) fn painted(document: &Document, page: ObjectId) -> Vec<Painted> {
    let none = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
    let (mut sides, mut painted) = (none, Vec::new());
    for (operator, operands) in operations(document, page) {
        let numbers = numbers(&operands);
        match operator.as_str() {
            "m" | "l" | "c" => {
                for place in numbers.chunks(2) {
                    let (x, y) = (place[0], place[1]);
                    sides = [sides[0].min(x), sides[1].min(y), sides[2].max(x), sides[3].max(y)];
                }
            }
            "f" | "f*" | "S" | "B" | "B*" => {
                painted.push(Painted { operator, sides });
                sides = none;
            }
            "Tm" => {
                let (x, y) = (numbers[4], numbers[5]);
                painted.push(Painted { operator, sides: [x, y, x, y] });
            }
            _ => {}
        }
    }
    painted
}

pub(crate) fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= SLACK
}

#[test]
fn press_boxes_are_the_paper_and_its_bleed() {
    for (paper, trim, bleed) in [("letter", [279.4, 215.9], 3.175), ("a4", [297.0, 210.0], 3.0)] {
        let asked = ["-l", "en", "-L", "letter-fold", "--for", "press", "--paper", paper];
        let (_fixture, sheets) = built_as_sheets(&asked);
        let (out, _) = built(&asked);
        let usual = Document::load(&files(out.path())[0]).unwrap();
        for page in usual.page_iter() {
            assert_eq!(sides(&usual, page, "MediaBox"), sides(&usual, page, "BleedBox"), "{paper}");
        }
        let sheets = Document::load(&sheets[0]).unwrap();
        for (document, page) in [&usual, &sheets]
            .into_iter()
            .flat_map(|document| document.page_iter().map(move |page| (document, page)))
        {
            let [l, b, r, t] = sides(document, page, "TrimBox");
            assert!(near(r - l, trim[0] * MM) && near(t - b, trim[1] * MM), "{paper}");
            let bled = sides(document, page, "BleedBox");
            let wanted = [l - bleed * MM, b - bleed * MM, r + bleed * MM, t + bleed * MM];
            assert!(bled.iter().zip(wanted).all(|(side, wanted)| near(*side, wanted)), "{paper}");
        }
        for page in sheets.page_iter() {
            let [media, bled] = ["MediaBox", "BleedBox"].map(|name| sides(&sheets, page, name));
            assert!(media[..2].iter().zip(&bled).all(|(media, bled)| *media <= bled - 5.0 * MM));
            assert!(media[2..].iter().zip(&bled[2..]).all(|(media, bled)| *media >= bled + 5.0 * MM));
        }
    }
}

#[test]
fn a_cover_without_words_is_the_first_page_of_a_screen() {
    let (out, _) = built(&["-l", "en,th", "-L", "shoe-card", "--for", "screen"]);
    for file in files(out.path()) {
        let document = Document::load(&file).unwrap();
        let [cover, next] = [1, 2].map(|page| document.extract_text(&[page]).unwrap());
        let contact = |text: &str| text.contains("416-906-3098");
        assert!(
            cover.chars().count() < 20 && !contact(&cover) && next.chars().count() > 20,
            "{cover}|{next}"
        );
    }
}

#[test]
fn what_is_made_nothing_of_is_not_drawn() {
    let none = "[style.contact.tel]\nlabel = { kind = \"icon\", picture = \"mail.svg\", width = 0 }\n\n\
        [style.numeral]\nsize = 0\ncolor = \"accent\"\nindent = 0\nbefore = 0\n\n\
        [style.role]\nheading = { rule = { color = \"accent\", width = 0 } }\n\n[body]";
    let foot = "[[panel]]\nname = \"rest\"\nfoot = { left = \"{date}\", size = 0.8, color = \"grey\", gap = 0.4, rule = { color = \"accent\", width = 0, gap = 0.2 } }";
    let fixture = Fixture::new().with("layouts/page.toml", "[body]", none).with(
        "layouts/page.toml",
        "[[panel]]\nname = \"rest\"",
        foot,
    );
    let run = fixture.build(&["-l", "en", "--for", "press"]);
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    let document = Document::load(fixture.out().join("small-en-page-letter-press.pdf")).unwrap();
    for page in document.page_iter() {
        // Filled, it has a side of nothing; stroked, a line of no width, which is as thin as a device can print.
        let flat = |item: &Painted| {
            let [l, b, r, t] = item.sides;
            item.operator.starts_with('f') && (near(l, r) || near(b, t))
        };
        assert!(!painted(&document, page).iter().any(flat));
        let thin =
            |(operator, operands): &(String, Vec<Object>)| operator == "w" && numbers(operands) == [0.0];
        assert!(!operations(&document, page).iter().any(thin));
    }
}

#[test]
fn press_marks_stand_outside_the_bleed_and_fields_reach_it() {
    let (_fixture, files) = built_as_sheets(&["-l", "en,th", "-L", LAYOUTS]);
    for file in files {
        let document = Document::load(&file).unwrap();
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let mut bled = 0;
        for page in document.page_iter() {
            let (trim, bleed) = (sides(&document, page, "TrimBox"), sides(&document, page, "BleedBox"));
            let media = sides(&document, page, "MediaBox");
            let painted = painted(&document, page);
            let outside: Vec<&Painted> = painted.iter().filter(|item| !item.is_within(trim)).collect();
            let (fields, marks): (Vec<&Painted>, Vec<&Painted>) =
                outside.into_iter().partition(|item| item.operator.starts_with('f'));
            assert!(marks.iter().all(|mark| mark.is_outside(bleed) && mark.is_within(media)), "{name}");
            // Two crop marks a corner, a cross and a circle a corner, a line of text; folds and cuts come to that.
            assert!(marks.iter().filter(|mark| mark.operator == "S").count() >= 16, "{name}");
            assert!(marks.iter().any(|mark| mark.operator == "Tm"), "{name}");
            for field in fields {
                let reaches = field.sides.iter().zip(bleed).zip(trim).all(|((side, bleed), trim)| {
                    near(*side, bleed) || (*side - trim).abs() > UNPRINTED + SLACK
                });
                assert!(field.is_within(bleed) && reaches, "{name}: {:?}", field.sides);
                bled += 1;
            }
        }
        assert!(bled > 0 || name.starts_with("card"), "{name} has fields along its edges");
    }
}

#[test]
fn an_office_print_leaves_the_edge_white() {
    let (out, _) = built(&["-l", "en,th", "-L", LAYOUTS, "--ink", "colour,mono"]);
    let files = files(out.path());
    assert_eq!(files.len(), 10 * 2 * 2);
    for file in files {
        let document = Document::load(&file).unwrap();
        for page in document.page_iter() {
            let [l, b, r, t] = sides(&document, page, "TrimBox");
            assert_eq!([l, b, r, t], sides(&document, page, "MediaBox"));
            let inside = [l + UNPRINTED, b + UNPRINTED, r - UNPRINTED, t - UNPRINTED];
            for item in painted(&document, page) {
                assert!(item.is_within(inside), "{}: {} {:?}", file.display(), item.operator, item.sides);
            }
        }
    }
}

#[test]
fn a_press_lays_down_process_inks_alone_and_never_too_much() {
    let asked = ["-l", "zh-Hant", "-L", LAYOUTS, "--for", "press", "--ink", "colour,mono"];
    let ((out, _), (_fixture, sheets)) = (built(&asked), built_as_sheets(&asked));
    let (mut inked, mut set, mut coloured) = ([0, 0], 0, 0);
    for file in files(out.path()).into_iter().chain(sheets) {
        let mono = file.to_string_lossy().ends_with("-mono.pdf");
        let document = Document::load(&file).unwrap();
        for page in document.page_iter() {
            let (mut size, mut fill) = (0.0, vec![0.0, 0.0, 0.0, 1.0]);
            for (operator, operands) in operations(&document, page) {
                let numbers = numbers(&operands);
                match operator.as_str() {
                    "Tf" => size = numbers[0],
                    "rg" | "RG" | "g" | "G" | "sc" | "SC" | "cs" => panic!("{}: {operator}", file.display()),
                    // The one ink beside: that of registration marks, which are stroked.
                    "CS" => assert!(!mono),
                    "k" | "K" => {
                        assert!(numbers.iter().sum::<f64>() <= 2.4 + 1e-6, "{numbers:?}");
                        assert!(!mono || numbers[..3] == [0.0; 3], "{numbers:?}");
                        inked[usize::from(mono)] += 1;
                        if operator == "k" {
                            fill = numbers;
                        }
                    }
                    // Type is black ink alone, or left out of a field; from 12 pt on it may have a colour.
                    "Tj" | "TJ" => {
                        assert!(size >= 12.0 || fill[..3] == [0.0; 3], "{}: {size} pt", file.display());
                        coloured += usize::from(fill[..3] != [0.0; 3]);
                        set += 1;
                    }
                    _ => {}
                }
            }
        }
        let annotations =
            document.page_iter().any(|page| document.get_dictionary(page).unwrap().has(b"Annots"));
        assert!(!annotations, "{}", file.display());
    }
    assert!(
        inked.iter().all(|&count| count > 100) && set > 1000 && coloured > 10,
        "{inked:?} {set} {coloured}"
    );
}

#[test]
fn one_ink_is_grey_in_the_office_and_on_screens() {
    let (out, artifacts) =
        built(&["-l", "en", "-L", "factsheet,card", "--for", "office,screen", "--ink", "mono"]);
    assert!(artifacts.iter().all(|artifact| artifact["ink"] == "mono"));
    for file in files(out.path()) {
        let document = Document::load(&file).unwrap();
        let mut greys = Vec::new();
        for page in document.page_iter() {
            for (operator, operands) in operations(&document, page) {
                assert!(!["rg", "RG", "k", "K", "cs", "CS"].contains(&operator.as_str()));
                if operator == "g" {
                    greys.extend(numbers(&operands));
                }
            }
        }
        // Black, white, nearly black for plum and a mid grey for coral.
        for [least, most] in [[0.0, 0.0], [1.0, 1.0], [0.1, 0.25], [0.4, 0.55]] {
            assert!(greys.iter().any(|grey| (least..=most).contains(grey)), "{}: {greys:?}", file.display());
        }
    }
}

#[test]
fn a_screen_shows_each_panel_once_in_the_order_of_the_manifest() {
    let (out, artifacts) =
        built(&["-l", "en", "-L", "letter-fold,card,zine,booklet", "--for", "screen", "--format", "json"]);
    let pages = [("booklet", 8), ("card", 2), ("letter-fold", 6), ("zine", 8)];
    for (layout, count) in pages {
        let artifact = artifacts.iter().find(|artifact| artifact["layout"] == layout).unwrap();
        assert_eq!((&artifact["profile"], &artifact["pages"]), (&"screen".into(), &count.into()), "{layout}");
    }
    for file in files(out.path()) {
        let placed: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        let mut sections: Vec<String> = Vec::new();
        for page in placed["pages"].as_array().unwrap() {
            for panel in page["panels"].as_array().unwrap() {
                assert_eq!(panel["rotate"], 0);
                let end = panel["x"].as_f64().unwrap() + panel["w"].as_f64().unwrap();
                assert!(end <= page["width_pt"].as_f64().unwrap() + SLACK);
                for block in panel["blocks"].as_array().unwrap() {
                    let section = block["section"].as_str().unwrap().to_owned();
                    if sections.last() != Some(&section) {
                        sections.push(section);
                    }
                }
            }
        }
        let manifest: toml::Table =
            toml::from_str(&std::fs::read_to_string(root().join("polyleaf.toml")).unwrap()).unwrap();
        let stem = file.file_name().unwrap().to_string_lossy().split('-').next().unwrap().to_owned();
        let leaflet =
            manifest["leaflet"].as_array().unwrap().iter().find(|l| l["name"].as_str() == Some(&stem));
        let named = leaflet.unwrap()["section"].as_array().unwrap();
        let mut named = named.iter().map(|section| section["name"].as_str().unwrap());
        // Sections follow each other as in the manifest, none twice.
        assert!(sections.iter().all(|section| named.any(|name| name == section)), "{stem}: {sections:?}");
    }
}

#[test]
fn a_screen_is_not_told_how_to_print_and_keeps_its_links() {
    let (out, _) = built(&["-l", "en", "-L", "letter-fold,card", "--for", "screen"]);
    for file in files(out.path()) {
        let document = Document::load(&file).unwrap();
        let preferences = document.catalog().unwrap().get(b"ViewerPreferences").unwrap().as_dict().unwrap();
        assert!(preferences.has(b"DisplayDocTitle"));
        assert!(!["Duplex", "PrintScaling"].iter().any(|key| preferences.has(key.as_bytes())));
        assert!(document.page_iter().any(|page| document.get_dictionary(page).unwrap().has(b"Annots")));
        for page in document.page_iter() {
            let edge = sides(&document, page, "TrimBox");
            assert_eq!(edge, sides(&document, page, "MediaBox"));
            assert!(painted(&document, page).iter().all(|item| item.is_within(edge)), "{}", file.display());
        }
    }
}

#[test]
fn profiles_and_inks_add_up_and_are_named_in_the_file() {
    let (out, artifacts) = built(&[
        "-l",
        "en",
        "-L",
        "card",
        "--for",
        "press",
        "--for",
        "office",
        "--ink",
        "mono,colour",
        "--for",
        "press",
    ]);
    let names: Vec<String> = files(out.path())
        .iter()
        .map(|file| file.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    assert_eq!(
        names,
        [
            "card-en-card-letter-mono.pdf",
            "card-en-card-letter-press-mono.pdf",
            "card-en-card-letter-press.pdf",
            "card-en-card-letter.pdf"
        ]
    );
    let profiles: Vec<&str> =
        artifacts.iter().map(|artifact| artifact["profile"].as_str().unwrap()).collect();
    assert_eq!(profiles, ["press", "press", "office", "office"]);
}

#[test]
fn strips_that_are_torn_by_hand_are_not_marked_for_the_knife() {
    let (fixture, _) = built_as_sheets(&["-l", "en", "--leaflet", "poster"]);
    let document = Document::load(fixture.out().join("poster-en-poster-letter-press-sheets.pdf")).unwrap();
    let page = document.page_iter().next().unwrap();
    let bleed = sides(&document, page, "BleedBox");
    let trim = sides(&document, page, "TrimBox");
    for mark in painted(&document, page).iter().filter(|item| item.operator == "S" && item.is_outside(bleed))
    {
        let [_, low, _, high] = mark.sides;
        let level = near(low, high) && low > trim[1] + SLACK && high < trim[3] - SLACK;
        assert!(!level, "a mark at the sheet's side: {:?}", mark.sides);
    }
}
