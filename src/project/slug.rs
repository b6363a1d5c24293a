//! What a press sheet says of itself outside its bleed, so that nobody mixes up two stacks: leaflet, language, layout,
//! size, edition, date, side and inks. Neutral, as all that a file says.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::job::{Job, SetLeaflet};
use crate::color::{Inks, Spot};
use crate::flow::{Flaw, Shelf};
use crate::frame::{Art, FrameItem, Group, GroupKind, Path};
use crate::sheet;
use crate::source::Span;
use crate::style::ParagraphStyle;
use crate::text::Paragraph;

/// The lines, side by side. `shelf` is of the job's language.
///
/// # Errors
/// A name can't be shaped.
pub(super) fn slugs(
    job: &Job<'_>,
    leaflet: &SetLeaflet<'_>,
    inks: Inks,
    shelf: &mut Shelf<'_>,
) -> Result<Vec<Arc<Paragraph>>, Flaw> {
    let plates = plates(leaflet, inks);
    let mut slugs = Vec::new();
    for side in sheet::side_names(job.layout, job.page) {
        let words = slug(job, side, &plates);
        let span = Span::new(job.layout.source, 0..0);
        slugs.push(shelf.words(&words, &ParagraphStyle::default(), span)?);
    }
    Ok(slugs)
}

fn slug(job: &Job<'_>, side: String, plates: &str) -> String {
    let manifest = &job.project.manifest;
    let locale = &job.locale.catalog.locale;
    let size = job.page.size;
    let mut parts = vec![job.leaflet.name.clone(), locale.english_name().to_owned(), locale.tag.clone()];
    parts.extend(job.project.partner.as_ref().map(|partner| format!("+ {}", partner.catalog.locale.tag)));
    parts.extend([
        job.layout.name.clone(),
        format!("{:.1} × {:.1} mm", size.width.to_mm(), size.height.to_mm()),
        format!("edition {}", manifest.edition),
        manifest.date.clone(),
        side,
        plates.to_owned(),
    ]);
    parts.dedup();
    parts.join(" · ")
}

/// The plates: the process inks, and those of their own that something is printed in, in the order of their names.
fn plates(leaflet: &SetLeaflet<'_>, inks: Inks) -> String {
    if inks == Inks::Mono {
        return "K".to_owned();
    }
    let mut spots = BTreeSet::new();
    for panel in &leaflet.panels {
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
