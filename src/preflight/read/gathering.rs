//! What is drawn, gathered page by page: each thing once for each way in which it is used.

use std::collections::{BTreeMap, BTreeSet};

use hayro_syntax::object::{Dict, Object, Stream};

use super::asides::DrawnGlyphs;
use super::bounds::{Unlooked, excess_of};
use super::budget::Budget;
use super::drawn::{
    Beside, Drawn, Graphic, HiddenText, LineUse, PageMarks, PaintUse, PieceText, TextSpan, TextUse,
};
use super::face::FaceTable;
use super::picture::{PictureInk, PlacedPicture, picture_ink, pixel_count};
use crate::geom::whole_number;

/// The most that is kept of a kind; a hostile file can't have more.
const KEPT: usize = 10_000;
/// More marks than any sheet has on it.
const TICKS: usize = 1000;
/// The most stretches of text that are kept.
const STRETCHES: usize = 200_000;

/// What was gathered so far.
pub(super) struct Gathering<'a> {
    /// The lists.
    pub(super) drawn: Drawn,
    /// The faces, as the file has them.
    pub(super) faces: FaceTable<'a>,
    /// What may still be read.
    pub(super) budget: Budget,
    known_paints: BTreeSet<String>,
    known_texts: BTreeSet<(usize, i64, usize, [bool; 2])>,
    /// The forms of masks that were run, by the numbers of their objects.
    known_asides: BTreeSet<u32>,
    /// The faces whose glyphs were run, by whether they were kept.
    known_glyphs: BTreeSet<(usize, bool)>,
    /// The ink of pictures, by the numbers of their objects.
    known_inks: BTreeMap<u32, PictureInk>,
}

impl<'a> Gathering<'a> {
    /// Nothing so far.
    pub(super) fn new() -> Gathering<'a> {
        Gathering {
            drawn: Drawn::default(),
            faces: FaceTable::default(),
            budget: Budget::WHOLE,
            known_paints: BTreeSet::new(),
            known_texts: BTreeSet::new(),
            known_asides: BTreeSet::new(),
            known_glyphs: BTreeSet::new(),
            known_inks: BTreeMap::new(),
        }
    }

    /// Starts a page.
    pub(super) fn begin_page(&mut self) {
        self.drawn.pages.push(PageMarks::default());
    }

    /// Notes a colour once for each use, and for each of kept and cut off.
    pub(super) fn add_paint(&mut self, paint: PaintUse) {
        let key = format!("{} {:?} {:?} {}", paint.space.name(), paint.parts, paint.onto, paint.is_kept);
        if !self.known_paints.insert(key) {
            return;
        }
        if self.drawn.paints.len() < KEPT {
            self.drawn.paints.push(paint);
        } else {
            self.note_unlooked(Unlooked::Uses);
        }
    }

    /// Notes a line where it is the thinnest of its kind on the page.
    pub(super) fn add_line(&mut self, line: LineUse) {
        let is_alike = |known: &&mut LineUse| (known.page, known.inking) == (line.page, line.inking);
        match self.drawn.lines.iter_mut().rev().take(2).find(is_alike) {
            Some(known) => known.width = known.width.min(line.width),
            None => self.drawn.lines.push(line),
        }
    }

    /// Notes text once for each face, size and page, and for each of kept and cut off.
    pub(super) fn add_text(&mut self, text: TextUse) {
        let kinds = [text.is_kept, text.is_left_out];
        let key = (text.face, whole_number((text.size * 1000.0).round()), text.page, kinds);
        if !self.known_texts.insert(key) {
            return;
        }
        if self.drawn.texts.len() < KEPT {
            self.drawn.texts.push(text);
        } else {
            self.note_unlooked(Unlooked::Uses);
        }
    }

    /// Notes text of a piece.
    pub(super) fn add_stretch(&mut self, stretch: PieceText) {
        if self.drawn.stretches.len() < STRETCHES {
            self.drawn.stretches.push(stretch);
        } else {
            self.note_unlooked(Unlooked::Uses);
        }
    }

    /// Notes where text stands; `None` where its width is not known.
    pub(super) fn add_span(&mut self, span: Option<TextSpan>) {
        match (span, self.drawn.pages.last_mut()) {
            (Some(span), _) if self.drawn.spans.len() < STRETCHES => self.drawn.spans.push(span),
            (Some(_), _) => self.note_unlooked(Unlooked::Uses),
            (None, Some(page)) => page.has_unmeasured_text = true,
            (None, None) => {}
        }
    }

    /// Notes what is drawn beside the trimmed page, if it is.
    pub(super) fn add_beside(&mut self, beside: Option<Beside>) {
        if self.drawn.beside.len() < KEPT {
            self.drawn.beside.extend(beside);
        }
    }

    /// Notes what may be a mark on the page itself.
    pub(super) fn add_tick(&mut self, tick: Option<Beside>) {
        if self.drawn.ticks.len() < TICKS {
            self.drawn.ticks.extend(tick);
        }
    }

    /// Notes that the page has a line of no width.
    pub(super) fn add_bare_line(&mut self) {
        if let Some(page) = self.drawn.pages.last_mut() {
            page.has_bare_line = true;
        }
    }

    /// How much ink a picture asks for, read when it is first met; one within a content is no object of its own.
    pub(super) fn picture_ink(&mut self, image: &Stream<'_>, spaces: &Dict<'_>) -> PictureInk {
        let id = image.obj_id().obj_number;
        if let Some(known) = self.known_inks.get(&id) {
            return *known;
        }
        self.budget.charge_pixels(pixel_count(image));
        let ink = picture_ink(image, spaces);
        if image.dict().obj_id().is_some() {
            self.known_inks.insert(id, ink);
        }
        ink
    }

    /// Notes a picture.
    pub(super) fn add_picture(&mut self, picture: PlacedPicture) {
        if self.drawn.pictures.len() < KEPT {
            self.drawn.pictures.push(picture);
        } else {
            self.note_unlooked(Unlooked::Uses);
        }
    }

    /// Notes a piece of the page.
    pub(super) fn add_piece(&mut self, id: i64) {
        if let Some(page) = self.drawn.pages.last_mut() {
            page.pieces.insert(id);
        }
    }

    /// Notes what the page draws outside of all marks.
    pub(super) fn add_unmarked(&mut self, graphic: Graphic) {
        if let Some(page) = self.drawn.pages.last_mut() {
            page.unmarked.insert(graphic);
        }
    }

    /// Notes that text of the page is not seen.
    pub(super) fn add_hidden(&mut self, how: HiddenText) {
        if let Some(page) = self.drawn.pages.last_mut() {
            page.hidden.insert(how);
        }
    }

    /// Notes how near text of the page starts to an edge; what starts outside is in the slug.
    pub(super) fn add_margin(&mut self, margin: f64) {
        if let Some(page) = self.drawn.pages.last_mut()
            && margin >= 0.0
        {
            page.margin = Some(page.margin.map_or(margin, |known| known.min(margin)));
        }
    }

    /// The place of a face, read when it is first met; `None` when there are too many.
    pub(super) fn face(&mut self, font: &Dict<'a>) -> Option<usize> {
        let place = self.faces.place(font, &mut self.drawn.faces, &mut self.budget);
        if place.is_none() {
            self.note_unlooked(Unlooked::Faces);
        }
        place
    }

    /// Whether the form of a mask was not met before; it is run once, since it stands nowhere on a page.
    pub(super) fn is_new_aside(&mut self, form: &Stream<'_>) -> bool {
        self.known_asides.insert(form.obj_id().obj_number)
    }

    /// The glyphs of a face that are drawn by operators, where they were not run before.
    pub(super) fn new_glyphs(&mut self, face: usize, is_kept: bool) -> Option<DrawnGlyphs<'a>> {
        if !self.known_glyphs.insert((face, is_kept)) {
            return None;
        }
        let glyphs = self.faces.dicts[face].drawn_glyphs()?;
        if glyphs.is_cut {
            self.note_unlooked(Unlooked::Faces);
        }
        Some(glyphs)
    }

    /// Notes where reading stopped.
    pub(super) fn note_unlooked(&mut self, part: Unlooked) {
        self.drawn.unlooked.insert(part);
    }

    /// Notes operands that go beyond what the format can hold.
    pub(super) fn note_excesses(&mut self, operands: &[Object<'_>]) {
        self.drawn.excesses.extend(operands.iter().filter_map(excess_of));
    }
}
