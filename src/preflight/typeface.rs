//! The smallest type, and the height of its x: measured on the outline that is embedded, since faces of one size differ by a third.

use hayro_syntax::object::Stream;

use crate::color::Profile;
use crate::font::{GlyphKey, Program};
use crate::geom::Em;

use super::draw::Drawn;
use super::fonts::Typeface;
use super::meaning;
use super::raw;
use super::report::{Check, Facts, Findings, Smallest};

/// The smallest type there may be, in points (LOOK.md, Hierarchy); a hundredth is left to rounding.
const LEAST: f64 = 5.99;
/// What an office printer leaves white, in points (PRINT.md, What printers ask: 6.35 mm).
const MARGIN: f64 = 18.0;
/// Letters whose tops are flat and as high as an x.
const FLAT: [char; 4] = ['x', 'z', 'v', 'w'];

/// Checks the size and place of text.
pub(super) fn check(drawn: &Drawn<'_>, profile: Profile, facts: &mut Facts, findings: &mut Findings) {
    for text in drawn.texts.iter().filter(|text| text.size < LEAST) {
        let font = &drawn.fonts[text.font].fact.name;
        let message = format!("type of {:.2} pt in {font}, which few can read", text.size);
        findings.warning(Check::Small, Some(text.page), message);
    }
    facts.smallest = smallest(drawn, findings);
    for (marks, page) in drawn.marks.iter().zip(1..) {
        if let Some(margin) =
            marks.margin.filter(|margin| profile == Profile::Office && *margin < MARGIN - 0.05)
        {
            let margin = margin * 25.4 / 72.0;
            let message =
                format!("text {margin:.1} mm from the edge, where an office printer does not print");
            findings.warning(Check::Margin, Some(page), message);
        }
    }
}

fn smallest(drawn: &Drawn<'_>, findings: &mut Findings) -> Option<Smallest> {
    // Of two as small, the one whose x can be measured.
    let mut texts: Vec<_> = drawn.texts.iter().filter(|text| text.size > 0.0).collect();
    texts.sort_by(|one, other| one.size.total_cmp(&other.size));
    let first = texts.first()?;
    let alike = texts.iter().take_while(|text| text.size - first.size < 0.005).take(8);
    let heights = alike.map(|text| (text, height(&drawn.fonts[text.font], text.page, findings)));
    let heights: Vec<_> = heights.collect();
    let sure = |height: &Option<(f64, bool)>| height.map(|(_, measured)| measured);
    let (text, height) = heights.iter().rev().max_by_key(|(_, height)| sure(height))?;
    Some(Smallest {
        size: text.size,
        x_height: height.map(|(em, _)| em * text.size),
        measured: height.is_some_and(|(_, measured)| measured),
        font: drawn.fonts[text.font].fact.name.clone(),
        page: text.page,
    })
}

/// The height of an x in em, and whether it was measured; `None` for a face without one.
fn height(face: &Typeface<'_>, page: usize, findings: &mut Findings) -> Option<(f64, bool)> {
    let declared = || {
        let height = face.descriptor().get::<f32>("XHeight").map(|height| f64::from(height) / 1000.0);
        height.filter(|height| *height > 0.0 && *height < 2.0).map(|height| (height, false))
    };
    let Some((key, stream)) = face.program() else { return declared() };
    let program = raw::unpacked(&stream).and_then(|bytes| Program::read(bytes.into_owned()));
    let Some(program) = program else {
        findings.error(
            Check::Damaged,
            Some(page),
            format!("the program of {} can’t be read", face.fact.name),
        );
        return declared();
    };
    let meanings = face.meanings();
    let top = |letter: char| {
        let code = || meaning::code_of(meanings.as_deref()?, letter);
        match (face.is_composite(), key) {
            (true, _) => program.top(of_code(face, code()?)?),
            (false, "FontFile2") => program.top(GlyphKey::Character(letter)).or_else(|| {
                // Symbols lie at F000 and on (OpenType, cmap, encoding 3.0).
                program.top(GlyphKey::Character(char::from_u32(0xF000 + code()?)?))
            }),
            (false, _) => program.top(GlyphKey::Name(letter.encode_utf8(&mut [0; 4]))),
        }
    };
    FLAT.into_iter().find_map(top).map(|em: Em| (em.to_em(), true)).or_else(declared)
}

/// The glyph of a composite face's code, where codes are CIDs as they are in all that is written today.
fn of_code<'k>(face: &Typeface<'_>, code: u32) -> Option<GlyphKey<'k>> {
    if face.fact.kind != "CIDFontType2" {
        return Some(GlyphKey::Cid(code));
    }
    let Some(map) = face.holder.get::<Stream<'_>>("CIDToGIDMap") else { return Some(GlyphKey::Index(code)) };
    let map = raw::unpacked(&map)?;
    let at = usize::try_from(code).ok()?.checked_mul(2)?;
    let pair = map.get(at..at.checked_add(2)?)?;
    Some(GlyphKey::Index(u32::from(u16::from_be_bytes([pair[0], pair[1]]))))
}
