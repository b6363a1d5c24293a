//! The files of a project: those of its folder, over those that are built in.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::font::FontData;
use crate::picture::PictureError;
use crate::source::{SourceId, Sources};

/// The factsheet's project, file by file.
static EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// Where files are read from. Names are relative to the project, with `/`.
#[derive(Clone, Debug, Default)]
pub struct Files {
    root: Option<PathBuf>,
}

impl Files {
    /// The built-in project alone.
    pub fn embedded() -> Files {
        Files { root: None }
    }

    /// A folder over the built-in project.
    pub fn folder(root: impl Into<PathBuf>) -> Files {
        Files { root: Some(root.into()) }
    }

    /// The file's path in the folder, if it is there.
    pub(super) fn on_disk(&self, name: &str) -> Option<PathBuf> {
        // A name from a manifest or a layout stays within the project.
        let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        let path = self.root.as_ref().filter(|_| inside)?.join(name);
        path.is_file().then_some(path)
    }

    /// Whether there is a file of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.on_disk(name).is_some() || Files::built_in(name).is_some()
    }

    /// The built-in file of that name.
    pub(super) fn built_in(name: &str) -> Option<&'static [u8]> {
        let at = EMBEDDED.binary_search_by_key(&name, |(known, _)| known).ok()?;
        Some(EMBEDDED[at].1)
    }

    /// Whether the manifest is the folder's own, so that the built-in texts are none of its business.
    pub fn owns_manifest(&self) -> bool {
        self.on_disk("polyleaf.toml").is_some()
    }

    /// The bytes of a file; `None` when there is none of that name.
    pub(super) fn bytes(&self, name: &str) -> Option<io::Result<FontData>> {
        match self.on_disk(name) {
            Some(path) => Some(fs::read(path).map(|bytes| FontData::Shared(bytes.into()))),
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
        let bytes = match self.on_disk(name) {
            Some(path) => fs::read(path),
            None => Ok(Files::built_in(name)?.to_vec()),
        };
        Some(bytes.and_then(decode).map(strip))
    }

    /// The names in a folder, in order: its files', or its folders'. Hidden ones are passed over: systems leave them about.
    pub(super) fn list(&self, folder: &str, kind: Kind, scope: Scope) -> Vec<String> {
        let mut names = BTreeSet::new();
        if scope == Scope::WithBuiltIn {
            let inside = EMBEDDED.iter().filter_map(|(name, _)| name.strip_prefix(folder)?.strip_prefix('/'));
            let wanted = inside.filter(|rest| rest.contains('/') == (kind == Kind::Folders));
            names.extend(wanted.filter_map(|rest| rest.split('/').next()).map(str::to_owned));
        }
        if let Some(root) = &self.root
            && let Ok(entries) = fs::read_dir(root.join(folder))
        {
            let wanted = entries.flatten().filter(|entry| entry.path().is_dir() == (kind == Kind::Folders));
            let own = wanted.filter_map(|entry| entry.file_name().into_string().ok());
            names.extend(own.filter(|name| !name.starts_with('.')));
        }
        names.into_iter().collect()
    }
}

/// What is listed of a folder.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// Its files.
    Files,
    /// Its folders.
    Folders,
}

/// Whose files count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Scope {
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
