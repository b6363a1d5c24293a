//! The smallest type, and the height of its x: measured on the outline that is embedded, since faces of one size differ by a third.

use crate::font::{GlyphKey, Program};
use crate::geom::Em;

use super::codes::Codes;
use super::drawn::{FaceOnPage, Smallest, TextUse, XHeight};
use super::face::{FaceDicts, FaceTable};
use super::raw;

/// Letters whose tops are flat and as high as an x.
const FLAT: [char; 4] = ['x', 'z', 'v', 'w'];
/// How near sizes are that count as one, in points, and how many faces of the smallest size are measured.
const ALIKE: f64 = 0.005;
const MEASURED: usize = 8;

/// Finds the smallest type of what is not cut off; of several faces as small, the one whose x can be measured.
pub(super) fn find_smallest(texts: &[TextUse], faces: &FaceTable<'_>) -> Option<Smallest> {
    let mut texts: Vec<&TextUse> = texts.iter().filter(|text| text.size > 0.0 && text.is_kept).collect();
    texts.sort_by(|one, other| one.size.total_cmp(&other.size));
    let first = texts.first()?;
    let mut found = Smallest {
        size: first.size,
        face: first.face,
        page: first.page,
        x_height: XHeight::Unknown,
        damaged: Vec::new(),
    };
    let alike = texts.iter().take_while(|text| text.size - first.size < ALIKE).take(MEASURED);
    for text in alike {
        let (face, page) = (text.face, text.page);
        let x_height =
            x_height(&faces.dicts[face], &faces.codes[face]).unwrap_or_else(|DamagedProgram(declared)| {
                found.damaged.push(FaceOnPage { face, page });
                declared
            });
        if sureness(x_height) > sureness(found.x_height) {
            found = Smallest { size: text.size, face, page, x_height, ..found };
        }
    }
    Some(found)
}

/// How sure a height is, the surest being the highest.
fn sureness(height: XHeight) -> u8 {
    match height {
        XHeight::Unknown => 0,
        XHeight::Declared(_) => 1,
        XHeight::Measured(_) => 2,
    }
}

/// A program that can't be read, and the height that the file says its x has.
struct DamagedProgram(XHeight);

fn x_height(dicts: &FaceDicts<'_>, codes: &Codes) -> Result<XHeight, DamagedProgram> {
    let declared = dicts.declared_x_height().map_or(XHeight::Unknown, XHeight::Declared);
    let Some((key, stream)) = dicts.program() else { return Ok(declared) };
    let program = raw::unpack(&stream).and_then(|bytes| Program::read(bytes.into_owned()));
    let program = program.ok_or(DamagedProgram(declared))?;
    let top = match (dicts.is_composite(), key) {
        (true, _) => composite_top(dicts, codes, &program),
        (false, "FontFile2") => FLAT.into_iter().find_map(|letter| character_top(letter, codes, &program)),
        (false, _) => {
            let named = |letter: char| program.top(GlyphKey::Name(letter.encode_utf8(&mut [0; 4])));
            FLAT.into_iter().find_map(named)
        }
    };
    Ok(top.map_or(declared, |top| XHeight::Measured(top.to_em())))
}

/// The top of a flat letter of a face whose codes lead to glyphs by its own table of characters.
fn character_top(letter: char, codes: &Codes, program: &Program) -> Option<Em> {
    program.top(GlyphKey::Character(letter)).or_else(|| {
        // Symbols lie at F000 and on (OpenType, cmap, encoding 3.0).
        let code = *codes.codes_of(&[letter]).first()?;
        program.top(GlyphKey::Character(char::from_u32(0xF000 + code)?))
    })
}

/// The top of a flat letter of a composite face.
fn composite_top(dicts: &FaceDicts<'_>, codes: &Codes, program: &Program) -> Option<Em> {
    let table = dicts.glyph_table().as_ref().and_then(raw::unpack);
    let is_truetype = dicts.kind() == "CIDFontType2";
    codes.codes_of(&FLAT).into_iter().find_map(|code| {
        program.top(match &table {
            _ if !is_truetype => GlyphKey::Cid(code),
            None => GlyphKey::Index(code),
            Some(table) => GlyphKey::Index(u32::from(table_entry(table, code)?)),
        })
    })
}

/// The glyph of a code, where codes are CIDs as they are in all that is written today.
fn table_entry(table: &[u8], code: u32) -> Option<u16> {
    let at = usize::try_from(code).ok()?.checked_mul(2)?;
    Some(u16::from_be_bytes(*table.get(at..)?.first_chunk()?))
}
