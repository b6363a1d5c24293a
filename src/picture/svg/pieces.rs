//! The tree of usvg → the pieces of a drawing. Clips, opacities, plain colours and gradients are kept as they are; what no
//! outline can show is left as a patch, to be made of pixels. What lies outside of the canvas or a clip is not kept.

use std::sync::Arc;

use usvg::{BlendMode, Group, Node, Paint, PaintOrder, Path, Pattern as SvgPattern, Tree};

use super::clip::clip_shapes;
use super::effort::check_effort;
use super::far::{check_canvas, check_gradient, check_map, check_points, sound_line};
use super::gradient::{along_circles, along_line};
use super::inlay::read_inlay;
use super::outline::{MOST_FAR, affine, is_even, length, line, rect, rule, seen, steps, with_area};
use super::tile::finest_tile;
use crate::color::Color;
use crate::frame::{
    ClipShape, Drawing, FillRule, Ink, Layer, Line, Outline, Patch, Pattern, Pen, Piece, Step, extent,
    rectangle,
};
use crate::geom::{Abs, Affine, Point, Rect, Size};
use crate::picture::bounds::MOST_STEPS;
use crate::picture::error::DrawingError;

/// The most patches: one for all takes less time than more of them.
const MOST_PATCHES: usize = 16;

/// The least share of what is seen that a tile of a pattern may be: finer ones are of many thousands (H).
const LEAST_TILE: f64 = 1e-4;

/// The most tiles of a pattern across or down a drawing: finer ones are no more than grey, and the pixels that they are made
/// of would be more than a patch may have.
const MOST_TILES: u32 = 1_500;

/// The pieces of a tree that was read from `svg`.
///
/// # Errors
/// It goes too far, or has too much of something.
pub(super) fn read_pieces(tree: &Tree, svg: &Arc<str>) -> Result<Drawing, DrawingError> {
    let size = Size::new(length(tree.size().width()), length(tree.size().height()));
    let canvas = Rect::new(Point::default(), size);
    let mut reader = Reader { svg, canvas, node: Vec::new(), steps: 0, tile: Tile::None };
    check_canvas(size)?;
    check_effort(tree.root(), size)?;
    let least = size.width.max(size.height) / f64::from(MOST_TILES);
    if finest_tile(tree.root(), &Affine::IDENTITY).is_some_and(|side| side < least) {
        return Err(DrawingError::Fine(MOST_TILES));
    }
    if blended(tree.root()) {
        return Ok(Drawing { size, pieces: vec![reader.patch(canvas, "a blend mode")] });
    }
    let pieces = reader.group(tree.root(), &Affine::IDENTITY, canvas)?;
    let drawing = Drawing { size, pieces };
    let mut causes = Vec::new();
    drawing.each_piece(&mut |piece| {
        if let Piece::Patch(patch) = piece {
            causes.push(patch.cause);
        }
    });
    if causes.len() <= MOST_PATCHES {
        return Ok(drawing);
    }
    Ok(Drawing { size, pieces: vec![reader.patch(canvas, causes[0])] })
}

/// A ground of one colour.
pub(super) fn ground(size: Size, color: Color) -> Piece {
    Piece::Outline(Outline {
        steps: rectangle(size).into(),
        place: Affine::IDENTITY,
        pen: Pen::Fill(FillRule::NonZero),
        ink: Ink::Plain(color),
        opacity: 1.0,
    })
}

/// Whether something in a group mixes with what is below it there.
fn blended(group: &Group) -> bool {
    group.children().iter().any(|node| match node {
        Node::Group(inner) => {
            inner.blend_mode() != BlendMode::Normal || (!inner.should_isolate() && blended(inner))
        }
        Node::Path(_) | Node::Image(_) | Node::Text(_) => false,
    })
}

/// Why a group can't be shown as outlines.
fn cause(group: &Group) -> Option<&'static str> {
    if !group.filters().is_empty() {
        return Some("a filter");
    }
    if group.mask().is_some() {
        return Some("a mask");
    }
    blended(group).then_some("a blend mode")
}

struct Reader<'a> {
    svg: &'a Arc<str>,
    /// The drawing's own extent.
    canvas: Rect,
    /// The place of the node under way: its number among its siblings, from the root down.
    node: Vec<usize>,
    /// How many steps there are so far.
    steps: usize,
    /// Whether the nodes are of a pattern, and what was met in it.
    tile: Tile,
}

/// What is known of the pattern under way.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tile {
    /// None is under way.
    None,
    /// All of it so far is outlines and pictures.
    Whole,
    /// Something in it can't be an outline: patches are parts of the tree, which patterns are not.
    Torn,
}

impl Reader<'_> {
    /// The pieces of a group, of which what lies in `visible` can be seen. `place` leads from its units to the drawing's:
    /// usvg's own sums of transforms leave out those of some `<use>`.
    fn group(&mut self, group: &Group, place: &Affine, visible: Rect) -> Result<Vec<Piece>, DrawingError> {
        let mut pieces = Vec::new();
        for (number, node) in group.children().iter().enumerate() {
            self.node.push(number);
            match node {
                Node::Group(inner) => pieces.extend(self.inner_group(inner, place, visible)?),
                Node::Path(path) if path.is_visible() => pieces.extend(self.path(path, place, visible)?),
                Node::Image(image) if image.is_visible() => {
                    let inlay = read_inlay(image, place, visible)?;
                    if let Some(Piece::Inlay(inlay)) = &inlay {
                        let corners = Rect::new(Point::default(), inlay.size).corners();
                        check_points(&corners, &inlay.place, self.canvas, "a picture")?;
                    }
                    pieces.extend(inlay);
                }
                Node::Path(_) | Node::Image(_) => {}
                Node::Text(_) => return Err(DrawingError::Text),
            }
            self.node.pop();
        }
        Ok(pieces)
    }

    fn patch(&mut self, bounds: Rect, cause: &'static str) -> Piece {
        if self.tile == Tile::Whole {
            self.tile = Tile::Torn;
        }
        Piece::Patch(Patch { bounds, svg: Arc::clone(self.svg), node: self.node.clone(), cause })
    }

    fn inner_group(
        &mut self,
        group: &Group,
        around: &Affine,
        visible: Rect,
    ) -> Result<Vec<Piece>, DrawingError> {
        let opacity = f64::from(group.opacity().get());
        let place = around.after(&affine(group.transform()));
        let extent = place.extent_of(&rect(group.layer_bounding_box().to_rect()));
        if opacity == 0.0 || !extent.touches(&visible) {
            return Ok(Vec::new());
        }
        if let Some(cause) = cause(group) {
            return Ok(vec![self.patch(extent.common(&visible), cause)]);
        }
        let clips = match group.clip_path() {
            None => Vec::new(),
            Some(clip) => match clip_shapes(clip, &place) {
                Some(clips) => clips,
                None => {
                    return Ok(vec![self.patch(extent.common(&visible), "a clip path of clipped shapes")]);
                }
            },
        };
        let seen = clips.iter().fold(visible, |seen, shapes| seen.common(&extent_of(shapes)));
        let mut pieces = if clips.iter().all(|shapes| !shapes.is_empty()) {
            self.group(group, &place, seen)?
        } else {
            Vec::new()
        };
        // A clip around all that there is cuts nothing off: programs write one for each page.
        let drawn = pieces.iter().map(extent_of_piece).reduce(around_both).unwrap_or_default();
        for clip in clips.into_iter().rev().filter(|clip| !is_idle(clip, drawn)) {
            self.count(clip.iter().map(|shape| shape.steps.len()).sum())?;
            let far = self.canvas.size.width.max(self.canvas.size.height) * f64::from(MOST_FAR);
            if !self.canvas.grown(far).contains(&extent_of(&clip), Abs::ZERO) {
                return Err(DrawingError::Far(MOST_FAR));
            }
            pieces = vec![Piece::Layer(Layer { clip, opacity: 1.0, pieces })];
        }
        if pieces.is_empty() || opacity == 1.0 {
            return Ok(pieces);
        }
        Ok(vec![Piece::Layer(Layer { clip: Vec::new(), opacity, pieces })])
    }

    fn count(&mut self, steps: usize) -> Result<(), DrawingError> {
        self.steps += steps;
        if self.steps > MOST_STEPS { Err(DrawingError::Steps(MOST_STEPS)) } else { Ok(()) }
    }

    fn path(&mut self, path: &Path, place: &Affine, visible: Rect) -> Result<Vec<Piece>, DrawingError> {
        let drawn = place.extent_of(&rect(path.stroke_bounding_box()));
        if !drawn.touches(&visible) {
            return Ok(Vec::new());
        }
        let shown = drawn.common(&visible);
        let all = steps(path, place);
        let mut fill = None;
        if let Some(of) = path.fill().filter(|fill| fill.opacity().get() > 0.0) {
            let Some(ink) = self.ink(of.paint(), place, shown)? else { return self.painted(path, shown) };
            let steps = seen(&with_area(&all), Abs::ZERO, visible)?;
            let (pen, opacity) = (Pen::Fill(rule(of.rule())), f64::from(of.opacity().get()));
            fill = Some(Outline { steps, place: Affine::IDENTITY, pen, ink, opacity });
        }
        let mut stroke = None;
        if let Some(of) = path.stroke().filter(|stroke| stroke.opacity().get() > 0.0) {
            let Some(ink) = self.ink(of.paint(), place, shown)? else { return self.painted(path, shown) };
            let line = sound_line(line(of), place.mean_scale(), self.canvas)?;
            let steps = seen(&all, reach(&line, place), visible)?;
            let opacity = f64::from(of.opacity().get());
            stroke = Some(if is_even(place) {
                let line = line.scaled(place.mean_scale());
                Outline { steps, place: Affine::IDENTITY, pen: Pen::Stroke(line), ink, opacity }
            } else {
                let own: Arc<[Step]> = self::steps(path, &Affine::IDENTITY).into();
                check_map(place, "a line")?;
                check_points(&extent(&own).corners(), place, self.canvas, "a line")?;
                Outline { steps: own, place: *place, pen: Pen::Stroke(line), ink, opacity }
            });
        }
        if let (Some(fill), Some(stroke)) = (&fill, &mut stroke)
            && fill.steps == stroke.steps
        {
            stroke.steps = Arc::clone(&fill.steps);
        }
        let outlines = match path.paint_order() {
            PaintOrder::FillAndStroke => [fill, stroke],
            PaintOrder::StrokeAndFill => [stroke, fill],
        }
        .into_iter()
        .flatten()
        .filter(|outline| !outline.steps.is_empty() && draws(outline));
        let mut pieces = Vec::new();
        for outline in outlines {
            self.count(outline.steps.len())?;
            pieces.push(Piece::Outline(outline));
        }
        Ok(pieces)
    }

    /// The ink of a paint; `None` where there is none in outlines.
    fn ink(&mut self, paint: &Paint, place: &Affine, over: Rect) -> Result<Option<Ink>, DrawingError> {
        let gradient = match paint {
            Paint::Color(color) => {
                return Ok(Some(Ink::Plain(Color::of_srgb([color.red, color.green, color.blue]))));
            }
            Paint::LinearGradient(gradient) => along_line(gradient, place, over),
            Paint::RadialGradient(gradient) => along_circles(gradient, place),
            Paint::Pattern(pattern) => return self.pattern(pattern, place, over),
        };
        if let Some(gradient) = &gradient {
            check_gradient(gradient, self.canvas)?;
        }
        Ok(gradient.map(|gradient| Ink::Gradient(Arc::new(gradient))))
    }

    /// A pattern whose tile is made of outlines and pictures alone.
    fn pattern(
        &mut self,
        pattern: &SvgPattern,
        place: &Affine,
        over: Rect,
    ) -> Result<Option<Ink>, DrawingError> {
        let cell = rect(pattern.rect().to_rect());
        let corner = Affine { shift: cell.at, ..Affine::IDENTITY };
        let place = place.after(&affine(pattern.transform())).after(&corner);
        let tile = Rect::new(Point::default(), cell.size);
        check_points(&tile.corners(), &place, self.canvas, "a pattern")?;
        let size = place.extent_of(&tile).size;
        let area = |size: Size| size.width.to_pt() * size.height.to_pt();
        if place.inverse().is_none() || area(size) < area(over.size) * LEAST_TILE || self.tile != Tile::None {
            return Ok(None);
        }
        self.tile = Tile::Whole;
        let pieces = self.group(pattern.root(), &Affine::IDENTITY, tile)?;
        let met = std::mem::replace(&mut self.tile, Tile::None);
        Ok((met == Tile::Whole).then(|| Ink::Pattern(Arc::new(Pattern { size: cell.size, place, pieces }))))
    }

    /// A path as a patch.
    fn painted(&mut self, path: &Path, bounds: Rect) -> Result<Vec<Piece>, DrawingError> {
        if path.bounding_box().to_non_zero_rect().is_none() {
            // resvg shows no node without a height or a width.
            return Err(DrawingError::Declaration { name: "stroke", value: "url(#…)".to_owned() });
        }
        Ok(vec![self.patch(bounds, "a pattern or a gradient that repeats")])
    }
}

/// Whether an outline leaves a trace: a line of no width does not.
fn draws(outline: &Outline) -> bool {
    match &outline.pen {
        Pen::Fill(_) => true,
        Pen::Stroke(Line { width, .. }) => *width > Abs::ZERO,
    }
}

/// By how much a map scales in the direction in which it scales most, or more.
fn larger_scale(map: &Affine) -> f64 {
    map.scales().iter().sum()
}

/// The smallest rectangle around all shapes.
fn extent_of(shapes: &[ClipShape]) -> Rect {
    let points = shapes.iter().flat_map(|shape| shape.steps.iter().flat_map(Step::points));
    Rect::around(points).unwrap_or_default()
}

fn around_both(one: Rect, other: Rect) -> Rect {
    Rect::around(one.corners().into_iter().chain(other.corners())).unwrap_or_default()
}

/// A rectangle around all that a piece paints.
fn extent_of_piece(piece: &Piece) -> Rect {
    match piece {
        Piece::Outline(outline) => {
            let inside = outline.place.extent_of(&extent(&outline.steps));
            match &outline.pen {
                Pen::Fill(_) => inside,
                Pen::Stroke(line) => inside.grown(reach(line, &outline.place)),
            }
        }
        Piece::Layer(layer) => {
            layer.pieces.iter().map(extent_of_piece).reduce(around_both).unwrap_or_default()
        }
        Piece::Inlay(inlay) => inlay.place.extent_of(&Rect::new(Point::default(), inlay.size)),
        Piece::Patch(patch) => patch.bounds,
    }
}

/// How far a line reaches beyond its outline where that is mapped, at most.
fn reach(line: &Line, place: &Affine) -> Abs {
    line.width * (0.5 * line.miter_limit.max(1.5) * larger_scale(place))
}

/// Whether a clip cuts nothing off from what is drawn.
fn is_idle(clip: &[ClipShape], drawn: Rect) -> bool {
    let [shape] = clip else { return false };
    let is_upright = match &shape.steps[..] {
        [Step::Move(a), Step::Line(b), Step::Line(c), Step::Line(d), Step::Close] => {
            (a.x == d.x && b.x == c.x && a.y == b.y && c.y == d.y)
                || (a.x == b.x && c.x == d.x && a.y == d.y && b.y == c.y)
        }
        _ => false,
    };
    is_upright && extent(&shape.steps).contains(&drawn, Abs::ZERO)
}
