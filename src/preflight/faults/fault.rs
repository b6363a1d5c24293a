//! A fault of any kind.

use std::fmt;

use serde::Serialize;

use super::action::ActionFault;
use super::document::DocumentFault;
use super::face::FaceFault;
use super::file::FileFault;
use super::ink::{InkFault, PictureFault};
use super::page::PageFault;
use super::tag::TagFault;
use super::trace::TraceFault;
use crate::diag::Severity;
use crate::preflight::check::Check;

/// Declares the kinds of faults, each with the type that tells them apart further.
macro_rules! faults {
    ($($(#[$doc:meta])* $kind:ident($fault:ident),)*) => {
        /// What is wrong with a file.
        #[derive(Clone, PartialEq, Debug, Serialize)]
        #[serde(untagged)]
        pub enum Fault {
            $($(#[$doc])* $kind($fault),)*
        }

        impl Fault {
            /// The check that finds it.
            pub fn check(&self) -> Check {
                match self { $(Fault::$kind(fault) => fault.check(),)* }
            }

            /// How bad it is.
            pub fn severity(&self) -> Severity {
                match self { $(Fault::$kind(fault) => fault.severity(),)* }
            }
        }

        impl fmt::Display for Fault {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self { $(Fault::$kind(fault) => fault.fmt(f),)* }
            }
        }

        $(impl From<$fault> for Fault {
            fn from(fault: $fault) -> Fault {
                Fault::$kind(fault)
            }
        })*
    };
}

faults! {
    /// Of the file as such.
    File(FileFault),
    /// Of a page's boxes.
    Page(PageFault),
    /// Of a face.
    Face(FaceFault),
    /// Of colours.
    Ink(InkFault),
    /// Of a picture.
    Picture(PictureFault),
    /// Of the tags.
    Tag(TagFault),
    /// Of what the file says of itself.
    Document(DocumentFault),
    /// Of what acts.
    Action(ActionFault),
    /// A trace of who made the file, where and when.
    Trace(TraceFault),
}
