//! Where text stands on its page, and what is drawn beside what is left when the sheet is cut.

use super::cursor::Stretch;
use super::state::{Extent, TextState};
use crate::preflight::read::drawn::{Beside, BesideKind, TextSpan};
use crate::preflight::read::matrix::Matrix;

/// How far letters reach below and above their line, in em: those of Latin without accents.
const REACH: [f64; 2] = [-0.2, 0.7];
/// How wide a space is about, in em.
const SPACE: f64 = 0.25;

/// How long a mark is that is drawn on the page itself, and how far its outer end is from the edge at most, in points: 2 to 12 mm.
const TICK: [f64; 2] = [5.6, 34.1];
/// How thick it is at most.
const THIN: f64 = 1.5;

/// The box around text that was shown; `None` where nothing is seen of it.
pub(super) fn text_span(
    stretch: &Stretch,
    state: &TextState,
    to_page: &Matrix,
    page: usize,
) -> Option<TextSpan> {
    let seen = stretch.text.trim_end();
    if seen.trim_start().is_empty() {
        return None;
    }
    let spaces = stretch.text.chars().count() - seen.chars().count();
    let spaces = f64::from(u32::try_from(spaces).unwrap_or(u32::MAX));
    let [start, end] = stretch.ends;
    let ends = [start, end - spaces * SPACE * state.size * state.stretch];
    let corners = ends
        .into_iter()
        .flat_map(|along| REACH.map(|height| to_page.apply(along, state.rise + height * state.size)));
    let sides = Extent::around(corners).sides()?;
    let size = state.size.abs() * to_page.scales()[1];
    let is_sound = size.is_finite() && sides.iter().all(|side| side.is_finite());
    is_sound.then(|| TextSpan { page, sides, size, text: seen.trim_start().to_owned() })
}

/// What is drawn wholly beside the trimmed page; `None` where it is not.
pub(super) fn beside(extent: Extent, trim: [f64; 4], kind: BesideKind, page: usize) -> Option<Beside> {
    let sides = extent.sides().filter(|sides| sides.iter().all(|side| side.is_finite()))?;
    // A line along the very edge is met by neither.
    let [left, low, right, high] = sides;
    let is_beside = right <= trim[0] || left >= trim[2] || high <= trim[1] || low >= trim[3];
    is_beside.then_some(Beside { page, kind, sides })
}

/// A short, thin line that stands on an edge of the trimmed page without meeting it: a mark to fold or cut by, if another one faces it;
/// `None` where it is something else.
pub(super) fn tick(extent: Extent, trim: [f64; 4], kind: BesideKind, page: usize) -> Option<Beside> {
    let sides = extent.sides().filter(|_| kind != BesideKind::Dashes)?;
    let [left, low, right, high] = sides;
    let is_so = |thick: f64, long: f64, off: [f64; 2]| {
        let is_near = off.iter().any(|off| (0.0..TICK[1]).contains(off));
        thick < THIN && (TICK[0]..TICK[1]).contains(&long) && is_near
    };
    let [wide, tall] = [right - left, high - low];
    let is_tick = is_so(wide, tall, [low - trim[1], trim[3] - high])
        || is_so(tall, wide, [left - trim[0], trim[2] - right]);
    is_tick.then_some(Beside { page, kind, sides })
}
