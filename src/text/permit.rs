//! Whether a line may end at a place that UAX #14 offers. In: text, a place in it, the script's row. Out: yes or no.

use crate::locale::Locale;
use crate::script::{Breaking, ScriptRules, never_ends, never_starts};

/// Whether the line ends there in any case: at the text's end and after what separates lines.
pub(crate) fn mandatory(text: &str, at: usize) -> bool {
    at == text.len()
        || text[..at].ends_with(['\n', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'])
        || (text[..at].ends_with('\r') && !text[at..].starts_with('\n'))
}

/// Whether the script lets a line end there.
pub(crate) fn permitted(text: &str, at: usize, rules: &ScriptRules, locale: &Locale) -> bool {
    let Some(last) = text[..at].chars().next_back() else { return false };
    let Some(next) = text[at..].trim_start_matches(' ').chars().next() else { return true };
    let visible = text[..at].trim_end_matches(' ').chars().next_back().unwrap_or(' ');
    if never_starts(rules, next) || never_ends(rules, visible) {
        return false;
    }
    match rules.breaking {
        Breaking::Spaces => last.is_whitespace() || matches!(last, '\u{200b}' | '-' | '‐' | '\u{ad}'),
        Breaking::Ideographs => true,
        Breaking::Unicode => !beside_raya(text, at) && !beside_guillemet(text, at, locale),
    }
}

/// Whether the place is after a dash that opens or before one that closes: a raya stays with what it encloses.
fn beside_raya(text: &str, at: usize) -> bool {
    let opens = text[..at].strip_suffix('—').is_some_and(|before| before.is_empty() || before.ends_with(' '));
    opens || (text[at..].starts_with('—') && !text[..at].ends_with(' '))
}

/// Whether the place is inside French guillemets whose space the text left plain.
fn beside_guillemet(text: &str, at: usize, locale: &Locale) -> bool {
    let spaced = text[..at].ends_with(' ');
    let before = text[..at].trim_end_matches(' ');
    locale.language == "fr" && spaced && (before.ends_with(['«', '‹']) || text[at..].starts_with(['»', '›']))
}
