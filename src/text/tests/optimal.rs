//! The path that the solver finds, compared with all paths that there are and with first fit.

use proptest::prelude::*;

use crate::geom::Em;
use crate::style::Align;
use crate::text::Paragraph;
use crate::text::breaks::BreakClass;
use crate::text::candidates::Candidates;
use crate::text::cost::{
    LineFit, Model, OVERFULL, adjacent_demerits, double_hyphen_demerits, final_hyphen_demerits, penalty,
};
use crate::text::measure::Measures;
use crate::text::solve::Solver;
use crate::text::stop::Stop;
use crate::text::stops::stops_by_stretch;
use crate::text::testing::body;

/// Judges paths through one stretch by their lines, without the solver's own sums.
struct Judge<'p> {
    stops: &'p [Stop],
    lines: Candidates<'p>,
    model: Model,
}

impl Judge<'_> {
    fn fit(&self, from: usize, to: usize) -> LineFit {
        self.lines.line_fit(from, to, 0)
    }

    /// Whether a line may be part of a path: it fits and is half full, or no better one starts there.
    fn is_candidate(&self, from: usize, to: usize) -> bool {
        let fits = |to: usize| self.fit(from, to).fits(self.model);
        let half = |to: usize| self.fit(from, to).width >= self.fit(from, to).measure / 2.0;
        let all: Vec<usize> = (from + 1..self.stops.len()).filter(|&to| fits(to)).collect();
        let last = self.stops.len() - 1;
        if all.is_empty() {
            return to == from + 1;
        }
        let some_half = all.iter().any(|&to| half(to));
        all.contains(&to) && (!some_half || half(to) || to == last)
    }

    /// The demerits of a path.
    fn demerits(&self, ends: &[usize]) -> f64 {
        let (mut sum, mut from, mut hyphens) = (0.0, 0, 0);
        let mut before: Option<LineFit> = None;
        for &to in ends {
            let fit = self.fit(from, to);
            let divided = self.stops[to].class == BreakClass::Hyphen;
            let blemish = self.lines.blemish_demerits(from, to, &fit);
            sum += fit.demerits(self.model, penalty(self.model, self.stops[to].class), blemish);
            if let Some(before) = before.filter(|_| !fit.last) {
                sum += adjacent_demerits(self.model, before.evenness(self.model), fit.evenness(self.model));
            }
            sum += match (fit.last && hyphens > 0, divided, hyphens) {
                (true, ..) => final_hyphen_demerits(self.model),
                (_, true, 1) => double_hyphen_demerits(self.model),
                (_, true, 2..) => OVERFULL,
                _ => 0.0,
            };
            hyphens = if divided { hyphens + 1 } else { 0 };
            (before, from) = (Some(fit), to);
        }
        sum
    }

    /// The least demerits of all paths that start with this one.
    fn least_demerits(&self, path: &mut Vec<usize>) -> f64 {
        let from = path.last().copied().unwrap_or(0);
        if from + 1 == self.stops.len() {
            return self.demerits(path);
        }
        let mut least = f64::INFINITY;
        for to in (from + 1..self.stops.len()).filter(|&to| self.is_candidate(from, to)) {
            path.push(to);
            least = least.min(self.least_demerits(path));
            path.pop();
        }
        least
    }

    /// The fewest lines of all paths whose lines fit.
    fn fewest_lines(&self) -> usize {
        let mut fewest = vec![usize::MAX; self.stops.len()];
        fewest[0] = 0;
        for to in 1..self.stops.len() {
            let starts = (0..to).filter(|&from| self.fit(from, to).fits(self.model));
            let least = starts.map(|from| fewest[from].saturating_add(1)).min();
            fewest[to] = least.unwrap_or(usize::MAX);
        }
        fewest[self.stops.len() - 1]
    }

    /// The path on which each line is as long as it can be.
    fn first_fit(&self) -> Vec<usize> {
        let (mut from, mut path) = (0, Vec::new());
        while from + 1 < self.stops.len() {
            let mut fitting = (from + 1..self.stops.len()).filter(|&to| self.fit(from, to).fits(self.model));
            from = fitting.next_back().unwrap_or(from + 1);
            path.push(from);
        }
        path
    }
}

/// Texts of a language without patterns: words, some with a place to divide them, the last one no runt.
fn some_words() -> impl Strategy<Value = String> {
    let word = prop_oneof!["[a-z]{1,7}", "[a-z]{2,4}\u{ad}[a-z]{3,5}"];
    prop::collection::vec(word, 1..7).prop_map(|words| words.join(" ") + " abcdefg.")
}

fn align_of(model: Model) -> Align {
    if model == Model::Justified { Align::Justify } else { Align::Start }
}

/// The lines of a stretch that follows none.
fn lines_of<'p>(
    paragraph: &'p Paragraph,
    stops: &'p [Stop],
    measures: &'p Measures<'p>,
    model: Model,
) -> Candidates<'p> {
    Candidates { paragraph, stops, measures, done: 0, model, align: align_of(model) }
}

/// Hands the demerits of the path that the solver finds in each stretch to a check.
fn judge_paths(paragraph: &Paragraph, measure: f64, model: Model, check: impl Fn(f64, &Judge<'_>)) {
    let measure = Em::new(measure);
    let measures = Measures::from(measure);
    let align = align_of(model);
    for stops in stops_by_stretch(paragraph, &measure.into(), align).iter() {
        let lines = lines_of(paragraph, stops, &measures, model);
        let found = Solver::new(lines).solve();
        let judge = Judge { stops, lines, model };
        check(judge.demerits(&found), &judge);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_path_is_better(
        text in some_words(),
        measure in 4.5..14.0_f64,
        model in prop::sample::select(&[Model::Ragged, Model::Justified][..]),
    ) {
        judge_paths(&body("vi", &text), measure, model, |found, judge| {
            let least = judge.least_demerits(&mut Vec::new());
            assert!(found <= least * (1.0 + 1e-9) + 1e-9, "{found} {least}");
        });
    }

    #[test]
    fn first_fit_is_no_better(
        text in prop::collection::vec(some_words(), 1..12).prop_map(|parts| parts.join(" ")),
        measure in 6.0..30.0_f64,
        model in prop::sample::select(&[Model::Ragged, Model::Justified][..]),
    ) {
        judge_paths(&body("vi", &text), measure, model, |found, judge| {
            let first = judge.demerits(&judge.first_fit());
            assert!(found <= first * (1.0 + 1e-9), "{found} {first}");
        });
    }

    #[test]
    fn a_heading_has_the_fewest_lines(
        text in prop::collection::vec(some_words(), 1..6).prop_map(|parts| parts.join(" ")),
        measure in 6.0..30.0_f64,
    ) {
        let (paragraph, measure) = (body("vi", &text), Em::new(measure));
        let measures = Measures::from(measure);
        for stops in stops_by_stretch(&paragraph, &measure.into(), Align::Start).iter() {
            let lines = lines_of(&paragraph, stops, &measures, Model::Balanced);
            let judge = Judge { stops, lines, model: Model::Balanced };
            let found = Solver::new(lines).in_fewest_lines(usize::MAX).expect("any number will do").solve();
            prop_assert_eq!(found.len(), judge.fewest_lines());
        }
    }
}

#[test]
fn narrow_letters_that_end_a_line_each_leave_no_line_short() {
    // Some 200 lines start at each letter, of which few are tried.
    let paragraph = body("en", &"l\u{200b}".repeat(1_500));
    for model in [Model::Ragged, Model::Justified] {
        let measures = Measures::from(Em::new(50.0));
        for stops in stops_by_stretch(&paragraph, &measures, align_of(model)).iter() {
            let lines = lines_of(&paragraph, stops, &measures, model);
            let ends = Solver::new(lines).solve();
            let starts = std::iter::once(0).chain(ends.iter().copied());
            for (from, &to) in starts.zip(&ends) {
                let fit = lines.line_fit(from, to, 0);
                assert!(fit.last || fit.blank_share() < 0.02, "{model:?} {from} {to} {}", fit.blank_share());
            }
        }
    }
}

#[test]
fn of_hundreds_of_narrow_pieces_few_are_tried_and_those_beside_wide_ones_are() {
    let narrow = "l\u{200b}".repeat(400);
    let paragraph = body("en", &format!("{narrow}interpreters {narrow}end"));
    let measures = Measures::from(Em::new(13.0));
    let stops: Vec<Stop> = stops_by_stretch(&paragraph, &measures, Align::Start).concat();
    assert!(stops.len() < 600, "{}", stops.len());
    let text = &paragraph.text.text;
    let beside =
        |word: &str, after: usize| stops.iter().any(|stop| stop.at == text.find(word).unwrap() + after);
    assert!(beside("interpreters", 0) && beside("interpreters", "interpreters ".len()) && beside("end", 0));
    assert!(stops.iter().skip(1).all(|stop| stop.class != BreakClass::Emergency));
    // Words of a language are never so many.
    let words = body("en", &"I am a I ".repeat(80));
    let all = stops_by_stretch(&words, &measures, Align::Start).concat();
    assert_eq!(all.len(), words.text.text.split(' ').filter(|word| !word.is_empty()).count() + 1);
}
