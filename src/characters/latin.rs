//! Letters of Greek and Cyrillic that look like Latin ones, and words in which one of them stands among the others.

use unicode_script::{Script, UnicodeScript};

/// Letters of another script, each with the Latin one that it looks like.
const CYRILLIC: &str = "аaеeоoрpсcуyхxіiјjѕsӏlһhԁdԛqԝwАAВBЕEКKМMНHОOРPСCТTХXІIЈJЅSҮYԚQԜW";
const GREEK: &str = "οoνvΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX";

/// A word as it was meant: all in Latin letters, or all in the other script's; `None` where its letters are of one script or
/// don't look like each other's.
pub(super) fn unmixed(word: &str) -> Option<String> {
    let is = |script: Script| word.chars().any(|c| c.script() == script);
    let table = match (is(Script::Cyrillic), is(Script::Greek)) {
        (true, false) if is(Script::Latin) => CYRILLIC,
        (false, true) if is(Script::Latin) => GREEK,
        _ => return None,
    };
    let letters: Vec<char> = table.chars().collect();
    let to_latin = |c: char| match c.script() {
        Script::Latin | Script::Common | Script::Inherited => Some(c),
        _ => letters.chunks(2).find(|pair| pair[0] == c).map(|pair| pair[1]),
    };
    let from_latin = |c: char| match c.script() {
        Script::Latin => letters.chunks(2).find(|pair| pair[1] == c).map(|pair| pair[0]),
        _ => Some(c),
    };
    let latin: Option<String> = word.chars().map(to_latin).collect();
    latin.or_else(|| word.chars().map(from_latin).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_of_one_script() {
        assert_eq!(unmixed("p\u{430}y").as_deref(), Some("pay"));
        assert_eq!(unmixed("Ο\u{200B}K"), Some("O\u{200B}K".to_owned()));
        assert_eq!(unmixed("пpавда").as_deref(), Some("правда"));
        assert_eq!(unmixed("Tшка").as_deref(), Some("Тшка"));
        for word in ["pay", "правда", "μm", "kΩ", "α", "Dшка", "ОК"] {
            assert_eq!(unmixed(word), None, "{word}");
        }
    }
}
