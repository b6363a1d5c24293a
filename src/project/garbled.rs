//! Texts of a translator's file that an encoding spoilt. In: texts that would change. Out: one error for all texts of a file that lost
//! their letters, and one for all that were read in another encoding than they were written in.

use super::origin::{Origin, in_short, some_of};
use crate::characters::{Fault, faults, is_without_marks, lost_letters};
use crate::content::settled_value;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::exchange::Unit;

/// What became of letters.
#[derive(Clone, PartialEq, Eq)]
enum Harm {
    /// Something else stands in their place, or nothing.
    Lost,
    /// They were read as others; what was probably meant.
    Misread(String),
}

/// The texts of a file whose letters are spoilt.
#[derive(Default)]
pub(super) struct Garbled<'a> {
    list: Vec<(Harm, String, Origin<'a>)>,
}

impl<'a> Garbled<'a> {
    /// Notes a text, and says whether it is spoilt.
    pub(super) fn holds(&mut self, unit: &Unit, text: &str, origin: Origin<'a>) -> bool {
        let harm = harm(unit, text);
        let is_spoilt = harm.is_some();
        self.list.extend(harm.map(|harm| (harm, unit.id(), origin)));
        is_spoilt
    }

    /// Reports what was noted.
    pub(super) fn report(&self, file: &str, diagnostics: &mut Diagnostics) {
        let (lost, misread): (Vec<_>, Vec<_>) = self.list.iter().partition(|(harm, ..)| *harm == Harm::Lost);
        for texts in [lost, misread] {
            let Some((harm, id, origin)) = texts.first() else { continue };
            let ids: Vec<String> = texts.iter().map(|(_, id, _)| id.clone()).collect();
            let what = match harm {
                Harm::Lost => {
                    "letters are lost: its encoding has none for them, and something else stands in their place"
                }
                Harm::Misread(_) => "letters were read in another encoding than they were written in",
            };
            let message = match ids.len() {
                1 => format!("{file}: in `{id}` {what}"),
                count => format!("{file}: in {count} texts {what} ({})", some_of(&ids)),
            };
            let label = match harm {
                Harm::Lost => format!("reads “{}”", in_short(&origin.found.translation)),
                Harm::Misread(meant) => format!("this was probably “{}”", in_short(meant)),
            };
            let help = if origin.is_of_table() {
                "go back to the spreadsheet in which the words are whole; save that as “CSV UTF-8”, or send it as XLSX"
            } else {
                "go back to the file in which the words are whole, and save it in UTF-8"
            };
            let wrong = Diagnostic::new(Code::Encoding, message).label(origin.span(), origin.named(&label));
            diagnostics.error(wrong.help(help));
        }
    }
}

fn harm(unit: &Unit, text: &str) -> Option<Harm> {
    let found = faults(text).into_iter().find_map(|found| match found.fault {
        Fault::Garbled(meant) => Some(Harm::Misread(meant)),
        Fault::Placeholder(_) => Some(Harm::Lost),
        Fault::Control(_) | Fault::Direction(_) | Fault::Piled(_) => None,
    });
    let meant = lost_letters(&unit.source).max(lost_letters(&unit.translation));
    let is_lost = || {
        lost_letters(text) > meant
            || is_without_marks(&settled_value(text), &settled_value(&unit.translation))
    };
    found.or_else(|| is_lost().then_some(Harm::Lost))
}
