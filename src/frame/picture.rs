//! Pictures as outputs read them: drawings or pixels, at a size.

use std::sync::Arc;

use super::drawing::Drawing;
use super::raster::Raster;
use super::structure::NodeId;
use crate::geom::{Abs, Size};

/// A picture at its size; its place is its top left corner.
#[derive(Clone, PartialEq, Debug)]
pub struct Picture {
    /// Its extent.
    pub size: Size,
    /// What it shows.
    pub art: Art,
    /// The node whose text says in words what it shows; `None` for what a reader need not be told.
    pub node: Option<NodeId>,
    /// How many modules it is wide, where it is a QR code.
    pub modules: Option<u32>,
}

impl Picture {
    /// How many of its pixels lie on an inch, the fewer of both directions, and of all pictures in it the fewest; `None` where
    /// it has none.
    pub fn ppi(&self) -> Option<f64> {
        let raster = match &self.art {
            Art::Raster(raster) => raster,
            Art::Drawing(drawing) => return drawing.inlay_ppi(self.size.width / drawing.size.width),
        };
        let [across, down] = raster.seen().map(f64::from);
        let inches = |length: Abs| length / Abs::inches(1.0);
        Some((across / inches(self.size.width)).min(down / inches(self.size.height)))
    }
}

/// What a picture shows. Shared, since pictures repeat.
#[derive(Clone, PartialEq, Debug)]
pub enum Art {
    /// Outlines.
    Drawing(Arc<Drawing>),
    /// Pixels.
    Raster(Arc<Raster>),
}

impl Art {
    /// Its height, its width being 1.
    pub fn aspect(&self) -> f64 {
        match self {
            Art::Drawing(drawing) => drawing.size.height / drawing.size.width,
            Art::Raster(raster) => {
                let [across, down] = raster.seen().map(f64::from);
                down / across
            }
        }
    }
}
