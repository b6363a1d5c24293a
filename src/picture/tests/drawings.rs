//! Drawings as programs write them: drawn as a browser draws them, or refused by name.

use crate::color::Color;
use crate::frame::{Art, Cap, Course, Drawing, Ink, Outline, Pen, Piece};
use crate::geom::{Abs, Affine};
use crate::picture::open;

fn refused(inside: &str) -> String {
    open(svg(inside).as_bytes()).expect_err(inside).to_string()
}

fn svg(inside: &str) -> String {
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 200 100">{inside}</svg>"#
    )
}

fn drawing(file: &[u8]) -> Drawing {
    match open(file) {
        Ok(Art::Drawing(drawing)) => (*drawing).clone(),
        other => panic!("{other:?} for {}", String::from_utf8_lossy(file)),
    }
}

/// The outlines, layers left out.
fn outlines(inside: &str) -> Vec<Outline> {
    let mut found = Vec::new();
    drawing(svg(inside).as_bytes()).each_piece(&mut |piece| {
        if let Piece::Outline(outline) = piece {
            found.push(outline.clone());
        }
    });
    found
}

fn colors(inside: &str) -> Vec<String> {
    let outlines = outlines(inside);
    let hex = |outline: &Outline| match &outline.ink {
        Ink::Plain(color) => color.hex(),
        Ink::Gradient(_) => "gradient".to_owned(),
        Ink::Pattern(_) => "pattern".to_owned(),
    };
    outlines.iter().map(hex).collect()
}

#[test]
fn colours_are_those_of_the_cascade() {
    const SHAPE: &str = r#"<rect class="a" width="9" height="9"/>"#;
    let with = |style: &str| format!("<style>{style}</style>{SHAPE}");
    for (inside, color) in [
        (with(":root{--brand:#b3541e}.a{fill:var(--brand)}"), "#b3541e"),
        (with(".a{fill:var(--none, #123456)}"), "#123456"),
        (with(".a{fill:#00aa00;fill:color-unheard-of(1 2 3)}"), "#00aa00"),
        (with("rect:not(.b){fill:#c60} rect:nth-child(2){fill:#06c}"), "#0066cc"),
        (with(":is(circle, rect){fill:#c60}"), "#cc6600"),
        (with("@media all{.a{fill:rgb(0 170 0 / 100%)}}"), "#00aa00"),
        (with(".a{fill:#c60!important} rect.a{fill:#06c}"), "#cc6600"),
        (with(".a{fill:hsl(120deg 100% 25%)} .a::before{fill:red}"), "#008000"),
        (r##"<g fill="#0a0"><rect width="9" height="9" fill="nocolour"/></g>"##.to_owned(), "#00aa00"),
        (r##"<rect width="9" height="9" fill="#c60" style="fill:lab(broken"/>"##.to_owned(), "#cc6600"),
        (r##"<rect width="9" height="9" fill="#c60 icc-color(x, 0.1)"/>"##.to_owned(), "#cc6600"),
        (r#"<rect width="9" height="9" style="fill:#D91E36;fill:color(display-p3 0.8510 0.1176 0.2118)"/>"#.to_owned(), "#ed002d"),
        (r##"<g color="#123456"><rect width="9" height="9" fill="currentColor"/></g>"##.to_owned(), "#123456"),
        (r#"<rect width="9" height="9"/>"#.to_owned(), "#000000"),
    ] {
        assert_eq!(colors(&inside), [color], "{inside}");
    }
}

#[test]
fn what_nobody_sees_is_not_kept() {
    let seen = |inside: &str| outlines(inside).len();
    assert_eq!(seen(r#"<rect width="9" height="9"/><rect x="300" width="9" height="9"/>"#), 1);
    assert_eq!(
        seen(r#"<rect width="9" height="9"/><rect width="9" height="9" fill="transparent" opacity="0"/>"#),
        1
    );
    let clip = r#"<clipPath id="c"><circle cx="20" cy="20" r="5"/></clipPath>"#;
    assert_eq!(
        seen(&format!(
            r#"{clip}<g clip-path="url(#c)"><rect width="99" height="99"/><rect x="50" width="9" height="9"/></g>"#
        )),
        1
    );
    // A contour of an outline that lies wholly outside goes, the others stay.
    let outlines = outlines(r#"<path d="M0 0h9v9zM500 500h9v9z"/>"#);
    assert_eq!(outlines[0].steps.len(), 4);
    let ground = drawing(
        svg("<rect width='9' height='9'/>").replace("<svg ", "<svg style=\"background:#eee\" ").as_bytes(),
    );
    assert_eq!(ground.pieces.len(), 2);
}

#[test]
fn transforms_units_and_lines_are_as_css_has_them() {
    let turned = outlines(
        r#"<rect x="50" y="40" width="100" height="20" style="transform:rotate(90deg);transform-origin:100px 50px"/>"#,
    );
    let attribute =
        outlines(r#"<rect x="50" y="40" width="100" height="20" transform="rotate(90 100 50)"/>"#);
    let places = |outlines: &[Outline]| {
        let text = format!("{:?}", outlines[0].steps);
        text.split(|c: char| !c.is_ascii_digit() && c != '.' && c != '-')
            .filter_map(|n| n.parse().ok())
            .collect::<Vec<f64>>()
    };
    for (a, b) in places(&turned).iter().zip(places(&attribute)) {
        assert!((a - b).abs() < 1e-3, "{turned:?} {attribute:?}");
    }
    let inches = outlines(r#"<rect width="1in" height="25.4mm"/>"#);
    let text = format!("{:?}", inches[0].steps);
    assert!(text.matches("96").count() >= 4, "{text}");

    let line = outlines(
        r##"<g transform="scale(4 1)"><path d="M5 50H45" stroke="#c00" stroke-width="10" stroke-dasharray="3" stroke-linecap="square"/></g>"##,
    );
    let Pen::Stroke(pen) = &line.last().unwrap().pen else { panic!("a line") };
    assert_eq!((pen.width, pen.cap), (Abs::pt(10.0), Cap::Square));
    assert_eq!(line.last().unwrap().place, Affine::scale(4.0, 1.0));
    assert_eq!(pen.dashes.as_ref().unwrap().lengths.len(), 2);
}

#[test]
fn gradients_that_repeat_are_written_out() {
    let with = |spread: &str| {
        format!(
            r##"<linearGradient id="a" gradientUnits="userSpaceOnUse" x1="50" x2="100" spreadMethod="{spread}"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient><rect width="200" height="9" fill="url(#a)"/>"##
        )
    };
    for (spread, first, stops) in [("pad", 50.0, 2), ("reflect", 0.0, 8), ("repeat", 0.0, 8)] {
        let outlines = outlines(&with(spread));
        let Ink::Gradient(gradient) = &outlines[0].ink else { panic!("a gradient") };
        let Course::Line { from, .. } = gradient.course else { panic!("along a line") };
        assert_eq!((from.x, gradient.stops.len()), (Abs::pt(first), stops), "{spread}");
        let red = Color::of_srgb([255, 0, 0]);
        assert_eq!(gradient.stops[0].color == red, spread != "reflect", "{spread}");
    }
}

#[test]
fn what_no_outline_can_show_is_a_patch_of_that_name() {
    let cause = |inside: &str| {
        let drawing = drawing(svg(inside).as_bytes());
        let patches = drawing.pieces.iter().filter_map(|piece| match piece {
            Piece::Patch(patch) => Some(patch.cause),
            _ => None,
        });
        patches.collect::<Vec<_>>().join(",")
    };
    let rect = r#"width="9" height="9""#;
    for (inside, expected) in [
        (
            format!(
                r#"<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><rect {rect} filter="url(#f)"/>"#
            ),
            "a filter",
        ),
        (format!(r#"<rect {rect} style="filter:drop-shadow(1px 1px 1px red)"/>"#), "a filter"),
        (
            format!(r#"<mask id="m"><rect {rect} fill="white"/></mask><rect {rect} mask="url(#m)"/>"#),
            "a mask",
        ),
        (format!(r#"<rect {rect}/><rect {rect} style="mix-blend-mode:multiply"/>"#), "a blend mode"),
        (
            format!(
                r#"<radialGradient id="g" r=".1" spreadMethod="repeat"><stop/><stop offset="1" stop-color="red"/></radialGradient><rect {rect} fill="url(#g)"/>"#
            ),
            "a pattern or a gradient that repeats",
        ),
    ] {
        assert_eq!(cause(&inside), expected, "{inside}");
    }
}

#[test]
fn what_older_and_other_programs_write_is_no_obstacle() {
    let shape = r#"<rect width="9" height="9"/>"#;
    let illustrator = format!(
        r#"<?xml version="1.0" encoding="iso-8859-1"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [<!ENTITY ns_svg "http://www.w3.org/2000/svg"><!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">]><svg xmlns="&ns_svg;" xmlns:i="&ns_ai;" viewBox="0 0 9 9"><switch><foreignObject requiredExtensions="&ns_ai;" width="1" height="1"/><g i:extraneous="self">{shape}</g></switch></svg>"#
    );
    assert_eq!(drawing(illustrator.as_bytes()).pieces.len(), 1);
    for inside in [
        format!(r#"<defs><linearGradient id="a"/><text>unused</text></defs>{shape}"#),
        format!(
            r#"<g clip-path="url(#c)">{shape}</g><defs><clipPath id="c"><rect width="200" height="100" fill="white"/></clipPath></defs>"#
        ),
        format!(r##"<symbol id="s">{shape}<text> </text></symbol><use href="#s"/>"##),
        format!(r#"<text/>{shape}<title>t</title><metadata/>"#),
        r#"<svg:rect xmlns:svg="http://www.w3.org/2000/svg" width="9" height="9"/>"#.to_owned(),
    ] {
        let drawing = drawing(svg(&inside).as_bytes());
        assert!(matches!(drawing.pieces[..], [Piece::Outline(_)]), "{inside}: {:?}", drawing.pieces);
    }
    let utf16: Vec<u8> = svg(shape).encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(drawing(&[vec![0xFF, 0xFE], utf16].concat()).pieces.len(), 1);
}

#[test]
fn what_can_not_be_drawn_right_is_refused_by_name() {
    for (inside, word) in [
        ("<text>words</text>", "text"),
        (r#"<rect width="9" height="9" style="fill:color-mix(in srgb, red, blue)"/>"#, "color-mix"),
        (r#"<rect width="calc(1px + 2px)" height="9"/>"#, "width: calc(1px + 2px)"),
        (r##"<path stroke="#06c" d="M9 9h9"/><rect height="min(1px, 2px)" width="9"/>"##, "height: min("),
        ("<style>rect{width:round(2.5px)}</style><rect height='9'/>", "width: round("),
        (
            r##"<path d="M10 50H190" stroke="#06c" stroke-dasharray="25 25" pathLength="100"/>"##,
            "pathLength: 100",
        ),
        (r#"<rect width="9rem" height="9"/>"#, "9rem"),
        (r#"<rect width="9" height="9" style="transform:rotate3d(1,1,1,9deg)"/>"#, "rotate3d"),
        (r##"<path d="M0 0h9" stroke="#000" vector-effect="non-scaling-stroke"/>"##, "vector-effect"),
        ("<style>@layer a{rect{fill:red}}</style><rect width='9' height='9'/>", "@layer"),
        ("<style>@media print{rect{fill:red}}</style><rect width='9' height='9'/>", "@media print"),
        ("<style>rect{animation:turn 1s}</style><rect width='9' height='9'/>", "animation"),
        (r#"<rect width="9" height="9"><animate attributeName="x"/></rect>"#, "<animate>"),
        (r##"<rect width="9" height="9" fill="url(other.svg#a)"/>"##, "other.svg"),
        (r#"<image href="data:image/gif;base64,AA" width="9" height="9"/>"#, "image/gif"),
        (r#"<image href="data:image/png;base64,AAAA" width="9" height="9"/>"#, "picture"),
        ("<path d='M0 0L1e9 5V50z'/>", "times its size"),
        (r#"<image href="data:image/png;base64,!!!!" width="9" height="9"/>"#, "base64"),
        (r#"<image href="data:image/webp;base64,AAAA" width="9" height="9"/>"#, "PNG or a JPEG"),
        ("<style>rect{all:unset}</style><rect width='9' height='9'/>", "all"),
        (
            r##"<linearGradient id="g" color-interpolation="linearRGB"><stop/><stop offset="1" stop-color="red"/></linearGradient><rect width="9" height="9" fill="url(#g)"/>"##,
            "color-interpolation",
        ),
    ] {
        let problem = refused(inside);
        assert!(problem.contains(word), "{problem} for {inside}");
    }
}

#[test]
fn a_length_of_its_own_matters_where_a_path_is_dashed() {
    assert_eq!(outlines(r##"<path d="M10 50H190" stroke="#06c" pathLength="100"/>"##).len(), 1);
}

#[test]
fn what_is_shown_as_its_contents_has_none_where_it_is_a_shape() {
    let rect = r##"<rect width="9" height="9"/>"##;
    for name in ["rect", "path", "circle"] {
        let shape = format!(
            r##"{rect}<{name} x="50" r="9" width="9" height="9" d="M0 0h9v9z" display="contents"/>"##
        );
        assert_eq!(outlines(&shape).len(), 1, "{shape}");
    }
    assert_eq!(outlines(&format!(r#"<g style="display:contents">{rect}</g>"#)).len(), 1);
}

#[test]
fn numbers_that_no_page_holds_are_refused_by_name() {
    let stops = r##"<stop/><stop offset="1" stop-color="#fff"/>"##;
    let filled = |paint: &str| format!(r##"{paint}<rect width="50" height="50" fill="url(#g)"/>"##);
    let line = |said: &str| format!(r##"<path d="M0 0L50 50" stroke="#000" {said}/>"##);
    let gradient = |said: &str| {
        filled(&format!(
            r#"<linearGradient id="g" gradientUnits="userSpaceOnUse" {said}>{stops}</linearGradient>"#
        ))
    };
    let circles = |said: &str| {
        filled(&format!(
            r#"<radialGradient id="g" gradientUnits="userSpaceOnUse" {said}>{stops}</radialGradient>"#
        ))
    };
    let pattern = |said: &str| {
        filled(&format!(
            r#"<pattern id="g" width="10" height="10" patternUnits="userSpaceOnUse" {said}><rect width="5" height="9"/></pattern>"#
        ))
    };
    for (inside, word) in [
        (line(r#"stroke-width="1e30""#), "a line"),
        (format!(r##"<g transform="scale(1e12 1)">{}</g>"##, line("")), "a line"),
        (line(r#"stroke-dasharray="1e20 1e-20" stroke-dashoffset="1e19""#), "dashes"),
        (line(r#"stroke-dasharray="1e-9""#), "dashes"),
        (gradient(r#"x1="-1e20" x2="1e20""#), "a gradient"),
        (gradient(r#"x1="0" x2="1e-15" gradientTransform="scale(1e15)""#), "a gradient"),
        (circles(r#"cx="0" cy="0" r="1e20""#), "a gradient"),
        (pattern(r#"patternTransform="scale(1e15)""#), "a pattern"),
        (pattern(r#"patternTransform="translate(1e20 0)""#), "a pattern"),
        (
            r#"<clipPath id="c"><circle r="1e20"/></clipPath><g clip-path="url(#c)"><rect width="9" height="9"/></g>"#
                .to_owned(),
            "times its size",
        ),
    ] {
        let problem = refused(&inside);
        assert!(problem.contains(word), "{problem} for {inside}");
    }
    let huge = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e20 1e20"><rect width="1e20" height="1e20"/></svg>"##;
    assert!(open(huge.as_bytes()).expect_err(huge).to_string().contains("a canvas"));
    assert_eq!(outlines(&line(r#"stroke-miterlimit="1e30""#)).len(), 1);
    assert_eq!(outlines(&line(r#"stroke-dasharray="9 3" stroke-dashoffset="1e9""#)).len(), 1);
}

#[test]
fn the_pixels_of_a_fine_pattern_are_as_grey_as_it_is() {
    let striped = |side: f64| {
        format!(
            r##"<pattern id="p" width="{side}" height="{side}" patternUnits="userSpaceOnUse"><rect width="{}" height="{side}"/></pattern><rect width="200" height="100" fill="url(#p)"/>"##,
            side / 2.0
        )
    };
    for side in [0.2, 0.5, 1.0] {
        for density in [0.3, 1.18, 4.0] {
            let drawing = drawing(svg(&striped(side)).as_bytes());
            let [Piece::Patch(patch)] = &drawing.pieces[..] else { panic!("one patch of {side}") };
            let raster = crate::picture::paint_patch(patch, density).expect("it shows something");
            let alpha = raster.alpha.expect("half of it is blank");
            let mean = alpha.iter().map(|alpha| f64::from(*alpha)).sum::<f64>()
                / u32::try_from(alpha.len()).map(f64::from).unwrap();
            assert!((115.0..141.0).contains(&mean), "{side} at {density}: {mean}");
        }
    }
    assert!(refused(&striped(0.1)).contains("1500 tiles"));
}

/// A picture of 8 by 4 pixels as data.
fn data() -> String {
    let samples: Vec<u8> = (0..32_u8).flat_map(|at| [at * 8, 255 - at * 8, at]).collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, 8, 4);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&samples).unwrap();
    writer.finish().unwrap();
    // Base64 by RFC 4648, 4.
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<u8> = file.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1)).collect();
    let letter = |six: &[u8]| {
        let number = six.iter().chain(&[0; 6]).take(6).fold(0, |number, bit| number * 2 + usize::from(*bit));
        char::from(LETTERS[number])
    };
    let code: String = bits.chunks(6).map(letter).collect();
    format!("data:image/png;base64,{code}{}", "=".repeat((4 - code.len() % 4) % 4))
}

#[test]
fn a_picture_is_cut_to_what_is_seen_of_it() {
    let inlays = |inside: &str| {
        let mut found = Vec::new();
        drawing(svg(inside).as_bytes()).each_piece(&mut |piece| match piece {
            Piece::Inlay(inlay) => found.push((inlay.raster.width, inlay.raster.height)),
            Piece::Layer(layer) => assert_eq!(layer.clip.len(), 1),
            _ => {}
        });
        found
    };
    let data = data();
    let whole = format!(r#"<image width="80" height="40" href="{data}"/>"#);
    assert_eq!(inlays(&whole), [(8, 4)]);
    // Half of it lies beyond the canvas; a pixel more than is seen stays.
    assert_eq!(inlays(&format!(r#"<image x="160" width="80" height="40" href="{data}"/>"#)), [(6, 4)]);
    let clip = r#"<clipPath id="c"><rect width="20" height="10"/></clipPath>"#;
    assert_eq!(inlays(&format!(r#"{clip}<g clip-path="url(#c)">{whole}</g>"#)), [(4, 3)]);
    // `slice` cuts to the box: the clip stays, and so does what of the picture lies in it.
    let slice =
        format!(r#"<image width="10" height="40" preserveAspectRatio="xMidYMid slice" href="{data}"/>"#);
    let drawn = drawing(svg(&slice).as_bytes());
    assert!(
        matches!(&drawn.pieces[..], [Piece::Layer(layer)] if layer.clip.len() == 1),
        "{:?}",
        drawn.pieces.len()
    );
}

#[test]
fn what_has_no_inside_is_not_filled_and_what_leads_nowhere_does_nothing() {
    let line =
        r##"<line x1="40" y1="50" x2="160" y2="90" stroke="#06c" stroke-width="10" stroke-dasharray="9"/>"##;
    assert_eq!(colors(line), ["#0066cc"]);
    let nothing = r#"<path d="M40 50H160"/><polyline points="0 0 9 9 18 18"/>"#;
    assert_eq!(refused(nothing), "it draws nothing");
    let shape = r##"width="9" height="9" fill="#a00""##;
    for property in [r#"filter="url(#no)""#, r#"clip-path="url(#no)""#, r#"mask="url(#g)""#] {
        let inside = format!(r#"<linearGradient id="g"/><rect {shape} {property}/>"#);
        assert_eq!(colors(&inside), ["#aa0000"], "{property}");
    }
}
