//! `polyleaf preflight` on what `build` wrote, and on what is no PDF.

use std::process::Command;

use lopdf::{Document, Object};
use serde_json::Value;

use crate::support::{Fixture, Run, outside, program, root, run_of};

const FILE: &str = "out/small-en-page-letter.pdf";

/// A project that was built, and its English file examined.
fn examined(fixture: &Fixture, arguments: &[&str]) -> Run {
    let all = [&["preflight", FILE, "--message-format", "json"], arguments].concat();
    fixture.run(&all)
}

fn built() -> Fixture {
    let fixture = Fixture::new();
    assert_eq!(fixture.build(&["-l", "en"]).code, 0);
    fixture
}

fn checks(run: &Run) -> Vec<&str> {
    let findings = run.lines.iter().filter(|line| line["reason"] == "finding");
    findings.map(|line| line["check"].as_str().unwrap()).collect()
}

fn facts(run: &Run) -> &Value {
    &run.lines.iter().find(|line| line["reason"] == "preflight").unwrap()["facts"]
}

/// Changes the built file as an editor of PDFs would, and saves it.
fn edited(fixture: &Fixture, change: impl FnOnce(&mut Document)) {
    let path = fixture.path().join(FILE);
    let mut document = Document::load(&path).unwrap();
    change(&mut document);
    document.save(&path).unwrap();
}

#[test]
fn what_is_built_is_right_and_tells_nothing() {
    let fixture = built();
    let run = examined(&fixture, &[]);
    let errors: Vec<&Value> = run.lines.iter().filter(|line| line["severity"] == "error").collect();
    assert_eq!((run.code, errors), (0, vec![]));
    let facts = facts(&run);
    assert_eq!(
        (&facts["language"], &facts["pages"][0]["trim"]),
        (&"en".into(), &serde_json::json!([612.0, 792.0]))
    );
    assert!(
        facts["fonts"]
            .as_array()
            .unwrap()
            .iter()
            .all(|font| font["embedded"] == true && font["subset"] == true)
    );
    assert_eq!(facts["smallest"]["measured"], true);

    let run = examined(&fixture, &["--privacy"]);
    assert_eq!((run.code, checks(&run)), (0, vec![]));
    let searched = &self::facts(&run)["searched"];
    assert_eq!(searched["id_is_hash"], true);
    assert!(
        searched["strings"].as_u64().unwrap() > 10 && searched["streams"].as_u64().unwrap() > 5,
        "{searched}"
    );
}

#[test]
fn what_somebody_adds_is_told() {
    let fixture = built();
    edited(&fixture, |document| {
        let info = document.trailer.get(b"Info").unwrap().as_reference().unwrap();
        let info = document.get_dictionary_mut(info).unwrap();
        info.set("Author", Object::string_literal("Ana"));
        info.set("ModDate", Object::string_literal("D:20261105101500-05'00'"));
    });
    let run = examined(&fixture, &["--privacy"]);
    assert_eq!(run.code, 1);
    for check in ["trace/person", "trace/clock", "trace/zone", "trace/id"] {
        assert!(checks(&run).contains(&check), "{check}: {:?}", checks(&run));
    }
    // Programs get what was found as data, too.
    let person = run.lines.iter().find(|line| line["check"] == "trace/person").unwrap();
    let fault = serde_json::json!({ "kind": "person", "place": "info", "name": "Ana" });
    assert_eq!((&person["fault"], &person["message"]), (&fault, &"Info names a person: Ana".into()));
}

#[test]
fn what_an_editor_loses_is_told() {
    let fixture = built();
    edited(&fixture, |document| {
        let catalog = document.catalog_mut().unwrap();
        catalog.remove(b"Lang");
        catalog.remove(b"StructTreeRoot");
        catalog.remove(b"ViewerPreferences");
    });
    // What is not told how it is printed is for a screen, if nobody says otherwise.
    let run = examined(&fixture, &["--for", "office"]);
    for check in ["doc/language", "tag/tagged", "doc/title", "doc/scaling"] {
        assert!(checks(&run).contains(&check), "{check}: {:?}", checks(&run));
    }
    // For a press the same file lacks more.
    let run = examined(&fixture, &["--for", "press"]);
    for check in ["box/bleed", "doc/trapped", "doc/version", "ink/intent", "doc/annotation"] {
        assert!(checks(&run).contains(&check), "{check}: {:?}", checks(&run));
    }
}

#[test]
fn a_file_that_can_not_be_read_is_told_once() {
    let fixture = built().file("none.pdf", "not a PDF").file("cut.pdf", "%PDF-1.7\n1 0 obj");
    let run = fixture.run(&["preflight", "none.pdf", "cut.pdf", FILE, "--message-format", "json"]);
    assert_eq!((run.code, checks(&run)[..2].to_vec()), (1, vec!["file/unreadable"; 2]));
    // One that is not there does not hide the others.
    let run = fixture.run(&["preflight", "nowhere.pdf", "none.pdf", "--message-format", "json"]);
    assert!(run.code == 2 && run.talk.contains("there is no file nowhere.pdf"), "{}", run.talk);
    assert_eq!(checks(&run), vec!["file/unreadable"; 2]);
    assert_eq!(run.lines[0]["file"], "nowhere.pdf");
    assert_eq!(fixture.run(&["preflight"]).code, 2);
}

#[test]
fn people_get_the_facts_first() {
    let fixture = built();
    let output =
        crate::support::program().current_dir(fixture.path()).args(["preflight", FILE]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    for line in
        ["small-en-page-letter.pdf for office", "pages      ", "215.90 × 279.40 mm", "traces     none"]
    {
        assert!(text.contains(line), "{line}: {text}");
    }
    let clauses = fixture.run(&["preflight", "--clauses", "--message-format", "json"]);
    assert!(clauses.lines.len() > 50 && clauses.lines.iter().all(|line| line["held"].is_string()));
}

/// The facts against a program that shares no code with us, where it is installed.
#[test]
fn boxes_and_faces_are_those_that_poppler_sees() {
    let fixture = built();
    let path = fixture.path().join(FILE);
    let Some(output) = outside(Command::new("pdffonts").arg(&path)) else { return };
    let listed = String::from_utf8_lossy(&output.stdout).lines().skip(2).count();
    let run = examined(&fixture, &[]);
    assert_eq!(facts(&run)["fonts"].as_array().unwrap().len(), listed);
    let Some(output) = outside(Command::new("pdfinfo").args(["-box"]).arg(&path)) else { return };
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let trim = text.lines().find_map(|line| line.strip_prefix("TrimBox:")).unwrap();
    let sides: Vec<f64> = trim.split_whitespace().map(|side| side.parse().unwrap()).collect();
    let own = &facts(&run)["pages"][0]["trim"];
    assert!((own[0].as_f64().unwrap() - (sides[2] - sides[0])).abs() < 0.01, "{own} {trim}");
}

/// Whatever a file is for, what it was built for is told from it, and nothing in it is wrong for that.
#[test]
fn the_own_project_is_right_for_all_profiles() {
    let out = tempfile::tempdir().unwrap();
    let folder = out.path().to_str().unwrap();
    for (profile, ink) in [
        ("office", "colour"),
        ("office", "mono"),
        ("press", "colour"),
        ("press", "mono"),
        ("screen", "colour"),
        ("screen", "mono"),
    ] {
        let arguments = [
            "build",
            "-l",
            "en",
            "--for",
            profile,
            "--ink",
            ink,
            "--message-format",
            "json",
            "--out",
            folder,
        ];
        let built = program().current_dir(root()).args(arguments).output().unwrap();
        let built = run_of(built, out.path());
        assert_eq!(built.code, 0, "{}", built.talk);
        let mut files: Vec<_> =
            std::fs::read_dir(out.path()).unwrap().flatten().map(|entry| entry.path()).collect();
        files.retain(|file| file.extension().is_some_and(|extension| extension == "pdf"));
        let examined = program()
            .current_dir(root())
            .args(["preflight", "--message-format", "json"])
            .args(&files)
            .output()
            .unwrap();
        let run = run_of(examined, out.path());
        let reports: Vec<&Value> = run.lines.iter().filter(|line| line["reason"] == "preflight").collect();
        assert!(!reports.is_empty() && reports.len() == files.len(), "{profile} {ink}");
        assert_eq!((run.code, checks(&run)), (0, vec![]), "{profile} {ink}: {:#?}", run.lines);
        for report in reports {
            assert_eq!(report["profile"], profile, "{} {ink}", report["file"]);
        }
        for file in files {
            std::fs::remove_file(file).unwrap();
        }
    }
}
