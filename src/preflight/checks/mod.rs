//! The checks: each a function from what was read of a file to what is wrong with it. Nothing here reads bytes of PDF.

mod actions;
mod base64;
mod boxes;
mod document;
mod faces;
mod ink;
mod machines;
mod order;
mod pictures;
mod tags;
mod telltale;
mod traces;
mod wide;

pub(super) use actions::check_actions;
pub(super) use boxes::{check_boxes, is_sold, paper_of};
pub(super) use document::check_document;
pub(super) use faces::check_faces;
pub(super) use ink::{check_inks, paint_ink};
pub(super) use order::check_order;
pub(super) use pictures::check_pictures;
pub(super) use tags::check_tags;
pub(super) use traces::{check_hidden, check_traces};
