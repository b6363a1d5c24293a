//! What no face of the project has: a character, or all letters of a language.

use std::fs;

use crate::support::{Fixture, Run};

fn problems_of(run: &Run) -> Vec<String> {
    run.problems().into_iter().filter(|problem| problem.starts_with("font/")).collect()
}

/// Where no face has a language's script that is said once, at its first letter, however many messages and leaflets lack it.
#[test]
fn a_language_without_a_face_is_told_once() {
    let fixture = Fixture::under_review().without("fonts");
    let manifest = fs::read_to_string(fixture.path().join("polyleaf.toml")).unwrap();
    let leaflet = &manifest[manifest.find("[[leaflet]]").unwrap()..];
    let other = leaflet.replacen("name = \"card\"", "name = \"other\"", 1);
    let fixture = fixture.file("polyleaf.toml", format!("{manifest}{other}"));
    for arguments in [&["-L", "review"][..], &["--proof", "-L", "card"]] {
        let run = fixture.build(&[&["-l", "ar"], arguments].concat());
        assert_eq!(problems_of(&run), ["font/no-face locales/ar/text.ftl:2:9"], "{}", run.talk);
        let told = run.lines.iter().find(|line| line["code"] == "font/no-face").unwrap();
        assert!(told["help"].as_str().unwrap().contains("fonts/extra/NotoNaskhArabic-Regular.ttf"), "{told}");
    }
}

/// A character that no face has is a warning where it is written.
#[test]
fn a_character_that_no_face_has_is_told_where_it_stands() {
    let fixture = Fixture::under_review().with("locales/es/text.ftl", "Corto.", "Un 𒀀 corto.");
    let run = fixture.build(&["-L", "review", "-l", "es"]);
    assert_eq!(problems_of(&run), ["font/missing-glyph locales/es/text.ftl:12:16"], "{}", run.talk);
    assert_eq!((run.code, run.written.len()), (0, 1));
}
