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
    /// The class of a character. The digits of Arabic are left to the bidi algorithm, which sets their ranges from the right.
    pub(super) fn of(c: char) -> Class {
        match c {
            '0'..='9' => Class::Digit,
            'a'..='z' | 'A'..='Z' => Class::Letter,
            '\0'..='\u{7f}' => Class::Other,
            '०'..='९' | '০'..='৯' | '੦'..='੯' | '૦'..='૯' | '୦'..='୯' | '௦'..='௯' | '౦'..='౯' | '೦'..='೯' => {
                Class::Digit
            }
            '൦'..='൯'
            | '๐'..='๙'
            | '໐'..='໙'
            | '༠'..='༩'
            | '၀'..='၉'
            | '០'..='៩'
            | '᠐'..='᠙'
            | '０'..='９' => Class::Digit,
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
