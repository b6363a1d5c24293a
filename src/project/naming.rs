//! The names of the files that a run writes, known before anything is set: none may be too long for a disk, and no two may
//! be one, also where a disk tells neither case nor the two ways to write é apart.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use unicode_normalization::UnicodeNormalization;

use super::file_name::{FileFacts, FilePart};
use super::load::Project;
use super::press::is_told_in_colour;
use super::request::{Format, Request};
use super::task::Task;
use crate::diag::{Code, Diagnostic, Reported, Reporter};
use crate::source::Span;
use crate::spec::{NameField, NamePattern, Press};

/// How many bytes a file's name may have on the disks that are in use (NAME_MAX of Linux; others count letters).
const LONGEST: usize = 255;

/// A file that is to be written.
struct Planned {
    name: String,
    /// Which leaflet it is, for people.
    what: String,
    /// Where the leaflet is named in that layout.
    place: Option<Span>,
    /// The pattern by which a press wants it called.
    pattern: Option<NamePattern>,
    /// What a pattern can tell of it.
    told: [(NameField, String); 4],
}

/// Reports files that would be one, and names that are too long.
///
/// # Errors
/// `output/name`.
pub(super) fn check_names(
    project: &Project,
    tasks: &[Task<'_>],
    request: &Request,
    mut reporter: Reporter<'_>,
) -> Result<(), Reported> {
    let mut known: BTreeMap<String, Planned> = BTreeMap::new();
    for planned in planned_files(project, tasks, request) {
        if planned.name.len() > LONGEST {
            reporter.error(too_long(&planned));
        }
        match known.entry(told_apart(&planned.name)) {
            Entry::Occupied(first) => {
                reporter.error(one_file(first.get(), &planned));
            }
            Entry::Vacant(place) => {
                place.insert(planned);
            }
        }
    }
    reporter.sound(())
}

/// The names of each leaflet's files, in each way in which a press wants its pages.
fn planned_files(project: &Project, tasks: &[Task<'_>], request: &Request) -> Vec<Planned> {
    let mut planned = Vec::new();
    for task in tasks {
        for locale in &project.locales {
            let lang = &locale.catalog.locale.tag;
            for &output in request.outputs().iter().filter(|output| {
                task.suits(output.profile) && !is_told_in_colour(&project.press, request.outputs(), output)
            }) {
                for press in task.presses(&project.press, output.profile) {
                    let facts = FileFacts { project, task, lang, output, pages: press.pages };
                    planned.extend(planned_of(facts, &press, request.format));
                }
            }
        }
    }
    planned
}

/// The longest name of a leaflet's files, and its others where a press says how they are called; else what tells its pages apart is
/// the same in all.
fn planned_of<'a>(
    facts: FileFacts<'a>,
    press: &Press,
    format: Format,
) -> impl Iterator<Item = Planned> + use<'a> {
    let FileFacts { task, lang, .. } = facts;
    let layout = task.layout_name();
    let place = task.leaflet.layouts.iter().find(|known| known.name == layout).map(|known| known.span);
    let pattern = facts.pattern(format).cloned();
    let count = file_count(facts, press, format);
    let first = if pattern.is_some() { 1 } else { count };
    let plates = facts.plates(format);
    let part = move |number| plates.clone().into_iter().map(move |plate| FilePart { number, plate });
    (first..=count).flat_map(part).map(move |part| {
        let number = part.number;
        let page = if pattern.is_some() && count > 1 { format!(", file {number}") } else { String::new() };
        let sheets = if facts.is_of_sheets() { ", sheets" } else { "" };
        Planned {
            name: format!("{}.{}", facts.plate_name(format, &part, count), format.extension()),
            what: format!("“{}” in “{layout}” ({lang}{sheets}{page})", task.leaflet.name),
            place,
            pattern: pattern.clone(),
            told: [
                (NameField::Leaflet, task.leaflet.name.clone()),
                (NameField::Locale, lang.to_owned()),
                (NameField::Layout, layout.to_owned()),
                (NameField::Number, number.to_string()),
            ],
        }
    })
}

/// How many files a leaflet has at most.
fn file_count(facts: FileFacts<'_>, press: &Press, format: Format) -> usize {
    match format {
        Format::Pdf if facts.is_split(format) => facts.task.press_file_count(press),
        // Pages are as many as panels at most.
        Format::Png => facts.task.form_layout().panels.len(),
        Format::Pdf | Format::Text | Format::Json => 1,
    }
}

/// What a disk that tells least apart takes a name for.
fn told_apart(name: &str) -> String {
    let composed: String = name.nfc().collect();
    // By way of capitals, so that ß is ss.
    composed.to_uppercase().to_lowercase().nfc().collect()
}

fn one_file(first: &Planned, second: &Planned) -> Diagnostic {
    let (one, other) = (&first.what, &second.what);
    let message = if first.name == second.name {
        format!("{one} and {other} would be one file, {}", first.name)
    } else {
        format!("{one} and {other} would be one file on many disks, {} and {}", first.name, second.name)
    };
    let wrong = Diagnostic::new(Code::FileName, message);
    match &first.pattern {
        Some(pattern) => one_by_pattern(wrong, pattern, first, second),
        None => {
            let places = [(first, "one is named here"), (second, "the other here")];
            let labels = places.map(|(planned, text)| Some((planned.place?, text.to_owned())));
            let wrong = Diagnostic { labels: labels.into_iter().flatten().collect(), ..wrong };
            wrong.help("give one of the leaflets or layouts another name, or build them into two folders")
        }
    }
}

/// What a press calls files is at fault, which says what it lacks to tell them apart.
fn one_by_pattern(
    mut wrong: Diagnostic,
    pattern: &NamePattern,
    first: &Planned,
    second: &Planned,
) -> Diagnostic {
    let place = pattern.place.map(|span| (span, "the press calls files so".to_owned()));
    wrong.labels.extend(place);
    let differing = first.told.iter().zip(&second.told).filter(|(one, other)| one.1 != other.1);
    let fields: Vec<String> = differing
        .filter(|((field, _), _)| !pattern.tells(*field))
        .map(|((field, _), _)| format!("{{{}}}", field.word()))
        .collect();
    let apart = "build one at a time, each into a folder of its own: --out FOLDER";
    wrong.help(match fields.as_slice() {
        [] => format!("no name tells these apart: {apart}"),
        fields => format!("put {} into the name, or {apart}", fields.join(" and ")),
    })
}

fn too_long(planned: &Planned) -> Diagnostic {
    let Planned { name, what, place, .. } = planned;
    let message = format!("the name of the file for {what} has {} bytes, more than {LONGEST}", name.len());
    let mut wrong = Diagnostic::new(Code::FileName, message);
    wrong.labels.extend(place.map(|span| (span, "named here".to_owned())));
    wrong.help("shorten the name of the leaflet or of the layout")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_some_disk_takes_for_one_are_one() {
        for (one, other) in [
            ("Card-en", "card-EN"),
            ("caf\u{e9}", "cafe\u{301}"),
            ("CAF\u{c9}", "cafe\u{301}"),
            ("stra\u{df}e", "STRASSE"),
            ("\u{212a}arte", "karte"),
            ("\u{ac00}", "\u{1100}\u{1161}"),
        ] {
            assert_eq!(told_apart(one), told_apart(other), "{one} {other}");
        }
        assert_ne!(told_apart("card-1"), told_apart("card-l"));
    }
}
