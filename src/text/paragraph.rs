//! A paragraph ready to be broken: shaped once, in em, with sums that give the width of any candidate line at once.

use crate::content::RichText;
use crate::geom::Em;
use crate::locale::Direction;
use crate::script::ScriptRules;
use crate::text::breaks::BreakClass;
use crate::text::glue::Glue;
use crate::text::itemize::Item;
use crate::text::shape::Shaped;

/// A shaped paragraph.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// The text, with the marks that its script puts in; lines are ranges of it.
    pub text: RichText,
    /// Which way its lines run.
    pub direction: Direction,
    /// The rules of its script.
    pub rules: ScriptRules,
    pub(crate) items: Vec<Item>,
    pub(crate) shaped: Shaped,
    /// The glue after each cluster.
    pub(crate) glue: Vec<Glue>,
    /// Sums over all clusters before each one, and over all at the end.
    pub(crate) sums: Vec<Sums>,
    /// Whether a grapheme cluster starts at the cluster: where a line may be broken in an emergency.
    pub(crate) starts: Vec<bool>,
    /// Where lines may end, in order; the last is the text's end.
    pub(crate) breaks: Vec<Break>,
}

/// Sums over clusters, in em.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub(crate) struct Sums {
    pub(crate) advance: f64,
    pub(crate) glue: Glue,
}

/// A place where a line may end and the next one start.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Break {
    /// The byte before which it lies.
    pub(crate) at: usize,
    /// The cluster before which it lies.
    pub(crate) cluster: usize,
    /// The end of the clusters that show on a line that ends here: without the spaces at its end.
    pub(crate) visible: usize,
    pub(crate) class: BreakClass,
    /// Whether the word before it leans on the one after it.
    pub(crate) leaning: bool,
    /// What the end of a line that ends here looks like, where it differs: shaped anew, or with a hyphen.
    pub(crate) end: Option<Patch>,
    /// What the start of a line that starts here looks like, where it differs.
    pub(crate) start: Option<Patch>,
}

/// Clusters that stand in the place of others at an end of a line.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Patch {
    /// The clusters replaced; of an end up to `visible`, of a start from `cluster`.
    pub(crate) clusters: std::ops::Range<usize>,
    /// What stands in their place.
    pub(crate) shaped: Shaped,
    /// How much wider the line is for it, in em.
    pub(crate) wider: f64,
}

impl Paragraph {
    /// The width of the whole text on one line.
    pub fn width(&self) -> Em {
        let end = self.breaks.last().map_or(0, |last| last.visible);
        Em::new(self.between(0, end).0)
    }

    /// Natural width and glue of a line that shows these clusters, in em.
    pub(crate) fn between(&self, start: usize, end: usize) -> (f64, Glue) {
        if end <= start {
            return (0.0, Glue::default());
        }
        // The glue of the last cluster falls away.
        let (a, b) = (&self.sums[start], &self.sums[end - 1].glue);
        let glue = Glue {
            gap: b.gap - a.glue.gap,
            stretch: b.stretch - a.glue.stretch,
            shrink: b.shrink - a.glue.shrink,
            letters: b.letters - a.glue.letters,
        };
        (self.sums[end].advance - a.advance + glue.gap, glue)
    }
}

/// The sums over clusters with their glue.
pub(crate) fn sums(shaped: &Shaped, glue: &[Glue]) -> Vec<Sums> {
    let mut total = Sums::default();
    let mut out = vec![total];
    for (cluster, glue) in shaped.clusters.iter().zip(glue) {
        total.advance += cluster.advance;
        total.glue.gap += glue.gap;
        total.glue.stretch += glue.stretch;
        total.glue.shrink += glue.shrink;
        total.glue.letters += glue.letters;
        out.push(total);
    }
    out
}
