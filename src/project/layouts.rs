//! The layouts that a run needs, with their looks and drawings.

use std::collections::BTreeMap;
use std::path::Path;

use super::collections::{LAYOUTS, THEMES};
use super::disk::FileFault;
use super::encoding::decode;
use super::files::{FileScope, Files, Intake, PictureFault};
use super::pictures::{bytes_beside, check_name, missing, unusable_file};
use super::selection::{LayoutChoice, Selection};
use crate::diag::{Code, Diagnostic, Reported, Reporter};
use crate::frame::Motif;
use crate::picture::{self, PictureError};
use crate::source::{SourceId, Span};
use crate::spec::{self, FileRef, Form, Layout, LayoutRef, Look, MOTIF, Manifest, MotifChoice, Theme, Words};

/// What is asked for like a layout and is none: the review of a translation, which a build sets by itself.
pub(super) const REVIEW: &str = "review";

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
    let Ok(mut known) = LAYOUTS.names(intake, FileScope::WithBuiltIn) else { return BTreeMap::new() };
    if known.iter().any(|name| name == REVIEW) {
        known.retain(|name| name != REVIEW);
        intake.diagnostics.error(reserved());
    }
    report_unknown(manifest, selection, &known, intake);
    let wanted = wanted_layouts(manifest, selection, &known);
    let theme = match read_theme(intake, &manifest.theme) {
        Ok(theme) => theme,
        Err(_) => return BTreeMap::new(),
    };
    let beside = selection.organisation.as_ref().map(|file| file.name.as_str());
    let mut reader = LayoutReader { intake, known, theme, beside, looks: BTreeMap::new(), unusable: None };
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

/// Says that a layout has a name that none can have.
fn reserved() -> Diagnostic {
    let message =
        format!("layouts/{REVIEW}.toml: no layout can be called {REVIEW}, as -L {REVIEW} asks for a review");
    Diagnostic::new(Code::Layout, message)
        .help("give the file another name, also where leaflets name the layout")
}

fn unknown_layout(name: &str, known: &[String]) -> Diagnostic {
    if name == REVIEW {
        let message = format!("“{REVIEW}” is no layout: a build alone makes it, of what translators review");
        return Diagnostic::new(Code::UnknownLayout, message)
            .help(format!("polyleaf build LANGUAGE -L {REVIEW}"));
    }
    LAYOUTS.unknown(name).help(LAYOUTS.which_of(name, known))
}

/// The themes of a project, the ready one that it names first.
///
/// # Errors
/// There is none of that name, or something is wrong with it.
fn read_theme(intake: &mut Intake<'_>, own: &Theme) -> Result<Vec<Theme>, Reported> {
    let Some((name, span)) = &own.name else { return Ok(vec![own.clone()]) };
    let (_, source) = THEMES.take(intake, name, Some(*span))?;
    let ready = spec::read_theme(source, intake.sources, intake.diagnostics)?;
    Ok(vec![ready, own.clone()])
}

struct LayoutReader<'a, 'i> {
    intake: &'a mut Intake<'i>,
    /// The names of all layouts.
    known: Vec<String>,
    /// Looks by name, each read once however many layouts share it.
    looks: BTreeMap<String, Result<Look, Reported>>,
    /// The themes that are laid over them, one over the other.
    theme: Vec<Theme>,
    /// The file of the organisation, where it is another one.
    beside: Option<&'a str>,
    /// That the drawing of the theme can't be used, which is said once however many layouts have it.
    unusable: Option<Reported>,
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
            wrong.of_request = asked.is_none();
            wrong.labels.extend(asked.map(|span| (span, "asked for here".to_owned())));
            return Err(self.intake.diagnostics.error(wrong));
        }
        let source = self.intake.source(&format!("layouts/{name}.toml")).expect("it was listed")?;
        let look = match spec::look_of(source, self.intake.sources) {
            None => Look::default(),
            Some(look) => self.read_look(&look, source)?,
        };
        let look = self.theme.iter().fold(look, Look::themed);
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
            let help = format!("put a file {file} there, or name one that there is, such as calm");
            let wrong = wrong.label(place, format!("{file} is missing")).help(help);
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
        if let Some(motif) = self.read_motif(layout)? {
            drawings.insert(MOTIF.to_owned(), motif);
        }
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
        report_idle_colors(layout, &drawings, &mut reporter);
        reporter.sound(drawings)
    }

    /// The drawing of the theme, where the layout has one.
    fn read_motif(&mut self, layout: &Layout) -> Result<Option<Motif>, Reported> {
        let Some(choice) = layout.look.motif.as_ref().filter(|_| layout.shows_motif()) else {
            return Ok(None);
        };
        if let Some(reported) = self.unusable {
            return Err(reported);
        }
        let (name, text, span) = match choice {
            MotifChoice::None => return Ok(None),
            MotifChoice::File { name, span } => (name, project_text(self.intake.files, name), *span),
            MotifChoice::Beside { name, span } => {
                (name, text_beside(self.beside.unwrap_or_default(), name), Some(*span))
            }
        };
        let read =
            |text: String| Ok(picture::read_motif(&text, &layout.look.palette).map_err(PictureError::from)?);
        text.and_then(read).map(Some).map_err(|fault| {
            let span = span.unwrap_or(Span::new(layout.source, 0..0));
            let mut wrong = unusable_file(Code::Picture, &FileRef { name: name.clone(), span }, &fault);
            let mend = match fault {
                PictureFault::Unusable(_) => Some("a motif is an SVG of shapes in whole colours".to_owned()),
                _ => wrong.help.take(),
            };
            let help = mend.map(|mend| format!("{mend}; motif = \"none\" does without a drawing"));
            wrong.help = help;
            let reported = self.intake.diagnostics.error(wrong);
            self.unusable = Some(reported);
            reported
        })
    }
}

/// Reports colours that a layout adds to its look and that nothing is printed in: mostly names that are misspelt.
fn report_idle_colors(layout: &Layout, drawings: &BTreeMap<String, Motif>, reporter: &mut Reporter<'_>) {
    let palettes = || [layout].into_iter().chain(layout.forms.values()).map(|form| &form.look.palette);
    for (name, span) in &layout.idle_colors {
        let own: Vec<_> =
            palettes().filter_map(|palette| palette.get(name)).map(|color| color.srgb).collect();
        if drawings.values().any(|drawing| drawing.colors().any(|color| own.contains(&color.srgb))) {
            continue;
        }
        let idle = |known: &&String| layout.idle_colors.iter().all(|(idle, _)| idle != *known);
        let known: Vec<&str> = layout.look.palette.keys().filter(idle).map(String::as_str).collect();
        let wrong = Diagnostic::new(Code::Layout, format!("nothing is printed in the colour “{name}”"));
        let wrong = wrong.label(*span, "no part of the layout and no drawing names it");
        reporter.error(wrong.help(format!("colours are {}", known.join(", "))));
    }
}

fn read_drawing(files: &Files, file: &str, layout: &Layout) -> Result<Motif, PictureFault> {
    let svg = files.text(file).ok_or(PictureFault::Missing)??;
    Ok(picture::read(&svg, &layout.look.palette).map_err(PictureError::from)?)
}

fn project_text(files: &Files, name: &str) -> Result<String, PictureFault> {
    check_name(name)?;
    Ok(files.text(name).ok_or_else(|| missing(files.root(), name))??)
}

/// The text of a file beside another one.
fn text_beside(other: &str, name: &str) -> Result<String, PictureFault> {
    Ok(decode(bytes_beside(Path::new(other), name)?).map_err(FileFault::Misencoded)?)
}
