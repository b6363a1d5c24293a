//! Letters of Hangul that stand by themselves (compatibility jamo, half-width jamo), put together into syllables
//! (Unicode 3.12).

/// Leading consonants, vowels and trailing consonants in the order of the syllables, as compatibility jamo.
const LEADS: &str = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const VOWELS: &str = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
const TAILS: &str = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

/// The half-width letters in the order of their codes from U+FFA1, gaps left out.
const HALF_WIDTH: [(char, char, char); 5] = [
    ('\u{FFA1}', '\u{FFBE}', 'ㄱ'),
    ('\u{FFC2}', '\u{FFC7}', 'ㅏ'),
    ('\u{FFCA}', '\u{FFCF}', 'ㅕ'),
    ('\u{FFD2}', '\u{FFD7}', 'ㅛ'),
    ('\u{FFDA}', '\u{FFDC}', 'ㅡ'),
];

/// Whether it is a letter of Hangul by itself, of full width.
pub(super) fn is_jamo(c: char) -> bool {
    ('ㄱ'..='ㅣ').contains(&c)
}

/// The letter of full width that a half-width one stands for.
pub(super) fn full_width(c: char) -> Option<char> {
    let (first, _, full) = HALF_WIDTH.iter().find(|(first, last, _)| (*first..=*last).contains(&c))?;
    char::from_u32(u32::from(*full) + u32::from(c) - u32::from(*first))
}

/// The syllables that letters make; letters that make none stay.
pub(super) fn composed(letters: &str) -> String {
    let place = |list: &str, c: char| list.chars().position(|known| known == c);
    let letters: Vec<char> = letters.chars().collect();
    let mut out = String::new();
    let mut at = 0;
    while at < letters.len() {
        let lead = place(LEADS, letters[at]);
        let vowel = letters.get(at + 1).and_then(|&c| place(VOWELS, c));
        let (Some(lead), Some(vowel)) = (lead, vowel) else {
            out.push(letters[at]);
            at += 1;
            continue;
        };
        // A consonant before a vowel is the next syllable's.
        let leads_on = letters.get(at + 3).is_some_and(|&c| place(VOWELS, c).is_some());
        let tail = letters.get(at + 2).filter(|_| !leads_on).and_then(|&c| place(TAILS, c));
        let index = (lead * 21 + vowel) * 28 + tail.map_or(0, |tail| tail + 1);
        let syllable = u32::try_from(index).ok().and_then(|index| char::from_u32(0xAC00 + index));
        out.extend(syllable);
        at += if tail.is_some() { 3 } else { 2 };
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_make_syllables() {
        for (letters, word) in
            [("ㅎㅏㄴㄱㅡㄹ", "한글"), ("ㅇㅏㄴㅏ", "아나"), ("ㅋㅋ", "ㅋㅋ"), ("ㄱㅏㅄ", "값")]
        {
            assert_eq!(composed(letters), word, "{letters}");
        }
    }

    #[test]
    fn half_width_letters_have_their_full_ones() {
        let full: String = "ﾡﾾￂￇￊￏￒￗￚￜ".chars().filter_map(full_width).collect();
        assert_eq!(full, "ㄱㅎㅏㅔㅕㅚㅛㅠㅡㅣ");
    }
}
