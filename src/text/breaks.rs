//! Where lines may end. In: normalised text, the script's row. Out: opportunities in order, the text's end the last.
//! UAX #14 (the neo rules) → Thai words → the script's own rules → tokens → hyphens.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;

use crate::content::RichText;
use crate::script::{
    Breaking, ScriptRules, Token, TokenKind, Typography, is_digit, is_hangul, is_thai, tcc_ends, thai_breaks,
};
use crate::style::ParagraphStyle;
use crate::text::foreign::tokens_of;
use crate::text::han::word_ends_of_han;
use crate::text::hyphenate::hyphen_points;
use crate::text::permit::{beside_bracket_of_korean, may_break, must_break};
use crate::text::shaper::Shaper;
use crate::text::terms::{is_short, terms};

/// How good a place for the end of a line is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum BreakClass {
    /// The line ends here, wanted or not.
    Mandatory,
    /// The line ends here with a sentence, since its panel does.
    Sentence,
    /// Between words, or between characters where words don't count.
    Normal,
    /// Within a word of a heading, one written without spaces or a compound, or at a space of what is kept together, such as
    /// a date: only where the whole doesn't fit.
    Second,
    /// The same within a part of such a thing that is one by itself, as the date in `Monday, 3 May`: only where that part
    /// doesn't fit either.
    Inner,
    /// Within a word of the glossary in running text of a script that breaks between any two characters: better not.
    Term,
    /// Within a word, with a hyphen put in.
    Hyphen,
    /// Within an address, at a place of its own: only where the whole doesn't fit.
    Url,
    /// Within an address, a code or a word of Korean, where it fits on no line even at the smallest size.
    Last,
    /// Anywhere between grapheme clusters: only where nothing else fits.
    Emergency,
}

/// A place where a line may end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Opportunity {
    /// The byte before which it lies.
    pub(crate) at: usize,
    /// How good it is.
    pub(crate) class: BreakClass,
    /// Whether the word before it leans on the one after it.
    pub(crate) leaning: bool,
    /// Whether it is a hyphen with two letters before it: too few for lines that are ragged.
    pub(crate) tight: bool,
}

/// Where the lines of a text may end.
pub(crate) struct LineEnds {
    /// The places in order, the text's end the last.
    pub(crate) places: Vec<Opportunity>,
    /// The addresses of pages and mailboxes.
    pub(crate) addresses: Vec<Range<usize>>,
}

/// The spaces at which a line may end: the plain one, and that of full width.
const SPACES: [char; 2] = [' ', '\u{3000}'];

/// Places with how good each is.
type Places = BTreeMap<usize, BreakClass>;

/// The opportunities of a text that is not empty.
pub(crate) fn opportunities(
    shaper: &Shaper<'_>,
    rich: &RichText,
    rules: &ScriptRules,
    style: &ParagraphStyle,
) -> LineEnds {
    let text = rich.text.as_str();
    let terms = terms(text, &shaper.typography.glossary);
    let tokens = tokens_of(rich, shaper.locale, shaper.typography);

    let mut offered = unicode_breaks(shaper, text);
    words_of_thai(text, &shaper.typography.glossary, &mut offered);
    offered.extend(
        tokens.iter().filter(|token| is_address(token)).flat_map(|token| ends_in_unspaced(text, token)),
    );
    offered.retain(|&at| must_break(text, at) || may_break(text, at, rules));
    let mut places: Places = offered.into_iter().map(|at| (at, class(text, at, style, rules))).collect();
    if style.display && rules.breaking == Breaking::Ideographs {
        prefer_words_of_han(text, &terms, &mut places);
    }
    offer_parts_of_thai(text, &terms, &mut places);
    match rules.breaking {
        Breaking::Ideographs if !style.display => weaken_terms(&terms, &mut places),
        _ => keep_terms(text, &terms, style, &mut places),
    }
    keep_tokens(text, &tokens, style, &mut places);
    part_from_neighbours(text, &tokens, &mut places);
    if rules.breaking == Breaking::Spaces {
        part_particles(text, &tokens, &mut places);
    }
    let addresses =
        tokens.iter().filter(|token| is_address(token)).map(|token| token.range.clone()).collect();

    let mut hyphens = Vec::new();
    if shaper.typography.hyphenate && !style.display {
        let whole = tokens.into_iter().map(|token| token.range).chain(terms);
        hyphens = hyphen_points(rich, shaper.locale, &whole.collect::<Vec<_>>());
    }
    hyphens.iter().for_each(|point| {
        places.entry(point.at).or_insert(BreakClass::Hyphen);
    });
    let tight = |at: usize| {
        hyphens.binary_search_by_key(&at, |point| point.at).is_ok_and(|point| hyphens[point].tight)
    };
    let typography = shaper.typography;
    let graphemes: BTreeSet<usize> = shaper.graphemes.segment_str(text).collect();
    let place =
        |(at, class)| Opportunity { at, class, leaning: leans(&text[..at], typography), tight: tight(at) };
    let places = places.into_iter().filter(|(at, _)| graphemes.contains(at)).map(place).collect();
    LineEnds { places, addresses }
}

fn is_address(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Url | TokenKind::Mail)
}

/// The ends of an address beside letters of Thai, Lao, Burmese or Khmer, which have no spaces around it.
fn ends_in_unspaced(text: &str, token: &Token) -> impl Iterator<Item = usize> {
    let unspaced = |c: Option<char>| c.is_some_and(|c| is_thai(c) || has_dictionary(c));
    let before = unspaced(text[..token.range.start].chars().next_back()).then_some(token.range.start);
    let after = unspaced(text[token.range.end..].chars().next()).then_some(token.range.end);
    before.into_iter().chain(after)
}

/// Whether the words of a character's script are those of ICU's dictionaries.
fn has_dictionary(c: char) -> bool {
    matches!(c, '\u{e80}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

/// How good a place is that the script offers.
fn class(text: &str, at: usize, style: &ParagraphStyle, rules: &ScriptRules) -> BreakClass {
    match &text[..at] {
        _ if must_break(text, at) => BreakClass::Mandatory,
        before if before.ends_with('\u{ad}') => BreakClass::Hyphen,
        before if style.display && before.ends_with(['-', '‐']) => BreakClass::Second,
        _ if rules.breaking == Breaking::Spaces && beside_bracket_of_korean(text, at) => BreakClass::Second,
        _ => BreakClass::Normal,
    }
}

/// UAX #14's places, without the text's start; Khmer, Lao and Burmese by ICU's dictionaries.
fn unicode_breaks(shaper: &Shaper<'_>, text: &str) -> BTreeSet<usize> {
    let mut lines = shaper.lines;
    if text.contains(has_dictionary) {
        lines.load_dictionary();
    }
    // Thai has words of its own; to UAX #14 its letters look like those of an alphabet, of as many bytes.
    let thai = |c: char| matches!(c, '\u{e01}'..='\u{e3a}' | '\u{e40}'..='\u{e4e}');
    let alphabetic = text.replace(thai, "ሀ");
    let mut places: BTreeSet<usize> = lines.segment_str(&alphabetic).filter(|&at| at > 0).collect();
    places.insert(text.len());
    places
}

/// Puts the words of Thai stretches in the place of what UAX #14 says of them.
fn words_of_thai(text: &str, glossary: &[String], places: &mut BTreeSet<usize>) {
    let glossary: Vec<&str> = glossary.iter().map(String::as_str).collect();
    for range in stretches(text, is_thai) {
        let inside: Vec<usize> = places.range(range.start + 1..range.end).copied().collect();
        inside.iter().for_each(|at| {
            places.remove(at);
        });
        places.extend(thai_breaks(&text[range.clone()], &glossary).iter().map(|at| range.start + at));
    }
}

/// The fewest characters of a Thai word whose parts are offered too (H).
const LONG_THAI: usize = 16;

/// Offers as second class where the parts of long Thai words end: the list has compounds and sayings of up to thirty
/// characters. ICU's dictionary has their parts; it breaks inside clusters at times, so only its places between them count.
fn offer_parts_of_thai(text: &str, terms: &[Range<usize>], places: &mut Places) {
    let mut segmenter = None;
    for range in stretches(text, is_thai) {
        let mut ends: Vec<usize> = places.range(range.start + 1..range.end).map(|(at, _)| *at).collect();
        ends.push(range.end);
        let mut start = range.start;
        for end in ends {
            let word = &text[start..end];
            let listed = || terms.iter().any(|term| term.start <= start && end <= term.end);
            if word.chars().nth(LONG_THAI - 1).is_some() && !listed() {
                let segmenter = segmenter.get_or_insert_with(|| {
                    WordSegmenter::new_dictionary(WordBreakInvariantOptions::default())
                });
                let clusters = tcc_ends(word);
                let inside = segmenter.segment_str(word).filter(|at| (1..word.len()).contains(at));
                let parts = inside.filter(|at| clusters.binary_search(at).is_ok()).map(|at| start + at);
                places.extend(parts.map(|at| (at, BreakClass::Second)));
            }
            start = end;
        }
    }
}

/// The longest stretches of characters of a class.
fn stretches(text: &str, class: fn(char) -> bool) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|&(_, c)| class(c)) {
        match out.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end = at + c.len_utf8(),
            None => out.push(at..at + c.len_utf8()),
        }
    }
    out
}

/// Makes second class what lies inside words of Chinese and Japanese, and between words that lean on each other.
fn prefer_words_of_han(text: &str, terms: &[Range<usize>], places: &mut Places) {
    let ends = word_ends_of_han(text, terms);
    for (_, class) in places.iter_mut().filter(|(at, _)| !ends.contains(at)) {
        *class = (*class).max(BreakClass::Second);
    }
}

/// Takes the places inside a stretch out. Inside a long one and in headings, whose measure may be narrower than it, those
/// that are `parts` of it are second class.
fn keep(
    text: &str,
    stretch: &Range<usize>,
    parts: fn(&str, usize) -> bool,
    style: &ParagraphStyle,
    places: &mut Places,
) {
    let whole = !style.display && is_short(&text[stretch.clone()]);
    let inside: Vec<usize> = places.range(stretch.start + 1..stretch.end).map(|(at, _)| *at).collect();
    for at in inside {
        if whole || !parts(text, at) {
            places.remove(&at);
        } else {
            places.insert(at, BreakClass::Second);
        }
    }
}

/// Keeps words of the glossary whole; long ones may break wherever they might.
fn keep_terms(text: &str, terms: &[Range<usize>], style: &ParagraphStyle, places: &mut Places) {
    terms.iter().for_each(|term| keep(text, term, |_, _| true, style, places));
}

/// Makes the places inside words of the glossary worse than others: kept whole, they would tear lines open that end flush.
fn weaken_terms(terms: &[Range<usize>], places: &mut Places) {
    for term in terms {
        places.range_mut(term.start + 1..term.end).for_each(|(_, class)| *class = BreakClass::Term);
    }
}

/// Keeps tokens whole; long ones may break at their spaces, web addresses at places of their own.
fn keep_tokens(text: &str, tokens: &[Token], style: &ParagraphStyle, places: &mut Places) {
    for token in tokens {
        let offered: Vec<usize> =
            token.cores.iter().copied().filter(|core| places.contains_key(core)).collect();
        keep(text, &token.range, |text, at| text[..at].ends_with(SPACES), style, places);
        keep_cores(text, token, &offered, style, places);
        places.extend(token.breaks(text).into_iter().map(|at| (at, BreakClass::Url)));
    }
}

/// Offers as second class where particles of Korean are written on to what is of another script, in quotes or brackets or
/// not: `www.example.org|에서`, `“www.example.org”|에서`.
fn part_particles(text: &str, tokens: &[Token], places: &mut Places) {
    let ends = tokens.iter().map(|token| token.range.end).filter(|&end| !text[..end].ends_with(is_hangul));
    let ends = ends.map(|end| text.len() - text[end..].trim_start_matches(CLOSING).len());
    ends.filter(|&end| text[end..].starts_with(is_hangul)).for_each(|end| {
        places.entry(end).or_insert(BreakClass::Second);
    });
}

/// What closes after an address.
const CLOSING: [char; 10] = ['”', '’', '"', '\'', ')', '）', '」', '』', '》', '>'];

/// Offers as second class the two ends of an address that is written on to what is beside it, so that it is parted only where
/// it fits on no line by itself: `이메일:|info@example.org|(24시간)`.
fn part_from_neighbours(text: &str, tokens: &[Token], places: &mut Places) {
    for token in tokens.iter().filter(|token| is_address(token)) {
        let (before, after) = (&text[..token.range.start], &text[token.range.end..]);
        if before.ends_with(|c| matches!(c, ':' | '：') || is_hangul(c)) {
            places.entry(token.range.start).or_insert(BreakClass::Second);
        }
        if after.starts_with(['(', '（', '[', '［']) {
            places.entry(token.range.end).or_insert(BreakClass::Second);
        }
    }
}

/// Keeps what a long token is made of whole as long as it can be; the token may break where it was `offered` before them.
fn keep_cores(text: &str, token: &Token, offered: &[usize], style: &ParagraphStyle, places: &mut Places) {
    places.extend(offered.iter().map(|core| (*core, BreakClass::Second)));
    for core in &token.cores {
        let whole = !style.display && is_short(&text[*core..token.range.end]);
        let inside: Vec<usize> = places.range(core + 1..token.range.end).map(|(at, _)| *at).collect();
        for at in inside {
            if whole {
                places.remove(&at);
            } else {
                places.insert(at, BreakClass::Inner);
            }
        }
    }
}

/// Whether a line that ends so ends on what leans on the next word: a short word, a number, the first part of a compound.
fn leans(line: &str, typography: &Typography) -> bool {
    let digit = |line: &str| line.ends_with(is_digit);
    line.ends_with(['-', '‐']) || line.strip_suffix(SPACES).is_some_and(digit) || typography.leans(line)
}
