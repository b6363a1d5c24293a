//! Any text as a drawing.
#![no_main]

use std::collections::BTreeMap;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|svg: &str| {
    let _ = polyleaf::picture::read(svg, &BTreeMap::new());
});
