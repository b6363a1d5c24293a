//! Any bytes as a face, whole as a project holds it and cut down as a PDF embeds it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use polyleaf::font::{GlyphKey, Program};

fuzz_target!(|data: &[u8]| {
    let Some(program) = Program::read(data.to_vec()) else { return };
    for key in [GlyphKey::Index(0), GlyphKey::Index(40), GlyphKey::Cid(7), GlyphKey::Character('x'), GlyphKey::Name("x")] {
        program.top(key);
    }
});
