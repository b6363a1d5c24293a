//! What a file tells of who made it, where and when. Every string and stream is unpacked and searched, also those that nothing
//! refers to any more, and the file's bytes as they lie. What is meant to be read (the text, an address in a link) is no trace.

use hayro_syntax::Filter;
use hayro_syntax::object::{Array, Dict, MaybeRef, Object, Stream};
use sha2::{Digest, Sha256};

use super::catalog::shown;
use super::file::{File, PACKET, decoded, name, text};
use super::report::{Check, Findings, Searched};
use super::{exif, raw, telltale};

/// How deep objects may stand in one another.
const DEPTH: usize = 64;
/// The keys of Info that the standards know (ISO 32000-1 14.3.3; ISO 15930-7 6.13).
const INFO: &[&str] = &[
    "Title",
    "Author",
    "Subject",
    "Keywords",
    "Creator",
    "Producer",
    "CreationDate",
    "ModDate",
    "Trapped",
    "GTS_PDFXVersion",
];

/// Searches a file.
pub(super) fn check(file: &File<'_>, findings: &mut Findings) -> Searched {
    let id = hash_id(file.bytes);
    let own = id.as_deref().map(grouped);
    let mut search = Search { findings, searched: Searched::default(), sealed: 0, own };
    for object in raw::objects(file.bytes) {
        search.searched.objects += 1;
        search.object(&object, 0);
    }
    // A packing that is told elsewhere in the file is only known with its tables.
    if search.sealed > 0 {
        search.sealed = 0;
        // What was counted once is not counted again.
        let first = std::mem::take(&mut search.searched);
        for object in file.objects() {
            search.object(&object, 0);
        }
        search.searched = most(first, search.searched);
    }
    if search.sealed > 0 {
        let message =
            format!("{} streams can’t be unpacked, so nobody can tell what is in them", search.sealed);
        search.findings.error(Check::Sealed, None, message);
    }
    search.bytes(file.bytes);
    let mut searched = search.searched;
    searched.bytes += file.bytes.len();
    searched.id_is_hash = id.is_some();
    info(&file.info(), findings);
    whole(file, &searched, findings);
    searched
}

/// Of two searches of the same file, how far the one that got further came.
fn most(one: Searched, other: Searched) -> Searched {
    Searched {
        objects: one.objects.max(other.objects),
        strings: one.strings.max(other.strings),
        streams: one.streams.max(other.streams),
        packed: one.packed.max(other.packed),
        bytes: one.bytes.max(other.bytes),
        id_is_hash: one.id_is_hash,
    }
}

/// What concerns the file as a whole.
fn whole(file: &File<'_>, searched: &Searched, findings: &mut Findings) {
    if file.has_ids() && !searched.id_is_hash {
        let message =
            "the file’s id is not the hash of its content: it may tie copies to a machine and a moment";
        findings.warning(Check::Random, None, message);
    }
    let linear = raw::find(&file.bytes[..file.bytes.len().min(1024)], b"/Linearized").is_some();
    let tables = raw::places(file.bytes, b"startxref").count();
    if tables > 1 + usize::from(linear) {
        let message = format!(
            "it was changed {} times, and still holds what was there before",
            tables - 1 - usize::from(linear)
        );
        findings.error(Check::Revision, None, message);
    }
}

/// Info (ISO 32000-1 14.3.3).
fn info(info: &Dict<'_>, findings: &mut Findings) {
    let told = |key| text(info, key).filter(|value| !value.trim().is_empty());
    if let Some(author) = told("Author") {
        findings.error(Check::Person, None, format!("Info names an author: {}", shown(&author)));
    }
    for key in ["Creator", "Producer"] {
        if let Some(program) = told(key).filter(|program| !program.starts_with("Polyleaf ")) {
            findings.warning(
                Check::Software,
                None,
                format!("Info names a program ({key}): {}", shown(&program)),
            );
        }
    }
    for (key, value) in info.entries() {
        let value = match value {
            MaybeRef::NotRef(Object::String(value)) => decoded(value.as_bytes()),
            _ => String::new(),
        };
        if !INFO.contains(&key.as_str()) {
            let message =
                format!("Info has an entry of a program’s own: {} {}", shown(key.as_str()), shown(&value));
            findings.warning(Check::Private, None, message.trim_end().to_owned());
        }
        if telltale::has_mail(&value) {
            findings.error(Check::Person, None, format!("Info has an e-mail address: {}", shown(&value)));
        }
    }
}

/// The digits of the file's id, where that is the hash of the file with noughts in its places, as `pdf` writes it: in the
/// trailer, and in the XMP of a press file.
fn hash_id(bytes: &[u8]) -> Option<String> {
    let hex = |part: &[u8]| part.len() == 32 && part.iter().all(u8::is_ascii_hexdigit);
    let is_pair = |window: &[u8]| {
        window.starts_with(b"<") && &window[33..35] == b"><" && window.ends_with(b">") && hex(&window[1..33])
    };
    let at = bytes.windows(68).rposition(is_pair)?;
    let digits = String::from_utf8_lossy(&bytes[at + 1..at + 33]).into_owned();
    if bytes[at..at + 68] != *format!("<{digits}><{digits}>").as_bytes() {
        return None;
    }
    let mut places = vec![at + 1..at + 33, at + 35..at + 67];
    places.extend(raw::find(bytes, grouped(&digits).as_bytes()).map(|at| at..at + 36));
    let mut blank = bytes.to_vec();
    for digit in places.into_iter().flatten().filter(|&digit| bytes[digit] != b'-') {
        blank[digit] = b'0';
    }
    let hash: String = Sha256::digest(&blank).iter().take(16).map(|byte| format!("{byte:02X}")).collect();
    (hash == digits).then_some(digits)
}

/// Digits in the groups of an id of XMP.
fn grouped(digits: &str) -> String {
    let parts = [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]];
    parts.join("-").to_ascii_lowercase()
}

/// The search under way.
struct Search<'f> {
    findings: &'f mut Findings,
    searched: Searched,
    /// Streams that could not be unpacked.
    sealed: usize,
    /// The file's id as XMP writes it, where it is a hash of the file and tells nothing.
    own: Option<String>,
}

impl Search<'_> {
    fn object(&mut self, object: &Object<'_>, depth: usize) {
        if depth > DEPTH {
            return;
        }
        match object {
            Object::String(string) => {
                self.searched.strings += 1;
                self.searched.bytes += string.as_bytes().len();
                self.text(&decoded(string.as_bytes()));
            }
            Object::Array(array) => self.array(array, depth),
            Object::Dict(dict) => self.dict(dict, depth),
            Object::Stream(stream) => self.stream(stream, depth),
            Object::Null(_) | Object::Boolean(_) | Object::Number(_) | Object::Name(_) => {}
        }
    }

    fn array(&mut self, array: &Array<'_>, depth: usize) {
        for item in array.raw_iter() {
            if let MaybeRef::NotRef(item) = item {
                self.object(&item, depth + 1);
            }
        }
    }

    fn dict(&mut self, dict: &Dict<'_>, depth: usize) {
        if dict.contains_key("PieceInfo") {
            self.findings.error(
                Check::Private,
                None,
                "a program keeps data of its own in the file (PieceInfo)",
            );
        }
        let kind = name(dict, "Subtype").unwrap_or_default();
        let is_note = dict.contains_key("Rect") && !matches!(kind.as_str(), "Widget" | "Link");
        if let Some(author) = text(dict, "T").filter(|author| is_note && !author.trim().is_empty()) {
            self.findings.error(Check::Person, None, format!("a note names its author: {}", shown(&author)));
        }
        if name(dict, "Type").as_deref() == Some("Filespec") {
            let file = text(dict, "UF").or_else(|| text(dict, "F")).unwrap_or_default();
            self.findings.error(Check::Path, None, format!("a file is named: {}", shown(&file)));
        }
        for (_, value) in dict.entries() {
            if let MaybeRef::NotRef(value) = value {
                self.object(&value, depth + 1);
            }
        }
    }

    fn stream(&mut self, stream: &Stream<'_>, depth: usize) {
        self.dict(stream.dict(), depth);
        let filters = stream.filters();
        let is_packed = stream.dict().contains_key("Filter");
        if filters.contains(&Filter::LzwDecode) {
            self.findings.error(
                Check::Lzw,
                None,
                "a stream is packed with LZW, which an archive may not hold",
            );
        }
        let pixels = |filter: &Filter| {
            matches!(
                filter,
                Filter::DctDecode | Filter::JpxDecode | Filter::Jbig2Decode | Filter::CcittFaxDecode
            )
        };
        let has_pixels = filters.iter().any(pixels);
        match raw::unpacked(stream) {
            Some(data) if !(is_packed && filters.is_empty()) => {
                self.searched.streams += 1;
                self.searched.bytes += data.len();
                self.content(stream.dict(), &data, depth);
            }
            _ if has_pixels && filters.len() == 1 => {
                let data = stream.raw_data();
                self.searched.packed += 1;
                self.searched.bytes += data.len();
                self.picture(&data);
            }
            _ => self.sealed += 1,
        }
    }

    fn content(&mut self, dict: &Dict<'_>, data: &[u8], depth: usize) {
        for object in raw::packed(dict, data) {
            self.searched.objects += 1;
            self.object(&object, depth + 1);
        }
        let is_xmp =
            name(dict, "Subtype").as_deref() == Some("XML") || raw::find(data, b"<x:xmpmeta").is_some();
        if is_xmp {
            self.packet(&String::from_utf8_lossy(&data[..data.len().min(PACKET)]));
        }
        self.bytes(data);
    }

    /// XMP, wherever it hangs.
    fn packet(&mut self, xmp: &str) {
        for (check, message) in telltale::in_xmp(xmp, self.own.as_deref()) {
            match check {
                Check::Software => self.findings.warning(check, None, message),
                _ => self.findings.error(check, None, message),
            }
        }
    }

    fn picture(&mut self, data: &[u8]) {
        let told = exif::read(data);
        if told.place {
            self.findings.error(Check::Place, None, "a picture tells where it was taken (GPS)");
        }
        if !told.notes.is_empty() {
            let message =
                format!("a picture keeps notes of its camera or program: {}", told.notes.join(", "));
            self.findings.error(Check::Camera, None, message);
        }
        for note in told.texts {
            self.bytes(&note);
        }
        self.bytes(data);
    }

    /// A string.
    fn text(&mut self, text: &str) {
        for (check, message) in telltale::in_string(text) {
            self.findings.error(check, None, message);
        }
        self.bytes(text.as_bytes());
    }

    /// Any bytes.
    fn bytes(&mut self, bytes: &[u8]) {
        for (check, message) in telltale::in_bytes(bytes) {
            self.findings.error(check, None, message);
        }
    }
}
