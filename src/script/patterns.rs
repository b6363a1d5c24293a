//! The patterns of what a line keeps whole, as an automaton. In: symbols, one after the other. Out: which kind of thing
//! they are, if they are one. `patterns.txt` is what people read and change; `patterns.bin` is its automaton, made by a test
//! with `regex-automata`, so that a start of the program costs nothing.

/// The kinds of patterns, the one first that wins where two end together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Kind {
    /// The address of a page.
    Url,
    /// The address of a mailbox.
    Mail,
    /// Words that are nothing without what follows.
    Together,
    /// One thing by itself.
    Whole,
    /// Nothing of the kind.
    Plain,
}

const KINDS: [Kind; 5] = [Kind::Url, Kind::Mail, Kind::Together, Kind::Whole, Kind::Plain];

/// The automaton: how many columns a state has; the column of each of 256 symbols; then the states. A state is a byte, one
/// more than the place of the kind that ends there, or nothing; and in each column a number of two bytes, the lower first,
/// of the next state. State 0 is the one from which no pattern goes on, state 1 the first.
static AUTOMATON: &[u8] = include_bytes!("patterns.bin");

/// How many bytes stand before the states.
const HEAD: usize = 1 + 256;

/// The symbol that follows a word which goes on.
pub(super) const GOES_ON: u8 = b'g';

/// The symbol of the list of that place in `LanguageFile::lists`.
pub(super) fn list_symbol(place: usize) -> u8 {
    u8::try_from(0x80 + place).expect("there are fewer lists than symbols")
}

/// How far the automaton has come: the number of a state.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Progress(u16);

impl Progress {
    /// Before the first symbol.
    pub(super) const START: Progress = Progress(1);

    /// After one more symbol.
    pub(super) fn after(self, symbol: u8) -> Progress {
        let at = self.row() + 1 + 2 * usize::from(AUTOMATON[1 + usize::from(symbol)]);
        Progress(u16::from_le_bytes([AUTOMATON[at], AUTOMATON[at + 1]]))
    }

    /// Whether no pattern can go on from here.
    pub(super) fn is_over(self) -> bool {
        self.0 == 0
    }

    /// The kind of what ends here, if a pattern does.
    pub(super) fn kind(self) -> Option<Kind> {
        KINDS.get(usize::from(AUTOMATON[self.row()]).checked_sub(1)?).copied()
    }

    /// Where its state starts.
    fn row(self) -> usize {
        HEAD + usize::from(self.0) * (1 + 2 * usize::from(AUTOMATON[0]))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use regex_automata::dfa::{Automaton, StartKind, dense};
    use regex_automata::nfa::thompson;
    use regex_automata::util::primitives::StateID;
    use regex_automata::util::start::Config as Start;
    use regex_automata::util::syntax;
    use regex_automata::{Anchored, MatchKind};

    use super::*;
    use crate::languages::LanguageFile;

    /// A pattern as a regular expression of symbols: parts in brackets, words of lists as their symbols.
    fn expanded(pattern: &str, parts: &BTreeMap<&str, String>) -> String {
        let mut out = pattern.to_owned();
        for (name, part) in parts {
            out = out.replace(&format!("{{{name}}}"), &format!("(?:{part})"));
        }
        for (place, (key, _)) in LanguageFile::default().lists().into_iter().enumerate() {
            out = out.replace(&format!("<{key}>"), &format!("\\x{:02x}", list_symbol(place)));
        }
        let named = |rest: &str| rest.starts_with(char::is_alphabetic);
        let unknown = out.contains(['<', '>']) || out.split('{').skip(1).any(named);
        assert!(!unknown, "there is no such list or part: {pattern}");
        out
    }

    /// The expression of each kind.
    fn expressions() -> [String; KINDS.len()] {
        let mut parts: BTreeMap<&str, String> = BTreeMap::new();
        let mut kinds = KINDS.map(|_| Vec::new());
        let lines = include_str!("patterns.txt").lines().map(str::trim);
        for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (name, pattern) = line.split_once(' ').expect(line);
            if let Some(part) = pattern.trim().strip_prefix("= ") {
                let part = expanded(part, &parts);
                assert!(parts.insert(name, part).is_none(), "{name} stands twice");
                continue;
            }
            let kind = ["url", "mail", "together", "whole", "plain"].iter().position(|known| *known == name);
            kinds[kind.expect(line)].push(format!("(?:{})", expanded(pattern, &parts)));
        }
        kinds.map(|patterns| patterns.join("|"))
    }

    /// The smallest automaton of the patterns, which looks for the longest match from one place.
    fn automaton() -> dense::DFA<Vec<u32>> {
        let config =
            dense::Config::new().match_kind(MatchKind::All).start_kind(StartKind::Anchored).minimize(true);
        dense::Builder::new()
            .configure(config)
            .syntax(syntax::Config::new().unicode(false).utf8(false).ignore_whitespace(true))
            .thompson(thompson::Config::new().utf8(false))
            .build_many(&expressions())
            .expect("the patterns are regular expressions")
    }

    /// The kind of what ends at a state.
    fn kind_at(automaton: &dense::DFA<Vec<u32>>, state: StateID) -> Option<usize> {
        let end = automaton.next_eoi_state(state);
        let kinds = automaton.is_match_state(end).then(|| automaton.match_len(end));
        (0..kinds?).map(|nth| automaton.match_pattern(end, nth).as_usize()).min()
    }

    /// The state after a symbol, if a pattern ends or goes on there. The automaton itself is over one symbol later.
    fn next(automaton: &dense::DFA<Vec<u32>>, state: StateID, symbol: u8) -> Option<StateID> {
        let next = automaton.next_state(state, symbol);
        let goes_on =
            || (0..=u8::MAX).any(|after| !automaton.is_dead_state(automaton.next_state(next, after)));
        (kind_at(automaton, next).is_some() || goes_on()).then_some(next)
    }

    /// The bytes of `patterns.bin`.
    fn bytes() -> Vec<u8> {
        let automaton = automaton();
        let columns: Vec<u8> = (0..=u8::MAX).map(|symbol| automaton.byte_classes().get(symbol)).collect();
        let mut symbols = BTreeMap::new();
        for symbol in 0..=u8::MAX {
            symbols.entry(columns[usize::from(symbol)]).or_insert(symbol);
        }
        let mut out = vec![u8::try_from(symbols.len()).expect("there are few columns")];
        out.extend(&columns);

        let start = automaton.start_state(&Start::new().anchored(Anchored::Yes)).expect("it has a start");
        let mut states: Vec<Option<StateID>> = vec![None, Some(start)];
        let mut at = 0;
        while let Some(state) = states.get(at).copied() {
            let kind = state.and_then(|state| kind_at(&automaton, state)).map_or(0, |kind| kind + 1);
            out.push(u8::try_from(kind).expect("there are five kinds"));
            for symbol in symbols.values() {
                let next = state.and_then(|state| next(&automaton, state, *symbol));
                let number = states.iter().position(|known| *known == next).unwrap_or_else(|| {
                    states.push(next);
                    states.len() - 1
                });
                out.extend(u16::try_from(number).expect("there are few states").to_le_bytes());
            }
            at += 1;
        }
        out
    }

    #[test]
    fn the_automaton_is_that_of_the_patterns() {
        assert!(bytes() == AUTOMATON, "run `cargo test --release --lib write_the_patterns -- --ignored`");
    }

    #[test]
    #[ignore = "writes src/script/patterns.bin, after a change of the patterns"]
    fn write_the_patterns() {
        std::fs::write("src/script/patterns.bin", bytes()).expect("the folder can be written");
    }
}
