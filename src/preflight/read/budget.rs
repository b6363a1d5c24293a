//! How much of a file's content is read. A few objects of a file can be used without end, so what is used is counted, not what is
//! there.

/// What is left to be read of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Budget {
    /// Operators; a form within a form within a form can repeat a few without end.
    pub(super) operators: usize,
    /// Codes of text whose characters and widths are looked up.
    pub(super) codes: usize,
    /// Bytes of maps from codes to text.
    pub(super) map_bytes: usize,
    /// Widths of glyphs.
    pub(super) widths: usize,
}

impl Budget {
    /// What is read of one file at most: many times what the largest leaflet has.
    pub(super) const WHOLE: Budget =
        Budget { operators: 2_000_000, codes: 2_000_000, map_bytes: 16 << 20, widths: 1_000_000 };

    /// Pays for a picture whose pixels are about to be read.
    pub(super) fn charge_pixels(&mut self, pixels: usize) {
        self.operators = self.operators.saturating_sub(pixels / 256);
    }

    /// Pays for a content that is about to be read. One of no operators would cost nothing, however often it is used.
    pub(super) fn charge_content(&mut self, content: &[u8]) {
        self.operators = self.operators.saturating_sub(100 + content.len() / 64);
    }
}
