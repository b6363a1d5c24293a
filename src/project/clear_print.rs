//! Which rules of clear print hold for a leaflet in large print, measured from what is placed (PRINT.md, Reading).

use serde::Serialize;

use crate::color::Color;
use crate::font::FontBook;
use crate::frame::{Frame, FrameItem, Group, GroupKind, Leaflet, LineTag, NodeId, Path, Step};
use crate::geom::{Abs, Point, Rect, Size};
use crate::locale::{Direction, Locale};
use crate::script::LARGE;

/// The most characters of a line.
const CHARACTERS: usize = 70;
/// The least contrast of text with what is behind it (WCAG 2.1, 1.4.6).
const CONTRAST: f64 = 7.0;
/// The capitals of a block from which it is set in capitals rather than an abbreviation (H).
const CAPITALS: usize = 12;

/// What was measured.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ClearPrint {
    /// The smallest size of the text, in points; running lines are none of it.
    pub size_pt: f64,
    /// How many lines do not start flush, or are stretched to end so.
    pub unaligned: usize,
    /// How many stretches of text are in italics.
    pub italics: usize,
    /// How many blocks are in capitals.
    pub capitals: usize,
    /// The least contrast of text with what is behind it, by the screen's colours.
    pub contrast: f64,
    /// The most characters of a line.
    pub characters: usize,
}

impl ClearPrint {
    /// Each rule with what was measured, and whether it holds.
    pub fn rules(&self) -> [(&'static str, String, bool); 6] {
        let count = |number: usize| if number == 0 { "yes".to_owned() } else { format!("but {number}") };
        [
            ("size", format!("{:.2} pt", self.size_pt), self.size_pt >= LARGE.to_pt()),
            ("flush start", count(self.unaligned), self.unaligned == 0),
            ("no italics", count(self.italics), self.italics == 0),
            ("no capitals", count(self.capitals), self.capitals == 0),
            ("contrast", format!("{:.1}:1", self.contrast), self.contrast >= CONTRAST),
            ("characters a line", self.characters.to_string(), self.characters <= CHARACTERS),
        ]
    }
}

/// Measures a leaflet.
pub(super) fn measure(leaflet: &Leaflet, fonts: &FontBook) -> ClearPrint {
    let lang = Locale::parse(&leaflet.lang);
    let direction = lang.map_or(Direction::LeftToRight, |locale| locale.direction);
    let none = ClearPrint {
        size_pt: f64::MAX,
        unaligned: 0,
        italics: 0,
        capitals: 0,
        contrast: 21.0,
        characters: 0,
    };
    let mut survey = Survey { leaflet, fonts, direction, fields: Vec::new(), found: none };
    for side in &leaflet.sides {
        survey.frame(&side.frame, Point::default(), None);
    }
    let mut found = survey.found;
    found.capitals = leaflet.structure.nodes.iter().filter(|node| is_shouted(&node.text)).count();
    found.size_pt = (found.size_pt * 100.0).round() / 100.0;
    found.contrast = (found.contrast * 10.0).floor() / 10.0;
    found
}

/// Whether a text is in capitals throughout.
fn is_shouted(text: &str) -> bool {
    let upper = text.chars().filter(|c| c.is_uppercase()).count();
    upper >= CAPITALS && !text.chars().any(char::is_lowercase)
}

struct Survey<'a> {
    leaflet: &'a Leaflet,
    fonts: &'a FontBook,
    direction: Direction,
    /// What is painted so far, with its extent.
    fields: Vec<(Rect, Color)>,
    found: ClearPrint,
}

impl Survey<'_> {
    /// Looks through a frame whose origin is there. Panels that are turned have an origin of their own.
    fn frame(&mut self, frame: &Frame, origin: Point, node: Option<NodeId>) {
        for (at, item) in &frame.items {
            let at = origin + *at;
            match item {
                FrameItem::Group(group) => self.group(group, at, node),
                FrameItem::Path(path) => self.fields.extend(path.fill.map(|fill| (extent(path, at), fill))),
                FrameItem::Text(run) => {
                    let behind = self.behind(at + Point::new(run.width() / 2.0, run.size * -0.3));
                    self.found.contrast = self.found.contrast.min(contrast(run.color, behind));
                    let italic = self.fonts.entry(run.font).style == "italic";
                    self.found.italics += usize::from(italic);
                }
                FrameItem::Link(_) => {}
            }
        }
    }

    fn group(&mut self, group: &Group, at: Point, node: Option<NodeId>) {
        match &group.kind {
            GroupKind::Panel(_) => {
                let around = std::mem::take(&mut self.fields);
                self.frame(&group.frame, Point::default(), None);
                self.fields = around;
            }
            GroupKind::Block(block) => self.frame(&group.frame, at, Some(*block)),
            GroupKind::Line(tag) => {
                self.line(tag, &group.frame, node);
                self.frame(&group.frame, at, node);
            }
            GroupKind::Plain | GroupKind::Label(_) | GroupKind::Head | GroupKind::Foot | GroupKind::Field => {
                self.frame(&group.frame, at, node)
            }
        }
    }

    fn line(&mut self, tag: &LineTag, line: &Frame, node: Option<NodeId>) {
        self.found.size_pt = self.found.size_pt.min(tag.size.to_pt());
        let text = node.and_then(|node| self.leaflet.structure.node(node).text.get(tag.text.clone()));
        let characters = text.map_or(0, |text| text.trim_end().chars().count());
        self.found.characters = self.found.characters.max(characters);
        let start = line.items.first().map_or(Abs::ZERO, |(at, _)| at.x);
        let off = match self.direction {
            Direction::LeftToRight => start,
            Direction::RightToLeft => tag.measure - start - tag.width,
        };
        // A quotation mark may hang in the margin.
        self.found.unaligned += usize::from(off > Abs::pt(0.01) || tag.ratio > 0.0);
    }

    /// The colour behind a place.
    fn behind(&self, at: Point) -> Color {
        let holds = |rect: &Rect| {
            (rect.at.x..=rect.right()).contains(&at.x) && (rect.at.y..=rect.bottom()).contains(&at.y)
        };
        self.fields.iter().rfind(|(rect, _)| holds(rect)).map_or(Color::WHITE, |(_, color)| *color)
    }
}

/// The box around an outline that is placed there.
fn extent(path: &Path, at: Point) -> Rect {
    let ends = path.steps.iter().filter_map(|step| match *step {
        Step::Move(to) | Step::Line(to) | Step::Cubic(_, _, to) => Some(at + to),
        Step::Close => None,
    });
    let (low, high) = ends.fold((None, at), |(low, high): (Option<Point>, Point), end| match low {
        None => (Some(end), end),
        Some(low) => (
            Some(Point::new(low.x.min(end.x), low.y.min(end.y))),
            Point::new(high.x.max(end.x), high.y.max(end.y)),
        ),
    });
    let low = low.unwrap_or(at);
    Rect::new(low, Size::new(high.x - low.x, high.y - low.y))
}

/// The contrast of two colours (WCAG 2.1, contrast ratio).
fn contrast(one: Color, other: Color) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The relative luminance of a colour (WCAG 2.1).
fn luminance(color: Color) -> f64 {
    let linear = color.srgb.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    linear.iter().zip([0.2126, 0.7152, 0.0722]).map(|(part, weight)| part * weight).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        let grey = |part: u8| Color { srgb: [part; 3], cmyk: [0; 4] };
        assert_eq!(contrast(Color::BLACK, Color::WHITE), 21.0);
        // #595959 is the lightest grey with 7:1 on white, #767676 that with 4.5:1.
        assert!(contrast(grey(0x59), Color::WHITE) >= 7.0 && contrast(grey(0x5a), Color::WHITE) < 7.0);
        assert!(contrast(grey(0x76), Color::WHITE) >= 4.5 && contrast(grey(0x77), Color::WHITE) < 4.5);
    }

    #[test]
    fn capitals_are_more_than_an_abbreviation() {
        assert!(is_shouted("STOP THE HARM DONE"));
        for plain in ["RCMP, CBSA", "Stop THE HARM DONE", "警察突擊搜查工作場所。警察態度惡劣"]
        {
            assert!(!is_shouted(plain), "{plain}");
        }
    }
}
