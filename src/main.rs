//! The command line over the crate's door.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
