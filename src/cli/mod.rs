//! The command line: arguments in, project calls, reports out. Standard out carries the product, standard error the talk.

mod args;
mod render;
mod table;

use std::ffi::OsString;
use std::fs;
use std::io::IsTerminal;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Mutex;

use clap::Parser;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::ThreadPoolBuilder;

use self::args::{BuildArgs, CheckArgs, Cli, Command, MessageFormat, ProjectArgs};
use crate::project::{self, Files, Report, Request, Selection};
use crate::source::Sources;

/// Runs the command line: 0 done, 1 the project has problems, 2 wrong use.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let outcome = match cli.command {
        Command::Build(args) => build(&args),
        Command::Check(args) => check(&args),
        Command::Other(words) => Err(other(&words)),
    };
    outcome.unwrap_or_else(|misuse| {
        eprintln!("polyleaf: {misuse}");
        ExitCode::from(2)
    })
}

/// Names kept for commands to come, so that nobody's script gives them another meaning (PRODUCT.md).
const RESERVED: &[&str] = &[
    "status",
    "new",
    "import",
    "add-locale",
    "approve",
    "export",
    "layouts",
    "fonts",
    "preflight",
    "studio",
];

fn other(words: &[OsString]) -> String {
    let name = words.first().map(|word| word.to_string_lossy()).unwrap_or_default();
    match RESERVED.contains(&&*name) {
        true => format!("`{name}` is not built yet; `polyleaf --help` lists what is"),
        false => format!("there is no command `{name}`; `polyleaf --help` lists them"),
    }
}

fn build(args: &BuildArgs) -> Result<ExitCode, String> {
    let files = files(&args.project)?;
    if let Some(jobs) = args.jobs {
        let pool = ThreadPoolBuilder::new().num_threads(jobs.get()).build_global();
        pool.map_err(|error| format!("{} threads can’t be started: {error}", jobs))?;
    }
    let request = Request {
        selection: Selection {
            locales: args.locale.clone(),
            layouts: args.layout.clone(),
            leaflets: args.leaflet.clone(),
            organisation: organisation(args.org.as_deref())?,
        },
        paper: args.paper.clone(),
        format: args.format.into(),
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
    Ok(finish(&report, &sources, args.message_format, Talk::Artifacts))
}

fn check(args: &CheckArgs) -> Result<ExitCode, String> {
    let files = files(&args.project)?;
    let selection = Selection { locales: args.locales.clone(), ..Selection::default() };
    let mut sources = Sources::default();
    let report = project::check(&files, &selection, args.paper.as_deref(), &mut sources);
    Ok(finish(&report, &sources, args.message_format, Talk::Problems))
}

/// What standard out carries.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Talk {
    Artifacts,
    Problems,
}

fn finish(report: &Report, sources: &Sources, format: MessageFormat, talk: Talk) -> ExitCode {
    match format {
        MessageFormat::Json => render::json(report, sources, talk == Talk::Artifacts),
        MessageFormat::Human => {
            render::human(&report.diagnostics, sources);
            match talk {
                Talk::Artifacts => table::print(&report.artifacts),
                Talk::Problems => render::verdict(&report.diagnostics),
            }
        }
    }
    ExitCode::from(u8::from(report.diagnostics.has_errors()))
}

/// The project's files: of the folder named, of this folder, or the built-in ones.
fn files(args: &ProjectArgs) -> Result<Files, String> {
    match &args.project {
        Some(folder) if folder.join("polyleaf.toml").is_file() => Ok(Files::folder(folder)),
        Some(folder) => Err(format!("{} holds no polyleaf.toml, so it is no project", folder.display())),
        None if Path::new("polyleaf.toml").is_file() => Ok(Files::folder(".")),
        None => Ok(Files::embedded()),
    }
}

fn organisation(file: Option<&Path>) -> Result<Option<(String, String)>, String> {
    let Some(file) = file else { return Ok(None) };
    let text =
        fs::read_to_string(file).map_err(|error| format!("{} can’t be read: {error}", file.display()))?;
    Ok(Some((file.display().to_string(), text)))
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
