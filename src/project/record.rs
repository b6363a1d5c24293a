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
use crate::diag::{Code, Diagnostic, Diagnostics};

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
    /// What files made for it are called by, where it is not the project's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) chapter: Option<String>,
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

    /// What stands in a file of that name that is no file of this leaflet, where it is still as it was written.
    pub(super) fn other(&self, name: &str, own: &Entry, out: &OutFolder<'_>) -> Option<&Entry> {
        let entry = self.entries.get(name)?;
        let is_other = entry.stem != own.stem || entry.organisation != own.organisation;
        (is_other && is_unchanged(entry, out)).then_some(entry)
    }

    /// The files of the same kind of leaflets that were made anew which an earlier build wrote and this one did not: pages of a longer
    /// leaflet.
    pub(super) fn outgrown(&self, written: &[Entry], out: &OutFolder<'_>) -> BTreeSet<String> {
        let kind = |entry: &Entry| (entry.stem.clone(), ending(&entry.file).to_owned());
        let made: BTreeSet<(String, String)> = written.iter().map(kind).collect();
        let kept: BTreeSet<&str> = written.iter().map(|entry| entry.file.as_str()).collect();
        let old = self.entries.values().filter(|entry| made.contains(&kind(entry)));
        let old = old.filter(|entry| !kept.contains(entry.file.as_str()) && is_unchanged(entry, out));
        old.map(|entry| entry.file.clone()).collect()
    }

    /// The files of an organisation, by what they are called by.
    pub(super) fn of_chapter(&self, chapter: &str, out: &OutFolder<'_>) -> BTreeSet<String> {
        let own = self.entries.values().filter(|entry| entry.chapter.as_deref() == Some(chapter));
        own.filter(|entry| is_unchanged(entry, out)).map(|entry| entry.file.clone()).collect()
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

    /// Removes the files of earlier builds that are not among those named, and says which. A file that somebody changed stays, and
    /// is nobody's from then on; one that can't be removed stays in the record, to be removed another time.
    fn clean(
        mut self,
        kept: &BTreeSet<String>,
        out: &OutFolder<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Vec<String> {
        let (kept, old) = self.entries.into_iter().partition(|(file, _)| kept.contains(file));
        self.entries = kept;
        let mut removed = Vec::new();
        for (file, entry) in old {
            if !is_unchanged(&entry, out) {
                continue;
            }
            match out.remove(&file) {
                Ok(()) => removed.push(file),
                Err(wrong) => {
                    diagnostics.error(wrong);
                    self.entries.insert(file, entry);
                }
            }
        }
        if !removed.is_empty()
            && let Err(wrong) = self.save(out)
        {
            diagnostics.error(wrong);
        }
        removed
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
pub fn clean(folder: &Path, kept: &[Artifact], diagnostics: &mut Diagnostics) -> Vec<PathBuf> {
    let out = match OutFolder::open(folder) {
        Ok(out) => out,
        Err(wrong) => {
            diagnostics.error(wrong);
            return Vec::new();
        }
    };
    let record = Record::read(&out);
    if record.is_foreign {
        diagnostics.warn(foreign(&out.path_of(RECORD)));
        return Vec::new();
    }
    let paths = kept.iter().flat_map(|made| [Some(&made.path), made.print_sheet.as_ref()]).flatten();
    let names = paths.filter_map(|path| Some(Path::new(path).file_name()?.to_string_lossy().into_owned()));
    let removed = record.clean(&names.collect(), &out, diagnostics);
    removed.iter().map(|name| out.path_of(name)).collect()
}

/// Says that nobody knows which files are of earlier builds.
fn foreign(path: &Path) -> Diagnostic {
    let message =
        format!("{} is no record of builds that can be read, so nothing is removed", path.display());
    let help = "remove old files by hand; where that file is nobody’s, remove it, too, and the next build begins a new record";
    Diagnostic::new(Code::Stale, message).help(help)
}

/// Whether a file is there as it was written.
fn is_unchanged(entry: &Entry, out: &OutFolder<'_>) -> bool {
    let path = out.path_of(&entry.file);
    // Names alone: a record that somebody wrote must not reach out of the folder.
    let is_name = path.file_name().is_some_and(|name| name.to_string_lossy() == entry.file);
    is_name && read_file(&path, FileKind::Pdf).is_ok_and(|bytes| digest(&bytes) == entry.sha256)
}

/// What tells kinds of files of one leaflet apart: how their names end.
fn ending(file: &str) -> &str {
    const SHEET: &str = "-print-sheet.pdf";
    match file.rsplit_once('.') {
        _ if file.ends_with(SHEET) => SHEET,
        Some((_, extension)) => extension,
        None => "",
    }
}

/// Says that a file of another leaflet, made in another way or for another organisation, would be replaced; `lacking` is what the
/// names that a press wants could tell them apart by.
pub(super) fn owned(path: &Path, other: &Entry, own: &Entry, lacking: &[&str]) -> Diagnostic {
    let path = path.display();
    if !lacking.is_empty() || other.stem != own.stem {
        let message = format!("{path} holds {}, and {} would take its place", other.stem, own.stem);
        let fields = if lacking.is_empty() {
            String::new()
        } else {
            format!("put {} into the name, or ", lacking.join(" and "))
        };
        let help = format!("{fields}name another folder with --out, or move that file away");
        return Diagnostic::new(Code::FileName, message).help(help);
    }
    let message = format!(
        "{path} is a leaflet of {}, and one of {} would take its place",
        other.organisation, own.organisation
    );
    Diagnostic::new(Code::FileName, message).help(
        "give each organisation a short name of its own in its file, like short = \"north-side\", or another folder with --out; \
         where it is the same organisation under a new name, move the old file away",
    )
}

/// Says that pages of a longer leaflet are left.
pub(super) fn longer(files: &BTreeSet<String>, out: &OutFolder<'_>) -> Option<Diagnostic> {
    let told = out.told(files)?;
    let message = format!("{told} is of an earlier build of a leaflet that has fewer pages now");
    Some(
        Diagnostic::new(Code::Stale, message)
            .help("don’t hand it out or send it: remove it, or build with --clean"),
    )
}

/// Says that files of a leaflet that was not made are left from an earlier build.
pub(super) fn left(files: &BTreeSet<String>, out: &OutFolder<'_>) -> Option<Diagnostic> {
    let told = out.told(files)?;
    let message = format!("{told} is left from an earlier build, and may say something else");
    let help = "don’t hand it out; once the errors are mended a build replaces it, and --clean removes what a build does not make";
    Some(Diagnostic::new(Code::Stale, message).help(help))
}
