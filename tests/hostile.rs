//! Files that are damaged or mean harm: read without a panic, without end and without bounds by nobody. 300 of each kind are
//! damaged in every run; `POLYLEAF_MUTATIONS=10000 cargo test --release --test main hostile::` does it at length, and with
//! `-- --test-threads 1 --nocapture` tells what each kind took.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use lopdf::Document;
use polyleaf::Profile;
use polyleaf::inspect::{PictureFacts, open_face, open_picture, read_drawing};
use polyleaf::preflight::{Check, Examination, examine};
use subsetter::{GlyphRemapper, subset};

use crate::mutate::{FACE, JPEG, PDF, PNG, SVG, Syntax, damaged};
use crate::pictures::{stripes, with_picture};
use crate::support::{names, root};

#[path = "../src/picture/tests/files.rs"]
pub(crate) mod files;

use files::{Kind, jpeg, jpeg_with, png, segment};

/// How long one file may take.
const PATIENCE: Duration = Duration::from_secs(5);
/// How much memory all of them may take together, in kB.
const MEMORY: u64 = 500_000;
/// How many files of each kind are damaged where nothing else is asked for.
const QUICK: u64 = 300;

/// Damages each of the files in turn and hands it to `read`, which says whether it could be read; fails on a panic, on what takes
/// too long or too much, and where the damage is such that none or all can be read, which would try little.
fn survive(wholes: Vec<Vec<u8>>, syntax: &'static Syntax, read: fn(u64, Vec<u8>) -> bool) {
    let total = std::env::var("POLYLEAF_MUTATIONS").map_or(QUICK, |count| count.parse().unwrap());
    let (tell, told) = mpsc::channel();
    // One that hangs can't be stopped; it is left behind in its thread.
    thread::spawn(move || {
        for seed in 0..total {
            let whole = &wholes[usize::try_from(seed).unwrap() % wholes.len()];
            let bytes = damaged(seed, whole, syntax);
            let started = Instant::now();
            let outcome = catch_unwind(AssertUnwindSafe(|| read(seed, bytes)));
            if tell.send((seed, outcome.ok(), started.elapsed())).is_err() {
                return;
            }
        }
    });
    let (mut worst, mut sound) = ((Duration::ZERO, 0), 0);
    for next in 0..total {
        let Ok((seed, outcome, took)) = told.recv_timeout(PATIENCE * 2) else { panic!("seed {next} hangs") };
        assert!(took < PATIENCE, "seed {seed} takes {took:?}");
        sound += u64::from(outcome.unwrap_or_else(|| panic!("seed {seed} panics")));
        worst = worst.max((took, seed));
    }
    let (took, seed) = worst;
    println!("{total} files, {sound} read, the slowest {took:?} (seed {seed}), {} kB at most", peak());
    assert!(peak() < MEMORY, "{} kB", peak());
    assert!(sound > total / 50 && sound < total, "{sound} of {total} are read");
}

/// The most memory that the test held so far, in kB; 0 where the system does not tell.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// Built files of each profile with a picture in them, as they are, and unpacked, so that damage reaches what is within.
fn pdfs() -> Vec<Vec<u8>> {
    let photo = jpeg(&[[10, 128, 128, 0], [99, 1, 200, 0]].repeat(8), 3);
    let pictures = [("stripes.png", stripes(256, 8)), ("photo.jpg", photo)];
    let mut files = Vec::new();
    for (name, bytes) in pictures {
        let fixture = with_picture(name, bytes, ", width = \"5mm\"");
        let run = fixture.build(&["-l", "en", "--for", "office", "--for", "press", "--for", "screen"]);
        assert_eq!((run.code, run.written.len()), (0, 3), "{} {:?}", run.talk, run.problems());
        for file in names(&fixture.out()) {
            let whole = fs::read(fixture.out().join(file)).unwrap();
            let mut document = Document::load_mem(&whole).unwrap();
            document.decompress();
            let mut unpacked = Vec::new();
            document.save_to(&mut unpacked).unwrap();
            files.extend([whole, unpacked]);
        }
    }
    files
}

#[test]
fn damaged_pdfs_are_examined() {
    survive(pdfs(), &PDF, |seed, bytes| {
        // Each of the twelve files for each profile.
        let profiles = [None, Some(Profile::Office), Some(Profile::Press), Some(Profile::Screen)];
        let profile = profiles[usize::try_from(seed / 12).unwrap() % 4];
        let report = examine(&bytes, profile, Examination::Whole);
        report.findings.iter().all(|finding| finding.check() != Check::Unreadable)
    });
}

fn shipped(name: &str) -> Vec<u8> {
    fs::read(root().join(name)).unwrap()
}

#[test]
fn damaged_drawings_are_opened() {
    let drawings =
        ["examples/clinic/logo.svg", "layouts/look/butterfly.svg", "examples/clinic/pictures/way.svg"];
    survive(drawings.map(shipped).to_vec(), &SVG, |_, bytes| {
        let painted = std::str::from_utf8(&bytes).is_ok_and(|svg| read_drawing(svg).is_ok());
        open_picture(&bytes).is_ok() || painted
    });
}

/// Whether a file is a picture; the pixels of one are as many as it says.
#[expect(clippy::needless_pass_by_value, reason = "faces keep the bytes that they are loaded from")]
fn shows(_: u64, file: Vec<u8>) -> bool {
    let Ok(facts) = open_picture(&file) else { return false };
    if let PictureFacts::Pixels { seen: [across, down], channels, samples } = facts {
        assert_eq!(samples, usize::try_from(across * down).unwrap() * channels);
    }
    true
}

#[test]
fn damaged_pngs_are_opened() {
    let files = vec![
        png(Kind::Grey, &[7; 300]),
        png(Kind::Deep, &[3; 64]),
        png(Kind::GreyAlpha, &[9; 50]),
        png(Kind::Rgb, &[5; 90]),
        png(Kind::Rgba, &[7; 400]),
        png(Kind::Palette, &[0, 1, 1, 0, 1]),
        stripes(40, 30),
        shipped("examples/clinic/pictures/way.png"),
    ];
    survive(files, &PNG, shows);
}

#[test]
fn damaged_jpegs_are_opened() {
    let turned = segment(0xE1, b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0");
    let profile = segment(0xE2, &[&b"ICC_PROFILE\0\x01\x01"[..], &shipped("src/pdf/srgb.icc")].concat());
    let files = vec![
        jpeg_with(&[[10, 128, 128, 0], [99, 1, 200, 0]], 3, &[turned, profile].concat()),
        jpeg(&[[1, 2, 3, 4]; 5], 4),
        jpeg(&[[200; 4]; 9], 1),
    ];
    survive(files, &JPEG, shows);
}

/// TrueType with few and with many tables, compact outlines (CFF) in OpenType and bare, and a collection of both.
fn faces() -> Vec<Vec<u8>> {
    let thai = shipped("fonts/NotoSansThaiLooped-Regular.ttf");
    let glyphs = GlyphRemapper::new_from_glyphs_sorted(&(1..200).collect::<Vec<u16>>());
    let compact = subset(&shipped("fonts/NotoSansCJK-Regular.ttc"), 0, &glyphs).unwrap();
    vec![
        shipped("fonts/NotoSansSymbols-Regular.ttf"),
        shipped("fonts/extra/NotoNaskhArabic-Regular.ttf"),
        table(&compact, b"CFF "),
        collection(&[&thai, &compact]),
        thai,
        compact,
    ]
}

fn long(file: &[u8], at: usize) -> usize {
    usize::try_from(u32::from_be_bytes(file[at..at + 4].try_into().unwrap())).unwrap()
}

/// Where the entries of a face's tables stand (OpenType 1.9.1, "Table Directory").
fn entries(face: &[u8]) -> impl Iterator<Item = usize> + use<> {
    let count = usize::from(u16::from_be_bytes([face[4], face[5]]));
    (0..count).map(|index| 12 + 16 * index)
}

fn table(face: &[u8], tag: &[u8]) -> Vec<u8> {
    let entry = entries(face).find(|&at| &face[at..at + 4] == tag).unwrap();
    let start = long(face, entry + 8);
    face[start..start + long(face, entry + 12)].to_vec()
}

/// Faces in one file (OpenType 1.9.1, "Font Collections"); their offsets are from its start.
fn collection(faces: &[&[u8]]) -> Vec<u8> {
    let mut file = b"ttcf\0\x01\0\0".to_vec();
    let word = |number: usize| u32::try_from(number).unwrap().to_be_bytes();
    file.extend(word(faces.len()));
    let mut start = 12 + 4 * faces.len();
    for face in faces {
        file.extend(word(start));
        start += face.len();
    }
    for face in faces {
        let base = file.len();
        file.extend(*face);
        for at in entries(face).map(|entry| entry + 8) {
            file[base + at..base + at + 4].copy_from_slice(&word(base + long(face, at)));
        }
    }
    file
}

#[test]
fn damaged_faces_are_loaded() {
    survive(faces(), &FACE, |seed, bytes| {
        // Of the collection both faces are asked for.
        let index = u32::from(seed / 6 % 2 == 1 && bytes.starts_with(b"ttcf"));
        open_face(bytes, index, &['x', 'ก', 'ع', '\u{10FFFF}']).measured > 0
    });
}
