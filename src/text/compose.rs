//! Chooses line ends. In: a shaped paragraph and a measure. Out: ranges of its text. Ragged lines divide words only where
//! the whole paragraph has a line too short without (the passes of TeX); justified ones wherever it serves.

use std::ops::Range;

use crate::frame::LineEnd;
use crate::geom::Em;
use crate::style::Align;
use crate::text::breaks::BreakClass;
use crate::text::cost::Model;
use crate::text::paragraph::Paragraph;
use crate::text::solve::Solver;
use crate::text::stops::{Stop, stretches};

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
    pub(crate) fn of(&self, line: usize) -> f64 {
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
    /// Its natural width, without the space at its end and without what hangs in the margin.
    pub width: Em,
    /// How far its glue is stretched (1 is as far as it should be) or shrunk; 0 when it is set ragged.
    pub ratio: f64,
    /// Why it ends.
    pub end: LineEnd,
}

/// The share of the measure that a ragged line may leave before words are divided.
const TOLERABLE: f64 = 0.35;

/// No heading has more lines; what is asked to be balanced and has is set ragged.
const MOST_BALANCED: usize = 16;

/// Breaks a paragraph; none of its lines is wider than its measure but one of a single cluster that is. A text without
/// characters has no lines.
pub fn break_lines<'m>(
    paragraph: &Paragraph,
    measure: impl Into<Measures<'m>>,
    options: &BreakOptions,
) -> Vec<Line> {
    let measures = measure.into();
    let model = Model::of(options);
    let mut lines = Vec::new();
    for stops in stretches(paragraph, measures.narrowest(), model) {
        let whole = if model == Model::Ragged { undivided(&stops) } else { None };
        let first = whole.map(|stops| broken(paragraph, &stops, &measures, lines.len(), model));
        let chosen = first.filter(|(_, worst)| *worst <= TOLERABLE).map(|(lines, _)| lines);
        lines.extend(chosen.unwrap_or_else(|| broken(paragraph, &stops, &measures, lines.len(), model).0));
    }
    lines
}

/// The stops without those at which words are divided; `None` where nothing is.
fn undivided(stops: &[Stop]) -> Option<Vec<Stop>> {
    let divides = |stop: &&Stop| matches!(stop.class, BreakClass::Hyphen | BreakClass::Emergency);
    let start = stops.first()?;
    stops[1..].iter().any(|stop| divides(&stop)).then(|| {
        std::iter::once(start).chain(stops[1..].iter().filter(|stop| !divides(stop))).copied().collect()
    })
}

/// The lines of a stretch, and the largest share of the measure that one of them but the last leaves; infinite where one
/// is too wide.
fn broken(
    paragraph: &Paragraph,
    stops: &[Stop],
    measures: &Measures<'_>,
    done: usize,
    mut model: Model,
) -> (Vec<Line>, f64) {
    let mut solver = Solver::new(paragraph, stops, measures, done, model);
    if model == Model::Balanced && !solver.layer_all(MOST_BALANCED) {
        model = Model::Ragged;
        solver = Solver::new(paragraph, stops, measures, done, model);
    }
    let ends = solver.solve();
    let mut lines = Vec::with_capacity(ends.len());
    let (mut from, mut worst) = (0, 0.0_f64);
    for &to in &ends {
        let fit = solver.fit(from, to, lines.len());
        if !fit.fits(model) {
            worst = f64::INFINITY;
        } else if !fit.last {
            worst = worst.max(fit.share());
        }
        lines.push(Line {
            text: stops[from].at..stops[to].at,
            width: Em::new(fit.width),
            ratio: if model == Model::Justified { fit.ratio() } else { 0.0 },
            end: line_end(paragraph, &stops[to]),
        });
        from = to;
    }
    (lines, worst)
}

fn line_end(paragraph: &Paragraph, end: &Stop) -> LineEnd {
    match end.class {
        BreakClass::Mandatory if end.at == paragraph.text.text.len() => LineEnd::Paragraph,
        BreakClass::Mandatory => LineEnd::Forced,
        BreakClass::Normal | BreakClass::Second | BreakClass::Url => LineEnd::Word,
        BreakClass::Hyphen => LineEnd::Hyphen,
        BreakClass::Emergency => LineEnd::Emergency,
    }
}
