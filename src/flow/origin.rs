//! Where what is placed comes from: paragraphs in their nodes, links in their text.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::frame::{Link, NodeId, Passage, TextRun};
use crate::geom::{Abs, Size};
use crate::text::Paragraph;

/// Where a paragraph of a node is in it. U+2029 stands between two.
pub(super) fn passage(node: NodeId, paragraphs: &[Arc<Paragraph>], paragraph: usize) -> Passage {
    let before = &paragraphs[..paragraph];
    let bytes = before.iter().map(|before| before.text.text.len() + '\u{2029}'.len_utf8());
    let links = before.iter().map(|before| before.text.links().count());
    Passage { node, paragraph, start: bytes.sum(), links: links.sum() }
}

/// What the links of a node's paragraphs lead to. The check of messages knows no link without an address.
pub(super) fn addresses(paragraphs: &[Arc<Paragraph>], known: &BTreeMap<String, String>) -> Vec<String> {
    let names = paragraphs.iter().flat_map(|paragraph| paragraph.text.links());
    names.map(|name| known.get(name).cloned().unwrap_or_default()).collect()
}

/// The areas of a line's links, each with where it starts, as high as the line; runs are in visual order. Runs of one link
/// that touch are one area; where words of it stand apart, it has several.
pub(super) fn link_areas(runs: &[(Abs, TextRun)], height: Abs) -> Vec<(Abs, Link)> {
    let mut areas: Vec<(Abs, Link)> = Vec::new();
    for (x, run) in runs {
        let Some(origin) = &run.origin else { continue };
        let Some(link) = origin.link else { continue };
        let touches = |last: &&mut (Abs, Link)| {
            last.1.link == link && (last.0 + last.1.size.width - *x).abs() < Abs::pt(0.01)
        };
        match areas.last_mut().filter(touches) {
            Some((_, area)) => {
                area.size.width += run.width();
                area.text.start = area.text.start.min(origin.text.start);
                area.text.end = area.text.end.max(origin.text.end);
            }
            None => {
                let size = Size::new(run.width(), height);
                areas.push((*x, Link { size, link, text: origin.text.clone() }));
            }
        }
    }
    areas
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::Color;
    use crate::font::FontId;
    use crate::frame::{Glyph, Ground, LinkId, Origin};
    use crate::geom::Em;

    /// A run of 10 pt that starts there.
    fn run(x: f64, text: std::ops::Range<usize>, link: Option<usize>) -> (Abs, TextRun) {
        let node = NodeId(0);
        let link = link.map(|index| LinkId { node, index });
        let glyph =
            Glyph { id: 1, advance: Em::new(1.0), x_offset: Em::ZERO, y_offset: Em::ZERO, cluster: 0..1 };
        let run = TextRun {
            font: FontId(0),
            size: Abs::pt(10.0),
            color: Color::BLACK,
            ground: Ground::PAPER,
            text: "x".to_owned(),
            lang: "en".to_owned(),
            glyphs: vec![glyph],
            origin: Some(Origin { node, paragraph: 0, text, link }),
        };
        (Abs::pt(x), run)
    }

    #[test]
    fn an_area_is_one_link_s_text_as_far_as_it_is_in_one_piece() {
        let runs = [
            run(0.0, 0..1, None),
            // One link in two runs, the later one read first, as where text runs from the right.
            run(10.0, 3..5, Some(0)),
            run(20.0, 1..3, Some(0)),
            // Another one right beside it, and one in two pieces.
            run(30.0, 5..6, Some(1)),
            run(40.0, 6..7, Some(2)),
            run(50.0, 7..8, None),
            run(60.0, 8..9, Some(2)),
        ];
        let areas = link_areas(&runs, Abs::pt(14.0));
        let areas: Vec<_> = areas
            .iter()
            .map(|(x, area)| (x.to_pt(), area.size.width.to_pt(), area.link.index, area.text.clone()))
            .collect();
        let expected =
            [(10.0, 20.0, 0, 1..5), (30.0, 10.0, 1, 5..6), (40.0, 10.0, 2, 6..7), (60.0, 10.0, 2, 8..9)];
        assert_eq!(areas, expected);
    }
}
