//! The candidate line ends of each stretch between forced ones, and the line between any two of them. In: a paragraph. Out:
//! stops; inside a piece that is wider than the measure also emergency stops.

use std::borrow::Cow;
use std::ops::Range;

use crate::geom::Em;
use crate::script::Breaking;
use crate::style::Align;
use crate::text::breaks::BreakClass;
use crate::text::cut::{Cut, cut_at, yields};
use crate::text::edge::{Edge, end_edge, hangs};
use crate::text::measure::Measures;
use crate::text::paragraph::{Break, NaturalLine, Paragraph, Patch};
use crate::text::stop::{LineSide, PlainStops, Stop};

/// The side of a line that has a patch there or none.
fn side(patch: Option<&Patch>, edge: Edge) -> LineSide {
    LineSide { wider: patch.map_or(Em::ZERO, |patch| patch.wider), edge }
}

/// The stop at a break of the paragraph.
fn stop_at_break(place: &Break) -> Stop {
    Stop {
        at: place.at,
        cluster: place.cluster,
        visible: place.visible,
        class: place.class,
        leaning: place.leaning,
        ending: side(place.end.as_ref(), place.edges[0]),
        starting: side(place.start.as_ref(), place.edges[1]),
    }
}

/// A stop before a cluster: an emergency within a piece that is too wide, or the start of a stretch.
fn stop_at_cluster(paragraph: &Paragraph, cluster: usize) -> Stop {
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
        ending: side(None, end_edge.unwrap_or_default()),
        starting: side(None, paragraph.start_edge(cluster)),
    }
}

/// The line between two stops, and what its glue does when it is aligned so. Its width is what it takes of the measure: blank
/// halves at its edges fall away, and marks hang where the lines are flush.
pub(crate) fn candidate_line(paragraph: &Paragraph, start: &Stop, end: &Stop, align: Align) -> NaturalLine {
    let NaturalLine { width, mut glue } = paragraph.natural_line(start.cluster, end.visible);
    let wider = start.starting.wider + end.ending.wider;
    if end.visible <= start.cluster && wider == Em::ZERO {
        return NaturalLine::default();
    }
    let (first, last) = (start.starting.edge, end.ending.edge);
    // Spaces and letters of ragged lines stay as they are; what gives way in flush lines of squares does so in ragged ones, too,
    // the blank of marks above all.
    if align == Align::Justify || paragraph.rules.breaking == Breaking::Ideographs {
        glue.shrink += last.shrink;
    } else {
        (glue.shrink, glue.tracking) = (Em::ZERO, Em::ZERO);
    }
    let hung: Em = hangs(align, &first, &last).into_iter().sum();
    NaturalLine { width: width + wider - first.trim - last.trim - hung, glue }
}

/// The stops of each stretch between forced line ends. The first of each is where it starts, the last where it ends.
///
/// Not all breaks of the paragraph are stops. Breaks after too few letters of a word are for justified lines only. Those of
/// second class (parts of words, of dates) and those of addresses count only inside a piece that is wider than the narrowest
/// measure, and such a piece is cut only where even a part of it is wider. So none of them can spoil a line that had another
/// way, and the solver has fewer stops.
///
/// Most paragraphs have no piece that wide: their stops are the same whatever the measure, and are found once.
pub(crate) fn stops_by_stretch<'p>(
    paragraph: &'p Paragraph,
    measures: &Measures<'_>,
    align: Align,
) -> Cow<'p, [Vec<Stop>]> {
    let plain = paragraph.stops.plain(align, || plain_stops(paragraph, align));
    if plain.widest <= measures.narrowest() && plain.longest <= RUN {
        return Cow::Borrowed(&plain.stretches);
    }
    Cow::Owned(cut_stops(paragraph, measures, align))
}

/// The stops where no piece is too wide.
fn plain_stops(paragraph: &Paragraph, align: Align) -> PlainStops {
    let mut plain = PlainStops::default();
    let mut stops = Vec::with_capacity(paragraph.breaks.len() + 1);
    stops.push(stop_at_cluster(paragraph, 0));
    for stop in breaks_for(paragraph, align).filter(|stop| !is_part(stop)) {
        let last = stops.last().expect("a stretch has its start");
        plain.widest = plain.widest.max(candidate_line(paragraph, last, &stop, align).width);
        stops.push(stop);
        if ends_stretch(&stop) {
            plain.longest = plain.longest.max(stops.len());
            plain.stretches.push(std::mem::replace(&mut stops, vec![stop]));
        }
    }
    plain
}

/// The breaks of a paragraph that count for lines that are aligned so, as stops.
fn breaks_for(paragraph: &Paragraph, align: Align) -> impl Iterator<Item = Stop> + '_ {
    paragraph.breaks.iter().filter(move |place| align == Align::Justify || !place.tight).map(stop_at_break)
}

/// Whether a stop counts only inside a piece that is too wide.
fn is_part(stop: &Stop) -> bool {
    matches!(stop.class, BreakClass::Second | BreakClass::Inner | BreakClass::Url)
}

fn ends_stretch(stop: &Stop) -> bool {
    matches!(stop.class, BreakClass::Mandatory | BreakClass::Sentence)
}

/// The stops, with those in pieces that are too wide.
fn cut_stops(paragraph: &Paragraph, measures: &Measures<'_>, align: Align) -> Vec<Vec<Stop>> {
    let cutter = Cutter { paragraph, measures, align };
    let mut out = Vec::new();
    let mut stops = vec![stop_at_cluster(paragraph, 0)];
    // The parts since the last stop, until it is known whether the piece that they are of is too wide.
    let mut parts: Vec<Stop> = Vec::new();
    for stop in breaks_for(paragraph, align) {
        if is_part(&stop) {
            parts.push(stop);
            continue;
        }
        cutter.part(&thinned(paragraph, std::mem::take(&mut parts), measures), stop, &mut stops);
        if ends_stretch(&stop) {
            out.push(thinned(paragraph, std::mem::replace(&mut stops, vec![stop]), measures));
        }
    }
    out
}

/// How near to each other stops are passed over in a long run of them, as a share of the measure, and in em at most (H): a line
/// may still end in 32 places.
const NEAR: (f64, Em) = (1.0 / 32.0, Em::new(0.8));
/// How many stops in a row are as near to each other before any is passed over (H): no text has so many narrow words in a row.
const RUN: usize = 64;

/// The stops without most of those in a run of hundreds of narrow pieces, as damaged text has it: the solver goes through all pairs
/// of stops that are a line apart.
fn thinned(paragraph: &Paragraph, stops: Vec<Stop>, measures: &Measures<'_>) -> Vec<Stop> {
    if stops.len() <= RUN {
        return stops;
    }
    let (share, most) = NEAR;
    let near = Em::min(measures.narrowest() * share, most);
    let reaches: Vec<Em> = stops.iter().map(|stop| paragraph.sums[stop.cluster].advance).collect();
    let is_near = |at: usize| at > 0 && at < reaches.len() && reaches[at] - reaches[at - 1] < near;
    let (mut run, mut last) = (0, Em::ZERO);
    let mut kept = Vec::with_capacity(stops.len());
    for (at, stop) in stops.into_iter().enumerate() {
        run = if is_near(at) { run + 1 } else { 0 };
        let yields = matches!(stop.class, BreakClass::Normal | BreakClass::Second | BreakClass::Inner);
        if run > RUN && yields && is_near(at + 1) && reaches[at] - last < near {
            continue;
        }
        last = reaches[at];
        kept.push(stop);
    }
    kept
}

/// Parts pieces that are too wide for a line.
#[derive(Clone, Copy)]
struct Cutter<'c> {
    paragraph: &'c Paragraph,
    measures: &'c Measures<'c>,
    align: Align,
}

impl Cutter<'_> {
    /// The width of the line between two stops.
    fn width(&self, start: &Stop, end: &Stop) -> Em {
        candidate_line(self.paragraph, start, end, self.align).width
    }

    fn is_wide(&self, start: &Stop, end: &Stop) -> bool {
        self.width(start, end) > self.measures.narrowest()
    }

    /// Adds a stop, and where the piece since the last one is too wide, those of its parts, those within an address or
    /// another thing by itself only where what is between the others is too wide even so.
    fn part(&self, parts: &[Stop], end: Stop, stops: &mut Vec<Stop>) {
        let last = stops.last().expect("a stretch has its start");
        if !self.is_wide(last, &end) {
            stops.push(end);
            return;
        }
        let mut from = 0;
        for (at, part) in parts.iter().enumerate().filter(|(_, part)| part.class == BreakClass::Second) {
            self.part_inner(&parts[from..at], *part, stops);
            from = at + 1;
        }
        self.part_inner(&parts[from..], end, stops);
    }

    /// Adds a stop, and where the piece since the last one is too wide, those of all its parts; what is still too wide is cut.
    fn part_inner(&self, parts: &[Stop], end: Stop, stops: &mut Vec<Stop>) {
        let last = stops.last().expect("a stretch has its start");
        let parts = if self.is_wide(last, &end) { parts } else { &[] };
        for stop in parts.iter().copied().chain([end]) {
            let last = *stops.last().expect("a stretch has its start");
            if self.is_wide(&last, &stop) {
                self.cut(&last, &stop, stops);
            }
            stops.push(stop);
        }
    }

    /// Adds stops within a piece that is wider than the narrowest measure, so that each part is as long as it may be. Where
    /// the piece is wider than any line at the smallest size and may be parted, they are such as print.
    ///
    /// There are only as many as the piece needs: with a stop before each cluster, a run of hundreds of marks would have the
    /// solver go through all ways to part it.
    fn cut(&self, start: &Stop, end: &Stop, stops: &mut Vec<Stop>) {
        let paragraph = self.paragraph;
        let is_hopeless = self.width(start, end) > self.measures.widest - ROUNDING;
        let clusters = &paragraph.shaped.clusters;
        let visible = clusters.get(end.visible).map_or(end.at, |cluster| cluster.text.start);
        let yielding = is_hopeless && yields(paragraph, &(start.at..visible.max(start.at)));
        let class = if yielding { BreakClass::Last } else { BreakClass::Emergency };
        let mut last = *start;
        while self.is_wide(&last, end) {
            let within = last.cluster + 1..end.visible;
            // Widths grow with the clusters, but for what their edges take back.
            let fits = |cluster: usize| !self.is_wide(&last, &stop_at_cluster(paragraph, cluster));
            let reach = furthest(within.clone(), fits);
            let Some(cluster) = cut_cluster(paragraph, within, reach, class) else { return };
            last = Stop { class, ..stop_at_cluster(paragraph, cluster) };
            stops.push(last);
        }
    }
}

/// How much wider than the measure at the smallest size a piece may be for rounding.
const ROUNDING: Em = Em::new(1e-6);

/// The last of a range at which something holds that holds up to there, or the first.
fn furthest(range: Range<usize>, holds: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (range.start, range.end);
    while low + 1 < high {
        let middle = low + (high - low) / 2;
        if holds(middle) { low = middle } else { high = middle }
    }
    low
}

/// The cluster before which a piece is cut, `reach` being the furthest that fits: where a grapheme cluster starts, and if the
/// piece yields (`BreakClass::Last`), rather after a mark, if that leaves the line half full. `None` where there is none.
fn cut_cluster(
    paragraph: &Paragraph,
    within: Range<usize>,
    reach: usize,
    class: BreakClass,
) -> Option<usize> {
    let clusters = &paragraph.shaped.clusters;
    let starts = |cluster: &usize| paragraph.starts.get(*cluster).copied().unwrap_or(false);
    let backward = || (within.start..=reach).rev().filter(|cluster| within.contains(cluster)).filter(starts);
    let half = within.start + (reach - within.start) / 2;
    let grade = |cluster: &usize| cut_at(paragraph, clusters[*cluster].text.start);
    let of_grade = |least: Cut| {
        backward().take_while(|cluster| *cluster >= half).find(|cluster| grade(cluster) >= Some(least))
    };
    let rather = if class == BreakClass::Last { of_grade(Cut::AfterMark) } else { None };
    rather
        .or_else(|| of_grade(Cut::Anywhere))
        .or_else(|| backward().next())
        .or_else(|| (reach..within.end).find(starts))
}
