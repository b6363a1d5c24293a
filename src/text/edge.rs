//! The first and the last character of a line. In: a cluster and the script's row. Out: the blank of its square that falls
//! away, what hangs in the margin, what may still shrink.
//!
//! A full-width mark fills half of its square. Within a line the blank half is part of a joint; at an end of the line it has
//! no neighbour and would make the margin look ragged. Simplified Chinese drops it there, Traditional Chinese at the end of a
//! line lets it shrink before anything else. Latin hangs its small marks in the margin: they have little ink, and would leave a dent.

use crate::geom::Em;
use crate::script::{LineEdge, Mark, ScriptRules, mark, protrusion};
use crate::style::Align;
use crate::text::glue::{HALF, is_square};
use crate::text::shape::ShapedCluster;

/// What the character at an edge of a line does to its width.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub(crate) struct Edge {
    /// What falls away in any case: the blank half of a mark.
    pub(crate) trim: Em,
    /// What hangs in the margin where the lines are flush there.
    pub(crate) hang: Em,
    /// How far it shrinks.
    pub(crate) shrink: Em,
}

/// The edge of a line that starts with a cluster.
pub(crate) fn start_edge(text: &str, cluster: &ShapedCluster, rules: &ScriptRules) -> Edge {
    let Some(first) = text[cluster.text.clone()].chars().next() else { return Edge::default() };
    match rules.edge {
        LineEdge::Plain => Edge::default(),
        LineEdge::Hang => Edge { hang: cluster.advance * protrusion(first).0, ..Edge::default() },
        LineEdge::Half | LineEdge::Shrink => {
            let opens = is_square(cluster) && mark(first) == Some(Mark::Opener);
            Edge { trim: if opens { HALF } else { Em::ZERO }, ..Edge::default() }
        }
    }
}

/// The edge of a line that ends with a cluster. A cluster that stands for no text is an added hyphen.
pub(crate) fn end_edge(text: &str, cluster: &ShapedCluster, rules: &ScriptRules) -> Edge {
    let last = text[cluster.text.clone()].chars().next_back().unwrap_or('-');
    match rules.edge {
        LineEdge::Plain => Edge::default(),
        LineEdge::Hang => Edge { hang: cluster.advance * protrusion(last).1, ..Edge::default() },
        LineEdge::Half => Edge { trim: blank(last, cluster, HALF), ..Edge::default() },
        // Pauses and stops stand in the middle: a quarter of their square is blank on each side.
        LineEdge::Shrink => Edge { shrink: blank(last, cluster, Em::new(0.25)), ..Edge::default() },
    }
}

/// What hangs in the margins of a line: where it starts, and where it ends.
pub(crate) fn hangs(align: Align, first: &Edge, last: &Edge) -> [Em; 2] {
    match align {
        Align::Center => [Em::ZERO; 2],
        Align::Start => [first.hang, Em::ZERO],
        Align::Justify => [first.hang, last.hang],
    }
}

/// The blank after the ink of a mark in its square; `pause` is that of pauses and stops.
fn blank(last: char, cluster: &ShapedCluster, pause: Em) -> Em {
    match mark(last).filter(|_| is_square(cluster)) {
        Some(Mark::Closer) => HALF,
        Some(Mark::Comma | Mark::Stop) => pause,
        Some(Mark::Opener | Mark::Interpunct) | None => Em::ZERO,
    }
}
