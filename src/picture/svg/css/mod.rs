//! The styles of a drawing. In: its elements with style sheets, classes and the newer words of CSS. Out: the same drawing
//! in the words of SVG 1.1, without any, so that what reads it next has nothing to guess.

mod attribute;
mod cascade;
mod color;
mod element;
mod flatten;
mod property;
mod sheet;
mod transform;
mod value;

pub(super) use flatten::{Flat, SVG, flatten};
