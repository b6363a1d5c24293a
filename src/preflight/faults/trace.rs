//! Traces of who made a file, where and when.

use std::collections::BTreeSet;
use std::fmt;

use serde::Serialize;

use crate::diag::Severity;
use crate::preflight::check::Check;
use crate::preflight::quote::Quote;
use crate::preflight::read::{HiddenText, NoteKind};

/// Where in a file a trace was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TracePlace {
    /// In Info.
    Info,
    /// In XMP.
    Xmp,
    /// In a note on a page.
    Note,
    /// In any string.
    Text,
}

/// What a file tells of who made it, where and when.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum TraceFault {
    /// Somebody's name.
    Person {
        /// Where it is.
        place: TracePlace,
        /// The name.
        name: Quote,
    },
    /// An e-mail address.
    Mail {
        /// Where it is.
        place: TracePlace,
        /// The address.
        address: Quote,
    },
    /// A folder of somebody's machine.
    Folder {
        /// The folder.
        folder: Quote,
    },
    /// Another file.
    FileName {
        /// The file.
        file: Quote,
    },
    /// A machine.
    Machine {
        /// Its name or address.
        machine: Quote,
    },
    /// A time of day.
    Clock {
        /// The date with it.
        date: Quote,
    },
    /// A time zone.
    Zone {
        /// The date with it.
        date: Quote,
    },
    /// An id made up at random.
    RandomId {
        /// Where it is.
        place: TracePlace,
        /// The id.
        id: Quote,
    },
    /// An id of the file that does not follow from its content.
    FileId,
    /// A program.
    Program {
        /// Where it is named.
        place: TracePlace,
        /// Under which key.
        key: String,
        /// Its name.
        program: Quote,
    },
    /// An entry of Info that no standard knows.
    PrivateEntry {
        /// Its key.
        key: Quote,
        /// Its text.
        value: Quote,
    },
    /// What a program keeps for itself.
    PieceInfo,
    /// Notes in a picture.
    Notes {
        /// Their kinds.
        notes: BTreeSet<NoteKind>,
    },
    /// A picture tells where it was taken.
    PicturePlace,
    /// XMP tells where something is.
    XmpPlace {
        /// The place.
        name: Quote,
    },
    /// A link tells who follows it.
    Tracking {
        /// The link.
        link: Quote,
    },
    /// It still holds what was there before it was changed.
    Revision {
        /// How often it was changed.
        changes: usize,
    },
    /// Streams could not be searched.
    SealedStreams {
        /// How many.
        streams: usize,
    },
    /// A packet of XMP could not be searched.
    SealedXmp,
    /// Something is filled into a form.
    FormValue {
        /// What.
        value: Quote,
    },
    /// A layer has a name.
    Layer {
        /// The name.
        name: Quote,
    },
    /// A small picture of a page or a picture, which may be older than it.
    Thumbnail,
    /// Text that nobody sees.
    HiddenText {
        /// Why not.
        how: HiddenText,
    },
    /// Pictures have something behind their masks.
    HiddenPixels {
        /// How many.
        pictures: usize,
    },
    /// What is behind the masks of pictures could not be looked at.
    SealedMasks {
        /// How many.
        pictures: usize,
    },
}

impl TraceFault {
    pub(super) fn check(&self) -> Check {
        match self {
            TraceFault::Person { .. } | TraceFault::Mail { .. } => Check::Person,
            TraceFault::Folder { .. } | TraceFault::FileName { .. } => Check::Path,
            TraceFault::Machine { .. } => Check::Host,
            TraceFault::Clock { .. } => Check::Clock,
            TraceFault::Zone { .. } => Check::Zone,
            TraceFault::RandomId { .. } | TraceFault::FileId => Check::Random,
            TraceFault::Program { .. } => Check::Software,
            TraceFault::PrivateEntry { .. } | TraceFault::PieceInfo => Check::Private,
            TraceFault::Notes { .. } => Check::Camera,
            TraceFault::PicturePlace | TraceFault::XmpPlace { .. } => Check::Place,
            TraceFault::Tracking { .. } => Check::Tracking,
            TraceFault::Revision { .. } => Check::Revision,
            TraceFault::SealedStreams { .. } | TraceFault::SealedXmp | TraceFault::SealedMasks { .. } => {
                Check::Sealed
            }
            TraceFault::FormValue { .. } => Check::FormValue,
            TraceFault::Layer { .. } => Check::Layer,
            TraceFault::Thumbnail => Check::Thumbnail,
            TraceFault::HiddenText { .. } => Check::HiddenText,
            TraceFault::HiddenPixels { .. } => Check::HiddenPixels,
        }
    }

    pub(super) fn severity(&self) -> Severity {
        let is_slight = matches!(
            self,
            TraceFault::FileId
                | TraceFault::Program { .. }
                | TraceFault::PrivateEntry { .. }
                | TraceFault::Layer { .. }
                | TraceFault::SealedMasks { .. }
        );
        if is_slight { Severity::Warning } else { Severity::Error }
    }
}

impl fmt::Display for TraceFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TraceFault::Person { place, name } => write!(f, "{} names a person: {name}", in_words(*place)),
            TraceFault::Mail { place, address } => {
                write!(f, "{} has an e-mail address: {address}", in_words(*place))
            }
            TraceFault::Folder { folder } => write!(f, "it names a folder: {folder}"),
            TraceFault::FileName { file } => write!(f, "it refers to a file: {file}"),
            TraceFault::Machine { machine } => write!(f, "it names a machine: {machine}"),
            TraceFault::Clock { date } => write!(f, "it has a time of day: {date}"),
            TraceFault::Zone { date } => write!(f, "it has a time zone: {date}"),
            TraceFault::RandomId { place, id } => {
                write!(f, "{} has a random id: {id}", in_words(*place))
            }
            TraceFault::FileId => f.write_str(
                "the file’s id does not follow from its content: it may tie copies to a machine and a moment",
            ),
            TraceFault::Program { place, key, program } => {
                write!(f, "{} names a program ({key}): {program}", in_words(*place))
            }
            TraceFault::PrivateEntry { key, value } => {
                write!(f, "Info has an entry that no standard knows: {key} “{value}”")
            }
            TraceFault::PieceInfo => f.write_str("a program keeps data of its own in the file (PieceInfo)"),
            TraceFault::Notes { notes } => {
                let notes: Vec<&str> = notes.iter().copied().map(note_in_words).collect();
                write!(f, "a picture keeps notes of its camera or program: {}", notes.join(", "))
            }
            TraceFault::PicturePlace => f.write_str("a picture tells where it was taken (GPS)"),
            TraceFault::XmpPlace { name } => write!(f, "XMP names a place: {name}"),
            TraceFault::Tracking { link } => write!(f, "whoever follows a link can be tracked by it: {link}"),
            TraceFault::Revision { changes } => {
                write!(f, "it still holds what was there before it was changed ({changes} ×)")
            }
            TraceFault::SealedStreams { streams } => {
                write!(f, "streams that can’t be unpacked, and so not searched: {streams}")
            }
            TraceFault::FormValue { value } => write!(f, "somebody filled in a form: {value}"),
            TraceFault::Layer { name } => write!(f, "a layer has a name: {name}"),
            TraceFault::Thumbnail => f.write_str(
                "a small picture of a page or a picture is kept beside it, perhaps from before a change",
            ),
            TraceFault::HiddenText { how } => f.write_str(match how {
                HiddenText::Invisible => {
                    "text is there that is drawn invisible, as programs do that read scans"
                }
                HiddenText::OffPage => "text stands outside of the page",
            }),
            TraceFault::HiddenPixels { pictures } => {
                write!(f, "pictures with something behind their mask, such as what was erased: {pictures}")
            }
            TraceFault::SealedMasks { pictures } => {
                write!(f, "pictures behind whose masks nobody can look, since of their packing: {pictures}")
            }
            TraceFault::SealedXmp => {
                f.write_str("a packet of XMP is not well-formed XML, so it could not be searched")
            }
        }
    }
}

fn in_words(place: TracePlace) -> &'static str {
    match place {
        TracePlace::Info => "Info",
        TracePlace::Xmp => "XMP",
        TracePlace::Note => "a note on a page",
        TracePlace::Text => "a text of the file",
    }
}

fn note_in_words(note: NoteKind) -> &'static str {
    match note {
        NoteKind::Exif => "Exif",
        NoteKind::Xmp => "XMP",
        NoteKind::Iptc => "IPTC",
        NoteKind::Comment => "a comment",
        NoteKind::Thumbnail => "another picture within it",
    }
}
