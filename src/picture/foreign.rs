//! Files that are no pictures for us, by their first bytes. Out: what they are, and how a picture comes of them.

use super::error::PictureError;

const EXPORT: &str = "export it as SVG from the program that it was made with";
const SAVE: &str = "open it in a program for pictures and save it as PNG";
const TAKE: &str = "save the picture that is in it by itself, as PNG or SVG";

/// First bytes, from a place on.
const KINDS: [(usize, &[u8], &str, &str); 22] = [
    (0, b"%PDF", "a PDF, or a drawing of Illustrator", EXPORT),
    (0, b"%!PS", "PostScript", EXPORT),
    (0, b"\xC5\xD0\xD3\xC6", "PostScript", EXPORT),
    (8, b"WEBP", "a WebP", SAVE),
    (4, b"ftyphei", "a HEIC, as telephones take them", SAVE),
    (4, b"ftyphev", "a HEIC, as telephones take them", SAVE),
    (4, b"ftypmif1", "a HEIC, as telephones take them", SAVE),
    (4, b"ftypavif", "an AVIF", SAVE),
    (4, b"ftyp", "a film", SAVE),
    (0, b"GIF8", "a GIF", SAVE),
    (0, b"BM", "a BMP", SAVE),
    (0, b"II*\0", "a TIFF", SAVE),
    (0, b"MM\0*", "a TIFF", SAVE),
    (0, b"\0\0\x01\0", "an icon of Windows", SAVE),
    (0, b"8BPS", "a Photoshop file", SAVE),
    (0, b"gimp xcf", "a GIMP file", SAVE),
    (0, b"\0\0\0\x0CJXL ", "a JPEG XL", SAVE),
    (0, b"\0\0\0\x0CjP", "a JPEG 2000", SAVE),
    (0, b"PK\x03\x04", "a packed file, as Word, Pages and Publisher write them", TAKE),
    (0, b"\xD0\xCF\x11\xE0", "a file of Word, PowerPoint or Publisher", TAKE),
    (0, b"{\\rtf", "a text of a word processor", TAKE),
    (0, b"\xD7\xCD\xC6\x9A", "a WMF", SAVE),
];

/// What a file is that is no picture for us, where that is known.
pub(super) fn kind(file: &[u8]) -> Option<PictureError> {
    let found =
        KINDS.iter().find(|(at, start, ..)| file.get(*at..).is_some_and(|rest| rest.starts_with(start)));
    let text = String::from_utf8_lossy(&file[..file.len().min(256)]).trim_start().to_lowercase();
    let is_page = ["<!doctype html", "<html"].iter().any(|start| text.starts_with(start));
    let page = is_page.then_some(("a page of the web", "save the picture that is on it, not the page"));
    let (what, how) = found.map(|(.., what, how)| (*what, *how)).or(page)?;
    Some(PictureError::Foreign(what, how))
}

#[cfg(test)]
mod tests {
    use crate::picture::open;

    #[test]
    fn what_is_no_picture_is_told_by_what_it_is() {
        for (file, told) in [
            (&b"%PDF-1.5 ..."[..], "it is a PDF"),
            (b"RIFF\x10\0\0\0WEBPVP8 ", "it is a WebP"),
            (b"\0\0\0\x18ftypheic", "it is a HEIC"),
            (b"PK\x03\x04\x14\0", "it is a packed file, as Word"),
            (b"GIF89a", "it is a GIF"),
            (b"<!DOCTYPE html><title>", "it is a page of the web"),
            (b"our logo", "it is no SVG, PNG or JPEG"),
        ] {
            let fault = open(file).expect_err("it is no picture").to_string();
            assert!(fault.starts_with(told), "{fault}");
        }
    }
}
