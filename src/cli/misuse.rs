//! Command lines that ask for nothing that can be done, and what is named on them.

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use polyleaf::{LayoutChoice, NoProject, Project, which_of};
use rayon::ThreadPoolBuildError;

use super::args::{Cli, ProjectArgs};

/// Names kept for commands to come, so that nobody's script gives them another meaning (docs/product.md, "Command line").
const RESERVED: &[&str] = &["new", "import", "add-locale", "approve", "export", "fonts", "studio"];

/// A command line that asks for nothing that can be done.
#[derive(Debug, thiserror::Error)]
pub(super) enum Misuse {
    /// A command that is to come.
    #[error("`{0}` is not built yet; `polyleaf --help` lists what is")]
    NotBuilt(String),
    /// Any other name.
    #[error("there is no command `{name}`; {instead}")]
    NoCommand { name: String, instead: String },
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
    /// Standard out as a folder.
    #[error("“-” stands for standard out, which takes no files: name a folder")]
    OutIsNoFolder,
    /// The manual can't be written where it should.
    #[error("the manual can’t be written to {}: {error}", .folder.display())]
    Manual { folder: PathBuf, error: std::io::Error },
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
    let is_all = |name: &String| name.trim().eq_ignore_ascii_case("all");
    match names {
        [] => Ok(LayoutChoice::Own),
        names if names.iter().all(is_all) => Ok(LayoutChoice::Every),
        names if names.iter().any(is_all) => Err(Misuse::AllAndMore),
        names => Ok(LayoutChoice::Named(names.to_vec())),
    }
}

/// Says of a command that there is none, and what was probably meant.
pub(super) fn no_command(words: &[OsString]) -> Misuse {
    let name = words.first().map(|word| word.to_string_lossy().into_owned()).unwrap_or_default();
    if RESERVED.contains(&name.as_str()) {
        return Misuse::NotBuilt(name);
    }
    let command = Cli::command();
    let known: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
    let instead = match meaning(&name) {
        Some(meaning) => format!("{meaning} after `polyleaf build`"),
        None => which_of(&name, &known, "commands"),
    };
    Misuse::NoCommand { name, instead }
}

/// What a word that the arguments do not take is the name of elsewhere.
pub(super) fn taken_elsewhere(error: &clap::Error) -> Option<String> {
    let kind = match error.kind() {
        ErrorKind::InvalidValue => ContextKind::InvalidValue,
        ErrorKind::UnknownArgument => ContextKind::InvalidArg,
        _ => return None,
    };
    match error.get(kind)? {
        ContextValue::String(word) => meaning(word.trim_start_matches('-')),
        _ => None,
    }
}

/// What a word is the name of in the project of this folder.
fn meaning(word: &str) -> Option<String> {
    project(&ProjectArgs { project: None }).ok()?.meaning(word)
}

/// Refuses standard out where a folder is asked for.
pub(super) fn check_folder(folder: &Path) -> Result<(), Misuse> {
    if folder == Path::new("-") { Err(Misuse::OutIsNoFolder) } else { Ok(()) }
}
