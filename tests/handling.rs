//! What a build says to people: which file, how to print and fold it, what is not written.

use crate::support::{Fixture, program, root};

/// What a build of a project says on standard out, whatever comes of it.
fn said_of(fixture: &Fixture) -> String {
    let output = program().current_dir(fixture.path()).arg("build").output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// What a build of the shipped project says on standard out.
fn said(arguments: &[&str]) -> String {
    let out = tempfile::tempdir().unwrap();
    let mut command = program();
    command
        .current_dir(out.path())
        .arg("build")
        .arg("--project")
        .arg(root())
        .args(["-o", "out"])
        .args(arguments);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn each_layout_says_how_it_is_printed_and_folded() {
    let said = said(&["-l", "en,th", "-L", "letter-fold", "--leaflet", "factsheet", "--paper", "a4"]);
    let expected = "\
factsheet, letter-fold: six panels on one sheet, folded twice like a letter
  A4 paper, both sides, flip on short edge, 100 % (not “fit to page”).
  Fold with the inside up: first the right panel, then the left one over it.
    English   out/factsheet-en-letter-fold-a4.pdf
    Thai ไทย  out/factsheet-th-letter-fold-a4.pdf
These are drafts, not reviewed by their communities; the margins say so.
2 leaflets written into the folder “out”.
";
    assert_eq!(said, expected);
}

#[test]
fn no_line_of_a_build_is_wider_than_a_terminal() {
    for arguments in
        [&[][..], &["--verbose"], &["--for", "press,screen"], &["--press", "riso"], &["--large-print"]]
    {
        let said = said(&[&["-l", "en,zh-Hant"], arguments].concat());
        for line in said.lines().filter(|line| !line.contains("out/")) {
            assert!(line.chars().count() <= 80, "{line}");
        }
    }
}

#[test]
fn sizes_are_told_to_who_asks() {
    let arguments = ["-l", "en", "--leaflet", "card"];
    let plain = said(&arguments);
    assert!(!plain.contains(" pt") && plain.contains("10 cards of one sheet"), "{plain}");
    let verbose = said(&[&arguments[..], &["--verbose"]].concat());
    assert!(verbose.contains("10.50 pt") && verbose.contains("10 cards of one sheet"), "{verbose}");
    assert_eq!(said(&[&arguments[..], &["--quiet"]].concat()), "");
}

#[test]
fn what_is_sent_is_not_said_to_be_printed() {
    let press = said(&["-l", "en", "--leaflet", "card", "--for", "press"]);
    assert!(press.contains("For a print shop: send the files") && !press.contains("flip on"), "{press}");
    let screen = said(&["-l", "en", "--leaflet", "card", "--for", "screen"]);
    assert!(screen.contains("To read on a screen") && !screen.contains("flip on"), "{screen}");
    let pictures = said(&["-l", "en", "--leaflet", "card", "--format", "png"]);
    assert!(pictures.contains("-1.png … -2.png") && !pictures.contains("flip on"), "{pictures}");
}

/// A leaflet that is not written is named at the end, with why, below the errors.
#[test]
fn what_is_not_written_is_named() {
    let long = "word ".repeat(900);
    let fixture = Fixture::new().with("locales/es/text.ftl", "heading = ", &format!("heading = {long}"));
    let said = said_of(&fixture);
    let end: Vec<&str> = said.lines().skip_while(|line| !line.starts_with("Not written, Spanish")).collect();
    assert!(
        end[0].contains("Not written, Spanish: page: ") && end[0].contains("too tall for panel"),
        "{said}"
    );
    assert!(end.last().unwrap().starts_with("1 of 2 leaflets written into"), "{said}");
}

#[test]
fn a_layout_may_say_itself_how_it_is_folded() {
    let purpose = include_str!("fixture/page.toml").lines().find(|line| line.starts_with("purpose")).unwrap();
    let own = format!("{purpose}\nfinish = \"Fold it into a boat.\"");
    let fixture = Fixture::new().with("layouts/page.toml", purpose, &own);
    let said = said_of(&fixture);
    assert!(said.contains("\n  Fold it into a boat.\n"), "{said}");
}
