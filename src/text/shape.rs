//! Glyphs of an item, cluster by cluster in logical order. In: an item or a part of it. Out: clusters with their glyphs. A
//! cluster is what the shaper keeps together: at least one character, or all that a ligature stands for.

use std::ops::Range;

use crate::geom::Em;
use crate::text::chain::is_invisible;
use crate::text::itemize::Item;
use crate::text::shaper::{Piece, RawGlyph, Shaper};

/// What forces a line to end (`<br/>`).
const FORCED: &str = "\u{2028}";

/// A glyph as the shaper left it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct ShapedGlyph {
    /// Its index in the face.
    pub(crate) id: u16,
    /// How far the next glyph starts from this one.
    pub(crate) advance: Em,
    /// How far it is drawn to the right of where it starts.
    pub(crate) x_offset: Em,
    /// How far it is drawn above the baseline.
    pub(crate) y_offset: Em,
}

/// What the shaper keeps together.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct ShapedCluster {
    /// The bytes of the paragraph that it stands for; empty for an added hyphen.
    pub(crate) text: Range<usize>,
    /// The index of its item.
    pub(crate) item: usize,
    /// Its glyphs, in visual order.
    pub(crate) glyphs: Range<usize>,
    /// The sum of their advances.
    pub(crate) advance: Em,
    /// Whether a line break before it changes its glyphs or those before it, so that both must be shaped anew.
    pub(crate) unsafe_to_break: bool,
}

/// Clusters in logical order, and their glyphs.
#[derive(Clone, PartialEq, Default, Debug)]
pub(crate) struct Shaped {
    pub(crate) clusters: Vec<ShapedCluster>,
    pub(crate) glyphs: Vec<ShapedGlyph>,
}

impl Shaped {
    /// The sum of the advances.
    pub(crate) fn width(&self) -> Em {
        self.clusters.iter().map(|cluster| cluster.advance).sum()
    }

    /// The glyphs of a cluster, in visual order.
    pub(crate) fn glyphs_of(&self, cluster: &ShapedCluster) -> &[ShapedGlyph] {
        &self.glyphs[cluster.glyphs.clone()]
    }
}

/// A stretch of one item that is to be shaped.
pub(crate) struct ItemPart<'t> {
    /// The text of the paragraph.
    pub(crate) text: &'t str,
    /// The items of the paragraph.
    pub(crate) items: &'t [Item],
    /// The index of the item.
    pub(crate) item: usize,
    /// The bytes of the text.
    pub(crate) range: Range<usize>,
    /// Whether the text before and after it stands on the same line: it may change how letters join.
    pub(crate) context: bool,
}

/// Shapes a part of an item and adds its clusters to `out`.
pub(crate) fn shape_part(shaper: &mut Shaper<'_>, part: &ItemPart<'_>, out: &mut Shaped) {
    let item = &part.items[part.item];
    let words = &part.text[part.range.clone()];
    if words.is_empty() {
        return;
    }
    let (before, after) =
        if part.context { (&part.text[..part.range.start], &part.text[part.range.end..]) } else { ("", "") };
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
    out.glyphs.push(ShapedGlyph { id, advance: Em::ZERO, x_offset: Em::ZERO, y_offset: Em::ZERO });
    out.clusters[cluster].glyphs = first..first + 1;
}

/// Adds the clusters of glyphs, which come in logical order. Text at the start that has no glyph is a cluster of its own.
fn push_clusters(part: &ItemPart<'_>, raw: &[RawGlyph], upem: f64, out: &mut Shaped) {
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

/// Adds one cluster; `range` is its bytes of the part.
fn push_cluster(part: &ItemPart<'_>, range: Range<usize>, group: &[RawGlyph], upem: f64, out: &mut Shaped) {
    let words = &part.text[part.range.clone()];
    let first = out.glyphs.len();
    // The line separator and other controls may have a glyph, but never a place on the line.
    let hidden = words[range.clone()].chars().all(is_invisible);
    for glyph in group.iter().filter(|_| !hidden) {
        let em = |units: i32| Em::from_units(f64::from(units), upem);
        out.glyphs.push(ShapedGlyph {
            id: glyph.id,
            advance: em(glyph.advance),
            x_offset: em(glyph.offset.0),
            y_offset: em(glyph.offset.1),
        });
    }
    out.clusters.push(ShapedCluster {
        text: part.range.start + range.start..part.range.start + range.end,
        item: part.item,
        advance: out.glyphs[first..].iter().map(|glyph| glyph.advance).sum(),
        glyphs: first..out.glyphs.len(),
        unsafe_to_break: group.first().is_some_and(|glyph| glyph.unsafe_to_break),
    });
}
