//! What `import` says before it replaces anything: of files that don't say what they were made from, that there are not, or that
//! can't be written.

use std::fs;

use crate::support::{Fixture, Run};

const SPANISH: &str = "locales/es/text.ftl";

fn ran(fixture: &Fixture, arguments: &[&str]) -> Run {
    fixture.run(&[arguments, &["--message-format", "json"]].concat())
}

fn spanish(fixture: &Fixture) -> String {
    fs::read_to_string(fixture.path().join(SPANISH)).unwrap()
}

#[test]
fn words_that_are_replaced_are_named_where_the_file_does_not_say_what_it_was_made_from() {
    let fixture = Fixture::new().file("back.csv", "id,translation\nheading,Buenas\n");
    let before = spanish(&fixture);
    let kept = ran(&fixture, &["import", "back.csv", "--locale", "es", "--take", "folder"]);
    assert_eq!((kept.code, kept.problems(), spanish(&fixture)), (0, vec![], before));
    let taken = ran(&fixture, &["import", "back.csv", "--locale", "es"]);
    let told = taken.problems();
    assert!(
        taken.code == 0 && told.len() == 1 && told[0].starts_with("exchange/conflict back.csv:2:"),
        "{told:?}"
    );
    assert!(taken.lines[0]["message"].as_str().unwrap().ends_with("replaces those of the folder in heading"));
    assert!(spanish(&fixture).contains("Buenas"));
    // What was not there before is no loss.
    let fixture = Fixture::new()
        .with(SPANISH, "heading = Hola\n", "")
        .file("back.csv", "id,translation\nheading,Buenas\n");
    assert_eq!(ran(&fixture, &["import", "back.csv", "--locale", "es"]).problems(), Vec::<String>::new());
}

#[test]
fn a_file_that_there_is_not_is_told_with_those_beside_it() {
    let fixture = Fixture::new().file("es.xlsx", "").file("notes.txt", "");
    let run = ran(&fixture, &["import", "se.xlsx"]);
    let help = run.lines[0]["help"].as_str().unwrap();
    assert!(run.code > 0 && help.contains("es.xlsx") && !help.contains("notes"), "{:?}", run.lines);
    // A file that is not whole is told as that, before it is asked for its language.
    let broken =
        Fixture::new().file("es-1.xlsx", "PK\u{3}\u{4}broken").file("es.po", "msgid \"a\nmsgstr \"b\"\n");
    for name in ["es-1.xlsx", "es.po"] {
        let run = ran(&broken, &["import", name]);
        assert!(run.problems().iter().all(|told| told.starts_with("exchange/file")), "{:?}", run.lines);
    }
}

#[test]
fn nothing_is_written_where_one_of_the_files_can_not_be() {
    let more = "more = More words.\n";
    let fixture = Fixture::new()
        .file("locales/en/more.ftl", more)
        .file("locales/es/more.ftl", "more = Más palabras.\n")
        .file("back.csv", "id,translation\nmore,Otras palabras.\nheading,Buenas\n");
    let path = fixture.path().join(SPANISH);
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let run = ran(&fixture, &["import", "back.csv", "--locale", "es", "--take", "file"]);
    assert!(run.code > 0 && run.problems().len() == 1, "{:?}", run.lines);
    assert!(
        run.lines.iter().any(|line| line["message"].to_string().contains("read-only")),
        "{:?}",
        run.lines
    );
    let other = fs::read_to_string(fixture.path().join("locales/es/more.ftl")).unwrap();
    assert_eq!(other, "more = Más palabras.\n");
    assert!(!spanish(&fixture).contains("Buenas"));
}

#[test]
fn what_one_translator_left_says_nothing_against_what_another_wrote() {
    for names in [["a.csv", "b.csv"], ["b.csv", "a.csv"]] {
        let fixture = Fixture::new();
        assert_eq!(ran(&fixture, &["export", "es", "--out", "a.csv"]).code, 0);
        let text = fs::read_to_string(fixture.path().join("a.csv")).unwrap();
        let fixture = fixture.file("a.csv", text.replace("Hola", "Buenas")).file("b.csv", &text);
        let run = ran(&fixture, &[&["import"], &names[..]].concat());
        assert_eq!((run.code, run.problems()), (0, vec![]), "{names:?}");
        assert!(spanish(&fixture).contains("Buenas"));
    }
}
