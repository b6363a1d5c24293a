//! What a press sheet says of itself outside its bleed, so that nobody mixes up two stacks: leaflet, language, layout,
//! size, edition, date, side and inks. Neutral, as all that a file says.

use std::sync::Arc;

use super::job::Job;
use crate::color::Inks;
use crate::diag::{Diagnostics, Reported};
use crate::flow::Shelf;
use crate::sheet;
use crate::source::Span;
use crate::spec::Layout;
use crate::style::ParagraphStyle;
use crate::text::Paragraph;

/// The lines, side by side.
///
/// # Errors
/// `font/missing-glyph`, `font/damaged`.
pub(super) fn slugs(
    job: &Job<'_>,
    inks: Inks,
    shelf: &mut Shelf<'_>,
    diagnostics: &mut Diagnostics,
) -> Result<Vec<Arc<Paragraph>>, Reported> {
    let manifest = &job.project.manifest;
    let locale = &job.locale.catalog.locale;
    let size = job.page.size;
    let of_side = |side: String| {
        let mut parts = vec![job.leaflet.name.clone(), locale.english_name().to_owned(), locale.tag.clone()];
        parts.extend(job.project.partner.as_ref().map(|partner| format!("+ {}", partner.catalog.locale.tag)));
        parts.extend([
            job.layout.name.clone(),
            format!("{:.1} × {:.1} mm", size.width.to_mm(), size.height.to_mm()),
            format!("edition {}", manifest.edition),
            manifest.date.clone(),
            side,
            plates(job.layout, inks),
        ]);
        parts.dedup();
        let span = Span::new(job.layout.source, 0..0);
        shelf.words(&parts.join(" · "), &ParagraphStyle::default(), span, diagnostics)
    };
    sheet::names(job.layout, job.page).into_iter().map(of_side).collect()
}

/// The plates: the process inks, and those of their own that the palette names.
fn plates(layout: &Layout, inks: Inks) -> String {
    if inks == Inks::Mono {
        return "K".to_owned();
    }
    let mut plates = vec!["C M Y K".to_owned()];
    for spot in layout.look.palette.values().filter_map(|color| color.spot) {
        if !plates.iter().any(|plate| plate == spot.name()) {
            plates.push(spot.name().to_owned());
        }
    }
    plates.join(" + ")
}
