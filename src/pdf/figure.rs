//! Pictures on their pages, each a figure of its node.

use crate::frame::{Art, Met, Picture, Turn};
use crate::geom::Point;

use super::content::Overprint;
use super::drawing::drawing_name;
use super::images::{image_name, image_to_page, square_to_page};
use super::marked::{Owner, Painter};
use super::page::{Artifact, Mark, Part, Start, sides_of};

/// Shows a picture: one sequence of its node, so that it is told as one figure.
pub(super) fn show_picture<'a>(
    painter: &mut Painter<'a>,
    picture: &'a Picture,
    met: &Met<'a, '_>,
    else_is: Artifact,
) {
    painter.content.leave_text();
    let owner = match picture.node.filter(|_| !met.is_copy()) {
        Some(node) => {
            let sides = sides_of(picture.size, &met.placed);
            let top = Point::new(sides[0], sides[3]);
            painter.page.starts.entry(node).or_insert(Start { byte: 0, top });
            painter.page.figures.entry(node).or_insert(sides);
            Owner::Read(Mark::plain(node, Part::Picture))
        }
        None => Owner::of_drawing(met, painter.means.structure, else_is),
    };
    painter.mark(owner, 0..0);
    painter.content.overprint(Overprint::Off);
    match &picture.art {
        Art::Drawing(drawing) => {
            painter.page.mixed |= drawing.is_mixed();
            let name = drawing_name(painter.means.drawings, drawing);
            painter.content.image(&name, &square_to_page(picture.size, Turn::NONE, &met.placed));
        }
        Art::Raster(raster) => {
            painter.page.mixed |= raster.alpha.is_some();
            let name = image_name(painter.means.images, raster);
            painter.content.image(&name, &image_to_page(raster, picture.size, &met.placed));
        }
    }
}
