//! The running lines of a panel, placed. They name the leaflet and are no part of its text.

use super::panel::Furniture;
use super::placement::{Backdrop, Placement};
use super::words::{Words, one_line};
use crate::color::Color;
use crate::frame::{Frame, FrameItem, GroupKind, bar};
use crate::geom::{Abs, Point, Rect, Size};
use crate::spec::RuleLook;
use crate::style::{Align, LineStyle};

/// Places the panel's running lines at the head and the foot of `inner`.
pub(super) fn emit(placement: &Placement<'_>, inner: Rect, backdrop: &Backdrop, frame: &mut Frame) {
    let body = placement.setting.size;
    let look = &placement.layout.look;
    if let Some(head) = &placement.furniture.head {
        let band = Band { placement, furniture: head, kind: GroupKind::Head, backdrop };
        let bottom = band.place(inner.at, inner.size.width, frame);
        if let Some(rule) = head.look.rule.as_ref().filter(|rule| rule.width > 0.0) {
            let y = bottom + body * rule.gap * 0.5;
            frame.push(Point::new(inner.at.x, y), rule_bar(rule, inner.size.width, look.color(&rule.color)));
        }
    }
    if let Some(foot) = &placement.furniture.foot {
        let mut top = foot_top(placement, inner);
        if let Some(rule) = &foot.look.rule {
            if rule.width > 0.0 {
                let bar = rule_bar(rule, inner.size.width, look.color(&rule.color));
                frame.push(Point::new(inner.at.x, top), bar);
            }
            top += Abs::pt(rule.width) + body * rule.gap;
        }
        let band = Band { placement, furniture: foot, kind: GroupKind::Foot, backdrop };
        band.place(Point::new(inner.at.x, top), inner.size.width, frame);
    }
}

/// Where the running lines at the foot of `inner` start, with their rule; its end where there are none.
pub(super) fn foot_top(placement: &Placement<'_>, inner: Rect) -> Abs {
    let body = placement.setting.size;
    let height = |foot: &Furniture| foot.height(inner.size.width, body) - body * foot.look.gap;
    inner.bottom() - placement.furniture.foot.as_ref().map(height).unwrap_or_default()
}

fn rule_bar(rule: &RuleLook, measure: Abs, color: Color) -> FrameItem {
    bar(Size::new(measure * rule.length.min(1.0), Abs::pt(rule.width)), color)
}

/// The running lines at one end of a panel.
struct Band<'a> {
    placement: &'a Placement<'a>,
    furniture: &'a Furniture,
    kind: GroupKind,
    backdrop: &'a Backdrop,
}

impl Band<'_> {
    /// Sets both parts from `at` down; returns the y below the last line.
    fn place(&self, at: Point, measure: Abs, frame: &mut Frame) -> Abs {
        let Band { placement, furniture, backdrop, .. } = *self;
        let body = placement.setting.size;
        let (size, leading) = (furniture.size(body), furniture.leading(body));
        let color = placement.layout.look.color(&furniture.look.color);
        let style = LineStyle { size, leading, align: Align::Start, color };
        let baseline = leading / 2.0 + placement.rules.baseline.at(size);
        if let Some(right) = &furniture.right
            && let Some(line) = one_line(right)
        {
            let width = line.width.at(size);
            let at = Point::new(at.x + (measure - width).max(Abs::ZERO), at.y + baseline);
            let words =
                Words { paragraph: right, line: &line, measure: width, style, kind: self.kind.clone() };
            words.place(at, backdrop, frame);
        }
        let mut y = at.y;
        if let Some(left) = &furniture.left {
            for line in furniture.lines(measure, body) {
                let measure = line.width.at(size);
                let words = Words { paragraph: left, line: &line, measure, style, kind: self.kind.clone() };
                words.place(Point::new(at.x, y + baseline), backdrop, frame);
                y += leading;
            }
        }
        y.max(at.y + leading)
    }
}
