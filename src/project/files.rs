//! The files of a project: those of its folder, or held in memory, over those that are built in.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::disk::{
    Entry, EntryKind, FileFault, FileKind, Listed, check_length, check_lines, is_there, list_entries,
    list_folder, read_file, resolve,
};
use super::encoding::{decode, document_kind};
use super::selection::OrganisationFile;
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::font::FontData;
use crate::picture::PictureError;
use crate::source::{SourceId, Sources, Span};
use crate::spec::{empty_lines, is_file_name};

/// The factsheet's project, file by file.
static EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// Where files are read from. Names are relative to the project, with `/`.
#[derive(Clone, Debug, Default)]
pub struct Files {
    own: OwnFiles,
    /// Texts that stand in the place of files, or beside them.
    instead: Arc<BTreeMap<String, Arc<Vec<u8>>>>,
}

/// Where a project's own files are.
#[derive(Clone, Debug, Default)]
enum OwnFiles {
    /// It has none.
    #[default]
    Nowhere,
    /// In a folder, whose own path holds no link.
    Folder(PathBuf),
    /// In memory, by name.
    Memory(Arc<BTreeMap<String, Arc<Vec<u8>>>>),
}

/// A file of the project's own.
pub(super) enum OwnFile {
    /// In a folder.
    OnDisk {
        /// The folder, whose own path holds no link.
        root: PathBuf,
        /// The file's name from there.
        name: String,
    },
    /// Its bytes.
    InMemory(Arc<Vec<u8>>),
}

impl OwnFile {
    /// A file in a folder, if there is one of that name, be it of use or not. A name from a manifest or a layout stays within.
    pub(super) fn in_folder(root: &Path, name: &str) -> Option<OwnFile> {
        let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        let found = inside && is_there(root, name);
        found.then(|| OwnFile::OnDisk { root: root.to_owned(), name: name.to_owned() })
    }

    /// How many bytes it has.
    ///
    /// # Errors
    /// It can't be looked at.
    pub(super) fn length(&self) -> Result<u64, FileFault> {
        match self {
            OwnFile::OnDisk { root, name } => Ok(fs::metadata(resolve(root, name)?)?.len()),
            OwnFile::InMemory(bytes) => Ok(u64::try_from(bytes.len()).expect("64 bits fit")),
        }
    }

    /// Its bytes.
    ///
    /// # Errors
    /// It can't be read.
    pub(super) fn bytes(self, kind: FileKind) -> Result<Arc<Vec<u8>>, FileFault> {
        match self {
            OwnFile::OnDisk { root, name } => read_file(&resolve(&root, &name)?, kind).map(Arc::new),
            OwnFile::InMemory(bytes) => check_length(bytes.len(), kind).map(|()| bytes),
        }
    }
}

/// The path of a folder without any link in it, so that what lies in it can be told from what does not.
pub(super) fn without_links(folder: &Path) -> PathBuf {
    fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned())
}

impl Files {
    /// The built-in project alone.
    pub fn embedded() -> Files {
        Files::default()
    }

    /// A folder over the built-in project.
    pub fn folder(root: impl Into<PathBuf>) -> Files {
        Files { own: OwnFiles::Folder(without_links(&root.into())), ..Files::default() }
    }

    /// Files in memory over the built-in project.
    pub fn in_memory(files: BTreeMap<String, Arc<Vec<u8>>>) -> Files {
        Files { own: OwnFiles::Memory(Arc::new(files)), ..Files::default() }
    }

    /// The same with other texts in the place of some files, and with new ones.
    pub(super) fn with_texts(&self, texts: BTreeMap<String, Arc<Vec<u8>>>) -> Files {
        Files { instead: Arc::new(texts), ..self.clone() }
    }

    /// Whether there are built-in files alone.
    pub(super) fn is_embedded(&self) -> bool {
        matches!(self.own, OwnFiles::Nowhere)
    }

    /// The folder that it is in, if it is in one.
    pub(super) fn root(&self) -> Option<&Path> {
        match &self.own {
            OwnFiles::Folder(root) => Some(root),
            OwnFiles::Nowhere | OwnFiles::Memory(_) => None,
        }
    }

    /// The project's own file of that name, if there is one.
    pub(super) fn own_file(&self, name: &str) -> Option<OwnFile> {
        if let Some(text) = self.instead.get(name) {
            return Some(OwnFile::InMemory(text.clone()));
        }
        match &self.own {
            OwnFiles::Nowhere => None,
            OwnFiles::Folder(root) => OwnFile::in_folder(root, name),
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

    /// The texts of the project that is built in: its manifest, and the files of its languages.
    pub(super) fn texts_built_in() -> impl Iterator<Item = (&'static str, &'static [u8])> {
        let is_text = |name: &str| name == "polyleaf.toml" || name.starts_with("locales/");
        EMBEDDED.iter().copied().filter(move |(name, _)| is_text(name))
    }

    /// Whether the manifest is the project's own, so that the built-in texts are none of its business.
    pub fn owns_manifest(&self) -> bool {
        self.own_file("polyleaf.toml").is_some()
    }

    /// The bytes of a file; `None` when there is none of that name.
    pub(super) fn bytes(&self, name: &str) -> Option<Result<FontData, FileFault>> {
        match self.own_file(name) {
            Some(file) => Some(file.bytes(FileKind::of(name)).map(FontData::Shared)),
            None => Files::built_in(name).map(|bytes| Ok(FontData::Static(bytes))),
        }
    }

    /// The text of a file, without the mark that some editors put before it; `None` when there is none of that name.
    ///
    /// # Errors
    /// It can't be read, or is not UTF-8.
    pub(super) fn text(&self, name: &str) -> Option<Result<String, FileFault>> {
        let bytes = match self.own_file(name) {
            Some(file) => file.bytes(FileKind::of(name)).map(Arc::unwrap_or_clone),
            None => Ok(Files::built_in(name)?.to_vec()),
        };
        let text = bytes.and_then(|bytes| decode(bytes).map_err(FileFault::Misencoded));
        // Lines end so on old machines, and in what some tables are saved as.
        let text = text.map(|text| if text.contains('\n') { text } else { text.replace('\r', "\n") });
        Some(text.and_then(|text| check_lines(text, FileKind::of(name))))
    }

    /// All that lies in a folder of the project's own.
    pub(super) fn entries(&self, folder: &str) -> Vec<Entry> {
        match &self.own {
            OwnFiles::Nowhere => Vec::new(),
            OwnFiles::Folder(root) => list_entries(root, folder),
            OwnFiles::Memory(files) => {
                let inside = files.keys().filter_map(|name| name.strip_prefix(folder)?.strip_prefix('/'));
                let entry = |rest: &str| {
                    let (name, is_folder) =
                        rest.split_once('/').map_or((rest, false), |(name, _)| (name, true));
                    Entry { name: name.to_owned(), is_folder }
                };
                let entries: BTreeSet<Entry> = inside.map(entry).collect();
                entries.into_iter().collect()
            }
        }
    }

    /// Whether a plain file lies where a folder of the project's own should.
    pub(super) fn is_plain_file(&self, folder: &str) -> bool {
        match &self.own {
            OwnFiles::Nowhere => false,
            OwnFiles::Folder(root) => root.join(folder).is_file(),
            OwnFiles::Memory(files) => files.contains_key(folder),
        }
    }

    /// The names in a folder, in order: its files', or its folders'. What can't be looked at in it is reported.
    ///
    /// # Errors
    /// `project/unreadable`, `project/link`: the folder itself can't be looked into.
    pub(super) fn list(
        &self,
        folder: &str,
        kind: EntryKind,
        scope: FileScope,
        diagnostics: &mut Diagnostics,
    ) -> Result<Vec<String>, Reported> {
        let mut names = BTreeSet::new();
        if scope == FileScope::WithBuiltIn {
            let built_in = EMBEDDED.iter().map(|(name, _)| *name);
            names.extend(list_names(built_in, folder, kind));
        }
        let listed = match &self.own {
            OwnFiles::Nowhere => Ok(Listed::default()),
            OwnFiles::Folder(root) => list_folder(root, folder, kind),
            OwnFiles::Memory(files) => {
                let mut names = list_names(files.keys().map(String::as_str), folder, kind);
                names.retain(|name| !name.starts_with('.'));
                Ok(Listed { names, faults: Vec::new() })
            }
        };
        let listed = listed.map_err(|fault| diagnostics.error(unreadable(folder, &fault)));
        let Listed { names: own, mut faults } = listed?;
        faults.sort_by(|(one, _), (other, _)| one.cmp(other));
        for (name, fault) in faults {
            diagnostics.error(unreadable(&name, &fault));
        }
        names.extend(own);
        names.extend(list_names(self.instead.keys().map(String::as_str), folder, kind));
        Ok(names.into_iter().collect())
    }
}

/// What lies in a folder, of files that are given by their names with `/`.
fn list_names<'a>(names: impl Iterator<Item = &'a str>, folder: &str, kind: EntryKind) -> Vec<String> {
    let inside = names.filter_map(|name| name.strip_prefix(folder)?.strip_prefix('/'));
    let wanted = inside.filter(|rest| {
        rest.contains('/') == (kind == EntryKind::Folders) && kind.takes_name(Path::new(rest))
    });
    wanted.filter_map(|rest| rest.split('/').next()).map(str::to_owned).collect()
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
    /// No file has its name, but one has it in other letters.
    #[error("there is no such file, but there is “{0}”: capital and small letters are told apart")]
    OtherCase(String),
    /// Nothing is named.
    #[error("no file is named")]
    Unnamed,
    /// It would lie outside of the folder of the file that names it.
    #[error("only a file in the same folder, or in a folder within that, can be used")]
    Elsewhere,
    /// No file is where a user named it; with those that are there.
    #[error("there is no file {place}")]
    NotThere {
        /// The full place that was looked in.
        place: String,
        /// What to do.
        help: String,
    },
    /// Its bytes, or its text, can't be had.
    #[error(transparent)]
    Unreadable(#[from] FileFault),
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

    /// Takes the file `FOLDER/NAME.toml` in that a name stands for; `None` when there is none.
    pub(super) fn named(&mut self, folder: &str, name: &str) -> Option<Result<SourceId, Reported>> {
        if is_file_name(name) { self.source(&format!("{folder}/{name}.toml")) } else { None }
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
    let text = files.text(name)?;
    Some(take_text(name, text, sources, diagnostics))
}

/// Takes the text of a file in as a source, or reports why there is none.
pub(super) fn take_text(
    name: &str,
    text: Result<String, FileFault>,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Result<SourceId, Reported> {
    text.map(|text| sources.add(name, text)).map_err(|fault| {
        let mut wrong = unreadable(name, &fault);
        if let FileFault::Misencoded(misencoded) = fault {
            let span = Span::new(sources.add(name, misencoded.text), misencoded.at);
            wrong = wrong.label(span, "from here on");
        }
        diagnostics.error(wrong)
    })
}

/// Says why a file can't be read.
pub(super) fn unreadable(name: &str, fault: &FileFault) -> Diagnostic {
    let code = if matches!(fault, FileFault::Outside) { Code::LinkOutside } else { Code::Unreadable };
    Diagnostic::new(code, format!("{name} can’t be read: {fault}")).help(fault.help())
}

/// Reads a file that names another organisation. It is the user who names it, so it may lie anywhere.
///
/// # Errors
/// `project/unreadable`.
pub fn open_organisation(
    path: &Path,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Result<OrganisationFile, Reported> {
    let name = path.display().to_string();
    let bytes = read_file(path, FileKind::Settings);
    if let Some(kind) = bytes.as_ref().ok().and_then(|bytes| document_kind(bytes)) {
        let wrong = Diagnostic::new(
            Code::Unreadable,
            format!("{name} can’t be read: it is {kind}, and no plain text"),
        );
        let how = "open it, copy its lines into a new file of a plain text editor (Notepad; TextEdit under Format > Make Plain \
                   Text) and save that as plain text";
        return Err(diagnostics.error(wrong.help(format!("{how}, like this:\n{}", empty_lines()))));
    }
    let text = bytes.and_then(|bytes| decode(bytes).map_err(FileFault::Misencoded));
    let source = take_text(&name, text, sources, diagnostics)?;
    Ok(OrganisationFile { name, text: sources.get(source).text.clone() })
}
