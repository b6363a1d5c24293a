//! A bound below which no rows of blocks are, told before the best lines are looked for.

use super::block::Block;
use super::compose::{Composer, LineRules};
use super::row::{Setting, Slot};
use crate::geom::Abs;
use crate::spec::Enclosure;
use crate::text::fewest_lines;

/// What is known of the height of blocks before their lines are broken.
#[derive(Clone, Copy, Default)]
pub struct LeastHeight {
    /// Their rows together have that height at least.
    pub rows: Abs,
    /// The blank at both ends of a column, which falls away, is that high at most.
    pub trims: Abs,
}

impl Composer<'_> {
    /// A height that the rows of `blocks` are not below, and by how much less than their rows a column of them may be high.
    /// The lines of a box count as if it had no padding, those of a fact don't count.
    pub fn least_height(&self, blocks: &[Block], measure: Abs, setting: &Setting) -> LeastHeight {
        let mut least = LeastHeight::default();
        let counts = |block: &&Block| setting.optional || !block.optional;
        for block in blocks.iter().filter(counts).filter(|block| block.within != Some(Enclosure::Fact)) {
            let base = if block.within.is_none() { self.base(block, setting) } else { Abs::ZERO };
            let slot = Slot { x: base, measure: measure - base };
            if block.figure.is_none() {
                let LineRules { style, measures, options, .. } = self.line_rules(block, slot, setting);
                let lines = block.paragraphs.iter().map(|shaped| fewest_lines(shaped, measures, &options));
                least.rows += lines.map(|count| style.leading * count_of(count)).sum();
                least.trims = least.trims.max(style.leading);
            }
        }
        least
    }
}

fn count_of(lines: usize) -> f64 {
    u32::try_from(lines).map_or(0.0, f64::from)
}
