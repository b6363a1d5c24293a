//! A file an ink: what each holds, that they add up to their preview, and what is said of wrong inks.

use std::path::Path;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::{RenderSettings, render_pdf};
use lopdf::Document;

use crate::pictures::with_picture;
use crate::profiles::{painted, sides};
use crate::support::{Fixture, Run, names, program, root, run_of};

const SOURCE: &str = "source = \"https://example.org\"\nread = \"2026-11\"\n";
const BLACK: [f64; 3] = [0.0; 3];
const BRIGHT_RED: [f64; 3] = [241.0 / 255.0, 80.0 / 255.0, 96.0 / 255.0];

/// Builds the repository's own leaflets for the duplicator that is shipped.
fn shipped(out: &Path, layouts: &str) -> Run {
    let folder = out.to_str().unwrap();
    let asked =
        ["build", "--message-format", "json", "-l", "en", "-L", layouts, "--press", "riso", "--out", folder];
    run_of(program().current_dir(root()).args(asked).output().unwrap(), out)
}

/// A page as pixels, each from 0, no light, to 1.
struct Page {
    width: usize,
    light: Vec<[f64; 3]>,
}

impl Page {
    /// Whether a pixel is as those around it, which an edge is not.
    fn is_flat(&self, at: usize) -> bool {
        let width = self.width;
        let around = [at.wrapping_sub(width + 1), at.wrapping_sub(width), at.wrapping_sub(width - 1)]
            .into_iter()
            .chain([at.wrapping_sub(1), at + 1, at + width - 1, at + width, at + width + 1]);
        let near = |one: &[f64; 3]| one.iter().zip(self.light[at]).all(|(a, b)| (a - b).abs() < 2.5 / 255.0);
        around.filter_map(|other| self.light.get(other)).all(near)
    }
}

/// The pages of a file.
fn pixels(file: &Path) -> Vec<Page> {
    let pdf = Pdf::new(std::fs::read(file).unwrap()).unwrap();
    let settings = RenderSettings { hinting: false, ..RenderSettings::default() };
    let pages = render_pdf(&pdf, 1.0, InterpreterSettings::default(), &settings, None).unwrap();
    let light = |level: u8, alpha: u8| f64::from(level) / 255.0 + 1.0 - f64::from(alpha) / 255.0;
    let page = |page: &hayro::vello_cpu::Pixmap| Page {
        width: page.width().into(),
        light: page
            .data()
            .iter()
            .map(|pixel| [pixel.r, pixel.g, pixel.b].map(|level| light(level, pixel.a)))
            .collect(),
    };
    pages.iter().map(page).collect()
}

/// How far the plates over each other are off the preview: on average of all pixels, and the most where there is no edge, at
/// which one mixes light and the other inks.
fn off(preview: &Path, plates: &[(&Path, [f64; 3])]) -> (f64, f64) {
    let shown = pixels(preview);
    let plates: Vec<_> = plates.iter().map(|(file, ink)| (pixels(file), ink)).collect();
    let (mut sum, mut most, mut count) = (0.0, 0.0_f64, 0.0);
    for (number, page) in shown.iter().enumerate() {
        for (at, wanted) in page.light.iter().enumerate() {
            let mut worst: f64 = 0.0;
            for (part, wanted) in wanted.iter().enumerate() {
                let through = |(pages, ink): &(Vec<Page>, &[f64; 3])| {
                    1.0 - (1.0 - pages[number].light[at][part]) * (1.0 - ink[part])
                };
                let found: f64 = plates.iter().map(through).product();
                worst = worst.max((found - wanted).abs());
            }
            sum += worst;
            most = if page.is_flat(at) { most.max(worst) } else { most };
            count += 1.0;
        }
    }
    (sum / count, most)
}

/// The operators that set a colour.
fn spaces(document: &Document) -> Vec<String> {
    let mut found = Vec::new();
    for page in document.page_iter() {
        let content = document.get_and_decode_page_content(page).unwrap();
        found.extend(content.operations.into_iter().map(|operation| operation.operator));
    }
    let is_color = |name: &String| ["g", "G", "rg", "RG", "k", "K", "scn", "SCN"].contains(&name.as_str());
    found.retain(is_color);
    found.sort();
    found.dedup();
    found
}

#[test]
fn plates_add_up_to_their_preview() {
    let out = tempfile::tempdir().unwrap();
    let run = shipped(out.path(), "letter-fold,poster");
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    for stem in ["factsheet-en-letter-fold-letter-press-riso", "poster-en-poster-letter-press-riso"] {
        let file = |plate: &str| out.path().join(format!("{stem}-{plate}.pdf"));
        let [preview, black, red] = ["preview", "black", "bright-red"].map(file);
        let (mean, most) = off(&preview, &[(&black, BLACK), (&red, BRIGHT_RED)]);
        println!("{stem}: {mean:.4} on average, {most:.4} at most where there is no edge");
        assert!(mean < 0.005 && most < 0.02, "{stem}: {mean} on average, {most} at most");
        // Other inks on the plates are seen.
        let (mean, most) = off(&preview, &[(&red, BLACK), (&black, BRIGHT_RED)]);
        assert!(mean > 0.02 && most > 0.02, "{stem}: {mean} on average, {most} at most");
        let (mean, most) = off(&preview, &[(&black, BLACK)]);
        assert!(mean > 0.005 && most > 0.02, "{stem}: {mean} on average, {most} at most");
    }
}

#[test]
fn pictures_are_parted_like_all_else() {
    let rows = format!(
        "{SOURCE}ink = \"plates\"\nareas = 85\ninks = {{ black = \"#3255a4\", Pink = \"#ff48b0\", yellow = \"#ffe800\" }}\n"
    );
    let drawing = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 9"><defs><linearGradient id="a">
        <stop offset="0" stop-color="#cc4055"/><stop offset="1" stop-color="#2a7a40"/></linearGradient></defs>
        <rect width="100" height="5" fill="url(#a)"/><rect y="5" width="100" height="4" fill="#80a0c0"/></svg>"##;
    for (name, bytes) in [("ramp.png", ramp()), ("drawing.svg", drawing.as_bytes().to_vec())] {
        let fixture = with_picture(name, bytes, "").file("layouts/press/own.toml", rows.as_str());
        let run = fixture.build(&["-l", "en", "--press", "own"]);
        assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
        let file = |plate: &str| fixture.out().join(format!("small-en-page-letter-press-own-{plate}.pdf"));
        let [preview, black, pink, yellow] = ["preview", "black", "pink", "yellow"].map(file);
        let plates: [(&Path, [u8; 3]); 3] =
            [(&black, [0x32, 0x55, 0xa4]), (&pink, [0xff, 0x48, 0xb0]), (&yellow, [0xff, 0xe8, 0x00])];
        let plates = plates.map(|(file, ink)| (file, ink.map(|level| f64::from(level) / 255.0)));
        let (mean, most) = off(&preview, &plates);
        println!("{name}: {mean:.4} on average, {most:.4} at most where there is no edge");
        assert!(mean < 0.005 && most < 0.02, "{name}: {mean} on average, {most} at most");
        for (file, _) in plates {
            let darkest = pixels(file)
                .into_iter()
                .flat_map(|page| page.light)
                .map(|[grey, ..]| grey)
                .fold(1.0, f64::min);
            assert!(
                file == black.as_path() || (0.14..0.9).contains(&darkest) || name == "drawing.svg",
                "{darkest}"
            );
            let bytes = std::fs::read(file).unwrap();
            let text = String::from_utf8_lossy(&bytes);
            assert!(!text.contains("/ColorSpace/DeviceRGB") && !text.contains("/ColorSpace/DeviceCMYK"));
        }
    }
}

/// A picture with many colours.
fn ramp() -> Vec<u8> {
    let mut bytes = Vec::new();
    let (width, height) = (2400_u16, 100_u16);
    let mut encoder = png::Encoder::new(&mut bytes, u32::from(width), u32::from(height));
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let level = |at: u16, most: u16| u8::try_from(u32::from(at) * 255 / u32::from(most)).unwrap();
    let pixel = |x, y| [level(x, width), level(y, height), 255 - level(x, width) / 2];
    let samples: Vec<u8> = (0..height).flat_map(|y| (0..width).flat_map(move |x| pixel(x, y))).collect();
    encoder.write_header().unwrap().write_image_data(&samples).unwrap();
    bytes
}

#[test]
fn a_plate_is_of_greys_on_a_whole_sheet_with_white_edges() {
    let out = tempfile::tempdir().unwrap();
    let run = shipped(out.path(), "booklet,card");
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    let mut wanted = Vec::new();
    for stem in ["card-en-card-letter-press-riso", "factsheet-en-booklet-letter-press-riso"] {
        wanted.extend(["black", "bright-red", "preview"].map(|plate| format!("{stem}-{plate}.pdf")));
    }
    assert_eq!(names(out.path()), wanted);
    let told: Vec<&str> = run.artifacts().iter().map(|made| made["ink"].as_str().unwrap()).collect();
    assert_eq!(told[..3], ["preview", "black", "bright-red"]);
    assert_eq!(run.artifacts()[0]["standards"][0], "PDF/UA-1");
    assert_eq!(run.artifacts()[1]["standards"], serde_json::json!(["PDF/X-3:2002"]));
    for name in wanted {
        let document = Document::load(out.path().join(&name)).unwrap();
        if !name.ends_with("preview.pdf") {
            assert!(
                spaces(&document).iter().all(|name| name.eq_ignore_ascii_case("g")),
                "{:?}",
                spaces(&document)
            );
        }
        assert_eq!(document.get_pages().len(), if name.starts_with("card") { 2 } else { 4 });
        for page in document.page_iter() {
            let [media, trim] = ["MediaBox", "TrimBox"].map(|kind| sides(&document, page, kind));
            assert_eq!(media, trim, "{name}");
            let edge = 6.35 * 72.0 / 25.4 - 0.05;
            for item in painted(&document, page) {
                let [l, b, r, t] = item.sides;
                let inside = l >= edge && b >= edge && r <= media[2] - edge && t <= media[3] - edge;
                assert!(inside, "{name}: {} {:?}", item.operator, item.sides);
            }
        }
    }
}

#[test]
fn preflight_tells_plates_from_their_preview() {
    let out = tempfile::tempdir().unwrap();
    shipped(out.path(), "poster");
    let told = |plate: &str| {
        let file = out.path().join(format!("poster-en-poster-letter-press-riso-{plate}.pdf"));
        let run =
            program().current_dir(root()).args(["preflight", "--press", "riso"]).arg(file).output().unwrap();
        (run.status.code(), String::from_utf8(run.stdout).unwrap())
    };
    let (code, text) = told("bright-red");
    assert!(code == Some(0) && text.contains("met[press/inks]: wanted one ink, as greys"), "{text}");
    let (code, text) = told("preview");
    assert!(code == Some(1) && text.contains("error[press/inks]: wanted one ink, as greys"), "{text}");
}

#[test]
fn small_type_is_on_the_black_plate_alone() {
    let out = tempfile::tempdir().unwrap();
    shipped(out.path(), "letter-fold");
    let text = |plate: &str| {
        let file = out.path().join(format!("factsheet-en-letter-fold-letter-press-riso-{plate}.pdf"));
        let document = Document::load(file).unwrap();
        document.extract_text(&[1, 2]).unwrap()
    };
    let [black, red] = ["black", "bright-red"].map(text);
    assert!(black.contains("Police raided the workplace"), "{black}");
    assert!(!red.contains("Police raided") && red.contains("Who we are"), "{red}");
}

#[test]
fn a_file_a_page_is_a_file_an_ink_of_each() {
    let rows = format!(
        "{SOURCE}ink = \"plates\"\ninks = [\"black\", \"Medium Blue\"]\nfiles = \"page\"\nname = \"p{{n}}\"\n"
    );
    let fixture = Fixture::with_sheets().file("layouts/press/own.toml", rows);
    let run = fixture.build(&["-l", "en", "-L", "letter-fold", "--press", "own"]);
    assert_eq!(run.code, 0, "{}", run.talk);
    let wanted = ["p1-black", "p1-medium-blue", "p1-preview", "p2-black", "p2-medium-blue", "p2-preview"];
    assert_eq!(run.written, wanted.map(|name| format!("{name}.pdf")));
    // One ink is one file.
    let run = fixture.build(&["-l", "en", "-L", "letter-fold", "--press", "own", "--ink", "mono"]);
    assert_eq!(run.code, 0, "{}", run.talk);
    let made: Vec<&str> = run.artifacts().iter().map(|made| made["ink"].as_str().unwrap()).collect();
    assert_eq!(made, ["mono", "mono"]);
}

#[test]
fn a_project_puts_other_drums_in() {
    let rows = "[press]\nink = \"plates\"\ninks = [\"black\", \"teal\"]\n[links]";
    let fixture = Fixture::new().with("polyleaf.toml", "[links]", rows);
    let run = fixture.build(&["-l", "en", "--for", "press"]);
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    let wanted = ["black", "preview", "teal"].map(|plate| format!("small-en-page-letter-press-{plate}.pdf"));
    assert_eq!(run.written, wanted);
}

#[test]
fn wrong_inks_are_told_where_they_are_wrong() {
    let place = |at: &str| format!("layout/invalid layouts/press/own.toml:{at}");
    for (rows, problem, words) in [
        ("ink = \"plates\"\n", place("1:7"), "no inks are named"),
        ("ink = \"plates\"\ninks = [\"black\", \"vermilion\"]\n", place("2:18"), "bright red"),
        ("ink = \"plates\"\ninks = { black = \"#000\" }\n", place("2:18"), "six digits"),
        ("ink = \"plates\"\ninks = { red = \"#ff4c65\" }\n", place("2:8"), "no ink is called black"),
        ("ink = \"plates\"\ninks = []\n", place("2:8"), "no ink is called black"),
        (
            "ink = \"plates\"\ninks = [\"black\", \"red\", \"blue\", \"teal\", \"yellow\"]\n",
            place("2:8"),
            "4 inks at most, and 5 are named",
        ),
        ("ink = \"plates\"\ninks = [\"black\", \"Black\"]\n", place("2:18"), "named twice"),
        (
            "ink = \"plates\"\ninks = { black = \"#000000\", preview = \"#ff0000\" }\n",
            place("2:29"),
            "no ink is called preview",
        ),
        (
            "ink = \"plates\"\ninks = { black = \"#000000\", \"a/b\" = \"#ff0000\" }\n",
            place("2:29"),
            "plain letters",
        ),
        ("ink = \"plates\"\ninks = [\"black\"]\nareas = 20\n", place("3:9"), "50 to 100"),
        ("inks = \"black\"\n", "manifest/toml layouts/press/own.toml:1:8".to_owned(), "the names of drums"),
        ("ink = \"plate\"\n", "manifest/toml layouts/press/own.toml:1:7".to_owned(), "plates"),
    ] {
        let fixture = Fixture::new().file("layouts/press/own.toml", format!("{rows}{SOURCE}"));
        let run = fixture.build(&["-l", "en", "--press", "own"]);
        assert!(run.code == 1 && run.written.is_empty(), "{rows} {}", run.talk);
        assert_eq!(run.problems()[0], problem, "{rows} {}", run.talk);
        let told = run.lines.iter().find(|line| line["severity"] == "error").unwrap();
        assert!(format!("{} {}", told["message"], told["help"]).contains(words), "{rows} {told}");
        assert_eq!(run.problems().len(), 1, "{rows} {:?}", run.problems());
    }
    let fixture = Fixture::new().with("polyleaf.toml", "[links]", "[press]\nink = \"plates\"\n[links]");
    let run = fixture.build(&["-l", "en", "--for", "press"]);
    assert_eq!(run.problems(), ["layout/invalid polyleaf.toml:15:7"], "{}", run.talk);
}
