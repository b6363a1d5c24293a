//! One change to a text on its way to normal: what is found by rule is put in all at once.

use std::ops::Range;

/// A character that stands in the place of others, or is put in where the range is empty.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Edit {
    pub(crate) range: Range<usize>,
    pub(crate) with: char,
    /// Of which mark it is an end; of none, it lies outside what ends or starts there.
    pub(crate) end: Option<MarkEnd>,
}

/// An end of a mark, the mark by its place in the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum MarkEnd {
    /// It opens the mark.
    Open(usize),
    /// It closes the mark.
    Close(usize),
}
