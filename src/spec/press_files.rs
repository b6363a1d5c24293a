//! What a shop wants each file to hold, and how it is called. In: `files` and `name` of a press. Out: a pattern, which a build fills
//! in.

use serde::Deserialize;
use toml::Spanned;

use super::read::Reading;
use crate::diag::{Code, Diagnostic};
use crate::source::Span;

/// What ends the names of files of sheets, where a press wants single pages too.
pub const SHEETS: &str = "-sheets";

/// What ends the name of every file.
const ENDING: &str = ".pdf";

/// What a file holds.
#[derive(Clone, Copy, PartialEq, Eq, Default, Deserialize, Debug)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum PressSplit {
    /// All pages of a leaflet.
    #[default]
    Leaflet,
    /// A side of a sheet or a card; a booklet page by page stays one file.
    Side,
    /// A page.
    Page,
}

/// How files are called.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NamePattern {
    /// As it is written.
    pub text: String,
    /// Where it is written.
    pub place: Option<Span>,
    parts: Vec<NamePart>,
}

/// A part of a name.
#[derive(Clone, PartialEq, Eq, Debug)]
enum NamePart {
    /// These letters.
    Text(String),
    /// What is known of the file.
    Field(NameField),
}

/// What a pattern of names can tell of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NameField {
    /// The leaflet's name.
    Leaflet,
    /// The language's tag, or both tags of a bilingual leaflet.
    Locale,
    /// The layout's name.
    Layout,
    /// The paper's name.
    Paper,
    /// The press's name.
    Press,
    /// The short name of the organisation that `--org` names; nothing without it.
    Organisation,
    /// Which page or side it holds, from 1.
    Number,
}

impl NameField {
    const ALL: [NameField; 7] = [
        NameField::Leaflet,
        NameField::Locale,
        NameField::Layout,
        NameField::Paper,
        NameField::Press,
        NameField::Organisation,
        NameField::Number,
    ];

    /// What stands for it between braces.
    pub fn word(self) -> &'static str {
        match self {
            NameField::Leaflet => "leaflet",
            NameField::Locale => "locale",
            NameField::Layout => "layout",
            NameField::Paper => "paper",
            NameField::Press => "press",
            NameField::Organisation => "organisation",
            NameField::Number => "n",
        }
    }
}

/// Why a text is no pattern of names.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
enum NameFault {
    #[error("“{{” has no “}}”")]
    Open,
    #[error("there is no “{{{0}}}”")]
    Unknown(String),
    #[error("“{0}” is in no name that every shop can read")]
    Character(char),
    #[error("a name starts with a letter, a digit or a brace")]
    Start,
    #[error("“.pdf” is put behind it, and would stand there twice")]
    Ending,
}

impl NamePattern {
    fn parse(text: &str) -> Result<NamePattern, NameFault> {
        if text.to_ascii_lowercase().ends_with(ENDING) {
            return Err(NameFault::Ending);
        }
        let mut parts = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            if let Some(inside) = rest.strip_prefix('{') {
                let (word, behind) = inside.split_once('}').ok_or(NameFault::Open)?;
                let field = NameField::ALL.into_iter().find(|field| field.word() == word);
                parts.push(NamePart::Field(field.ok_or_else(|| NameFault::Unknown(word.to_owned()))?));
                rest = behind;
            } else {
                let end = rest.find('{').unwrap_or(rest.len());
                let (letters, behind) = rest.split_at(end);
                let is_kept = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
                if let Some(odd) = letters.chars().find(|&c| !is_kept(c)) {
                    return Err(NameFault::Character(odd));
                }
                parts.push(NamePart::Text(letters.to_owned()));
                rest = behind;
            }
        }
        if text.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '{') {
            Ok(NamePattern { text: text.to_owned(), place: None, parts })
        } else {
            Err(NameFault::Start)
        }
    }

    /// The name of a file of which that is known.
    pub fn fill(&self, known: impl Fn(NameField) -> String) -> String {
        let part = |part: &NamePart| match part {
            NamePart::Text(letters) => letters.clone(),
            NamePart::Field(field) => known(*field),
        };
        self.parts.iter().map(part).collect()
    }

    /// Whether it tells that of a file.
    pub fn tells(&self, field: NameField) -> bool {
        self.parts.contains(&NamePart::Field(field))
    }

    /// What would tell files of several leaflets apart, and is not in it, as it is written.
    pub fn lacks(&self) -> Vec<String> {
        let telling = [NameField::Leaflet, NameField::Locale, NameField::Layout];
        let absent = telling.into_iter().filter(|field| !self.tells(*field));
        absent.map(|field| format!("{{{}}}", field.word())).collect()
    }

    /// Whether a name, without its ending, may be one of this pattern.
    pub fn takes(&self, name: &str) -> bool {
        is_taken(&self.parts, name)
    }
}

/// Whether a name can be made up of parts, a field taking one character or more.
fn is_taken(parts: &[NamePart], name: &str) -> bool {
    match parts {
        [] => name.is_empty(),
        [NamePart::Text(letters), rest @ ..] => {
            name.strip_prefix(letters.as_str()).is_some_and(|behind| is_taken(rest, behind))
        }
        [NamePart::Field(field), rest @ ..] => {
            let ends = name.char_indices().map(|(at, c)| (at + c.len_utf8(), c));
            let allowed = |c: char| if *field == NameField::Number { c.is_ascii_digit() } else { c != '.' };
            ends.take_while(|(_, c)| allowed(*c)).any(|(end, _)| is_taken(rest, &name[end..]))
        }
    }
}

/// Checks a pattern of names.
pub(super) fn checked_name(value: &Spanned<String>, file: &mut Reading<'_>) -> Option<NamePattern> {
    match NamePattern::parse(value.get_ref()) {
        Ok(pattern) => Some(NamePattern { place: Some(file.span(value)), ..pattern }),
        Err(fault) => {
            let fields: Vec<String> =
                NameField::ALL.iter().map(|field| format!("{{{}}}", field.word())).collect();
            let bare = value.get_ref().get(..value.get_ref().len().saturating_sub(ENDING.len()));
            let sound =
                bare.filter(|_| fault == NameFault::Ending).filter(|bare| NamePattern::parse(bare).is_ok());
            let help = sound.map(|bare| format!("write it without its ending: name = \"{bare}\""));
            let help = help.unwrap_or_else(|| format!(
                "write letters, digits, “-”, “_” and “.”, and {} where a file's own stands: name = \"{{leaflet}}-{{locale}}-{{n}}\"",
                fields.join(", ")
            ));
            let wrong = Diagnostic::new(Code::Layout, format!("files can’t be called so: {fault}"));
            file.error(wrong.label(file.span(value), "this is no pattern of names").help(help));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_letters_and_fields() {
        let pattern = NamePattern::parse("{leaflet}_{locale}-page{n}").unwrap();
        let known = |field| match field {
            NameField::Leaflet => "card".to_owned(),
            NameField::Locale => "zh-Hant".to_owned(),
            NameField::Number => "12".to_owned(),
            _ => String::new(),
        };
        assert_eq!(pattern.fill(known), "card_zh-Hant-page12");
        assert!(pattern.tells(NameField::Number) && !pattern.tells(NameField::Paper));
        assert!(pattern.takes("card_zh-Hant-page12"));
        for other in ["card_en-page", "card-en-page1", "_en-page1", "card_en-page1.x", "card_en-pageone"] {
            assert!(!pattern.takes(other), "{other}");
        }
    }

    #[test]
    fn what_no_file_can_be_called_is_none() {
        for (text, fault) in [
            ("{leaflet", NameFault::Open),
            ("{author}", NameFault::Unknown("author".to_owned())),
            ("a/b", NameFault::Character('/')),
            ("a}b", NameFault::Character('}')),
            ("seite {n}", NameFault::Character(' ')),
            ("", NameFault::Start),
            ("page{n}.pdf", NameFault::Ending),
            ("{leaflet}.PDF", NameFault::Ending),
            ("../{n}", NameFault::Character('/')),
            (".{n}", NameFault::Start),
        ] {
            assert_eq!(NamePattern::parse(text), Err(fault), "{text}");
        }
    }
}
