//! `export` and `import`: texts to translators and back, in all formats, as their users and their tools treat them.

use std::fs;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::support::{Fixture, Run, program};

mod cells;
mod doubts;
mod garbled;
mod others;
mod refused;
mod round;
mod sides;
mod summary;

/// A project with some of everything: terms, attributes, cases, comments, several files, other line ends.
fn many_things() -> Fixture {
    let manifest = include_str!("fixture/polyleaf.toml").to_owned() + "\n[variables]\napples = 3\n";
    let manifest = manifest.replace("text = \"body\" }", "text = \"body\" },\n  { role = \"paragraph\", text = \"apples\" },\n  { role = \"paragraph\", text = \"where\" }");
    Fixture::new()
        .file("polyleaf.toml", manifest)
        .file("locales/en/text.ftl", ENGLISH)
        .file("locales/es/text.ftl", SPANISH)
}

const ENGLISH: &str = "# The top.\n\n-clinic = The clinic\n\n## What we say\n\n# A greeting.\nheading = Hello\nbody = A short <strong>text</strong> of\n    one paragraph.\n\n    And a second one by { -clinic }.\n# $apples (Number): how many\napples =\n    { $apples ->\n        [one] An apple.\n       *[other] { $apples } apples.\n    }\n# $phone (String): the number\ncall = <a data-l10n-name=\"phone\">{ $phone }</a>\nwhere = We have { $apples ->\n        [one] one place\n       *[other] { $apples } places\n    } here.\n";

const SPANISH: &str = "# Mine.\r\n-clinic = La clínica\r\n\r\n\r\nbody =\r\n    Un <strong>texto</strong> corto de\r\n    un párrafo.\r\n\r\n    Y otro de { -clinic }.\r\n# Ours.\r\nheading   =   Hola\r\napples = { $apples ->\r\n    [one] Una manzana.\r\n   *[other] { $apples } manzanas.\r\n }\r\ncall = <a data-l10n-name=\"phone\">{ $phone }</a>\r\nwhere = Tenemos { $apples ->\r\n        [one] un lugar\r\n       *[other] { $apples } lugares\r\n    } aquí.";

const FORMATS: [&str; 5] = ["xlsx", "csv", "po", "xliff", "xliff2"];

fn extension(format: &str) -> &str {
    if format.starts_with("xliff") { "xlf" } else { format }
}

fn ran(fixture: &Fixture, arguments: &[&str]) -> Run {
    fixture.run(&[arguments, &["--message-format", "json"]].concat())
}

/// What people are told, on both ways out.
fn said(fixture: &Fixture, arguments: &[&str]) -> String {
    let output = program().current_dir(fixture.path()).args(arguments).output().unwrap();
    String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
}

/// Exports Spanish, and gives the file's name.
fn exported(fixture: &Fixture, format: &str) -> String {
    let name = format!("es.{}", extension(format));
    let run = ran(fixture, &["export", "es", "--format", format, "--replace"]);
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    name
}

fn read(fixture: &Fixture, name: &str) -> String {
    fs::read_to_string(fixture.path().join(name)).unwrap()
}

/// What came of a file, in numbers: new, changed, unchanged, empty, refused.
fn counts(run: &Run) -> [u64; 5] {
    let told = run
        .lines
        .iter()
        .find(|line| line["reason"] == "imported")
        .unwrap_or_else(|| panic!("{:?} {}", run.lines, run.talk));
    ["new", "changed", "unchanged", "empty", "refused"].map(|name| told[name].as_u64().unwrap())
}

/// Changes a file of Spanish texts as its format has them, `from` being written as `to`.
fn rewritten(fixture: &Fixture, name: &str, from: &str, to: &str) {
    let path = fixture.path().join(name);
    let bytes = fs::read(&path).unwrap();
    if name.ends_with(".xlsx") {
        fs::write(path, repacked(&bytes, |part| part.replacen(from, to, 1))).unwrap();
        return;
    }
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains(from), "{name}: {text}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

/// A packed file with its parts changed.
fn repacked(file: &[u8], change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        writer.start_file(part.name().unwrap(), SimpleFileOptions::default()).unwrap();
        writer.write_all(change(&text).as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
