//! A file with one fault for every check, and for each kind of fault that a check finds; no other check finds anything in it.

use std::collections::BTreeSet;

use super::{Sample, found, picture, put, registration, stream, tell};
use crate::color::Profile;
use crate::preflight::{Check, Examination, examine};

type Change = fn(&mut Sample);

/// What must be found when the right file is changed so.
struct FaultyFile {
    check: Check,
    profile: Profile,
    examination: Examination,
    change: Change,
}

const fn press(check: Check, change: Change) -> FaultyFile {
    FaultyFile { check, profile: Profile::Press, examination: Examination::Whole, change }
}

const fn office(check: Check, change: Change) -> FaultyFile {
    FaultyFile { check, profile: Profile::Office, examination: Examination::Whole, change }
}

/// A trace, looked for alone.
const fn trace(check: Check, change: Change) -> FaultyFile {
    FaultyFile { check, profile: Profile::Press, examination: Examination::Privacy, change }
}

const FILES: &[FaultyFile] = &[
    press(Check::Unreadable, |s| s.trailer.push_str("/Encrypt<<>>")),
    press(Check::Id, |s| s.trailer.clear()),
    // The example of ISO 32000-1 7.4.4.2.
    press(Check::Lzw, |s| {
        s.more.push(stream("/Filter/LZWDecode", b"\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01"));
    }),
    // Forms within forms.
    press(Check::Unlooked, |s| {
        let form = |next: usize| format!("/Subtype/Form/Resources<</XObject<</X {next} 0 R>>>>");
        s.more.extend((14..30).map(|next| stream(&form(next), b"/X Do")));
        s.content.push_str(" /Artifact BMC /X Do EMC");
    }),
    press(Check::Unlooked, |s| s.content.push_str(&" 0 g".repeat(2_000_001))),
    press(Check::Unlooked, |s| s.content.push_str(&" q".repeat(300))),
    trace(Check::Unlooked, |s| s.content.push_str(&" q".repeat(300))),
    press(Check::Excess, |s| s.content.push_str(" 10000000000 w")),
    press(Check::Excess, |s| s.catalog.push_str("/X 2147483648")),
    press(Check::Excess, |s| s.catalog.push_str(&format!("/X/{}", "x".repeat(128)))),
    press(Check::Excess, |s| s.catalog.push_str(&format!("/{} 1", "x".repeat(128)))),
];

const BOXES: &[FaultyFile] = &[
    press(Check::NoPage, |s| {
        put(&mut s.pages, "/Kids[4 0 R]/Count 1", "/Kids[]/Count 0");
        put(&mut s.element, "/Pg 4 0 R/K 0", "");
    }),
    press(Check::Nested, |s| put(&mut s.page, "[0 0 668 848]", "[0 0 640 848]")),
    press(Check::Bleed, |s| put(&mut s.page, "[19 19 649 829]", "[24 19 649 829]")),
    press(Check::Trim, |s| put(&mut s.page, "/TrimBox[28 28 640 820]", "/CropBox[28 28 640 820]")),
    press(Check::Paper, |s| put(&mut s.page, "[28 28 640 820]", "[28 28 640 800]")),
    press(Check::Alike, |s| back(s, "[28 28 640 800]")),
    office(Check::Margin, |s| put(&mut s.content, "100 700 Td", "40 700 Td")),
];

/// A second page with nothing on it.
fn back(sample: &mut Sample, trim: &str) {
    let boxes = "/MediaBox[0 0 668 848]/BleedBox[19 19 649 829]";
    sample.more.push(format!("<</Type/Page/Parent 3 0 R{boxes}/TrimBox{trim}>>").into_bytes());
    put(&mut sample.pages, "/Kids[4 0 R]/Count 1", "/Kids[4 0 R 13 0 R]/Count 2");
}

const TYPE: &[FaultyFile] = &[
    press(Check::Embedded, |s| put(&mut s.font, "/FontFile2 11 0 R", "/XHeight 500")),
    press(Check::Subset, |s| put(&mut s.font, "ABCDEF+", "")),
    press(Check::Unicode, |s| put(&mut s.font, "/ToUnicode 12 0 R", "")),
    press(Check::Unicode, |s| {
        put(&mut s.font, "/ToUnicode 12 0 R", "/ToUnicode 13 0 R");
        s.more.push(stream("", b"1 beginbfchar <0001> <FEFF> endbfchar"));
    }),
    // One that can be read out: the names of its glyphs are letters.
    press(Check::Type3, |s| {
        s.font =
            "/Subtype/Type3/Name/Drawn/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/FirstChar 0/LastChar 1\
            /Widths[9 9]/CharProcs<<>>/Encoding<</Differences[0/x/v]>>"
                .to_owned();
    }),
    press(Check::Damaged, |s| s.face.truncate(9)),
    press(Check::Small, |s| put(&mut s.content, "12 Tf", "5 Tf")),
    // What counts is the size on paper.
    press(Check::Small, |s| put(&mut s.content, "BT 0", "q .4 0 0 .4 0 0 cm BT 0")),
];

const INK: &[FaultyFile] = &[
    press(Check::Text, |s| {
        put(&mut s.content, "0 0 0 1 k", "0 1 0 1 k");
        put(&mut s.content, "12 Tf", "11 Tf");
    }),
    press(Check::Total, |s| put(&mut s.content, "BT 0", "BT .6 .6 .6 1 k 0 0 9 9 re f 0")),
    press(Check::Intent, |s| put(&mut s.intent, "GTS_PDFX", "GTS_PDFA1")),
    press(Check::Registration, |s| registration(s, "100 100 9 9 re f")),
    // A colour of light that says what it means is no device's.
    press(Check::Rgb, |s| {
        put(&mut s.content, "0 0 0 1 k", "/Light cs 0 0 0 sc");
        s.more.push(b"<</WhitePoint[.95 1 1.09]>>".to_vec());
        s.spaces = "/Light[/CalRGB 13 0 R]".to_owned();
    }),
    // The intent of the sample is of inks.
    press(Check::Hairline, |s| {
        s.content.push_str(" /Artifact BMC 0 0 0 1 K 0.1 w 100 100 m 200 100 l S EMC");
    }),
    press(Check::Hairline, |s| {
        s.content.push_str(" /Artifact BMC 0.5 0.5 0 0 K 0.4 w 100 100 m 200 100 l S EMC");
    }),
    office(Check::Device, |s| put(&mut s.content, "0 0 0 1 k", "0 0 0 rg")),
];

const PICTURES: &[FaultyFile] = &[
    press(Check::Resolution, |s| picture(s, "/ColorSpace/DeviceGray", &[0; 64])),
    // JPEG 2000 is not unpacked.
    press(Check::Unmeasured, |s| {
        picture(s, "/ColorSpace/DeviceCMYK/Filter/JPXDecode", b"pixels");
        put(&mut s.content, "72 0 0 72", "1 0 0 1");
    }),
];

const TAGS: &[FaultyFile] = &[
    press(Check::Tagged, |s| put(&mut s.catalog, "/Marked true", "/Marked false")),
    press(Check::Suspects, |s| put(&mut s.catalog, "/Marked true", "/Marked true/Suspects true")),
    press(Check::Marked, |s| s.content.push_str(" 0 0 9 9 re f")),
    press(Check::Parents, |s| put(&mut s.element, "/K 0", "/K[0 1]")),
    press(Check::Parents, |s| put(&mut s.page, "/StructParents 0", "")),
    press(Check::Order, |s| {
        put(&mut s.content, "<0001> Tj ET EMC", "<0001> Tj EMC /Span<</MCID 1>>BDC <00010001> Tj ET EMC");
        put(&mut s.element, "/K 0", "/K[1 0]");
    }),
    press(Check::Role, |s| put(&mut s.element, "/S/H1", "/S/Headline")),
    press(Check::Heading, |s| put(&mut s.element, "/S/H1", "/S/H2")),
    press(Check::Alt, |s| put(&mut s.element, "/S/H1", "/S/Figure")),
    office(Check::Tabs, |s| {
        s.page.push_str("/Annots[<</Subtype/Link/StructParent 1/Contents(x)/Rect[0 0 1 1]>>]");
    }),
    office(Check::Link, |s| {
        s.page.push_str("/Tabs/S/Annots[<</Subtype/Link/StructParent 1/Rect[0 0 1 1]>>]");
    }),
];

const DOCUMENT: &[FaultyFile] = &[
    press(Check::Language, |s| put(&mut s.catalog, "/Lang(en)", "/Lang()")),
    press(Check::Title, |s| put(&mut s.catalog, "/DisplayDocTitle true", "")),
    press(Check::Xmp, |s| put(&mut s.info, "/Title(T)", "/Title(U)")),
    press(Check::Xmp, |s| tell(s, "<pdfuaid:part>9</pdfuaid:part>")),
    press(Check::Xmp, |s| tell(s, "<xmp:CreateDate>2026-11-02T00:00:00Z</xmp:CreateDate>")),
    press(Check::Version, |s| put(&mut s.xmp, "PDF/X-4", "PDF/X-3")),
    press(Check::Trapped, |s| put(&mut s.info, "/Trapped/False", "/Trapped/Unknown")),
    office(Check::Scaling, |s| put(&mut s.catalog, "/PrintScaling/None", "")),
    office(Check::Duplex, |s| {
        back(s, "[28 28 640 820]");
        put(&mut s.catalog, "/Duplex/Simplex", "");
    }),
    press(Check::Action, |s| s.catalog.push_str("/OpenAction<</S/JavaScript/JS(x)>>")),
    office(Check::Action, |s| {
        let action = "/A<</S/URI/URI(javascript:app.alert(1))>>";
        s.page.push_str(&format!(
            "/Tabs/S/Annots[<</Subtype/Link/StructParent 1/Contents(x)/Rect[0 0 1 1]{action}>>]"
        ));
    }),
    press(Check::Attachment, |s| s.catalog.push_str("/Names<</EmbeddedFiles 13 0 R>>")),
    press(Check::Annotation, |s| s.page.push_str("/Annots[<</Subtype/Text/Rect[0 0 1 1]>>]")),
];

const TRACES: &[FaultyFile] = &[
    trace(Check::Person, |s| s.info.push_str("/Author(Ana)")),
    trace(Check::Person, |s| {
        tell(s, "<dc:creator><rdf:Seq><rdf:li>Ana</rdf:li></rdf:Seq></dc:creator>");
    }),
    trace(Check::Path, |s| s.content.push_str(" % from /home/ana/leaflet.doc\n")),
    trace(Check::Path, |s| s.more.push(stream("", b"C:\\Users\\Ana\\leaflet.doc"))),
    trace(Check::Host, |s| s.info.push_str("/Subject(DESKTOP-4F2K9AB)")),
    trace(Check::Clock, |s| put(&mut s.info, "D:20261101000000Z", "D:20261101093015Z")),
    trace(Check::Zone, |s| put(&mut s.info, "D:20261101000000Z", "D:20261101000000-05'00'")),
    trace(Check::Clock, |s| tell(s, "<xmp:ModifyDate>2026-11-01T09:30:15Z</xmp:ModifyDate>")),
    trace(Check::Random, |s| tell(s, "<xmpMM:DocumentID>uuid:1-2-3</xmpMM:DocumentID>")),
    trace(Check::Software, |s| s.info.push_str("/Producer(Word 16)")),
    trace(Check::Private, |s| s.info.push_str("/Company(Ana)")),
    trace(Check::Private, |s| s.page.push_str("/PieceInfo<</Illustrator<<>>>>")),
    trace(Check::Tracking, |s| s.more.push(b"<</URI(https://example.org/?utm_source=leaflet)>>".to_vec())),
    trace(Check::Sealed, |s| s.more.push(stream("/Filter/Unheard", b"what"))),
    trace(Check::Camera, |s| s.more.push(stream("/Filter/DCTDecode", b"\xFF\xD8\xFF\xFE\0\x08secret"))),
    trace(Check::Place, |s| tell(s, "<exif:GPSLatitude>52,31.2N</exif:GPSLatitude>")),
    // The whole packet is no XML where a part of it is none.
    trace(Check::Sealed, |s| put(&mut s.xmp, "</x:xmpmeta>", "<a></x:xmpmeta>")),
    trace(Check::Revision, |s| s.again = 1),
];

/// What lies deeper: in pictures, names, forms, layers, behind masks, and wrapped in texts.
const HIDDEN: &[FaultyFile] = &[
    trace(Check::Path, |s| s.catalog.push_str("/X(\\\\\\\\server01\\\\share\\\\x.doc)")),
    trace(Check::Path, |s| s.catalog.push_str("/X/#2Fhome#2Fana#2Fleaflet")),
    trace(Check::Path, |s| s.catalog.push_str("/X<</#2FUsers#2Fana#2Fa.doc 1>>")),
    trace(Check::Host, |s| s.catalog.push_str("/X(on annas-pc.local)")),
    trace(Check::Host, |s| s.catalog.push_str("/X(http://192.168.1.20/print)")),
    trace(Check::Host, |s| s.catalog.push_str("/X(ipp://10.0.3.7:631)")),
    trace(Check::Clock, |s| s.catalog.push_str("/X(2026-11-01T09:30:15Z)")),
    trace(Check::Zone, |s| s.catalog.push_str("/X(made 2026-11-01T00:00:00-05:00)")),
    trace(Check::Person, |s| s.catalog.push_str("/X(ask ana@example.org)")),
    trace(Check::Person, |s| {
        s.page.push_str("/Annots[<</Subtype/Text/Rect[0 0 1 1]/Contents(ana@example.org)>>]");
    }),
    trace(Check::Person, |s| s.catalog.push_str("/X<</ana.b@example.org 1>>")),
    trace(Check::Person, |s| s.catalog.push_str("/X/ana.b#40example.org")),
    trace(Check::Path, |s| s.catalog.push_str("/X/Users#2fana#2fDesktop")),
    trace(Check::Path, |s| s.more.push(stream("", &wide("see C:\\Users\\ana\\x.doc", u16::to_le_bytes)))),
    trace(Check::Path, |s| s.more.push(stream("", &wide("/home/ana/x.doc", u16::to_be_bytes)))),
    trace(Check::Path, |s| s.more.push(stream("", &wide("\\\\server01\\share\\x", u16::to_le_bytes)))),
    trace(Check::Host, |s| s.more.push(stream("", &wide("on annas-pc.local", u16::to_le_bytes)))),
    trace(Check::Host, |s| s.catalog.push_str("/X(2001:db8::211:22ff:fe33:4455)")),
    trace(Check::Host, |s| s.catalog.push_str("/X(ipp://[fe80::1c2d:3e4f])")),
    trace(Check::Camera, |s| {
        s.more.push(stream("", b"\x89PNG\r\n\x1A\n\0\0\0\x0AtEXtAuthor\0Ana\0\0\0\0"));
    }),
    trace(Check::Camera, |s| s.more.push(stream("", b"\0\0\0\x18ftypheic\0\0\0\0Exif\0\0MM\0*"))),
    trace(Check::Camera, |s| s.more.push(stream("", b"RIFF\0\0\0\0WEBPEXIF\x04\0\0\0MM\0*"))),
    trace(Check::FormValue, |s| s.more.push(b"<</FT/Tx/T(name)/V(Ana)>>".to_vec())),
    trace(Check::FormValue, |s| s.page.push_str("/Annots[<</Subtype/Widget/Rect[0 0 1 1]/V(Ana)>>]")),
    trace(Check::Thumbnail, |s| s.page.push_str("/Thumb 13 0 R")),
    trace(Check::Thumbnail, |s| {
        let inner = "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgMCAgMDAwMEAwME";
        tell(s, &format!("<xmp:Thumbnails>{inner}</xmp:Thumbnails>"));
    }),
    trace(Check::Path, |s| {
        // C:\Users\Ana\Desktop\leaflet.docx and more
        s.catalog.push_str("/X(QzpcVXNlcnNcQW5hXERlc2t0b3BcbGVhZmxldC5kb2N4IGFuZCBtb3Jl)");
    }),
    trace(Check::Layer, |s| s.more.push(b"<</Type/OCG/Name(Ana, second try)>>".to_vec())),
    trace(Check::HiddenText, |s| put(&mut s.content, "<0001> Tj", "3 Tr <0001> Tj")),
    trace(Check::HiddenText, |s| put(&mut s.content, "100 700 Td", "100 -700 Td")),
    trace(Check::HiddenText, |s| put(&mut s.content, "100 700 Td", "1000 700 Td")),
    trace(Check::HiddenPixels, |s| {
        masked(s, b"WWWWWBWWWWWWWWWW", "/SMask", "/ColorSpace/DeviceGray/BitsPerComponent 8", &[0; 16]);
    }),
    trace(Check::HiddenPixels, |s| {
        masked(s, b"WWWWWBWWWWWWWWWW", "/Mask", "/ImageMask true/BitsPerComponent 1", &[0xF0; 4]);
    }),
];

/// A text with two bytes a letter.
fn wide(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

/// A picture of 4 × 4 pixels behind a mask.
fn masked(sample: &mut Sample, pixels: &[u8], key: &str, mask: &str, samples: &[u8]) {
    let size = "/Subtype/Image/Width 4/Height 4";
    let picture = format!("{size}/ColorSpace/DeviceGray/BitsPerComponent 8{key} 14 0 R");
    sample.more.push(stream(&picture, pixels));
    sample.more.push(stream(&format!("{size}{mask}"), samples));
}

/// Whether colours of light are found in a press file.
fn has_light(change: impl FnOnce(&mut Sample)) -> bool {
    let file = Sample::press().with(change).bytes();
    found(&examine(&file, Some(Profile::Press), Examination::Whole)).contains("ink/rgb")
}

#[test]
fn the_colours_of_drawn_glyphs_are_those_of_a_page() {
    let is_light = |glyph: &str, more: &str| {
        has_light(|s| {
            s.font = format!(
                "/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/FirstChar 0/LastChar 1/Widths[9 9]\
                /CharProcs<</x 13 0 R>>/Encoding<</Differences[0/x/x]>>{more}"
            );
            s.more.push(stream("", glyph.as_bytes()));
            s.more.push(stream("/Subtype/Form", b"0 1 0 rg 0 0 9 9 re f"));
        })
    };
    assert!(is_light("9 0 d0 1 0 0 rg 0 0 9 9 re f", ""));
    assert!(is_light("9 0 d0 /Y Do", "/Resources<</XObject<</Y 14 0 R>>>>"));
    assert!(!is_light("9 0 d0 0 0 0 1 k 0 0 9 9 re f", ""));
    // Behind `d1` a glyph has the colour of the text (ISO 32000-1 9.6.5).
    assert!(!is_light("9 0 0 0 9 9 d1 1 0 0 rg 0 0 9 9 re f", ""));
}

#[test]
fn the_colours_in_a_mask_are_looked_at() {
    let masked = |kind: &str, inner: &str| {
        has_light(|s| {
            let form = |mask: usize| {
                format!("/Subtype/Form/Resources<</ExtGState<</G<</SMask<</S/{kind}/G {mask} 0 R>>>>>>>>")
            };
            s.more.push(stream(&form(14), b"/G gs 0 0 0 1 k 30 30 9 9 re f"));
            s.more.push(stream(&form(15), b"/G gs 0 g 0 0 9 9 re f"));
            s.more.push(stream("/Subtype/Form", inner.as_bytes()));
            s.content.push_str(" /Artifact BMC /X Do EMC");
        })
    };
    assert!(masked("Luminosity", "1 0 0 rg 0 0 9 9 re f") && masked("Alpha", "1 0 0 rg 0 0 9 9 re f"));
    assert!(!masked("Luminosity", "1 g 0 0 9 9 re f"));
}

#[test]
fn what_a_mask_hides_in_one_colour_tells_nothing() {
    for (key, mask, samples) in [
        ("/SMask", "/ColorSpace/DeviceGray/BitsPerComponent 8", &[0; 16][..]),
        ("/SMask", "/ColorSpace/DeviceGray/BitsPerComponent 8/Decode[1 0]", &[255; 16]),
        ("/Mask", "/ImageMask true/BitsPerComponent 1", &[0xF0; 4]),
    ] {
        let file = |pixels: &[u8]| Sample::press().with(|s| masked(s, pixels, key, mask, samples)).bytes();
        let found = |pixels| found(&examine(&file(pixels), None, Examination::Privacy));
        assert_eq!(found(b"WWWWWWWWWWWWWWWW"), BTreeSet::new(), "{key} {mask}");
        assert_eq!(found(b"WWWWWWWWWWWBWWWW"), BTreeSet::from(["trace/hidden-pixels"]), "{key} {mask}");
    }
    // What is seen may differ as it likes.
    let seen = Sample::press().with(|s| {
        masked(s, b"ABCDWWWWEFGHWWWW", "/Mask", "/ImageMask true/BitsPerComponent 1", &[0, 0xF0, 0, 0xF0]);
    });
    assert_eq!(found(&examine(&seen.bytes(), None, Examination::Privacy)), BTreeSet::new());
}

fn faults() -> impl Iterator<Item = &'static FaultyFile> {
    [FILES, BOXES, TYPE, INK, PICTURES, TAGS, DOCUMENT, TRACES, HIDDEN].into_iter().flatten()
}

#[test]
fn each_fault_is_found_by_its_check_and_no_other() {
    for FaultyFile { check, profile, examination, change } in faults() {
        let report = examine(&Sample::press().with(change).bytes(), Some(*profile), *examination);
        assert_eq!(found(&report), BTreeSet::from([check.name()]), "{:#?}", report.findings);
    }
}

#[test]
fn no_check_is_without_a_fault() {
    let held: BTreeSet<Check> = faults().map(|fault| fault.check).collect();
    let idle: Vec<&str> =
        Check::ALL.iter().filter(|check| !held.contains(check)).map(|check| check.name()).collect();
    assert!(idle.is_empty(), "{idle:?}");
}
