//! The command line: arguments in, project calls, reports out. Standard out carries the product, standard error the talk.

mod absent;
mod add_locale;
mod annotations;
mod answer;
mod args;
mod begin;
mod build;
mod built;
mod choice;
mod examples;
mod excerpt;
mod exchange;
mod manual;
mod meant;
mod misuse;
mod out;
mod preflight;
mod project_args;
mod refusal;
mod region;
mod render;
mod review;
mod said;
mod sarif;
mod shop;
mod status;
mod table;
mod translator_args;
mod typed;
mod values;
mod version;
mod viewer;
mod wrap;

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};
use polyleaf::{Problems, Selection, shown};

use self::answer::{Answer, Count, Product, finish, tell_all};
use self::args::{CheckArgs, Cli, Command, CompletionsArgs, LayoutsArgs, ManArgs, PreflightArgs, StatusArgs};
use self::build::build;
use self::choice::{MessageFormat, ReportFormat};
use self::misuse::{Asked, Misuse, check_folder, layout_choice, no_command, project};
use self::out::{print, talk};
use self::region::RepositoryPaths;
use self::said::Said;

/// Runs the command line: 0 done, 1 a file has problems, 2 the command line is wrong, 3 what was asked for could not be printed.
pub fn run() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    if arguments.len() <= 1 {
        talk(&examples::short_help(wrap::columns()));
        return ExitCode::from(2);
    }
    let ended = match Cli::try_parse_from(&arguments) {
        Ok(cli) => run_command(cli.command),
        Err(error) if error.use_stderr() => {
            talk(&refusal::told(&error, &arguments).text());
            return ExitCode::from(2);
        }
        Err(error) if error.kind() == ErrorKind::DisplayVersion => {
            print(&version::told(&arguments)).map(|()| 0).map_err(Stop::Unprinted)
        }
        // Help and version.
        Err(error) => error.print().and_then(|()| print("")).map(|()| 0).map_err(Stop::Unprinted),
    };
    ExitCode::from(ended.unwrap_or_else(|stop| {
        let code = stop.code();
        if !stop.is_quiet() {
            talk(&stop.said().text());
        }
        code
    }))
}

fn run_command(command: Command) -> Result<u8, Stop> {
    let answer = match command {
        Command::Build(args) => return tell_all(build(&args)?).map_err(Stop::Unprinted),
        Command::Check(args) => check(&args)?,
        Command::Status(args) if args.diff => review::diff(&args)?,
        Command::Status(args) => status(&args)?,
        Command::New(args) => begin::new(&args)?,
        Command::AddLocale(args) => add_locale::add_locale(&args)?,
        Command::Approve(args) => review::approve(&args)?,
        Command::Export(args) => exchange::export(&args)?,
        Command::Import(args) => exchange::import(&args)?,
        Command::Layouts(args) => layouts(&args)?,
        Command::Preflight(args) => {
            return examine(&args).map(|outcome| match outcome {
                preflight::Outcome::Right => 0,
                preflight::Outcome::Wrong => 1,
                preflight::Outcome::Missing => 2,
            });
        }
        Command::Completions(args) => return complete(&args),
        Command::Man(args) => return manual(&args),
        Command::Other(words) => return Err(no_command(&words, Asked::Run).into()),
    };
    tell_all(vec![answer]).map_err(Stop::Unprinted)
}

/// Writes what a shell needs to complete our words.
fn complete(args: &CompletionsArgs) -> Result<u8, Stop> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "polyleaf", &mut script);
    print(&String::from_utf8_lossy(&script)).map(|()| 0).map_err(Stop::Unprinted)
}

/// Shows the first page of the manual, or writes all to a folder.
fn manual(args: &ManArgs) -> Result<u8, Stop> {
    let Some(folder) = &args.folder else {
        return print(&String::from_utf8_lossy(&manual::first_page())).map(|()| 0).map_err(Stop::Unprinted);
    };
    check_folder(folder)?;
    let written =
        manual::write_pages(folder).map_err(|error| Misuse::Manual { folder: folder.clone(), error })?;
    if args.quiet {
        return Ok(0);
    }
    let lines: String = written.iter().map(|path| format!("{}\n", shown(path))).collect();
    print(&lines).map(|()| 0).map_err(Stop::Unprinted)
}

/// Examines files: by themselves, or against what print shops want.
fn examine(args: &PreflightArgs) -> Result<preflight::Outcome, Stop> {
    if args.press.is_none() && !args.presses {
        return preflight::run(args).map_err(Stop::Unprinted);
    }
    let project = project(&args.project)?;
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
#[derive(Debug)]
enum Stop {
    /// Nothing was asked for that can be done.
    Misuse(Misuse),
    /// Standard out takes no more.
    Unprinted(io::Error),
}

impl From<Misuse> for Stop {
    fn from(misuse: Misuse) -> Stop {
        Stop::Misuse(misuse)
    }
}

impl Stop {
    /// What is wrong, and what to do.
    fn said(self) -> Said {
        match self {
            Stop::Misuse(misuse) => misuse.said(),
            Stop::Unprinted(error) => Said::new(format!("standard out can’t be written: {error}"))
                .words("make room on its disk, or write to another place"),
        }
    }

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

fn check(args: &CheckArgs) -> Result<Answer, Misuse> {
    let project = project(&args.project)?;
    let selection = Selection { locales: args.languages.named(), ..Selection::default() };
    let problems = project.check(&selection, args.paper.as_deref());
    let folder = args.project.project.as_deref();
    let format = match args.report_format() {
        ReportFormat::Human => MessageFormat::Human,
        ReportFormat::Json => MessageFormat::Json,
        ReportFormat::Github => {
            return Ok(Answer::alone(
                annotations::github(&problems, &RepositoryPaths::of(folder)),
                &problems,
            ));
        }
        ReportFormat::Sarif => {
            return Ok(Answer::alone(sarif::sarif(&problems, &RepositoryPaths::of(folder)), &problems));
        }
    };
    let verdict = render::verdict(&problems);
    let closing = || if args.quiet { String::new() } else { verdict.clone() };
    let product = Product { closing: &closing, count: Count::InClosing, ..Product::NONE };
    Ok(finish(problems, format, &product))
}

fn status(args: &StatusArgs) -> Result<Answer, Misuse> {
    let project = project(&args.project)?;
    let selection = Selection {
        locales: args.languages.named(),
        layouts: layout_choice(&args.layout)?,
        leaflets: args.leaflet.clone(),
        ..Selection::default()
    };
    let told = project.status(&selection, args.paper.as_deref());
    let status = &told.made;
    let lines = || [render::lines("locale", &status.locales), render::lines("fit", &status.fits)].concat();
    let columns = wrap::columns();
    let table = || if args.quiet { status::wrong(status, columns) } else { status::status(status, columns) };
    let product = Product { lines: &lines, table: &table, ..Product::NONE };
    let is_whole = status.is_whole();
    let answer = finish(told.problems, args.message_format, &product);
    // What is wrong with languages stands in the table, and is no part of the problems.
    let verdict = match answer.verdict.trim_end() {
        "" => String::new(),
        verdict => format!("{verdict}{}\n", status::in_table(status)),
    };
    Ok(Answer { code: answer.code.max(u8::from(!is_whole)), verdict, ..answer })
}

fn layouts(args: &LayoutsArgs) -> Result<Answer, Misuse> {
    let project = project(&args.project)?;
    let spoken = |text: String| if args.quiet { String::new() } else { text };
    if args.dummy.is_empty() {
        let listed = project.layouts();
        let told = if args.verbose { table::layouts } else { table::layouts_in_short };
        let lines = || render::lines("layout", &listed.made);
        let product = Product {
            lines: &lines,
            table: &|| spoken(told(&listed.made, wrap::columns())),
            ..Product::NONE
        };
        return Ok(finish(listed.problems, args.message_format, &product));
    }
    check_folder(&args.out())?;
    let dummies = project.dummies(&layout_choice(&args.dummy)?, args.paper.as_deref(), &args.out());
    let lines = || render::lines("artifact", &dummies.made);
    let product = Product {
        lines: &lines,
        table: &|| spoken(table::dummies(&dummies.made, wrap::columns())),
        ..Product::NONE
    };
    Ok(finish(dummies.problems, args.message_format, &product))
}
