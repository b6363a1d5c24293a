//! A project to start from, written into a folder. In: which, and where. Out: its files, all of them or none; nothing that was there
//! is changed.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::files::Files;

/// The small project, file by file.
const SMALL: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/start.rs"));

/// What is written beside the texts of the factsheet: an organisation's file, and what to do next.
const BESIDE: [&str; 2] = ["README.md", "our.toml"];

/// Which project is written out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Start {
    /// A small one: a leaflet in English, to write over.
    Small,
    /// The factsheet that is built in: its manifest, and its text in all its languages.
    Factsheet,
}

/// Why no project is written; nothing is left of it.
#[derive(Debug, thiserror::Error)]
pub enum NotBegun {
    /// A file or folder stands where one of its own should.
    #[error("{} is there already", .0.display())]
    Taken(PathBuf),
    /// Something that is no folder stands where one should.
    #[error("{} is no folder", .0.display())]
    NoFolder(PathBuf),
    /// The system does not take it.
    #[error("{} can’t be written: {error}", path.display())]
    Refused {
        /// What was to be written.
        path: PathBuf,
        /// Why not.
        error: io::Error,
    },
}

/// Writes a project out to start from; gives the names of its files, in order.
///
/// # Errors
/// Something of its names is there already, or the folder can't be written: nothing is left of it then.
pub fn begin(folder: &Path, start: Start) -> Result<Vec<&'static str>, NotBegun> {
    let files = files_of(start);
    if let Some(place) = folder.ancestors().find(|place| fs::symlink_metadata(place).is_ok())
        && !place.is_dir()
    {
        return Err(NotBegun::NoFolder(place.to_owned()));
    }
    let tops = files.iter().map(|(name, _)| folder.join(name.split('/').next().unwrap_or(name)));
    if let Some(taken) = tops.into_iter().find(|path| fs::symlink_metadata(path).is_ok()) {
        return Err(NotBegun::Taken(taken));
    }
    let mut made = Made::default();
    for (name, bytes) in &files {
        let path = folder.join(name);
        if let Err(error) = made.write(&path, bytes) {
            made.take_back();
            return Err(NotBegun::Refused { path, error });
        }
    }
    Ok(files.into_iter().map(|(name, _)| name).collect())
}

/// The files of a project, by their names.
fn files_of(start: Start) -> Vec<(&'static str, &'static [u8])> {
    match start {
        Start::Small => SMALL.to_vec(),
        Start::Factsheet => {
            let beside = SMALL.iter().filter(|(name, _)| BESIDE.contains(name)).copied();
            let mut files: Vec<(&str, &[u8])> = beside.collect();
            files.extend(Files::texts_built_in());
            files.sort_by_key(|(name, _)| *name);
            files
        }
    }
}

/// What was made so far, in order.
#[derive(Default)]
struct Made {
    files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
}

impl Made {
    /// Writes a file where there is none, and the folders that it is in.
    fn write(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let parents = path.ancestors().skip(1).take_while(|folder| !folder.as_os_str().is_empty());
        let mut missing: Vec<&Path> = parents.take_while(|folder| !folder.exists()).collect();
        missing.reverse();
        for folder in missing {
            fs::create_dir(folder)?;
            self.folders.push(folder.to_owned());
        }
        let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
        self.files.push(path.to_owned());
        file.write_all(bytes)?;
        file.sync_all()
    }

    /// Removes it all; what can't be removed does no harm.
    fn take_back(&self) {
        for file in &self.files {
            let _ = fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}
