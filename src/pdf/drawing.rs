//! Drawings: each once in a file, as a form (ISO 32000-1 8.10) that is 1 by 1 as an image is, however often it is shown.
//! Its own space is `ACROSS` wide or high, y downwards, so that a thousandth of a unit is too little to be seen. What lets
//! through is a group or a soft mask (11.4, 11.5); gradients are shadings in the colours of the file (8.7.4.5).

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use crate::frame::{
    Art, Drawing, FillRule, FrameItem, Ink, Inlay, Layer, Leaflet, Outline, Patch, Pattern, Pen, Picture,
    Piece, walk,
};
use crate::geom::{Abs, Affine, Size, single};
use crate::picture::{Resolution, paint_patch};

use super::document::numbers;
use super::form::Form;
use super::gradient::{Shade, shading};
use super::images::{Space, add_image, image_to_page};
use super::lines::{Brush, line_operators, paint_operator};
use super::numbers::narrow;
use super::target::Target;

/// The longer side of a form in its own units.
const ACROSS: f64 = 1000.0;

/// A drawing, and how wide it is shown at most.
pub(super) struct Shown {
    drawing: Arc<Drawing>,
    width: Abs,
}

/// The drawings of a leaflet in the order in which they are first painted.
pub(super) fn gather_drawings(leaflet: &Leaflet) -> Vec<Shown> {
    let mut all: Vec<Shown> = Vec::new();
    for side in &leaflet.sides {
        walk(&side.frame, &Affine::IDENTITY, |met| {
            let FrameItem::Picture(Picture { art: Art::Drawing(drawing), size, .. }) = met.item else {
                return;
            };
            match all.iter_mut().find(|shown| Arc::ptr_eq(&shown.drawing, drawing)) {
                Some(known) => known.width = known.width.max(size.width),
                None => all.push(Shown { drawing: Arc::clone(drawing), width: size.width }),
            }
        });
    }
    all
}

/// What operators call a drawing.
pub(super) fn drawing_name(all: &[Shown], drawing: &Arc<Drawing>) -> String {
    let number = all.iter().position(|shown| Arc::ptr_eq(&shown.drawing, drawing));
    form_name(number.expect("the drawings of the leaflet were gathered"))
}

fn form_name(number: usize) -> String {
    format!("Dr{number}")
}

/// Adds the drawings; each under its name.
pub(super) fn embed_drawings(document: &mut Document, all: &[Shown], target: Target) -> Dictionary {
    let output = target.output;
    let mut named = Dictionary::new();
    for (at, Shown { drawing, width }) in all.iter().enumerate() {
        let natural = drawing.size;
        let scale = ACROSS / natural.width.max(natural.height).to_pt();
        let ppi = Resolution::made(output.profile);
        let density = ppi * (*width / Abs::inches(1.0)) / natural.width.to_pt();
        let mut studio = Studio {
            document,
            target,
            to_form: Affine::scale(scale, scale),
            density,
            known: BTreeMap::new(),
        };
        let [across, down] = [natural.width, natural.height].map(|length| length.to_pt() * scale);
        let mut form = studio.form(&drawing.pieces, [across, down]);
        form.dict.set("Matrix", numbers(&[1.0 / across, 0.0, 0.0, -1.0 / down, 0.0, 1.0]));
        named.set(form_name(at), document.add_object(form));
    }
    named
}

/// What drawings are made with.
struct Studio<'a> {
    document: &'a mut Document,
    target: Target,
    /// From the drawing's units to the form's.
    to_form: Affine,
    /// Pixels to a unit of the drawing.
    density: f64,
    /// What is there already, by what it says.
    known: BTreeMap<String, ObjectId>,
}

impl Studio<'_> {
    /// Adds a dictionary, unless the same is there already: gradients and opacities repeat.
    fn shared(&mut self, object: Dictionary) -> ObjectId {
        match self.known.entry(format!("{object:?}")) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(place) => *place.insert(self.document.add_object(object)),
        }
    }

    /// A form of pieces.
    fn form(&mut self, pieces: &[Piece], extent: [f64; 2]) -> Stream {
        let mut sheet = Form::new(extent);
        self.pieces(&mut sheet, pieces);
        sheet.finish()
    }

    fn pieces(&mut self, sheet: &mut Form, pieces: &[Piece]) {
        for piece in pieces {
            match piece {
                Piece::Outline(outline) => self.outline(sheet, outline),
                Piece::Layer(layer) => self.layer(sheet, layer),
                Piece::Inlay(inlay) => self.inlay(sheet, inlay),
                Piece::Patch(patch) => self.patch(sheet, patch),
            }
        }
    }

    fn outline(&mut self, sheet: &mut Form, outline: &Outline) {
        let has_own_units = outline.place != Affine::IDENTITY;
        if has_own_units || outline.opacity < 1.0 || !matches!(outline.ink, Ink::Plain(_)) {
            sheet.apart(|sheet| self.paint_outline(sheet, outline));
        } else {
            self.paint_outline(sheet, outline);
        }
    }

    /// Paints an outline; what it sets stays set.
    fn paint_outline(&mut self, sheet: &mut Form, outline: &Outline) {
        let (brush, end) = match outline.pen {
            Pen::Fill(FillRule::NonZero) => (Brush::Fill, "f"),
            Pen::Fill(FillRule::EvenOdd) => (Brush::Fill, "f*"),
            Pen::Stroke(_) => (Brush::Stroke, "S"),
        };
        self.set_opacity(sheet, outline.opacity);
        self.set_ink(sheet, &outline.ink, brush);
        let (to_form, scale) = if outline.place == Affine::IDENTITY {
            (self.to_form, self.to_form.linear[0])
        } else {
            // The viewer scales the line, since it may do so unequally.
            sheet.matrix(&self.to_form.after(&outline.place));
            (Affine::IDENTITY, 1.0)
        };
        if let Pen::Stroke(line) = &outline.pen {
            sheet.set_line(line_operators(&line.scaled(scale)));
        }
        sheet.path(&outline.steps, &to_form);
        sheet.operator(end);
    }

    fn set_opacity(&mut self, sheet: &mut Form, opacity: f64) {
        if opacity < 1.0 {
            let share = Object::Real(narrow(opacity));
            let state = dictionary! { "Type" => "ExtGState", "ca" => share.clone(), "CA" => share };
            let id = self.shared(state);
            sheet.state(id);
        }
    }

    fn set_ink(&mut self, sheet: &mut Form, ink: &Ink, brush: Brush) {
        match ink {
            Ink::Plain(color) => {
                sheet.set_color(
                    brush,
                    paint_operator(self.target.held(color.paint(self.target.output)), brush),
                );
            }
            Ink::Gradient(gradient) => {
                let space = Space::of(self.target.output);
                if gradient.stops.iter().any(|stop| stop.opacity < 1.0) {
                    // How opaque it is, as light on a ground of no light.
                    let mut mask = Form::new(sheet.extent);
                    let shade = shading(gradient, &self.to_form, Shade::Opacity);
                    let pattern = self.shared(shade);
                    mask.set_pattern(Brush::Fill, pattern);
                    mask.fill_all();
                    self.mask(sheet, mask);
                }
                let shade = shading(gradient, &self.to_form, Shade::Color(self.target.output, space));
                let pattern = self.shared(shade);
                sheet.set_pattern(brush, pattern);
            }
            Ink::Pattern(pattern) => {
                let pattern = self.tiling(pattern);
                sheet.set_pattern(brush, pattern);
            }
        }
    }

    /// A drawing over and over (ISO 32000-1 8.7.3), in units so small that a thousandth of one is too little to be seen.
    fn tiling(&mut self, pattern: &Pattern) -> ObjectId {
        let Size { width, height } = pattern.size;
        let scale = ACROSS / width.max(height).to_pt();
        let to_form = std::mem::replace(&mut self.to_form, Affine::scale(scale, scale));
        let extent = [width, height].map(|length| length.to_pt() * scale);
        let mut tile = self.form(&pattern.pieces, extent);
        self.to_form = to_form;
        let place = self.to_form.after(&pattern.place).after(&Affine::scale(1.0 / scale, 1.0 / scale));
        tile.dict.remove(b"Subtype");
        tile.dict.extend(&dictionary! {
            "Type" => "Pattern",
            "PatternType" => 1,
            "PaintType" => 1,
            "TilingType" => 1,
            "XStep" => Object::Real(single(extent[0])),
            "YStep" => Object::Real(single(extent[1])),
            "Matrix" => numbers(&place.parts()),
        });
        self.document.add_object(tile)
    }

    /// Lets through what is painted next as far as the light of a form says.
    fn mask(&mut self, sheet: &mut Form, mask: Form) {
        let mut form = mask.finish();
        form.dict.set("Group", dictionary! { "S" => "Transparency", "CS" => "DeviceGray", "I" => true });
        let form = self.document.add_object(form);
        let mask = dictionary! { "Type" => "Mask", "S" => "Luminosity", "G" => form };
        let id = self.document.add_object(dictionary! { "Type" => "ExtGState", "SMask" => mask });
        sheet.state(id);
    }

    fn layer(&mut self, sheet: &mut Form, layer: &Layer) {
        sheet.apart(|sheet| {
            match layer.clip.as_slice() {
                [] => {}
                [shape] => sheet.clip(shape, &self.to_form),
                shapes => {
                    let mut mask = Form::new(sheet.extent);
                    mask.set_color(Brush::Fill, "1 g".to_owned());
                    for shape in shapes {
                        mask.path(&shape.steps, &self.to_form);
                        mask.operator(if shape.rule == FillRule::EvenOdd { "f*" } else { "f" });
                    }
                    self.mask(sheet, mask);
                }
            }
            if layer.opacity == 1.0 {
                return self.pieces(sheet, &layer.pieces);
            }
            let mut form = self.form(&layer.pieces, sheet.extent);
            let space = Space::of(self.target.output).device();
            form.dict.set("Group", dictionary! { "S" => "Transparency", "CS" => space, "I" => true });
            let form = self.document.add_object(form);
            self.set_opacity(sheet, layer.opacity);
            sheet.show(form);
        });
    }

    fn inlay(&mut self, sheet: &mut Form, inlay: &Inlay) {
        let id = add_image(self.document, &inlay.raster, self.target.output);
        let place = image_to_page(&inlay.raster, inlay.size, &self.to_form.after(&inlay.place));
        sheet.apart(|sheet| {
            sheet.matrix(&place);
            sheet.show(id);
        });
    }

    fn patch(&mut self, sheet: &mut Form, patch: &Patch) {
        let Some(raster) = paint_patch(patch, self.density) else { return };
        let place = Affine { shift: patch.bounds.at, ..Affine::IDENTITY };
        let inlay = Inlay { raster: Arc::new(raster), size: patch.bounds.size, place };
        self.inlay(sheet, &inlay);
    }
}
