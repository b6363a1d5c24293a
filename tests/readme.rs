//! The README's commands run as they stand.

use std::fs;

use crate::support::{names, program, root};

/// What stands between two marks, wherever it does.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Vec<&'t str> {
    text.split(start).skip(1).filter_map(|rest| rest.split(end).next()).collect()
}

#[test]
fn each_command_of_the_printing_table_runs() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let commands = between(&readme, "| `polyleaf ", "` |");
    assert!(commands.len() >= 7, "{commands:?}");
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("our.toml"), between(&readme, "```toml\n", "```")[0]).unwrap();
    for command in commands {
        let output = program().current_dir(folder.path()).args(command.split(' ')).output().unwrap();
        assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    }
    // On Letter sixteen factsheets and eight cards, zines and posters each, for an office, for a press and in one ink, and the
    // text of all; eight booklets, half-folds and z-folds each; eight letter-folds for screens; on A4 eight factsheets; eight for phones, and pictures of their
    // thirteen pages; seven beside English; eight in large print; on Tabloid eight zines and posters each; and a blank sheet.
    assert_eq!(
        names(&folder.path().join("out")).len(),
        4 * 40 + 8 + 16 + 8 + 8 + 8 + 8 * 13 + 7 + 8 + 16 + 1
    );
}

#[test]
fn each_file_that_the_readme_names_is_there() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    for target in between(&readme, "](", ")").into_iter().filter(|target| !target.contains("://")) {
        assert!(root().join(target).exists(), "{target}");
    }
}
