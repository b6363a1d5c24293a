//! The README's commands run as they stand.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::support::{LOCALES, names, program, root, run_of};

/// What stands between two marks, wherever it does.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Vec<&'t str> {
    text.split(start).skip(1).filter_map(|rest| rest.split(end).next()).collect()
}

#[test]
fn each_command_of_the_tables_runs() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let commands = between(&readme, "| `polyleaf ", "` |");
    assert!(commands.len() >= 20, "{commands:?}");
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("our.toml"), between(&readme, "```toml\n", "```")[0]).unwrap();
    let mut told = BTreeSet::new();
    for command in &commands {
        let mut run = program();
        run.current_dir(folder.path()).args(command.split(' ')).args(["--message-format", "json"]);
        let run = run_of(run.output().unwrap(), Path::new(""));
        assert_eq!(run.code, 0, "{command}: {}", run.talk);
        let files: Vec<String> = run.artifacts().iter().filter_map(|file| file_name(&file["path"])).collect();
        let writes = command.starts_with("build") || command.contains("--dummy");
        assert_eq!(writes, !files.is_empty(), "{command} writes {files:?}");
        for locale in LOCALES.iter().filter(|_| *command == "build") {
            assert!(files.iter().any(|file| file.starts_with(&format!("factsheet-{locale}-"))), "{locale}");
        }
        told.extend(files);
        told.extend(run.artifacts().iter().filter_map(|file| file_name(&file["print_sheet"])));
    }
    assert_eq!(names(&folder.path().join("out")), told.into_iter().collect::<Vec<_>>());
}

/// The name of a file that is told.
fn file_name(path: &Value) -> Option<String> {
    Some(Path::new(path.as_str()?).file_name()?.to_str()?.to_owned())
}

#[test]
fn each_command_of_the_blocks_runs() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let given = ["polyleaf.toml", "locales", "examples"].map(|name| root().join(name));
    assert!(Command::new("cp").arg("-r").args(given).arg(folder.path()).status().unwrap().success());
    let lines: Vec<&str> = between(&readme, "```sh\n", "```").into_iter().flat_map(str::lines).collect();
    assert!(lines.len() >= 5, "{lines:?}");
    for line in lines {
        let bare = line.strip_prefix("cargo run --release -- ").or_else(|| line.strip_prefix("polyleaf "));
        let (mut command, arguments) = match bare {
            Some(arguments) => (program(), arguments),
            None => (Command::new("cp"), line.strip_prefix("cp ").expect(line)),
        };
        let output = command.current_dir(folder.path()).args(arguments.split(' ')).output().unwrap();
        assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    }
    for (home, written) in [
        ("", "factsheet-vi-letter-fold-letter-proof.pdf"),
        ("our-leaflet", "kitchen-en-half-fold-letter.pdf"),
    ] {
        let out = names(&folder.path().join(home).join("out"));
        assert!(out.iter().any(|name| name == written), "{written} is not among {out:?}");
    }
}

/// The table of how to print has a row for each shipped layout, whose sides and edge are those that the program says.
#[test]
fn the_table_of_printing_has_every_layout_as_it_is_printed() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let table = between(&readme, "**How to print.**", "\n\nEverything")[0];
    let rows: Vec<[&str; 2]> = table
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| line.trim_start_matches("| ").split(" | ").collect::<Vec<_>>())
        .map(|cells| [cells[0], cells[1]])
        .collect();
    let mut run = program();
    run.current_dir(root()).args(["layouts", "--message-format", "json"]);
    let run = run_of(run.output().unwrap(), Path::new(""));
    let mut named = 0;
    for layout in run.lines.iter().filter(|line| line["reason"] == "layout") {
        let name = format!("`{}`", layout["name"].as_str().unwrap());
        let own: Vec<&str> = rows
            .iter()
            .filter(|[names, _]| names.split(", ").any(|own| own == name))
            .map(|row| row[1])
            .collect();
        let expected = match layout["handling"]["sides"].as_str() {
            None => "not at all",
            Some("one") => "on one side",
            Some("both-short") => "on both sides, flip on the **short** edge",
            Some(_) => "on both sides, flip on the **long** edge",
        };
        assert!(own.len() == 1 && own[0].starts_with(expected), "{name}: {own:?}, not {expected}");
        named += 1;
    }
    assert_eq!(rows.iter().map(|[names, _]| names.split(", ").count()).sum::<usize>(), named);
}
