//! Kinds of values, as they stand in a file and as they are wanted there, in plain words.

use toml::de::DeValue;

/// What is wanted in a place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Wanted {
    Text,
    TextOrNumber,
    YesNo,
    Number,
    WholeNumber,
    List,
    Pair(usize),
    /// One of several words.
    Word,
    /// Lines under a heading, or values in braces.
    Group,
    /// Another thing, in words of our own.
    Told(String),
    /// Another thing, of which only an example is known.
    Known,
}

/// What serde calls kinds, by how it starts.
const KINDS: &[(&str, Wanted)] = &[
    ("a string", Wanted::Text),
    ("string", Wanted::Text),
    ("str", Wanted::Text),
    ("a character", Wanted::Text),
    ("a boolean", Wanted::YesNo),
    ("bool", Wanted::YesNo),
    ("f64", Wanted::Number),
    ("f32", Wanted::Number),
    ("floating point", Wanted::Number),
    ("u8", Wanted::WholeNumber),
    ("u16", Wanted::WholeNumber),
    ("u32", Wanted::WholeNumber),
    ("u64", Wanted::WholeNumber),
    ("usize", Wanted::WholeNumber),
    ("i32", Wanted::WholeNumber),
    ("i64", Wanted::WholeNumber),
    ("a nonzero", Wanted::WholeNumber),
    ("a sequence", Wanted::List),
    ("sequence", Wanted::List),
    ("a map", Wanted::Group),
    ("map", Wanted::Group),
    ("struct ", Wanted::Group),
    ("option", Wanted::Known),
    ("enum ", Wanted::Word),
    ("any value", Wanted::Known),
];

impl Wanted {
    /// What serde says is expected.
    pub(super) fn read(expected: &str) -> Wanted {
        if let Some(count) = expected.strip_prefix("an array of length ") {
            return count.parse().map_or(Wanted::List, Wanted::Pair);
        }
        if expected == TEXT_OR_NUMBER {
            return Wanted::TextOrNumber;
        }
        let known = KINDS
            .iter()
            .find(|(start, _)| expected == *start || expected.starts_with(start) && start.ends_with(' '));
        known.map_or_else(|| Wanted::Told(expected.to_owned()), |(_, wanted)| wanted.clone())
    }

    /// How values of the kind start.
    pub(super) fn starts(&self) -> &'static [char] {
        match self {
            Wanted::Text | Wanted::Word => &['"'],
            Wanted::YesNo => &['t', 'f'],
            Wanted::Number | Wanted::WholeNumber => &['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
            Wanted::List | Wanted::Pair(_) => &['['],
            Wanted::Group => &['{'],
            Wanted::TextOrNumber | Wanted::Told(_) | Wanted::Known => &[],
        }
    }

    /// What may stand in place of an example.
    pub(super) fn blank(&self) -> &'static str {
        match self {
            Wanted::YesNo => "true",
            Wanted::Number => "1.5",
            Wanted::WholeNumber => "2",
            Wanted::List => "[\"…\", \"…\"]",
            Wanted::Pair(_) => "[…, …]",
            Wanted::Group => "{ … }",
            _ => "\"…\"",
        }
    }

    /// In words, with the verb.
    pub(super) fn words(&self) -> String {
        match self {
            Wanted::Text => "text in quotation marks is".to_owned(),
            Wanted::TextOrNumber => "a number, or text in quotation marks, is".to_owned(),
            Wanted::YesNo => "true or false is".to_owned(),
            Wanted::Number => "a number is".to_owned(),
            Wanted::WholeNumber => "a whole number from 0 is".to_owned(),
            Wanted::List => "a list in brackets, [ and ], is".to_owned(),
            Wanted::Pair(count) => format!("a list of {count} in brackets, [ and ], is"),
            Wanted::Word => "a word in quotation marks is".to_owned(),
            Wanted::Group => "several named values, in braces or under a heading, are".to_owned(),
            Wanted::Told(words) => format!("{words} is"),
            Wanted::Known => "something else is".to_owned(),
        }
    }
}

/// How a value is told that is a number or a text.
pub(in crate::spec) const TEXT_OR_NUMBER: &str = "a number or a text";

/// What stands in a place.
pub(super) fn standing(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text in quotation marks",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with a point",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date without quotation marks",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "several named values",
    }
}
