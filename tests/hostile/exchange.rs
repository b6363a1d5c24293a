//! Translators' files that are damaged or mean harm: read as an import reads them, each refusal with a place.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use polyleaf::{Code, ExchangeFormat, Export, Import, Problem, Problems, Project, Selection};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::{Trial, shipped, survive, texts};
use crate::mutate::texts::damaged_text;
use crate::mutate::vocabulary::{EXCHANGE, FLUENT};
use crate::mutate::{PNG, damaged};

/// What is wrong with a file that can't be unpacked, or is of another format: it has no text to point at.
const PLACELESS: [&str; 3] =
    ["can’t be imported: it is", "it can’t be read as an XLSX file", "it unpacks to more than"];

/// The texts of the hostile project in Thai, as they are exported.
fn exported(format: ExchangeFormat) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().to_owned();
    let export = Export { language: "th".to_owned(), format, out, ..Export::default() };
    let told = Project::in_memory(texts::project(0)).export(&export);
    let made = told.made.unwrap_or_else(|| panic!("{}", told.problems));
    fs::read(made.path).unwrap()
}

/// Imports a file into nothing, and says whether nothing was refused.
fn holds(path: &Path, bytes: &[u8]) -> bool {
    fs::write(path, bytes).unwrap();
    let import = Import {
        files: vec![path.to_owned()],
        language: Some("th".to_owned()),
        is_trial: true,
        ..Import::default()
    };
    let told = Project::in_memory(texts::project(0)).import(&import);
    pointed_at(&told.problems);
    !told.problems.has_errors()
}

fn pointed_at(problems: &Problems) {
    let is_placeless = |problem: &Problem<'_>| {
        problem.code == Code::ExchangeFile && PLACELESS.iter().any(|said| problem.message.contains(said))
    };
    let nowhere = problems.iter().find(|problem| problem.places.is_empty() && !is_placeless(problem));
    assert!(nowhere.is_none(), "without a place: {}", nowhere.unwrap());
    let silent = problems.iter().find(|problem| problem.help.is_none());
    assert!(silent.is_none(), "without help: {}", silent.unwrap());
    assert_eq!(problems.to_string().is_empty(), problems.is_empty());
}

/// A path for damaged files of one kind.
fn place(name: &str) -> PathBuf {
    let folder = tempfile::tempdir().unwrap().keep();
    folder.join(name)
}

fn survive_texts(kind: &'static str, name: &'static str, whole: Vec<u8>) {
    let whole = String::from_utf8(whole).unwrap();
    let others =
        [exported(ExchangeFormat::Csv), exported(ExchangeFormat::Po), exported(ExchangeFormat::Xliff)];
    let others = others.map(|bytes| String::from_utf8(bytes).unwrap());
    let path = place(name);
    let folder = path.parent().unwrap().to_owned();
    let make = move |seed| {
        let others: Vec<&str> = others.iter().map(String::as_str).collect();
        damaged_text(seed, &whole, &EXCHANGE, &others)
    };
    survive(Trial { kind, rarity: 1, make, read: move |_, bytes: Vec<u8>| holds(&path, &bytes) });
    fs::remove_dir_all(folder).unwrap();
}

/// Checks the project with another text in the place of one of its languages', and says whether nothing was refused.
fn checks(seed: u64, bytes: Vec<u8>) -> bool {
    let mut files = texts::project(0);
    let name = if seed.is_multiple_of(2) { "locales/th/text.ftl" } else { "locales/en/text.ftl" };
    files.insert(name.to_owned(), bytes);
    let problems = Project::in_memory(files).check(&Selection::default(), None);
    // A file that is no text, and a face that lacks letters, have their own places.
    let nowhere = problems.iter().find(|problem| problem.places.is_empty());
    assert!(nowhere.is_none(), "without a place: {}", nowhere.unwrap());
    !problems.has_errors()
}

#[test]
fn damaged_fluent_files_are_checked_or_pointed_at() {
    let whole = ["th", "en"].map(|tag| shipped(&format!("tests/fixture/hostile/{tag}.ftl")));
    let whole = whole.map(|bytes| String::from_utf8(bytes).unwrap());
    let make = move |seed: u64| {
        let own = &whole[usize::try_from(seed % 2).unwrap()];
        damaged_text(seed, own, &FLUENT, &[&whole[0], &whole[1]])
    };
    survive(Trial { kind: "ftl", rarity: 1, make, read: checks });
}

#[test]
fn damaged_po_files_are_read_or_pointed_at() {
    survive_texts("po", "th.po", exported(ExchangeFormat::Po));
}

#[test]
fn damaged_po_files_of_others_are_read_or_pointed_at() {
    survive_texts("po of others", "others.po", shipped("tests/fixture/exchange/weblate.po"));
}

#[test]
fn damaged_csv_files_are_read_or_pointed_at() {
    survive_texts("csv", "th.csv", exported(ExchangeFormat::Csv));
}

#[test]
fn damaged_xliff_files_are_read_or_pointed_at() {
    survive_texts("xliff 1.2", "th.xlf", exported(ExchangeFormat::Xliff));
}

#[test]
fn damaged_xliff_2_files_are_read_or_pointed_at() {
    survive_texts("xliff 2.1", "th2.xlf", exported(ExchangeFormat::Xliff2));
}

/// The parts of a packed file, unpacked.
fn parts(file: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    let count = archive.len();
    let part = |at: usize| {
        let mut part = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        (part.name().unwrap().into_owned(), bytes)
    };
    (0..count).map(part).collect()
}

fn packed(parts: &[(String, Vec<u8>)], method: CompressionMethod) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, bytes) in parts {
        writer.start_file(name.as_str(), options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn damaged_spreadsheets_are_read_or_pointed_at() {
    let whole = exported(ExchangeFormat::Xlsx);
    let inside = parts(&whole);
    let path = place("th.xlsx");
    let folder = path.parent().unwrap().to_owned();
    let make = move |seed: u64| {
        // One in four is damaged from outside, which its sums mostly tell.
        if seed.is_multiple_of(4) {
            return damaged(seed, &whole, &PNG);
        }
        let mut parts = inside.clone();
        let chosen: Vec<usize> = (0..parts.len())
            .filter(|at| {
                ["sheet1", "sharedStrings", "workbook", "styles", "Types"]
                    .iter()
                    .any(|name| parts[*at].0.contains(name))
            })
            .collect();
        let at = chosen[usize::try_from(seed / 4).unwrap() % chosen.len()];
        let text = String::from_utf8(parts[at].1.clone()).unwrap();
        parts[at].1 = damaged_text(seed, &text, &EXCHANGE, &[&text]);
        packed(&parts, CompressionMethod::Stored)
    };
    survive(Trial { kind: "xlsx", rarity: 1, make, read: move |_, bytes: Vec<u8>| holds(&path, &bytes) });
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn what_unpacks_without_end_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut inside = parts(&exported(ExchangeFormat::Xlsx));
    inside.push(("xl/media/image1.png".to_owned(), vec![0; 80 << 20]));
    let bomb = packed(&inside, CompressionMethod::Deflated);
    assert!(bomb.len() < 1 << 20);
    assert!(!holds(&folder.path().join("bomb.xlsx"), &bomb));
    // A cell at the far end of a sheet takes no memory.
    inside.pop();
    for far in ["XFD1048576", "A1048576", "ZZZZZZZ99999999999", "XFD1"] {
        let mut far_away = inside.clone();
        let sheet = far_away.iter_mut().find(|(name, _)| name.contains("sheet1")).unwrap();
        let text = String::from_utf8(sheet.1.clone()).unwrap();
        sheet.1 = text.replacen("r=\"D2\"", &format!("r=\"{far}\""), 1).into_bytes();
        assert!(
            !holds(&folder.path().join("far.xlsx"), &packed(&far_away, CompressionMethod::Stored)),
            "{far}"
        );
    }
    let wide = format!("context,target\n{}\n", ",".repeat(1_000_000));
    assert!(!holds(&folder.path().join("wide.csv"), wide.as_bytes()));
    let long = "context,target\n".to_owned() + &"title,x\n".repeat(100_000);
    assert!(!holds(&folder.path().join("long.csv"), long.as_bytes()));
}
