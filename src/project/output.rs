//! Files written whole or not at all: each is made under a name that nobody can guess, and renamed when its bytes are on
//! the disk. Who writes one holds its lock, so that what a run that was killed has left can be told from what another
//! run is writing.

use std::collections::BTreeSet;
use std::fs::{self, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use crate::diag::{Code, Diagnostic};

/// What the names of files start with that are being written.
const UNFINISHED: &str = ".polyleaf-";
/// What they end with.
const PARTIAL: &str = ".partial";
/// How many letters and digits lie between.
const UNGUESSED: usize = 12;

/// A folder that a run writes to.
pub(super) struct OutFolder<'a> {
    path: &'a Path,
}

/// Why a file is not written.
#[derive(Debug, thiserror::Error)]
enum Unwritten {
    /// There is one of its name that may not be changed.
    #[error("is there and read-only, so it is kept as it is")]
    Kept,
    /// There is a file where the folder should be.
    #[error("is a file, not a folder")]
    NotAFolder,
    /// The system does not take it.
    #[error("can’t be written: {0}")]
    Refused(#[from] io::Error),
    /// The system does not let it go.
    #[error("can’t be removed: {0}")]
    Left(io::Error),
}

impl<'a> OutFolder<'a> {
    /// Makes the folder where it is not there, and removes what runs that were killed have left in it.
    ///
    /// # Errors
    /// `output/unwritable`.
    pub(super) fn open(path: &'a Path) -> Result<OutFolder<'a>, Diagnostic> {
        if let Some(file) = path.ancestors().find(|place| place.is_file()) {
            return Err(unwritten(file, &Unwritten::NotAFolder).of_request());
        }
        fs::create_dir_all(path).map_err(|error| unwritten(path, &error.into()))?;
        remove_left_overs(path);
        Ok(OutFolder { path })
    }

    /// Writes a file, in place of one of that name; says where it is.
    ///
    /// # Errors
    /// `output/unwritable`: nothing of it is left, and what was there before still is.
    pub(super) fn write(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, Diagnostic> {
        let path = self.path_of(name);
        self.put(&path, bytes).map_err(|why| unwritten(&path, &why))?;
        Ok(path)
    }

    /// Removes a file.
    ///
    /// # Errors
    /// `output/unwritable`: it is still there.
    pub(super) fn remove(&self, name: &str) -> Result<(), Diagnostic> {
        let path = self.path_of(name);
        fs::remove_file(&path).map_err(|error| unwritten(&path, &Unwritten::Left(error)))
    }

    /// The first of some files, and how many more; `None` of none.
    pub(super) fn told(&self, names: &BTreeSet<String>) -> Option<String> {
        let first = self.path_of(names.first()?).display().to_string();
        Some(match names.len() - 1 {
            0 => first,
            more => format!("{first} and {more} more"),
        })
    }

    /// Where a file of that name is.
    pub(super) fn path_of(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    fn put(&self, path: &Path, bytes: &[u8]) -> Result<(), Unwritten> {
        // A link is replaced, whatever it leads to.
        if fs::symlink_metadata(path).is_ok_and(|found| found.is_file() && found.permissions().readonly()) {
            return Err(Unwritten::Kept);
        }
        let mut partial = new_partial(self.path)?;
        partial.write_all(bytes)?;
        partial.as_file().sync_all()?;
        // It stays locked until it has its name.
        let _file = partial.persist(path).map_err(|failed| failed.error)?;
        Ok(())
    }

    /// Has the names of the files that were written put on the disk, too.
    ///
    /// # Errors
    /// `output/unwritable`.
    #[cfg(unix)]
    pub(super) fn sync(&self) -> Result<(), Diagnostic> {
        match fs::File::open(self.path).and_then(|folder| folder.sync_all()) {
            // Not every system lets a folder be opened for this; it writes such names by itself.
            Err(error) if !is_refused(error.kind()) => Err(unwritten(self.path, &error.into())),
            Ok(()) | Err(_) => Ok(()),
        }
    }

    /// Other systems write the names of files by themselves.
    #[cfg(not(unix))]
    pub(super) fn sync(&self) -> Result<(), Diagnostic> {
        Ok(())
    }
}

/// Whether what was asked for is not to be had, which says nothing of the files.
#[cfg(unix)]
fn is_refused(kind: io::ErrorKind) -> bool {
    use io::ErrorKind::{InvalidInput, PermissionDenied, Unsupported};
    matches!(kind, InvalidInput | PermissionDenied | Unsupported)
}

/// A new file in a folder, locked. What is between its making and its lock may be taken for a left-over and removed by
/// another run, so it is looked at again.
fn new_partial(folder: &Path) -> io::Result<NamedTempFile> {
    const TRIES: usize = 100;
    for _ in 0..TRIES {
        let partial = plain_builder().tempfile_in(folder)?;
        match partial.as_file().try_lock() {
            Err(TryLockError::WouldBlock) => {}
            // Where files can't be locked, nothing is removed either.
            Err(TryLockError::Error(_)) => return Ok(partial),
            Ok(()) if fs::symlink_metadata(partial.path()).is_ok() => return Ok(partial),
            Ok(()) => {}
        }
    }
    Err(io::Error::other("new files vanish from this folder as soon as they are made"))
}

/// What makes files as a program makes them by default: everybody may read them whom the user's mask lets.
fn plain_builder() -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(UNFINISHED).suffix(PARTIAL).rand_bytes(UNGUESSED);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}

/// Removes files that no run is writing any more. What can't be removed does no harm.
fn remove_left_overs(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let paths = entries.flatten().map(|entry| entry.path());
    for path in paths.filter(|path| is_partial(path)) {
        // A link or a pipe of that name is none of ours; to open it could wait for ever.
        if !fs::symlink_metadata(&path).is_ok_and(|found| found.is_file()) {
            continue;
        }
        if let Ok(file) = OpenOptions::new().read(true).write(true).open(&path)
            && file.try_lock().is_ok()
        {
            let _ = fs::remove_file(&path);
        }
    }
}

/// Whether a file has the name of one that is being written.
fn is_partial(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    let unguessed = name.and_then(|name| name.strip_prefix(UNFINISHED)?.strip_suffix(PARTIAL));
    unguessed
        .is_some_and(|middle| middle.len() == UNGUESSED && middle.chars().all(|c| c.is_ascii_alphanumeric()))
}

/// Says that a file or folder is not written.
fn unwritten(path: &Path, why: &Unwritten) -> Diagnostic {
    let help = match why {
        Unwritten::NotAFolder => "name another folder with --out, or move the file away",
        Unwritten::Kept => "move it away or make it writable, or name another folder with --out",
        Unwritten::Refused(error) if error.kind() == io::ErrorKind::StorageFull => {
            "make room on this disk, or name another folder with --out"
        }
        Unwritten::Refused(_) => "name another folder with --out, or mend its permissions",
        Unwritten::Left(_) => {
            "close what has it open, mend the permissions of its folder, or remove it by hand"
        }
    };
    Diagnostic::new(Code::Output, format!("{} {why}", path.display())).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap().flatten();
        let mut names: Vec<String> = entries.map(|entry| entry.file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn message(told: Result<PathBuf, Diagnostic>) -> String {
        told.unwrap_err().message
    }

    #[test]
    fn what_can_not_be_written_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("taken.pdf")).unwrap();
        let out = OutFolder::open(folder.path()).unwrap();
        assert!(out.write("taken.pdf", b"new").is_err());
        assert_eq!(names(folder.path()), ["taken.pdf"]);
    }

    #[test]
    fn what_can_not_be_removed_is_told() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("old.pdf")).unwrap();
        let wrong = OutFolder::open(folder.path()).unwrap().remove("old.pdf").unwrap_err();
        assert!(wrong.message.contains("old.pdf can’t be removed: "), "{}", wrong.message);
    }

    #[test]
    fn left_overs_go_and_what_is_being_written_stays() {
        let folder = tempfile::tempdir().unwrap();
        let left = plain_builder().tempfile_in(folder.path()).unwrap().into_temp_path();
        let written = new_partial(folder.path()).unwrap();
        let other = folder.path().join(".polyleaf-mine.partial");
        fs::write(&other, "of somebody else").unwrap();
        OutFolder::open(folder.path()).unwrap().write("a.pdf", b"whole").unwrap();
        assert!(!left.exists() && written.path().exists() && other.exists());
        drop(written);
        assert_eq!(names(folder.path()), [".polyleaf-mine.partial", "a.pdf"]);
    }

    #[test]
    fn a_file_that_may_not_be_changed_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.pdf");
        fs::write(&path, "signed").unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        let told = message(OutFolder::open(folder.path()).unwrap().write("a.pdf", b"new"));
        assert!(told.ends_with("is there and read-only, so it is kept as it is"), "{told}");
        assert_eq!((fs::read(&path).unwrap(), names(folder.path()).len()), (b"signed".to_vec(), 1));
    }

    #[test]
    fn a_name_may_be_as_long_as_the_disk_takes() {
        let folder = tempfile::tempdir().unwrap();
        let out = OutFolder::open(folder.path()).unwrap();
        assert!(out.write(&"x".repeat(255), b"whole").is_ok());
        assert!(out.write(&"x".repeat(256), b"whole").is_err());
        assert_eq!(names(folder.path()).len(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_replaced_and_never_followed() {
        let folder = tempfile::tempdir().unwrap();
        let victim = folder.path().join("victim");
        fs::write(&victim, "mine").unwrap();
        std::os::unix::fs::symlink(&victim, folder.path().join("a.pdf")).unwrap();
        std::os::unix::fs::symlink(&victim, folder.path().join(".polyleaf-0123456789ab.partial")).unwrap();
        OutFolder::open(folder.path()).unwrap().write("a.pdf", b"new").unwrap();
        assert_eq!(fs::read(&victim).unwrap(), b"mine");
        assert_eq!(fs::read(folder.path().join("a.pdf")).unwrap(), b"new");
        assert!(!fs::symlink_metadata(folder.path().join("a.pdf")).unwrap().is_symlink());
    }

    /// The mask of this process is not known, so the file is compared with one that is made in the plain way.
    #[cfg(unix)]
    #[test]
    fn a_file_may_be_read_by_whom_the_mask_lets() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("plain"), "x").unwrap();
        let out = OutFolder::open(folder.path()).unwrap();
        let ours = out.write("ours", b"x").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(&ours), mode(&folder.path().join("plain")));
    }
}
