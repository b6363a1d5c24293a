//! What a line costs. In: a candidate line and its measure. Out: demerits, and how far it is from its measure. One
//! model for ragged, one for justified, one for balanced lines.

use crate::geom::Em;
use crate::style::Align;
use crate::text::breaks::BreakClass;
use crate::text::glue::LineGlue;
use crate::text::measure::BreakOptions;

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
    /// The model for lines that are chosen so.
    pub(crate) fn for_options(options: &BreakOptions) -> Model {
        match options.align {
            _ if options.display => Model::Balanced,
            Align::Justify => Model::Justified,
            Align::Start | Align::Center => Model::Ragged,
        }
    }
}

/// A candidate line against its measure.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct LineFit {
    /// Its natural width.
    pub(crate) width: Em,
    pub(crate) measure: Em,
    pub(crate) glue: LineGlue,
    /// Whether the paragraph or a forced line ends with it.
    pub(crate) last: bool,
}

/// Rounding of sums of advances, far below what prints.
const TOLERANCE: Em = Em::new(1e-6);

/// The most by which a line can be narrower than one with an earlier end: that one may have a hyphen, and this one may drop
/// half a square. So a line that is too wide by more has no later end that fits.
pub(crate) const MOST_TAKEN_BACK: Em = Em::new(1.0);

/// What a line costs that is wider than its measure: more than any other.
pub(crate) const OVERFULL: f64 = 1e15;

/// The ratio beyond which glue can't get worse (H).
const WORST: f64 = 20.0;

/// The share of the measure by which ragged lines may fall short before it shows (H).
const RAG: f64 = 0.3;

impl LineFit {
    /// Whether the line keeps to its measure, its glue shrunk as far as it goes.
    pub(crate) fn fits(&self, model: Model) -> bool {
        // A heading has room enough.
        let shrink = if model == Model::Balanced { Em::ZERO } else { self.glue.shrink + self.glue.tracking };
        self.width - shrink <= self.measure + TOLERANCE
    }

    /// Its width with all glue shrunk.
    pub(crate) fn narrowest(&self) -> Em {
        self.width - self.glue.shrink - self.glue.tracking
    }

    /// What the line leaves of its measure; negative where it is wider.
    fn slack(&self) -> Em {
        self.measure - self.width
    }

    /// How far the glue is stretched (1 is as far as it should) or shrunk (−1 is as far as it may, −2 with tracking).
    pub(crate) fn ratio(&self) -> f64 {
        let slack = self.slack();
        if slack.abs() <= TOLERANCE || (self.last && slack > Em::ZERO) {
            return 0.0;
        }
        if slack < Em::ZERO {
            let tracked = -slack - self.glue.shrink;
            if tracked > Em::ZERO {
                return -1.0 - (tracked / self.glue.tracking.max(TOLERANCE)).min(1.0);
            }
            return slack / self.glue.shrink;
        }
        // A line without glue stands as it is, and counts as badly as glue can be.
        (slack / (self.glue.stretch + self.glue.letters).max(TOLERANCE)).min(WORST)
    }

    /// How far the line is from what it should be, on the scale on which neighbours are compared.
    pub(crate) fn evenness(&self, model: Model) -> f64 {
        match model {
            Model::Justified => self.ratio(),
            Model::Ragged | Model::Balanced => self.blank_share(),
        }
    }

    /// The share of the measure that the line leaves blank.
    pub(crate) fn blank_share(&self) -> f64 {
        self.slack() / self.measure.max(TOLERANCE)
    }

    /// What the line costs by itself. `penalty` is that of its end; `blemish` is for what readers mind less, a word that
    /// leans on the next one or a runt.
    pub(crate) fn demerits(&self, model: Model, penalty: f64, blemish: f64) -> f64 {
        let over = if self.fits(model) { 0.0 } else { OVERFULL };
        let rag = self.blank_share() / RAG;
        over + match model {
            Model::Ragged if self.last => penalty + blemish,
            Model::Ragged => 10.0 + 100.0 * rag * rag + penalty + blemish,
            // Knuth and Plass: (linepenalty + badness + penalty)², the linepenalty TeX's 10.
            Model::Justified => {
                let ratio = self.ratio().abs();
                let sum = 10.0 + 100.0 * ratio * ratio * ratio + penalty + blemish;
                sum * sum
            }
            // Here a divided word weighs more than any unevenness.
            Model::Balanced => 100.0 * rag * rag + 100.0 * penalty + blemish,
        }
    }
}

/// What two neighbouring lines cost for being unlike, each told by its evenness.
pub(crate) fn adjacent_demerits(model: Model, before: f64, after: f64) -> f64 {
    let step = before - after;
    match model {
        // H: a third of what so much slack costs by itself.
        Model::Ragged => 30.0 * (step / RAG) * (step / RAG),
        // TeX's adjdemerits, for lines of which one is looser by all that its spaces should grow.
        Model::Justified if step.abs() > 1.0 => 10_000.0,
        Model::Justified | Model::Balanced => 0.0,
    }
}

/// What it costs to end a line at such a place. The hyphen in justified text is TeX's hyphenpenalty; all others are H, in
/// the order of what readers mind more.
pub(crate) fn penalty(model: Model, class: BreakClass) -> f64 {
    match class {
        BreakClass::Mandatory | BreakClass::Sentence | BreakClass::Normal => 0.0,
        // A ragged line had better end early.
        BreakClass::Hyphen if model == Model::Ragged => 150.0,
        BreakClass::Hyphen => 50.0,
        BreakClass::Second => 100.0,
        BreakClass::Inner => 200.0,
        BreakClass::Term if model == Model::Ragged => 60.0,
        BreakClass::Term => 300.0,
        BreakClass::Url => 400.0,
        BreakClass::Last => 1_000.0,
        BreakClass::Emergency => 5_000.0,
    }
}

/// What the second of two lines in a row costs that end with a hyphen.
pub(crate) fn double_hyphen_demerits(model: Model) -> f64 {
    match model {
        // TeX's doublehyphendemerits.
        Model::Justified => 10_000.0,
        Model::Ragged | Model::Balanced => 100.0,
    }
}

/// What a last line costs that starts with the rest of a divided word.
pub(crate) fn final_hyphen_demerits(model: Model) -> f64 {
    match model {
        // TeX's finalhyphendemerits.
        Model::Justified => 5_000.0,
        Model::Ragged | Model::Balanced => 50.0,
    }
}

/// What a line costs that ends with a word that leans on the next one (H: as a tenth more of slack in a ragged line).
pub(crate) const LEANING: f64 = 15.0;

/// The most of its measure that a last line may leave blank before it counts as a runt, whatever it holds (H): on a fifth, the eye
/// does not come to the end of a line but to a remnant.
pub(crate) const BLANK_AT_LAST: f64 = 0.8;

/// What a runt costs: as much as a line so loose that it shows, or one that is half blank (H). A word more on the last line
/// leaves the one above it short by that word, which no reader minds.
pub(crate) fn runt_demerits(model: Model) -> f64 {
    match model {
        Model::Justified => 2_500.0,
        Model::Ragged | Model::Balanced => 300.0,
    }
}
