//! Parts of a drawing that no outline can show → pixels, by resvg.

use resvg::tiny_skia::{Pixmap, Transform};
use usvg::{Group, Node, Tree};

use super::tree::read_tree;
use crate::frame::{Channels, Patch, Pixels, Raster, Turn};
use crate::geom::{single, whole_number};
use crate::picture::hidden::hide;

/// The most pixels of a row or a column: a Letter page's width at 300 to the inch.
const MOST_ACROSS: u32 = 2_550;

/// Paints a patch with so many pixels to a unit of its drawing. `None` where nothing of it is to be seen.
pub fn paint_patch(patch: &Patch, density: f64) -> Option<Raster> {
    let tree = read_tree(&patch.svg).ok()?;
    let [width, height] = [patch.bounds.size.width, patch.bounds.size.height].map(|length| length.to_pt());
    let density = density.min(f64::from(MOST_ACROSS) / width.max(height));
    let [across, down] = [width, height].map(|length| whole(length * density));
    let mut pixmap = Pixmap::new(across, down)?;
    // The pixels fill the bounds exactly.
    let [x, y] = [patch.bounds.at.x, patch.bounds.at.y].map(|length| single(length.to_pt()));
    let [sx, sy] = [single(f64::from(across) / width), single(f64::from(down) / height)];
    let to_pixels = Transform::from_scale(sx, sy).pre_translate(-x, -y);
    match find(&tree, &patch.node) {
        Found::Tree => resvg::render(&tree, to_pixels, &mut pixmap.as_mut()),
        Found::Node(node, around) => {
            let bounds = node.abs_layer_bounding_box()?;
            // resvg moves the node's box to the origin and heeds no transform around it: both are undone here.
            let placed = to_pixels.pre_concat(around).pre_translate(bounds.x(), bounds.y());
            resvg::render_node(node, placed, &mut pixmap.as_mut())?;
        }
        Found::Nothing => return None,
    }
    raster(&pixmap)
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
