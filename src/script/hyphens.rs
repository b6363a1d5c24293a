//! Where a word may be divided with a hyphen. In: a language and a word of letters only. Out: places inside it. Liang's
//! patterns (1983) where `hypher` has them, own syllables for Tagalog; no other language is divided.

use hypher::{Lang, hyphenate_bounded};

/// The fewest letters of a word that is divided (H).
const SHORTEST: usize = 6;

/// The fewest letters before a hyphen, and after it (H; TeX's `lefthyphenmin` and `righthyphenmin` of English).
const BOUNDS: (usize, usize) = (2, 3);

/// Whether words of the language are divided at all.
pub fn has_hyphens(language: &str) -> bool {
    language == "tl" || patterns(language).is_some()
}

/// The places inside a word, in bytes, in order: at least two letters before each, three after. None in a word of fewer
/// than six letters, in one with a capital and in a language without patterns.
///
/// ```text
/// assert_eq!(hyphens("tl", "karapatan"), [2, 4, 6]);
/// assert!(hyphens("en", "Ottawa").is_empty());
/// ```
pub fn hyphens(language: &str, word: &str) -> Vec<usize> {
    if word.chars().take(SHORTEST).count() < SHORTEST || word.contains(char::is_uppercase) {
        return Vec::new();
    }
    match patterns(language) {
        Some(patterns) => by_patterns(patterns, word),
        None if language == "tl" => bounded(word, tagalog(word)),
        None => Vec::new(),
    }
}

fn patterns(language: &str) -> Option<Lang> {
    Lang::from_iso(<[u8; 2]>::try_from(language.as_bytes()).ok()?)
}

fn by_patterns(patterns: Lang, word: &str) -> Vec<usize> {
    let mut end = 0;
    let mut ends: Vec<usize> = Vec::new();
    for syllable in hyphenate_bounded(word, patterns, BOUNDS.0, BOUNDS.1) {
        end += syllable.len();
        if end < word.len() {
            ends.push(end);
        }
    }
    ends
}

/// The places that leave letters enough on both sides.
fn bounded(word: &str, mut places: Vec<usize>) -> Vec<usize> {
    let place = |at: Option<(usize, char)>| at.map_or(word.len(), |(at, _)| at);
    let first = place(word.char_indices().nth(BOUNDS.0));
    let last = place(word.char_indices().nth_back(BOUNDS.1 - 1));
    places.retain(|at| (first..=last).contains(at));
    places
}

/// The consonants since the last vowel.
#[derive(Default)]
struct Cluster {
    count: usize,
    /// Where the last but one starts, and its letter.
    second: (usize, char),
    /// Where the last starts, and its letter.
    last: (usize, char),
}

impl Cluster {
    fn push(&mut self, at: usize, letter: char) {
        self.count += 1;
        self.second = std::mem::replace(&mut self.last, (at, letter));
    }

    /// Where the next syllable starts when a vowel follows there. Of three consonants the first two stay, unless the last
    /// two start a syllable together: `eks-per-to`, but `tem-plo`.
    fn split(&self, vowel: usize) -> usize {
        match self.count {
            0 => vowel,
            1 | 2 => self.last.0,
            _ if is_onset(self.second.1, self.last.1) => self.second.0,
            _ => self.last.0,
        }
    }
}

/// Where syllables start inside a word of Tagalog: V.CV and VC.CV, `ng` one consonant, two vowels two syllables
/// (Ortograpiyang Pambansa, 2013, 2.2). None in what isn't spelt as Tagalog is.
fn tagalog(word: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    if !is_tagalog(word) {
        return starts;
    }
    let mut cluster = Cluster::default();
    let mut vowels = false;
    let mut letters = word.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if is_vowel(letter) {
            if vowels {
                starts.push(cluster.split(at));
            }
            (vowels, cluster) = (true, Cluster::default());
        } else {
            let velar = letter == 'n' && letters.next_if(|&(_, next)| next == 'g').is_some();
            cluster.push(at, if velar { 'ŋ' } else { letter });
        }
    }
    starts
}

fn is_vowel(c: char) -> bool {
    "aeiouáàâéèêíìîóòôúùû".contains(c)
}

/// Whether two consonants start a syllable together: a stop, or `f`, with `l` or `r`.
fn is_onset(first: char, second: char) -> bool {
    matches!((first, second), ('b' | 'p' | 'g' | 'k' | 'f', 'l' | 'r') | ('d' | 't', 'r'))
}

/// Whether a word looks like Tagalog: no letters or pairs of letters that only words of other languages keep (H).
fn is_tagalog(word: &str) -> bool {
    const FOREIGN: &[&str] =
        &["ee", "th", "sh", "ph", "bb", "dd", "ff", "kk", "ll", "mm", "nn", "pp", "rr", "ss", "tt", "zz"];
    let ends: usize = word.chars().rev().take_while(|&c| !is_vowel(c)).count();
    word.chars().all(|c| is_vowel(c) || c == 'ñ' || (c.is_ascii_lowercase() && !"cqx".contains(c)))
        && (ends < 2 || (ends == 2 && word.ends_with("ng")))
        && !FOREIGN.iter().any(|pair| word.contains(pair))
}

#[cfg(test)]
mod tests {
    use super::{hyphens as places, tagalog};

    /// Asserts the places of a word in which they are marked.
    fn hyphens(language: &str, marked: &str) {
        let mut found = marked.replace('-', "");
        places(language, &found).iter().rev().for_each(|&at| found.insert(at, '-'));
        assert_eq!(found, marked, "{language}");
    }

    /// Asserts the syllables of a Tagalog word.
    fn syllables(marked: &str) {
        let mut found = marked.replace('-', "");
        tagalog(&found).iter().rev().for_each(|&at| found.insert(at, '-'));
        assert_eq!(found, marked);
    }

    #[test]
    fn tagalog_divides_before_the_last_consonant() {
        syllables("pag-ka-ka-i-bi-gan");
        syllables("ma-nga-nga-ral");
        syllables("pa-na-nam-pa-la-ta-ya");
        syllables("ka-ra-pa-tan");
        syllables("mang-ga-ga-wa");
        syllables("nag-ga-ga-wa");
        syllables("pang-ka-la-ha-tan");
        syllables("ka-ta-ru-ngan");
    }

    #[test]
    fn tagalog_keeps_together_what_starts_a_syllable_after_another_consonant() {
        syllables("kon-tra-ta");
        syllables("im-por-mas-yon");
        syllables("eks-per-to");
        syllables("si-lin-dro");
        syllables("eks-plo-si-bo");
        syllables("ins-pi-ras-yon");
        syllables("mag-tra-ba-ho");
        syllables("tra-ba-ha-dor");
        syllables("mig-ran-te");
    }

    #[test]
    fn tagalog_leaves_words_of_other_languages_whole() {
        hyphens("tl", "trafficking");
        hyphens("tl", "workers");
        hyphens("tl", "rescue");
        hyphens("tl", "кириллица");
    }

    #[test]
    fn patterns_divide_english_spanish_and_french() {
        hyphens("en", "traf-fick-ing");
        hyphens("en", "hy-phen-ation");
        hyphens("es", "tra-ba-ja-do-ras");
        hyphens("fr", "tra-vailleuses");
        hyphens("fr", "im-mi-gra-tion");
    }

    #[test]
    fn six_letters_two_before_and_three_after() {
        hyphens("en", "paper");
        hyphens("es", "ca-sita");
        hyphens("tl", "aalis");
        hyphens("tl", "aa-li-sin");
        hyphens("tl", "ba-ba-e-han");
        hyphens("tl", "pag-ka-ka-i-bi-gan");
        hyphens("tl", "ma-ta-tao");
    }

    #[test]
    fn capitals_and_languages_without_patterns_are_left_alone() {
        hyphens("en", "Trafficking");
        hyphens("en", "UNESCO");
        hyphens("tl", "Katarungan");
        hyphens("vi", "nghiêng");
        hyphens("ko", "가나다라마바사");
    }
}
