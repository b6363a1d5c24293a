//! The arguments of what translators are served by.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use polyleaf::ExchangeFormat;

use super::choice::MessageFormat;
use super::project_args::ProjectArgs;

#[derive(Args)]
pub(super) struct AddLocaleArgs {
    /// The language, by its tag or a name: vi, vietnamese, tiếng việt
    #[arg(value_name = "LANGUAGE")]
    pub(super) language: String,
    #[command(flatten)]
    pub(super) project: ProjectArgs,
    /// How to report
    #[arg(long, value_enum, ignore_case = true, default_value_t = MessageFormat::Human)]
    pub(super) message_format: MessageFormat,
}

/// The formats, as they are named.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum FormatName {
    /// For Excel, LibreOffice, Google Sheets; only the translations can be written
    Xlsx,
    /// A table as text, for any spreadsheet
    Csv,
    /// Gettext, for Poedit, Weblate and others
    Po,
    /// XLIFF 1.2, for translation agencies’ tools
    Xliff,
    /// XLIFF 2.1
    Xliff2,
}

impl FormatName {
    /// Of the library.
    pub(super) fn format(self) -> ExchangeFormat {
        match self {
            FormatName::Xlsx => ExchangeFormat::Xlsx,
            FormatName::Csv => ExchangeFormat::Csv,
            FormatName::Po => ExchangeFormat::Po,
            FormatName::Xliff => ExchangeFormat::Xliff,
            FormatName::Xliff2 => ExchangeFormat::Xliff2,
        }
    }
}

/// Whose words are taken, as it is said.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum TakeName {
    /// The translator’s
    File,
    /// The project’s
    Folder,
}

#[derive(Args)]
pub(super) struct ExportArgs {
    /// The language, by its tag or a name: th, thai, español
    #[arg(value_name = "LANGUAGE")]
    pub(super) language: String,
    #[command(flatten)]
    pub(super) project: ProjectArgs,
    /// The format; without it that of the file after --out, or a spreadsheet
    #[arg(long, value_enum, ignore_case = true)]
    pub(super) format: Option<FormatName>,
    /// The folder to write into, or the file; this folder when none is named
    #[arg(long, short, value_name = "DIR or FILE")]
    pub(super) out: Option<PathBuf>,
    /// The texts of a leaflet of the project alone; may be given again
    #[arg(long, alias = "leaflets", value_name = "NAME", value_delimiter = ',')]
    pub(super) leaflet: Vec<String>,
    /// Replaces a file that is there already, whatever somebody wrote into it
    #[arg(long)]
    pub(super) replace: bool,
    /// How to report
    #[arg(long, value_enum, ignore_case = true, default_value_t = MessageFormat::Human)]
    pub(super) message_format: MessageFormat,
}

#[derive(Args)]
pub(super) struct ImportArgs {
    /// Files that a translator filled in: XLSX, CSV, PO, XLIFF
    #[arg(value_name = "FILE", required = true)]
    pub(super) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) project: ProjectArgs,
    /// The language, where the files don’t say it
    #[arg(long, short = 'l', value_name = "LANGUAGE", visible_alias = "language", alias = "lang")]
    pub(super) locale: Option<String>,
    /// Whose words are taken where a text changed in the file and in the project since it was exported
    #[arg(long, value_enum, ignore_case = true)]
    pub(super) take: Option<TakeName>,
    /// Says what would change, and writes nothing
    #[arg(long)]
    pub(super) dry_run: bool,
    /// How to report
    #[arg(long, value_enum, ignore_case = true, default_value_t = MessageFormat::Human)]
    pub(super) message_format: MessageFormat,
}
