//! Drawings of a look: outlines in the colours of its palette. A drawing says `class="fill-accent stroke-field"` and the
//! layout says what accent is, so that one drawing serves every look.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::css::SVG;
use super::pieces;
use super::tree::{flatten, read_tree};
use crate::color::Color;
use crate::frame::{FillRule, Ink, Motif, Outline, Path, Pen, Piece, Step, Stroke};
use crate::geom::Affine;
use crate::picture::bounds;
use crate::picture::error::DrawingError;

/// The colours of a layout, by name.
pub type Palette = BTreeMap<String, Color>;

/// Which colours a drawing may have.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Colors {
    /// Those of the palette.
    Palette,
    /// Its own beside them, which stay as they are in every palette.
    Any,
}

/// Reads a drawing of a look, in colours of its palette. Of two palette entries with the same sRGB the first by name is taken.
///
/// # Errors
/// What the drawing holds that can't be drawn; the caller reports it as `layout/picture`.
pub fn read(svg: &str, palette: &Palette) -> Result<Motif, DrawingError> {
    read_in(svg, palette, Colors::Palette)
}

/// Reads the drawing of a project's theme, which may have colours of its own.
///
/// # Errors
/// What the drawing holds that can't be drawn; the caller reports it as `layout/picture`.
pub fn read_motif(svg: &str, palette: &Palette) -> Result<Motif, DrawingError> {
    read_in(svg, palette, Colors::Any)
}

fn read_in(svg: &str, palette: &Palette, colors: Colors) -> Result<Motif, DrawingError> {
    bounds::check_nesting(svg)?;
    check_classes(svg, palette)?;
    let rule = |(name, color): (&String, &Color)| {
        let hex = color.hex();
        format!(".fill-{name}{{fill:{hex}}} .stroke-{name}{{stroke:{hex}}}\n")
    };
    let classes: String = palette.iter().map(rule).collect();
    let flat = flatten(svg, &classes)?;
    let drawing = pieces::read_pieces(&read_tree(&flat.svg)?, &Arc::from(flat.svg.as_str()))?;
    let mut paths: Vec<Path> = Vec::new();
    let mut last: Option<Arc<[Step]>> = None;
    for piece in &drawing.pieces {
        let Piece::Outline(outline) = piece else { return Err(DrawingError::Effect(refused(piece))) };
        push_path(outline, plain_color(outline, palette, colors)?, &mut paths, last.as_ref())?;
        last = matches!(outline.pen, Pen::Fill(_)).then(|| Arc::clone(&outline.steps));
    }
    if paths.is_empty() { Err(DrawingError::Nothing) } else { Ok(Motif { size: drawing.size, paths }) }
}

/// The one colour of an outline: that of the palette which has its sRGB, or its own.
fn plain_color(outline: &Outline, palette: &Palette, colors: Colors) -> Result<Color, DrawingError> {
    let Ink::Plain(color) = &outline.ink else { return Err(DrawingError::Effect("a gradient")) };
    let known = palette.values().find(|known| known.srgb == color.srgb).copied();
    let own = (colors == Colors::Any).then(|| Color::of_srgb(color.srgb));
    known.or(own).ok_or_else(|| DrawingError::OtherColour { hex: color.hex() })
}

/// Refuses classes that name colours which the palette does not have.
fn check_classes(svg: &str, palette: &Palette) -> Result<(), DrawingError> {
    let Ok(document) = usvg::roxmltree::Document::parse(svg) else { return Ok(()) };
    for node in document.descendants().filter(|node| node.tag_name().namespace() == Some(SVG)) {
        for class in node.attribute("class").unwrap_or_default().split_whitespace() {
            let colour = class.strip_prefix("fill-").or_else(|| class.strip_prefix("stroke-"));
            if let Some(missing) = colour.filter(|name| !palette.contains_key(*name)) {
                return Err(DrawingError::UnknownColour(missing.to_owned()));
            }
        }
    }
    Ok(())
}

/// What a piece is that no look can have.
fn refused(piece: &Piece) -> &'static str {
    match piece {
        Piece::Layer(layer) if layer.clip.is_empty() => "transparency",
        Piece::Layer(_) => "a clip path",
        Piece::Inlay(_) => "a picture of pixels",
        Piece::Patch(patch) => patch.cause,
        Piece::Outline(_) => "an outline",
    }
}

/// Takes an outline in; a line along the outline that was filled last, whose steps are `last`, joins it.
fn push_path(
    outline: &Outline,
    color: Color,
    paths: &mut Vec<Path>,
    last: Option<&Arc<[Step]>>,
) -> Result<(), DrawingError> {
    if outline.opacity < 1.0 {
        return Err(DrawingError::Effect("transparency"));
    }
    if outline.place != Affine::IDENTITY {
        return Err(DrawingError::Effect("a line that is scaled unequally"));
    }
    let whole = Path { steps: Arc::clone(&outline.steps), fill: None, even_odd: false, stroke: None };
    match &outline.pen {
        Pen::Fill(rule) => {
            paths.push(Path { fill: Some(color), even_odd: *rule == FillRule::EvenOdd, ..whole });
        }
        Pen::Stroke(line) => {
            let stroke = Some(Stroke { color, line: line.clone() });
            match paths.last_mut().filter(|_| last.is_some_and(|last| Arc::ptr_eq(last, &outline.steps))) {
                Some(filled) => filled.stroke = stroke,
                None => paths.push(Path { stroke, ..whole }),
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::drawn;
    use crate::geom::{Abs, Point, Size};

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
        assert_eq!(
            path.stroke.as_ref().map(|s| (s.color, s.line.width)),
            Some((palette()["field"], Abs::pt(2.0)))
        );
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
        assert_eq!(drawing.paths[0].stroke.as_ref().map(|s| s.line.width), Some(Abs::pt(3.0)));
        assert_eq!(drawing.paths[0].steps[1], Step::Line(Point::new(Abs::pt(6.0), Abs::ZERO)));
    }

    #[test]
    fn what_can_not_be_drawn_is_refused_by_name() {
        for (inside, word) in [
            ("<text>a</text>", "holds text"),
            (r#"<image href="a.png"/>"#, "a.png"),
            (r#"<use href="other.svg#a"/>"#, "other.svg"),
            (r#"<linearGradient id="a"/>"#, "draws nothing"),
            (r#"<path fill="url(#a)" d="M0 0h1v1z"/>"#, "draws nothing"),
            (
                r##"<linearGradient id="a"><stop/><stop offset="1" stop-color="#fff"/></linearGradient><path fill="url(#a)" d="M0 0h1v1z"/>"##,
                "a gradient",
            ),
            (r##"<path fill="#123456" d="M0 0h1v1z"/>"##, "#123456"),
            (r#"<path d="M0 0h1v1z"/>"#, "#000000"),
            (r#"<path class="fill-lime" d="M0 0h1v1z"/>"#, "`lime`"),
            (r#"<path class="fill-light" opacity=".5" d="M0 0h1v1z"/>"#, "transparency"),
            (
                r#"<g transform="scale(4 1)"><path class="stroke-light" fill="none" d="M0 0h9"/></g>"#,
                "scaled unequally",
            ),
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
            include_str!("../../../layouts/theme/butterfly.svg"),
            include_str!("../../../layouts/theme/grove.svg"),
            include_str!("../../../layouts/theme/sails.svg"),
            include_str!("../../../layouts/theme/sun.svg"),
            include_str!("../../../layouts/look/sprig.svg"),
            include_str!("../../../layouts/look/phone.svg"),
            include_str!("../../../layouts/look/mail.svg"),
            include_str!("../../../layouts/look/globe.svg"),
        ] {
            read(text, &palette()).expect("it can be drawn");
        }
    }
}
