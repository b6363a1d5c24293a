//! What a drawing will look like on paper: lines too thin for a press, drawings that are not seen on their ground, and what
//! is shown as pixels.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::resolution::Exhibit;
use crate::color::{Color, Inking, Inks, Output, Paint, Profile};
use crate::diag::{Code, Diagnostic};
use crate::frame::{
    Art, Drawing, FrameItem, GroupKind, Ink, Met, Motif, Outline, Path, Pen, Picture, Piece, Pixels, Step,
    extent, walk,
};
use crate::geom::{Abs, Affine, Point, Rect, whole_number};
use crate::picture::Resolution;
use crate::source::Span;

/// The contrast below which nobody sees a drawing (H).
const SEEN: f64 = 1.2;
/// How opaque a pixel is, of 255, to be seen at all (H).
const OPAQUE: u8 = 64;

/// Something about a picture that its maker should know.
#[derive(Clone, PartialEq, Debug)]
pub struct PrintNote {
    /// Where the manifest asks for it.
    pub span: Span,
    /// What it is.
    pub what: PrintFault,
}

/// What is the matter with a picture in print.
#[derive(Clone, PartialEq, Debug)]
pub enum PrintFault {
    /// A line of that width is thinner than a press prints.
    Thin {
        /// The width.
        width: Abs,
        /// The least.
        least: Abs,
    },
    /// Nothing of it stands out from what is behind it.
    Faint {
        /// What is behind it.
        behind: Color,
    },
    /// A part of it is shown as pixels.
    Pixels {
        /// What no outline can show.
        cause: &'static str,
        /// How many to the inch.
        ppi: f64,
    },
}

/// Finds what is the matter with the pictures of a leaflet, in the order of the manifest, each thing once for all languages.
pub fn print_notes<'a>(languages: impl Iterator<Item = Exhibit<'a>>, profile: Profile) -> Vec<PrintNote> {
    let mut thin: BTreeMap<Span, (Abs, Abs)> = BTreeMap::new();
    let mut faint: BTreeMap<Span, Color> = BTreeMap::new();
    let mut patched: BTreeMap<Span, &'static str> = BTreeMap::new();
    for Exhibit { panels, spans } in languages {
        for panel in panels {
            let mut grounds = Vec::new();
            if let GroupKind::Panel(tag) = &panel.group.kind {
                grounds.extend(tag.field.map(|field| (field.rect, field.color)));
            }
            walk(&panel.group.frame, &Affine::IDENTITY, |met| {
                grounds.extend(ground_of(met));
                let FrameItem::Picture(picture) = met.item else { return };
                let Some(&span) = picture.node.and_then(|node| spans.get(&node)) else { return };
                let behind = behind(&grounds, picture, met);
                if !stands_out(picture, behind) {
                    faint.entry(span).or_insert(behind);
                }
                let Art::Drawing(drawing) = &picture.art else { return };
                patched.extend(first_cause(drawing).map(|cause| (span, cause)));
                let line = thinnest(drawing, picture.size.width / drawing.size.width);
                if let Some(line) = line.filter(|_| profile == Profile::Press) {
                    let known = thin.entry(span).or_insert(line);
                    *known = if line.0 < known.0 { line } else { *known };
                }
            });
        }
    }
    let ppi = Resolution::made(profile);
    let thin = thin.into_iter().map(|(span, (width, least))| (span, PrintFault::Thin { width, least }));
    let faint = faint.into_iter().map(|(span, behind)| (span, PrintFault::Faint { behind }));
    let patched = patched.into_iter().map(|(span, cause)| (span, PrintFault::Pixels { cause, ppi }));
    let mut notes: Vec<PrintNote> =
        thin.chain(faint).chain(patched).map(|(span, what)| PrintNote { span, what }).collect();
    notes.sort_by_key(|note| note.span);
    notes
}

/// A filled rectangle, perhaps with round corners, which what is painted later may stand on.
fn ground_of(met: &Met<'_, '_>) -> Option<(Rect, Color)> {
    let FrameItem::Path(path) = met.item else { return None };
    let fill = path.fill?;
    let around = extent(&path.steps);
    // A rectangle, or one with round corners: each of its sides lies along that around it.
    let along = |point: Point| {
        [point.x - around.at.x, point.x - around.right(), point.y - around.at.y, point.y - around.bottom()]
            .into_iter()
            .any(|off| off.abs() < Abs::pt(0.01))
    };
    let is_ground = path.steps.iter().all(|step| match step {
        Step::Move(point) | Step::Line(point) | Step::Cubic(_, _, point) => along(*point),
        Step::Close => true,
    });
    let corners = [around.at, Point::new(around.right(), around.bottom())].map(|at| met.placed.apply(at));
    is_ground.then(|| (Rect::between(corners[0], corners[1]), fill))
}

/// The colour behind the middle of a picture.
fn behind(grounds: &[(Rect, Color)], picture: &Picture, met: &Met<'_, '_>) -> Color {
    let middle = met.placed.apply(Point::new(picture.size.width / 2.0, picture.size.height / 2.0));
    grounds.iter().rev().find(|(rect, _)| rect.holds(middle)).map_or(Color::WHITE, |(_, color)| *color)
}

/// Whether anything of a picture is seen on a colour.
fn stands_out(picture: &Picture, behind: Color) -> bool {
    match &picture.art {
        Art::Drawing(drawing) => any_stands_out(&drawing.pieces, behind, 1.0),
        Art::Raster(raster) => {
            let ground = behind.paint(SCREEN);
            let Pixels::Plain(samples) = &raster.pixels else { return true };
            let count = raster.channels.count();
            let mut pixels = samples.chunks_exact(count).enumerate();
            pixels.any(|(at, pixel)| {
                let is_opaque = raster.alpha.as_ref().is_none_or(|alpha| alpha[at] >= OPAQUE);
                let paint = match pixel {
                    [grey] => Paint::Grey(*grey),
                    [r, g, b] => Paint::Rgb([*r, *g, *b]),
                    _ => return true,
                };
                is_opaque && paint.contrast(&ground) >= SEEN
            })
        }
    }
}

/// On what it is told what is seen.
const SCREEN: Output = Output::of(Profile::Screen, Inks::Colour);

/// Whether any of some pieces is seen on a colour that lets through all but so much of them.
fn any_stands_out(pieces: &[Piece], behind: Color, opacity: f64) -> bool {
    let is_seen =
        |color: Color, opacity| mixed(color, behind, opacity).contrast(&behind.paint(SCREEN)) >= SEEN;
    // Of pixels it is not known what they show: black or white, whichever is seen better.
    let any_ink = |opacity| is_seen(Color::WHITE, opacity) || is_seen(Color::of_srgb([0; 3]), opacity);
    pieces.iter().any(|piece| match piece {
        Piece::Layer(layer) => any_stands_out(&layer.pieces, behind, opacity * layer.opacity),
        Piece::Inlay(_) | Piece::Patch(_) => any_ink(opacity),
        Piece::Outline(outline) => {
            let opacity = opacity * outline.opacity;
            match &outline.ink {
                Ink::Plain(color) => is_seen(*color, opacity),
                Ink::Gradient(gradient) => {
                    gradient.stops.iter().any(|stop| is_seen(stop.color, opacity * stop.opacity))
                }
                Ink::Pattern(pattern) => any_stands_out(&pattern.pieces, behind, opacity),
            }
        }
    })
}

/// A colour that lets through what is behind it, as a screen mixes them.
fn mixed(color: Color, behind: Color, opacity: f64) -> Paint {
    let mix = |channel: usize| {
        let [over, under] = [color.srgb, behind.srgb].map(|srgb| f64::from(srgb[channel]));
        let level = whole_number((under + (over - under) * opacity).round());
        u8::try_from(level).unwrap_or(u8::MAX)
    };
    Paint::Rgb([mix(0), mix(1), mix(2)])
}

fn first_cause(drawing: &Drawing) -> Option<&'static str> {
    let mut first = None;
    drawing.each_piece(&mut |piece| {
        if let Piece::Patch(patch) = piece {
            first.get_or_insert(patch.cause);
        }
    });
    first
}

/// The thinnest of the lines that are too thin for a press, with its least width; the drawing's unit is `unit` points long.
fn thinnest(drawing: &Drawing, unit: f64) -> Option<(Abs, Abs)> {
    let lines = thin_lines(&drawing.pieces, unit);
    lines.into_iter().reduce(|known, line| if line.0 < known.0 { line } else { known })
}

/// The width and the least width of each line and bar that is too thin; a unit of the pieces is `unit` points long.
fn thin_lines(pieces: &[Piece], unit: f64) -> Vec<(Abs, Abs)> {
    let mut lines = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Outline(outline) => {
                let (width, inking) = (thickness(outline) * unit, inking(&outline.ink));
                if width > Abs::ZERO && inking.is_too_thin(width.to_pt()) {
                    lines.push((width, inking.thinnest()));
                }
                if let Ink::Pattern(pattern) = &outline.ink {
                    lines.extend(thin_lines(&pattern.pieces, unit * pattern.place.mean_scale()));
                }
            }
            Piece::Layer(layer) => lines.extend(thin_lines(&layer.pieces, unit)),
            Piece::Inlay(_) | Piece::Patch(_) => {}
        }
    }
    lines
}

/// How wide a line is, where it is scaled unequally on its thinner side; of a filled shape the shorter side.
fn thickness(outline: &Outline) -> Abs {
    match &outline.pen {
        Pen::Stroke(line) => {
            let [across, down] = outline.place.scales();
            line.width * across.min(down)
        }
        Pen::Fill(_) => {
            let size = extent(&outline.steps).size;
            size.width.min(size.height)
        }
    }
}

/// Finds the lines too thin for a press in the drawings of a layout, each drawing once; `drawings` are told apart by their
/// names, and `spans` says where the layout asks for them.
pub fn thin_motifs<'a>(
    languages: impl Iterator<Item = Exhibit<'a>>,
    drawings: &BTreeMap<String, Motif>,
    spans: &BTreeMap<String, Span>,
) -> Vec<PrintNote> {
    let mut thin: BTreeMap<&String, (Abs, Abs)> = BTreeMap::new();
    let of = |path: &Path| {
        let mut drawings = drawings.iter();
        // What is placed shares its outlines with the drawing.
        let (name, _) = drawings
            .find(|(_, motif)| motif.paths.iter().any(|known| Arc::ptr_eq(&known.steps, &path.steps)))?;
        Some(name)
    };
    for panel in languages.flat_map(|language| language.panels) {
        walk(&panel.group.frame, &Affine::IDENTITY, |met| {
            let FrameItem::Path(path) = met.item else { return };
            let Some(line) = thinnest_of_path(path, met.placed.mean_scale()) else { return };
            let Some(name) = of(path) else { return };
            let known = thin.entry(name).or_insert(line);
            *known = if line.0 < known.0 { line } else { *known };
        });
    }
    let notes = thin.into_iter().filter_map(|(name, (width, least))| {
        Some(PrintNote { span: *spans.get(name)?, what: PrintFault::Thin { width, least } })
    });
    notes.collect()
}

/// The width and the least width of a path that is too thin for a press; its unit is `unit` points long.
fn thinnest_of_path(path: &Path, unit: f64) -> Option<(Abs, Abs)> {
    let size = extent(&path.steps).size;
    let filled = path.fill.map(|color| (size.width.min(size.height), color));
    let stroked = path.stroke.as_ref().map(|stroke| (stroke.line.width, stroke.color));
    let lines = filled.into_iter().chain(stroked).filter_map(|(width, color)| {
        let (width, inking) = (width * unit, inking_of(color));
        (width > Abs::ZERO && inking.is_too_thin(width.to_pt())).then(|| (width, inking.thinnest()))
    });
    lines.reduce(|known, line| if line.0 < known.0 { line } else { known })
}

fn inking_of(color: Color) -> Inking {
    Inking::of(&color.cmyk.map(|ink| f64::from(ink) / 100.0))
}

fn inking(ink: &Ink) -> Inking {
    match ink {
        Ink::Plain(color) => inking_of(*color),
        Ink::Gradient(_) | Ink::Pattern(_) => Inking::Tinted,
    }
}

impl PrintNote {
    /// What is said of it in a layout of that name.
    pub fn diagnostic(&self, layout: &str) -> Diagnostic {
        let (code, message, help) = match &self.what {
            PrintFault::Thin { width, least } => (
                Code::Hairline,
                format!(
                    "this drawing has a line of {:.2} pt in “{layout}”, and a press prints none below {:.2} pt",
                    width.to_pt(),
                    least.to_pt()
                ),
                "make its lines wider, or give the drawing a larger width".to_owned(),
            ),
            PrintFault::Faint { behind } => (
                Code::FaintPicture,
                format!("nothing of this picture is seen on {} in “{layout}”", behind.hex()),
                "take one in darker colours, or put a ground into it".to_owned(),
            ),
            PrintFault::Pixels { cause, ppi } => (
                Code::MadePixels,
                format!("this drawing has {cause}, which “{layout}” shows as pixels, {ppi:.0} to the inch"),
                "that is well for shadows and soft edges; for a sharp edge draw it without".to_owned(),
            ),
        };
        Diagnostic::new(code, message).label(self.span, "asked for here").help(help)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture;

    /// The thinnest line of a drawing that is 100 pt wide, in hundredths of a point.
    fn thinnest_of(inside: &str) -> Option<f64> {
        let svg = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">{inside}</svg>"#);
        let Ok(Art::Drawing(drawing)) = picture::open(svg.as_bytes()) else { panic!("{svg}") };
        thinnest(&drawing, 0.5).map(|(width, _)| width.to_hundredths())
    }

    #[test]
    fn a_line_is_as_wide_as_it_is_printed() {
        assert_eq!(thinnest_of(r##"<path stroke="#000" stroke-width=".4" d="M0 9h9"/>"##), Some(0.2));
        assert_eq!(thinnest_of(r##"<rect width="90" height=".2"/>"##), Some(0.1));
        assert_eq!(thinnest_of(r##"<path stroke="#000" stroke-width=".6" fill="none" d="M0 9h9"/>"##), None);
    }

    #[test]
    fn what_bulges_between_its_points_is_no_thin_bar() {
        assert_eq!(thinnest_of(r##"<path d="M0 50C0 0 90 0 90 50.2z"/>"##), None);
    }

    #[test]
    fn lines_of_a_pattern_are_as_wide_as_its_tiles_are_shown() {
        let of = |scale: &str| {
            let tile = r##"<path stroke="#000" stroke-width=".2" fill="none" d="M0 2h4"/>"##;
            thinnest_of(&format!(
                r##"<pattern id="a" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="scale({scale})">{tile}</pattern><rect width="90" height="90" fill="url(#a)"/>"##
            ))
        };
        assert_eq!(of("10"), None);
        assert_eq!(of("1"), Some(0.1));
    }

    /// Whether anything of a drawing is seen on white.
    fn is_seen(inside: &str) -> bool {
        let svg = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">{inside}</svg>"#);
        let Ok(Art::Drawing(drawing)) = picture::open(svg.as_bytes()) else { panic!("{svg}") };
        any_stands_out(&drawing.pieces, Color::WHITE, 1.0)
    }

    #[test]
    fn what_lets_all_through_is_not_seen() {
        let circle = |said: &str| format!(r##"<circle cx="100" cy="50" r="40" {said}/>"##);
        for (said, seen) in [
            ("", true),
            ("fill-opacity='.5'", true),
            ("fill='#fdfdfd'", false),
            ("fill-opacity='.02'", false),
            ("opacity='.02'", false),
            ("fill='none' stroke='#000' stroke-opacity='.02'", false),
            ("opacity='.1' fill-opacity='.1'", false),
        ] {
            assert_eq!(is_seen(&circle(said)), seen, "{said}");
        }
        assert!(!is_seen(&format!("<g opacity='.1'><g opacity='.1'>{}</g></g>", circle(""))));
        let stop = |opacity| format!("<stop stop-opacity='{opacity}'/><stop offset='1' stop-color='#fff'/>");
        let shaded = |opacity| {
            format!("<linearGradient id='a'>{}</linearGradient>{}", stop(opacity), circle("fill='url(#a)'"))
        };
        assert!(is_seen(&shaded(".5")) && !is_seen(&shaded(".02")));
        let blurred = "<filter id='a'><feGaussianBlur stdDeviation='3'/></filter>";
        let blurred = |opacity| format!("{blurred}<g opacity='{opacity}'>{}</g>", circle("filter='url(#a)'"));
        assert!(is_seen(&blurred(".5")) && !is_seen(&blurred(".02")));
    }
}
