//! The running lines of a panel, placed. They name the leaflet and are no part of its text.

use super::draw::bar;
use super::emit::Placement;
use super::panel::Furniture;
use crate::color::Color;
use crate::frame::{Frame, FrameItem, Group, GroupKind};
use crate::geom::{Abs, Em, Point, Rect, Size};
use crate::spec::RuleLook;
use crate::style::{Align, LineStyle};
use crate::text::{BreakOptions, Line, Paragraph, break_lines, set_line};

/// Places the panel's running lines at the head and the foot of `inner`.
pub(super) fn emit(placement: &Placement<'_>, inner: Rect, frame: &mut Frame) {
    let body = placement.setting.size;
    let look = &placement.layout.look;
    if let Some(head) = &placement.furniture.head {
        let bottom = lines(placement, (head, GroupKind::Head), inner.at, inner.size.width, frame);
        if let Some(rule) = &head.look.rule {
            let y = bottom + body * rule.gap * 0.5;
            frame.push(Point::new(inner.at.x, y), rule_bar(rule, inner.size.width, look.color(&rule.color)));
        }
    }
    if let Some(foot) = &placement.furniture.foot {
        let height = foot.height(inner.size.width, body) - body * foot.look.gap;
        let mut top = inner.bottom() - height;
        if let Some(rule) = &foot.look.rule {
            frame
                .push(Point::new(inner.at.x, top), rule_bar(rule, inner.size.width, look.color(&rule.color)));
            top += Abs::pt(rule.width) + body * rule.gap;
        }
        let at = Point::new(inner.at.x, top);
        lines(placement, (foot, GroupKind::Foot), at, inner.size.width, frame);
    }
}

fn rule_bar(rule: &RuleLook, measure: Abs, color: Color) -> FrameItem {
    bar(Size::new(measure * rule.length.min(1.0), Abs::pt(rule.width)), color)
}

/// Sets both parts from `at` down; returns the y below the last line.
fn lines(
    placement: &Placement<'_>,
    (line, kind): (&Furniture, GroupKind),
    at: Point,
    measure: Abs,
    frame: &mut Frame,
) -> Abs {
    let body = placement.setting.size;
    let (size, leading) = (line.size(body), line.leading(body));
    let color = placement.layout.look.color(&line.look.color);
    let style = LineStyle { size, leading, align: Align::Start, color };
    let baseline = leading / 2.0 + placement.rules.baseline.at(size);
    if let Some(right) = &line.right
        && let Some(whole) = one_line(right)
    {
        let width = whole.width.at(size);
        let x = at.x + (measure - width).max(Abs::ZERO);
        frame.push(Point::new(x, at.y + baseline), words(right, &whole, width, &style, kind.clone()));
    }
    let mut y = at.y;
    if let Some(left) = &line.left {
        for set in line.lines(measure, body) {
            let width = set.width.at(size);
            frame.push(Point::new(at.x, y + baseline), words(left, &set, width, &style, kind.clone()));
            y += leading;
        }
    }
    y.max(at.y + leading)
}

/// A line of words that are no block's text, its place being where its measure starts, on the baseline.
pub fn words(
    paragraph: &Paragraph,
    line: &Line,
    measure: Abs,
    style: &LineStyle,
    kind: GroupKind,
) -> FrameItem {
    let mut frame = Frame::new(Size::new(measure, style.leading));
    for (x, run) in set_line(paragraph, line, measure, style, None).runs {
        frame.push(Point::new(x, Abs::ZERO), FrameItem::Text(run));
    }
    FrameItem::Group(Group::new(kind, frame))
}

/// Words as one line, however long.
pub fn one_line(words: &Paragraph) -> Option<Line> {
    let options = BreakOptions { align: Align::Start, display: false };
    break_lines(words, Em::new(10_000.0), &options).into_iter().next()
}
