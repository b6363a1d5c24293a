//! Any bytes as a JPEG file, opened and its pixels counted.
#![no_main]

use libfuzzer_sys::fuzz_target;
use polyleaf::inspect::{PictureFacts, open_picture};

fuzz_target!(|data: &[u8]| {
    let file = [b"\xFF\xD8", data].concat();
    if let Ok(PictureFacts::Pixels { seen: [across, down], channels, samples }) = open_picture(&file) {
        assert_eq!(Ok(samples), usize::try_from(across * down).map(|pixels| pixels * channels));
    }
});
