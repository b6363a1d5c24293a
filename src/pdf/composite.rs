//! Glyphs added to a TrueType program, each drawn of glyphs that it has (composite glyphs, OpenType 1.9.1 `glyf`).
//! So one code draws what takes the shaper several glyphs, and one drawing has as many codes as it has readings.

use super::sfnt::{Tables, long, number, read, set, signed, write};

/// A glyph of a drawing, moved to the right and up by design units from where the drawing starts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Part {
    /// Its index.
    pub(super) glyph: u16,
    /// How far it is moved to the right.
    pub(super) x: i16,
    /// How far it is moved up.
    pub(super) y: i16,
    /// Whether what follows is set after it, rather than over it as after a mark.
    pub(super) spacing: bool,
}

/// Adds glyphs after the last one; returns the program and the index of the first of them. `None` where the program
/// is damaged, or would get too large.
pub(super) fn extend(program: &[u8], added: &[Vec<Part>]) -> Option<(Vec<u8>, u16)> {
    let mut tables = read(program)?;
    let mut glyphs = glyphs(&tables)?;
    let first = u16::try_from(glyphs.len()).ok()?;
    for parts in added {
        let glyph = compose(&glyphs, parts)?;
        glyphs.push(glyph);
    }
    replace(&mut tables, &glyphs)?;
    let most = added.iter().map(Vec::len).max().unwrap_or_default();
    allow(&mut tables, &glyphs, u16::try_from(most).ok()?)?;
    Some((write(&mut tables)?, first))
}

/// A glyph as the tables have it.
struct Glyph {
    /// Its entry in `glyf`; empty for one that draws nothing.
    outline: Vec<u8>,
    advance: u16,
    /// Where the outline starts, whatever its own numbers say.
    bearing: i16,
}

impl Glyph {
    /// Left, lower, right and upper end of what it draws.
    fn sides(&self) -> Option<[i16; 4]> {
        let mut sides = [0; 4];
        for (side, at) in sides.iter_mut().zip([2, 4, 6, 8]) {
            *side = signed(&self.outline, at)?;
        }
        Some(sides)
    }
}

fn glyphs(tables: &Tables) -> Option<Vec<Glyph>> {
    let [head, hhea, hmtx] = [tables.get(b"head")?, tables.get(b"hhea")?, tables.get(b"hmtx")?];
    let [loca, glyf] = [tables.get(b"loca")?, tables.get(b"glyf")?];
    let wide = number(head, 50)? != 0;
    let place = |index: usize| {
        if wide { long(loca, 4 * index) } else { Some(2 * usize::from(number(loca, 2 * index)?)) }
    };
    // Glyphs from here on share the last advance.
    let metrics = usize::from(number(hhea, 34)?);
    let glyph = |index: usize| {
        let bearing = if index < metrics { 4 * index + 2 } else { 4 * metrics + 2 * (index - metrics) };
        Some(Glyph {
            outline: glyf.get(place(index)?..place(index + 1)?)?.to_vec(),
            advance: number(hmtx, 4 * index.min(metrics.checked_sub(1)?))?,
            bearing: signed(hmtx, bearing)?,
        })
    };
    (0..usize::from(number(tables.get(b"maxp")?, 4)?)).map(glyph).collect()
}

/// Draws parts as one glyph, which is as wide as those of them that are set one after the other.
fn compose(glyphs: &[Glyph], parts: &[Part]) -> Option<Glyph> {
    const ARGS_ARE_WORDS: u16 = 1;
    const ARGS_ARE_XY: u16 = 2;
    const MORE_COMPONENTS: u16 = 32;
    let (mut advance, mut placed, mut union) = (0_u16, Vec::new(), None);
    for part in parts {
        let glyph = glyphs.get(usize::from(part.glyph))?;
        if part.spacing {
            advance = advance.saturating_add(glyph.advance);
        }
        let Some(sides) = glyph.sides() else { continue };
        // Drawn alone, it would be moved to its side bearing.
        let x = part.x.checked_add(glyph.bearing)?.checked_sub(sides[0])?;
        let moved = moved(sides, x, part.y)?;
        union = Some(union.map_or(moved, |sides| around(sides, moved)));
        placed.push((part.glyph, x, part.y));
    }
    let Some(sides) = union else { return Some(Glyph { outline: Vec::new(), advance, bearing: 0 }) };
    let mut outline = (-1_i16).to_be_bytes().to_vec();
    outline.extend(sides.iter().flat_map(|side| side.to_be_bytes()));
    for (index, (glyph, x, y)) in placed.iter().enumerate() {
        let more = if index + 1 < placed.len() { MORE_COMPONENTS } else { 0 };
        outline.extend((ARGS_ARE_WORDS | ARGS_ARE_XY | more).to_be_bytes());
        outline.extend(glyph.to_be_bytes());
        outline.extend([*x, *y].iter().flat_map(|length| length.to_be_bytes()));
    }
    Some(Glyph { outline, advance, bearing: sides[0] })
}

fn moved([left, lower, right, upper]: [i16; 4], x: i16, y: i16) -> Option<[i16; 4]> {
    Some([left.checked_add(x)?, lower.checked_add(y)?, right.checked_add(x)?, upper.checked_add(y)?])
}

fn around(a: [i16; 4], b: [i16; 4]) -> [i16; 4] {
    [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]
}

/// Writes outlines and metrics anew, without short forms.
fn replace(tables: &mut Tables, glyphs: &[Glyph]) -> Option<()> {
    let (mut glyf, mut loca, mut hmtx) = (Vec::new(), Vec::new(), Vec::new());
    for glyph in glyphs {
        loca.extend(u32::try_from(glyf.len()).ok()?.to_be_bytes());
        glyf.extend(&glyph.outline);
        glyf.resize(glyf.len().next_multiple_of(2), 0);
        hmtx.extend(glyph.advance.to_be_bytes());
        hmtx.extend(glyph.bearing.to_be_bytes());
    }
    loca.extend(u32::try_from(glyf.len()).ok()?.to_be_bytes());
    tables.extend([(*b"glyf", glyf), (*b"loca", loca), (*b"hmtx", hmtx)]);

    let count = u16::try_from(glyphs.len()).ok()?;
    set(tables.get_mut(b"maxp")?, 4, count)?;
    set(tables.get_mut(b"hhea")?, 34, count)?;
    set(tables.get_mut(b"head")?, 50, 1)?;
    // Names would have to be as many as glyphs: version 3 has none.
    if let Some(post) = tables.get_mut(b"post") {
        post.truncate(32);
        post.get_mut(..4)?.copy_from_slice(&[0, 3, 0, 0]);
    }
    Some(())
}

/// Raises the bounds that the program declares, for glyphs of up to `most` parts.
fn allow(tables: &mut Tables, glyphs: &[Glyph], most: u16) -> Option<()> {
    let maxp = tables.get_mut(b"maxp")?;
    // Points and contours: of simple glyphs, then of composite ones.
    for (simple, composite) in [(6, 10), (8, 12)] {
        let largest = number(maxp, simple)?.max(number(maxp, composite)?);
        set(maxp, composite, largest.saturating_mul(most))?;
    }
    let (parts, depth) = (number(maxp, 28)?, number(maxp, 30)?);
    set(maxp, 28, parts.max(most))?;
    set(maxp, 30, depth.saturating_add(1))?;

    let head = tables.get_mut(b"head")?;
    for sides in glyphs.iter().filter_map(Glyph::sides) {
        let face = [signed(head, 36)?, signed(head, 38)?, signed(head, 40)?, signed(head, 42)?];
        for (at, side) in [36, 38, 40, 42].into_iter().zip(around(face, sides)) {
            set(head, at, side.cast_unsigned())?;
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use skrifa::GlyphId;
    use skrifa::font::Font;
    use skrifa::font::glyph::outline::{ControlBoundsSink, DrawMemory, DrawOptions};
    use skrifa::raw::types::BoundingBox;

    use super::{Part, extend};

    fn face() -> Vec<u8> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts");
        std::fs::read(folder.join("NotoSansThaiLooped-Regular.ttf")).unwrap()
    }

    fn part(face: &Font, character: char, (x, y): (i16, i16)) -> Part {
        let glyph = face.charmap().map_unicode(character).unwrap().to_u32();
        Part { glyph: u16::try_from(glyph).unwrap(), x, y, spacing: x == 0 }
    }

    /// The box around all points of a glyph, as a program finds it that draws it.
    fn drawn(face: &Font, glyph: u16) -> BoundingBox<f32> {
        let mut sink = ControlBoundsSink::new();
        let glyph = face.outline_glyphs().get(GlyphId::from(glyph)).unwrap();
        glyph.draw(&DrawOptions::default(), DrawMemory::Scratch, &mut sink).unwrap();
        sink.bounding_box().unwrap()
    }

    fn near(a: f32, b: f32) -> bool {
        (a - b).abs() < f32::EPSILON
    }

    #[test]
    fn an_added_glyph_draws_its_parts_where_they_are_put() {
        let face = face();
        let before = Font::new(face.clone(), 0).unwrap();
        let [mark, letter] = [part(&before, '\u{E4D}', (30, -7)), part(&before, '\u{E32}', (0, 0))];
        let space = part(&before, ' ', (0, 0));
        let (program, first) = extend(&face, &[vec![mark, letter], vec![letter], vec![space]]).unwrap();
        let after = Font::new(program, 0).unwrap();
        assert_eq!((u32::from(first), after.num_glyphs()), (before.num_glyphs(), before.num_glyphs() + 3));

        let (above, upright) = (drawn(&before, mark.glyph), drawn(&before, letter.glyph));
        let both = drawn(&after, first);
        assert!(near(both.x_min, above.x_min + 30.0) && near(both.y_max, above.y_max - 7.0));
        assert!(near(both.x_max, upright.x_max) && near(both.y_min, upright.y_min));
        assert_eq!(drawn(&after, first + 1), upright);
        let advance = |face: &Font, glyph: u16| face.glyph_metrics().h_advance(GlyphId::from(glyph));
        for (glyph, same) in [(first, letter), (first + 1, letter), (first + 2, space)] {
            assert!(near(advance(&after, glyph), advance(&before, same.glyph)));
        }
    }

    #[test]
    fn a_damaged_program_is_refused() {
        let face = face();
        let one = part(&Font::new(face.clone(), 0).unwrap(), '\u{E32}', (0, 0));
        for length in (0..face.len()).step_by(997) {
            assert_eq!(extend(&face[..length], &[vec![one]]), None);
        }
        assert_eq!(extend(&face, &[vec![Part { glyph: u16::MAX, ..one }]]), None);
        assert_eq!(extend(&face, &vec![vec![one]; 65_536]), None);
    }
}
