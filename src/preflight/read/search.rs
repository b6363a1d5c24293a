//! Everything that a file holds, for those who look for traces: each string and stream, unpacked, also those that nothing refers to
//! any more. Handed on one by one, since a file can hold more than memory does.

use hayro_syntax::Filter;
use hayro_syntax::object::{Array, Dict, MaybeRef, Object, Stream};
use serde::Serialize;

use super::bounds::{Excess, Unlooked, excess_of, name_excess};
use super::file::File;
use super::notes::{Notes, holds_picture_file, read_notes};
use super::raw;
use super::values::{decoded, name, name_text, text};
use super::xmp::{Xmp, packet_text, read_packet};

/// How deep objects may stand in one another.
const DEPTH: usize = 64;

/// Something that a file holds.
#[derive(Clone, Copy, Debug)]
pub(crate) enum FileItem<'a> {
    /// A string.
    Text(&'a str),
    /// The unpacked data of a stream, pixels as they are packed, or the bytes of the whole file.
    Data(&'a [u8]),
    /// A packet of XMP and its text; none where it is no XML.
    Packet(Option<&'a Xmp>, &'a str),
    /// The notes in a picture.
    Notes(&'a Notes<'a>),
    /// The author of a note on a page.
    Author(&'a str),
    /// A file that is referred to.
    FileName(&'a str),
    /// A string that no reader is shown.
    Kept(&'a str),
    /// A name or a key.
    Name(&'a str),
    /// What somebody filled into a form.
    FormValue(&'a str),
    /// The name of a layer.
    Layer(&'a str),
    /// A small picture of a page.
    Thumbnail,
    /// What a program keeps for itself (`PieceInfo`, ISO 32000-1 14.5).
    PrivateData,
    /// A stream that LZW packed.
    Lzw,
    /// Something that the format has no room for.
    Excess(Excess),
    /// Something that was not searched to its end.
    Unlooked(Unlooked),
    /// So many streams that could not be unpacked.
    Sealed(usize),
}

/// What a string is there for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Meant {
    /// To be shown to readers, or to lead them somewhere.
    ForReaders,
    /// For programs, or for nobody.
    ForPrograms,
}

/// How much was searched for traces.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize)]
pub struct Searched {
    /// Objects, also those that nothing refers to any more.
    pub objects: usize,
    /// Strings.
    pub strings: usize,
    /// Streams that were unpacked.
    pub streams: usize,
    /// Streams of packed pixels, searched as they are.
    pub packed: usize,
    /// Bytes in all of them, unpacked.
    pub bytes: usize,
    /// Whether the file's id was found to be the hash of the rest, so that it tells nothing else.
    pub id_is_hash: bool,
}

/// Hands on all that a file holds, some of it twice, and says how much that was.
pub(crate) fn search_file(file: &File<'_>, visit: &mut dyn FnMut(FileItem<'_>)) -> Searched {
    let mut search = FileSearch { visit, searched: Searched::default(), sealed: 0 };
    for object in raw::objects_in(file.bytes) {
        search.searched.objects += 1;
        search.search_object(&object, Meant::ForPrograms, 0);
    }
    // A packing that is told elsewhere in the file is only known with its tables.
    if search.sealed > 0 {
        search.sealed = 0;
        // What was counted once is not counted again.
        let first = std::mem::take(&mut search.searched);
        for object in file.objects() {
            search.search_object(&object, Meant::ForPrograms, 0);
        }
        search.searched = furthest_search(first, search.searched);
    }
    if search.sealed > 0 {
        (search.visit)(FileItem::Sealed(search.sealed));
    }
    (search.visit)(FileItem::Data(file.bytes));
    Searched { bytes: search.searched.bytes + file.bytes.len(), ..search.searched }
}

/// Of two searches of the same file, how far the one that got further came.
fn furthest_search(one: Searched, other: Searched) -> Searched {
    Searched {
        objects: one.objects.max(other.objects),
        strings: one.strings.max(other.strings),
        streams: one.streams.max(other.streams),
        packed: one.packed.max(other.packed),
        bytes: one.bytes.max(other.bytes),
        id_is_hash: one.id_is_hash,
    }
}

/// The search under way.
struct FileSearch<'v> {
    visit: &'v mut dyn FnMut(FileItem<'_>),
    searched: Searched,
    /// Streams that could not be unpacked.
    sealed: usize,
}

impl FileSearch<'_> {
    fn search_object(&mut self, object: &Object<'_>, meant: Meant, depth: usize) {
        if depth > DEPTH {
            return (self.visit)(FileItem::Unlooked(Unlooked::Nesting));
        }
        if let Some(excess) = excess_of(object) {
            (self.visit)(FileItem::Excess(excess));
        }
        match object {
            Object::String(string) => {
                self.searched.strings += 1;
                self.searched.bytes += string.as_bytes().len();
                let text = decoded(string.as_bytes());
                (self.visit)(FileItem::Text(&text));
                if meant == Meant::ForPrograms {
                    (self.visit)(FileItem::Kept(&text));
                }
            }
            Object::Name(name) => (self.visit)(FileItem::Name(&name_text(name))),
            Object::Array(array) => self.search_array(array, meant, depth),
            Object::Dict(dict) => self.search_dict(dict, depth),
            Object::Stream(stream) => self.search_stream(stream, depth),
            Object::Null(_) | Object::Boolean(_) | Object::Number(_) => {}
        }
    }

    fn search_array(&mut self, array: &Array<'_>, meant: Meant, depth: usize) {
        for item in array.raw_iter() {
            if let MaybeRef::NotRef(item) = item {
                self.search_object(&item, meant, depth + 1);
            }
        }
    }

    fn search_dict(&mut self, dict: &Dict<'_>, depth: usize) {
        if dict.contains_key("PieceInfo") {
            (self.visit)(FileItem::PrivateData);
        }
        let kind = name(dict, "Subtype").unwrap_or_default();
        let is_note = dict.contains_key("Rect") && !matches!(kind.as_str(), "Widget" | "Link");
        if let Some(author) = text(dict, "T").filter(|author| is_note && !author.trim().is_empty()) {
            (self.visit)(FileItem::Author(&author));
        }
        if name(dict, "Type").as_deref() == Some("Filespec") {
            let file = text(dict, "UF").or_else(|| text(dict, "F")).unwrap_or_default();
            (self.visit)(FileItem::FileName(&file));
        }
        self.tell_kind(dict, &kind);
        for (key, value) in dict.entries() {
            if let Some(excess) = name_excess(key.as_ref()) {
                (self.visit)(FileItem::Excess(excess));
            }
            (self.visit)(FileItem::Name(&name_text(&key)));
            if let MaybeRef::NotRef(value) = value {
                self.search_object(&value, meant_under(key.as_ref(), dict, &kind), depth + 1);
            }
        }
    }

    /// What a dictionary tells by what it is.
    fn tell_kind(&mut self, dict: &Dict<'_>, kind: &str) {
        if dict.contains_key("Thumb") {
            (self.visit)(FileItem::Thumbnail);
        }
        if name(dict, "Type").as_deref() == Some("OCG")
            && let Some(layer) = text(dict, "Name")
        {
            (self.visit)(FileItem::Layer(&layer));
        }
        let is_field = kind == "Widget" || dict.contains_key("FT") || dict.contains_key("Ff");
        let values = ["V", "DV"].into_iter().filter_map(|key| text(dict, key));
        for value in values.filter(|value| is_field && !value.trim().is_empty()) {
            (self.visit)(FileItem::FormValue(&value));
        }
    }

    fn search_stream(&mut self, stream: &Stream<'_>, depth: usize) {
        self.search_dict(stream.dict(), depth);
        let filters = stream.filters();
        let is_packed = stream.dict().contains_key("Filter");
        if filters.contains(&Filter::LzwDecode) {
            (self.visit)(FileItem::Lzw);
        }
        match raw::unpack(stream) {
            Some(data) if !(is_packed && filters.is_empty()) => {
                self.searched.streams += 1;
                self.searched.bytes += data.len();
                self.search_content(stream.dict(), &data, depth);
            }
            _ if filters.len() == 1 && is_pixels(filters[0]) => {
                let data = stream.raw_data();
                self.searched.packed += 1;
                self.searched.bytes += data.len();
                self.search_picture(&data);
            }
            _ => self.sealed += 1,
        }
    }

    fn search_content(&mut self, dict: &Dict<'_>, data: &[u8], depth: usize) {
        for object in raw::packed_objects(dict, data) {
            self.searched.objects += 1;
            self.search_object(&object, Meant::ForPrograms, depth + 1);
        }
        if holds_picture_file(data) {
            self.search_picture(data);
        }
        let is_packet =
            name(dict, "Subtype").as_deref() == Some("XML") || raw::find(data, b"<x:xmpmeta").is_some();
        if is_packet && let Some(packet) = packet_text(data) {
            (self.visit)(FileItem::Packet(read_packet(&packet).as_ref(), &packet));
        }
        (self.visit)(FileItem::Data(data));
    }

    fn search_picture(&mut self, data: &[u8]) {
        let notes = read_notes(data);
        (self.visit)(FileItem::Notes(&notes));
        for note in &notes.texts {
            (self.visit)(FileItem::Data(note));
        }
        (self.visit)(FileItem::Data(data));
    }
}

/// What a string under a key is there for. Those of Info are looked at by themselves.
fn meant_under(key: &[u8], dict: &Dict<'_>, kind: &str) -> Meant {
    let is_entry = ["Dest", "A", "Parent", "First"].into_iter().any(|key| dict.contains_key(key));
    let is_info = ["Producer", "Creator"].into_iter().any(|key| dict.contains_key(key));
    match key {
        b"URI" | b"Alt" | b"ActualText" | b"E" | b"TU" | b"ID" => Meant::ForReaders,
        b"Contents" if kind == "Link" => Meant::ForReaders,
        b"Title" if is_entry => Meant::ForReaders,
        _ if is_info => Meant::ForReaders,
        _ => Meant::ForPrograms,
    }
}

/// Whether a packing is one of pixels, which no stream is unpacked from here.
fn is_pixels(filter: Filter) -> bool {
    matches!(filter, Filter::DctDecode | Filter::JpxDecode | Filter::Jbig2Decode | Filter::CcittFaxDecode)
}
