//! Chooses line ends. In: a shaped paragraph and a measure. Out: ranges of its text. Ragged lines divide a word only where
//! a stretch between forced line ends would have too short a line without; justified lines divide wherever it serves.

use std::borrow::Cow;

use crate::frame::LineEnd;
use crate::style::{Align, Hyphens};
use crate::text::breaks::BreakClass;
use crate::text::broken::{Broken, Line};
use crate::text::candidates::Candidates;
use crate::text::cost::Model;
use crate::text::measure::{BreakOptions, Measures};
use crate::text::paragraph::Paragraph;
use crate::text::solve::Solver;
use crate::text::stop::Stop;
use crate::text::stops::stops_by_stretch;

/// The share of the measure that a ragged line may leave blank before words are divided (H).
const TOLERABLE: f64 = 0.35;

/// The most lines that are balanced (H). No heading has more; longer text that asks for it is set ragged.
const MOST_BALANCED: usize = 16;

/// Breaks a paragraph into lines. No line is wider than its measure, unless it is one cluster that is. An empty text has no
/// lines.
///
/// With a measure of 3.6 em, `nnn nn nn nnnnn` becomes `nnn | nn nn | nnnnn`: to fill the first line would leave two letters
/// alone on the second one.
pub fn break_lines<'m>(
    paragraph: &Paragraph,
    measure: impl Into<Measures<'m>>,
    options: &BreakOptions,
) -> Vec<Line> {
    break_paragraph(paragraph, measure.into(), options).lines
}

/// A paragraph broken into lines, as `break_lines` does it, with what they are like.
pub(crate) fn break_paragraph(
    paragraph: &Paragraph,
    measures: Measures<'_>,
    options: &BreakOptions,
) -> Broken {
    paragraph.kept.or_broken(&measures, options, || break_anew(paragraph, &measures, options))
}

/// Breaks a paragraph that keeps no lines for those measures.
fn break_anew(paragraph: &Paragraph, measures: &Measures<'_>, options: &BreakOptions) -> Broken {
    let model = Model::for_options(options);
    let mut broken = Broken::default();
    for stops in stops_by_stretch(paragraph, measures, options.align).iter() {
        let mut stops = Cow::Borrowed(stops);
        if options.hyphens == Hyphens::None && stops.iter().any(|stop| stop.class == BreakClass::Hyphen) {
            stops.to_mut().retain(|stop| stop.class != BreakClass::Hyphen);
        }
        let done = broken.lines.len();
        let solve = |stops: &[Stop]| break_stretch(paragraph, stops, measures, done, model, options.align);
        // Two passes, as TeX has them: words stay whole where that leaves no line too short.
        let undivided = if model == Model::Ragged { without_divisions(&stops) } else { None };
        let first_pass = undivided.map(|stops| solve(&stops)).filter(|found| found.blank <= TOLERABLE);
        let stretch = first_pass.unwrap_or_else(|| solve(&stops));
        broken.lines.extend(stretch.lines);
        broken.stub |= stretch.stub;
    }
    broken
}

/// The stops without those within words; `None` where there are none.
fn without_divisions(stops: &[Stop]) -> Option<Vec<Stop>> {
    let divides = |stop: &Stop| matches!(stop.class, BreakClass::Hyphen | BreakClass::Emergency);
    let (start, ends) = stops.split_first()?;
    let whole = ends.iter().filter(|stop| !divides(stop));
    ends.iter().any(divides).then(|| std::iter::once(start).chain(whole).copied().collect())
}

/// A stretch between forced line ends, broken.
struct BrokenStretch {
    lines: Vec<Line>,
    /// The largest share of the measure that a line but the last leaves blank; infinite where a line is too wide.
    blank: f64,
    /// Whether the last one is a stub.
    stub: bool,
}

/// Breaks a stretch that follows `done` lines.
fn break_stretch(
    paragraph: &Paragraph,
    stops: &[Stop],
    measures: &Measures<'_>,
    done: usize,
    model: Model,
    align: Align,
) -> BrokenStretch {
    let solver = |model| Solver::new(Candidates { paragraph, stops, measures, done, model, align });
    let mut solver = match model {
        Model::Balanced => {
            solver(model).in_fewest_lines(MOST_BALANCED).unwrap_or_else(|| solver(Model::Ragged))
        }
        Model::Ragged | Model::Justified => solver(model),
    };
    let (ends, model) = (solver.solve(), solver.lines.model);
    let mut broken = BrokenStretch { lines: Vec::with_capacity(ends.len()), blank: 0.0, stub: false };
    let mut from = 0;
    for &to in &ends {
        let fit = solver.lines.line_fit(from, to, broken.lines.len());
        if !fit.fits(model) {
            broken.blank = f64::INFINITY;
        } else if !fit.last {
            broken.blank = broken.blank.max(fit.blank_share());
        }
        broken.stub = solver.lines.is_stub(from, &fit);
        broken.lines.push(Line {
            text: stops[from].at..stops[to].at,
            width: fit.width,
            ratio: if model == Model::Justified { fit.ratio() } else { 0.0 },
            end: line_end(paragraph, &stops[to]),
        });
        from = to;
    }
    broken
}

/// Why a line ends that ends at a stop.
fn line_end(paragraph: &Paragraph, end: &Stop) -> LineEnd {
    match end.class {
        BreakClass::Mandatory if end.at == paragraph.text.text.len() => LineEnd::Paragraph,
        BreakClass::Mandatory => LineEnd::Forced,
        BreakClass::Sentence => LineEnd::Sentence,
        BreakClass::Normal
        | BreakClass::Second
        | BreakClass::Inner
        | BreakClass::Term
        | BreakClass::Url
        | BreakClass::Last => LineEnd::Word,
        BreakClass::Hyphen => LineEnd::Hyphen,
        BreakClass::Emergency => LineEnd::Emergency,
    }
}
