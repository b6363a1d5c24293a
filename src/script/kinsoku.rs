//! Which characters never start and which never end a line, over and above UAX #14. In: a script's row and a
//! character. Out: yes or no.

use crate::script::rules::{Breaking, ScriptRules};

/// Closers and stops of every script here (clreq 3.1.4, JLReq 3.1.7).
const CLOSERS: &str = ",.;:!?)]}”’»›，。、；：？！」』）》〉】〕］｝〗〙…‥";

/// Openers of every script here (clreq 3.1.4, JLReq 3.1.8), the inverted marks of Spanish among them.
const OPENERS: &str = "([{“‘«‹「『（《〈【〔［｛〖〘¿¡";

/// What Chinese keeps from the start of a line beside closers: interpunct, wave, connecting hyphen, dash, ellipsis
/// (GB/T 15834 5.1, clreq 3.1.4).
const IDEOGRAPHIC_STARTS: &str = "·・～〜-–—―⸺⋯々ー%％‰℃°";

/// What Chinese keeps from the end of a line beside openers: signs before their number (JLReq A.12).
const IDEOGRAPHIC_ENDS: &str = "$¥￥€£#＃№";

/// What Korean keeps from the start of a line beside closers (KLReq, characters not to start a line).
const KOREAN_STARTS: &str = "-‐·々～";

/// Thai repetition, abbreviation and vowels that follow their consonant (Unicode 16.1).
const THAI_STARTS: &str = "ๆฯะาำๅ";

/// Thai vowels written before their consonant (Unicode 16.1), and the baht (H).
const THAI_ENDS: &str = "เแโใไ฿";

/// Whether no line of the script may start with the character.
pub fn never_starts(rules: &ScriptRules, character: char) -> bool {
    let quotes = matches!(character, '“' | '”' | '‘' | '’' | '«' | '»' | '‹' | '›');
    // Which quotes close depends on the language („so“, »so«): there UAX #14 decides.
    (CLOSERS.contains(character) && !(quotes && rules.breaking == Breaking::Unicode))
        || THAI_STARTS.contains(character)
        || is_thai_mark(character)
        || (rules.breaking == Breaking::Ideographs && IDEOGRAPHIC_STARTS.contains(character))
        || (rules.breaking == Breaking::Spaces && KOREAN_STARTS.contains(character))
}

/// Whether no line of the script may end with the character.
pub fn never_ends(rules: &ScriptRules, character: char) -> bool {
    let quotes = matches!(character, '“' | '‘' | '«' | '‹');
    (OPENERS.contains(character) && !(quotes && rules.breaking == Breaking::Unicode))
        || THAI_ENDS.contains(character)
        || (rules.breaking == Breaking::Ideographs && IDEOGRAPHIC_ENDS.contains(character))
}

/// Whether the character is a Thai vowel or tone that stands over or under its consonant (Unicode 16.1).
fn is_thai_mark(character: char) -> bool {
    matches!(character, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}')
}
