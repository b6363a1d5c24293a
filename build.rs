//! Builds three tables of files into the binary: the factsheet's project and the one to start from, file by file, and what the program knows of languages.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo sets it");
    let mut files = vec!["polyleaf.toml".to_owned()];
    for folder in ["fonts", "layouts", "locales"] {
        walk(Path::new(&root), folder, &mut files)?;
        println!("cargo:rerun-if-changed={folder}");
    }
    println!("cargo:rerun-if-changed=polyleaf.toml");
    files.retain(|file| wanted(file));
    files.sort();
    write_table("embedded.rs", &files, "include_bytes", |file| file)?;

    let mut start = Vec::new();
    walk(Path::new(&root), START, &mut start)?;
    println!("cargo:rerun-if-changed={START}");
    start.sort();
    write_table("start.rs", &start, "include_bytes", |file| &file[START.len() + 1..])?;

    let mut languages = Vec::new();
    walk(Path::new(&root), LANGUAGES, &mut languages)?;
    println!("cargo:rerun-if-changed={LANGUAGES}");
    languages.retain(|file| file.ends_with(".toml"));
    languages.sort_by_key(|file| tag(file).to_owned());
    write_table("languages.rs", &languages, "include_str", tag)
}

/// The project that `polyleaf new` writes.
const START: &str = "examples/start";

/// Where the files of languages are.
const LANGUAGES: &str = "src/languages";

/// The language that a file is of, by its name.
fn tag(file: &str) -> &str {
    file[LANGUAGES.len() + 1..].trim_end_matches(".toml")
}

/// Writes a table of files with their contents, each under its key.
fn write_table(name: &str, files: &[String], include: &str, key: fn(&str) -> &str) -> io::Result<()> {
    let mut table = String::from("&[\n");
    for file in files {
        // The compiler is asked for the folder, since one that was moved keeps its table.
        let (key, path) = (key(file), format!("/{file}"));
        writeln!(table, "    ({key:?}, {include}!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {path:?}))),")
            .expect("a string takes it");
    }
    table.push_str("]\n");
    fs::write(Path::new(&env::var("OUT_DIR").expect("cargo sets it")).join(name), table)
}

/// Faces of scripts that no shipped locale is written in stay out: a project that needs them has them in its folder.
fn wanted(file: &str) -> bool {
    !file.starts_with("fonts/extra/") && !file.ends_with(".sh") && !file.ends_with("SHA256SUMS")
}

fn walk(root: &Path, folder: &str, files: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
        match entry.file_type()?.is_dir() {
            true => walk(root, &name, files)?,
            false => files.push(name),
        }
    }
    Ok(())
}
