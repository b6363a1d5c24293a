//! The files of a project: those of its folder, or held in memory, over those that are built in.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::font::FontData;
use crate::picture::PictureError;
use crate::source::{SourceId, Sources};

/// The factsheet's project, file by file.
static EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// Where files are read from. Names are relative to the project, with `/`.
#[derive(Clone, Debug, Default)]
pub struct Files {
    own: OwnFiles,
}

/// Where a project's own files are.
#[derive(Clone, Debug, Default)]
enum OwnFiles {
    /// It has none.
    #[default]
    Nowhere,
    /// In a folder.
    Folder(PathBuf),
    /// In memory, by name.
    Memory(Arc<BTreeMap<String, Arc<Vec<u8>>>>),
}

/// A file of the project's own.
pub(super) enum OwnFile {
    /// Its path.
    OnDisk(PathBuf),
    /// Its bytes.
    InMemory(Arc<Vec<u8>>),
}

impl OwnFile {
    /// How many bytes it has.
    pub(super) fn length(&self) -> io::Result<u64> {
        match self {
            OwnFile::OnDisk(path) => Ok(fs::metadata(path)?.len()),
            OwnFile::InMemory(bytes) => Ok(u64::try_from(bytes.len()).expect("64 bits fit")),
        }
    }

    /// Its bytes.
    pub(super) fn bytes(self) -> io::Result<Arc<Vec<u8>>> {
        match self {
            OwnFile::OnDisk(path) => fs::read(path).map(Arc::new),
            OwnFile::InMemory(bytes) => Ok(bytes),
        }
    }
}

impl Files {
    /// The built-in project alone.
    pub fn embedded() -> Files {
        Files { own: OwnFiles::Nowhere }
    }

    /// A folder over the built-in project.
    pub fn folder(root: impl Into<PathBuf>) -> Files {
        Files { own: OwnFiles::Folder(root.into()) }
    }

    /// Files in memory over the built-in project.
    pub fn in_memory(files: BTreeMap<String, Arc<Vec<u8>>>) -> Files {
        Files { own: OwnFiles::Memory(Arc::new(files)) }
    }

    /// The project's own file of that name, if there is one.
    pub(super) fn own_file(&self, name: &str) -> Option<OwnFile> {
        match &self.own {
            OwnFiles::Nowhere => None,
            OwnFiles::Folder(root) => {
                // A name from a manifest or a layout stays within the project.
                let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
                let path = Some(root).filter(|_| inside)?.join(name);
                path.is_file().then_some(OwnFile::OnDisk(path))
            }
            OwnFiles::Memory(files) => files.get(name).cloned().map(OwnFile::InMemory),
        }
    }

    /// Whether there is a file of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.own_file(name).is_some() || Files::built_in(name).is_some()
    }

    /// The built-in file of that name.
    pub(super) fn built_in(name: &str) -> Option<&'static [u8]> {
        let at = EMBEDDED.binary_search_by_key(&name, |(known, _)| known).ok()?;
        Some(EMBEDDED[at].1)
    }

    /// Whether the manifest is the project's own, so that the built-in texts are none of its business.
    pub fn owns_manifest(&self) -> bool {
        self.own_file("polyleaf.toml").is_some()
    }

    /// The bytes of a file; `None` when there is none of that name.
    pub(super) fn bytes(&self, name: &str) -> Option<io::Result<FontData>> {
        match self.own_file(name) {
            Some(file) => Some(file.bytes().map(FontData::Shared)),
            None => Files::built_in(name).map(|bytes| Ok(FontData::Static(bytes))),
        }
    }

    /// The text of a file, without the mark that some editors put before it; `None` when there is none of that name.
    ///
    /// # Errors
    /// It can't be read, or is not UTF-8.
    pub(super) fn text(&self, name: &str) -> Option<io::Result<String>> {
        let decode = |bytes: Vec<u8>| {
            let text = String::from_utf8(bytes);
            text.map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "it is not UTF-8: save it as UTF-8"))
        };
        let strip = |text: String| text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
        let bytes = match self.own_file(name) {
            Some(file) => file.bytes().map(Arc::unwrap_or_clone),
            None => Ok(Files::built_in(name)?.to_vec()),
        };
        Some(bytes.and_then(decode).map(strip))
    }

    /// The names in a folder, in order: its files', or its folders'. Hidden ones are passed over: systems leave them about.
    pub(super) fn list(&self, folder: &str, kind: EntryKind, scope: FileScope) -> Vec<String> {
        let mut names = BTreeSet::new();
        if scope == FileScope::WithBuiltIn {
            let built_in = EMBEDDED.iter().map(|(name, _)| *name);
            names.extend(list_names(built_in, folder, kind));
        }
        let mut own = match &self.own {
            OwnFiles::Nowhere => Vec::new(),
            OwnFiles::Folder(root) => list_folder(&root.join(folder), kind),
            OwnFiles::Memory(files) => list_names(files.keys().map(String::as_str), folder, kind),
        };
        own.retain(|name| !name.starts_with('.'));
        names.extend(own);
        names.into_iter().collect()
    }
}

fn list_folder(folder: &Path, kind: EntryKind) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let wanted = entries.flatten().filter(|entry| entry.path().is_dir() == (kind == EntryKind::Folders));
    wanted.filter_map(|entry| entry.file_name().into_string().ok()).collect()
}

/// What lies in a folder, of files that are given by their names with `/`.
fn list_names<'a>(names: impl Iterator<Item = &'a str>, folder: &str, kind: EntryKind) -> Vec<String> {
    let inside = names.filter_map(|name| name.strip_prefix(folder)?.strip_prefix('/'));
    let wanted = inside.filter(|rest| rest.contains('/') == (kind == EntryKind::Folders));
    wanted.filter_map(|rest| rest.split('/').next()).map(str::to_owned).collect()
}

/// What is listed of a folder.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum EntryKind {
    /// Its files.
    Files,
    /// Its folders.
    Folders,
}

/// Whose files count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum FileScope {
    /// The folder's alone.
    Own,
    /// The built-in ones too.
    WithBuiltIn,
}

/// Why a picture's file can't be used.
#[derive(Debug, thiserror::Error)]
pub(super) enum PictureFault {
    /// No file has its name.
    #[error("there is no such file")]
    Missing,
    /// The system does not give its bytes.
    #[error(transparent)]
    Unreadable(#[from] io::Error),
    /// It holds no picture that can be shown.
    #[error(transparent)]
    Unusable(#[from] PictureError),
}

/// What reading a project takes: its files, the texts taken in so far, and what is wrong with them.
pub(super) struct Intake<'a> {
    /// The files.
    pub(super) files: &'a Files,
    /// The texts, for places in them.
    pub(super) sources: &'a mut Sources,
    /// What is wrong.
    pub(super) diagnostics: &'a mut Diagnostics,
}

impl Intake<'_> {
    /// Takes a file in as a source; `None` when there is none of that name.
    pub(super) fn source(&mut self, name: &str) -> Option<Result<SourceId, Reported>> {
        read_source(self.files, name, self.sources, self.diagnostics)
    }

    /// Reads what nobody asked for: what is wrong with it is reported when somebody does.
    pub(super) fn silently<T>(&mut self, read: impl FnOnce(&mut Intake<'_>) -> T) -> T {
        let mut unheard = Diagnostics::default();
        read(&mut Intake { files: self.files, sources: self.sources, diagnostics: &mut unheard })
    }
}

/// Takes a file in as a source; `None` when there is none of that name.
pub(super) fn read_source(
    files: &Files,
    name: &str,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Result<SourceId, Reported>> {
    Some(match files.text(name)? {
        Ok(text) => Ok(sources.add(name, text)),
        Err(error) => {
            let wrong = Diagnostic::new(Code::Unreadable, format!("{name} can’t be read: {error}"));
            Err(diagnostics.error(wrong))
        }
    })
}
