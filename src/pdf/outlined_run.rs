//! A run of type → operators that show its glyphs as outlines, each where a face in the file would put it.

use crate::color::{Color, Paint, TypeInks};
use crate::frame::{Met, TextRun};
use crate::geom::{Abs, Affine, Point};

use super::content::Overprint;
use super::marked::Painter;
use super::page::Start;

/// Shows a run as outlines.
pub(super) fn show_outlined<'a>(painter: &mut Painter<'a>, run: &'a TextRun, met: &Met<'a, '_>) {
    let drawn = painter.means.glyphs;
    let Some(weight) = drawn.weight(run.font) else { return };
    if let Some(origin) = met.origin(run) {
        // Nothing of a face reaches much higher than an em above the baseline.
        let top = met.placed.apply(Point::new(Abs::ZERO, -run.size));
        painter.page.note_start(origin.node, Start { byte: origin.text.start, top });
    }
    let inks = TypeInks::of(run.size, weight);
    let output = painter.means.target.output;
    if !run.color.has_type(run.ground.middle, output, inks) {
        return;
    }
    let paint = run.color.paint_text(run.ground.middle, output, inks);
    let content = &mut painter.content;
    let is_black = paint == Paint::Cmyk(Color::BLACK.cmyk);
    content.overprint(if is_black { Overprint::On } else { Overprint::Off });
    content.fill(paint);
    let unit = run.size.to_pt() / 1000.0;
    let to_page = met.placed.after(&Affine::scale(unit, -unit));
    // From glyph to glyph by whole thousandths of an em, which add up to where each should stand.
    let (mut pen, mut steps, mut last) = ([0.0, 0.0], Vec::new(), [0.0, 0.0]);
    for glyph in &run.glyphs {
        if let Some(shape) = drawn.shape(run.font, glyph.id) {
            let offset = [glyph.x_offset, glyph.y_offset].map(|length| length.to_em() * 1000.0);
            let at = [(pen[0] + offset[0]).round(), (pen[1] + offset[1]).round()];
            steps.push(([at[0] - last[0], at[1] - last[1]], shape));
            last = at;
        }
        pen[0] += glyph.advance.to_em() * 1000.0;
    }
    content.glyphs(&to_page, &steps);
}
