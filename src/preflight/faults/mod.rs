//! Faults: what can be wrong with a file, as data. Each kind of fault names the check that finds it, says how bad it is, and has one
//! sentence for people.

mod action;
mod document;
mod face;
mod fault;
mod file;
mod ink;
mod page;
mod tag;
mod trace;

pub use action::ActionFault;
pub use document::DocumentFault;
pub use face::FaceFault;
pub use fault::Fault;
pub use file::FileFault;
pub use ink::{InkFault, Painted, PictureFault};
pub use page::PageFault;
pub use tag::TagFault;
pub use trace::{TraceFault, TracePlace};
