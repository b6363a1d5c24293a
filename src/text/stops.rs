//! The candidate line ends of one stretch between forced ones, and the lines between any two of them. In: a paragraph.
//! Out: stops; where a piece is wider than the measure, also emergency stops inside it.

use std::ops::Range;

use crate::text::breaks::BreakClass;
use crate::text::glue::Glue;
use crate::text::paragraph::{Break, Paragraph};

/// A candidate line end, or the start of the stretch.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Stop {
    /// The byte before which it lies.
    pub(crate) at: usize,
    /// The cluster with which the next line starts.
    pub(crate) cluster: usize,
    /// The end of what shows of a line that ends here.
    pub(crate) visible: usize,
    pub(crate) class: BreakClass,
    pub(crate) leaning: bool,
    /// How much wider a line is that ends here, in em.
    pub(crate) end_wider: f64,
    /// How much wider a line is that starts here, in em.
    pub(crate) start_wider: f64,
}

impl Stop {
    fn at_break(place: &Break) -> Stop {
        Stop {
            at: place.at,
            cluster: place.cluster,
            visible: place.visible,
            class: place.class,
            leaning: place.leaning,
            end_wider: place.end.as_ref().map_or(0.0, |patch| patch.wider),
            start_wider: place.start.as_ref().map_or(0.0, |patch| patch.wider),
        }
    }

    /// A place within a piece that is too wide; also the start of a stretch.
    fn at_cluster(paragraph: &Paragraph, cluster: usize) -> Stop {
        let at = paragraph.shaped.clusters.get(cluster).map_or(paragraph.text.text.len(), |c| c.text.start);
        let class = BreakClass::Emergency;
        Stop { at, cluster, visible: cluster, class, leaning: false, end_wider: 0.0, start_wider: 0.0 }
    }
}

/// A candidate line: its natural width and its glue, in em.
pub(crate) fn candidate(paragraph: &Paragraph, start: &Stop, end: &Stop) -> (f64, Glue) {
    let (width, glue) = paragraph.between(start.cluster, end.visible);
    let shown = end.visible > start.cluster;
    (if shown { width + start.start_wider + end.end_wider } else { 0.0 }, glue)
}

/// The stops of each stretch between forced line ends; the first of each is where it starts, the last where it ends.
pub(crate) fn stretches(paragraph: &Paragraph, narrowest: f64) -> Vec<Vec<Stop>> {
    let mut out = Vec::new();
    let mut stops = vec![Stop::at_cluster(paragraph, 0)];
    for place in &paragraph.breaks {
        let stop = Stop::at_break(place);
        let last = stops.last().expect("a stretch has its start");
        if candidate(paragraph, last, &stop).0 > narrowest {
            let inside = emergencies(paragraph, last.cluster + 1..place.visible);
            stops.extend(inside);
        }
        stops.push(stop);
        if stop.class == BreakClass::Mandatory {
            out.push(std::mem::replace(&mut stops, vec![stop]));
        }
    }
    out
}

/// All places inside a piece between grapheme clusters.
fn emergencies(paragraph: &Paragraph, clusters: Range<usize>) -> Vec<Stop> {
    clusters.filter(|&cluster| paragraph.starts[cluster]).map(|c| Stop::at_cluster(paragraph, c)).collect()
}
