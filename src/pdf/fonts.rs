//! Faces in the file: cut down to the glyphs used, named so that two subsets never clash, described truly.

use std::collections::BTreeMap;

use lopdf::{Document, Object};
use printpdf::ParsedFont;
use sha2::{Digest, Sha256};
use subsetter::{GlyphRemapper, subset};

use crate::font::{Face, FontBook, FontId, FontProblem};
use crate::geom::Em;

use super::paint::narrow;
use super::reading::Readings;

/// A face as the file holds it.
pub(super) struct Embedded<'a> {
    /// The face that it was cut from.
    pub(super) face: &'a Face,
    /// What operators call it. printpdf keeps `F1` to `F14` for faces of its own.
    pub(super) resource: String,
    /// The subset, for printpdf.
    pub(super) program: ParsedFont,
    glyphs: GlyphRemapper,
}

impl Embedded<'_> {
    /// The code of a glyph of the face: its index in the subset, since both are sorted alike.
    pub(super) fn code(&self, glyph: u16) -> u16 {
        self.glyphs.get(glyph).unwrap_or_default()
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
    readings: &Readings,
) -> Result<BTreeMap<FontId, Embedded<'a>>, FontProblem> {
    let mut faces = BTreeMap::new();
    for (number, (font, texts)) in readings.faces().enumerate() {
        let face = fonts.face(font).map_err(Clone::clone)?;
        let problem = |reason: String| FontProblem { file: face.entry.file.clone(), reason };
        let used: Vec<u16> = texts.keys().copied().collect();
        let glyphs = GlyphRemapper::new_from_glyphs_sorted(&used);
        // A slice of the collection goes in, so that its bytes are never copied.
        let bytes = subset(&face.data, face.entry.face_index, &glyphs)
            .map_err(|error| problem(format!("it can't be cut down to the glyphs used: {error}")))?;
        let mut program = ParsedFont::from_bytes(&bytes, 0, &mut Vec::new())
            .ok_or_else(|| problem("what is cut out of it is no font".to_owned()))?;
        program.font_name = Some(format!("{}+{}", tag(&bytes), face.entry.postscript_name));
        faces.insert(font, Embedded { face, resource: format!("Fnt{number}"), program, glyphs });
    }
    Ok(faces)
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
