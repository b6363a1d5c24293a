//! Texts that whoever translated them does not hold for done: they are left, and told, in each format alike.

use super::{counts, ran, read};
use crate::support::Fixture;

fn xliff_1(unit: &str, target: &str) -> String {
    format!(
        "<xliff version=\"1.2\"><file original=\"text.ftl\" source-language=\"en\" target-language=\"es\"><body>\
         <trans-unit id=\"heading\"{unit}><source>Hello</source>{target}</trans-unit></body></file></xliff>"
    )
}

fn xliff_2(segments: &str) -> String {
    format!(
        "<xliff version=\"2.1\" srcLang=\"en\" trgLang=\"es\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\">\
         <file id=\"f\"><unit id=\"u\" name=\"heading\">{segments}</unit></file></xliff>"
    )
}

/// Files whose only text is marked as not done.
fn marked() -> Vec<(&'static str, String)> {
    let mut files = vec![
        ("es.po", "#, fuzzy\nmsgctxt \"heading\"\nmsgid \"Hello\"\nmsgstr \"Buenas\"\n".to_owned()),
        ("es.xlf", xliff_1(" approved=\"no\"", "<target state=\"needs-translation\">Buenas</target>")),
    ];
    for state in ["new", "needs-translation", "needs-adaptation", "needs-review-translation", "needs-l10n"] {
        files.push(("es.xlf", xliff_1("", &format!("<target state=\"{state}\">Buenas</target>"))));
    }
    for state in
        ["state=\"initial\"", "state=\"translated\" subState=\"polyleaf:outdated\"", "subState=\"x:fuzzy\""]
    {
        let segment = format!("<segment {state}><source>Hello</source><target>Buenas</target></segment>");
        files.push(("es.xlf", xliff_2(&segment)));
    }
    for (column, value) in [("fuzzy", "True"), ("fuzzy", "1"), ("state", "fuzzy"), ("state", "Needs review")]
    {
        files.push(("es.csv", format!("id,target,{column}\nheading,Buenas,{value}\n")));
    }
    files
}

#[test]
fn what_is_marked_as_not_done_is_left_in_each_format() {
    for (name, text) in marked() {
        let fixture = Fixture::new().file(name, &text);
        let run = ran(&fixture, &["import", name, "-l", "es"]);
        let told = run.problems();
        let is_told = told.len() == 1 && told[0].starts_with(&format!("exchange/unsure {name}:"));
        assert!(is_told && counts(&run) == [0, 0, 0, 0, 1], "{text} {told:?}");
        assert!(read(&fixture, "locales/es/text.ftl").contains("heading = Hola"));
    }
}

#[test]
fn what_is_marked_as_done_is_taken() {
    for (name, text) in [
        ("es.xlf", xliff_1(" approved=\"no\"", "<target state=\"translated\">Buenas</target>")),
        ("es.xlf", xliff_1(" approved=\"no\"", "<target>Buenas</target>")),
        ("es.xlf", xliff_1(" approved=\"yes\"", "<target>Buenas</target>")),
        (
            "es.xlf",
            xliff_2("<segment state=\"reviewed\"><source>Hello</source><target>Buenas</target></segment>"),
        ),
        ("es.csv", "id,target,fuzzy\nheading,Buenas,False\n".to_owned()),
        ("es.csv", "id,target,state\nheading,Buenas,draft\n".to_owned()),
    ] {
        let fixture = Fixture::new().file(name, &text);
        let run = ran(&fixture, &["import", name, "-l", "es", "--take", "file"]);
        assert_eq!((run.code, run.problems(), counts(&run)), (0, vec![], [0, 1, 0, 0, 0]), "{text}");
    }
}

#[test]
fn a_text_of_which_some_segments_are_translated_is_left() {
    let one = "<segment><source>Hello. </source><target>Buenas. </target></segment>";
    let parted = "<seg-source><mrk mtype=\"seg\" mid=\"0\">Hello.</mrk> <mrk mtype=\"seg\" mid=\"1\">You.</mrk></seg-source>";
    for text in [
        xliff_2(&format!("{one}<segment><source>You.</source></segment>")),
        xliff_2(&format!("{one}<segment><source>You.</source><target/></segment>")),
        xliff_1(
            "",
            &format!(
                "{parted}<target><mrk mtype=\"seg\" mid=\"0\">Buenas.</mrk> <mrk mtype=\"seg\" mid=\"1\"/></target>"
            ),
        ),
        xliff_1("", &format!("{parted}<target><mrk mtype=\"seg\" mid=\"1\">Tú.</mrk></target>")),
    ] {
        let fixture = Fixture::new().file("es.xlf", &text);
        let run = ran(&fixture, &["import", "es.xlf"]);
        assert_eq!(counts(&run), [0, 0, 0, 0, 1], "{text} {:?}", run.problems());
        assert!(
            run.lines[0]["message"].as_str().unwrap().contains("1 of its 2 segments"),
            "{:?}",
            run.lines[0]
        );
    }
    let both = xliff_2(&format!(
        "{one}<ignorable><source> </source></ignorable><segment><source>You.</source><target>Tú.</target></segment>"
    ));
    let run = ran(&Fixture::new().file("es.xlf", &both), &["import", "es.xlf", "--take", "file"]);
    assert_eq!(counts(&run), [0, 1, 0, 0, 0], "{:?}", run.problems());
    let none = xliff_2(
        "<segment><source>Hello. </source></segment><ignorable><source> </source></ignorable><segment><source>You.</source></segment>",
    );
    let run = ran(&Fixture::new().file("es.xlf", &none), &["import", "es.xlf"]);
    assert_eq!((counts(&run), run.problems()), ([0, 0, 0, 1, 0], vec![]));
}
