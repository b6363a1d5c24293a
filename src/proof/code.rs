//! Whether cameras can read the QR codes of a leaflet: the size of their modules, and that nothing stands in the clear zone
//! around them. That they are dark on light is how they are made.

use std::collections::BTreeMap;

use super::resolution::Exhibit;
use crate::diag::{Code, Diagnostic};
use crate::fit::SetPanel;
use crate::frame::{FrameItem, Picture, extent, walk};
use crate::geom::{Abs, Affine, Point, Rect, Sides, Size};
use crate::qr::{LEAST_MODULE, QUIET};
use crate::source::Span;

/// How far something may reach into the clear zone, as a share of it (H): what rounding makes, and what nobody sees.
const SLACK: f64 = 0.02;

/// A code that a camera may not read.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct UnreadableCode {
    /// Where the manifest asks for it.
    pub span: Span,
    /// Why it can't be read.
    pub fault: CodeFault,
}

/// Why a code can't be read.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum CodeFault {
    /// Its modules are too small.
    Small {
        /// How wide they are.
        module: Abs,
        /// How wide the code is at least that has modules large enough.
        least: Abs,
    },
    /// Something stands within so much of it that has to be clear.
    Crowded {
        /// How wide the clear zone is.
        zone: Abs,
    },
}

/// Finds the codes that a camera may not read, in the order of the manifest, each thing once for all languages.
pub fn unreadable_codes<'a>(languages: impl Iterator<Item = Exhibit<'a>>) -> Vec<UnreadableCode> {
    let mut small: BTreeMap<Span, CodeFault> = BTreeMap::new();
    let mut crowded: BTreeMap<Span, CodeFault> = BTreeMap::new();
    for Exhibit { panels, spans } in languages {
        for panel in panels {
            for placed in codes_of(panel) {
                let Some(&span) = placed.picture.node.and_then(|node| spans.get(&node)) else { continue };
                if let Some(fault) = placed.small() {
                    small.entry(span).or_insert(fault);
                }
                if let Some(fault) = placed.crowded(panel) {
                    crowded.entry(span).or_insert(fault);
                }
            }
        }
    }
    let faults = small.into_iter().chain(crowded);
    let mut found: Vec<UnreadableCode> = faults.map(|(span, fault)| UnreadableCode { span, fault }).collect();
    found.sort_by_key(|code| code.span);
    found
}

/// A code in its panel.
struct PlacedCode<'a> {
    picture: &'a Picture,
    /// How many modules it is wide.
    modules: f64,
    /// Its dark extent.
    rect: Rect,
}

/// The codes of a panel.
fn codes_of(panel: &SetPanel) -> Vec<PlacedCode<'_>> {
    let mut codes = Vec::new();
    walk(&panel.group.frame, &Affine::IDENTITY, |met| {
        if let FrameItem::Picture(picture) = met.item
            && let Some(modules) = picture.modules
        {
            let rect = placed(Rect::new(Point::default(), picture.size), &met.placed);
            codes.push(PlacedCode { picture, modules: f64::from(modules), rect });
        }
    });
    codes
}

fn placed(rect: Rect, place: &Affine) -> Rect {
    Rect::around(rect.corners().map(|corner| place.apply(corner))).unwrap_or_default()
}

impl PlacedCode<'_> {
    fn small(&self) -> Option<CodeFault> {
        let module = self.rect.size.width / self.modules;
        let least = LEAST_MODULE * self.modules;
        (module < LEAST_MODULE - Abs::mm(0.001)).then_some(CodeFault::Small { module, least })
    }

    /// Whether something of its panel stands in its clear zone, or the panel ends there.
    fn crowded(&self, panel: &SetPanel) -> Option<CodeFault> {
        let width = self.rect.size.width * (QUIET / self.modules);
        let zone = self.rect.grown(width * (1.0 - SLACK));
        let frame = &panel.group.frame;
        let mut stands = !Rect::new(Point::default(), frame.size).contains(&zone, Abs::ZERO);
        walk(frame, &Affine::IDENTITY, |met| {
            let own = match met.item {
                FrameItem::Text(run) => {
                    let size = Size::new(run.width(), run.size * HIGH);
                    Some(Rect::new(Point::new(Abs::ZERO, -size.height), size))
                }
                FrameItem::Picture(picture) if picture.node != self.picture.node => {
                    Some(Rect::new(Point::default(), picture.size))
                }
                FrameItem::Path(path) => {
                    let line = path.stroke.as_ref().map_or(Abs::ZERO, |stroke| stroke.line.width / 2.0);
                    let whole = placed(extent(&path.steps).grown(line), &met.placed);
                    // What all of the zone lies in is its ground; of a line around it what is inside does not count.
                    let inside = whole.inset(Sides::all(line * 2.0)).contains(&zone, Abs::ZERO);
                    (!inside).then(|| extent(&path.steps).grown(line))
                }
                FrameItem::Picture(_) | FrameItem::Group(_) | FrameItem::Link(_) => None,
            };
            stands |= own.is_some_and(|own| placed(own, &met.placed).overlaps(&zone, Abs::ZERO));
        });
        stands.then_some(CodeFault::Crowded { zone: width })
    }
}

/// How high letters are over their baseline, in em, of those that are as high as a line (H).
const HIGH: f64 = 0.72;

impl UnreadableCode {
    /// What is said of it in a layout of that name: `code/small`, `code/crowded`.
    pub fn diagnostic(&self, layout: &str) -> Diagnostic {
        let mm = |length: Abs| (length / Abs::mm(1.0) * 100.0).round() / 100.0;
        let (code, message, help) = match self.fault {
            CodeFault::Small { module, least } => (
                Code::CodeSmall,
                format!(
                    "the squares of this code are {} mm wide in “{layout}”, and cameras read none below {} mm",
                    mm(module),
                    mm(LEAST_MODULE)
                ),
                format!(
                    "make it {} mm wide or more, or have it lead to a shorter address, which takes fewer squares",
                    (mm(least) * 10.0).ceil() / 10.0
                ),
            ),
            CodeFault::Crowded { zone } => (
                Code::CodeCrowded,
                format!("something stands nearer than {} mm to this code in “{layout}”", mm(zone)),
                "cameras find a code by the clear paper around it: give it a smaller width, or its panel a wider inset"
                    .to_owned(),
            ),
        };
        Diagnostic::new(code, message).label(self.span, "asked for here").help(help)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::Color;
    use crate::frame::{Frame, Group, GroupKind, NodeId, Stroke, bar, rectangle, stroked};
    use crate::qr::symbol;
    use crate::source::Sources;

    /// What is wrong with a code of 25 modules, each `module` mm wide, that lies 10 mm from the left and the top of a panel
    /// 60 mm wide with `other` in it, before the code and where it says, in mm.
    fn faults(module: f64, other: Option<([f64; 2], FrameItem)>) -> Vec<CodeFault> {
        let symbol = symbol("https://example.org").unwrap();
        let side = Abs::mm(module * 25.0);
        let node = Some(NodeId(0));
        let art = crate::frame::Art::Drawing(symbol.drawing);
        let picture = Picture { size: Size::new(side, side), art, node, modules: Some(symbol.modules) };
        let mut frame = Frame::new(Size::new(Abs::mm(60.0), Abs::mm(60.0)));
        if let Some(([x, y], item)) = other {
            frame.push(Point::new(Abs::mm(x), Abs::mm(y)), item);
        }
        frame.push(Point::new(Abs::mm(10.0), Abs::mm(10.0)), FrameItem::Picture(picture));
        let panel = SetPanel { cell: 1, at: Point::default(), group: Group::new(GroupKind::Plain, frame) };
        let span = Span::new(Sources::default().add("a", "a"), 0..1);
        let spans = BTreeMap::from([(NodeId(0), span)]);
        let exhibit = Exhibit { panels: &[panel], spans: &spans };
        unreadable_codes([exhibit].into_iter()).iter().map(|code| code.fault).collect()
    }

    fn square(width: f64) -> FrameItem {
        bar(Size::new(Abs::mm(width), Abs::mm(width)), Color::BLACK)
    }

    #[test]
    fn modules_have_a_least_width() {
        assert_eq!(faults(0.4, None), []);
        assert!(matches!(faults(0.39, None)[..], [CodeFault::Small { .. }]));
    }

    #[test]
    fn nothing_stands_in_the_clear_zone() {
        let crowded = |at: [f64; 2], item: FrameItem| {
            let found = faults(0.8, Some((at, item)));
            assert!(found.iter().all(|fault| matches!(fault, CodeFault::Crowded { .. })));
            !found.is_empty()
        };
        // The code reaches from 10 to 30 mm, and its clear zone from 6.8 to 33.2.
        assert!(!crowded([2.0, 2.0], square(4.7)) && crowded([2.0, 2.0], square(5.0)));
        assert!(!crowded([33.3, 10.0], square(5.0)) && crowded([33.0, 10.0], square(5.0)));
        assert!(!crowded([6.5, 6.5], square(27.0)), "a ground");
        assert!(crowded([8.0, 8.0], square(24.0)), "a plate that is too small");
        let framed = |width: f64| {
            let size = Size::new(Abs::mm(width), Abs::mm(width));
            stroked(&rectangle(size), Stroke::plain(Color::BLACK, Abs::mm(0.3)))
        };
        assert!(!crowded([6.0, 6.0], framed(28.0)) && crowded([8.0, 8.0], framed(24.0)), "a line around it");
        assert!(
            matches!(faults(2.0, None)[..], [CodeFault::Crowded { .. }]),
            "the panel ends before the zone does"
        );
    }
}
