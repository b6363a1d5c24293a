//! Where reading stopped, and what goes beyond what the format can hold (ISO 19005-2 6.1.13).

use hayro_syntax::object::Object;
use serde::Serialize;

/// A part of a file that was not looked at to its end, since a file could ask for more than anybody can pay.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unlooked {
    /// Pages beyond the first ones.
    Pages,
    /// The operators of pages and forms.
    Operators,
    /// Forms, patterns, states and marks that stand too deep in one another.
    Nesting,
    /// The data of pages that unpack to too much.
    Contents,
    /// Faces beyond the first ones.
    Faces,
    /// Colours, texts or pictures beyond the first ones.
    Uses,
    /// What is clicked on pages, or stands in the outline.
    Annotations,
    /// The tags.
    Tags,
}

/// What the format has no room for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Excess {
    /// An integer beyond 32 bits, or a real beyond what is single.
    Number,
    /// A name of more than 127 bytes.
    Name,
    /// A string of more than 32,767 bytes.
    String,
}

/// The most bytes of a name and of a string.
const NAME: usize = 127;
const STRING: usize = 32_767;

/// Whether an object by itself goes beyond what the format can hold.
pub(super) fn excess_of(object: &Object<'_>) -> Option<Excess> {
    match object {
        Object::Number(number) if is_beyond(number.as_f64()) => Some(Excess::Number),
        Object::Name(name) => name_excess(name.as_ref()),
        Object::String(string) if string.as_bytes().len() > STRING => Some(Excess::String),
        _ => None,
    }
}

/// Whether a name is too long.
pub(super) fn name_excess(name: &[u8]) -> Option<Excess> {
    (name.len() > NAME).then_some(Excess::Name)
}

fn is_beyond(number: f64) -> bool {
    !(-2_147_483_648.0..=2_147_483_647.0).contains(&number)
}
