//! The extent of a layout: how many pages it has, where that follows its text. In: a layout with the most pages. Out: the same
//! with fewer.

use super::layout::Layout;
use crate::fold::{Fold, Scheme};
use crate::frame::Place;

impl Layout {
    /// The layout with fewer pages, the fewest first, for a leaflet that has text for some kinds of panels; none where the
    /// number of its pages is given.
    pub fn shorter(&self, has_text: impl Fn(Place) -> bool) -> Vec<Layout> {
        let (Some(fewest), most) = (self.fewest, last_page(self)) else { return Vec::new() };
        let step = usize::try_from(page_step(self.fold)).expect("32 bits fit");
        (fewest..most).step_by(step).filter_map(|pages| self.cut_to(pages, &has_text)).collect()
    }

    /// The layout with that many pages; `None` where no more can be left out.
    fn cut_to(&self, pages: u32, has_text: impl Fn(Place) -> bool) -> Option<Layout> {
        let mut cut = self.clone();
        while last_page(&cut) > pages {
            cut.leave_out(spare_panel(&cut, &has_text)?);
        }
        Some(cut)
    }

    /// Leaves a page out; those after it move up.
    fn leave_out(&mut self, panel: usize) {
        let page = self.panels.remove(panel).cell;
        for panel in self.panels.iter_mut().filter(|panel| panel.cell > page) {
            panel.cell -= 1;
            if panel.mirror {
                panel.face_about();
            }
        }
    }
}

/// In how many pages at a time a layout grows: by a sheet, which has four in a booklet and two elsewhere.
pub(super) fn page_step(fold: &Fold) -> u32 {
    if fold.scheme == Scheme::Booklet { 4 } else { 2 }
}

fn last_page(layout: &Layout) -> u32 {
    layout.panels.iter().map(|panel| panel.cell).max().unwrap_or_default()
}

/// The panel that is left out first, each a page of its own between the covers: one that the leaflet has no text for; else the
/// last of running text, of which one stays; else the last other one that shares its table with others.
fn spare_panel(layout: &Layout, has_text: impl Fn(Place) -> bool) -> Option<usize> {
    let panels = &layout.panels;
    let last = last_page(layout);
    let is_page = |at: usize| {
        let cell = panels[at].cell;
        cell > 1 && cell < last && panels.iter().filter(|other| other.cell == cell).count() == 1
    };
    let shares = |at: usize| panels.iter().filter(|other| other.span == panels[at].span).count() > 1;
    let bodies = panels.iter().filter(|panel| panel.place == Place::Body).count();
    let pages = || (0..panels.len()).rev().filter(|&at| is_page(at));
    pages()
        .find(|&at| !has_text(panels[at].place))
        .or_else(|| pages().find(|&at| panels[at].place == Place::Body && bodies > 1))
        .or_else(|| pages().find(|&at| shares(at)))
}

#[cfg(test)]
mod tests {
    use crate::diag::Diagnostics;
    use crate::frame::Place;
    use crate::source::Sources;
    use crate::spec::{Layout, Look, PanelSpec, read_layout};

    /// A booklet: cover, two pages for an account, pages of text, the back; what `read_layout` says of `pages` is the error.
    fn booklet(pages: &str) -> Result<Layout, String> {
        let text = format!(
            r#"purpose = "a booklet"
fold = "booklet"
orientation = "landscape"
papers = ["letter"]
unprinted = "6mm"
pages = {pages}
[body]
max = 12
leading = [1, 1]
gaps = [1, 1]
[[panel]]
cell = 1
place = "cover"
[[panel]]
cell = [2, 3]
mirror = true
place = "aside"
inset = ["9mm", "5mm", "9mm", "7mm"]
[[panel]]
cell = [4, 15]
mirror = true
place = "body"
inset = ["9mm", "5mm", "9mm", "7mm"]
foot = {{ left = "{{page}}", size = 1, color = "black", gap = 1 }}
[[panel]]
cell = 16
place = "back"
"#
        );
        let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
        let source = sources.add("layouts/book.toml", text);
        let layout = read_layout("book", source, Look::default(), &sources, &mut diagnostics);
        layout.map_err(|_| diagnostics.iter().map(|diagnostic| diagnostic.message.clone()).collect())
    }

    /// The pages of each extent, for a leaflet without text for a place: the first letter of what stands there, large where more
    /// is kept at the left.
    fn extents(layout: &Layout, without: Option<Place>) -> Vec<String> {
        let page = |panel: &PanelSpec| {
            let sign = &panel.place.name()[..1];
            let outer = panel
                .foot
                .as_ref()
                .is_none_or(|foot| (foot.left == "{page}") == panel.cell.is_multiple_of(2));
            assert!(outer, "the number of page {} is at the stitches", panel.cell);
            if panel.inset.left > panel.inset.right { sign.to_uppercase() } else { sign.to_owned() }
        };
        let extents = layout.shorter(|place| Some(place) != without);
        extents.iter().map(|extent| extent.panels.iter().map(page).collect()).collect()
    }

    #[test]
    fn pages_are_left_out_in_fours_and_those_that_move_up_face_as_their_place_does() {
        let layout = booklet("[4, 16]").unwrap();
        assert_eq!(extents(&layout, None), ["cAbb", "cAaBbBbb", "cAaBbBbBbBbb"]);
        // No page is kept for what the leaflet has no text for.
        assert_eq!(extents(&layout, Some(Place::Aside)), ["cBbb", "cBbBbBbb", "cBbBbBbBbBbb"]);
        assert_eq!(extents(&booklet("[16, 16]").unwrap(), None), [""; 0]);
    }

    #[test]
    fn pages_that_can_not_be_are_told() {
        for (pages, told) in [
            ("[4, 12]", "the panels of this layout end on page 16, not on page 12"),
            ("[6, 16]", "its pages come in steps of 4, the fewest first"),
            ("[20, 16]", "its pages come in steps of 4, the fewest first"),
            ("[0, 16]", "its pages come in steps of 4, the fewest first"),
        ] {
            assert_eq!(booklet(pages).unwrap_err(), told, "{pages}");
        }
    }
}
