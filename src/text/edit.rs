//! One change to a text that is being normalised. All changes are found first, then made at once.

use std::ops::Range;

/// A character put in the place of others; where the range is empty it comes between them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Edit {
    /// The bytes that it replaces.
    pub(crate) range: Range<usize>,
    /// The character.
    pub(crate) with: char,
    /// The end of a mark that it is. One that is none lies outside the marks that start or end there.
    pub(crate) end: Option<MarkEnd>,
}

/// An end of a mark of the text, the mark by its index.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum MarkEnd {
    /// It opens the mark.
    Open(usize),
    /// It closes the mark.
    Close(usize),
}
