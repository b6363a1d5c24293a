//! Chinese in the characters of the other script: they read as a slip of a machine, and many readers don't know them.

use super::pair::Translation;
use crate::characters::HanScript;
use crate::content::reading::Reading;
use crate::diag::{Code, Diagnostic, Diagnostics, Slip};
use crate::locale::Locale;

/// How many characters are named (H).
const NAMED: usize = 8;

/// Warns of characters that the language's script does not write: `text/script`. What both scripts
/// write, in whichever sense, is not told.
pub(super) fn compare_script(translation: &Translation<'_>, locale: &Locale, diagnostics: &mut Diagnostics) {
    let own = match locale.script.as_str() {
        "Hant" => HanScript::Traditional,
        "Hans" => HanScript::Simplified,
        _ => return,
    };
    let other = |c: char| own.other(c);
    for reading in translation.translated {
        let Some((at, first)) = own_words(reading).find(|(_, c)| other(*c).is_some()) else { continue };
        let Some(place) = reading.span(at..at + first.len_utf8()) else { continue };
        let mut all: Vec<char> = own_words(reading).map(|(_, c)| c).filter(|c| other(*c).is_some()).collect();
        all.dedup();
        let count = all.len();
        let named: String = all.iter().take(NAMED).collect();
        let more = if count > NAMED { format!(" and {} more", count - NAMED) } else { String::new() };
        let kind = other(first).unwrap_or_default();
        let own = own.name();
        let message = format!("`{}` has {kind} characters: {named}{more}", translation.name);
        let wrong = Diagnostic::new(Code::Script, message).label(place, "the first of them");
        let help = format!("write them as {own} characters; words that stay so go into <span lang=\"...\">");
        let slip = Slip {
            said: format!("{{count}} messages have {kind} characters"),
            of: 0,
            name: Some(format!("{}: {named}{more}", translation.name)),
            help: help.clone(),
        };
        diagnostics.warn(wrong.help(help).slip(slip));
        return;
    }
}

/// The characters that are not marked as of another language.
fn own_words(reading: &Reading) -> impl Iterator<Item = (usize, char)> {
    let is_own = |at: usize| !reading.foreign.iter().any(|range| range.contains(&at));
    reading.text.char_indices().filter(move |(at, _)| is_own(*at))
}
