//! Shows what was built in the viewer that the system has for it.

use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use polyleaf::Artifact;

/// How long a viewer may take to say that it can't (H). Some say nothing until they are closed.
const PATIENCE: Duration = Duration::from_secs(3);

/// Opens the file that was built, or the folder of several; says what is to be said of it.
pub(super) fn open_built(artifacts: &[Artifact], out: &Path) -> String {
    let target = match artifacts {
        [] => return "Nothing was built that could be opened.\n".to_owned(),
        [one] => PathBuf::from(&one.path),
        _ => out.to_owned(),
    };
    // A viewer is given the whole path, as it may start elsewhere.
    let target = target.canonicalize().unwrap_or(target);
    if is_opened(&target) {
        return String::new();
    }
    format!("Nothing here can open it: it is {}\n", polyleaf::shown(&target.display().to_string()))
}

/// Whether a viewer took it, as far as one says so in time.
fn is_opened(target: &Path) -> bool {
    let (said, hears) = mpsc::channel();
    let target = target.to_owned();
    thread::spawn(move || {
        // Who waited too long hears no more.
        let _ = said.send(open::that(target).is_ok());
    });
    hears.recv_timeout(PATIENCE).unwrap_or(true)
}
