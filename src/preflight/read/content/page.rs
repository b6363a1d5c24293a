//! The content of a page, put together of its pieces (ISO 32000-1 7.8.2).

use hayro_syntax::object::{Object, Stream};
use hayro_syntax::page::Page;

use crate::preflight::read::{limits, raw};

/// How many pieces the content of a page may be in.
const PIECES: usize = 1000;

/// What a page draws, and whether that is all; unpacked for it alone: kept for each page, a content that thousands share would fill any memory.
pub(super) fn page_content(page: &Page<'_>) -> (Vec<u8>, bool) {
    let parts = match page.raw().get::<Object<'_>>("Contents") {
        Some(Object::Stream(stream)) => vec![stream],
        Some(Object::Array(streams)) => streams.iter::<Stream<'_>>().take(PIECES + 1).collect(),
        _ => Vec::new(),
    };
    let mut contents = Vec::new();
    for part in parts.iter().take(PIECES).filter_map(raw::unpack) {
        if contents.len() + part.len() > limits::STREAM {
            return (contents, false);
        }
        contents.extend_from_slice(&part);
        contents.push(b' ');
    }
    (contents, parts.len() <= PIECES)
}
