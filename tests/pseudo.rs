//! Pseudo-languages: the English made longer and taller, built where somebody asks for it and nowhere else.

use std::fs;

use serde_json::Value;

use crate::support::{Fixture, Run, build_factsheet, outside, program, root, run_of};

const TAGS: [&str; 3] = ["qps-ploc", "qps-plocc", "qps-plocm"];

fn build(arguments: &[&str]) -> (tempfile::TempDir, Run) {
    let out = tempfile::tempdir().unwrap();
    let mut command = program();
    command.current_dir(root()).args(["build", "--message-format", "json", "--out"]).arg(out.path());
    let output = command.args(arguments).output().unwrap();
    let run = run_of(output, out.path());
    (out, run)
}

/// What does not fit is told as in any language; nothing else is wrong, and no face lacks a letter.
#[test]
fn every_leaflet_is_set_in_every_layout_or_told_not_to_fit() {
    let (_out, run) = build(&["-l", &TAGS.join(","), "-L", "all", "--format", "json"]);
    let problems = run.problems();
    let codes = problems.iter().map(|told| told.split(' ').next().unwrap());
    assert!(codes.clone().all(|code| code == "fit/overset" || code == "fit/not-parallel"), "{problems:?}");
    assert_eq!(run.code, i32::from(!problems.is_empty()), "{}", run.talk);
    let (_out, english) = build(&["-l", "en", "-L", "all", "--format", "json"]);
    for tag in TAGS {
        let told = |reason: &str| {
            let of = |line: &&Value| line["reason"] == reason && line["locale"] == *tag;
            run.lines.iter().filter(of).count()
        };
        assert_eq!(told("artifact") + told("unmade"), english.artifacts().len(), "{tag}");
        assert!(told("artifact") * 10 >= english.artifacts().len() * 8, "{tag}: {problems:?}");
        assert!(run.written.iter().any(|name| *name == format!("factsheet-{tag}-letter-fold-letter.json")));
    }
}

#[test]
fn every_message_is_there_and_a_third_longer() {
    let languages = ["en", TAGS[0], TAGS[1], TAGS[2]].join(",");
    let (out, run) = build_factsheet(&["-l", &languages, "-L", "factsheet", "--format", "txt"]);
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    let text = |tag: &str| {
        fs::read_to_string(out.path().join(format!("factsheet-{tag}-factsheet-letter.txt"))).unwrap()
    };
    let english = text("en");
    let percent = |text: &str| text.chars().count() * 100 / english.chars().count();
    for tag in TAGS {
        let made = text(tag);
        assert_eq!(made.lines().count(), english.lines().count(), "{tag}");
        assert!((133..=139).contains(&percent(&made)), "{tag}: {} %", percent(&made));
        // What nobody translates is as it was.
        for kept in ["416-906-3098", "cswbutterfly@gmail.com", "butterflysw.org", "Butterfly"] {
            assert_eq!(made.matches(kept).count(), english.matches(kept).count(), "{tag}: {kept}");
        }
        assert!(!made.contains("the "), "{tag}");
    }
    let longest = |tag: &str| text(tag).split_whitespace().map(|word| word.chars().count()).max();
    assert!(longest("qps-plocc") >= Some(16));
}

#[test]
fn mirrored_pages_are_those_of_the_others_from_the_right() {
    let (out, run) = build_factsheet(&["-l", "qps-ploc,qps-plocm", "-L", "letter-fold", "--format", "json"]);
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    let pages = |tag: &str| -> Value {
        let name = format!("factsheet-{tag}-letter-fold-letter.json");
        serde_json::from_str(&fs::read_to_string(out.path().join(name)).unwrap()).unwrap()
    };
    let (plain, mirrored) = (pages("qps-ploc"), pages("qps-plocm"));
    let mut met = 0;
    for (one, other) in plain["pages"].as_array().unwrap().iter().zip(mirrored["pages"].as_array().unwrap()) {
        let width = one["width_pt"].as_f64().unwrap();
        for panel in one["panels"].as_array().unwrap() {
            let twin = other["panels"]
                .as_array()
                .unwrap()
                .iter()
                .find(|twin| twin["panel"] == panel["panel"] && twin["place"] == panel["place"]);
            let Some(twin) = twin else { continue };
            let place = |panel: &Value, key: &str| panel[key].as_f64().unwrap();
            let turned = width - place(panel, "x") - place(panel, "w");
            assert!((turned - place(twin, "x")).abs() < 0.01, "{panel} {twin}");
            met += 1;
        }
    }
    assert!(met >= 6);
}

/// Each says on its pages that nobody is to read it, and a language beside it stands as it does alone.
#[test]
fn they_are_marked_and_change_nothing_for_others() {
    let (out, run) = build_factsheet(&["-l", "th,qps-ploc", "-L", "letter-fold"]);
    assert_eq!(
        run.written,
        ["factsheet-qps-ploc-letter-fold-letter.pdf", "factsheet-th-letter-fold-letter.pdf"]
    );
    let (alone, _) = build_factsheet(&["-l", "th", "-L", "letter-fold"]);
    let thai = |folder: &tempfile::TempDir| fs::read(folder.path().join(&run.written[1])).unwrap();
    assert!(thai(&out) == thai(&alone));
    let mut reader = std::process::Command::new("pdftotext");
    let Some(read) = outside(reader.arg(out.path().join(&run.written[0])).arg("-")) else { return };
    let text = String::from_utf8(read.stdout).unwrap();
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("PSEUDO qps-ploc: not for readers"), "{words}");
}

#[test]
fn nobody_meets_them_who_does_not_name_them() {
    let fixture = Fixture::new();
    let all = fixture.build(&["all"]);
    assert_eq!(all.written, ["small-en-page-letter.pdf", "small-es-page-letter.pdf"], "{}", all.talk);
    let with = fixture.build(&["-l", "all,QPS-Ploc", "--clean"]);
    assert_eq!(with.written.len(), 3, "{:?}", with.written);
    let checked = fixture.run(&["check", "qps-ploc qps-plocm", "qps-plocc"]);
    assert_eq!(checked.code, 0, "{}", checked.talk);
    let status = fixture.run(&["status", "--message-format", "json"]);
    assert!(!status.lines.iter().any(|line| line.to_string().contains("qps")));
    assert!(!fixture.path().join("locales/qps-ploc").exists());
    for (arguments, said) in [
        (&["status", "qps-ploc"][..], "build and check alone make it"),
        (&["status", "--diff", "qps-ploc"], "build and check alone make it"),
        (&["approve", "qps-ploc", "--by", "Ana"], "build and check alone make it"),
        (&["add-locale", "qps-plocm"], "made by the program"),
        (&["build", "qps"], "pseudo-languages are qps-ploc, qps-plocm, qps-plocc"),
        (&["build", "ploc"], "pseudo-languages are qps-ploc, qps-plocm, qps-plocc"),
        (&["check", "qps-plock"], "pseudo-languages are qps-ploc, qps-plocm, qps-plocc"),
    ] {
        let run = fixture.run(arguments);
        let talk = run.talk.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(run.code != 0 && talk.contains(said), "{arguments:?}: {talk}");
    }
    assert!(!fixture.path().join("locales/qps-plocm").exists());
    let own = fixture.file("locales/qps-ploc/text.ftl", "heading = x\n");
    let run = own.run(&["check", "--message-format", "json"]);
    let told = run.lines.iter().filter(|line| line["code"] == "locale/tag").count();
    assert_eq!((run.code, told), (1, 1), "{}", run.talk);
}
