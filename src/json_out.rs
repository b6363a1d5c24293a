//! The placed leaflet as JSON: what tests and other programs read instead of the PDF. Points, origin top left of the page.

use serde_json::{Value, json};

use crate::characters::readable;
use crate::frame::{
    Frame, FrameItem, Group, GroupKind, Leaflet, LineTag, NodeId, PanelTag, Picture, Place, SheetSide, walk,
};
use crate::geom::{Affine, Point};
use crate::shown::escaped_json;

/// The JSON of a leaflet, one line.
pub fn write(leaflet: &Leaflet) -> String {
    let pages: Vec<Value> = leaflet.sides.iter().map(|side| page(leaflet, side)).collect();
    let mut text = escaped_json(&json!({ "pages": pages }).to_string()).into_owned();
    text.push('\n');
    text
}

fn page(leaflet: &Leaflet, side: &SheetSide) -> Value {
    let mut panels = Vec::new();
    for (at, item) in &side.frame.items {
        if let FrameItem::Group(group) = item
            && let GroupKind::Panel(tag) = &group.kind
        {
            panels.push(panel(leaflet, *at, group, tag));
        }
    }
    json!({
        "side": side.name,
        "width_pt": round(side.trim.width.to_pt()),
        "height_pt": round(side.trim.height.to_pt()),
        "panels": panels,
    })
}

fn panel(leaflet: &Leaflet, at: Point, group: &Group, tag: &PanelTag) -> Value {
    let map = Affine { shift: at, ..Affine::IDENTITY }.after(&group.transform);
    let size = group.frame.size;
    let (one, other) = (map.apply(Point::default()), map.apply(Point::new(size.width, size.height)));
    let blocks: Vec<Value> = placed_blocks(leaflet, &group.frame, &map)
        .into_iter()
        .map(|Placed { node, lines, picture }| {
            let node = leaflet.structure.node(node);
            let mut block = json!({ "role": node.role.name(), "section": node.section, "lang": node.lang, "message": node.message, "lines": lines });
            if let Some(mut picture) = picture {
                picture["alt"] = readable(node.alt.as_ref().unwrap_or(&node.text)).into();
                block["picture"] = picture;
            }
            block
        })
        .collect();
    json!({
        "panel": tag.panel,
        "place": tag.place.map(Place::name),
        "x": round(one.x.min(other.x).to_pt()),
        "y": round(one.y.min(other.y).to_pt()),
        "w": round((one.x - other.x).abs().to_pt()),
        "h": round((one.y - other.y).abs().to_pt()),
        "rotate": u32::from(tag.turn) * 90,
        "fill": round(tag.fill),
        "blocks": blocks,
    })
}

/// What is placed of a block.
struct Placed {
    node: NodeId,
    lines: Vec<Value>,
    picture: Option<Value>,
}

/// What is placed of each block in a panel, in the order of painting; `map` leads from the panel to its page.
fn placed_blocks(leaflet: &Leaflet, panel: &Frame, map: &Affine) -> Vec<Placed> {
    let mut blocks: Vec<Placed> = Vec::new();
    walk(panel, map, |met| match met.item {
        FrameItem::Group(Group { kind: GroupKind::Block(node), .. }) => {
            blocks.push(Placed { node: *node, lines: Vec::new(), picture: None });
        }
        FrameItem::Group(group @ Group { kind: GroupKind::Line(tag), .. }) => {
            if let (Some(node), Some(block)) = (met.block(), blocks.last_mut()) {
                let text = &leaflet.structure.node(node).text;
                block.lines.push(line(tag, text, met.placed.apply(first_x(group))));
            }
        }
        FrameItem::Picture(shown) => {
            if let Some(block) = blocks.last_mut() {
                block.picture = shown.node.map(|_| picture(shown, &met.placed));
            }
        }
        FrameItem::Group(_) | FrameItem::Text(_) | FrameItem::Path(_) | FrameItem::Link(_) => {}
    });
    blocks
}

/// Where a picture is on its page, and how many of its pixels lie on an inch.
fn picture(picture: &Picture, placed: &Affine) -> Value {
    let corner = Point::new(picture.size.width, picture.size.height);
    let (one, other) = (placed.apply(Point::default()), placed.apply(corner));
    let mut value = json!({
        "x": round(one.x.min(other.x).to_pt()),
        "y": round(one.y.min(other.y).to_pt()),
        "w": round((one.x - other.x).abs().to_pt()),
        "h": round((one.y - other.y).abs().to_pt()),
    });
    if let Some(ppi) = picture.ppi() {
        value["ppi"] = round(ppi).into();
    }
    value
}

/// Where the first run of a line starts.
fn first_x(line: &Group) -> Point {
    line.frame
        .items
        .iter()
        .find(|(_, item)| matches!(item, FrameItem::Text(_)))
        .map_or_else(Point::default, |(at, _)| *at)
}

fn line(tag: &LineTag, text: &str, at: Point) -> Value {
    json!({
        "text": readable(text.get(tag.text.clone()).unwrap_or_default()),
        "x": round(at.x.to_pt()),
        "y": round(at.y.to_pt()),
        "width": round(tag.width.to_pt()),
        "measure": round(tag.measure.to_pt()),
        "size": round(tag.size.to_pt()),
        "ratio": round(tag.ratio),
        "end": tag.end.name(),
    })
}

/// Thousandths of a point are finer than any device.
fn round(number: f64) -> f64 {
    (number * 1000.0).round() / 1000.0
}
