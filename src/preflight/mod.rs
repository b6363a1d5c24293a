//! Any PDF → what is in it, and what is wrong with it for what it is for. In: bytes, and a profile. Out: facts and findings
//! as plain data. Two floors: `read` makes plain data of a file and judges nothing; `checks` judge the data. Nothing is trusted
//! that the file says of itself.
//!
//! PDF/X-4 is ISO 15930-7, PDF/UA-1 is ISO 14289-1, PDF/A-2a is ISO 19005-2; `ledger` says how each of their clauses is held.

mod brief;
mod check;
mod checks;
mod examine;
mod facts;
mod faults;
mod finding;
pub mod ledger;
mod measure;
mod press;
mod purpose;
mod quote;
mod read;
mod report;
#[cfg(test)]
mod tests;

pub use crate::diag::Severity;
pub use brief::Brief;
pub use check::Check;
pub use examine::{Examination, examine, examine_for_presses};
pub use facts::{FileFacts, PageFact, SmallestType};
pub use faults::{
    ActionFault, DocumentFault, FaceFault, Fault, FileFault, InkFault, PageFault, Painted, PictureFault,
    TagFault, TraceFault, TracePlace,
};
pub use finding::Finding;
pub use measure::{length, mm};
pub use press::{PressLine, SentFile, Verdict, Wish, unasked};
pub use quote::Quote;
pub use read::{ActPlace, Excess, FaceFact, Graphic, HiddenText, Hostile, NoteKind, Searched, Unlooked};
pub use report::PreflightReport;
