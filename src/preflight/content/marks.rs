//! Marked content (ISO 32000-1 14.6): what is drawn within which marks.

use hayro_syntax::object::{Dict, Object};
use hayro_syntax::page::Resources;

use super::{Run, SAVED};

/// A piece of marked content.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mark {
    /// Not to be read.
    Artifact,
    /// In the structure.
    Piece,
    /// Neither.
    Other,
}

impl<'a> Run<'_, 'a> {
    /// Marked content (ISO 32000-1 14.6).
    pub(super) fn mark(
        &mut self,
        operator: &[u8],
        operands: &[Object<'_>],
        resources: &Resources<'a>,
    ) -> bool {
        match operator {
            b"BMC" | b"BDC" => {
                let piece = match operands.get(1) {
                    Some(Object::Dict(properties)) => properties.get::<i32>("MCID"),
                    Some(Object::Name(name)) => resources
                        .properties
                        .get::<Dict<'a>>(name.as_ref())
                        .and_then(|dict| dict.get::<i32>("MCID")),
                    _ => None,
                };
                let artifact =
                    matches!(operands.first(), Some(Object::Name(name)) if name.as_ref() == b"Artifact");
                let mark = match piece {
                    Some(piece) => {
                        if self.depth == 0
                            && let Some(marks) = self.drawn.marks.last_mut()
                        {
                            marks.pieces.insert(i64::from(piece));
                        }
                        Mark::Piece
                    }
                    None if artifact => Mark::Artifact,
                    None => Mark::Other,
                };
                if self.marks.len() < SAVED {
                    self.marks.push(mark);
                }
            }
            b"EMC" => {
                self.marks.pop();
            }
            _ => return false,
        }
        true
    }

    /// Notes what is drawn outside of all marks.
    pub(super) fn loose(&mut self, what: &'static str) {
        let marked = self.marks.iter().any(|mark| *mark != Mark::Other);
        if !marked && let Some(marks) = self.drawn.marks.last_mut() {
            marks.loose.insert(what);
        }
    }
}
