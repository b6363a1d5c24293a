//! `manifest.json` in a folder of built files: which of them builds wrote, for whom, and what was in them. It lets a build say that a
//! file is left from an earlier one, remove such files, and keep those of another organisation. Like all that is written it names no
//! person, path, machine or time.
//!
//! Two builds into one folder at once may each write it without what the other wrote: then a later build takes those files for
//! nobody's, and leaves them alone.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::artifact::Artifact;
use super::disk::{FileKind, read_file};
use super::fonts::digest;
use super::output::OutFolder;
use crate::diag::{Code, Diagnostic};

/// The record's own name.
pub(super) const RECORD: &str = "manifest.json";
/// The version of its shape.
const SHAPE: u32 = 1;

/// A file that a build wrote.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) struct Entry {
    /// Its name in the folder.
    pub(super) file: String,
    /// What the names of all files of its leaflet, made in that way, start with.
    pub(super) stem: String,
    /// The name of the organisation whose leaflet it is.
    pub(super) organisation: String,
    /// The SHA-256 of what was in it.
    pub(super) sha256: String,
}

/// What is written in the file.
#[derive(Serialize, Deserialize)]
struct Written {
    polyleaf: u32,
    files: Vec<Entry>,
}

/// What builds wrote into a folder.
#[derive(Default, Debug)]
pub(super) struct Record {
    entries: BTreeMap<String, Entry>,
    /// Whether a file of that name is somebody else's, which stays as it is.
    is_foreign: bool,
}

impl Record {
    /// Reads what there is; nothing where there is none.
    pub(super) fn read(out: &OutFolder<'_>) -> Record {
        let path = out.path_of(RECORD);
        if path.symlink_metadata().is_err() {
            return Record::default();
        }
        let written = read_file(&path, FileKind::Pdf).ok();
        let written = written.and_then(|bytes| serde_json::from_slice::<Written>(&bytes).ok());
        match written.filter(|written| written.polyleaf == SHAPE) {
            Some(Written { files, .. }) => {
                let entries = files.into_iter().map(|entry| (entry.file.clone(), entry)).collect();
                Record { entries, is_foreign: false }
            }
            None => Record { entries: BTreeMap::new(), is_foreign: true },
        }
    }

    /// Whose leaflet stands in a file of that name, where it is still as it was written.
    pub(super) fn owner(&self, name: &str, out: &OutFolder<'_>) -> Option<&str> {
        let entry = self.entries.get(name)?;
        is_unchanged(entry, out).then_some(entry.organisation.as_str())
    }

    /// The files of a leaflet that are still there, by what their names start with.
    pub(super) fn standing(&self, stem: &str, extension: &str, out: &OutFolder<'_>) -> BTreeSet<String> {
        let recorded =
            self.entries.values().filter(|entry| entry.stem == stem).map(|entry| entry.file.clone());
        // A folder may be older than its record.
        let plain = format!("{stem}.{extension}");
        recorded.chain([plain]).filter(|name| out.path_of(name).is_file()).collect()
    }

    /// Takes in what a build wrote, and writes itself.
    ///
    /// # Errors
    /// `output/unwritable`.
    pub(super) fn add(mut self, written: Vec<Entry>, out: &OutFolder<'_>) -> Result<(), Diagnostic> {
        if written.is_empty() || self.is_foreign {
            return Ok(());
        }
        self.entries.extend(written.into_iter().map(|entry| (entry.file.clone(), entry)));
        self.save(out)
    }

    /// Removes the files of earlier builds that are not among those named, and says which. A file that somebody changed stays.
    ///
    /// # Errors
    /// `output/unwritable`.
    pub(super) fn clean(
        mut self,
        kept: &BTreeSet<String>,
        out: &OutFolder<'_>,
    ) -> Result<Vec<String>, Diagnostic> {
        let old: Vec<Entry> =
            self.entries.values().filter(|entry| !kept.contains(&entry.file)).cloned().collect();
        let mut removed = Vec::new();
        for entry in old {
            if is_unchanged(&entry, out) && out.remove(&entry.file) {
                removed.push(entry.file.clone());
            }
            self.entries.remove(&entry.file);
        }
        if !self.is_foreign && !removed.is_empty() {
            self.save(out)?;
        }
        Ok(removed)
    }

    fn save(self, out: &OutFolder<'_>) -> Result<(), Diagnostic> {
        let files: Vec<Entry> =
            self.entries.into_values().filter(|entry| out.path_of(&entry.file).is_file()).collect();
        let written = Written { polyleaf: SHAPE, files };
        let mut bytes = serde_json::to_vec_pretty(&written).expect("texts and numbers can be written");
        bytes.push(b'\n');
        out.write(RECORD, &bytes).map(|_| ())
    }
}

/// Removes what earlier builds wrote into a folder and what is not among these files; gives the paths of what is gone. A file that
/// somebody changed stays.
///
/// # Errors
/// `output/unwritable`.
pub fn clean(folder: &Path, kept: &[Artifact]) -> Result<Vec<PathBuf>, Diagnostic> {
    let out = OutFolder::open(folder)?;
    let paths = kept.iter().flat_map(|made| [Some(&made.path), made.print_sheet.as_ref()]).flatten();
    let names = paths.filter_map(|path| Some(Path::new(path).file_name()?.to_string_lossy().into_owned()));
    let removed = Record::read(&out).clean(&names.collect(), &out)?;
    Ok(removed.iter().map(|name| out.path_of(name)).collect())
}

/// Whether a file is there as it was written.
fn is_unchanged(entry: &Entry, out: &OutFolder<'_>) -> bool {
    let path = out.path_of(&entry.file);
    // Names alone: a record that somebody wrote must not reach out of the folder.
    let is_name = path.file_name().is_some_and(|name| name.to_string_lossy() == entry.file);
    is_name && read_file(&path, FileKind::Pdf).is_ok_and(|bytes| digest(&bytes) == entry.sha256)
}

/// Says that a file of another organisation would be replaced.
pub(super) fn owned(name: &str, owner: &str, ours: &str) -> Diagnostic {
    let message = format!("{name} is a leaflet of {owner}, and one of {ours} would take its place");
    Diagnostic::new(Code::FileName, message).help(
        "give each organisation a short name of its own in its file, like short = \"north-side\", or another folder with --out; \
         where it is the same organisation under a new name, move the old file away",
    )
}

/// Says that files of a leaflet that was not made are left from an earlier build.
pub(super) fn left(files: &BTreeSet<String>, out: &OutFolder<'_>) -> Option<Diagnostic> {
    let first = out.path_of(files.first()?);
    let more = match files.len() - 1 {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let message =
        format!("{}{more} is left from an earlier build, and may say something else", first.display());
    let help = "don’t hand it out; once the errors are mended a build replaces it, and --clean removes what a build does not make";
    Some(Diagnostic::new(Code::Stale, message).help(help))
}
