//! Words in letters of another script: texts of another language's file, and Chinese in the characters of the other script, which read
//! as a slip of a machine, and many readers don't know them.

use super::pair::{Translation, counterpart};
use crate::characters::{HanScript, OtherScript, other_script, script_name};
use crate::content::reading::Reading;
use crate::diag::{Code, Diagnostic, Diagnostics, Slip};
use crate::locale::Locale;

/// How many characters are named (H).
const NAMED: usize = 8;

/// Warns of characters that the language's script does not write: `text/script`. What both scripts
/// write, in whichever sense, is not told.
pub(super) fn compare_script(translation: &Translation<'_>, locale: &Locale, diagnostics: &mut Diagnostics) {
    if report_other_script(translation, locale, diagnostics) {
        return;
    }
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

/// Warns of a text most of whose letters are of a script that the language is not written in, and says whether it is.
fn report_other_script(
    translation: &Translation<'_>,
    locale: &Locale,
    diagnostics: &mut Diagnostics,
) -> bool {
    for reading in translation.translated {
        let original = counterpart(reading, translation.original);
        let words: String =
            reading.text.char_indices().map(|(at, c)| if is_own(reading, at) { c } else { ' ' }).collect();
        // Where words are left out their letters are, too, so that places are those of the words that are looked at.
        let Some(other) = other_script(&words, &original.text, &locale.script) else {
            continue;
        };
        let (name, said) = (other.name, in_letters(&other, locale));
        let before = words[..other.first].chars().count();
        let Some((at, letter)) = reading.text.char_indices().nth(before) else { continue };
        let Some(place) = reading.span(at..at + letter.len_utf8()) else { continue };
        let message = format!("`{}` is written in {name} letters, and {}", translation.name, said.what);
        let help =
            "put the translation of this language there; words that stay so go into <span lang=\"...\">";
        let help = said.help.map_or(help.to_owned(), |name| format!("{name}; else {help}"));
        let slip = Slip {
            said: format!("{{count}} messages are written in {name} letters, and {}", said.what),
            of: 0,
            name: Some(translation.name.clone()),
            help: help.clone(),
        };
        let wrong = Diagnostic::new(Code::Script, message).label(place, "the first of them");
        diagnostics.warn(wrong.help(help).slip(slip));
        return true;
    }
    false
}

/// What is said of texts in a script that their language's folder is not of.
pub struct InLetters {
    /// What goes on after “is written in Latin letters, and”.
    pub what: String,
    /// How the folder would be called if they are meant, where the language is written in them, too.
    pub help: Option<String>,
}

/// What is said of texts of a language that are written in another script than its folder's.
pub fn in_letters(other: &OtherScript, locale: &Locale) -> InLetters {
    let (name, own) = (locale.english_name(), script_name(&locale.script));
    match locale.in_script(other.code) {
        Some(tag) => InLetters {
            what: format!("the folder {} is of {name} in {own} letters", locale.tag),
            help: Some(format!("name it {tag} if {} letters are meant", other.name)),
        },
        None => InLetters { what: format!("{name} is not"), help: None },
    }
}

/// The characters that are not marked as of another language.
fn own_words(reading: &Reading) -> impl Iterator<Item = (usize, char)> {
    reading.text.char_indices().filter(move |(at, _)| is_own(reading, *at))
}

fn is_own(reading: &Reading, at: usize) -> bool {
    !reading.foreign.iter().any(|range| range.contains(&at))
}
