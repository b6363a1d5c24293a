//! What a project asks for: TOML as written, checked, with places for what is wrong.
//! In: the text of `polyleaf.toml`, of the layouts and of `locale.toml`. Out: `Manifest`, `Layout`, geometry on a paper,
//! `Typography`.

mod address;
mod block_file;
mod geometry;
mod layout;
mod layout_file;
mod layout_tables;
mod length;
mod locale_file;
mod look;
mod manifest;
mod manifest_file;
mod palette;
mod read;
#[cfg(test)]
mod tests;

pub(crate) use geometry::columns;
pub use geometry::{Page, PlacedPanel, overlaps, place};
pub use layout::{
    Art, ArtPlace, BodyRange, Fill, Form, Height, Languages, Layout, LogoSpec, PanelSpec, RunningLine,
    Sections, VerticalAlign,
};
pub use length::Length;
pub use locale_file::{LocaleSettings, read_locale};
pub use look::{BlockLook, BoxLook, Label, LabelKind, Look, NumeralLook, RuleLook};
pub use manifest::{
    Block, FileRef, LeafletSpec, Manifest, MessageRef, Organisation, PictureSpec, Place, Section,
};
pub use manifest_file::{read_manifest, read_organisation};
pub(crate) use read::read as read_toml;

pub(crate) use layout_file::look_of;
pub use layout_file::{read_layout, read_look};
