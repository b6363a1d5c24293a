//! Marks at the edges of lines and against each other. In: a character. Out: which half of a full-width square its ink
//! leaves blank (clreq 3.1.6, GB/T 15834 5.1.10), or how much of a narrow one may hang in the margin.

/// A mark of Chinese, Japanese or Korean, by what it does to the space beside it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mark {
    /// Opens: its ink fills the second half of its square.
    Opener,
    /// Closes: its ink fills the first half.
    Closer,
    /// A pause: first half; in Traditional Chinese the middle.
    Comma,
    /// The end of a sentence: as a pause.
    Stop,
    /// Parts names: the middle.
    Interpunct,
}

/// What kind of mark a character is when it fills a square; `None` for letters and for marks that keep their square.
pub fn mark(character: char) -> Option<Mark> {
    match character {
        '（' | '《' | '〈' | '「' | '『' | '【' | '〔' | '［' | '｛' | '〖' | '〘' | '“' | '‘' => {
            Some(Mark::Opener)
        }
        '）' | '》' | '〉' | '」' | '』' | '】' | '〕' | '］' | '｝' | '〗' | '〙' | '”' | '’' => {
            Some(Mark::Closer)
        }
        '，' | '、' | '；' | '：' => Some(Mark::Comma),
        '。' | '！' | '？' | '．' => Some(Mark::Stop),
        '·' | '・' => Some(Mark::Interpunct),
        _ => None,
    }
}

/// What of a character hangs in the margin, as a share of its advance: where a line starts, and where it ends. After the
/// default tables of microtype (Schlicht 2004), whose thousandths are rounded to tenths; small marks of little ink hang
/// most. Letters don't hang: the columns here are narrow and ragged.
pub fn protrusion(character: char) -> (f64, f64) {
    match character {
        '-' | '\u{2010}' | '\u{2011}' => (0.0, 0.5),
        '.' | ',' => (0.0, 0.6),
        ':' | ';' => (0.0, 0.4),
        '!' | '?' => (0.0, 0.1),
        '“' | '”' | '‘' | '’' | '"' | '\'' => (0.5, 0.5),
        '«' | '‹' => (0.3, 0.0),
        '»' | '›' => (0.0, 0.3),
        '–' | '—' => (0.2, 0.2),
        '(' | '[' => (0.1, 0.0),
        ')' | ']' => (0.0, 0.1),
        '¿' | '¡' => (0.1, 0.0),
        _ => (0.0, 0.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_open_and_close_in_pairs() {
        for pair in [
            "（）", "《》", "〈〉", "「」", "『』", "【】", "〔〕", "［］", "｛｝", "〖〗", "〘〙", "“”",
            "‘’",
        ] {
            let kinds: Vec<Option<Mark>> = pair.chars().map(mark).collect();
            assert_eq!(kinds, [Some(Mark::Opener), Some(Mark::Closer)], "{pair}");
        }
    }

    #[test]
    fn letters_and_digits_do_not_hang() {
        assert!("azAZ09한글中文ก".chars().all(|c| protrusion(c) == (0.0, 0.0)));
    }
}
