//! Pictures from the manifest to the file: told in words, in the colours of the file, once however often they are shown,
//! without a trace of their makers; and pages as pictures.

use std::fs;

use lopdf::content::{Content, Operation};
use lopdf::{Document, Object};
use png::{BitDepth, ColorType, Encoder, PixelDimensions, Unit};
use serde_json::Value;

use crate::support::{Fixture, Run, names, root};

/// A drawing of one dot.
pub(crate) const DOT: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10\"><circle cx=\"5\" cy=\"5\" r=\"4\" fill=\"#123456\"/></svg>";

/// A PNG file of upright stripes in many colours.
pub(crate) fn stripes(width: u32, height: u32) -> Vec<u8> {
    let colours = (0..=255_u8).map(|level| [level, level / 2, 255 - level]).cycle();
    let row: Vec<u8> = colours.take(usize::try_from(width).unwrap()).flatten().collect();
    let samples = row.repeat(usize::try_from(height).unwrap());
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, width, height);
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    // 72 pixels to the inch.
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: 2835, yppu: 2835, unit: Unit::Meter }));
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&samples).unwrap();
    writer.finish().unwrap();
    file
}

const LAST: &str = "  { role = \"contact\", text = \"call\" },\n]";

/// The small project with a picture at its end.
pub(crate) fn with_picture(file: &str, bytes: impl AsRef<[u8]>, more: &str) -> Fixture {
    let block = format!("{{ role = \"picture\", file = \"{file}\", alt = \"heading\"{more} }},");
    let with = format!("  {{ role = \"contact\", text = \"call\" }},\n{block}\n]");
    Fixture::new().with("polyleaf.toml", LAST, &with).file(file, bytes)
}

fn built(fixture: &Fixture, arguments: &[&str]) -> Run {
    let run = fixture.build(arguments);
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    run
}

fn document(fixture: &Fixture, name: &str) -> Document {
    Document::load(fixture.out().join(name)).unwrap()
}

fn streams<'a>(document: &'a Document, kind: &'a str) -> impl Iterator<Item = &'a lopdf::Stream> {
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    streams.filter(move |stream| {
        stream.dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(kind.as_bytes())
    })
}

/// The elements of that type.
fn elements<'a>(document: &'a Document, kind: &str) -> Vec<&'a lopdf::Dictionary> {
    let elements = document.objects.values().filter_map(|object| object.as_dict().ok());
    elements.filter(|e| e.get(b"S").and_then(Object::as_name).ok() == Some(kind.as_bytes())).collect()
}

#[test]
fn a_picture_is_a_figure_with_words_and_a_place() {
    let fixture = with_picture("stripes.png", stripes(2400, 100), "");
    built(&fixture, &["-l", "es"]);
    let document = document(&fixture, "small-es-page-letter.pdf");
    let images: Vec<_> = streams(&document, "Image").collect();
    assert_eq!(images.len(), 1);
    assert_eq!(images[0].dict.get(b"ColorSpace").unwrap().as_name().unwrap(), b"DeviceRGB");
    let figures = elements(&document, "Figure");
    assert_eq!(figures.len(), 1);
    assert_eq!(figures[0].get(b"Alt").unwrap().as_str().unwrap(), b"Hola");
    let layout = figures[0].get(b"A").unwrap().as_dict().unwrap();
    let sides: Vec<f32> = layout
        .get(b"BBox")
        .unwrap()
        .as_array()
        .unwrap()
        .iter()
        .map(|side| side.as_float().unwrap())
        .collect();
    // As many times as wide as high as the picture is, and within the page.
    let aspect = (sides[2] - sides[0]) / (sides[3] - sides[1]);
    assert!((aspect - 24.0).abs() < 0.05 && sides[0] > 0.0 && sides[2] < 612.0, "{sides:?}");
}

#[test]
fn other_programs_are_told_where_a_picture_is_and_what_it_shows() {
    let fixture = with_picture("stripes.png", stripes(2400, 100), ", width = \"50%\"");
    built(&fixture, &["-l", "en", "--format", "json"]);
    let placed: Value =
        serde_json::from_str(&fs::read_to_string(fixture.out().join("small-en-page-letter.json")).unwrap())
            .unwrap();
    let panels = placed["pages"][0]["panels"].as_array().unwrap();
    let blocks = panels.iter().flat_map(|panel| panel["blocks"].as_array().unwrap());
    let picture =
        blocks.filter(|block| block["role"] == "picture").map(|block| &block["picture"]).next().unwrap();
    let [w, h, ppi] = ["w", "h", "ppi"].map(|key| picture[key].as_f64().unwrap());
    assert!((w / h - 24.0).abs() < 0.05 && (ppi - 2400.0 / (w / 72.0)).abs() < 0.5, "{picture}");
    built(&fixture, &["-l", "en", "--format", "txt"]);
    let text = fs::read_to_string(fixture.out().join("small-en-page-letter.txt")).unwrap();
    assert!(text.contains(&format!("[{}]", picture["alt"].as_str().unwrap())), "{text}");
}

#[test]
fn a_logo_stands_once_below_the_contact_and_nothing_changes_without_one() {
    let fixture = Fixture::new();
    built(&fixture, &["-l", "en"]);
    let without = fs::read(fixture.out().join("small-en-page-letter.pdf")).unwrap();
    let page = "layouts/page.toml";
    let fixture = fixture.with(
        page,
        "[body]",
        "[logo]\nplace = \"body\"\nwidth = \"30mm\"\nheight = \"9mm\"\n\n[body]",
    );
    built(&fixture, &["-l", "en"]);
    assert!(
        without == fs::read(fixture.out().join("small-en-page-letter.pdf")).unwrap(),
        "no logo, no change"
    );

    let website = "website = \"example.org\"";
    let fixture = fixture
        .with("polyleaf.toml", website, &format!("{website}\nlogo = \"dot.svg\""))
        .file("dot.svg", DOT);
    built(&fixture, &["-l", "en"]);
    let document = document(&fixture, "small-en-page-letter.pdf");
    let figures = elements(&document, "Figure");
    assert_eq!(figures.len(), 1);
    let manifest = fs::read_to_string(fixture.path().join("polyleaf.toml")).unwrap();
    let name = manifest.split("[organisation]\nname = \"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(figures[0].get(b"Alt").unwrap().as_str().unwrap(), name.as_bytes());
}

#[test]
fn another_organisation_brings_its_logo_along() {
    let fixture = Fixture::new()
        .with("layouts/page.toml", "[body]", "[logo]\nplace = \"body\"\nwidth = \"30mm\"\nheight = \"9mm\"\n\n[body]")
        .file("elsewhere/marks/dot.svg", DOT)
        .file(
            "elsewhere/org.toml",
            "[organisation]\nname = \"Elsewhere\"\nemail = \"a@b.example\"\nphone = \"604-555-0142\"\nwebsite = \"b.example\"\nlogo = \"marks/dot.svg\"\n",
        );
    built(&fixture, &["-l", "en", "--org", "elsewhere/org.toml", "--format", "txt"]);
    let text = fs::read_to_string(fixture.out().join("small-en-page-letter-org.txt")).unwrap();
    assert!(text.ends_with("[Elsewhere]\n"), "{text}");
}

/// The chunks of a PNG file.
fn chunks(file: &[u8]) -> Vec<String> {
    let (mut names, mut at) = (Vec::new(), 8);
    while at < file.len() {
        let length = u32::from_be_bytes(file[at..at + 4].try_into().unwrap());
        names.push(String::from_utf8(file[at + 4..at + 8].to_vec()).unwrap());
        at += usize::try_from(length).unwrap() + 12;
    }
    names
}

#[test]
fn phone_pages_are_numbered_pictures_of_1080_by_1920_that_hold_nothing_else() {
    let out = tempfile::tempdir().unwrap();
    let build = |folder: &str, jobs: &str| {
        let path = out.path().join(folder);
        let arguments = [
            "build",
            "-l",
            "ko",
            "-L",
            "phone",
            "--format",
            "png",
            "--message-format",
            "json",
            "--jobs",
            jobs,
            "-o",
        ];
        let output =
            crate::support::program().current_dir(root()).args(arguments).arg(&path).output().unwrap();
        crate::support::run_of(output, &path)
    };
    let (run, again) = (build("one", "1"), build("two", "2"));
    assert_eq!((run.code, again.code), (0, 0), "{}", run.talk);
    let artifacts = run.artifacts();
    assert_eq!((artifacts.len(), &run.written), (again.written.len(), &again.written));
    assert!(artifacts.len() > 10, "each section has a page");
    for (number, (artifact, name)) in (1..).zip(artifacts.iter().zip(&run.written)) {
        assert_eq!(*name, format!("factsheet-ko-phone-phone-{number:02}.png"));
        let file = fs::read(out.path().join("one").join(name)).unwrap();
        assert!(file == fs::read(out.path().join("two").join(name)).unwrap(), "{name} differs");
        assert_eq!(
            (artifact["page"].as_u64(), artifact["bytes"].as_u64()),
            (Some(number), Some(u64::try_from(file.len()).unwrap()))
        );
        let size = [&file[16..20], &file[20..24]].map(|side| u32::from_be_bytes(side.try_into().unwrap()));
        assert_eq!(size, [1080, 1920]);
        assert!(file.len() < 200_000, "{name} has {} bytes", file.len());
        let known = ["IHDR", "PLTE", "pHYs", "IDAT", "IEND"];
        assert!(chunks(&file).iter().all(|chunk| known.contains(&chunk.as_str())), "{:?}", chunks(&file));
    }
}

#[test]
fn a_page_is_as_fine_as_asked() {
    let fixture = with_picture("stripes.png", stripes(2400, 100), "");
    built(&fixture, &["-l", "en", "--format", "png", "--ppi", "36"]);
    assert_eq!(names(&fixture.out()), ["small-en-page-letter-1.png"]);
    let file = fs::read(fixture.out().join("small-en-page-letter-1.png")).unwrap();
    let size = [&file[16..20], &file[20..24]].map(|side| u32::from_be_bytes(side.try_into().unwrap()));
    assert_eq!(size, [306, 396]);
    for wrong in [&["--ppi", "5000", "--format", "png"][..], &["--ppi", "100"]] {
        assert_eq!(fixture.build(wrong).code, 2, "{wrong:?}");
    }
}

#[test]
fn a_picture_leaves_out_what_is_below_it_on_a_press() {
    let fixture = with_picture("stripes.png", stripes(2400, 100), "");
    built(&fixture, &["-l", "en", "--for", "press"]);
    let document = document(&fixture, "small-en-page-letter-press.pdf");
    let page = document.page_iter().next().unwrap();
    let content = Content::decode(&document.get_page_content(page)).unwrap().operations;
    let shown = content.iter().position(|operation| operation.operator == "Do").unwrap();
    let state = |before: &[Operation]| {
        let last = before.iter().rfind(|operation| operation.operator == "gs")?;
        last.operands[0].as_name().ok().map(<[u8]>::to_vec)
    };
    // Black text before it was laid over what was there.
    assert!(
        content[..shown]
            .iter()
            .any(|operation| operation.operator == "gs" && operation.operands[0] == "Over".into())
    );
    assert_eq!(state(&content[..shown]).as_deref(), Some(&b"KnockOut"[..]));
}
