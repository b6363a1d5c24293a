//! Han characters of one script and not of the other, told by the character sets that papers of their countries are printed with.

use encoding_rs::{BIG5, EUC_JP, Encoding, GBK};

/// A script of Chinese.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HanScript {
    /// As GB 2312 has them.
    Simplified,
    /// As Big5 has them.
    Traditional,
}

impl HanScript {
    /// Its name, in small letters.
    pub fn name(self) -> &'static str {
        match self {
            HanScript::Simplified => "simplified",
            HanScript::Traditional => "traditional",
        }
    }

    /// What a character is that this script does not write: simplified ones are those of GB 2312 that Big5 has not, traditional ones
    /// those of Big5 that GB 2312 has not, Japanese ones those of JIS X 0208 that neither has.
    pub fn other(self, character: char) -> Option<&'static str> {
        if !('\u{4E00}'..='\u{9FFF}').contains(&character) {
            return None;
        }
        let [simplified, traditional] = [is_in_gb_2312(character), encoded(character, BIG5).is_some()];
        match (self, simplified, traditional) {
            (HanScript::Traditional, true, false) => Some(HanScript::Simplified.name()),
            (HanScript::Simplified, false, true) => Some(HanScript::Traditional.name()),
            (_, false, false) => {
                encoded(character, EUC_JP).filter(|bytes| bytes.len() == 2).map(|_| "Japanese")
            }
            _ => None,
        }
    }
}

/// Whether GB 2312 has it: the part of GBK of which both bytes are from A1 on.
fn is_in_gb_2312(character: char) -> bool {
    encoded(character, GBK).is_some_and(|bytes| matches!(bytes[..], [0xB0..=0xF7, 0xA1..=0xFE]))
}

/// The bytes of a character, where an encoding has it.
fn encoded(character: char, encoding: &'static Encoding) -> Option<Vec<u8>> {
    let text = character.to_string();
    let (bytes, _, has_unmappable) = encoding.encode(&text);
    (!has_unmappable).then(|| bytes.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_known_by_the_sets_of_their_countries() {
        for c in "们这里国说从东车书长门".chars() {
            let told = HanScript::Traditional.other(c);
            assert_eq!(told, if c == '里' { None } else { Some("simplified") }, "{c}");
        }
        for c in "們這國說從東車書長門".chars() {
            assert_eq!(HanScript::Simplified.other(c), Some("traditional"), "{c}");
        }
        for c in "気変駅".chars() {
            assert!(
                HanScript::Traditional.other(c).is_some() && HanScript::Simplified.other(c).is_some(),
                "{c}"
            );
        }
        for c in "人权利台后干".chars() {
            assert_eq!(HanScript::Simplified.other(c), None, "{c}");
        }
        for c in "人權利台後乾嘅".chars() {
            assert_eq!(HanScript::Traditional.other(c), None, "{c}");
        }
    }
}
