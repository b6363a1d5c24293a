//! Files written whole or not at all.

use std::fs;
use std::io;
use std::path::Path;

use crate::diag::{Code, Diagnostic};

/// Writes a file by way of a neighbour that is renamed in the end, so that nobody ever sees half of it.
///
/// # Errors
/// The neighbour can't be written or renamed; it is removed again.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let name = path.file_name().ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "no file name"))?;
    let partial = path.with_file_name(format!(".{}.partial", name.to_string_lossy()));
    let written = fs::write(&partial, bytes).and_then(|()| fs::rename(&partial, path));
    if written.is_err() {
        // The first error is the one to tell; what can't be written may well not be there to remove.
        let _ = fs::remove_file(&partial);
    }
    written
}

/// Says that a file or folder can’t be written.
pub(super) fn unwritable(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::new(Code::Output, format!("{} can’t be written: {error}", path.display()))
        .help("name another folder with --out, or mend its permissions")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_not_be_written_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("taken.pdf")).unwrap();
        assert!(write_whole(&folder.path().join("taken.pdf"), b"new").is_err());
        let left: Vec<_> =
            fs::read_dir(folder.path()).unwrap().flatten().map(|entry| entry.file_name()).collect();
        assert_eq!(left, ["taken.pdf"]);
    }
}
