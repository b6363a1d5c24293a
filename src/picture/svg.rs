//! Drawings. In: an SVG of plain outlines, and the colours that it may have. Out: paths. A drawing of a look says
//! `class="fill-accent stroke-field"` and the layout says what accent is, so that one drawing serves every look; a logo
//! has colours of its own. What can't be drawn exactly (text, images, gradients, clips, transparency) is refused, never
//! left out.

use std::collections::BTreeMap;

use usvg::roxmltree::{Document, Error as XmlError, Node as XmlNode, ParsingOptions};
use usvg::tiny_skia_path::{PathSegment, Point as SvgPoint};
use usvg::{
    BlendMode, FillRule, Group as SvgGroup, ImageHrefResolver, LineCap, LineJoin, Node, Options, Paint,
    PaintOrder, Path as SvgPath, Stroke as SvgStroke, Transform, Tree,
};

use crate::color::Color;
use crate::frame::{Drawing, Path, Step, Stroke};
use crate::geom::{Abs, Point, Size};

use super::bounds;
use super::error::DrawingError;

/// The colours of a layout, by name.
pub type Palette = BTreeMap<String, Color>;

/// Elements of SVG that hold or group outlines, or only describe.
const KNOWN: &[&str] = &[
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs", "use", "style",
    "title", "desc", "metadata",
];

const SVG: &str = "http://www.w3.org/2000/svg";

/// The colours that a drawing may have.
#[derive(Clone, Copy)]
enum Colours<'a> {
    /// Those of a palette.
    Palette(&'a Palette),
    /// Any.
    Own,
}

/// Reads a drawing of a look. Of two palette entries with the same sRGB the first by name is taken.
///
/// # Errors
/// What the drawing holds that can't be drawn; the caller reports it as `layout/picture`.
pub fn read(svg: &str, palette: &Palette) -> Result<Drawing, DrawingError> {
    read_in(svg, Colours::Palette(palette))
}

/// Reads a drawing in colours of its own.
///
/// # Errors
/// What the drawing holds that can't be drawn.
pub(super) fn read_own(svg: &str) -> Result<Drawing, DrawingError> {
    read_in(svg, Colours::Own)
}

fn read_in(svg: &str, palette: Colours) -> Result<Drawing, DrawingError> {
    bounds::check_nesting(svg)?;
    // Parsed without a DTD, so that no entity can reach for a file or grow.
    let strict = ParsingOptions { nodes_limit: bounds::MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(svg, strict).map_err(|error| match error {
        XmlError::DtdDetected => DrawingError::Doctype,
        XmlError::NodesLimitReached => DrawingError::Elements(bounds::MOST_NODES),
        error => DrawingError::Xml(error.to_string()),
    })?;
    bounds::check_uses(&document)?;
    document.descendants().filter(XmlNode::is_element).try_for_each(|node| check_element(node, palette))?;
    let tree = Tree::from_xmltree(&document, &options(palette))
        .map_err(|error| DrawingError::Svg(error.to_string()))?;

    let mut paths = Vec::new();
    collect_paths(tree.root(), palette, &mut paths)?;
    if paths.is_empty() {
        return Err(DrawingError::Nothing);
    }
    let size = Size::new(length(tree.size().width()), length(tree.size().height()));
    Ok(Drawing { size, paths })
}

/// Refuses what usvg would leave out without a word.
fn check_element(node: XmlNode, palette: Colours) -> Result<(), DrawingError> {
    let name = node.tag_name();
    if name.namespace() == Some(SVG) && !KNOWN.contains(&name.name()) {
        return Err(DrawingError::Element(name.name().to_owned()));
    }
    let outside = node.attributes().find(|a| a.name() == "href" && !a.value().starts_with('#'));
    if let Some(reference) = outside {
        return Err(DrawingError::Outside(reference.value().to_owned()));
    }
    let Colours::Palette(palette) = palette else { return Ok(()) };
    for class in node.attribute("class").unwrap_or_default().split_whitespace() {
        let colour = class.strip_prefix("fill-").or_else(|| class.strip_prefix("stroke-"));
        if let Some(missing) = colour.filter(|name| !palette.contains_key(*name)) {
            return Err(DrawingError::UnknownColour(missing.to_owned()));
        }
    }
    Ok(())
}

/// No files, no system: 72 units to the inch, and the palette as classes.
fn options(palette: Colours) -> Options<'static> {
    let rule = |(name, color): (&String, &Color)| {
        let hex = color.hex();
        format!(".fill-{name}{{fill:{hex}}} .stroke-{name}{{stroke:{hex}}}\n")
    };
    Options {
        resources_dir: None,
        dpi: 72.0,
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        style_sheet: match palette {
            Colours::Palette(palette) => Some(palette.iter().map(rule).collect()),
            Colours::Own => None,
        },
        ..Options::default()
    }
}

/// Takes the outlines of a group in, in the order of painting.
fn collect_paths(group: &SvgGroup, palette: Colours, paths: &mut Vec<Path>) -> Result<(), DrawingError> {
    let refused = [
        (group.clip_path().is_some(), "a clip path"),
        (group.mask().is_some(), "a mask"),
        (!group.filters().is_empty(), "a filter"),
        (group.opacity().get() < 1.0, "transparency"),
        (group.blend_mode() != BlendMode::Normal, "a blend mode"),
    ];
    if let Some((_, what)) = refused.iter().find(|(present, _)| *present) {
        return Err(DrawingError::Effect(what));
    }
    for node in group.children() {
        match node {
            Node::Group(inner) => collect_paths(inner, palette, paths)?,
            Node::Path(path) if path.is_visible() => push_outline(path, palette, paths)?,
            Node::Path(_) => {}
            Node::Image(_) => return Err(DrawingError::Image),
            Node::Text(_) => return Err(DrawingError::Text),
        }
    }
    Ok(())
}

/// Takes one outline in: two paths when its fill lies over its stroke.
fn push_outline(path: &SvgPath, palette: Colours, paths: &mut Vec<Path>) -> Result<(), DrawingError> {
    let transform = path.abs_transform();
    let fill = path.fill().map(|fill| color(fill.paint(), fill.opacity().get(), palette)).transpose()?;
    let even_odd = path.fill().is_some_and(|fill| fill.rule() == FillRule::EvenOdd);
    let stroke = path.stroke().map(|s| stroke(s, transform, palette)).transpose()?;
    let steps = path.data().segments().flat_map({
        let mut last = SvgPoint::default();
        move |segment| step(segment, &mut last, transform)
    });
    let whole = Path { steps: steps.collect(), fill, even_odd, stroke };
    if path.paint_order() == PaintOrder::StrokeAndFill && fill.is_some() && stroke.is_some() {
        paths.push(Path { fill: None, ..whole.clone() });
        paths.push(Path { stroke: None, ..whole });
    } else if fill.is_some() || stroke.is_some() {
        paths.push(whole);
    }
    Ok(())
}

/// The palette's colour of that sRGB, or the colour itself.
fn color(paint: &Paint, opacity: f32, palette: Colours) -> Result<Color, DrawingError> {
    if opacity < 1.0 {
        return Err(DrawingError::Effect("transparency"));
    }
    let Paint::Color(plain) = paint else {
        return Err(DrawingError::Gradient);
    };
    let srgb = [plain.red, plain.green, plain.blue];
    let Colours::Palette(palette) = palette else { return Ok(Color::of_srgb(srgb)) };
    let known = palette.values().find(|color| color.srgb == srgb).copied();
    known.ok_or_else(|| DrawingError::OtherColour { hex: Color::of_srgb(srgb).hex() })
}

/// A stroke as wide as its outline's transform makes it.
fn stroke(stroke: &SvgStroke, transform: Transform, palette: Colours) -> Result<Stroke, DrawingError> {
    if stroke.dasharray().is_some() {
        return Err(DrawingError::Dashes);
    }
    let round = match (stroke.linecap(), stroke.linejoin()) {
        (LineCap::Round, LineJoin::Round) => true,
        (LineCap::Butt, LineJoin::Miter) => false,
        _ => return Err(DrawingError::Ends),
    };
    let [a, b, c, d] = [transform.sx, transform.ky, transform.kx, transform.sy].map(f64::from);
    let width = length(stroke.width().get()) * (a * d - b * c).abs().sqrt();
    Ok(Stroke { color: color(stroke.paint(), stroke.opacity().get(), palette)?, width, round })
}

/// A step with its places in the drawing's frame; quadratic curves are raised to cubic ones.
fn step(segment: PathSegment, last: &mut SvgPoint, transform: Transform) -> Option<Step> {
    let place = |p: SvgPoint| place(p, transform);
    let from = *last;
    Some(match segment {
        PathSegment::MoveTo(to) => {
            *last = to;
            Step::Move(place(to))
        }
        PathSegment::LineTo(to) => {
            *last = to;
            Step::Line(place(to))
        }
        PathSegment::QuadTo(by, to) => {
            *last = to;
            let (from, by, to) = (place(from), place(by), place(to));
            let toward = |a: Abs, b: Abs| a + (b - a) * (2.0 / 3.0);
            let control = |end: Point| Point::new(toward(end.x, by.x), toward(end.y, by.y));
            Step::Cubic(control(from), control(to), to)
        }
        PathSegment::CubicTo(first, second, to) => {
            *last = to;
            Step::Cubic(place(first), place(second), place(to))
        }
        PathSegment::Close => Step::Close,
    })
}

fn place(point: SvgPoint, transform: Transform) -> Point {
    let Transform { sx, kx, ky, sy, tx, ty } = transform;
    let [x, y, sx, kx, ky, sy, tx, ty] = [point.x, point.y, sx, kx, ky, sy, tx, ty].map(f64::from);
    Point::new(Abs::pt(sx * x + kx * y + tx), Abs::pt(ky * x + sy * y + ty))
}

fn length(units: f32) -> Abs {
    Abs::pt(f64::from(units))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::drawn;

    fn palette() -> Palette {
        let color = Color::new;
        [
            ("accent", color([0xd1, 0x49, 0x5b], [0, 80, 50, 5])),
            ("blush", color([0xf0, 0xb6, 0xa6], [0, 30, 30, 0])),
            ("field", color([0x4a, 0x19, 0x42], [50, 100, 20, 60])),
            ("light", Color::WHITE),
        ]
        .map(|(name, color)| (name.to_owned(), color))
        .into()
    }

    fn svg(inside: &str) -> String {
        format!(r#"<svg xmlns="{SVG}" viewBox="0 0 24 12">{inside}</svg>"#)
    }

    #[test]
    fn classes_become_the_colours_of_the_palette() {
        let text = svg(r#"<path class="fill-accent stroke-field" stroke-width="2" d="M0 0h24v12z"/>"#);
        let drawing = read(&text, &palette()).expect("it can be drawn");
        let path = &drawing.paths[0];
        assert_eq!(path.fill, Some(palette()["accent"]));
        assert_eq!(path.stroke.map(|s| (s.color, s.width)), Some((palette()["field"], Abs::pt(2.0))));
        assert_eq!(drawing.size, Size::new(Abs::pt(24.0), Abs::pt(12.0)));
    }

    #[test]
    fn a_frame_keeps_the_proportions() {
        let drawing = read(&svg(r#"<circle class="fill-light" r="3"/>"#), &palette()).expect("a circle");
        assert_eq!(drawn(&drawing, Abs::pt(48.0)).size, Size::new(Abs::pt(48.0), Abs::pt(24.0)));
    }

    #[test]
    fn strokes_grow_with_their_transform() {
        let text = svg(r#"<g transform="scale(3)"><path class="stroke-light" fill="none" d="M0 0h2"/></g>"#);
        let drawing = read(&text, &palette()).expect("a line");
        assert_eq!(drawing.paths[0].stroke.map(|s| s.width), Some(Abs::pt(3.0)));
        assert_eq!(drawing.paths[0].steps[1], Step::Line(Point::new(Abs::pt(6.0), Abs::ZERO)));
    }

    #[test]
    fn what_can_not_be_drawn_is_refused_by_name() {
        for (inside, word) in [
            ("<text>a</text>", "<text>"),
            (r#"<image href="a.png"/>"#, "<image>"),
            (r#"<use href="other.svg#a"/>"#, "other.svg"),
            (r#"<linearGradient id="a"/>"#, "<linearGradient>"),
            (r#"<path fill="url(#a)" d="M0 0h1v1z"/>"#, "draws nothing"),
            (r##"<path fill="#123456" d="M0 0h1v1z"/>"##, "#123456"),
            (r#"<path d="M0 0h1v1z"/>"#, "#000000"),
            (r#"<path class="fill-lime" d="M0 0h1v1z"/>"#, "`lime`"),
            (r#"<path class="fill-light" opacity=".5" d="M0 0h1v1z"/>"#, "transparency"),
            (r#"<path class="stroke-light" fill="none" stroke-dasharray="1" d="M0 0h9"/>"#, "dashes"),
            (r#"<path class="stroke-light" fill="none" stroke-linecap="round" d="M0 0h9"/>"#, "round"),
            ("<path", "XML"),
            ("", "nothing"),
        ] {
            let problem = read(&svg(inside), &palette()).expect_err(inside).to_string();
            assert!(problem.contains(word), "{problem} for {inside}");
        }
    }

    #[test]
    fn the_shipped_drawings_can_be_drawn() {
        for text in [
            include_str!("../../layouts/look/butterfly.svg"),
            include_str!("../../layouts/look/phone.svg"),
            include_str!("../../layouts/look/mail.svg"),
            include_str!("../../layouts/look/globe.svg"),
        ] {
            read(text, &palette()).expect("it can be drawn");
        }
    }
}
