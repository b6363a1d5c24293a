//! A file opened: its catalog, Info, trailer and pages, wherever its tables put them.

use hayro_syntax::object::{Array, Dict, ObjRef, Object, ObjectIdentifier, Stream};
use hayro_syntax::page::Page;
use hayro_syntax::{LoadPdfError, Pdf};

use super::hostile::Hostile;
use super::{limits, raw};

/// The most pages that are looked at.
const PAGES: usize = 2000;

/// Why a file can't be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Unread {
    /// It does not start as a PDF does.
    NoPdf,
    /// It is encrypted.
    Encrypted,
    /// Reading it would cost too much.
    Hostile(Hostile),
    /// Nothing can be made of it.
    Damaged,
}

/// A file that could be read.
pub(crate) struct File<'a> {
    /// Its bytes as they lie there.
    pub(crate) bytes: &'a [u8],
    /// The last trailer.
    trailer: Option<Dict<'a>>,
    pdf: Pdf,
}

impl<'a> File<'a> {
    /// Opens a file.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<File<'a>, Unread> {
        if raw::find(&bytes[..bytes.len().min(1024)], b"%PDF-").is_none() {
            return Err(Unread::NoPdf);
        }
        limits::check_file(bytes).map_err(Unread::Hostile)?;
        let trailers = raw::trailers(bytes);
        if trailers.iter().any(|trailer| trailer.contains_key("Encrypt")) {
            return Err(Unread::Encrypted);
        }
        let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
            LoadPdfError::Decryption(_) => Unread::Encrypted,
            LoadPdfError::Invalid => Unread::Damaged,
        })?;
        Ok(File { bytes, trailer: trailers.into_iter().next(), pdf })
    }

    /// The pages, in their order.
    pub(super) fn pages(&self) -> &[Page<'_>] {
        let pages = self.pdf.pages();
        &pages[..pages.len().min(PAGES)]
    }

    /// Whether there are more pages than are looked at.
    pub(super) fn has_more_pages(&self) -> bool {
        self.pdf.pages().len() > PAGES
    }

    /// The catalog (ISO 32000-1 7.7.2).
    pub(super) fn catalog(&self) -> Dict<'_> {
        self.pdf.xref().get::<Dict<'_>>(self.pdf.xref().root_id()).unwrap_or_default()
    }

    /// Info (ISO 32000-1 14.3.3).
    pub(super) fn info(&self) -> Dict<'_> {
        let trailer = self.trailer.as_ref();
        trailer.and_then(|trailer| self.dict(trailer.get_ref("Info")?)).unwrap_or_default()
    }

    /// Whether the trailer holds two ids (ISO 32000-1 14.4).
    pub(super) fn has_ids(&self) -> bool {
        let ids = self.trailer.as_ref().and_then(|trailer| trailer.get::<Array<'_>>("ID"));
        ids.is_some_and(|ids| ids.raw_iter().take(3).count() == 2)
    }

    /// The dictionary that a reference leads to.
    pub(super) fn dict(&self, reference: ObjRef) -> Option<Dict<'_>> {
        self.pdf.xref().get::<Dict<'_>>(ObjectIdentifier::from(reference))
    }

    /// All objects that the tables lead to.
    pub(super) fn objects(&self) -> impl Iterator<Item = Object<'_>> {
        self.pdf.objects().into_iter()
    }

    /// The file's XMP packet, as it lies there (ISO 32000-1 14.3.2).
    pub(super) fn packet(&self) -> Option<Vec<u8>> {
        let packet = self.catalog().get::<Stream<'_>>("Metadata");
        packet.as_ref().and_then(raw::unpack).map(|data| data.into_owned())
    }
}
