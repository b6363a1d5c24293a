//! Tests of whole paragraphs, on the shipped faces.

mod edges;
mod laws;
mod opportunities;
mod optimal;
mod setting;
mod whole;
