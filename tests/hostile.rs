//! Files that are damaged or mean harm: read without a panic, without end and without bounds by nobody.
//! `POLYLEAF_MUTATIONS=10000 cargo test --release --test main hostile` does it at length.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use lopdf::Document;
use polyleaf::color::Profile;
use polyleaf::font::{FontBook, FontData, FontId, FontManifest, GlyphKey, Program};
use polyleaf::preflight::{Scope, examine};

use crate::mutate::damaged;
use crate::support::{Fixture, root};

/// How long one file may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// How many files of each kind are damaged.
fn count(quick: u64) -> u64 {
    std::env::var("POLYLEAF_MUTATIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(quick)
}

/// Damages each of the files in turn and hands it to `read`; fails on a panic, and on what takes too long.
fn survive(quick: u64, wholes: Vec<Vec<u8>>, read: fn(u64, Vec<u8>)) {
    let (tell, told) = mpsc::channel();
    let total = count(quick);
    // One that hangs can't be stopped; it is left behind in its thread.
    thread::spawn(move || {
        for seed in 0..total {
            let whole = &wholes[usize::try_from(seed).unwrap() % wholes.len()];
            let bytes = damaged(seed, whole);
            let started = Instant::now();
            let outcome = catch_unwind(AssertUnwindSafe(|| read(seed, bytes)));
            if tell.send((seed, outcome.is_ok(), started.elapsed())).is_err() {
                return;
            }
        }
    });
    let mut worst = (Duration::ZERO, 0);
    for next in 0..total {
        let Ok((seed, sound, took)) = told.recv_timeout(PATIENCE * 2) else { panic!("seed {next} hangs") };
        assert!(sound, "seed {seed} panics");
        assert!(took < PATIENCE, "seed {seed} takes {took:?}");
        worst = worst.max((took, seed));
    }
    println!("{total} files, the slowest {:?} (seed {}), {} kB at most", worst.0, worst.1, peak());
    assert!(peak() < 500_000, "{} kB", peak());
}

/// The most memory that the test held so far, in kB; 0 where the system does not tell.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// A built file as it is, and unpacked, so that damage reaches what is within.
fn files() -> Vec<Vec<u8>> {
    let fixture = Fixture::new();
    assert_eq!(fixture.build(&[]).code, 0);
    let mut files = Vec::new();
    for locale in ["en", "es"] {
        let whole = fs::read(fixture.out().join(format!("small-{locale}-page-letter.pdf"))).unwrap();
        let mut document = Document::load_mem(&whole).unwrap();
        document.decompress();
        let mut unpacked = Vec::new();
        document.save_to(&mut unpacked).unwrap();
        files.extend([whole, unpacked]);
    }
    files
}

#[test]
fn damaged_files_are_examined() {
    survive(300, files(), |seed, bytes| {
        let profile = [Some(Profile::Press), Some(Profile::Office), None][usize::try_from(seed).unwrap() % 3];
        examine(&bytes, profile, Scope::Whole);
    });
}

/// Faces with few and with many tables.
fn faces() -> Vec<Vec<u8>> {
    let read = |name: &str| fs::read(root().join("fonts").join(name)).unwrap();
    vec![
        read("NotoSansSymbols-Regular.ttf"),
        read("NotoSansThaiLooped-Regular.ttf"),
        read("extra/NotoNaskhArabic-Regular.ttf"),
    ]
}

#[test]
fn damaged_faces_are_loaded() {
    survive(300, faces(), |_, bytes| {
        let book = book(bytes.clone());
        if let Ok(face) = book.face(FontId(0)) {
            for character in ['x', 'ก', 'ع', '\u{10FFFF}'] {
                face.covers(character);
            }
        }
        if let Some(program) = Program::read(bytes) {
            for key in [
                GlyphKey::Index(0),
                GlyphKey::Index(40),
                GlyphKey::Cid(7),
                GlyphKey::Character('x'),
                GlyphKey::Name("x"),
            ] {
                program.top(key);
            }
        }
    });
}

/// A book of one face with those bytes, whatever they are.
fn book(bytes: Vec<u8>) -> FontBook {
    let manifest = fs::read_to_string(root().join("fonts/fonts.toml")).unwrap();
    let mut manifest: FontManifest = toml::from_str(&manifest).unwrap();
    manifest.fonts.truncate(1);
    manifest.fonts[0].face_index = 0;
    manifest.fonts[0].size = u64::try_from(bytes.len()).unwrap();
    let bytes = std::sync::Arc::new(bytes);
    FontBook::new(manifest, Box::new(move |_| Ok(FontData::Shared(bytes.clone()))))
}
