//! Approvals: what is approved, what is not and why, and what becomes of the file.

use std::fs;

use serde_json::Value;

use crate::review::{DAY, ENGLISH, SPANISH, STATUS, approve, approved, codes, counts, said, text};
use crate::support::Fixture;

#[test]
fn what_is_not_sound_is_not_approved_and_told_once() {
    let words = "A short <strong>text</strong> of one paragraph.";
    let fixture = Fixture::new()
        .with(SPANISH, "heading = Hola\n", "")
        .with(SPANISH, "Un <strong>texto</strong> corto de un párrafo.", words)
        .with(SPANISH, "{ $phone }", "{ $fon }");
    let named = approve(&fixture, &["es", "heading", "body", "call", "call"]);
    assert_eq!(named.code, 1, "{}", named.talk);
    assert_eq!(
        named.problems(),
        [
            "locale/unapproved locales/es/text.ftl:1:1",
            "locale/unapproved locales/es/text.ftl:2:1",
            "locale/unapproved locales/en/text.ftl:1:1"
        ]
    );
    let said: Vec<&str> = named.lines.iter().filter_map(|line| line["message"].as_str()).collect();
    for part in ["it is missing", "it has errors", "it is still English"] {
        assert_eq!(said.iter().filter(|line| line.contains(part)).count(), 1, "{said:?}");
    }
    assert!(!fixture.path().join(STATUS).exists());
    // Of all messages those that are sound are approved.
    let fixture = fixture.with(SPANISH, "{ $fon }", "{ $phone }");
    let all = approve(&fixture, &["es"]);
    assert_eq!(all.code, 0, "{}", all.talk);
    let last = all.lines.last().unwrap();
    assert_eq!((&last["messages"], &last["refused"]), (&serde_json::json!(["call"]), &2.into()));
    let severities: Vec<&Value> = all.lines.iter().filter_map(|line| line.get("severity")).collect();
    assert_eq!(severities, ["warning", "warning"]);
    // A term that is wrong is of the message that uses it.
    let fixture = Fixture::new().with(SPANISH, "heading = Hola", "heading = Hola { -us }\n-us = <b>nos</b>");
    assert_eq!(codes(&approve(&fixture, &["es", "heading"])), ["locale/unapproved"]);
}

#[test]
fn a_misspelt_name_approves_nothing() {
    let fixture = Fixture::new();
    let run = approve(&fixture, &["es", "body", "haeding", "nothing-like-it"]);
    assert_eq!((run.code, codes(&run)), (2, vec!["fluent/unknown-message".to_owned(); 2]));
    assert!(run.lines[0]["help"].as_str().unwrap().contains("“heading”"), "{:?}", run.lines);
    assert!(!fixture.path().join(STATUS).exists());
    for wrong in [
        &["es", "--until", "2027-13"][..],
        &["es", "--until", "2027-05-01"],
        &["es", "--until", "2026-10"],
        &["es", "--note", "two\nlines"],
        &["xx"],
        &["all"],
        &["es", "--leaflet", "big"],
        &["es", "--leaflet", "small", "body"],
    ] {
        assert_eq!(approve(&fixture, wrong).code, 2, "{wrong:?}");
    }
    for wrong in [
        &["approve", "es"][..],
        &["approve", "es", "--by", " "],
        &["approve", "es", "--by", "A", "--date", "2026-02-30"],
    ] {
        assert_eq!(fixture.run(wrong).code, 2, "{wrong:?}");
    }
    let empty = Fixture::empty();
    assert_eq!(approve(&empty, &["es"]).code, 2, "what is built in can't be approved");
    assert!(!fixture.path().join(STATUS).exists());
}

#[test]
fn a_file_that_is_broken_or_not_ours_stays_as_it_is() {
    let sound = text(&approved(), STATUS);
    let digest = "b1e8e762d024719b15a7771ae0c17b0f";
    assert!(sound.contains(digest), "{sound}");
    for (broken, code, place) in [
        (format!("{sound}<<<<<<< ours\n"), "manifest/toml", None),
        ("[server]\nport = 80\n".to_owned(), "manifest/toml", None),
        (sound.replacen("reviewer =", "reviwer =", 1), "manifest/toml", Some("5:1")),
        (sound.replacen("\"reviewed\"", "\"done\"", 1), "manifest/toml", Some("4:9")),
        (sound.replacen("2026-11-27", "2026-02-30", 1), "locale/status", Some("6:8")),
        (sound.replacen("date = \"2026-11-27\"", "until = \"May\"", 1), "locale/status", None),
        (sound.replacen("reviewer = \"Ana\"\n", "", 1), "locale/status", None),
        (sound.replacen(digest, "b1e8", 1), "locale/status", None),
        (sound.replacen("A short", "A long", 1), "locale/status", Some("7:10")),
        (format!("{sound}# ours\n"), "locale/status", None),
        (sound.replacen("[body]", "# law of 2014\n[body]", 1), "locale/status", None),
    ] {
        let fixture = Fixture::new().file(STATUS, &broken);
        let run = approve(&fixture, &["es"]);
        assert_eq!((run.code, &codes(&run)[0]), (1, &code.to_owned()), "{broken}\n{:?}", run.lines);
        assert_eq!(text(&fixture, STATUS), broken);
        if let Some(place) = place {
            assert_eq!(run.problems()[0], format!("{code} {STATUS}:{place}"));
            // A build says the same, and makes the other language.
            let build = fixture.build(&[]);
            assert!(build.problems().contains(&format!("{code} {STATUS}:{place}")), "{:?}", build.problems());
            assert_eq!(build.written, ["small-en-page-letter.pdf"]);
        }
    }
    // Other line ends are ours, and no comment is one in words.
    let fixture = Fixture::new().file(STATUS, sound.replace('\n', "\r\n"));
    assert_eq!(
        (approve(&fixture, &["es", "body", "--note", "§ 5 # 2"]).code, counts(&fixture, "es")[0]),
        (0, 3)
    );
    assert_eq!(approve(&fixture, &["es", "body"]).code, 0);
}

#[test]
fn a_file_of_nearly_that_name_is_told() {
    let fixture = Fixture::new().file("locales/es/Status.toml", "");
    let check = fixture.run(&["check", "--message-format", "json"]);
    assert_eq!(codes(&check), ["project/unreadable"]);
    assert!(check.lines[0]["help"].as_str().unwrap().contains("status.toml"), "{:?}", check.lines);
}

#[test]
fn an_approval_may_end() {
    for (date, expired) in
        [("2027-05", 0), ("2027-05-31", 0), ("2027-06", 1), ("2028-01-01", 1), ("2026-11", 0)]
    {
        let fixture = Fixture::new();
        approve(&fixture, &["es", "body", "--until", "2027-05", "--note", "law checked"]);
        approve(&fixture, &["es", "heading"]);
        let fixture = fixture.with("polyleaf.toml", "\"2026-11\"", &format!("\"{date}\""));
        assert_eq!(counts(&fixture, "es"), [2 - expired, 0, 0, expired, 1], "{date}");
        let check = fixture.run(&["check", "--message-format", "json"]);
        if expired == 0 {
            assert!(check.problems().is_empty(), "{:?}", check.problems());
            continue;
        }
        assert_eq!(
            (check.code, check.problems()),
            (0, vec!["locale/expired locales/es/text.ftl:2:1".to_owned()])
        );
        assert_eq!(check.lines[0]["labels"][1]["file"], STATUS);
        assert!(check.lines[0].to_string().contains("law checked"));
        // Nobody approves it again by the way.
        let all = approve(&fixture, &["es"]);
        assert_eq!(all.lines.last().unwrap()["messages"], serde_json::json!(["call"]));
        assert_eq!(counts(&fixture, "es")[3], 1);
        assert_eq!(fixture.build(&["-l", "es", "--final"]).code, 1);
        approve(&fixture, &["es", "body", "--until", "2028-12"]);
        assert_eq!(counts(&fixture, "es"), [3, 0, 0, 0, 0]);
    }
}

#[test]
fn a_draft_entry_is_a_draft_until_the_source_changes() {
    let draft = text(&approved(), STATUS).replace("\"reviewed\"", "\"draft\"");
    let fixture = Fixture::new().file(STATUS, draft);
    assert_eq!(counts(&fixture, "es"), [0, 0, 0, 0, 3]);
    let fixture = fixture.with(ENGLISH, "Hello", "Hi");
    assert_eq!(counts(&fixture, "es"), [0, 1, 0, 0, 2]);
    // What a language no longer has is missing, whatever was said of it.
    let gone = approved().with(SPANISH, "heading = Hola\n", "");
    assert_eq!(counts(&gone, "es"), [2, 0, 0, 0, 0]);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_changed_is_kept() {
    use std::os::unix::fs::PermissionsExt;
    let fixture = approved().with(SPANISH, "Hola", "Holas");
    let path = fixture.path().join(STATUS);
    let before = text(&fixture, STATUS);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    let run = approve(&fixture, &["es"]);
    assert_eq!((run.code, codes(&run)), (1, vec!["output/unwritable".to_owned()]), "{}", run.talk);
    assert_eq!(text(&fixture, STATUS), before);
    assert_eq!(crate::support::names(&fixture.path().join("locales/es")), ["status.toml", "text.ftl"]);
}

/// Whoever approves all is told which messages the source language said in other words when they were read last.
#[test]
fn what_was_out_of_date_is_named_when_it_is_approved() {
    let fixture = approved().with(ENGLISH, "Hello", "Good morning");
    let words = said(&fixture, &["approve", "es", "--by", "Ana", "--date", DAY]);
    let words: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("1 message of Spanish Español is approved"), "{words}");
    assert!(words.contains("It was out of date"), "{words}");
    assert!(words.contains("so read once more: heading."), "{words}");
    let fixture =
        fixture.with(ENGLISH, "Good morning", "Good evening").with(ENGLISH, "A short", "A very short");
    let run = approve(&fixture, &["es"]);
    assert_eq!(run.lines[0]["outdated"], serde_json::json!(["body", "heading"]));
    assert_eq!(counts(&fixture, "es"), [3, 0, 0, 0, 0]);
    // What only its own words changed of is not.
    let run = approve(&fixture.with(SPANISH, "Hola", "Buenas"), &["es"]);
    assert_eq!(
        (&run.lines[0]["messages"], &run.lines[0]["outdated"]),
        (&serde_json::json!(["heading"]), &serde_json::json!([]))
    );
}

#[test]
fn one_language_is_approved_at_a_time() {
    let fixture = Fixture::new();
    for other in ["en", "english"] {
        let run = approve(&fixture, &["es", other]);
        let told = run.lines.iter().find(|line| line["severity"] == "error").unwrap();
        let help = told["help"].as_str().unwrap();
        assert!(help.contains(&format!("approve “{other}” by a command of its own")), "{help}");
        assert_eq!(counts(&fixture, "es"), [0, 0, 0, 0, 3]);
    }
    let run = approve(&fixture, &["es,en"]);
    let told = run.lines.iter().find(|line| line["severity"] == "error").unwrap();
    assert!(told["help"].as_str().unwrap().contains("a command of its own"), "{told}");
}
