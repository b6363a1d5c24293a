//! Where words stand in the files of a layout. Most of a look is read without places, being shared and laid over; what is wrong
//! with it is found by its words.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::source::{SourceId, Sources, Span};

/// The value of a key, by the keys of the tables that it is in.
pub(crate) fn value_span(sources: &Sources, source: SourceId, path: &[&str]) -> Option<Span> {
    let root = DeTable::parse(&sources.get(source).text).ok()?;
    let (last, tables) = path.split_last()?;
    let mut table = root.get_ref();
    for key in tables {
        table = entry(table, key)?.get_ref().as_table()?;
    }
    Some(Span::new(source, entry(table, last)?.span()))
}

fn entry<'t, 'i>(table: &'t DeTable<'i>, key: &str) -> Option<&'t Spanned<DeValue<'i>>> {
    table.iter().find(|(known, _)| known.get_ref() == key).map(|(_, value)| value)
}

/// The files of a layout: its own, and that of its look.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    sources: &'a Sources,
    layout: SourceId,
    look: Option<SourceId>,
}

impl<'a> Words<'a> {
    /// The words of a layout, and of the look that it names where that was read.
    pub(crate) fn new(layout: SourceId, look: Option<&str>, sources: &'a Sources) -> Words<'a> {
        let look = look.and_then(|look| sources.find(&format!("layouts/look/{look}.toml")));
        Words { sources, layout, look }
    }

    /// The first string that is a word, or the first key, in the layout or else in its look.
    pub(crate) fn word(&self, word: &str) -> Option<Span> {
        [Some(self.layout), self.look].into_iter().flatten().find_map(|source| {
            let root = DeTable::parse(&self.sources.get(source).text).ok()?;
            Some(Span::new(source, in_table(root.get_ref(), word)?))
        })
    }

    /// The first string that holds a part, in the layout or else in its look.
    pub(crate) fn holding(&self, part: &str) -> Option<Span> {
        [Some(self.layout), self.look].into_iter().flatten().find_map(|source| {
            let text = &self.sources.get(source).text;
            let at = text.find(part)?;
            let is_comment = text[..at].rfind('\n').is_some_and(|line| text[line + 1..at].starts_with('#'));
            (!is_comment).then(|| Span::new(source, at..at + part.len()))
        })
    }

    /// The value of a key of the layout.
    pub(crate) fn value(&self, path: &[&str]) -> Option<Span> {
        value_span(self.sources, self.layout, path)
    }
}

fn in_table(table: &DeTable<'_>, word: &str) -> Option<std::ops::Range<usize>> {
    let found =
        table.iter().filter_map(
            |(key, value)| {
                if key.get_ref() == word { Some(key.span()) } else { in_value(value, word) }
            },
        );
    // Tables are kept by their keys, not by their places.
    found.min_by_key(|place| place.start)
}

fn in_value(value: &Spanned<DeValue<'_>>, word: &str) -> Option<std::ops::Range<usize>> {
    match value.get_ref() {
        DeValue::String(text) => (text == word).then(|| value.span()),
        DeValue::Array(items) => items.iter().find_map(|item| in_value(item, word)),
        DeValue::Table(table) => in_table(table, word),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_where_they_stand_first() {
        let mut sources = Sources::default();
        sources.add("layouts/look/plain.toml", "[roles.title]\ncolor = \"plum\"\n");
        let text = "look = \"plain\"\n[body]\nmax = 9\n[logo]\nplate = \"sand\" # \"sky\"\n[[panel]]\nhead = [{ color = \"sky\" }]\nart = \"sand\"\n";
        let layout = sources.add("layouts/a.toml", text);
        let words = Words::new(layout, Some("plain"), &sources);
        let at = |span: Option<Span>| span.map(|span| sources.position(span));
        assert_eq!(at(words.word("sand")), Some((5, 9)));
        assert_eq!(at(words.word("sky")), Some((7, 19)));
        assert_eq!(at(words.word("plum")), Some((2, 9)));
        assert_eq!(at(words.word("none")), None);
        assert_eq!(at(words.value(&["body", "max"])), Some((3, 7)));
        assert_eq!(at(words.value(&["bilingual", "body", "max"])), None);
    }
}
