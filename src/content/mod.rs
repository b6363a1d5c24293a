//! Fluent files to rich text.

mod rich;

pub use rich::{Mark, RichText};
