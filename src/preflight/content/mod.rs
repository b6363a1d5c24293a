//! Content streams (ISO 32000-1 7.8.2) → what is drawn. Follows forms and patterns; knows colours, matrices, text and marks, and lets
//! pass what none of the checks asks for.

mod marks;
mod text;

use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::page::{Page, Resources};

use super::draw::{Drawn, Onto, Paint};
use super::paint::{Brush, Extent, Ink, Matrix, State};
use super::space::Space;
use super::{boxes, limits, pictures, raw};
use marks::Mark;

/// How many operators are read of a file; a form within a form within a form can repeat a few without end.
pub(super) const BUDGET: usize = 2_000_000;
/// How deep forms and patterns may stand in one another.
const DEPTH: usize = 12;
/// How many pieces the content of a page may be in.
const PIECES: usize = 1000;
/// How many states may be saved.
const SAVED: usize = 256;
/// Numbers to compare by.
pub(super) fn thousandths(number: f64) -> i64 {
    format!("{:.0}", (number * 1000.0).clamp(-1e15, 1e15)).parse().unwrap_or(0)
}

/// Where operators are read: resources, states, marks.
struct Run<'d, 'a> {
    drawn: &'d mut Drawn<'a>,
    budget: &'d mut usize,
    page: usize,
    /// The bleed box: what is outside is cut off whatever it is.
    kept: [f64; 4],
    /// The trim box.
    trim: [f64; 4],
    state: State,
    saved: Vec<State>,
    marks: Vec<Mark>,
    path: Extent,
    line: Matrix,
    depth: usize,
}

/// Reads a page.
pub(super) fn run<'a>(page: &'a Page<'_>, number: usize, drawn: &mut Drawn<'a>, budget: &mut usize) {
    if *budget == 0 {
        return;
    }
    let content = contents(page);
    // A content that many pages share would cost nothing, however often it is read.
    *budget = budget.saturating_sub(cost(&content));
    let boxes = boxes::of(page);
    let mut run = Run {
        drawn,
        budget,
        page: number,
        kept: boxes.bleed,
        trim: boxes.trim,
        state: State::new(),
        saved: Vec::new(),
        marks: Vec::new(),
        path: Extent::NONE,
        line: Matrix::IDENTITY,
        depth: 0,
    };
    run.operators(&content, page.resources());
}

/// What a page draws, unpacked for it alone: kept for each page, a content that thousands share would fill any memory.
fn contents(page: &Page<'_>) -> Vec<u8> {
    let parts = match page.raw().get::<Object<'_>>("Contents") {
        Some(Object::Stream(stream)) => vec![stream],
        Some(Object::Array(streams)) => streams.iter::<Stream<'_>>().take(PIECES).collect(),
        _ => Vec::new(),
    };
    let mut contents = Vec::new();
    for part in parts.iter().filter_map(raw::unpacked) {
        if contents.len() + part.len() > limits::STREAM {
            break;
        }
        contents.extend_from_slice(&part);
        contents.push(b' ');
    }
    contents
}

/// What reading a content costs beside its operators.
fn cost(content: &[u8]) -> usize {
    100 + content.len() / 64
}

impl<'a> Run<'_, 'a> {
    fn operators(&mut self, content: &[u8], resources: &Resources<'a>) {
        let mut instructions = UntypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            if *self.budget == 0 {
                return;
            }
            *self.budget -= 1;
            let operands: Vec<Object<'_>> = instruction.operands().cloned().collect();
            let operator: &[u8] = instruction.operator;
            let done = self.color(operator, &operands, resources)
                || self.text(operator, &operands, resources)
                || self.shape(operator, &operands, resources)
                || self.mark(operator, &operands, resources);
            if !done {
                self.place(operator, &operands, resources);
            }
        }
    }

    /// Colours.
    fn color(&mut self, operator: &[u8], operands: &[Object<'_>], resources: &Resources<'a>) -> bool {
        let brush = match operator {
            b"g" | b"rg" | b"k" | b"cs" | b"sc" | b"scn" => Brush::Fill,
            b"G" | b"RG" | b"K" | b"CS" | b"SC" | b"SCN" => Brush::Stroke,
            _ => return false,
        };
        let spaces = &resources.color_spaces;
        let set =
            |name: &[u8]| Ink { parts: numbers(operands), space: Space::named(name, spaces), pattern: None };
        let ink = match operator {
            b"g" | b"G" => set(b"DeviceGray"),
            b"rg" | b"RG" => set(b"DeviceRGB"),
            b"k" | b"K" => set(b"DeviceCMYK"),
            b"cs" | b"CS" => match operands.first() {
                Some(Object::Name(name)) => Ink::first(Space::named(name.as_ref(), spaces)),
                _ => return true,
            },
            _ => {
                let pattern = match operands.last() {
                    Some(Object::Name(name)) => Some(name.as_ref().to_vec()),
                    _ => None,
                };
                let space = self.brush(brush).space.clone();
                Ink { parts: numbers(operands), space, pattern }
            }
        };
        match brush {
            Brush::Fill => self.state.fill = ink,
            Brush::Stroke => self.state.stroke = ink,
        }
        true
    }

    fn brush(&self, brush: Brush) -> &Ink {
        match brush {
            Brush::Fill => &self.state.fill,
            Brush::Stroke => &self.state.stroke,
        }
    }

    /// Paths (ISO 32000-1 8.5).
    fn shape(&mut self, operator: &[u8], operands: &[Object<'_>], resources: &Resources<'a>) -> bool {
        let numbers = numbers(operands);
        let mut brushes: &[Brush] = &[];
        match operator {
            b"m" | b"l" | b"c" | b"v" | b"y" => {
                for pair in numbers.chunks_exact(2) {
                    self.path.add(self.state.matrix.apply(pair[0], pair[1]));
                }
                return true;
            }
            b"re" => {
                if let [x, y, width, height] = numbers[..] {
                    for (x, y) in [(x, y), (x + width, y), (x, y + height), (x + width, y + height)] {
                        self.path.add(self.state.matrix.apply(x, y));
                    }
                }
                return true;
            }
            b"f" | b"F" | b"f*" => brushes = &[Brush::Fill],
            b"S" | b"s" => brushes = &[Brush::Stroke],
            b"B" | b"B*" | b"b" | b"b*" => brushes = &[Brush::Fill, Brush::Stroke],
            b"n" => {}
            _ => return false,
        }
        for &brush in brushes {
            self.spread(brush, Onto::Shape, self.path, resources);
            self.loose("a shape");
        }
        self.path = Extent::NONE;
        true
    }

    /// Notes the colour that a brush puts on something.
    fn spread(&mut self, brush: Brush, onto: Onto, extent: Extent, resources: &Resources<'a>) {
        let ink = self.brush(brush).clone();
        if let Some(name) = &ink.pattern {
            self.pattern(name, resources, extent);
            return;
        }
        let kept = extent.meets(self.kept);
        self.drawn.paint(Paint { space: ink.space, parts: ink.parts, onto, page: self.page, kept });
    }

    /// Runs a tile, or notes the ends of a gradient (ISO 32000-1 8.7).
    fn pattern(&mut self, name: &[u8], resources: &Resources<'a>, extent: Extent) {
        match resources.patterns.get::<Object<'a>>(name) {
            Some(Object::Stream(tile)) => self.form(&tile, resources),
            Some(Object::Dict(pattern)) => {
                if let Some(shading) = pattern.get::<Object<'a>>("Shading") {
                    self.shading(&shading, resources, extent);
                }
            }
            _ => {}
        }
    }

    fn shading(&mut self, shading: &Object<'a>, resources: &Resources<'a>, extent: Extent) {
        let Some((dict, _)) = hayro_syntax::object::dict_or_stream(shading) else { return };
        let space = dict.get::<Object<'a>>("ColorSpace").map_or(Space::Unknown, |space| match &space {
            Object::Name(name) => Space::named(name.as_ref(), &resources.color_spaces),
            other => Space::read(other, &resources.color_spaces, 0),
        });
        let mut ends = Vec::new();
        if let Some(Object::Dict(function)) = dict.get::<Object<'a>>("Function") {
            pictures::ends(&function, &mut ends, 0);
        }
        if ends.is_empty() {
            ends.push(Vec::new());
        }
        let kept = extent.meets(self.kept);
        for parts in ends {
            self.drawn.paint(Paint {
                space: space.clone(),
                parts,
                onto: Onto::Picture,
                page: self.page,
                kept,
            });
        }
    }

    /// States, matrices, pictures and forms.
    fn place(&mut self, operator: &[u8], operands: &[Object<'_>], resources: &Resources<'a>) {
        match (operator, operands.first()) {
            (b"q", _) if self.saved.len() < SAVED => self.saved.push(self.state.clone()),
            (b"Q", _) => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            (b"cm", _) => {
                if let Ok(matrix) = <[f64; 6]>::try_from(numbers(operands)) {
                    self.state.matrix = Matrix(matrix).then(&self.state.matrix);
                }
            }
            (b"gs", Some(Object::Name(name))) => self.extended(name, resources),
            (b"sh", Some(Object::Name(name))) => {
                if let Some(shading) = resources.shadings.get::<Object<'a>>(name.as_ref()) {
                    self.shading(&shading, resources, Extent::of(self.kept));
                    self.loose("a gradient");
                }
            }
            (b"Do", Some(Object::Name(name))) => self.object(name, resources),
            (b"BI", Some(Object::Stream(image))) => self.image(image, resources),
            _ => {}
        }
    }

    /// A named graphics state, of which only a face counts here.
    fn extended(&mut self, name: &Name<'_>, resources: &Resources<'a>) {
        let state = resources.ext_g_states.get::<Dict<'a>>(name.as_ref());
        let Some(font) = state.and_then(|state| state.get::<Array<'a>>("Font")) else { return };
        let mut items = font.iter::<Object<'a>>();
        if let (Some(Object::Dict(font)), Some(Object::Number(size))) = (items.next(), items.next()) {
            self.state.font = self.drawn.font(&font);
            self.state.size = finite(size.as_f64());
        }
    }

    fn object(&mut self, name: &Name<'_>, resources: &Resources<'a>) {
        let Some(object) = resources.x_objects.get::<Stream<'a>>(name.as_ref()) else { return };
        match object.dict().get::<Name<'a>>("Subtype").as_deref() {
            Some(b"Form") => self.form(&object, resources),
            Some(b"Image") => self.image(&object, resources),
            _ => {}
        }
    }

    /// Runs a form or a tile in its own matrix, with its own resources or those around it.
    fn form(&mut self, form: &Stream<'a>, around: &Resources<'a>) {
        let Some(content) = raw::unpacked(form).filter(|_| self.depth < DEPTH) else { return };
        // A content of no operators would cost nothing, however often it is called.
        *self.budget = self.budget.saturating_sub(cost(&content));
        let before = (self.state.clone(), self.line, self.saved.len(), self.marks.len());
        let matrix =
            form.dict().get::<Array<'a>>("Matrix").map(|array| numbers(&array.iter().collect::<Vec<_>>()));
        if let Some(matrix) = matrix.and_then(|numbers| <[f64; 6]>::try_from(numbers).ok()) {
            self.state.matrix = Matrix(matrix).then(&self.state.matrix);
        }
        self.depth += 1;
        match form.dict().get::<Dict<'a>>("Resources") {
            Some(own) => self.operators(&content, &Resources::new(own)),
            None => self.operators(&content, around),
        }
        self.depth -= 1;
        (self.state, self.line) = (before.0, before.1);
        self.saved.truncate(before.2);
        self.marks.truncate(before.3);
    }

    fn image(&mut self, image: &Stream<'_>, resources: &Resources<'a>) {
        let placed = pictures::placed(image, self.state.matrix, &resources.color_spaces, self.page);
        let mut extent = Extent::NONE;
        for (x, y) in [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)] {
            extent.add(self.state.matrix.apply(x, y));
        }
        match placed.stencil {
            true => self.spread(Brush::Fill, Onto::Shape, extent, resources),
            false => {
                let space = pictures::space(image, &resources.color_spaces);
                let kept = extent.meets(self.kept);
                let paint = Paint { space, parts: Vec::new(), onto: Onto::Picture, page: self.page, kept };
                self.drawn.paint(paint);
            }
        }
        self.drawn.picture(placed);
        self.loose("a picture");
    }
}

/// The numbers among operands.
pub(super) fn numbers(operands: &[Object<'_>]) -> Vec<f64> {
    let number = |operand: &Object<'_>| match operand {
        Object::Number(number) => Some(finite(number.as_f64())),
        _ => None,
    };
    operands.iter().filter_map(number).collect()
}

fn finite(number: f64) -> f64 {
    if number.is_finite() { number } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use crate::preflight::Check;
    use crate::preflight::testing::{examined, file, messages};

    #[test]
    fn a_content_that_pages_share_is_held_once() {
        let data = miniz_oxide::deflate::compress_to_vec_zlib(&vec![b' '; 50 << 20], 9);
        let kids = "4 0 R ".repeat(2000);
        let pages = format!("<</Type/Pages/Kids[{kids}]/Count 2000>>");
        let leaf = "<</Type/Page/Parent 3 0 R/MediaBox[0 0 612 792]/Contents[5 0 R 5 0 R 5 0 R 5 0 R]>>";
        let mut bytes = file(&["<</Type/Catalog/Pages 3 0 R>>", "<<>>", &pages, leaf]);
        let end = bytes.windows(7).position(|window| window == b"trailer").unwrap();
        let head = format!("5 0 obj\n<</Filter/FlateDecode/Length {}>>\nstream\n", data.len());
        bytes.splice(end..end, [head.as_bytes(), &data, b"\nendstream\nendobj\n"].concat());
        let started = std::time::Instant::now();
        let report = examined(&bytes);
        assert!(messages(&report, Check::Unreadable).is_empty(), "{report:?}");
        // Two thousand pages of 200 MB would be 400 GB.
        assert!(started.elapsed().as_secs() < 60);
    }
}
