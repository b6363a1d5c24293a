//! Reviews on paper: source and translation side by side, whatever state the translation is in.

use std::fs;
use std::process::Command;

use crate::support::{Fixture, Run, build_factsheet, outside, program};
use crate::tag_tree::{Element, Kid, tree};

fn reviewed(fixture: &Fixture, arguments: &[&str]) -> Run {
    let run = fixture.build(&[&["-L", "review"], arguments].concat());
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    run
}

fn text(fixture: &Fixture, language: &str) -> String {
    reviewed(fixture, &["-l", language, "--format", "txt"]);
    fs::read_to_string(fixture.out().join(format!("card-{language}-review-a4.txt"))).unwrap()
}

/// Whether lines follow each other in a text.
fn follow(text: &str, lines: &[&str]) -> bool {
    text.contains(&(lines.join("\n") + "\n"))
}

#[test]
fn every_message_stands_beside_its_translation_and_says_how_it_is() {
    let text = text(&Fixture::under_review(), "es");
    for lines in [
        &["Texts: 8   Drafts: 3   Out of date: 3   Not translated: 1"][..],
        &[
            "the source changed since then · el original cambió desde entonces",
            "You can may stay here",
            "Puede quedarse",
        ],
        &["changed since it was approved · cambió desde que se aprobó", "Help", "Ayuda ahora"],
        &["help-law", "draft · borrador", "The Act protects you.", "La Ley le protege."],
        &["help-new", "Nobody has translated this.", "Not translated yet · Todavía sin traducir"],
        &["This is torn.", "help-torn = Roto { $"],
    ] {
        assert!(follow(&text, lines), "{lines:?}\n{text}");
    }
    assert!(text.starts_with("Review of a translation · Revisión de una traducción\nSpanish · Español\n"));
}

/// What is put in is that of the leaflet, terms and numbers too; each case has a row, also one that a language has alone.
#[test]
fn each_case_of_a_select_is_a_row_of_its_own() {
    let text = text(&Fixture::under_review(), "es");
    for lines in [
        [
            "case $hours: one · caso $hours: one",
            "We call back within in an hour.",
            "Le llamamos en una hora.",
        ],
        [
            "case $hours: other · caso $hours: other",
            "We call back within 24 hours.",
            "Le llamamos en 24 horas.",
        ],
        [
            "case $hours: many · caso $hours: many",
            "This language has no such case · Este idioma no tiene este caso",
            "Le llamamos en 24 de horas.",
        ],
    ] {
        assert!(follow(&text, &lines), "{lines:?}\n{text}");
    }
    assert!(
        text.contains(
            "Call Open Door at 604-555-0100. The call is costs free nothing.\nLlame a Open Door al"
        ),
        "{text}"
    );
}

#[test]
fn a_review_that_holds_is_told_with_who_and_until_when() {
    let fixture = Fixture::new();
    let until = ["--by", "Ana Flores", "--until", "2026-12", "--date", "2026-10-01"];
    fixture.run(&[&["approve", "es"], &until[..]].concat());
    let of = |fixture: &Fixture| {
        reviewed(fixture, &["-l", "es", "--format", "txt"]);
        fs::read_to_string(fixture.out().join("small-es-review-letter.txt")).unwrap()
    };
    let approved = "approved by Ana Flores · aprobado por Ana Flores\nuntil 2026-12 · hasta 2026-12\n";
    let text = of(&fixture);
    assert_eq!((text.matches(approved).count(), text.contains("run out")), (3, false), "{text}");
    let later = fixture.with("polyleaf.toml", "2026-11", "2027-01");
    // What is past is a warning of the language, which a review shows.
    let text = of(&later);
    assert_eq!(text.matches("the approval has run out · la aprobación ya venció\n").count(), 3, "{text}");
}

/// Each table has rows of four cells with a head, and our own examination finds nothing.
#[test]
fn a_review_is_a_table_for_who_hears_it() {
    let fixture = Fixture::under_review();
    let run = reviewed(&fixture, &["-l", "es,ar"]);
    assert_eq!(run.written, ["card-ar-review-a4.pdf", "card-es-review-a4.pdf"]);
    for name in &run.written {
        let path = fixture.out().join(name);
        let mut rows = Vec::new();
        let tree = tree(&fs::read(&path).unwrap());
        gather(&tree, "TR", &mut rows);
        let kinds = |row: &&Element| -> Vec<String> {
            row.kids
                .iter()
                .filter_map(|kid| match kid {
                    Kid::Element(cell) => Some(cell.kind.clone()),
                    _ => None,
                })
                .collect()
        };
        let heads = rows.iter().filter(|row| kinds(row) == ["TH"; 4]).count();
        let plain = rows.iter().filter(|row| kinds(row) == ["TH", "TD", "TD", "TD"]).count();
        assert_eq!((heads, heads + plain), (2, rows.len()), "{name}");
        let examined = program().args(["preflight", "--for", "office"]).arg(&path).output().unwrap();
        let said = String::from_utf8_lossy(&examined.stdout).into_owned();
        assert!(examined.status.success() && said.contains("no problems"), "{said}");
    }
}

fn gather<'t>(element: &'t Element, kind: &str, found: &mut Vec<&'t Element>) {
    for kid in &element.kids {
        if let Kid::Element(own) = kid {
            if own.kind == kind {
                found.push(own);
            }
            gather(own, kind, found);
        }
    }
}

/// An outside reader finds both columns, each in its order.
#[test]
fn both_columns_can_be_read_from_the_file() {
    let (out, run) = build_factsheet(&["-l", "ko", "-L", "review", "--paper", "a4"]);
    assert_eq!(
        (run.code, run.written.as_slice()),
        (0, &["factsheet-ko-review-a4.pdf".to_owned()][..]),
        "{}",
        run.talk
    );
    let mut reader = Command::new("pdftotext");
    reader.arg("-raw").arg(out.path().join(&run.written[0])).arg("-");
    let Some(read) = outside(&mut reader) else { return };
    let read: String = String::from_utf8(read.stdout).unwrap().split_whitespace().collect();
    let folder = crate::support::root().join("locales");
    for (tag, id) in [("en", "who-lead"), ("ko", "who-lead"), ("en", "law-lead"), ("ko", "law-lead")] {
        let text = fs::read_to_string(folder.join(tag).join("factsheet.ftl")).unwrap();
        let line = text.lines().find_map(|line| line.strip_prefix(&format!("{id} = "))).unwrap().to_owned();
        let words: String = line.split_whitespace().collect();
        assert!(read.contains(&words), "{tag} {id}: {words}");
    }
    assert!(read.contains("1/") && read.contains("factsheet:Korean·한국어"), "{read}");
}

#[test]
fn a_row_that_no_page_holds_goes_on_in_the_next_one() {
    let long = "Nobody is turned away. ".repeat(400);
    let fixture = Fixture::under_review().with("locales/en/text.ftl", "A short one.", &long).with(
        "locales/es/text.ftl",
        "Corto.",
        &"Nadie se queda fuera. ".repeat(400),
    );
    let run = reviewed(&fixture, &["-l", "es"]);
    assert!(run.artifacts()[0]["pages"].as_u64().unwrap() >= 5);
    let mut rows = Vec::new();
    let bytes = fs::read(fixture.out().join("card-es-review-a4.pdf")).unwrap();
    let tree = tree(&bytes);
    gather(&tree, "TR", &mut rows);
    let words = |element: &Element| {
        fn add(element: &Element, words: &mut String) {
            for kid in &element.kids {
                match kid {
                    Kid::Element(own) => add(own, words),
                    Kid::Text(text) => words.push_str(text),
                    Kid::Area(_) => {}
                }
            }
        }
        let mut words = String::new();
        add(element, &mut words);
        words
    };
    let last = words(rows.last().unwrap());
    assert_eq!((last.matches("turned").count(), last.matches("fuera").count()), (400, 400));
}

#[test]
fn what_a_review_can_not_be_is_refused_in_a_line() {
    let fixture = Fixture::new();
    for (arguments, code) in [
        (&["-l", "es", "--for", "press"][..], "layout/paper"),
        (&["-l", "es", "--paper", "a3"], "layout/paper"),
        (&["-l", "es", "--with", "en"], "locale/partner"),
        (&["-l", "es", "--large-print"], "layout/no-form"),
        (&["-l", "es", "--final"], "locale/not-final"),
        (&["-l", "en"], "locale/partner"),
    ] {
        let run = fixture.build(&[&["-L", "review"], arguments].concat());
        let codes: Vec<&str> = run.lines.iter().filter_map(|line| line["code"].as_str()).collect();
        assert_eq!((run.code, codes, run.written.len()), (2, vec![code], 0), "{arguments:?}: {}", run.talk);
    }
    let both = fixture.build(&["-l", "en,es", "-L", "review"]);
    assert_eq!((both.code, both.written.as_slice()), (0, &["small-es-review-letter.pdf".to_owned()][..]));
    assert!(both.lines.iter().any(|line| line["code"] == "locale/partner" && line["severity"] == "warning"));
}

/// It is no layout: nothing but a build that names it knows it.
#[test]
fn a_review_is_made_where_it_is_asked_for_alone() {
    let fixture = Fixture::new();
    let all = fixture.build(&["-L", "all", "-l", "es"]);
    assert!(!all.written.iter().any(|name| name.contains("review")), "{:?}", all.written);
    let both = fixture.build(&["-L", "page,Review", "-l", "es", "--clean"]);
    assert_eq!(both.written, ["small-es-page-letter.pdf", "small-es-review-letter.pdf"], "{}", both.talk);
    let clean = fixture.build(&["-L", "page", "-l", "es", "--clean"]);
    assert_eq!(clean.written, ["small-es-page-letter.pdf"], "{}", clean.talk);
    for command in [&["status", "-L", "review"][..], &["layouts", "--dummy", "review"]] {
        let run = fixture.run(&[command, &["--message-format", "json"]].concat());
        assert!(
            run.lines.iter().any(|line| line["code"] == "project/unknown-layout"),
            "{command:?}: {:?}",
            run.lines
        );
    }
    let listed = fixture.run(&["layouts"]);
    assert_eq!(listed.code, 0);
    let output = program().current_dir(fixture.path()).arg("layouts").output().unwrap();
    assert!(
        String::from_utf8_lossy(&output.stdout).contains("-L review: source and translation side by side")
    );
    let page = fs::read_to_string(fixture.path().join("layouts/page.toml")).unwrap();
    let named = fixture.file("layouts/review.toml", page);
    for command in [&["build", "--out", "out"][..], &["check"]] {
        let run = named.run(&[command, &["--message-format", "json"]].concat());
        let wrong: Vec<&str> = run
            .lines
            .iter()
            .filter_map(|line| line["message"].as_str())
            .filter(|said| said.contains("layouts/review.toml"))
            .collect();
        assert_eq!((run.code, wrong.len()), (1, 1), "{command:?}");
    }
}
