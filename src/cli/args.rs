//! The arguments, as docs/product.md, "Command line", gives them.

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;

use super::choice::{
    InkChoice, MessageFormat, OutputFormat, ProfileChoice, ProfileName, ReportFormat, StartName,
};
use super::examples;
use super::project_args::ProjectArgs;
use super::translator_args::{AddLocaleArgs, ExportArgs, ImportArgs};
use super::values::{paper_names, ppi, thread_count, word_tag};
use polyleaf::{Form, Output};

/// Sets one text in many languages into print-ready leaflets.
#[derive(Parser)]
#[command(name = "polyleaf", version, max_term_width = 80, after_help = examples::and_exit_codes())]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Subcommand)]
pub(super) enum Command {
    /// Writes the leaflets: every language in every layout of the leaflet, unless you say which.
    #[command(after_help = examples::of("build"))]
    Build(BuildArgs),
    /// Says all that is wrong or missing in languages, manifest, layouts, presses and fonts; writes nothing.
    #[command(after_help = examples::of("check"))]
    Check(CheckArgs),
    /// Says what each language has of the text, and in which layouts it fits at which size; writes nothing.
    ///
    /// A message counts as translated when it stands in other words than the source language's, and as reviewed when
    /// somebody has approved it as it stands. Exits with 1 when something is missing or does not fit.
    #[command(after_help = examples::of("status"))]
    Status(StatusArgs),
    /// Writes a small project into a folder, to start from; changes nothing that is there.
    #[command(after_help = examples::of("new"))]
    New(NewArgs),
    /// Adds a language: a folder with every text of the source language, each left to translate; or what a language lacks.
    #[command(after_help = examples::of("add-locale"))]
    AddLocale(AddLocaleArgs),
    /// Records that somebody has reviewed messages of a language, in locales/LANGUAGE/status.toml.
    ///
    /// Without IDs all are approved that are sound and not reviewed yet. A message whose words change later, or those of the
    /// source language, has to be approved again.
    #[command(after_help = examples::of("approve"))]
    Approve(ApproveArgs),
    /// Writes the texts of a language into a file for translators: for a spreadsheet, or for a translation tool.
    #[command(after_help = examples::of("export"))]
    Export(ExportArgs),
    /// Writes what translators did into the files of a language; where anything is wrong with it, nothing is written.
    #[command(after_help = examples::of("import"))]
    Import(ImportArgs),
    /// Lists the layouts, or writes a blank sheet of one to fold and cut by hand.
    #[command(after_help = examples::of("layouts"))]
    Layouts(LayoutsArgs),
    /// Says what is in PDFs of any origin, and what is wrong with them for an office printer, a press or a screen; writes nothing.
    ///
    /// Exits with 1 when a file has an error, with 2 when a file can’t be read from the disk or there is no such press.
    #[command(after_help = examples::of("preflight"))]
    Preflight(PreflightArgs),
    /// Writes what a shell needs to complete the words of polyleaf.
    #[command(after_help = examples::of("completions"))]
    Completions(CompletionsArgs),
    /// Writes the manual as pages for `man`: of polyleaf, and of each command.
    #[command(after_help = examples::of("man"))]
    Man(ManArgs),
    /// Any other name.
    #[command(external_subcommand)]
    Other(Vec<OsString>),
}

/// The language of print sheets where none is named.
pub(super) const USUAL_SHEET: &str = "en";

/// The languages that are asked for, as arguments or with an option: they add up.
#[derive(Args)]
pub(super) struct LanguageArgs {
    /// Languages, as --locale takes them; all when none is named
    #[arg(value_name = "LANGUAGE")]
    words: Vec<String>,
    /// A language, by its tag or a name: th, thai, español; several as th,ko; “all” for all
    #[arg(
        long, short = 'l', value_name = "LANGUAGE", visible_alias = "language",
        aliases = ["lang", "languages", "locales"]
    )]
    locale: Vec<String>,
}

impl LanguageArgs {
    /// All that are named.
    pub(super) fn named(&self) -> Vec<String> {
        [&self.locale[..], &self.words].concat()
    }
}

#[derive(Args)]
pub(super) struct BuildArgs {
    #[command(flatten)]
    pub(super) project: ProjectArgs,
    #[command(flatten)]
    pub(super) languages: LanguageArgs,
    /// A layout to build, or “all”; may be given again
    #[arg(long, short = 'L', alias = "layouts", value_name = "NAME", value_delimiter = ',')]
    pub(super) layout: Vec<String>,
    /// A leaflet of the project to build, or “all”; may be given again
    #[arg(long, alias = "leaflets", value_name = "NAME", value_delimiter = ',')]
    pub(super) leaflet: Vec<String>,
    /// The paper
    #[arg(long, ignore_case = true, value_parser = paper_names())]
    pub(super) paper: Option<String>,
    /// A file whose [organisation] hands the leaflet out instead of the project's, or a folder of them; may be given again
    #[arg(long, value_name = "FILE")]
    pub(super) org: Vec<PathBuf>,
    /// Sets each language beside this one, paragraph by paragraph
    #[arg(long, value_name = "LANGUAGE", conflicts_with = "large_print")]
    pub(super) with: Option<String>,
    /// What to make them for, an office where nothing is said; may be given again
    #[arg(long = "for", value_enum, ignore_case = true, value_name = "PROFILE", value_delimiter = ',')]
    pub(super) profile: Vec<ProfileChoice>,
    /// Makes them for a press, as that shop asks: layouts/press/NAME.toml, or a built-in one
    #[arg(long, value_name = "NAME")]
    pub(super) press: Option<String>,
    /// The inks; may be given again
    #[arg(long, value_enum, ignore_case = true, value_delimiter = ',', default_value = "colour")]
    pub(super) ink: Vec<InkChoice>,
    /// Shows what a language lacks in the source language's words, between [[ and ]]; the files are called -proof
    #[arg(long)]
    pub(super) proof: bool,
    /// Makes only leaflets all of whose messages were reviewed as they stand; says of the others why not
    #[arg(long = "final", conflicts_with = "proof")]
    pub(super) is_final: bool,
    /// Sets the text at 16 pt or larger by the rules of clear print
    #[arg(long)]
    pub(super) large_print: bool,
    /// What to write: the printed pages, pictures of them, their text, or where everything stands
    #[arg(long, value_enum, ignore_case = true, default_value_t = OutputFormat::Pdf)]
    pub(super) format: OutputFormat,
    /// Pixels an inch of --format png; 150 when not given, for pages of a phone 405
    #[arg(long, value_name = "N", value_parser = ppi)]
    pub(super) ppi: Option<u16>,
    /// The folder to write to; without it “out” in this folder, or in the one that --project names
    #[arg(long, short = 'o', value_name = "DIR")]
    out: Option<PathBuf>,
    /// Writes a page beside each leaflet that says how it is printed, folded and cut, in English or in that language (with `=`: --print-sheet=th)
    #[arg(long, value_name = "TAG", num_args = 0..=1, require_equals = true, default_missing_value = USUAL_SHEET, value_parser = word_tag)]
    pub(super) print_sheet: Option<String>,
    /// Removes files of earlier builds from that folder that this build does not make
    #[arg(long)]
    pub(super) clean: bool,
    /// Says how large the type of each leaflet came out and how full its panels are, too
    #[arg(long, short = 'v', conflicts_with = "quiet")]
    pub(super) verbose: bool,
    /// Says only what is wrong
    #[arg(long, short = 'q')]
    pub(super) quiet: bool,
    /// Opens what was built: the file, or the folder of several
    #[arg(long)]
    pub(super) open: bool,
    /// How many threads to use, at least 1
    #[arg(long, value_name = "N", value_parser = thread_count)]
    pub(super) jobs: Option<NonZeroUsize>,
    /// How to report
    #[arg(long, value_enum, ignore_case = true, default_value_t = MessageFormat::Human)]
    pub(super) message_format: MessageFormat,
}

impl BuildArgs {
    /// The folder to write to.
    pub(super) fn out(&self) -> PathBuf {
        self.project.out(self.out.as_deref())
    }

    /// What to make the leaflets for, each once.
    pub(super) fn outputs(&self) -> Vec<Output> {
        let mut outputs = Vec::new();
        let unsaid = [if self.press.is_some() { ProfileChoice::Press } else { ProfileChoice::Office }];
        let profiles = if self.profile.is_empty() { &unsaid[..] } else { &self.profile };
        for profile in profiles.iter().flat_map(|choice| choice.profiles()) {
            for inks in self.ink.iter().flat_map(|choice| choice.inks()) {
                let output = Output::of(*profile, *inks);
                if !outputs.contains(&output) {
                    outputs.push(output);
                }
            }
        }
        outputs
    }

    /// What the leaflets are set for.
    pub(super) fn form(&self) -> Form {
        match (&self.with, self.large_print) {
            (Some(_), _) => Form::Bilingual,
            (None, true) => Form::LargePrint,
            (None, false) => Form::Plain,
        }
    }
}

#[derive(Args)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    pub(super) languages: LanguageArgs,
    #[command(flatten)]
    pub(super) project: ProjectArgs,
    /// The paper
    #[arg(long, ignore_case = true, value_parser = paper_names())]
    pub(super) paper: Option<String>,
    /// Says only what is wrong, not how much
    #[arg(long, short = 'q')]
    pub(super) quiet: bool,
    /// How to report, as --message-format, or for a forge; its files are named from the top of the repository that the project is in
    #[arg(long, value_enum, ignore_case = true, conflicts_with = "message_format")]
    pub(super) format: Option<ReportFormat>,
    /// How to report
    #[arg(long, value_enum, ignore_case = true, default_value_t = MessageFormat::Human)]
    pub(super) message_format: MessageFormat,
}

impl CheckArgs {
    /// How to report, whichever option says it.
    pub(super) fn report_format(&self) -> ReportFormat {
        self.format.unwrap_or(self.message_format.into())
    }
}

#[derive(Args)]
pub(super) struct StatusArgs {
    #[command(flatten)]
    pub(super) project: ProjectArgs,
    #[command(flatten)]
    pub(super) languages: LanguageArgs,
    /// Shows instead what changed in the source language since messages were reviewed, word by word
    #[arg(long, conflicts_with_all = ["layout", "paper"])]
    pub(super) diff: bool,
    /// A layout, or “all”; may be given again
    #[arg(long, short = 'L', alias = "layouts", value_name = "NAME", value_delimiter = ',')]
    pub(super) layout: Vec<String>,
    /// A leaflet of the project, or “all”; may be given again
    #[arg(long, alias = "leaflets", value_name = "NAME", value_delimiter = ',')]
    pub(super) leaflet: Vec<String>,
    /// The paper
    #[arg(long, ignore_case = true, value_parser = paper_names())]
    pub(super) paper: Option<String>,
    /// Says only what is wrong
    #[arg(long, short = 'q')]
    pub(super) quiet: bool,
    /// How to report
    #[arg(long, value_enum, ignore_case = true, default_value_t = MessageFormat::Human)]
    pub(super) message_format: MessageFormat,
}

#[derive(Args)]
pub(super) struct ApproveArgs {
    #[command(flatten)]
    pub(super) project: ProjectArgs,
    /// The language, by its tag or a name: th, thai, español
    #[arg(value_name = "LANGUAGE")]
    pub(super) language: String,
    /// The messages, by their names; all that are sound when none is named
    #[arg(value_name = "ID", value_delimiter = ',')]
    pub(super) messages: Vec<String>,
    /// Of a leaflet of the project alone; may be given again
    #[arg(long, alias = "leaflets", value_name = "NAME", value_delimiter = ',', conflicts_with = "messages")]
    pub(super) leaflet: Vec<String>,
    /// Who has reviewed them
    #[arg(long, value_name = "NAME")]
    pub(super) by: String,
    /// The day of the review, such as 2026-11-27; today when not given
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(super) date: Option<String>,
    /// The last month in which it holds, such as 2027-05: editions after it are drafts again
    #[arg(long, value_name = "YYYY-MM")]
    pub(super) until: Option<String>,
    /// What the reviewer says of it, such as “law checked”
    #[arg(long, value_name = "TEXT")]
    pub(super) note: Option<String>,
    /// How to report
    #[arg(long, value_enum, ignore_case = true, default_value_t = MessageFormat::Human)]
    pub(super) message_format: MessageFormat,
}

#[derive(Args)]
pub(super) struct LayoutsArgs {
    #[command(flatten)]
    pub(super) project: ProjectArgs,
    /// Writes NAME-PAPER-dummy.pdf instead: outlines, numbers, folds and cuts of that layout, or “all”; may be given again
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub(super) dummy: Vec<String>,
    /// Says of each layout how it is printed, folded and cut, and which leaflets go into it, at length
    #[arg(long, short = 'v', conflicts_with = "dummy")]
    pub(super) verbose: bool,
    /// The blank sheet’s paper
    #[arg(long, ignore_case = true, value_parser = paper_names(), requires = "dummy")]
    pub(super) paper: Option<String>,
    /// The folder to write blank sheets to; without it “out” in this folder, or in the one that --project names
    #[arg(long, short = 'o', value_name = "DIR")]
    out: Option<PathBuf>,
    /// Says only what is wrong
    #[arg(long, short = 'q')]
    pub(super) quiet: bool,
    /// How to report
    #[arg(long, value_enum, ignore_case = true, default_value_t = MessageFormat::Human)]
    pub(super) message_format: MessageFormat,
}

impl LayoutsArgs {
    /// The folder to write to.
    pub(super) fn out(&self) -> PathBuf {
        self.project.out(self.out.as_deref())
    }
}

#[derive(Args)]
pub(super) struct NewArgs {
    /// The folder to write to, new or without files of those names
    #[arg(value_name = "DIR")]
    pub(super) folder: PathBuf,
    /// Writes the text that is built in instead, in all its languages
    #[arg(long, value_enum, ignore_case = true, value_name = "NAME")]
    pub(super) from: Option<StartName>,
    /// Says only what is wrong
    #[arg(long, short = 'q')]
    pub(super) quiet: bool,
    /// How to report
    #[arg(long, value_enum, ignore_case = true, default_value_t = MessageFormat::Human)]
    pub(super) message_format: MessageFormat,
}

#[derive(Args)]
pub(super) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum, ignore_case = true)]
    pub(super) shell: Shell,
}

#[derive(Args)]
pub(super) struct ManArgs {
    /// The folder to write polyleaf.1, polyleaf-build.1 and the others to; without it, polyleaf.1 is shown
    #[arg(value_name = "DIR")]
    pub(super) folder: Option<PathBuf>,
    /// Says only what is wrong, not what was written
    #[arg(long, short = 'q')]
    pub(super) quiet: bool,
}

#[derive(Args)]
pub(super) struct PreflightArgs {
    /// The PDFs
    #[arg(value_name = "FILE", required_unless_present = "clauses")]
    pub(super) files: Vec<PathBuf>,
    /// What they are for; without it, what each says itself
    #[arg(long = "for", value_name = "PROFILE", value_enum, ignore_case = true)]
    pub(super) profile: Option<ProfileName>,
    /// Says only what they tell of who made them, where and when
    #[arg(long)]
    pub(super) privacy: bool,
    /// Holds them against what a print shop wants: a file layouts/press/NAME.toml, such as portal or gelato
    #[arg(long, value_name = "NAME", conflicts_with_all = ["profile", "privacy", "clauses"])]
    pub(super) press: Option<String>,
    /// Lists the print shops that take each of them as it is, and says of the others why not
    #[arg(long, conflicts_with_all = ["press", "profile", "privacy", "clauses"])]
    pub(super) presses: bool,
    /// Whose presses are meant
    #[command(flatten)]
    pub(super) project: ProjectArgs,
    /// Lists the clauses of PDF/X-1a, X-3 and X-4, PDF/UA-1 and PDF/A-2a instead, and how each is held
    #[arg(long, conflicts_with = "files")]
    pub(super) clauses: bool,
    /// Says only what is wrong
    #[arg(long, short = 'q')]
    pub(super) quiet: bool,
    /// How to report
    #[arg(long, value_enum, ignore_case = true, default_value_t = MessageFormat::Human)]
    pub(super) message_format: MessageFormat,
}
