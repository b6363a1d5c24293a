//! `add-locale`: what a translator starts from, and what a language that is there is given.

use std::fs;

use crate::support::{Fixture, Run, names, program, root};

fn add(fixture: &Fixture, arguments: &[&str]) -> (Run, String) {
    let output = program().current_dir(fixture.path()).arg("add-locale").args(arguments).output().unwrap();
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    (crate::support::run_of(output, &fixture.out()), text)
}

/// The repository's own project, English alone.
fn factsheet() -> Fixture {
    let mut fixture = Fixture::empty().file("polyleaf.toml", fs::read(root().join("polyleaf.toml")).unwrap());
    for name in names(&root().join("locales/en")) {
        fixture = fixture
            .file(&format!("locales/en/{name}"), fs::read(root().join("locales/en").join(&name)).unwrap());
    }
    fixture
}

fn read(fixture: &Fixture, name: &str) -> String {
    fs::read_to_string(fixture.path().join(name)).unwrap()
}

#[test]
fn a_new_language_is_missing_and_nothing_else_and_builds_as_a_proof() {
    let fixture = factsheet();
    let (run, text) = add(&fixture, &["vietnamese"]);
    assert_eq!((run.code, run.talk.as_str()), (0, ""), "{text}");
    assert_eq!(names(&fixture.path().join("locales/vi")), ["card.ftl", "factsheet.ftl", "zine.ftl"]);
    assert!(text.contains("“vietnamese” is Vietnamese (vi)") && text.contains("left to right"), "{text}");
    assert!(text.contains("faces: Noto Sans"), "{text}");
    assert_eq!(
        text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit())).count(),
        5,
        "{text}"
    );
    let check = fixture.run(&["check", "vi", "--message-format", "json"]);
    let codes: Vec<String> =
        check.problems().iter().map(|told| told.split(' ').next().unwrap().to_owned()).collect();
    assert!(!codes.is_empty() && codes.iter().all(|code| code == "fluent/missing"), "{codes:?}");
    let card = read(&fixture, "locales/vi/card.ftl");
    let block = "# The reader’s gender is not known; write around it where your language can.\n# en: You are not alone\n# card-help-heading =\n";
    assert!(card.contains(block) && card.contains("\n## Front: who we are"), "{card}");
    // Half-done: one is filled in.
    let fixture =
        fixture.with("locales/vi/card.ftl", "# card-help-heading =", "card-help-heading = Bạn không đơn độc");
    let build = fixture.build(&["vi", "--proof", "--leaflet", "card"]);
    let is_proof = |name: &String| name.starts_with("card-vi-") && name.ends_with("-proof.pdf");
    assert_eq!(build.code, 0, "{}", build.talk);
    assert!(!build.written.is_empty() && build.written.iter().all(is_proof), "{:?}", build.written);
}

#[test]
fn a_language_that_is_there_is_given_what_it_lacks_and_keeps_its_words() {
    let fixture = Fixture::with_gaps(&["law-heading", "card-act-raids"]);
    let before = ["card", "factsheet", "zine"].map(|name| read(&fixture, &format!("locales/fr/{name}.ftl")));
    let (run, text) = add(&fixture, &["french"]);
    assert_eq!(run.code, 0, "{text}");
    let after = ["card", "factsheet", "zine"].map(|name| read(&fixture, &format!("locales/fr/{name}.ftl")));
    assert_eq!(before[2], after[2]);
    for (before, after) in before.iter().zip(&after) {
        let mut rest = after.lines();
        assert!(before.lines().all(|line| rest.any(|other| other == line)), "{after}");
    }
    assert!(
        after[0].contains("\n# en: Stop raids, detentions and deportations.\n# card-act-raids =\n"),
        "{}",
        after[0]
    );
    let (repeal, website) =
        (after[0].find("\ncard-act-repeal").unwrap(), after[0].find("\ncard-website").unwrap());
    assert!((repeal..website).contains(&after[0].find("# card-act-raids").unwrap()), "{}", after[0]);
    let (again, text) = add(&fixture, &["fr"]);
    assert!(again.code == 0 && text.contains("nothing was written"), "{text}");
    assert_eq!(after[0], read(&fixture, "locales/fr/card.ftl"));
}

#[test]
fn a_language_is_told_by_its_own_tag_whatever_it_was_called() {
    let fixture = Fixture::new();
    for (word, tag) in [("fil", "tl"), ("zh-TW", "zh-Hant"), ("Tiếng Việt", "vi")] {
        let (run, text) = add(&fixture, &[word]);
        assert!(run.code == 0 && text.starts_with(&format!("“{word}” is ")), "{text}");
        assert!(fixture.path().join("locales").join(tag).join("text.ftl").exists());
    }
    let (run, text) = add(&fixture, &["xzz"]);
    assert!(run.code == 0 && text.contains("locale.toml: written"), "{text}");
    assert!(read(&fixture, "locales/xzz/locale.toml").contains("# name = ["));
    // What stands under another tag of the language is its folder.
    let fixture = Fixture::new().file("locales/fil/text.ftl", "heading = Kumusta\n");
    add(&fixture, &["tl"]);
    assert!(
        !fixture.path().join("locales/tl").exists()
            && read(&fixture, "locales/fil/text.ftl").contains("# body =")
    );
}

#[test]
fn a_script_without_faces_is_told_with_what_to_do() {
    let fixture = Fixture::new();
    let (_, text) = add(&fixture, &["arabic"]);
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        flat.contains("right to left") && flat.contains("fonts/extra/NotoNaskhArabic-Regular.ttf"),
        "{text}"
    );
    let (_, text) = add(&fixture, &["tamil"]);
    assert!(text.contains("fonts/fonts.toml"), "{text}");
}

#[test]
fn what_can_not_be_added_writes_nothing() {
    for (word, said) in [
        ("klingonish", "locale/tag"),
        ("en", "locale/tag"),
        ("english", "locale/tag"),
        ("vn", "locale/tag"),
        ("../../x", "locale/tag"),
    ] {
        let fixture = Fixture::new();
        let (run, _) = add(&fixture, &[word, "--message-format", "json"]);
        assert_eq!((run.code, run.problems()), (2, vec![said.to_owned()]), "{word}");
        assert_eq!(fs::read_dir(fixture.path().join("locales")).unwrap().count(), 2);
    }
    let (run, _) = add(&Fixture::empty(), &["vi", "--message-format", "json"]);
    assert_eq!((run.code, run.problems()), (2, vec!["project/unreadable".to_owned()]));
    // A file that is no text, and one where the folder should be.
    let fixture = Fixture::new().file("locales/de/text.ftl", b"heading = \xff\xfeh");
    let (run, _) = add(&fixture, &["de", "--message-format", "json"]);
    assert_eq!(run.code, 1);
    assert_eq!(fs::read(fixture.path().join("locales/de/text.ftl")).unwrap(), b"heading = \xff\xfeh");
    let fixture = Fixture::new().file("locales/de", "mine");
    assert_ne!(add(&fixture, &["de"]).0.code, 0);
    assert_eq!(read(&fixture, "locales/de"), "mine");
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_links() {
    let outside = Fixture::empty().file("text.ftl", "heading = Hallo\n");
    let fixture = Fixture::new().file("locales/de/other.txt", "");
    fixture.link("locales/de/text.ftl", &outside.path().join("text.ftl"));
    assert_eq!(add(&fixture, &["de"]).0.code, 1);
    assert_eq!(read(&outside, "text.ftl"), "heading = Hallo\n");
    let folder = Fixture::empty();
    let fixture = Fixture::new();
    fixture.link("locales/de", folder.path());
    assert_eq!(add(&fixture, &["de"]).0.code, 1);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_mark_at_the_start_and_line_ends_of_windows_stay() {
    let text = "\u{FEFF}heading = Hallo\r\n";
    let fixture = Fixture::new().file("locales/de/text.ftl", text);
    assert_eq!(add(&fixture, &["de"]).0.code, 0);
    let after = read(&fixture, "locales/de/text.ftl");
    assert!(after.starts_with("\u{FEFF}heading = Hallo\r\n\r\n# en: "), "{after:?}");
    assert!(after.matches('\n').count() == after.matches("\r\n").count(), "{after:?}");
}
