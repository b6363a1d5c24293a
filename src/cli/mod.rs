//! The command line: arguments in, project calls, reports out. Standard out carries the product, standard error the talk.

mod answer;
mod args;
mod build;
mod built;
mod excerpt;
mod misuse;
mod out;
mod preflight;
mod render;
mod shop;
mod table;
mod wrap;

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use clap::Parser;
use polyleaf::{Problems, Selection};

use self::answer::{Answer, Count, Product, finish, tell_all};
use self::args::{CheckArgs, Cli, Command, LayoutsArgs, PreflightArgs, StatusArgs};
use self::build::build;
use self::misuse::{Misuse, layout_choice, project};
use self::out::{complain, complain_of_arguments, print};

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
        Command::Build(args) => return tell_all(build(&args)?).map_err(Stop::Unprinted),
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
    tell_all(vec![answer]).map_err(Stop::Unprinted)
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

fn no_command(words: &[OsString]) -> Misuse {
    let name = words.first().map(|word| word.to_string_lossy().into_owned()).unwrap_or_default();
    if RESERVED.contains(&name.as_str()) { Misuse::NotBuilt(name) } else { Misuse::NoCommand(name) }
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
