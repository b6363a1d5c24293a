//! Proofs: pages with gaps, which are seen and never taken for final text.

use std::fs;

use polyleaf::preflight::{Examination, examine};
use serde_json::Value;

use crate::support::{Fixture, LOCALES, outside};

const GAPS: [&str; 3] = ["cover-subtitle", "act-heading", "law-powers"];

/// The blocks of a placed leaflet, with the text of their lines.
fn blocks(placed: &Value) -> Vec<(Value, String)> {
    let items = |value: &Value, key: &str| value[key].as_array().unwrap().clone();
    let panels = items(placed, "pages").into_iter().flat_map(|page| items(&page, "panels"));
    let blocks = panels.flat_map(|panel| items(&panel, "blocks"));
    blocks
        .map(|block| {
            let lines = items(&block, "lines");
            let text: String = lines.iter().map(|line| line["text"].as_str().unwrap()).collect();
            (block, text)
        })
        .collect()
}

fn placed(fixture: &Fixture, name: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(fixture.out().join(name)).unwrap()).unwrap()
}

#[test]
fn a_gap_is_the_source_language_between_marks_in_every_language() {
    let fixture = Fixture::with_gaps(&GAPS);
    let plain = fixture.build(&["-L", "letter-fold"]);
    assert_eq!(
        (plain.code, plain.written.as_slice()),
        (1, &["factsheet-en-letter-fold-letter.pdf".to_owned()][..])
    );
    let told = plain.lines.iter().filter(|line| line["code"] == "fluent/missing");
    assert!(
        told.clone().count() > 0
            && told.clone().all(|line| line["help"].as_str().unwrap().contains("--proof"))
    );
    let run = fixture.build(&["-L", "letter-fold", "--proof", "--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.talk);
    for locale in LOCALES {
        let name = format!("factsheet-{locale}-letter-fold-letter-proof.json");
        let blocks = blocks(&placed(&fixture, &name));
        for (block, text) in &blocks {
            let is_gap = locale != "en" && GAPS.contains(&block["message"].as_str().unwrap());
            let marked = text.contains("[[") || text.contains("]]");
            assert_eq!(marked, is_gap && !text.is_empty(), "{name}: {text}");
            assert_eq!(block["lang"], if is_gap { "en" } else { locale }, "{name}: {text}");
        }
        assert_eq!(
            blocks.iter().filter(|(_, text)| text.contains("[[")).count(),
            if locale == "en" { 0 } else { 3 }
        );
    }
}

#[test]
fn a_proof_says_so_in_its_margin_and_in_its_name() {
    let fixture = Fixture::with_gaps(&GAPS);
    for (arguments, names) in [
        (&["-l", "th", "-L", "letter-fold"][..], &["factsheet-th-letter-fold-letter-proof.pdf"][..]),
        (&["-l", "ko", "--with", "en", "-L", "factsheet"], &["factsheet-ko+en-factsheet-letter-proof.pdf"]),
        (
            &["-l", "fr", "--large-print", "--leaflet", "factsheet"],
            &["factsheet-fr-booklet-letter-large-proof.pdf"],
        ),
        (
            &["-l", "es", "-L", "letter-fold", "--for", "press,screen", "--ink", "mono"],
            &[
                "factsheet-es-letter-fold-letter-press-mono-proof.pdf",
                "factsheet-es-letter-fold-letter-screen-mono-proof.pdf",
            ],
        ),
    ] {
        let run = fixture.build(&[arguments, &["--proof"]].concat());
        assert_eq!(
            (run.code, run.written.as_slice()),
            (0, &names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>()[..])
        );
        for name in names {
            let bytes = fs::read(fixture.out().join(name)).unwrap();
            let report = examine(&bytes, None, Examination::Whole);
            assert!(!report.has_errors(), "{name}: {:?}", report.findings);
        }
        fs::remove_dir_all(fixture.out()).unwrap();
    }
}

#[test]
fn what_is_copied_is_a_gap_and_a_gap_keeps_its_direction() {
    let ar = "locales/ar/text.ftl";
    let english = "All human beings are born free and equal in dignity and rights. They are endowed with reason and conscience and should act towards one another in a spirit of brotherhood.";
    let own = fs::read_to_string(Fixture::right_to_left().path().join(ar)).unwrap();
    let rights = own.lines().find(|line| line.starts_with("rights-text")).unwrap();
    let fixture = Fixture::right_to_left().with(ar, rights, &format!("rights-text = {english}"));
    let fixture = fixture.with(ar, "act-one = اطلب مترجما.\n", "");
    let run = fixture.build(&["-l", "ar", "--proof", "--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.talk);
    let name = run.written[0].clone();
    let blocks = blocks(&placed(&fixture, &name));
    let gap = |id: &str| blocks.iter().find(|(block, _)| block["message"] == id).unwrap();
    assert_eq!(
        (gap("act-one").0["lang"].as_str(), gap("act-one").1.as_str()),
        (Some("en"), "[[Ask for an interpreter.]]")
    );
    let (block, text) = gap("rights-text");
    assert!(
        block["lang"] == "en" && text.starts_with("[[All human beings") && text.ends_with("]]"),
        "{text}"
    );
    // English starts at the left of its measure, Arabic ends at the right of it.
    let lines = block["lines"].as_array().unwrap();
    let starts: Vec<f64> = lines.iter().map(|line| line["x"].as_f64().unwrap()).collect();
    assert!(starts.iter().all(|x| (x - starts[0]).abs() < 2.0), "{starts:?}");
}

/// What a proof in Arabic says in English stands on lines of its own, not among Arabic words.
#[test]
fn a_proof_that_runs_from_the_right_says_so_on_its_own_line() {
    let fixture = Fixture::right_to_left().with("locales/ar/text.ftl", "who-heading = من نحن\n", "");
    let run = fixture.build(&["-l", "ar", "--proof", "-L", "letter-fold"]);
    assert_eq!((run.code, run.written.len()), (0, 1), "{}", run.talk);
    let mut reader = std::process::Command::new("pdftotext");
    let Some(read) = outside(reader.arg("-layout").arg(fixture.out().join(&run.written[0])).arg("-")) else {
        return;
    };
    let text = String::from_utf8(read.stdout).unwrap();
    // On the cover in two lines, beside the language’s name in English; at the foot in one.
    for words in ["PROOF: 1 of", "messages missing"] {
        let mut lines = text.lines().filter(|line| line.contains(words)).peekable();
        assert!(lines.peek().is_some() && lines.all(|line| !line.contains("العربية")), "{words}: {text}");
    }
}
