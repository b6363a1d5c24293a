//! The best line ends of one stretch: total fit after Knuth and Plass (1981). In: stops, measures, a model of what lines
//! cost. Out: the stops at which lines end.

use crate::text::breaks::BreakClass;
use crate::text::candidates::{Candidates, NextLine};
use crate::text::cost::{
    Model, OVERFULL, adjacent_demerits, double_hyphen_demerits, final_hyphen_demerits, penalty,
};

/// The most lines in a row that end with a hyphen.
const LADDER: u8 = 2;

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
#[derive(Default)]
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
/// may follow (`keep_worthy`), and they are taken from the cheapest on: since one line after another never costs less
/// than nothing, all from the first that is dearer by itself than the best so far are passed over.
///
/// Two more things tell nodes apart. A line that ends with a hyphen is kept once for each number of hyphens above it, since
/// the cheapest path to it may be one on which no further hyphen may follow (`LADDER`). And lines are told apart by their
/// number as long as it matters, in *layers*: while the first lines have measures of their own, and all through a heading,
/// which must come out in a given number of lines. The last layer holds all lines after that.
pub(crate) struct Solver<'p> {
    /// The lines that it has to choose from.
    pub(crate) lines: Candidates<'p>,
    /// How many lines are told apart by their number.
    layers: usize,
    nodes: Vec<ActiveLine>,
    /// The latest node that ends at each stop and layer; the others follow as its siblings.
    arriving: Vec<Option<usize>>,
    /// Room for the lines that start at a stop and for the paths to it, used again at each stop.
    scratch: (Vec<NextLine>, Arrived),
}

impl<'p> Solver<'p> {
    /// A solver for a stretch.
    pub(crate) fn new(lines: Candidates<'p>) -> Solver<'p> {
        let layers = lines.measures.first.len().saturating_sub(lines.done);
        // Most stretches have fewer lines than that between their stops; growing would copy them again and again.
        let (nodes, arriving) = (Vec::with_capacity(lines.stops.len() * 8), Vec::new());
        Solver { lines, layers, nodes, arriving, scratch: Default::default() }
    }

    /// Has the stretch come out in the fewest lines that hold it; `None` where those are more than `most`.
    pub(crate) fn in_fewest_lines(self, most: usize) -> Option<Solver<'p>> {
        let layers = self.lines.fewest();
        (layers <= most).then_some(Solver { layers, ..self })
    }

    /// The stops at which the lines of the best path end.
    pub(crate) fn solve(&mut self) -> Vec<usize> {
        self.arriving = vec![None; (self.layers + 1) * self.lines.stops.len()];
        let last = self.lines.stops.len() - 1;
        self.extend_paths(0, 0);
        for stop in 1..last {
            for layer in 0..=self.layers {
                if self.arriving[self.slot(stop, layer)].is_some() {
                    self.extend_paths(stop, layer);
                }
            }
        }
        // A balanced stretch has exactly as many lines as it needs.
        let first_layer = if self.lines.model == Model::Balanced { self.layers } else { 0 };
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

    /// Adds the lines that start at a stop as line number `layer`, each after the best path to it.
    fn extend_paths(&mut self, from: usize, layer: usize) {
        if self.lines.model == Model::Balanced && layer == self.layers {
            return;
        }
        let stops = self.lines.stops;
        let (mut found, mut arrived) = std::mem::take(&mut self.scratch);
        self.lines.next(from, layer, &mut found);
        self.arrive(from, layer, &found, &mut arrived);
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
        if !extended || self.lines.model == Model::Balanced {
            for next in found.iter().filter(divides) {
                self.add_line(&start, next, Some(LADDER));
            }
        }
        self.scratch = (found, arrived);
    }

    /// Finds the paths to a stop that may be the best ones before any of the lines that start there.
    fn arrive(&self, from: usize, layer: usize, next: &[NextLine], arrived: &mut Arrived) {
        let followed =
            next.iter().filter(|next| !next.fit.last).map(|next| next.fit.evenness(self.lines.model));
        let [least, most] = followed.fold([f64::INFINITY, f64::NEG_INFINITY], |[least, most], evenness| {
            [least.min(evenness), most.max(evenness)]
        });
        let Arrived { all, by_hyphens } = arrived;
        all.clear();
        all.extend(self.nodes_at(from, layer).map(|node| self.path_to(node)));
        let divides = |next: &NextLine| self.lines.stops[next.to].class == BreakClass::Hyphen;
        let has_divided = next.iter().any(divides);
        for (hyphens, paths) in (0..=LADDER).zip(by_hyphens) {
            paths.clear();
            if has_divided {
                paths.extend(all.iter().copied().filter(|path| path.hyphens == hyphens));
                self.keep_worthy(paths, [least, most]);
            }
        }
        self.keep_worthy(all, [least, most]);
    }

    fn path_to(&self, node: usize) -> Path {
        let &ActiveLine { evenness, last, hyphens, cost, .. } = &self.nodes[node];
        Path { node, evenness, last, hyphens, cost }
    }

    /// Leaves out the paths that the cheapest one beats before each line that may follow, and puts that one first. What a ragged
    /// line costs for the one before it is a parabola over its evenness, as wide for all, so the difference of two is a
    /// straight line: what is dearer at both ends of what may follow is dearer in between.
    fn keep_worthy(&self, paths: &mut Vec<Path>, ends: [f64; 2]) {
        let cheapest = paths.iter().copied().min_by(|a, b| a.cost.total_cmp(&b.cost));
        if let Some(cheapest) =
            cheapest.filter(|_| self.lines.model != Model::Justified && ends[0] <= ends[1])
        {
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
    }

    /// Adds a line after the best path to its start, if there is one. A line that ends with a hyphen has a `rung`: so many
    /// lines before it end with one, too.
    fn add_line(&mut self, start: &LineStart<'_>, next: &NextLine, rung: Option<u8>) -> bool {
        let &NextLine { to, ref fit } = next;
        let &LineStart { at: from, layer, arrived } = start;
        let (evenness, last) = (fit.evenness(self.lines.model), fit.last);
        let best = self.best_before(arrived, evenness, last, rung);
        // The first line of a stretch follows nothing.
        if best.is_none() && (from > 0 || rung.is_some_and(|rung| rung > 0)) {
            return false;
        }
        let ladder = match rung {
            None | Some(0) => 0.0,
            Some(LADDER) => OVERFULL,
            Some(_) => double_hyphen_demerits(self.lines.model),
        };
        let end = penalty(self.lines.model, self.lines.stops[to].class);
        let own = fit.demerits(self.lines.model, end, self.lines.blemish_demerits(from, to, fit));
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
        let uneven =
            if compared { adjacent_demerits(self.lines.model, before.evenness, evenness) } else { 0.0 };
        let torn = if last && before.hyphens > 0 { final_hyphen_demerits(self.lines.model) } else { 0.0 };
        before.cost + uneven + torn
    }
}
