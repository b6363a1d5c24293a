//! The first and the last character of a line. In: a cluster and the script's row. Out: the blank that falls away with its
//! square, what hangs in the margin, what may still shrink, in em.

use crate::script::{LineEdge, Mark, ScriptRules, mark, protrusion};
use crate::style::Align;
use crate::text::glue::is_square;
use crate::text::shape::Cluster;

/// What an edge of a line does to its width, in em.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub(crate) struct Edge {
    /// Falls away in any case: the blank half of a mark.
    pub(crate) trim: f64,
    /// Hangs in the margin where the lines are flush there.
    pub(crate) hang: f64,
    /// How far it shrinks.
    pub(crate) shrink: f64,
}

/// The edge of a line that starts with a cluster.
pub(crate) fn start_edge(text: &str, cluster: &Cluster, rules: &ScriptRules) -> Edge {
    let Some(first) = text[cluster.text.clone()].chars().next() else { return Edge::default() };
    match rules.edge {
        LineEdge::Plain => Edge::default(),
        LineEdge::Hang => Edge { hang: protrusion(first).0 * cluster.advance, ..Edge::default() },
        LineEdge::Half | LineEdge::Shrink => {
            let opens = is_square(cluster) && mark(first) == Some(Mark::Opener);
            Edge { trim: if opens { 0.5 } else { 0.0 }, ..Edge::default() }
        }
    }
}

/// The edge of a line that ends with a cluster. One that stands for no text is an added hyphen.
pub(crate) fn end_edge(text: &str, cluster: &Cluster, rules: &ScriptRules) -> Edge {
    let last = text[cluster.text.clone()].chars().next_back().unwrap_or('-');
    match rules.edge {
        LineEdge::Plain => Edge::default(),
        LineEdge::Hang => Edge { hang: protrusion(last).1 * cluster.advance, ..Edge::default() },
        LineEdge::Half => Edge { trim: blank(last, cluster, 0.5), ..Edge::default() },
        // Pauses and stops stand in the middle: a quarter of their square is blank on each side.
        LineEdge::Shrink => Edge { shrink: blank(last, cluster, 0.25), ..Edge::default() },
    }
}

/// What hangs in the margins of a line: where it starts, and where it ends.
pub(crate) fn hangs(align: Align, first: &Edge, last: &Edge) -> [f64; 2] {
    match align {
        Align::Center => [0.0, 0.0],
        Align::Start => [first.hang, 0.0],
        Align::Justify => [first.hang, last.hang],
    }
}

/// The blank after the ink of a mark in its square.
fn blank(last: char, cluster: &Cluster, pause: f64) -> f64 {
    match mark(last).filter(|_| is_square(cluster)) {
        Some(Mark::Closer) => 0.5,
        Some(Mark::Comma | Mark::Stop) => pause,
        Some(Mark::Opener | Mark::Interpunct) | None => 0.0,
    }
}
