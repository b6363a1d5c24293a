//! Chooses line ends. In: a shaped paragraph and a measure. Out: ranges of its text. Ragged lines divide words only where
//! a stretch between forced line ends has a line too short without (the passes of TeX); justified ones wherever it serves.

use std::ops::Range;

use crate::frame::LineEnd;
use crate::geom::Em;
use crate::style::Align;
use crate::text::breaks::BreakClass;
use crate::text::cost::Model;
use crate::text::measure::{BreakOptions, Measures};
use crate::text::paragraph::Paragraph;
use crate::text::solve::Solver;
use crate::text::stops::{Stop, stretches};

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

/// The share of the measure that a ragged line may leave before words are divided (H).
const TOLERABLE: f64 = 0.35;

/// No heading has more lines (H); what is asked to be balanced and has is set ragged.
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
    for stops in stretches(paragraph, measures.narrowest(), options.align) {
        let whole = if model == Model::Ragged { undivided(&stops) } else { None };
        let first =
            whole.map(|stops| broken(paragraph, &stops, &measures, lines.len(), (model, options.align)));
        let chosen = first.filter(|(_, worst)| *worst <= TOLERABLE).map(|(lines, _)| lines);
        lines.extend(
            chosen.unwrap_or_else(|| {
                broken(paragraph, &stops, &measures, lines.len(), (model, options.align)).0
            }),
        );
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
    (mut model, align): (Model, Align),
) -> (Vec<Line>, f64) {
    let mut solver = Solver::new(paragraph, stops, measures, done, model, align);
    if model == Model::Balanced && !solver.layer_all(MOST_BALANCED) {
        model = Model::Ragged;
        solver = Solver::new(paragraph, stops, measures, done, model, align);
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
        BreakClass::Normal | BreakClass::Second | BreakClass::Term | BreakClass::Url => LineEnd::Word,
        BreakClass::Hyphen => LineEnd::Hyphen,
        BreakClass::Emergency => LineEnd::Emergency,
    }
}
