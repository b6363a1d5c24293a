//! The bytes of a file without its table of objects: what lies there, also where nothing refers to it any more.

use std::borrow::Cow;
use std::collections::BTreeSet;

use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Dict, FromBytes, Name, Object, Stream};

/// The most objects that are read of one object stream.
const PACKED: usize = 200_000;

/// Where bytes first stand.
pub(super) fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    find_all(bytes, wanted).next()
}

/// Where bytes last stand.
pub(super) fn rfind(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).rposition(|window| window == wanted)
}

/// All places where bytes stand. A file has megabytes, so only the first byte is looked for in each place.
pub(super) fn find_all<'a>(bytes: &'a [u8], wanted: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let mut from = 0;
    std::iter::from_fn(move || {
        let first = wanted.first()?;
        loop {
            let at = from + bytes.get(from..)?.iter().position(|byte| byte == first)?;
            from = at + 1;
            if bytes[at..].starts_with(wanted) {
                return Some(at);
            }
        }
    })
}

/// Where the data of streams starts (ISO 32000-1 7.3.8).
pub(super) fn stream_starts(bytes: &[u8]) -> impl Iterator<Item = usize> + '_ {
    let starts = find_all(bytes, b"stream").filter(|at| !bytes[..*at].ends_with(b"end"));
    starts.map(|at| {
        let after = at + "stream".len();
        match bytes[after..] {
            [b'\r', b'\n', ..] => after + 2,
            [b'\r' | b'\n', ..] => after + 1,
            _ => after,
        }
    })
}

/// All objects that lie in a file, also those that were replaced, and those within object streams.
pub(super) fn objects_in(bytes: &[u8]) -> impl Iterator<Item = Object<'_>> {
    object_starts(bytes).filter_map(|at| Object::from_bytes(after_space(&bytes[at..])))
}

/// Where objects start, after the keyword.
pub(super) fn object_starts(bytes: &[u8]) -> impl Iterator<Item = usize> + '_ {
    find_all(bytes, b"obj").filter(|at| !bytes[..*at].ends_with(b"end")).map(|at| at + "obj".len())
}

/// The trailers, also those that are streams (ISO 32000-1 7.5.5, 7.5.8), the last written first.
pub(super) fn trailers(bytes: &[u8]) -> Vec<Dict<'_>> {
    let tables = find_all(bytes, b"trailer").filter_map(|at| Some((at, read_dict(&bytes[at + 7..])?)));
    let types = find_all(bytes, b"/XRef").filter_map(|at| {
        let window = at.saturating_sub(4096);
        Some(window + rfind(&bytes[window..at], b"obj")? + 3)
    });
    let types: BTreeSet<usize> = types.collect();
    let types = types.into_iter().filter_map(|start| Some((start, read_dict(&bytes[start..])?)));
    let mut all: Vec<(usize, Dict<'_>)> =
        tables.chain(types).filter(|(_, trailer)| trailer.contains_key(keys::ROOT)).collect();
    all.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    all.into_iter().map(|(_, trailer)| trailer).collect()
}

fn read_dict(bytes: &[u8]) -> Option<Dict<'_>> {
    Dict::from_bytes(after_space(bytes))
}

/// What follows white space and comments (ISO 32000-1 7.2.2, 7.2.3).
pub(super) fn after_space(bytes: &[u8]) -> &[u8] {
    let white = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | 0x0C | 0);
    let mut rest = bytes;
    loop {
        let start = rest.iter().position(|byte| !white(byte)).unwrap_or(rest.len());
        rest = &rest[start..];
        if !rest.starts_with(b"%") {
            return rest;
        }
        let end = rest.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(rest.len());
        rest = &rest[end..];
    }
}

/// The objects within an object stream's unpacked data (ISO 32000-1 7.5.7).
pub(super) fn packed_objects<'a>(dictionary: &Dict<'_>, data: &'a [u8]) -> Vec<Object<'a>> {
    let kind = dictionary.get::<Name<'_>>(keys::TYPE);
    if kind.is_none_or(|kind| kind.as_str() != "ObjStm") {
        return Vec::new();
    }
    let first = dictionary.get::<u32>(keys::FIRST).and_then(|first| usize::try_from(first).ok());
    let Some((head, body)) = first.and_then(|first| data.split_at_checked(first)) else { return Vec::new() };
    let numbers: Vec<usize> = String::from_utf8_lossy(head)
        .split_ascii_whitespace()
        .map_while(|number| number.parse().ok())
        .collect();
    let offsets = numbers.chunks_exact(2).map(|pair| pair[1]);
    offsets.filter_map(|offset| Object::from_bytes(after_space(body.get(offset..)?))).take(PACKED).collect()
}

/// A stream unpacked, unless it holds pixels in a packing of their own.
pub(super) fn unpack<'a>(stream: &Stream<'a>) -> Option<Cow<'a, [u8]>> {
    stream.decoded_data().ok()
}
