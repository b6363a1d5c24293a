//! Glyphs of an item, cluster by cluster in logical order. In: an item or a part of it. Out: clusters with their
//! glyphs, lengths in em. A cluster here is what the shaper keeps together: at least a character, never less than a ligature.

use std::ops::Range;

use crate::text::chain::is_invisible;
use crate::text::itemize::Item;
use crate::text::shaper::{Piece, RawGlyph, Shaper};

/// What forces a line to end (`<br/>`).
const FORCED: &str = "\u{2028}";

/// A glyph, lengths in em.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct ShapedGlyph {
    pub(crate) id: u16,
    pub(crate) advance: f64,
    pub(crate) offset: (f64, f64),
}

/// What the shaper keeps together.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Cluster {
    /// Its bytes of the paragraph.
    pub(crate) text: Range<usize>,
    /// Its item.
    pub(crate) item: usize,
    /// Its glyphs, in visual order.
    pub(crate) glyphs: Range<usize>,
    /// The sum of their advances, in em.
    pub(crate) advance: f64,
    /// Whether a line that breaks before it must be shaped anew around the break.
    pub(crate) unsafe_to_break: bool,
}

/// Clusters in logical order, and their glyphs.
#[derive(Clone, PartialEq, Default, Debug)]
pub(crate) struct Shaped {
    pub(crate) clusters: Vec<Cluster>,
    pub(crate) glyphs: Vec<ShapedGlyph>,
}

impl Shaped {
    /// The sum of the advances, in em.
    pub(crate) fn width(&self) -> f64 {
        self.clusters.iter().map(|cluster| cluster.advance).sum()
    }

    /// The glyphs of a cluster, in visual order.
    pub(crate) fn glyphs_of(&self, cluster: &Cluster) -> &[ShapedGlyph] {
        &self.glyphs[cluster.glyphs.clone()]
    }
}

/// What is to be shaped: a range of a paragraph's item, and whether what is beside it in the paragraph is beside it on
/// the line too.
pub(crate) struct Part<'t> {
    pub(crate) text: &'t str,
    pub(crate) items: &'t [Item],
    pub(crate) item: usize,
    pub(crate) range: Range<usize>,
    pub(crate) context: bool,
}

/// Shapes a part and adds its clusters to `out`.
pub(crate) fn shape_part(shaper: &mut Shaper<'_>, part: &Part<'_>, out: &mut Shaped) {
    let item = &part.items[part.item];
    let words = &part.text[part.range.clone()];
    if words.is_empty() {
        return;
    }
    let (before, after) = match part.context {
        true => (&part.text[..part.range.start], &part.text[part.range.end..]),
        false => ("", ""),
    };
    let backward = item.level % 2 == 1;
    let key = (item.font, item.script, item.lang, backward);
    let mut raw = shaper.shape(&Piece { before, text: words, after, key });
    let upem = shaper.face(item.font).map_or(1000.0, |face| face.upem);
    if backward {
        raw.reverse();
    }
    let first = out.clusters.len();
    push_clusters(part, &raw, upem, out);
    for cluster in first..out.clusters.len() {
        if part.text[out.clusters[cluster].text.clone()] == *FORCED {
            push_blank(shaper.space(item.font), cluster, out);
        }
    }
}

/// Gives a forced line end the glyph of a space, without width: it parts words as a space does (ISO 32000-1 14.8.2.5).
fn push_blank(space: Option<u16>, cluster: usize, out: &mut Shaped) {
    let Some(id) = space else { return };
    let first = out.glyphs.len();
    out.glyphs.push(ShapedGlyph { id, advance: 0.0, offset: (0.0, 0.0) });
    out.clusters[cluster].glyphs = first..first + 1;
}

/// Adds the clusters of glyphs in logical order; what has no glyph of its own at the start is a cluster without any.
fn push_clusters(part: &Part<'_>, raw: &[RawGlyph], upem: f64, out: &mut Shaped) {
    let words = &part.text[part.range.clone()];
    let backward = part.items[part.item].level % 2 == 1;
    let groups: Vec<&[RawGlyph]> = raw.chunk_by(|a, b| a.cluster == b.cluster).collect();
    if groups.first().is_none_or(|group| group[0].cluster > 0) {
        let end = groups.first().map_or(words.len(), |group| group[0].cluster);
        push_cluster(part, 0..end, &[], upem, out);
    }
    for (at, group) in groups.iter().enumerate() {
        let end = groups.get(at + 1).map_or(words.len(), |next| next[0].cluster);
        let first = out.glyphs.len();
        push_cluster(part, group[0].cluster..end, group, upem, out);
        if backward {
            out.glyphs[first..].reverse();
        }
    }
}

fn push_cluster(part: &Part<'_>, range: Range<usize>, group: &[RawGlyph], upem: f64, out: &mut Shaped) {
    let words = &part.text[part.range.clone()];
    let first = out.glyphs.len();
    // The line separator and other controls may have a glyph, but never a place on the line.
    let hidden = words[range.clone()].chars().all(is_invisible);
    for glyph in group.iter().filter(|_| !hidden) {
        let em = |units: i32| f64::from(units) / upem;
        let offset = (em(glyph.offset.0), em(glyph.offset.1));
        out.glyphs.push(ShapedGlyph { id: glyph.id, advance: em(glyph.advance), offset });
    }
    out.clusters.push(Cluster {
        text: part.range.start + range.start..part.range.start + range.end,
        item: part.item,
        advance: out.glyphs[first..].iter().map(|glyph| glyph.advance).sum(),
        glyphs: first..out.glyphs.len(),
        unsafe_to_break: group.first().is_some_and(|glyph| glyph.unsafe_to_break),
    });
}
