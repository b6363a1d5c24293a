//! Any bytes as a face, whole as a project holds it and cut down as a PDF embeds it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use polyleaf::inspect::open_face;

fuzz_target!(|data: &[u8]| {
    open_face(data.to_vec(), 0, &['x', 'ก', 'ع']);
});
