//! What a paragraph is broken to: measures in em of the type, and how its lines are chosen.

use crate::geom::Em;
use crate::style::Align;

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
    /// That of a line of the paragraph, from 0.
    pub(crate) fn of(&self, line: usize) -> f64 {
        self.first.get(line).unwrap_or(&self.rest).to_em()
    }

    /// The narrowest of all.
    pub(crate) fn narrowest(&self) -> f64 {
        self.first.iter().chain([&self.rest]).map(|em| em.to_em()).fold(f64::INFINITY, f64::min)
    }
}
