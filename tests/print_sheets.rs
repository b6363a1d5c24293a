//! Print sheets: a page beside each leaflet that says how it is printed, in the language of who prints it.

use std::process::Command;

use polyleaf::WORD_TAGS;

use crate::support::{Fixture, outside, program, root, run_of};

fn build(arguments: &[&str]) -> (tempfile::TempDir, crate::support::Run) {
    let out = tempfile::tempdir().unwrap();
    let mut command = program();
    command.current_dir(root()).args(["build", "--message-format", "json"]).args(arguments);
    let output = command.arg("--out").arg(out.path()).output().unwrap();
    let run = run_of(output, out.path());
    (out, run)
}

/// Every language of words sets a page for each way to fold, and our own examination finds nothing wrong in it.
#[test]
fn a_print_sheet_is_set_in_every_language_for_every_layout() {
    for tag in WORD_TAGS {
        let sheet = format!("--print-sheet={tag}");
        // All layouts of all leaflets in the tallest letters; in the others one that stands and one that lies on its side.
        let asked: &[&str] = if tag == "th" { &[] } else { &["-L", "factsheet,letter-fold"] };
        let (out, run) = build(&[&["-l", "en", &sheet], asked].concat());
        assert_eq!((run.code, run.problems()), (0, vec![]), "{tag}: {}", run.talk);
        for made in run.artifacts() {
            let is_printed = made["layout"] != "phone";
            assert_eq!(made["print_sheet"].is_string(), is_printed, "{made}");
        }
        let sheets: Vec<&String> =
            run.written.iter().filter(|name| name.ends_with("-print-sheet.pdf")).collect();
        let mut command = program();
        command.args(["preflight", "--for", "office", "--message-format", "json"]);
        let examined = command.args(sheets.iter().map(|name| out.path().join(name))).output().unwrap();
        assert!(examined.status.success(), "{tag}: {}", String::from_utf8_lossy(&examined.stdout));
    }
}

#[test]
fn a_print_sheet_says_which_file_and_how() {
    let (out, run) = build(&["-l", "th", "-L", "card", "--paper", "a4", "--print-sheet"]);
    assert_eq!(run.written, ["card-th-card-a4-print-sheet.pdf", "card-th-card-a4.pdf"]);
    let mut reader = Command::new("pdftotext");
    let Some(text) = outside(reader.arg(out.path().join(&run.written[0])).arg("-")) else { return };
    let text = String::from_utf8(text.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "How to print this leaflet",
        "This translation is a draft",
        "Thai",
        "card-th-card-a4",
        "flip on long edge",
        "10 cards of one sheet",
        "Back",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn what_no_office_prints_has_no_print_sheet() {
    for arguments in [&["--for", "press,screen"][..], &["--format", "png"], &["--format", "txt"]] {
        let (_out, run) = build(&[&["-l", "en", "--leaflet", "card", "--print-sheet"], arguments].concat());
        assert_eq!(run.code, 0);
        assert!(run.written.iter().all(|name| !name.contains("print-sheet")), "{:?}", run.written);
    }
}

/// Names and words of a project may hold what means something in Fluent and in TOML.
#[test]
fn odd_words_are_set_as_they_are() {
    let purpose = include_str!("fixture/page.toml").lines().find(|line| line.starts_with("purpose")).unwrap();
    let own = format!("{purpose}\nfinish = 'Fold {{ it }} <twice> & say \"done\".'");
    let fixture = Fixture::new().with("layouts/page.toml", purpose, &own);
    let run = fixture.build(&["--print-sheet"]);
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    assert_eq!(run.written.len(), 4);
}

#[test]
fn a_language_without_words_is_named_with_those_that_have() {
    let output = program().current_dir(root()).args(["build", "--print-sheet=ja"]).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(2) && said.contains("zh-Hant"), "{said}");
}

/// What a print sheet says, in words; `None` where there is no tool to read it with.
fn words_of(out: &std::path::Path, name: &str) -> Option<String> {
    let text = outside(Command::new("pdftotext").arg(out.join(name)).arg("-"))?;
    Some(String::from_utf8(text.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn the_source_language_is_called_no_translation() {
    for (tag, translation) in
        [("en", "translation"), ("es", "traducción"), ("fr", "traduction"), ("zh-Hant", "譯")]
    {
        let sheet = format!("--print-sheet={tag}");
        let (out, run) = build(&["-l", "en,th", "-L", "card", &sheet]);
        let told = |locale: &str| {
            let name = format!("card-{locale}-card-letter-print-sheet.pdf");
            assert!(run.written.contains(&name), "{:?}", run.written);
            words_of(out.path(), &name)
        };
        let Some((source, other)) = told("en").zip(told("th")) else { return };
        assert!(!source.to_lowercase().contains(translation), "{source}");
        assert!(other.to_lowercase().contains(translation), "{other}");
    }
}

#[test]
fn the_language_of_print_sheets_is_told_and_how_another_is_had() {
    let said = |arguments: &[&str]| {
        let out = tempfile::tempdir().unwrap();
        let mut command = program();
        command.current_dir(out.path()).args(["build", "--leaflet", "card", "-L", "card"]).args(arguments);
        String::from_utf8(command.output().unwrap().stdout)
            .unwrap()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let bare = said(&["--print-sheet", "th"]);
    assert!(
        bare.contains("a page in English") && bare.contains("--print-sheet=th writes it in Thai."),
        "{bare}"
    );
    let asked = said(&["--print-sheet=th", "th"]);
    assert!(asked.contains("a page in Thai") && !asked.contains("--print-sheet="), "{asked}");
    let english = said(&["--print-sheet", "en"]);
    assert!(english.contains("a page in English") && !english.contains("--print-sheet="), "{english}");
}
