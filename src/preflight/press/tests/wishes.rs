//! For each wish of a press a file that meets it and one that misses it.

use super::{PressLine, Sheets, Verdict, lying, marked, new, with_content, words};
use crate::preflight::press::Wish;

const CROP: &str = "0.25 w 56.693 20 m 56.693 40 l S 651.969 20 m 651.969 40 l S ";

const TARGET: &str = "/All CS 1 SCN 0.25 w 30 30 m 40 30 l 35 25 m 35 35 l S ";

const SMALL_SLUG: &str = "BT /F1 4 Tf 60 10 Td (made by a program) Tj ET ";

/// Rows, a file that meets the wish, one that does not, and words of what was found.
struct Case {
    wish: Wish,
    rows: &'static str,
    met: Sheets,
    missed: Sheets,
    found: &'static str,
}

fn case(wish: Wish, rows: &'static str, met: Sheets, missed: Sheets, found: &'static str) -> Case {
    Case { wish, rows, met, missed, found }
}

/// Of pages and their boxes.
fn page_cases() -> Vec<Case> {
    let halves = words(60.0, 300.0, 12.0, "on the left") + &words(500.0, 300.0, 12.0, "on the right");
    let across = halves.clone() + &words(400.0, 500.0, 12.0, "over the middle");
    let copies = (0..8).map(|at| f64::from(at) * 90.0).fold(String::new(), |all, y| {
        all + &words(60.0, 60.0 + y, 9.0, "A name") + &words(60.0, 40.0 + y, 9.0, "A number")
    });
    let spread = |content: &str| with_content(content).with(lying).pages(4);
    vec![
        case(Wish::Imposed, "pages = \"single\"", spread(&across), spread(&halves), "4 sides of two pages"),
        case(Wish::Imposed, "pages = \"single\"", new(), with_content(&copies), "the same 8 times"),
        case(Wish::Count, "files = \"page\"", new(), new().pages(2), "2 pages"),
        case(
            Wish::Size,
            "marks = \"none\"",
            new(),
            new().with(|s| s.boxes = s.boxes.replace("[0 0 612.283 858.898]/B", "[0 0 620 860]/B")),
            "218.72 × 303.39 mm",
        ),
        case(
            Wish::Bleed,
            "bleed = \"3mm\"",
            new(),
            new().with(|s| s.boxes = s.boxes.replace("BleedBox[0 0", "BleedBox[4 4")),
            "1.589 mm",
        ),
    ]
}

/// Of what a file says, and of its faces.
fn claim_cases() -> Vec<Case> {
    vec![
        case(
            Wish::Standard,
            "standard = \"x-4\"",
            new(),
            new().with(|s| s.info = s.info.replace("PDF/X-4", "PDF/X-3:2002")),
            "PDF/X-3:2002",
        ),
        case(
            Wish::Standard,
            "standard = \"x-1a:2001\"",
            new().with(|s| {
                s.info = "/GTS_PDFXVersion(PDF/X-1:2001)/GTS_PDFXConformance(PDF/X-1a:2001)".to_owned();
            }),
            new(),
            "PDF/X-4",
        ),
        case(
            Wish::Fonts,
            "fonts = \"outlines\"",
            with_content("0 0 0 1 k 100 100 50 50 re f"),
            new(),
            "1 face",
        ),
        case(Wish::Intent, "standard = \"x-4\"", new(), new().with(|s| s.catalog.clear()), "none"),
        case(
            Wish::Intent,
            "intent = \"FOGRA39\"",
            new(),
            new().with(|s| s.catalog = s.catalog.replace("FOGRA39", "CGATS TR 006")),
            "CGATS TR 006",
        ),
        case(
            Wish::Fonts,
            "fonts = \"embedded\"",
            new(),
            new().with(|s| s.font = "/Subtype/Type1/BaseFont/Helvetica".to_owned()),
            "1 not embedded",
        ),
    ]
}

/// Of what stands around the trim.
fn mark_cases() -> Vec<Case> {
    vec![
        case(
            Wish::Marks,
            "marks = \"none\"",
            new(),
            new().with(|s| marked(s, CROP)),
            "2 crop marks, 0 other marks",
        ),
        case(
            Wish::Marks,
            "marks = \"crop\"",
            new().with(|s| marked(s, CROP)),
            new().with(|s| marked(s, &format!("{CROP}{TARGET}"))),
            "2 crop marks, 1 other marks",
        ),
        case(
            Wish::Marks,
            "marks = \"all\"",
            new().with(|s| marked(s, &format!("{CROP}{TARGET}"))),
            new(),
            "none",
        ),
        case(
            Wish::Marks,
            "marks = \"all\"\noffset = \"5mm\"",
            new().with(|s| marked(s, CROP)),
            new().with(|s| marked(s, &CROP.replace(" 40 l", " 47 l"))),
            "3.419 mm off",
        ),
    ]
}

/// Of ink, lines and type.
fn bound_cases() -> Vec<Case> {
    let grey = |content: &str| words(100.0, 100.0, 12.0, "in grey").replace("0 0 0 1 k", "0 g") + content;
    vec![
        case(
            Wish::Inks,
            "ink = \"gray\"",
            with_content(&grey("")),
            with_content(&grey("0 0 0 1 k 100 100 50 50 re f ")),
            "DeviceCMYK",
        ),
        case(
            Wish::Inks,
            "ink = \"gray\"\nmarks = \"all\"",
            with_content(&grey("")).with(|s| marked(s, TARGET)),
            with_content(&grey("1 0 0 rg 100 100 50 50 re f ")),
            "DeviceRGB",
        ),
        case(
            Wish::Ink,
            "limits = { ink = 280 }",
            new(),
            new().with(|s| s.contents[0].push_str("1 1 0.5 0.5 k 100 100 50 50 re f ")),
            "300 %",
        ),
        case(
            Wish::Line,
            "limits = { line = \"0.25pt\" }",
            new().with(|s| s.contents[0].push_str("0.25 w 100 100 m 200 100 l S ")),
            new().with(|s| s.contents[0].push_str("0.2 w 100 100 m 200 100 l S ")),
            "0.20 pt",
        ),
        case(
            Wish::Type,
            "marks = \"all\"\nlimits = { type = \"6pt\" }",
            new().with(|s| marked(s, SMALL_SLUG)),
            new().with(|s| marked(s, &words(100.0, 100.0, 5.0, "too small"))),
            "5.00 pt on page 1",
        ),
        case(
            Wish::Knockout,
            "limits = { knockout = \"6pt\" }",
            with_content(&words(100.0, 100.0, 5.0, "black on paper")),
            with_content(&words(100.0, 100.0, 5.0, "white on plum").replace("0 0 0 1 k", "0 0 0 0 k")),
            "5.00 pt",
        ),
    ]
}

/// Of where text stands, and of the file.
fn other_cases() -> Vec<Case> {
    vec![
        case(
            Wish::Safe,
            "limits = { safe = \"3mm\" }",
            with_content(&words(20.0, 100.0, 10.0, "far enough")),
            with_content(&words(560.0, 100.0, 10.0, "too long")),
            "text 1.334 mm from the edge of page 1",
        ),
        case(
            Wish::Folds,
            "folds.letter.a4 = [\"100mm\", \"100mm\", \"97mm\"]",
            with_content(&words(300.0, 300.0, 10.0, "within a panel")).with(lying),
            with_content(&words(270.0, 300.0, 10.0, "over a fold")).with(lying),
            "1 text over a fold",
        ),
        // Read from the right, the narrow panel is at the other end.
        case(
            Wish::Folds,
            "folds.letter.a4 = [\"100mm\", \"100mm\", \"97mm\"]",
            with_content(&words(281.0, 300.0, 10.0, "x")).with(lying),
            with_content(&(words(281.0, 300.0, 10.0, "x") + &words(290.0, 200.0, 10.0, "x"))).with(lying),
            "1 text over a fold",
        ),
        case(
            Wish::Name,
            "name = \"page{n}\"\npages = \"both\"",
            new().with(|s| s.name = "page1-sheets.pdf"),
            new().with(|s| s.name = "page-sheets1.pdf"),
            "page-sheets1.pdf",
        ),
        case(
            Wish::Size,
            "marks = \"none\"\nbleed = { default = \"1mm\", page = \"3mm\" }",
            new(),
            new().with(|s| s.boxes = s.boxes.replace("[0 0 612.283 858.898]/B", "[0 0 620 860]/B")),
            "218.72 × 303.39 mm",
        ),
        case(
            Wish::Bookmarks,
            "bookmarks = false",
            new(),
            new().with(|s| s.catalog.push_str("/Outlines<</First 4 0 R/Last 4 0 R/Count 1>>")),
            "there are some",
        ),
        case(
            Wish::Name,
            "name = \"{leaflet}-{locale}\"",
            new(),
            new().with(|s| s.name = "Leaflet (final).pdf"),
            "Leaflet (final).pdf",
        ),
    ]
}

/// Of the files that lie beside one.
fn beside_cases() -> Vec<Case> {
    vec![case(
        Wish::Plates,
        "ink = \"plates\"\ninks = [\"black\", \"bright red\"]",
        new().with(|s| {
            s.name = "card-black.pdf";
            s.beside = vec!["card-bright-red.pdf".to_owned(), "card-black.pdf".to_owned()];
        }),
        new().with(|s| s.name = "card-bright-red.pdf"),
        "no card-black.pdf beside this one",
    )]
}

fn cases() -> Vec<Case> {
    [beside_cases(), page_cases(), claim_cases(), mark_cases(), bound_cases(), other_cases()]
        .into_iter()
        .flatten()
        .collect()
}

#[test]
fn each_wish_is_met_by_one_file_and_missed_by_another() {
    for Case { wish, rows, met, missed, found } in cases() {
        let lines = |file: &Sheets| -> Vec<PressLine> {
            file.lines(rows).into_iter().filter(|line| line.wish == wish).collect()
        };
        let told = lines(&met);
        assert!(!told.is_empty() && told.iter().all(|line| line.verdict == Verdict::Met), "{rows}: {told:?}");
        let told = lines(&missed);
        let line = told.iter().find(|line| line.verdict == Verdict::Missed);
        let line = line.unwrap_or_else(|| panic!("{wish:?} {rows}: {told:?}"));
        assert!(line.found.contains(found) && line.how.is_some(), "{rows}: {line:?}");
    }
    for wish in Wish::ALL {
        assert!(cases().iter().any(|case| case.wish == *wish), "{wish:?} has no case");
    }
}
