//! What a file tells of who made it, where and when. What is meant to be read (the text, an address in a link) is no trace.

use std::borrow::Cow;
use std::iter;

use crate::preflight::faults::{FileFault, TraceFault, TracePlace};
use crate::preflight::finding::Findings;
use crate::preflight::quote::Quote;
use crate::preflight::read::{
    Claims, Drawn, File, FileItem, History, Masks, Notes, Searched, read_history, search_file,
};

use super::{base64, machines, telltale, wide};

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
    "GTS_PDFXConformance",
];

/// Checks all that a file holds, and says how much that was.
pub(in super::super) fn check_traces(file: &File<'_>, claims: &Claims, findings: &mut Findings) -> Searched {
    let history = read_history(file.bytes);
    let id = history.hashed_id.as_deref();
    let searched = search_file(file, &mut |held| check_held(held, id, findings));
    check_info(claims, findings);
    check_history(&history, claims, findings);
    Searched { id_is_hash: history.hashed_id.is_some(), ..searched }
}

/// Checks something that the file holds; its own id, which follows from its content, tells nothing.
fn check_held(held: FileItem<'_>, own_id: Option<&str>, findings: &mut Findings) {
    match held {
        FileItem::Text(text) => {
            telltale::in_string(text, findings);
            check_bytes(text.as_bytes(), findings);
        }
        FileItem::Kept(text) => check_kept(text, findings),
        FileItem::Name(name) => check_name(name, findings),
        FileItem::Data(data) => {
            check_bytes(data, findings);
            check_wrapped(data, findings);
            telltale::in_profile(data, findings);
        }
        FileItem::Packet(xmp, text) => telltale::in_packet(xmp, text, own_id, findings),
        FileItem::FormValue(value) => findings.add(TraceFault::FormValue { value: Quote::new(value) }),
        FileItem::Layer(name) => findings.add(TraceFault::Layer { name: Quote::new(name) }),
        FileItem::Thumbnail => findings.add(TraceFault::Thumbnail),
        FileItem::Notes(notes) => check_notes(notes, findings),
        FileItem::Author(name) => {
            findings.add(TraceFault::Person { place: TracePlace::Note, name: Quote::new(name) });
        }
        FileItem::FileName(file) => findings.add(TraceFault::FileName { file: Quote::new(file) }),
        FileItem::PrivateData => findings.add(TraceFault::PieceInfo),
        FileItem::Lzw => findings.add(FileFault::Lzw),
        FileItem::Unlooked(part) => findings.add(FileFault::NotAllRead { part }),
        FileItem::Excess(what) => findings.add(FileFault::Excess { what }),
        FileItem::Sealed(streams) => findings.add(TraceFault::SealedStreams { streams }),
    }
}

/// Finds folders and machines, also where each letter takes two bytes.
fn check_bytes(bytes: &[u8], findings: &mut Findings) {
    for bytes in iter::once(Cow::Borrowed(bytes)).chain(wide::narrowed(bytes).map(Cow::Owned)) {
        telltale::in_bytes(&bytes, findings);
        machines::in_bytes(&bytes, findings);
    }
}

/// Checks a name. A path may have lost its first slash to the syntax: `/Users#2fana`.
fn check_name(name: &str, findings: &mut Findings) {
    let slash = if name.starts_with('/') { "" } else { "/" };
    check_bytes(format!("{slash}{name}").as_bytes(), findings);
    if let Some(address) = telltale::mail_in(name) {
        findings.add(TraceFault::Mail { place: TracePlace::Text, address: Quote::new(address) });
    }
}

/// Checks a text that no reader is shown.
fn check_kept(text: &str, findings: &mut Findings) {
    if let Some(address) = telltale::mail_in(text) {
        findings.add(TraceFault::Mail { place: TracePlace::Text, address: Quote::new(address) });
    }
    telltale::in_iso_dates(text, findings);
    check_wrapped(text.as_bytes(), findings);
}

/// Checks what stands in bytes as base64.
fn check_wrapped(bytes: &[u8], findings: &mut Findings) {
    for inner in base64::unwrapped(bytes) {
        if inner.starts_with(b"\xFF\xD8\xFF") || inner.starts_with(b"\x89PNG") {
            findings.add(TraceFault::Thumbnail);
        }
        check_bytes(&inner, findings);
        if let Ok(text) = std::str::from_utf8(&inner) {
            telltale::in_string(text, findings);
            telltale::in_iso_dates(text, findings);
            if let Some(address) = telltale::mail_in(text) {
                findings.add(TraceFault::Mail { place: TracePlace::Text, address: Quote::new(address) });
            }
        }
    }
}

/// Checks what is in the file and not seen on its pages.
pub(in super::super) fn check_hidden(drawn: &Drawn, masks: Masks, findings: &mut Findings) {
    for &part in &drawn.unlooked {
        findings.add(FileFault::NotAllRead { part });
    }
    for (marks, page) in drawn.pages.iter().zip(1..) {
        for &how in &marks.hidden {
            findings.add_on(page, TraceFault::HiddenText { how });
        }
    }
    if masks.hiding > 0 {
        findings.add(TraceFault::HiddenPixels { pictures: masks.hiding });
    }
    if masks.unread > 0 {
        findings.add(TraceFault::SealedMasks { pictures: masks.unread });
    }
}

/// What a camera or a program left in a picture.
fn check_notes(notes: &Notes<'_>, findings: &mut Findings) {
    if notes.tells_place {
        findings.add(TraceFault::PicturePlace);
    }
    for note in &notes.texts {
        if let Some(address) = telltale::mail_in(&String::from_utf8_lossy(note)) {
            findings.add(TraceFault::Mail { place: TracePlace::Text, address: Quote::new(address) });
        }
    }
    if !notes.kinds.is_empty() {
        findings.add(TraceFault::Notes { notes: notes.kinds.iter().copied().collect() });
    }
}

/// Info (ISO 32000-1 14.3.3).
fn check_info(claims: &Claims, findings: &mut Findings) {
    let place = TracePlace::Info;
    if let Some(author) = claims.info("Author") {
        findings.add(TraceFault::Person { place, name: Quote::new(author) });
    }
    for key in ["Creator", "Producer"] {
        if let Some(program) = claims.info(key).filter(|program| !telltale::is_ours(program)) {
            findings.add(TraceFault::Program { place, key: key.to_owned(), program: Quote::new(program) });
        }
    }
    for entry in &claims.info {
        if !INFO.contains(&entry.key.as_str()) {
            let (key, value) = (Quote::new(&entry.key), Quote::new(&entry.value));
            findings.add(TraceFault::PrivateEntry { key, value });
        }
        if let Some(address) = telltale::mail_in(&entry.value) {
            findings.add(TraceFault::Mail { place, address: Quote::new(address) });
        }
    }
}

/// How the file came to be.
fn check_history(history: &History, claims: &Claims, findings: &mut Findings) {
    if claims.has_ids && history.hashed_id.is_none() {
        findings.add(TraceFault::FileId);
    }
    if history.changes > 0 {
        findings.add(TraceFault::Revision { changes: history.changes });
    }
}
