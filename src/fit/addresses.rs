//! Room for long addresses. In: a layout, a text. Out: the layout whose drawings stand back where an address to turn to would
//! not fit beside them on one line; how many characters of one fit.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::flow::{Block, Story};
use crate::frame::Role;
use crate::geom::{Abs, whole_number};
use crate::spec::{ArtPlace, Layout, Page, Place, PlacedPanel, panel_columns, place_panels};

/// Leaves out the drawings at the side of panels whose numbers or addresses need more width on one line than that leaves,
/// even at their smallest size and that of the running text, `floor`.
pub fn with_room_for_addresses<'a>(
    mut layout: Cow<'a, Layout>,
    story: &Story,
    page: &Page,
    floor: Abs,
) -> Cow<'a, Layout> {
    let needed = |panel: usize| {
        let blocks = story.blocks.get(&layout.panels[panel].place).into_iter().flatten();
        let contacts = blocks.filter(|block| block.role == Role::Contact);
        contacts.map(|block: &Block| block.least_measure(floor)).fold(Abs::ZERO, Abs::max)
    };
    let mut crowded = Vec::new();
    for (index, measure) in measures(&layout, page) {
        let art = layout.panels[index].art.as_ref();
        let beside = art.is_some_and(|art| matches!(art.place, ArtPlace::Left | ArtPlace::Right));
        if beside && needed(index) > measure {
            crowded.push(index);
        }
    }
    for panel in crowded {
        layout.to_mut().panels[panel].leave_out_art();
    }
    layout
}

/// About how many characters of a number or an address fit on one line of the panels of its place.
pub fn characters_on_a_line(
    layout: &Layout,
    page: &Page,
    (place, block): (Place, &Block),
    floor: Abs,
) -> usize {
    let own = measures(layout, page).into_iter().filter(|(panel, _)| layout.panels[*panel].place == place);
    let measure = own.map(|(_, measure)| measure).reduce(Abs::min).unwrap_or_default();
    let count = block.paragraphs.iter().map(|shaped| shaped.text.text.chars().count()).max();
    let count = f64::from(u32::try_from(count.unwrap_or_default()).unwrap_or(u32::MAX));
    let fitting = count * (measure / block.least_measure(floor).max(Abs::pt(1.0)));
    usize::try_from(whole_number(fitting.floor())).unwrap_or_default()
}

/// The panels with the measure of their columns.
fn measures(layout: &Layout, page: &Page) -> Vec<(usize, Abs)> {
    let measure = |placed: PlacedPanel| {
        let panel = &layout.panels[placed.index];
        (placed.index, panel_columns(panel, placed.inner(panel)).0)
    };
    place_panels(layout, page, &BTreeMap::new()).into_iter().map(measure).collect()
}
