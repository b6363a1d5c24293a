//! Pictures on their pages, each a figure of its node.

use crate::frame::{Art, Picture};
use crate::geom::{Affine, Point};

use super::images;
use super::marked::{Mark, Owner, Part, Within};
use super::page::{Overprint, Painter};
use super::paint::sides;

impl<'a> Painter<'a> {
    /// Paints a picture: one sequence of its node, so that it is told as one figure.
    pub(super) fn picture(&mut self, picture: &'a Picture, to_page: &Affine, within: Within) {
        self.end_text();
        let mark = |node| Mark { node, part: Part::Paragraph(0), link: None, lang: None, reversed: false };
        let owner = picture.node.map_or(within.drawn(), |node| Owner::Read(mark(node)));
        if let Some(node) = picture.node {
            let sides = sides(picture.size, to_page);
            self.page.starts.entry(node).or_insert((0, Point::new(sides[0], sides[3])));
            self.page.figures.entry(node).or_insert(sides);
        }
        self.begin_mark(owner, 0..0);
        self.overprint(Overprint::Off);
        match &picture.art {
            Art::Drawing(drawing) => {
                let factor = picture.size.width / drawing.size.width;
                let scaled = to_page.after(&Affine::scale(factor, factor));
                drawing.paths.iter().for_each(|path| self.path(path, owner, &scaled));
            }
            Art::Raster(raster) => {
                self.page.mixed |= raster.alpha.is_some();
                self.page.ops.extend(images::show(self.means.images, raster, picture.size, to_page));
            }
        }
    }
}
