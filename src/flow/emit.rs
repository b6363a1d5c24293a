//! Placed rows into the frame of a panel: fields, furniture, drawings, lines with their labels and links.

use super::block::Block;
use super::columns::column_height;
use super::furniture;
use super::label::{Layers, first_line};
use super::mirror::{mirror, mirrored};
use super::origin::{link_areas, passage};
use super::placement::{Backdrop, Placement, SetColumn};
use super::row::{BoxRow, LineRow, PictureRow, Row, RowKind, first_block};
use super::unread::place_unread;
use crate::frame::{
    Frame, FrameItem, Group, GroupKind, LineEnd, LineTag, Link, LinkId, PanelField, PanelTag, Picture,
    Stroke, backing, bar, drawn, filled, leaf, stroked,
};
use crate::geom::{Abs, Point, Rect, Size};
use crate::locale::Direction;
use crate::spec::{ArtPlace, Enclosure, VerticalAlign};
use crate::text::set_line;

/// The share of an em by which a gap of weight 1 may grow at most when a column spreads.
const SPREAD: f64 = 0.45;

/// What a drawing keeps clear of the text below or beside it, in em of the body (H).
const CLEAR: f64 = 1.0;
/// The share of the space above the text that a drawing takes at most (H).
const SHARE: f64 = 0.86;

/// The radius of the round corners of a plate (H).
const PLATE_CORNER: Abs = Abs::mm(4.0);

/// The frame of a panel.
pub fn emit(placement: &Placement<'_>) -> Group {
    let mut frame = Frame::new(placement.rect.size);
    let whole = Rect::new(Point::default(), placement.rect.size);
    let inner = whole.inset(placement.panel.inset);
    let field = placement.panel.fill.as_ref().map(|fill| {
        let mut rect = whole.inset(fill.inset);
        // A field that leaves the foot on paper does so however tall that is.
        if fill.inset.bottom > placement.panel.inset.bottom {
            let top = furniture::foot_top(placement, inner);
            rect.size.height = rect.size.height.min((top - rect.at.y).max(Abs::ZERO));
        }
        PanelField { rect, color: placement.layout.look.color(&fill.color) }
    });
    let tallest = placement.columns.iter().map(|column| column.height).fold(Abs::ZERO, Abs::max);
    let first = placement.columns.first().map_or(inner, |column| column.rect);
    let across = Rect::new(first.at, Size::new(inner.size.width, first.size.height));
    art(placement, across, tallest, &mut frame);
    let mut content = Frame::default();
    let backdrop = backdrop(placement, field, inner);
    furniture::emit(placement, inner, &backdrop, &mut content);
    let mut used = Abs::ZERO;
    let mut room = Abs::ZERO;
    for column in &placement.columns {
        used += column.height;
        room += column.rect.size.height;
        lines(placement, column, &backdrop, &mut content);
    }
    if placement.direction == Direction::RightToLeft {
        mirror(&mut content, inner);
    }
    frame.items.append(&mut content.items);
    let fill = if room > Abs::ZERO { (used / room).min(1.0) } else { 0.0 };
    let place = Some(placement.panel.place);
    let tag = PanelTag { panel: placement.number, place, turn: 0, fill, field };
    Group::new(GroupKind::Panel(tag), frame)
}

/// What lies behind the text of a panel, where that is placed before it is turned over.
fn backdrop(placement: &Placement<'_>, field: Option<PanelField>, inner: Rect) -> Backdrop {
    let paper = Backdrop::default();
    let Some(PanelField { rect, color }) = field else { return paper };
    match placement.direction {
        Direction::LeftToRight => paper.with(rect, color),
        Direction::RightToLeft => paper.with(mirrored(rect, inner), color),
    }
}

/// The panel's drawing: in the free space above the text, `used` being what that takes, or beside it in the panel's inset.
fn art(placement: &Placement<'_>, inner: Rect, used: Abs, frame: &mut Frame) {
    let Some(art) = &placement.panel.art else { return };
    let Some(drawing) = placement.drawings.get(&art.picture) else { return };
    let aspect = drawing.size.height / drawing.size.width;
    let (inset, panel) = (placement.panel.inset, placement.rect.size);
    let beside =
        |from: Abs, to: Abs| Rect::between(Point::new(from, inner.at.y), Point::new(to, inner.bottom()));
    let gap = placement.setting.size * CLEAR;
    let (area, across) = match art.place {
        ArtPlace::Above => {
            // Without text there is nothing to keep clear of.
            let gap = if used > Abs::ZERO { gap } else { Abs::ZERO };
            let free = (inner.size.height - used - gap).max(Abs::ZERO);
            (Rect::new(inner.at, Size::new(inner.size.width, free)), 0.5)
        }
        // It ends where text would end that had the inset of the other side.
        ArtPlace::Right => (beside(inner.right() + gap, panel.width - inset.left.min(inset.right)), 1.0),
        ArtPlace::Left => (beside(inset.right.min(inset.left), inner.at.x - gap), 0.0),
    };
    let highest = match art.place {
        ArtPlace::Above => area.size.height * SHARE,
        ArtPlace::Right | ArtPlace::Left => panel.height,
    };
    let width = art.width.of(inner.size.width).min(area.size.width).min(highest / aspect);
    if width < Abs::mm(8.0) {
        return;
    }
    let left = Size::new(area.size.width - width, area.size.height - width * aspect);
    let at = area.at + Point::new(left.width * across, left.height / 2.0);
    frame.push(at, FrameItem::Group(Group::new(GroupKind::Plain, drawn(drawing, width))));
}

/// Where each row of a column starts, from the column's top: space left over goes where the panel wants it.
fn tops(rows: &[Row], room: Abs, align: VerticalAlign, body: Abs) -> Vec<Abs> {
    let used = column_height(rows);
    let left = (room - used).max(Abs::ZERO);
    let weights: f64 = rows.iter().skip(1).map(|row| row.stretch).sum();
    let share = match align {
        VerticalAlign::Spread if weights > 0.0 => (left / weights).min(body * SPREAD),
        _ => Abs::ZERO,
    };
    let pinned = rows.iter().position(|row| row.pin).unwrap_or(rows.len());
    let (above, before_pinned) = match align {
        VerticalAlign::Middle => (left / 2.0, Abs::ZERO),
        VerticalAlign::Bottom => (left, Abs::ZERO),
        VerticalAlign::Top | VerticalAlign::Spread if pinned < rows.len() => (Abs::ZERO, left),
        VerticalAlign::Top | VerticalAlign::Spread => (Abs::ZERO, Abs::ZERO),
    };
    let mut y = above - rows.first().map_or(Abs::ZERO, |row| row.trim_top);
    let mut tops = Vec::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        if at > 0 {
            y += row.above + share * row.stretch;
        }
        if at == pinned {
            y += before_pinned - share * weights;
        }
        tops.push(y);
        y += row.height;
    }
    tops
}

fn lines(placement: &Placement<'_>, column: &SetColumn<'_>, backdrop: &Backdrop, frame: &mut Frame) {
    let room = column.rect.size.height;
    let all = [column.again, &column.rows].concat();
    let tops = tops(&all, room, placement.panel.align, placement.setting.size);
    let (again, own) = tops.split_at(column.again.len());
    let mut repeated = Frame::default();
    rows(placement, column.rect, column.again.iter().zip(again), backdrop, &mut repeated);
    place_unread(repeated, frame);
    section_rules(placement, column, own, frame);
    rows(placement, column.rect, column.rows.iter().zip(own), backdrop, frame);
}

/// Places rows, each at its top.
fn rows<'r>(
    placement: &Placement<'_>,
    column: Rect,
    rows: impl Iterator<Item = (&'r Row, &'r Abs)>,
    backdrop: &Backdrop,
    frame: &mut Frame,
) {
    let mut pen = Pen { placement, column, blocks: Vec::new(), frame };
    for (row, top) in rows {
        pen.row(row, column.at + Point::new(Abs::ZERO, *top), backdrop);
    }
    for (block, items) in pen.blocks {
        let group = Group::new(GroupKind::Block(placement.blocks[block].node), items);
        frame.push(Point::default(), FrameItem::Group(group));
    }
}

/// The lines between sections, in the middle of the space between them.
fn section_rules(placement: &Placement<'_>, column: &SetColumn<'_>, tops: &[Abs], frame: &mut Frame) {
    let look = &placement.layout.look;
    let rule = look.numeral.as_ref().and_then(|numeral| numeral.rule.as_ref());
    let Some(rule) = rule.filter(|rule| rule.width > 0.0) else { return };
    for (pair, tops) in column.rows.windows(2).zip(tops.windows(2)) {
        let ([above, below], [top, next]) = (pair, tops) else { continue };
        let numbered = first_block(below).is_some_and(|block| placement.blocks[block].numbered);
        let boxed = matches!(&above.kind, RowKind::Box(boxed) if boxed.enclosure == Enclosure::Section);
        if below.starts && numbered && !boxed {
            let ends = *top + above.height - above.trim_bottom;
            // The leaf beside the heading stands a little higher than its letters.
            let y = ends + (*next + below.trim_top - ends) * 0.45 - Abs::pt(rule.width / 2.0);
            let size = Size::new(right_edge(below, column) * rule.length.min(1.0), Abs::pt(rule.width));
            frame.push(column.rect.at + Point::new(Abs::ZERO, y), bar(size, look.color(&rule.color)));
        }
    }
}

/// Where the text of a row ends at most, from its column's left: panels of a place have one measure, that of the narrowest.
fn right_edge(row: &Row, column: &SetColumn<'_>) -> Abs {
    match &row.kind {
        RowKind::Line(line) => line.x + line.measure,
        RowKind::Box(boxed) => boxed.x + boxed.width,
        RowKind::Picture(_) => column.rect.size.width,
        RowKind::Whole(rows) => rows.first().map_or(column.rect.size.width, |row| right_edge(row, column)),
    }
}

/// Places the rows of a column.
struct Pen<'a, 'b> {
    placement: &'a Placement<'b>,
    column: Rect,
    /// What is of a block, by the block's index.
    blocks: Vec<(usize, Frame)>,
    /// What is of none.
    frame: &'a mut Frame,
}

impl Pen<'_, '_> {
    fn row(&mut self, row: &Row, at: Point, backdrop: &Backdrop) {
        match &row.kind {
            RowKind::Line(line) => self.line(line, at, backdrop),
            RowKind::Picture(picture) => self.picture(picture, at),
            RowKind::Whole(rows) => self.stack(rows, at, backdrop),
            RowKind::Box(boxed) => self.boxed(boxed, row.height, at, backdrop),
        }
    }

    fn stack(&mut self, rows: &[Row], at: Point, backdrop: &Backdrop) {
        let mut y = at.y;
        for row in rows {
            y += row.above;
            self.row(row, Point::new(at.x, y), backdrop);
            y += row.height;
        }
    }

    fn boxed(&mut self, boxed: &BoxRow, height: Abs, at: Point, around: &Backdrop) {
        let (look, body) = (&self.placement.layout.look, self.placement.setting.size);
        let own = look.enclosure(boxed.enclosure).expect("only what the look has encloses blocks");
        let size = Size::new(boxed.width, height);
        let left = at + Point::new(boxed.x, Abs::ZERO);
        let mut backdrop = around.clone();
        if let Some(fill) = &own.fill {
            let corner = own.outline.as_ref().map_or(0.0, |outline| outline.corner);
            self.frame.push(left, backing(size, filled(&leaf(size, body * corner), look.color(fill))));
            backdrop = around.with(Rect::new(left, size), look.color(fill));
        }
        if let Some(outline) = own.outline.as_ref().filter(|outline| outline.width > 0.0) {
            // The line lies within the box, so that its outer edge is that of the column.
            let width = Abs::pt(outline.width);
            let within = Size::new(size.width - width, size.height - width);
            let line = Stroke::plain(look.color(&outline.color), width);
            let shape = leaf(within, body * outline.corner);
            self.frame.push(left + Point::new(width / 2.0, width / 2.0), stroked(&shape, line));
        }
        if let Some(side) = own.side.as_ref().filter(|side| side.width > 0.0) {
            self.frame.push(left, bar(Size::new(Abs::pt(side.width), height), look.color(&side.color)));
        }
        if let Some(rule) = own.rule.as_ref().filter(|rule| rule.width > 0.0) {
            let size = Size::new(boxed.width * rule.length.min(1.0), Abs::pt(rule.width));
            self.frame.push(left, bar(size, look.color(&rule.color)));
        }
        let top = boxed.padding.top - boxed.rows.first().map_or(Abs::ZERO, |row| row.trim_top);
        self.stack(&boxed.rows, at + Point::new(Abs::ZERO, top), &backdrop);
    }

    /// A line with what its block carries on its first one. Where it runs the other way than the panel's own language, it
    /// is turned over within its column.
    fn line(&mut self, row: &LineRow, at: Point, backdrop: &Backdrop) {
        let placement = self.placement;
        let block = &placement.blocks[row.block];
        let mut layers = Layers::default();
        if row.first {
            first_line(placement, block, row, at, backdrop, &mut layers);
        }
        line(block, row, at, backdrop, &mut layers.words);
        if block.voice.direction != placement.direction {
            mirror(&mut layers.words, self.column);
            mirror(&mut layers.drawn, self.column);
        }
        self.take(row.block, layers.words);
        self.frame.items.append(&mut layers.drawn.items);
    }

    /// A picture, on its plate where it has one.
    fn picture(&mut self, row: &PictureRow, at: Point) {
        let block = &self.placement.blocks[row.block];
        let figure = block.figure.as_ref().expect("only a picture has such a row");
        let plate = Rect::new(at + Point::new(row.x, Abs::ZERO), row.size);
        if let Some(color) = figure.plate {
            // The clear zone of a code reaches into the corners.
            let corner = if figure.modules().is_some() { Abs::ZERO } else { PLATE_CORNER };
            self.frame.push(plate.at, filled(&leaf(plate.size, corner), color));
        }
        let inside = figure.inside(plate);
        let (art, modules) = (figure.art.clone(), figure.modules());
        let picture = Picture { size: inside.size, art, node: Some(block.node), modules };
        let mut items = Frame::default();
        if modules.is_some() {
            items.push(inside.at, FrameItem::Link(last_link(block, inside.size)));
        }
        items.push(inside.at, FrameItem::Picture(picture));
        self.take(row.block, items);
    }

    /// Takes items in that are of a block.
    fn take(&mut self, block: usize, mut items: Frame) {
        if self.blocks.last().is_none_or(|(last, _)| *last != block) {
            self.blocks.push((block, Frame::default()));
        }
        let (_, own) = self.blocks.last_mut().expect("one was pushed");
        own.items.append(&mut items.items);
    }
}

/// An area that leads where the last link of a block does, which is all of its last paragraph.
fn last_link(block: &Block, size: Size) -> Link {
    let last = passage(block.node, &block.paragraphs, block.paragraphs.len() - 1);
    let link = LinkId { node: block.node, index: last.links };
    Link { size, link, text: last.start..last.start }
}

fn line(block: &Block, row: &LineRow, at: Point, backdrop: &Backdrop, items: &mut Frame) {
    let paragraph = &block.paragraphs[row.paragraph];
    let passage = passage(block.node, &block.paragraphs, row.paragraph);
    let mut set = set_line(paragraph, &row.line, row.measure, &row.style, Some(passage));
    let at = at + Point::new(row.x, row.baseline);
    let leading = row.style.leading;
    let mut group = Frame::new(Size::new(row.measure, leading));
    let top = -(leading / 2.0 + block.voice.rules.baseline.at(row.style.size));
    for (x, link) in link_areas(&set.runs, leading) {
        group.push(Point::new(x, top), FrameItem::Link(link));
    }
    for (x, run) in &mut set.runs {
        run.ground = backdrop.under(run, at + Point::new(*x, Abs::ZERO));
    }
    for (x, run) in set.runs {
        group.push(Point::new(x, Abs::ZERO), FrameItem::Text(run));
    }
    // Paragraphs of one message are parted by U+2029, which the last line of each takes along.
    let separator = '\u{2029}'.len_utf8();
    let ends = row.line.text.end == paragraph.text.text.len() && row.paragraph + 1 < block.paragraphs.len();
    let end = passage.start + row.line.text.end + if ends { separator } else { 0 };
    let tag = LineTag {
        text: passage.start + row.line.text.start..end,
        measure: row.measure,
        width: set.width,
        size: row.style.size,
        ratio: row.line.ratio,
        end: if ends { LineEnd::Paragraph } else { row.line.end },
    };
    items.push(at, FrameItem::Group(Group::new(GroupKind::Line(tag), group)));
}
