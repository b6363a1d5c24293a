//! Files by hand, as other programs may write them, against presses: each wish met, and missed.

mod asked;
mod read_right;

use super::{PressLine, SentFile, Verdict, Wish};
use crate::diag::Diagnostics;
use crate::preflight::{Severity, examine_for_presses};
use crate::source::Sources;
use crate::spec::{Press, read_press};

/// A press of these rows.
fn press(rows: &str) -> Press {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let text = format!("source = \"https://example.org\"\nread = \"2026-11\"\n{rows}\n");
    let source = sources.add("layouts/press/shop.toml", text);
    read_press("shop", source, &sources, &mut diagnostics).unwrap()
}

/// A file whose parts a case can change.
#[derive(Clone)]
struct Sheets {
    name: &'static str,
    catalog: String,
    info: String,
    boxes: String,
    contents: Vec<String>,
    font: String,
    /// An object of its own, behind the pages.
    extra: String,
    /// The files that lie beside it.
    beside: Vec<String>,
}

/// A line of text; each letter is half an em wide.
fn words(x: f64, y: f64, size: f64, text: &str) -> String {
    format!("BT /F1 {size} Tf 0 0 0 1 k {x} {y} Td ({text}) Tj ET\n")
}

impl Sheets {
    /// A page of A4 with 3 mm of bleed.
    fn new() -> Sheets {
        Sheets {
            name: "leaflet-en.pdf",
            catalog: "/OutputIntents[<</S/GTS_PDFX/OutputConditionIdentifier(FOGRA39)>>]".to_owned(),
            info: "/GTS_PDFXVersion(PDF/X-4)/Trapped/False".to_owned(),
            boxes: "/MediaBox[0 0 612.283 858.898]/BleedBox[0 0 612.283 858.898]/TrimBox[8.504 8.504 603.78 850.394]"
                .to_owned(),
            contents: vec![words(100.0, 700.0, 12.0, "To be read") + &words(100.0, 680.0, 12.0, "by all")],
            font: "/Subtype/TrueType/BaseFont/ABCDEF+Sample/FontDescriptor<</Type/FontDescriptor/FontFile2 4 0 R>>".to_owned(),
            extra: "null".to_owned(),
            beside: Vec::new(),
        }
    }

    fn with(mut self, change: impl FnOnce(&mut Sheets)) -> Sheets {
        change(&mut self);
        self
    }

    /// More pages like the first.
    fn pages(self, count: usize) -> Sheets {
        let contents = vec![self.contents[0].clone(); count];
        Sheets { contents, ..self }
    }

    fn bytes(&self) -> Vec<u8> {
        let widths = vec!["500"; 95].join(" ");
        let kids: Vec<String> = (0..self.contents.len()).map(|at| format!("{} 0 R", 5 + at * 2)).collect();
        let mut objects = vec![
            format!("<</Type/Catalog/Pages 3 0 R{}>>", self.catalog),
            format!("<<{}>>", self.info),
            format!("<</Type/Pages/Kids[{}]/Count {}>>", kids.join(" "), kids.len()),
            "<</Length 0>>\nstream\n\nendstream".to_owned(),
        ];
        for (at, content) in self.contents.iter().enumerate() {
            objects.push(format!(
                "<</Type/Page/Parent 3 0 R{}/Contents {} 0 R/Resources<</ColorSpace<</All[/Separation/All/DeviceCMYK 4 0 R]>>\
                 /Font<</F1<</Type/Font{}/FirstChar 32/LastChar 126/Widths[{widths}]/Encoding/WinAnsiEncoding>>>>>>>>",
                self.boxes,
                6 + at * 2,
                self.font
            ));
            objects.push(format!("<</Length {}>>\nstream\n{content}\nendstream", content.len()));
        }
        objects.push(self.extra.clone());
        let mut bytes = b"%PDF-1.6\n".to_vec();
        for (object, number) in objects.iter().zip(1..) {
            bytes.extend(format!("{number} 0 obj\n{object}\nendobj\n").as_bytes());
        }
        bytes.extend(b"trailer\n<</Root 1 0 R/Info 2 0 R>>\n%%EOF\n");
        bytes
    }

    fn sent(&self) -> SentFile<'_> {
        SentFile { name: self.name, build: None, beside: &self.beside }
    }

    fn lines(&self, rows: &str) -> Vec<PressLine> {
        examine_for_presses(&self.bytes(), self.sent(), &[press(rows)]).1.remove(0)
    }
}

/// A4 lying on its side, with 3 mm of bleed.
fn lying(sheets: &mut Sheets) {
    sheets.boxes =
        "/MediaBox[0 0 858.898 612.283]/BleedBox[0 0 858.898 612.283]/TrimBox[8.504 8.504 850.394 603.78]"
            .to_owned();
}

/// A4 on a sheet with 20 mm around it, and what is drawn there.
fn marked(sheets: &mut Sheets, drawn: &str) {
    sheets.boxes =
        "/MediaBox[0 0 708.661 955.276]/BleedBox[48.189 48.189 660.472 907.087]/TrimBox[56.693 56.693 651.969 898.583]"
            .to_owned();
    sheets.contents[0].push_str(drawn);
}

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

fn new() -> Sheets {
    Sheets::new()
}

fn with_content(content: &str) -> Sheets {
    new().with(|s| s.contents = vec![content.to_owned()])
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

#[test]
fn more_bleed_is_a_note_where_the_trim_is_told() {
    let lines = Sheets::new().lines("bleed = \"1mm\"");
    let bleed = lines.iter().find(|line| line.wish == Wish::Bleed).unwrap();
    assert_eq!((bleed.verdict, bleed.found.as_str()), (Verdict::Note, "3.00 mm"));
    // A page without a trim is as large as its paper with bleed, or has none.
    let untold = |media: &str| Sheets::new().with(|s| s.boxes = format!("/MediaBox[0 0 {media}]"));
    let verdict = |media: &str| {
        let lines = untold(media).lines("bleed = \"3mm\"");
        let line = lines.iter().find(|line| line.wish == Wish::Bleed).unwrap().clone();
        (line.verdict, line.found)
    };
    assert_eq!(verdict("612.283 858.898"), (Verdict::Met, "3.00 mm".to_owned()));
    assert_eq!(verdict("595.276 841.89"), (Verdict::Missed, "0.00 mm".to_owned()));
}

#[test]
fn a_line_of_no_width_is_an_error_for_every_shop() {
    let errors = |content: &str| {
        let sheets = Sheets::new().with(|s| s.contents[0].push_str(content));
        let report = examine_for_presses(&sheets.bytes(), sheets.sent(), &[press("")]).0;
        let errors = report.findings.iter().filter(|finding| finding.severity() == Severity::Error);
        errors.map(|finding| finding.check().name()).filter(|name| name.starts_with("ink/h")).count()
    };
    assert_eq!(errors("0 w 100 100 m 200 100 l S "), 1);
    assert_eq!(errors("0 w 100 100 m 200 100 l n "), 0);
    assert_eq!(errors("0.5 w 100 100 m 200 100 l S "), 0);
}

#[test]
fn a_file_that_is_none_has_no_lines() {
    let (report, lines) = examine_for_presses(b"no PDF", SentFile::default(), &[press(""), press("")]);
    assert!(report.has_errors() && lines.iter().all(Vec::is_empty) && lines.len() == 2);
}
