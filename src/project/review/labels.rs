//! What the pages of a review say beside the texts: in English, and in the language where there are words in it.

use crate::handling::Words;
use crate::locale::Locale;
use crate::review::{Said, Sign, Tongue};
use crate::source::Span;

/// Labels in one or two languages.
pub(super) struct Labels {
    english: Words,
    /// The words of the language, with its tag.
    own: Option<(Words, String)>,
    /// Where they are asked for.
    span: Span,
}

/// What stands for something in a label.
pub(super) type Value<'a> = (&'a str, &'a str);

impl Labels {
    /// The labels for a language.
    pub(super) fn new(locale: &Locale, span: Span) -> Labels {
        let own = Words::near(locale).filter(|_| locale.language != "en");
        Labels { english: Words::english(), own: own.map(|words| (words, locale.tag.clone())), span }
    }

    /// A label: `Initials · ชื่อย่อ`.
    pub(super) fn say(&self, id: &str, values: &[Value<'_>]) -> Said {
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, (*value).into())).collect();
        let own = self.own.as_ref().map(|(words, tag)| (tag.as_str(), words.say(id, &values)));
        let own = own.as_ref().map(|(tag, words)| (*tag, words.as_str()));
        Said::beside(&self.english.say(id, &values), own, self.span)
    }

    /// Labels one after the other, first all in English, then all in the language.
    pub(super) fn line(&self, said: &[(&str, Value<'_>)]) -> Vec<Said> {
        let line = |words: &Words| {
            let parts = said.iter().map(|(id, (name, value))| words.say(id, &[(*name, (*value).into())]));
            parts.collect::<Vec<_>>().join("   ")
        };
        let own =
            self.own.as_ref().map(|(words, _)| Said::plain(Tongue::Translation, line(words), self.span));
        std::iter::once(Said::plain(Tongue::English, line(&self.english), self.span)).chain(own).collect()
    }

    /// What the reader does, and what the signs mean that are shown, in each language by itself.
    pub(super) fn notes(&self, shown: &[Sign]) -> [Vec<Said>; 2] {
        let notes = |words: &Words, tongue: Tongue| {
            let plain = |id: &str| Said::plain(tongue, words.say(id, &[]), self.span);
            let signed = |id: &str, sign: Sign| {
                let mut said = plain(id);
                // Up to the colon the words show the sign that they tell of.
                let end = said.text.text.find([':', '：']).unwrap_or(0);
                let end = said.text.text[..end].trim_end().len();
                said.signs.push((0..end, sign));
                said
            };
            let signs =
                [("review-new", Sign::Added), ("review-gone", Sign::Removed), ("review-value", Sign::Value)];
            let signs = signs.into_iter().filter(|(_, sign)| shown.contains(sign));
            std::iter::once(plain("review-how")).chain(signs.map(|(id, sign)| signed(id, sign))).collect()
        };
        let own = self.own.as_ref().map(|(words, _)| notes(words, Tongue::Translation));
        [notes(&self.english, Tongue::English), own.unwrap_or_default()]
    }
}
