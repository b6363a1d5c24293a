//! Whether a line may end at a place that UAX #14 offers. In: a text, a byte of it, the script's row. Out: yes or no.

use crate::script::{Breaking, ScriptRules, is_digit, is_han, is_hangul, never_ends, never_starts};

/// Whether the line ends there in any case: at the end of the text, and after a character that separates lines.
pub(crate) fn must_break(text: &str, at: usize) -> bool {
    at == text.len()
        || text[..at].ends_with(['\n', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'])
        || (text[..at].ends_with('\r') && !text[at..].starts_with('\n'))
}

/// Whether the place is after a mark that joins words of Korean: `한국어·|영어/|프랑스어`. It is no list where the mark stands
/// between words of other languages, or between numbers.
fn in_list_of_korean(text: &str, at: usize) -> bool {
    let before = text[..at].strip_suffix(['·', '・', '‧', '/', ',', '~', '～', '〜']);
    let joined = before.and_then(|before| before.chars().next_back()).zip(text[at..].chars().next());
    joined.is_some_and(|(last, next)| {
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, ')' | '(' | '）' | '（');
        (is_hangul(last) || is_hangul(next)) && is_word(last) && is_word(next)
    })
}

/// Whether the place is beside a bracket between words of Korean: `합니다|(신분증은)`. A particle stays with its bracket where it can.
pub(crate) fn beside_bracket_of_korean(text: &str, at: usize) -> bool {
    let (last, next) = (text[..at].chars().next_back(), text[at..].chars().next());
    let hangul = |c: Option<char>| c.is_some_and(is_hangul);
    let opens = hangul(last) && matches!(next, Some('(' | '（'));
    opens || hangul(next) && matches!(last, Some(')' | '）'))
}

/// The fewest letters on each side of a compound's own hyphen that a line may break after (H).
const COMPOUND: usize = 3;

/// Whether the script lets a line end there.
pub(crate) fn may_break(text: &str, at: usize, rules: &ScriptRules) -> bool {
    let Some(last) = text[..at].chars().next_back() else { return false };
    let space = [' ', '\u{3000}'];
    let Some(next) = text[at..].trim_start_matches(space).chars().next() else { return true };
    let visible = text[..at].trim_end_matches(space).chars().next_back().unwrap_or(' ');
    let in_number = is_digit(last) && text[at..].starts_with(is_digit) || in_range_of_numbers(text, at);
    if never_starts(rules, next) || never_ends(rules, visible) || in_number {
        return false;
    }
    let by_script = match rules.breaking {
        Breaking::Spaces => {
            last.is_whitespace()
                || matches!(last, '\u{200b}' | '-' | '‐' | '\u{ad}')
                || in_list_of_korean(text, at)
                || beside_bracket_of_korean(text, at)
        }
        Breaking::Ideographs => true,
        Breaking::Unicode => !beside_raya(text, at),
    };
    by_script && (!matches!(last, '-' | '‐') || parts_compound(text, at))
}

/// Whether the place is after a dash that opens or before one that closes: a raya stays with what it encloses
/// (`la ley |—dijo ella— |no`).
fn beside_raya(text: &str, at: usize) -> bool {
    let opens =
        |before: &str| before.is_empty() || before.ends_with(|c: char| c == ' ' || "([“‘«¿¡".contains(c));
    let opening = text[..at].strip_suffix('—').is_some_and(opens);
    // A dash that starts a text starts someone's words, a space after it or none.
    let starts = text[..at].trim_end_matches(' ') == "—";
    opening || starts || (text[at..].starts_with('—') && !text[..at].ends_with(' '))
}

/// Whether the place is after a dash or a wave between two digits (`3–|4`).
fn in_range_of_numbers(text: &str, at: usize) -> bool {
    let before = text[..at].strip_suffix(['-', '‐', '–', '−', '－', '~', '～', '〜']);
    before.is_some_and(|before| before.ends_with(char::is_numeric))
        && text[at..].starts_with(char::is_numeric)
}

/// Whether a line may end after the hyphen there: `mag-|uulat`, but not `a-b`. Both parts have letters enough, or one is of a
/// script that writes syllables.
fn parts_compound(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(['-', '‐']);
    let syllable = |c: char| is_han(c) || is_hangul(c);
    if before.ends_with(syllable) || text[at..].starts_with(syllable) {
        return true;
    }
    let letters = |side: &mut dyn Iterator<Item = char>| {
        side.take_while(|c| c.is_alphabetic()).take(COMPOUND).count() == COMPOUND
    };
    letters(&mut before.chars().rev()) && letters(&mut text[at..].chars())
}
