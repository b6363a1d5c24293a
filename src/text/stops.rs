//! The candidate line ends of one stretch between forced ones, and the lines between any two of them. In: a paragraph.
//! Out: stops; where a piece is wider than the measure, also emergency stops inside it.

use std::ops::Range;

use crate::style::Align;
use crate::text::breaks::BreakClass;
use crate::text::edge::{Edge, end_edge, hangs};
use crate::text::glue::Glue;
use crate::text::paragraph::{Break, Paragraph, Patch};

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
    /// How much wider a line is that ends here, and one that starts here, in em.
    wider: [f64; 2],
    /// The edges of these two lines.
    edges: [Edge; 2],
}

impl Stop {
    fn at_break(place: &Break) -> Stop {
        let wider = |patch: &Option<Patch>| patch.as_ref().map_or(0.0, |p| p.wider);
        Stop {
            at: place.at,
            cluster: place.cluster,
            visible: place.visible,
            class: place.class,
            leaning: place.leaning,
            wider: [wider(&place.end), wider(&place.start)],
            edges: place.edges,
        }
    }

    /// A place within a piece that is too wide; also the start of a stretch.
    fn at_cluster(paragraph: &Paragraph, cluster: usize) -> Stop {
        let clusters = &paragraph.shaped.clusters;
        let at = clusters.get(cluster).map_or(paragraph.text.text.len(), |c| c.text.start);
        let last = clusters[..cluster].last();
        let end = last.map(|last| end_edge(&paragraph.text.text, last, &paragraph.rules));
        Stop {
            at,
            cluster,
            visible: cluster,
            class: BreakClass::Emergency,
            leaning: false,
            wider: [0.0; 2],
            edges: [end.unwrap_or_default(), paragraph.start_edge(cluster)],
        }
    }
}

/// A candidate line, in em.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub(crate) struct Candidate {
    /// Its natural width, from edge to edge of what shows within the measure.
    pub(crate) width: f64,
    /// Its glue.
    pub(crate) glue: Glue,
}

/// The line between two stops. Marks hang where lines start flush, and where they end flush, too.
pub(crate) fn candidate(paragraph: &Paragraph, start: &Stop, end: &Stop, align: Align) -> Candidate {
    let (width, mut glue) = paragraph.between(start.cluster, end.visible);
    let wider = start.wider[1] + end.wider[0];
    if end.visible <= start.cluster && wider == 0.0 {
        return Candidate::default();
    }
    let (first, last) = (start.edges[1], end.edges[0]);
    glue.shrink += last.shrink;
    let hung: f64 = hangs(align, &first, &last).iter().sum();
    Candidate { width: width + wider - first.trim - last.trim - hung, glue }
}

/// The stops of each stretch between forced line ends; the first of each is where it starts, the last where it ends. Only
/// justified lines divide words after few letters. Parts of words are stops inside a piece that is wider than the narrowest
/// measure; where they are not enough, there are emergency stops.
pub(crate) fn stretches(paragraph: &Paragraph, narrowest: f64, align: Align) -> Vec<Vec<Stop>> {
    let mut out = Vec::new();
    let mut stops = vec![Stop::at_cluster(paragraph, 0)];
    let mut parts: Vec<Stop> = Vec::new();
    for place in paragraph.breaks.iter().filter(|place| align == Align::Justify || !place.tight) {
        let stop = Stop::at_break(place);
        if stop.class == BreakClass::Second {
            parts.push(stop);
            continue;
        }
        let last = stops.last().expect("a stretch has its start");
        let is_wide = |last: &Stop, stop: &Stop| candidate(paragraph, last, stop, align).width > narrowest;
        if !is_wide(last, &stop) {
            parts.clear();
        }
        for stop in parts.drain(..).chain([stop]) {
            let last = *stops.last().expect("a stretch has its start");
            if is_wide(&last, &stop) {
                stops.extend(emergencies(paragraph, last.cluster + 1..stop.visible));
            }
            stops.push(stop);
        }
        if stop.class == BreakClass::Mandatory {
            out.push(std::mem::replace(&mut stops, vec![stop]));
        }
    }
    out
}

/// All places inside a piece between grapheme clusters, not before a space where one after it serves: a line had better not
/// start with one.
fn emergencies(paragraph: &Paragraph, clusters: Range<usize>) -> Vec<Stop> {
    let text = |cluster: usize| &paragraph.text.text[paragraph.shaped.clusters[cluster].text.clone()];
    let follows = |cluster: usize| paragraph.starts.get(cluster + 1).copied().unwrap_or(false);
    let may_start =
        |&cluster: &usize| paragraph.starts[cluster] && !(text(cluster).starts_with(' ') && follows(cluster));
    clusters.filter(may_start).map(|c| Stop::at_cluster(paragraph, c)).collect()
}
