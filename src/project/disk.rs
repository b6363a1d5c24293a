//! Files as they are read from the disk: the one way in. In: a path, the folder that it must lie in, and what kind of file
//! it is. Out: its bytes, or why not. Only plain files are opened, for a pipe would be waited for; no more is read than the
//! kind may hold, whatever the system says of a file's size; and no link leads out of its project.

use std::fs::{self, File, FileType};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::encoding::Misencoded;

/// What kind of file is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FileKind {
    /// TOML: a manifest, a layout, a look, settings.
    Settings,
    /// The messages of a language.
    Messages,
    /// Texts that come back from a translator.
    Texts,
    /// A picture or a drawing.
    Picture,
    /// A face.
    Font,
    /// A PDF, or another file that a build wrote.
    Pdf,
}

impl FileKind {
    /// How many megabytes it may have (H): many times what anybody has written by hand, and little enough to be held.
    fn megabytes(self) -> u64 {
        match self {
            FileKind::Settings => 1,
            FileKind::Messages => 4,
            FileKind::Texts => 16,
            FileKind::Picture => 32,
            FileKind::Font | FileKind::Pdf => 64,
        }
    }

    /// The kind of a project's file, by its name.
    pub(super) fn of(name: &str) -> FileKind {
        match Path::new(name).extension().and_then(|extension| extension.to_str()) {
            Some("toml") => FileKind::Settings,
            Some("ftl") => FileKind::Messages,
            _ if name.starts_with("fonts/") => FileKind::Font,
            _ => FileKind::Picture,
        }
    }
}

/// The most lines of a file of messages (H): a thousand messages have some five thousand, and a damaged file can have a
/// million, each with a message of its own to be held and compared.
const MOST_LINES: usize = 100_000;

/// Why a file is not read.
#[derive(Debug, thiserror::Error)]
pub enum FileFault {
    /// The system does not give it.
    #[error("{}", plain_words(.0))]
    System(#[from] io::Error),
    /// It is no plain file, but this.
    #[error("it is {0} and no plain file")]
    Special(&'static str),
    /// It is larger than one of its kind has to be.
    #[error("it is larger than {0} MB")]
    TooLarge(u64),
    /// It is a link to what is not there, or lies behind one.
    #[error("it is a link that leads nowhere")]
    Dangling,
    /// It is a link out of the project, or lies behind one.
    #[error("it is a link that leads out of the project’s folder")]
    Outside,
    /// Its name can't be told.
    #[error("its name is not UTF-8")]
    Name,
    /// It has more lines than anybody writes.
    #[error("it has more than 100,000 lines")]
    TooManyLines,
    /// Its text is written in another way than UTF-8.
    #[error("{0}")]
    Misencoded(Box<Misencoded>),
}

impl FileFault {
    /// What to do about it.
    pub(super) fn help(&self) -> String {
        match self {
            FileFault::System(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                "mend its permissions, or those of the folder that it is in".to_owned()
            }
            FileFault::System(_) => "look whether the disk that it is on is sound and there".to_owned(),
            FileFault::Special(_) => "put a plain file in its place, or remove it".to_owned(),
            FileFault::TooLarge(most) => {
                format!("{most} MB are the most that such a file may have: split it, or make it smaller")
            }
            FileFault::TooManyLines => {
                "split it into several files, or look whether it is damaged".to_owned()
            }
            FileFault::Dangling => "mend the link, or remove it".to_owned(),
            FileFault::Outside => "put a copy of what it leads to in its place".to_owned(),
            FileFault::Name => "rename it with letters, digits and hyphens".to_owned(),
            FileFault::Misencoded(_) => {
                "save it again as UTF-8, which editors offer as “encoding” under “Save as”".to_owned()
            }
        }
    }
}

/// What the system says, without its number.
fn plain_words(error: &io::Error) -> String {
    let told = error.to_string();
    let end = told.find(" (os error").unwrap_or(told.len());
    told[..end].to_owned()
}

/// The bytes of a file that a user named.
///
/// # Errors
/// It is not there, is no plain file, or is larger than its kind may be.
pub fn read_file(path: &Path, kind: FileKind) -> Result<Vec<u8>, FileFault> {
    let most = kind.megabytes() << 20;
    check_file(&fs::metadata(path)?, kind)?;
    let file = File::open(path)?;
    // What lies there may have changed since.
    let found = file.metadata()?;
    check_file(&found, kind)?;
    // Room for all of it: a face of ten megabytes would be copied a dozen times while it grows.
    let mut bytes = Vec::with_capacity(usize::try_from(found.len()).unwrap_or_default());
    file.take(most + 1).read_to_end(&mut bytes)?;
    check_length(bytes.len(), kind)?;
    Ok(bytes)
}

/// Refuses bytes that are more than their kind may be, wherever they come from.
///
/// # Errors
/// They are.
pub fn check_length(bytes: usize, kind: FileKind) -> Result<(), FileFault> {
    match u64::try_from(bytes) {
        Ok(count) if count <= kind.megabytes() << 20 => Ok(()),
        _ => Err(FileFault::TooLarge(kind.megabytes())),
    }
}

/// Refuses a text of more lines than its kind may have.
///
/// # Errors
/// It has more.
pub(super) fn check_lines(text: String, kind: FileKind) -> Result<String, FileFault> {
    let is_long =
        kind == FileKind::Messages && text.bytes().filter(|byte| *byte == b'\n').count() > MOST_LINES;
    if is_long { Err(FileFault::TooManyLines) } else { Ok(text) }
}

fn check_file(found: &fs::Metadata, kind: FileKind) -> Result<(), FileFault> {
    match special(found.file_type()) {
        Some(what) => Err(FileFault::Special(what)),
        None if found.len() > kind.megabytes() << 20 => Err(FileFault::TooLarge(kind.megabytes())),
        None => Ok(()),
    }
}

/// What something is that is no plain file.
fn special(kind: FileType) -> Option<&'static str> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        if kind.is_fifo() {
            return Some("a pipe");
        }
        if kind.is_socket() {
            return Some("a socket");
        }
        if kind.is_char_device() || kind.is_block_device() {
            return Some("a device");
        }
    }
    match kind {
        _ if kind.is_dir() => Some("a folder"),
        _ if kind.is_file() => None,
        _ => Some("something else"),
    }
}

/// Where something lies that is named from a folder, all links followed.
///
/// # Errors
/// It is not there, or not within the folder.
pub(super) fn resolve(root: &Path, name: &str) -> Result<PathBuf, FileFault> {
    let real = fs::canonicalize(root.join(name)).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => FileFault::Dangling,
        _ => FileFault::System(error),
    })?;
    if real.starts_with(root) { Ok(real) } else { Err(FileFault::Outside) }
}

/// Whether there is something of that name in a folder, be it of use or not: what can't be looked at, and a link that leads
/// nowhere, are there.
pub(super) fn is_there(root: &Path, name: &str) -> bool {
    let path = root.join(name);
    match fs::symlink_metadata(&path) {
        Ok(_) => true,
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => true,
        Err(_) => path
            .ancestors()
            .take_while(|above| *above != root)
            .any(|above| above.is_symlink() && fs::metadata(above).is_err()),
    }
}

/// The name of what lies in a folder and differs from a name in capital and small letters alone.
pub(super) fn in_other_case(root: &Path, name: &str) -> Option<String> {
    let (folder, last) = name.rsplit_once('/').map_or((".", name), |(folder, last)| (folder, last));
    let entries = fs::read_dir(resolve(root, folder).ok()?).ok()?.flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let found = names.filter(|known| known.to_lowercase() == last.to_lowercase()).min()?;
    Some(if folder == "." { found } else { format!("{folder}/{found}") })
}

/// What lies in a folder.
#[derive(Default)]
pub(super) struct Listed {
    /// The names of what was looked for, in no order.
    pub(super) names: Vec<String>,
    /// What can't be looked at, by its name from the project.
    pub(super) faults: Vec<(String, FileFault)>,
}

/// Something that lies in a folder.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Entry {
    /// Its name.
    pub(super) name: String,
    /// Whether it is a folder.
    pub(super) is_folder: bool,
}

/// All that lies in a folder of a project, in order, hidden names left out; nothing where it can't be looked into.
pub(super) fn list_entries(root: &Path, folder: &str) -> Vec<Entry> {
    let listed = resolve(root, folder).ok().and_then(|folder| fs::read_dir(folder).ok());
    let entry = |entry: fs::DirEntry| {
        let name = entry.file_name().to_str().filter(|name| !name.starts_with('.'))?.to_owned();
        Some(Entry { name, is_folder: entry.path().is_dir() })
    };
    let mut entries: Vec<Entry> =
        listed.into_iter().flatten().filter_map(Result::ok).filter_map(entry).collect();
    entries.sort();
    entries
}

/// What is listed of a folder.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum EntryKind {
    /// Its files of that extension, and whatever else is called so.
    Files(&'static str),
    /// Its folders.
    Folders,
}

impl EntryKind {
    /// Whether a name may be one of a file that is looked for.
    pub(super) fn takes_name(self, name: &Path) -> bool {
        match self {
            EntryKind::Files(extension) => name.extension().is_some_and(|found| found == extension),
            EntryKind::Folders => true,
        }
    }
}

/// Lists a folder of a project; there may be none. Hidden names are passed over: systems leave them about.
///
/// # Errors
/// The folder itself can't be looked into.
pub(super) fn list_folder(root: &Path, folder: &str, kind: EntryKind) -> Result<Listed, FileFault> {
    let mut listed = Listed::default();
    if !is_there(root, folder) {
        return Ok(listed);
    }
    for entry in fs::read_dir(resolve(root, folder)?)? {
        let name = entry.as_ref().map(|entry| entry.file_name()).unwrap_or_default();
        let shown = || format!("{folder}/{}", name.to_string_lossy());
        if name.as_encoded_bytes().starts_with(b".") || !kind.takes_name(Path::new(&name)) {
            continue;
        }
        match entry.map_err(FileFault::from).and_then(|entry| is_wanted(&entry, kind)) {
            Ok(false) => {}
            Ok(true) => match name.to_str() {
                Some(name) => listed.names.push(name.to_owned()),
                None => listed.faults.push((shown(), FileFault::Name)),
            },
            Err(fault) => listed.faults.push((shown(), fault)),
        }
    }
    Ok(listed)
}

fn is_wanted(entry: &fs::DirEntry, kind: EntryKind) -> Result<bool, FileFault> {
    // What is called like a file is told when it is read, if it is none.
    if kind != EntryKind::Folders {
        return Ok(true);
    }
    let found = entry.file_type()?;
    if !found.is_symlink() {
        return Ok(found.is_dir());
    }
    let target = fs::metadata(entry.path()).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => FileFault::Dangling,
        _ => FileFault::System(error),
    })?;
    Ok(target.is_dir())
}
