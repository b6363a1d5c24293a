//! Reasons not to read a file: what it would cost.

use serde::Serialize;

/// How a file would cost a reader more than any leaflet does.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hostile {
    /// It is larger than 64 MB.
    TooLarge,
    /// It has more objects or names than a leaflet can need.
    TooManyObjects,
    /// It unpacks to more than a printed page can hold.
    UnpacksTooFar,
    /// A stream is packed by two methods, one within the other.
    PackedTwice,
    /// Streams start and do not end.
    EndlessStreams,
    /// Objects start and do not end.
    EndlessObjects,
    /// Object streams are packed in a way that is told elsewhere in the file.
    HiddenPacking,
    /// Object streams are packed in a way that no program uses.
    OddPacking,
    /// Object streams hold streams.
    NestedStreams,
}
