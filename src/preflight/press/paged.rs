//! The pages of a file held against a press: whether they are single, how many they are, how large, and how far ink goes over them.

use super::judge::{Case, Found, SLACK, counted};
use super::line::{PressLine, Wish};
use super::look::{Copies, Cut, Imposed, find_imposed, size};
use crate::preflight::measure::length;
use crate::spec::{PressMarks, PressPages, PressRow, PressSplit};

impl Case<'_> {
    /// How several pages lie on a sheet, where a shop wants single ones.
    fn together(&self, cuts: &[Cut]) -> Option<Imposed> {
        let is_asked = self.press.pages == PressPages::Single && self.states(PressRow::Pages);
        find_imposed(self.document, cuts).filter(|_| is_asked)
    }

    pub(super) fn imposed(&self, cuts: &[Cut]) -> Option<PressLine> {
        if self.press.pages != PressPages::Single || !self.states(PressRow::Pages) {
            return None;
        }
        let pages = cuts.len();
        let single = "single pages, in the order in which they are read";
        let how = || self.remake(format!("save it as {single}"));
        let (wanted, found) = match self.together(cuts) {
            // A leaf is no booklet.
            None if pages <= 2 => ("one side a page", Found::met(counted(pages, "side"))),
            None => (single, Found::met(counted(pages, "page"))),
            Some(Imposed::Spreads) => {
                let sheets = format!("{} of two pages beside each other", counted(pages, "side"));
                (single, Found::missed(sheets, how()))
            }
            Some(Imposed::Copies(Copies { count, .. })) => (
                "one copy a page",
                Found::missed(
                    format!("the same {count} times on a page"),
                    self.remake("save it with one copy a page"),
                ),
            ),
        };
        Some(Found::of(Wish::Imposed, wanted, found))
    }

    pub(super) fn count(&self, cuts: &[Cut]) -> Option<PressLine> {
        let sides = cuts.len();
        let is_single = self.press.pages == PressPages::Single && self.states(PressRow::Pages);
        let spreads = self.together(cuts) == Some(Imposed::Spreads);
        let pages = if spreads { sides * 2 } else { sides };
        let (wanted, is_met) = match self.press.files {
            PressSplit::Page => ("a page a file", pages == 1),
            PressSplit::Side => ("a side a file, or a booklet", pages == 1 || pages > 2),
            PressSplit::Leaflet if pages > 2 && is_single => {
                ("a multiple of 4 pages, if they are stitched", pages.is_multiple_of(4))
            }
            PressSplit::Leaflet => return None,
        };
        let on_sides = if spreads { format!(" on {}", counted(sides, "side")) } else { String::new() };
        let text = format!("{}{on_sides}", counted(pages, "page"));
        let found = match (is_met, self.press.files) {
            (true, _) => Found::met(text),
            (false, PressSplit::Leaflet) => {
                Found::note(text, "add blank pages before the last one, if it is a booklet")
            }
            (false, _) => Found::missed(text, self.remake(format!("save {wanted}"))),
        };
        Some(Found::of(Wish::Count, wanted, found))
    }

    pub(super) fn size(&self, cuts: &[Cut]) -> Option<PressLine> {
        if self.press.marks != PressMarks::None || !self.states(PressRow::Marks) {
            return None;
        }
        if let Some(imposed) = self.together(cuts) {
            return Some(self.size_of_sheets(imposed, cuts));
        }
        let exact = |cut: &Cut| cut.size().map(|side| side + self.wanted_bleed(cut) * 2.0);
        let is_off = |cut: &&Cut| {
            let wanted = exact(cut);
            (cut.page[0] - wanted[0]).abs() > SLACK * 2.0 || (cut.page[1] - wanted[1]).abs() > SLACK * 2.0
        };
        let cut = cuts.iter().find(is_off).unwrap_or(&cuts[0]);
        let (text, wanted) = (format!("a page of {}", size(cut.page)), size(exact(cut)));
        let found = if is_off(&cut) {
            Found::missed(text, self.remake(format!("save pages of {wanted}")))
        } else {
            Found::met(text)
        };
        Some(Found::of(Wish::Size, format!("{wanted}, trim and bleed"), found))
    }

    /// Of sheets that hold several pages a page is asked for, not a sheet.
    fn size_of_sheets(&self, imposed: Imposed, cuts: &[Cut]) -> PressLine {
        let sheet = &cuts[0];
        let sides = cuts.len();
        let (pages, each, page) = match imposed {
            Imposed::Spreads => {
                let [width, height] = sheet.size();
                (sides * 2, "2 pages each".to_owned(), Some([width / 2.0, height]))
            }
            Imposed::Copies(copies) => (sides, format!("{} copies each", copies.count), copies.size),
        };
        let page = page.map(|page| {
            let usual = if self.states(PressRow::Bleed) { self.likely_bleed(page) } else { sheet.bleed };
            size(page.map(|side| side + usual * 2.0))
        });
        let wanted = match page {
            Some(page) => format!("{} of {page}, trim and bleed", counted(pages, "page")),
            None => format!("{} as large as one copy, trim and bleed", counted(pages, "page")),
        };
        let found = format!("{} of {} with {each}", counted(sides, "side"), size(sheet.page));
        Found::of(Wish::Size, wanted.clone(), Found::missed(found, self.remake(format!("save {wanted}"))))
    }

    pub(super) fn bleed(&self, cuts: &[Cut]) -> Option<PressLine> {
        if !self.states(PressRow::Bleed) {
            return None;
        }
        let short = |cut: &&Cut| cut.bleed < self.wanted_bleed(cut) - SLACK;
        let long = |cut: &&Cut| cut.bleed > self.wanted_bleed(cut) + SLACK;
        let cut = cuts.iter().find(short).or_else(|| cuts.iter().find(long)).unwrap_or(&cuts[0]);
        let text = length(cut.bleed);
        let has_trim = self.document.pages.iter().all(|page| page.boxes.has_trim);
        let wanted = format!("{} on all sides", length(self.wanted_bleed(cut)));
        let how = || self.remake(format!("save it with a bleed of {wanted}"));
        let found = if short(&cut) || long(&cut) && !has_trim {
            Found::missed(text, how())
        } else if long(&cut) {
            Found::note(text, format!("the TrimBox says where to cut; for the exact amount {}", how()))
        } else {
            Found::met(text)
        };
        Some(Found::of(Wish::Bleed, wanted, found))
    }
}
