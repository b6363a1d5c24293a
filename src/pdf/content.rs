//! The operators of a page under way. What is opened is closed: text objects and marked content by what follows them or
//! by `finish`, states and nested marks by the function that opened them. What is set already is not set again.

use std::collections::BTreeMap;

use printpdf::{
    Cmyk, Color as Ink, CurTransMat, DictItem, ExtendedGraphicsStateId, FontId, Greyscale, LineCapStyle,
    LineJoinStyle, Op, PdfFontHandle, Pt, Rgb, TextMatrix, XObjectId, XObjectTransform,
};

use crate::color::{Paint, Profile};
use crate::font::GlyphStep;
use crate::frame::{Cap, Dashes, Join, Line, MITER_LIMIT, Path, Step};
use crate::geom::{Abs, Affine, Point};

use super::numbers::{factor, narrow};
use super::page::{KNOCK_OUT, OVER, Shape, SpotInk, space_name};
use super::target::Target;

/// The properties of marked content.
pub(super) type Properties = BTreeMap<String, DictItem>;

/// How what is painted lies with what is below it.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Overprint {
    /// Over the other inks.
    On,
    /// Instead of them.
    #[default]
    Off,
}

/// How an outline is stroked on the page.
#[derive(Clone, PartialEq)]
pub(super) struct PageStroke {
    /// Its colour.
    pub(super) paint: Paint,
    /// The line.
    pub(super) line: Line,
}

/// What the operators so far have set.
#[derive(Clone, Default)]
struct State {
    font: Option<(String, Abs)>,
    fill: Option<Paint>,
    stroke: Option<PageStroke>,
    overprint: Overprint,
    rise: f32,
}

/// The operators, and what is open.
pub(super) struct Content {
    target: Target,
    ops: Vec<Op>,
    spots: Vec<SpotInk>,
    state: State,
    /// Whether a text object is open.
    in_text: bool,
    /// Whether marked content is open: within the text object where there is one.
    marked: bool,
    /// How many states and marks are open that a function will close.
    nested: usize,
}

impl Content {
    /// Nothing yet.
    pub(super) fn new(target: Target) -> Content {
        let (ops, spots, state) = (Vec::new(), Vec::new(), State::default());
        Content { target, ops, spots, state, in_text: false, marked: false, nested: 0 }
    }

    /// Closes what is open. The operators, and the inks of their own that they name.
    pub(super) fn finish(mut self) -> (Vec<Op>, Vec<SpotInk>) {
        self.leave_text();
        self.unmark();
        (self.ops, self.spots)
    }

    /// Goes on within a text object. Marked content that was opened outside ends there.
    pub(super) fn enter_text(&mut self) {
        if !self.in_text {
            self.unmark();
            self.ops.push(Op::StartTextSection);
            self.in_text = true;
        }
    }

    /// Goes on outside of text objects. Marked content that was opened in one ends in it.
    pub(super) fn leave_text(&mut self) {
        if self.in_text {
            self.unmark();
            self.ops.push(Op::EndTextSection);
            self.in_text = false;
        }
    }

    /// Whether marked content is open.
    pub(super) fn is_marked(&self) -> bool {
        self.marked
    }

    /// Opens marked content; what was open ends.
    pub(super) fn mark(&mut self, tag: &str, properties: Properties) {
        self.unmark();
        if self.target.is_tagged() {
            self.begin(tag, properties);
            self.marked = true;
        }
    }

    /// Ends the marked content that is open, if any is.
    pub(super) fn unmark(&mut self) {
        assert!(self.nested == 0, "what a function opens is closed by it");
        if std::mem::take(&mut self.marked) {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    /// Opens marked content around what is painted by `inside`, within what is open already.
    pub(super) fn nest(&mut self, tag: &str, properties: Properties, inside: impl FnOnce(&mut Content)) {
        if !self.target.is_tagged() {
            return inside(self);
        }
        self.begin(tag, properties);
        self.nested += 1;
        inside(self);
        self.nested -= 1;
        self.ops.push(Op::EndMarkedContent);
    }

    fn begin(&mut self, tag: &str, properties: Properties) {
        let tag = tag.to_owned();
        self.ops.push(if properties.is_empty() {
            Op::BeginMarkedContent { tag }
        } else {
            Op::BeginMarkedContentWithProperties { tag, properties: DictItem::Dict { map: properties } }
        });
    }

    /// Sets what lies over the other inks of a press, and what leaves them out below it.
    pub(super) fn overprint(&mut self, over: Overprint) {
        if self.target.output.profile == Profile::Press && self.state.overprint != over {
            let name = match over {
                Overprint::On => OVER,
                Overprint::Off => KNOCK_OUT,
            };
            self.ops.push(Op::LoadGraphicsState { gs: ExtendedGraphicsStateId(name.to_owned()) });
            self.state.overprint = over;
        }
    }

    /// Sets the colour of fills and type.
    pub(super) fn fill(&mut self, paint: Paint) {
        if self.state.fill != Some(paint) {
            match process_ink(self.target.held(paint)) {
                Ok(col) => self.ops.push(Op::SetFillColor { col }),
                Err(spot) => {
                    let id = self.space(spot);
                    self.ops.extend([Op::SetColorSpaceFill { id }, operator("scn", &[1.0])]);
                }
            }
            self.state.fill = Some(paint);
        }
    }

    /// Sets how outlines are stroked.
    pub(super) fn stroke(&mut self, stroke: PageStroke) {
        if self.state.stroke.as_ref() != Some(&stroke) {
            match process_ink(self.target.held(stroke.paint)) {
                Ok(col) => self.ops.push(Op::SetOutlineColor { col }),
                Err(spot) => {
                    let id = self.space(spot);
                    self.ops.extend([Op::SetColorSpaceStroke { id }, operator("SCN", &[1.0])]);
                }
            }
            let known = self.state.stroke.as_ref().map(|known| &known.line);
            self.ops.extend(line_operators(&stroke.line, known));
            self.state.stroke = Some(stroke);
        }
    }

    /// The name of an ink's colour space. printpdf's own spot colours are process inks.
    fn space(&mut self, ink: SpotInk) -> String {
        let known = self.spots.iter().position(|other| other.spot == ink.spot);
        space_name(known.unwrap_or_else(|| {
            self.spots.push(ink);
            self.spots.len() - 1
        }))
    }

    /// Paints an outline. printpdf's own polygons close their last contour only.
    pub(super) fn paint(&mut self, path: &Path, to_page: &Affine) {
        let place = |point: Point| {
            let on_page = to_page.apply(point);
            [on_page.x.to_pt(), on_page.y.to_pt()]
        };
        self.ops.extend(path.steps.iter().map(|step| match *step {
            Step::Move(to) => operator("m", &place(to)),
            Step::Line(to) => operator("l", &place(to)),
            Step::Cubic(first, second, to) => {
                operator("c", &[place(first), place(second), place(to)].concat())
            }
            Step::Close => operator("h", &[]),
        }));
        let painting = match (path.fill.is_some(), path.stroke.is_some(), path.even_odd) {
            (true, true, false) => "B",
            (true, true, true) => "B*",
            (true, false, false) => "f",
            (true, false, true) => "f*",
            (false, true, _) => "S",
            (false, false, _) => "n",
        };
        self.ops.push(operator(painting, &[]));
    }

    /// Shows a picture of that name, which is 1 by 1 by itself. printpdf knows no matrix but what scales and moves.
    pub(super) fn image(&mut self, name: &str, to_page: &Affine) {
        let [a, b, c, d] = to_page.linear;
        let [x, y] = [to_page.shift.x, to_page.shift.y].map(|length| narrow(length.to_pt()));
        let shown = |transform| Op::UseXobject { id: XObjectId(name.to_owned()), transform };
        let as_it_is = XObjectTransform { no_auto_scale: true, ..XObjectTransform::default() };
        if b == 0.0 && c == 0.0 {
            let [scale_x, scale_y] = [a, d].map(|factor| Some(narrow(factor)));
            let (translate_x, translate_y) = (Some(Pt(x)), Some(Pt(y)));
            self.ops.push(shown(XObjectTransform { scale_x, scale_y, translate_x, translate_y, ..as_it_is }));
        } else {
            let [a, b, c, d] = [a, b, c, d].map(narrow);
            self.ops.extend([
                Op::SaveGraphicsState,
                Op::SetTransformationMatrix { matrix: CurTransMat::Raw([a, b, c, d, x, y]) },
                shown(as_it_is),
                Op::RestoreGraphicsState,
            ]);
        }
    }

    /// Shows glyphs one after the other, each so far from the one before it, in units that `to_page` maps.
    pub(super) fn glyphs(&mut self, to_page: &Affine, glyphs: &[([f64; 2], Shape<'_>)]) {
        if glyphs.is_empty() {
            return;
        }
        let [a, b, c, d] = to_page.linear.map(factor);
        let [x, y] = [to_page.shift.x, to_page.shift.y].map(|length| narrow(length.to_pt()));
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetTransformationMatrix { matrix: CurTransMat::Raw([a, b, c, d, x, y]) });
        for ([right, up], shape) in glyphs {
            if *right != 0.0 || *up != 0.0 {
                self.ops.push(operator("cm", &[1.0, 0.0, 0.0, 1.0, *right, *up]));
            }
            match shape {
                Shape::Form(name) => {
                    let name = DictItem::Name(name.as_bytes().to_vec());
                    self.ops.push(Op::Unknown { key: "Do".to_owned(), value: vec![name] });
                }
                Shape::Steps(steps) => self.fill_glyph(steps),
            }
        }
        self.ops.push(Op::RestoreGraphicsState);
    }

    fn fill_glyph(&mut self, steps: &[GlyphStep]) {
        self.ops.extend(steps.iter().map(|step| match step {
            GlyphStep::Move(to) => operator("m", to),
            GlyphStep::Line(to) => operator("l", to),
            GlyphStep::Curve(points) => operator("c", points.as_flattened()),
            GlyphStep::Close => operator("h", &[]),
        }));
        self.ops.push(operator("f", &[]));
    }

    /// Sets the face of that name.
    pub(super) fn font(&mut self, name: &str, size: Abs) {
        let is_set = self.state.font.as_ref().is_some_and(|(known, of)| known == name && *of == size);
        if !is_set {
            let font = PdfFontHandle::External(FontId(name.to_owned()));
            self.ops.push(Op::SetFont { font, size: Pt(narrow(size.to_pt())) });
            self.state.font = Some((name.to_owned(), size));
        }
    }

    /// How far type stands above its baseline.
    pub(super) fn rise(&self) -> f32 {
        self.state.rise
    }

    /// Sets how far type stands above its baseline.
    pub(super) fn set_rise(&mut self, rise: f32) {
        self.ops.push(Op::SetLineOffset { multiplier: rise });
        self.state.rise = rise;
    }

    /// Sets where text starts and which way it stands; its y grows upwards.
    pub(super) fn text_matrix(&mut self, to_page: &Affine) {
        let upright = to_page.after(&Affine::scale(1.0, -1.0));
        let [a, b, c, d] = upright.linear.map(factor);
        let [x, y] = [upright.shift.x, upright.shift.y].map(|length| narrow(length.to_pt()));
        self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Raw([a, b, c, d, x, y]) });
    }

    /// Shows strings of codes, and numbers that correct where the next one starts. printpdf's own operator takes text, or
    /// glyphs of a face that it was given.
    pub(super) fn show(&mut self, strings: Vec<DictItem>) {
        self.ops.push(Op::Unknown { key: "TJ".to_owned(), value: vec![DictItem::Array(strings)] });
    }
}

/// What sets a line, where the line `known` is set already; a page starts with an unbroken one and `MITER_LIMIT`.
fn line_operators(line: &Line, known: Option<&Line>) -> Vec<Op> {
    let cap = match line.cap {
        Cap::Butt => LineCapStyle::Butt,
        Cap::Round => LineCapStyle::Round,
        Cap::Square => LineCapStyle::ProjectingSquare,
    };
    let join = match line.join {
        Join::Miter => LineJoinStyle::Miter,
        Join::Round => LineJoinStyle::Round,
        Join::Bevel => LineJoinStyle::Bevel,
    };
    let mut ops = vec![
        Op::SetOutlineThickness { pt: Pt(narrow(line.width.to_pt())) },
        Op::SetLineCapStyle { cap },
        Op::SetLineJoinStyle { join },
    ];
    if narrow(known.map_or(MITER_LIMIT, |known| known.miter_limit)) != narrow(line.miter_limit) {
        ops.push(operator("M", &[line.miter_limit]));
    }
    if known.and_then(|known| known.dashes.as_ref()) != line.dashes.as_ref() {
        let (lengths, offset) = match &line.dashes {
            Some(Dashes { lengths, offset }) => (&lengths[..], *offset),
            None => (&[][..], Abs::ZERO),
        };
        let real = |length: Abs| DictItem::Real(narrow(length.to_pt()));
        let lengths = lengths.iter().copied().map(real).collect();
        ops.push(Op::Unknown { key: "d".to_owned(), value: vec![DictItem::Array(lengths), real(offset)] });
    }
    ops
}

/// An operator that printpdf has no name for.
fn operator(key: &str, numbers: &[f64]) -> Op {
    let value = numbers.iter().map(|&number| DictItem::Real(narrow(number))).collect();
    Op::Unknown { key: key.to_owned(), value }
}

/// A paint as printpdf has it.
///
/// # Errors
/// It is an ink of its own.
fn process_ink(paint: Paint) -> Result<Ink, SpotInk> {
    let share = |part: u8, whole: f64| narrow(f64::from(part) / whole);
    match paint {
        Paint::Grey(grey) => Ok(Ink::Greyscale(Greyscale::new(share(grey, 255.0), None))),
        Paint::Rgb(srgb) => {
            let [r, g, b] = srgb.map(|channel| share(channel, 255.0));
            Ok(Ink::Rgb(Rgb::new(r, g, b, None)))
        }
        Paint::Cmyk(cmyk) => {
            let [c, m, y, k] = cmyk.map(|ink| share(ink, 100.0));
            Ok(Ink::Cmyk(Cmyk::new(c, m, y, k, None)))
        }
        Paint::Spot { spot, cmyk } => Err(SpotInk { spot, cmyk }),
    }
}
