//! Operators as text, for forms: colours and lines (ISO 32000-1 8.4.3, 8.6.8).

use crate::color::Paint;
use crate::frame::{Cap, Join, Line};

use super::numbers::narrow;

/// What a colour is for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Brush {
    /// Fills.
    Fill,
    /// Lines.
    Stroke,
}

/// A number, to a thousandth.
pub(super) fn number(value: f64) -> String {
    narrow(value).to_string()
}

/// What sets the colour of a brush. Drawings have no inks of their own; of one the inks that stand for it are taken.
pub(super) fn paint_operator(paint: Paint, brush: Brush) -> String {
    let share = |part: u8, whole: f64| number(f64::from(part) / whole);
    let (parts, [fill, stroke]): (Vec<String>, _) = match paint {
        Paint::Grey(grey) => (vec![share(grey, 255.0)], ["g", "G"]),
        Paint::Rgb(srgb) => (srgb.iter().map(|&part| share(part, 255.0)).collect(), ["rg", "RG"]),
        Paint::Cmyk(cmyk) | Paint::Spot { cmyk, .. } => {
            (cmyk.iter().map(|&part| share(part, 100.0)).collect(), ["k", "K"])
        }
    };
    let name = match brush {
        Brush::Fill => fill,
        Brush::Stroke => stroke,
    };
    format!("{} {name}", parts.join(" "))
}

/// What sets a line.
pub(super) fn line_operators(line: &Line) -> String {
    let cap = match line.cap {
        Cap::Butt => 0,
        Cap::Round => 1,
        Cap::Square => 2,
    };
    let join = match line.join {
        Join::Miter => 0,
        Join::Round => 1,
        Join::Bevel => 2,
    };
    let (lengths, offset) = line.dashes.as_ref().map_or((String::new(), 0.0), |dashes| {
        let lengths: Vec<String> = dashes.lengths.iter().map(|length| number(length.to_pt())).collect();
        (lengths.join(" "), dashes.offset.to_pt())
    });
    format!(
        "{} w {cap} J {join} j {} M [{lengths}] {} d",
        number(line.width.to_pt()),
        number(line.miter_limit),
        number(offset)
    )
}
