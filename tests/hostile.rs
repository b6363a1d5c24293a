//! Files that are damaged or mean harm: read without a panic, without end and without bounds by nobody. 300 of each kind are
//! damaged in every run, and 60 of each kind of text; `POLYLEAF_MUTATIONS=10000 cargo test --release --test main hostile::` does it
//! at length (10,000, and 500), and with `-- --test-threads 1 --nocapture` tells what each kind took. `POLYLEAF_SEED=7` does
//! it to one file of each kind, and prints it.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use lopdf::Document;
use polyleaf::inspect::{PictureFacts, open_face, open_picture, read_drawing};
use polyleaf::preflight::{Check, Examination, examine};
use polyleaf::{Profile, Project, Selection};
use subsetter::{GlyphRemapper, subset};

use crate::mutate::{FACE, JPEG, PDF, PNG, SVG, Syntax, damaged};
use crate::pictures::{stripes, with_picture};
use crate::support::{names, root};

mod exchange;
mod texts;

#[path = "../src/picture/tests/files.rs"]
pub(crate) mod files;

use files::{Kind, jpeg, jpeg_with, png, segment};

/// How long one file may take where many are asked for, on a machine that does little else; it is tried again before it fails.
const PATIENCE: Duration = Duration::from_secs(10);
/// … and in an ordinary run, beside other tests and perhaps of code that is not optimised.
const LONG_PATIENCE: Duration = Duration::from_secs(30);
/// How long is waited for one that hangs.
const HANGS: Duration = Duration::from_secs(100);
/// How much memory the process may take for a file, in kB, what it holds beside it included.
const MEMORY: u64 = 300_000;
/// How many files of each kind are damaged where nothing else is asked for.
const QUICK: u64 = 300;

/// A kind of file, how one is damaged, and what is done with it, which says whether it could be read.
struct Trial<M, R> {
    kind: &'static str,
    /// One in so many of the count is made: to build a project takes longer than to read a file.
    rarity: u64,
    make: M,
    read: R,
}

/// What a file did.
struct Told {
    seed: u64,
    sound: Option<bool>,
    took: Duration,
    peak: u64,
}

/// Damages files in turn and reads them; fails on a panic, on what takes too long or too much, and where the damage is such that
/// none or all can be read, which would try little.
fn survive<M, R>(trial: Trial<M, R>)
where
    M: Fn(u64) -> Vec<u8> + Send + 'static,
    R: Fn(u64, Vec<u8>) -> bool + Send + 'static,
{
    let Trial { kind, rarity, make, read } = trial;
    let asked = |name: &str| std::env::var(name).ok().map(|number| number.parse::<u64>().unwrap());
    let only = asked("POLYLEAF_SEED");
    let many = asked("POLYLEAF_MUTATIONS");
    let patience = if many.is_some() { PATIENCE } else { LONG_PATIENCE };
    let total = many.unwrap_or(QUICK) / rarity;
    let seeds = only.map_or(0..total, |seed| seed..seed + 1);
    let (tell, told) = mpsc::channel();
    // One that hangs can't be stopped; it is left behind in its thread.
    let asked_for = seeds.clone();
    thread::spawn(move || {
        for seed in asked_for {
            let bytes = make(seed);
            if only.is_some() {
                println!("{}", String::from_utf8_lossy(&bytes));
            }
            if tell.send(tried(seed, &bytes, patience, &read)).is_err() {
                return;
            }
        }
    });
    let mut faults = Vec::new();
    let (mut slowest, mut largest, mut sound) = ((Duration::ZERO, 0), (0, 0), 0);
    for next in seeds {
        let Ok(Told { seed, sound: outcome, took, peak }) = told.recv_timeout(HANGS) else {
            panic!("{kind}: seed {next} hangs")
        };
        match outcome {
            None => faults.push(format!("seed {seed} panics")),
            Some(outcome) => sound += u64::from(outcome),
        }
        if took > patience {
            faults.push(format!("seed {seed} takes {took:?}"));
        }
        if peak > MEMORY {
            faults.push(format!("seed {seed} takes {peak} kB"));
        }
        slowest = slowest.max((took, seed));
        largest = largest.max((peak, seed));
    }
    let ((took, slow), (peak, large)) = (slowest, largest);
    println!(
        "{kind}: {total} files, {sound} read, the slowest {took:?} (seed {slow}), {peak} kB at most (seed {large})"
    );
    assert!(faults.is_empty(), "{kind}: {} faults: {faults:?}", faults.len());
    assert!(
        total < 1000 || only.is_some() || sound > total / 200 && sound < total,
        "{kind}: {sound} of {total} are read"
    );
}

/// Reads a file, up to three times where it takes too long.
fn tried(seed: u64, bytes: &[u8], patience: Duration, read: &impl Fn(u64, Vec<u8>) -> bool) -> Told {
    forget_peak();
    let (mut sound, mut took) = (None, Duration::MAX);
    for _ in 0..3 {
        let bytes = bytes.to_vec();
        let started = Instant::now();
        sound = catch_unwind(AssertUnwindSafe(|| read(seed, bytes))).ok();
        took = took.min(started.elapsed());
        if took < patience {
            break;
        }
    }
    Told { seed, sound, took, peak: peak() }
}

/// The most memory that the process held since `forget_peak`, in kB; 0 where the system does not tell.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// Counts the most memory anew (`proc(5)`, `clear_refs`); where the system can't, all files count as one.
fn forget_peak() {
    let _ = fs::write("/proc/self/clear_refs", "5");
}

/// A trial of whole files, each in turn.
fn bytes_trial<R>(
    kind: &'static str,
    wholes: Vec<Vec<u8>>,
    syntax: &'static Syntax,
    read: R,
) -> Trial<impl Fn(u64) -> Vec<u8> + Send + 'static, R> {
    let make = move |seed: u64| damaged(seed, &wholes[usize::try_from(seed).unwrap() % wholes.len()], syntax);
    Trial { kind, rarity: 1, make, read }
}

/// Puts a picture into a project, builds it for one output after the other, and says whether it was written.
fn placed(seed: u64, file: Vec<u8>) -> bool {
    let mut files = texts::project(seed);
    files.insert(texts::PICTURE.to_owned(), file);
    texts::judge(
        seed,
        &Project::in_memory(files),
        &Selection { locales: vec!["en".to_owned()], ..Selection::default() },
    )
}

/// One picture in so many is placed in a leaflet, too.
const PLACED: u64 = 4;

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
    survive(bytes_trial("PDFs", pdfs(), &PDF, |seed, bytes: Vec<u8>| {
        // Each of the twelve files for each profile.
        let profiles = [None, Some(Profile::Office), Some(Profile::Press), Some(Profile::Screen)];
        let profile = profiles[usize::try_from(seed / 12).unwrap() % 4];
        let report = examine(&bytes, profile, Examination::Whole);
        report.findings.iter().all(|finding| finding.check() != Check::Unreadable)
    }));
}

fn shipped(name: &str) -> Vec<u8> {
    fs::read(root().join(name)).unwrap()
}

#[test]
fn damaged_drawings_are_opened() {
    let drawings =
        ["examples/clinic/logo.svg", "layouts/theme/butterfly.svg", "examples/clinic/pictures/way.svg"];
    let mut wholes = drawings.map(shipped).to_vec();
    for name in names(&root().join("tests/oracles/drawings")) {
        wholes.push(shipped(&format!("tests/oracles/drawings/{name}")));
    }
    survive(bytes_trial("SVGs", wholes, &SVG, |seed: u64, bytes: Vec<u8>| {
        let painted = std::str::from_utf8(&bytes).is_ok_and(|svg| read_drawing(svg).is_ok());
        let opened = open_picture(&bytes).is_ok();
        if seed.is_multiple_of(PLACED) {
            placed(seed / PLACED, bytes);
        }
        opened || painted
    }));
}

/// Whether a file is a picture; the pixels of one are as many as it says.
fn shows(seed: u64, file: Vec<u8>) -> bool {
    let facts = open_picture(&file);
    if seed.is_multiple_of(PLACED) {
        placed(seed / PLACED, file);
    }
    let Ok(facts) = facts else { return false };
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
    survive(bytes_trial("PNGs", files, &PNG, shows));
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
    survive(bytes_trial("JPEGs", files, &JPEG, shows));
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
    survive(bytes_trial("faces", faces(), &FACE, |seed, bytes: Vec<u8>| {
        // Of the collection both faces are asked for.
        let index = u32::from(seed / 6 % 2 == 1 && bytes.starts_with(b"ttcf"));
        open_face(bytes, index, &['x', 'ก', 'ع', '\u{10FFFF}']).measured > 0
    }));
}
