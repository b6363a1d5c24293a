//! Text that nobody sees: drawn without paint, or outside of the sheet.

use super::state::TextState;
use crate::preflight::read::drawn::HiddenText;

/// Why a piece of text is not seen, given its start and end on the page, as far as they are known, its size, and the sheet.
pub(super) fn hidden_text(
    text: &TextState,
    ends: [Option<[f64; 2]>; 2],
    size: f64,
    [left, low, right, high]: [f64; 4],
) -> Option<HiddenText> {
    if text.brushes().is_empty() {
        return Some(HiddenText::Invisible);
    }
    let [Some(start), Some(end)] = ends else { return None };
    let beyond = |axis: usize, least: f64, most: f64| {
        let (first, last) = (start[axis].min(end[axis]), start[axis].max(end[axis]));
        last + size < least || first - size > most
    };
    (beyond(0, left, right) || beyond(1, low, high)).then_some(HiddenText::OffPage)
}
