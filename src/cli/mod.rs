//! The command line: arguments in, project calls, reports out. Standard out carries the product, standard error the talk.

mod args;
mod built;
mod excerpt;
mod out;
mod preflight;
mod render;
mod shop;
mod table;
mod wrap;

use std::ffi::OsString;
use std::fs;
use std::io::{self, IsTerminal};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use polyleaf::{
    Format, LayoutChoice, NoProject, OrganisationFile, Outcome, Problems, Profile, Progress, Project,
    Request, Selection, open_organisation,
};
use rayon::{ThreadPoolBuildError, ThreadPoolBuilder};
use serde_json::Value;

use self::args::{
    BuildArgs, CheckArgs, Cli, Command, LayoutsArgs, MessageFormat, PreflightArgs, ProjectArgs, StatusArgs,
};
use self::out::{complain, complain_of_arguments, print, talk};

/// Runs the command line: 0 done, 1 a file has problems, 2 the command line is wrong, 3 what was asked for could not be printed.
pub fn run() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let ended = match Cli::try_parse_from(&arguments) {
        Ok(cli) => run_command(cli.command),
        Err(error) if error.use_stderr() => {
            complain_of_arguments(&error, &arguments);
            return ExitCode::from(2);
        }
        // Help and version.
        Err(error) => error.print().and_then(|()| print("")).map(|()| 0).map_err(Stop::Unprinted),
    };
    ExitCode::from(ended.unwrap_or_else(|stop| {
        if !stop.is_quiet() {
            complain(&stop.to_string());
        }
        stop.code()
    }))
}

fn run_command(command: Command) -> Result<u8, Stop> {
    let answer = match command {
        Command::Build(args) => build(&args)?,
        Command::Check(args) => check(&args)?,
        Command::Status(args) => status(&args)?,
        Command::Layouts(args) => layouts(&args)?,
        Command::Preflight(args) => {
            return examine(&args).map(|outcome| match outcome {
                preflight::Outcome::Right => 0,
                preflight::Outcome::Wrong => 1,
                preflight::Outcome::Missing => 2,
            });
        }
        Command::Other(words) => return Err(no_command(&words).into()),
    };
    let printed = print(&answer.product);
    // What is wrong is told where standard out takes nothing, too, and stands last on the screen but for the count.
    render::human(&answer.told);
    talk(&answer.verdict);
    printed.and_then(|()| print(&answer.closing)).map_err(Stop::Unprinted)?;
    Ok(answer.code)
}

/// Examines files: by themselves, or against what print shops want.
fn examine(args: &PreflightArgs) -> Result<preflight::Outcome, Stop> {
    if args.press.is_none() && !args.presses {
        return preflight::run(args).map_err(Stop::Unprinted);
    }
    let project = project(&args.project).map_err(Misuse::from)?;
    let named = args.press.as_ref().map(|name| project.press(name).map(|press| vec![press]));
    let (presses, problems) = match named {
        Some(Ok(presses)) => (presses, Problems::default()),
        Some(Err(problems)) => (Vec::new(), problems),
        None => {
            let every = project.presses();
            (every.made, every.problems)
        }
    };
    shop::run(args, &project, &presses, &problems).map_err(Stop::Unprinted)
}

/// What a command came to.
struct Answer {
    /// What it has for standard out.
    product: String,
    /// What is told people of what is wrong, after that.
    told: Problems,
    /// How many problems that were.
    verdict: String,
    /// What is said on standard out at the end.
    closing: String,
    /// Its exit code.
    code: u8,
}

/// Why a command did not come to an end.
#[derive(Debug, thiserror::Error)]
enum Stop {
    /// Nothing was asked for that can be done.
    #[error(transparent)]
    Misuse(#[from] Misuse),
    /// Standard out takes no more.
    #[error("standard out can’t be written: {0}")]
    Unprinted(io::Error),
}

impl Stop {
    fn code(&self) -> u8 {
        match self {
            Stop::Misuse(_) => 2,
            Stop::Unprinted(_) => 3,
        }
    }

    /// Who closes a pipe has read enough and knows it.
    fn is_quiet(&self) -> bool {
        matches!(self, Stop::Unprinted(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
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
    /// A shop for what it does not print.
    #[error("--press is for --for press: leave --for out, or add press to it")]
    Press,
    /// “all” beside the name of a layout.
    #[error("“all” stands for every layout: name no other beside it")]
    AllAndMore,
    /// A folder without a manifest.
    #[error(transparent)]
    NoProject(#[from] NoProject),
    /// A file that is not there.
    #[error("there is no file {}", .0.display())]
    NoFile(PathBuf),
}

fn no_command(words: &[OsString]) -> Misuse {
    let name = words.first().map(|word| word.to_string_lossy().into_owned()).unwrap_or_default();
    if RESERVED.contains(&name.as_str()) { Misuse::NotBuilt(name) } else { Misuse::NoCommand(name) }
}

fn build(args: &BuildArgs) -> Result<Answer, Misuse> {
    let project = project(&args.project)?;
    if let Some(jobs) = args.jobs {
        // A thread sets a language: more of them would have nothing to do.
        let most = project.languages().len().max(1);
        let pool = ThreadPoolBuilder::new().num_threads(jobs.get().min(most)).build_global();
        pool.map_err(|error| Misuse::Threads { count: jobs, error })?;
    }
    if args.ppi.is_some() && Format::from(args.format) != Format::Png {
        return Err(Misuse::Ppi);
    }
    if args.press.is_some() && args.outputs().iter().all(|output| output.profile != Profile::Press) {
        return Err(Misuse::Press);
    }
    let organisation = match args.org.as_deref().map(organisation).transpose()? {
        Some(Err(problems)) => return Ok(finish(problems, args.message_format, &Product::NONE)),
        Some(Ok(organisation)) => Some(organisation),
        None => None,
    };
    let request = Request {
        selection: Selection {
            locales: args.locale.clone(),
            layouts: layout_choice(&args.layout)?,
            leaflets: args.leaflet.clone(),
            organisation,
            form: args.form(),
            with: args.with.clone(),
            press: args.press.clone(),
            proof: args.proof,
        },
        paper: args.paper.clone(),
        outputs: args.outputs(),
        format: args.format.into(),
        ppi: args.ppi,
        out: Some(args.out.clone()),
    };
    let bar = progress_bar(args.message_format);
    let built = project.build(&request, &|progress| advance(&bar, progress));
    bar.finish_and_clear();
    let Outcome { made, problems } = built;
    let lines =
        || [render::lines("artifact", &made.artifacts), render::lines("unmade", &made.unmade)].concat();
    let columns = wrap::columns();
    let sizes = || if args.verbose { table::artifacts(&made.artifacts, columns) } else { String::new() };
    let product = Product {
        lines: &lines,
        table: &|| {
            if args.quiet { String::new() } else { built::leaflets(&made.artifacts, columns) + &sizes() }
        },
        closing: &|| if args.quiet { String::new() } else { built::closing(&made, &args.out, columns) },
        ..Product::NONE
    };
    Ok(finish(problems, args.message_format, &product))
}

fn check(args: &CheckArgs) -> Result<Answer, Misuse> {
    let project = project(&args.project)?;
    let selection = Selection { locales: args.locales.clone(), ..Selection::default() };
    let problems = project.check(&selection, args.paper.as_deref());
    let verdict = render::verdict(&problems);
    let closing = || if args.quiet { String::new() } else { verdict.clone() };
    Ok(finish(
        problems,
        args.message_format,
        &Product { closing: &closing, count: Count::InClosing, ..Product::NONE },
    ))
}

fn status(args: &StatusArgs) -> Result<Answer, Misuse> {
    let project = project(&args.project)?;
    let selection = Selection {
        locales: args.locale.clone(),
        layouts: layout_choice(&args.layout)?,
        leaflets: args.leaflet.clone(),
        ..Selection::default()
    };
    let told = project.status(&selection, args.paper.as_deref());
    let status = &told.made;
    let lines = || [render::lines("locale", &status.locales), render::lines("fit", &status.fits)].concat();
    let product = Product { lines: &lines, table: &|| table::status(status), ..Product::NONE };
    let is_whole = status.is_whole();
    let answer = finish(told.problems, args.message_format, &product);
    Ok(Answer { code: answer.code.max(u8::from(!is_whole)), ..answer })
}

fn layouts(args: &LayoutsArgs) -> Result<Answer, Misuse> {
    let project = project(&args.project)?;
    if args.dummy.is_empty() {
        let listed = project.layouts();
        let lines = || render::lines("layout", &listed.made);
        let product = Product {
            lines: &lines,
            table: &|| table::layouts(&listed.made, wrap::columns()),
            ..Product::NONE
        };
        return Ok(finish(listed.problems, args.message_format, &product));
    }
    let dummies = project.dummies(&layout_choice(&args.dummy)?, args.paper.as_deref(), &args.out);
    let lines = || render::lines("artifact", &dummies.made);
    let product =
        Product { lines: &lines, table: &|| table::dummies(&dummies.made, wrap::columns()), ..Product::NONE };
    Ok(finish(dummies.problems, args.message_format, &product))
}

/// What standard out carries: for programs, and for people.
struct Product<'a> {
    lines: &'a dyn Fn() -> Vec<Value>,
    table: &'a dyn Fn() -> String,
    /// For people, when all else is said.
    closing: &'a dyn Fn() -> String,
    /// Where people are told how many problems there are.
    count: Count,
}

/// Where people are told how many problems there are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Count {
    /// After the last of them, on standard error, where there are any.
    WithProblems,
    /// On standard out, since that is what was asked.
    InClosing,
}

impl Product<'_> {
    const NONE: Product<'static> =
        Product { lines: &Vec::new, table: &String::new, closing: &String::new, count: Count::WithProblems };
}

/// What a command comes to: for programs all on standard out, for people what is wrong between what was made and the count.
fn finish(problems: Problems, format: MessageFormat, product: &Product<'_>) -> Answer {
    let code = code_of(&problems);
    match format {
        MessageFormat::Json => {
            let lines = [render::problem_lines(&problems), (product.lines)()].concat();
            let product = render::json_text(&lines);
            Answer {
                product,
                told: Problems::default(),
                verdict: String::new(),
                closing: String::new(),
                code,
            }
        }
        MessageFormat::Human => {
            let (table, closing) = ((product.table)(), (product.closing)());
            let is_counted = product.count == Count::WithProblems && !problems.is_empty();
            let verdict = if is_counted { render::verdict(&problems) } else { String::new() };
            Answer { product: table, told: problems, verdict, closing, code }
        }
    }
}

/// The exit code that problems come to: who asks for what there is not has to change the command line, whatever is wrong besides.
fn code_of(problems: &Problems) -> u8 {
    if problems.has_misuse() { 2 } else { u8::from(problems.has_errors()) }
}

/// The project in the folder named, or in this folder, or the built-in one.
fn project(args: &ProjectArgs) -> Result<Project, NoProject> {
    match &args.project {
        Some(folder) => Project::open(folder),
        None => Ok(Project::open(".").unwrap_or_else(|_| Project::embedded())),
    }
}

/// The file of another organisation: one that is not there is a misuse, one that is of no use a problem.
fn organisation(file: &Path) -> Result<Result<OrganisationFile, Problems>, Misuse> {
    match fs::symlink_metadata(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Misuse::NoFile(file.to_owned())),
        _ => Ok(open_organisation(file)),
    }
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

/// Moves the bar on.
fn advance(bar: &ProgressBar, progress: Progress) {
    match progress {
        Progress::Planned(count) => bar.set_length(u64::try_from(count).expect("64 bits fit")),
        Progress::Done => bar.inc(1),
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
