//! A printed side → operators. Walks the frame once, in the order of painting; only here is y turned over.
//! Text lies in marked content of its node, everything else is an artifact (ISO 32000-1 14.8.2.2).

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, DictItem, FontId as ResourceId, LineCapStyle, LineJoinStyle, Op, PdfFontHandle, Pt,
};

use crate::color::{Color, Output, Paint, Profile, Spot};
use crate::font::FontId;
use crate::frame::{Frame, FrameItem, Link, NodeId, Path, SheetSide, Stroke, Structure, TextRun};
use crate::geom::{Abs, Affine, Point, Size};

use super::fonts::{Code, Embedded};
use super::images::Images;
use super::paint::{self, narrow, outline, sides, utf16};
use super::pen::{Pen, text_matrix, thousandths};
use super::reading::{Cluster, clusters};

/// A side as the file holds it: lengths from the lower left corner of the media, y upwards.
pub(super) struct Page {
    /// The operators.
    pub(super) ops: Vec<Op>,
    /// The trim with the bleed and the slug around it.
    pub(super) media: Size,
    /// How far the bleed and the trim lie inside that.
    pub(super) inside: [Abs; 2],
    /// The areas that lead somewhere.
    pub(super) links: Vec<Area>,
    /// What each sequence of marked content belongs to, by its number on the page (MCID).
    pub(super) marks: Vec<Mark>,
    /// Inks of their own with the process inks that stand for them, in the order of their colour spaces.
    pub(super) spots: Vec<(Spot, [u8; 4])>,
    /// Where each node starts: the left end of its first line, at the height of its ascenders.
    pub(super) starts: BTreeMap<NodeId, Point>,
    /// Left, lower, right and upper end of each picture that is read.
    pub(super) figures: BTreeMap<NodeId, [Abs; 4]>,
}

/// An area that leads to an address.
pub(super) struct Area {
    /// Left, lower, right, upper.
    pub(super) sides: [Abs; 4],
    /// The address.
    pub(super) address: String,
    /// The node that it belongs to.
    pub(super) node: Option<NodeId>,
}

/// What a sequence of marked content belongs to.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Mark {
    /// The node.
    pub(super) node: NodeId,
    /// The page's link that it is the text of.
    pub(super) link: Option<usize>,
}

/// What a side is painted with.
#[derive(Clone, Copy)]
pub(super) struct Means<'a> {
    /// The blocks.
    pub(super) structure: &'a Structure,
    /// The faces.
    pub(super) faces: &'a BTreeMap<FontId, Embedded<'a>>,
    /// The pictures of pixels.
    pub(super) images: &'a Images,
    /// What the file is for.
    pub(super) output: Output,
}

/// Smaller type is of one ink on a press (H).
const SMALL: Abs = Abs::pt(12.0);

/// The names of the graphics states of a press page: inks over others, and inks alone.
pub(super) const OVER: &str = "Over";
pub(super) const KNOCK_OUT: &str = "KnockOut";

/// The name of a colour space on its page.
pub(super) fn space(index: usize) -> String {
    format!("Ink{index}")
}

/// Paints a side: its frame, then its marks.
pub(super) fn paint(side: &SheetSide, means: Means) -> Page {
    let margin = side.slug + side.bleed;
    let media = Size::new(side.trim.width + margin * 2.0, side.trim.height + margin * 2.0);
    let page = Page {
        ops: Vec::new(),
        media,
        inside: [side.slug, margin],
        links: Vec::new(),
        marks: Vec::new(),
        spots: Vec::new(),
        starts: BTreeMap::new(),
        figures: BTreeMap::new(),
    };
    let mut painter = Painter { means, page, state: State::default() };
    let to_page = Affine { linear: [1.0, 0.0, 0.0, -1.0], shift: Point::new(margin, media.height - margin) };
    // The links first, so that text knows whether it is of one. A press can't follow any (ISO 15930-7 6.17).
    if means.output.profile != Profile::Press {
        painter.links(&side.frame, &to_page);
    }
    painter.frame(&side.frame, &to_page);
    painter.frame(&side.marks, &to_page);
    painter.end_text();
    painter.end_mark();
    painter.page
}

/// Text that is read: of a node, and in which language where that is not the node's.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Voice<'a> {
    pub(super) mark: Mark,
    pub(super) lang: Option<&'a str>,
}

/// What a sequence of marked content is of. `None` is an artifact.
pub(super) type Owner<'a> = Option<Voice<'a>>;

/// What the operators so far have set.
#[derive(Default)]
struct State<'a> {
    in_text: bool,
    open: Option<Owner<'a>>,
    font: Option<(FontId, Abs)>,
    fill: Option<Paint>,
    stroke: Option<(Paint, Abs, bool)>,
    overprints: bool,
    rise: f32,
}

pub(super) struct Painter<'a> {
    pub(super) means: Means<'a>,
    pub(super) page: Page,
    state: State<'a>,
}

impl<'a> Painter<'a> {
    fn frame(&mut self, frame: &'a Frame, to_page: &Affine) {
        for (at, item) in &frame.items {
            let placed = placed(to_page, *at);
            match item {
                FrameItem::Group(group) => self.frame(&group.frame, &placed.after(&group.transform)),
                FrameItem::Text(run) => self.text(run, &placed),
                FrameItem::Path(path) => self.path(path, None, &placed),
                FrameItem::Picture(picture) => self.picture(picture, &placed),
                FrameItem::Link(_) => {}
            }
        }
    }

    fn links(&mut self, frame: &Frame, to_page: &Affine) {
        for (at, item) in &frame.items {
            let placed = placed(to_page, *at);
            match item {
                FrameItem::Group(group) => self.links(&group.frame, &placed.after(&group.transform)),
                FrameItem::Link(link) => self.page.links.push(area(link, &placed)),
                FrameItem::Text(_) | FrameItem::Path(_) | FrameItem::Picture(_) => {}
            }
        }
    }

    pub(super) fn path(&mut self, path: &Path, owner: Owner<'a>, to_page: &Affine) {
        self.end_text();
        self.begin_mark(owner);
        self.overprint(false);
        if let Some(color) = path.fill {
            self.fill(color.paint(self.means.output));
        }
        if let Some(stroke) = path.stroke {
            self.stroke(stroke, to_page);
        }
        self.page.ops.extend(outline(path, to_page));
    }

    /// Shows a run; its glyphs are placed by the file's own integer widths and what corrects them.
    fn text(&mut self, run: &'a TextRun, to_page: &Affine) {
        let Some(face) = self.means.faces.get(&run.font) else { return };
        if !self.state.in_text {
            self.end_mark();
            self.page.ops.push(Op::StartTextSection);
            self.state.in_text = true;
        }
        if let Some(node) = run.node {
            let top = Point::new(Abs::ZERO, -face.face.ascent.at(run.size));
            self.page.starts.entry(node).or_insert_with(|| to_page.apply(top));
        }
        let all: Vec<Cluster> = clusters(run).collect();
        let mut pen = Pen { start: Some(text_matrix(to_page)), ..Pen::default() };
        let owner = self.owner(run, to_page);
        let paint = match run.size < SMALL {
            true => run.color.paint_small(self.means.output),
            false => run.color.paint(self.means.output),
        };
        let reads_right = |cluster: &Cluster| face.beside(cluster).is_none();
        for span in all.chunk_by(|a, b| reads_right(a) && reads_right(b)) {
            let actual = face.beside(&span[0]);
            match actual {
                Some(text) => self.begin_actual(owner, text),
                None => self.begin_mark(owner),
            }
            self.font(run, face);
            self.overprint(paint == Paint::Cmyk(Color::BLACK.cmyk));
            self.fill(paint);
            for cluster in span {
                self.show(cluster, run, &mut pen);
            }
            self.flush(&mut pen);
            if actual.is_some() {
                self.end_actual(owner);
            }
        }
    }

    /// Whose text a run is; its middle tells whether it lies in a link.
    fn owner(&self, run: &'a TextRun, to_page: &Affine) -> Owner<'a> {
        let node = run.node?;
        let middle = to_page.apply(Point::new(run.width() / 2.0, -(run.size / 4.0)));
        let link = self.page.links.iter().position(|area| area.node == Some(node) && area.holds(middle));
        let own = self.means.structure.nodes.get(usize::try_from(node.0).unwrap_or(usize::MAX));
        let lang = Some(run.lang.as_str()).filter(|lang| own.is_some_and(|own| own.lang != *lang));
        Some(Voice { mark: Mark { node, link }, lang })
    }

    /// Adds a cluster to what is to be shown.
    fn show(&mut self, cluster: &Cluster, run: &TextRun, pen: &mut Pen) {
        let face = &self.means.faces[&run.font];
        let start = pen.wanted;
        for Code { code, text, offset: (right, up), advance } in face.codes(cluster) {
            self.rise(up.at(run.size), pen);
            pen.meet(right);
            pen.codes.push(Codepoint::with_cid(code, 0.0, text.to_owned()));
            pen.shown += f64::from(face.width(code));
            pen.wanted += thousandths(advance);
        }
        // A silent cluster shows nothing, yet may be wide.
        pen.wanted = start + thousandths(cluster.advance());
    }

    fn rise(&mut self, up: Abs, pen: &mut Pen) {
        let rise = narrow(up.to_pt());
        if rise != self.state.rise {
            self.flush(pen);
            self.page.ops.push(Op::SetLineOffset { multiplier: rise });
            self.state.rise = rise;
        }
    }

    fn flush(&mut self, pen: &mut Pen) {
        pen.close();
        if !pen.items.is_empty() {
            if let Some(matrix) = pen.start.take() {
                self.page.ops.push(Op::SetTextMatrix { matrix });
            }
            self.page.ops.push(Op::ShowText { items: std::mem::take(&mut pen.items) });
        }
    }

    fn font(&mut self, run: &TextRun, face: &Embedded) {
        if self.state.font != Some((run.font, run.size)) {
            let font = PdfFontHandle::External(ResourceId(face.resource.clone()));
            self.page.ops.push(Op::SetFont { font, size: Pt(narrow(run.size.to_pt())) });
            self.state.font = Some((run.font, run.size));
        }
    }

    /// Lays what follows over the other inks of a press, or leaves them out below it. Black text lies over, so that no
    /// white shows around it where plates don't meet.
    fn overprint(&mut self, over: bool) {
        if self.means.output.profile == Profile::Press && self.state.overprints != over {
            self.page.ops.push(paint::state(if over { OVER } else { KNOCK_OUT }));
            self.state.overprints = over;
        }
    }

    fn fill(&mut self, paint: Paint) {
        if self.state.fill != Some(paint) {
            let space = self.space(paint);
            self.page.ops.extend(paint::fill(paint, space));
            self.state.fill = Some(paint);
        }
    }

    fn stroke(&mut self, stroke: Stroke, to_page: &Affine) {
        let [a, b, c, d] = to_page.linear;
        let width = stroke.width * (a * d - b * c).abs().sqrt();
        let paint = stroke.color.paint(self.means.output);
        let wanted = (paint, width, stroke.round);
        if self.state.stroke != Some(wanted) {
            let (cap, join) = match stroke.round {
                true => (LineCapStyle::Round, LineJoinStyle::Round),
                false => (LineCapStyle::Butt, LineJoinStyle::Miter),
            };
            let space = self.space(paint);
            self.page.ops.extend(paint::stroke(paint, space));
            self.page.ops.extend([
                Op::SetOutlineThickness { pt: Pt(narrow(width.to_pt())) },
                Op::SetLineCapStyle { cap },
                Op::SetLineJoinStyle { join },
            ]);
            self.state.stroke = Some(wanted);
        }
    }

    /// The name of a paint's colour space on this page, where it is an ink of its own.
    fn space(&mut self, paint: Paint) -> Option<String> {
        let Paint::Spot { spot, cmyk } = paint else { return None };
        let known = self.page.spots.iter().position(|(other, _)| *other == spot);
        let index = known.unwrap_or_else(|| {
            self.page.spots.push((spot, cmyk));
            self.page.spots.len() - 1
        });
        Some(space(index))
    }

    /// Opens the sequence of an owner, or goes on with it.
    pub(super) fn begin_mark(&mut self, owner: Owner<'a>) {
        if self.state.open != Some(owner) {
            self.end_mark();
            match owner {
                Some(voice) => self.open(voice, BTreeMap::new()),
                None => self.page.ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() }),
            }
            self.state.open = Some(owner);
        }
    }

    /// Opens a sequence that reads as `text`. In a node it stands beside the node's other sequences rather than
    /// within one: poppler forgets the rest of a sequence that holds another.
    fn begin_actual(&mut self, owner: Owner<'a>, text: &str) {
        let actual = DictItem::String { data: utf16(text), literal: false };
        let properties = BTreeMap::from([("ActualText".to_owned(), actual)]);
        match owner {
            Some(voice) => {
                self.end_mark();
                self.open(voice, properties);
                self.state.open = Some(owner);
            }
            None => {
                self.begin_mark(None);
                let (tag, properties) = ("Span".to_owned(), DictItem::Dict { map: properties });
                self.page.ops.push(Op::BeginMarkedContentWithProperties { tag, properties });
            }
        }
    }

    fn end_actual(&mut self, owner: Owner<'a>) {
        match owner {
            Some(_) => self.end_mark(),
            None => self.page.ops.push(Op::EndMarkedContent),
        }
    }

    fn open(&mut self, voice: Voice, mut properties: BTreeMap<String, DictItem>) {
        let number = i64::try_from(self.page.marks.len()).expect("a page has fewer than 2^63 sequences");
        properties.insert("MCID".to_owned(), DictItem::Int(number));
        if let Some(lang) = voice.lang {
            let data = lang.as_bytes().to_vec();
            properties.insert("Lang".to_owned(), DictItem::String { data, literal: true });
        }
        self.page.marks.push(voice.mark);
        // A plain paragraph needs no more than its number; what says more of itself is a span.
        let tag = match (self.page.figures.contains_key(&voice.mark.node), properties.len()) {
            (true, _) => "Figure",
            (false, 1) => "P",
            (false, _) => "Span",
        };
        let tag = tag.to_owned();
        let properties = DictItem::Dict { map: properties };
        self.page.ops.push(Op::BeginMarkedContentWithProperties { tag, properties });
    }

    fn end_mark(&mut self) {
        if self.state.open.take().is_some() {
            self.page.ops.push(Op::EndMarkedContent);
        }
    }

    /// Leaves text; a sequence opened in it ends in it.
    pub(super) fn end_text(&mut self) {
        if self.state.in_text {
            self.end_mark();
            self.page.ops.push(Op::EndTextSection);
            self.state.in_text = false;
        }
    }
}

impl Area {
    fn holds(&self, point: Point) -> bool {
        let [left, lower, right, upper] = self.sides;
        left <= point.x && point.x <= right && lower <= point.y && point.y <= upper
    }
}

/// From what is placed at a point to the page.
fn placed(to_page: &Affine, at: Point) -> Affine {
    to_page.after(&Affine { shift: at, ..Affine::IDENTITY })
}

fn area(link: &Link, to_page: &Affine) -> Area {
    Area { sides: sides(link.size, to_page), address: link.address.clone(), node: link.node }
}
