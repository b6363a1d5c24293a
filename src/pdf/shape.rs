//! Outlines on their pages.

use crate::frame::Path;
use crate::geom::Affine;

use super::content::{Overprint, PageStroke};
use super::marked::{Owner, Painter};
use super::page::Artifact;

/// Paints an outline of that owner.
pub(super) fn show_path<'a>(painter: &mut Painter<'a>, path: &Path, owner: Owner<'a>, to_page: &Affine) {
    let output = painter.means.target.output;
    painter.content.leave_text();
    painter.mark(owner, 0..0);
    painter.content.overprint(Overprint::Off);
    if let Some(color) = path.fill {
        let is_field = matches!(owner, Owner::Unread(Artifact::Background(_)));
        painter.content.fill(if is_field { color.paint_area(output) } else { color.paint(output) });
    }
    if let Some(stroke) = &path.stroke {
        let line = stroke.line.scaled(to_page.mean_scale());
        painter.content.stroke(PageStroke { paint: stroke.color.paint(output), line });
    }
    painter.content.paint(path, to_page);
}
