//! The command line: arguments in, project calls, reports out. Standard out carries the product, standard error the talk.

mod args;
mod preflight;
mod render;
mod table;

use std::ffi::OsString;
use std::fs;
use std::io::{self, IsTerminal};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;

use clap::Parser;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::{ThreadPoolBuildError, ThreadPoolBuilder};
use serde_json::Value;

use self::args::{BuildArgs, CheckArgs, Cli, Command, LayoutsArgs, MessageFormat, ProjectArgs, StatusArgs};
use crate::diag::Diagnostics;
use crate::project::{self, Files, LayoutChoice, OrganisationFile, Request, Selection};
use crate::source::Sources;

/// Runs the command line: 0 done, 1 the project has problems, 2 wrong use.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let outcome = match cli.command {
        Command::Build(args) => build(&args),
        Command::Check(args) => check(&args),
        Command::Status(args) => status(&args),
        Command::Layouts(args) => layouts(&args),
        Command::Preflight(args) => Ok(match preflight::run(&args) {
            preflight::Outcome::Right => ExitCode::SUCCESS,
            preflight::Outcome::Wrong => ExitCode::from(1),
            preflight::Outcome::Missing => ExitCode::from(2),
        }),
        Command::Other(words) => Err(no_command(&words)),
    };
    outcome.unwrap_or_else(|misuse| {
        eprintln!("polyleaf: {misuse}");
        ExitCode::from(2)
    })
}

/// Names kept for commands to come, so that nobody's script gives them another meaning (docs/product.md, "Command line").
const RESERVED: &[&str] = &["new", "import", "add-locale", "approve", "export", "fonts", "studio"];

/// A command line that asks for nothing that can be done.
#[derive(Debug, thiserror::Error)]
enum Misuse {
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
    /// “all” beside the name of a layout.
    #[error("“all” stands for every layout: name no other beside it")]
    AllAndMore,
    /// A folder without a manifest.
    #[error("{} holds no polyleaf.toml, so it is no project", .0.display())]
    NoProject(PathBuf),
    /// The file of another organisation.
    #[error("{} can’t be read: {error}", file.display())]
    Unreadable { file: PathBuf, error: io::Error },
}

fn no_command(words: &[OsString]) -> Misuse {
    let name = words.first().map(|word| word.to_string_lossy().into_owned()).unwrap_or_default();
    if RESERVED.contains(&name.as_str()) { Misuse::NotBuilt(name) } else { Misuse::NoCommand(name) }
}

fn build(args: &BuildArgs) -> Result<ExitCode, Misuse> {
    let files = files(&args.project)?;
    if let Some(jobs) = args.jobs {
        let pool = ThreadPoolBuilder::new().num_threads(jobs.get()).build_global();
        pool.map_err(|error| Misuse::Threads { count: jobs, error })?;
    }
    if args.ppi.is_some() && project::Format::from(args.format) != project::Format::Png {
        return Err(Misuse::Ppi);
    }
    let request = Request {
        selection: Selection {
            locales: args.locale.clone(),
            layouts: layout_choice(&args.layout)?,
            leaflets: args.leaflet.clone(),
            organisation: organisation(args.org.as_deref())?,
            form: args.form(),
            with: args.with.clone(),
        },
        paper: args.paper.clone(),
        outputs: args.outputs(),
        format: args.format.into(),
        ppi: args.ppi,
        out: Some(args.out.clone()),
    };
    let mut sources = Sources::default();
    let bar = progress_bar(args.message_format);
    let started = Mutex::new(false);
    let advance = |count: usize| {
        let mut started = started.lock().expect("no holder panics");
        if *started {
            bar.inc(1);
        } else {
            bar.set_length(u64::try_from(count).expect("64 bits fit"));
        }
        *started = true;
    };
    let report = project::build(&files, &request, &mut sources, &advance);
    bar.finish_and_clear();
    let lines = || render::lines("artifact", &report.artifacts);
    let product = Product { lines: &lines, table: &|| table::artifacts(&report.artifacts) };
    Ok(finish(&report.diagnostics, &sources, args.message_format, &product))
}

fn check(args: &CheckArgs) -> Result<ExitCode, Misuse> {
    let files = files(&args.project)?;
    let selection = Selection { locales: args.locales.clone(), ..Selection::default() };
    let mut sources = Sources::default();
    let report = project::check(&files, &selection, args.paper.as_deref(), &mut sources);
    let product = Product { lines: &Vec::new, table: &|| render::verdict(&report.diagnostics) };
    Ok(finish(&report.diagnostics, &sources, args.message_format, &product))
}

fn status(args: &StatusArgs) -> Result<ExitCode, Misuse> {
    let files = files(&args.project)?;
    let selection = Selection {
        locales: args.locale.clone(),
        layouts: layout_choice(&args.layout)?,
        leaflets: args.leaflet.clone(),
        ..Selection::default()
    };
    let mut sources = Sources::default();
    let status = project::status(&files, &selection, args.paper.as_deref(), &mut sources);
    let lines = || [render::lines("locale", &status.locales), render::lines("fit", &status.fits)].concat();
    let product = Product { lines: &lines, table: &|| table::status(&status) };
    finish(&status.diagnostics, &sources, args.message_format, &product);
    Ok(ExitCode::from(u8::from(!status.is_whole())))
}

fn layouts(args: &LayoutsArgs) -> Result<ExitCode, Misuse> {
    let files = files(&args.project)?;
    let mut sources = Sources::default();
    if args.dummy.is_empty() {
        let listing = project::list_layouts(&files, &mut sources);
        let lines = || render::lines("layout", &listing.layouts);
        let product = Product { lines: &lines, table: &|| table::layouts(&listing.layouts) };
        return Ok(finish(&listing.diagnostics, &sources, args.message_format, &product));
    }
    let made = project::dummies(
        &files,
        &layout_choice(&args.dummy)?,
        args.paper.as_deref(),
        &args.out,
        &mut sources,
    );
    let lines = || render::lines("artifact", &made.written);
    let product = Product { lines: &lines, table: &|| table::dummies(&made.written) };
    Ok(finish(&made.diagnostics, &sources, args.message_format, &product))
}

/// What standard out carries: for programs, and for people.
struct Product<'a> {
    lines: &'a dyn Fn() -> Vec<Value>,
    table: &'a dyn Fn(),
}

fn finish(
    diagnostics: &Diagnostics,
    sources: &Sources,
    format: MessageFormat,
    product: &Product<'_>,
) -> ExitCode {
    match format {
        MessageFormat::Json => render::json(diagnostics, sources, (product.lines)()),
        MessageFormat::Human => {
            render::human(diagnostics, sources);
            (product.table)();
        }
    }
    ExitCode::from(u8::from(diagnostics.has_errors()))
}

/// The project's files: of the folder named, of this folder, or the built-in ones.
fn files(args: &ProjectArgs) -> Result<Files, Misuse> {
    match &args.project {
        Some(folder) if folder.join("polyleaf.toml").is_file() => Ok(Files::folder(folder)),
        Some(folder) => Err(Misuse::NoProject(folder.clone())),
        None if Path::new("polyleaf.toml").is_file() => Ok(Files::folder(".")),
        None => Ok(Files::embedded()),
    }
}

fn organisation(file: Option<&Path>) -> Result<Option<OrganisationFile>, Misuse> {
    let Some(file) = file else { return Ok(None) };
    let text =
        fs::read_to_string(file).map_err(|error| Misuse::Unreadable { file: file.to_owned(), error })?;
    Ok(Some(OrganisationFile { name: file.display().to_string(), text }))
}

/// The layouts named; those that each leaflet names where none is.
fn layout_choice(names: &[String]) -> Result<LayoutChoice, Misuse> {
    match names {
        [] => Ok(LayoutChoice::Own),
        names if names.iter().all(|name| name == "all") => Ok(LayoutChoice::Every),
        names if names.iter().any(|name| name == "all") => Err(Misuse::AllAndMore),
        names => Ok(LayoutChoice::Named(names.to_vec())),
    }
}

/// A bar on a terminal, nothing elsewhere.
fn progress_bar(format: MessageFormat) -> ProgressBar {
    let bar = ProgressBar::new(0);
    let style =
        ProgressStyle::with_template("{bar:30} {pos}/{len} leaflets").expect("the template is a constant");
    bar.set_style(style);
    if format == MessageFormat::Json || !std::io::stderr().is_terminal() {
        bar.set_draw_target(ProgressDrawTarget::hidden());
    }
    bar
}
