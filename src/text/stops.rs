//! The candidate line ends of each stretch between forced ones, and the line between any two of them. In: a paragraph. Out:
//! stops; inside a piece that is wider than the measure also emergency stops.

use std::ops::Range;

use crate::geom::Em;
use crate::style::Align;
use crate::text::breaks::BreakClass;
use crate::text::edge::{Edge, end_edge, hangs};
use crate::text::paragraph::{Break, NaturalLine, Paragraph, Patch};

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
    ending: LineSide,
    /// The side of the line that starts here.
    starting: LineSide,
}

/// The side of a line at a break: the end of the line before it, or the start of the line after it.
#[derive(Clone, Copy, PartialEq, Debug)]
struct LineSide {
    /// How much wider the line is for its patch there.
    wider: Em,
    /// Its edge.
    edge: Edge,
}

impl LineSide {
    /// The side of a line that has a patch there or none.
    fn new(patch: Option<&Patch>, edge: Edge) -> LineSide {
        LineSide { wider: patch.map_or(Em::ZERO, |patch| patch.wider), edge }
    }
}

impl Stop {
    /// The stop at a break of the paragraph.
    fn at_break(place: &Break) -> Stop {
        Stop {
            at: place.at,
            cluster: place.cluster,
            visible: place.visible,
            class: place.class,
            leaning: place.leaning,
            ending: LineSide::new(place.end.as_ref(), place.edges[0]),
            starting: LineSide::new(place.start.as_ref(), place.edges[1]),
        }
    }

    /// A stop before a cluster: an emergency within a piece that is too wide, or the start of a stretch.
    fn at_cluster(paragraph: &Paragraph, cluster: usize) -> Stop {
        let clusters = &paragraph.shaped.clusters;
        let at = clusters.get(cluster).map_or(paragraph.text.text.len(), |c| c.text.start);
        let last = clusters[..cluster].last();
        let end_edge = last.map(|last| end_edge(&paragraph.text.text, last, &paragraph.rules));
        Stop {
            at,
            cluster,
            visible: cluster,
            class: BreakClass::Emergency,
            leaning: false,
            ending: LineSide::new(None, end_edge.unwrap_or_default()),
            starting: LineSide::new(None, paragraph.start_edge(cluster)),
        }
    }
}

/// The line between two stops. Its width is what it takes of the measure: blank halves at its edges fall away, and marks
/// hang where the lines are flush.
pub(crate) fn candidate_line(paragraph: &Paragraph, start: &Stop, end: &Stop, align: Align) -> NaturalLine {
    let NaturalLine { width, mut glue } = paragraph.natural_line(start.cluster, end.visible);
    let wider = start.starting.wider + end.ending.wider;
    if end.visible <= start.cluster && wider == Em::ZERO {
        return NaturalLine::default();
    }
    let (first, last) = (start.starting.edge, end.ending.edge);
    glue.shrink += last.shrink;
    let hung: Em = hangs(align, &first, &last).into_iter().sum();
    NaturalLine { width: width + wider - first.trim - last.trim - hung, glue }
}

/// The stops of each stretch between forced line ends. The first of each is where it starts, the last where it ends.
///
/// Not all breaks of the paragraph are stops. Breaks after too few letters of a word are for justified lines only. Those of
/// second class (parts of words, of dates) count only inside a piece that is wider than the narrowest measure, and emergency
/// stops only where even such a part is. So neither can spoil a line that had another way, and the solver has fewer stops.
pub(crate) fn stops_by_stretch(paragraph: &Paragraph, narrowest: Em, align: Align) -> Vec<Vec<Stop>> {
    let mut out = Vec::new();
    let mut stops = vec![Stop::at_cluster(paragraph, 0)];
    // The parts since the last stop, until it is known whether the piece that they are of is too wide.
    let mut parts: Vec<Stop> = Vec::new();
    for place in paragraph.breaks.iter().filter(|place| align == Align::Justify || !place.tight) {
        let stop = Stop::at_break(place);
        if stop.class == BreakClass::Second {
            parts.push(stop);
            continue;
        }
        let last = stops.last().expect("a stretch has its start");
        let is_wide =
            |last: &Stop, stop: &Stop| candidate_line(paragraph, last, stop, align).width > narrowest;
        if !is_wide(last, &stop) {
            parts.clear();
        }
        for stop in parts.drain(..).chain([stop]) {
            let last = *stops.last().expect("a stretch has its start");
            if is_wide(&last, &stop) {
                stops.extend(emergency_stops(paragraph, last.cluster + 1..stop.visible));
            }
            stops.push(stop);
        }
        if stop.class == BreakClass::Mandatory {
            out.push(std::mem::replace(&mut stops, vec![stop]));
        }
    }
    out
}

/// A stop before each grapheme cluster of a piece. There is none before a space if there is one after it, since a line had
/// better not start with a space.
fn emergency_stops(paragraph: &Paragraph, clusters: Range<usize>) -> Vec<Stop> {
    let text = |cluster: usize| &paragraph.text.text[paragraph.shaped.clusters[cluster].text.clone()];
    let follows = |cluster: usize| paragraph.starts.get(cluster + 1).copied().unwrap_or(false);
    let may_start =
        |&cluster: &usize| paragraph.starts[cluster] && !(text(cluster).starts_with(' ') && follows(cluster));
    clusters.filter(may_start).map(|c| Stop::at_cluster(paragraph, c)).collect()
}
