//! Small files by hand, each with one fault, and the check that must find it; and files that mean harm.

use std::collections::BTreeSet;

use super::{Check, Report, Scope, Severity, examine};
use crate::color::Profile;

/// A file from its objects, numbered from 1: the catalog, Info, and what follows. The table is right, and the id a made-up one.
fn file(objects: &[&[u8]]) -> Vec<u8> {
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
    let id = "00112233445566778899AABBCCDDEEFF";
    let size = objects.len() + 1;
    let trailer = format!(
        "trailer\n<</Size {size}/Root 1 0 R/Info 2 0 R/ID[<{id}><{id}>]>>\nstartxref\n{table}\n%%EOF\n"
    );
    bytes.extend(trailer.as_bytes());
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
    page: String,
    content: String,
    xmp: String,
    intent: String,
    element: String,
    /// More objects, from 12 on.
    more: Vec<Vec<u8>>,
}

const XMP: &str = "<x:xmpmeta><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">T</rdf:li></rdf:Alt></dc:title>\
    <pdfx:GTS_PDFXVersion>PDF/X-4</pdfx:GTS_PDFXVersion></x:xmpmeta>";

impl Sample {
    /// Letter with 9 pt of bleed on a larger sheet: one heading in an embedded face, black alone.
    fn press() -> Sample {
        Sample {
            catalog: "/Lang(en)/MarkInfo<</Marked true>>\
                /ViewerPreferences<</DisplayDocTitle true/PrintScaling/None/Duplex/Simplex>>"
                .to_owned(),
            info: "/Title(T)/Trapped/False/CreationDate(D:20261101000000Z)".to_owned(),
            page: "/MediaBox[0 0 668 848]/BleedBox[19 19 649 829]/TrimBox[28 28 640 820]/StructParents 0"
                .to_owned(),
            content: "/H1<</MCID 0>>BDC BT 0 0 0 1 k /F1 12 Tf 100 700 Td <0001> Tj ET EMC".to_owned(),
            xmp: XMP.to_owned(),
            intent: "/S/GTS_PDFX/OutputConditionIdentifier(TR 006)".to_owned(),
            element: "/S/H1/Pg 4 0 R/K 0".to_owned(),
            more: Vec::new(),
        }
    }

    fn bytes(&self) -> Vec<u8> {
        let text = |text: &str| format!("<<{text}>>").into_bytes();
        let face =
            std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/NotoSansSymbols-Regular.ttf")).unwrap();
        let catalog = format!(
            "/Type/Catalog/Pages 3 0 R/Metadata 6 0 R/OutputIntents[<<{}/DestOutputProfile 7 0 R>>]/StructTreeRoot 8 0 R{}",
            self.intent, self.catalog
        );
        let page = format!(
            "/Type/Page/Parent 3 0 R/Contents 5 0 R/Resources<</Font<</F1 10 0 R>>/XObject<</X 12 0 R>>>>{}",
            self.page
        );
        let descendant =
            "/Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Symbols/FontDescriptor<</FontFile2 11 0 R>>";
        let font = format!(
            "/Type/Font/Subtype/Type0/BaseFont/ABCDEF+Symbols/Encoding/Identity-H/DescendantFonts[<<{descendant}>>]"
        );
        let map = stream("", b"1 beginbfchar <0001> <0078> endbfchar");
        let mut objects = vec![
            text(&catalog),
            text(&self.info),
            text("/Type/Pages/Kids[4 0 R]/Count 1"),
            text(&page),
            stream("", self.content.as_bytes()),
            stream("/Type/Metadata/Subtype/XML", self.xmp.as_bytes()),
            stream("/N 4", b"a profile"),
            text("/Type/StructTreeRoot/K 9 0 R"),
            text(&format!("/Type/StructElem{}", self.element)),
            text(&format!("{font}/ToUnicode {} 0 R", 12 + self.more.len().max(1))),
            stream("", &face),
        ];
        objects.extend(self.more.iter().cloned());
        if self.more.is_empty() {
            objects.push(b"null".to_vec());
        }
        objects.push(map);
        file(&objects.iter().map(Vec::as_slice).collect::<Vec<_>>())
    }

    fn with(mut self, change: impl FnOnce(&mut Sample)) -> Sample {
        change(&mut self);
        self
    }
}

fn examined(sample: &Sample, profile: Profile) -> Report {
    examine(&sample.bytes(), Some(profile), Scope::Whole)
}

/// The checks that found something; the made-up id of all samples is let pass.
fn found(report: &Report) -> BTreeSet<&'static str> {
    report
        .findings
        .iter()
        .map(|finding| finding.check)
        .filter(|check| *check != Check::Random)
        .map(Check::name)
        .collect()
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
    assert_eq!(examine(&Sample::press().bytes(), None, Scope::Whole).profile, Profile::Press);
}

type Change = fn(&mut Sample);

/// Asserts that a change to the right file is found by one check and no other.
fn each(profile: Profile, cases: &[(Check, Change)]) {
    for (check, change) in cases {
        let report = examined(&Sample::press().with(change), profile);
        assert_eq!(found(&report), BTreeSet::from([check.name()]), "{:#?}", report.findings);
    }
}

fn put(text: &mut String, old: &str, new: &str) {
    assert!(text.contains(old), "{old} in {text}");
    *text = text.replace(old, new);
}

#[test]
fn faults_of_boxes_are_found() {
    each(
        Profile::Press,
        &[
            (Check::Nested, |s| put(&mut s.page, "[0 0 668 848]", "[0 0 640 848]")),
            (Check::Bleed, |s| put(&mut s.page, "[19 19 649 829]", "[24 19 649 829]")),
            (Check::Trim, |s| put(&mut s.page, "/TrimBox[28 28 640 820]", "/CropBox[28 28 640 820]")),
            (Check::Paper, |s| put(&mut s.page, "[28 28 640 820]", "[28 28 640 800]")),
        ],
    );
    each(Profile::Office, &[(Check::Margin, |s| put(&mut s.content, "100 700 Td", "40 700 Td"))]);
}

#[test]
fn faults_of_ink_are_found() {
    each(
        Profile::Press,
        &[
            (Check::Text, |s| put(&mut s.content, "0 0 0 1 k", "0 1 0 1 k")),
            (Check::Total, |s| put(&mut s.content, "BT 0", "BT .6 .6 .6 1 k 0 0 9 9 re f 0")),
            (Check::Intent, |s| put(&mut s.intent, "GTS_PDFX", "GTS_PDFA1")),
            (Check::Registration, |s| registration(s, "100 100 9 9 re f")),
        ],
    );
    // Marks are where they are cut off.
    let marks = Sample::press().with(|s| registration(s, "2 2 9 9 re f"));
    assert_eq!(found(&examined(&marks, Profile::Press)), BTreeSet::new());
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
    // JPEG 2000 is not unpacked.
    let sealed = Sample::press().with(|s| {
        picture(s, "/ColorSpace/DeviceCMYK/Filter/JPXDecode", b"pixels");
        put(&mut s.content, "72 0 0 72", "1 0 0 1");
    });
    assert_eq!(found(&examined(&sealed, Profile::Press)), BTreeSet::from(["picture/unmeasured"]));
}

#[test]
fn faults_of_tags_are_found() {
    each(
        Profile::Press,
        &[
            (Check::Tagged, |s| put(&mut s.catalog, "/Marked true", "/Marked false")),
            (Check::Suspects, |s| put(&mut s.catalog, "/Marked true", "/Marked true/Suspects true")),
            (Check::Marked, |s| s.content.push_str(" 0 0 9 9 re f")),
            (Check::Parents, |s| put(&mut s.element, "/K 0", "/K[0 1]")),
            (Check::Parents, |s| put(&mut s.page, "/StructParents 0", "")),
            (Check::Role, |s| put(&mut s.element, "/S/H1", "/S/Headline")),
            (Check::Heading, |s| put(&mut s.element, "/S/H1", "/S/H2")),
            (Check::Alt, |s| put(&mut s.element, "/S/H1", "/S/Figure")),
            (Check::Language, |s| put(&mut s.catalog, "/Lang(en)", "/Lang()")),
            (Check::Title, |s| put(&mut s.catalog, "/DisplayDocTitle true", "")),
            (Check::Xmp, |s| put(&mut s.info, "/Title(T)", "/Title(U)")),
            (Check::Version, |s| put(&mut s.xmp, "PDF/X-4", "PDF/X-3")),
            (Check::Trapped, |s| put(&mut s.info, "/Trapped/False", "/Trapped/Unknown")),
        ],
    );
    let figure = Sample::press().with(|s| put(&mut s.element, "/S/H1", "/S/Figure/Alt(a leaf)"));
    assert_eq!(found(&examined(&figure, Profile::Press)), BTreeSet::new());
}

#[test]
fn what_acts_or_is_clicked_is_found() {
    each(
        Profile::Press,
        &[
            (Check::Action, |s| s.catalog.push_str("/OpenAction<</S/JavaScript/JS(x)>>")),
            (Check::Attachment, |s| s.catalog.push_str("/Names<</EmbeddedFiles 12 0 R>>")),
            (Check::Annotation, |s| s.page.push_str("/Annots[<</Subtype/Text/Rect[0 0 1 1]>>]")),
        ],
    );
    each(
        Profile::Office,
        &[
            (Check::Scaling, |s| put(&mut s.catalog, "/PrintScaling/None", "")),
            (Check::Tabs, |s| {
                s.page.push_str("/Annots[<</Subtype/Link/StructParent 1/Contents(x)/Rect[0 0 1 1]>>]")
            }),
            (Check::Link, |s| {
                s.page.push_str("/Tabs/S/Annots[<</Subtype/Link/StructParent 1/Rect[0 0 1 1]>>]")
            }),
        ],
    );
}

#[test]
fn faults_of_type_are_found() {
    each(
        Profile::Press,
        &[
            (Check::Small, |s| put(&mut s.content, "12 Tf", "5 Tf")),
            // What counts is the size on paper.
            (Check::Small, |s| put(&mut s.content, "BT 0", "q .4 0 0 .4 0 0 cm BT 0")),
        ],
    );
    let large =
        Sample::press().with(|s| put(&mut s.content, "12 Tf 100 700 Td", "1 Tf 12 0 0 12 100 700 Tm"));
    assert_eq!(examined(&large, Profile::Press).facts.smallest.map(|smallest| smallest.size), Some(12.0));
}

#[test]
fn traces_are_found_wherever_they_are() {
    let cases: &[(Check, Change)] = &[
        (Check::Person, |s| s.info.push_str("/Author(Ana)")),
        (Check::Person, |s| {
            s.xmp.push_str("<dc:creator><rdf:Seq><rdf:li>Ana</rdf:li></rdf:Seq></dc:creator>")
        }),
        (Check::Path, |s| s.content.push_str(" % from /home/ana/leaflet.doc\n")),
        (Check::Path, |s| s.more.push(stream("", b"C:\\Users\\Ana\\leaflet.doc"))),
        (Check::Host, |s| s.info.push_str("/Subject(DESKTOP-4F2K9AB)")),
        (Check::Clock, |s| put(&mut s.info, "D:20261101000000Z", "D:20261101093015Z")),
        (Check::Zone, |s| put(&mut s.info, "D:20261101000000Z", "D:20261101000000-05'00'")),
        (Check::Clock, |s| s.xmp.push_str("<xmp:ModifyDate>2026-11-01T09:30:15Z</xmp:ModifyDate>")),
        (Check::Software, |s| s.info.push_str("/Producer(Word 16)")),
        (Check::Private, |s| s.info.push_str("/Company(Ana)")),
        (Check::Private, |s| s.page.push_str("/PieceInfo<</Illustrator<<>>>>")),
        (Check::Tracking, |s| s.more.push(b"<</URI(https://example.org/?utm_source=leaflet)>>".to_vec())),
        (Check::Sealed, |s| s.more.push(stream("/Filter/Unheard", b"what"))),
        (Check::Camera, |s| s.more.push(stream("/Filter/DCTDecode", b"\xFF\xD8\xFF\xFE\0\x08secret"))),
    ];
    for (check, change) in cases {
        let sample = Sample::press().with(change);
        let report = examine(&sample.bytes(), None, Scope::Privacy);
        assert_eq!(found(&report), BTreeSet::from([check.name()]), "{:#?}", report.findings);
    }
    let id = Sample::press().with(|s| s.xmp.push_str("<xmpMM:DocumentID>uuid:1-2-3</xmpMM:DocumentID>"));
    let report = examine(&id.bytes(), None, Scope::Privacy);
    let random =
        |finding: &&super::Finding| finding.check == Check::Random && finding.severity == Severity::Error;
    assert_eq!(report.findings.iter().filter(random).count(), 1);
}

#[test]
fn what_was_there_before_is_found() {
    let mut bytes = Sample::press().bytes();
    bytes.extend(
        b"2 0 obj\n<</Title(T)/Author(Ana)>>\nendobj\n2 0 obj\n<</Title(T)>>\nendobj\nstartxref\n9\n%%EOF\n",
    );
    // The second state hides the author again; the third tables can't be read, and the file is mended.
    let report = examine(&bytes, None, Scope::Privacy);
    assert!(found(&report).contains("trace/revision"), "{:#?}", report.findings);
}

#[test]
fn a_file_that_is_none_has_one_finding() {
    for (bytes, reason) in [
        (b"".to_vec(), "not a PDF"),
        (b"GIF89a".to_vec(), "not a PDF"),
        (b"%PDF-1.7\nnothing".to_vec(), "damaged"),
        (
            String::from_utf8_lossy(&file(&[b"<</Pages 2 0 R>>"]))
                .replace("/ID", "/Encrypt<<>>/ID")
                .into_bytes(),
            "encrypted",
        ),
    ] {
        let report = examine(&bytes, None, Scope::Whole);
        let [finding] = &report.findings[..] else { panic!("{report:#?}") };
        assert!(
            finding.check == Check::Unreadable && finding.message.contains(reason),
            "{}",
            finding.message
        );
    }
}

#[test]
fn forms_that_call_each_other_come_to_an_end() {
    let form = |calls: &str| stream("/Subtype/Form/Resources<</XObject<</X 12 0 R>>>>", calls.as_bytes());
    let sample = Sample::press().with(|s| {
        s.more.push(form(&"/X Do ".repeat(500)));
        s.content.push_str(" /Artifact BMC /X Do EMC");
    });
    let started = std::time::Instant::now();
    assert_eq!(found(&examined(&sample, Profile::Press)), BTreeSet::new());
    assert!(started.elapsed().as_secs() < 5);
}

#[test]
fn trees_that_are_rings_come_to_an_end() {
    let ring = Sample::press().with(|s| put(&mut s.element, "/K 0", "/K[0 9 0 R 9 0 R 8 0 R]"));
    assert!(!found(&examined(&ring, Profile::Press)).contains("tag/tagged"));
    let pages = String::from_utf8_lossy(&Sample::press().bytes()).replace("/Kids[4 0 R]", "/Kids[3 0 R]");
    examine(pages.as_bytes(), None, Scope::Whole);
}

#[test]
fn nesting_without_end_comes_to_an_end() {
    for open in ["[", "<<", "<</A", "(", "q ", "BT ", "[<</A"] {
        let sample = Sample::press().with(|s| s.content.push_str(&open.repeat(200_000)));
        examined(&sample, Profile::Press);
        let sample = Sample::press().with(|s| s.catalog.push_str(&format!("/X {}", open.repeat(200_000))));
        examined(&sample, Profile::Press);
    }
}

#[test]
fn a_picture_that_says_it_is_huge_is_not_unpacked() {
    let frame = b"\xFF\xD8\xFF\xC0\0\x14\x08\xFF\xFF\xFF\xFF\x04\x01\x11\0\x02\x11\0\x03\x11\0\x04\x11\0\xFF\xDA\0\x02";
    for dictionary in ["/Width 65535/Height 65535", "/Width 8/Height 8", "/Width 999999999/Height 999999999"]
    {
        let sample = Sample::press().with(|s| {
            picture(s, "", b"");
            s.more[0] =
                stream(&format!("/Subtype/Image/ColorSpace/DeviceCMYK/Filter/DCTDecode{dictionary}"), frame);
        });
        assert!(found(&examined(&sample, Profile::Press)).contains("picture/unmeasured"));
    }
}
