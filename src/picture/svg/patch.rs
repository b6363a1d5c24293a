//! Parts of a drawing that no outline can show → pixels, by resvg.

use resvg::tiny_skia::{Pixmap, PremultipliedColorU8, Transform};
use usvg::{Group, Node, Tree};

use super::tile::finest_tile;
use super::tree::read_tree;
use crate::frame::{Channels, Patch, Pixels, Raster, Turn};
use crate::geom::{Abs, Affine, single, whole_number};
use crate::picture::hidden::hide;

/// The most pixels of a row or a column: a Letter page's width at 300 to the inch.
const MOST_ACROSS: u32 = 2_550;

/// Paints a patch with so many pixels to a unit of its drawing. `None` where nothing of it is to be seen.
pub fn paint_patch(patch: &Patch, density: f64) -> Option<Raster> {
    let tree = read_tree(&patch.svg).ok()?;
    let [width, height] = [patch.bounds.size.width, patch.bounds.size.height].map(|length| length.to_pt());
    let density = density.min(f64::from(MOST_ACROSS) / width.max(height));
    let longest = width.max(height);
    let tile = finest_tile(tree.root(), &Affine::IDENTITY).map(Abs::to_pt);
    let Grain { density, times } =
        tile.map_or(Grain { density, times: 1 }, |tile| grain(tile, density, longest));
    let painted = paint(patch, &tree, density, times)?;
    raster(&brought_down(&painted, times)?)
}

/// How fine a patch is painted.
#[derive(Clone, Copy)]
struct Grain {
    /// Pixels to a unit of its drawing.
    density: f64,
    /// How many times as many are painted both ways, and then brought down.
    times: u32,
}

/// The grain near a density at which the tiles of a pattern come out right: resvg makes each of whole pixels, and none of one
/// that is smaller than half a pixel. `longest` is the longer side of the patch.
fn grain(tile: f64, density: f64, longest: f64) -> Grain {
    let side = tile * density;
    let times = if side < LEAST_TILE { whole(LEAST_TILE / side) } else { 1 };
    let most = whole_number((f64::from(MOST_FINE) / (longest * density)).floor());
    let times = times.min(u32::try_from(most).unwrap_or(1).max(1));
    let side = side * f64::from(times);
    if side > COARSE_TILE {
        return Grain { density, times };
    }
    let fits = |density: f64| longest * density * f64::from(times) <= f64::from(MOST_FINE);
    let larger = density * side.ceil() / side;
    let smaller = density * side.floor().max(1.0) / side;
    Grain { density: if fits(larger) { larger } else { smaller }, times }
}

/// The least side of a tile in pixels (H).
const LEAST_TILE: f64 = 2.0;
/// The side from which on a part of a pixel matters no more (H).
const COARSE_TILE: f64 = 16.0;
/// The most pixels across that a fine pattern is painted with.
const MOST_FINE: u32 = 3_000;

/// A patch with so many pixels to a unit of its drawing, times `times` both ways.
fn paint(patch: &Patch, tree: &Tree, density: f64, times: u32) -> Option<Pixmap> {
    let [width, height] = [patch.bounds.size.width, patch.bounds.size.height].map(|length| length.to_pt());
    let [across, down] = [width, height].map(|length| whole(length * density) * times);
    let mut pixmap = Pixmap::new(across, down)?;
    // The pixels fill the bounds exactly.
    let [x, y] = [patch.bounds.at.x, patch.bounds.at.y].map(|length| single(length.to_pt()));
    let [sx, sy] = [single(f64::from(across) / width), single(f64::from(down) / height)];
    let to_pixels = Transform::from_scale(sx, sy).pre_translate(-x, -y);
    match find(tree, &patch.node) {
        Found::Tree => resvg::render(tree, to_pixels, &mut pixmap.as_mut()),
        Found::Node(node, around) => {
            let bounds = node.abs_layer_bounding_box()?;
            // resvg moves the node's box to the origin and heeds no transform around it: both are undone here.
            let placed = to_pixels.pre_concat(around).pre_translate(bounds.x(), bounds.y());
            resvg::render_node(node, placed, &mut pixmap.as_mut())?;
        }
        Found::Nothing => return None,
    }
    Some(pixmap)
}

/// Squares of so many pixels each way made into one of their mean.
fn brought_down(pixmap: &Pixmap, times: u32) -> Option<Pixmap> {
    let mut small = Pixmap::new(pixmap.width() / times, pixmap.height() / times)?;
    let width = small.width();
    for (at, pixel) in (0_u32..).zip(small.pixels_mut()) {
        let [left, top] = [at % width * times, at / width * times];
        let square = (0..times * times).map(|part| (left + part % times, top + part / times));
        let mut sums = [0_u32; 4];
        for from in square.filter_map(|(x, y)| pixmap.pixel(x, y)) {
            let channels = [from.red(), from.green(), from.blue(), from.alpha()].map(u32::from);
            sums = std::array::from_fn(|channel| sums[channel] + channels[channel]);
        }
        let count = times * times;
        let [red, green, blue, alpha] =
            sums.map(|sum| u8::try_from((sum + count / 2) / count).unwrap_or(u8::MAX));
        *pixel = PremultipliedColorU8::from_rgba(red.min(alpha), green.min(alpha), blue.min(alpha), alpha)?;
    }
    Some(small)
}

enum Found<'a> {
    Tree,
    /// A node, and the transform of what is around it.
    Node(&'a Node, Transform),
    Nothing,
}

fn find<'a>(tree: &'a Tree, numbers: &[usize]) -> Found<'a> {
    let Some((last, before)) = numbers.split_last() else { return Found::Tree };
    let mut group: &Group = tree.root();
    let mut around = group.transform();
    for number in before {
        match group.children().get(*number) {
            Some(Node::Group(inner)) => group = inner,
            _ => return Found::Nothing,
        }
        around = around.pre_concat(group.transform());
    }
    group.children().get(*last).map_or(Found::Nothing, |node| Found::Node(node, around))
}

/// The pixels, how opaque each is apart from its colour.
fn raster(pixmap: &Pixmap) -> Option<Raster> {
    let (mut colors, mut alpha) = (Vec::new(), Vec::new());
    for pixel in pixmap.pixels() {
        let plain = pixel.demultiply();
        colors.extend([plain.red(), plain.green(), plain.blue()]);
        alpha.push(plain.alpha());
    }
    if alpha.iter().all(|&alpha| alpha == 0) {
        return None;
    }
    let is_opaque = alpha.iter().all(|&alpha| alpha == u8::MAX);
    let mut raster = Raster {
        width: pixmap.width(),
        height: pixmap.height(),
        turn: Turn::NONE,
        channels: Channels::Rgb,
        pixels: Pixels::Plain(colors),
        alpha: (!is_opaque).then_some(alpha),
        inks: None,
    };
    hide(&mut raster);
    Some(raster)
}

/// The next whole number of pixels, at least one.
fn whole(pixels: f64) -> u32 {
    u32::try_from(whole_number(pixels.ceil())).unwrap_or(MOST_ACROSS).clamp(1, MOST_ACROSS)
}
