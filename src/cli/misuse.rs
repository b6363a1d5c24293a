//! Command lines that ask for nothing that can be done, and what is named on them.

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::CommandFactory;
use polyleaf::{LayoutChoice, Project, nearest};
use rayon::ThreadPoolBuildError;

use super::absent::no_project;
use super::args::Cli;
use super::meant;
use super::project_args::ProjectArgs;
use super::said::Said;
use super::typed::Typed;

/// Names kept for commands to come, so that nobody's script gives them another meaning (docs/product.md, "Command line").
const RESERVED: &[&str] = &["fonts", "studio"];

/// A command line that asks for nothing that can be done.
#[derive(Debug)]
pub(super) enum Misuse {
    /// What is wrong, and what to do.
    Said(Said),
    /// So many threads can't be started.
    Threads { count: NonZeroUsize, error: ThreadPoolBuildError },
    /// Pixels of what has none.
    Ppi,
    /// A shop for what it does not print.
    Press,
    /// “all” beside the name of a layout.
    AllAndMore,
    /// Standard out as a folder.
    OutIsNoFolder,
    /// The manual can't be written where it should.
    Manual { folder: PathBuf, error: std::io::Error },
}

impl Misuse {
    /// What is wrong, and what to do.
    pub(super) fn said(self) -> Said {
        match self {
            Misuse::Said(said) => said,
            Misuse::Threads { count, error } => {
                Said::new(format!("{count} threads can’t be started: {error}"))
                    .words("name fewer after --jobs, or leave it out")
            }
            Misuse::Ppi => {
                Said::new("--ppi is for --format png").words("leave --ppi out, or add --format png")
            }
            Misuse::Press => {
                Said::new("--press is for --for press").words("leave --for out, or add press to it")
            }
            Misuse::AllAndMore => Said::new("“all” stands for every layout")
                .words("name no other beside it, or leave “all” out"),
            Misuse::OutIsNoFolder => Said::new("“-” stands for standard out, which takes no files")
                .words("name a folder, as in --out leaflets"),
            Misuse::Manual { folder, error } => Said::new(format!("the manual can’t be written: {error}"))
                .line(folder.display().to_string())
                .words("name another folder"),
        }
    }
}

/// The project in the folder named, or in this folder, or the built-in one.
pub(super) fn project(args: &ProjectArgs) -> Result<Project, Misuse> {
    match &args.project {
        Some(folder) => Project::open(folder).map_err(|_| Misuse::Said(no_project(folder))),
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

/// What a command is named for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// To run.
    Run,
    /// To have its help.
    Help,
}

/// Says of a command that there is none, and what was probably meant.
pub(super) fn no_command(words: &[OsString], asked: Asked) -> Misuse {
    let name = words.first().map(|word| word.to_string_lossy().into_owned()).unwrap_or_default();
    if RESERVED.contains(&name.as_str()) {
        return Misuse::Said(
            Said::new(format!("`{name}` is not built yet")).words("`polyleaf --help` lists the commands"),
        );
    }
    let command = Cli::command();
    let known: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
    let said = Said::new(format!("there is no command `{name}`"));
    let all = format!("commands are {}", known.join(", "));
    let line = |command: &str| {
        if asked == Asked::Help {
            return Some(format!("polyleaf help {command}"));
        }
        let typed = Typed::new(&[&[OsString::from("polyleaf")], &words[1..]].concat());
        typed.with_command(command)
    };
    let near = meant::command(&name).or_else(|| nearest(&name, &known));
    Misuse::Said(match (meaning(&name), near) {
        (Some(meaning), _) => said.words(format!("{meaning} after `polyleaf build`")),
        (None, Some(near)) => said.words(format!("did you mean “{near}”?")).lines(line(near)).words(all),
        (None, None) => said.words(all),
    })
}

/// What a word is the name of in the project of this folder.
pub(super) fn meaning(word: &str) -> Option<String> {
    project(&ProjectArgs { project: None }).ok()?.meaning(word)
}

/// Refuses standard out where a folder is asked for.
pub(super) fn check_folder(folder: &Path) -> Result<(), Misuse> {
    if folder == Path::new("-") { Err(Misuse::OutIsNoFolder) } else { Ok(()) }
}
