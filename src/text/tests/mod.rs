//! Tests of whole paragraphs, on the shipped faces.

mod laws;
mod opportunities;
mod optimal;
mod setting;
