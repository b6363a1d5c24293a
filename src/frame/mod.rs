//! What outputs read: placed items in print order, and the structure that they belong to in reading order.
//! Origin top left, y downwards, lengths in points. A run of text says where it comes from and what it stands on, so that
//! no output has to guess.

mod drawing;
mod item;
mod leaflet;
mod path;
mod picture;
mod raster;
mod shape;
mod standing;
mod structure;
mod text;
mod walk;

pub use drawing::{
    Circle, ClipShape, Course, Drawing, FillRule, Gradient, GradientStop, Ink, Inlay, Layer, Outline, Patch,
    Pattern, Pen, Piece,
};
pub use item::{Frame, FrameItem, Group, GroupKind, LineEnd, LineTag, Link, PanelField, PanelTag};
pub use leaflet::{Duplex, Leaflet, SheetSide};
pub use path::{Cap, Dashes, Join, Line, MITER_LIMIT, Path, Step, Stroke, extent};
pub use picture::{Art, Picture};
pub use raster::{Channels, Pixels, Raster, Turn};
pub use shape::{Motif, backing, bar, circle, disc, drawn, filled, leaf, rectangle, stroked};
pub use standing::Standing;
pub use structure::{
    Cell, CellKind, Counting, LinkId, Node, NodeId, Ordinal, Passage, Place, Role, Structure,
};
pub use text::{Glyph, Ground, Origin, TextRun};
pub use walk::{Met, walk};
