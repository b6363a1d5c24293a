//! A paragraph ready to be broken: shaped once, in em, with prefix sums that give the width of any line by a subtraction.

use crate::content::RichText;
use crate::geom::Em;
use crate::locale::Direction;
use crate::script::ScriptRules;
use crate::text::breaks::BreakClass;
use crate::text::broken::KeptLines;
use crate::text::edge::{Edge, start_edge};
use crate::text::glue::{Joint, LineGlue};
use crate::text::itemize::Item;
use crate::text::shape::Shaped;
use crate::text::stop::KeptStops;

/// A shaped paragraph.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// The text, with the marks that its script puts in; lines are ranges of it.
    pub text: RichText,
    /// In which direction its lines run.
    pub direction: Direction,
    /// The rules of its script.
    pub rules: ScriptRules,
    pub(crate) items: Vec<Item>,
    pub(crate) shaped: Shaped,
    /// The joint after each cluster.
    pub(crate) joints: Vec<Joint>,
    /// The sums over the clusters before each one; at the end those over all.
    pub(crate) sums: Vec<Sums>,
    /// Whether a grapheme cluster starts at each cluster: there a line may be broken in an emergency.
    pub(crate) starts: Vec<bool>,
    /// Where lines may end, in order; the last is the text's end.
    pub(crate) breaks: Vec<Break>,
    /// Where addresses of pages and mailboxes stand.
    pub(crate) addresses: Vec<std::ops::Range<usize>>,
    /// The lines that it was broken to.
    pub(crate) kept: KeptLines,
    /// The places where its lines may end, as they are tried.
    pub(crate) stops: KeptStops,
}

/// Sums over clusters and the joints after them.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub(crate) struct Sums {
    pub(crate) advance: Em,
    pub(crate) glue: LineGlue,
}

/// A line as it is before it is stretched or shrunk.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub(crate) struct NaturalLine {
    /// Its width, gaps included.
    pub(crate) width: Em,
    /// The sum of its glue.
    pub(crate) glue: LineGlue,
}

/// A place where a line may end and the next one start.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Break {
    /// The byte before which it lies.
    pub(crate) at: usize,
    /// The cluster before which it lies, or within which, where the shaper has made one of both sides (a ligature).
    pub(crate) cluster: usize,
    /// The end of the clusters that show on a line that ends here: the spaces before the break do not.
    pub(crate) visible: usize,
    /// The edge of the line that ends here, and of the line that starts here.
    pub(crate) edges: [Edge; 2],
    pub(crate) class: BreakClass,
    /// Whether the word before it leans on the one after it.
    pub(crate) leaning: bool,
    /// Whether it divides a word after so few letters that only justified lines may.
    pub(crate) tight: bool,
    /// The end of a line that ends here, where it does not look as within a line: shaped anew, or with a hyphen.
    pub(crate) end: Option<Patch>,
    /// The start of a line that starts here, where it does not look as within a line.
    pub(crate) start: Option<Patch>,
}

/// Clusters that take the place of others at the end or the start of a line.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Patch {
    /// The clusters replaced. Those at the end of a line go up to the break's `visible`, those at a start from its `cluster`.
    pub(crate) clusters: std::ops::Range<usize>,
    /// What stands in their place.
    pub(crate) shaped: Shaped,
    /// How much wider the line becomes.
    pub(crate) wider: Em,
}

impl Paragraph {
    /// The width of the whole text on one line.
    pub fn width(&self) -> Em {
        let end = self.breaks.last().map_or(0, |last| last.visible);
        self.natural_line(0, end).width
    }

    /// The line that shows the clusters from `start` up to `end`, its edges not yet seen to.
    pub(crate) fn natural_line(&self, start: usize, end: usize) -> NaturalLine {
        if end <= start {
            return NaturalLine::default();
        }
        // The joint after the last cluster falls away.
        let glue = self.sums[end - 1].glue - self.sums[start].glue;
        NaturalLine { width: self.sums[end].advance - self.sums[start].advance + glue.gap, glue }
    }

    /// The bytes of the piece around a place, from one place where a line may end to the next, spaces at its end aside.
    pub fn piece_at(&self, at: usize) -> std::ops::Range<usize> {
        let next = self.breaks.partition_point(|place| place.at <= at);
        let start = next.checked_sub(1).map_or(0, |last| self.breaks[last].at);
        let end = self.breaks.get(next).map_or(self.text.text.len(), |place| place.at);
        start..start + self.text.text[start..end].trim_end().len()
    }

    /// The edge of a line that starts with a cluster.
    pub(crate) fn start_edge(&self, cluster: usize) -> Edge {
        let cluster = self.shaped.clusters.get(cluster);
        cluster.map_or_else(Edge::default, |cluster| start_edge(&self.text.text, cluster, &self.rules))
    }
}

/// The prefix sums over clusters with their joints.
pub(crate) fn prefix_sums(shaped: &Shaped, joints: &[Joint]) -> Vec<Sums> {
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
