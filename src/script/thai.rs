//! Thai words by maximal matching: the fewest words of the dictionary, with boundaries at character clusters only, after
//! the `newmm` of PyThaiNLP. In: text and a glossary. Out: where words end. The list, `words_th.txt`, is PyThaiNLP's, given to the public
//! domain (CC0 1.0); `words_th.fst` is the same list as an automaton.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::LazyLock;

use fst::raw::Fst;

use crate::script::classes::{is_digit, is_thai};
use crate::script::tcc::tcc_ends;

static WORDS: LazyLock<Fst<&'static [u8]>> = LazyLock::new(|| {
    let bytes: &[u8] = include_bytes!("words_th.fst");
    Fst::new(bytes).expect("the automaton is generated from the list, and a test compares them")
});

/// How many readings of an ambiguous stretch are followed before only the shortest words are (as in newmm).
const MOST_READINGS: usize = 50;

/// Where words end inside a Thai text, in bytes, in order, without the text's own end. Every break is also the end of
/// a character cluster. Unknown stretches are one word up to where a known one of more than two consonants starts.
///
/// ```text
/// assert_eq!(thai_breaks("สวัสดีครับ", &[]), ["สวัสดี".len()]);
/// ```
pub fn thai_breaks(text: &str, glossary: &[&str]) -> Vec<usize> {
    let mut matcher =
        Matcher { text, glossary, ends: tcc_ends(text).into_iter().collect(), found: Vec::new() };
    matcher.run();
    matcher.found.retain(|&end| end < text.len());
    matcher.found
}

/// Whether the list has a text as a word.
pub fn is_thai_word(text: &str) -> bool {
    let keys: Option<Vec<u8>> = text.chars().map(key).collect();
    keys.is_some_and(|keys| WORDS.contains_key(keys))
}

struct Matcher<'t> {
    text: &'t str,
    glossary: &'t [&'t str],
    /// Where clusters end.
    ends: BTreeSet<usize>,
    /// Where words end, so far.
    found: Vec<usize>,
}

impl Matcher<'_> {
    /// Follows all readings from the left until they meet, and keeps the one of the fewest words of what lies behind.
    fn run(&mut self) {
        let mut readings: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut count = 0;
        let mut open = BTreeSet::from([0]);
        let mut settled = 0;
        while let Some(start) = open.pop_first().filter(|&start| start < self.text.len()) {
            for end in self.words_at(start) {
                readings.entry(start).or_default().push(end);
                open.insert(end);
                count += 1;
                if count > MOST_READINGS {
                    break;
                }
            }
            match (open.len(), open.first()) {
                (1, Some(&meeting)) => self.found.extend(fewest(&readings, settled, meeting)),
                (0, _) => self.found.push(self.unknown_end(start)),
                _ => continue,
            }
            settled = self.found.last().copied().unwrap_or(self.text.len());
            open.insert(settled);
            readings.clear();
            count = 0;
        }
    }

    /// Where the words of the dictionary and the glossary end that start there, the shortest first.
    fn words_at(&self, start: usize) -> Vec<usize> {
        let rest = &self.text[start..];
        let mut ends: BTreeSet<usize> = self
            .glossary
            .iter()
            .filter(|word| !word.is_empty() && rest.starts_with(**word))
            .map(|word| start + word.len())
            .collect();
        let mut node = WORDS.root();
        for (at, c) in rest.char_indices() {
            let Some(step) = key(c).and_then(|key| node.find_input(key)) else { break };
            node = WORDS.node(node.transition_addr(step));
            if node.is_final() {
                ends.insert(start + at + c.len_utf8());
            }
        }
        ends.into_iter().filter(|end| self.ends.contains(end)).collect()
    }

    /// Where a stretch ends that no word starts.
    fn unknown_end(&self, start: usize) -> usize {
        if let Some(length) = foreign(&self.text[start..]) {
            return start + length;
        }
        let known = |at: usize| self.words_at(at).iter().any(|&end| !is_slight(&self.text[at..end]));
        self.ends
            .range(start + 1..self.text.len())
            .copied()
            .find(|&at| known(at) || foreign(&self.text[at..]).is_some())
            .unwrap_or(self.text.len())
    }
}

/// The byte that stands for a character in the automaton: half the size of UTF-8, and a third of the steps.
fn key(character: char) -> Option<u8> {
    let code = u32::from(character);
    let key = if is_thai(character) { code - 0xe00 + 0x80 } else { code };
    u8::try_from(key).ok().filter(|&key| key >= 0x80 || character.is_ascii())
}

/// The ends of the words of the shortest path from `start` to `goal`; of equal ones that whose first words are shorter.
fn fewest(readings: &BTreeMap<usize, Vec<usize>>, start: usize, goal: usize) -> Vec<usize> {
    let mut from = BTreeMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(at) = queue.pop_front() {
        for &end in readings.get(&at).map_or(&[][..], Vec::as_slice) {
            if end != start && !from.contains_key(&end) {
                from.insert(end, at);
                queue.push_back(end);
            }
        }
    }
    let mut path: Vec<usize> =
        std::iter::successors(Some(goal), |at| from.get(at).copied()).take_while(|&at| at != start).collect();
    path.reverse();
    path
}

/// Whether a word is of one or two consonants only, too slight to end an unknown stretch.
fn is_slight(word: &str) -> bool {
    word.chars().all(|c| matches!(c, 'ก'..='ฮ')) && word.chars().count() <= 2
}

/// The length of what is no Thai word at the start of a text: Latin letters, a number, spaces, anything else.
fn foreign(text: &str) -> Option<usize> {
    let digit = is_digit;
    let first = text.chars().next()?;
    let run = |class: &dyn Fn(char) -> bool| text.find(|c: char| !class(c)).unwrap_or(text.len());
    if digit(first) {
        let whole = run(&|c| digit(c) || matches!(c, ',' | '.'));
        return Some(text[..whole].trim_end_matches([',', '.']).len());
    }
    match first {
        'a'..='z' | 'A'..='Z' | '-' => Some(run(&|c| c.is_ascii_alphabetic() || c == '-')),
        c if c.is_whitespace() => Some(run(&char::is_whitespace)),
        c if is_thai(c) => None,
        _ => Some(run(&|c| !is_thai(c) && !c.is_whitespace())),
    }
}

#[cfg(test)]
mod tests {
    use fst::SetBuilder;

    use super::*;

    /// The list as an automaton.
    fn automaton() -> Vec<u8> {
        let lines = include_str!("words_th.txt").lines().filter(|line| !line.is_empty());
        let mut words: Vec<Vec<u8>> = lines.filter_map(|line| line.chars().map(key).collect()).collect();
        words.sort_unstable();
        words.dedup();
        let mut builder = SetBuilder::memory();
        builder.extend_iter(words).expect("words are sorted");
        builder.into_inner().expect("memory takes all")
    }

    #[test]
    fn the_automaton_is_that_of_the_list() {
        let stored: &[u8] = include_bytes!("words_th.fst");
        assert!(automaton() == stored, "run `cargo test --release --lib write_the_automaton -- --ignored`");
    }

    #[test]
    #[ignore = "writes src/script/words_th.fst, after a change of the list"]
    fn write_the_automaton() {
        std::fs::write("src/script/words_th.fst", automaton()).expect("the folder can be written");
    }

    fn words(marked: &str, glossary: &[&str]) {
        let text = marked.replace('|', "");
        let mut found = text.clone();
        thai_breaks(&text, glossary).iter().rev().for_each(|&at| found.insert(at, '|'));
        assert_eq!(found, marked);
    }

    #[test]
    fn words_are_those_of_newmm() {
        words("สวัสดี|ครับ", &[]);
        words("ทำงาน|บริการ|ทางเพศ|ไม่|ใช่|อาชญากรรม", &[]);
        words("คน|ไร้|สัญชาติ|พันธุ์|ศาสตร์|ตากลม", &[]);
        words("ต่างๆ|และ|ฯลฯ", &[]);
        words("นายกรัฐมนตรี|แคนาดา", &[]);
    }

    #[test]
    fn unknown_stretches_are_those_of_newmm() {
        words("บัตเตอร์|ฟ|ลาย|ช่วยเหลือ", &[]);
        words("ฟก|ดห|สวัสดี", &[]);
        words("ออน|แท|รี|โอ|กับ|โทรอนโต", &[]);
    }

    #[test]
    fn a_glossary_adds_words() {
        words("บัตเตอร์ฟลาย|ช่วยเหลือ", &["บัตเตอร์ฟลาย"]);
        words("ออนแทรีโอ|กับ|โทรอนโต", &["ออนแทรีโอ"]);
    }
}
