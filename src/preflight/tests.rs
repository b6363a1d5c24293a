//! Small files by hand: what is read of them, and what is let pass.

mod faults;
mod harm;
mod order;
pub(in crate::preflight) mod small;

use std::collections::BTreeSet;

use super::{Check, Examination, Finding, PreflightReport, Severity, examine};
use crate::color::Profile;

/// A file from its objects, numbered from 1: the catalog, Info, and what follows; and from what its trailer holds besides. The
/// table is right.
fn file(objects: &[&[u8]], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut offsets = Vec::new();
    for (object, number) in objects.iter().zip(1..) {
        offsets.push(bytes.len());
        bytes.extend(format!("{number} 0 obj\n").as_bytes());
        bytes.extend(*object);
        bytes.extend(b"\nendobj\n");
    }
    let table = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).as_bytes());
    for offset in offsets {
        bytes.extend(format!("{offset:010} 00000 n \n").as_bytes());
    }
    let size = objects.len() + 1;
    let end =
        format!("trailer\n<</Size {size}/Root 1 0 R/Info 2 0 R{trailer}>>\nstartxref\n{table}\n%%EOF\n");
    bytes.extend(end.as_bytes());
    bytes
}

fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
    let head = format!("<<{dictionary}/Length {}>>\nstream\n", data.len());
    [head.as_bytes(), data, b"\nendstream"].concat()
}

/// A file that has what each profile asks for, in parts that a test can change.
#[derive(Clone)]
struct Sample {
    catalog: String,
    info: String,
    pages: String,
    page: String,
    /// The page's colour spaces.
    spaces: String,
    content: String,
    xmp: String,
    intent: String,
    element: String,
    font: String,
    face: Vec<u8>,
    /// More objects, from 13 on; the first is the object X of the page.
    more: Vec<Vec<u8>>,
    /// The ids are made up.
    trailer: String,
    /// How often it was saved again after the first time, without a change.
    again: usize,
}

/// A packet with a title and the standard for presses, and all schemas that the tests use.
const XMP: &str = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>\
    <rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:xmp='http://ns.adobe.com/xap/1.0/' \
    xmlns:pdfxid='http://www.npes.org/pdfx/ns/id/' xmlns:pdfuaid='http://www.aiim.org/pdfua/ns/id/' \
    xmlns:xmpMM='http://ns.adobe.com/xap/1.0/mm/' xmlns:exif='http://ns.adobe.com/exif/1.0/'>\
    <dc:title><rdf:Alt><rdf:li xml:lang='x-default'>T</rdf:li></rdf:Alt></dc:title>\
    <pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion></rdf:Description></rdf:RDF></x:xmpmeta>";

impl Sample {
    /// Letter with 9 pt of bleed on a larger sheet: one heading in an embedded face, black alone.
    fn press() -> Sample {
        Sample {
            catalog: "/Lang(en)/MarkInfo<</Marked true>>\
                /ViewerPreferences<</DisplayDocTitle true/PrintScaling/None/Duplex/Simplex>>"
                .to_owned(),
            info: "/Title(T)/Trapped/False/CreationDate(D:20261101000000Z)".to_owned(),
            pages: "/Kids[4 0 R]/Count 1".to_owned(),
            page: "/MediaBox[0 0 668 848]/BleedBox[19 19 649 829]/TrimBox[28 28 640 820]/StructParents 0"
                .to_owned(),
            spaces: String::new(),
            content: "/H1<</MCID 0>>BDC BT 0 0 0 1 k /F1 12 Tf 100 700 Td <0001> Tj ET EMC".to_owned(),
            xmp: XMP.to_owned(),
            intent: "/S/GTS_PDFX/OutputConditionIdentifier(TR 006)".to_owned(),
            element: "/S/H1/Pg 4 0 R/K 0".to_owned(),
            font: "/Subtype/Type0/BaseFont/ABCDEF+Symbols/Encoding/Identity-H/ToUnicode 12 0 R\
                /DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Symbols\
                /FontDescriptor<</FontFile2 11 0 R>>>>]"
                .to_owned(),
            face: std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/NotoSansSymbols-Regular.ttf"))
                .unwrap(),
            more: Vec::new(),
            trailer: "/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]".to_owned(),
            again: 0,
        }
    }

    fn bytes(&self) -> Vec<u8> {
        let text = |text: &str| format!("<<{text}>>").into_bytes();
        let catalog = format!(
            "/Type/Catalog/Pages 3 0 R/Metadata 6 0 R/OutputIntents[<<{}/DestOutputProfile 7 0 R>>]/StructTreeRoot 8 0 R{}",
            self.intent, self.catalog
        );
        let page = format!(
            "/Type/Page/Parent 3 0 R/Contents 5 0 R/Resources<</Font<</F1 10 0 R>>/XObject<</X 13 0 R>>/ColorSpace<<{}>>>>{}",
            self.spaces, self.page
        );
        let mut objects = vec![
            text(&catalog),
            text(&self.info),
            text(&format!("/Type/Pages{}", self.pages)),
            text(&page),
            stream("", self.content.as_bytes()),
            stream("/Type/Metadata/Subtype/XML", self.xmp.as_bytes()),
            stream("/N 4", b"a profile"),
            text("/Type/StructTreeRoot/K 9 0 R"),
            text(&format!("/Type/StructElem{}", self.element)),
            text(&format!("/Type/Font{}", self.font)),
            stream("", &self.face),
            stream("", b"1 beginbfchar <0001> <0078> endbfchar"),
        ];
        objects.extend(self.more.iter().cloned());
        if self.more.is_empty() {
            objects.push(b"null".to_vec());
        }
        let mut bytes = file(&objects.iter().map(Vec::as_slice).collect::<Vec<_>>(), &self.trailer);
        let end = bytes.windows(9).rposition(|window| window == b"startxref").expect("it has an end");
        bytes.extend(bytes[end..].repeat(self.again));
        bytes
    }

    fn with(mut self, change: impl FnOnce(&mut Sample)) -> Sample {
        change(&mut self);
        self
    }
}

fn examined(sample: &Sample, profile: Profile) -> PreflightReport {
    examine(&sample.bytes(), Some(profile), Examination::Whole)
}

/// The checks that found something; the made-up id of all samples is let pass.
fn found(report: &PreflightReport) -> BTreeSet<&'static str> {
    let own =
        |finding: &&Finding| finding.check() == Check::Random && finding.severity() == Severity::Warning;
    let found = report.findings.iter().filter(|finding| !own(finding));
    found.map(|finding| finding.check().name()).collect()
}

#[test]
fn a_right_file_has_no_findings() {
    let report = examined(&Sample::press(), Profile::Press);
    assert_eq!(found(&report), BTreeSet::new(), "{report:#?}");
    let facts = &report.facts;
    assert_eq!(
        (facts.title.as_deref(), facts.language.as_deref(), facts.elements),
        (Some("T"), Some("en"), 1)
    );
    assert_eq!((facts.pages[0].trim, facts.pages[0].bleed), ([612.0, 792.0], 9.0));
    assert_eq!((facts.spaces.as_slice(), facts.ink), (&["DeviceCMYK".to_owned()][..], Some(100.0)));
    let smallest = facts.smallest.as_ref().unwrap();
    assert_eq!((smallest.size, smallest.measured), (12.0, true));
    assert_eq!(examine(&Sample::press().bytes(), None, Examination::Whole).profile, Profile::Press);
}

/// Adds a property to the packet of XMP.
fn tell(sample: &mut Sample, property: &str) {
    put(&mut sample.xmp, "</rdf:Description>", &format!("{property}</rdf:Description>"));
}

fn put(text: &mut String, old: &str, new: &str) {
    assert!(text.contains(old), "{old} in {text}");
    *text = text.replace(old, new);
}

#[test]
fn marks_are_where_they_are_cut_off() {
    let marks = Sample::press().with(|s| registration(s, "2 2 9 9 re f"));
    assert_eq!(found(&examined(&marks, Profile::Press)), BTreeSet::new());
}

#[test]
fn light_is_neither_ink_nor_of_the_device_meant() {
    let light = Sample::press().with(|s| put(&mut s.content, "0 0 0 1 k", "0 0 0 rg"));
    assert_eq!(found(&examined(&light, Profile::Press)), BTreeSet::from(["ink/device", "ink/rgb"]));
}

/// Draws in the colour of marks.
fn registration(sample: &mut Sample, shape: &str) {
    let form = "/Subtype/Form/Resources<</ColorSpace<</All[/Separation/All/DeviceCMYK 99 0 R]>>>>";
    sample.more.push(stream(form, format!("/All cs 1 scn {shape}").as_bytes()));
    sample.content.push_str(" /Artifact BMC /X Do EMC");
}

/// Places a picture of 8 × 8 pixels, 1 inch square.
fn picture(sample: &mut Sample, dictionary: &str, data: &[u8]) {
    let dictionary = format!("/Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 8{dictionary}");
    sample.more.push(stream(&dictionary, data));
    sample.content.push_str(" /Artifact BMC q 72 0 0 72 200 200 cm /X Do Q EMC");
}

#[test]
fn pictures_are_measured_as_they_are_placed() {
    let grey = Sample::press().with(|s| picture(s, "/ColorSpace/DeviceGray", &[0; 64]));
    let report = examined(&grey, Profile::Press);
    assert_eq!(found(&report), BTreeSet::from(["picture/resolution"]));
    assert_eq!((report.facts.pictures, report.facts.resolution), (1, Some(8.0)));
    assert!(report.has_errors());
    // As a point it has 300 to the inch and more.
    let small = grey.with(|s| put(&mut s.content, "72 0 0 72", "1.92 0 0 1.92"));
    assert_eq!(found(&examined(&small, Profile::Press)), BTreeSet::new());
}

#[test]
fn the_ink_of_pixels_counts() {
    let heavy = Sample::press().with(|s| {
        picture(s, "/ColorSpace/DeviceCMYK", &[[0; 252].as_slice(), &[255, 255, 255, 0]].concat());
        put(&mut s.content, "72 0 0 72", "1 0 0 1");
    });
    let report = examined(&heavy, Profile::Press);
    assert_eq!((found(&report), report.facts.ink), (BTreeSet::from(["ink/total"]), Some(300.0)));
}

#[test]
fn a_figure_with_words_is_right() {
    let figure = Sample::press().with(|s| put(&mut s.element, "/S/H1", "/S/Figure/Alt(a leaf)"));
    assert_eq!(found(&examined(&figure, Profile::Press)), BTreeSet::new());
}

#[test]
fn what_counts_is_the_size_on_paper() {
    let large =
        Sample::press().with(|s| put(&mut s.content, "12 Tf 100 700 Td", "1 Tf 12 0 0 12 100 700 Tm"));
    assert_eq!(examined(&large, Profile::Press).facts.smallest.map(|smallest| smallest.size), Some(12.0));
}

#[test]
fn what_was_there_before_is_found() {
    let mut bytes = Sample::press().bytes();
    bytes.extend(
        b"2 0 obj\n<</Title(T)/Author(Ana)>>\nendobj\n2 0 obj\n<</Title(T)>>\nendobj\nstartxref\n9\n%%EOF\n",
    );
    // The second state hides the author again; the third tables can't be read, and the file is mended.
    let report = examine(&bytes, None, Examination::Privacy);
    assert!(found(&report).contains("trace/revision"), "{:#?}", report.findings);
}
