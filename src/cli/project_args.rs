//! Which project is meant, on all command lines.

use std::path::{Path, PathBuf};

use clap::Args;

#[derive(Args)]
pub(super) struct ProjectArgs {
    /// The project's folder; without it this folder, or the built-in factsheet where it holds no polyleaf.toml
    #[arg(long, value_name = "DIR")]
    pub(super) project: Option<PathBuf>,
}

impl ProjectArgs {
    /// The folder to write to: the one that is named, else `out` in the project's.
    pub(super) fn out(&self, named: Option<&Path>) -> PathBuf {
        let home = self.project.as_deref().unwrap_or(Path::new(""));
        named.map_or_else(|| home.join("out"), Path::to_owned)
    }
}
