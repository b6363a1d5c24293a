//! A PDF of any origin → plain data: what it says of itself, what its pages draw, its tags, and all that it holds. Nothing here judges.
//! Reads with hayro-syntax, which shares no code with the writer, and never takes more time or memory than a leaflet can need.

mod acts;
mod asides;
mod bounds;
mod budget;
mod claims;
mod codes;
mod content;
mod document;
mod drawn;
mod ends;
mod face;
mod file;
mod gathering;
mod heights;
mod history;
mod hostile;
mod limits;
mod masks;
mod matrix;
mod notes;
mod pages;
mod picture;
mod raw;
mod search;
mod sizes;
mod space;
mod tags;
mod values;
mod xmp;

pub use acts::ActPlace;
pub use bounds::{Excess, Unlooked};
pub use drawn::{Graphic, HiddenText};
pub use face::FaceFact;
pub use hostile::Hostile;
pub use notes::NoteKind;
pub use search::Searched;

pub(crate) use acts::{Act, Acts, Start};
pub(crate) use claims::{Claims, Packet, read_claims};
pub(crate) use document::{Document, read_document};
pub(crate) use drawn::{Beside, BesideKind, Drawn, Onto, PageMarks, PaintUse, PieceText, XHeight};
pub(crate) use file::{File, Unread};
pub(crate) use history::{History, read_history};
pub(crate) use masks::{Masks, look_behind_masks};
pub(crate) use notes::Notes;
pub(crate) use pages::{Boxes, PdfPage, reach, read_pages};
pub(crate) use picture::PictureInk;
pub(crate) use search::{FileItem, search_file};
pub(crate) use space::ColorSpace;
#[cfg(test)]
pub(crate) use tags::TaggedPiece;
pub(crate) use tags::{TagElement, Tags};
pub(crate) use xmp::{DC, EVENT, EXIF, IPTC, PDF, PDFA, PDFUA, PDFX, PHOTOSHOP, XMP, Xmp};
