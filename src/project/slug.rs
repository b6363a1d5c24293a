//! What a press sheet says of itself outside its bleed, so that nobody mixes up two stacks: leaflet, language, layout,
//! size, edition, date, side and inks. Neutral, as all that a file says.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::job::{Draft, Job};
use crate::color::{Inks, Spot};
use crate::diag::{Diagnostics, Reported};
use crate::flow::Shelf;
use crate::frame::{Art, FrameItem, Group, GroupKind, Path};
use crate::sheet;
use crate::source::Span;
use crate::style::ParagraphStyle;
use crate::text::Paragraph;

/// The lines, side by side.
///
/// # Errors
/// `font/missing-glyph`, `font/damaged`.
pub(super) fn slugs(
    (job, draft): (&Job<'_>, &Draft<'_>),
    inks: Inks,
    shelf: &mut Shelf<'_>,
    diagnostics: &mut Diagnostics,
) -> Result<Vec<Arc<Paragraph>>, Reported> {
    let manifest = &job.project.manifest;
    let locale = &job.locale.catalog.locale;
    let size = job.page.size;
    let plates = plates(draft, inks);
    let of_side = |side: String| {
        let mut parts = vec![job.leaflet.name.clone(), locale.english_name().to_owned(), locale.tag.clone()];
        parts.extend(job.project.partner.as_ref().map(|partner| format!("+ {}", partner.catalog.locale.tag)));
        parts.extend([
            job.layout.name.clone(),
            format!("{:.1} × {:.1} mm", size.width.to_mm(), size.height.to_mm()),
            format!("edition {}", manifest.edition),
            manifest.date.clone(),
            side,
            plates.clone(),
        ]);
        parts.dedup();
        let span = Span::new(job.layout.source, 0..0);
        shelf.words(&parts.join(" · "), &ParagraphStyle::default(), span, diagnostics)
    };
    sheet::names(job.layout, job.page).into_iter().map(of_side).collect()
}

/// The plates: the process inks, and those of their own that something is printed in, in the order of their names.
fn plates(draft: &Draft<'_>, inks: Inks) -> String {
    if inks == Inks::Mono {
        return "K".to_owned();
    }
    let mut spots = BTreeSet::new();
    for panel in &draft.fitted.panels {
        gather(&panel.group, &mut spots);
    }
    std::iter::once("C M Y K").chain(spots.iter().map(Spot::name)).collect::<Vec<_>>().join(" + ")
}

/// The inks of their own of a group.
fn gather(group: &Group, spots: &mut BTreeSet<Spot>) {
    if let GroupKind::Panel(tag) = &group.kind {
        spots.extend(tag.field.and_then(|field| field.color.spot));
    }
    for (_, item) in &group.frame.items {
        match item {
            FrameItem::Group(group) => gather(group, spots),
            FrameItem::Text(run) => spots.extend(run.color.spot),
            FrameItem::Path(path) => spots.extend(of_path(path)),
            FrameItem::Picture(picture) => {
                if let Art::Drawing(drawing) = &picture.art {
                    spots.extend(drawing.paths.iter().flat_map(of_path));
                }
            }
            FrameItem::Link(_) => {}
        }
    }
}

fn of_path(path: &Path) -> impl Iterator<Item = Spot> {
    let painted = [path.fill, path.stroke.map(|stroke| stroke.color)];
    painted.into_iter().flatten().filter_map(|color| color.spot)
}
