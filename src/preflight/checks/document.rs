//! What the file says of itself as a whole: standards, intents, title, language, how it is shown and printed.

use crate::color::Profile;
use crate::preflight::faults::{DocumentFault, FileFault};
use crate::preflight::finding::Findings;
use crate::preflight::quote::Quote;
use crate::preflight::read::{Claims, DC, Document, PDFA, PDFUA, PDFX, Packet, XMP, Xmp};

/// The parts of standards that there are (ISO 14289, ISO 19005).
const UA_PARTS: &[&str] = &["1", "2"];
const A_PARTS: &[&str] = &["1", "2", "3", "4"];
/// The annotations that a press file may have (ISO 15930-7, annotations).
const MARKS: &[&str] = &["TrapNet", "PrinterMark"];

/// Checks what the file says of itself.
pub(in super::super) fn check_document(document: &Document, profile: Profile, findings: &mut Findings) {
    let claims = &document.claims;
    if claims.language.is_none() {
        findings.add(DocumentFault::NoLanguage);
    }
    if claims.title().is_none() {
        findings.add(DocumentFault::NoTitle);
    } else if !claims.shows_title {
        findings.add(DocumentFault::HiddenTitle);
    }
    match &claims.packet {
        Packet::Missing => findings.add(DocumentFault::NoXmp),
        Packet::Broken => findings.add(DocumentFault::BrokenXmp),
        Packet::Read(xmp) => check_xmp(xmp, claims, findings),
    }
    match profile {
        Profile::Press => check_press(document, findings),
        Profile::Office => check_printing(claims, document.pages.len(), findings),
        Profile::Screen => {}
    }
    if profile != Profile::Press && claims.intents.is_empty() {
        findings.add(DocumentFault::NoIntent);
    }
    if !claims.has_ids {
        findings.add(FileFault::NoIds);
    }
    for &part in &document.acts.unlooked {
        findings.add(FileFault::NotAllRead { part });
    }
    for &what in &document.drawn.excesses {
        findings.add(FileFault::Excess { what });
    }
}

/// The title and dates of XMP are Info's, and the parts of standards that it names are ones there are.
fn check_xmp(xmp: &Xmp, claims: &Claims, findings: &mut Findings) {
    if let (Some(told), Some(info)) = (xmp.value(DC, "title"), claims.info("Title"))
        && told != info
    {
        findings.add(DocumentFault::Titles { xmp: Quote::new(told), info: Quote::new(info) });
    }
    for (key, name) in [("CreationDate", "CreateDate"), ("ModDate", "ModifyDate")] {
        if let (Some(told), Some(info)) = (xmp.value(XMP, name), claims.info(key))
            && !is_same_moment(told, info)
        {
            findings.add(DocumentFault::Dates { key, xmp: Quote::new(told), info: Quote::new(info) });
        }
    }
    for (schema, standard, parts) in [(PDFUA, "PDF/UA", UA_PARTS), (PDFA, "PDF/A", A_PARTS)] {
        if let Some(part) = xmp.value(schema, "part").filter(|part| !parts.contains(part)) {
            findings.add(DocumentFault::Part { standard, part: Quote::new(part) });
        }
    }
}

/// Whether a date of XMP (ISO 8601) and one of Info (ISO 32000-1 7.9.4) are one, as far as both go. Those of two zones are taken
/// for one.
fn is_same_moment(xmp: &str, info: &str) -> bool {
    let (xmp, info) = (Moment::read(xmp), Moment::read(info.trim_start_matches("D:")));
    let length = xmp.time.len().min(info.time.len());
    xmp.zone != info.zone || xmp.time[..length] == info.time[..length]
}

/// A date with its time, in digits.
struct Moment {
    /// From the year on, as far as it goes.
    time: String,
    /// The zone with its sign, without noughts at its end.
    zone: String,
}

impl Moment {
    fn read(date: &str) -> Moment {
        // A sign within the day is none of a zone.
        let day = date.len().min(10);
        let sign = date.bytes().skip(day).position(|byte| matches!(byte, b'Z' | b'+' | b'-'));
        let (time, zone) =
            date.split_at_checked(sign.map_or(date.len(), |at| at + day)).unwrap_or((date, ""));
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let sign = if zone.starts_with('-') { "-" } else { "" };
        Moment { time: digits(time), zone: format!("{sign}{}", digits(zone).trim_end_matches('0')) }
    }
}

/// What a press is told: the printing condition, whether traps are in, and the standard. Nothing hangs on its pages.
fn check_press(document: &Document, findings: &mut Findings) {
    let claims = &document.claims;
    match claims.press_intent() {
        None => findings.add(DocumentFault::NoPressIntent),
        Some(intent) if !intent.is_named && intent.components == 0 => {
            findings.add(DocumentFault::EmptyIntent);
        }
        Some(intent) if intent.components == 3 => findings.add(DocumentFault::RgbIntent),
        Some(_) => {}
    }
    if !matches!(claims.trapped.as_deref(), Some("True" | "False")) {
        findings.add(DocumentFault::Trapped);
    }
    let version = claims.xmp().and_then(press_version);
    if !version.is_some_and(|version| version.starts_with("PDF/X-4")) {
        findings.add(DocumentFault::Version);
    }
    for (page, number) in document.pages.iter().zip(1..) {
        let foreign = page.annotations.kinds.iter().find(|kind| !MARKS.contains(&kind.as_str()));
        if let Some(kind) = foreign {
            findings.add_on(number, DocumentFault::Annotation { annotation: Quote::new(kind) });
        }
    }
}

/// The standard for presses that XMP names.
fn press_version(xmp: &Xmp) -> Option<&str> {
    PDFX.into_iter().find_map(|schema| xmp.value(schema, "GTS_PDFXVersion"))
}

/// What an office printer is told: not to scale the sheet, and how to turn it.
fn check_printing(claims: &Claims, pages: usize, findings: &mut Findings) {
    if claims.scaling.as_deref() != Some("None") {
        findings.add(DocumentFault::Scaling);
    }
    if pages > 1 && claims.duplex.is_none() {
        findings.add(DocumentFault::Duplex);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_two_ways_of_writing_are_compared() {
        for info in ["D:20261101000000Z", "D:20261101", "D:20261101000000+00'00'", "D:20261031190000-05'00'"]
        {
            assert!(is_same_moment("2026-11-01T00:00:00Z", info), "{info}");
        }
        assert!(is_same_moment("2026-11-01T09:30:00-05:00", "D:20261101093000-05'00'"));
        for info in ["D:20261102000000Z", "D:20261101000001Z", "D:2025"] {
            assert!(!is_same_moment("2026-11-01T00:00:00Z", info), "{info}");
        }
    }
}
