//! A candidate line end, and those of a paragraph that are the same whatever its measure.

use std::sync::OnceLock;

use crate::geom::Em;
use crate::style::Align;
use crate::text::breaks::BreakClass;
use crate::text::edge::Edge;

/// A candidate line end, or the start of the stretch.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Stop {
    /// The byte before which it lies.
    pub(crate) at: usize,
    /// The cluster with which the next line starts.
    pub(crate) cluster: usize,
    /// The end of the clusters that show on a line that ends here.
    pub(crate) visible: usize,
    /// How good a place it is.
    pub(crate) class: BreakClass,
    /// Whether the word before it leans on the one after it.
    pub(crate) leaning: bool,
    /// The side of the line that ends here.
    pub(crate) ending: LineSide,
    /// The side of the line that starts here.
    pub(crate) starting: LineSide,
}

/// The side of a line at a break: the end of the line before it, or the start of the line after it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct LineSide {
    /// How much wider the line is for its patch there.
    pub(crate) wider: Em,
    /// Its edge.
    pub(crate) edge: Edge,
}

/// The stops of a paragraph none of whose pieces is too wide for a line.
#[derive(Default, Debug)]
pub(crate) struct PlainStops {
    /// Those of each stretch between forced line ends.
    pub(crate) stretches: Vec<Vec<Stop>>,
    /// The width of the widest piece.
    pub(crate) widest: Em,
    /// How many stops the stretch with most of them has.
    pub(crate) longest: usize,
}

/// The plain stops of a paragraph for each way to align it, once they were asked for. A copy of a paragraph starts without any.
#[derive(Default, Debug)]
pub(crate) struct KeptStops {
    start: OnceLock<PlainStops>,
    center: OnceLock<PlainStops>,
    justify: OnceLock<PlainStops>,
}

impl Clone for KeptStops {
    fn clone(&self) -> Self {
        KeptStops::default()
    }
}

impl KeptStops {
    /// The plain stops for lines that are aligned so; found by `find` at the first time.
    pub(crate) fn plain(&self, align: Align, find: impl FnOnce() -> PlainStops) -> &PlainStops {
        let kept = match align {
            Align::Start => &self.start,
            Align::Center => &self.center,
            Align::Justify => &self.justify,
        };
        kept.get_or_init(find)
    }
}
