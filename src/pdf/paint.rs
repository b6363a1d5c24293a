//! Operators that say one thing: colours, outlines, properties; and the numbers in them.

use printpdf::{Cmyk, Color as Ink, DictItem, Greyscale, Op, Rgb};

use crate::color::Paint;
use crate::frame::{Path, Step};
use crate::geom::{Abs, Affine, Point, Size, whole_number};

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
pub(super) fn whole(value: f64) -> Option<i16> {
    i16::try_from(whole_number(value)).ok()
}

/// An operator that printpdf has no name for.
pub(super) fn operator(key: &str, numbers: &[f64]) -> Op {
    let value = numbers.iter().map(|&number| DictItem::Real(narrow(number))).collect();
    Op::Unknown { key: key.to_owned(), value }
}

/// A share of 255 or of 100.
fn share(part: u8, whole: f64) -> f32 {
    narrow(f64::from(part) / whole)
}

/// A paint that printpdf has a name for; `None` for an ink of its own.
fn plain(paint: Paint) -> Option<Ink> {
    match paint {
        Paint::Grey(grey) => Some(Ink::Greyscale(Greyscale::new(share(grey, 255.0), None))),
        Paint::Rgb(srgb) => {
            let [r, g, b] = srgb.map(|channel| share(channel, 255.0));
            Some(Ink::Rgb(Rgb::new(r, g, b, None)))
        }
        Paint::Cmyk(cmyk) => {
            let [c, m, y, k] = cmyk.map(|ink| share(ink, 100.0));
            Some(Ink::Cmyk(Cmyk::new(c, m, y, k, None)))
        }
        Paint::Spot { .. } => None,
    }
}

/// Sets the colour of fills; `space` names the colour space of an ink of its own on the page.
pub(super) fn fill(paint: Paint, space: Option<String>) -> Vec<Op> {
    match plain(paint) {
        Some(col) => vec![Op::SetFillColor { col }],
        None => spot(space, ["cs", "scn"]),
    }
}

/// Sets the colour of strokes.
pub(super) fn stroke(paint: Paint, space: Option<String>) -> Vec<Op> {
    match plain(paint) {
        Some(col) => vec![Op::SetOutlineColor { col }],
        None => spot(space, ["CS", "SCN"]),
    }
}

/// Chooses a graphics state of the page by its name.
pub(super) fn state(name: &str) -> Op {
    Op::Unknown { key: "gs".to_owned(), value: vec![DictItem::Name(name.as_bytes().to_vec())] }
}

/// All of an ink. printpdf's own spot colours are process inks.
fn spot(space: Option<String>, [choose, tint]: [&str; 2]) -> Vec<Op> {
    let space = space.expect("an ink of its own has a colour space").into_bytes();
    let choose = Op::Unknown { key: choose.to_owned(), value: vec![DictItem::Name(space)] };
    vec![choose, operator(tint, &[1.0])]
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

/// Left, lower, right and upper end of what is that large.
pub(super) fn sides(size: Size, to_page: &Affine) -> [Abs; 4] {
    let corners = [Point::default(), Point::new(size.width, size.height)];
    let [a, b] = corners.map(|corner| to_page.apply(corner));
    [a.x.min(b.x), a.y.min(b.y), a.x.max(b.x), a.y.max(b.y)]
}

/// A text string (ISO 32000-1 7.9.2.2) in UTF-16, with its byte order mark.
pub(super) fn utf16(text: &str) -> Vec<u8> {
    [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect()
}
