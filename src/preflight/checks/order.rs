//! Whether words of one line are read in the order in which they stand: a screen reader follows the tags, not the page.
//!
//! Judged only where the order on the page is sure: within one paragraph, of pieces on one baseline without a gap between columns,
//! and where lines run from the left. Then a piece that stands wholly before another one must be read before it. A paragraph of Latin
//! words alone may still run from the right; so on a page with such scripts it must tell its language to be judged.

use std::collections::{BTreeMap, BTreeSet};

use crate::geom::whole_number;
use crate::locale::{Direction, Locale};
use crate::preflight::faults::TagFault;
use crate::preflight::finding::Findings;
use crate::preflight::quote::Quote;
use crate::preflight::read::{PieceText, TagElement, Tags};

/// Roles of elements that hold lines of text (ISO 32000-1 14.8.4.3).
const BLOCKS: &[&str] =
    &["P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "LBody", "TH", "TD", "Caption", "TOCI", "Note"];
/// Roles of elements that are part of the line around them (ISO 32000-1 14.8.4.4), and those that stand for nothing.
const INLINE: &[&str] = &["Span", "Quote", "Reference", "BibEntry", "Code", "Link", "NonStruct", "Private"];

/// How far apart baselines of one line may be, in em: superscripts are further.
const BASELINE: f64 = 0.1;
/// How far apart words of one line may be, in em: columns are further (H).
const GAP: f64 = 1.0;
/// How far words may reach into each other, in em, as kerned and slanted letters do.
const OVERLAP: f64 = 0.2;

/// A text on the line of which it is part.
#[derive(Clone, Copy, Debug)]
struct LineText<'a> {
    text: &'a PieceText,
    /// When it is read: the number of its piece.
    turn: usize,
    /// The direction of its line, in thousandths.
    direction: [i64; 2],
    /// Where its baseline lies across that direction, in points.
    baseline: f64,
    /// Where it starts and ends along that direction, in points.
    start: f64,
    end: f64,
}

/// Checks the order of words, line by line. `language` is that of the whole file.
pub(in super::super) fn check_order(
    tags: &Tags,
    texts: &[PieceText],
    language: Option<&str>,
    findings: &mut Findings,
) {
    let mut blocks: BTreeMap<usize, Vec<LineText<'_>>> = BTreeMap::new();
    let holders = line_holders(&tags.elements);
    let mut unread = by_piece(texts);
    for (turn, piece) in tags.pieces.iter().enumerate() {
        let Some(block) = piece.element.and_then(|element| holders[element]) else { continue };
        // A piece is read once; what holds it again is a fault of another kind.
        let Some(texts) = unread.remove(&(piece.page, piece.id)) else { continue };
        blocks
            .entry(block)
            .or_default()
            .extend(texts.into_iter().filter_map(|text| place_on_line(text, turn)));
    }
    let mixed: BTreeSet<usize> =
        texts.iter().filter(|text| has_from_right(text)).map(|text| text.page).collect();
    for (block, texts) in blocks {
        let own = language_of(&tags.elements, block);
        let is_unsure = own.is_none() && texts.iter().any(|text| mixed.contains(&text.text.page));
        let is_foreign = texts.iter().any(|text| has_from_right(text.text));
        if is_unsure || is_foreign || own.or(language).is_some_and(runs_from_right) {
            continue;
        }
        for line in group_lines(texts) {
            if let Some(fault) = find_disorder(&line) {
                findings.add_on(line[0].text.page, fault);
            }
        }
    }
}

/// The texts of each piece, by its page and id.
fn by_piece(texts: &[PieceText]) -> BTreeMap<(usize, i64), Vec<&PieceText>> {
    let mut pieces: BTreeMap<(usize, i64), Vec<&PieceText>> = BTreeMap::new();
    for text in texts {
        pieces.entry((text.page, text.piece)).or_default().push(text);
    }
    pieces
}

/// For each element the block that its text is in the lines of: itself, or the one around it; none where there is none.
fn line_holders(elements: &[TagElement]) -> Vec<Option<usize>> {
    let mut holders: Vec<Option<usize>> = Vec::new();
    for (at, element) in elements.iter().enumerate() {
        holders.push(match element.role.as_str() {
            role if BLOCKS.contains(&role) => Some(at),
            role if INLINE.contains(&role) => element.parent.and_then(|parent| holders[parent]),
            _ => None,
        });
    }
    holders
}

/// The language of an element: its own, or that around it.
fn language_of(elements: &[TagElement], mut at: usize) -> Option<&str> {
    loop {
        let element = &elements[at];
        if let Some(language) = &element.language {
            return Some(language);
        }
        at = element.parent?;
    }
}

/// Whether a language is written from the right.
fn runs_from_right(language: &str) -> bool {
    Locale::parse(language).is_some_and(|locale| locale.direction == Direction::RightToLeft)
}

/// Whether a text has a character of a block of scripts that are written from the right (Unicode Character Database,
/// DerivedBidiClass.txt).
fn has_from_right(text: &PieceText) -> bool {
    text.text.chars().any(|c| {
        matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
    })
}

/// A text with its place on its line; `None` for one without length.
fn place_on_line(text: &PieceText, turn: usize) -> Option<LineText<'_>> {
    let across = [text.end[0] - text.start[0], text.end[1] - text.start[1]];
    let length = across[0].hypot(across[1]);
    if length < text.size / 100.0 || length == 0.0 {
        return None;
    }
    let unit = across.map(|part| part / length);
    let along = text.start[0] * unit[0] + text.start[1] * unit[1];
    Some(LineText {
        text,
        turn,
        direction: unit.map(|part| whole_number((part * 1000.0).round())),
        baseline: text.start[1] * unit[0] - text.start[0] * unit[1],
        start: along,
        end: along + length,
    })
}

/// The lines that texts make, each in the order of the page.
fn group_lines(mut texts: Vec<LineText<'_>>) -> Vec<Vec<LineText<'_>>> {
    let row = |text: &LineText<'_>| (text.text.page, text.direction);
    texts.sort_by(|one, other| row(one).cmp(&row(other)).then(one.baseline.total_cmp(&other.baseline)));
    let mut lines = Vec::new();
    let mut rest = texts.as_mut_slice();
    while let Some(first) = rest.first().copied() {
        let slack = first.text.size * BASELINE;
        let is_level =
            |text: &&LineText<'_>| row(text) == row(&first) && text.baseline - first.baseline <= slack;
        let (level, others) = rest.split_at_mut(rest.iter().take_while(is_level).count());
        level.sort_by(|one, other| one.start.total_cmp(&other.start));
        lines.extend(part_at_gaps(level));
        rest = others;
    }
    lines
}

/// Texts of one baseline parted where they stand as far from each other as columns do.
fn part_at_gaps<'a>(level: &[LineText<'a>]) -> Vec<Vec<LineText<'a>>> {
    let mut lines: Vec<Vec<LineText<'a>>> = Vec::new();
    let mut end = f64::NEG_INFINITY;
    for text in level {
        match lines.last_mut() {
            Some(line) if text.start - end <= text.text.size * GAP => line.push(*text),
            _ => lines.push(vec![*text]),
        }
        end = end.max(text.end);
    }
    lines
}

/// What is read too late on a line, if anything is: a text that stands wholly before one of a piece that is read sooner.
fn find_disorder(line: &[LineText<'_>]) -> Option<TagFault> {
    let has_letters = line.iter().any(|text| text.text.text.chars().any(char::is_alphabetic));
    let is_known = line.iter().all(|text| !text.text.text.is_empty());
    if !has_letters || !is_known {
        return None;
    }
    // Marks alone, as of leaders and bullets, may be read whenever.
    let mut words: Vec<&LineText<'_>> =
        line.iter().filter(|text| text.text.text.chars().any(char::is_alphanumeric)).collect();
    words.sort_by_key(|text| text.turn);
    let mut furthest: Option<&LineText<'_>> = None;
    for piece in words.chunk_by(|one, other| one.turn == other.turn) {
        for text in piece {
            let overlap = text.text.size * OVERLAP;
            if let Some(before) = furthest.filter(|before| text.end <= before.start + overlap) {
                return Some(TagFault::Order {
                    first: words_of(line, text.turn),
                    second: words_of(line, before.turn),
                });
            }
        }
        let last = piece.iter().copied().max_by(|one, other| one.start.total_cmp(&other.start));
        furthest = last.filter(|last| furthest.is_none_or(|known| known.start < last.start)).or(furthest);
    }
    None
}

/// What a piece says on a line.
fn words_of(line: &[LineText<'_>], turn: usize) -> Quote {
    let texts = line.iter().filter(|text| text.turn == turn).map(|text| text.text.text.as_str());
    Quote::new(texts.collect::<String>().trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::preflight::read::TaggedPiece;

    /// How wide the letters of the tests are, in points.
    const LETTER: f64 = 6.0;

    /// A text of 12 pt that starts so many letters from the left on a baseline.
    fn text(piece: i64, text: &str, letters: f64, baseline: f64) -> PieceText {
        let start = letters * LETTER;
        let end = start + f64::from(u32::try_from(text.chars().count()).unwrap()) * LETTER;
        PieceText {
            page: 1,
            piece,
            text: text.to_owned(),
            start: [start, baseline],
            end: [end, baseline],
            size: 12.0,
        }
    }

    /// What is found where the pieces are read in the order of their ids, within one element.
    fn found(role: &str, language: Option<&str>, texts: &[PieceText]) -> Vec<String> {
        let element = TagElement {
            role: role.to_owned(),
            parent: None,
            page: Some(1),
            is_drawn: false,
            has_words: false,
            language: language.map(str::to_owned),
        };
        let count = texts.iter().map(|text| text.piece).max().unwrap_or(0);
        let pieces = (0..=count).map(|id| TaggedPiece { element: Some(0), page: 1, id }).collect();
        let tags = Tags {
            has_suspects: false,
            elements: vec![element],
            pieces,
            unknown_roles: Default::default(),
            is_cut: false,
        };
        let mut findings = Findings::default();
        check_order(&tags, texts, Some("en"), &mut findings);
        findings.sorted().iter().map(crate::preflight::Finding::message).collect()
    }

    /// Pieces that stand on one line as written, `n:` being when each is read: `"0:Call |2:A|1:, |3:B"`.
    fn line(written: &str) -> Vec<PieceText> {
        let mut letters = 0.0;
        let pieces = written.split('|').map(|piece| {
            let (turn, words) = piece.split_once(':').unwrap();
            let placed = text(turn.parse().unwrap(), words, letters, 700.0);
            letters = placed.end[0] / LETTER;
            placed
        });
        pieces.collect()
    }

    #[test]
    fn words_that_are_read_against_their_line_are_found() {
        assert_eq!(found("P", None, &line("0:Un|1: and |2:Deux|3: and |4:Trois")), [""; 0]);
        for (written, first, second) in [
            ("0:Un|1: and |4:Deux|2: and |5:Trois|3: and bold.", "Deux", "and bold."),
            ("0:Call |2:A|3:, |4:B|5:, |1:C", "A", "C"),
            // One piece around another is read at once.
            ("0:Call |1:A|0:, or write", "A", "Call , or write"),
        ] {
            let sentence = format!(
                "“{first}” stands before “{second}” on a line, but screen readers read it after that"
            );
            assert_eq!(found("P", None, &line(written)), [sentence], "{written}");
            assert_eq!(found("Sect", None, &line(written)), [""; 0], "no block: {written}");
        }
    }

    #[test]
    fn what_runs_from_the_right_is_let_pass() {
        assert_eq!(found("P", None, &line("2:שלום|1: |0:עולם")), [""; 0]);
        assert_eq!(found("P", None, &line("2:A|1: |0:B|3:ב")), [""; 0]);
        assert_eq!(found("P", Some("ar"), &line("1:A|0:B")), [""; 0]);
        assert_eq!(found("P", Some("fr"), &line("1:A|0:B")).len(), 1);
        // On a page with such scripts a paragraph must tell that it runs from the left.
        let mixed = [line("1:A|0:B"), vec![text(9, "שלום", 0.0, 500.0)]].concat();
        assert_eq!(found("P", None, &mixed), [""; 0]);
    }

    #[test]
    fn only_texts_of_one_line_are_compared() {
        // The next line, a column beside, a superscript, marks, numbers alone, what is drawn twice.
        assert_eq!(found("P", None, &[text(0, "one", 20.0, 700.0), text(1, "two", 0.0, 686.0)]), [""; 0]);
        assert_eq!(found("P", None, &[text(0, "one", 20.0, 700.0), text(1, "two", 0.0, 700.0)]), [""; 0]);
        assert_eq!(found("P", None, &[text(0, "one", 3.0, 700.0), text(1, "two", 0.0, 704.0)]), [""; 0]);
        assert_eq!(found("P", None, &line("0:Chapter|2:....|1:5")), [""; 0]);
        assert_eq!(found("P", None, &line("1:2026|0:11")), [""; 0]);
        assert_eq!(found("P", None, &[text(0, "one", 0.05, 700.0), text(1, "one", 0.0, 700.0)]), [""; 0]);
    }

    #[test]
    fn a_line_may_stand_upside_down() {
        let turned = |texts: Vec<PieceText>| {
            let turn = |[x, y]: [f64; 2]| [600.0 - x, 800.0 - y];
            let texts = texts.into_iter();
            texts
                .map(|text| PieceText { start: turn(text.start), end: turn(text.end), ..text })
                .collect::<Vec<_>>()
        };
        assert_eq!(found("P", None, &turned(line("0:Un|1: and |2:Deux"))), [""; 0]);
        assert_eq!(found("P", None, &turned(line("0:Un|2: and |1:Deux"))).len(), 1);
    }
}
