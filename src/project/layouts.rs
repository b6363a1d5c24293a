//! The layouts that a run needs, with their looks and drawings.

use std::collections::BTreeMap;

use super::files::{Files, Kind, Scope};
use super::load::{Selection, read_source};
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::frame::Drawing;
use crate::picture;
use crate::source::{SourceId, Sources, Span};
use crate::spec::{self, Form, Layout, Look, Manifest};

/// A layout with its drawings by file.
pub type LoadedLayout = (Layout, BTreeMap<String, Drawing>);

/// Reads the layouts asked for, by name; what is wrong with one is reported and does not stop the others.
pub(super) fn read(
    files: &Files,
    manifest: &Manifest,
    selection: &Selection,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<String, LoadedLayout> {
    let mut reader = Reader { files, sources, diagnostics, looks: BTreeMap::new() };
    reader.known_only(manifest);
    let mut layouts = BTreeMap::new();
    for (name, asked) in wanted(files, manifest, selection) {
        if !layouts.contains_key(&name)
            && let Ok(layout) = reader.layout(&name, asked)
            && let Ok(drawings) = reader.drawings(&layout)
        {
            layouts.insert(name, (layout, drawings));
        }
    }
    layouts
}

/// The layouts that a run asks for, with the place in the manifest that names them.
fn wanted(files: &Files, manifest: &Manifest, selection: &Selection) -> Vec<(String, Option<Span>)> {
    let mut wanted: Vec<(String, Option<Span>)> =
        selection.named_layouts().map(|name| (name.clone(), None)).collect();
    if selection.layouts.is_empty() {
        let leaflets = manifest.leaflets.iter().filter(|leaflet| selection.takes(&leaflet.name));
        let named = leaflets.flat_map(|leaflet| &leaflet.layouts);
        wanted.extend(named.map(|(name, span)| (name.clone(), Some(*span))));
    }
    // Who asks for a form that a layout lacks is told which have it.
    if selection.wants_all() || selection.form != Form::Plain {
        wanted.extend(known(files).into_iter().map(|name| (name, None)));
    }
    wanted
}

/// The names of all layouts.
fn known(files: &Files) -> Vec<String> {
    let names = files.list("layouts", Kind::Files, Scope::WithBuiltIn);
    names.iter().filter_map(|name| name.strip_suffix(".toml")).map(str::to_owned).collect()
}

struct Reader<'a> {
    files: &'a Files,
    sources: &'a mut Sources,
    diagnostics: &'a mut Diagnostics,
    /// Looks by name, each read once however many layouts share it.
    looks: BTreeMap<String, Result<Look, Reported>>,
}

impl Reader<'_> {
    fn layout(&mut self, name: &str, asked: Option<Span>) -> Result<Layout, Reported> {
        let known = known(self.files);
        if !known.iter().any(|layout| layout == name) {
            let mut wrong = Diagnostic::error(Code::UnknownLayout, format!("there is no layout “{name}”"));
            wrong.labels.extend(asked.map(|span| (span, "asked for here".to_owned())));
            return Err(self.diagnostics.push(wrong.help(format!("layouts are {}", known.join(", ")))));
        }
        let file = format!("layouts/{name}.toml");
        let source =
            read_source(self.files, &file, self.sources, self.diagnostics).expect("it was listed")?;
        let look = match spec::look_of(source, self.sources) {
            None => Look::default(),
            Some(look) => self.look(&look, source)?,
        };
        spec::read_layout(name, source, look, self.sources, self.diagnostics)
    }

    /// A look, read when the first layout names it.
    fn look(&mut self, name: &str, layout: SourceId) -> Result<Look, Reported> {
        if let Some(known) = self.looks.get(name) {
            return known.clone();
        }
        let file = format!("layouts/look/{name}.toml");
        let source = read_source(self.files, &file, self.sources, self.diagnostics).unwrap_or_else(|| {
            let wrong = Diagnostic::error(Code::Layout, format!("there is no look “{name}”"));
            Err(self.diagnostics.push(wrong.label(Span::new(layout, 0..0), format!("{file} is missing"))))
        });
        let look = source.and_then(|source| spec::read_look(source, self.sources, self.diagnostics));
        self.looks.insert(name.to_owned(), look.clone());
        look
    }

    /// Reports blocks that are only for a layout that there is not.
    fn known_only(&mut self, manifest: &Manifest) {
        let known = known(self.files);
        let sections = manifest.leaflets.iter().flat_map(|leaflet| &leaflet.sections);
        let only = sections.flat_map(|section| &section.blocks).flat_map(|block| &block.only);
        for layout in only.filter(|layout| !known.contains(&layout.id)) {
            let wrong = Diagnostic::error(Code::UnknownLayout, format!("there is no layout “{}”", layout.id));
            let wrong = wrong.label(layout.span, "this block is for it alone");
            self.diagnostics.push(wrong.help(format!("layouts are {}", known.join(", "))));
        }
    }

    /// The drawings that a layout uses, in its palette.
    fn drawings(&mut self, layout: &Layout) -> Result<BTreeMap<String, Drawing>, Reported> {
        let mut drawings = BTreeMap::new();
        let mut failed = None;
        for (name, span) in layout.pictures() {
            let file = format!("layouts/look/{name}");
            let drawing = match self.files.text(&file) {
                None => Err("there is no such file".to_owned()),
                Some(Err(error)) => Err(error.to_string()),
                Some(Ok(svg)) => picture::read(&svg, &layout.look.palette),
            };
            match drawing {
                Ok(drawing) => {
                    drawings.insert(name, drawing);
                }
                Err(reason) => {
                    let wrong = Diagnostic::error(Code::Picture, format!("{file} can’t be used: {reason}"));
                    let wrong = wrong.label(span, "asked for by this layout");
                    failed =
                        Some(self.diagnostics.push(wrong.help("mend the file or its name in the layout")));
                }
            }
        }
        failed.map_or(Ok(drawings), Err)
    }
}
