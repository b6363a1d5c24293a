//! Reviews: who has read which message, what is out of date since, and what is final.

use std::fs;

use serde_json::Value;

use crate::support::{Fixture, Run, program};

pub(crate) const STATUS: &str = "locales/es/status.toml";
pub(crate) const ENGLISH: &str = "locales/en/text.ftl";
pub(crate) const SPANISH: &str = "locales/es/text.ftl";
pub(crate) const DAY: &str = "2026-11-27";

pub(crate) fn approve(fixture: &Fixture, arguments: &[&str]) -> Run {
    let start = ["approve", "--by", "Ana", "--date", DAY, "--message-format", "json"];
    fixture.run(&[&start, arguments].concat())
}

/// A project whose Spanish was approved.
pub(crate) fn approved() -> Fixture {
    let fixture = Fixture::new();
    assert_eq!(approve(&fixture, &["es"]).code, 0);
    fixture
}

pub(crate) fn text(fixture: &Fixture, name: &str) -> String {
    fs::read_to_string(fixture.path().join(name)).unwrap()
}

/// Reviewed, outdated, changed, expired and draft messages of a language.
pub(crate) fn counts(fixture: &Fixture, locale: &str) -> [u64; 5] {
    let run = fixture.run(&["status", "--message-format", "json"]);
    let line = run.lines.iter().find(|line| line["reason"] == "locale" && line["locale"] == locale);
    let line = line.unwrap_or_else(|| panic!("{}", run.talk));
    ["reviewed", "outdated", "changed", "expired", "draft"].map(|key| line[key].as_u64().unwrap())
}

pub(crate) fn codes(run: &Run) -> Vec<String> {
    run.problems().iter().map(|problem| problem.split(' ').next().unwrap().to_owned()).collect()
}

/// What a command says on standard out, for people.
pub(crate) fn said(fixture: &Fixture, arguments: &[&str]) -> String {
    let output = program().current_dir(fixture.path()).args(arguments).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_review_is_a_block_a_message_in_order_and_always_the_same() {
    let fixture = Fixture::new();
    assert_eq!(counts(&fixture, "es"), [0, 0, 0, 0, 3]);
    let run = approve(&fixture, &["es", "heading", "body", "--until", "2027-05", "--note", "law checked"]);
    assert_eq!(run.code, 0, "{}", run.talk);
    let line = &run.lines[0];
    assert_eq!((line["reason"].as_str(), line["file"].as_str()), (Some("approved"), Some(STATUS)));
    assert_eq!(line["messages"], serde_json::json!(["body", "heading"]));
    let file = text(&fixture, STATUS);
    let heads: Vec<&str> = file.lines().filter(|line| line.starts_with('[')).collect();
    assert_eq!(heads, ["[body]", "[heading]"]);
    for line in ["state = \"reviewed\"", "reviewer = \"Ana\"", "date = \"2026-11-27\"", "until = \"2027-05\""]
    {
        assert_eq!(file.matches(line).count(), 2, "{file}");
    }
    assert!(file.contains("was = \"Hello\"\n") && file.contains("note = \"law checked\"\n"), "{file}");
    assert_eq!(counts(&fixture, "es"), [2, 0, 0, 0, 1]);
    // All that is left; what was reviewed before keeps its reviewer, its note and its month.
    let rest = fixture.run(&["approve", "es", "--by", "Bo", "--date", DAY, "--message-format", "json"]);
    assert_eq!(
        (rest.lines[0]["messages"].clone(), &rest.lines[0]["kept"]),
        (serde_json::json!(["call"]), &2.into())
    );
    let both = text(&fixture, STATUS);
    assert!(both.contains("reviewer = \"Bo\"") && both.matches("reviewer = \"Ana\"").count() == 2, "{both}");
    assert_eq!(counts(&fixture, "es"), [3, 0, 0, 0, 0]);
    // The same reviews are the same bytes, in whichever order they were written.
    let other = Fixture::new();
    other.run(&["approve", "es", "call", "--by", "Bo", "--date", DAY]);
    approve(&other, &["es", "body,heading", "--until", "2027-05", "--note", "law checked"]);
    assert_eq!(text(&other, STATUS), both);
    assert_eq!(other.run(&["check", "--message-format", "json"]).problems(), Vec::<String>::new());
}

#[test]
fn comments_indentation_line_ends_and_order_are_no_change() {
    let start = "heading = Hello\nbody = A short <strong>text</strong> of one paragraph.\n";
    for (name, other) in [
        (
            "comments",
            "# Said first.\nheading = Hello\n## More\n# $x: none\nbody = A short <strong>text</strong> of one paragraph.\n",
        ),
        (
            "indentation",
            "heading =\n        Hello\nbody =    A short\n   <strong>text</strong> of\n      one paragraph.\n",
        ),
        (
            "line ends",
            "heading = Hello\r\nbody =\r\n    A short <strong>text</strong>\r\n    of one paragraph.\r\n",
        ),
        ("order", "body = A short <strong>text</strong> of one paragraph.\n\nheading = Hello\n"),
    ] {
        let fixture = approved();
        let english = text(&fixture, ENGLISH);
        assert!(english.starts_with(start));
        let call = &english[start.len()..];
        let fixture = fixture.file(ENGLISH, format!("{other}{call}"));
        assert_eq!(counts(&fixture, "es"), [3, 0, 0, 0, 0], "{name}");
    }
}

#[test]
fn a_letter_a_variable_a_tag_or_a_case_is_a_change() {
    for (old, new) in [
        ("Hello", "hello"),
        ("Hello", "Hello!"),
        ("Hello", "Hello { $phone }"),
        ("Hello", "Hello\u{A0}"),
        ("Hello", "{ \"Hello\" }"),
        ("Hello", "Hel<br/>lo"),
        ("Hello", "{ $organisation ->\n    [a] Hi\n   *[b] Hello\n }"),
        ("A short", "A  long"),
        ("<strong>text</strong>", "<em>text</em>"),
        ("<strong>text</strong>", "text"),
        ("A short <strong>text</strong>", "A short <strong>text</strong>\n\n    Another"),
    ] {
        let fixture = approved().with(ENGLISH, old, new);
        assert_eq!(counts(&fixture, "es")[..3], [2, 1, 0], "{old} {new}");
        let own = Fixture::new();
        assert_eq!(approve(&own, &["en"]).code, 0);
        assert_eq!(counts(&own.with(ENGLISH, old, new), "en")[..3], [2, 0, 1], "{old} {new}");
    }
    // A case of a select.
    let select = "heading = { $organisation ->\n    [a] Hi\n   *[b] Hello\n }";
    let fixture = Fixture::new().with(ENGLISH, "heading = Hello", select);
    approve(&fixture, &["es"]);
    assert_eq!(counts(&fixture, "es")[0], 3);
    let fixture = fixture.with(ENGLISH, "[a] Hi", "[c] Hi");
    assert_eq!(counts(&fixture, "es")[..2], [2, 1]);
}

#[test]
fn what_a_message_uses_is_of_its_words() {
    let fixture = Fixture::new().with(ENGLISH, "heading = Hello", "heading = Hello { -us }\n-us = we");
    let fixture = fixture.with(SPANISH, "heading = Hola", "heading = Hola { -us }\n-us = nosotras");
    approve(&fixture, &["es"]);
    assert_eq!(counts(&fixture, "es"), [3, 0, 0, 0, 0]);
    let english = fixture.with(ENGLISH, "-us = we", "-us = all of us");
    assert_eq!(counts(&english, "es"), [2, 1, 0, 0, 0]);
    assert!(said(&english, &["status", "--diff"]).contains("-us = [-we-]{+all of us+}"));
    let spanish = english.with(ENGLISH, "-us = all of us", "-us = we").with(SPANISH, "nosotras", "nosotres");
    assert_eq!(counts(&spanish, "es"), [2, 0, 1, 0, 0]);
}

#[test]
fn a_change_is_told_in_both_languages_and_word_by_word() {
    let fixture = approved().with(ENGLISH, "A short", "A brief");
    let check = fixture.run(&["check", "--message-format", "json"]);
    assert_eq!(
        (check.code, check.problems()),
        (0, vec!["locale/outdated locales/es/text.ftl:2:1".to_owned()])
    );
    let labels = check.lines[0]["labels"].as_array().unwrap();
    assert_eq!((labels.len(), &labels[1]["file"], &labels[1]["line"]), (2, &ENGLISH.into(), &2.into()));
    let help = check.lines[0]["help"].as_str().unwrap();
    assert!(help.contains("status --diff es") && help.contains("approve es body"), "{help}");
    // It is still printed.
    assert_eq!(fixture.build(&[]).written.len(), 2);
    let told = said(&fixture, &["status", "--diff", "español"]);
    assert_eq!(
        told,
        "es body: locales/es/text.ftl:2:1, changed in locales/en/text.ftl:2:1\n  A [-short-]{+brief+} \
         <strong>text</strong> of one paragraph.\n"
    );
    let mut forced = program();
    forced.env_remove("NO_COLOR").env("CLICOLOR_FORCE", "1").current_dir(fixture.path());
    let output = forced.args(["status", "--diff"]).output().unwrap();
    let coloured = String::from_utf8(output.stdout).unwrap();
    assert!(coloured.contains("\u{1b}[31m") && coloured.contains("\u{1b}[32m"), "{coloured}");
    assert!(!coloured.contains("[-"), "{coloured}");
    let lines = fixture.run(&["status", "--diff", "--message-format", "json"]).lines;
    assert_eq!(
        (lines.len(), &lines[0]["reason"], &lines[0]["message"]),
        (1, &"outdated".into(), &"body".into())
    );
    let kinds: Vec<&str> =
        lines[0]["changes"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["same", "removed", "added", "same"]);
    assert_eq!(said(&fixture, &["status", "--diff", "en"]), "No message is out of date.\n");
    // Once more approved, it is reviewed; the file says of which words.
    assert_eq!(approve(&fixture, &["es"]).lines[0]["messages"], serde_json::json!(["body"]));
    assert_eq!(counts(&fixture, "es"), [3, 0, 0, 0, 0]);
    assert!(text(&fixture, STATUS).contains("was = \"A brief <strong>text</strong> of one paragraph.\""));
}

#[test]
fn many_changes_are_told_at_once() {
    let fixture = approved().with(ENGLISH, "A short", "A brief").with(ENGLISH, "Hello", "Hi");
    let output = program().current_dir(fixture.path()).arg("check").output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(told.matches("warning[locale/outdated]").count(), 1, "{told}");
    assert!(
        told.contains("2 of 3 messages are out of date") && told.contains("heading (1), body (2)"),
        "{told}"
    );
}

#[test]
fn what_is_final_was_reviewed_as_it_stands() {
    let fixture = Fixture::new();
    let none = fixture.build(&["--final"]);
    assert_eq!((none.code, none.written.len()), (1, 0));
    assert_eq!(codes(&none), ["locale/not-final"; 2]);
    let told: Vec<&str> = none.lines.iter().filter_map(|line| line["message"].as_str()).collect();
    assert_eq!(told[1], "es: 3 messages of small are not final: 3 drafts");
    approve(&fixture, &["es"]);
    let spanish = fixture.build(&["--final"]);
    assert_eq!((spanish.code, spanish.written), (1, vec!["small-es-page-letter.pdf".to_owned()]));
    approve(&fixture, &["en"]);
    assert_eq!((fixture.build(&["--final"]).code, counts(&fixture, "en")), (0, [3, 0, 0, 0, 0]));
    // One of each.
    let changed = fixture.with(ENGLISH, "A short", "A brief").with(SPANISH, "Hola", "Holas");
    fs::remove_dir_all(changed.out()).unwrap();
    let run = changed.build(&["--final", "-l", "es"]);
    assert_eq!((run.code, run.written.len()), (1, 0));
    let errors: Vec<&Value> = run.lines.iter().filter(|line| line["severity"] == "error").collect();
    assert_eq!(
        (errors.len(), errors[0]["message"].as_str()),
        (1, Some("es: 2 messages of small are not final: 1 changed since its review, 1 out of date"))
    );
    let help = errors[0]["help"].as_str().unwrap();
    assert!(help.contains("status --diff es") && help.contains("approve es"), "{help}");
    let missing = changed.with(SPANISH, "heading = Holas\n", "");
    let run = missing.build(&["--final", "-l", "es"]);
    assert_eq!((run.code, run.written.len()), (1, 0));
    let told = run.lines.iter().filter(|line| line["code"] == "locale/not-final");
    let told: Vec<&str> = told.filter_map(|line| line["message"].as_str()).collect();
    assert_eq!(told, ["es: 2 messages of small are not final: 1 missing, 1 out of date"]);
    assert_eq!(missing.run(&["build", "--final", "--proof"]).code, 2);
}

#[test]
fn the_margin_says_draft_until_all_that_is_printed_was_reviewed() {
    let fixture = Fixture::with_gaps(&[]);
    let is_draft = |more: &[&str]| {
        let run = fixture.build(&[&["-l", "es", "--leaflet", "card", "-L", "card"], more].concat());
        assert_eq!(run.code, 0, "{}", run.talk);
        run.artifacts()[0]["draft"] == true
    };
    assert!(is_draft(&[]));
    let run = approve(&fixture, &["es", "--leaflet", "card"]);
    assert_eq!(run.code, 0, "{}", run.talk);
    assert!(!is_draft(&[]) && !is_draft(&["--final"]));
    // The other leaflets of the language are drafts still, and so is what stands beside a draft.
    let run = fixture.build(&["-l", "es", "-L", "letter-fold", "--format", "json"]);
    assert_eq!(run.artifacts()[0]["draft"], true);
    let beside = fixture.build(&["-l", "es", "--with", "en", "--leaflet", "factsheet", "-L", "factsheet"]);
    assert_eq!(beside.artifacts()[0]["draft"], true, "{}", beside.talk);
    let card = "locales/en/card.ftl";
    let english = text(&fixture, card);
    let line = english.lines().find(|line| line.contains(" = ") && !line.contains(['{', '<'])).unwrap();
    let fixture = fixture.with(card, &format!("{line}\n"), &format!("{line} More\n"));
    let run = fixture.build(&["-l", "es", "--leaflet", "card", "-L", "card"]);
    assert_eq!(
        (run.artifacts()[0]["draft"] == true, codes(&run)),
        (true, vec!["locale/outdated".to_owned()])
    );
}

#[test]
fn drafts_are_a_line_of_the_status() {
    let fixture = Fixture::new();
    let told = said(&fixture, &["status"]);
    assert_eq!(told.matches("No message has been reviewed yet").count(), 1, "{told}");
    approve(&fixture, &["es"]);
    let told = said(&fixture, &["status"]);
    assert!(!told.contains("No message has been") && told.contains("reviewed  outdated"), "{told}");
    assert!(fixture.run(&["check", "--message-format", "json"]).problems().is_empty());
}
