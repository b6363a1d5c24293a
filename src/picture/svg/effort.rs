//! How long the filters of a drawing take, told before they are made: some work at each pixel with all pixels around it.

use usvg::filter::{Filter, Kind};
use usvg::{Group, Node};

use super::outline::{affine, rect};
use crate::geom::{Abs, Affine, Size};
use crate::picture::error::DrawingError;

/// The most work at each pixel of the canvas, all filters taken together (H). A shadow is 20 to 60 where it is as large as
/// the canvas.
const MOST_EFFORT: f64 = 600.0;
/// How many times the canvas a filter may cover; resvg makes none larger.
const MOST_COVER: f64 = 25.0;
/// Pixels of the longer side, as drawings are mostly shown (H).
const ACROSS: f64 = 1_000.0;

/// Refuses drawings whose filters would take long.
///
/// # Errors
/// They would.
pub(super) fn check_effort(root: &Group, canvas: Size) -> Result<(), DrawingError> {
    if effort(root, &Affine::IDENTITY, canvas) > MOST_EFFORT { Err(DrawingError::Effort) } else { Ok(()) }
}

fn effort(group: &Group, around: &Affine, canvas: Size) -> f64 {
    let place = around.after(&affine(group.transform()));
    let area = |size: Size| size.width.to_pt() * size.height.to_pt();
    let layer = place.extent_of(&rect(group.layer_bounding_box().to_rect()));
    let cover = (area(layer.size) / area(canvas)).clamp(0.0, MOST_COVER);
    let unit = ACROSS / canvas.width.max(canvas.height).max(Abs::pt(1e-6)).to_pt();
    let [scale, _] = place.scales().map(|scale| scale * unit);
    let own: f64 = group.filters().iter().map(|filter| filter_effort(filter, scale)).sum();
    // A layer is painted twice, a mask once more.
    let layers =
        if group.should_isolate() { 2.0 } else { 0.0 } + if group.mask().is_some() { 3.0 } else { 0.0 };
    let inner = group.children().iter().map(|node| match node {
        Node::Group(inner) => effort(inner, &place, canvas),
        Node::Path(_) | Node::Image(_) | Node::Text(_) => 0.0,
    });
    inner.sum::<f64>() + (own + layers) * cover
}

/// The work at each pixel; `scale` pixels go to a unit.
fn filter_effort(filter: &Filter, scale: f64) -> f64 {
    let kinds = filter.primitives().iter().map(|primitive| match primitive.kind() {
        Kind::Turbulence(turbulence) => 30.0 * f64::from(turbulence.num_octaves()),
        Kind::Morphology(morphology) => {
            let window = |radius: f32| (f64::from(radius) * scale * 2.0 + 1.0).min(ACROSS);
            window(morphology.radius_x().get()) * window(morphology.radius_y().get())
        }
        Kind::ConvolveMatrix(convolve) => {
            f64::from(convolve.matrix().columns()) * f64::from(convolve.matrix().rows())
        }
        Kind::GaussianBlur(_) => 12.0,
        Kind::DropShadow(_) | Kind::DiffuseLighting(_) | Kind::SpecularLighting(_) => 20.0,
        _ => 3.0,
    });
    kinds.sum()
}
