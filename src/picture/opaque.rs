//! Pictures that are seen through, made opaque for files in which nothing may be: their pixels are mixed with the colour that
//! they stand on, as a viewer would mix them. In: a leaflet. Out: the same, and what can't be made opaque.

use std::sync::Arc;

use super::jpeg::unpack;
use crate::color::{Color, Inks, Output, limit_inks, separate};
use crate::frame::{
    Art, Channels, Frame, FrameItem, Group, Leaflet, Met, NodeId, Path, Picture, Pixels, Raster, Step, walk,
};
use crate::geom::{Abs, Affine, Point, Rect, Size};

/// Into how many straight lines a curve is cut, to tell what lies inside of it.
const CUTS: u8 = 16;
/// By how much a picture may reach over the field that it stands on (H: what no press cuts or prints more exactly).
const SLACK: Abs = Abs::pt(0.05);

/// A picture that is seen through and stays so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SeenThrough {
    /// The node that it is the picture of, where one is.
    pub node: Option<NodeId>,
    /// Why it can't be made opaque.
    pub why: Obstacle,
}

/// Why a picture can't be made opaque.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Obstacle {
    /// It is a drawing, parts of which are seen through.
    Drawing,
    /// What it stands on is not one colour.
    Ground,
    /// It stands on an ink of its own, which its inks would have to be mixed with.
    Spot,
}

/// Makes the pictures of a leaflet opaque; says which can't be.
pub fn make_opaque(leaflet: &mut Leaflet, output: Output) -> Vec<SeenThrough> {
    let mut left = Vec::new();
    for side in &mut leaflet.sides {
        let found = seen_through(&side.frame);
        if found.is_empty() {
            continue;
        }
        let mut grounds = Vec::new();
        for (node, ground) in found {
            left.extend(ground.err().map(|why| SeenThrough { node, why }));
            grounds.push(ground.ok());
        }
        let mut grounds = grounds.into_iter();
        side.frame = with_opaque(&side.frame, &mut grounds, output);
    }
    left
}

/// The pictures of a frame that are seen through, in the order of painting, and the colour that each stands on.
fn seen_through(frame: &Frame) -> Vec<(Option<NodeId>, Result<Color, Obstacle>)> {
    let mut painted: Vec<Painted> = Vec::new();
    let mut found = Vec::new();
    walk(frame, &Affine::IDENTITY, |met| {
        if let FrameItem::Picture(picture) = met.item
            && is_seen_through(&picture.art)
        {
            let ground = match &picture.art {
                Art::Drawing(_) => Err(Obstacle::Drawing),
                Art::Raster(_) => ground_of(met.placed.extent_of(&whole(picture.size)), &painted),
            };
            found.push((picture.node, ground));
        }
        painted.extend(Painted::of(met));
    });
    found
}

/// Whether something shows through a picture.
fn is_seen_through(art: &Art) -> bool {
    match art {
        Art::Drawing(drawing) => drawing.is_mixed(),
        Art::Raster(raster) => raster.alpha.is_some(),
    }
}

/// Something painted: how far it reaches, and where it is of one colour.
struct Painted {
    extent: Rect,
    /// The corners of its outline, and its colour; none for what is of several, or of several outlines.
    field: Option<(Vec<Point>, Color)>,
}

impl Painted {
    fn of(met: &Met<'_, '_>) -> Option<Painted> {
        let placed = |rect: Rect| met.placed.extent_of(&rect);
        match met.item {
            FrameItem::Group(_) | FrameItem::Link(_) => None,
            FrameItem::Picture(picture) => Some(Painted { extent: placed(whole(picture.size)), field: None }),
            // The heart of its letters: what is set just above or below a picture is not behind it.
            FrameItem::Text(run) => {
                let box_of =
                    Rect::new(Point::new(Abs::ZERO, -run.size * 0.8), Size::new(run.width(), run.size));
                Some(Painted { extent: placed(box_of), field: None })
            }
            FrameItem::Path(path) => {
                let corners = corners_of(path, &met.placed);
                let stroke = path.stroke.as_ref().map_or(Abs::ZERO, |stroke| stroke.line.width);
                let extent = Rect::around(corners.iter().flatten().copied())?.grown(stroke / 2.0);
                let field = match (path.fill, <[_; 1]>::try_from(corners)) {
                    (Some(color), Ok([outline])) if path.stroke.is_none() => Some((outline, color)),
                    _ => None,
                };
                Some(Painted { extent, field })
            }
        }
    }

    /// The colour that it puts behind all of a rectangle.
    fn behind(&self, rect: &Rect) -> Option<Color> {
        let (outline, color) = self.field.as_ref()?;
        let inner = rect.grown(Abs::ZERO - SLACK);
        let covers = inner.corners().iter().all(|corner| is_inside(*corner, outline))
            && !outline.iter().any(|corner| inner.holds(*corner));
        covers.then_some(*color)
    }
}

/// The contours of an outline as corners, its curves cut into straight lines.
fn corners_of(path: &Path, placed: &Affine) -> Vec<Vec<Point>> {
    let mut contours: Vec<Vec<Point>> = Vec::new();
    for step in path.steps.iter() {
        if let Step::Move(to) = *step {
            contours.push(vec![placed.apply(to)]);
        }
        let Some(contour) = contours.last_mut() else { continue };
        match *step {
            Step::Move(_) | Step::Close => {}
            Step::Line(to) => contour.push(placed.apply(to)),
            Step::Cubic(one, two, to) => {
                let Some(&from) = contour.last() else { continue };
                let [one, two, to] = [one, two, to].map(|point| placed.apply(point));
                let shares = (1..=CUTS).map(|cut| f64::from(cut) / f64::from(CUTS));
                contour.extend(shares.map(|t| on_curve([from, one, two, to], t)));
            }
        }
    }
    contours
}

/// A point of a curve, so much of the way along it.
fn on_curve([from, one, two, to]: [Point; 4], t: f64) -> Point {
    let s = 1.0 - t;
    let [a, b, c, d] = [s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t];
    let x = from.x * a + one.x * b + two.x * c + to.x * d;
    let y = from.y * a + one.y * b + two.y * c + to.y * d;
    Point::new(x, y)
}

/// Whether a point lies inside of a contour (by how often a line from it to the right crosses that).
fn is_inside(point: Point, outline: &[Point]) -> bool {
    let mut inside = false;
    for (from, to) in outline.iter().zip(outline.iter().cycle().skip(1)) {
        if (from.y > point.y) != (to.y > point.y) {
            let share = (point.y - from.y) / (to.y - from.y);
            if point.x < from.x + (to.x - from.x) * share {
                inside = !inside;
            }
        }
    }
    inside
}

/// The one colour behind a rectangle: that of the last field that holds all of it, with nothing over that.
fn ground_of(rect: Rect, painted: &[Painted]) -> Result<Color, Obstacle> {
    for below in painted.iter().rev() {
        if let Some(color) = below.behind(&rect) {
            return if color.spot.is_some() { Err(Obstacle::Spot) } else { Ok(color) };
        }
        if below.extent.overlaps(&rect, SLACK) {
            return Err(Obstacle::Ground);
        }
    }
    Ok(Color::WHITE)
}

fn whole(size: Size) -> Rect {
    Rect::new(Point::default(), size)
}

/// A frame whose pictures are opaque, on grounds in the order of painting.
fn with_opaque(frame: &Frame, grounds: &mut impl Iterator<Item = Option<Color>>, output: Output) -> Frame {
    let mut opaque = |item: &FrameItem| match item {
        FrameItem::Group(group) => {
            let frame = Arc::new(with_opaque(&group.frame, grounds, output));
            FrameItem::Group(Group { frame, ..group.clone() })
        }
        FrameItem::Picture(picture) if is_seen_through(&picture.art) => {
            match (&picture.art, grounds.next().flatten()) {
                (Art::Raster(raster), Some(ground)) => {
                    let art = Art::Raster(Arc::new(laid_on(raster, ground, output.inks)));
                    FrameItem::Picture(Picture { art, ..picture.clone() })
                }
                _ => item.clone(),
            }
        }
        FrameItem::Text(_) | FrameItem::Path(_) | FrameItem::Link(_) | FrameItem::Picture(_) => item.clone(),
    };
    Frame { size: frame.size, items: frame.items.iter().map(|(at, item)| (*at, opaque(item))).collect() }
}

/// A picture mixed with the colour that it stands on: in the inks of a press, or in sRGB where it has but one.
fn laid_on(raster: &Raster, ground: Color, inks: Inks) -> Raster {
    let Some(alpha) = &raster.alpha else { return raster.clone() };
    let samples = unpack(raster);
    let (channels, own, ground): (_, Vec<u8>, Vec<u8>) = match (inks, raster.channels) {
        (Inks::Mono | Inks::Drums(_) | Inks::Plate(..), Channels::Grey) => {
            (Channels::Rgb, samples.iter().flat_map(|grey| [*grey; 3]).collect(), ground.srgb.to_vec())
        }
        (Inks::Mono | Inks::Drums(_) | Inks::Plate(..), Channels::Rgb) => {
            (Channels::Rgb, samples.to_vec(), ground.srgb.to_vec())
        }
        (_, channels) => {
            let inks: Vec<u8> = match channels {
                Channels::Grey => samples.iter().flat_map(|grey| [0, 0, 0, 255 - grey]).collect(),
                Channels::Rgb => samples.as_chunks().0.iter().flat_map(|pixel| separate(*pixel)).collect(),
                Channels::Cmyk => samples.as_chunks().0.iter().flat_map(|inks| limit_inks(*inks)).collect(),
            };
            let level = |percent: u8| u8::try_from((u16::from(percent) * 255 + 50) / 100).unwrap_or(u8::MAX);
            (Channels::Cmyk, inks, ground.cmyk.map(level).to_vec())
        }
    };
    let mix = |(own, alpha): (&[u8], &u8)| -> Vec<u8> {
        let alpha = u32::from(*alpha);
        let mixed = own.iter().zip(&ground).map(|(own, ground)| {
            let sum = u32::from(*own) * alpha + u32::from(*ground) * (255 - alpha);
            u8::try_from((sum + 127) / 255).unwrap_or(u8::MAX)
        });
        mixed.collect()
    };
    let pixels = own.chunks_exact(channels.count()).zip(alpha).flat_map(mix).collect();
    Raster {
        channels,
        pixels: Pixels::Plain(pixels),
        alpha: None,
        inks: raster.inks.clone().filter(|_| channels == Channels::Cmyk),
        ..raster.clone()
    }
}
