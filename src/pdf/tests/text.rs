//! What is read back of the text, and where it stands.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document};

use super::{LINES, OFFICE, SARA_AM, book, leaflet, node, of_type, operators, parsed, sample, shaped, side};
use crate::font::FontBook;
use crate::frame::{Frame, FrameItem, Leaflet, NodeId, Role, Structure, TextRun};
use crate::geom::{Abs, Point, Size};
use crate::pdf::write;

/// What each code of a font reads as.
fn readings(document: &Document, font: &Dictionary) -> BTreeMap<u16, String> {
    let map = font.get(b"ToUnicode").unwrap().as_reference().unwrap();
    let map = document.get_object(map).unwrap().as_stream().unwrap().decompressed_content().unwrap();
    let map = String::from_utf8(map).unwrap();
    let units = |text: &str| -> Vec<u16> {
        let digits: Vec<char> = text.chars().filter(char::is_ascii_hexdigit).collect();
        digits.chunks(4).map(|unit| u16::from_str_radix(&String::from_iter(unit), 16).unwrap()).collect()
    };
    let entries = map.lines().filter(|line| line.starts_with('<')).flat_map(|line| {
        let parts: Vec<Vec<u16>> = line.split(' ').map(units).collect();
        let codes = parts[0][0]..=parts[parts.len() - 2][0];
        let text = parts[parts.len() - 1].clone();
        (0..).zip(codes).map(move |(count, code)| {
            let mut text = text.clone();
            *text.last_mut().unwrap() += count;
            (code, String::from_utf16(&text).unwrap())
        })
    });
    entries.collect()
}

/// The width of each code of a font.
fn widths(font: &Dictionary) -> BTreeMap<u16, f32> {
    let descendant = font.get(b"DescendantFonts").unwrap().as_array().unwrap()[0].as_dict().unwrap();
    let usual = descendant.get(b"DW").unwrap().as_float().unwrap();
    let mut widths: BTreeMap<u16, f32> = (0..1000).map(|code| (code, usual)).collect();
    let ranges = descendant.get(b"W").unwrap().as_array().unwrap().chunks(2).flat_map(|range| {
        let first = u16::try_from(range[0].as_i64().unwrap()).unwrap();
        (first..).zip(range[1].as_array().unwrap())
    });
    widths.extend(ranges.map(|(code, width)| (code, width.as_float().unwrap())));
    widths
}

fn codes(bytes: &[u8]) -> impl Iterator<Item = u16> {
    bytes.chunks(2).map(|code| u16::from_be_bytes([code[0], code[1]]))
}

/// What the codes of the first page read as, one by one: what a program finds that knows nothing else of text.
fn read(document: &Document) -> String {
    let page = document.page_iter().next().unwrap();
    let fonts = document.get_page_fonts(page).unwrap();
    let (mut font, mut text) = (BTreeMap::new(), String::new());
    for operation in document.get_and_decode_page_content(page).unwrap().operations {
        match operation.operator.as_str() {
            "Tf" => font = readings(document, fonts[operation.operands[0].as_name().unwrap()]),
            "TJ" => {
                let items = operation.operands[0].as_array().unwrap();
                let shown = items.iter().filter_map(|item| item.as_str().ok()).flat_map(codes);
                text.extend(shown.map(|code| font[&code].as_str()));
            }
            _ => {}
        }
    }
    text
}

fn page_of(runs: Vec<TextRun>) -> Leaflet {
    let mut structure = Structure::default();
    structure.push(node(Role::Paragraph, "en", ""));
    let mut frame = Frame::new(Size::new(Abs::pt(100.0), Abs::pt(100.0)));
    for run in runs {
        frame.push(Point::default(), FrameItem::Text(run));
    }
    leaflet(structure, vec![side("front", frame)])
}

fn font_of<'a>(document: &'a Document, name: &str) -> &'a Dictionary {
    let called =
        |font: &&Dictionary| font.get(b"BaseFont").unwrap().as_name().unwrap().ends_with(name.as_bytes());
    of_type(document, "Font").filter(|font| font.has(b"ToUnicode")).find(called).unwrap()
}

/// A word with a hyphen at its end that is not of the text.
fn hyphenated(book: &FontBook, (font, lang, text): (&str, &str, &str)) -> TextRun {
    let whole = format!("{text}-");
    let mut run = shaped(book, (font, lang, &whole), Some(NodeId(0)));
    run.text = text.to_owned();
    run.glyphs.last_mut().unwrap().cluster = 0..0;
    run
}

#[test]
fn codes_alone_read_as_the_text() {
    let book = book();
    let document = parsed(&write(&sample(&book), &book, OFFICE).unwrap());
    let text = read(&document);
    for (_, _, lang, line) in LINES {
        // Codes stand in visual order.
        let line: String = match *lang {
            "ar" => line.chars().rev().collect(),
            _ => line.replace('\u{200B}', ""),
        };
        assert!(text.contains(&line), "{line} is not in {text}");
    }
    assert!(text.contains("inter\u{AD}national"));
    assert!(!operators(&document).contains("ActualText"));
}

#[test]
fn sara_am_is_one_code_as_wide_as_its_upright_part() {
    let book = book();
    let font = "NotoSansThaiLooped-Regular";
    let run = |text| shaped(&book, (font, "th", text), Some(NodeId(0)));
    let document = parsed(&write(&page_of(vec![run("า"), run(SARA_AM)]), &book, OFFICE).unwrap());
    let font = font_of(&document, font);
    let (texts, widths) = (readings(&document, font), widths(font));
    assert!(texts.values().all(|text| !text.is_empty() && !text.contains(['\u{E4D}', '\u{FFFD}'])));

    let code_of = |wanted: &str| texts.iter().find(|(_, text)| *text == wanted).unwrap().0;
    let (aa, first) = (code_of("า"), code_of("ำ"));
    for (code, _) in texts.iter().filter(|(_, text)| text.ends_with('ำ')) {
        assert!((widths[code] - widths[aa]).abs() < f32::EPSILON);
    }
    // A glyph of the program, added to it: no map leads from codes to glyphs.
    let descendant = font.get(b"DescendantFonts").unwrap().as_array().unwrap()[0].as_dict().unwrap();
    assert_eq!(descendant.get(b"CIDToGIDMap").unwrap().as_name().unwrap(), b"Identity");
    assert!(first > aa);
}

#[test]
fn a_mark_is_drawn_aside_without_moving_the_pen() {
    let book = book();
    let run = shaped(&book, ("NotoSansThaiLooped-Regular", "th", "ปั่น ปั้น"), Some(NodeId(0)));
    assert!(run.glyphs.iter().any(|glyph| glyph.x_offset.to_em().abs() > 0.01));
    let document = parsed(&write(&page_of(vec![run]), &book, OFFICE).unwrap());
    let page = document.page_iter().next().unwrap();
    let operations = document.get_and_decode_page_content(page).unwrap().operations;
    assert!(operations.iter().all(|operation| operation.operator != "Ts"));
    let shown = operations.iter().filter(|operation| operation.operator == "TJ");
    let items = shown.flat_map(|operation| operation.operands[0].as_array().unwrap());
    assert!(items.filter_map(|item| item.as_float().ok()).all(|back| back.abs() < 2.0));
}

#[test]
fn one_drawing_has_a_code_for_each_of_its_readings() {
    let book = book();
    let font = "NotoSans-Regular";
    let runs = vec![
        shaped(&book, (font, "en", "re-read"), Some(NodeId(0))),
        hyphenated(&book, (font, "en", "inter")),
        hyphenated(&book, (font, "en", "hyper")),
    ];
    let document = parsed(&write(&page_of(runs), &book, OFFICE).unwrap());
    assert_eq!(read(&document), "re-readinter\u{AD}hyper\u{AD}");
    let font = font_of(&document, font);
    let (texts, widths) = (readings(&document, font), widths(font));
    let width_of = |wanted: &str| widths[texts.iter().find(|(_, text)| *text == wanted).unwrap().0];
    assert!((width_of("-") - width_of("\u{AD}")).abs() < f32::EPSILON);
}

#[test]
fn a_face_that_takes_no_glyphs_has_the_text_beside_them() {
    let book = book();
    let font = "NotoSansCJKkr-Regular";
    let runs = vec![
        shaped(&book, (font, "ko", "re-read"), Some(NodeId(0))),
        hyphenated(&book, (font, "ko", "inter")),
    ];
    let document = parsed(&write(&page_of(runs), &book, OFFICE).unwrap());
    assert_eq!(read(&document), "re-readinter-");
    assert_eq!(operators(&document).matches("/ActualText<FEFF00AD>").count(), 1);
}

#[test]
fn glyphs_stand_where_the_leaflet_puts_them() {
    let book = book();
    for (font, lang, text) in
        [("NotoSans-Regular", "en", "AVATAR To"), ("NotoSansThaiLooped-Regular", "th", SARA_AM)]
    {
        let run = shaped(&book, (font, lang, text), None);
        let width = run.width() / run.size * 1000.0;
        let document = parsed(&write(&page_of(vec![run]), &book, OFFICE).unwrap());
        let widths = widths(font_of(&document, font));
        let page = document.page_iter().next().unwrap();
        let content = document.get_and_decode_page_content(page).unwrap();
        let shown = content.operations.iter().filter(|operation| operation.operator == "TJ");
        let items = shown.flat_map(|operation| operation.operands[0].as_array().unwrap());
        let pen: f32 = items
            .map(|item| match item.as_str() {
                Ok(bytes) => codes(bytes).map(|code| widths[&code]).sum(),
                Err(_) => -item.as_float().unwrap(),
            })
            .sum();
        assert!((f64::from(pen) - width).abs() < 1.0, "{pen} is not {width}");
    }
}
