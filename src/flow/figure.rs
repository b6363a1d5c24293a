//! Pictures and codes that stand among the text as blocks of their own.

use super::row::Setting;
use crate::color::Color;
use crate::frame::Art;
use crate::geom::{Abs, Point, Rect, Size};
use crate::qr::{LEAST_MODULE, QUIET};
use crate::spec::Length;

/// How far a picture gives way where gaps close up fully: a quarter of its width (H). It does as the gaps do.
const GIVES: f64 = 0.25;
/// How far a logo does, which says less than the text that it would take the room of: half of its width (H).
const LOGO_GIVES: f64 = 0.5;
/// How wide a code is where nothing is said: what a telephone at arm's length finds at once (H) …
const CODE: Abs = Abs::mm(20.0);
/// … in em of the body (H), for what is larger is read from farther …
const CODE_EM: f64 = 5.0;
/// … and how large its modules are, which uneven ink leaves readable (H).
const MODULE: Abs = Abs::mm(0.5);
/// From the edges of a plate to the picture on it (H).
const PLATE: Abs = Abs::mm(2.5);

/// A picture, and how large it is to be.
#[derive(Clone, PartialEq, Debug)]
pub struct Figure {
    /// What it shows.
    pub art: Art,
    /// Its width at most; a share is one of the measure. As large as its text asks for where there is none.
    pub width: Option<Length>,
    /// Its height at most; a share is one of the measure.
    pub height: Option<Length>,
    /// The colour of the plate under it.
    pub plate: Option<Color>,
    /// Where it stands.
    pub stand: Stand,
}

/// Where a picture stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stand {
    /// Below what comes before it.
    Below,
    /// Beside the lines of the contact before it, where these leave room for most of it; else below.
    Beside,
    /// A QR code of so many modules across, which its text stands beside.
    Code(u32),
}

/// The clear zone of a code, as far as it lies beyond its extent and within it.
#[derive(Clone, Copy, Default)]
pub(super) struct ClearZone {
    pub(super) outside: Abs,
    pub(super) inside: Abs,
}

impl Figure {
    /// From its edges to the picture.
    fn margin(&self) -> Abs {
        if self.plate.is_some() { PLATE } else { Abs::ZERO }
    }

    /// How many modules a code is across.
    pub fn modules(&self) -> Option<u32> {
        match self.stand {
            Stand::Code(modules) => Some(modules),
            Stand::Below | Stand::Beside => None,
        }
    }

    /// The clear zone of a code of that size: on a plate it is a part of it.
    pub(super) fn clear_zone(&self, size: Size) -> ClearZone {
        match (self.modules().map(f64::from), self.plate) {
            (Some(modules), None) => ClearZone { outside: size.width * (QUIET / modules), inside: Abs::ZERO },
            (Some(modules), Some(_)) => {
                ClearZone { outside: Abs::ZERO, inside: size.width * (QUIET / (modules + 2.0 * QUIET)) }
            }
            (None, _) => ClearZone::default(),
        }
    }

    /// How large a code is at a setting, the plate included. It gives way as pictures do where nothing is said of its width, as
    /// long as its modules can be read.
    fn code_size(&self, modules: f64, measure: Abs, setting: &Setting) -> Size {
        let given = (1.0 - GIVES + GIVES * setting.gaps).min(1.0);
        let own = || (setting.size * CODE_EM).max(CODE).max(MODULE * modules) * given;
        let side = self.width.map_or_else(|| own().max(LEAST_MODULE * modules), |width| width.of(measure));
        let whole = if self.plate.is_some() { side * ((modules + 2.0 * QUIET) / modules) } else { side };
        let side = whole.min(measure).max(Abs::pt(1.0));
        Size::new(side, side)
    }

    /// How large it is at a setting, the plate included.
    pub(super) fn size(&self, measure: Abs, setting: &Setting) -> Size {
        if let Some(modules) = self.modules() {
            return self.code_size(f64::from(modules), measure, setting);
        }
        let aspect = self.art.aspect();
        let margins = self.margin() * 2.0;
        let gives = if self.stand == Stand::Beside { LOGO_GIVES } else { GIVES };
        let given = (1.0 - gives + gives * setting.gaps).min(1.0);
        let wide = (self.width.map_or(measure, |width| width.of(measure)) * given).min(measure - margins);
        let high = self.height.map(|height| height.of(measure) * given / aspect);
        let width = high.map_or(wide, |high| wide.min(high)).max(Abs::pt(1.0));
        Size::new(width + margins, width * aspect + margins)
    }

    /// How large it is in a box that may be narrower and lower than its own, the plate included.
    pub(super) fn size_in(&self, room: Size) -> Size {
        let margins = self.margin() * 2.0;
        let (room, aspect) = (Size::new(room.width - margins, room.height - margins), self.art.aspect());
        let width = room.width.min(room.height / aspect).max(Abs::ZERO);
        Size::new(width + margins, width * aspect + margins)
    }

    /// Where the picture is on a plate that lies there.
    pub(super) fn inside(&self, plate: Rect) -> Rect {
        let margin = match self.modules() {
            Some(_) => self.clear_zone(plate.size).inside,
            None => self.margin(),
        };
        let size = Size::new(plate.size.width - margin * 2.0, plate.size.height - margin * 2.0);
        Rect::new(plate.at + Point::new(margin, margin), size)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::frame::Drawing;

    fn setting(gaps: f64) -> Setting {
        Setting { size: Abs::pt(10.0), leading: 1.0, gaps, need: 0.0, optional: true }
    }

    fn figure(width: Length, height: Option<Length>) -> Figure {
        // Twice as wide as high.
        let size = Size::new(Abs::pt(20.0), Abs::pt(10.0));
        let art = Art::Drawing(Arc::new(Drawing { size, pieces: Vec::new() }));
        Figure { art, width: Some(width), height, plate: None, stand: Stand::Below }
    }

    #[test]
    fn a_picture_keeps_its_proportions_in_its_box_and_gives_way_with_the_gaps() {
        let measure = Abs::pt(200.0);
        let size = |figure: &Figure, gaps| {
            let size = figure.size(measure, &setting(gaps));
            (size.width.to_pt(), size.height.to_pt())
        };
        let half = figure(Length::Share(0.5), None);
        assert_eq!(size(&half, 1.0), (100.0, 50.0));
        assert_eq!(size(&half, 1.6), (100.0, 50.0), "wide gaps make no picture larger");
        assert_eq!(size(&half, 0.6), (90.0, 45.0));
        assert_eq!(size(&figure(Length::Share(1.0), Some(Length::Abs(Abs::pt(30.0)))), 1.0), (60.0, 30.0));
        assert_eq!(
            size(&figure(Length::Abs(Abs::pt(900.0)), None), 1.0),
            (200.0, 100.0),
            "no wider than its measure"
        );
    }

    #[test]
    fn a_code_is_as_large_as_its_text_and_its_modules_ask_for() {
        let code = |modules, width, plate| Figure {
            width,
            plate,
            stand: Stand::Code(modules),
            ..figure(Length::Share(1.0), None)
        };
        let side = |figure: &Figure, measure: f64, size: f64, gaps| {
            let setting = Setting { size: Abs::pt(size), ..setting(gaps) };
            (figure.size(Abs::mm(measure), &setting).width / Abs::mm(1.0) * 100.0).round() / 100.0
        };
        let plain = code(25, None, None);
        assert_eq!(side(&plain, 80.0, 10.0, 1.0), 20.0);
        assert_eq!(side(&plain, 80.0, 20.0, 1.0), 35.28, "five em");
        assert_eq!(side(&plain, 80.0, 10.0, 0.0), 15.0, "it gives way with the gaps");
        assert_eq!(side(&code(61, None, None), 80.0, 10.0, 1.0), 30.5, "61 modules of half a millimetre");
        assert_eq!(side(&code(61, None, None), 80.0, 10.0, 0.0), 24.4, "and of 0.4 mm at least");
        assert_eq!(side(&code(25, Some(Length::Share(0.5)), None), 80.0, 10.0, 0.0), 40.0);
        assert_eq!(side(&code(25, None, Some(Color::WHITE)), 80.0, 10.0, 1.0), 26.4, "33 modules of 0.8 mm");
        assert_eq!(
            side(&code(25, None, Some(Color::WHITE)), 22.0, 10.0, 1.0),
            22.0,
            "no wider than its measure"
        );
    }

    #[test]
    fn a_plate_lies_around_the_picture_and_within_the_measure() {
        let plated = Figure { plate: Some(Color::WHITE), ..figure(Length::Share(1.0), None) };
        let size = plated.size(Abs::pt(200.0), &setting(1.0));
        assert_eq!(size.width, Abs::pt(200.0));
        let inner = plated.inside(Rect::new(Point::default(), size)).size;
        assert!((inner.width - inner.height * 2.0).abs() < Abs::pt(1e-9));
    }
}
