//! What the program says: the product on standard out, which must arrive, the talk on standard error, which need not.

use std::io::{self, Write, stderr, stdout};

/// Writes to standard out, in one piece.
///
/// # Errors
/// It is full, or nobody reads it any more.
pub(super) fn print(text: &str) -> io::Result<()> {
    let mut out = stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Says a text on standard error. Where that is closed, there is nobody left to tell.
pub(super) fn talk(text: &str) {
    let _ = write!(stderr(), "{text}");
}
