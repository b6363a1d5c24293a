//! Any bytes as a PDF; the first says for what it is examined.
#![no_main]

use libfuzzer_sys::fuzz_target;
use polyleaf::Profile;
use polyleaf::preflight::{Examination, examine};

fuzz_target!(|data: &[u8]| {
    let profile = [None, Some(Profile::Office), Some(Profile::Press), Some(Profile::Screen)];
    if let Some((first, bytes)) = data.split_first() {
        examine(bytes, profile[usize::from(first % 4)], Examination::Whole);
    }
});
