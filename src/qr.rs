//! QR codes (ISO/IEC 18004). In: an address. Out: its symbol as one outline whose unit is a module, without the quiet zone
//! around it, which `QUIET` says.

use std::collections::BTreeMap;
use std::sync::Arc;

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

use crate::characters::in_ascii;
use crate::color::Color;
use crate::frame::{Drawing, FillRule, Ink, Outline, Pen, Piece, Step};
use crate::geom::{Abs, Affine, Point, Size};

/// How many modules around a symbol stay clear ([Denso Wave](https://www.qrcode.com/en/howto/code.html)).
pub const QUIET: f64 = 4.0;

/// The smallest module that cameras read in print: four dots of a printer or more, and four of 300 to the inch are 0.33 mm
/// ([Denso Wave](https://www.qrcode.com/en/howto/cell.html)); H: a little more, for a photocopy.
pub const LEAST_MODULE: Abs = Abs::mm(0.4);

/// From how many digits on they are written as a number within other text: it takes 26 bits to change over and back, and
/// saves 4.67 a digit (ISO/IEC 18004 7.4).
const NUMBER: usize = 7;

/// A QR code.
#[derive(Clone, PartialEq, Debug)]
pub struct Symbol {
    /// How many modules it is wide and high.
    pub modules: u32,
    /// Its dark modules.
    pub drawing: Arc<Drawing>,
}

/// An address that no code can hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("no QR code holds so long an address")]
pub struct TooLong;

/// The code of an address: the smallest one that can be read with 15 % of it damaged (level M), and with more of it damaged
/// where that takes no larger one.
///
/// # Errors
/// No code holds the address.
pub fn symbol(address: &str) -> Result<Symbol, TooLong> {
    let segments = segments(&shortest(&in_ascii(address)));
    let code = QrCode::encode_segments_advanced(
        &segments,
        QrCodeEcc::Medium,
        Version::MIN,
        Version::MAX,
        None::<Mask>,
        true,
    )
    .map_err(|_| TooLong)?;
    let modules = u32::try_from(code.size()).expect("a code has at most 177 modules");
    let is_dark = |x: i32, y: i32| code.get_module(x, y);
    let side = Abs::pt(f64::from(modules));
    let outline = Outline {
        steps: outline(code.size(), is_dark).into(),
        place: Affine::IDENTITY,
        pen: Pen::Fill(FillRule::EvenOdd),
        ink: Ink::Plain(Color::BLACK),
        opacity: 1.0,
    };
    let drawing = Drawing { size: Size::new(side, side), pieces: vec![Piece::Outline(outline)] };
    Ok(Symbol { modules, drawing: Arc::new(drawing) })
}

/// An address without what parts its digits for the eye alone, where it is one of a telephone (RFC 3966 5.1.1).
fn shortest(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once(':').filter(|(scheme, _)| matches!(*scheme, "tel" | "sms"))
    else {
        return address.to_owned();
    };
    let (number, more) = rest.split_at(rest.find([';', '?']).unwrap_or(rest.len()));
    let number: String = number.chars().filter(|c| !matches!(c, '-' | '.' | '(' | ')')).collect();
    format!("{scheme}:{number}{more}")
}

/// The stretches of an address as a code writes them: long numbers as such, all else byte by byte.
fn segments(address: &str) -> Vec<QrSegment> {
    let mut segments = Vec::new();
    let mut plain = String::new();
    let is_digit = |c: &char| c.is_ascii_digit();
    let mut rest = address;
    while let Some(first) = rest.chars().next() {
        let own = is_digit(&first);
        let length: usize = rest.chars().take_while(|c| is_digit(c) == own).map(char::len_utf8).sum();
        let (stretch, after) = rest.split_at(length);
        if own && length >= NUMBER {
            segments.extend(bytes_of(&std::mem::take(&mut plain)));
            segments.push(QrSegment::make_numeric(stretch));
        } else {
            plain.push_str(stretch);
        }
        rest = after;
    }
    segments.extend(bytes_of(&plain));
    segments
}

fn bytes_of(text: &str) -> Option<QrSegment> {
    (!text.is_empty()).then(|| QrSegment::make_bytes(text.as_bytes()))
}

/// A corner of a module.
type Corner = (i32, i32);

/// The outline of the dark modules of a square of so many. Modules that touch are one shape: between two shapes a printer or a
/// screen may leave a hair of light.
///
/// Each side between a dark and a light module is a step around the dark one, clockwise. Steps that start where others end
/// make a contour; where two dark modules meet at a corner only, two steps start there, and either is right, for what is
/// inside is told by the even-odd rule.
fn outline(size: i32, is_dark: impl Fn(i32, i32) -> bool) -> Vec<Step> {
    let mut ahead: BTreeMap<Corner, Vec<Corner>> = BTreeMap::new();
    for (y, x) in (0..size).flat_map(|y| (0..size).map(move |x| (y, x))).filter(|(y, x)| is_dark(*x, *y)) {
        let corners = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)];
        let beyond = [(x, y - 1), (x + 1, y), (x, y + 1), (x - 1, y)];
        for (side, (other_x, other_y)) in beyond.into_iter().enumerate() {
            if !is_dark(other_x, other_y) {
                ahead.entry(corners[side]).or_default().push(corners[(side + 1) % 4]);
            }
        }
    }
    let mut steps = Vec::new();
    while let Some((&start, _)) = ahead.first_key_value() {
        let mut contour = vec![start];
        let mut at = start;
        while let Some(next) = take_step(&mut ahead, at) {
            contour.push(next);
            at = next;
        }
        steps.extend(contour_steps(&contour));
    }
    steps
}

/// Takes one of the steps that start at a corner.
fn take_step(ahead: &mut BTreeMap<Corner, Vec<Corner>>, at: Corner) -> Option<Corner> {
    let ways = ahead.get_mut(&at)?;
    let next = ways.pop();
    if ways.is_empty() {
        ahead.remove(&at);
    }
    next
}

/// A contour without the corners that lie on a straight line; its last corner is its first one.
fn contour_steps(corners: &[Corner]) -> Vec<Step> {
    let open = &corners[..corners.len() - 1];
    let turns = |at: usize| {
        let before = open[(at + open.len() - 1) % open.len()];
        let after = open[(at + 1) % open.len()];
        before.0 != after.0 && before.1 != after.1
    };
    let mut kept = (0..open.len()).filter(|at| turns(*at)).map(|at| {
        let (x, y) = open[at];
        Point::new(Abs::pt(f64::from(x)), Abs::pt(f64::from(y)))
    });
    let first = kept.next().map(Step::Move);
    first.into_iter().chain(kept.map(Step::Line)).chain([Step::Close]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The steps of a picture of modules, `#` dark, row by row.
    fn steps(rows: &[&str]) -> Vec<Step> {
        let rows: Vec<Vec<u8>> = rows.iter().map(|row| row.bytes().collect()).collect();
        let at = |x: i32, y: i32| {
            let (x, y) = (usize::try_from(x).ok()?, usize::try_from(y).ok()?);
            Some(*rows.get(y)?.get(x)? == b'#')
        };
        outline(i32::try_from(rows.len()).unwrap(), |x, y| at(x, y).unwrap_or(false))
    }

    /// Whether the middle of each module is inside, by the even-odd rule: how many upright sides lie left of it.
    fn filled(steps: &[Step], size: u32) -> Vec<String> {
        let mut sides: Vec<(Point, Point)> = Vec::new();
        let (mut start, mut at) = (Point::default(), Point::default());
        for step in steps {
            match *step {
                Step::Move(to) => (start, at) = (to, to),
                Step::Line(to) => sides.push((std::mem::replace(&mut at, to), to)),
                Step::Close => sides.push((at, start)),
                Step::Cubic(..) => panic!("a code has no curves"),
            }
        }
        let inside = |x: u32, y: u32| {
            let (x, y) = (Abs::pt(f64::from(x) + 0.5), Abs::pt(f64::from(y) + 0.5));
            let crossed = sides.iter().filter(|(one, other)| {
                one.x == other.x && one.x < x && one.y.min(other.y) < y && y < one.y.max(other.y)
            });
            crossed.count() % 2 == 1
        };
        let row = |y| (0..size).map(|x| if inside(x, y) { '#' } else { '.' }).collect();
        (0..size).map(row).collect()
    }

    #[test]
    fn modules_that_touch_are_one_shape_of_straight_sides() {
        assert_eq!(steps(&["##", "##"]).len(), 5, "a square has four corners");
        let moves = |rows: &[&str]| steps(rows).iter().filter(|step| matches!(step, Step::Move(_))).count();
        assert_eq!(moves(&["###", "#.#", "###"]), 2, "a ring has two edges");
        assert_eq!(moves(&["##.", "##.", "..."]), 1);
        for rows in
            [["#.#", ".#.", "#.#"], ["###", "#.#", "###"], ["#..", "##.", ".##"], ["...", ".#.", "..."]]
        {
            assert_eq!(filled(&steps(&rows), 3), rows);
        }
    }

    #[test]
    fn the_outline_fills_what_the_code_says() {
        let symbol = symbol("https://example.org/").unwrap();
        let Piece::Outline(outline) = &symbol.drawing.pieces[0] else { panic!("an outline") };
        let rows = filled(&outline.steps, symbol.modules);
        // The three marks by which a code is found (ISO/IEC 18004 5.3.3), and the light around them.
        let finder =
            ["#######.", "#.....#.", "#.###.#.", "#.###.#.", "#.###.#.", "#.....#.", "#######.", "........"];
        for (at, row) in finder.iter().enumerate() {
            let turned: String = row.chars().rev().collect();
            assert!(rows[at].starts_with(row) && rows[at].ends_with(&turned), "{at}");
            assert!(rows[rows.len() - 1 - at].starts_with(row), "{at}");
        }
    }

    #[test]
    fn a_code_is_no_larger_than_it_has_to_be() {
        let modules = |address: &str| symbol(address).unwrap().modules;
        for (address, wanted) in [
            ("tel:211", 21),
            ("tel:+1-604-555-0100", 21),
            ("https://example.org", 25),
            ("mailto:mail@example.org", 25),
            ("https://example.org/a-page-of-it", 29),
        ] {
            assert_eq!(modules(address), wanted, "{address}");
        }
        assert_eq!(modules(&format!("https://example.org/{}", "a".repeat(2300))), 177);
        assert_eq!(symbol(&format!("https://example.org/{}", "a".repeat(2400))), Err(TooLong));
    }

    #[test]
    fn numbers_are_written_as_numbers_and_all_else_stays() {
        let lengths =
            |address: &str| segments(&shortest(address)).iter().map(QrSegment::num_chars).collect::<Vec<_>>();
        assert_eq!(lengths("tel:+1-604-555-0100;ext=12"), [5, 11, 7]);
        assert_eq!(lengths("https://a.org/2026-11"), [21]);
        assert_eq!(lengths("https://a.org/20261127"), [14, 8]);
        assert_eq!(shortest("sms:+1-604-555-0100?body=a-b"), "sms:+16045550100?body=a-b");
        assert_eq!(shortest("https://A-b.org/(x)"), "https://A-b.org/(x)");
    }
}
