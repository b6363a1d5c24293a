//! The best line ends of one stretch: total fit after Knuth and Plass (1981). In: stops, measures, a model of what lines
//! cost. Out: the stops at which lines end.

use crate::script::Runt;
use crate::style::Align;
use crate::text::breaks::BreakClass;
use crate::text::cost::{
    BLANK_AT_LAST, LEANING, LineFit, MOST_TAKEN_BACK, Model, OVERFULL, adjacent_demerits,
    double_hyphen_demerits, final_hyphen_demerits, penalty, runt_demerits,
};
use crate::text::measure::Measures;
use crate::text::paragraph::Paragraph;
use crate::text::stops::{Stop, candidate_line};

/// The most lines in a row that end with a hyphen.
const LADDER: u8 = 2;

/// The most lines from one stop that are longer than another one and end no worse, for that one to be tried, too (H). No
/// column of words or of Chinese has so many lines more than half full; narrow letters with a place to break at each have
/// hundreds.
const MOST_RIVALS: usize = 24;

/// The share of its demerits by which two ways to add up those of a path may differ.
const ROUNDING: f64 = 1e-12;

/// An active node of the search: a line, with the best path that ends with it.
struct ActiveLine {
    /// The stop at which it ends.
    to: usize,
    /// How loose it is, on the scale on which neighbours are compared.
    evenness: f64,
    /// Whether the stretch ends with it.
    last: bool,
    /// How many lines in a row end with a hyphen, this one the last.
    hyphens: u8,
    /// The demerits of the path.
    cost: f64,
    /// The line before it on the path.
    before: Option<usize>,
    /// Another line that ends at the same stop and layer.
    sibling: Option<usize>,
}

/// A line that may start at a stop.
struct NextLine {
    /// The stop at which it ends.
    to: usize,
    fit: LineFit,
}

/// Where lines start.
struct LineStart<'n> {
    /// The stop.
    at: usize,
    /// The number that these lines have, as far as lines are told apart by it.
    layer: usize,
    /// The paths that end there.
    arrived: &'n Arrived,
}

/// A path that ends at a stop, as far as the next line asks.
#[derive(Clone, Copy)]
struct Path {
    /// Its last line.
    node: usize,
    /// Of that line, as in `ActiveLine`.
    evenness: f64,
    last: bool,
    hyphens: u8,
    cost: f64,
}

/// The paths that end at a stop, the cheapest first.
struct Arrived {
    /// All of them.
    all: Vec<Path>,
    /// Those with so many hyphens in a row.
    by_hyphens: [Vec<Path>; 3],
}

/// The search for the path through one stretch that has the fewest demerits.
///
/// A line is a pair of stops, and a path a chain of lines from the first stop on. Stops are taken in the order of the text,
/// and from each one start all lines that fit (`extend_paths`). By then all lines that end there are known, so this is a
/// shortest path through a graph without cycles, and nothing is gone over twice.
///
/// An active node is the end of a path that may still turn out the best. For TeX it is a stop, once for each of four classes
/// of looseness, by which it compares a line with the next one. Here it is the last *line* of the path, since neighbours are
/// compared by how loose exactly each of them is. Of two paths to one stop the dearer may go on the more cheaply, as its
/// last line is more like the next; of two that end with the same line the dearer never does, and is dropped (`add_line`).
/// With `n` stops, `m` of them within reach of a line, that would take `n m²` steps, and `m` is 150 for narrow letters with
/// a break at each. So of the paths to a stop only those are kept that the cheapest one does not beat before any line that
/// may follow (`worth_extending`), and they are taken from the cheapest on: since one line after another never costs less
/// than nothing, all from the first that is dearer by itself than the best so far are passed over.
///
/// Two more things tell nodes apart. A line that ends with a hyphen is kept once for each number of hyphens above it, since
/// the cheapest path to it may be one on which no further hyphen may follow (`LADDER`). And lines are told apart by their
/// number as long as it matters, in *layers*: while the first lines have measures of their own, and all through a heading,
/// which must come out in a given number of lines. The last layer holds all lines after that.
pub(crate) struct Solver<'p> {
    paragraph: &'p Paragraph,
    stops: &'p [Stop],
    measures: &'p Measures<'p>,
    /// How many lines the stretches before have.
    done: usize,
    /// By what lines are judged.
    pub(crate) model: Model,
    align: Align,
    /// How many lines are told apart by their number.
    layers: usize,
    nodes: Vec<ActiveLine>,
    /// The latest node that ends at each stop and layer; the others follow as its siblings.
    arriving: Vec<Option<usize>>,
}

impl<'p> Solver<'p> {
    /// A solver for the stretch that follows `done` lines.
    pub(crate) fn new(
        paragraph: &'p Paragraph,
        stops: &'p [Stop],
        measures: &'p Measures<'p>,
        done: usize,
        model: Model,
        align: Align,
    ) -> Solver<'p> {
        let layers = measures.first.len().saturating_sub(done);
        // Most stretches have fewer lines than that between their stops; growing would copy them again and again.
        let (nodes, arriving) = (Vec::with_capacity(stops.len() * 8), Vec::new());
        Solver { paragraph, stops, measures, done, model, align, layers, nodes, arriving }
    }

    /// Has the stretch come out in the fewest lines that hold it; `None` where those are more than `most`.
    pub(crate) fn in_fewest_lines(self, most: usize) -> Option<Solver<'p>> {
        let layers = self.fewest_lines();
        (layers <= most).then_some(Solver { layers, ..self })
    }

    /// How the line between two stops fits its measure; `line` counts from the first of the stretch.
    pub(crate) fn line_fit(&self, from: usize, to: usize, line: usize) -> LineFit {
        let natural = candidate_line(self.paragraph, &self.stops[from], &self.stops[to], self.align);
        LineFit {
            width: natural.width,
            glue: natural.glue,
            measure: self.measures.line_measure(self.done + line),
            last: to + 1 == self.stops.len(),
        }
    }

    /// The stops at which the lines of the best path end.
    pub(crate) fn solve(&mut self) -> Vec<usize> {
        self.arriving = vec![None; (self.layers + 1) * self.stops.len()];
        let last = self.stops.len() - 1;
        self.extend_paths(0, 0);
        for stop in 1..last {
            for layer in 0..=self.layers {
                if self.arriving[self.slot(stop, layer)].is_some() {
                    self.extend_paths(stop, layer);
                }
            }
        }
        // A balanced stretch has exactly as many lines as it needs.
        let first_layer = if self.model == Model::Balanced { self.layers } else { 0 };
        let arrived = (first_layer..=self.layers).flat_map(|layer| self.nodes_at(last, layer));
        let best = arrived.min_by(|&a, &b| self.nodes[a].cost.total_cmp(&self.nodes[b].cost));
        let best = best.expect("each stop leads on");
        let path = std::iter::successors(Some(best), |&node| self.nodes[node].before);
        let mut ends: Vec<usize> = path.map(|node| self.nodes[node].to).collect();
        ends.reverse();
        ends
    }

    /// Where `arriving` holds the nodes of a stop and layer.
    fn slot(&self, stop: usize, layer: usize) -> usize {
        stop * (self.layers + 1) + layer
    }

    /// The nodes that end at a stop, as line number `layer`.
    fn nodes_at(&self, stop: usize, layer: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.arriving[self.slot(stop, layer)], |&node| self.nodes[node].sibling)
    }

    /// The fewest lines that hold the stretch, found by making each as long as it can be.
    ///
    /// First fit takes no line too many as long as a line that starts later also reaches as far, which shaping at line ends
    /// may break by the width of a hyphen. It is safe even then: there is a path of that many lines, the one found here, so
    /// `solve` does not come out empty. At worst a heading has one line more than it could have.
    fn fewest_lines(&self) -> usize {
        let (mut from, mut lines) = (0, 0);
        while from + 1 < self.stops.len() {
            from = self.next_lines(from, lines).last().map_or(from + 1, |next| next.to);
            lines += 1;
        }
        lines
    }

    /// The lines that may start at a stop, the shortest first: those that fit. Where none does, the line to the next stop.
    fn next_lines(&self, from: usize, line: usize) -> Vec<NextLine> {
        let mut found: Vec<NextLine> = Vec::with_capacity(MOST_RIVALS);
        for to in from + 1..self.stops.len() {
            let fit = self.line_fit(from, to, line);
            if fit.fits(self.model) {
                found.push(NextLine { to, fit });
            } else if fit.narrowest() > fit.measure + MOST_TAKEN_BACK {
                break;
            }
        }
        // Lines less than half full are only worth a look in a heading, and where a paragraph ends.
        let half = self.measures.line_measure(self.done + line) / 2.0;
        let half_full = |next: &NextLine| next.fit.width >= half;
        if self.model != Model::Balanced && found.iter().any(half_full) {
            found.retain(|next| next.fit.last || half_full(next));
            self.leave_out_rivalled(&mut found);
        }
        if found.is_empty() {
            let to = from + 1;
            found.push(NextLine { to, fit: self.line_fit(from, to, line) });
        }
        found
    }

    /// Leaves out lines that are short beside many others from the same stop, `found` the shortest first.
    fn leave_out_rivalled(&self, found: &mut Vec<NextLine>) {
        if found.len() <= MOST_RIVALS {
            return;
        }
        let class = |next: &NextLine| self.stops[next.to].class;
        // The classes of the longest lines that are kept.
        let mut kept: Vec<BreakClass> = Vec::new();
        let mut out = Vec::new();
        for next in found.drain(..).rev() {
            if kept.iter().filter(|kept| **kept <= class(&next)).count() < MOST_RIVALS {
                kept.push(class(&next));
                out.push(next);
            }
        }
        found.extend(out.into_iter().rev());
    }

    /// Adds the lines that start at a stop as line number `layer`, each after the best path to it.
    fn extend_paths(&mut self, from: usize, layer: usize) {
        if self.model == Model::Balanced && layer == self.layers {
            return;
        }
        let (found, stops) = (self.next_lines(from, layer), self.stops);
        let arrived = self.arrived(from, layer, &found);
        let start = LineStart { at: from, layer, arrived: &arrived };
        let divides = |next: &&NextLine| stops[next.to].class == BreakClass::Hyphen;
        let mut extended = false;
        for next in &found {
            if divides(&next) {
                for rung in 0..LADDER {
                    extended |= self.add_line(&start, next, Some(rung));
                }
            } else {
                extended |= self.add_line(&start, next, None);
            }
        }
        // Taller ladders are for want of anything else, and for a heading that would need one more line without.
        if !extended || self.model == Model::Balanced {
            for next in found.iter().filter(divides) {
                self.add_line(&start, next, Some(LADDER));
            }
        }
    }

    /// The paths to a stop that may be the best ones before any of the lines that start there.
    fn arrived(&self, from: usize, layer: usize, next: &[NextLine]) -> Arrived {
        let followed = next.iter().filter(|next| !next.fit.last).map(|next| next.fit.evenness(self.model));
        let [least, most] = followed.fold([f64::INFINITY, f64::NEG_INFINITY], |[least, most], evenness| {
            [least.min(evenness), most.max(evenness)]
        });
        let mut paths: Vec<Path> = Vec::with_capacity(MOST_RIVALS);
        paths.extend(self.nodes_at(from, layer).map(|node| self.path_to(node)));
        let of = |hyphens: u8| {
            let with = paths.iter().copied().filter(|path| path.hyphens == hyphens);
            self.worth_extending(with.collect(), [least, most])
        };
        let divides = |next: &NextLine| self.stops[next.to].class == BreakClass::Hyphen;
        let by_hyphens =
            if next.iter().any(divides) { [of(0), of(1), of(LADDER)] } else { Default::default() };
        let all =
            if next.iter().all(divides) { Vec::new() } else { self.worth_extending(paths, [least, most]) };
        Arrived { all, by_hyphens }
    }

    fn path_to(&self, node: usize) -> Path {
        let &ActiveLine { evenness, last, hyphens, cost, .. } = &self.nodes[node];
        Path { node, evenness, last, hyphens, cost }
    }

    /// The paths without those that the cheapest one beats before each line that may follow, that one first. What a ragged
    /// line costs for the one before it is a parabola over its evenness, as wide for all, so the difference of two is a
    /// straight line: what is dearer at both ends of what may follow is dearer in between.
    fn worth_extending(&self, mut paths: Vec<Path>, ends: [f64; 2]) -> Vec<Path> {
        let cheapest = paths.iter().copied().min_by(|a, b| a.cost.total_cmp(&b.cost));
        if let Some(cheapest) = cheapest.filter(|_| self.model != Model::Justified && ends[0] <= ends[1]) {
            let after = |path: &Path, last| ends.map(|evenness| self.cost_after(path, evenness, last));
            let least = [after(&cheapest, false), after(&cheapest, true)];
            paths.retain(|path| {
                let costs = [after(path, false), after(path, true)];
                let pairs = costs.iter().flatten().zip(least.iter().flatten());
                // A path that is as dear may count as cheaper for rounding.
                path.node == cheapest.node
                    || pairs.into_iter().any(|(cost, least)| *cost <= least + least * ROUNDING)
            });
        }
        paths.sort_by(|a, b| a.cost.total_cmp(&b.cost));
        paths
    }

    /// Adds a line after the best path to its start, if there is one. A line that ends with a hyphen has a `rung`: so many
    /// lines before it end with one, too.
    fn add_line(&mut self, start: &LineStart<'_>, next: &NextLine, rung: Option<u8>) -> bool {
        let &NextLine { to, ref fit } = next;
        let &LineStart { at: from, layer, arrived } = start;
        let (evenness, last) = (fit.evenness(self.model), fit.last);
        let best = self.best_before(arrived, evenness, last, rung);
        // The first line of a stretch follows nothing.
        if best.is_none() && (from > 0 || rung.is_some_and(|rung| rung > 0)) {
            return false;
        }
        let ladder = match rung {
            None | Some(0) => 0.0,
            Some(LADDER) => OVERFULL,
            Some(_) => double_hyphen_demerits(self.model),
        };
        let end = penalty(self.model, self.stops[to].class);
        let own = fit.demerits(self.model, end, self.blemish_demerits(from, to, fit));
        let cost = own + ladder + best.map_or(0.0, |(_, cost)| cost);
        let hyphens = rung.map_or(0, |rung| (rung + 1).min(LADDER));
        let slot = self.slot(to, (layer + 1).min(self.layers));
        let before = best.map(|(node, _)| node);
        self.nodes.push(ActiveLine {
            to,
            evenness,
            last,
            hyphens,
            cost,
            before,
            sibling: self.arriving[slot],
        });
        self.arriving[slot] = Some(self.nodes.len() - 1);
        true
    }

    /// The path after which a line costs least, and the demerits up to it.
    fn best_before(
        &self,
        arrived: &Arrived,
        evenness: f64,
        last: bool,
        rung: Option<u8>,
    ) -> Option<(usize, f64)> {
        let paths = rung.map_or(&arrived.all, |rung| &arrived.by_hyphens[usize::from(rung)]);
        let mut best: Option<(usize, f64)> = None;
        for path in paths {
            if best.is_some_and(|(_, cost)| path.cost >= cost) {
                break;
            }
            let cost = self.cost_after(path, evenness, last);
            if best.is_none_or(|(_, before)| cost < before) {
                best = Some((path.node, cost));
            }
        }
        best
    }

    /// The demerits of a path, and of what its last line and the next one are to each other.
    fn cost_after(&self, before: &Path, evenness: f64, last: bool) -> f64 {
        // The last line is as short as it happens to be.
        let compared = !last && !before.last;
        let uneven = if compared { adjacent_demerits(self.model, before.evenness, evenness) } else { 0.0 };
        let torn = if last && before.hyphens > 0 { final_hyphen_demerits(self.model) } else { 0.0 };
        before.cost + uneven + torn
    }

    /// What a line costs besides for where it ends: a last word that leans on the next one, a runt.
    pub(crate) fn blemish_demerits(&self, from: usize, to: usize, fit: &LineFit) -> f64 {
        let leaning = if self.stops[to].leaning { LEANING } else { 0.0 };
        let is_short = fit.last && from > 0 && fit.blank_share() > BLANK_AT_LAST;
        leaning + if is_short || self.is_stub(from, fit) { runt_demerits(self.model) } else { 0.0 }
    }

    /// Whether a line from a stop on is a last one after others, with less on it than the script asks for.
    pub(crate) fn is_stub(&self, from: usize, fit: &LineFit) -> bool {
        fit.last && from > 0 && self.leaves_runt(from)
    }

    /// Whether what is left from a stop on is less than a last line should hold.
    fn leaves_runt(&self, from: usize) -> bool {
        let end = self.stops[self.stops.len() - 1].at;
        let text = &self.paragraph.text.text[self.stops[from].at..end];
        match self.paragraph.rules.runt {
            Runt::Letters(least) => text.chars().filter(|c| c.is_alphanumeric()).take(least).count() < least,
            Runt::Words(least) => self.stops.len() - 1 - from < least,
        }
    }
}
