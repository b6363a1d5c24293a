//! What a drawing will look like on paper: lines too thin for a press, drawings that are not seen on their ground, and what
//! is shown as pixels.

use std::collections::BTreeMap;

use super::resolution::Exhibit;
use crate::color::{Color, Inks, Output, Paint, Profile};
use crate::diag::{Code, Diagnostic};
use crate::frame::{Art, Drawing, FrameItem, GroupKind, Ink, Met, Pen, Picture, Piece, Pixels, Step, walk};
use crate::geom::{Abs, Affine, Point, Rect};
use crate::picture::Resolution;
use crate::source::Span;

/// The thinnest line that a press prints in one full ink (docs/print.md, "What printers ask").
const THINNEST: Abs = Abs::pt(0.25);
/// The thinnest line of several inks or of a tint, whose dots break it up.
const THINNEST_TINTED: Abs = Abs::pt(0.5);
/// How much of an ink is a full one, in percent (H).
const FULL: u8 = 85;
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
    let ppi = Resolution::of(profile).good.max(Resolution::LEAST_MADE);
    let thin = thin.into_iter().map(|(span, (width, least))| (span, PrintFault::Thin { width, least }));
    let faint = faint.into_iter().map(|(span, behind)| (span, PrintFault::Faint { behind }));
    let patched = patched.into_iter().map(|(span, cause)| (span, PrintFault::Pixels { cause, ppi }));
    let mut notes: Vec<PrintNote> =
        thin.chain(faint).chain(patched).map(|(span, what)| PrintNote { span, what }).collect();
    notes.sort_by_key(|note| note.span);
    notes
}

/// A filled rectangle, which what is painted later may stand on.
fn ground_of(met: &Met<'_, '_>) -> Option<(Rect, Color)> {
    let FrameItem::Path(path) = met.item else { return None };
    let [Step::Move(from), _, Step::Line(to), _, Step::Close] = path.steps[..] else { return None };
    let [from, to] = [from, to].map(|corner| met.placed.apply(corner));
    Some((between(from, to), path.fill?))
}

fn between(a: Point, b: Point) -> Rect {
    let at = Point::new(a.x.min(b.x), a.y.min(b.y));
    Rect::new(at, crate::geom::Size::new(a.x.max(b.x) - at.x, a.y.max(b.y) - at.y))
}

/// The colour behind the middle of a picture.
fn behind(grounds: &[(Rect, Color)], picture: &Picture, met: &Met<'_, '_>) -> Color {
    let middle = met.placed.apply(Point::new(picture.size.width / 2.0, picture.size.height / 2.0));
    let holds = |rect: &Rect| {
        (rect.at.x..=rect.right()).contains(&middle.x) && (rect.at.y..=rect.bottom()).contains(&middle.y)
    };
    grounds.iter().rev().find(|(rect, _)| holds(rect)).map_or(Color::WHITE, |(_, color)| *color)
}

/// Whether anything of a picture is seen on a colour.
fn stands_out(picture: &Picture, behind: Color) -> bool {
    let screen = Output { profile: Profile::Screen, inks: Inks::Colour };
    let ground = behind.paint(screen);
    let is_seen = |paint: Paint| paint.contrast(&ground) >= SEEN;
    match &picture.art {
        Art::Drawing(drawing) => {
            let mut seen = false;
            drawing.each_piece(&mut |piece| {
                seen |= match piece {
                    Piece::Layer(_) => false,
                    Piece::Inlay(_) | Piece::Patch(_) => true,
                    Piece::Outline(outline) => match &outline.ink {
                        Ink::Plain(color) => is_seen(color.paint(screen)),
                        Ink::Gradient(gradient) => {
                            gradient.stops.iter().any(|stop| is_seen(stop.color.paint(screen)))
                        }
                        // What it repeats is looked at by itself.
                        Ink::Pattern(_) => false,
                    },
                };
            });
            seen
        }
        Art::Raster(raster) => {
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
                is_opaque && is_seen(paint)
            })
        }
    }
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

/// The line that is farthest below what a press prints, with its least width; the drawing's unit is `unit` points long.
fn thinnest(drawing: &Drawing, unit: f64) -> Option<(Abs, Abs)> {
    let mut thinnest: Option<(Abs, Abs)> = None;
    drawing.each_piece(&mut |piece| {
        let Piece::Outline(outline) = piece else { return };
        let [a, b, c, d] = outline.place.linear;
        let width = match &outline.pen {
            // Where it is scaled unequally, its thinner side.
            Pen::Stroke(line) => line.width * a.hypot(b).min(c.hypot(d)),
            Pen::Fill(_) => thickness(&outline.steps),
        } * unit;
        let least = if is_solid(&outline.ink) { THINNEST } else { THINNEST_TINTED };
        // What rounds to the least is as wide.
        if width > Abs::ZERO && width < least * 0.99 && thinnest.is_none_or(|(known, _)| width < known) {
            thinnest = Some((width, least));
        }
    });
    thinnest
}

/// The shorter side of a filled shape: of a bar how thick it is.
fn thickness(steps: &[Step]) -> Abs {
    let mut points = steps.iter().filter_map(|step| match *step {
        Step::Move(to) | Step::Line(to) | Step::Cubic(_, _, to) => Some(to),
        Step::Close => None,
    });
    let first = points.next().unwrap_or_default();
    let all = points.fold(between(first, first), |all, point| {
        let at = Point::new(all.at.x.min(point.x), all.at.y.min(point.y));
        between(at, Point::new(all.right().max(point.x), all.bottom().max(point.y)))
    });
    all.size.width.min(all.size.height)
}

/// Whether a line is of one ink that covers the paper.
fn is_solid(ink: &Ink) -> bool {
    let Ink::Plain(color) = ink else { return false };
    let inks = color.cmyk.iter().filter(|ink| **ink > 0).count();
    inks == 1 && color.cmyk.iter().any(|ink| *ink >= FULL)
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
