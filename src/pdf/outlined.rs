//! Type as outlines, for shops that take no faces: each glyph once as a form (ISO 32000-1 8.10) in thousandths of an em, shown
//! wherever it stands; one that stands once or twice is drawn there. So a file is not much larger than with faces in it, as it would
//! be with each letter drawn anew.

use std::collections::BTreeMap;
use std::fmt::Write;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use crate::font::{Face, FontBook, FontId, FontProblem, GlyphStep, joined};
use crate::frame::{Frame, FrameItem, Leaflet, TextRun, walk};
use crate::geom::{Affine, single};

use super::page::Shape;

/// How far a form reaches beyond what its glyph draws, in thousandths of an em: soft edges of pixels lie outside of an outline.
const AROUND: f64 = 20.0;

/// How far curves that are drawn as one may be off, in thousandths of an em (H: of 12 pt a third of a dot at 2,400 to the inch).
const SLACK: f64 = 0.8;
/// How often a glyph is drawn where it stands before it is a form (measured: files are smallest so).
const FEW: usize = 2;

/// The glyphs of a leaflet that draw something.
#[derive(Default)]
pub(super) struct Drawn {
    weights: BTreeMap<FontId, u16>,
    glyphs: BTreeMap<(FontId, u16), Outline>,
}

struct Outline {
    /// What operators call it.
    name: String,
    /// How often it is shown.
    uses: usize,
    /// What it draws, in whole thousandths of an em: of 12 pt that is half of what a platesetter of 2,400 dots to the inch can show.
    steps: Vec<GlyphStep>,
}

impl Outline {
    fn new(face: &Face, glyph: u16) -> Outline {
        let thousandths = |[x, y]: [f64; 2]| [x, y].map(|part| (part * 1000.0 / face.upem).round() + 0.0);
        let outline = joined(&face.outline(glyph), SLACK * face.upem / 1000.0);
        let steps = outline.into_iter().map(|step| match step {
            GlyphStep::Move(to) => GlyphStep::Move(thousandths(to)),
            GlyphStep::Line(to) => GlyphStep::Line(thousandths(to)),
            GlyphStep::Curve(points) => GlyphStep::Curve(points.map(thousandths)),
            GlyphStep::Close => GlyphStep::Close,
        });
        Outline { name: String::new(), uses: 0, steps: steps.collect() }
    }

    fn is_form(&self) -> bool {
        self.uses > FEW
    }

    fn shape(&self) -> Shape<'_> {
        if self.is_form() { Shape::Form(&self.name) } else { Shape::Steps(&self.steps) }
    }
}

/// Finds them.
///
/// # Errors
/// A face can't be read.
pub(super) fn gather_glyphs(leaflet: &Leaflet, fonts: &FontBook) -> Result<Drawn, FontProblem> {
    let mut drawn = Drawn::default();
    for side in &leaflet.sides {
        drawn.take(&side.frame, fonts)?;
        drawn.take(&side.marks, fonts)?;
    }
    drawn.glyphs.retain(|_, outline| !outline.steps.is_empty());
    for (number, outline) in drawn.glyphs.values_mut().enumerate() {
        outline.name = format!("G{number}");
    }
    Ok(drawn)
}

impl Drawn {
    /// The weight of a face that something is set in.
    pub(super) fn weight(&self, font: FontId) -> Option<u16> {
        self.weights.get(&font).copied()
    }

    /// What shows a glyph; none where it draws nothing.
    pub(super) fn shape(&self, font: FontId, glyph: u16) -> Option<Shape<'_>> {
        self.glyphs.get(&(font, glyph)).map(Outline::shape)
    }

    fn take(&mut self, frame: &Frame, fonts: &FontBook) -> Result<(), FontProblem> {
        let mut all = Ok(());
        walk(frame, &Affine::IDENTITY, |met| {
            if let FrameItem::Text(run) = met.item
                && all.is_ok()
            {
                all = self.take_run(run, fonts);
            }
        });
        all
    }

    fn take_run(&mut self, run: &TextRun, fonts: &FontBook) -> Result<(), FontProblem> {
        let face = fonts.face(run.font).map_err(Clone::clone)?;
        self.weights.insert(run.font, fonts.entry(run.font).weight);
        for glyph in &run.glyphs {
            let known = self.glyphs.entry((run.font, glyph.id));
            known.or_insert_with(|| Outline::new(face, glyph.id)).uses += 1;
        }
        Ok(())
    }
}

/// Adds the forms, each under its name.
pub(super) fn embed_glyphs(document: &mut Document, drawn: &Drawn, named: &mut Dictionary) {
    for outline in drawn.glyphs.values().filter(|outline| outline.is_form()) {
        named.set(outline.name.clone(), add_form(document, &outline.steps));
    }
}

/// Adds a glyph as a form. It has the colour of what shows it, and names nothing.
fn add_form(document: &mut Document, steps: &[GlyphStep]) -> ObjectId {
    let mut operators = String::new();
    let mut sides = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
    let mut put = |points: &[[f64; 2]], operator: &str| {
        for &[x, y] in points {
            sides = [sides[0].min(x), sides[1].min(y), sides[2].max(x), sides[3].max(y)];
            write!(operators, "{x} {y} ").expect("strings take all");
        }
        operators.push_str(operator);
        operators.push('\n');
    };
    for step in steps {
        match step {
            GlyphStep::Move(to) => put(&[*to], "m"),
            GlyphStep::Line(to) => put(&[*to], "l"),
            GlyphStep::Curve(points) => put(points, "c"),
            GlyphStep::Close => put(&[], "h"),
        }
    }
    put(&[], "f");
    let [left, lower, right, upper] = sides;
    let around = [left - AROUND, lower - AROUND, right + AROUND, upper + AROUND];
    let form = dictionary! {
        "Subtype" => "Form",
        "BBox" => Object::Array(around.iter().map(|side| Object::Real(single(*side))).collect()),
    };
    document.add_object(Stream::new(form, operators.into_bytes()))
}
