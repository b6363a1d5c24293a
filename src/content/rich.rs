//! A message as a reader sees it: plain text and what marks parts of it.

use std::ops::Range;

use crate::source::Span;

/// The text of a message, markup read off, variables put in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RichText {
    /// The text, NFC. U+2028 where `<br/>` forces a line, U+2029 between paragraphs of one message; no isolates.
    pub text: String,
    /// Marks with the bytes that they cover; outer ones first.
    pub marks: Vec<(Range<usize>, Mark)>,
    /// Where Fluent put a variable's value in: runs to be isolated by the bidirectional algorithm (UAX #9, FSI).
    pub isolates: Vec<Range<usize>>,
    /// The message in its file.
    pub span: Span,
}

/// What a part of a text is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Mark {
    /// What the eye should find first: bold in every script.
    Strong,
    /// Stressed: the script decides how.
    Em,
    /// The name of a law, a book, a film: the script decides how.
    Cite,
    /// Leads to the address of that name in the manifest.
    Link(String),
    /// Words of another language, a tag.
    Lang(String),
}
