//! The project's faces. A file of the folder that is, by the manifests, the built-in one is not read again.

use std::fs;

use sha2::{Digest, Sha256};

use super::files::Files;
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::font::{FontBook, FontData, FontEntry, FontManifest, FontProblem};
use crate::source::{Sources, Span};

/// Where the font manifest is.
const MANIFEST: &str = "fonts/fonts.toml";

/// Reads the font manifest and lists its faces.
///
/// # Errors
/// `project/unreadable`, `manifest/toml`, `font/no-face`.
pub(super) fn book(
    files: &Files,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Result<FontBook, Reported> {
    let text = files.text(MANIFEST).expect("a font manifest is built in");
    let text = text.map_err(|error| {
        diagnostics.push(Diagnostic::error(Code::Unreadable, format!("{MANIFEST}: {error}")))
    })?;
    let source = sources.add(MANIFEST, text);
    let mut manifest: FontManifest = toml::from_str(&sources.get(source).text).map_err(|error| {
        let wrong = Diagnostic::error(Code::Toml, error.message().trim().replace('\n', "; "));
        diagnostics.push(wrong.label(Span::new(source, error.span().unwrap_or(0..0)), "here"))
    })?;
    // The built-in manifest lists faces that are not built in: a project that uses them has them in its folder.
    if files.on_disk(MANIFEST).is_none() {
        manifest.fonts.retain(|entry| files.has(&format!("fonts/{}", entry.file)));
    }
    if !(1..=10_000).contains(&manifest.fonts.len()) {
        let wrong = Diagnostic::error(Code::NoFace, "the font manifest lists no face, or more than 10,000");
        return Err(diagnostics.push(wrong.label(Span::new(source, 0..0), "add a [[font]] table")));
    }
    let files = files.clone();
    let entries = manifest.fonts.clone();
    Ok(FontBook::new(manifest, Box::new(move |file| read(&files, &entries, file))))
}

fn read(files: &Files, entries: &[FontEntry], file: &str) -> Result<FontData, String> {
    let name = format!("fonts/{file}");
    let entry = entries.iter().find(|entry| entry.file == file);
    if let (Some(entry), Some(path), Some(bytes)) = (entry, files.on_disk(&name), Files::built_in(&name)) {
        let length = fs::metadata(path).map_err(|error| error.to_string())?.len();
        if length == entry.size && built_in_digest(file).as_ref() == Some(&entry.sha256) {
            return Ok(FontData::Static(bytes));
        }
    }
    match files.bytes(&name) {
        Some(bytes) => bytes.map_err(|error| error.to_string()),
        None => Err("there is no such file".to_owned()),
    }
}

/// The digest that the built-in manifest gives for a file.
fn built_in_digest(file: &str) -> Option<String> {
    let text = std::str::from_utf8(Files::built_in(MANIFEST)?).ok()?;
    let manifest: FontManifest = toml::from_str(text).ok()?;
    manifest.fonts.into_iter().find(|entry| entry.file == file).map(|entry| entry.sha256)
}

/// Reads every face and compares every file's digest with the manifest's.
pub(super) fn check(files: &Files, book: &FontBook, diagnostics: &mut Diagnostics) {
    let mut seen: Vec<&str> = Vec::new();
    for id in book.ids() {
        let entry = book.entry(id);
        let name = format!("fonts/{}", entry.file);
        if let Err(problem) = book.face(id) {
            diagnostics.push(problem.diagnostic());
        } else if !seen.contains(&entry.file.as_str())
            && let Some(path) = files.on_disk(&name)
            && let Ok(bytes) = fs::read(path)
            && digest(&bytes) != entry.sha256
        {
            let reason = "its SHA-256 is not the one of the font manifest".to_owned();
            diagnostics.push(FontProblem { file: entry.file.clone(), reason }.diagnostic());
        }
        seen.push(&entry.file);
    }
}

/// SHA-256 in hexadecimal.
pub(super) fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
