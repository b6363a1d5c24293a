//! What a press file is made of: one printing condition, inks, no links, and what it says of itself.

use lopdf::{Document, Object};

use super::{book, of_type, operators, parsed, sample};
use crate::color::{Color, Inks, Output, Profile, Spot};
use crate::frame::{FrameItem, Path, Step};
use crate::geom::{Abs, Point};
use crate::pdf::{Target, write};

const PRESS: Target = Target::usual(Output::of(Profile::Press, Inks::Colour));

fn intents(document: &Document) -> Vec<(String, Object)> {
    let intents = document.catalog().unwrap().get(b"OutputIntents").unwrap().as_array().unwrap();
    let intent = |intent: &Object| {
        let intent = intent.as_dict().unwrap();
        let standard = String::from_utf8_lossy(intent.get(b"S").unwrap().as_name().unwrap()).into_owned();
        (standard, intent.get(b"DestOutputProfile").unwrap().clone())
    };
    intents.iter().map(intent).collect()
}

#[test]
fn both_intents_of_a_press_have_one_profile_of_four_inks() {
    let book = book();
    let document = parsed(&write(&sample(&book), &book, PRESS).unwrap());
    let intents = intents(&document);
    let standards: Vec<&str> = intents.iter().map(|(standard, _)| standard.as_str()).collect();
    assert_eq!(standards, ["GTS_PDFX", "GTS_PDFA1"]);
    assert_eq!(intents[0].1, intents[1].1);
    let profile = document.get_object(intents[0].1.as_reference().unwrap()).unwrap().as_stream().unwrap();
    assert_eq!(profile.dict.get(b"N").unwrap().as_i64().unwrap(), 4);
    let content = profile.decompressed_content().unwrap();
    assert_eq!(&content[16..20], b"CMYK");
}

#[test]
fn a_press_file_has_no_links_and_says_what_it_is() {
    let book = book();
    let bytes = write(&sample(&book), &book, PRESS).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.6"));
    let document = parsed(&bytes);
    assert_eq!(of_type(&document, "Annot").count() + of_type(&document, "OBJR").count(), 0);
    let info = document.trailer.get(b"Info").unwrap().as_reference().unwrap();
    let info = document.get_dictionary(info).unwrap();
    assert_eq!(info.get(b"Trapped").unwrap().as_name().unwrap(), b"False");
    let packet = String::from_utf8_lossy(&bytes).into_owned();
    assert!(packet.contains("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"));
    assert!(packet.contains("<xmp:MetadataDate>2026-11-01T00:00:00Z</xmp:MetadataDate>"));

    // The document's id is that of the file.
    let Object::Array(ids) = document.trailer.get(b"ID").unwrap() else { panic!("an id is an array") };
    let id: String = ids[0].as_str().unwrap().iter().map(|byte| format!("{byte:02x}")).collect();
    let uuid = packet.split("<xmpMM:DocumentID>uuid:").nth(1).unwrap().split('<').next().unwrap();
    assert_eq!(uuid.replace('-', ""), id);
    assert!(id.bytes().any(|digit| digit != b'0'));
}

#[test]
fn black_text_lies_over_what_is_below_it_and_nothing_else_does() {
    let book = book();
    let content = operators(&parsed(&write(&sample(&book), &book, PRESS).unwrap()));
    for rgb in [" rg\n", " RG\n", " g\n", " G\n"] {
        assert!(!content.contains(rgb), "{rgb}");
    }
    let over = content.split("/Over gs\n").nth(1).unwrap();
    assert!(over.contains("0 0 0 1 k\n"));
    assert!(!content.split("/Over gs\n").next().unwrap().contains("Tj"), "text is set over");
    let within = content.split("/Over gs\n").skip(1).map(|part| part.split("/KnockOut gs").next().unwrap());
    assert!(within.flat_map(str::lines).all(|line| !line.ends_with(" f") && !line.ends_with(" S")));
}

#[test]
fn a_spot_is_a_separation_on_the_press_and_its_colour_elsewhere() {
    let book = book();
    let mut leaflet = sample(&book);
    let spot = Spot::new("PANTONE 7627 C").unwrap();
    let color = Color { spot: Some(spot), ..Color::new([0xa7, 0x2b, 0x2a], [0, 95, 85, 30]) };
    let steps = [
        Step::Move(Point::default()),
        Step::Line(Point::new(Abs::pt(9.0), Abs::ZERO)),
        Step::Line(Point::new(Abs::pt(9.0), Abs::pt(9.0))),
        Step::Close,
    ];
    let path = Path { steps: steps.as_slice().into(), fill: Some(color), even_odd: false, stroke: None };
    leaflet.sides[0].frame.push(Point::default(), FrameItem::Path(path));

    let document = parsed(&write(&leaflet, &book, PRESS).unwrap());
    assert!(operators(&document).contains("/Ink0 cs\n1 scn\n"));
    let page = document.page_iter().next().unwrap();
    let resources = document.get_dictionary(page).unwrap().get(b"Resources").unwrap().as_reference().unwrap();
    let spaces = document.get_dictionary(resources).unwrap().get(b"ColorSpace").unwrap().as_dict().unwrap();
    let space = spaces.get(b"Ink0").unwrap().as_reference().unwrap();
    let space = document.get_object(space).unwrap().as_array().unwrap();
    assert_eq!(space[0].as_name().unwrap(), b"Separation");
    assert_eq!(space[1].as_name().unwrap(), b"PANTONE 7627 C");
    let full = space[3].as_dict().unwrap().get(b"C1").unwrap().as_array().unwrap();
    let full: Vec<f32> = full.iter().map(|ink| ink.as_float().unwrap()).collect();
    assert_eq!(full, [0.0, 0.95, 0.85, 0.3]);

    let screen = Target::usual(Output::of(Profile::Screen, Inks::Colour));
    let content = operators(&parsed(&write(&leaflet, &book, screen).unwrap()));
    assert!(!content.contains(" cs\n") && content.contains("0.655 0.169 0.165 rg\n"));
}
