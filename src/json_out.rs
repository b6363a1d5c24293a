//! The placed leaflet as JSON: what tests and other programs read instead of the PDF. Points, origin top left of the page.

use serde_json::{Value, json};

use crate::frame::{
    Frame, FrameItem, Group, GroupKind, Leaflet, LineTag, NodeId, PanelTag, Picture, Place, SheetSide,
};
use crate::geom::{Affine, Point};

/// The JSON of a leaflet, one line.
pub fn write(leaflet: &Leaflet) -> String {
    let pages: Vec<Value> = leaflet.sides.iter().map(|side| page(leaflet, side)).collect();
    let mut text = json!({ "pages": pages }).to_string();
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
    let mut blocks: Vec<Placed> = Vec::new();
    collect(&group.frame, &map, None, leaflet, &mut blocks);
    let blocks: Vec<Value> = blocks
        .into_iter()
        .map(|Placed { node, lines, picture }| {
            let node = leaflet.structure.node(node);
            let mut block = json!({ "role": node.role.name(), "section": node.section, "lang": node.lang, "message": node.message, "lines": lines });
            if let Some(mut picture) = picture {
                picture["alt"] = node.text.as_str().into();
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

/// Gathers lines under the block that they are in, wherever the tree holds them.
fn collect(frame: &Frame, map: &Affine, node: Option<NodeId>, leaflet: &Leaflet, blocks: &mut Vec<Placed>) {
    for (at, item) in &frame.items {
        if let (FrameItem::Picture(shown), Some(block)) = (item, blocks.last_mut()) {
            block.picture = shown.node.map(|_| picture(shown, *at, map));
        }
        let FrameItem::Group(group) = item else { continue };
        let inner = map.after(&Affine { shift: *at, ..Affine::IDENTITY }).after(&group.transform);
        match &group.kind {
            GroupKind::Block(block) => {
                blocks.push(Placed { node: *block, lines: Vec::new(), picture: None });
                collect(&group.frame, &inner, Some(*block), leaflet, blocks);
            }
            GroupKind::Line(tag) => {
                if let (Some(node), Some(Placed { lines, .. })) = (node, blocks.last_mut()) {
                    lines.push(line(tag, &leaflet.structure.node(node).text, inner.apply(first_x(group))));
                }
            }
            GroupKind::Plain
            | GroupKind::Panel(_)
            | GroupKind::Label(_)
            | GroupKind::Head
            | GroupKind::Foot
            | GroupKind::Field => collect(&group.frame, &inner, node, leaflet, blocks),
        }
    }
}

/// Where a picture is on its page, and how many of its pixels lie on an inch.
fn picture(picture: &Picture, at: Point, map: &Affine) -> Value {
    let corner = at + Point::new(picture.size.width, picture.size.height);
    let (one, other) = (map.apply(at), map.apply(corner));
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
        "text": text.get(tag.text.clone()).unwrap_or_default(),
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
