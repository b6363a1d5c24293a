//! A printed side → a page. Walks its frame once, in the order of painting; only here is y turned over.

use std::collections::BTreeMap;

use crate::frame::{FrameItem, Group, GroupKind, Link, Met, SheetSide, walk};
use crate::geom::{Affine, Point, Size};

use super::figure::show_picture;
use super::marked::{Means, Owner, Painter};
use super::outlined_run::show_outlined;
use super::page::{Area, Artifact, Page, sides_of};
use super::run::show_run;
use super::shape::show_path;

/// Paints a side: its frame, then its marks.
pub(super) fn paint_side<'a>(side: &'a SheetSide, means: Means<'a>) -> Page<'a> {
    let margin = side.slug + side.bleed;
    let media = Size::new(side.trim.width + margin * 2.0, side.trim.height + margin * 2.0);
    let page = Page {
        ops: Vec::new(),
        media,
        inside: [side.slug, margin],
        links: Vec::new(),
        sequences: Vec::new(),
        spots: Vec::new(),
        starts: BTreeMap::new(),
        figures: BTreeMap::new(),
        mixed: false,
    };
    let mut painter = Painter::new(means, page);
    let to_page = Affine { linear: [1.0, 0.0, 0.0, -1.0], shift: Point::new(margin, media.height - margin) };
    walk(&side.frame, &to_page, |met| show_item(&mut painter, met, Artifact::Layout));
    walk(&side.marks, &to_page, |met| show_item(&mut painter, met, Artifact::Sheet));
    painter.finish()
}

/// Shows an item, which is an artifact of the kind `else_is` where no node reads it and no group says more.
fn show_item<'a>(painter: &mut Painter<'a>, met: &Met<'a, '_>, else_is: Artifact) {
    match met.item {
        FrameItem::Group(Group { kind: GroupKind::Panel(_), .. }) if !met.is_copy() => {
            // A block that goes on in another panel is read in the order of its text, not of the panels on the sheet.
            painter.content.leave_text();
            painter.content.unmark();
        }
        FrameItem::Text(run) if painter.means.target.is_outlined() => show_outlined(painter, run, met),
        FrameItem::Text(run) => show_run(painter, run, met, else_is),
        FrameItem::Path(path) => {
            let owner = Owner::of_drawing(met, painter.means.structure, else_is);
            show_path(painter, path, owner, &met.placed);
        }
        FrameItem::Picture(picture) => show_picture(painter, picture, met, else_is),
        FrameItem::Link(link) if painter.means.has_links() && !met.is_copy() => {
            painter.page.links.push(link_area(link, &met.placed));
        }
        FrameItem::Group(_) | FrameItem::Link(_) => {}
    }
}

fn link_area(link: &Link, to_page: &Affine) -> Area {
    Area { sides: sides_of(link.size, to_page), link: link.link, text: link.text.clone() }
}
