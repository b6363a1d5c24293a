//! The graphics state (ISO 32000-1 8.4): matrices, colours and text, as operators leave it.

use hayro_syntax::object::{Dict, Object};

use crate::color::Inking;
use crate::preflight::read::drawn::{BesideKind, LineUse};
use crate::preflight::read::matrix::Matrix;
use crate::preflight::read::space::ColorSpace;
use crate::preflight::read::values::numbers;

/// The colour of areas, or of lines.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct CurrentColor {
    /// Its space.
    pub(super) space: ColorSpace,
    /// Its numbers.
    pub(super) parts: Vec<f64>,
    /// The name of its pattern.
    pub(super) pattern: Option<Vec<u8>>,
}

impl CurrentColor {
    /// The colour that an operator sets, given the space so far; `None` where it sets none.
    pub(super) fn read(
        operator: &[u8],
        operands: &[Object<'_>],
        spaces: &Dict<'_>,
        around: &ColorSpace,
    ) -> Option<CurrentColor> {
        let parts = numbers(operands);
        let plain = |device: &[u8]| ColorSpace::named(device, spaces);
        let space = match operator {
            b"g" | b"G" => plain(b"DeviceGray"),
            b"rg" | b"RG" => plain(b"DeviceRGB"),
            b"k" | b"K" => plain(b"DeviceCMYK"),
            b"cs" | b"CS" => match operands.first() {
                Some(Object::Name(name)) => return Some(CurrentColor::first(plain(name.as_ref()))),
                _ => return None,
            },
            _ => {
                let pattern = match operands.last() {
                    Some(Object::Name(name)) => Some(name.as_ref().to_vec()),
                    _ => None,
                };
                return Some(CurrentColor { parts, space: around.clone(), pattern });
            }
        };
        Some(CurrentColor { parts, space, pattern: None })
    }

    /// The colour that a space starts with.
    fn first(space: ColorSpace) -> CurrentColor {
        CurrentColor { parts: space.initial(), space, pattern: None }
    }
}

/// Fills or strokes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Brush {
    /// Areas.
    Fill,
    /// Lines.
    Stroke,
}

/// What `q` saves and `Q` brings back.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct GraphicsState {
    /// From the user's space to the page's.
    pub(super) matrix: Matrix,
    /// The colour of areas.
    pub(super) fill: CurrentColor,
    /// The colour of lines.
    pub(super) stroke: CurrentColor,
    /// The width of lines, in the user's space.
    pub(super) line_width: f64,
    /// Whether lines are made of dashes.
    pub(super) is_dashed: bool,
    /// How text is shown.
    pub(super) text: TextState,
}

impl GraphicsState {
    /// The state that a page starts with.
    pub(super) fn new() -> GraphicsState {
        GraphicsState {
            matrix: Matrix::IDENTITY,
            fill: CurrentColor::first(ColorSpace::Gray),
            stroke: CurrentColor::first(ColorSpace::Gray),
            line_width: 1.0,
            is_dashed: false,
            text: TextState::START,
        }
    }

    /// Whether text is shown without ink: it stays as light as paper.
    pub(super) fn leaves_text_out(&self) -> bool {
        let CurrentColor { space, parts, pattern } = &self.fill;
        let is_bare = match space.inks(parts) {
            Some(inks) => !space.is_registration() && inks.iter().all(|ink| *ink < 0.004),
            None => space.is_light() && !parts.is_empty() && parts.iter().all(|light| *light > 0.996),
        };
        is_bare && pattern.is_none()
    }

    /// The colour of a brush.
    pub(super) fn color(&self, brush: Brush) -> &CurrentColor {
        match brush {
            Brush::Fill => &self.fill,
            Brush::Stroke => &self.stroke,
        }
    }

    /// A line as it would be drawn on a page: where it is scaled unequally, its thinner side.
    pub(super) fn line(&self, page: usize) -> LineUse {
        let [across, down] = self.matrix.scales();
        let inks = self.stroke.space.inks(&self.stroke.parts).unwrap_or_default();
        LineUse { width: self.line_width * across.min(down), inking: Inking::of(&inks), page }
    }

    /// What a path is that these brushes paint; `None` where none does.
    pub(super) fn beside_kind(&self, brushes: &[Brush]) -> Option<BesideKind> {
        match (brushes.contains(&Brush::Stroke), self.is_dashed) {
            _ if brushes.is_empty() => None,
            (true, true) => Some(BesideKind::Dashes),
            (true, false) => Some(BesideKind::Line),
            (false, _) => Some(BesideKind::Area),
        }
    }

    /// Changes the colour of a brush.
    pub(super) fn set_color(&mut self, brush: Brush, color: CurrentColor) {
        match brush {
            Brush::Fill => self.fill = color,
            Brush::Stroke => self.stroke = color,
        }
    }
}

/// How text is shown (ISO 32000-1 9.3).
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct TextState {
    /// The face, by its place among those drawn.
    pub(super) face: Option<usize>,
    /// The size before matrices.
    pub(super) size: f64,
    /// What is added after each glyph, and after each space of one byte.
    pub(super) char_gap: f64,
    pub(super) word_gap: f64,
    /// How wide glyphs are set, 1 being their own width.
    pub(super) stretch: f64,
    /// From one line to the next.
    pub(super) leading: f64,
    /// How far text is raised.
    pub(super) rise: f64,
    /// How text is painted (ISO 32000-1 9.3.6).
    pub(super) mode: i64,
}

impl TextState {
    /// The state that a page starts with.
    const START: TextState = TextState {
        face: None,
        size: 0.0,
        char_gap: 0.0,
        word_gap: 0.0,
        stretch: 1.0,
        leading: 0.0,
        rise: 0.0,
        mode: 0,
    };

    /// The brushes that text is painted with; none when it is invisible.
    pub(super) fn brushes(&self) -> &'static [Brush] {
        match self.mode.rem_euclid(4) {
            0 => &[Brush::Fill],
            1 => &[Brush::Stroke],
            2 => &[Brush::Fill, Brush::Stroke],
            _ => &[],
        }
    }

    /// How far a glyph of that width in em moves on (ISO 32000-1 9.4.4).
    pub(super) fn advance(&self, width: f64, is_space: bool) -> f64 {
        let word_gap = if is_space { self.word_gap } else { 0.0 };
        (width * self.size + self.char_gap + word_gap) * self.stretch
    }

    /// How far a number between strings moves back.
    pub(super) fn gap(&self, thousandths: f64) -> f64 {
        thousandths / 1000.0 * self.size * self.stretch
    }
}

/// The box around the points of a path, on the page.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Extent(Option<[f64; 4]>);

impl Extent {
    pub(super) const NONE: Extent = Extent(None);

    /// A whole area.
    pub(super) fn area(area: [f64; 4]) -> Extent {
        Extent(Some(area))
    }

    /// The box around points.
    pub(super) fn around(points: impl IntoIterator<Item = [f64; 2]>) -> Extent {
        let mut extent = Extent::NONE;
        points.into_iter().for_each(|point| extent.add(point));
        extent
    }

    /// Takes a point in.
    pub(super) fn add(&mut self, [x, y]: [f64; 2]) {
        self.0 = Some(match self.0 {
            None => [x, y, x, y],
            Some([left, low, right, high]) => [left.min(x), low.min(y), right.max(x), high.max(y)],
        });
    }

    /// Takes in the operands of an operator that builds a path (ISO 32000-1 8.5.2).
    pub(super) fn add_step(&mut self, operator: &[u8], numbers: &[f64], matrix: &Matrix) {
        match (operator, numbers) {
            (b"re", &[x, y, width, height]) => {
                for [x, y] in [[x, y], [x + width, y], [x, y + height], [x + width, y + height]] {
                    self.add(matrix.apply(x, y));
                }
            }
            (b"re", _) => {}
            _ => {
                for pair in numbers.as_chunks::<2>().0 {
                    self.add(matrix.apply(pair[0], pair[1]));
                }
            }
        }
    }

    /// Its sides; `None` where there are no points.
    pub(super) fn sides(&self) -> Option<[f64; 4]> {
        self.0
    }

    /// Whether it reaches into a box.
    pub(super) fn meets(&self, area: [f64; 4]) -> bool {
        self.0.is_some_and(|[left, low, right, high]| {
            left < area[2] && right > area[0] && low < area[3] && high > area[1]
        })
    }
}
