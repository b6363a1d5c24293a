//! What in a file acts: scripts, programs that are started, forms, and files within the file (ISO 32000-1 12.6). Read from the
//! catalog, the pages, what is clicked on them, and the outline.

use std::collections::BTreeSet;

use hayro_syntax::object::{Dict, Object};
use serde::Serialize;

use super::bounds::Unlooked;
use super::file::File;
use super::pages::{ANNOTATIONS, read_annotations};
use super::values::{name, text};
use crate::characters::readable;
use crate::spec::{is_scheme, is_unsafe_scheme};

/// How many actions are followed of a chain, and how many entries of an outline.
const CHAIN: usize = 64;
const ENTRIES: usize = 5000;

/// All that acts in a file.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(crate) struct Acts {
    /// The kind of the action that opening the file starts; none where it opens at a place.
    pub(crate) on_opening: Option<String>,
    /// Whether printing, saving or closing the file starts something (`AA` of the catalog).
    pub(crate) has_triggers: bool,
    /// Whether it holds scripts by name.
    pub(crate) has_scripts: bool,
    /// Whether it holds a form to fill in.
    pub(crate) has_form: bool,
    /// Whether another file is attached.
    pub(crate) has_attachment: bool,
    /// What is started in its pages and its outline, each once.
    pub(crate) started: BTreeSet<Act>,
    /// Where reading stopped.
    pub(crate) unlooked: BTreeSet<Unlooked>,
}

/// Something that is started.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Act {
    /// The page, from 1; none for the outline.
    pub(crate) page: Option<usize>,
    /// Where it is started.
    pub(crate) place: ActPlace,
    /// What is started.
    pub(crate) start: Start,
}

/// Where something is started.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActPlace {
    /// By the page itself.
    Page,
    /// By what is clicked on a page.
    Annotation,
    /// By an entry of the outline.
    Outline,
}

/// What is started.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Start {
    /// Something that nobody has to click for (`AA`, ISO 32000-1 12.6.3).
    Trigger,
    /// An action of that kind (`S`, ISO 32000-1 12.6.4).
    Action(String),
    /// An address that leads to no place that a reader may be led to: a script, a file, or none that says what it is.
    Address(String),
    /// Actions that follow each other without end.
    EndlessChain,
}

/// Reads what acts in a file.
pub(crate) fn read_acts(file: &File<'_>) -> Acts {
    let catalog = file.catalog();
    let mut acts = read_catalog(&catalog);
    for (page, number) in file.pages().iter().zip(1..) {
        let page = page.raw();
        note_trigger(page, ActPlace::Page, Some(number), &mut acts);
        let annotations = read_annotations(page);
        if annotations.len() >= ANNOTATIONS {
            acts.unlooked.insert(Unlooked::Annotations);
        }
        for annotation in annotations {
            note_actions(&annotation, ActPlace::Annotation, Some(number), &mut acts);
            note_trigger(&annotation, ActPlace::Annotation, Some(number), &mut acts);
        }
    }
    let mut entries: Vec<Dict<'_>> = catalog.get("Outlines").into_iter().collect();
    // A hostile outline may be a ring.
    for _ in 0..ENTRIES {
        let Some(entry) = entries.pop() else { break };
        note_actions(&entry, ActPlace::Outline, None, &mut acts);
        note_trigger(&entry, ActPlace::Outline, None, &mut acts);
        entries.extend(["Next", "First"].into_iter().filter_map(|key| entry.get::<Dict<'_>>(key)));
    }
    if !entries.is_empty() {
        acts.unlooked.insert(Unlooked::Annotations);
    }
    acts
}

/// Whether an address runs a script, leads into the reader's own machine, or doesn't say of which kind it is.
fn is_unsafe(address: &str) -> bool {
    // Programs pass over what is not seen.
    let seen = |c: &char| !c.is_control() && !c.is_whitespace();
    let address: String = readable(address).chars().filter(seen).collect::<String>().to_ascii_lowercase();
    let Some((scheme, _)) = address.split_once(':') else { return true };
    // One letter is a drive.
    scheme.len() == 1 || !is_scheme(scheme) || is_unsafe_scheme(scheme)
}

fn read_catalog(catalog: &Dict<'_>) -> Acts {
    let names = catalog.get::<Dict<'_>>("Names").unwrap_or_default();
    let on_opening = match catalog.get::<Object<'_>>("OpenAction") {
        Some(Object::Dict(action)) => name(&action, "S").filter(|kind| kind != "GoTo"),
        _ => None,
    };
    Acts {
        on_opening,
        has_triggers: catalog.contains_key("AA"),
        has_scripts: names.contains_key("JavaScript"),
        has_form: catalog.contains_key("AcroForm"),
        has_attachment: names.contains_key("EmbeddedFiles") || catalog.contains_key("AF"),
        started: BTreeSet::new(),
        unlooked: BTreeSet::new(),
    }
}

fn note_trigger(dict: &Dict<'_>, place: ActPlace, page: Option<usize>, acts: &mut Acts) {
    if dict.contains_key("AA") {
        acts.started.insert(Act { page, place, start: Start::Trigger });
    }
}

/// Notes the action of what is clicked, and those that follow it.
fn note_actions(dict: &Dict<'_>, place: ActPlace, page: Option<usize>, acts: &mut Acts) {
    let mut actions: Vec<Dict<'_>> = dict.get::<Dict<'_>>("A").into_iter().collect();
    for _ in 0..CHAIN {
        let Some(action) = actions.pop() else { return };
        let start = Start::Action(name(&action, "S").unwrap_or_default());
        let address = text(&action, "URI").filter(|address| is_unsafe(address));
        acts.started.insert(Act { page, place, start });
        acts.started.extend(address.map(|address| Act { page, place, start: Start::Address(address) }));
        match action.get::<Object<'_>>("Next") {
            Some(Object::Dict(next)) => actions.push(next),
            Some(Object::Array(next)) => actions.extend(next.iter::<Dict<'_>>().take(CHAIN)),
            _ => {}
        }
    }
    acts.started.insert(Act { page, place, start: Start::EndlessChain });
}
