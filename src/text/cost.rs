//! What a line costs. In: a candidate line and its measure. Out: demerits, and how far it is from its measure. One
//! model for ragged, one for justified, one for balanced lines.

use crate::style::Align;
use crate::text::breaks::BreakClass;
use crate::text::glue::Glue;
use crate::text::measure::BreakOptions;
use crate::text::stops::Candidate;

/// By what lines are judged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Model {
    /// Slack squared, and its change from line to line.
    Ragged,
    /// Badness of glue (Knuth and Plass 1981).
    Justified,
    /// Fewest lines, then slack squared, the last line's too.
    Balanced,
}

impl Model {
    pub(crate) fn of(options: &BreakOptions) -> Model {
        match options.align {
            _ if options.display => Model::Balanced,
            Align::Justify => Model::Justified,
            Align::Start | Align::Center => Model::Ragged,
        }
    }
}

/// A candidate line against its measure, lengths in em.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Fit {
    pub(crate) width: f64,
    pub(crate) measure: f64,
    pub(crate) glue: Glue,
    /// Whether the paragraph or a forced line ends with it.
    pub(crate) last: bool,
}

/// Rounding of sums of advances, far below what prints.
const TOLERANCE: f64 = 1e-6;

/// What a line costs that is wider than its measure: more than any other.
pub(crate) const OVERFULL: f64 = 1e15;

/// The ratio beyond which glue can't get worse (H).
const WORST: f64 = 20.0;

/// The share of the measure by which ragged lines may fall short before it shows (H).
const RAG: f64 = 0.3;

impl Fit {
    pub(crate) fn new(line: &Candidate, measure: f64, last: bool) -> Fit {
        Fit { width: line.width, measure, glue: line.glue, last }
    }

    /// Whether the line keeps to its measure, its glue shrunk as far as the model allows.
    pub(crate) fn fits(&self, model: Model) -> bool {
        let shrink = if model == Model::Justified { self.glue.shrink + self.glue.tracking } else { 0.0 };
        self.width - shrink <= self.measure + TOLERANCE
    }

    /// What is left of the measure, in em.
    pub(crate) fn slack(&self) -> f64 {
        self.measure - self.width
    }

    /// How far the glue is stretched (1 is as far as it should) or shrunk (−1 is as far as it may, −2 with tracking).
    pub(crate) fn ratio(&self) -> f64 {
        let slack = self.slack();
        if slack.abs() <= TOLERANCE || (self.last && slack > 0.0) {
            return 0.0;
        }
        if slack < 0.0 {
            let tracked = -slack - self.glue.shrink;
            return match tracked > 0.0 {
                true => -1.0 - (tracked / self.glue.tracking.max(TOLERANCE)).min(1.0),
                false => slack / self.glue.shrink,
            };
        }
        // A line without glue stands as it is, and counts as badly as glue can be.
        (slack / (self.glue.stretch + self.glue.letters).max(TOLERANCE)).min(WORST)
    }

    /// How far the line is from what it should be, on the scale on which neighbours are compared.
    pub(crate) fn evenness(&self, model: Model) -> f64 {
        match model {
            Model::Justified => self.ratio(),
            Model::Ragged | Model::Balanced => self.share(),
        }
    }

    /// What is left, the measure being 1.
    pub(crate) fn share(&self) -> f64 {
        self.slack() / self.measure.max(TOLERANCE)
    }

    /// What the line costs of itself. `penalty` is that of its end, `manner` what weighs less: a word that leans on the
    /// next, a runt.
    pub(crate) fn cost(&self, model: Model, penalty: f64, manner: f64) -> f64 {
        let over = if self.fits(model) { 0.0 } else { OVERFULL };
        let rag = self.share() / RAG;
        over + match model {
            Model::Ragged if self.last => penalty + manner,
            Model::Ragged => 10.0 + 100.0 * rag * rag + penalty + manner,
            Model::Justified => {
                let ratio = self.ratio().abs();
                let demerits = 10.0 + 100.0 * ratio * ratio * ratio + penalty + manner;
                demerits * demerits
            }
            // Here a word that is split weighs more than any unevenness.
            Model::Balanced => 100.0 * rag * rag + 100.0 * penalty + manner,
        }
    }
}

/// What two neighbours cost for being unlike.
pub(crate) fn jump(model: Model, before: f64, after: f64) -> f64 {
    let step = before - after;
    match model {
        // H: a third of what so much slack costs by itself.
        Model::Ragged => 30.0 * (step / RAG) * (step / RAG),
        // TeX's adjdemerits, for lines of which one is looser by all that its spaces should grow.
        Model::Justified if step.abs() > 1.0 => 10_000.0,
        Model::Justified | Model::Balanced => 0.0,
    }
}

/// What ending a line at such a place costs; all but the hyphen in justified text (TeX's hyphenpenalty) are H, ordered by
/// what readers mind more.
pub(crate) fn penalty(model: Model, class: BreakClass) -> f64 {
    match class {
        BreakClass::Mandatory | BreakClass::Normal => 0.0,
        // A ragged line had better end early.
        BreakClass::Hyphen if model == Model::Ragged => 150.0,
        BreakClass::Hyphen => 50.0,
        BreakClass::Second => 100.0,
        BreakClass::Term if model == Model::Ragged => 60.0,
        BreakClass::Term => 300.0,
        BreakClass::Url => 150.0,
        BreakClass::Emergency => 5_000.0,
    }
}

/// What the second of two lines in a row costs that end with a hyphen.
pub(crate) fn ladder(model: Model) -> f64 {
    match model {
        // TeX's doublehyphendemerits.
        Model::Justified => 10_000.0,
        Model::Ragged | Model::Balanced => 100.0,
    }
}

/// What a last line costs that starts with the rest of a divided word.
pub(crate) fn rest(model: Model) -> f64 {
    match model {
        // TeX's finalhyphendemerits.
        Model::Justified => 5_000.0,
        Model::Ragged | Model::Balanced => 50.0,
    }
}

/// What a line costs that ends with a word that leans on the next one (H: as a tenth more of slack in a ragged line).
pub(crate) const LEANING: f64 = 15.0;

/// What a last line below the script's least costs: as much as a line before it that is so loose that it shows (H).
pub(crate) fn runt(model: Model) -> f64 {
    match model {
        Model::Justified => 2_500.0,
        Model::Ragged | Model::Balanced => 150.0,
    }
}
