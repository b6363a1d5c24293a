//! Helpers over lopdf: strings, arrays of lengths, and what printpdf has put where.

use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};

use crate::characters::readable;
use crate::geom::{Abs, single};

use super::numbers::narrow;

/// A text string, without what is not seen; ASCII stays as it is.
pub(super) fn text_string(text: &str) -> Object {
    let text: &str = &readable(text);
    if text.is_ascii() {
        Object::string_literal(text)
    } else {
        Object::String(utf16(text), StringFormat::Hexadecimal)
    }
}

/// A text string (ISO 32000-1 7.9.2.2) in UTF-16, with its byte order mark.
pub(super) fn utf16(text: &str) -> Vec<u8> {
    [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect()
}

/// Lengths as an array of numbers.
pub(super) fn lengths(lengths: &[Abs]) -> Object {
    Object::Array(lengths.iter().map(|length| Object::Real(narrow(length.to_pt()))).collect())
}

/// Numbers as an array, as precise as they are.
pub(super) fn numbers(values: &[f64]) -> Object {
    Object::Array(values.iter().map(|value| Object::Real(single(*value))).collect())
}

/// The dictionary of a page.
pub(super) fn page_of(document: &mut Document, page: ObjectId) -> &mut Dictionary {
    document.get_dictionary_mut(page).expect("a page is a dictionary")
}

/// What the operators of a page may name.
pub(super) fn resources_of(document: &mut Document, page: ObjectId) -> &mut Dictionary {
    let resources = page_of(document, page).get(b"Resources").and_then(Object::as_reference);
    let resources = resources.expect("printpdf writes resources as an object of their own");
    document.get_dictionary_mut(resources).expect("resources are a dictionary")
}

/// The file's catalog.
pub(super) fn catalog_of(document: &mut Document) -> &mut Dictionary {
    document.catalog_mut().expect("printpdf writes a catalog")
}
