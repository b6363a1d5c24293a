//! What the program says: the product on standard out, which must arrive, the talk on standard error, which need not.

use clap::error::ContextKind;
use std::ffi::OsString;
use std::io::{self, Write, stderr, stdout};

use super::misuse::taken_elsewhere;
use polyleaf::shown;

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

/// Complains in a line on standard error. Where that is closed, there is nobody left to tell.
pub(super) fn complain(line: &str) {
    let _ = writeln!(stderr(), "polyleaf: {}", shown(line));
}

/// Says what clap says of arguments: in its colours, unless an argument would move the terminal.
pub(super) fn complain_of_arguments(error: &mut clap::Error, arguments: &[OsString]) {
    let arguments: Vec<String> =
        arguments.iter().map(|argument| argument.to_string_lossy().into_owned()).collect();
    if arguments.iter().all(|argument| shown(argument) == *argument) {
        // That it may stand after `--` helps nobody who forgot how an option is called.
        error.remove(ContextKind::Suggested);
        let _ = error.print();
        if let Some(meaning) = taken_elsewhere(error) {
            talk(&format!("\n  {meaning}\n"));
        }
        return;
    }
    let mut text = error.render().to_string();
    for argument in arguments.iter().filter(|argument| !argument.is_empty()) {
        text = text.replace(argument, &shown(argument));
    }
    let text: String = text.lines().map(|line| format!("{}\n", shown(line))).collect();
    let _ = stderr().write_all(text.as_bytes());
}
