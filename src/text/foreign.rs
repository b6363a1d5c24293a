//! Which words of a text are of another language than the text: rules of its language do not hold there.

use std::ops::Range;

use crate::content::{Mark, RichText};
use crate::locale::Locale;
use crate::script::{Lexicon, Token, Typography, tokens};

/// What is marked as words of another language.
pub(crate) fn foreign<'t>(text: &'t RichText, locale: &'t Locale) -> impl Iterator<Item = Range<usize>> + 't {
    in_others(text, locale).map(|(range, _)| range)
}

/// What is marked as words of another language, with that language if its tag is one.
fn in_others<'t>(
    text: &'t RichText,
    locale: &'t Locale,
) -> impl Iterator<Item = (Range<usize>, Option<Locale>)> + 't {
    let marked = text.marks.iter().filter_map(|(range, mark)| match mark {
        Mark::Lang(tag) => Some((range.clone(), Locale::parse(tag))),
        _ => None,
    });
    marked.filter(|(_, other)| other.as_ref().is_none_or(|other| other.language != locale.language))
}

/// The tokens of a text: those of its language and, in words of another, those of that one. Of two that overlap the longer
/// counts.
pub(crate) fn tokens_of(text: &RichText, locale: &Locale, typography: &Typography) -> Vec<Token> {
    let mut found = tokens(&text.text, &typography.lexicon);
    for (range, other) in in_others(text, locale) {
        // English counts everywhere.
        let Some(other) = other.filter(|other| other.language != "en") else { continue };
        for token in tokens(&text.text[range.clone()], &Lexicon::of(&other)) {
            let token = Token {
                range: range.start + token.range.start..range.start + token.range.end,
                cores: token.cores.iter().map(|core| range.start + core).collect(),
                ..token
            };
            let meets =
                |known: &Token| known.range.start < token.range.end && token.range.start < known.range.end;
            if found.iter().all(|known| !meets(known) || known.range.len() < token.range.len()) {
                found.retain(|known| !meets(known));
                found.push(token);
            }
        }
    }
    found.sort_by_key(|token| token.range.start);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::testing::{locale, marked};

    #[test]
    fn words_of_another_language_have_the_tokens_of_that_language() {
        let en = locale("en");
        let text = "On 3 May, le 3 mai 2026, or Article 5 of loi 12 on 3 mai";
        let french = Mark::Lang("fr".to_owned());
        let found = tokens_of(
            &marked(text, "le 3 mai 2026, or Article 5 of loi 12", french),
            &en,
            &Typography::of(&en),
        );
        let words: Vec<&str> = found.into_iter().map(|token| &text[token.range]).collect();
        assert_eq!(words, ["3 May", "3 mai 2026", "Article 5", "loi 12"]);
    }
}
