//! Foreign text as a terminal or a program may be shown it. In: any text. Out: the same, with a middle dot for each
//! character that would move a terminal or turn a line around; one cell for one character, so that what points at text
//! still does.

use std::borrow::Cow;
use std::fmt::Write;

/// What stands for a character that is not shown.
const DOT: char = '·';

/// The text, with `·` for each control character (C0, DEL, C1), each mark or control of direction (UAX #9), and each
/// separator of lines and paragraphs.
///
/// ```
/// assert_eq!(polyleaf::shown("a\u{1b}[2Jb\u{202E}c"), "a·[2Jb·c");
/// ```
pub fn shown(text: &str) -> Cow<'_, str> {
    if !text.contains(is_harmful) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(harmless).collect())
}

/// The character, or what is shown in its place.
pub fn harmless(c: char) -> char {
    if is_harmful(c) { DOT } else { c }
}

fn is_harmful(c: char) -> bool {
    c.is_control() || turns_lines(c)
}

/// Whether a character changes the direction of the text around it (`Bidi_Control`), or ends a line where a program may not
/// look for an end.
fn turns_lines(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// JSON in which all such characters are escaped, which JSON itself asks of those below U+0020 alone. They stand in its strings
/// only.
pub fn escaped_json(json: &str) -> Cow<'_, str> {
    let is_raw = |c: char| matches!(c, '\u{7F}'..='\u{9F}') || turns_lines(c);
    if !json.contains(is_raw) {
        return Cow::Borrowed(json);
    }
    let mut escaped = String::with_capacity(json.len() + 64);
    for c in json.chars() {
        if is_raw(c) {
            // All of them are of the first plane.
            let _ = write!(escaped, "\\u{:04x}", u32::from(c));
        } else {
            escaped.push(c);
        }
    }
    Cow::Owned(escaped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_shown_moves_a_terminal_or_turns_a_line() {
        let controls = (0..=0x1F).chain(0x7F..=0x9F).chain(0x2028..=0x202E).chain(0x2066..=0x2069);
        for c in controls.chain([0x061C, 0x200E, 0x200F]).filter_map(char::from_u32) {
            assert_eq!(shown(&format!("a{c}b")), "a·b", "{c:?}");
        }
        for kept in ["สวัสดี", "a\u{200B}\u{200D}\u{00AD}b", "مرحبا", "🏳\u{FE0F}\u{200D}🌈"]
        {
            assert!(matches!(shown(kept), Cow::Borrowed(same) if same == kept));
        }
    }

    #[test]
    fn json_means_the_same_when_it_is_escaped() {
        for text in
            ["a\u{7F}\u{85}\u{9B}31m", "\u{202E}abc\u{2069}", "\u{2028}\u{1b}", "plain “ü”", "\\\u{90}"]
        {
            let json = serde_json::json!({ text: [text] });
            let escaped = escaped_json(&json.to_string()).into_owned();
            assert!(!escaped.contains(is_harmful), "{escaped:?}");
            assert_eq!(serde_json::from_str::<serde_json::Value>(&escaped).unwrap(), json);
        }
    }
}
