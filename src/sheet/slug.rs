//! What a press sheet says of itself outside its bleed, so that nobody mixes up two stacks: leaflet, language, layout,
//! size, edition, date, side and inks. Neutral, as all that a file says.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::press::press_pages;
use super::side::Imposition;
use crate::color::{Inks, Spot};
use crate::fit::SetPanel;
use crate::flow::{Flaw, Shelf};
use crate::frame::{FrameItem, GroupKind, Path, walk};
use crate::geom::Affine;
use crate::locale::Locale;
use crate::source::Span;
use crate::style::ParagraphStyle;
use crate::text::Paragraph;

/// What a sheet can't know of the leaflet on it.
pub struct SlugFacts<'a> {
    /// The leaflet's name.
    pub leaflet: &'a str,
    /// Its language.
    pub locale: &'a Locale,
    /// The language that it is set beside.
    pub partner: Option<&'a Locale>,
    /// Its edition.
    pub edition: &'a str,
    /// Its date.
    pub date: &'a str,
    /// The inks that it is printed in.
    pub inks: Inks,
}

/// The lines, side by side. `shelf` is of the leaflet's language.
///
/// # Errors
/// A name can't be shaped.
pub fn slug_lines(
    facts: &SlugFacts<'_>,
    sheets: &Imposition<'_>,
    shelf: &mut Shelf<'_>,
) -> Result<Vec<Arc<Paragraph>>, Flaw> {
    let Imposition { layout, panels, .. } = *sheets;
    let SlugFacts { leaflet, locale, partner, edition, date, inks } = *facts;
    let plates = plates(panels, inks);
    let mut lines = Vec::new();
    for (name, size) in press_pages(sheets) {
        let mut parts = vec![leaflet.to_owned(), locale.english_name().to_owned(), locale.tag.clone()];
        parts.extend(partner.map(|partner| format!("+ {}", partner.tag)));
        parts.extend([
            layout.name.clone(),
            format!("{:.1} × {:.1} mm", size.width.to_mm(), size.height.to_mm()),
            format!("edition {edition}"),
            date.to_owned(),
            name,
            plates.clone(),
        ]);
        parts.dedup();
        let span = Span::new(layout.source, 0..0);
        lines.push(shelf.words(&parts.join(" · "), &ParagraphStyle::default(), span)?);
    }
    Ok(lines)
}

/// The plates: the process inks, and those of their own that something is printed in, in the order of their names.
fn plates(panels: &[SetPanel], inks: Inks) -> String {
    if inks == Inks::Mono {
        return "K".to_owned();
    }
    let mut spots = BTreeSet::new();
    for panel in panels {
        panel_spots(panel, &mut spots);
    }
    std::iter::once("C M Y K").chain(spots.iter().map(Spot::name)).collect::<Vec<_>>().join(" + ")
}

/// The inks of their own of a panel.
fn panel_spots(panel: &SetPanel, spots: &mut BTreeSet<Spot>) {
    if let GroupKind::Panel(tag) = &panel.group.kind {
        spots.extend(tag.field.and_then(|field| field.color.spot));
    }
    walk(&panel.group.frame, &Affine::IDENTITY, |met| match met.item {
        FrameItem::Text(run) => spots.extend(run.color.spot),
        FrameItem::Path(path) => spots.extend(path_spots(path)),
        // Pictures have no inks of their own.
        FrameItem::Group(_) | FrameItem::Picture(_) | FrameItem::Link(_) => {}
    });
}

fn path_spots(path: &Path) -> impl Iterator<Item = Spot> {
    let painted = [path.fill, path.stroke.as_ref().map(|stroke| stroke.color)];
    painted.into_iter().flatten().filter_map(|color| color.spot)
}
