//! What reaches a terminal and standard out: nothing that moves the one, and all of it, or another exit code, on the other.

use std::fs::File;
use std::process::{Command, Stdio};

use crate::support::{Fixture, program};

/// Characters that a terminal acts upon, or that turn a line around.
const HARMFUL: &str = "\u{1b}]0;owned\u{7}\u{1b}[2J\u{9b}31m\u{7f}\u{202e}\u{2067}\u{200f}\r";

fn is_harmless(text: &str) -> bool {
    let turns = |c| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !text.chars().any(|c| (c.is_control() && !"\n\t".contains(c)) || turns(c))
}

/// Runs the program and gives what it says on both, checked.
fn said(fixture: &Fixture, arguments: &[&str]) -> String {
    let output = program().current_dir(fixture.path()).args(arguments).output().unwrap();
    let all = [output.stdout, output.stderr].concat();
    let text = String::from_utf8(all).unwrap();
    assert!(is_harmless(&text), "{arguments:?}: {text:?}");
    assert!(!text.is_empty(), "{arguments:?}");
    text
}

#[test]
fn nothing_of_a_project_moves_a_terminal() {
    let escaped: String = HARMFUL.chars().map(|c| format!("\\u{:04x}", u32::from(c))).collect();
    let mut projects = vec![
        Fixture::new().file("locales/es/text.ftl", format!("heading = {HARMFUL} <b>x</b>\nbody {HARMFUL}\n")),
        Fixture::new().file("polyleaf.toml", format!("[project]\nname = \"{HARMFUL}\"\n")),
        Fixture::new().with("polyleaf.toml", "[\"page\"]", &format!("[\"{escaped}\"]")),
        Fixture::new().with("polyleaf.toml", "\"2026-11\"", &format!("\"{escaped}\"")),
        Fixture::new().with("polyleaf.toml", "\"example.org\"", &format!("\"{escaped}\"")),
        Fixture::new()
            .file("locales/es/locale.toml", format!("name = [\"{escaped}\", \"{escaped}\"]\n[sizes]\n")),
    ];
    if cfg!(unix) {
        let plain = HARMFUL.replace('/', "");
        projects.push(Fixture::new().file(&format!("locales/{plain}/a.ftl"), "a = b"));
        projects.push(Fixture::new().file(&format!("layouts/{plain}\n.toml"), "a = b"));
        projects.push(Fixture::new().file(&format!("locales/es/{plain}\n.ftl"), "}"));
    }
    for fixture in &projects {
        for arguments in [
            &["check"][..],
            &["check", "--message-format", "json"],
            &["check", "--format", "github"],
            &["check", "--format", "sarif"],
            &["build", "-L", "all"],
            &["build", "--message-format", "json"],
            &["status"],
            &["status", "--message-format", "json"],
            &["layouts"],
        ] {
            said(fixture, arguments);
        }
    }
}

#[test]
fn no_argument_moves_a_terminal() {
    let fixture = Fixture::new();
    let foreign = format!("x{HARMFUL}\ny");
    for arguments in [
        &[foreign.as_str()][..],
        &["build", &format!("--{foreign}")],
        &["build", "-L", &foreign],
        &["build", "-l", &foreign],
        &["build", "--leaflet", &foreign],
        &["build", "--paper", &foreign],
        &["build", "--for", &foreign],
        &["build", "--jobs", &foreign],
        &["build", "--org", &foreign],
        &["build", "--project", &foreign],
        &["build", "--with", &foreign],
        &["check", &foreign],
        &["layouts", "--dummy", &foreign],
        &["preflight", &foreign],
    ] {
        let said = said(&fixture, arguments);
        assert!(said.lines().all(|line| line != "y"), "{said}");
    }
}

#[test]
fn what_is_pointed_at_stays_so_behind_characters_that_are_not_shown() {
    let fixture = Fixture::new().file("locales/es/text.ftl", "heading = \u{1b}[31m\u{202e}a<b>x\n");
    let said = said(&fixture, &["check"]);
    let lines: Vec<&str> = said.lines().collect();
    let at = lines.iter().position(|line| line.ends_with("^^^ not known")).unwrap();
    assert!(lines[at - 1].contains("heading = ·[31m·a<b>x"), "{said}");
    let column = |line: &str, what: char| line.chars().position(|c| c == what).unwrap();
    assert_eq!(column(lines[at - 1], '<'), column(lines[at], '^'), "{said}");
}

#[test]
fn a_thousand_slips_in_a_message_are_ten_and_a_count() {
    let tags = "<strong>".repeat(1000);
    let fixture =
        Fixture::new().file("locales/es/text.ftl", format!("heading = H\ncall = c\nbody = {tags}\n"));
    let run = fixture.run(&["check", "es", "--message-format", "json"]);
    let more: Vec<_> = run.lines.iter().filter(|line| line["reason"] == "more").collect();
    let told = run.problems().iter().filter(|problem| problem.starts_with("markup/unclosed")).count();
    assert_eq!((told, more.len()), (10, 1));
    assert_eq!(
        (&more[0]["count"], &more[0]["line"], &more[0]["name"]),
        (&990.into(), &3.into(), &"body".into())
    );
    let said = said(&fixture, &["check", "es"]);
    assert!(said.contains("and 990 more errors in message `body` of locales/es/text.ftl"), "{said}");
    assert!(said.contains("1002 errors"), "{said}");
    assert!(said.len() < 20_000 && said.lines().all(|line| line.chars().count() < 200), "{said}");
}

#[test]
fn thousands_of_problems_are_told_in_one_breath() {
    let messages: String = (0..32_000).map(|number| format!("m{number} = {{ $no }}\n")).collect();
    let fixture = Fixture::new();
    let spanish = std::fs::read_to_string(fixture.path().join("locales/es/text.ftl")).unwrap();
    let fixture = fixture.file("locales/es/text.ftl", spanish + &messages);
    let said = said(&fixture, &["check"]);
    assert!(said.contains("32000 errors") && said.contains("and 31800 more errors in locales/es/text.ftl"));
}

/// Every term uses every other: as many circles as nobody could count.
#[test]
fn circles_are_told_of_each_entry_once() {
    let all = |own: usize| {
        (0..200).filter(|other| *other != own).map(|other| format!("{{ -t{other} }}")).collect::<String>()
    };
    let terms: String = (0..200).map(|number| format!("-t{number} = {}\n", all(number))).collect();
    let fixture = Fixture::new();
    let spanish = std::fs::read_to_string(fixture.path().join("locales/es/text.ftl")).unwrap();
    let fixture = fixture.file("locales/es/text.ftl", spanish + &terms);
    let run = fixture.run(&["check", "--message-format", "json"]);
    let circles: Vec<&str> = run
        .lines
        .iter()
        .filter(|line| line["code"] == "fluent/reference")
        .map(|line| line["message"].as_str().unwrap())
        .collect();
    assert!((1..200).contains(&circles.len()), "{}", circles.len());
    assert!(circles.iter().all(|message| message.len() < 200), "{circles:?}");
    assert_eq!(run.code, 1);
}

#[cfg(target_os = "linux")]
#[test]
fn what_can_not_be_printed_is_told_by_the_exit_code() {
    let fixture = Fixture::new();
    assert_eq!(fixture.build(&[]).code, 0);
    let wrong = Fixture::new().without("locales/es/text.ftl");
    let pdf = "out/small-en-page-letter.pdf";
    for (fixture, arguments) in [
        (&fixture, &["build"][..]),
        (&fixture, &["build", "--message-format", "json"]),
        (&fixture, &["check"]),
        (&wrong, &["check", "--message-format", "json"]),
        (&fixture, &["status"]),
        (&fixture, &["layouts"]),
        (&fixture, &["preflight", pdf]),
        (&fixture, &["preflight", "--message-format", "json", pdf]),
        (&fixture, &["preflight", "--clauses"]),
        (&fixture, &["--help"]),
        (&fixture, &["build", "--help"]),
        (&fixture, &["--version"]),
    ] {
        let run = |out: Stdio| {
            let mut child = program();
            let child = child.current_dir(fixture.path()).args(arguments).stdout(out).stderr(Stdio::piped());
            let output = child.spawn().unwrap().wait_with_output().unwrap();
            (output.status.code(), String::from_utf8(output.stderr).unwrap())
        };
        let full = File::options().write(true).open("/dev/full").unwrap();
        let (code, said) = run(full.into());
        assert_eq!(code, Some(3), "{arguments:?} {said}");
        assert!(said.contains("standard out can’t be written"), "{said}");
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let (code, said) = run(writer.into());
        assert_eq!(code, Some(3), "{arguments:?} {said}");
        assert!(!said.contains("standard out"), "{said}");
    }
}

/// Whoever reads standard error may be gone, too.
#[cfg(target_os = "linux")]
#[test]
fn talk_that_nobody_hears_changes_nothing() {
    let full = || File::options().write(true).open("/dev/full").unwrap();
    let fixture = Fixture::new();
    for (arguments, code) in [
        (&["check", "--project", "no"][..], 2),
        (&["build", "--no"], 2),
        (&["preflight", "no.pdf"], 2),
        (&["check", "xx"], 2),
    ] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_polyleaf"));
        let child = child.current_dir(fixture.path()).args(arguments).stdout(Stdio::null()).stderr(full());
        assert_eq!(child.status().unwrap().code(), Some(code), "{arguments:?}");
    }
}

#[test]
fn no_more_threads_are_started_than_have_something_to_do() {
    assert_eq!(Fixture::new().build(&["--jobs", "1000000"]).code, 0);
}
