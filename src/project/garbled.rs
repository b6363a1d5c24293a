//! Texts of a translator's file that an encoding spoilt. In: texts that would change. Out: one error for all texts of a file that lost
//! their letters, one for all that were read in another encoding than they were written in, and one for a file that is mostly in another
//! script.

use super::origin::{Origin, in_short, some_of};
use crate::characters::{
    Fault, OtherScript, faults, is_without_marks, lost_letters, other_script, without_codes,
};
use crate::content::{in_letters, settled_value};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::exchange::Unit;
use crate::locale::Locale;

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

/// How many texts tell that a file is in another script (H).
const TELLING: usize = 3;

/// Reports a file most of whose new texts are in a script that its language is not written in, and gives them.
pub(super) fn report_other_script(
    texts: &[(&Unit, &str, Origin<'_>)],
    locale: &Locale,
    diagnostics: &mut Diagnostics,
) -> Vec<String> {
    let other = |text: &str, unit: &Unit| other_script(&without_codes(text), &unit.source, &locale.script);
    let found = texts.iter().filter_map(|(unit, text, origin)| Some((unit.id(), other(text, unit)?, origin)));
    let found: Vec<(String, OtherScript, &Origin<'_>)> = found.collect();
    let Some((_, script, origin)) =
        found.first().filter(|_| found.len() >= TELLING && 2 * found.len() > texts.len())
    else {
        return Vec::new();
    };
    let ids: Vec<String> = found.iter().map(|(id, ..)| id.clone()).collect();
    let said = in_letters(script, locale);
    let message = format!(
        "{}: {} of its {} new texts are written in {} letters, and {} ({})",
        origin.file.name,
        found.len(),
        texts.len(),
        script.name,
        said.what,
        some_of(&ids)
    );
    let wrong =
        Diagnostic::new(Code::Script, message).label(origin.span(), origin.named("the first of them"));
    let help = "look whether the file, or the column of translations, is of another language; --locale names the language that it is for";
    diagnostics.error(wrong.help(said.help.map_or(help.to_owned(), |name| format!("{name}; else {help}"))));
    ids
}
