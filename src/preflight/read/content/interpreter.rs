//! Reads the operators of pages, forms and patterns. Knows colours, matrices, text, marks and pictures, and lets pass what none of
//! the checks asks for.

use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::page::{Page, Resources};

use super::cursor::{TextCursor, has_glyphs, set_text};
use super::hidden::hidden_text;
use super::marks::{ContentMark, OpenMarks, read_mark};
use super::page::page_content;
use super::spans::{beside, text_span, tick};
use super::state::{Brush, CurrentColor, Extent, GraphicsState};
use crate::color::LARGE_TYPE;
use crate::preflight::read::asides::mask_form;
use crate::preflight::read::bounds::Unlooked;
use crate::preflight::read::drawn::{BesideKind, Graphic, Onto, PaintUse, PieceText, TextUse};
use crate::preflight::read::gathering::Gathering;
use crate::preflight::read::matrix::Matrix;
use crate::preflight::read::pages::{Boxes, read_boxes};
use crate::preflight::read::picture::{PlacedPicture, gradient_colors, pixel_space};
use crate::preflight::read::raw;
use crate::preflight::read::values::{number, numbers};

/// How deep forms and patterns may stand in one another.
const DEPTH: usize = 12;
/// How many states may be saved.
const SAVED: usize = 256;

/// Reads a page, and adds what it draws to what was gathered.
pub(in super::super) fn read_page<'a>(page: &'a Page<'_>, number: usize, gathering: &mut Gathering<'a>) {
    if gathering.budget.operators == 0 {
        return gathering.note_unlooked(Unlooked::Operators);
    }
    let (content, is_whole) = page_content(page);
    if !is_whole {
        gathering.note_unlooked(Unlooked::Contents);
    }
    gathering.budget.charge_content(&content);
    let mut interpreter = Interpreter {
        gathering,
        page: number,
        boxes: read_boxes(page),
        state: GraphicsState::new(),
        saved: Vec::new(),
        marks: OpenMarks::default(),
        path: Extent::NONE,
        cursor: TextCursor::START,
        depth: 0,
        is_aside: false,
    };
    interpreter.run_operators(&content, page.resources());
}

/// Where operators are read: states, marks, and what they draw on.
struct Interpreter<'g, 'a> {
    gathering: &'g mut Gathering<'a>,
    /// The page, from 1.
    page: usize,
    /// Its boxes: what is outside of the bleed box is cut off whatever it is.
    boxes: Boxes,
    state: GraphicsState,
    saved: Vec<GraphicsState>,
    marks: OpenMarks,
    path: Extent,
    cursor: TextCursor,
    /// How many forms and patterns are around.
    depth: usize,
    /// Whether what is drawn goes into a mask, not onto the page.
    is_aside: bool,
}

impl<'a> Interpreter<'_, 'a> {
    fn run_operators(&mut self, content: &[u8], resources: &Resources<'a>) {
        let mut instructions = UntypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            let Some(left) = self.gathering.budget.operators.checked_sub(1) else {
                return self.gathering.note_unlooked(Unlooked::Operators);
            };
            self.gathering.budget.operators = left;
            let operands: Vec<Object<'_>> = instruction.operands().cloned().collect();
            self.gathering.note_excesses(&operands);
            let operator: &[u8] = instruction.operator;
            let is_done = self.set_color(operator, &operands, resources)
                || set_text(operator, &operands, &mut self.state.text, &mut self.cursor)
                || self.show_text(operator, &operands, resources)
                || self.draw_path(operator, &operands, resources);
            if !is_done {
                self.run_other(operator, &operands, resources);
            }
        }
    }

    /// Colours (ISO 32000-1 8.6.8).
    fn set_color(&mut self, operator: &[u8], operands: &[Object<'_>], resources: &Resources<'a>) -> bool {
        let brush = match operator {
            b"g" | b"rg" | b"k" | b"cs" | b"sc" | b"scn" => Brush::Fill,
            b"G" | b"RG" | b"K" | b"CS" | b"SC" | b"SCN" => Brush::Stroke,
            _ => return false,
        };
        let around = &self.state.color(brush).space;
        if let Some(color) = CurrentColor::read(operator, operands, &resources.color_spaces, around) {
            self.state.set_color(brush, color);
        }
        true
    }

    /// Chooses a face and its size (`Tf`).
    fn set_face(&mut self, operands: &[Object<'_>], resources: &Resources<'a>) {
        if let Some(Object::Name(name)) = operands.first() {
            let font = resources.fonts.get::<Dict<'a>>(name.as_ref());
            self.state.text.face = font.and_then(|font| self.gathering.face(&font));
        }
        self.state.text.size = operands.iter().find_map(number).unwrap_or(0.0);
    }

    /// Text (ISO 32000-1 9.4.3).
    fn show_text(&mut self, operator: &[u8], operands: &[Object<'_>], resources: &Resources<'a>) -> bool {
        if !matches!(operator, b"Tj" | b"TJ" | b"'" | b"\"") {
            return false;
        }
        if operator == b"\"" {
            let gaps = numbers(operands);
            self.state.text.word_gap = gaps.first().copied().unwrap_or(0.0);
            self.state.text.char_gap = gaps.get(1).copied().unwrap_or(0.0);
        }
        if matches!(operator, b"'" | b"\"") {
            self.cursor.move_by(0.0, -self.state.text.leading);
        }
        let start = self.cursor;
        self.note_stretch(operands);
        let brushes = self.state.text.brushes();
        if has_glyphs(operands) {
            self.note_hidden(start);
        }
        let Some(face) = self.state.text.face.filter(|_| !brushes.is_empty() && has_glyphs(operands)) else {
            return true;
        };
        let matrix = self.cursor.line().then(&self.state.matrix);
        let size = self.state.text.size.abs() * matrix.scales()[1];
        let at = matrix.apply(0.0, self.state.text.rise);
        if !size.is_finite() || !at.iter().all(|number| number.is_finite()) {
            return true;
        }
        let extent = Extent::around([at, [at[0] + size, at[1] + size]]);
        let (is_kept, is_left_out) = (extent.meets(self.boxes.trim), self.state.leaves_text_out());
        self.gathering.add_text(TextUse { face, size, page: self.page, is_kept, is_left_out });
        self.gathering.add_beside(beside(extent, self.boxes.trim, BesideKind::Words, self.page));
        self.gathering.add_margin(self.boxes.margin(at));
        // Whether it is bold is not looked at.
        let onto = if size < LARGE_TYPE.to_pt() * 0.999 { Onto::SmallText } else { Onto::LargeText };
        for &brush in brushes {
            self.note_paint(brush, onto, extent, resources);
        }
        self.note_unmarked(Graphic::Text);
        self.draw_glyphs(face, extent, resources);
        true
    }

    /// Runs the glyphs of a face that are drawn by operators, once where they are kept and once where they are cut off.
    fn draw_glyphs(&mut self, face: usize, extent: Extent, resources: &Resources<'a>) {
        let Some(glyphs) = self.gathering.new_glyphs(face, self.is_kept(extent)) else { return };
        let (around, text) = (self.state.matrix, self.state.text);
        let em = Matrix([text.size * text.stretch, 0.0, 0.0, text.size, 0.0, text.rise]);
        self.state.matrix = glyphs.matrix.then(&em).then(&self.cursor.line()).then(&around);
        for content in &glyphs.contents {
            self.run_form(content, glyphs.resources.as_ref().unwrap_or(resources));
        }
        self.state.matrix = around;
    }

    /// Notes what text says and where it stands, where it is in a piece of the structure; goes on behind it.
    fn note_stretch(&mut self, operands: &[Object<'_>]) {
        let text = self.state.text;
        let Some(face) = text.face else { return self.cursor.lose() };
        let codes = &mut self.gathering.faces.codes[face];
        let most = &mut self.gathering.budget.codes;
        let Some(stretch) = self.cursor.show(operands, &text, codes, most) else {
            return self.gathering.add_span(None);
        };
        let matrix = self.cursor.line().then(&self.state.matrix);
        let is_seen = !text.brushes().is_empty() && !self.is_aside;
        if let Some(span) = text_span(&stretch, &text, &matrix, self.page).filter(|_| is_seen) {
            self.gathering.add_span(Some(span));
        }
        let Some(piece) = self.marks.piece() else { return };
        let [start, end] = stretch.ends.map(|along| matrix.apply(along, text.rise));
        let size = text.size.abs() * matrix.scales()[1];
        if [start, end].as_flattened().iter().all(|number| number.is_finite()) && size.is_finite() {
            let text = stretch.text;
            self.gathering.add_stretch(PieceText { page: self.page, piece, text, start, end, size });
        }
    }

    /// Notes text that is not seen, given where it starts.
    fn note_hidden(&mut self, start: TextCursor) {
        let (text, matrix) = (self.state.text, self.cursor.line().then(&self.state.matrix));
        let ends = [start, self.cursor].map(|cursor| Some(matrix.apply(cursor.along()?, text.rise)));
        let size = text.size.abs() * matrix.scales()[1];
        if let Some(how) = hidden_text(&text, ends, size, self.boxes.media) {
            self.gathering.add_hidden(how);
        }
    }

    /// Paths (ISO 32000-1 8.5).
    fn draw_path(&mut self, operator: &[u8], operands: &[Object<'_>], resources: &Resources<'a>) -> bool {
        let brushes: &[Brush] = match operator {
            b"m" | b"l" | b"c" | b"v" | b"y" | b"re" => {
                self.path.add_step(operator, &numbers(operands), &self.state.matrix);
                return true;
            }
            b"f" | b"F" | b"f*" => &[Brush::Fill],
            b"S" | b"s" => &[Brush::Stroke],
            b"B" | b"B*" | b"b" | b"b*" => &[Brush::Fill, Brush::Stroke],
            b"n" => &[],
            _ => return false,
        };
        for &brush in brushes {
            self.note_paint(brush, Onto::Shape, self.path, resources);
            self.note_unmarked(Graphic::Shape);
            if brush == Brush::Stroke {
                self.note_line();
            }
        }
        if let Some(kind) = self.state.beside_kind(brushes) {
            self.gathering.add_beside(beside(self.path, self.boxes.trim, kind, self.page));
            self.gathering.add_tick(tick(self.path, self.boxes.trim, kind, self.page));
        }
        self.path = Extent::NONE;
        true
    }

    /// Notes how wide a line is: where it is kept, and wherever it has no width.
    fn note_line(&mut self) {
        let line = self.state.line(self.page);
        if line.width <= 0.0 && !self.is_aside && self.path.sides().is_some() {
            self.gathering.add_bare_line();
        } else if !self.is_aside && self.path.meets(self.boxes.trim) {
            self.gathering.add_line(line);
        }
    }

    /// Whether something is on what is left when the sheet is cut.
    fn is_kept(&self, extent: Extent) -> bool {
        !self.is_aside && extent.meets(self.boxes.bleed)
    }

    /// Notes the colour that a brush puts on something.
    fn note_paint(&mut self, brush: Brush, onto: Onto, extent: Extent, resources: &Resources<'a>) {
        let CurrentColor { space, parts, pattern } = self.state.color(brush).clone();
        match pattern {
            Some(name) => self.fill_pattern(&name, resources, extent),
            None => {
                let is_kept = self.is_kept(extent);
                self.gathering.add_paint(PaintUse { space, parts, onto, page: self.page, is_kept });
            }
        }
    }

    /// Runs a tile, or notes the ends of a gradient (ISO 32000-1 8.7).
    fn fill_pattern(&mut self, name: &[u8], resources: &Resources<'a>, extent: Extent) {
        match resources.patterns.get::<Object<'a>>(name) {
            Some(Object::Stream(tile)) => self.run_form(&tile, resources),
            Some(Object::Dict(pattern)) => {
                if let Some(shading) = pattern.get::<Object<'a>>("Shading") {
                    self.note_gradient(&shading, resources, extent);
                }
            }
            _ => {}
        }
    }

    fn note_gradient(&mut self, shading: &Object<'a>, resources: &Resources<'a>, extent: Extent) {
        let Some((space, ends)) = gradient_colors(shading, &resources.color_spaces) else { return };
        let (page, is_kept) = (self.page, self.is_kept(extent));
        for parts in ends {
            let space = space.clone();
            self.gathering.add_paint(PaintUse { space, parts, onto: Onto::Picture, page, is_kept });
        }
    }

    /// States, matrices, marks, pictures and forms.
    fn run_other(&mut self, operator: &[u8], operands: &[Object<'_>], resources: &Resources<'a>) {
        match (operator, operands.first()) {
            (b"q", _) if self.saved.len() < SAVED => self.saved.push(self.state.clone()),
            (b"q", _) => self.gathering.note_unlooked(Unlooked::Nesting),
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
            (b"BMC" | b"BDC", _) => {
                let mark = read_mark(operands, resources, self.depth > 0);
                if let ContentMark::Piece(id) = mark {
                    self.gathering.add_piece(id);
                }
                self.marks.open(mark);
            }
            (b"EMC", _) => self.marks.close(),
            (b"Tf", _) => self.set_face(operands, resources),
            (b"w", Some(width)) => self.state.line_width = number(width).unwrap_or(0.0),
            (b"d", Some(Object::Array(dashes))) => {
                self.state.is_dashed = dashes.iter::<f64>().next().is_some();
            }
            (b"gs", Some(Object::Name(name))) => self.set_named_state(name, resources),
            (b"sh", Some(Object::Name(name))) => {
                if let Some(shading) = resources.shadings.get::<Object<'a>>(name.as_ref()) {
                    self.note_gradient(&shading, resources, Extent::area(self.boxes.bleed));
                    self.note_unmarked(Graphic::Gradient);
                }
            }
            (b"Do", Some(Object::Name(name))) => self.place_object(name, resources),
            (b"BI", Some(Object::Stream(image))) => self.place_image(image, resources),
            _ => {}
        }
    }

    /// A named graphics state, of which a mask counts here, and a face.
    fn set_named_state(&mut self, name: &Name<'_>, resources: &Resources<'a>) {
        let Some(state) = resources.ext_g_states.get::<Dict<'a>>(name.as_ref()) else { return };
        if let Some(mask) = mask_form(&state).filter(|mask| self.gathering.is_new_aside(mask)) {
            let around = std::mem::replace(&mut self.is_aside, true);
            self.run_form(&mask, resources);
            self.is_aside = around;
        }
        let Some(font) = state.get::<Array<'a>>("Font") else { return };
        let mut items = font.iter::<Object<'a>>();
        if let (Some(Object::Dict(font)), Some(size)) = (items.next(), items.next()) {
            self.state.text.face = self.gathering.face(&font);
            self.state.text.size = number(&size).unwrap_or(0.0);
        }
    }

    fn place_object(&mut self, name: &Name<'_>, resources: &Resources<'a>) {
        let Some(object) = resources.x_objects.get::<Stream<'a>>(name.as_ref()) else { return };
        match object.dict().get::<Name<'a>>("Subtype").as_deref() {
            Some(b"Form") => self.run_form(&object, resources),
            Some(b"Image") => self.place_image(&object, resources),
            _ => {}
        }
    }

    /// Runs a form or a tile in its own matrix, with its own resources or those around it.
    fn run_form(&mut self, form: &Stream<'a>, around: &Resources<'a>) {
        if self.depth >= DEPTH {
            return self.gathering.note_unlooked(Unlooked::Nesting);
        }
        let Some(content) = raw::unpack(form) else { return };
        self.gathering.budget.charge_content(&content);
        let (state, cursor) = (self.state.clone(), self.cursor);
        let (saved, marks) = (self.saved.len(), self.marks.depth());
        let matrix = form.dict().get::<Array<'a>>("Matrix");
        let matrix = matrix.map(|array| numbers(&array.iter().collect::<Vec<_>>()));
        if let Some(matrix) = matrix.and_then(|numbers| <[f64; 6]>::try_from(numbers).ok()) {
            self.state.matrix = Matrix(matrix).then(&self.state.matrix);
        }
        self.depth += 1;
        match form.dict().get::<Dict<'a>>("Resources") {
            Some(own) => self.run_operators(&content, &Resources::new(own)),
            None => self.run_operators(&content, around),
        }
        self.depth -= 1;
        (self.state, self.cursor) = (state, cursor);
        self.saved.truncate(saved);
        self.marks.close_to(marks);
    }

    fn place_image(&mut self, image: &Stream<'_>, resources: &Resources<'a>) {
        let matrix = self.state.matrix;
        let ink = self.gathering.picture_ink(image, &resources.color_spaces);
        let picture = PlacedPicture::new(image, matrix, ink, self.page);
        let corners = [[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]];
        let extent = Extent::around(corners.map(|[x, y]| matrix.apply(x, y)));
        if picture.is_stencil {
            self.note_paint(Brush::Fill, Onto::Shape, extent, resources);
        } else {
            let (space, is_kept) = (pixel_space(image, &resources.color_spaces), self.is_kept(extent));
            let paint = PaintUse { space, parts: Vec::new(), onto: Onto::Picture, page: self.page, is_kept };
            self.gathering.add_paint(paint);
        }
        self.gathering.add_picture(picture);
        self.gathering.add_beside(beside(extent, self.boxes.trim, BesideKind::Area, self.page));
        self.note_unmarked(Graphic::Picture);
    }

    /// Notes what is drawn outside of all marks.
    fn note_unmarked(&mut self, graphic: Graphic) {
        if !self.marks.is_marked() && !self.is_aside {
            self.gathering.add_unmarked(graphic);
        }
    }
}
