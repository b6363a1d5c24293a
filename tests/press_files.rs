//! Press files with mistakes: each is told where it stands, all at once, with what to write; and the names of presses.

use std::fs;

use serde_json::Value;

use crate::support::{Fixture, Run};

const SOURCE: &str = "source = \"https://example.org/print\"\nread = \"2026-11\"\n";

fn check(fixture: &Fixture) -> Run {
    fixture.run(&["check", "--message-format", "json"])
}

/// What is said of each problem, with what to do.
fn told(run: &Run) -> Vec<String> {
    let word = |line: &Value, key: &str| line[key].as_str().unwrap_or_default().to_owned();
    let diagnostics = run.lines.iter().filter(|line| line["reason"] == "diagnostic");
    diagnostics.map(|line| format!("{}: {}", word(line, "message"), word(line, "help"))).collect()
}

#[test]
fn check_reads_every_press_and_tells_all_that_is_wrong_at_once() {
    let wrong =
        "colour = 3\nmarks = \"some\"\nbleed = \"30mm\"\npages = 4\nlimits = { hue = 1, safe = \"3cm\" }\n";
    let fixture = Fixture::new()
        .file("layouts/press/own.toml", format!("{wrong}{SOURCE}"))
        .file("layouts/press/other.toml", "source = \"https://example.org\"\nread = 2026-11-23\n")
        .with("polyleaf.toml", "[links]", "[press]\noffset = \"60mm\"\nink = 3\nhue = 1\n[links]");
    let run = check(&fixture);
    assert_eq!(run.code, 1);
    for place in [
        "manifest/toml layouts/press/other.toml:2:8",
        "manifest/toml layouts/press/own.toml:1:1",
        "manifest/toml layouts/press/own.toml:2:9",
        "layout/invalid layouts/press/own.toml:3:9",
        "manifest/toml layouts/press/own.toml:4:9",
        "manifest/toml layouts/press/own.toml:5:12",
        "manifest/toml layouts/press/own.toml:5:28",
        "layout/invalid polyleaf.toml:15:10",
        "manifest/toml polyleaf.toml:16:7",
        "manifest/toml polyleaf.toml:17:1",
    ] {
        assert_eq!(
            run.problems().iter().filter(|told| *told == place).count(),
            1,
            "{place} {:#?}",
            run.problems()
        );
    }
    // What follows from another mistake is not told.
    assert_eq!(run.problems().len(), 10, "{:#?}", told(&run));
}

#[test]
fn a_manifest_tells_all_its_mistakes_at_once() {
    let fixture = Fixture::new()
        .with("polyleaf.toml", "edition = \"1\"", "edition = \"1\"\ndraft = 1\ncolour = \"red\"")
        .with("polyleaf.toml", "\"2026-11\"", "\"November\"")
        .with("polyleaf.toml", "\"mail@example.org\"", "\"mail\"");
    let places = [
        "toml polyleaf.toml:6:9",
        "toml polyleaf.toml:7:1",
        "invalid polyleaf.toml:8:8",
        "invalid polyleaf.toml:12:9",
    ];
    assert_eq!(check(&fixture).problems(), places.map(|place| format!("manifest/{place}")));
    // Of what a leaflet can't do without, too.
    let fixture = Fixture::new()
        .with("polyleaf.toml", "edition = \"1\"", "edition = 1\ncolour = \"red\"")
        .with("polyleaf.toml", "place = \"body\"", "place = \"bdy\"");
    let places = ["5:11", "6:1", "24:9"];
    assert_eq!(
        check(&fixture).problems(),
        places.map(|place| format!("manifest/toml polyleaf.toml:{place}"))
    );
}

#[test]
fn a_press_file_that_was_chosen_is_told_once() {
    let fixture = Fixture::new().file("layouts/press/own.toml", format!("marks = \"some\"\n{SOURCE}")).with(
        "polyleaf.toml",
        "edition = \"1\"",
        "edition = \"1\"\npress = \"own\"",
    );
    assert_eq!(check(&fixture).problems(), ["manifest/toml layouts/press/own.toml:1:9"]);
}

/// A name with a dot is none that files are called by; it is told at its file, and is in no list.
#[test]
fn a_press_file_with_another_name_is_told_with_the_name_to_give_it() {
    for (file, plain) in [("flyer.de", "flyer-de"), ("my shop", "my-shop"), ("1&1", "1-1")] {
        let name = format!("layouts/press/{file}.toml");
        let fixture = Fixture::new().file(&name, SOURCE);
        let run = check(&fixture);
        assert_eq!(run.code, 1);
        let said = told(&run);
        assert!(said[0].contains(&name) && said[0].contains(&format!("{plain}.toml")), "{said:?}");
        let run = fixture.build(&["-l", "en", "--press", file]);
        assert!(told(&run)[0].contains(&name), "{:?}", told(&run));
        let run = fixture.build(&["-l", "en", "--press", "no-such-shop"]);
        assert!(!told(&run)[0].contains(file), "{:?}", told(&run));
        // What is advised works.
        fs::rename(fixture.path().join(&name), fixture.path().join(format!("layouts/press/{plain}.toml")))
            .unwrap();
        let run = fixture.build(&["-l", "en", "--press", plain]);
        assert_eq!((run.code, run.written.len()), (0, 1), "{}", run.talk);
    }
}

#[test]
fn a_press_is_known_in_any_case_and_a_near_one_is_named() {
    let fixture = Fixture::new().file("layouts/press/corner-shop.toml", SOURCE);
    for (asked, name) in [("Gelato", "gelato"), ("CORNER-shop", "corner-shop"), ("X1A-book", "x1a-book")] {
        let run = fixture.build(&["-l", "en", "--press", asked]);
        assert_eq!(run.code, 0, "{}", run.talk);
        let made = run.artifacts()[0]["path"].as_str().unwrap().to_owned();
        assert!(made.ends_with(&format!("-press-{name}.pdf")), "{made}");
    }
    for (asked, near) in [("gelatto", "gelato"), ("corner", "corner-shop"), ("Offset_NA2", "offset-na")] {
        let run = fixture.build(&["-l", "en", "--press", asked]);
        assert!(told(&run)[0].contains(&format!("did you mean “{near}”?")), "{:?}", told(&run));
    }
    let named = |press: &str| {
        let line = format!("edition = \"1\"\npress = \"{press}\"");
        Fixture::new().with("polyleaf.toml", "edition = \"1\"", &line).build(&["-l", "en", "--for", "press"])
    };
    assert_eq!(named("Gelato").code, 0);
    assert!(told(&named("gelat"))[0].contains("did you mean “gelato”?"));
}

/// A line of a press file that is wrong, what is said of it, and what it is when that is followed.
const ADVICE: &[(&str, &str, &str)] = &[
    ("limits = { safe = 3 }", "safe = \"3mm\"", "limits = { safe = \"3mm\" }"),
    ("limits = { type = 6 }", "type = \"6pt\"", "limits = { type = \"6pt\" }"),
    ("limits = { line = 0.25 }", "line = \"0.25pt\"", "limits = { line = \"0.25pt\" }"),
    ("limits = { ink = \"300%\" }", "ink = 300", "limits = { ink = 300 }"),
    ("bleed = 3", "bleed = \"3mm\"", "bleed = \"3mm\""),
    ("bleed = \"1\"", "\"1mm\"", "bleed = \"1mm\""),
    ("bleed = \"3 cm\"", "\"30mm\"", "bleed = \"3mm\""),
    ("bleed = \"0,125 inch\"", "\"0.125in\"", "bleed = \"0.125in\""),
    ("bleed = { default = \"3\" }", "\"3mm\"", "bleed = { default = \"3mm\" }"),
    (
        "bleed = { default = \"3mm\", crad = \"2mm\" }",
        "did you mean “card”?",
        "bleed = { default = \"3mm\", card = \"2mm\" }",
    ),
    ("bleed = { letter = \"3mm\" }", "did you mean “letter-fold”?", "bleed = { letter-fold = \"3mm\" }"),
    ("bleed = { Defalt = \"3mm\" }", "“default” is for all others", "bleed = { default = \"3mm\" }"),
    (
        "ink = \"red\"",
        "ink = \"plates\", and below it inks = [\"black\", \"red\"]",
        "ink = \"plates\"\ninks = [\"black\", \"red\"]",
    ),
    ("ink = \"black\"", "ink = \"grey\"", "ink = \"grey\""),
    ("ink = \"CYMK\"", "did you mean \"cmyk\"?", "ink = \"cmyk\""),
    (
        "ink = \"spot\"",
        "\"plates\", and below it inks = [\"black\", \"bright red\"]",
        "ink = \"plates\"\ninks = [\"black\", \"bright red\"]",
    ),
    (
        "ink = \"plates\"\ninks = [\"black\", \"bright rde\"]",
        "did you mean \"bright red\"?",
        "ink = \"plates\"\ninks = [\"black\", \"bright red\"]",
    ),
    ("standard = \"x-3\"", "did you mean \"x-3:2002\"?", "standard = \"x-3:2002\""),
    ("standard = \"PDF/X-1a\"", "did you mean \"x-1a:2001\"?", "standard = \"x-1a:2001\""),
    ("standard = \"PDF/X-4\"", "did you mean \"x-4\"?", "standard = \"x-4\""),
    ("[press]\nmarks = \"crop\"", "take this line out", "marks = \"crop\""),
    (
        "folds.letter = [\"100mm\", \"100mm\", \"97mm\"]",
        "{ a4 = [\"100mm\", \"100mm\", \"97mm\"] }",
        "folds.letter = { a4 = [\"100mm\", \"100mm\", \"97mm\"] }",
    ),
    (
        "folds.letter.a4 = [\"97mm\", \"100mm\", \"100mm\"]",
        "turn them round: [\"100mm\", \"100mm\", \"97mm\"]",
        "folds.letter.a4 = [\"100mm\", \"100mm\", \"97mm\"]",
    ),
    (
        "folds.letter-fold.a4 = [\"100mm\", \"100mm\", \"97mm\"]",
        "did you mean “letter”?",
        "folds.letter.A4 = [\"100mm\", \"100mm\", \"97mm\"]",
    ),
    (
        "folds.letter.lettr = [\"93mm\", \"93mm\", \"93.4mm\"]",
        "did you mean “letter”?",
        "folds.letter.letter = [\"93.4mm\", \"93mm\", \"93mm\"]",
    ),
    (
        "folds.letter.a4 = [\"70mm\", \"70mm\", \"70mm\"]",
        "write widths that come to 297 mm, such as [\"99.67mm\", \"99.67mm\", \"97.67mm\"]",
        "folds.letter.a4 = [\"99.67mm\", \"99.67mm\", \"97.67mm\"]",
    ),
    (
        "folds.half.a4 = [\"100mm\", \"100mm\"]",
        "[\"148.5mm\", \"148.5mm\"]",
        "folds.half.a4 = [\"148.5mm\", \"148.5mm\"]",
    ),
    (
        "folds.gate.a4 = [\"80mm\", \"137mm\", \"80mm\"]",
        "[\"73.25mm\", \"150.5mm\", \"73.25mm\"]",
        "folds.gate.a4 = [\"73.25mm\", \"150.5mm\", \"73.25mm\"]",
    ),
    ("name = \"page{n}.pdf\"", "name = \"page{n}\"", "name = \"page{n}\""),
    ("name = \"{leaflet}.PDF\"", "name = \"{leaflet}\"", "name = \"{leaflet}\""),
    ("marks = \"none\"\noffset = \"4mm\"", "marks = \"crop\"", "marks = \"crop\"\noffset = \"4mm\""),
    ("offset = \"4mm\"", "take offset out", ""),
    ("intent = \"FORGA39\"\nstandard = \"x-4\"", "did you mean \"FOGRA39\"?", "intent = \"FOGRA39\""),
    ("intent = \"Iso Coted v2\"", "did you mean \"ISO Coated v2\"?", "intent = \"ISO Coated v2 (ECI)\""),
    ("intent = \"FOGRA27\"", "conditions are GRACoL2006, FOGRA39", "intent = \"GRACoL 2006\""),
    ("areas = \"85%\"", "areas = 85", "areas = 85"),
    ("marks = \"crop marks\"", "did you mean \"crop\"?", "marks = \"crop\""),
    ("pages = 1", "pages = \"single\"", "pages = \"single\""),
    ("bookmarks = \"no\"", "bookmarks = false", "bookmarks = false"),
];

#[test]
fn what_is_advised_is_right_when_it_is_written() {
    for &(wrong, words, right) in ADVICE {
        let own =
            |rows: &str| check(&Fixture::new().file("layouts/press/own.toml", format!("{SOURCE}{rows}\n")));
        let said = told(&own(wrong));
        assert!(said.len() == 1 && said[0].contains(words), "{wrong}: {said:#?}");
        let right = own(right);
        assert!(right.problems().is_empty(), "{wrong}: {:#?}", told(&right));
    }
}

#[test]
fn where_a_press_was_read_is_an_address_and_a_date() {
    for (wrong, words, right) in [
        (
            "source = \"example.org/print\"",
            "source = \"https://example.org/print\"",
            "source = \"https://example.org/print\"",
        ),
        (
            "source = \"ftp://example.org\"",
            "source = \"https://example.org\"",
            "source = \"http://example.org\"",
        ),
        (
            "source = \"they told me\"",
            "source = \"https://example.org/print\"",
            "source = \"https://example.org/print\"",
        ),
    ] {
        let own = |source: &str| {
            check(&Fixture::new().file("layouts/press/own.toml", format!("{source}\nread = \"2026-11\"\n")))
        };
        let run = own(wrong);
        assert_eq!(run.problems(), ["layout/invalid layouts/press/own.toml:1:10"], "{wrong}");
        assert!(told(&run)[0].contains(words), "{wrong}: {:?}", told(&run));
        assert_eq!(own(right).problems(), Vec::<String>::new());
    }
    for wrong in [
        "\"November 2026\"",
        "\"2026-13\"",
        "\"11/2026\"",
        "\"\"",
        "\"2026-02-30\"",
        "2026-11-23",
        "2026-11",
        "2026",
    ] {
        let rows = format!("source = \"https://example.org\"\nread = {wrong}\n");
        let run = check(&Fixture::new().file("layouts/press/own.toml", rows));
        let is_at_it = |told: &String| told.ends_with("layouts/press/own.toml:2:8");
        assert!(run.problems().len() == 1 && is_at_it(&run.problems()[0]), "{wrong}: {:?}", told(&run));
        assert!(told(&run)[0].contains("read = \"20"), "{wrong}: {:?}", told(&run));
    }
}
