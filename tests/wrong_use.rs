//! Wrong use is answered in words that fit the screen: what is wrong, what was meant, and what to type.

use std::fs;

use crate::support::{Fixture, program};

/// What a command line says, all of it; its exit code.
fn said(fixture: &Fixture, line: &str) -> (String, Option<i32>) {
    let arguments: Vec<&str> = line.split(' ').filter(|word| !word.is_empty()).collect();
    let output = program().current_dir(fixture.path()).args(arguments).output().unwrap();
    (String::from_utf8([output.stdout, output.stderr].concat()).unwrap(), output.status.code())
}

/// Checks that a command line is refused in lines that fit, and that each part is said, on one line or several.
fn refused(fixture: &Fixture, line: &str, parts: &[&str]) {
    let (text, code) = said(fixture, line);
    assert_eq!(code, Some(2), "{line}: {text}");
    let wide: Vec<&str> = text.lines().filter(|line| line.chars().count() > 80).collect();
    assert_eq!(wide, Vec::<&str>::new(), "{line}");
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in parts {
        assert!(flat.contains(part), "{line}: {part:?} is not in\n{text}");
    }
    assert!(text.lines().count() > 1, "{line} says nothing of what to do: {text}");
}

#[test]
fn a_value_that_there_is_not_is_answered_by_the_one_that_was_meant() {
    let fixture = Fixture::empty();
    for (line, parts) in [
        ("build --paper a44", &["did you mean “a4”", "polyleaf build --paper a4", "half-letter, letter"][..]),
        ("build thai --paper 11x17", &["“tabloid”, 11 × 17 in", "polyleaf build thai --paper tabloid"]),
        ("build --paper=US-Letter", &["polyleaf build --paper=letter"]),
        ("build --for printer", &["“office”, an office printer", "polyleaf build --for office"]),
        ("build --for office,printshop", &["polyleaf build --for office,press"]),
        ("build --for Web", &["polyleaf build --for screen"]),
        ("build --for home", &["“office”"]),
        ("build --ink black", &["polyleaf build --ink mono"]),
        ("build --ink B&W", &["polyleaf build --ink mono"]),
        ("build --ink full", &["polyleaf build --ink colour"]),
        ("build --ink clour", &["polyleaf build --ink colour"]),
        ("build --format jpg", &["polyleaf build --format png"]),
        ("build --format DOCX", &["“txt”, the text in reading order", "polyleaf build --format txt"]),
        ("build --format txt,pdf", &["build once for each", "polyleaf build --format txt"]),
        ("build --for print", &["office An office printer", "press A print shop"]),
        ("help bulid", &["did you mean “build”", "polyleaf help build"]),
        ("build -L trifold", &["did you mean “letter-fold”?"]),
        ("build -L fan-fold", &["did you mean “z-fold”?"]),
        ("build rose.toml", &["“rose.toml” is no language", "after --org"]),
        ("check --format jpg", &["--format takes one of", "github Commands"]),
        ("check --format pdf", &["--format takes one of", "sarif SARIF"]),
        ("check --message-format text", &["polyleaf check --message-format human"]),
        ("preflight a.pdf --for web", &["polyleaf preflight a.pdf --for screen"]),
        ("layouts --dummy card --paper ledger", &["--paper tabloid"]),
        ("completions pwsh", &["polyleaf completions powershell"]),
        (
            "build --for xyzzy",
            &["office An office printer", "press A print shop", "screen A screen", "all All three"],
        ),
        ("build --paper xyzzy", &["letter 8.5 × 11 in", "a4 210 × 297 mm"]),
        ("build --ink xyzzy", &["mono Black and its tints"]),
        ("build --paper", &["--paper has no value", "a4 210 × 297 mm"]),
        ("build --org", &["--org has no value; it is written --org <FILE>", "A file whose [organisation]"]),
        ("build --jobs none", &["--jobs takes no “none”", "a whole number, at least 1"]),
        ("build --ppi 9000", &["from 20 to 450"]),
        ("build --print-sheet=xx", &["print sheets are written in en,"]),
        ("build --verbose=3", &["--verbose takes no value", "polyleaf build --verbose"]),
    ] {
        refused(&fixture, line, parts);
    }
}

#[test]
fn an_option_of_another_command_is_told_as_that() {
    let fixture = Fixture::empty();
    for (line, parts) in [
        (
            "check th --leaflet card",
            &[
                "`--leaflet` belongs to build, status",
                "polyleaf build th --leaflet card",
                "polyleaf check th",
            ][..],
        ),
        ("status th --org our.toml", &["`--org` belongs to build", "polyleaf build th --org our.toml"]),
        ("build --clauses", &["`--clauses` belongs to preflight", "polyleaf preflight --clauses"]),
        ("check -L card", &["`-L` belongs to build, status", "polyleaf build -L card"]),
        ("check --layout=card", &["belongs to build, status", "polyleaf build --layout=card"]),
        ("--paper a4 build thai", &["options stand after it", "polyleaf build --paper a4 thai"]),
        ("--leaflet card", &["belongs to build, status", "polyleaf build --leaflet card"]),
        ("build --output x", &["did you mean --out?", "polyleaf build --out x"]),
        ("build --grey th", &["polyleaf build --ink mono th"]),
        ("build --dpi 300 --format png", &["polyleaf build --ppi 300 --format png"]),
        ("build --layuot card", &["polyleaf build --layout card"]),
        ("check --papr a4", &["polyleaf check --paper a4"]),
        (
            "check --leafle card",
            &["did you mean --leaflet, which belongs to build, status, approve, export?"],
        ),
        ("build --frobnicate", &["it takes --project, --locale"]),
        ("build -x", &["it takes --project"]),
        ("man a b", &["“b” is given"]),
        ("preflight --clauses a.pdf", &["polyleaf preflight --clauses", "polyleaf preflight a.pdf"]),
        (
            "build -q th -v",
            &["--quiet can’t stand beside --verbose", "polyleaf build -q th", "polyleaf build th -v"],
        ),
        ("build --proof --proof", &["given twice", "once is enough"]),
        ("build --paper a4 --paper a5", &["given twice", "leave the other out"]),
        ("preflight", &["preflight wants a FILE", "polyleaf preflight out/"]),
        ("layouts --paper a4", &["layouts wants --dummy", "polyleaf layouts --dummy"]),
        ("bulid thai", &["did you mean “build”?", "polyleaf build thai"]),
        ("make thai --paper a4", &["polyleaf build thai --paper a4"]),
        ("inspect a.pdf", &["polyleaf preflight a.pdf"]),
        ("help chekc", &["did you mean “check”?"]),
        ("xyzzy", &["commands are build, check"]),
    ] {
        refused(&fixture, line, parts);
    }
}

#[test]
fn a_file_that_is_not_there_is_answered_by_those_that_are() {
    let organisation =
        "[organisation]\nname = \"N\"\nemail = \"a@b.org\"\nphone = \"604-555-0142\"\nwebsite = \"b.org\"\n";
    for (there, line, parts) in [
        ("our.toml.txt", "build --org our.toml", &["our.toml.txt is there: rename it to our.toml"][..]),
        ("Our.toml", "build --org our.toml", &["Our.toml is there: say --org Our.toml"]),
        ("our.toml", "build --org our", &["our.toml is there: say --org our.toml"]),
        ("our.tml", "build --org our.toml", &["our.tml is there: say --org our.tml"]),
        (
            "chapters/our.toml",
            "build --org chapter/our.toml",
            &["no folder chapter either", "--org chapters/our.toml"],
        ),
        ("theirs.toml", "build --org our.toml", &["files there that end in .toml are theirs.toml"]),
        ("notes.txt", "build --org our.toml", &["no file there ends in .toml"]),
        ("chapters/our.toml.txt", "build --org chapters", &["our.toml.txt is there: rename it to our.toml"]),
        ("chapters/notes.txt", "build --org chapters", &["holds no organisation’s file"]),
        ("flyer.PDF", "preflight flyer.pdf", &["flyer.PDF is there: say flyer.PDF"]),
        ("clinic/polyleaf.toml", "check --project clinc", &["there is no folder clinc", "--project clinic"]),
        ("clinic/polyleaf.toml", "check --project .", &["holds no polyleaf.toml", "--project clinic"]),
        (
            "clinic/polyleaf.toml.txt",
            "check --project clinic",
            &["polyleaf.toml.txt is there: rename it to polyleaf.toml"],
        ),
        ("clinic/polyleaf.toml", "check --project clinic/polyleaf.toml", &["is a file", "--project clinic"]),
        ("notes.txt", "check --project nowhere", &["there is no folder nowhere", "leave --project out"]),
    ] {
        refused(&Fixture::empty().file(there, organisation), line, parts);
    }
    let fixture = Fixture::new().file("layouts/press/shop.toml.txt", "");
    for line in ["build --press shop", "build --press shop.toml", "build --press layouts/press/shop.toml"] {
        refused(&fixture, line, &["layouts/press/shop.toml.txt is there: rename it to shop.toml"]);
    }
}

#[test]
fn quiet_says_only_what_is_wrong() {
    let fixture = Fixture::new();
    fixture.build(&[]);
    let pdf = "out/small-en-page-letter.pdf";
    for line in
        ["build -q", "check -q", "status --quiet", "layouts -q", "layouts --dummy card -q", "man out/man -q"]
    {
        assert_eq!(said(&fixture, line), (String::new(), Some(0)), "{line}");
    }
    assert_eq!(said(&fixture, &format!("preflight -q {pdf}")), (String::new(), Some(0)));
    let (text, code) = said(&fixture, &format!("preflight -q --for press {pdf}"));
    assert!(code == Some(1) && text.contains("error[") && !text.contains("  pages  "), "{text}");
    let gap = fs::read_to_string(fixture.path().join("locales/es/text.ftl"))
        .unwrap()
        .replace("heading =", "other =");
    let fixture = fixture.file("locales/es/text.ftl", gap);
    let (text, code) = said(&fixture, "status -q");
    assert!(code == Some(1) && text.contains("Spanish") && !text.contains("English"), "{text}");
}

#[test]
fn preflight_fits_the_screen() {
    let fixture = Fixture::new();
    fixture.build(&[]);
    let pdf = "out/small-en-page-letter.pdf";
    for line in
        [format!("preflight {pdf}"), format!("preflight --presses {pdf}"), "preflight --clauses".to_owned()]
    {
        let (text, _) = said(&fixture, &line);
        let wide: Vec<&str> = text.lines().filter(|line| line.chars().count() > 80).collect();
        assert_eq!(wide, Vec::<&str>::new(), "{line}");
    }
    let (text, _) = said(&fixture, &format!("preflight {pdf}"));
    let at = text.lines().position(|line| line.starts_with("  searched ")).unwrap();
    // What goes on stands below its fact.
    assert!(text.lines().nth(at + 1).unwrap().starts_with(&" ".repeat(13)), "{text}");
}
