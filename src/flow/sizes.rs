//! The size and the line height of a block at a trial setting: what is to be turned to stands on one line where it can.

use super::block::Block;
use super::row::Setting;
use crate::frame::Role;
use crate::geom::Abs;
use crate::script::latin_rules;

/// From baseline to baseline of a number or an address that is broken, in em (H): more than capital and descender of Latin.
const OF_ONE_ADDRESS: f64 = 1.15;

/// The size of a block. A number or an address to turn to stands on one line: a long one is set smaller, down to the
/// smallest size of its letters.
pub(super) fn size(block: &Block, measure: Abs, setting: &Setting) -> Abs {
    let size = setting.size * block.voice.scale * block.style.size;
    let widest = block.widest().to_em();
    match block.role {
        Role::Contact if size * widest > measure => (measure / widest * 0.9999).max(block.floor().min(size)),
        _ => size,
    }
}

/// From baseline to baseline of a block that is set at a size; the lines of one address stand close.
pub(super) fn leading(block: &Block, size: Abs, measure: Abs, setting: &Setting) -> Abs {
    if is_wide(block, size, measure) {
        size * OF_ONE_ADDRESS
    } else {
        size * line_height(block, setting) * block.style.leading
    }
}

/// Whether it is a number or an address by itself that is wider than a measure. One with words of another script has the line
/// height of these.
fn is_wide(block: &Block, size: Abs, measure: Abs) -> bool {
    block.is_latin_contact() && size * block.widest().to_em() > measure
}

/// From baseline to baseline of a block, in em.
fn line_height(block: &Block, setting: &Setting) -> f64 {
    let (rules, latin) = (&block.voice.rules, latin_rules());
    let (own, of_latin) = if block.style.paragraph.display {
        (rules.display_leading, latin.display_leading)
    } else {
        (rules.leading * setting.leading, latin.leading * setting.leading)
    };
    let need = if block.is_latin_contact() { setting.need } else { 0.0 };
    own + (of_latin.min(own) - own) * need
}
