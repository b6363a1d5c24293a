//! Faces in the file: cut down to the glyphs used, with a glyph more for each cluster that needs one, named so that two
//! subsets never clash, described truly.

use std::collections::BTreeMap;

use lopdf::{Document, Object};
use printpdf::ParsedFont;
use sha2::{Digest, Sha256};
use subsetter::{GlyphRemapper, subset};

use crate::font::{Face, FontBook, FontId, FontProblem};
use crate::frame::Glyph;
use crate::geom::Em;

use super::compose::{Part, extend};
use super::paint::narrow;
use super::reading::{Cluster, Readings, Signs};

/// A face as the file holds it.
pub(super) struct Embedded<'a> {
    /// The face that it was cut from.
    pub(super) face: &'a Face,
    /// What operators call it. printpdf keeps `F1` to `F14` for faces of its own.
    pub(super) resource: String,
    /// The subset, for printpdf.
    pub(super) program: ParsedFont,
    signs: &'a Signs,
    glyphs: GlyphRemapper,
    /// The code of the first drawing added; `None` where none is.
    added: Option<u16>,
}

/// A code, with what it reads as and where it is drawn.
pub(super) struct Code<'a> {
    /// The code: an index in the subset.
    pub(super) code: u16,
    /// What it reads as.
    pub(super) text: &'a str,
    /// How far it is drawn to the right of where it starts, and above the baseline.
    pub(super) offset: (Em, Em),
    /// How far the next one starts from it.
    pub(super) advance: Em,
}

impl Embedded<'_> {
    /// What shows a cluster: a code for all of it, or one a glyph; nothing for one that is silent.
    pub(super) fn codes<'a>(&'a self, cluster: &Cluster<'a>) -> Vec<Code<'a>> {
        let own = |glyph: &Glyph| Code {
            code: self.glyphs.get(glyph.id).unwrap_or_default(),
            text: self.signs.of(glyph.id),
            offset: (glyph.x_offset, glyph.y_offset),
            advance: glyph.advance,
        };
        let (text, advance) = (cluster.text, cluster.advance());
        match self.whole(cluster) {
            Some(code) => vec![Code { code, text, offset: (Em::ZERO, Em::ZERO), advance }],
            None if cluster.silent() => Vec::new(),
            None => cluster.glyphs.iter().map(own).collect(),
        }
    }

    /// The text that must lie beside a cluster, since its codes read otherwise.
    pub(super) fn beside<'a>(&self, cluster: &Cluster<'a>) -> Option<&'a str> {
        if self.whole(cluster).is_some() { None } else { self.signs.beside(cluster) }
    }

    /// The code that was added for a cluster.
    fn whole(&self, cluster: &Cluster) -> Option<u16> {
        u16::try_from(usize::from(self.added?) + self.signs.number(cluster)?).ok()
    }

    /// The width that the file gives to a code, in thousandths of an em, cut to a whole number as printpdf does:
    /// where the next glyph goes is reckoned from it.
    pub(super) fn width(&self, code: u16) -> u32 {
        let units = u32::from(self.program.get_glyph_width(code).unwrap_or_default());
        units * 1000 / u32::from(self.program.pdf_font_metrics.units_per_em.max(1))
    }
}

/// Cuts the faces down to the glyphs read of them.
///
/// # Errors
/// A face can't be read, or not be cut down.
pub(super) fn embed<'a>(
    fonts: &'a FontBook,
    readings: &'a Readings,
) -> Result<BTreeMap<FontId, Embedded<'a>>, FontProblem> {
    let mut faces = BTreeMap::new();
    for (number, (&font, signs)) in readings.iter().enumerate() {
        let face = fonts.face(font).map_err(Clone::clone)?;
        let problem = |reason: String| FontProblem { file: face.entry.file.clone(), reason };
        let used: Vec<u16> = signs.glyphs().collect();
        let glyphs = GlyphRemapper::new_from_glyphs_sorted(&used);
        // A slice of the collection goes in, so that its bytes are never copied.
        let bytes = subset(&face.data, face.entry.face_index, &glyphs)
            .map_err(|error| problem(format!("it can't be cut down to the glyphs used: {error}")))?;
        let (bytes, added) = complete(bytes, signs, &glyphs)
            .ok_or_else(|| problem("what is cut out of it takes no more glyphs".to_owned()))?;
        let mut program = ParsedFont::from_bytes(&bytes, 0, &mut Vec::new())
            .ok_or_else(|| problem("what is cut out of it is no font".to_owned()))?;
        program.font_name = Some(format!("{}+{}", tag(&bytes), face.entry.postscript_name));
        let resource = format!("Fnt{number}");
        faces.insert(font, Embedded { face, resource, program, signs, glyphs, added });
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

/// Puts true figures into the font descriptors (ISO 32000-1 9.8), where printpdf guesses.
pub(super) fn describe(document: &mut Document, faces: &BTreeMap<FontId, Embedded>) {
    for object in document.objects.values_mut() {
        let Ok(descriptor) = object.as_dict_mut() else { continue };
        let Ok(name) = descriptor.get(b"FontName").and_then(Object::as_name) else { continue };
        let own = |face: &&Embedded| face.program.font_name.as_deref().map(str::as_bytes) == Some(name);
        let Some(embedded) = faces.values().find(own) else { continue };

        let face = embedded.face;
        let italic = face.entry.style == "italic";
        let thousandths = |em: Em| Object::Real(narrow((em.to_em() * 1000.0).round()));
        descriptor.set("Ascent", thousandths(face.ascent));
        descriptor.set("Descent", thousandths(Em::ZERO - face.descent));
        descriptor.set("CapHeight", thousandths(face.cap_height));
        descriptor.set("XHeight", thousandths(face.x_height));
        // Symbolic, as every face is whose codes are glyphs; italic.
        descriptor.set("Flags", if italic { 4 | 64 } else { 4 });
        // No face tells its stems; this is the usual estimate from the weight.
        descriptor.set("StemV", 10 + (i64::from(face.entry.weight) - 50) * 61 / 250);
    }
}
