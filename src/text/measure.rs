//! What a paragraph is broken to: the measures of its lines, and how they are chosen.

use crate::geom::Em;
use crate::style::{Align, Hyphens};

/// How lines are chosen.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct BreakOptions {
    /// How the lines will be aligned.
    pub align: Align,
    /// Whether they are those of a heading: the fewest lines, and of those the most even ones.
    pub display: bool,
    /// Whether words may be divided with a hyphen.
    pub hyphens: Hyphens,
}

/// How wide lines may be: the measure of the column in em of the type. `Em` alone serves where all lines are as wide.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Measures<'m> {
    /// The measures of the first lines, such as those beside a page number.
    pub first: &'m [Em],
    /// The measure of all other lines.
    pub rest: Em,
    /// The measure at the smallest size at which the paragraph may be set: what is wider fits on no line.
    pub widest: Em,
}

impl From<Em> for Measures<'_> {
    fn from(measure: Em) -> Self {
        Measures { first: &[], rest: measure, widest: measure }
    }
}

impl Measures<'_> {
    /// The measure of a line of the paragraph, counted from 0.
    pub(crate) fn line_measure(&self, line: usize) -> Em {
        *self.first.get(line).unwrap_or(&self.rest)
    }

    /// The narrowest of all measures.
    pub(crate) fn narrowest(&self) -> Em {
        self.first.iter().copied().fold(self.rest, Em::min)
    }
}
