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
    assert!(lines.len() >= 6, "{lines:?}");
    for line in lines {
        let bare = line.strip_prefix("cargo run --release -- ").or_else(|| line.strip_prefix("polyleaf "));
        let (mut command, arguments) = match bare {
            Some(arguments) => (program(), arguments),
            None => (Command::new("cp"), line.strip_prefix("cp ").expect(line)),
        };
        let output = command.current_dir(folder.path()).args(arguments.split(' ')).output().unwrap();
        assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    }
    let out = names(&folder.path().join("out"));
    for written in ["factsheet-vi-letter-fold-letter.pdf", "clinic-en-half-fold-letter.pdf"] {
        assert!(out.iter().any(|name| name == written), "{written} is not among {out:?}");
    }
}
