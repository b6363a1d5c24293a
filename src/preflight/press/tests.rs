//! Files by hand, as other programs may write them, against presses: each wish met, and missed.

mod asked;
mod read_right;
mod wishes;

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

fn new() -> Sheets {
    Sheets::new()
}

fn with_content(content: &str) -> Sheets {
    new().with(|s| s.contents = vec![content.to_owned()])
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
