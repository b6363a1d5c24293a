//! Any bytes as a JPEG file, opened and its pixels counted.
#![no_main]

use libfuzzer_sys::fuzz_target;
use polyleaf::frame::Art;
use polyleaf::picture::{open, unpack};

fuzz_target!(|data: &[u8]| {
    let file = [b"\xFF\xD8", data].concat();
    if let Ok(Art::Raster(raster)) = open(&file) {
        let [across, down] = raster.seen();
        assert_eq!(Ok(unpack(&raster).len()), usize::try_from(across * down).map(|pixels| pixels * raster.channels.count()));
    }
});
