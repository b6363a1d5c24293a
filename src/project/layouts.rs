//! The layouts that a run needs, with their looks and drawings.

use std::collections::BTreeMap;

use super::disk::EntryKind;
use super::files::{FileScope, Files, Intake, PictureFault};
use super::selection::{LayoutChoice, Selection};
use crate::diag::{Code, Diagnostic, Reported, Reporter};
use crate::frame::Motif;
use crate::picture::{self, PictureError};
use crate::source::{SourceId, Span};
use crate::spec::{self, Form, Layout, LayoutRef, Look, Manifest, Words};

/// A layout with its drawings.
pub struct LoadedLayout {
    /// The layout.
    pub layout: Layout,
    /// The drawings that it uses, by file.
    pub drawings: BTreeMap<String, Motif>,
}

/// Reads the layouts asked for, by name; what is wrong with one is reported and does not stop the others.
pub(super) fn read_layouts(
    intake: &mut Intake<'_>,
    manifest: &Manifest,
    selection: &Selection,
) -> BTreeMap<String, LoadedLayout> {
    let Ok(known) = known_layouts(intake) else { return BTreeMap::new() };
    report_unknown(manifest, selection, &known, intake);
    let wanted = wanted_layouts(manifest, selection, &known);
    let mut reader = LayoutReader { intake, known, looks: BTreeMap::new() };
    let mut layouts = BTreeMap::new();
    for (name, asked) in wanted {
        if !layouts.contains_key(&name)
            && let Ok(loaded) = reader.load_layout(&name, asked)
        {
            layouts.insert(name, loaded);
        }
    }
    layouts
}

/// The layouts that a run asks for, with the place in the manifest that names them.
fn wanted_layouts(
    manifest: &Manifest,
    selection: &Selection,
    known: &[String],
) -> Vec<(String, Option<Span>)> {
    let mut wanted: Vec<(String, Option<Span>)> =
        selection.named_layouts().iter().map(|name| (name.clone(), None)).collect();
    if selection.layouts == LayoutChoice::Own {
        let leaflets = manifest.leaflets.iter().filter(|leaflet| selection.takes_leaflet(&leaflet.name));
        let named = leaflets.flat_map(|leaflet| &leaflet.layouts);
        wanted.extend(named.map(|LayoutRef { name, span }| (name.clone(), Some(*span))));
    }
    // Who asks for a form that a layout lacks is told which have it.
    if selection.wants_every_layout() || selection.form != Form::Plain {
        wanted.extend(known.iter().map(|name| (name.clone(), None)));
    }
    wanted
}

/// The names of all layouts; files with names that none can have are reported.
fn known_layouts(intake: &mut Intake<'_>) -> Result<Vec<String>, Reported> {
    let kind = EntryKind::Files("toml");
    let names = intake.files.list("layouts", kind, FileScope::WithBuiltIn, intake.diagnostics)?;
    let mut known = Vec::new();
    for name in names.iter().filter_map(|name| name.strip_suffix(".toml")) {
        if spec::is_file_name(name) {
            known.push(name.to_owned());
        } else {
            let message = format!("layouts/{name}.toml: a layout's name is part of its files' names");
            let wrong = Diagnostic::new(Code::Layout, message);
            intake.diagnostics.error(wrong.help("rename the file with letters, digits and hyphens"));
        }
    }
    Ok(known)
}

/// Reports layouts that there are not: those that blocks are only for and, where all layouts are read for no name's sake, those
/// that leaflets name.
fn report_unknown(manifest: &Manifest, selection: &Selection, known: &[String], intake: &mut Intake<'_>) {
    if selection.wants_every_layout() {
        let leaflets = manifest.leaflets.iter().filter(|leaflet| selection.takes_leaflet(&leaflet.name));
        let named = leaflets.flat_map(|leaflet| &leaflet.layouts);
        for layout in named.filter(|layout| !known.contains(&layout.name)) {
            let wrong = unknown_layout(&layout.name, known);
            intake.diagnostics.error(wrong.label(layout.span, "asked for here"));
        }
    }
    let sections = manifest.leaflets.iter().flat_map(|leaflet| &leaflet.sections);
    let only = sections.flat_map(|section| &section.blocks).flat_map(|block| &block.only);
    for layout in only.filter(|layout| !known.contains(&layout.name)) {
        let wrong = unknown_layout(&layout.name, known);
        intake.diagnostics.error(wrong.label(layout.span, "this block is for it alone"));
    }
}

fn unknown_layout(name: &str, known: &[String]) -> Diagnostic {
    Diagnostic::new(Code::UnknownLayout, format!("there is no layout “{name}”"))
        .help(format!("layouts are {}", known.join(", ")))
}

struct LayoutReader<'a, 'i> {
    intake: &'a mut Intake<'i>,
    /// The names of all layouts.
    known: Vec<String>,
    /// Looks by name, each read once however many layouts share it.
    looks: BTreeMap<String, Result<Look, Reported>>,
}

impl LayoutReader<'_, '_> {
    fn load_layout(&mut self, name: &str, asked: Option<Span>) -> Result<LoadedLayout, Reported> {
        let layout = self.read_layout(name, asked)?;
        let drawings = self.read_drawings(&layout)?;
        Ok(LoadedLayout { layout, drawings })
    }

    fn read_layout(&mut self, name: &str, asked: Option<Span>) -> Result<Layout, Reported> {
        if !self.known.iter().any(|layout| layout == name) {
            let mut wrong = unknown_layout(name, &self.known);
            wrong.labels.extend(asked.map(|span| (span, "asked for here".to_owned())));
            return Err(self.intake.diagnostics.error(wrong));
        }
        let source = self.intake.source(&format!("layouts/{name}.toml")).expect("it was listed")?;
        let look = match spec::look_of(source, self.intake.sources) {
            None => Look::default(),
            Some(look) => self.read_look(&look, source)?,
        };
        spec::read_layout(name, source, look, self.intake.sources, self.intake.diagnostics)
    }

    /// A look, read when the first layout names it.
    fn read_look(&mut self, name: &str, layout: SourceId) -> Result<Look, Reported> {
        if let Some(known) = self.looks.get(name) {
            return known.clone();
        }
        let file = format!("layouts/look/{name}.toml");
        let source = self.intake.source(&file).unwrap_or_else(|| {
            let wrong = Diagnostic::new(Code::Layout, format!("there is no look “{name}”"));
            let named = spec::value_span(self.intake.sources, layout, &["look"]);
            let place = named.unwrap_or(Span::new(layout, 0..0));
            let wrong = wrong.label(place, format!("{file} is missing"));
            Err(self.intake.diagnostics.error(wrong))
        });
        let Intake { sources, diagnostics, .. } = &mut *self.intake;
        let look = source.and_then(|source| spec::read_look(source, sources, diagnostics));
        self.looks.insert(name.to_owned(), look.clone());
        look
    }

    /// The drawings that a layout uses, in its palette.
    fn read_drawings(&mut self, layout: &Layout) -> Result<BTreeMap<String, Motif>, Reported> {
        let mut drawings = BTreeMap::new();
        let look = spec::look_of(layout.source, self.intake.sources);
        let words = Words::new(layout.source, look.as_deref(), self.intake.sources);
        let mut reporter = Reporter::new(self.intake.diagnostics);
        for (name, span) in layout.pictures() {
            let span = words.word(&name).unwrap_or(span);
            let file = format!("layouts/look/{name}");
            match read_drawing(self.intake.files, &file, layout) {
                Ok(drawing) => {
                    drawings.insert(name, drawing);
                }
                Err(fault) => {
                    let wrong = Diagnostic::new(Code::Picture, format!("{file} can’t be used: {fault}"));
                    let wrong = wrong.label(span, "asked for by this layout");
                    reporter.error(wrong.help("mend the file or its name in the layout"));
                }
            }
        }
        reporter.sound(drawings)
    }
}

fn read_drawing(files: &Files, file: &str, layout: &Layout) -> Result<Motif, PictureFault> {
    let svg = files.text(file).ok_or(PictureFault::Missing)??;
    Ok(picture::read(&svg, &layout.look.palette).map_err(PictureError::from)?)
}
