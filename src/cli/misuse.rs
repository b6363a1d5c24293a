//! Command lines that ask for nothing that can be done, and what is named on them.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use polyleaf::{LayoutChoice, NoProject, Project};
use rayon::ThreadPoolBuildError;

use super::args::ProjectArgs;

/// A command line that asks for nothing that can be done.
#[derive(Debug, thiserror::Error)]
pub(super) enum Misuse {
    /// A command that is to come.
    #[error("`{0}` is not built yet; `polyleaf --help` lists what is")]
    NotBuilt(String),
    /// Any other name.
    #[error("there is no command `{0}`; `polyleaf --help` lists them")]
    NoCommand(String),
    /// The system does not give so many threads.
    #[error("{count} threads can’t be started: {error}")]
    Threads { count: NonZeroUsize, error: ThreadPoolBuildError },
    /// Pixels of what has none.
    #[error("--ppi is for --format png")]
    Ppi,
    /// A shop for what it does not print.
    #[error("--press is for --for press: leave --for out, or add press to it")]
    Press,
    /// “all” beside the name of a layout.
    #[error("“all” stands for every layout: name no other beside it")]
    AllAndMore,
    /// A folder without a manifest.
    #[error(transparent)]
    NoProject(#[from] NoProject),
    /// A folder without files of organisations.
    #[error("the folder {} holds no organisation’s file, such as our.toml", .0.display())]
    NoOrganisations(PathBuf),
    /// A file that is not there.
    #[error("there is no file {}", .0.display())]
    NoFile(PathBuf),
}

/// The project in the folder named, or in this folder, or the built-in one.
pub(super) fn project(args: &ProjectArgs) -> Result<Project, NoProject> {
    match &args.project {
        Some(folder) => Project::open(folder),
        None => Ok(Project::open(".").unwrap_or_else(|_| Project::embedded())),
    }
}

/// The layouts named; those that each leaflet names where none is.
pub(super) fn layout_choice(names: &[String]) -> Result<LayoutChoice, Misuse> {
    match names {
        [] => Ok(LayoutChoice::Own),
        names if names.iter().all(|name| name == "all") => Ok(LayoutChoice::Every),
        names if names.iter().any(|name| name == "all") => Err(Misuse::AllAndMore),
        names => Ok(LayoutChoice::Named(names.to_vec())),
    }
}
