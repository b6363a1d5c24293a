//! What the pages of a review say.

use std::ops::Range;

use crate::content::{Mark, RichText};
use crate::source::Span;

/// Which language words are set as.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tongue {
    /// English, as all labels are; words of another language are marked within.
    English,
    /// The source language.
    Source,
    /// The one that it is translated into.
    Translation,
}

/// What a sign on words means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sign {
    /// They are new since the last approval: underlined.
    Added,
    /// They are no longer there: struck out.
    Removed,
    /// The program puts them in: underlined with dots.
    Value,
}

/// Words with their signs.
#[derive(Clone, PartialEq, Debug)]
pub struct Said {
    /// The language.
    pub tongue: Tongue,
    /// The words.
    pub text: RichText,
    /// The bytes of them that have a sign.
    pub signs: Vec<(Range<usize>, Sign)>,
    /// Whether they stand in a text's place and are none.
    pub is_aside: bool,
}

impl Said {
    /// Plain words. `span` is where they are asked for.
    pub fn plain(tongue: Tongue, text: impl Into<String>, span: Span) -> Said {
        let text = RichText { text: text.into(), marks: Vec::new(), isolates: Vec::new(), span };
        Said { tongue, text, signs: Vec::new(), is_aside: false }
    }

    /// English words, then the same in the language of a tag.
    pub fn beside(english: &str, other: Option<(&str, &str)>, span: Span) -> Said {
        let mut said = Said::plain(Tongue::English, english, span);
        if let Some((tag, words)) = other.filter(|(_, words)| *words != english) {
            let text = &mut said.text;
            text.text += " · ";
            let start = text.text.len();
            text.text += words;
            text.marks.push((start..text.text.len(), Mark::Lang(tag.to_owned())));
            text.isolates.push(start..text.text.len());
        }
        said
    }
}

/// A review of one leaflet in one language.
#[derive(Clone, Debug)]
pub struct ReviewSheet {
    /// Its name.
    pub title: String,
    /// The same for the foot of each page, with the language's own name.
    pub running: Said,
    /// The date of the edition, for the file alone.
    pub date: String,
    /// What the pages are.
    pub what: Said,
    /// The language.
    pub name: Said,
    /// Which leaflet it is, and how far it is.
    pub facts: Vec<Said>,
    /// What the reader does and what the signs mean: in English, and in the language where there are words in it.
    pub notes: [Vec<Said>; 2],
    /// What the columns hold.
    pub captions: [Said; 4],
    /// The sections.
    pub sections: Vec<ReviewSection>,
}

/// The messages of a section.
#[derive(Clone, Debug)]
pub struct ReviewSection {
    /// Its name in the manifest.
    pub name: String,
    /// What it is about.
    pub heading: Said,
    /// Its messages, one a row, those that choose a row for each case.
    pub rows: Vec<ReviewRow>,
}

/// A message.
#[derive(Clone, Debug)]
pub struct ReviewRow {
    /// Its name.
    pub id: String,
    /// How it stands.
    pub states: Vec<Said>,
    /// What the source says.
    pub source: Said,
    /// How that is translated; what stands there in its place.
    pub translation: Said,
    /// Whether the translation is still to be written.
    pub is_blank: bool,
    /// Whether something changed since it was approved.
    pub is_changed: bool,
}
