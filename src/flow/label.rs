//! What stands beside the first line of a block: the rule above it, the numeral of its section, the label of an item.

use super::block::Block;
use super::placement::{Backdrop, Placement};
use super::row::LineRow;
use super::style::LabelStyle;
use super::words::{Words, one_line};
use crate::frame::{Frame, FrameItem, Group, GroupKind, bar, disc, drawn, filled, leaf};
use crate::geom::{Abs, Em, Point, Rect, Size};
use crate::spec::{LabelKind, LeafLook, NumeralLook};
use crate::style::{Align, LineStyle};
use crate::text::Paragraph;

/// The radius of the round corners of a numeral's leaf, its width being 1.
const LEAF: f64 = 0.8;

/// The height of figures: Noto Sans's .714 em, which the CJK faces' .733 comes near.
const FIGURES: Em = Em::new(0.714);

/// The items of a line of a block: the block's own, numerals and badges among them, and what is drawn beside it.
#[derive(Default)]
pub(super) struct Layers {
    pub(super) words: Frame,
    pub(super) drawn: Frame,
}

/// Rule, numeral and label of a block.
pub(super) fn first_line(
    placement: &Placement<'_>,
    block: &Block,
    row: &LineRow,
    at: Point,
    backdrop: &Backdrop,
    layers: &mut Layers,
) {
    if let Some(rule) = block.style.rule.as_ref().filter(|rule| rule.width > 0.0) {
        // Where text is set in to the edge of numbered sections, rules are as long as those between them.
        let set_in = block.set_in && block.within.is_none();
        let x = if set_in { Abs::ZERO } else { row.x };
        let size = Size::new((row.x - x + row.measure) * rule.length, Abs::pt(rule.width));
        layers.drawn.push(at + Point::new(x, Abs::ZERO), bar(size, rule.color));
    }
    let look = &placement.layout.look;
    let numeral = look.numeral.as_ref().filter(|numeral| numeral.size > 0.0);
    if let (Some(numeral), Some(words)) = (numeral, &block.numeral) {
        let stands = Stands { at, row, backdrop };
        match &numeral.leaf {
            Some(own) => leaf_numeral(placement, (numeral, own), (block, words), &stands, layers),
            None => plain_numeral(placement, numeral, (block, words), &stands, layers),
        }
    }
    // A drawing that is made nothing of has lines as thin as a device can print them.
    if let Some(style) = block.style.label.as_ref().filter(|label| label.width > 0.0) {
        let middle = at.y + row.baseline - block.voice.rules.baseline.at(row.style.size);
        let left = at.x + row.x - placement.setting.size * block.style.indent;
        label(placement, block, style, Point::new(left, middle), backdrop, layers);
    }
}

/// Where a numeral stands: beside a row, whose place is given, and on what.
struct Stands<'a> {
    at: Point,
    row: &'a LineRow,
    backdrop: &'a Backdrop,
}

/// A numeral by itself.
fn plain_numeral(
    placement: &Placement<'_>,
    numeral: &NumeralLook,
    (block, words): (&Block, &Paragraph),
    stands: &Stands<'_>,
    layers: &mut Layers,
) {
    let &Stands { at, row, backdrop } = stands;
    let size = placement.setting.size * numeral.size;
    // The numeral's top is level with the heading's: capitals with capitals, in every script.
    let top = at.y + row.baseline - block.voice.rules.top.at(row.style.size);
    let baseline = top + FIGURES.at(size);
    let field = placement.panel.fill.as_ref().filter(|_| block.within.is_none());
    let color = placement.layout.look.words(Some(&numeral.color), field.map(|fill| fill.color.as_str()));
    let style = LineStyle { size, leading: size, align: Align::Start, color };
    let number = Number { words, style, measure: row.x };
    number.place(block, Point::new(at.x, baseline), backdrop, &mut layers.words);
}

/// A numeral on its leaf, at the middle of the heading's first line.
fn leaf_numeral(
    placement: &Placement<'_>,
    (numeral, own): (&NumeralLook, &LeafLook),
    (block, words): (&Block, &Paragraph),
    stands: &Stands<'_>,
    layers: &mut Layers,
) {
    let &Stands { at, row, backdrop } = stands;
    let (body, look) = (placement.setting.size, &placement.layout.look);
    let (width, size) = (body * own.width, body * numeral.size);
    let middle = at.y + row.baseline - block.voice.rules.baseline.at(row.style.size);
    let area = Rect::new(Point::new(at.x, middle - width / 2.0), Size::new(width, width));
    let fill = look.color(&own.fill);
    layers.drawn.push(area.at, filled(&leaf(area.size, width * LEAF), fill));
    let style = LineStyle { size, leading: size, align: Align::Center, color: look.color(&numeral.color) };
    let baseline = Point::new(at.x, middle + FIGURES.at(size) / 2.0);
    let number = Number { words, style, measure: width };
    number.place(block, baseline, &backdrop.with(area, fill), &mut layers.words);
}

/// What stands before a block, from its left end and at its middle.
fn label(
    placement: &Placement<'_>,
    block: &Block,
    label: &LabelStyle,
    left: Point,
    backdrop: &Backdrop,
    layers: &mut Layers,
) {
    let width = placement.setting.size * label.width;
    let radius = width / 2.0;
    let centre = left + Point::new(radius, Abs::ZERO);
    match label.kind {
        LabelKind::Bullet => {
            let mut bullet = Frame::default();
            bullet.push(Point::default(), disc(radius, label.fill));
            layers.drawn.push(centre, FrameItem::Group(Group::new(GroupKind::Label(block.node), bullet)));
        }
        LabelKind::Badge => {
            layers.drawn.push(centre, disc(radius, label.fill));
            if let Some(words) = &block.badge {
                let size = width * 0.6;
                let style = LineStyle { size, leading: size, align: Align::Center, color: label.color };
                let at = left + Point::new(Abs::ZERO, FIGURES.at(size) / 2.0);
                let around = Rect::new(left + Point::new(Abs::ZERO, -radius), Size::new(width, width));
                let disc = backdrop.with(around, label.fill);
                Number { words, style, measure: width }.place(block, at, &disc, &mut layers.words);
            }
        }
        LabelKind::Icon => {
            let drawing = label.picture.as_ref().and_then(|picture| placement.drawings.get(picture));
            if let Some(drawing) = drawing {
                let height = width * (drawing.size.height / drawing.size.width);
                let at = left + Point::new(Abs::ZERO, height / -2.0);
                let field = placement.panel.fill.as_ref().filter(|_| block.within.is_none());
                let field = field.map(|fill| fill.color.as_str());
                let drawing = drawing.recolored(|color| placement.layout.look.drawn_on(color, field));
                let group = Group::new(GroupKind::Label(block.node), drawn(&drawing, width));
                layers.drawn.push(at, FrameItem::Group(group));
            }
        }
    }
}

/// The number of a block, which is one line whatever the measure.
struct Number<'a> {
    words: &'a Paragraph,
    style: LineStyle,
    measure: Abs,
}

impl Number<'_> {
    fn place(self, block: &Block, at: Point, backdrop: &Backdrop, frame: &mut Frame) {
        let Number { words, style, measure } = self;
        let Some(line) = one_line(words) else { return };
        let kind = GroupKind::Label(block.node);
        Words { paragraph: words, line: &line, measure, style, kind }.place(at, backdrop, frame);
    }
}
