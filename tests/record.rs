//! What earlier builds left in a folder: told, kept, or removed.

use std::fs;

use serde_json::Value;

use crate::support::{Fixture, Run, names};

const BROKEN: &str = "heading = Hola\nbody = Un <strong>texto.\ncall = c\n";
const NORTH: &str = "[organisation]\nname = \"North\"\nemail = \"a@north.org\"\nphone = \"604-555-0142\"\nwebsite = \"north.org\"\n";

fn files(fixture: &Fixture) -> Vec<String> {
    names(&fixture.out())
}

fn rewritten<'f>(fixture: &'f Fixture, name: &str, text: &str) -> &'f Fixture {
    fs::write(fixture.path().join(name), text).unwrap();
    fixture
}

fn told(run: &Run, code: &str) -> Vec<String> {
    let of_code = |line: &&Value| line["code"] == code;
    run.lines.iter().filter(of_code).map(|line| line["message"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_file_of_an_earlier_build_is_named_where_the_leaflet_fails() {
    let fixture = Fixture::new();
    assert_eq!(fixture.build(&[]).code, 0);
    let before = fs::read(fixture.out().join("small-es-page-letter.pdf")).unwrap();
    let fixture = fixture.file("locales/es/text.ftl", BROKEN);
    let run = fixture.build(&[]);
    let stale = told(&run, "output/stale");
    assert_eq!(stale.len(), 1, "{:?}", run.problems());
    assert!(stale[0].contains("small-es-page-letter.pdf is left from an earlier build"), "{stale:?}");
    // It stays as it was, unless its removal is asked for.
    assert_eq!(fs::read(fixture.out().join("small-es-page-letter.pdf")).unwrap(), before);
    fixture.build(&["--clean"]);
    assert_eq!(files(&fixture), ["small-en-page-letter.pdf", "small-es-page-letter.pdf"]);
}

#[test]
fn a_sound_build_removes_what_it_does_not_make() {
    let fixture = Fixture::new();
    fixture.build(&[]);
    let run = fixture.build(&["-l", "en", "--clean"]);
    assert_eq!(files(&fixture), ["small-en-page-letter.pdf"]);
    let removed: Vec<&Value> = run.lines.iter().filter(|line| line["reason"] == "removed").collect();
    assert!(removed.len() == 1 && removed[0]["path"].as_str().unwrap().ends_with("small-es-page-letter.pdf"));
}

#[test]
fn an_organisation_s_file_that_is_of_no_use_names_what_it_left() {
    let fixture = Fixture::new().file("ours.toml", NORTH);
    assert_eq!(fixture.build(&["-l", "en", "--org", "ours.toml"]).code, 0);
    for wrong in ["a@", "604-555-01"] {
        let broken = NORTH.replace("a@north.org", wrong).replace("604-555-0142", wrong);
        let run = rewritten(&fixture, "ours.toml", &broken).build(&["-l", "en", "--org", "ours.toml"]);
        let stale = told(&run, "output/stale");
        assert!(
            stale.len() == 1 && stale[0].contains("small-en-page-letter-ours.pdf"),
            "{:?}",
            run.problems()
        );
        assert!(run.problems().iter().any(|problem| problem.contains("ours.toml:")), "{:?}", run.problems());
    }
}

/// The name of one organisation may end as that of another.
#[test]
fn what_another_organisation_left_is_not_named() {
    let south = NORTH.replace("North", "South");
    let fixture = Fixture::new().file("north-side.toml", NORTH).file("side.toml", south);
    for org in ["north-side.toml", "side.toml"] {
        assert_eq!(fixture.build(&["-l", "en", "--org", org]).code, 0);
    }
    let run = rewritten(&fixture, "side.toml", "[organisation]\n").build(&["-l", "en", "--org", "side.toml"]);
    let stale = told(&run, "output/stale");
    assert_eq!(stale.len(), 1, "{:?}", run.problems());
    assert!(stale[0].contains("small-en-page-letter-side.pdf is left"), "{stale:?}");
}

/// A number that is too short for the country of the project's link is told where it is given.
#[test]
fn a_number_is_told_where_it_is_given() {
    let short = NORTH.replace("604-555-0142", "604-555-014");
    let run = Fixture::new()
        .with("polyleaf.toml", "tel:", "tel:+1-")
        .file("ours.toml", short)
        .build(&["--org", "ours.toml"]);
    assert_eq!(run.problems(), ["manifest/invalid ours.toml:4:9"]);
}

/// Pages of a longer leaflet are named, and those of another way to make it are kept.
#[test]
fn names_that_tell_too_little_replace_nothing_of_another_kind() {
    let press =
        "source = \"https://example.org\"\nread = \"2026-11\"\nname = \"{leaflet}_{locale}_{layout}\"\n";
    let fixture = Fixture::new().file("layouts/press/own.toml", press).file("ours.toml", NORTH);
    let own = ["-l", "en", "--press", "own"];
    assert_eq!(fixture.build(&own).code, 0);
    for other in [&["--ink", "mono"][..], &["--org", "ours.toml"]] {
        let run = fixture.build(&[&own, other].concat());
        assert!(
            run.problems()[0].starts_with("output/name layouts/press/own.toml:3"),
            "{other:?}: {:?}",
            run.problems()
        );
    }
    assert_eq!(fixture.build(&own).code, 0);
}

#[test]
fn pictures_of_an_earlier_build_are_named_too() {
    let fixture = Fixture::new();
    fixture.build(&["--format", "png"]);
    let run = fixture.file("locales/es/text.ftl", BROKEN).build(&["--format", "png"]);
    assert!(told(&run, "output/stale")[0].contains("small-es-page-letter-1.png"), "{:?}", run.problems());
}

#[test]
fn only_what_builds_wrote_and_nobody_changed_is_removed() {
    let fixture = Fixture::new();
    fixture.build(&["--ink", "colour,mono"]);
    fs::write(fixture.out().join("mine.pdf"), "mine").unwrap();
    fs::write(fixture.out().join("small-es-page-letter-mono.pdf"), "signed by somebody").unwrap();
    fixture.build(&["-l", "en", "--clean"]);
    assert_eq!(files(&fixture), ["mine.pdf", "small-en-page-letter.pdf", "small-es-page-letter-mono.pdf"]);
}

#[test]
fn a_record_of_somebody_else_stays_and_nothing_is_removed() {
    let fixture = Fixture::new();
    fs::create_dir(fixture.out()).unwrap();
    for foreign in ["{\"name\": \"web app\"}", "{\"polyleaf\": 2, \"files\": []}", "no json"] {
        fs::write(fixture.out().join("manifest.json"), foreign).unwrap();
        let run = fixture.build(&["--clean"]);
        assert_eq!((run.code, told(&run, "output/stale").len()), (0, 1), "{:?}", run.lines);
        assert_eq!(fs::read_to_string(fixture.out().join("manifest.json")).unwrap(), foreign);
    }
}

#[test]
fn a_record_reaches_nothing_outside_its_folder() {
    let fixture = Fixture::new();
    fixture.build(&["-l", "en"]);
    let path = fixture.out().join("manifest.json");
    let record = fs::read_to_string(&path).unwrap();
    let victim = fixture.out().join("small-en-page-letter.pdf");
    fs::copy(&victim, fixture.path().join("victim.pdf")).unwrap();
    let harmful = record.replace("\"small-en-page-letter.pdf\"", "\"../victim.pdf\"");
    assert_ne!(harmful, record);
    fs::write(&path, harmful).unwrap();
    fixture.build(&["-l", "es", "--clean"]);
    assert!(fixture.path().join("victim.pdf").exists());
}

#[test]
fn the_record_is_the_same_each_time_and_names_no_place() {
    let fixture = Fixture::new();
    let record = || fs::read_to_string(fixture.out().join("manifest.json")).unwrap();
    fixture.build(&[]);
    let first = record();
    fixture.build(&["--jobs", "1"]);
    assert_eq!(record(), first);
    assert!(!first.contains(fixture.path().to_str().unwrap()) && first.contains("small-en-page-letter.pdf"));
}

#[test]
fn chapters_have_files_of_their_own() {
    let south = NORTH.replace("North", "South").replace("0100", "0199");
    let fixture = Fixture::new()
        .file("chapters/ch01.toml", NORTH)
        .file("chapters/ch02.toml", &south)
        .file("chapters/notes.txt", "not ours");
    let run = fixture.build(&["-l", "en", "--org", "chapters"]);
    assert_eq!((run.code, run.problems()), (0, vec![]));
    assert_eq!(files(&fixture), ["small-en-page-letter-ch01.pdf", "small-en-page-letter-ch02.pdf"]);
    let organisations: Vec<&Value> = run.artifacts().iter().map(|made| &made["organisation"]).collect();
    assert_eq!(organisations, ["ch01", "ch02"]);
    let short = format!("{NORTH}short = \"north-side\"\n");
    let fixture = fixture.file("own.toml", short);
    fixture.build(&["-l", "en", "--org", "own.toml", "--clean"]);
    assert_eq!(files(&fixture), ["small-en-page-letter-north-side.pdf"]);
    let fixture = Fixture::new().file("own.toml", format!("{NORTH}short = \"北\"\n"));
    fixture.build(&["-l", "en", "--org", "own.toml"]);
    assert_eq!(files(&fixture), ["small-en-page-letter-北.pdf"]);
}

#[test]
fn two_chapters_never_share_a_file() {
    let south = NORTH.replace("North", "South");
    let fixture = Fixture::new().file("a/our.toml", NORTH).file("b/our.toml", south);
    let run = fixture.build(&["-l", "en", "--org", "a/our.toml"]);
    assert_eq!((run.code, run.written.len()), (0, 1), "{}", run.talk);
    let run = fixture.build(&["-l", "en", "--org", "b/our.toml"]);
    assert_eq!(run.code, 1);
    let wrong = told(&run, "output/name");
    assert!(wrong[0].contains("is a leaflet of North, and one of South"), "{wrong:?}");
    // The same organisation may build again.
    assert_eq!(fixture.build(&["-l", "en", "--org", "a/our.toml"]).code, 0);
}

#[test]
fn organisations_of_one_command_are_called_apart() {
    let short =
        |word: &str, phone: &str| NORTH.replace("604-555-0142", phone) + &format!("short = \"{word}\"\n");
    let named = |names: [&str; 2]| {
        let arguments = ["-l", "en", "--org", names[0], "--org", names[1]];
        let fixture = Fixture::new()
            .file("a/our.toml", NORTH)
            .file("b/our.toml", NORTH.replace("604-555-0142", "604-555-0143"))
            .file("one.toml", short("rose", "604-555-0142"))
            .file("two.toml", short("Rose", "604-555-0143"));
        fixture.build(&arguments)
    };
    for names in [["a/our.toml", "b/our.toml"], ["one.toml", "two.toml"]] {
        let run = named(names);
        assert_eq!((run.code, run.written.len()), (2, 0), "{}", run.talk);
        for part in [names[0], names[1], "would have the same names", "short = "] {
            assert!(run.talk.contains(part), "{part}: {}", run.talk);
        }
    }
    // One file named twice is one organisation.
    assert_eq!(named(["one.toml", "./one.toml"]).written.len(), 1);
}

#[test]
fn a_short_name_is_one_that_files_can_have() {
    for short in ["a/b", "..", "", "x y", &"x".repeat(41)] {
        let fixture = Fixture::new().file("own.toml", format!("{NORTH}short = \"{short}\"\n"));
        let run = fixture.build(&["-l", "en", "--org", "own.toml"]);
        assert_eq!((run.code, run.problems().len()), (1, 1), "{short}: {:?}", run.problems());
        assert!(run.problems()[0].contains("own.toml:6"), "{:?}", run.problems());
    }
}
