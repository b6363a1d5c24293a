//! QR codes with their addresses, in one piece that no column tears. In: a code at its size, the lines of its text for a measure.
//! Out: a row. The lines stand beside the code, their foot on its foot; below it where the measure is too narrow.

use super::figure::Figure;
use super::row::{Gap, Keep, PictureRow, Row, RowKind, Setting, Slot, forced_apart};
use crate::color::{Color, Inks, Output, Profile};
use crate::geom::{Abs, Size};

/// From a code to the lines beside it, in em of the body (H); never less than its clear zone.
const BESIDE: f64 = 1.1;
/// From a code to the lines below it, in em of the body (H); never less than its clear zone.
const BELOW: f64 = 0.75;
/// The least measure of lines beside a code, in em of the body (H): a telephone number, most hosts.
const NARROW: f64 = 7.0;
/// How much lighter than the code what it lies on is at least, paper being 1 (ISO/IEC 15415, symbol contrast of grade 4).
const SYMBOL_CONTRAST: f64 = 0.7;

/// A code that becomes a row.
pub(super) struct CodeBlock<'a> {
    /// The code.
    pub(super) figure: &'a Figure,
    /// Its block, by its index among those composed.
    pub(super) index: usize,
    /// How far it is set in.
    pub(super) indent: Abs,
    /// What it asks for above it.
    pub(super) gap: Gap,
    /// Whether it heads a column.
    pub(super) fresh: bool,
    /// Whether it is set at the foot of its panel.
    pub(super) pin: bool,
}

/// A code and its lines, each row at its place below the one before.
struct Stacked {
    rows: Vec<Row>,
    height: Abs,
    trim_bottom: Abs,
}

/// The colour of the plate under a code, where what it is laid on is not light enough in print or on a screen.
pub(super) fn plate_on(ground: Color) -> Option<Color> {
    let is_light = |profile: Profile| {
        let output = Output::of(profile, Inks::Colour);
        let [light, dark] = [ground, Color::BLACK].map(|color| color.paint(output).luminance());
        light - dark >= SYMBOL_CONTRAST
    };
    let is_light = is_light(Profile::Press) && is_light(Profile::Screen);
    (!is_light).then_some(Color::WHITE)
}

/// The row of a code with its lines, which `lines` sets in a slot.
pub(super) fn code_row(
    code: &CodeBlock<'_>,
    slot: Slot,
    setting: &Setting,
    lines: impl Fn(Slot) -> Vec<Row>,
) -> Row {
    let size = code.figure.size(slot.measure - code.indent, setting);
    let around = code.figure.clear_zone(size);
    let apart = around.outside.max(setting.size * BESIDE);
    let taken = size.width + apart;
    let narrower = Slot { x: slot.x + taken, measure: slot.measure - taken };
    let has_room = narrower.measure - code.indent >= setting.size * NARROW;
    let beside =
        has_room.then(|| lines(narrower)).filter(|rows| !rows.iter().any(|row| forced_apart(row).is_some()));
    let beside = beside.and_then(|rows| code.beside(slot, size, rows));
    let below = || code.below(slot, size, setting, lines(slot));
    let stacked = match beside {
        // Lines that are higher than the code may leave more room below it.
        Some(stacked) if stacked.height <= size.height + around.outside * 2.0 + Abs::pt(0.01) => stacked,
        Some(stacked) => {
            let other = below();
            if other.height < stacked.height { other } else { stacked }
        }
        None => below(),
    };
    let Stacked { rows, height, trim_bottom } = stacked;
    Row {
        // The clear zone is a part of the space above it.
        above: (code.gap.above - around.outside).max(Abs::ZERO),
        stretch: code.gap.stretch,
        height,
        trim_top: Abs::ZERO,
        trim_bottom,
        starts: code.gap.starts,
        keep: Keep::Free,
        fresh: code.fresh,
        within: None,
        again: None,
        pin: code.pin,
        kind: RowKind::Whole(rows),
    }
}

impl CodeBlock<'_> {
    /// The code, at the start of its slot.
    fn picture(&self, slot: Slot, size: Size) -> Row {
        Row {
            above: self.figure.clear_zone(size).outside,
            stretch: 0.0,
            height: size.height,
            trim_top: Abs::ZERO,
            trim_bottom: Abs::ZERO,
            starts: false,
            keep: Keep::Free,
            fresh: false,
            within: None,
            again: None,
            pin: false,
            kind: RowKind::Picture(PictureRow { block: self.index, x: slot.x + self.indent, size }),
        }
    }

    /// Lines beside the code: the last one stands on its lower edge; lines higher than it start at its upper edge.
    fn beside(&self, slot: Slot, size: Size, mut lines: Vec<Row>) -> Option<Stacked> {
        let around = self.figure.clear_zone(size);
        let picture = self.picture(slot, size);
        let ends = around.outside + size.height;
        let (top, bottom) = (around.outside + around.inside, ends - around.inside);
        let height: Abs = lines.iter().map(|row| row.above + row.height).sum();
        let last = lines.last()?;
        let RowKind::Line(line) = &last.kind else { return None };
        let (foot, trim_bottom) = (height - last.height + line.baseline, last.trim_bottom);
        let first = lines.first_mut()?;
        let start = (bottom - foot).max(top - first.trim_top);
        first.above = start - ends;
        let height = (start + height - trim_bottom).max(ends) + around.outside;
        let rows = [picture].into_iter().chain(lines).collect();
        Some(Stacked { rows, height, trim_bottom: Abs::ZERO })
    }

    /// Lines below the code.
    fn below(&self, slot: Slot, size: Size, setting: &Setting, mut lines: Vec<Row>) -> Stacked {
        let around = self.figure.clear_zone(size);
        let trim_bottom = lines.last().map(|row| row.trim_bottom).unwrap_or_default();
        if let Some(first) = lines.first_mut() {
            first.above = around.outside.max(setting.size * BELOW) - first.trim_top;
        }
        let rows: Vec<Row> = [self.picture(slot, size)].into_iter().chain(lines).collect();
        let height = rows.iter().map(|row| row.above + row.height).sum();
        Stacked { rows, height, trim_bottom }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_a_plate_on_all_but_light_grounds() {
        let plate = |hex: &str, cmyk: [u8; 4]| plate_on(Color::new(Color::parse_hex(hex).unwrap(), cmyk));
        assert_eq!(plate_on(Color::WHITE), None);
        assert_eq!(plate("#f1f4f3", [4, 1, 3, 1]), None, "a tint as light as paper");
        assert_eq!(plate("#26343f", [60, 35, 25, 70]), Some(Color::WHITE));
        assert_eq!(plate("#b9d3d6", [26, 6, 12, 0]), Some(Color::WHITE));
        assert_eq!(plate("#ffffff", [0, 0, 0, 40]), Some(Color::WHITE), "light on a screen alone");
        assert_eq!(plate_on(Color::BLACK), Some(Color::WHITE));
    }
}
