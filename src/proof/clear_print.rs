//! Which rules of clear print hold for a leaflet in large print, measured from what is placed (docs/print.md, "Reading").

use serde::Serialize;

use super::contrast::measure_contrast;
use crate::color::Output;
use crate::font::FontBook;
use crate::frame::{Frame, FrameItem, Group, GroupKind, Leaflet, LineTag, NodeId, walk};
use crate::geom::{Abs, Affine};
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
    /// The least contrast of text with what is behind it.
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
pub fn measure_clear_print(leaflet: &Leaflet, fonts: &FontBook, output: Output) -> ClearPrint {
    let lang = Locale::parse(&leaflet.lang);
    let direction = lang.map_or(Direction::LeftToRight, |locale| locale.direction);
    let none = ClearPrint {
        size_pt: f64::MAX,
        unaligned: 0,
        italics: 0,
        capitals: 0,
        contrast: measure_contrast(leaflet, fonts, output).iter().map(|text| text.ratio).fold(21.0, f64::min),
        characters: 0,
    };
    let mut survey = PrintSurvey { leaflet, direction, found: none };
    for side in &leaflet.sides {
        walk(&side.frame, &Affine::IDENTITY, |met| match met.item {
            FrameItem::Group(Group { kind: GroupKind::Line(tag), frame, .. }) => {
                survey.line(tag, frame, met.block());
            }
            FrameItem::Text(run) => {
                survey.found.italics += usize::from(fonts.entry(run.font).style == "italic");
            }
            FrameItem::Group(_) | FrameItem::Path(_) | FrameItem::Picture(_) | FrameItem::Link(_) => {}
        });
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

struct PrintSurvey<'a> {
    leaflet: &'a Leaflet,
    direction: Direction,
    found: ClearPrint,
}

impl PrintSurvey<'_> {
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_more_than_an_abbreviation() {
        assert!(is_shouted("STOP THE HARM DONE"));
        for plain in ["RCMP, CBSA", "Stop THE HARM DONE", "警察突擊搜查工作場所。警察態度惡劣"]
        {
            assert!(!is_shouted(plain), "{plain}");
        }
    }
}
