//! Operators that say one thing: colours, outlines, properties; and the numbers in them.

use printpdf::{Color as Ink, DictItem, Greyscale, Op, Rgb};

use crate::color::Color;
use crate::frame::{Path, Step};
use crate::geom::{Affine, Point};

/// A number as the file holds it: to a thousandth, which is a third of a micrometre, and never -0.
pub(super) fn narrow(value: f64) -> f32 {
    single((value * 1000.0).round() / 1000.0 + 0.0)
}

/// A factor of a matrix, to a millionth.
pub(super) fn factor(value: f64) -> f32 {
    single((value * 1e6).round() / 1e6 + 0.0)
}

#[expect(clippy::as_conversions, reason = "the standard library knows no other way from f64 to f32")]
fn single(value: f64) -> f32 {
    value as f32
}

/// A whole number of design units; `None` where it is too large for one.
#[expect(clippy::as_conversions, reason = "the standard library knows no other way from f64 to i16")]
pub(super) fn whole(value: f64) -> Option<i16> {
    (value.abs() <= f64::from(i16::MAX)).then_some(value as i16)
}

/// An operator that printpdf has no name for.
pub(super) fn operator(key: &str, numbers: &[f64]) -> Op {
    let value = numbers.iter().map(|&number| DictItem::Real(narrow(number))).collect();
    Op::Unknown { key: key.to_owned(), value }
}

/// A colour of sRGB. Greys are grey, so that black text is black ink alone, on an office printer too.
pub(super) fn ink(color: Color) -> Ink {
    let [r, g, b] = color.srgb.map(|channel| narrow(f64::from(channel) / 255.0));
    if color.srgb[0] == color.srgb[1] && color.srgb[1] == color.srgb[2] {
        Ink::Greyscale(Greyscale::new(r, None))
    } else {
        Ink::Rgb(Rgb::new(r, g, b, None))
    }
}

/// The steps of an outline, and the operator that paints it. printpdf's own polygons close their last contour only.
pub(super) fn outline(path: &Path, to_page: &Affine) -> Vec<Op> {
    let place = |point: Point| {
        let on_page = to_page.apply(point);
        [on_page.x.to_pt(), on_page.y.to_pt()]
    };
    let mut ops: Vec<Op> = path
        .steps
        .iter()
        .map(|step| match *step {
            Step::Move(to) => operator("m", &place(to)),
            Step::Line(to) => operator("l", &place(to)),
            Step::Cubic(first, second, to) => {
                operator("c", &[place(first), place(second), place(to)].concat())
            }
            Step::Close => operator("h", &[]),
        })
        .collect();
    let painting = match (path.fill.is_some(), path.stroke.is_some(), path.even_odd) {
        (true, true, false) => "B",
        (true, true, true) => "B*",
        (true, false, false) => "f",
        (true, false, true) => "f*",
        (false, true, _) => "S",
        (false, false, _) => "n",
    };
    ops.push(operator(painting, &[]));
    ops
}

/// A text string (ISO 32000-1 7.9.2.2) in UTF-16, with its byte order mark.
pub(super) fn utf16(text: &str) -> Vec<u8> {
    [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect()
}
