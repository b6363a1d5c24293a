//! A closer look at single files and paragraphs, as a project takes them: for tools that judge the program from outside,
//! for fuzzing, and for whoever wants to know why a line ends where it does. Lengths are points where nothing else is said.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::desk::Project;
use super::problems::Problems;
use crate::color::Color;
use crate::font::{Face, FontBook, FontData, FontEntry, FontId, FontManifest, GlyphKey, Program, Variant};
use crate::frame::{Art, Role};
use crate::geom::{Abs, Em};
use crate::locale::Locale;
use crate::picture;
use crate::project::{LoadedLocale, Selection, load};
use crate::script::ScriptRules;
use crate::spec::{Manifest, MessageRef};
use crate::style::{Align, LineStyle, ParagraphStyle};
use crate::text::{AlignedLines, BreakOptions, Line, Paragraph, align_lines, set_line};

pub use crate::picture::{DrawingError, PictureError};

/// What a picture's file holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PictureFacts {
    /// A drawing.
    Drawing,
    /// Pixels.
    Pixels {
        /// How many there are across and down, as it is seen.
        seen: [u32; 2],
        /// How many numbers a pixel has.
        channels: usize,
        /// How many numbers were unpacked.
        samples: usize,
    },
}

/// Opens a picture as a project would: an SVG, PNG or JPEG file, told by its first bytes.
///
/// # Errors
/// Why it can't be shown.
pub fn open_picture(file: &[u8]) -> Result<PictureFacts, PictureError> {
    Ok(match picture::open(file)? {
        Art::Drawing(_) => PictureFacts::Drawing,
        Art::Raster(raster) => PictureFacts::Pixels {
            seen: raster.seen(),
            channels: raster.channels.count(),
            samples: picture::unpack(&raster).len(),
        },
    })
}

/// Reads a drawing as a look would, without any palette.
///
/// # Errors
/// What of it can't be drawn.
pub fn read_drawing(svg: &str) -> Result<(), DrawingError> {
    picture::read(svg, &BTreeMap::new()).map(drop)
}

/// What a face's file gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FaceFacts {
    /// Whether a project could set text in it.
    pub is_usable: bool,
    /// How many of the characters asked for it has.
    pub covered: usize,
    /// How many of its first hundred glyphs, and of those of the characters, have a height when they are read as a PDF embeds
    /// them.
    pub measured: usize,
}

/// Opens a face as a project would, and as it is embedded in a PDF; `index` says which of a collection.
pub fn open_face(file: Vec<u8>, index: u32, characters: &[char]) -> FaceFacts {
    let entry = FontEntry {
        file: "face".to_owned(),
        face_index: index,
        family: "face".to_owned(),
        postscript_name: "face".to_owned(),
        scripts: Vec::new(),
        langs: Vec::new(),
        weight: 400,
        style: "normal".to_owned(),
        size: u64::try_from(file.len()).expect("64 bits fit"),
        sha256: String::new(),
    };
    let bytes = Arc::new(file.clone());
    let load = move |_: &str| Ok(FontData::Shared(bytes.clone()));
    let book = FontBook::new(FontManifest { fonts: vec![entry] }, Box::new(load));
    let face = book.face(FontId(0)).ok();
    let covered = |face: &Face| characters.iter().filter(|&&character| face.covers(character)).count();
    let program = Program::read(file);
    let numbers = (0..100).flat_map(|number| [GlyphKey::Index(number), GlyphKey::Cid(number)]);
    let letters = characters.iter().map(|&character| GlyphKey::Character(character));
    let keys = numbers.chain(letters).chain([GlyphKey::Name("x")]);
    FaceFacts {
        is_usable: face.is_some(),
        covered: face.map_or(0, covered),
        measured: program.map_or(0, |program| keys.filter(|&key| program.top(key).is_some()).count()),
    }
}

/// The messages of a project, shaped.
pub struct Shaped {
    fonts: FontBook,
    /// The paragraphs, language by language, messages in the order of their names.
    pub paragraphs: Vec<ShapedParagraph>,
}

/// A paragraph of a message, shaped once, in em.
pub struct ShapedParagraph {
    /// The language.
    pub locale: String,
    /// The message.
    pub message: String,
    /// Which of the message's paragraphs it is, from 0.
    pub index: usize,
    /// What its block is, by the name that manifests use.
    pub role: &'static str,
    /// The words that its language keeps whole.
    pub glossary: Vec<String>,
    display: bool,
    rules: ScriptRules,
    paragraph: Paragraph,
}

/// How lines are aligned.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Alignment {
    /// Flush at their start.
    Start,
    /// Flush at both ends.
    Justify,
    /// As the language is set at that measure.
    Own,
}

/// A line that was broken and set.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct LineFacts {
    /// Its text, the space at its end included and an added hyphen not.
    pub text: String,
    /// Where its first run starts, from the start of the measure.
    pub x: f64,
    /// How much of the measure it takes.
    pub width: f64,
    /// Its width before its spaces are stretched or shrunk.
    pub natural: f64,
    /// The measure.
    pub measure: f64,
    /// The size of its type.
    pub size: f64,
    /// How far its spaces are stretched (positive) or shrunk.
    pub ratio: f64,
    /// Why it ends: `word`, `hyphen`, `paragraph`, `forced`, `emergency`.
    pub end: &'static str,
}

/// A stretch of a paragraph that was shaped as one.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct RunFacts {
    /// Its first byte in the paragraph's text.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
    /// The face's file.
    pub file: String,
    /// Which face of the file.
    pub face_index: u32,
    /// The script (ISO 15924).
    pub script: String,
    /// The tag of its language.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// The glyphs in visual order: index, byte of the cluster, advance, and how far it is drawn to the right of and above
    /// where it starts, in design units.
    pub glyphs: Vec<(u16, usize, f64, f64, f64)>,
}

/// Shapes every message of the project's leaflets, in the first role that it has, in these languages, or in all.
///
/// # Errors
/// The project or one of the languages has faults; a character has no glyph.
pub fn shape_messages(project: &Project, locales: &[String]) -> Result<Shaped, Problems> {
    let mut problems = Problems::default();
    let Problems { sources, diagnostics } = &mut problems;
    let selection = Selection { locales: locales.to_vec(), ..Selection::default() };
    let Ok(loaded) = load(project.files(), &selection, sources, diagnostics) else { return Err(problems) };
    let mut paragraphs = Vec::new();
    for locale in &loaded.locales {
        diagnostics.extend(locale.diagnostics.clone());
        let mut shelf = locale.shelf(&loaded.fonts, sources);
        for message in messages(&loaded.manifest).into_values() {
            match shelf.message(message.asked, &locale.catalog, &message.style) {
                Ok(set) => {
                    let shaped = set.iter().enumerate();
                    paragraphs.extend(shaped.map(|(at, own)| message.paragraph(locale, at, own)));
                }
                Err(flaw) => {
                    flaw.report("none", diagnostics);
                }
            }
        }
    }
    if problems.has_errors() { Err(problems) } else { Ok(Shaped { fonts: loaded.fonts, paragraphs }) }
}

/// A message of a leaflet as it is set.
struct Message<'a> {
    asked: &'a MessageRef,
    role: Role,
    style: ParagraphStyle,
}

impl Message<'_> {
    fn paragraph(&self, locale: &LoadedLocale, index: usize, paragraph: &Paragraph) -> ShapedParagraph {
        ShapedParagraph {
            locale: locale.catalog.locale.tag.clone(),
            message: self.asked.id.clone(),
            index,
            role: self.role.name(),
            glossary: locale.typography.glossary.clone(),
            display: self.style.display,
            rules: locale.typography.rules,
            paragraph: paragraph.clone(),
        }
    }
}

/// The messages of all leaflets by name, each in the first role that it has.
fn messages(manifest: &Manifest) -> BTreeMap<&str, Message<'_>> {
    let mut messages = BTreeMap::new();
    let sections = manifest.leaflets.iter().flat_map(|leaflet| &leaflet.sections);
    for block in sections.flat_map(|section| &section.blocks) {
        let coming = block.companions.iter().map(|(role, message)| (message, *role));
        for (asked, role) in block.messages.iter().map(|asked| (asked, block.role)).chain(coming) {
            let display = matches!(
                role,
                Role::Title
                    | Role::Subtitle
                    | Role::Heading
                    | Role::Subheading
                    | Role::Lead
                    | Role::Fact
                    | Role::Caption
            );
            let style = ParagraphStyle { variant: Variant { bold: display, italic: false }, display };
            messages.entry(asked.id.as_str()).or_insert(Message { asked, role, style });
        }
    }
    messages
}

impl ShapedParagraph {
    /// Its text, with the marks that its script puts in.
    pub fn text(&self) -> &str {
        &self.paragraph.text.text
    }

    /// Its lines in a measure at a size. Headings are ragged however they are asked for.
    pub fn lines(&self, measure: f64, size: f64, alignment: Alignment) -> Vec<LineFacts> {
        let (measure, size) = (Abs::pt(measure), Abs::pt(size));
        let align = match alignment {
            _ if self.display => Align::Start,
            Alignment::Start => Align::Start,
            Alignment::Justify => Align::Justify,
            Alignment::Own => self.rules.aligned(Em::new(measure / size)),
        };
        let options = BreakOptions { align, display: self.display, ..BreakOptions::default() };
        let AlignedLines { lines, align } = align_lines(&self.paragraph, Em::new(measure / size), &options);
        let style = LineStyle { size, leading: size, align, color: Color::BLACK };
        lines.iter().map(|line| self.line(line, measure, &style)).collect()
    }

    fn line(&self, line: &Line, measure: Abs, style: &LineStyle) -> LineFacts {
        let set = set_line(&self.paragraph, line, measure, style, None);
        let start = set.runs.first().map_or(Abs::ZERO, |(x, _)| *x);
        LineFacts {
            text: self.text()[line.text.clone()].to_owned(),
            x: thousandths(start),
            width: thousandths(set.width),
            natural: thousandths(line.width.at(style.size)),
            measure: thousandths(measure),
            size: style.size.to_pt(),
            ratio: (line.ratio * 1000.0).round() / 1000.0,
            end: line.end.name(),
        }
    }

    /// Where its lines may end, in order: the byte before which each place lies, and of which kind it is.
    pub fn breaks(&self) -> Vec<(usize, String)> {
        let places = self.paragraph.opportunities();
        places.map(|(at, class)| (at, format!("{class:?}").to_lowercase())).collect()
    }

    /// Its runs in logical order; they tile its text. None of a face that can't be read.
    pub fn runs(&self, shaped: &Shaped) -> Vec<RunFacts> {
        let runs = self.paragraph.runs().filter_map(|run| {
            let face = shaped.fonts.face(run.font).ok()?;
            let units = |em: Em| (em.to_em() * face.upem).round();
            let glyphs = run.glyphs.iter();
            let glyphs = glyphs
                .map(|g| (g.id, g.cluster, units(g.advance), units(g.x_offset), units(g.y_offset)))
                .collect();
            Some(RunFacts {
                start: run.range.start,
                end: run.range.end,
                file: face.entry.file.clone(),
                face_index: face.entry.face_index,
                script: String::from_utf8_lossy(&run.script).into_owned(),
                lang: Locale::parse(run.lang).map_or(run.lang.to_owned(), |locale| locale.library_tag()),
                direction: if run.backward { "rtl" } else { "ltr" },
                glyphs,
            })
        });
        runs.collect()
    }
}

/// A length in points, as fine as any device.
fn thousandths(length: Abs) -> f64 {
    (length.to_pt() * 1000.0).round() / 1000.0
}
