//! Any text as a drawing.
#![no_main]

use libfuzzer_sys::fuzz_target;
use polyleaf::inspect::read_drawing;

fuzz_target!(|svg: &str| {
    let _ = read_drawing(svg);
});
