//! Text that was read in another encoding than it was written in. In: a text. Out: the bytes that are garbled, and what
//! they were. UTF-8 leaves a pattern that no language writes: a byte that leads, and as many that follow as it says.

use std::ops::Range;

use encoding_rs::{
    BIG5, EUC_KR, Encoding, GBK, MACINTOSH, WINDOWS_874, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252,
};
use unicode_script::{Script, UnicodeScript};

/// An encoding that UTF-8 is taken for, and how many characters in a row prove it.
struct Reading {
    encoding: &'static Encoding,
    /// What its readings start with, to look no further where none of it is there.
    signs: &'static [char],
    proof: usize,
}

const READINGS: [Reading; 5] = [
    Reading {
        encoding: WINDOWS_1252,
        signs: &[
            'Ã', 'Â', 'â', 'à', 'ä', 'å', 'æ', 'ç', 'è', 'é', 'ê', 'ë', 'ì', 'í', 'ð', 'ã', 'á', 'Ä', 'Å',
            'Ð', 'Ñ', 'Î', 'Ï', 'Ø', 'Ù', '×', 'Æ', 'Ç',
        ],
        proof: 2,
    },
    Reading { encoding: WINDOWS_1250, signs: &['Ă', 'Â', 'â', 'Ĺ', 'Ä'], proof: 2 },
    Reading { encoding: MACINTOSH, signs: &['√', '¬', '‚'], proof: 2 },
    Reading { encoding: WINDOWS_1251, signs: &['Р', 'С', 'Г', 'В', 'в'], proof: 2 },
    // เธอ and เน้น are Thai; three such in a row are not.
    Reading { encoding: WINDOWS_874, signs: &['เ'], proof: 3 },
];

impl Reading {
    /// Whether its letters are those of another script than Latin.
    fn is_of_a_script(&self) -> bool {
        self.encoding == WINDOWS_1251 || self.encoding == WINDOWS_874
    }

    /// Whether there is enough of its signs in a text to look closer.
    fn may_be_in(&self, text: &str) -> bool {
        let is_thai = self.encoding == WINDOWS_874;
        let starts = || text.matches("เธ").count() + text.matches("เน").count();
        text.contains(self.signs) && (!is_thai || starts() >= self.proof)
    }

    /// Whether such a sequence is looked for: of encodings of a script, those that its own letters make, and those that letters of
    /// Latin with accents make of Cyrillic.
    fn may_read(&self, bytes: &[u8]) -> bool {
        if self.encoding == WINDOWS_874 {
            matches!(bytes, [0xE0, 0xB8 | 0xB9, _])
        } else if self.encoding == WINDOWS_1251 {
            matches!(bytes, [0xC2 | 0xC3 | 0xD0 | 0xD1, _])
        } else {
            true
        }
    }
}

/// A character of UTF-8 as it was read.
struct Sequence {
    range: Range<usize>,
    bytes: Vec<u8>,
}

/// The bytes of a text from the first that are garbled to the last, and what they were.
pub(super) fn garbled(text: &str) -> Option<(Range<usize>, String)> {
    if let Some(at) = lone_grave(text) {
        return Some((at..at + "Ã ".len(), "à".to_owned()));
    }
    // A character of several bytes is read as several beside each other.
    let beyond = |c: char| !c.is_ascii();
    if !text.chars().zip(text.chars().skip(1)).any(|(one, next)| beyond(one) && beyond(next)) {
        return None;
    }
    let mut readings = READINGS.iter().filter(|reading| reading.may_be_in(text));
    readings.find_map(|reading| read_as(text, reading)).or_else(|| taken_for_latin(text))
}

/// An à whose second byte, a space that does not break, became a plain one: a word of Ã alone, which no language has, before
/// more than one space or a word in small letters.
fn lone_grave(text: &str) -> Option<usize> {
    let stands_alone = |at: &usize| {
        let before = text[..*at].chars().next_back();
        let after = text[at + "Ã ".len()..].trim_start_matches(' ').chars().next();
        before.is_none_or(|c| !c.is_alphanumeric())
            && after.is_some_and(|c| c.is_lowercase() || c.is_ascii_digit())
    };
    text.match_indices("Ã ").map(|(at, _)| at).find(stands_alone)
}

fn read_as(text: &str, reading: &Reading) -> Option<(Range<usize>, String)> {
    let mut found = sequences(text, reading.encoding);
    found.retain(|sequence| reading.may_read(&sequence.bytes));
    let chains: Vec<&[Sequence]> = found.chunk_by(|one, next| one.range.end == next.range.start).collect();
    let proven = |chain: &[Sequence]| chain.len() >= reading.proof || is_proof(text, chain, reading);
    chains.iter().find(|chain| proven(chain))?;
    // Beside what is proven, letters of Latin are garbled too.
    let latin =
        |chain: &[Sequence]| !reading.is_of_a_script() && matches!(chain[0].bytes[..], [0xC2 | 0xC3, _]);
    let taken: Vec<&[Sequence]> = chains.into_iter().filter(|chain| proven(chain) || latin(chain)).collect();
    let (first, last) = (taken.first()?, taken.last()?);
    let range = first[0].range.start..last[last.len() - 1].range.end;
    let (mut meant, mut done) = (String::new(), range.start);
    for sequence in taken.iter().copied().flatten() {
        meant.push_str(&text[done..sequence.range.start]);
        meant.push_str(&String::from_utf8_lossy(&sequence.bytes));
        done = sequence.range.end;
    }
    Some((range, meant))
}

/// All that may be a character of UTF-8 which was read in an encoding.
fn sequences(text: &str, encoding: &'static Encoding) -> Vec<Sequence> {
    let high: Vec<u8> = (0x80..=0xFF).collect();
    let (table, _) = encoding.decode_without_bom_handling(&high);
    let table: Vec<char> = table.chars().collect();
    let byte = |c: char| match u8::try_from(u32::from(c)) {
        // Latin-1 keeps the bytes that Windows gives to marks.
        Ok(control @ 0x80..=0x9F) => Some(control),
        _ => high.get(table.iter().position(|&known| known == c)?).copied(),
    };
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut sequences = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let length = match byte(letters[at].1) {
            Some(0xC2..=0xDF) => 2,
            Some(0xE0..=0xEF) => 3,
            Some(0xF0..=0xF4) => 4,
            _ => 1,
        };
        let end = letters.get(at + length).map_or(text.len(), |(end, _)| *end);
        let part: Vec<u8> = letters[at..].iter().take(length).map_while(|(_, c)| byte(*c)).collect();
        if length > 1 && part.len() == length && std::str::from_utf8(&part).is_ok() {
            sequences.push(Sequence { range: letters[at].0..end, bytes: part });
            at += length;
        } else {
            at += 1;
        }
    }
    sequences
}

/// Whether one sequence alone is no text: “Ã©” is none, “MANHÔ” is.
fn is_proof(text: &str, chain: &[Sequence], reading: &Reading) -> bool {
    let [Sequence { range, bytes }] = chain else { return false };
    let follows = text[range.end..].chars().next().unwrap_or(' ');
    let before = text[..range.start].chars().next_back().unwrap_or(' ');
    if reading.is_of_a_script() {
        // One letter of Cyrillic and a sign, within a word of Latin: “jours fГ©riГ©s”.
        let is_within = before.is_ascii_alphabetic() || follows.is_ascii_alphabetic();
        return matches!(bytes[..], [0xC2 | 0xC3, _]) && is_within;
    }
    let tail: Vec<char> = text[range.clone()].chars().skip(1).collect();
    let marks = tail.iter().any(|&c| may_follow_a_word(c));
    match bytes[..] {
        [0xC2 | 0xC3, _] => !marks || before.is_lowercase() || follows.is_alphabetic(),
        [_, _] => !marks && (before.is_lowercase() || follows.is_lowercase()),
        [0xE2, 0x80 | 0x82 | 0x84, _] => true,
        // A Vietnamese letter: “Tiáº¿ng Viá»‡t”; “«será»…” is text.
        [0xE1, 0xBA | 0xBB, _] => follows.is_alphabetic() || !tail[1..].iter().any(|&c| may_follow_a_word(c)),
        [_, _, _] => !marks,
        _ => true,
    }
}

/// Marks that stand after a word whose last letter has an accent, without a space.
fn may_follow_a_word(c: char) -> bool {
    c.is_whitespace() || "»«›‹”“’‘„‚…–—•·™®©ª°º²³¹´¨¡¿\u{AD}".contains(c)
}

/// A text in an older encoding of Thai, Korean or Chinese that was taken for Latin: five letters or more with accents and
/// none without.
fn taken_for_latin(text: &str) -> Option<(Range<usize>, String)> {
    let high = |c: char| matches!(c, '\u{A1}'..='\u{FF}');
    let start = text.find(high)?;
    let mut from = start;
    while from < text.len() {
        let Some(next) = text[from..].find(high) else { break };
        let start = from + next;
        let end = text[start..].find(|c| !high(c)).map_or(text.len(), |length| start + length);
        let run = &text[start..end];
        if run.chars().count() >= 5 && run.chars().filter(|c| c.is_alphabetic()).count() >= 3 {
            let (bytes, ..) = WINDOWS_1252.encode(run);
            let meant = [
                (EUC_KR, Script::Hangul),
                (WINDOWS_874, Script::Thai),
                (GBK, Script::Han),
                (BIG5, Script::Han),
            ];
            let meant = meant.into_iter().find_map(|(encoding, script)| {
                let (text, damaged) = encoding.decode_without_bom_handling(&bytes);
                (!damaged && text.chars().all(|c| c.script() == script)).then(|| text.into_owned())
            });
            if let Some(meant) = meant {
                return Some((start..end, meant));
            }
        }
        from = end;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn garbled_text_is_read_back() {
        for (text, part, meant) in [
            ("un cafÃ© chaud", "Ã©", "é"),
            ("Ã©tÃ©", "Ã©tÃ©", "été"),
            ("donâ€™t", "â€™", "’"),
            ("Tiáº¿ng Viá»‡t", "áº¿ng Viá»‡", "ếng Việ"),
            ("a â€œwordâ€\u{9D} b", "â€œwordâ€\u{9D}", "“word”"),
            ("HÃ”TEL", "Ã”", "Ô"),
            ("Ã\u{A0} bientÃ´t", "Ã\u{A0} bientÃ´", "à bientô"),
            ("20Â°C", "Â°", "°"),
            ("à¸ªà¸§à¸±à¸ªà¸”à¸µ", "à¸ªà¸§à¸±à¸ªà¸”à¸µ", "สวัสดี"),
            ("í•œêµ\u{AD}ì–´", "í•œêµ\u{AD}ì–´", "한국어"),
            ("ä½ å¥½", "å¥½", "好"),
            ("ä¸\u{AD}æ–‡", "ä¸\u{AD}æ–‡", "中文"),
            ("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"),
            ("РџСЂРёРІРµС‚", "РџСЂРёРІРµС‚", "Привет"),
            ("เธชเธงเธฑเธชเธ”เธต", "เธชเธงเธฑเธชเธ”เธต", "สวัสดี"),
            ("caf√© don‚Äôt", "√© don‚Äô", "é don’"),
            ("ðŸ˜€", "ðŸ˜€", "😀"),
            ("ÊÇÑÊ´Õ", "ÊÇÑÊ´Õ", "สวัสดี"),
            ("ÇÑ±¹¾î", "ÇÑ±¹¾î", "한국어"),
            ("niÃ±os", "Ã±", "ñ"),
            ("jours fГ©riГ©s", "Г©riГ©", "érié"),
            ("niГ±os", "Г±", "ñ"),
            ("Г©tГ©", "Г©tГ©", "été"),
            ("Lundi Ã  vendredi", "Ã ", "à"),
            ("de 9 Ã  17 h", "Ã ", "à"),
        ] {
            let found = garbled(text);
            let found = found.as_ref().map(|(range, meant)| (&text[range.clone()], meant.as_str()));
            assert_eq!(found, Some((part, meant)), "{text}");
        }
    }

    #[test]
    fn words_with_accents_are_text() {
        for text in [
            "«\u{A0}Il fut sauvé\u{A0}»",
            "à\u{A0}« Montréal »",
            "CAFÉ™ et CAFÉ®",
            "ALLÔ” MAÇÃ” MANHÃ»",
            "é…”",
            "Ça coûte 5\u{A0}€",
            "Ä–Ö",
            "20 °C",
            "¿Qué?",
            "ÀÉÈ",
            "naïve",
            "เธอเน้นเรื่องนี้",
            "РОССИЯ",
            "한국어",
            "您好",
            "Åsa Öberg «Ä»",
            "Mañana",
            "50 £",
            "Tiếng Việt",
            "№ 5",
            "Wikang Tagalog – ñ",
            "1ª 2º",
            "È»",
            "«Lo será»… y «está»",
            "MAÇÃ E PÃO",
            "В «Мире» 5 °C, Г. Иванов ©",
            "В«Мире»",
        ] {
            assert_eq!(garbled(text), None, "{text}");
        }
    }
}
