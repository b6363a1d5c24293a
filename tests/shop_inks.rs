//! Files of one ink: what becomes of colours where a shop prints in one, or puts in its own.

use std::path::Path;

use crate::shops::{held, missed, rows, with_press};
use crate::support::Fixture;

#[test]
fn a_press_of_one_ink_makes_one_file_of_colour_and_mono() {
    let fixture = with_press("ink = \"gray\"");
    let run = fixture.build(&["-l", "en", "--press", "own", "--ink", "colour,mono"]);
    assert_eq!((run.code, run.written), (0, vec!["small-en-page-letter-press-own.pdf".to_owned()]));
    assert!(run.lines.iter().any(|line| line["code"] == "press/limit" && line["severity"] == "warning"));
    // Alone each is itself, and of other presses both are made.
    let run = fixture.build(&["-l", "en", "--press", "own", "--ink", "mono"]);
    assert!(run.written.contains(&"small-en-page-letter-press-own-mono.pdf".to_owned()));
    let other = with_press("");
    assert_eq!(other.build(&["-l", "en", "--press", "own", "--ink", "colour,mono"]).written.len(), 2);
}

/// What the colours of a file are set by, operator by operator.
fn inked(file: &Path) -> std::collections::BTreeSet<String> {
    let document = lopdf::Document::load(file).unwrap();
    let mut inked = std::collections::BTreeSet::new();
    let pages = document.page_iter().map(|page| document.get_page_content(page));
    // Drawings, codes and what a pattern repeats.
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    let is_drawn = |stream: &&lopdf::Stream| {
        let is_form =
            stream.dict.get(b"Subtype").and_then(|name| name.as_name()).is_ok_and(|name| name == b"Form");
        is_form || stream.dict.has(b"PatternType")
    };
    let forms = streams.clone().filter(is_drawn).map(|stream| stream.get_plain_content().unwrap());
    for content in pages.chain(forms) {
        let content = lopdf::content::Content::decode(&content).unwrap();
        let setters = ["g", "G", "k", "K", "rg", "RG", "cs", "CS", "sc", "SC", "scn", "SCN"];
        let operators = content.operations.into_iter().map(|operation| operation.operator);
        inked.extend(operators.filter(|operator| setters.contains(&operator.as_str())));
    }
    if format!("{:?}", document.objects).contains("DeviceCMYK") {
        inked.insert("DeviceCMYK".to_owned());
    }
    inked
}

#[test]
fn one_ink_is_grey_where_a_shop_puts_in_its_own() {
    let row = "source = \"https://example.org\"\nread = \"2026-11\"\nink = \"gray\"\nmarks = \"all\"\n";
    let fixture = Fixture::with_sheets().file("layouts/press/grey.toml", row);
    let run = fixture.build(&["-l", "en", "-L", "letter-fold", "--press", "grey"]);
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    let grey = fixture.out().join("factsheet-en-letter-fold-letter-press-grey.pdf");
    assert_eq!(inked(&grey).into_iter().collect::<Vec<_>>(), ["G", "g"]);
    let wishes = held(&fixture.out(), &["--project", "..", "--press", "grey"]);
    assert_eq!((wishes.code, missed(&wishes)), (0, vec![]), "{:?}", wishes.lines);
    assert_eq!(
        fixture.build(&["-l", "en", "-L", "letter-fold", "--press", "sheets", "--ink", "mono"]).code,
        0
    );
    let mono = fixture.out().join("factsheet-en-letter-fold-letter-press-sheets-mono.pdf");
    assert_eq!(inked(&mono).into_iter().collect::<Vec<_>>(), ["K", "k"]);
}

/// A drawing of plain colours, of a gradient, of what lets through, and of a pattern.
const DRAWING: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 132 50"><defs><linearGradient id="g"><stop offset="0" stop-color="#0b4f6c"/><stop offset="1" stop-color="#8a3112"/></linearGradient><pattern id="p" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="#8a3112"/></pattern></defs><path fill="#0b4f6c" d="M8 44V8h26v36z"/><g opacity="0.5"><path fill="url(#g)" d="M44 14h80v7H44z"/></g><path fill="url(#p)" d="M44 24h80v17H44z"/><path stroke="#8a3112" stroke-width="2" d="M44 44h80"/></svg>"##;

#[test]
fn drawings_and_codes_are_grey_too_and_the_file_is_judged_as_what_it_is() {
    let org = "[organisation]\nname = \"Elsewhere\"\nemail = \"a@b.example\"\nphone = \"604-555-0199\"\nwebsite = \"b.example\"\nlogo = \"mark.svg\"\n";
    let built = |row: &str, layout: &str| {
        let call = "{ role = \"contact\", text = \"call\" }";
        let fixture = match layout {
            "page" => Fixture::new().with("polyleaf.toml", call, "{ role = \"code\", link = \"website\" }"),
            _ => Fixture::with_sheets(),
        };
        let fixture = fixture.file("layouts/press/own.toml", rows(row));
        let fixture = fixture.file("org.toml", org).file("mark.svg", DRAWING);
        let run = fixture.build(&["-l", "en", "-L", layout, "--press", "own", "--org", "org.toml"]);
        assert_eq!(run.code, 0, "{:?}", run.lines);
        let file = fixture.out().join(&run.written[0]);
        let document = lopdf::Document::load(&file).unwrap();
        let forms = document.objects.values().filter_map(|object| object.as_stream().ok());
        let forms = forms.filter(|form| {
            form.dict.get(b"Subtype").and_then(|name| name.as_name()).is_ok_and(|name| name == b"Form")
        });
        (forms.count(), inked(&file), run)
    };
    for layout in ["letter-fold", "page"] {
        let (forms, inked, run) = built("ink = \"gray\"\nmarks = \"all\"", layout);
        assert!(forms > 0, "{layout} has no drawing");
        let inked: Vec<String> = inked.into_iter().filter(|word| word != "cs" && word != "scn").collect();
        assert_eq!(inked, ["G", "g"], "{layout}");
        assert_eq!(run.artifacts()[0]["ink"], "mono");
    }
    // Of the inks that a plum field would have in colour none is left.
    let limits = |ink: &str| {
        let row = format!("ink = \"{ink}\"\nlimits = {{ ink = 100 }}");
        built(&row, "letter-fold").2.problems().iter().any(|code| code.starts_with("press/limit"))
    };
    assert_eq!([limits("cmyk"), limits("gray")], [true, false]);
}

#[test]
fn the_library_gives_all_files_and_prints_by_the_condition_that_is_asked_for() {
    use polyleaf::{Choice, INTENTS, Inks, Output, Profile, Project};
    let row = |rows: &str| format!("source = \"https://example.org\"\nread = \"2026-11\"\n{rows}\n");
    let set = |rows: &str| {
        let fixture = Fixture::with_sheets().file("layouts/press/own.toml", row(rows));
        let choice = Choice { press: Some("own".to_owned()), ..Choice::new("factsheet", "en", "booklet") };
        Project::open(fixture.path()).unwrap().set(&choice).unwrap()
    };
    let press = Output::of(Profile::Press, Inks::Colour);
    let pages = |file: &Vec<u8>| lopdf::Document::load_mem(file).unwrap().get_pages().len();
    let both = set("pages = \"both\"");
    let all = both.pdfs(press).unwrap();
    assert_eq!(all.iter().map(pages).collect::<Vec<_>>(), [8, 4]);
    assert_eq!(both.pdf(press).unwrap(), all[0]);
    let intent = |file: &[u8]| {
        let document = lopdf::Document::load_mem(file).unwrap();
        let intents = document.catalog().unwrap().get(b"OutputIntents").unwrap().as_array().unwrap().clone();
        let name = intents[0].as_dict().unwrap().get(b"OutputConditionIdentifier").unwrap().clone();
        String::from_utf8_lossy(name.as_str().unwrap()).into_owned()
    };
    let of = |key: &str| Output { intent: INTENTS.iter().find(|intent| intent.key == key).unwrap(), ..press };
    assert_eq!(intent(&both.pdf(of("FOGRA39")).unwrap()), "FOGRA39");
    assert_eq!(intent(&both.pdf(press).unwrap()), "CGATS TR 006");
    assert!(both.pdf(of("SWOP")).unwrap_err().to_string().contains("SWOP"));
    let named = set("intent = \"FOGRA29\"");
    assert_eq!(intent(&named.pdf(press).unwrap()), "FOGRA29");
    let told = named.pdf(of("FOGRA39")).unwrap_err().to_string();
    assert!(told.contains("prints by FOGRA29") && told.contains("own.toml:3:10"), "{told}");
}
