//! QR codes from the manifest to the file: one outline in black alone, told in words, with its address beside it; only where a
//! project asks for one. That they are read back is for `tests/oracles/codes.py`.

use std::fs;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object};
use serde_json::Value;

use crate::support::{Fixture, root};

/// The small project with a block at its end, on a panel that has room for it.
pub(crate) fn with_code(block: &str) -> Fixture {
    on_panel(block, "20mm")
}

/// The same on a panel with that inset at its sides.
pub(crate) fn on_panel(block: &str, inset: &str) -> Fixture {
    let last = "  { role = \"contact\", text = \"call\" },\n]";
    let sides = "height = \"60mm\"\ninset = [\"10mm\", \"20mm\"]\n\n";
    Fixture::new()
        .with("polyleaf.toml", last, &format!("  {{ role = \"contact\", text = \"call\" }},\n  {block},\n]"))
        .with("layouts/page.toml", sides, &format!("height = \"130mm\"\ninset = [\"10mm\", \"{inset}\"]\n\n"))
        .with("layouts/page.toml", "top = \"70mm\"", "top = \"140mm\"")
}

const CODE: &str = "{ role = \"code\", link = \"website\" }";

fn built(fixture: &Fixture, arguments: &[&str]) {
    let run = fixture.build(arguments);
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
}

fn document(fixture: &Fixture, name: &str) -> Document {
    Document::load(fixture.out().join(name)).unwrap()
}

fn dictionaries(document: &Document) -> impl Iterator<Item = &Dictionary> {
    document.objects.values().filter_map(|object| object.as_dict().ok())
}

/// The blocks of that role in the JSON of a leaflet.
fn blocks(fixture: &Fixture, name: &str, role: &str) -> Vec<Value> {
    let text = fs::read_to_string(fixture.out().join(name)).unwrap();
    let leaflet: Value = serde_json::from_str(&text).unwrap();
    let panels =
        leaflet["pages"].as_array().unwrap().iter().flat_map(|page| page["panels"].as_array().unwrap());
    let blocks = panels.flat_map(|panel| panel["blocks"].as_array().unwrap().clone());
    blocks.filter(|block| block["role"] == role).collect()
}

/// The text of a block's lines.
fn text_of(block: &Value) -> String {
    block["lines"].as_array().unwrap().iter().map(|line| line["text"].as_str().unwrap()).collect()
}

/// The operators of the one drawing of a file.
fn outline(document: &Document) -> Vec<(String, Vec<f32>)> {
    let forms = document.objects.values().filter_map(|object| object.as_stream().ok());
    let mut forms =
        forms.filter(|stream| stream.dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Form"));
    let form = forms.next().expect("a code is a form");
    assert!(forms.next().is_none(), "and there is one");
    let content = Content::decode(&form.decompressed_content().unwrap()).unwrap();
    let numbers =
        |operands: &[Object]| operands.iter().filter_map(|operand| operand.as_float().ok()).collect();
    content.operations.iter().map(|own| (own.operator.clone(), numbers(&own.operands))).collect()
}

#[test]
fn a_code_is_one_outline_in_black_alone() {
    let fixture = with_code(CODE);
    built(&fixture, &["-l", "en", "--for", "office,press", "--ink", "colour,mono"]);
    for (name, operator, ink) in [
        ("small-en-page-letter.pdf", "g", &[0.0][..]),
        ("small-en-page-letter-mono.pdf", "g", &[0.0]),
        ("small-en-page-letter-press.pdf", "k", &[0.0, 0.0, 0.0, 1.0]),
        ("small-en-page-letter-press-mono.pdf", "k", &[0.0, 0.0, 0.0, 1.0]),
    ] {
        let operators = outline(&document(&fixture, name));
        let count = |wanted: &str| operators.iter().filter(|(operator, _)| operator == wanted).count();
        assert_eq!((count("f*"), count("f"), count("S"), count("re")), (1, 0, 0, 0), "{name}");
        let colours = operators.iter().filter(|(operator, _)| matches!(operator.as_str(), "rg" | "g" | "k"));
        let colours: Vec<_> = colours.collect();
        assert!(colours.iter().all(|(own, values)| own == operator && values == ink), "{name}: {colours:?}");
    }
}

#[test]
fn a_code_is_told_once_and_leads_where_it_says() {
    let fixture = with_code(&CODE.replace(" }", ", caption = \"heading\" }"));
    built(&fixture, &["--for", "office,press"]);
    built(&fixture, &["--format", "txt"]);
    let spanish = document(&fixture, "small-es-page-letter.pdf");
    let figure =
        dictionaries(&spanish).find(|own| own.get(b"S").and_then(Object::as_name).ok() == Some(b"Figure"));
    let alt = figure.unwrap().get(b"Alt").unwrap().as_str().unwrap();
    let alt: Vec<u16> = alt[2..].as_chunks::<2>().0.iter().map(|pair| u16::from_be_bytes(*pair)).collect();
    assert_eq!(String::from_utf16(&alt).unwrap(), "Código QR: example.org");
    // The code and the words beside it lead there; on a press nothing leads anywhere.
    let leading = |document: &Document| {
        let actions = dictionaries(document).filter_map(|own| own.get(b"A").and_then(Object::as_dict).ok());
        let addresses = actions.filter_map(|action| action.get(b"URI").and_then(Object::as_str).ok());
        addresses.filter(|address| *address == b"https://example.org").count()
    };
    assert_eq!(leading(&spanish), 2);
    assert_eq!(leading(&document(&fixture, "small-es-page-letter-press.pdf")), 0);
    let text = fs::read_to_string(fixture.out().join("small-es-page-letter.txt")).unwrap();
    assert!(text.ends_with("Hola\nexample.org\n"), "{text}");
    assert_eq!(text.matches("example.org").count(), 1);
}

#[test]
fn a_link_is_one_of_the_project_s_or_the_organisation_s_or_a_variable() {
    let links = "[links]";
    let variables = "[variables]\nform = \"https://example.org/form?a=1\"\nchat = \"signal:group\"\n[links]\nmap = \"https://{ $website }/map/\"";
    for (name, printed) in [
        ("website", "example.org"),
        ("email", "mail@example.org"),
        ("phone", "555-0100"),
        ("map", "example.org/map/"),
        ("form", "example.org/form?a=1"),
        ("chat", "signal:group"),
    ] {
        let fixture = with_code(&CODE.replace("website", name)).with("polyleaf.toml", links, variables).with(
            "polyleaf.toml",
            "edition = \"1\"",
            "edition = \"1\"\nschemes = [\"signal\"]",
        );
        built(&fixture, &["-l", "en", "--format", "json"]);
        let codes = blocks(&fixture, "small-en-page-letter.json", "code");
        assert_eq!(codes.len(), 1, "{name}");
        assert_eq!(text_of(&codes[0]), printed, "{name}");
        assert_eq!(codes[0]["picture"]["alt"], format!("QR code: {printed}"), "{name}");
    }
    // Another organisation's leaflet leads to that one.
    let fixture = with_code(CODE).file(
        "our.toml",
        "[organisation]\nname = \"Our\"\nemail = \"a@b.org\"\nphone = \"555-0199\"\nwebsite = \"b.org\"\n",
    );
    let own = fixture.path().join("our.toml");
    built(&fixture, &["-l", "en", "--format", "json", "--org", own.to_str().unwrap()]);
    assert_eq!(text_of(&blocks(&fixture, "small-en-page-letter-our.json", "code")[0]), "b.org");
}

/// Left, upper, right and lower end of a code's modules and of its lines' baselines.
fn places(block: &Value) -> ([f64; 4], Vec<[f64; 2]>) {
    let number = |value: &Value, key: &str| value[key].as_f64().unwrap();
    let picture = &block["picture"];
    let [x, y, w, h] = ["x", "y", "w", "h"].map(|key| number(picture, key));
    let lines = block["lines"].as_array().unwrap();
    ([x, y, x + w, y + h], lines.iter().map(|line| [number(line, "x"), number(line, "y")]).collect())
}

#[test]
fn the_address_stands_beside_a_code_on_its_foot_or_below_it() {
    let fixture = with_code(CODE);
    built(&fixture, &["-l", "en", "--format", "json"]);
    let ([left, upper, right, lower], lines) =
        places(&blocks(&fixture, "small-en-page-letter.json", "code")[0]);
    // From the column's edge, and 20 mm wide and high.
    let paragraph = &blocks(&fixture, "small-en-page-letter.json", "paragraph")[0]["lines"][0];
    assert!((left - paragraph["x"].as_f64().unwrap()).abs() < 0.01);
    assert!((right - left - 60.0).abs() < 0.01 && (lower - upper - 60.0).abs() < 0.01, "five em of 12 pt");
    assert_eq!(lines.len(), 1);
    assert!((lines[0][1] - lower).abs() < 0.01, "the line stands on the code's foot");
    // 4 of 25 modules stay clear.
    assert!(lines[0][0] - right >= 60.0 * 4.0 / 25.0 - 0.01);
    let narrow = on_panel(CODE, "85mm");
    built(&narrow, &["-l", "en", "--format", "json"]);
    let ([left, _, right, lower], lines) = places(&blocks(&narrow, "small-en-page-letter.json", "code")[0]);
    assert!(lines[0][1] > lower + (right - left) * 4.0 / 25.0, "below it, beyond the clear zone");
    assert!((lines[0][0] - left).abs() < 0.01);
}

#[test]
fn no_shipped_leaflet_has_a_code() {
    for manifest in ["polyleaf.toml", "examples/clinic/polyleaf.toml"] {
        let text = fs::read_to_string(root().join(manifest)).unwrap();
        assert!(!text.contains("role = \"code\""), "{manifest}");
    }
}

#[test]
fn of_two_languages_the_first_has_the_code() {
    let fixture = with_code(&format!("{CODE},\n  {{ role = \"note\", text = \"body\" }}"));
    let run = fixture.build(&["-L", "booklet", "-l", "es", "--with", "en", "--format", "json"]);
    let name = run.written.first().unwrap_or_else(|| panic!("{}", run.talk));
    let codes = blocks(&fixture, name, "code");
    assert_eq!(codes.len(), 1);
    assert_eq!(
        (&codes[0]["lang"], codes[0]["picture"]["alt"].as_str()),
        (&Value::from("es"), Some("Código QR: example.org"))
    );
}

#[test]
fn a_code_that_has_no_room_is_told_where_it_is_asked_for() {
    let wide = CODE.replace(" }", ", width = \"150mm\" }");
    let last = "  { role = \"contact\", text = \"call\" },\n]";
    let more = format!("{last}\n[[leaflet.section]]\nname = \"more\"\nplace = \"aside\"\nblocks = [{wide}]");
    let run = Fixture::new().with("polyleaf.toml", last, &more).build(&["-l", "en"]);
    assert_eq!(run.problems(), ["fit/overset polyleaf.toml:32:35"]);
    assert!(run.lines.iter().any(|line| line["help"].to_string().contains("a shorter address")));
    assert!(run.written.is_empty());
}

#[test]
fn a_code_stands_at_the_right_where_lines_run_from_there() {
    let heading = "{ role = \"heading\", text = \"contact-heading\" },";
    let fixture = Fixture::right_to_left().with("polyleaf.toml", heading, &format!("{heading} {CODE},"));
    let run = fixture.build(&["-L", "letter-fold", "-l", "ar,en", "--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.talk);
    let placed = |tag: &str| {
        let name = format!("rtl-{tag}-letter-fold-letter.json");
        let heading = blocks(&fixture, &name, "heading").into_iter().find(|own| own["section"] == "contact");
        let line = heading.unwrap()["lines"][0].clone();
        let [x, width] = ["x", "width"].map(|key| line[key].as_f64().unwrap());
        (places(&blocks(&fixture, &name, "code")[0]), [x, x + width])
    };
    let (([left, _, right, _], address), [_, end]) = placed("ar");
    assert!((right - end).abs() < 0.01 && address[0][0] < left, "{right} {end}");
    let (([left, _, right, _], address), [start, _]) = placed("en");
    assert!((left - start).abs() < 0.01 && address[0][0] > right, "{left} {start}");
}
