//! Marked content (ISO 32000-1 14.6): which marks what is drawn lies within.

use hayro_syntax::object::{Dict, Object};
use hayro_syntax::page::Resources;

/// How many marks may be open at once.
const OPEN: usize = 256;

/// A mark around content.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ContentMark {
    /// An artifact: not to be read.
    Artifact,
    /// A piece of the structure, by its id.
    Piece(i64),
    /// A piece whose id counts within a form only.
    FormPiece,
    /// Neither.
    Other,
}

/// The mark that `BMC` or `BDC` opens.
pub(super) fn read_mark(operands: &[Object<'_>], resources: &Resources<'_>, in_form: bool) -> ContentMark {
    let id = match operands.get(1) {
        Some(Object::Dict(properties)) => properties.get::<i32>("MCID"),
        Some(Object::Name(name)) => {
            let properties = resources.properties.get::<Dict<'_>>(name.as_ref());
            properties.and_then(|properties| properties.get::<i32>("MCID"))
        }
        _ => None,
    };
    let is_artifact = matches!(operands.first(), Some(Object::Name(name)) if name.as_ref() == b"Artifact");
    match id {
        Some(_) if in_form => ContentMark::FormPiece,
        Some(id) => ContentMark::Piece(i64::from(id)),
        None if is_artifact => ContentMark::Artifact,
        None => ContentMark::Other,
    }
}

/// The marks that are open, the innermost last.
#[derive(Clone, Default, Debug)]
pub(super) struct OpenMarks(Vec<ContentMark>);

impl OpenMarks {
    pub(super) fn open(&mut self, mark: ContentMark) {
        if self.0.len() < OPEN {
            self.0.push(mark);
        }
    }

    pub(super) fn close(&mut self) {
        self.0.pop();
    }

    /// How many are open.
    pub(super) fn depth(&self) -> usize {
        self.0.len()
    }

    /// Closes all but the first `depth`, as the end of a form does.
    pub(super) fn close_to(&mut self, depth: usize) {
        self.0.truncate(depth);
    }

    /// Whether what is drawn now is in the structure or an artifact.
    pub(super) fn is_marked(&self) -> bool {
        self.0.iter().any(|mark| *mark != ContentMark::Other)
    }

    /// The id of the page's piece that what is drawn now is in; `None` within artifacts and forms' own pieces.
    pub(super) fn piece(&self) -> Option<i64> {
        match self.0.iter().rev().find(|mark| **mark != ContentMark::Other)? {
            ContentMark::Piece(id) => Some(*id),
            ContentMark::Artifact | ContentMark::FormPiece | ContentMark::Other => None,
        }
    }
}
