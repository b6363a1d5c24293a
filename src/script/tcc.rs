//! Thai character clusters: what no break of a word or line may split. In: Thai text. Out: where clusters end.
//! Theeramunkong et al. (2000), with the patterns of PyThaiNLP's `tcc_p`, which its word matcher is built on.

/// One step of a pattern.
#[derive(Clone, Copy)]
enum Step {
    /// One character of the class.
    One(fn(char) -> bool),
    /// One character of the class, or none.
    Maybe(fn(char) -> bool),
    /// What follows a consonant that is silenced: up to two consonants, perhaps a vowel, and the silencer; or nothing.
    Silenced,
    /// Nothing, but what follows is a consonant, a vowel written before one, or the end.
    Ahead,
}

use Step::{Ahead, Maybe, One, Silenced};

fn consonant(c: char) -> bool {
    matches!(c, 'ก'..='ฮ')
}
fn tone(c: char) -> bool {
    matches!(c, '่'..='๋')
}
fn leading_vowel(c: char) -> bool {
    matches!(c, 'เ'..='ไ')
}
fn below_or_over(c: char) -> bool {
    matches!(c, 'ะ'..='ู')
}

/// A class of the named characters.
macro_rules! any {
    ($($c:literal)|+) => { |c: char| matches!(c, $($c)|+) };
}

const C: Step = One(consonant);
const T: Step = Maybe(tone);
const K: Step = Silenced;

/// The patterns in order: the first to match wins.
const PATTERNS: &[&[Step]] = &[
    &[One(any!('เ')), C, One(any!('็')), C, K],
    &[One(any!('เ')), C, C, T, One(any!('า')), One(any!('ะ')), K],
    &[One(any!('เ')), C, C, One(any!('ี')), T, One(any!('ย')), One(any!('ะ')), K],
    &[One(any!('เ')), C, C, One(any!('ี')), T, One(any!('ย')), Ahead, K],
    &[One(any!('เ')), C, C, One(any!('็')), C, K],
    &[One(any!('เ')), C, One(any!('ิ')), C, One(any!('์')), C, K],
    &[One(any!('เ')), C, One(any!('ิ')), T, C, K],
    &[One(any!('เ')), C, One(any!('ี')), T, One(any!('ย')), Maybe(any!('ะ')), K],
    &[One(any!('เ')), C, One(any!('ื')), T, One(any!('อ')), Maybe(any!('ะ')), K],
    &[One(any!('เ')), C, One(any!('ิ' | 'ี' | 'ุ' | 'ู')), T, One(any!('ย')), Ahead, K],
    &[One(any!('เ')), C, T, Maybe(any!('า')), Maybe(any!('ะ')), K],
    &[C, One(any!('ั')), T, One(any!('ว')), One(any!('ะ')), K],
    &[C, One(any!('ั' | 'ื')), T, C, Maybe(any!('ุ' | 'ิ' | 'ะ')), K],
    &[C, One(any!('ิ' | 'ุ' | 'ู')), One(any!('์'))],
    &[C, One(below_or_over), T, K],
    &[C, One(any!('ร')), One(any!('ร')), C, One(any!('์'))],
    &[C, One(any!('็'))],
    &[C, T, Maybe(any!('ะ' | 'า' | 'ำ')), K],
    &[One(any!('แ')), C, One(any!('็')), C],
    &[One(any!('แ')), C, C, One(any!('์'))],
    &[One(any!('แ')), C, T, One(any!('ะ'))],
    &[One(any!('แ')), C, C, One(any!('็')), C],
    &[One(any!('แ')), C, C, C, One(any!('์'))],
    &[One(any!('โ')), C, T, One(any!('ะ'))],
    &[One(leading_vowel), C, T],
];

/// Where clusters end, in bytes, in order; the last is the text's own end. A character of another script is a cluster.
pub fn tcc_ends(text: &str) -> Vec<usize> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let only: Vec<char> = chars.iter().map(|&(_, c)| c).collect();
    let mut ends = Vec::new();
    let mut at = 0;
    while at < only.len() {
        let rest = &only[at..];
        at += PATTERNS.iter().find_map(|pattern| matched(pattern, rest)).unwrap_or(1);
        ends.push(chars.get(at).map_or(text.len(), |&(byte, _)| byte));
    }
    ends
}

/// How many characters the pattern takes, greedily, giving back where it must; `None` when it doesn't match.
fn matched(pattern: &[Step], text: &[char]) -> Option<usize> {
    let Some((step, rest)) = pattern.split_first() else { return Some(0) };
    let after = |taken: usize| matched(rest, &text[taken..]).map(|more| taken + more);
    let first = text.first().copied();
    match step {
        One(class) => first.filter(|&c| class(c)).and_then(|_| after(1)),
        Maybe(class) => first.filter(|&c| class(c)).and_then(|_| after(1)).or_else(|| after(0)),
        Ahead => first.is_none_or(|c| consonant(c) || leading_vowel(c)).then(|| after(0)).flatten(),
        Silenced => silenced(text).and_then(after).or_else(|| after(0)),
    }
}

/// How many characters of `(cc?[ุูิ]?์)` start the text.
fn silenced(text: &[char]) -> Option<usize> {
    let vowel = |c: char| matches!(c, 'ุ' | 'ู' | 'ิ');
    let consonants = text.iter().take(2).take_while(|&&c| consonant(c)).count();
    (1..=consonants).rev().find_map(|taken| {
        let vowels = usize::from(text.get(taken).is_some_and(|&c| vowel(c)));
        (text.get(taken + vowels) == Some(&'์')).then_some(taken + vowels + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::tcc_ends;

    fn clusters(marked: &str) {
        let text = marked.replace('|', "");
        let mut found = String::new();
        let mut start = 0;
        for end in tcc_ends(&text) {
            found.push_str(if start == 0 { "" } else { "|" });
            found.push_str(&text[start..end]);
            start = end;
        }
        assert_eq!(found, marked);
    }

    #[test]
    fn clusters_are_those_of_pythainlp() {
        clusters("ป|ระ|เท|ศ|ไท|ย");
        clusters("เปีย|ก");
        clusters("ส|วัส|ดี");
        clusters("ศา|สตร์");
        clusters("ม|หา|วิ|ท|ยา|ลัย");
        clusters("พันธุ์");
        clusters("แพทย์");
    }
}
