//! A paragraph ready to be broken: shaped once, in em, with sums that give the width of any candidate line at once.

use crate::content::RichText;
use crate::geom::Em;
use crate::locale::Direction;
use crate::script::ScriptRules;
use crate::text::breaks::BreakClass;
use crate::text::edge::{Edge, start_edge};
use crate::text::glue::{Glue, Joint};
use crate::text::itemize::Item;
use crate::text::shape::Shaped;

/// A shaped paragraph.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// The text, with the marks that its script puts in; lines are ranges of it.
    pub text: RichText,
    /// Which way its lines run.
    pub direction: Direction,
    /// The rules of its script.
    pub rules: ScriptRules,
    pub(crate) items: Vec<Item>,
    pub(crate) shaped: Shaped,
    /// The joint after each cluster.
    pub(crate) joints: Vec<Joint>,
    /// Sums over all clusters before each one, and over all at the end.
    pub(crate) sums: Vec<Sums>,
    /// Whether a grapheme cluster starts at the cluster: where a line may be broken in an emergency.
    pub(crate) starts: Vec<bool>,
    /// Where lines may end, in order; the last is the text's end.
    pub(crate) breaks: Vec<Break>,
}

/// Sums over clusters, in em.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub(crate) struct Sums {
    pub(crate) advance: f64,
    pub(crate) glue: Glue,
}

/// A place where a line may end and the next one start.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Break {
    /// The byte before which it lies.
    pub(crate) at: usize,
    /// The cluster before which it lies, or within which, where the shaper has made one of both sides.
    pub(crate) cluster: usize,
    /// The end of the clusters that show on a line that ends here: without the spaces at its end.
    pub(crate) visible: usize,
    /// The edges of the lines that end and start here.
    pub(crate) edges: [Edge; 2],
    pub(crate) class: BreakClass,
    /// Whether the word before it leans on the one after it.
    pub(crate) leaning: bool,
    /// Whether a word is divided after so few letters that only justified lines do it.
    pub(crate) tight: bool,
    /// What the end of a line that ends here looks like, where it differs: shaped anew, or with a hyphen.
    pub(crate) end: Option<Patch>,
    /// What the start of a line that starts here looks like, where it differs.
    pub(crate) start: Option<Patch>,
}

/// Clusters that stand in the place of others at an end of a line.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Patch {
    /// The clusters replaced; of an end up to `visible`, of a start from `cluster`.
    pub(crate) clusters: std::ops::Range<usize>,
    /// What stands in their place.
    pub(crate) shaped: Shaped,
    /// How much wider the line is for it, in em.
    pub(crate) wider: f64,
}

impl Paragraph {
    /// The width of the whole text on one line.
    pub fn width(&self) -> Em {
        let end = self.breaks.last().map_or(0, |last| last.visible);
        Em::new(self.between(0, end).0)
    }

    /// Natural width and glue of a line that shows these clusters, in em.
    pub(crate) fn between(&self, start: usize, end: usize) -> (f64, Glue) {
        if end <= start {
            return (0.0, Glue::default());
        }
        // The joint after the last cluster falls away.
        let glue = self.sums[end - 1].glue - self.sums[start].glue;
        (self.sums[end].advance - self.sums[start].advance + glue.gap, glue)
    }

    /// The edge of a line that starts with a cluster.
    pub(crate) fn start_edge(&self, cluster: usize) -> Edge {
        let found = self.shaped.clusters.get(cluster);
        found.map_or_else(Edge::default, |cluster| start_edge(&self.text.text, cluster, &self.rules))
    }
}

/// The sums over clusters with their joints.
pub(crate) fn sums(shaped: &Shaped, joints: &[Joint]) -> Vec<Sums> {
    let mut total = Sums::default();
    let mut out = Vec::with_capacity(joints.len() + 1);
    out.push(total);
    for (cluster, joint) in shaped.clusters.iter().zip(joints) {
        total.advance += cluster.advance;
        total.glue = total.glue + joint.glue;
        out.push(total);
    }
    out
}
