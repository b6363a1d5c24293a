//! What options take one of: profiles, inks, formats, in any case.

use clap::ValueEnum;
use polyleaf::{Format, Inks, Profile, Start};

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum ProfileName {
    /// An office printer and a photocopier
    Office,
    /// A print shop: process inks, bleed, marks
    Press,
    /// A screen: panel by panel in reading order
    Screen,
}

/// What leaflets are made for: one of the profiles, or all.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum ProfileChoice {
    /// An office printer and a photocopier
    Office,
    /// A print shop: process inks, bleed, marks
    Press,
    /// A screen: panel by panel in reading order
    Screen,
    /// All three
    All,
}

impl ProfileChoice {
    /// The profiles that it stands for.
    pub(super) fn profiles(self) -> &'static [Profile] {
        match self {
            ProfileChoice::Office => &[Profile::Office],
            ProfileChoice::Press => &[Profile::Press],
            ProfileChoice::Screen => &[Profile::Screen],
            ProfileChoice::All => &[Profile::Office, Profile::Press, Profile::Screen],
        }
    }
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
pub(super) enum InkChoice {
    /// All inks
    #[value(alias = "color")]
    Colour,
    /// Black and its tints
    Mono,
    /// Both
    All,
}

impl InkChoice {
    /// The inks that it stands for.
    pub(super) fn inks(self) -> &'static [Inks] {
        match self {
            InkChoice::Colour => &[Inks::Colour],
            InkChoice::Mono => &[Inks::Mono],
            InkChoice::All => &[Inks::Colour, Inks::Mono],
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

/// A project to start from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum StartName {
    /// A small leaflet in English, which is what there is without --from
    Small,
    /// The factsheet with its cards, zine and poster, in eight languages
    Factsheet,
}

impl From<StartName> for Start {
    fn from(name: StartName) -> Start {
        match name {
            StartName::Small => Start::Small,
            StartName::Factsheet => Start::Factsheet,
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

/// How `check` reports.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum ReportFormat {
    /// For people
    Human,
    /// One JSON object a line
    Json,
    /// Commands that GitHub’s workflows show beside the lines of a change
    Github,
    /// SARIF 2.1.0, which forges and editors read
    Sarif,
}

impl From<MessageFormat> for ReportFormat {
    fn from(format: MessageFormat) -> ReportFormat {
        match format {
            MessageFormat::Human => ReportFormat::Human,
            MessageFormat::Json => ReportFormat::Json,
        }
    }
}
