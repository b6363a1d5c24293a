//! Chooses line ends. In: a shaped paragraph and a measure. Out: ranges of its text. Total fit after Knuth and Plass
//! (1981), over pairs of line ends, so that neighbours can be compared.

use std::ops::Range;

use crate::frame::LineEnd;
use crate::geom::Em;
use crate::script::Runt;
use crate::style::Align;
use crate::text::breaks::BreakClass;
use crate::text::cost::{Fit, LEANING, Model, RUNT, jump, penalty};
use crate::text::paragraph::Paragraph;
use crate::text::stops::{Stop, candidate, stretches};

/// How lines are chosen.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct BreakOptions {
    /// How they will be aligned.
    pub align: Align,
    /// Whether they are those of a heading: fewest lines, then the most even ones.
    pub display: bool,
}

/// How wide lines may be, in em of the type: the measure divided by the size.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Measures<'m> {
    /// Those of the first lines.
    pub first: &'m [Em],
    /// That of all others.
    pub rest: Em,
}

impl From<Em> for Measures<'_> {
    fn from(measure: Em) -> Self {
        Measures { first: &[], rest: measure }
    }
}

impl Measures<'_> {
    fn of(&self, line: usize) -> f64 {
        self.first.get(line).unwrap_or(&self.rest).to_em()
    }

    fn narrowest(&self) -> f64 {
        self.first.iter().chain([&self.rest]).map(|em| em.to_em()).fold(f64::INFINITY, f64::min)
    }
}

/// One line of a broken paragraph.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    /// The bytes of the paragraph's text that it covers, the space at its end included; lines tile the text.
    pub text: Range<usize>,
    /// Its natural width, without the space at its end.
    pub width: Em,
    /// How far its glue is stretched (1 is as far as it should be) or shrunk; 0 when it is set ragged.
    pub ratio: f64,
    /// Why it ends.
    pub end: LineEnd,
}

/// Breaks a paragraph; none of its lines is wider than its measure but one of a single cluster that is. A text without
/// characters has no lines.
pub fn break_lines<'m>(
    paragraph: &Paragraph,
    measure: impl Into<Measures<'m>>,
    options: &BreakOptions,
) -> Vec<Line> {
    let measures = measure.into();
    let mut lines = Vec::new();
    for stops in stretches(paragraph, measures.narrowest()) {
        let mut solver = Solver {
            paragraph,
            stops: &stops,
            measures: &measures,
            done: lines.len(),
            model: Model::of(options),
            layers: 0,
            edges: Vec::new(),
            arriving: Vec::new(),
        };
        solver.layers = measures.first.len().saturating_sub(lines.len());
        if solver.model == Model::Balanced {
            let fewest = solver.fewest();
            match fewest <= MOST_BALANCED {
                true => solver.layers = fewest,
                false => solver.model = Model::Ragged,
            }
        }
        let ends = solver.solve();
        solver.push_lines(&ends, &mut lines);
    }
    lines
}

/// No heading has more lines; what is asked to be balanced and has is set ragged.
const MOST_BALANCED: usize = 16;

/// A candidate line on the best way to its end.
struct Edge {
    /// The stop at which it ends.
    to: usize,
    /// Its evenness, compared with that of its neighbours.
    evenness: f64,
    last: bool,
    /// The cost of the best way that ends with it.
    cost: f64,
    /// The line before it on that way.
    before: Option<usize>,
}

struct Solver<'p> {
    paragraph: &'p Paragraph,
    stops: &'p [Stop],
    measures: &'p Measures<'p>,
    /// How many lines the stretches before have.
    done: usize,
    model: Model,
    /// How many lines are told apart by their number: those whose measures differ, in a balanced stretch all.
    layers: usize,
    edges: Vec<Edge>,
    /// The edges that end at a stop, by layer.
    arriving: Vec<Vec<usize>>,
}

impl Solver<'_> {
    fn fit(&self, from: usize, to: usize, line: usize) -> Fit {
        let (width, glue) = candidate(self.paragraph, &self.stops[from], &self.stops[to]);
        Fit { width, glue, measure: self.measures.of(self.done + line), last: to + 1 == self.stops.len() }
    }

    /// The fewest lines that hold the stretch: each as long as it can be.
    fn fewest(&self) -> usize {
        let (mut from, mut lines) = (0, 0);
        while from + 1 < self.stops.len() {
            from = self.ends(from, lines).last().copied().unwrap_or(from + 1);
            lines += 1;
        }
        lines
    }

    /// The stops at which a line from `from` may end: those that fit, or else the next.
    fn ends(&self, from: usize, line: usize) -> Vec<usize> {
        let mut ends: Vec<usize> = Vec::new();
        for to in from + 1..self.stops.len() {
            let fit = self.fit(from, to, line);
            if fit.fits(self.model) {
                ends.push(to);
            } else if fit.width - self.stops[to].end_wider - fit.glue.shrink > fit.measure {
                break;
            }
        }
        // Lines less than half full are only worth a look in a heading.
        let half = |&to: &usize| self.fit(from, to, line).width >= self.fit(from, to, line).measure / 2.0;
        if self.model != Model::Balanced && ends.iter().any(half) {
            ends.retain(half_or_end(&half, self.stops.len() - 1));
        }
        if ends.is_empty() {
            ends.push(from + 1);
        }
        ends
    }

    /// The stops at which the lines of the best way end.
    fn solve(&mut self) -> Vec<usize> {
        let width = self.layers + 1;
        self.arriving = vec![Vec::new(); width * self.stops.len()];
        self.leave(0, 0);
        for stop in 1..self.stops.len() - 1 {
            for layer in 0..width {
                if !self.arriving[stop * width + layer].is_empty() {
                    self.leave(stop, layer);
                }
            }
        }
        let last = (self.stops.len() - 1) * width;
        // A balanced stretch has exactly as many lines as it needs.
        let layers = if self.model == Model::Balanced { self.layers..width } else { 0..width };
        let arrived = layers.flat_map(|layer| self.arriving[last + layer].iter().copied());
        let best = arrived.min_by(|&a, &b| self.edges[a].cost.total_cmp(&self.edges[b].cost));
        let way = std::iter::successors(best, |&edge| self.edges[edge].before);
        let mut ends: Vec<usize> = way.map(|edge| self.edges[edge].to).collect();
        ends.reverse();
        ends
    }

    /// Adds the lines that start at a stop as line number `layer`, each with the best way to it.
    fn leave(&mut self, from: usize, layer: usize) {
        let width = self.layers + 1;
        if self.model == Model::Balanced && layer == self.layers {
            return;
        }
        for to in self.ends(from, layer) {
            let fit = self.fit(from, to, layer);
            let (evenness, last) = (fit.evenness(self.model), fit.last);
            let own = fit.cost(self.model, penalty(self.stops[to].class), self.manner(from, to));
            let (before, way) = self.best_before(from, layer, |edge: &Edge| match last || edge.last {
                true => 0.0,
                false => jump(self.model, edge.evenness, evenness),
            });
            self.edges.push(Edge { to, evenness, last, cost: own + way, before });
            let next = (layer + 1).min(self.layers);
            self.arriving[to * width + next].push(self.edges.len() - 1);
        }
    }

    /// The best line before, with the cost of the way to it.
    fn best_before(&self, from: usize, layer: usize, jump: impl Fn(&Edge) -> f64) -> (Option<usize>, f64) {
        let arriving = &self.arriving[from * (self.layers + 1) + layer];
        let way = |&edge: &usize| self.edges[edge].cost + jump(&self.edges[edge]);
        let best = arriving.iter().copied().min_by(|a, b| way(a).total_cmp(&way(b)));
        (best, best.map_or(0.0, |edge| way(&edge)))
    }

    /// What speaks against a line beside the place where it ends: a last word that leans on the next, a runt.
    fn manner(&self, from: usize, to: usize) -> f64 {
        let end = &self.stops[to];
        let runt = from > 0 && to + 1 == self.stops.len() && self.is_runt(from);
        f64::from(u8::from(end.leaning)) * LEANING + f64::from(u8::from(runt)) * RUNT
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

    fn push_lines(&self, ends: &[usize], lines: &mut Vec<Line>) {
        let mut from = 0;
        for &to in ends {
            let fit = self.fit(from, to, lines.len() - self.done);
            let ratio = if self.model == Model::Justified { fit.ratio() } else { 0.0 };
            let end = &self.stops[to];
            lines.push(Line {
                text: self.stops[from].at..end.at,
                width: Em::new(fit.width),
                ratio,
                end: self.line_end(end),
            });
            from = to;
        }
    }

    fn line_end(&self, end: &Stop) -> LineEnd {
        match end.class {
            BreakClass::Mandatory if end.at == self.paragraph.text.text.len() => LineEnd::Paragraph,
            BreakClass::Mandatory => LineEnd::Forced,
            BreakClass::Normal | BreakClass::Second | BreakClass::Url => LineEnd::Word,
            BreakClass::Hyphen => LineEnd::Hyphen,
            BreakClass::Emergency => LineEnd::Emergency,
        }
    }
}

/// Keeps what is half full and, whatever it holds, the last line.
fn half_or_end<'f>(half: &'f impl Fn(&usize) -> bool, last: usize) -> impl Fn(&usize) -> bool + 'f {
    move |to| *to == last || half(to)
}
