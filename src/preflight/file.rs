//! A file opened: its catalog, Info, trailer and pages, wherever its tables put them.

use std::fmt;

use hayro_syntax::object::{Array, Dict, Name, ObjRef, Object, ObjectIdentifier, Stream};
use hayro_syntax::page::Page;
use hayro_syntax::{LoadPdfError, Pdf};

use super::{limits, raw};

/// The most pages that are looked at.
const PAGES: usize = 2000;

/// The most that is read of an XMP packet, in bytes.
pub(super) const PACKET: usize = 4 << 20;

/// Why a file can't be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unread {
    /// It does not start as a PDF does.
    NoPdf,
    /// It is encrypted.
    Encrypted,
    /// It is hostile, and this is how.
    Hostile(&'static str),
    /// Nothing can be made of it.
    Damaged,
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unread::NoPdf => write!(f, "it is not a PDF"),
            Unread::Encrypted => write!(f, "it is encrypted; save it without a password first"),
            Unread::Hostile(how) => write!(f, "it is not read, since {how}"),
            Unread::Damaged => write!(f, "it is damaged: no pages can be found in it"),
        }
    }
}

/// A file that could be read.
pub(super) struct File<'a> {
    /// As it lies there.
    pub(super) bytes: &'a [u8],
    /// The last trailer.
    trailer: Option<Dict<'a>>,
    pdf: Pdf,
}

impl<'a> File<'a> {
    /// Opens a file.
    pub(super) fn open(bytes: &'a [u8]) -> Result<File<'a>, Unread> {
        if raw::find(&bytes[..bytes.len().min(1024)], b"%PDF-").is_none() {
            return Err(Unread::NoPdf);
        }
        limits::check(bytes).map_err(Unread::Hostile)?;
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

    /// The file's XMP packet (ISO 32000-1 14.3.2).
    pub(super) fn xmp(&self) -> String {
        let packet = self.catalog().get::<Stream<'_>>("Metadata");
        let data = packet.as_ref().and_then(raw::unpacked);
        data.map(|data| String::from_utf8_lossy(&data[..data.len().min(PACKET)]).into_owned())
            .unwrap_or_default()
    }
}

/// A name as text.
pub(super) fn name(dictionary: &Dict<'_>, key: &str) -> Option<String> {
    dictionary.get::<Name<'_>>(key).map(|name| String::from_utf8_lossy(name.as_ref()).into_owned())
}

/// A text string (ISO 32000-1 7.9.2.2); what is in no Unicode is taken for Latin-1.
pub(super) fn text(dictionary: &Dict<'_>, key: &str) -> Option<String> {
    match dictionary.get::<Object<'_>>(key)? {
        Object::String(string) => Some(decoded(string.as_bytes())),
        _ => None,
    }
}

/// The bytes of a text string as text.
pub(super) fn decoded(bytes: &[u8]) -> String {
    let wide = |from: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| from([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xFE, 0xFF, ..] => wide(u16::from_be_bytes),
        [0xFF, 0xFE, ..] => wide(u16::from_le_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|&byte| char::from(byte)).collect(),
        },
    }
}
