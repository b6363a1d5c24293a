//! Which parts of a project a run needs.

use std::path::Path;

use crate::spec::{Form, short_name};

/// Which parts of a project a run needs.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Languages as the user named them; all when empty.
    pub locales: Vec<String>,
    /// Layouts.
    pub layouts: LayoutChoice,
    /// Leaflets; all when empty.
    pub leaflets: Vec<String>,
    /// A file that names another organisation.
    pub organisation: Option<OrganisationFile>,
    /// The press that files for a print shop are made for; without one that of the organisation or of the project.
    pub press: Option<String>,
    /// What the leaflets are set for.
    pub form: Form,
    /// The language that each is set beside in a bilingual leaflet, as the user named it.
    pub with: Option<String>,
    /// Whether leaflets are made alone whose messages were all reviewed as they stand.
    pub is_final: bool,
    /// Whether what a language lacks is shown in the source language’s words, marked as such.
    pub proof: bool,
}

/// Which layouts a run makes.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub enum LayoutChoice {
    /// Those that each leaflet names; of large print every one that holds it.
    #[default]
    Own,
    /// Those of these names.
    Named(Vec<String>),
    /// Every one that can hold the leaflet.
    Every,
}

/// A file with another `[organisation]` than the manifest's.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OrganisationFile {
    /// Its path, by which its logo is found.
    pub name: String,
    /// What it holds.
    pub text: String,
}

impl OrganisationFile {
    /// What files made for it are called by: its short name, or that of its file.
    pub fn called(&self) -> String {
        short_name(&self.text).unwrap_or_else(|| file_chapter(self))
    }
}

/// What they are called by where it has no short name: the name of its file.
pub(super) fn file_chapter(file: &OrganisationFile) -> String {
    let stem = Path::new(&file.name).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let stem = stem.unwrap_or_default();
    let words: Vec<&str> =
        stem.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "other".to_owned() } else { words.join("-") }
}

impl Selection {
    /// Whether a leaflet is among those asked for.
    pub fn takes_leaflet(&self, leaflet: &str) -> bool {
        self.leaflets.is_empty() || self.leaflets.iter().any(|name| name == leaflet)
    }

    /// The layouts asked for by name.
    pub(super) fn named_layouts(&self) -> &[String] {
        match &self.layouts {
            LayoutChoice::Named(names) => names,
            LayoutChoice::Own | LayoutChoice::Every => &[],
        }
    }

    /// Whether every layout is asked for that can hold the leaflet.
    pub(super) fn wants_every_layout(&self) -> bool {
        self.layouts == LayoutChoice::Every || self.wants_large_print_layouts()
    }

    /// Whether the layouts are those that hold large print, whichever they are.
    pub(super) fn wants_large_print_layouts(&self) -> bool {
        self.form == Form::LargePrint && self.layouts == LayoutChoice::Own
    }
}
