//! Same input, same bytes: from run to run, with any number of threads, from any folder.

use std::fs;
use std::path::Path;

use crate::support::{build_factsheet, names, program, root};

fn same(one: &Path, other: &Path) {
    let files = names(one);
    assert_eq!(files, names(other));
    assert!(!files.is_empty());
    for file in files {
        assert!(fs::read(one.join(&file)).unwrap() == fs::read(other.join(&file)).unwrap(), "{file} differs");
    }
}

#[test]
fn two_runs_and_any_number_of_threads_write_the_same_bytes() {
    let (first, _) = build_factsheet(&["--jobs", "1"]);
    let (second, _) = build_factsheet(&["--jobs", "2"]);
    let (third, _) = build_factsheet(&["--jobs", "2"]);
    same(first.path(), second.path());
    same(second.path(), third.path());
}

#[test]
fn the_binary_alone_builds_the_same_factsheet_in_an_empty_folder() {
    let (repository, _) = build_factsheet(&["-l", "en", "-l", "th"]);
    let folder = tempfile::tempdir().unwrap();
    let output = program()
        .current_dir(folder.path())
        .args(["build", "--leaflet", "factsheet", "-l", "en,th"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    same(repository.path(), &folder.path().join("out"));
}

#[test]
fn user_home_time_zone_and_language_of_the_machine_change_nothing() {
    let (here, _) = build_factsheet(&["-l", "en,zh-Hant"]);
    let home = tempfile::tempdir().unwrap();
    let output = program()
        .env("USER", "somebody")
        .env("LOGNAME", "somebody")
        .env("HOME", home.path())
        .current_dir(root())
        .env("TZ", "Asia/Seoul")
        .env("LC_ALL", "ko_KR.UTF-8")
        .env("SOURCE_DATE_EPOCH", "1")
        .args(["build", "--leaflet", "factsheet", "-l", "en,zh-Hant", "-o"])
        .arg(home.path().join("out"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    same(here.path(), &home.path().join("out"));
}

/// All strings and streams of a PDF, unpacked.
fn unpacked(bytes: &[u8]) -> String {
    let mut document = lopdf::Document::load_mem(bytes).unwrap();
    document.decompress();
    let mut text = String::from_utf8_lossy(bytes).into_owned();
    for object in document.objects.values() {
        text.push_str(&format!("{object:?}\n"));
        if let Ok(stream) = object.as_stream() {
            text.push_str(&String::from_utf8_lossy(&stream.content));
        }
    }
    text
}

#[test]
fn no_file_tells_where_or_when_it_was_made() {
    let (out, _) = build_factsheet(&["-l", "en", "-l", "ko"]);
    let folder = out.path().to_str().unwrap();
    let user = std::env::var("USER").unwrap_or_else(|_| "nobody-at-all".to_owned());
    for file in names(out.path()) {
        let text = unpacked(&fs::read(out.path().join(&file)).unwrap());
        assert!(text.contains("2026-11-01"), "{file} carries the manifest’s date");
        for trace in [folder, env!("CARGO_MANIFEST_DIR"), "/Users/", "/home/", &format!("/{user}/")] {
            assert!(!text.contains(trace), "{file} holds {trace}");
        }
        // Dates are D:20261101… or 2026-11-01…; no other year since PDF began may follow such a mark.
        for date in text.split("D:").skip(1).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
            assert!(date.starts_with("20261101"), "{file} holds D:{}", &date[..date.len().min(20)]);
        }
    }
}
