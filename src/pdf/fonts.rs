//! Faces in the file: cut down to the glyphs used, with a glyph more for each cluster that needs one, named so that two
//! subsets never clash, described truly (ISO 32000-1 9.7, 9.8). Codes are glyphs of the subset.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use sha2::{Digest, Sha256};
use subsetter::{GlyphRemapper, subset};

use crate::font::{Face, FontBook, FontFault, FontId, FontProblem};
use crate::frame::Glyph;
use crate::geom::Em;

use super::composite::{Part, extend};
use super::numbers::{narrow, whole_units};
use super::reading::{Cluster, Readings, Signs};
use super::sfnt::{Tables, number, read, signed, write};
use super::unicode::unicode_map;

/// A face as the file holds it.
pub(super) struct Embedded<'a> {
    /// The face that it was cut from.
    pub(super) face: &'a Face,
    /// Its weight (OpenType 1.9, usWeightClass).
    pub(super) weight: u16,
    /// What operators call it.
    pub(super) resource: String,
    /// Its name, with the tag of the subset before it.
    name: String,
    program: Program,
    metrics: Metrics,
    signs: &'a Signs,
    glyphs: GlyphRemapper,
    /// The code of the first drawing added; `None` where none is.
    added: Option<u16>,
}

/// What draws the glyphs.
enum Program {
    /// TrueType outlines in a font file.
    TrueType(Vec<u8>),
    /// The bare table of compact outlines (CFF), whose CIDs the subsetter makes equal to its glyphs.
    Compact(Vec<u8>),
}

/// Measures of the subset.
struct Metrics {
    /// The width of each code in thousandths of an em, cut to a whole number: where the next glyph goes is reckoned from it.
    widths: Vec<u32>,
    /// The sides of a box that every glyph of the face fits into, in thousandths of an em: left, lower, right, upper.
    sides: [i64; 4],
    /// Degrees by which it leans to the left.
    angle: i64,
}

/// A code, with where it is drawn.
pub(super) struct Code {
    /// The code: an index in the subset.
    pub(super) code: u16,
    /// How far it is drawn to the right of where it starts, and above the baseline.
    pub(super) offset: (Em, Em),
    /// How far the next one starts from it.
    pub(super) advance: Em,
}

impl Embedded<'_> {
    /// What shows a cluster: a code for all of it, or one a glyph; nothing for one that is silent.
    pub(super) fn codes(&self, cluster: &Cluster) -> Vec<Code> {
        let own = |glyph: &Glyph| Code {
            code: self.glyphs.get(glyph.id).unwrap_or_default(),
            offset: (glyph.x_offset, glyph.y_offset),
            advance: glyph.advance,
        };
        let advance = cluster.advance();
        match self.whole(cluster) {
            Some(code) => vec![Code { code, offset: (Em::ZERO, Em::ZERO), advance }],
            None if cluster.silent() => Vec::new(),
            None => cluster.glyphs.iter().map(own).collect(),
        }
    }

    /// The text that must lie beside a cluster, since its codes read otherwise.
    pub(super) fn beside<'a>(&self, cluster: &'a Cluster<'_>) -> Option<&'a str> {
        if self.whole(cluster).is_some() { None } else { self.signs.beside(cluster) }
    }

    /// The code that was added for a cluster.
    fn whole(&self, cluster: &Cluster) -> Option<u16> {
        u16::try_from(usize::from(self.added?) + self.signs.number(cluster)?).ok()
    }

    /// The width that the file gives to a code, in thousandths of an em.
    pub(super) fn width(&self, code: u16) -> u32 {
        self.metrics.widths.get(usize::from(code)).copied().unwrap_or_default()
    }

    /// What each code reads as that is shown.
    fn readings(&self) -> BTreeMap<u16, &str> {
        // Where drawings could be added, their parts are never shown themselves.
        let shown = |glyph: &u16| self.added.is_none() || !self.signs.is_part(*glyph);
        let own = self
            .signs
            .glyphs()
            .filter(shown)
            .filter_map(|glyph| Some((self.glyphs.get(glyph)?, self.signs.of(glyph))));
        let added = self.added.into_iter().flat_map(|first| (first..).zip(self.signs.added_texts()));
        own.chain(added).collect()
    }
}

/// Cuts the faces down to the glyphs read of them.
///
/// # Errors
/// A face can't be read, or not be cut down.
pub(super) fn embed_faces<'a>(
    fonts: &'a FontBook,
    readings: &'a Readings,
) -> Result<BTreeMap<FontId, Embedded<'a>>, FontProblem> {
    let mut faces = BTreeMap::new();
    for (number, (&font, signs)) in readings.iter().enumerate() {
        let face = fonts.face(font).map_err(Clone::clone)?;
        let problem = |fault| FontProblem { file: face.entry.file.clone(), fault };
        let used: Vec<u16> = signs.glyphs().collect();
        let glyphs = GlyphRemapper::new_from_glyphs_sorted(&used);
        // A slice of the collection goes in, so that its bytes are never copied.
        let bytes = subset(&face.data, face.entry.face_index, &glyphs)
            .map_err(|error| problem(FontFault::Subset(error.to_string())))?;
        let (bytes, added) = complete(bytes, signs, &glyphs).ok_or_else(|| problem(FontFault::Full))?;
        let (program, metrics) = read(&bytes)
            .and_then(|mut tables| Some((metrics(&tables), bare(&mut tables)?)))
            .and_then(|(metrics, program)| Some((program, metrics?)))
            .ok_or_else(|| problem(FontFault::BrokenSubset))?;
        let name = format!("{}+{}", tag(&bytes), face.entry.postscript_name);
        let resource = format!("F{number}");
        faces.insert(
            font,
            Embedded {
                face,
                weight: fonts.entry(font).weight,
                resource,
                name,
                program,
                metrics,
                signs,
                glyphs,
                added,
            },
        );
    }
    Ok(faces)
}

/// Adds what no glyph of the face draws, or reads as; returns the program and the code of the first drawing added.
/// Compact faces (CFF) stay as they are: their glyphs are no parts of others.
fn complete(program: Vec<u8>, signs: &Signs, glyphs: &GlyphRemapper) -> Option<(Vec<u8>, Option<u16>)> {
    let renumber = |part: &Part| glyphs.get(part.glyph).map(|glyph| Part { glyph, ..*part });
    let added: Option<Vec<Vec<Part>>> =
        signs.added().map(|parts| parts.iter().map(renumber).collect()).collect();
    let added = added?;
    if added.is_empty() || program.starts_with(b"OTTO") {
        return Some((program, None));
    }
    let (program, first) = extend(&program, &added)?;
    Some((program, Some(first)))
}

/// The six capitals before a subset's name (ISO 32000-1 9.6.4), from its hash.
fn tag(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

/// What the file needs of a subset: names are said in its dictionaries, or nowhere (ISO 32000-1 9.9).
fn bare(tables: &mut Tables) -> Option<Program> {
    if let Some(outlines) = tables.remove(b"CFF ") {
        return Some(Program::Compact(outlines));
    }
    tables.retain(|name, _| !matches!(name, b"name" | b"post"));
    write(tables).map(Program::TrueType)
}

fn metrics(tables: &Tables) -> Option<Metrics> {
    let [head, hhea, hmtx] = [tables.get(b"head")?, tables.get(b"hhea")?, tables.get(b"hmtx")?];
    // OpenType 1.9, `head`: another em is damage, and readers reckon other widths from it.
    let upem = number(head, 18).filter(|upem| (16..=16_384).contains(upem))?;
    // Glyphs from the last advance on share it.
    let (glyphs, advances) = (usize::from(number(tables.get(b"maxp")?, 4)?), usize::from(number(hhea, 34)?));
    let width = |glyph: usize| {
        let units = number(hmtx, 4 * glyph.min(advances.checked_sub(1)?))?;
        Some(u32::from(units) * 1000 / u32::from(upem))
    };
    let mut sides = [0; 4];
    for (side, at) in sides.iter_mut().zip([36, 38, 40, 42]) {
        *side = i64::from(signed(head, at)?) * 1000 / i64::from(upem);
    }
    let (rise, run) = (f64::from(signed(hhea, 18)?), f64::from(signed(hhea, 20)?));
    let angle = i64::from(
        whole_units(-run.atan2(rise).to_degrees().round()).filter(|_| rise != 0.0).unwrap_or_default(),
    );
    Some(Metrics { widths: (0..glyphs).map(width).collect::<Option<_>>()?, sides, angle })
}

/// Puts the faces into the file. Returns the dictionary that operators find them in.
pub(super) fn add_faces(document: &mut Document, faces: &BTreeMap<FontId, Embedded>) -> Dictionary {
    faces.values().map(|face| (face.resource.clone(), Object::Reference(face.write(document)))).collect()
}

impl Embedded<'_> {
    fn write(&self, document: &mut Document) -> ObjectId {
        let mut descriptor = self.descriptor();
        let kind = match &self.program {
            Program::TrueType(program) => {
                let length = i64::try_from(program.len()).expect("a subset has fewer than 2^63 bytes");
                let program = Stream::new(dictionary! { "Length1" => length }, program.clone());
                descriptor.set("FontFile2", document.add_object(program));
                "CIDFontType2"
            }
            Program::Compact(program) => {
                let program = Stream::new(dictionary! { "Subtype" => "CIDFontType0C" }, program.clone());
                descriptor.set("FontFile3", document.add_object(program));
                "CIDFontType0"
            }
        };
        let (usual, others) = widths(&self.metrics.widths);
        let mut font = dictionary! {
            "Type" => "Font",
            "Subtype" => kind,
            "BaseFont" => self.name.as_str(),
            "CIDSystemInfo" => dictionary! {
                "Registry" => Object::string_literal("Adobe"),
                "Ordering" => Object::string_literal("Identity"),
                "Supplement" => 0,
            },
            "FontDescriptor" => document.add_object(descriptor),
            "DW" => usual,
            "W" => others,
        };
        if let Program::TrueType(_) = self.program {
            font.set("CIDToGIDMap", "Identity");
        }
        let map = Stream::new(Dictionary::new(), unicode_map(&self.readings()).into_bytes());
        let font = dictionary! {
            "Type" => "Font",
            "Subtype" => "Type0",
            "BaseFont" => self.name.as_str(),
            "Encoding" => "Identity-H",
            "DescendantFonts" => vec![Object::Dictionary(font)],
            "ToUnicode" => document.add_object(map),
        };
        document.add_object(font)
    }

    fn descriptor(&self) -> Dictionary {
        let face = self.face;
        let italic = face.entry.style == "italic";
        let thousandths = |em: Em| Object::Real(narrow((em.to_em() * 1000.0).round()));
        dictionary! {
            "Type" => "FontDescriptor",
            "FontName" => self.name.as_str(),
            "FontBBox" => self.metrics.sides.map(Object::Integer).to_vec(),
            "ItalicAngle" => self.metrics.angle,
            "Ascent" => thousandths(face.ascent),
            "Descent" => thousandths(Em::ZERO - face.descent),
            "CapHeight" => thousandths(face.cap_height),
            "XHeight" => thousandths(face.x_height),
            // Symbolic, as every face is whose codes are glyphs; italic.
            "Flags" => if italic { 4 | 64 } else { 4 },
            // No face tells its stems; this is the usual estimate from the weight.
            "StemV" => 10 + (i64::from(face.entry.weight) - 50) * 61 / 250,
        }
    }
}

/// The width that most codes have, and runs of those that have another (ISO 32000-1 9.7.4.3).
fn widths(all: &[u32]) -> (i64, Vec<Object>) {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    all.iter().for_each(|&width| *counts.entry(width).or_default() += 1);
    let usual = counts.into_iter().max_by_key(|&(_, count)| count).map_or(1000, |(width, _)| width);
    let numbered: Vec<(i64, u32)> = (0..).zip(all.iter().copied()).collect();
    let mut others = Vec::new();
    for run in numbered.chunk_by(|a, b| (a.1 == usual) == (b.1 == usual)) {
        if run[0].1 != usual {
            let widths = run.iter().map(|&(_, width)| Object::Integer(i64::from(width)));
            others.extend([Object::Integer(run[0].0), Object::Array(widths.collect())]);
        }
    }
    (i64::from(usual), others)
}
