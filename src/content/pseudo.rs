//! The text of a pseudo-language. In: a file of messages. Out: the same, line by line, its words with other letters and more of them: no tag, no
//! placeable, no term, number or address is another.
//!
//! Letters with accents, and the vowels a, e, o and u doubled, are Mozilla's rule (`L10nRegistry`, “accented”). Texts become 36 % longer,
//! as Microsoft reckons with 30 to 40 % for texts from English: where doubled vowels are fewer, words are added, where they are more, the
//! last stay single. Two marks on a letter, and words run together, are ours (H): as tall as Vietnamese, as long as German.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use crate::content::file::FluentFile;
use crate::diag::Diagnostics;
use crate::locale::Pseudo;
use crate::source::{SourceId, Sources};

/// How much longer a text becomes, in hundredths.
const LONGER: usize = 36;
/// How long words become that are run together (H): “Menschenhandels” has one letter less.
const LONGEST: usize = 16;
/// What is added.
const WORDS: [&str; 8] = ["one", "two", "three", "four", "five", "six", "seven", "eight"];
/// The letters that are written otherwise.
const LETTERS: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ACCENTED: &str = "ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐ";
const CROWDED: &str = "ẩḅḉḍễḟǧḥḯǰḳḹṃṇỗṕqṝṩṱǘṿẅẍỷẓẨḄḈḌỄḞǦḤḮJḲḸṂṆỖṔQṜṨṰǗṾẄẌỶẒ";

/// The text of a file in a pseudo-language.
pub fn pseudo_text(source: SourceId, sources: &Sources, pseudo: Pseudo) -> String {
    let file = FluentFile::read(source, sources, &mut Diagnostics::default());
    let mut maker = Maker { file: &file, pseudo, edits: Vec::new() };
    for entry in file.resource.entries() {
        // Terms are names: they stay as they are.
        let Entry::Message(message) = entry else { continue };
        let attributes = message.attributes.iter().map(|attribute| &attribute.value);
        message.value.iter().chain(attributes).for_each(|pattern| maker.pattern(pattern));
    }
    let mut text = sources.get(source).text.clone();
    let mut edits = maker.edits;
    edits.sort_by_key(|(start, ..)| std::cmp::Reverse(*start));
    for (start, end, made) in edits {
        text.replace_range(start..end, &made);
    }
    text
}

struct Maker<'a> {
    file: &'a FluentFile,
    pseudo: Pseudo,
    /// What stands in place of which bytes.
    edits: Vec<(usize, usize, String)>,
}

impl Maker<'_> {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        let mut texts = Vec::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => texts.push(*value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
        let made = longer(&texts, self.pseudo);
        for (text, made) in texts.iter().zip(made) {
            let span = self.file.span(text);
            self.edits.push((span.start, span.end, made));
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Select { variants, .. } => {
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
            Expression::Inline(InlineExpression::Placeable { expression }) => self.expression(expression),
            Expression::Inline(_) => {}
        }
    }
}

/// A stretch of text.
#[derive(Clone, Copy)]
enum Piece<'t> {
    /// A word of letters, with the marks on it.
    Word(&'t str),
    /// White space.
    Space(&'t str),
    /// A tag or an entity.
    Markup(&'t str),
    /// What stays: a number, an address.
    Kept(&'t str),
}

/// The texts of a pattern, longer together.
fn longer(texts: &[&str], pseudo: Pseudo) -> Vec<String> {
    let mut pieces: Vec<Vec<Piece<'_>>> = texts.iter().map(|text| pieces(text)).collect();
    let length = |pieces: &[Vec<Piece<'_>>]| -> usize {
        let seen = pieces.iter().flatten().filter(|piece| !matches!(piece, Piece::Markup(_)));
        seen.map(|piece| piece.text().chars().filter(|c| *c != '\n' && *c != '\r').count()).sum()
    };
    let wanted = length(&pieces) * (100 + LONGER) / 100;
    if pseudo == Pseudo::Crowded {
        pieces.iter_mut().for_each(run_together);
    }
    let mut room = wanted.saturating_sub(length(&pieces));
    let last = pieces.iter().rposition(|own| own.iter().any(|piece| matches!(piece, Piece::Word(_))));
    let mut made = Vec::new();
    for (number, own) in pieces.iter().enumerate() {
        let end = own.iter().rposition(|piece| matches!(piece, Piece::Word(_)));
        let mut text = String::new();
        for (at, piece) in own.iter().enumerate() {
            match piece {
                Piece::Word(word) => {
                    let (head, tail) =
                        word.split_at(word.trim_end_matches(|c: char| !c.is_alphanumeric()).len());
                    text += &written(head, pseudo, &mut room);
                    if Some(number) == last && Some(at) == end {
                        text += &added(room, pseudo);
                    }
                    text += tail;
                }
                other => text += other.text(),
            }
        }
        made.push(text);
    }
    made
}

impl<'t> Piece<'t> {
    fn text(&self) -> &'t str {
        match self {
            Piece::Word(text) | Piece::Space(text) | Piece::Markup(text) | Piece::Kept(text) => text,
        }
    }
}

/// The stretches of a text.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let markup = match first {
            '<' if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') => rest.find('>'),
            '&' => rest
                .find(';')
                .filter(|end| rest[1..*end].chars().all(|c| c.is_ascii_alphanumeric() || c == '#')),
            _ => None,
        };
        let is_blank = |c: char| c.is_whitespace();
        let end = match markup {
            Some(end) => end + 1,
            None if is_blank(first) => rest.find(|c| !is_blank(c)).unwrap_or(rest.len()),
            None => {
                let after = first.len_utf8();
                let ends = |c: char| is_blank(c) || c == '<' || c == '&';
                rest[after..].find(ends).map_or(rest.len(), |end| end + after)
            }
        };
        let own = &rest[..end];
        pieces.push(match markup {
            Some(_) => Piece::Markup(own),
            None if is_blank(first) => Piece::Space(own),
            None if is_kept(own) => Piece::Kept(own),
            None => Piece::Word(own),
        });
        rest = &rest[end..];
    }
    pieces
}

/// Whether it stays as it is: it has digits, or is an address, or has no letter.
fn is_kept(word: &str) -> bool {
    let inner = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.contains(['@', '/'])
        || inner.contains('.')
        || word.contains(|c: char| c.is_numeric())
        || inner.is_empty()
}

/// Takes the spaces out between words of letters that are not longer together than the longest.
fn run_together(pieces: &mut Vec<Piece<'_>>) {
    let own = std::mem::take(pieces);
    let mut length = 0;
    for (at, piece) in own.iter().enumerate() {
        let letters = |piece: Option<&Piece<'_>>| match piece {
            Some(Piece::Word(word)) if word.chars().all(char::is_alphabetic) => Some(word.chars().count()),
            _ => None,
        };
        let before = letters(at.checked_sub(1).and_then(|before| own.get(before)));
        if let (Piece::Space(" "), Some(_), Some(next)) = (piece, before, letters(own.get(at + 1)))
            && (length + next) * (100 + LONGER) / 100 <= LONGEST
        {
            continue;
        }
        length = match piece {
            Piece::Word(word) => length + word.chars().count(),
            Piece::Space(_) | Piece::Markup(_) | Piece::Kept(_) => 0,
        };
        pieces.push(*piece);
    }
}

/// A word in other letters, its vowels doubled as long as there is room.
fn written(word: &str, pseudo: Pseudo, room: &mut usize) -> String {
    let mut made = String::new();
    for c in word.chars() {
        made.push(letter(c, pseudo));
        if matches!(c, 'a' | 'e' | 'o' | 'u') && *room > 0 {
            made.push(letter(c, pseudo));
            *room -= 1;
        }
    }
    made
}

fn letter(c: char, pseudo: Pseudo) -> char {
    let others = match pseudo {
        Pseudo::Accented | Pseudo::Mirrored => ACCENTED,
        Pseudo::Crowded => CROWDED,
    };
    let at = LETTERS.chars().position(|known| known == c);
    at.and_then(|at| others.chars().nth(at)).unwrap_or(c)
}

/// So many characters of further words, with the space before them.
fn added(count: usize, pseudo: Pseudo) -> String {
    let mut words = WORDS.iter().cycle();
    let mut text = String::new();
    while text.chars().count() < count {
        let is_open =
            pseudo == Pseudo::Crowded && text.chars().rev().take_while(|c| *c != ' ').count() < LONGEST / 2;
        if text.is_empty() || !is_open {
            text.push(' ');
        }
        text.extend(words.next().into_iter().flat_map(|word| word.chars()).map(|c| letter(c, pseudo)));
    }
    let text: String = text.chars().take(count).collect();
    text.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(text: &str, pseudo: Pseudo) -> String {
        let mut sources = Sources::default();
        let source = sources.add("a.ftl", text);
        pseudo_text(source, &sources, pseudo)
    }

    #[test]
    fn words_alone_are_written_otherwise() {
        let text = "# a comment\n-who = Open Door\na = <strong>Call</strong> { -who } at { $phone } or 604-555-0100,\n    mail@example.org, https://example.org.\n    .alt = { $n ->\n        [one] a day\n       *[other] days\n    }\n";
        let expected = "# a comment\n-who = Open Door\na = <strong>Ƈȧȧŀŀ</strong> { -who } ȧȧŧ { $phone } ǿǿř ǿƞḗ ŧẇǿ ŧħřḗḗ ƒǿŭř 604-555-0100,\n    mail@example.org, https://example.org.\n    .alt = { $n ->\n        [one] ȧȧ ḓȧẏ\n       *[other] ḓȧȧẏş\n    }\n";
        assert_eq!(made(text, Pseudo::Accented), expected);
        assert_eq!(made(text, Pseudo::Mirrored), expected);
    }

    #[test]
    fn letters_are_as_many_in_each_row() {
        for letters in [ACCENTED, CROWDED] {
            assert_eq!(letters.chars().count(), LETTERS.chars().count());
        }
    }

    #[test]
    fn words_are_run_together_up_to_a_length() {
        assert_eq!(
            made("a = You may stay here if you like, all of you.\n", Pseudo::Crowded),
            "a = Ỷỗỗǘǘṃẩẩỷṩṱẩẩỷ ḥễễṝễễḯḟỷỗỗǘǘ ḹḯḳễễ, ẩẩḹḹỗỗḟ ỷỗỗǘǘ ỗṇễṱẅỗ.\n"
        );
    }
}
