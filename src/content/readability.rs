//! How easy a text is to read, for languages that have a published formula: the fewer words a sentence has, and the fewer syllables
//! a word, the easier. In: texts, and the numbers of the language's formula (its file in `languages`). Out: a score, 100 being the
//! easiest.

use crate::languages::ReadabilityTable;

/// The fewest words of which a score is told: formulas were made for samples of a hundred (Flesch 1948).
const FEWEST_WORDS: usize = 100;

/// The score of texts by a formula. Only texts that end as a sentence does count: headings and addresses are no sentences. `None`
/// where there are too few words.
pub fn readability<'t>(texts: impl Iterator<Item = &'t str>, formula: &ReadabilityTable) -> Option<f64> {
    let mut count = Count::default();
    for paragraph in texts.flat_map(|text| text.split(['\u{2028}', '\u{2029}'])) {
        if paragraph.trim_end_matches(is_closing).ends_with(is_end) {
            count.add(paragraph, formula);
        }
    }
    let Count { sentences, words, syllables } = count;
    if words < FEWEST_WORDS || sentences == 0 {
        return None;
    }
    let [sentences, words, syllables] =
        [sentences, words, syllables].map(|count| f64::from(u32::try_from(count).unwrap_or(u32::MAX)));
    Some(formula.base - formula.words * words / sentences - formula.syllables * syllables / words)
}

#[derive(Default)]
struct Count {
    sentences: usize,
    words: usize,
    syllables: usize,
}

impl Count {
    fn add(&mut self, paragraph: &str, formula: &ReadabilityTable) {
        self.sentences += sentence_count(paragraph);
        for word in words(paragraph) {
            self.words += 1;
            self.syllables += syllable_count(word, formula);
        }
    }
}

fn is_end(character: char) -> bool {
    matches!(character, '.' | '!' | '?' | '…')
}

fn is_closing(character: char) -> bool {
    matches!(character, '”' | '’' | '»' | '"' | '\'' | ')' | ' ' | '\u{A0}' | '\u{202F}')
}

/// How many sentences a paragraph has: ends that a capital, or a mark that opens something, comes after. A short word with a capital
/// and a stop may be an abbreviation, such as `Dr.`, and ends none.
fn sentence_count(paragraph: &str) -> usize {
    let ends = paragraph.match_indices(is_end).filter(|(at, end)| {
        let after = paragraph[at + end.len()..].trim_start_matches(is_closing);
        let word = paragraph[..*at].rsplit(char::is_whitespace).next().unwrap_or_default();
        let is_short = *end == "." && word.len() <= 3 && word.starts_with(char::is_uppercase);
        let goes_on = |c: char| c.is_uppercase() || "“‘«¿¡(".contains(c);
        after.is_empty() || (after.starts_with(goes_on) && !is_short)
    });
    ends.count().max(1)
}

/// The words of a paragraph. An apostrophe parts an article from its noun (l’article), and not an ending from its word (don’t).
fn words(paragraph: &str) -> impl Iterator<Item = &str> {
    let is_part = |c: char| c.is_alphabetic() || c == '’' || c == '\'';
    paragraph.split(move |c| !is_part(c)).flat_map(|word| {
        let at = word.find(['’', '\'']).filter(|at| word[*at..].chars().count() > 3);
        let (first, rest) = word.split_at(at.unwrap_or(word.len()));
        [first, rest].into_iter().filter(|part| part.chars().any(char::is_alphabetic))
    })
}

/// How many syllables a word has: its groups of vowels, by what the language's file says of them.
fn syllable_count(word: &str, formula: &ReadabilityTable) -> usize {
    let word = word.to_lowercase();
    let is_vowel = |c: char| formula.vowels.contains(c);
    let groups = word.split(|c| !is_vowel(c)).filter(|group| !group.is_empty());
    let apart = |group: &str| formula.apart.iter().filter(|pair| group.contains(pair.as_str())).count();
    let all: usize = groups.map(|group| 1 + apart(group)).sum();
    let has = |ends: &[String]| ends.iter().any(|end| word.ends_with(end.as_str()));
    let is_silent = has(&formula.silent_ends) && !has(&formula.sounded_ends);
    all.saturating_sub(usize::from(is_silent)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::language_file;

    fn formula(tag: &str) -> &'static ReadabilityTable {
        language_file(tag).unwrap().readability.as_ref().unwrap()
    }

    #[test]
    fn syllables_are_counted_as_they_are_spoken() {
        for (tag, words) in [
            (
                "en",
                "be 1 make 1 makes 1 people 2 police 2 table 2 wanted 2 worked 1 threatened 2 migration 3 racial 2 migrants 2 immigrant 3",
            ),
            ("es", "que 1 guion 1 país 2 caos 2 policía 4 trabajo 3 trabajadora 5 muy 1 ley 1 y 1 trata 2"),
            ("fr", "la 1 police 2 travail 2 travailleuse 3 loi 1 personnes 2 créer 2 traite 1 île 1"),
        ] {
            let mut words = words.split(' ');
            while let Some((word, count)) = words.next().zip(words.next()) {
                assert_eq!(syllable_count(word, formula(tag)).to_string(), count, "{tag} {word}");
            }
        }
    }

    #[test]
    fn sentences_and_words_are_those_of_a_reader() {
        assert_eq!(sentence_count("Dr. Lam came at 9 a.m. on Monday. “Why?” she asked. ¿Sí? No"), 3);
        let words = |text| words(text).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(
            words("l’article 12 don’t go — aujourd’hui"),
            ["l", "’article", "don’t", "go", "aujourd", "’hui"]
        );
    }

    #[test]
    fn short_words_and_sentences_are_easier() {
        let score = |text: &str| readability([text].into_iter(), formula("en"));
        let plain = score(&"The police came. They took my friend. ".repeat(20)).unwrap();
        let hard = score(&"Notwithstanding organizational considerations, immigration enforcement perpetuates criminalization. ".repeat(20)).unwrap();
        assert!(plain > 90.0 && hard < 0.0, "{plain} {hard}");
        // By hand: 3.5 words a sentence, 8 syllables in 7 words.
        assert!((plain - (206.835 - 1.015 * 3.5 - 84.6 * 8.0 / 7.0)).abs() < 1e-9, "{plain}");
        assert_eq!(score("Too short."), None);
        assert_eq!(readability(["A heading of some words"; 40].into_iter(), formula("en")), None);
    }
}
