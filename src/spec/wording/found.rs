//! What of a file of sound TOML stands at a place. In: the text and the place. Out: the names that lead there, and the value.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A name, or a value, with the names that lead to it.
pub(super) struct Found<'t> {
    text: &'t str,
    /// The bytes to point at.
    pub(super) place: Range<usize>,
    path: Vec<String>,
    /// Whether it is one of several values in brackets.
    pub(super) is_in_list: bool,
    /// The value; of a name, its own.
    pub(super) value: Option<DeValue<'t>>,
}

impl<'t> Found<'t> {
    /// What stands at a place: the innermost that holds it.
    pub(super) fn new(text: &'t str, place: Range<usize>) -> Found<'t> {
        let mut found = Found { text, place, path: Vec::new(), is_in_list: false, value: None };
        if let Ok(root) = DeTable::parse(text) {
            found.enter(root.get_ref());
        }
        found
    }

    /// Goes into the table as deep as the place is.
    fn enter(&mut self, table: &DeTable<'t>) {
        let (place, holds) = (self.place.clone(), |span: Range<usize>| {
            span.start <= self.place.start && self.place.end <= span.end
        });
        let at = table.iter().find(|(key, value)| {
            holds(key.span()) || holds(value.span()) || holds_deep(value.get_ref(), &place)
        });
        let Some((key, value)) = at else { return };
        self.is_in_list = false;
        self.path.push(key.get_ref().to_string());
        self.value = Some(value.get_ref().clone());
        if !holds(key.span()) {
            self.enter_value(value);
        }
    }

    fn enter_value(&mut self, value: &Spanned<DeValue<'t>>) {
        match value.get_ref() {
            DeValue::Table(table) if value.span() != self.place => self.enter(table),
            DeValue::Array(items) => {
                let place = self.place.clone();
                let holds = |item: &&Spanned<DeValue<'t>>| {
                    let span = item.span();
                    span.start <= place.start && place.end <= span.end || holds_deep(item.get_ref(), &place)
                };
                if let Some(item) = items.iter().find(holds) {
                    self.is_in_list = true;
                    self.value = Some(item.get_ref().clone());
                    self.enter_value(item);
                }
            }
            _ => {}
        }
    }

    /// The last name that leads there.
    pub(super) fn name(&self) -> &str {
        self.path.last().map_or("this", String::as_str)
    }

    /// All names that lead there, as a heading has them.
    pub(super) fn path_text(&self) -> String {
        self.path.join(".")
    }

    /// How many names lead there.
    pub(super) fn depth(&self) -> usize {
        self.path.len()
    }

    /// Whether one of the names that lead there is this one.
    pub(super) fn is_within(&self, name: &str) -> bool {
        self.path.iter().any(|known| known == name)
    }

    /// The value as it is written.
    pub(super) fn written(&self) -> &'t str {
        self.text.get(self.place.clone()).unwrap_or_default()
    }

    /// Another place of the text as it is written.
    pub(super) fn written_at(&self, place: Range<usize>) -> &'t str {
        self.text.get(place).unwrap_or_default()
    }

    /// Whether the place is in a heading.
    pub(super) fn is_heading(&self) -> bool {
        let start = self.text[..self.place.start].rfind('\n').map_or(0, |end| end + 1);
        self.text[start..].trim_start().starts_with('[')
    }

    /// Where the table starts that the place is, and how: with a heading, a brace, or nothing, as the file itself does.
    pub(super) fn table_head(&self) -> (Range<usize>, String) {
        let start = self.place.start;
        let line = self.text[start..].lines().next().unwrap_or_default();
        if line.starts_with('{') {
            return (start..start + 1, "{".to_owned());
        }
        if line.starts_with('[') {
            let end = line.rfind(']').map_or(line.len(), |end| end + 1);
            return (start..start + end, line[..end].to_owned());
        }
        (start..start, String::new())
    }
}

/// Whether a value holds something at the place, wherever it stands: headings below a table are not within its own place.
fn holds_deep(value: &DeValue<'_>, place: &Range<usize>) -> bool {
    let within = |span: Range<usize>| span.start <= place.start && place.end <= span.end;
    match value {
        DeValue::Table(table) => table.iter().any(|(key, value)| {
            within(key.span()) || within(value.span()) || holds_deep(value.get_ref(), place)
        }),
        DeValue::Array(items) => {
            items.iter().any(|item| within(item.span()) || holds_deep(item.get_ref(), place))
        }
        _ => false,
    }
}
