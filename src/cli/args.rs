//! The arguments, as docs/product.md, "Command line", gives them.

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, RangedU64ValueParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

use polyleaf::{Form, Format, Inks, Output, PAPERS, PPI, Profile};

/// What the program's end means to other programs.
const EXIT_CODES: &str = "Exit codes: 0 done; 1 a file of the project or a PDF has problems; 2 the command line is wrong: an \
unknown option, or a name or file on it that there is not; 3 standard out could not be written, being full or closed";

/// Sets one text in many languages into print-ready leaflets.
#[derive(Parser)]
#[command(name = "polyleaf", version, arg_required_else_help = true, after_help = EXIT_CODES)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Subcommand)]
pub(super) enum Command {
    /// Writes the leaflets: every language in every layout of the leaflet, unless you say which.
    Build(BuildArgs),
    /// Says all that is wrong or missing in languages, manifest, layouts, presses and fonts; writes nothing.
    Check(CheckArgs),
    /// Says what each language has of the text, and in which layouts it fits at which size; writes nothing.
    ///
    /// A message counts as translated when it stands in other words than the source language's; messages that are out of
    /// date or that nobody has reviewed are not told apart yet. Exits with 1 when something is missing or does not fit.
    Status(StatusArgs),
    /// Lists the layouts, or writes a blank sheet of one to fold and cut by hand.
    Layouts(LayoutsArgs),
    /// Says what is in PDFs of any origin, and what is wrong with them for an office printer, a press or a screen; writes nothing.
    ///
    /// Exits with 1 when a file has an error, with 2 when a file can’t be read from the disk or there is no such press.
    Preflight(PreflightArgs),
    /// Any other name.
    #[command(external_subcommand)]
    Other(Vec<OsString>),
}

#[derive(Args)]
pub(super) struct ProjectArgs {
    /// The project's folder; without it this folder, or the built-in factsheet where it holds no polyleaf.toml
    #[arg(long, value_name = "DIR")]
    pub(super) project: Option<PathBuf>,
}

#[derive(Args)]
pub(super) struct BuildArgs {
    #[command(flatten)]
    pub(super) project: ProjectArgs,
    /// A language to build, such as es or zh-Hant; may be given again
    #[arg(long, short = 'l', value_name = "TAG", value_delimiter = ',')]
    pub(super) locale: Vec<String>,
    /// A layout to build, or “all”; may be given again
    #[arg(long, short = 'L', value_name = "NAME", value_delimiter = ',')]
    pub(super) layout: Vec<String>,
    /// A leaflet of the project to build; may be given again
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub(super) leaflet: Vec<String>,
    /// The paper
    #[arg(long, ignore_case = true, value_parser = paper_names())]
    pub(super) paper: Option<String>,
    /// A file whose [organisation] hands the leaflet out instead of the project's, or a folder of them; may be given again
    #[arg(long, value_name = "FILE")]
    pub(super) org: Vec<PathBuf>,
    /// Sets each language beside this one, paragraph by paragraph
    #[arg(long, value_name = "TAG", conflicts_with = "large_print")]
    pub(super) with: Option<String>,
    /// What to make them for, an office where nothing is said; may be given again
    #[arg(long = "for", value_enum, value_name = "PROFILE", value_delimiter = ',')]
    pub(super) profile: Vec<ProfileName>,
    /// Makes them for a press, as that shop asks: layouts/press/NAME.toml, or a built-in one
    #[arg(long, value_name = "NAME")]
    pub(super) press: Option<String>,
    /// The inks; may be given again
    #[arg(long, value_enum, value_delimiter = ',', default_value = "colour")]
    pub(super) ink: Vec<InkName>,
    /// Shows what a language lacks in the source language's words, between [[ and ]]; the files are called -proof
    #[arg(long)]
    pub(super) proof: bool,
    /// Sets the text at 16 pt or larger by the rules of clear print
    #[arg(long)]
    pub(super) large_print: bool,
    /// What to write: the printed pages, pictures of them, their text, or where everything stands
    #[arg(long, value_enum, default_value_t = OutputFormat::Pdf)]
    pub(super) format: OutputFormat,
    /// How many pixels lie on an inch of a picture: 150 where nothing is said, and 405 of phone pages, which are 1080 by
    /// 1920 pixels then
    #[arg(long, value_name = "N", value_parser = ppi_range())]
    pub(super) ppi: Option<u16>,
    /// The folder to write to
    #[arg(long, short = 'o', value_name = "DIR", default_value = "out")]
    pub(super) out: PathBuf,
    /// Removes files of earlier builds from that folder that this build does not make
    #[arg(long)]
    pub(super) clean: bool,
    /// Says how large the type of each leaflet came out and how full its panels are, too
    #[arg(long, short = 'v', conflicts_with = "quiet")]
    pub(super) verbose: bool,
    /// Says only what is wrong
    #[arg(long, short = 'q')]
    pub(super) quiet: bool,
    /// How many threads to use
    #[arg(long, value_name = "N")]
    pub(super) jobs: Option<NonZeroUsize>,
    /// How to report
    #[arg(long, value_enum, default_value_t = MessageFormat::Human)]
    pub(super) message_format: MessageFormat,
}

impl BuildArgs {
    /// What to make the leaflets for, each once.
    pub(super) fn outputs(&self) -> Vec<Output> {
        let mut outputs = Vec::new();
        let unsaid = [if self.press.is_some() { ProfileName::Press } else { ProfileName::Office }];
        let profiles = if self.profile.is_empty() { &unsaid[..] } else { &self.profile };
        for profile in profiles {
            for inks in &self.ink {
                let output = Output::of((*profile).into(), (*inks).into());
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
    /// The languages to check; all when none is named
    #[arg(value_name = "TAG")]
    pub(super) locales: Vec<String>,
    #[command(flatten)]
    pub(super) project: ProjectArgs,
    /// The paper
    #[arg(long, ignore_case = true, value_parser = paper_names())]
    pub(super) paper: Option<String>,
    /// Says only what is wrong, not how much
    #[arg(long, short = 'q')]
    pub(super) quiet: bool,
    /// How to report
    #[arg(long, value_enum, default_value_t = MessageFormat::Human)]
    pub(super) message_format: MessageFormat,
}

#[derive(Args)]
pub(super) struct StatusArgs {
    #[command(flatten)]
    pub(super) project: ProjectArgs,
    /// A language, such as es or zh-Hant; may be given again
    #[arg(long, short = 'l', value_name = "TAG", value_delimiter = ',')]
    pub(super) locale: Vec<String>,
    /// A layout, or “all”; may be given again
    #[arg(long, short = 'L', value_name = "NAME", value_delimiter = ',')]
    pub(super) layout: Vec<String>,
    /// A leaflet of the project; may be given again
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub(super) leaflet: Vec<String>,
    /// The paper
    #[arg(long, ignore_case = true, value_parser = paper_names())]
    pub(super) paper: Option<String>,
    /// How to report
    #[arg(long, value_enum, default_value_t = MessageFormat::Human)]
    pub(super) message_format: MessageFormat,
}

#[derive(Args)]
pub(super) struct LayoutsArgs {
    #[command(flatten)]
    pub(super) project: ProjectArgs,
    /// Writes NAME-PAPER-dummy.pdf instead: outlines, numbers, folds and cuts of that layout, or “all”; may be given again
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub(super) dummy: Vec<String>,
    /// The blank sheet’s paper
    #[arg(long, ignore_case = true, value_parser = paper_names(), requires = "dummy")]
    pub(super) paper: Option<String>,
    /// The folder to write blank sheets to
    #[arg(long, short = 'o', value_name = "DIR", default_value = "out")]
    pub(super) out: PathBuf,
    /// How to report
    #[arg(long, value_enum, default_value_t = MessageFormat::Human)]
    pub(super) message_format: MessageFormat,
}

/// How fine a picture of a page may be.
fn ppi_range() -> RangedU64ValueParser<u16> {
    let [least, most] = PPI.map(u64::from);
    RangedU64ValueParser::new().range(least..=most)
}

#[derive(Args)]
pub(super) struct PreflightArgs {
    /// The PDFs
    #[arg(value_name = "FILE", required_unless_present = "clauses")]
    pub(super) files: Vec<PathBuf>,
    /// What they are for; without it, what each says itself
    #[arg(long = "for", value_name = "PROFILE", value_enum)]
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
    /// How to report
    #[arg(long, value_enum, default_value_t = MessageFormat::Human)]
    pub(super) message_format: MessageFormat,
}

/// The papers that there are, by name, in any case: people write A4.
fn paper_names() -> impl TypedValueParser<Value = String> {
    PossibleValuesParser::new(PAPERS.iter().map(|paper| paper.name)).map(|name| name.to_lowercase())
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum ProfileName {
    /// An office printer and a photocopier
    Office,
    /// A print shop: process inks, bleed, marks
    Press,
    /// A screen: panel by panel in reading order
    Screen,
}

impl From<ProfileName> for Profile {
    fn from(name: ProfileName) -> Profile {
        match name {
            ProfileName::Office => Profile::Office,
            ProfileName::Press => Profile::Press,
            ProfileName::Screen => Profile::Screen,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum InkName {
    /// All inks
    Colour,
    /// Black and its tints
    Mono,
}

impl From<InkName> for Inks {
    fn from(name: InkName) -> Inks {
        match name {
            InkName::Colour => Inks::Colour,
            InkName::Mono => Inks::Mono,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum OutputFormat {
    /// Print-ready pages
    Pdf,
    /// A picture of each page, to be sent or shown
    Png,
    /// The text in reading order
    Txt,
    /// Where every line stands
    Json,
}

impl From<OutputFormat> for Format {
    fn from(format: OutputFormat) -> Format {
        match format {
            OutputFormat::Pdf => Format::Pdf,
            OutputFormat::Png => Format::Png,
            OutputFormat::Txt => Format::Text,
            OutputFormat::Json => Format::Json,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum MessageFormat {
    /// For people
    Human,
    /// One JSON object a line
    Json,
}
