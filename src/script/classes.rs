//! Classes of characters that rules speak of. In: a character. Out: yes or no.

/// Whether the character is a Han character or of the scripts set like one (kana, bopomofo).
pub fn is_han(character: char) -> bool {
    matches!(character,
        '\u{2e80}'..='\u{2fdf}'
        | '\u{3005}'..='\u{3007}'
        | '\u{3021}'..='\u{3029}'
        | '\u{3040}'..='\u{312f}'
        | '\u{31a0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

/// Whether the character is Hangul.
pub fn is_hangul(character: char) -> bool {
    matches!(character,
        '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{d7ff}')
}

/// Whether the character is of the Thai block.
pub fn is_thai(character: char) -> bool {
    matches!(character, '\u{e00}'..='\u{e7f}')
}

/// The zero of each set of decimal digits, which follow it (Unicode 16.0, category Nd).
const ZEROS: [u32; 76] = [
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50,
    0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40,
    0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x10d40,
    0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x116d0, 0x116da,
    0x11730, 0x118e0, 0x11950, 0x11bf0, 0x11c50, 0x11d50, 0x11da0, 0x11f50, 0x16130, 0x16a60, 0x16ac0,
    0x16b50, 0x16d70, 0x1ccf0, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0,
    0x1e5f1, 0x1e950, 0x1fbf0,
];

/// Whether the character is a decimal digit, of any script.
pub fn is_digit(character: char) -> bool {
    ascii_digit(character).is_some()
}

/// A decimal digit of any script as ASCII has it.
pub fn ascii_digit(character: char) -> Option<char> {
    let code = u32::from(character);
    let set = ZEROS.partition_point(|zero| *zero <= code).checked_sub(1)?;
    char::from_digit(code - ZEROS[set], 10)
}

/// Whether digits of Arabic are in a text (bidi class AN): the bidi algorithm sets their ranges from the right.
pub fn has_arabic_digits(text: &str) -> bool {
    text.contains(|c| matches!(c, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}'))
}

/// What a character is to words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Class {
    /// A decimal digit.
    Digit,
    /// A letter of a script whose words have spaces between them, Korean aside.
    Letter,
    /// A syllable of Korean: its words have spaces, too, but particles are written on to them.
    Syllable,
    /// A character of a script that puts no spaces between words: Han, Thai, Lao, Tibetan, Burmese, Khmer.
    Unspaced,
    /// Anything else.
    Other,
}

impl Class {
    /// The class of a character.
    pub(super) fn of(c: char) -> Class {
        match c {
            '0'..='9' => Class::Digit,
            'a'..='z' | 'A'..='Z' => Class::Letter,
            '\0'..='\u{7f}' => Class::Other,
            _ if is_digit(c) => Class::Digit,
            '\u{e00}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => Class::Unspaced,
            _ if is_hangul(c) => Class::Syllable,
            _ if is_han(c) => Class::Unspaced,
            // Signs of ordinals are letters to Unicode.
            'º' | 'ª' => Class::Other,
            _ if c.is_alphabetic() => Class::Letter,
            _ => Class::Other,
        }
    }

    /// Whether words of such characters have spaces around them.
    pub(super) fn is_spaced(self) -> bool {
        matches!(self, Class::Digit | Class::Letter | Class::Syllable)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_those_that_count_by_ten_in_any_script() {
        assert!("09०९๐๙໐໙၀၉႐႙០៩٠٩۰۹０９".chars().all(is_digit));
        assert!("²½Ⅷ①๏五十aก/:".chars().all(|c| !is_digit(c)));
        assert_eq!("९٣７๐x".chars().filter_map(ascii_digit).collect::<String>(), "9370");
        // Where one set ends another may start, but none within.
        assert!(ZEROS.windows(2).all(|pair| pair[1] - pair[0] >= 10));
        assert!(ZEROS.iter().filter_map(|zero| char::from_u32(*zero)).all(char::is_numeric));
    }
}
