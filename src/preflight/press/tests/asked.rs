//! What a shop asks for, and what it leaves open; how a wish is told.

use super::{PressLine, SentFile, Sheets, lying, press, with_content, words};
use crate::preflight::press::{Verdict, Wish, unasked};
use crate::preflight::{Check, examine_for_presses, length};

fn line(sheets: &Sheets, rows: &str, wish: Wish) -> PressLine {
    let lines = sheets.lines(rows);
    lines.into_iter().find(|line| line.wish == wish).unwrap_or_else(|| panic!("{rows}: {wish:?}"))
}

#[test]
fn what_a_shop_does_not_state_is_not_judged() {
    // Wrong by all that is usual: no standard, no intent, a face elsewhere, marks.
    let wrong = Sheets::new().with(|s| {
        s.info.clear();
        s.catalog.clear();
        s.font = "/Subtype/Type1/BaseFont/Helvetica".to_owned();
    });
    assert_eq!(wrong.lines(""), vec![]);
    let open = [
        ("pages = \"single\"", Wish::Imposed),
        ("bleed = \"3mm\"", Wish::Bleed),
        ("marks = \"none\"", Wish::Marks),
        ("standard = \"x-4\"", Wish::Standard),
        ("intent = \"FOGRA39\"", Wish::Intent),
        ("fonts = \"embedded\"", Wish::Fonts),
        ("limits = { ink = 300 }", Wish::Ink),
        ("limits = { line = \"0.25pt\" }", Wish::Line),
        ("limits = { type = \"6pt\" }", Wish::Type),
        ("limits = { knockout = \"6pt\" }", Wish::Knockout),
        ("limits = { safe = \"3mm\" }", Wish::Safe),
    ];
    assert_eq!(unasked(&press("")), open.map(|(_, wish)| wish));
    for (rows, wish) in open {
        assert!(wrong.lines(rows).iter().any(|line| line.wish == wish), "{rows}");
        assert!(!unasked(&press(rows)).contains(&wish), "{rows}");
    }
    // That faces are in the file any shop needs, also one that does not speak of it.
    let findings = |rows: &str| {
        let report = examine_for_presses(&wrong.bytes(), SentFile::default(), &[press(rows)]).0;
        report.findings.iter().filter(|finding| finding.check() == Check::Embedded).count()
    };
    assert_eq!([findings(""), findings("fonts = \"embedded\"")], [1, 0]);
}

#[test]
fn what_a_duplicator_decides_is_not_asked_of_files() {
    let rows = "ink = \"plates\"\ninks = [\"black\"]\nbleed = \"3mm\"\nmarks = \"all\"\npages = \"single\"";
    let lines = Sheets::new().lines(rows);
    let wishes: Vec<Wish> = lines.iter().map(|line| line.wish).collect();
    assert_eq!(wishes, [Wish::Inks, Wish::Plates]);
}

#[test]
fn lengths_are_told_as_exactly_as_they_are_written() {
    for (inches, told) in
        [(0.125, "3.175 mm"), (0.0625, "1.588 mm"), (0.25, "6.35 mm"), (1.0, "25.40 mm"), (0.0, "0.00 mm")]
    {
        assert_eq!(length(inches * 72.0), told);
    }
}

#[test]
fn a_condition_is_known_by_the_name_of_shops_and_by_the_registered_one() {
    let told = |name: &str, asked: &str| {
        let sheets = Sheets::new().with(|s| s.catalog = s.catalog.replace("FOGRA39", name));
        let line = line(&sheets, &format!("intent = \"{asked}\""), Wish::Intent);
        (line.verdict, line.wanted, line.found)
    };
    let gracol = || "GRACoL2006 (CGATS TR 006)".to_owned();
    for name in
        ["CGATS TR 006", "CGATS TR006", "GRACoL2006", "gracol 2006", "Coated GRACoL 2006 (ISO 12647-2:2004)"]
    {
        assert_eq!(told(name, "GRACoL2006"), (Verdict::Met, gracol(), gracol()), "{name}");
    }
    assert_eq!(told("CGATS TR 006", "FOGRA39"), (Verdict::Missed, "FOGRA39".to_owned(), gracol()));
    let unknown = told("House paper", "GRACoL2006");
    assert_eq!(unknown, (Verdict::Missed, gracol(), "House paper".to_owned()));
}

/// Two short lines along the left and right of the top, as long as told, and two that face them at the bottom.
fn ticks(long: f64) -> String {
    let tick = |x: f64, y: f64| format!("0.25 w {x} {y} m {x} {} l S ", y + long);
    let all = [200.0, 400.0].map(|x| tick(x, 26.5) + &tick(x, 832.4 - long));
    all.concat()
}

#[test]
fn ticks_to_fold_by_on_the_page_are_marks() {
    let found = |content: &str| {
        let line = line(&with_content(content), "marks = \"none\"", Wish::Marks);
        (line.verdict, line.found)
    };
    let none = || (Verdict::Met, "none".to_owned());
    let four = (Verdict::Missed, "4 marks to fold or cut by on the page itself".to_owned());
    assert_eq!(found(&ticks(8.5)), four);
    // As an area, and lying on its side.
    assert_eq!(found("30 300 8.5 0.25 re f 570 300 8.5 0.25 re f ").0, Verdict::Missed);
    // A rule, a dot, one alone, and dashes are none.
    assert_eq!(found(&ticks(200.0)), none());
    assert_eq!(found(&ticks(4.0)), none());
    assert_eq!(found("200 26.5 m 200 35 l S "), none());
    assert_eq!(found(&format!("[2 2] 0 d {}", ticks(8.5))), none());
}

#[test]
fn of_sheets_of_several_pages_a_page_is_asked_for() {
    let rows = "pages = \"single\"\nmarks = \"none\"\nbleed = \"3mm\"";
    let halves = words(60.0, 300.0, 12.0, "on the left") + &words(500.0, 300.0, 12.0, "on the right");
    let spreads = with_content(&halves).with(lying).pages(4);
    let size = line(&spreads, rows, Wish::Size);
    assert_eq!(size.wanted, "8 pages of 154.50 × 216.00 mm, trim and bleed");
    assert_eq!(size.found, "4 sides of 303.00 × 216.00 mm with 2 pages each");
    let count = line(&spreads, rows, Wish::Count);
    assert_eq!((count.verdict, count.found.as_str()), (Verdict::Met, "8 pages on 4 sides"));
    // Cards of 85 by 55 mm, two by two; two of another size, whose edges nobody knows.
    let copies = |right: f64, up: f64| {
        let at = [(0.0, 0.0), (right, 0.0), (0.0, up), (right, up)];
        let card =
            |(x, y)| words(60.0 + x, 60.0 + y, 9.0, "A name") + &words(60.0 + x, 40.0 + y, 9.0, "A number");
        with_content(&at.map(card).concat())
    };
    let size = line(&copies(240.945, 155.906), rows, Wish::Size);
    assert_eq!(size.wanted, "1 page of 91.00 × 61.00 mm, trim and bleed");
    assert_eq!(size.found, "1 side of 216.00 × 303.00 mm with 4 copies each");
    let size = line(&copies(200.0, 133.0), rows, Wish::Size);
    assert_eq!(size.wanted, "1 page as large as one copy, trim and bleed");
    // A leaf has sides.
    let leaf = line(&Sheets::new().pages(2), rows, Wish::Imposed);
    assert_eq!((leaf.wanted.as_str(), leaf.found.as_str()), ("one side a page", "2 sides"));
}

#[test]
fn outlines_are_not_judged_as_text() {
    let outlined = with_content("0 0 0 1 k 3 100 50 50 re f");
    let rows = "limits = { type = \"6pt\", safe = \"3mm\", knockout = \"6pt\" }";
    let lines = outlined.lines(rows);
    let told: Vec<(Wish, Verdict)> = lines.iter().map(|line| (line.wish, line.verdict)).collect();
    assert_eq!(told, [Wish::Type, Wish::Knockout, Wish::Safe].map(|wish| (wish, Verdict::Note)));
    assert!(lines.iter().all(|line| line.found.contains("can’t be judged") && line.how.is_some()));
    assert!(Sheets::new().lines(rows).iter().all(|line| line.verdict == Verdict::Met));
}

#[test]
fn how_is_said_in_words_of_a_file_that_nobody_knows() {
    let wrong = Sheets::new().with(|s| s.boxes = "/MediaBox[0 0 595.276 841.89]".to_owned());
    let rows = "marks = \"none\"\nbleed = \"3mm\"\nstandard = \"x-1a:2003\"";
    let told = |build| {
        let sent = SentFile { name: "x.pdf", build, beside: &[] };
        let lines = examine_for_presses(&wrong.bytes(), sent, &[press(rows)]).1.remove(0);
        lines.into_iter().filter_map(|line| line.how).collect::<Vec<_>>()
    };
    let words = told(None);
    assert_eq!(
        words,
        [
            "save pages of 216.00 × 303.00 mm",
            "save it with a bleed of 3.00 mm on all sides",
            "save it as PDF/X-1a:2003"
        ]
    );
    let build = "polyleaf build --leaflet a -l en -L page --paper a4";
    assert!(told(Some(build)).iter().all(|how| *how == format!("{build} --press shop")));
}

#[test]
fn older_standards_may_name_their_condition_alone() {
    let told = |standard: &str, condition: &str| {
        let sheets = Sheets::new().with(|s| {
            s.info = s.info.replace("PDF/X-4", standard);
            s.catalog = s.catalog.replace("FOGRA39", condition);
        });
        let report = examine_for_presses(&sheets.bytes(), SentFile::default(), &[press("")]).0;
        let device = report.findings.iter().find(|finding| finding.check() == Check::Device);
        device.map(|finding| finding.check().clause())
    };
    for older in ["PDF/X-1a:2003", "PDF/X-1:2001", "PDF/X-3:2002"] {
        assert_eq!(told(older, "FOGRA39"), None, "{older}");
        assert!(told(older, "").is_some(), "{older} without a name");
    }
    assert!(told("PDF/X-4", "FOGRA39").unwrap().starts_with("PDF/X-4"));
}
