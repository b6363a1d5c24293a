//! What a build is asked to make.

use std::path::PathBuf;

use super::selection::Selection;
use crate::color::{Inks, Output, Profile};

/// What is written of each leaflet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// The printed pages.
    Pdf,
    /// Pictures of them, a file each.
    Png,
    /// The text in reading order.
    Text,
    /// The placed leaflet.
    Json,
}

impl Format {
    pub(super) fn extension(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Png => "png",
            Format::Text => "txt",
            Format::Json => "json",
        }
    }
}

/// What a build is to make.
#[derive(Clone, Debug)]
pub struct Request {
    /// Of which parts of the project.
    pub selection: Selection,
    /// On which paper; the manifest's when `None`.
    pub paper: Option<String>,
    /// What for; each leaflet is made for all of them. For an office when empty.
    pub outputs: Vec<Output>,
    /// In which format.
    pub format: Format,
    /// How many pixels of a picture of a page lie on an inch; as many as suit the paper when `None`.
    pub ppi: Option<u16>,
    /// In which language a page beside each leaflet says how it is printed, one of [`WORD_TAGS`](crate::WORD_TAGS); no such pages
    /// when `None`.
    pub print_sheet: Option<String>,
    /// Where; nothing is written when `None`.
    pub out: Option<PathBuf>,
}

impl Request {
    /// What it is for: an office, where nothing is said.
    pub(super) fn outputs(&self) -> &[Output] {
        const OFFICE: &[Output] = &[Output::of(Profile::Office, Inks::Colour)];
        if self.outputs.is_empty() { OFFICE } else { &self.outputs }
    }
}
