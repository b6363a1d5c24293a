//! Whether paragraphs of one leaflet end as each other do. In: rows. Out: whether one is ragged that should be flush.

use super::block::Block;
use super::compose::Composer;
use super::row::{BoxRow, Row, RowKind, Setting};

impl Composer<'_> {
    /// Whether a row has a paragraph that is ragged since its lines would be torn open, though its block asks for flush ones.
    pub fn gives_way(&self, blocks: &[Block], row: &Row, setting: &Setting) -> bool {
        match &row.kind {
            RowKind::Line(line) => {
                let asked = self.line_style(&blocks[line.block], line.measure, setting).align;
                line.style.align != asked
            }
            RowKind::Picture(_) => false,
            RowKind::Box(BoxRow { rows, .. }) | RowKind::Whole(rows) => {
                rows.iter().any(|row| self.gives_way(blocks, row, setting))
            }
        }
    }
}
