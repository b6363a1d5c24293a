//! What the file says of itself as a whole: standards, intents, title, language, how it is shown and printed.

use hayro_syntax::object::{Array, Dict, Stream};

use crate::color::Profile;

use super::boxes;
use super::file::{File, name, text};
use super::report::{Check, Facts, Findings};

/// The parts of standards that there are (ISO 14289, ISO 19005).
const UA_PARTS: &[&str] = &["1", "2"];
const A_PARTS: &[&str] = &["1", "2", "3", "4"];

/// An output intent (ISO 32000-1 14.11.5).
pub(super) struct Intent {
    /// `GTS_PDFX` or `GTS_PDFA1`.
    pub(super) kind: String,
    /// The number of its profile's inks or lights; 0 where it has no profile of its own.
    pub(super) parts: u32,
    /// Whether it names a printing condition.
    pub(super) named: bool,
}

/// The intents of a file.
pub(super) fn intents(file: &File<'_>) -> Vec<Intent> {
    let catalog = file.catalog();
    let Some(intents) = catalog.get::<Array<'_>>("OutputIntents") else { return Vec::new() };
    let intents = intents.iter::<Dict<'_>>().take(16).map(|intent| {
        let profile = intent.get::<Stream<'_>>("DestOutputProfile");
        Intent {
            kind: name(&intent, "S").unwrap_or_default(),
            parts: profile.and_then(|profile| profile.dict().get::<u32>("N")).unwrap_or(0),
            named: text(&intent, "OutputConditionIdentifier").is_some_and(|text| !text.is_empty()),
        }
    });
    intents.collect()
}

/// What a file is for, as it tells itself: for the press when it has a press's intent, for a screen when its pages are a phone's
/// or no paper at all, or when we made it and did not say how to print it.
pub(super) fn told(file: &File<'_>) -> Profile {
    let shown = |page| {
        let [left, low, right, high] = boxes::of(page).trim;
        boxes::paper([right - left, high - low]).is_none_or(|paper| paper == "phone")
    };
    let view = file.catalog().get::<Dict<'_>>("ViewerPreferences").unwrap_or_default();
    let printed = view.contains_key("PrintScaling") || view.contains_key("Duplex");
    let is_ours = text(&file.info(), "Producer").is_some_and(|program| program.starts_with("Polyleaf "));
    match intents(file).iter().any(|intent| intent.kind == "GTS_PDFX") {
        true => Profile::Press,
        false if is_ours && !printed || file.pages().first().is_some_and(shown) => Profile::Screen,
        false => Profile::Office,
    }
}

/// Checks what the file says of itself.
pub(super) fn check(file: &File<'_>, profile: Profile, facts: &mut Facts, findings: &mut Findings) {
    let catalog = file.catalog();
    let xmp = file.xmp();
    facts.standards = standards(&xmp);
    facts.language = text(&catalog, "Lang").filter(|lang| !lang.is_empty());
    facts.title =
        title(&xmp).or_else(|| text(&file.info(), "Title")).filter(|title| !title.trim().is_empty());

    if facts.language.is_none() {
        findings.error(Check::Language, None, "no language is told: nobody knows how to read it out");
    }
    let view = catalog.get::<Dict<'_>>("ViewerPreferences").unwrap_or_default();
    match &facts.title {
        None => findings.error(Check::Title, None, "there is no title"),
        Some(_) if view.get::<bool>("DisplayDocTitle") != Some(true) => {
            findings.error(
                Check::Title,
                None,
                "readers show the file’s name, not its title: DisplayDocTitle is not set",
            );
        }
        Some(_) => {}
    }
    described(file, &xmp, findings);
    match profile {
        Profile::Press => press(file, &xmp, findings),
        Profile::Office => office(&view, file.pages().len(), findings),
        Profile::Screen => {}
    }
    if profile != Profile::Press && intents(file).is_empty() {
        findings.warning(Check::Intent, None, "no output intent says what its colours mean");
    }
    if !file.has_ids() {
        findings.error(Check::Id, None, "the trailer has no pair of ids");
    }
}

/// XMP is there, its title and dates are Info's, and the parts of standards that it names are ones there are.
fn described(file: &File<'_>, xmp: &str, findings: &mut Findings) {
    if xmp.trim().is_empty() {
        findings.error(Check::Xmp, None, "there is no XMP packet");
        return;
    }
    if let (Some(said), Some(info)) = (title(xmp), text(&file.info(), "Title"))
        && said != info
    {
        findings.warning(
            Check::Xmp,
            None,
            format!("XMP has the title “{}”, Info “{}”", shown(&said), shown(&info)),
        );
    }
    for (info, key) in [("CreationDate", "xmp:CreateDate"), ("ModDate", "xmp:ModifyDate")] {
        if let (Some(said), Some(told)) = (element(xmp, key), text(&file.info(), info))
            && !is_same_moment(&said, &told)
        {
            let message = format!("XMP has the date “{}”, Info “{}” ({info})", shown(&said), shown(&told));
            findings.warning(Check::Xmp, None, message);
        }
    }
    for (key, standard, parts) in [("pdfuaid:part", "PDF/UA", UA_PARTS), ("pdfaid:part", "PDF/A", A_PARTS)] {
        if let Some(part) = element(xmp, key).filter(|part| !parts.contains(&part.as_str())) {
            let message = format!("XMP names part {} of {standard}, which there is not", shown(&part));
            findings.error(Check::Xmp, None, message);
        }
    }
}

/// Whether a date of XMP (ISO 8601) and one of Info (ISO 32000-1 7.9.4) are one, as far as both go. Those of two zones are taken
/// for one.
fn is_same_moment(xmp: &str, info: &str) -> bool {
    let (xmp, info) = (moment(xmp), moment(info.trim_start_matches("D:")));
    let length = xmp[0].len().min(info[0].len());
    xmp[1] != info[1] || xmp[0][..length] == info[0][..length]
}

/// The digits of a date, and those of its zone.
fn moment(date: &str) -> [String; 2] {
    let day = date.len().min(10);
    let zone = date.bytes().skip(day).position(|byte| matches!(byte, b'Z' | b'+' | b'-')).map(|at| at + day);
    let (time, zone) = date.split_at_checked(zone.unwrap_or(date.len())).unwrap_or((date, ""));
    let sign = if zone.starts_with('-') { "-" } else { "" };
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let zone = digits(zone);
    [digits(time), format!("{sign}{}", zone.trim_end_matches('0'))]
}

fn press(file: &File<'_>, xmp: &str, findings: &mut Findings) {
    let intents = intents(file);
    match intents.iter().find(|intent| intent.kind == "GTS_PDFX") {
        None => {
            findings.error(Check::Intent, None, "no output intent says which printing condition is meant");
        }
        Some(intent) if !intent.named && intent.parts == 0 => {
            findings.error(
                Check::Intent,
                None,
                "the output intent neither names a printing condition nor holds a profile",
            );
        }
        Some(intent) if intent.parts == 3 => {
            findings.error(Check::Intent, None, "the output intent is of a device of red, green and blue");
        }
        Some(_) => {}
    }
    let trapped = name(&file.info(), "Trapped");
    if !matches!(trapped.as_deref(), Some("True" | "False")) {
        findings.error(Check::Trapped, None, "Info does not tell whether traps are in (Trapped)");
    }
    if !element(xmp, "GTS_PDFXVersion").is_some_and(|version| version.starts_with("PDF/X-4")) {
        findings.error(Check::Version, None, "XMP does not say that the file is PDF/X-4");
    }
    for (page, number) in file.pages().iter().zip(1..) {
        let annotations = page.raw().get::<Array<'_>>("Annots").into_iter();
        let annotations = annotations.flat_map(|all| all.iter::<Dict<'_>>().take(1000).collect::<Vec<_>>());
        let kinds: Vec<String> =
            annotations.map(|annotation| name(&annotation, "Subtype").unwrap_or_default()).collect();
        if let Some(kind) = kinds.iter().find(|kind| !matches!(kind.as_str(), "TrapNet" | "PrinterMark")) {
            findings.error(
                Check::Annotation,
                Some(number),
                format!("an annotation ({}) on paper", shown(kind)),
            );
        }
    }
}

fn office(view: &Dict<'_>, pages: usize, findings: &mut Findings) {
    if name(view, "PrintScaling").as_deref() != Some("None") {
        findings.warning(
            Check::Scaling,
            None,
            "printers may shrink it to fit, which moves every fold (PrintScaling)",
        );
    }
    if pages > 1 && name(view, "Duplex").is_none() {
        findings.warning(
            Check::Duplex,
            None,
            "nothing tells the printer along which edge to turn the sheet (Duplex)",
        );
    }
}

/// The standards that XMP names.
fn standards(xmp: &str) -> Vec<String> {
    let archive = element(xmp, "pdfaid:part").map(|part| {
        format!("PDF/A-{}{}", part, element(xmp, "pdfaid:conformance").unwrap_or_default().to_lowercase())
    });
    let access = element(xmp, "pdfuaid:part").map(|part| format!("PDF/UA-{part}"));
    let press = element(xmp, "GTS_PDFXVersion");
    press.into_iter().chain(access).chain(archive).map(|standard| shown(&standard)).collect()
}

fn title(xmp: &str) -> Option<String> {
    let block = xmp.split("<dc:title").nth(1)?.split("</dc:title>").next()?;
    element(block, "rdf:li")
}

/// The text of an element of XMP, or the value of an attribute of that name.
pub(super) fn element(xmp: &str, name: &str) -> Option<String> {
    let at = xmp.match_indices(name).find_map(|(at, _)| {
        let rest = &xmp[at + name.len()..];
        let before = xmp[..at].chars().next_back();
        let is_name = before.is_some_and(|c| c == '<' || c == ':' || c.is_whitespace());
        match rest.chars().next() {
            Some('=') if is_name => rest[1..].split(['"', '\'']).nth(1),
            Some(c) if is_name && (c == '>' || c.is_whitespace()) => {
                let rest = rest.split_once('>')?.1;
                rest.split_once('<').map(|(text, _)| text)
            }
            _ => None,
        }
    });
    at.map(|text| unescaped(text.trim())).filter(|text| !text.is_empty())
}

fn unescaped(text: &str) -> String {
    let named =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&amp;", "&")];
    named.into_iter().fold(text.to_owned(), |text, (escaped, plain)| text.replace(escaped, plain))
}

/// Text of a file as a message shows it: one line, not too long, and nothing that moves a terminal.
pub(super) fn shown(text: &str) -> String {
    let clean = |c: char| if c.is_control() || ('\u{202A}'..='\u{202E}').contains(&c) { '·' } else { c };
    let short: String = text.chars().take(80).map(clean).collect();
    if text.chars().count() > 80 { format!("{short}…") } else { short }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{examined, messages, page, stream};
    use super::*;

    #[test]
    fn elements_and_attributes_are_read() {
        let xmp = "<rdf:Description pdfaid:part=\"2\" pdfaid:conformance='B'><pdfx:GTS_PDFXVersion>PDF/X-4</pdfx:GTS_PDFXVersion>";
        assert_eq!(standards(xmp), ["PDF/X-4", "PDF/A-2b"]);
        assert_eq!(standards("<notpdfaid:part>2<"), [""; 0]);
        let title_of =
            |text| title(&format!("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{text}</rdf:li>"));
        assert_eq!(title_of("a &amp; &lt;b&gt;").as_deref(), Some("a & <b>"));
        assert_eq!(title_of(" "), None);
    }

    #[test]
    fn a_sheet_that_we_made_for_a_screen_is_told() {
        let told = |view: &str, info: &str| {
            let view = format!("/ViewerPreferences<<{view}>>");
            examined(&page(&view, info, "", &[])).profile
        };
        assert_eq!(told("", "/Producer(Polyleaf 1)"), Profile::Screen);
        assert_eq!(told("/PrintScaling/None", "/Producer(Polyleaf 1)"), Profile::Office);
        assert_eq!(told("", "/Producer(Word 16)"), Profile::Office);
    }

    #[test]
    fn what_xmp_says_otherwise_is_found() {
        let found = |xmp: &str| {
            let packet = stream("/Type/Metadata/Subtype/XML", xmp);
            let bytes = page("/Metadata 5 0 R", "/ModDate(D:20261101000000Z)", "", &[&packet]);
            messages(&examined(&bytes), Check::Xmp).into_iter().map(str::to_owned).collect::<Vec<_>>()
        };
        for right in
            ["<pdfuaid:part>1</pdfuaid:part>", "<xmp:ModifyDate>2026-11-01T00:00:00Z</xmp:ModifyDate>"]
        {
            assert_eq!(found(right), [""; 0], "{right}");
        }
        for wrong in
            ["<pdfuaid:part>9</pdfuaid:part>", "<xmp:ModifyDate>2026-11-02T00:00:00Z</xmp:ModifyDate>"]
        {
            assert_eq!(found(wrong).len(), 1, "{wrong}");
        }
    }

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

    #[test]
    fn what_is_shown_can_not_move_the_terminal() {
        assert_eq!(shown("a\u{1b}[2Jb\n\u{202E}c"), "a·[2Jb··c");
        assert_eq!(shown(&"x".repeat(200)).chars().count(), 81);
    }
}
