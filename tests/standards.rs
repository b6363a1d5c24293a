//! The versions of PDF/X that a press asks for, and type as outlines: what such files hold, and what they hold no more.

use lopdf::{Dictionary, Document, Object};
use png::{BitDepth, ColorType, Encoder};

use crate::pictures::with_picture;
use crate::support::{Fixture, Run};

/// A project with a press of these rows.
fn with_press(fixture: Fixture, rows: &str) -> Fixture {
    let press = format!("source = \"https://example.org\"\nread = \"2026-11\"\nmarks = \"none\"\n{rows}");
    fixture.file("layouts/press/own.toml", press)
}

const OWN: &[&str] = &["-l", "en", "--press", "own"];

fn bytes(run: &Run) -> Vec<u8> {
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    std::fs::read(run.artifacts()[0]["path"].as_str().unwrap()).unwrap()
}

fn built(fixture: Fixture, rows: &str) -> (Vec<u8>, Document) {
    let fixture = with_press(fixture, rows);
    let bytes = bytes(&fixture.build(OWN));
    let document = Document::load_mem(&bytes).unwrap();
    (bytes, document)
}

fn info(document: &Document) -> Vec<(String, String)> {
    let info = document.trailer.get(b"Info").unwrap().as_reference().unwrap();
    let entry = |(key, value): (&Vec<u8>, &Object)| {
        let text = value.as_str().or_else(|_| value.as_name()).unwrap();
        (String::from_utf8_lossy(key).into_owned(), String::from_utf8_lossy(text).into_owned())
    };
    document.get_dictionary(info).unwrap().iter().map(entry).collect()
}

/// Whether a dictionary anywhere in the file has that key.
fn has_key(document: &Document, key: &str) -> bool {
    fn within(object: &Object, key: &[u8]) -> bool {
        let inside = |dictionary: &Dictionary| {
            dictionary.has(key) || dictionary.iter().any(|(_, value)| within(value, key))
        };
        match object {
            Object::Dictionary(dictionary) => inside(dictionary),
            Object::Stream(stream) => inside(&stream.dict),
            Object::Array(items) => items.iter().any(|item| within(item, key)),
            _ => false,
        }
    }
    document.objects.values().any(|object| within(object, key.as_bytes()))
}

#[test]
fn an_older_standard_is_told_where_its_readers_look() {
    for (standard, version, told) in [
        ("x-4", "1.6", &[("GTS_PDFXVersion", "PDF/X-4")][..]),
        (
            "x-1a:2001",
            "1.3",
            &[("GTS_PDFXVersion", "PDF/X-1:2001"), ("GTS_PDFXConformance", "PDF/X-1a:2001")],
        ),
        ("x-1a:2003", "1.4", &[("GTS_PDFXVersion", "PDF/X-1a:2003")]),
        ("x-3:2002", "1.3", &[("GTS_PDFXVersion", "PDF/X-3:2002")]),
    ] {
        let (bytes, document) = built(Fixture::new(), &format!("standard = \"{standard}\"\n"));
        assert!(bytes.starts_with(format!("%PDF-{version}\n").as_bytes()), "{standard}");
        let info = info(&document);
        let about: Vec<(&str, &str)> = info
            .iter()
            .filter(|(key, _)| key.starts_with("GTS_"))
            .map(|(key, value)| (key.as_str(), value.as_str()))
            .collect();
        let mut wanted = told.to_vec();
        wanted.sort_unstable();
        let mut found = about.clone();
        found.sort_unstable();
        assert_eq!(found, wanted);
        for (key, value) in
            [("Trapped", "False"), ("CreationDate", "D:20261101000000Z"), ("ModDate", "D:20261101000000Z")]
        {
            assert!(info.contains(&(key.to_owned(), value.to_owned())), "{standard} {key}");
        }
        assert!(info.iter().any(|(key, title)| key == "Title" && !title.is_empty()));
        assert!(document.trailer.has(b"ID"));
    }
}

/// What a PDF of today has of these, in a fixture that has all: tags, bookmarks, metadata, and a picture that is seen through.
const LATER: [&str; 6] = ["StructTreeRoot", "MarkInfo", "StructParents", "Tabs", "SMask", "Metadata"];

#[test]
fn an_older_standard_has_nothing_of_a_later_pdf() {
    let fixture = || with_picture("half.png", half_seen(300), ", width = \"20mm\"");
    // What is looked for below is found where it may be.
    let (bytes, today) = built(fixture(), "standard = \"x-4\"\n");
    let text = String::from_utf8_lossy(&bytes);
    // Also what is packed.
    let claims = |bytes: &[u8], document: &Document, word: &str| {
        String::from_utf8_lossy(bytes).contains(word) || format!("{:?}", document.objects).contains(word)
    };
    let claimed = ["pdfaid", "pdfuaid", "GTS_PDFA1"];
    assert!(text.contains("/ObjStm") && text.contains("/XRef") && !text.contains("\nxref\n"));
    for word in claimed {
        assert!(claims(&bytes, &today, word), "{word} is in no file");
    }
    for key in LATER.iter().chain(&["Lang", "DisplayDocTitle"]) {
        assert!(has_key(&today, key), "{key} is in no file");
    }
    let marked = |document: &Document| {
        let content = document.get_page_content(document.page_iter().next().unwrap());
        content.windows(3).any(|three| three == b"BDC")
    };
    assert!(marked(&today));
    for (standard, later) in [
        ("x-1a:2001", &["Metadata", "Lang", "DisplayDocTitle"][..]),
        ("x-3:2002", &["Metadata", "Lang", "DisplayDocTitle"]),
        ("x-1a:2003", &[]),
    ] {
        let (bytes, document) = built(fixture(), &format!("standard = \"{standard}\"\n"));
        let text = String::from_utf8_lossy(&bytes);
        assert!(text.contains("\nxref\n") && text.contains("\ntrailer\n"), "{standard}");
        assert!(!text.contains("/ObjStm") && !text.contains("/XRef"), "{standard}");
        let never =
            ["StructTreeRoot", "MarkInfo", "StructParents", "Tabs", "Group", "SMask", "ca", "CA", "BM"];
        for key in never.iter().chain(later) {
            assert!(!has_key(&document, key), "{standard} has {key}");
        }
        for word in claimed {
            assert!(!claims(&bytes, &document, word), "{standard} claims {word}");
        }
        assert!(!marked(&document), "{standard} marks content");
        assert!(document.extract_text(&[1]).unwrap().contains("A short"), "{standard}");
        let intents = document.catalog().unwrap().get(b"OutputIntents").unwrap().as_array().unwrap();
        assert_eq!(intents.len(), 1, "{standard}");
        let intent = intents[0].as_dict().unwrap();
        assert_eq!(intent.get(b"S").unwrap().as_name().unwrap(), b"GTS_PDFX");
        assert_eq!(intent.has(b"DestOutputProfile"), standard == "x-3:2002", "{standard}");
    }
}

#[test]
fn what_a_file_can_not_claim_is_said() {
    let told = |rows: &str| {
        let run = with_press(Fixture::new(), rows).build(OWN);
        let made = run.artifacts()[0].clone();
        (made["standards"].to_string(), made["fonts"].to_string())
    };
    let read = "[\"PDF/X-4\",\"PDF/UA-1\",\"PDF/A-2a\"]";
    assert_eq!(told(""), (read.to_owned(), "null".to_owned()));
    assert_eq!(told("fonts = \"outlines\"\n"), ("[\"PDF/X-4\"]".to_owned(), "\"outlines\"".to_owned()));
    let older = told("standard = \"x-1a:2003\"\n");
    assert_eq!(older, ("[\"PDF/X-1a:2003\"]".to_owned(), "null".to_owned()));
}

/// A PNG of one colour, opaque on its left half and seen through on its right.
fn half_seen(side: u32) -> Vec<u8> {
    let row = (0..side).flat_map(|x| [200, 30, 60, if x < side / 2 { 255 } else { 102 }]);
    let samples = row.collect::<Vec<u8>>().repeat(usize::try_from(side).unwrap());
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, side, side);
    encoder.set_color(ColorType::Rgba);
    encoder.set_depth(BitDepth::Eight);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&samples).unwrap();
    writer.finish().unwrap();
    file
}

/// The first and the last sample of the picture in a file, as inks.
fn inks(document: &Document) -> [[u8; 4]; 2] {
    let is_picture = |stream: &&lopdf::Stream| {
        stream.dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Image")
    };
    let mut streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    let picture = streams.find(is_picture).unwrap();
    assert!(!picture.dict.has(b"SMask"));
    assert_eq!(picture.dict.get(b"ColorSpace").unwrap().as_name().unwrap(), b"DeviceCMYK");
    let samples = picture.decompressed_content().unwrap();
    let (pixels, _) = samples.as_chunks::<4>();
    [pixels[0], pixels[pixels.len() - 1]]
}

#[test]
fn a_picture_that_is_seen_through_is_laid_on_its_ground() {
    let wide = ", width = \"20mm\"";
    let on_paper = || with_picture("half.png", half_seen(300), wide);
    let (_, document) = built(on_paper(), "standard = \"x-1a:2001\"\n");
    let [solid, pale] = inks(&document);
    assert!(solid[1] > 150 && solid[0] < 60, "{solid:?}");
    // Two fifths of the ink on white paper.
    for (solid, pale) in solid.iter().zip(pale) {
        assert!((f64::from(*solid) * 0.4 - f64::from(pale)).abs() <= 1.0, "{solid} {pale}");
    }
    // As a press of PDF/X-4 has it, it is seen through still.
    let (_, document) = built(on_paper(), "standard = \"x-4\"\n");
    assert!(has_key(&document, "SMask"));

    let field = "[[panel]]\nname = \"text\"\n";
    let on_field =
        || on_paper().with("layouts/page.toml", field, &format!("{field}fill = {{ color = \"field\" }}\n"));
    let (_, document) = built(on_field(), "standard = \"x-3:2002\"\n");
    let [own, mixed] = inks(&document);
    assert_eq!(own, solid);
    let page = document.page_iter().next().unwrap();
    let content = String::from_utf8_lossy(&document.get_page_content(page)).into_owned();
    let fill = content.lines().find(|line| line.ends_with(" k")).unwrap();
    let ground: Vec<f64> = fill.split(' ').filter_map(|part| part.parse().ok()).collect();
    for ((own, ground), mixed) in own.iter().zip(ground).zip(mixed) {
        assert!(
            (f64::from(*own) * 0.4 + ground * 255.0 * 0.6 - f64::from(mixed)).abs() <= 1.5,
            "{fill} {mixed}"
        );
    }
}

#[test]
fn outlines_hold_no_face_and_look_the_same() {
    for standard in ["x-4", "x-1a:2001"] {
        let rows = |fonts: &str| format!("standard = \"{standard}\"\nfonts = \"{fonts}\"\n");
        let (with_faces, faces) = built(Fixture::new(), &rows("embedded"));
        let (without, outlined) = built(Fixture::new(), &rows("outlines"));
        assert!(has_key(&faces, "BaseFont"));
        for key in ["Font", "BaseFont", "FontDescriptor", "ToUnicode", "StructTreeRoot"] {
            assert!(!has_key(&outlined, key), "{key}");
        }
        // Who jumps from heading to heading needs neither faces nor tags.
        assert!(has_key(&faces, "Outlines") && has_key(&outlined, "Outlines"));
        assert!(without.len() < with_faces.len() * 3, "{} {}", without.len(), with_faces.len());
        assert_eq!(outlined.extract_text(&[1]).unwrap().trim(), "");
    }
    let pictured = |fonts: &str| {
        let press = format!("[press]\nmarks = \"none\"\nfonts = \"{fonts}\"\n[links]");
        let fixture = Fixture::new().with("polyleaf.toml", "[links]", &press);
        let run = fixture.build(&["-l", "en", "--for", "press", "--format", "png", "--ppi", "200"]);
        let file = std::fs::File::open(run.artifacts()[0]["path"].as_str().unwrap()).unwrap();
        let mut decoder = png::Decoder::new(std::io::BufReader::new(file));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut pixels).unwrap();
        assert_eq!(frame.color_type, ColorType::Rgb);
        (frame.width, pixels)
    };
    let ((width, faces), (other, outlines)) = (pictured("embedded"), pictured("outlines"));
    assert_eq!((width, faces.len()), (other, outlines.len()));
    let width = usize::try_from(width).unwrap();
    let is_ink = faces.iter().filter(|level| **level < 128).count();
    for (one, other) in [(&faces, &outlines), (&outlines, &faces)] {
        let off = (0..one.len())
            .filter(|at| one[*at] != other[*at] && !is_around(one[*at], other, *at, width))
            .count();
        assert!(is_ink > 2000 && off * 1000 < is_ink, "{off} of {is_ink}");
    }
}

/// Whether a level of one picture is, but for soft edges, one of those around that place in another.
fn is_around(level: u8, other: &[u8], at: usize, width: usize) -> bool {
    let channels = 3;
    let row = width * channels;
    let near =
        [0, row, 2 * row].into_iter().flat_map(|down| [0, channels, 2 * channels].map(|right| down + right));
    let found = near.filter_map(|step| other.get((at + step).checked_sub(row + channels)?).copied());
    let (low, high) = found.fold((u8::MAX, 0), |(low, high), level| (level.min(low), level.max(high)));
    (low.saturating_sub(48)..=high.saturating_add(48)).contains(&level)
}

/// The intent of a file: its name, and whether it holds a profile.
fn intent(document: &Document) -> (String, bool) {
    let intents = document.catalog().unwrap().get(b"OutputIntents").unwrap().as_array().unwrap();
    let intent = intents[0].as_dict().unwrap();
    let name = intent.get(b"OutputConditionIdentifier").unwrap().as_str().unwrap();
    (String::from_utf8_lossy(name).into_owned(), intent.has(b"DestOutputProfile"))
}

/// The inks of the first field on a page, in percent.
fn field(document: &Document) -> Vec<f64> {
    let page = document.page_iter().next().unwrap();
    let content = String::from_utf8_lossy(&document.get_page_content(page)).into_owned();
    let fill = content.lines().find(|line| line.ends_with(" k")).unwrap().to_owned();
    fill.split(' ').filter_map(|part| part.parse::<f64>().ok()).map(|ink| ink * 100.0).collect()
}

#[test]
fn a_printing_condition_has_its_name_its_profile_and_its_inks() {
    let panel = "[[panel]]\nname = \"text\"\n";
    let fixture = || {
        let filled = format!("{panel}fill = {{ color = \"field\" }}\n");
        Fixture::new().with("layouts/page.toml", panel, &filled)
    };
    let of = |name: &str, standard: &str| {
        let (_, document) = built(fixture(), &format!("intent = \"{name}\"\nstandard = \"{standard}\"\n"));
        (intent(&document), field(&document))
    };
    let (told, gracol) = of("GRACoL2006", "x-4");
    assert_eq!(told, ("CGATS TR 006".to_owned(), true));
    let (told, coated) = of("FOGRA39", "x-4");
    assert_eq!(told, ("FOGRA39".to_owned(), true));
    let (told, uncoated) = of("fogra29", "x-3:2002");
    assert_eq!(told, ("FOGRA29".to_owned(), true));
    let sum = |inks: &[f64]| inks.iter().sum::<f64>();
    assert!(gracol != coated && coated != uncoated && gracol.len() == 4);
    assert!(sum(&coated) <= 241.0 && sum(&uncoated) <= 211.0, "{coated:?} {uncoated:?}");
    for (name, identifier) in [
        ("FOGRA51", "FOGRA51"),
        ("FOGRA52", "FOGRA52"),
        ("JapanColor2001", "JC200103"),
        ("JapanColor2011", "JCS2011"),
        ("SWOP", "CGATS TR 001"),
    ] {
        for standard in ["x-1a:2001", "x-3:2002"] {
            assert_eq!(of(name, standard).0, (identifier.to_owned(), false), "{name}");
        }
    }
    assert_eq!(of("FOGRA52", "x-1a:2003").1, uncoated, "the nearest profile that there is");
}

#[test]
fn a_condition_that_a_standard_can_not_name_is_told_with_its_place() {
    for (rows, line, words) in [
        ("intent = \"FOGRA51\"\n", "4:10", "x-1a:2003"),
        ("standard = \"x-4\"\nintent = \"SWOP\"\n", "5:10", "GRACoL2006, FOGRA39, FOGRA29"),
        ("intent = \"ISO Coated\"\n", "4:10", "JapanColor2011"),
    ] {
        let run = with_press(Fixture::new(), rows).build(OWN);
        assert_eq!(run.problems(), [format!("layout/invalid layouts/press/own.toml:{line}")], "{}", run.talk);
        let told = run.lines.iter().find(|line| line["severity"] == "error").unwrap();
        assert!(run.written.is_empty() && told["help"].as_str().unwrap().contains(words), "{told}");
    }
    let changed = "[press]\nintent = \"FOGRA52\"\n[links]";
    let run = Fixture::new().with("polyleaf.toml", "[links]", changed).build(&["-l", "en", "--for", "press"]);
    assert_eq!(run.problems(), ["layout/invalid polyleaf.toml:15:10"], "{}", run.talk);
}

#[test]
fn no_profile_tells_when_it_was_made_to_the_minute() {
    let folder = crate::support::root().join("src/pdf");
    let profiles = std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path());
    let mut count = 0;
    for path in profiles.filter(|path| path.extension().is_some_and(|end| end == "icc")) {
        let bytes = std::fs::read(&path).unwrap();
        assert_eq!(&bytes[36..40], b"acsp", "{path:?}");
        assert_eq!(bytes[30..36], [0; 6], "{path:?} has a time of day");
        count += 1;
    }
    assert_eq!(count, 4);
}
