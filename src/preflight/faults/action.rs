//! Faults of what acts in a file.

use std::fmt;

use serde::Serialize;

use crate::diag::Severity;
use crate::preflight::check::Check;
use crate::preflight::quote::Quote;
use crate::preflight::read::ActPlace;

/// What in a file acts that should not.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ActionFault {
    /// Opening it runs something.
    OnOpening,
    /// Printing or closing it runs something.
    OnClosing,
    /// It holds a script.
    Script,
    /// It holds a form to fill in.
    Form,
    /// Another file is attached to it.
    Attachment,
    /// Something runs that nobody clicked.
    Trigger {
        /// Where.
        place: ActPlace,
    },
    /// A click does more than lead to a place.
    Action {
        /// Where.
        place: ActPlace,
        /// The kind of the action.
        action: Quote,
    },
    /// A click leads to an address that runs something, or lies in the reader's own machine.
    Address {
        /// Where.
        place: ActPlace,
        /// The address.
        address: Quote,
    },
    /// Actions follow each other without end.
    EndlessChain {
        /// Where.
        place: ActPlace,
    },
}

impl ActionFault {
    pub(super) fn check(&self) -> Check {
        match self {
            ActionFault::Attachment => Check::Attachment,
            ActionFault::OnOpening
            | ActionFault::OnClosing
            | ActionFault::Script
            | ActionFault::Form
            | ActionFault::Trigger { .. }
            | ActionFault::Action { .. }
            | ActionFault::Address { .. }
            | ActionFault::EndlessChain { .. } => Check::Action,
        }
    }

    pub(super) fn severity(&self) -> Severity {
        Severity::Error
    }
}

impl fmt::Display for ActionFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ActionFault::OnOpening => f.write_str("something is run when it is opened"),
            ActionFault::OnClosing => f.write_str("something is run when it is printed or closed"),
            ActionFault::Script => f.write_str("it holds a script"),
            ActionFault::Form => f.write_str("it holds a form to fill in"),
            ActionFault::Attachment => f.write_str("another file is attached to it"),
            ActionFault::Trigger { place } => write!(f, "{} runs something by itself (AA)", in_words(*place)),
            ActionFault::Action { place, action } => {
                write!(f, "{} does more than lead to a place ({action})", in_words(*place))
            }
            ActionFault::Address { place, address } => {
                write!(
                    f,
                    "{} leads to no address on the web, for mail or a telephone: {address}",
                    in_words(*place)
                )
            }
            ActionFault::EndlessChain { place } => {
                write!(f, "{} starts a chain of actions without end", in_words(*place))
            }
        }
    }
}

fn in_words(place: ActPlace) -> &'static str {
    match place {
        ActPlace::Page => "the page",
        ActPlace::Annotation => "a link or another annotation",
        ActPlace::Outline => "the outline",
    }
}
