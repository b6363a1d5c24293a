//! The file against the leaflet that it was written from. What other programs make of it is tested by them, outside.

mod press;
mod tags;
mod text;

use std::collections::BTreeSet;
use std::path::Path as FilePath;
use std::sync::Arc;

use harfrust::{Buffer, ClusterLevel, ShapeOptions, ShaperFont, shape};
use lopdf::{Dictionary, Document, Object};

use super::{Target, write};
use crate::color::{Color, Inks, Output, Profile};
use crate::font::{FontBook, FontData, FontFault, FontId, FontManifest};
use crate::frame::{
    Duplex, Frame, FrameItem, Glyph, Ground, Group, GroupKind, Leaflet, Link, LinkId, Node, NodeId, Origin,
    Role, SheetSide, Structure, TextRun, drawn,
};
use crate::geom::{Abs, Affine, Em, Point, Size};
use crate::picture::{Palette, read};

const OFFICE: Target = Target::usual(Output::of(Profile::Office, Inks::Colour));

fn book() -> FontBook {
    let folder = FilePath::new(env!("CARGO_MANIFEST_DIR")).join("fonts");
    let manifest = std::fs::read_to_string(folder.join("fonts.toml")).unwrap();
    let manifest: FontManifest = toml::from_str(&manifest).unwrap();
    let load = move |file: &str| match std::fs::read(folder.join(file)) {
        Ok(bytes) => Ok(FontData::Shared(Arc::new(bytes))),
        Err(error) => Err(FontFault::Unreadable(error.to_string())),
    };
    FontBook::new(manifest, Box::new(load))
}

fn face(book: &FontBook, name: &str) -> FontId {
    book.ids().find(|&id| book.entry(id).postscript_name == name).unwrap()
}

/// Shapes a text in one face, without justification.
fn shaped(book: &FontBook, (font, lang, text): (&str, &str, &str), node: Option<NodeId>) -> TextRun {
    let font = face(book, font);
    let face = book.face(font).unwrap();
    let mut buffer = Buffer::new();
    buffer.push_str(text);
    buffer.set_cluster_level(ClusterLevel::MonotoneCharacters);
    buffer.set_language(lang.parse().ok());
    buffer.guess_segment_properties();
    shape(&ShaperFont::new(&face.font), &mut buffer, ShapeOptions::default()).unwrap();
    let starts: BTreeSet<usize> =
        buffer.glyph_infos().iter().map(|info| usize::try_from(info.cluster).unwrap()).collect();
    let em = |units: i32| Em::from_units(f64::from(units), face.upem);
    let glyphs = buffer.glyph_infos().iter().zip(buffer.glyph_positions()).map(|(info, position)| {
        let start = usize::try_from(info.cluster).unwrap();
        let end = starts.range(start + 1..).next().copied().unwrap_or(text.len());
        Glyph {
            id: u16::try_from(info.glyph_id).unwrap(),
            advance: em(position.x_advance),
            x_offset: em(position.x_offset),
            y_offset: em(position.y_offset),
            cluster: start..end,
        }
    });
    let glyphs = glyphs.collect();
    let origin = node.map(|node| Origin { node, paragraph: 0, text: 0..text.len(), link: None });
    let (text, lang) = (text.to_owned(), lang.to_owned());
    let (color, ground) = (Color::BLACK, Ground::PAPER);
    TextRun { font, size: Abs::pt(12.0), color, ground, text, lang, glyphs, origin }
}

/// The shaper makes SARA AM of two glyphs or three, of one tone mark and it two.
const SARA_AM: &str = "ทำ น้ำ กำลัง คำ ย่ำ ร่ำ ถ้ำ ปำ ฐำ ก์ำ";

const LINES: &[(Role, &str, &str, &str)] = &[
    (Role::Title, "NotoSans-Bold", "en", "Stop the harm done"),
    (Role::Paragraph, "NotoSans-Regular", "en", "Office, efficient AVATAR: To find flags."),
    (Role::Heading, "NotoSans-Bold", "en", "What raids do"),
    (
        Role::Paragraph,
        "NotoSans-Italic",
        "fr",
        "Qu’est-ce que c’est\u{202F}? «\u{A0}Café, e\u{301}te\u{323}\u{301}\u{A0}»",
    ),
    (Role::Paragraph, "NotoSansThaiLooped-Regular", "th", "น้ำ ทำ ที่ ปู่ กตัญญู ป้ำ ผู้\u{200B}ที่ เก็บน้ำ"),
    (Role::Paragraph, "NotoSansThaiLooped-Regular", "th", SARA_AM),
    (Role::Steps, "NotoSansCJKkr-Regular", "ko", "안녕하세요, 한국어입니다."),
    (Role::Steps, "NotoSansCJKsc-Regular", "zh-Hans", "性工作就是工作。骨直返海令，“引号”——"),
    (Role::Paragraph, "NotoNaskhArabic-Regular", "ar", "السلام عليكم، حُقُوق"),
    (Role::Quote, "NotoSans-Regular", "tl", "Mga karapatan ng mga manggagawa"),
];

/// A sheet with a line a node, a hyphenated word, a number in the margin, a link and the motif.
fn sample(book: &FontBook) -> Leaflet {
    let mut structure = Structure::default();
    let mut frame = Frame::new(Size::new(Abs::pt(300.0), Abs::pt(400.0)));
    let accent = Color::new([0xd1, 0x49, 0x5b], [0, 80, 50, 5]);
    let names = ["accent", "blush", "light", "field"];
    let palette: Palette = names.iter().map(|name| ((*name).to_owned(), accent)).collect();
    let motif = read(include_str!("../../layouts/theme/butterfly.svg"), &palette).unwrap();
    let motif = Group::new(GroupKind::Plain, drawn(&motif, Abs::pt(80.0)));
    frame.push(Point::new(Abs::pt(200.0), Abs::pt(250.0)), FrameItem::Group(motif));
    let mut y = Abs::pt(30.0);
    for &(role, font, lang, text) in LINES {
        let id = structure.push(node(role, lang, text));
        let mut line = Frame::default();
        line.push(Point::default(), FrameItem::Text(shaped(book, (font, lang, text), Some(id))));
        let line = Group::new(GroupKind::Block(id), line);
        frame.push(Point::new(Abs::pt(20.0), y), FrameItem::Group(line));
        y += Abs::pt(24.0);
    }

    let id = structure.push(node(Role::Paragraph, "en", "international"));
    let mut first = shaped(book, ("NotoSans-Regular", "en", "inter"), Some(id));
    let hyphen = shaped(book, ("NotoSans-Regular", "en", "-"), None).glyphs.remove(0);
    first.glyphs.push(Glyph { cluster: 0..0, ..hyphen });
    frame.push(Point::new(Abs::pt(20.0), y), FrameItem::Text(first));
    let second = moved(shaped(book, ("NotoSans-Regular", "en", "national"), Some(id)), 5);
    frame.push(Point::new(Abs::pt(20.0), y + Abs::pt(16.0)), FrameItem::Text(second));

    let links = vec!["https://example.org/ä".to_owned()];
    let id = structure.push(Node { links, ..node(Role::Contact, "en", "example.org/ä") });
    let y = y + Abs::pt(40.0);
    let run = shaped(book, ("NotoSans-Regular", "en", "example.org/ä"), Some(id));
    let (run, area) = linked(run, 0);
    let link = Link { size: Size::new(area.size.width, Abs::pt(16.0)), ..area };
    frame.push(Point::new(Abs::pt(20.0), y), FrameItem::Text(run));
    frame.push(Point::new(Abs::pt(20.0), y - Abs::pt(12.0)), FrameItem::Link(link));

    let mut turned = Frame::default();
    turned
        .push(Point::default(), FrameItem::Text(shaped(book, ("NotoSans-Regular", "en", "3 turned"), None)));
    let turned = Group { transform: Affine::turn(1), ..Group::new(GroupKind::Plain, turned) };
    frame.push(Point::new(Abs::pt(280.0), Abs::pt(300.0)), FrameItem::Group(turned));
    leaflet(structure, vec![side("front", frame.clone()), side("back", Frame { items: vec![], ..frame })])
}

/// The run, that many bytes further on in its node.
fn moved(mut run: TextRun, bytes: usize) -> TextRun {
    let origin = run.origin.as_mut().unwrap();
    origin.text = origin.text.start + bytes..origin.text.end + bytes;
    run
}

/// The run as one of a link of its node, and the link's area around it.
fn linked(mut run: TextRun, index: usize) -> (TextRun, Link) {
    let origin = run.origin.as_mut().unwrap();
    let link = LinkId { node: origin.node, index };
    origin.link = Some(link);
    let text = origin.text.clone();
    let size = Size::new(run.width(), run.size);
    (run, Link { size, link, text })
}

fn node(role: Role, lang: &str, text: &str) -> Node {
    let (section, message) = ("body".to_owned(), text.to_owned());
    let (lang, text) = (lang.to_owned(), text.to_owned());
    Node { role, section, lang, message, text, alt: None, links: Vec::new(), number: None, echo_of: None }
}

fn side(name: &str, frame: Frame) -> SheetSide {
    let marks = Frame::new(frame.size);
    SheetSide { name: name.to_owned(), trim: frame.size, bleed: Abs::ZERO, slug: Abs::ZERO, frame, marks }
}

fn leaflet(structure: Structure, sides: Vec<SheetSide>) -> Leaflet {
    Leaflet {
        title: "Stop <the> harm — ไทย".to_owned(),
        lang: "en".to_owned(),
        date: "2026-11".to_owned(),
        sides,
        structure,
        duplex: Duplex::FlipShort,
        has_bookmarks: true,
    }
}

fn parsed(bytes: &[u8]) -> Document {
    Document::load_mem(bytes).unwrap()
}

fn of_type<'a>(document: &'a Document, kind: &'a str) -> impl Iterator<Item = &'a Dictionary> {
    let dictionaries = document.objects.values().filter_map(|object| object.as_dict().ok());
    dictionaries.filter(move |dictionary| dictionary.has_type(kind.as_bytes()))
}

/// The elements of the tree.
fn elements(document: &Document) -> impl Iterator<Item = &Dictionary> {
    let dictionaries = document.objects.values().filter_map(|object| object.as_dict().ok());
    dictionaries.filter(|dictionary| dictionary.has(b"S") && dictionary.has(b"P") && dictionary.has(b"K"))
}

/// Follows keys from the catalog.
fn at<'a>(document: &'a Document, keys: &[&str]) -> &'a Object {
    let mut dictionary = document.catalog().unwrap();
    for key in &keys[..keys.len() - 1] {
        dictionary = document.get_dict_in_dict(dictionary, key.as_bytes()).unwrap();
    }
    dictionary.get(keys[keys.len() - 1].as_bytes()).unwrap()
}

#[test]
fn the_same_leaflet_is_the_same_bytes() {
    let leaflet = sample(&book());
    assert_eq!(write(&leaflet, &book(), OFFICE), write(&leaflet, &book(), OFFICE));
}

#[test]
fn each_side_is_a_page_with_true_boxes() {
    let book = book();
    let mut leaflet = sample(&book);
    leaflet.sides[1].bleed = Abs::pt(9.0);
    let document = parsed(&write(&leaflet, &book, OFFICE).unwrap());
    let boxes: Vec<Vec<f32>> = document
        .page_iter()
        .flat_map(|page| ["MediaBox", "BleedBox", "TrimBox"].map(|name| (page, name)))
        .map(|(page, name)| {
            let sides = document.get_dictionary(page).unwrap().get(name.as_bytes()).unwrap();
            sides.as_array().unwrap().iter().map(|side| side.as_float().unwrap()).collect()
        })
        .collect();
    let (plain, bled) = ([0.0, 0.0, 300.0, 400.0], [0.0, 0.0, 318.0, 418.0]);
    assert_eq!(boxes, [plain, plain, plain, bled, bled, [9.0, 9.0, 309.0, 409.0]]);
}

#[test]
fn every_face_is_embedded_in_part_and_reads_back() {
    let book = book();
    let document = parsed(&write(&sample(&book), &book, OFFICE).unwrap());
    let fonts: Vec<&Dictionary> = of_type(&document, "Font").filter(|font| font.has(b"ToUnicode")).collect();
    assert_eq!(fonts.len(), 7);
    for font in fonts {
        let name = font.get(b"BaseFont").unwrap().as_name().unwrap();
        assert_eq!(name.iter().position(|&byte| byte == b'+'), Some(6));
    }
    for descriptor in of_type(&document, "FontDescriptor") {
        assert!(descriptor.has(b"FontFile2") || descriptor.has(b"FontFile3"));
        let name = descriptor.get(b"FontName").unwrap().as_name().unwrap();
        let capital = descriptor.get(b"CapHeight").unwrap().as_float().unwrap();
        assert!(!name.ends_with(b"+NotoSans-Regular") || (capital - 714.0).abs() < 1.0);
    }
}

#[test]
fn only_the_date_of_the_manifest_is_in_the_file() {
    let book = book();
    let bytes = write(&sample(&book), &book, OFFICE).unwrap();
    let document = parsed(&bytes);
    let info = document.trailer.get(b"Info").unwrap().as_reference().unwrap();
    let info = document.get_dictionary(info).unwrap();
    assert_eq!(info.get(b"CreationDate").unwrap().as_str().unwrap(), b"D:20261101000000Z");
    assert_eq!(info.get(b"ModDate").unwrap(), info.get(b"CreationDate").unwrap());
    assert!(!info.has(b"Author"));
    let packet = String::from_utf8_lossy(&bytes).into_owned();
    assert_eq!(packet.matches("2026-11-01T00:00:00Z").count(), 2);
    assert!(packet.contains("Stop &lt;the&gt; harm — ไทย"));

    let undated = Leaflet { date: "soon".to_owned(), ..sample(&book) };
    let bytes = write(&undated, &book, OFFICE).unwrap();
    assert!(!String::from_utf8_lossy(&bytes).contains("CreateDate"));
}

#[test]
fn a_viewer_is_told_how_to_show_and_print() {
    let book = book();
    let document = parsed(&write(&sample(&book), &book, OFFICE).unwrap());
    assert_eq!(at(&document, &["Lang"]).as_str().unwrap(), b"en");
    let name = |key| at(&document, &["ViewerPreferences", key]).as_name().unwrap();
    assert_eq!((name("PrintScaling"), name("Duplex")), (&b"None"[..], &b"DuplexFlipShortEdge"[..]));
    assert_eq!(at(&document, &["Outlines", "Count"]).as_i64().unwrap(), 2);
    assert!(at(&document, &["MarkInfo", "Marked"]).as_bool().unwrap());
}

#[test]
fn a_link_has_its_address_and_its_element() {
    let book = book();
    let document = parsed(&write(&sample(&book), &book, OFFICE).unwrap());
    let link = of_type(&document, "Annot").next().unwrap();
    let action = link.get(b"A").unwrap().as_dict().unwrap();
    assert_eq!(action.get(b"URI").unwrap().as_str().unwrap(), b"https://example.org/%C3%A4");
    assert!(link.has(b"StructParent"));
    let kinds: Vec<&[u8]> =
        elements(&document).map(|element| element.get(b"S").unwrap().as_name().unwrap()).collect();
    for (kind, count) in [("Document", 1), ("H1", 1), ("H2", 1), ("L", 1), ("LI", 2), ("Link", 1)] {
        assert_eq!(kinds.iter().filter(|other| **other == kind.as_bytes()).count(), count, "{kind}");
    }
}

/// The operators of the first page.
fn operators(document: &Document) -> String {
    let page = document.page_iter().next().unwrap();
    String::from_utf8_lossy(&document.get_page_content(page)).into_owned()
}

#[test]
fn colours_are_set_when_they_change_and_turned_text_is_turned() {
    let book = book();
    let content = operators(&parsed(&write(&sample(&book), &book, OFFICE).unwrap()));
    // Black before the text and after the motif.
    assert_eq!(content.matches("\n0 g\n").count(), 1);
    assert_eq!(content.matches(" rg\n").count(), 1);
    assert!(content.contains("\n0 -1 1 0 280 100 Tm\n"));
    assert_eq!(
        content.matches(" BDC\n").count() + content.matches(" BMC\n").count(),
        content.matches("EMC\n").count()
    );
}

#[test]
fn what_belongs_to_no_block_is_an_artifact() {
    let book = book();
    let document = parsed(&write(&sample(&book), &book, OFFICE).unwrap());
    let content = operators(&document);
    let before_motif = content.split(" m\n").next().unwrap();
    assert!(before_motif.contains("/Artifact <</Type/Layout>> BDC\n") && !before_motif.contains("MCID"));
    assert!(content.rsplit("MCID").next().unwrap().contains("/Artifact <</Type/Layout>> BDC\n"));
}

/// Writes the sample where outside tools can look at it.
#[test]
#[ignore = "for looking at the file by hand"]
fn the_sample_can_be_looked_at() {
    let book = book();
    let bytes = write(&sample(&book), &book, OFFICE).unwrap();
    std::fs::write(std::env::temp_dir().join("polyleaf-sample.pdf"), bytes).unwrap();
}
