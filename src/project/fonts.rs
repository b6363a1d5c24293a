//! The project's faces. A file of the folder that is, by the manifests, the built-in one is not read again.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::{IntoParallelIterator, ParallelIterator};
use sha2::{Digest, Sha256};

use super::disk::FileFault;
use super::files::{Files, Intake};
use crate::characters::script_name;
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::font::{FontBook, FontData, FontFault, FontId, FontManifest, FontProblem};
use crate::source::{Sources, Span};
use crate::spec::read_toml;

/// Where the font manifest is.
const MANIFEST: &str = "fonts/fonts.toml";

/// Reads the font manifest and lists its faces.
///
/// # Errors
/// `project/unreadable`, `manifest/toml`, `font/no-face`.
pub(super) fn read_book(intake: &mut Intake<'_>) -> Result<FontBook, Reported> {
    let source = intake.source(MANIFEST).expect("a font manifest is built in")?;
    let mut manifest: FontManifest = read_toml(source, intake.sources, intake.diagnostics)?;
    let files = intake.files.clone();
    let shipped = Files::built_in(MANIFEST) == Some(intake.sources.get(source).text.as_bytes());
    // The built-in manifest lists faces that are not built in: a project that uses them has them in its folder.
    if files.own_file(MANIFEST).is_none() {
        manifest.fonts.retain(|entry| files.has(&format!("fonts/{}", entry.file)));
    }
    if !(1..=10_000).contains(&manifest.fonts.len()) {
        let wrong = Diagnostic::new(Code::NoFace, "the font manifest lists no face, or more than 10,000");
        let wrong = wrong
            .label(Span::new(source, 0..0), "in this file")
            .help("add a [[font]] table for each face, or remove the file, for the faces that are built in");
        return Err(intake.diagnostics.error(wrong));
    }
    // Where the manifest is the shipped one, a file of the size that it gives is taken for the built-in one.
    let sizes: BTreeMap<String, u64> =
        manifest.fonts.iter().map(|font| (font.file.clone(), font.size)).collect();
    let known = if shipped { sizes } else { BTreeMap::new() };
    let load = move |file: &str| read_face(&files, known.get(file).copied(), file);
    Ok(FontBook::new(manifest, Box::new(load)))
}

/// The families of a project's faces, in order, each once; none where their list can't be read.
pub fn families(files: &Files) -> Vec<String> {
    let (mut sources, mut unheard) = (Sources::default(), Diagnostics::default());
    let mut intake = Intake { files, sources: &mut sources, diagnostics: &mut unheard };
    let book = read_book(&mut intake);
    let families: BTreeSet<String> =
        book.iter().flat_map(|book| book.families().map(str::to_owned)).collect();
    families.into_iter().collect()
}

/// What to do where no face is made for a script.
pub(super) fn script_help(script: &str) -> String {
    let ready = lists_script(script);
    if ready.is_empty() {
        return format!(
            "put font files that have {} letters into fonts, and list them in fonts/fonts.toml, as the one of \
             polyleaf’s own repository shows",
            script_name(script)
        );
    }
    let ready: Vec<String> = ready.iter().map(|file| format!("fonts/{file}")).collect();
    format!("copy from polyleaf’s own repository into the same places of this project: {}", ready.join(", "))
}

/// The files of the built-in list that are made for a script, built in or not.
fn lists_script(script: &str) -> BTreeSet<String> {
    let text = Files::built_in(MANIFEST).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let (mut sources, mut unheard) = (Sources::default(), Diagnostics::default());
    let source = sources.add(MANIFEST, text.unwrap_or_default());
    let listed: Result<FontManifest, Reported> = read_toml(source, &sources, &mut unheard);
    let faces = listed.into_iter().flat_map(|manifest| manifest.fonts);
    faces.filter(|face| face.scripts.iter().any(|known| known == script)).map(|face| face.file).collect()
}

/// The bytes of a face's file. `size` is that of the built-in file where the two may be taken for one another.
fn read_face(files: &Files, size: Option<u64>, file: &str) -> Result<FontData, FontFault> {
    let unreadable = |fault: FileFault| FontFault::Unreadable(fault.to_string());
    let name = format!("fonts/{file}");
    if let (Some(size), Some(own), Some(bytes)) = (size, files.own_file(&name), Files::built_in(&name))
        && own.length().map_err(unreadable)? == size
    {
        return Ok(FontData::Static(bytes));
    }
    files.bytes(&name).ok_or(FontFault::Missing)?.map_err(unreadable)
}

/// Reads every face and compares every file's digest with the manifest's, several at a time.
pub(super) fn check_faces(files: &Files, book: &FontBook) -> Diagnostics {
    let mut seen = BTreeSet::new();
    let faces: Vec<(FontId, bool)> =
        book.ids().map(|id| (id, seen.insert(book.entry(id).file.as_str()))).collect();
    let problems: Vec<FontProblem> =
        faces.into_par_iter().filter_map(|(id, is_first)| face_problem(files, book, id, is_first)).collect();
    let mut diagnostics = Diagnostics::default();
    for problem in problems {
        diagnostics.error(problem.diagnostic());
    }
    diagnostics
}

/// What is wrong with a face; with its file, where it is the first that is in it.
fn face_problem(files: &Files, book: &FontBook, id: FontId, is_first: bool) -> Option<FontProblem> {
    if let Err(problem) = book.face(id) {
        return Some(problem.clone());
    }
    let entry = book.entry(id);
    // What is taken for a built-in file is not read, here as in a build: the built-in one is used.
    let is_own = is_first && files.own_file(&format!("fonts/{}", entry.file)).is_some();
    let is_other =
        is_own && matches!(book.bytes(entry), Ok(FontData::Shared(bytes)) if digest(&bytes) != entry.sha256);
    is_other.then(|| FontProblem { file: entry.file.clone(), fault: FontFault::Digest })
}

/// SHA-256 in hexadecimal.
pub(super) fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
