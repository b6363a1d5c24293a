//! The way that the solver finds against all ways there are, and against first fit.

use proptest::prelude::*;

use crate::geom::Em;
use crate::style::Align;
use crate::text::Paragraph;
use crate::text::breaks::BreakClass;
use crate::text::cost::{Fit, LEANING, Model, OVERFULL, jump, ladder, penalty, rest};
use crate::text::measure::Measures;
use crate::text::solve::Solver;
use crate::text::stops::{Stop, stretches};
use crate::text::testing::body;

/// What judges ways through one stretch, apart from the solver's own sums.
struct Judge<'p> {
    stops: &'p [Stop],
    solver: Solver<'p>,
    model: Model,
}

impl Judge<'_> {
    fn fit(&self, from: usize, to: usize) -> Fit {
        self.solver.fit(from, to, 0)
    }

    /// Whether a line is one that may be looked at: it fits and is half full, or nothing better starts there.
    fn is_candidate(&self, from: usize, to: usize) -> bool {
        let fits = |to: usize| self.fit(from, to).fits(self.model);
        let half = |to: usize| self.fit(from, to).width >= self.fit(from, to).measure / 2.0;
        let all: Vec<usize> = (from + 1..self.stops.len()).filter(|&to| fits(to)).collect();
        let last = self.stops.len() - 1;
        match all.iter().any(|&to| half(to)) {
            true => all.contains(&to) && (half(to) || to == last),
            false if all.is_empty() => to == from + 1,
            false => all.contains(&to),
        }
    }

    /// The demerits of a way; the runt is left out, since texts here have none.
    fn cost(&self, ends: &[usize]) -> f64 {
        let (mut sum, mut from, mut hyphens) = (0.0, 0, 0);
        let mut before: Option<Fit> = None;
        for &to in ends {
            let fit = self.fit(from, to);
            let divided = self.stops[to].class == BreakClass::Hyphen;
            let leaning = if self.stops[to].leaning { LEANING } else { 0.0 };
            sum += fit.cost(self.model, penalty(self.model, self.stops[to].class), leaning);
            if let Some(before) = before.filter(|_| !fit.last) {
                sum += jump(self.model, before.evenness(self.model), fit.evenness(self.model));
            }
            sum += match (fit.last && hyphens > 0, divided, hyphens) {
                (true, ..) => rest(self.model),
                (_, true, 1) => ladder(self.model),
                (_, true, 2..) => OVERFULL,
                _ => 0.0,
            };
            hyphens = if divided { hyphens + 1 } else { 0 };
            (before, from) = (Some(fit), to);
        }
        sum
    }

    /// The least demerits of all ways from a stop.
    fn least(&self, way: &mut Vec<usize>) -> f64 {
        let from = way.last().copied().unwrap_or(0);
        if from + 1 == self.stops.len() {
            return self.cost(way);
        }
        let mut least = f64::INFINITY;
        for to in (from + 1..self.stops.len()).filter(|&to| self.is_candidate(from, to)) {
            way.push(to);
            least = least.min(self.least(way));
            way.pop();
        }
        least
    }

    /// The way on which each line is as long as it can be.
    fn first_fit(&self) -> Vec<usize> {
        let (mut from, mut way) = (0, Vec::new());
        while from + 1 < self.stops.len() {
            let mut fitting = (from + 1..self.stops.len()).filter(|&to| self.fit(from, to).fits(self.model));
            from = fitting.next_back().unwrap_or(from + 1);
            way.push(from);
        }
        way
    }
}

/// Words of a language without patterns, some with places to divide them, the last one no runt.
fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof!["[a-z]{1,7}", "[a-z]{2,4}\u{ad}[a-z]{3,5}"];
    prop::collection::vec(word, 1..7).prop_map(|words| words.join(" ") + " abcdefg.")
}

fn judged(paragraph: &Paragraph, measure: f64, model: Model, check: impl Fn(f64, &Judge<'_>)) {
    let measures = Measures::from(Em::new(measure));
    let align = if model == Model::Justified { Align::Justify } else { Align::Start };
    for stops in stretches(paragraph, measure, align) {
        let mut solver = Solver::new(paragraph, &stops, &measures, 0, model, align);
        let found = solver.solve();
        let judge = Judge { stops: &stops, solver, model };
        check(judge.cost(&found), &judge);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_way_is_better(
        text in words(),
        measure in 4.5..14.0_f64,
        model in prop::sample::select(&[Model::Ragged, Model::Justified][..]),
    ) {
        judged(&body("vi", &text), measure, model, |found, judge| {
            let least = judge.least(&mut Vec::new());
            assert!(found <= least * (1.0 + 1e-9) + 1e-9, "{found} {least}");
        });
    }

    #[test]
    fn first_fit_is_no_better(
        text in prop::collection::vec(words(), 1..12).prop_map(|parts| parts.join(" ")),
        measure in 6.0..30.0_f64,
        model in prop::sample::select(&[Model::Ragged, Model::Justified][..]),
    ) {
        judged(&body("vi", &text), measure, model, |found, judge| {
            let first = judge.cost(&judge.first_fit());
            assert!(found <= first * (1.0 + 1e-9), "{found} {first}");
        });
    }
}
