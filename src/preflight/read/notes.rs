//! What cameras and programs leave in a picture beside its pixels: Exif, XMP, IPTC, comments, small pictures of it.

use serde::Serialize;

use super::raw;
use crate::picture::{Segment, segments, tells_place};

/// What a JPEG tells beside its pixels.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub(crate) struct Notes<'a> {
    /// The kinds of notes that it holds.
    pub(crate) kinds: Vec<NoteKind>,
    /// Whether one of them says where it was taken.
    pub(crate) tells_place: bool,
    /// What they hold, to be searched as other bytes are.
    pub(crate) texts: Vec<&'a [u8]>,
}

/// A kind of note in a picture.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteKind {
    /// What a camera says of how it took the picture.
    Exif,
    /// What programs say of it.
    Xmp,
    /// What press agencies say of it.
    Iptc,
    /// Any text.
    Comment,
    /// A small picture of it, as it was before it was changed, or another picture behind it.
    Thumbnail,
}

/// The segments of a JPEG, as far as it can be read.
fn readable_segments(jpeg: &[u8]) -> impl Iterator<Item = Segment<'_>> {
    segments(jpeg).map_while(Result::ok)
}

/// How many samples a JPEG holds; `None` when it does not say.
pub(super) fn count_samples(jpeg: &[u8]) -> Option<usize> {
    let is_frame = |marker: u8| matches!(marker, 0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB);
    let frame = readable_segments(jpeg).find(|segment| is_frame(segment.marker));
    let [_, h1, h0, w1, w0, parts, ..] = *frame?.body else { return None };
    let side = |high, low| usize::from(u16::from_be_bytes([high, low]));
    side(h1, h0).checked_mul(side(w1, w0))?.checked_mul(usize::from(parts))
}

/// How many pictures within a picture are looked at.
const INNER: usize = 16;

/// How a PNG starts, and what a packing of it or another one has before Exif.
const PNG: &[u8] = b"\x89PNG\r\n\x1A\n";
const EXIF: &[u8] = b"Exif\0\0";

/// Whether data is a file of a picture, or holds one whose notes are read: a stream has pixels otherwise.
pub(super) fn holds_picture_file(data: &[u8]) -> bool {
    let starts: [&[u8]; 3] = [b"\xFF\xD8\xFF", b"II*\0", b"MM\0*"];
    starts.iter().any(|start| data.starts_with(start))
        || matches!(data, [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..])
        || [PNG, EXIF].iter().any(|part| raw::find(data, part).is_some())
}

/// Reads what a picture tells: a JPEG, those within and behind it, and what other packings take from JPEG.
pub(super) fn read_notes(picture: &[u8]) -> Notes<'_> {
    let mut notes = Notes::default();
    let starts = raw::find_all(picture, b"\xFF\xD8\xFF").take(INNER);
    for start in starts {
        if start > 0 {
            notes.kinds.push(NoteKind::Thumbnail);
        }
        read_jpeg(&picture[start..], &mut notes);
    }
    if !picture.starts_with(b"\xFF\xD8") {
        // JPEG 2000 has a box for it.
        for name in [&b"JpgTiffExif->JP2"[..], EXIF] {
            for at in raw::find_all(picture, name).take(INNER) {
                read_exif(&picture[at + name.len()..], &mut notes);
            }
        }
        if picture.starts_with(b"II*\0") || picture.starts_with(b"MM\0*") {
            read_exif(picture, &mut notes);
        }
        if picture.starts_with(b"RIFF") {
            read_chunks(&picture[12.min(picture.len())..], Chunks::OfWebp, &mut notes);
        }
    }
    for at in raw::find_all(picture, PNG).take(INNER) {
        read_chunks(&picture[at + PNG.len()..], Chunks::OfPng, &mut notes);
    }
    notes
}

fn read_exif<'a>(exif: &'a [u8], notes: &mut Notes<'a>) {
    notes.kinds.push(NoteKind::Exif);
    notes.tells_place |= tells_place(exif);
}

/// How a file parts into chunks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Chunks {
    /// Length, name, body and checksum (PNG, 5.3).
    OfPng,
    /// Name, length from its low end, body of an even length (RFC 9649, 2.3).
    OfWebp,
}

/// Reads the notes among the chunks of a picture.
fn read_chunks<'a>(mut rest: &'a [u8], chunks: Chunks, notes: &mut Notes<'a>) {
    while let Some((head, after)) = rest.split_first_chunk::<8>() {
        let [a, b, c, d, e, f, g, h] = *head;
        let (name, length, padding) = match chunks {
            Chunks::OfPng => ([e, f, g, h], u32::from_be_bytes([a, b, c, d]), 4),
            Chunks::OfWebp => ([a, b, c, d], u32::from_le_bytes([e, f, g, h]), usize::from(e % 2)),
        };
        let length = usize::try_from(length).unwrap_or(usize::MAX).min(after.len());
        let body = &after[..length];
        match &name {
            b"tEXt" | b"zTXt" | b"iTXt" | b"tIME" => notes.kinds.push(NoteKind::Comment),
            b"XMP " => notes.kinds.push(NoteKind::Xmp),
            b"eXIf" | b"EXIF" => read_exif(body, notes),
            b"IEND" => return,
            _ => {}
        }
        if name != *b"IDAT" && name != *b"VP8 " {
            notes.texts.push(body);
        }
        rest = &after[(length + padding).min(after.len())..];
    }
}

fn read_jpeg<'a>(jpeg: &'a [u8], notes: &mut Notes<'a>) {
    for Segment { marker, body, .. } in readable_segments(jpeg) {
        let kind = match marker {
            0xE1 if body.starts_with(b"Exif\0") => {
                notes.tells_place |= tells_place(body.get(6..).unwrap_or_default());
                NoteKind::Exif
            }
            0xE1 if body.starts_with(b"http://ns.adobe.com/xap/") => NoteKind::Xmp,
            // A small picture beside the format's own name (JFIF 1.02; JFXX).
            0xE0 if body.starts_with(b"JFXX\0") => NoteKind::Thumbnail,
            0xE0 if matches!(body, [b'J', b'F', b'I', b'F', 0, _, _, _, _, _, _, _, x, y, ..] if *x > 0 && *y > 0) => {
                NoteKind::Thumbnail
            }
            0xED => NoteKind::Iptc,
            0xFE => NoteKind::Comment,
            _ => continue,
        };
        notes.kinds.push(kind);
        notes.texts.push(body);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len() + 2).unwrap().to_be_bytes();
        [&[0xFF, marker], &length[..], data].concat()
    }

    #[test]
    fn notes_of_other_packings_are_found() {
        let chunk = |name: &[u8], body: &[u8]| {
            [&u32::try_from(body.len()).unwrap().to_be_bytes()[..], name, body, &[0; 4]].concat()
        };
        let part = |name: &[u8], body: &[u8]| {
            [name, &u32::try_from(body.len()).unwrap().to_le_bytes()[..], body, &b"\0"[..body.len() % 2]]
                .concat()
        };
        let png = |chunks: &[u8]| [PNG, &chunk(b"IHDR", &[0; 13]), chunks, &chunk(b"IEND", b"")].concat();
        let webp = |parts: &[u8]| [b"RIFF\0\0\0\0WEBP", &part(b"VP8 ", b"abc")[..], parts].concat();
        let place = b"MM\0\x2A\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x1A\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\0";
        for (file, kind, is_place) in [
            (png(&chunk(b"tEXt", b"Author\0Ana")), NoteKind::Comment, false),
            (png(&chunk(b"eXIf", place)), NoteKind::Exif, true),
            ([&b"some head"[..], &png(&chunk(b"iTXt", b"Author\0Ana"))].concat(), NoteKind::Comment, false),
            (webp(&part(b"EXIF", place)), NoteKind::Exif, true),
            (webp(&part(b"XMP ", b"<x/>")), NoteKind::Xmp, false),
            ([&b"\0\0\0\x18ftypheic"[..], b"\0\0\0\x06", EXIF, place].concat(), NoteKind::Exif, true),
            (place.to_vec(), NoteKind::Exif, true),
        ] {
            assert!(holds_picture_file(&file), "{file:?}");
            let notes = read_notes(&file);
            assert_eq!((notes.kinds, notes.tells_place), (vec![kind], is_place), "{file:?}");
        }
        assert_eq!(read_notes(&png(&chunk(b"IDAT", b"x"))).kinds, []);
        assert!(!holds_picture_file(b"0 0 m 10 10 l S"));
    }

    #[test]
    fn notes_and_places_are_found() {
        // One table of one entry, which leads to a table of places with one entry.
        let head = b"Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x1A\0\0\0\0\0\x01";
        let exif = segment(0xE1, &[&head[..], &[0; 12]].concat());
        let frame = segment(0xC0, &[8, 0, 10, 0, 20, 3, 0, 0, 0]);
        let scan = [segment(0xDA, &[]), b"pixels".to_vec()].concat();
        let jpeg = [b"\xFF\xD8", &exif[..], &frame, &scan, &segment(0xFE, b"made by me")].concat();
        let notes = read_notes(&jpeg);
        assert_eq!((notes.kinds, notes.tells_place), (vec![NoteKind::Exif, NoteKind::Comment], true));
        assert_eq!(count_samples(&jpeg), Some(600));
        // Between scans, behind the picture's end, and a small picture within a note.
        let between = [b"\xFF\xD8", &frame[..], &scan, &exif, &scan, b"\xFF\xD9"].concat();
        let behind = [b"\xFF\xD8", &frame[..], &scan, b"\xFF\xD9", b"\xFF\xD8", &exif, b"\xFF\xD9"].concat();
        let within =
            [b"\xFF\xD8".to_vec(), segment(0xE1, b"Exif\0\0MM\0*\xFF\xD8\xFF\xDB\0\x02\xFF\xD9")].concat();
        assert!(read_notes(&between).tells_place && read_notes(&behind).tells_place);
        assert!(!read_notes(&between).kinds.contains(&NoteKind::Thumbnail));
        assert!(read_notes(&behind).kinds.contains(&NoteKind::Thumbnail));
        assert!(read_notes(&within).kinds.contains(&NoteKind::Thumbnail));
        let nowhere = [b"\xFF\xD8".to_vec(), segment(0xE1, b"Exif\0\0MM\0\x2A\0\0\0\x08\0\0")].concat();
        assert_eq!(
            (read_notes(&nowhere).kinds, read_notes(&nowhere).tells_place),
            (vec![NoteKind::Exif], false)
        );
    }
}
