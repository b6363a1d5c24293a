//! A printed side → operators. Walks the frame once, in the order of painting; only here is y turned over.

use std::collections::BTreeMap;
use std::ops::Range;

use printpdf::{LineCapStyle, LineJoinStyle, Op, Pt};

use crate::color::{Output, Paint, Profile, Spot};
use crate::font::FontId;
use crate::frame::{
    Frame, FrameItem, Group, GroupKind, Link, LinkId, NodeId, Path, SheetSide, Stroke, Structure,
};
use crate::geom::{Abs, Affine, Point, Size};

use super::fonts::Embedded;
use super::images::Images;
use super::marked::{Artifact, Open, Owner, Sequence, Within};
use super::paint::{self, narrow, outline, sides};

/// A side as the file holds it: lengths from the lower left corner of the media, y upwards.
pub(super) struct Page<'a> {
    /// The operators.
    pub(super) ops: Vec<Op>,
    /// The trim with the bleed and the slug around it.
    pub(super) media: Size,
    /// How far the bleed and the trim lie inside that.
    pub(super) inside: [Abs; 2],
    /// The areas that lead somewhere.
    pub(super) links: Vec<Area>,
    /// What each sequence of marked content belongs to, by its number on the page (MCID).
    pub(super) sequences: Vec<Sequence<'a>>,
    /// Inks of their own with the process inks that stand for them, in the order of their colour spaces.
    pub(super) spots: Vec<(Spot, [u8; 4])>,
    /// Where each node starts on the page: in bytes of its text, and the left end of that line at the height of its ascenders.
    pub(super) starts: BTreeMap<NodeId, (usize, Point)>,
    /// Left, lower, right and upper end of each picture that is read.
    pub(super) figures: BTreeMap<NodeId, [Abs; 4]>,
    /// Whether something shows through a picture on it.
    pub(super) mixed: bool,
}

/// An area that leads to an address.
pub(super) struct Area {
    /// Left, lower, right, upper.
    pub(super) sides: [Abs; 4],
    /// The link.
    pub(super) link: LinkId,
    /// The bytes of its node's text that stand in it.
    pub(super) text: Range<usize>,
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

/// The names of the graphics states of a press page: inks over others, and inks alone.
pub(super) const OVER: &str = "Over";
pub(super) const KNOCK_OUT: &str = "KnockOut";

/// The name of a colour space on its page.
pub(super) fn space(index: usize) -> String {
    format!("Ink{index}")
}

/// Paints a side: its frame, then its marks.
pub(super) fn paint<'a>(side: &'a SheetSide, means: Means<'a>) -> Page<'a> {
    let margin = side.slug + side.bleed;
    let media = Size::new(side.trim.width + margin * 2.0, side.trim.height + margin * 2.0);
    let page = Page {
        ops: Vec::new(),
        media,
        inside: [side.slug, margin],
        links: Vec::new(),
        sequences: Vec::new(),
        spots: Vec::new(),
        starts: BTreeMap::new(),
        figures: BTreeMap::new(),
        mixed: false,
    };
    let mut painter = Painter { means, page, state: State::default() };
    let to_page = Affine { linear: [1.0, 0.0, 0.0, -1.0], shift: Point::new(margin, media.height - margin) };
    painter.frame(&side.frame, &to_page, Within::default());
    painter.frame(&side.marks, &to_page, Within::artifact(Artifact::Sheet));
    painter.end_text();
    painter.end_mark();
    painter.page
}

/// How what is painted lies with what is below it.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Overprint {
    /// Over the other inks.
    On,
    /// Instead of them.
    #[default]
    Off,
}

/// What the operators so far have set.
#[derive(Default)]
pub(super) struct State<'a> {
    pub(super) in_text: bool,
    pub(super) open: Option<Open<'a>>,
    pub(super) font: Option<(FontId, Abs)>,
    fill: Option<Paint>,
    stroke: Option<(Paint, Abs, bool)>,
    overprints: Overprint,
    pub(super) rise: f32,
}

/// Writes the operators of one side.
pub(super) struct Painter<'a> {
    pub(super) means: Means<'a>,
    pub(super) page: Page<'a>,
    pub(super) state: State<'a>,
}

impl<'a> Painter<'a> {
    fn frame(&mut self, frame: &'a Frame, to_page: &Affine, within: Within) {
        for (at, item) in &frame.items {
            let placed = placed(to_page, *at);
            match item {
                FrameItem::Group(group) => self.group(group, &placed.after(&group.transform), within),
                FrameItem::Text(run) => self.text(run, &placed, within),
                FrameItem::Path(path) => self.path(path, within.drawn(), &placed),
                FrameItem::Picture(picture) => self.picture(picture, &placed, within),
                FrameItem::Link(link) if self.has_links() => self.page.links.push(area(link, &placed)),
                FrameItem::Link(_) => {}
            }
        }
    }

    fn group(&mut self, group: &'a Group, to_page: &Affine, around: Within) {
        if let GroupKind::Panel(_) = group.kind {
            // A block that goes on in another panel is read in the order of its text, not of the panels on the sheet.
            self.end_text();
            self.end_mark();
        }
        let structure = self.means.structure;
        let sides = || sides(group.frame.size, to_page);
        self.frame(&group.frame, to_page, around.inside(&group.kind, structure, sides));
    }

    pub(super) fn path(&mut self, path: &Path, owner: Owner<'a>, to_page: &Affine) {
        self.end_text();
        self.begin_mark(owner, 0..0);
        self.overprint(Overprint::Off);
        if let Some(color) = path.fill {
            self.fill(color.paint(self.means.output));
        }
        if let Some(stroke) = path.stroke {
            self.stroke(stroke, to_page);
        }
        self.page.ops.extend(outline(path, to_page));
    }

    /// Lays what follows over the other inks of a press, or leaves them out below it. Black text lies over, so that no
    /// white shows around it where plates don't meet.
    pub(super) fn overprint(&mut self, over: Overprint) {
        if self.means.output.profile == Profile::Press && self.state.overprints != over {
            let state = match over {
                Overprint::On => OVER,
                Overprint::Off => KNOCK_OUT,
            };
            self.page.ops.push(paint::state(state));
            self.state.overprints = over;
        }
    }

    pub(super) fn fill(&mut self, paint: Paint) {
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
}

/// From what is placed at a point to the page.
fn placed(to_page: &Affine, at: Point) -> Affine {
    to_page.after(&Affine { shift: at, ..Affine::IDENTITY })
}

fn area(link: &Link, to_page: &Affine) -> Area {
    Area { sides: sides(link.size, to_page), link: link.link, text: link.text.clone() }
}
