//! Where the sentences of a paragraph end, and a paragraph that ends a line with one of them. In: a paragraph. Out: bytes of its
//! text; the same paragraph, parted.

use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;

use crate::script::is_thai;
use crate::text::breaks::BreakClass;
use crate::text::broken::KeptLines;
use crate::text::paragraph::Paragraph;

impl Paragraph {
    /// The bytes before which a sentence ends within the text and a line may end, in order (UAX #29). Thai marks no end of a
    /// sentence: it parts them, and clauses, by spaces, which are taken between two letters of Thai.
    pub fn sentence_ends(&self) -> Vec<usize> {
        let text = &self.text.text;
        let sentences: Vec<usize> =
            SentenceSegmenter::new(SentenceBreakInvariantOptions::default()).segment_str(text).collect();
        let ends_sentence = |at: usize| sentences.contains(&at) && !is_abbreviation(&text[..at]);
        let ends = |at: usize| at < text.len() && (ends_sentence(at) || parts_thai(text, at));
        let free = self.breaks.iter().filter(|place| place.class == BreakClass::Normal);
        free.map(|place| place.at).filter(|&at| ends(at)).collect()
    }

    /// The same paragraph, a line of which ends before that byte, as the last one of a paragraph does.
    pub fn parted(&self, at: usize) -> Paragraph {
        let mut parted = Paragraph { kept: KeptLines::default(), ..self.clone() };
        for place in parted.breaks.iter_mut().filter(|place| place.at == at) {
            place.class = BreakClass::Sentence;
        }
        parted
    }
}

/// How many letters an abbreviation with a stop has at most (H): `Dr.`, `Sra.`; with four, names at the end of a sentence would often
/// be taken for one.
const ABBREVIATION: usize = 3;

/// Whether a text ends with what may be an abbreviation rather than a sentence: a short word with a capital, or one of several stops.
/// A sentence that ends with a short name is passed over, too, which costs no more than another place to part.
fn is_abbreviation(before: &str) -> bool {
    let word = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    let Some(letters) = word.strip_suffix('.') else { return false };
    let short = letters.chars().count() <= ABBREVIATION && letters.starts_with(char::is_uppercase);
    short || letters.contains('.')
}

/// Words of Thai that go on with what stands before them: and, or, that, which, by, for, of, but.
const GOES_ON: [&str; 8] = ["และ", "หรือ", "ที่", "ซึ่ง", "โดย", "เพื่อ", "ของ", "แต่"];

/// Whether a space before that byte stands between two letters of Thai, and a word that goes on does not follow.
fn parts_thai(text: &str, at: usize) -> bool {
    let before = text[..at].strip_suffix(' ').and_then(|before| before.chars().next_back());
    let letters = before.zip(text[at..].chars().next());
    letters.is_some_and(|(last, next)| is_thai(last) && is_thai(next) && last != 'ๆ')
        && !GOES_ON.iter().any(|word| text[at..].starts_with(word))
}

#[cfg(test)]
mod tests {
    use crate::frame::LineEnd;
    use crate::geom::Em;
    use crate::style::Align;
    use crate::text::testing::body;
    use crate::text::{BreakOptions, break_lines};

    #[test]
    fn sentences_end_as_each_script_ends_them() {
        let ends = |tag: &str, text: &str| -> Vec<String> {
            let paragraph = body(tag, text);
            paragraph
                .sentence_ends()
                .iter()
                .map(|&at| paragraph.text.text[..at].trim_end().to_owned())
                .collect()
        };
        assert_eq!(
            ends("en", "Ask for 3.5 hours. Nobody (no one) asks. Why?"),
            ["Ask for 3.5 hours.", "Ask for 3.5 hours. Nobody (no one) asks."]
        );
        assert_eq!(ends("en", "Ask Dr. Chan at St. Anne’s. Or call."), ["Ask Dr. Chan at St. Anne’s."]);
        assert_eq!(ends("es", "En EE. UU. Nadie pregunta nada. Venga."), ["En EE. UU. Nadie pregunta nada."]);
        assert_eq!(ends("zh-Hant", "誰都可以來。不用錢。"), ["誰都可以來。"]);
        assert_eq!(ends("ko", "누구나 옵니다. 무료입니다."), ["누구나 옵니다."]);
        let thai = ends("th", "ใครก็มาได้ ไม่เสียเงิน เปิด 9 น. ทุกวัน");
        assert_eq!(thai[..1], ["ใครก็มาได้"], "no space beside a number parts: {thai:?}");
        assert!(body("th", "ตำรวจท้องถิ่น และตำรวจของรัฐ").sentence_ends().is_empty(), "and goes on");
        assert!(!thai.iter().any(|end| end.ends_with("เปิด") || end.ends_with('9')), "{thai:?}");
    }

    #[test]
    fn a_parted_paragraph_ends_a_line_with_its_sentence() {
        let paragraph = body("en", "Nobody asks for a name. Nobody is turned away from here at night.");
        let at = paragraph.sentence_ends()[0];
        let options = BreakOptions { align: Align::Justify, ..BreakOptions::default() };
        let lines = break_lines(&paragraph.parted(at), Em::new(40.0), &options);
        let ends: Vec<(usize, LineEnd)> = lines.iter().map(|line| (line.text.end, line.end)).collect();
        assert_eq!(ends[0], (at, LineEnd::Sentence));
        assert_eq!(ends.last().map(|end| end.1), Some(LineEnd::Paragraph));
        assert!(break_lines(&paragraph, Em::new(40.0), &options).iter().all(|line| line.text.end != at));
    }
}
