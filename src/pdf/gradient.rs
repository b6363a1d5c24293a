//! Gradients as shading patterns (ISO 32000-1 8.7.4.5), in the colours of a file or as how opaque they are.

use lopdf::{Dictionary, Object, dictionary};

use crate::color::{Color, Output, Paint};
use crate::frame::{Course, Gradient, GradientStop};
use crate::geom::{Affine, whole_number};

use super::document::numbers;
use super::images::Space;

/// Into how many straight pieces the way from a colour to the next is cut where sRGB and the colours of the file do not
/// change alike (H: finer steps are not seen).
const PIECES: u8 = 12;

/// What of a gradient is shown.
#[derive(Clone, Copy)]
pub(super) enum Shade {
    /// Its colours in a file of that output, which has that space.
    Color(Output, Space),
    /// How opaque it is, as grey.
    Opacity,
}

/// A pattern of a gradient; `to_form` leads from the drawing to the form.
pub(super) fn shading(gradient: &Gradient, to_form: &Affine, shade: Shade) -> Dictionary {
    let (kind, coordinates) = match gradient.course {
        Course::Line { from, to } => (2, vec![from.x, from.y, to.x, to.y]),
        Course::Circles { from, to } => {
            (3, vec![from.centre.x, from.centre.y, from.radius, to.centre.x, to.centre.y, to.radius])
        }
    };
    let coordinates: Vec<f64> = coordinates.iter().map(|length| length.to_pt()).collect();
    let space = match shade {
        Shade::Color(_, space) => space.device(),
        Shade::Opacity => "DeviceGray",
    };
    let shading = dictionary! {
        "ShadingType" => kind,
        "ColorSpace" => space,
        "Coords" => numbers(&coordinates),
        "Function" => function(&gradient.stops, shade),
        "Extend" => vec![true.into(), true.into()],
    };
    dictionary! {
        "Type" => "Pattern",
        "PatternType" => 2,
        "Matrix" => numbers(&to_form.after(&gradient.place).parts()),
        "Shading" => shading,
    }
}

/// A straight piece of the way from colour to colour.
struct Stretch {
    end: f64,
    colors: [Vec<f64>; 2],
}

/// The function from the way along the course to a colour (7.10.4): straight pieces, one after another.
fn function(stops: &[GradientStop], shade: Shade) -> Dictionary {
    let mut stretches: Vec<Stretch> = Vec::new();
    for pair in stops.windows(2) {
        let [from, to] = [pair[0], pair[1]];
        if to.offset <= from.offset {
            continue;
        }
        let pieces = match shade {
            Shade::Color(output, Space::Rgb) if output.inks.drums().is_none() => 1,
            Shade::Opacity => 1,
            Shade::Color(..) => PIECES,
        };
        for piece in 0..pieces {
            let at = |piece: u8| f64::from(piece) / f64::from(pieces);
            let [start, end] = [at(piece), at(piece + 1)];
            let colors = [start, end].map(|share| components(&from, &to, share, shade));
            stretches.push(Stretch { end: from.offset + (to.offset - from.offset) * end, colors });
        }
    }
    let Some(last) = stretches.last() else {
        let only = stops.last().expect("a gradient has stops");
        let color = components(only, only, 0.0, shade);
        return straight(&[color.clone(), color]);
    };
    debug_assert!((last.end - 1.0).abs() < 1e-6, "the last stop is the end of the course");
    if let [only] = stretches.as_slice() {
        return straight(&only.colors);
    }
    let bounds: Vec<f64> = stretches[..stretches.len() - 1].iter().map(|stretch| stretch.end).collect();
    let functions: Vec<Object> = stretches.iter().map(|stretch| straight(&stretch.colors).into()).collect();
    dictionary! {
        "FunctionType" => 3,
        "Domain" => vec![0.into(), 1.into()],
        "Encode" => [0, 1].repeat(functions.len()).into_iter().map(Object::from).collect::<Vec<Object>>(),
        "Bounds" => numbers(&bounds),
        "Functions" => functions,
    }
}

fn straight(colors: &[Vec<f64>; 2]) -> Dictionary {
    dictionary! {
        "FunctionType" => 2,
        "Domain" => vec![0.into(), 1.into()],
        "C0" => numbers(&colors[0]),
        "C1" => numbers(&colors[1]),
        "N" => 1,
    }
}

/// The colour at a share of the way from one stop to the next, from 0 to 1 a channel.
fn components(from: &GradientStop, to: &GradientStop, share: f64, shade: Shade) -> Vec<f64> {
    let between = |a: f64, b: f64| a + (b - a) * share;
    match shade {
        Shade::Opacity => vec![between(from.opacity, to.opacity)],
        Shade::Color(output, space) => {
            let mut srgb = [0_u8; 3];
            for (level, (&a, &b)) in srgb.iter_mut().zip(from.color.srgb.iter().zip(&to.color.srgb)) {
                let whole = whole_number(between(f64::from(a), f64::from(b)).round());
                *level = u8::try_from(whole).unwrap_or(u8::MAX);
            }
            match (Color::of_srgb(srgb).paint_area(output), space) {
                (Paint::Grey(grey), Space::Rgb) => vec![f64::from(grey) / 255.0; 3],
                (Paint::Grey(grey), _) => vec![f64::from(grey) / 255.0],
                (Paint::Rgb(srgb), _) => srgb.iter().map(|&part| f64::from(part) / 255.0).collect(),
                // The tint of the one ink, as a grey that is none where there is no ink.
                (Paint::Cmyk([.., black]), Space::Black) => vec![1.0 - f64::from(black) / 100.0],
                (Paint::Cmyk(cmyk) | Paint::Spot { cmyk, .. }, _) => {
                    cmyk.iter().map(|&part| f64::from(part) / 100.0).collect()
                }
            }
        }
    }
}
