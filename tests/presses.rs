//! What a press row promises, read from the files: pages, boxes, marks; and whose press is taken.

use lopdf::Document;

use crate::profiles::{near, painted, sides};
use crate::support::{Fixture, program, root, run_of};

const MM: f64 = 72.0 / 25.4;

/// Builds one leaflet of the repository's own project for a press.
fn pressed(press: &str, layout: &str, paper: &str) -> Document {
    let out = tempfile::tempdir().unwrap();
    let folder = out.path().to_str().unwrap();
    let asked = ["-l", "en", "-L", layout, "--paper", paper, "--for", "press", "--press", press];
    let all = [["build", "--message-format", "json", "--out", folder].as_slice(), &asked].concat();
    let run = run_of(program().current_dir(root()).args(&all).output().unwrap(), out.path());
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    assert!(run.written[0].ends_with(&format!("-{layout}-{paper}-press-{press}.pdf")), "{:?}", run.written);
    Document::load(out.path().join(&run.written[0])).unwrap()
}

/// How wide and high each page is trimmed, and how far the bleed and the media reach over that, in millimetres.
fn boxes(document: &Document) -> Vec<[f64; 4]> {
    let page_boxes = |page| {
        let [trim, bleed, media] =
            ["TrimBox", "BleedBox", "MediaBox"].map(|name| sides(document, page, name));
        let over = |outer: [f64; 4]| {
            let [l, b, r, t] =
                [trim[0] - outer[0], trim[1] - outer[1], outer[2] - trim[2], outer[3] - trim[3]];
            assert!(near(l, b) && near(l, r) && near(l, t), "the trim is not in the middle");
            l
        };
        [trim[2] - trim[0], trim[3] - trim[1], over(bleed), over(media)].map(|side| side / MM)
    };
    document.page_iter().map(page_boxes).collect()
}

fn are_near(found: &[[f64; 4]], wanted: [f64; 4]) {
    for found in found {
        let alike = found.iter().zip(wanted).all(|(found, wanted)| (found - wanted).abs() < 0.02);
        assert!(alike, "{found:?} {wanted:?}");
    }
}

#[test]
fn booklets_are_single_pages_in_reading_order() {
    let document = pressed("gelato", "booklet", "letter");
    let found = boxes(&document);
    assert_eq!(found.len(), 8);
    are_near(&found, [139.7, 215.9, 4.0, 4.0]);
    let text = |page| document.extract_text(&[page]).unwrap();
    assert!(text(1).contains("Stop the harm") && text(8).contains("416-906-3098"));
    assert!(text(3).contains("Who we are") && text(7).contains("What you can do"));
}

#[test]
fn cards_and_copies_are_printed_once_by_themselves() {
    are_near(&boxes(&pressed("portal", "card", "letter")), [88.9, 50.8, 3.175, 3.175]);
    are_near(&boxes(&pressed("saxoprint", "card", "a4")), [85.0, 55.0, 2.0, 2.0]);
    for (layout, paper) in [("card", "letter"), ("handbill", "half-letter"), ("booklet", "a4")] {
        let pages = boxes(&pressed("portal", layout, paper)).len();
        assert_eq!(pages, if layout == "booklet" { 8 } else { 2 }, "{layout}");
    }
}

#[test]
fn folded_sheets_stay_sheets() {
    for layout in ["letter-fold", "half-fold", "z-fold"] {
        let found = boxes(&pressed("portal", layout, "a4"));
        assert_eq!(found.len(), 2, "{layout}");
        are_near(&found, [297.0, 210.0, 3.0, 3.0]);
    }
}

#[test]
fn fields_reach_the_bleed_on_all_four_sides_of_a_single_page() {
    let document = pressed("gelato", "booklet", "letter");
    let cover = document.page_iter().next().unwrap();
    let bleed = sides(&document, cover, "BleedBox");
    let is_whole = |item: [f64; 4]| item.iter().zip(bleed).all(|(side, bled)| near(*side, bled));
    assert!(painted(&document, cover).iter().any(|item| is_whole(item.sides)), "the cover's field");
}

#[test]
fn marks_stand_as_far_off_as_the_press_asks() {
    for (layout, folds) in [("letter-fold", true), ("card", false)] {
        let document = pressed("offset-na", layout, "letter");
        for page in document.page_iter() {
            let [l, b, r, t] = sides(&document, page, "TrimBox");
            let is_inside = |[x, y, right, top]: [f64; 4]| x < r && right > l && y < t && top > b;
            let outside: Vec<[f64; 4]> = painted(&document, page)
                .iter()
                .map(|item| item.sides)
                .filter(|item| !is_inside(*item))
                .collect();
            let off = |[x, y, right, top]: [f64; 4]| {
                [l - right, x - r, b - top, y - t].into_iter().fold(f64::MIN, f64::max)
            };
            let nearest = outside.iter().map(|item| off(*item)).fold(f64::MAX, f64::min);
            assert!(near(nearest, 12.0), "{layout} {nearest}");
            assert!(outside.len() > if folds { 16 } else { 10 }, "{layout} {}", outside.len());
        }
    }
    let document = pressed("portal", "letter-fold", "letter");
    for page in document.page_iter() {
        let [l, b, r, t] = sides(&document, page, "MediaBox");
        let is_off = |[x, y, right, top]: [f64; 4]| right < l || x > r || top < b || y > t;
        assert!(painted(&document, page).iter().all(|item| !is_off(item.sides)));
    }
}

/// A press of the project's own.
const OWN: &str = "source = \"https://example.org/print\"\nread = \"2026-11-23\"\nmarks = \"crop\"\noffset = \"5mm\"\n\
    pages = \"single\"\n[bleed]\ndefault = \"1mm\"\npage = \"2mm\"\n";

/// What a page of the small project is like for a press.
fn small(fixture: &Fixture, arguments: &[&str]) -> (String, [f64; 4]) {
    let run = fixture.build(&[&["-l", "en", "--for", "press"], arguments].concat());
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    let name = run.artifacts()[0]["path"].as_str().unwrap().to_owned();
    let document = Document::load(&name).unwrap();
    (name.rsplit('/').next().unwrap().to_owned(), boxes(&document)[0])
}

#[test]
fn a_press_is_that_of_the_command_line_or_the_organisation_or_the_project() {
    let own = || Fixture::new().file("layouts/press/corner-shop.toml", OWN);
    let (letter, around) = ([215.9, 279.4], |bleed: f64, media: f64| [bleed, media]);
    let is = |(name, found): (String, [f64; 4]), press: &str, over: [f64; 2]| {
        assert_eq!(name, format!("small-en-page-letter-press{press}.pdf"));
        are_near(&[found], [letter[0], letter[1], over[0], over[1]]);
    };
    is(small(&own(), &[]), "", around(3.175, 3.175));
    is(small(&own(), &["--press", "corner-shop"]), "-corner-shop", around(2.0, 15.0));
    let named = || own().with("polyleaf.toml", "edition = \"1\"", "edition = \"1\"\npress = \"corner-shop\"");
    is(small(&named(), &[]), "-corner-shop", around(2.0, 15.0));
    is(small(&named(), &["--press", "gelato"]), "-gelato", around(4.0, 4.0));
    // Rows are changed of the press that the project names, not of another one.
    let changed =
        || named().with("polyleaf.toml", "[links]", "[press]\nmarks = \"none\"\nbleed = \"1.5mm\"\n[links]");
    is(small(&changed(), &[]), "-corner-shop", around(1.5, 1.5));
    is(small(&changed(), &["--press", "corner-shop"]), "-corner-shop", around(2.0, 15.0));
    let organisation = "[organisation]\nname = \"Other\"\nemail = \"a@other.org\"\nphone = \"555-0142\"\n\
        website = \"other.org\"\npress = \"portal\"\n";
    let other = named().file("other.toml", organisation);
    let file = other.path().join("other.toml");
    is(small(&other, &["--org", file.to_str().unwrap()]), "-portal-other", around(3.175, 3.175));
    // Nor of none: then they are those of the usual one.
    let rows = own().with("polyleaf.toml", "[links]", "[press]\nmarks = \"all\"\n[links]");
    is(small(&rows, &[]), "", around(3.175, 13.175));
    // Rows are the project's for its own shop, not for that of another organisation.
    let changed_other = changed().file("other.toml", organisation);
    let file = changed_other.path().join("other.toml");
    is(small(&changed_other, &["--org", file.to_str().unwrap()]), "-portal-other", around(3.175, 3.175));
    // A file of the project's own wins over a built-in one of that name.
    let mine = Fixture::new().file("layouts/press/gelato.toml", OWN);
    is(small(&mine, &["--press", "gelato"]), "-gelato", around(2.0, 15.0));
}

/// Who says nothing sends what an upload portal takes; sheets with marks are there for who asks for them.
#[test]
fn without_a_press_files_are_those_of_the_portal() {
    let fixture = Fixture::with_sheets();
    let build = |arguments: &[&str]| {
        let run = fixture.build(&[&["-l", "en", "-L", "booklet,card", "--for", "press"], arguments].concat());
        assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
        run
    };
    let usual = build(&[]);
    assert!(usual.artifacts().iter().all(|made| made["press"]["name"] == "portal"));
    build(&["--press", "portal"]);
    build(&["--press", "sheets"]);
    let file = |layout: &str, press: &str| {
        let leaflet = if layout == "card" { "card" } else { "factsheet" };
        fixture.out().join(format!("{leaflet}-en-{layout}-letter-press{press}.pdf"))
    };
    for (layout, single, [trim, sheet]) in
        [("booklet", 8, [[139.7, 215.9], [279.4, 215.9]]), ("card", 2, [[88.9, 50.8], [215.9, 279.4]])]
    {
        assert_eq!(std::fs::read(file(layout, "")).unwrap(), std::fs::read(file(layout, "-portal")).unwrap());
        let usual = boxes(&Document::load(file(layout, "")).unwrap());
        assert_eq!(usual.len(), single, "{layout}");
        are_near(&usual, [trim[0], trim[1], 3.175, 3.175]);
        let sheets = boxes(&Document::load(file(layout, "-sheets")).unwrap());
        assert_eq!(sheets.len(), if layout == "card" { 2 } else { 4 }, "{layout}");
        are_near(&sheets, [sheet[0], sheet[1], 3.175, 13.175]);
    }
}

#[test]
fn what_is_cut_in_the_shop_has_no_lines_on_it_where_no_marks_are_asked_for() {
    let dashes = |press: &str, layout: &str| {
        let document = pressed(press, layout, "letter");
        let page = document.page_iter().next().unwrap();
        painted(&document, page).iter().filter(|item| item.operator == "S").count()
    };
    assert!(dashes("offset-na", "zine") > dashes("portal", "zine") + 20);
    assert!(dashes("portal", "poster") > 20, "what readers tear off keeps its dashes");
}

#[test]
fn what_is_printed_on_one_side_is_one_page() {
    let page = include_str!("fixture/page.toml").replace("fold = \"none\"", "fold = \"two-up\"");
    let fixture = Fixture::new().file("layouts/page.toml", page);
    let run = fixture.build(&["-l", "en", "--press", "portal"]);
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    let document = Document::load(run.artifacts()[0]["path"].as_str().unwrap()).unwrap();
    assert_eq!(document.get_pages().len(), 1);
}

#[test]
fn a_press_needs_no_profile_beside_it_and_says_where_it_was_read() {
    let run = Fixture::new().build(&["-l", "en", "--press", "gelato"]);
    let [made] = run.artifacts()[..] else { panic!("{}", run.talk) };
    assert_eq!(made["profile"], "press");
    assert_eq!(made["press"]["read"], "2026-11");
    let run = Fixture::new().build(&["-l", "en", "--press", "gelato", "--for", "office"]);
    assert!(run.code == 2 && run.talk.contains("--for press"), "{}", run.talk);
}

#[test]
fn wrong_presses_are_told_where_they_are_wrong() {
    let problem = |fixture: Fixture, arguments: &[&str]| {
        let run = fixture.build(&[&["-l", "en", "--for", "press"], arguments].concat());
        let code = if arguments == ["--press", "gelatto"] { 2 } else { 1 };
        assert!(run.code == code && run.written.is_empty(), "{}", run.talk);
        let told = run.lines.iter().find(|line| line["severity"] == "error").unwrap();
        (run.problems()[0].clone(), format!("{} {}", told["message"], told["help"]))
    };
    let own = |text: &str| Fixture::new().file("layouts/press/own.toml", text);
    let (place, told) = problem(Fixture::new(), &["--press", "gelatto"]);
    assert_eq!(place, "project/unknown-press");
    assert!(told.contains("copier, gelato, offset-eu, offset-na, portal, riso, saxoprint"), "{told}");
    let named = Fixture::new().with("polyleaf.toml", "edition = \"1\"", "edition = \"1\"\npress = \"../x\"");
    assert_eq!(problem(named, &[]).0, "project/unknown-press polyleaf.toml:6:9");
    for (text, place, words) in [
        ("bleed = \"3cm\"\n", "manifest/toml layouts/press/own.toml:1:9", "30mm"),
        ("bleed = \"30mm\"\n", "layout/invalid layouts/press/own.toml:1:9", "15 mm at most"),
        ("offset = \"3in\"\n", "layout/invalid layouts/press/own.toml:1:10", "25 mm off"),
        ("marks = \"some\"\n", "manifest/toml layouts/press/own.toml:1:9", "none"),
        ("pages = \"spread\"\n", "manifest/toml layouts/press/own.toml:1:9", "single"),
        ("plates = true\n", "manifest/toml layouts/press/own.toml:1:1", "plates"),
        ("ink = \"red\"\n", "manifest/toml layouts/press/own.toml:1:7", "plates"),
        ("limits = { ink = 30 }\n", "layout/invalid layouts/press/own.toml:1:18", "400 % at most"),
        ("limits = { type = \"6cm\" }\n", "manifest/toml layouts/press/own.toml:1:19", "60mm"),
        ("limits = { safe = \"60mm\" }\n", "layout/invalid layouts/press/own.toml:1:19", "more than 25 mm"),
        ("limits = { hue = 3 }\n", "manifest/toml layouts/press/own.toml:1:12", "hue"),
        ("name = \"{author}\"\n", "layout/invalid layouts/press/own.toml:1:8", "{leaflet}-{locale}-{n}"),
        ("name = \"page {n}\"\n", "layout/invalid layouts/press/own.toml:1:8", "in no name"),
        ("files = \"sheet\"\n", "manifest/toml layouts/press/own.toml:1:9", "page"),
        ("bookmarks = \"no\"\n", "manifest/toml layouts/press/own.toml:1:13", "true or false"),
        (
            "folds.zine.a4 = [\"99mm\"]\n",
            "layout/invalid layouts/press/own.toml:1:17",
            "folds are half, letter",
        ),
        ("folds.half.a4 = [\"297mm\"]\n", "layout/invalid layouts/press/own.toml:1:17", "has 2 panels"),
        (
            "folds.half.a4 = [\"100mm\", \"100mm\"]\n",
            "layout/invalid layouts/press/own.toml:1:17",
            "200.00 mm",
        ),
        (
            "folds.half.b9 = [\"100mm\", \"100mm\"]\n",
            "layout/invalid layouts/press/own.toml:1:17",
            "no paper",
        ),
        ("", "layout/invalid layouts/press/own.toml:1:1", "where and when"),
        ("source = \"x\"\nread = \"today\"\n", "layout/invalid layouts/press/own.toml:2:8", "is not a date"),
    ] {
        let with_source = if text.is_empty() || text.starts_with("source") {
            text.to_owned()
        } else {
            format!("{text}source = \"https://example.org\"\nread = \"2026-11\"\n")
        };
        let (found, told) = problem(own(&with_source), &["--press", "own"]);
        assert_eq!(found, place, "{text}");
        assert!(told.contains(words), "{text} {told}");
    }
}
