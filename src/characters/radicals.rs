//! The words that radicals of the CJK Radicals Supplement are written for (EquivalentUnifiedIdeograph.txt of the Unicode
//! Character Database, those that are words of their own). Kangxi radicals have theirs in the compatibility mappings.

/// Radicals, each with its word.
const WORDS: &str = "⺎兀⺓幺⺟母⺠民⻁虎⻄西⻅见⻆角⻇角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";

/// The word of a radical.
pub(super) fn word_of(radical: char) -> Option<char> {
    if !('\u{2E80}'..='\u{2EFF}').contains(&radical) {
        return None;
    }
    let mut letters = WORDS.chars();
    while let (Some(known), Some(word)) = (letters.next(), letters.next()) {
        if known == radical {
            return Some(word);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_and_words_alternate() {
        let letters: Vec<char> = WORDS.chars().collect();
        for pair in letters.chunks(2) {
            assert!(('\u{2E80}'..='\u{2EFF}').contains(&pair[0]), "{pair:?}");
            assert!(('\u{4E00}'..='\u{9FFF}').contains(&pair[1]), "{pair:?}");
        }
        assert_eq!((word_of('⻅'), word_of('见')), (Some('见'), None));
    }
}
