//! What a shop sets bounds to, held against a file: the most ink, the thinnest line, the smallest type, and where text stands.

use super::judge::{Case, Found, SLACK};
use super::line::{PressLine, Wish};
use super::look::{Cut, text_margin};
use crate::preflight::measure::length;

impl Case<'_> {
    /// Where no face is, type may be there as outlines, which tell neither its size nor its place.
    fn without_text(&self) -> Found {
        if !self.facts.fonts.is_empty() {
            return Found::met("no text");
        }
        let how = match self.file.build {
            Some(_) => "the build judged it, and warned where it is not so",
            None => "look at it in the file with its faces",
        };
        Found::note("no faces; type as outlines can’t be judged", how)
    }

    pub(super) fn ink(&self) -> Option<PressLine> {
        let most = self.press.limits.ink?;
        let found = match self.facts.ink {
            Some(ink) if ink > most + 0.5 => Found::missed(
                format!("{ink:.0} %"),
                "use lighter colours, or have pictures converted for less ink",
            ),
            Some(ink) => Found::met(format!("{ink:.0} %")),
            None => Found::met("none in inks"),
        };
        Some(Found::of(Wish::Ink, format!("{most:.0} % at most"), found))
    }

    pub(super) fn line(&self) -> Option<PressLine> {
        let least = self.press.limits.line?.to_pt();
        let drawn = &self.document.drawn;
        let bare = drawn.pages.iter().any(|page| page.has_bare_line).then_some(0.0);
        let thinnest = drawn.lines.iter().map(|line| line.width).chain(bare).min_by(f64::total_cmp);
        let found = match thinnest {
            Some(width) if width < least * 0.99 => Found::missed(
                format!("{width:.2} pt"),
                "draw lines wider: in a look or layout, or in the drawing",
            ),
            Some(width) => Found::met(format!("{width:.2} pt")),
            None => Found::met("no lines"),
        };
        Some(Found::of(Wish::Line, format!("{least:.2} pt or more"), found))
    }

    pub(super) fn type_size(&self) -> Option<PressLine> {
        let least = self.press.limits.type_size?.to_pt();
        let found = match &self.facts.smallest {
            Some(smallest) if smallest.size < least - 0.01 => Found::missed(
                format!("{:.2} pt on page {}", smallest.size, smallest.page),
                "take a layout with more room, fewer words, or a larger size in the look",
            ),
            Some(smallest) => Found::met(format!("{:.2} pt", smallest.size)),
            None => self.without_text(),
        };
        Some(Found::of(Wish::Type, format!("{least:.2} pt or more inside the trim"), found))
    }

    pub(super) fn knockout(&self) -> Option<PressLine> {
        let least = self.press.limits.knockout?.to_pt();
        let left_out = self.document.drawn.texts.iter().filter(|text| text.is_kept && text.is_left_out);
        let found = match left_out.map(|text| text.size).min_by(f64::total_cmp) {
            Some(size) if size < least - 0.01 => {
                Found::missed(format!("{size:.2} pt"), "set such text larger, or in black on a light field")
            }
            Some(size) => Found::met(format!("{size:.2} pt")),
            None if self.facts.fonts.is_empty() => self.without_text(),
            None => Found::met("none"),
        };
        Some(Found::of(
            Wish::Knockout,
            format!("{least:.2} pt or more where text is left out of a field"),
            found,
        ))
    }

    pub(super) fn safe(&self, cuts: &[Cut]) -> Option<PressLine> {
        let least = self.press.limits.safe?.to_pt();
        let pages = cuts.iter().zip(1..);
        let margins = pages.filter_map(|(cut, page)| Some((text_margin(self.document, cut, page)?, page)));
        let found = match margins.min_by(|one, other| one.0.total_cmp(&other.0)) {
            Some((margin, page)) if margin < least - SLACK => Found::missed(
                format!("text {} from the edge of page {page}", length(margin)),
                "give the panels of the layout wider insets",
            ),
            Some((margin, _)) => Found::met(length(margin)),
            None => self.without_text(),
        };
        Some(Found::of(Wish::Safe, format!("{} or more from the trim to text", length(least)), found))
    }
}
