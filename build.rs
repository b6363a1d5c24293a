//! Builds the factsheet's project into the binary: a table of all its files with their bytes.

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
    let mut table = String::from("&[\n");
    for file in &files {
        // The compiler is asked for the folder, since one that was moved keeps its table.
        let path = format!("/{file}");
        writeln!(table, "    ({file:?}, include_bytes!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {path:?}))),")
            .expect("a string takes it");
    }
    table.push_str("]\n");
    fs::write(Path::new(&env::var("OUT_DIR").expect("cargo sets it")).join("embedded.rs"), table)
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
