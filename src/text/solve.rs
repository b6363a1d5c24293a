//! The shortest way through the stops of one stretch. In: stops, measures, a model of what lines cost. Out: the stops at
//! which lines end. Total fit after Knuth and Plass (1981), over pairs of line ends, so that neighbours can be compared.

use crate::script::Runt;
use crate::style::Align;
use crate::text::breaks::BreakClass;
use crate::text::cost::{Fit, LEANING, Model, OVERFULL, jump, ladder, penalty, rest, runt};
use crate::text::measure::Measures;
use crate::text::paragraph::Paragraph;
use crate::text::stops::{Stop, candidate};

/// The most lines in a row that end with a hyphen.
const LADDER: u8 = 2;

/// A candidate line on the best way to its end.
struct Edge {
    /// The stop at which it ends.
    to: usize,
    /// Its evenness, compared with that of its neighbours.
    evenness: f64,
    last: bool,
    /// How many lines in a row end with a hyphen, this one the last.
    hyphens: u8,
    /// The cost of the best way that ends with it.
    cost: f64,
    /// The line before it on that way.
    before: Option<usize>,
    /// Another line that ends at the same stop and layer.
    sibling: Option<usize>,
}

/// One stretch to be broken.
pub(crate) struct Solver<'p> {
    paragraph: &'p Paragraph,
    stops: &'p [Stop],
    measures: &'p Measures<'p>,
    /// How many lines the stretches before have.
    done: usize,
    model: Model,
    align: Align,
    /// How many lines are told apart by their number: those whose measures differ, in a balanced stretch all.
    layers: usize,
    edges: Vec<Edge>,
    /// The latest of the edges that end at a stop, by stop and layer.
    arriving: Vec<Option<usize>>,
}

impl<'p> Solver<'p> {
    /// A solver for the stretch after `done` lines.
    pub(crate) fn new(
        paragraph: &'p Paragraph,
        stops: &'p [Stop],
        measures: &'p Measures<'p>,
        done: usize,
        model: Model,
        align: Align,
    ) -> Solver<'p> {
        let layers = measures.first.len().saturating_sub(done);
        let (edges, arriving) = (Vec::new(), Vec::new());
        Solver { paragraph, stops, measures, done, model, align, layers, edges, arriving }
    }

    /// Tells all lines apart, as many as the stretch needs at least; not when they are more than `most`.
    pub(crate) fn layer_all(&mut self, most: usize) -> bool {
        self.layers = self.fewest();
        self.layers <= most
    }

    /// The line between two stops against its measure; `line` counts from the stretch's first.
    pub(crate) fn fit(&self, from: usize, to: usize, line: usize) -> Fit {
        let line_between = candidate(self.paragraph, &self.stops[from], &self.stops[to], self.align);
        Fit::new(&line_between, self.measures.of(self.done + line), to + 1 == self.stops.len())
    }

    /// The fewest lines that hold the stretch: each as long as it can be.
    fn fewest(&self) -> usize {
        let (mut from, mut lines) = (0, 0);
        while from + 1 < self.stops.len() {
            from = self.ends(from, lines).last().map_or(from + 1, |(to, _)| *to);
            lines += 1;
        }
        lines
    }

    /// The lines from `from`, by the stops at which they end: those that fit, or else the next.
    fn ends(&self, from: usize, line: usize) -> Vec<(usize, Fit)> {
        let mut ends: Vec<(usize, Fit)> = Vec::new();
        for to in from + 1..self.stops.len() {
            let fit = self.fit(from, to, line);
            if fit.fits(self.model) {
                ends.push((to, fit));
            } else if fit.width - fit.glue.shrink - fit.glue.tracking > fit.measure + MOST_AT_AN_END {
                break;
            }
        }
        // Lines less than half full are only worth a look in a heading, and where a paragraph ends.
        let half = |fit: &Fit| fit.width >= fit.measure / 2.0;
        if self.model != Model::Balanced && ends.iter().any(|(_, fit)| half(fit)) {
            ends.retain(|(_, fit)| fit.last || half(fit));
        }
        if ends.is_empty() {
            ends.push((from + 1, self.fit(from, from + 1, line)));
        }
        ends
    }

    /// The stops at which the lines of the best way end.
    pub(crate) fn solve(&mut self) -> Vec<usize> {
        let width = self.layers + 1;
        self.arriving = vec![None; width * self.stops.len()];
        self.leave(0, 0);
        for stop in 1..self.stops.len() - 1 {
            for layer in 0..width {
                if self.arriving[stop * width + layer].is_some() {
                    self.leave(stop, layer);
                }
            }
        }
        let last = (self.stops.len() - 1) * width;
        // A balanced stretch has exactly as many lines as it needs.
        let layers = if self.model == Model::Balanced { self.layers..width } else { 0..width };
        let arrived = layers.flat_map(|layer| self.siblings(self.arriving[last + layer]));
        let best = arrived.min_by(|&a, &b| self.edges[a].cost.total_cmp(&self.edges[b].cost));
        let best = best.expect("each stop leads on");
        let way = std::iter::successors(Some(best), |&edge| self.edges[edge].before);
        let mut ends: Vec<usize> = way.map(|edge| self.edges[edge].to).collect();
        ends.reverse();
        ends
    }

    /// An edge and all others that end where it does.
    fn siblings(&self, first: Option<usize>) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(first, |&edge| self.edges[edge].sibling)
    }

    /// Adds the lines that start at a stop as line number `layer`, each with the best way to it.
    fn leave(&mut self, from: usize, layer: usize) {
        if self.model == Model::Balanced && layer == self.layers {
            return;
        }
        let ends = self.ends(from, layer);
        let divided = |to: usize| self.stops[to].class == BreakClass::Hyphen;
        let mut left = false;
        for (to, fit) in &ends {
            // A line that ends with a hyphen is followed up for each length of the ladder that it may stand in.
            let rungs = if divided(*to) { 0..LADDER } else { 0..0 };
            for rung in rungs {
                left |= self.add(from, (*to, fit), layer, Some(rung));
            }
            if !divided(*to) {
                left |= self.add(from, (*to, fit), layer, None);
            }
        }
        // Nothing but a taller ladder is left; or it may be what keeps a heading to its number of lines.
        if !left || self.model == Model::Balanced {
            for (to, fit) in ends.iter().filter(|(to, _)| divided(*to)) {
                self.add(from, (*to, fit), layer, Some(LADDER));
            }
        }
    }

    /// Adds a line with the best way to its start, if there is one. `rung` is how many lines before it must end with a
    /// hyphen, when this one does.
    fn add(&mut self, from: usize, (to, fit): (usize, &Fit), layer: usize, rung: Option<u8>) -> bool {
        let (evenness, last) = (fit.evenness(self.model), fit.last);
        let way = |edge: usize| {
            let before = &self.edges[edge];
            let even = if last || before.last { 0.0 } else { jump(self.model, before.evenness, evenness) };
            let torn = if last && before.hyphens > 0 { rest(self.model) } else { 0.0 };
            before.cost + even + torn
        };
        let arrived = self.siblings(self.arriving[from * (self.layers + 1) + layer]);
        let ways = arrived.filter(|&edge| rung.is_none_or(|rung| self.edges[edge].hyphens == rung));
        let best = ways.map(|edge| (edge, way(edge))).min_by(|a, b| a.1.total_cmp(&b.1));
        if best.is_none() && (from > 0 || rung.is_some_and(|rung| rung > 0)) {
            return false;
        }
        let rungs = match rung {
            None | Some(0) => 0.0,
            Some(LADDER) => OVERFULL,
            Some(_) => ladder(self.model),
        };
        let own = fit.cost(self.model, penalty(self.model, self.stops[to].class), self.manner(from, to));
        let cost = own + rungs + best.map_or(0.0, |(_, way)| way);
        let hyphens = rung.map_or(0, |rung| (rung + 1).min(LADDER));
        let at = to * (self.layers + 1) + (layer + 1).min(self.layers);
        let before = best.map(|(edge, _)| edge);
        self.edges.push(Edge { to, evenness, last, hyphens, cost, before, sibling: self.arriving[at] });
        self.arriving[at] = Some(self.edges.len() - 1);
        true
    }

    /// What speaks against a line beside the place where it ends: a last word that leans on the next, a runt.
    fn manner(&self, from: usize, to: usize) -> f64 {
        let end = &self.stops[to];
        let leaning = if end.leaning { LEANING } else { 0.0 };
        let short = from > 0 && to + 1 == self.stops.len() && self.is_runt(from);
        leaning + if short { runt(self.model) } else { 0.0 }
    }

    /// Whether what is left from a stop is less than a last line should hold.
    fn is_runt(&self, from: usize) -> bool {
        let end = self.stops[self.stops.len() - 1].at;
        let text = &self.paragraph.text.text[self.stops[from].at..end];
        match self.paragraph.rules.runt {
            Runt::Letters(least) => text.chars().filter(|c| c.is_alphanumeric()).take(least).count() < least,
            Runt::Words(least) => self.stops.len() - 1 - from < least,
        }
    }
}

/// No edge takes more from a line than half a square and a hyphen, in em: beyond that no later stop is nearer.
const MOST_AT_AN_END: f64 = 1.0;
