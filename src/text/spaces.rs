//! The spaces that a text of French lacks: beside marks, and at the thousands of a number. In: rich text, and which marks
//! stand off. Out: edits that put a space that doesn't break where there is a plain one or none. One that doesn't break is left as it was typed.

use std::ops::Range;

use crate::content::RichText;
use crate::locale::Locale;
use crate::script::{MarkSpaces, Token, TokenKind, Typography, is_digit, tokens};
use crate::text::edit::Edit;
use crate::text::foreign::foreign;
use crate::text::reserved::Reserved;

const NARROW: char = '\u{202f}';
const WIDE: char = '\u{a0}';

/// What the text needs, in order; nothing in addresses, numbers and words of other languages.
pub(crate) fn mark_spaces(text: &RichText, locale: &Locale, typography: &Typography) -> Vec<Edit> {
    let (whole, spaces) = (text.text.as_str(), &typography.spaces);
    let all = [&spaces.narrow_before, &spaces.wide_before, &spaces.narrow_after];
    if all.iter().all(|marks| marks.is_empty()) {
        return Vec::new();
    }
    let stands_off = |c: char| all.iter().any(|marks| marks.contains(c));
    if !whole.contains(|c| stands_off(c) || is_digit(c)) {
        return Vec::new();
    }
    let tokens = tokens(whole, &typography.lexicon);
    let others: Reserved = foreign(text, locale).collect();
    let numbers = tokens.iter().flat_map(|token| thousands(whole, token)).filter(|at| !others.meets(at));
    let mut edits: Vec<Edit> = numbers.map(|range| Edit { range, with: NARROW, end: None }).collect();
    let taken: Reserved = tokens.into_iter().map(|token| token.range).chain(foreign(text, locale)).collect();
    // A space may stand before or after such a stretch, not in it.
    let free = |edit: &Edit| !taken.meets(&edit.range);
    edits.extend(whole.char_indices().filter_map(|(at, mark)| edit(whole, at, mark, spaces)).filter(free));
    edits
}

/// The plain spaces before each three digits of the numbers of a token: `1 200,50 $`. A telephone number has none.
fn thousands(text: &str, token: &Token) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if !matches!(token.kind, TokenKind::Whole | TokenKind::Together) {
        return found;
    }
    let words = &text[token.range.clone()];
    let parts_number = |c: char| !is_digit(c) && !matches!(c, ' ' | NARROW | WIDE);
    for number in words.split(parts_number).map(str::trim) {
        let start = token.range.start + (number.as_ptr().addr() - words.as_ptr().addr());
        let groups: Vec<usize> =
            number.split([' ', NARROW, WIDE]).map(|group| group.chars().count()).collect();
        let grouped = groups.len() > 1 && groups[0] <= 3 && groups[1..].iter().all(|length| *length == 3);
        if grouped && !is_dialled(words, number) {
            found.extend(number.match_indices(' ').map(|(at, _)| start + at..start + at + 1));
        }
    }
    found
}

/// Whether a number goes on after a mark of telephone numbers: `+1 604 555 0100`, `(604) 555-0100`.
fn is_dialled(words: &str, number: &str) -> bool {
    let start = number.as_ptr().addr() - words.as_ptr().addr();
    let before = words[..start].trim_end().chars().next_back();
    let after = words[start + number.len()..].chars().next();
    before.is_some_and(|c| matches!(c, '+' | ')' | '-' | '.' | '/' | '\u{2011}'))
        || after.is_some_and(|c| matches!(c, '-' | ')' | '/' | '\u{2011}'))
}

/// The space that a mark lacks.
fn edit(text: &str, at: usize, mark: char, spaces: &MarkSpaces) -> Option<Edit> {
    let rest = &text[at + mark.len_utf8()..];
    // A mark that closes needs no end of a sentence after it.
    let stands_off = is_closing(mark) || ends(mark, rest);
    if spaces.narrow_before.contains(mark) && stands_off {
        before(text, at, NARROW)
    } else if spaces.wide_before.contains(mark) && stands_off {
        before(text, at, WIDE)
    } else if spaces.narrow_after.contains(mark) {
        after(text, at + mark.len_utf8())
    } else {
        None
    }
}

fn is_closing(mark: char) -> bool {
    matches!(mark, '»' | '›')
}

/// Whether a sentence or a part of it ends between the mark and the rest: not so in `12:30`, `https://`, `a?b` and `::1`.
fn ends(mark: char, rest: &str) -> bool {
    let ends = |c: char| c.is_whitespace() || "»›”’)];:!?.…,—–".contains(c);
    rest.chars().next().is_none_or(ends) && !(mark == ':' && rest.starts_with(':'))
}

/// A space before the mark at `at`: in the place of a plain one, or put in after a letter, a digit and what closes.
fn before(text: &str, at: usize, with: char) -> Option<Edit> {
    let closing = text[at..].starts_with(is_closing);
    let space = |range: Range<usize>| Some(Edit { range, with, end: None });
    if let Some(words) = text[..at].strip_suffix(' ') {
        let inside = words.ends_with(|c: char| !c.is_whitespace() && !matches!(c, '«' | '‹'));
        return if inside { space(at - 1..at) } else { None };
    }
    let last = text[..at].chars().next_back()?;
    let takes =
        last.is_alphanumeric() || ")]”’»›%°".contains(last) || (closing && ".…;:!?,—–".contains(last));
    if takes { space(at..at) } else { None }
}

/// A space after an opening mark that ends at `at`.
fn after(text: &str, at: usize) -> Option<Edit> {
    let next = text[at..].chars().next()?;
    match next {
        ' ' => Some(Edit { range: at..at + 1, with: NARROW, end: None }),
        _ if next.is_whitespace() || matches!(next, '»' | '›') => None,
        _ => Some(Edit { range: at..at, with: NARROW, end: None }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Mark;
    use crate::text::normalise::normalise;
    use crate::text::testing::{locale, marked, plain};

    fn normalised(text: &RichText) -> RichText {
        let fr = locale("fr");
        normalise(text, &fr, &Typography::of(&fr))
    }

    /// A text of French, with `_` for the narrow space and `~` for the wide one.
    fn spaced(text: &RichText) -> String {
        normalised(text).text.replace(NARROW, "_").replace(WIDE, "~")
    }

    fn french(text: &str, expected: &str) {
        assert_eq!(spaced(&plain(text)), expected);
        let done = normalised(&plain(text));
        assert_eq!(spaced(&done), expected, "normal text stays as it is");
    }

    #[test]
    fn marks_of_french_stand_off_from_their_word() {
        french("Qui ? Vous! Ici ; là: oui.", "Qui_? Vous_! Ici_; là~: oui.");
        french("les « sauvetages », «crime»", "les «_sauvetages_», «_crime_»");
        french("«Quoi?» (non !)", "«_Quoi_?_» (non_!)");
        french("À 100 %: (LPCPVE); fin", "À 100 %~: (LPCPVE)_; fin");
    }

    #[test]
    fn a_mark_after_a_mark_stands_close() {
        french("Quoi?! Vraiment... (?) Ah…!", "Quoi_?! Vraiment... (?) Ah…!");
    }

    #[test]
    fn times_and_addresses_have_no_spaces() {
        french("à 12:30, https://a.org/?b=c; fin", "à 12:30, https://a.org/?b=c_; fin");
        french("écrivez à: a.b@c.org!", "écrivez à~: a.b@c.org_!");
        french("2001:db8::1, {c1::x}", "2001:db8::1, {c1::x}");
    }

    #[test]
    fn numbers_have_narrow_spaces_at_their_thousands() {
        french("coûte 1 200,50 $ ou 12 500 $", "coûte 1_200,50 $ ou 12_500 $");
        french("de 1 200 à 1 500 $, 1 234 567,89", "de 1_200 à 1_500 $, 1_234_567,89");
        french("tél. 514 555-0199, +1 604 555 010", "tél. 514 555-0199, +1 604 555 010");
        french("le 3 mai 2026, bureau 200 300 m", "le 3 mai 2026, bureau 200_300 m");
        french("1~200 et 1 2000 et 1 20", "1~200 et 1 2000 et 1 20");
    }

    #[test]
    fn what_was_typed_with_care_is_kept() {
        french("Qui\u{a0}? Ici\u{202f}: «\u{a0}là\u{a0}»", "Qui~? Ici_: «~là~»");
    }

    #[test]
    fn marks_keep_their_words_and_other_languages_their_spaces() {
        let text = marked("Ottawa, 2015: une", "Ottawa, 2015", Mark::Strong);
        let found = normalised(&text);
        assert_eq!(&found.text[found.marks[0].0.clone()], "Ottawa, 2015");
        let text = marked("Oui ! Ottawa! Non !", "Ottawa! Non", Mark::Strong);
        let found = normalised(&text);
        assert_eq!(&found.text[found.marks[0].0.clone()], "Ottawa\u{202f}! Non");
        assert_eq!(
            spaced(&marked("Le mot what? ici?", "what?", Mark::Lang("en".to_owned()))),
            "Le mot what? ici_?"
        );
    }
}
