//! A shaped paragraph from inside, for tools that judge it: the runs that went to the shaper with what came back, and where
//! lines may end.

use std::ops::Range;

use crate::font::FontId;
use crate::geom::Em;
use crate::text::breaks::BreakClass;
use crate::text::paragraph::Paragraph;
use crate::text::shape::ShapedCluster;

/// A stretch of a paragraph that was shaped as one, with the text before and after it as context.
#[derive(Clone, PartialEq, Debug)]
pub struct ShapedRun<'p> {
    /// Its bytes of the paragraph's text.
    pub range: Range<usize>,
    /// The face.
    pub font: FontId,
    /// The script (ISO 15924).
    pub script: [u8; 4],
    /// The tag of its language, as the locale spells it.
    pub lang: &'p str,
    /// Whether it runs from the right.
    pub backward: bool,
    /// Its glyphs in visual order.
    pub glyphs: Vec<ShapedGlyphView>,
}

/// A glyph as the shaper left it, before justification.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct ShapedGlyphView {
    /// Its index in the face.
    pub id: u16,
    /// The byte of the paragraph's text at which its cluster starts.
    pub cluster: usize,
    /// How far the next glyph starts from this one.
    pub advance: Em,
    /// How far it is drawn to the right of where it starts.
    pub x_offset: Em,
    /// How far it is drawn above the baseline.
    pub y_offset: Em,
}

impl Paragraph {
    /// The runs of the text in logical order; they tile it.
    pub fn runs(&self) -> impl Iterator<Item = ShapedRun<'_>> {
        self.items.iter().enumerate().map(|(at, item)| {
            let backward = item.level % 2 == 1;
            let all = &self.shaped.clusters;
            let first = all.partition_point(|cluster| cluster.item < at);
            let clusters = &all[first..all.partition_point(|cluster| cluster.item <= at)];
            let glyphs = if backward {
                clusters.iter().rev().flat_map(|cluster| self.glyphs_of(cluster)).collect()
            } else {
                clusters.iter().flat_map(|cluster| self.glyphs_of(cluster)).collect()
            };
            let (range, font, script) = (item.range.clone(), item.font, item.script);
            ShapedRun { range, font, script, lang: &item.tag, backward, glyphs }
        })
    }

    /// The places where lines may end, in order: the byte before which each lies, and how good it is. The last is the end of
    /// the text.
    pub fn opportunities(&self) -> impl Iterator<Item = (usize, BreakClass)> {
        self.breaks.iter().map(|place| (place.at, place.class))
    }

    /// The glyphs of a cluster, in visual order.
    fn glyphs_of<'p>(&'p self, cluster: &'p ShapedCluster) -> impl Iterator<Item = ShapedGlyphView> + 'p {
        self.shaped.glyphs_of(cluster).iter().map(|glyph| ShapedGlyphView {
            id: glyph.id,
            cluster: cluster.text.start,
            advance: glyph.advance,
            x_offset: glyph.x_offset,
            y_offset: glyph.y_offset,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::testing::body;

    #[test]
    fn runs_tile_the_text_and_clusters_keep_its_order() {
        let paragraph = body("zh-Hans", "人人UDHR生而自由");
        let runs: Vec<ShapedRun<'_>> = paragraph.runs().collect();
        let tiles: Vec<&str> = runs.iter().map(|run| &paragraph.text.text[run.range.clone()]).collect();
        assert_eq!(tiles, ["人人", "UDHR", "生而自由"]);
        for run in &runs {
            let clusters: Vec<usize> = run.glyphs.iter().map(|glyph| glyph.cluster).collect();
            assert!(clusters.is_sorted() && clusters.iter().all(|at| run.range.contains(at)), "{clusters:?}");
        }
    }

    #[test]
    fn opportunities_end_with_the_text() {
        let paragraph = body("ko", "모든 사람은");
        let places: Vec<(usize, BreakClass)> = paragraph.opportunities().collect();
        let end = paragraph.text.text.len();
        assert_eq!(places, [("모든 ".len(), BreakClass::Normal), (end, BreakClass::Mandatory)]);
    }
}
