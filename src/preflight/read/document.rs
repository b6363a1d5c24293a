//! A file read as a whole: plain data, which tells nothing of how the file wrote it.

use super::acts::{Acts, read_acts};
use super::bounds::Unlooked;
use super::claims::Claims;
use super::content::read_page;
use super::drawn::Drawn;
use super::file::File;
use super::gathering::Gathering;
use super::heights::find_smallest;
use super::pages::PdfPage;
use super::tags::{Tags, read_tags};

/// What is in a file.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    /// What it says of itself.
    pub(crate) claims: Claims,
    /// Its pages.
    pub(crate) pages: Vec<PdfPage>,
    /// What its pages draw.
    pub(crate) drawn: Drawn,
    /// Its tags; none where it does not say that it is tagged.
    pub(crate) tags: Option<Tags>,
    /// What in it acts.
    pub(crate) acts: Acts,
}

/// Reads a file whose claims and pages are known.
pub(crate) fn read_document(file: &File<'_>, claims: Claims, pages: Vec<PdfPage>) -> Document {
    Document { claims, pages, drawn: read_drawn(file), tags: read_tags(file), acts: read_acts(file) }
}

/// Reads what all pages draw.
fn read_drawn(file: &File<'_>) -> Drawn {
    let mut gathering = Gathering::new();
    for (page, number) in file.pages().iter().zip(1..) {
        gathering.begin_page();
        read_page(page, number, &mut gathering);
    }
    let smallest = find_smallest(&gathering.drawn.texts, &gathering.faces);
    if file.has_more_pages() {
        gathering.note_unlooked(Unlooked::Pages);
    }
    Drawn { smallest, mute_faces: gathering.faces.mute, ..gathering.drawn }
}
