//! What a project asks for: TOML as written, checked, with places for what is wrong.
//! In: the text of `polyleaf.toml`, of the layouts and of `locale.toml`. Out: `Manifest`, `Layout`, geometry on a paper,
//! `Typography`.

mod address;
mod block_file;
mod body;
mod code_file;
mod date;
mod either;
mod extent;
mod geometry;
mod host;
mod layout;
mod layout_file;
mod layout_pages;
mod layout_tables;
mod length;
mod locale_file;
mod look;
mod look_file;
mod manifest;
mod manifest_file;
mod organisation_examples;
mod organisation_file;
mod organisation_heading;
mod organisation_lines;
mod organisation_parts;
mod organisation_values;
mod palette;
mod phone;
mod press;
mod press_bleed;
mod press_file;
mod press_files;
mod press_folds;
mod press_inks;
mod press_limits;
mod press_stated;
mod read;
mod running;
mod shapes;
mod standard;
mod status_file;
#[cfg(test)]
mod tests;
mod theme;
mod values;
mod variable_file;
mod wording;
mod words;

pub use crate::frame::Place;
pub use address::{is_scheme, is_unsafe_scheme};
pub use body::{BodyRange, Breaks, Repeat, Sections};
pub(crate) use geometry::panel_columns;
pub use geometry::{Page, PlacedPanel, overlapping_panels, place_panels};
pub use layout::{
    ArtPlace, Form, Height, Layout, LogoSpec, MOTIF, Opening, PanelSpec, TextEdge, VerticalAlign,
};
pub(crate) use layout_file::look_of;
pub use layout_file::{read_layout, read_look};
pub use length::Length;
pub use locale_file::{LocaleSettings, read_locale};
pub use look::{BlockLook, Enclosure, LabelKind, LeafLook, Look, MotifChoice, NumeralLook};
pub use manifest::{
    BlockSpec, CodeRef, FileRef, LayoutRef, LeafletSpec, LinkCode, Manifest, MessageRef, PictureSpec, Section,
};
pub use manifest_file::{is_file_name, read_manifest};
pub use organisation_file::{OtherOrganisation, read_organisation, short_name};
pub(crate) use organisation_lines::empty_lines;
pub(crate) use press::{PRESSES, USUAL_PRESS};
pub use press::{Press, PressFonts, PressSource};
pub use press_file::read_press;
pub use press_files::{NameField, NamePattern, PressSplit, SHEETS};
pub use press_inks::{PREVIEW, PressInk};
pub use press_limits::PressLimits;
pub use press_stated::{PressMarks, PressPages, PressRow};
pub(crate) use read::read as read_toml;
pub use running::{RuleLook, RunningLine};
pub use standard::PressStandard;
pub use status_file::{
    DIGITS, Review, ReviewState, holds_comments, is_day, is_line, is_month, read_reviews, written_reviews,
};
pub(crate) use theme::READY;
pub use theme::{Theme, read_theme};
pub(crate) use wording::near_name;
pub use wording::{nearest, which_of};
pub(crate) use words::{Words, value_span};
