//! Where things stand on the pages of a review, and what it calls them.

use std::fs;

use serde_json::Value;

use crate::support::Fixture;

const ENGLISH: &str = "locales/en/text.ftl";
const SPANISH: &str = "locales/es/text.ftl";

/// The Spanish review of a project, in a format.
fn review(fixture: &Fixture, format: &str) -> String {
    let run = fixture.build(&["-L", "review", "-l", "es", "--format", format]);
    assert_eq!(run.code, 0, "{}", run.talk);
    fs::read_to_string(fixture.out().join(format!("card-es-review-a4.{format}"))).unwrap()
}

/// The pages of it, each with its blocks.
fn pages(fixture: &Fixture) -> Vec<Vec<Value>> {
    let json: Value = serde_json::from_str(&review(fixture, "json")).unwrap();
    let blocks = |page: &Value| page["panels"][0]["blocks"].as_array().unwrap().clone();
    json["pages"].as_array().unwrap().iter().map(blocks).collect()
}

/// The lines that a block of a message has in a language.
fn lines<'b>(blocks: &'b [Value], message: &str, lang: &str) -> Vec<&'b Value> {
    let own = blocks.iter().filter(|block| block["message"] == message && block["lang"] == lang);
    own.flat_map(|block| block["lines"].as_array().unwrap()).collect()
}

#[test]
fn paragraphs_of_a_message_stand_apart() {
    let fixture = Fixture::under_review().with(SPANISH, "Corto.", "Corto.\n\n    Otro corto.");
    let pages = pages(&fixture);
    let found: Vec<f64> = pages
        .iter()
        .flat_map(|blocks| lines(blocks, "help-long", "es"))
        .map(|line| line["y"].as_f64().unwrap())
        .collect();
    let [first, second] = found[..] else { panic!("{found:?}") };
    // A line of its text is 13.5 pt high.
    assert!(second - first > 18.0 && second - first < 24.0, "{found:?}");
}

/// A section without a heading has a name that readers know, not the manifest's.
#[test]
fn a_section_is_called_by_words() {
    let section = |name: &str, place: &str, role: &str| {
        format!(
            "[[leaflet.section]]\nname = \"{name}\"\nplace = \"{place}\"\nblocks = [{{ role = \"{role}\", text = \"{name}-text\" }}]\n"
        )
    };
    let fixture = Fixture::under_review();
    let manifest = fs::read_to_string(fixture.path().join("polyleaf.toml")).unwrap();
    let more = [("k9", "aside", "contact"), ("k8", "back", "paragraph"), ("k7", "aside", "paragraph")]
        .map(|(name, place, role)| section(name, place, role));
    let texts = ["k9", "k8", "k7"].map(|name| format!("{name}-text = Words of {name}.\n")).concat();
    let english = fs::read_to_string(fixture.path().join(ENGLISH)).unwrap();
    let text = review(
        &fixture.file("polyleaf.toml", manifest + &more.concat()).file(ENGLISH, english + &texts),
        "txt",
    );
    for heading in ["Contact · Contacto", "Back · Contraportada", "Beside the text · Al lado del texto"] {
        assert!(text.contains(&format!("\n{heading}\n")), "{heading}: {text}");
    }
    assert!(!text.lines().any(|line| ["k9", "k8", "k7"].contains(&line)), "{text}");
}

/// A forced line is a space in the name of a section, and what follows it keeps its marks.
#[test]
fn a_heading_of_two_lines_is_said_in_one() {
    let fixture = Fixture::under_review().with(ENGLISH, "= Help", "= Help by<br/><cite>the Act</cite>");
    let text = review(&fixture, "txt");
    assert!(text.contains("\nHelp by the Act\n"), "{text}");
}

/// However long a text is, no page has a row without words.
#[test]
fn what_is_left_of_a_long_row_is_never_nothing() {
    for count in [126, 129, 132] {
        let fixture = Fixture::under_review()
            .with(ENGLISH, "A short one.", &"Nobody is turned away. ".repeat(count / 2))
            .with(SPANISH, "Corto.", &"Nadie se queda fuera. ".repeat(count));
        for (number, blocks) in (1..).zip(pages(&fixture)) {
            let rows = blocks.iter().filter(|block| block["message"] != "").count();
            assert!(rows > 0, "{count} on page {number}");
        }
    }
}
