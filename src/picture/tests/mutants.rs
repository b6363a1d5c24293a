//! Files changed at random, always the same ones: none stops the program or holds it up.

use std::time::{Duration, Instant};

use super::files::{Kind, jpeg, jpeg_with, mend, png, segment};
use crate::frame::Art;
use crate::picture::{open, unpack};

/// Marsaglia's xorshift: random enough, and the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below a bound.
    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(bound.max(1)).unwrap()).unwrap()
    }

    fn byte(&mut self) -> u8 {
        // Numbers at which sizes and signs turn are drawn more often.
        const EDGES: [u8; 6] = [0, 1, 0x7F, 0x80, 0xFE, 0xFF];
        match self.below(3) {
            0 => EDGES[self.below(EDGES.len())],
            _ => self.next().to_le_bytes()[0],
        }
    }
}

fn seeds() -> Vec<Vec<u8>> {
    let exif = segment(0xE1, b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0");
    let profile = include_bytes!("../../pdf/srgb.icc");
    let icc = segment(0xE2, &[&b"ICC_PROFILE\0\x01\x01"[..], profile].concat());
    vec![
        include_bytes!("../../../examples/clinic/logo.svg").to_vec(),
        include_bytes!("../../../layouts/look/butterfly.svg").to_vec(),
        include_bytes!("../../../examples/clinic/pictures/way.svg").to_vec(),
        png(Kind::Rgba, &[7; 400]),
        png(Kind::Palette, &[0, 1, 1, 0, 1]),
        png(Kind::Deep, &[3; 64]),
        include_bytes!("../../../examples/clinic/pictures/way.png").to_vec(),
        jpeg_with(&[[10, 128, 128, 0], [99, 1, 200, 0]], 3, &[exif, icc].concat()),
        jpeg(&[[1, 2, 3, 4]; 5], 4),
        jpeg(&[[200; 4]; 9], 1),
    ]
}

/// Changes a file in a few places.
fn mutate(file: &mut Vec<u8>, random: &mut Random) {
    for _ in 0..=random.below(4) {
        if file.is_empty() {
            return;
        }
        let at = random.below(file.len());
        let end = at + random.below((file.len() - at).min(64));
        match random.below(6) {
            0 => file.truncate(at),
            1 => {
                let part = file[at..end].to_vec();
                file.splice(at..at, part);
            }
            2 => drop(file.drain(at..end)),
            3 => file.insert(at, random.byte()),
            // Most changes are to what stands first, where sizes are.
            4 => {
                let at = random.below(file.len().min(64));
                file[at] = random.byte();
            }
            _ => file[at] = random.byte(),
        }
    }
}

/// Opens changed files and shows what opens; returns how many did.
fn run(count: usize) -> usize {
    let (seeds, mut random) = (seeds(), Random(0x9E37_79B9_7F4A_7C15));
    let mut opened = 0;
    for case in 0..count {
        let mut file = seeds[case % seeds.len()].clone();
        mutate(&mut file, &mut random);
        // With wrong sums only the outermost reader is tried.
        if random.below(4) > 0 {
            mend(&mut file);
        }
        let started = Instant::now();
        if let Ok(art) = open(&file) {
            opened += 1;
            if let Art::Raster(raster) = art {
                let [across, down] = raster.seen();
                let pixels = usize::try_from(across * down).unwrap();
                assert_eq!(unpack(&raster).len(), pixels * raster.channels.count(), "case {case}");
            }
        }
        assert!(started.elapsed() < Duration::from_secs(5), "case {case} took {:?}", started.elapsed());
    }
    opened
}

#[test]
fn changed_files_are_opened_or_refused() {
    let opened = run(600);
    assert!((20..580).contains(&opened), "{opened} were opened");
}

#[test]
#[ignore = "10,000 files; run it after a change of the readers"]
fn ten_thousand_changed_files_are_opened_or_refused() {
    assert!(run(10_000) > 400);
}
