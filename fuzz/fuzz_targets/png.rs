//! Any bytes as a PNG file, opened and its pixels counted; their sums are taken as they are, so start it with whole files.
#![no_main]

use libfuzzer_sys::fuzz_target;
use polyleaf::inspect::{PictureFacts, open_picture};

fuzz_target!(|data: &[u8]| {
    let file = [b"\x89PNG\r\n\x1a\n", data].concat();
    if let Ok(PictureFacts::Pixels { seen: [across, down], channels, samples }) = open_picture(&file) {
        assert_eq!(Ok(samples), usize::try_from(across * down).map(|pixels| pixels * channels));
    }
});
