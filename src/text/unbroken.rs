//! Stretches of Thai in which no word is known.

use std::ops::Range;

use crate::geom::Em;
use crate::script::{is_thai, is_thai_word};
use crate::text::breaks::BreakClass;
use crate::text::paragraph::Paragraph;

/// The widest stretch without the end of a word (H), in em: some two dozen letters, two thirds of a narrow panel. Within a
/// wider one a line may have to end, wherever that is.
const WIDEST: f64 = 12.0;

/// Stretches of Thai, in bytes, that are wider than a line bears without the end of a word, and are no word themselves.
pub fn unbroken(paragraph: &Paragraph) -> Vec<Range<usize>> {
    let mut start = (0, 0);
    let mut found = Vec::new();
    for place in paragraph.breaks.iter().filter(|place| place.class <= BreakClass::Normal) {
        let (at, cluster) = std::mem::replace(&mut start, (place.at, place.cluster));
        let text = paragraph.text.text[at..place.at].trim_end();
        let is_wide = || paragraph.natural_line(cluster, place.visible).width > Em::new(WIDEST);
        if text.contains(is_thai) && is_wide() {
            found.extend(unknown_letters(text).map(|own| at + own.start..at + own.end));
        }
    }
    found
}

/// What of a text is from its first letter of Thai to the last; `None` where it is a word.
fn unknown_letters(text: &str) -> Option<Range<usize>> {
    let start = text.find(is_thai)?;
    let end = start + text[start..].trim_end_matches(|c| !is_thai(c)).len();
    (!is_thai_word(&text[start..end])).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use crate::text::testing::body;

    /// The stretches of a text in which no word ends.
    fn unbroken_of(tag: &str, text: &str) -> Vec<String> {
        let shaped = body(tag, text);
        super::unbroken(&shaped).into_iter().map(|range| shaped.text.text[range].to_owned()).collect()
    }

    #[test]
    fn a_long_stretch_without_words_is_found_and_no_other() {
        let nonsense = "ฟห".repeat(14);
        assert_eq!(unbroken_of("th", &format!("สวัสดีครับ ({nonsense}) สวัสดีครับ")), [nonsense.as_str()]);
        assert_eq!(unbroken_of("th", &[nonsense.as_str(); 2].join(" ")), [nonsense.as_str(); 2]);
        let parted = ["ฟหฟหฟหฟห"; 4].join("\u{200b}");
        for known in [&parted, "ผู้ถูกจับมีสิทธิแจ้งให้ญาติหรือผู้ซึ่งตนไว้วางใจทราบ", "ชักแม่น้ำทั้งห้าซื้อคำขายเรื่อง"]
        {
            assert_eq!(unbroken_of("th", known), [""; 0]);
        }
        assert_eq!(unbroken_of("de", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"), [""; 0]);
    }
}
