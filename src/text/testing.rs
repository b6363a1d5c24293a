//! Shared by the tests of this room: the shipped faces, prepared paragraphs, broken lines as text.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex};

use crate::content::{Mark, RichText};
use crate::font::{FontBook, FontData, FontFault};
use crate::geom::Em;
use crate::locale::Locale;
use crate::script::Typography;
use crate::source::{Sources, Span};
use crate::style::{Align, ParagraphStyle};
use crate::text::{BreakOptions, Line, Paragraph, Shaper, break_lines, prepare};

/// The shipped faces.
pub(crate) static BOOK: LazyLock<FontBook> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fonts");
    let manifest = std::fs::read_to_string(format!("{folder}/fonts.toml")).expect("the manifest is shipped");
    let read: Mutex<BTreeMap<String, Arc<Vec<u8>>>> = Mutex::default();
    let load = move |file: &str| {
        let mut read = read.lock().expect("no reader panics");
        if let Some(bytes) = read.get(file) {
            return Ok(FontData::Shared(bytes.clone()));
        }
        let bytes = std::fs::read(format!("{folder}/{file}"))
            .map_err(|error| FontFault::Unreadable(error.to_string()))?;
        Ok(FontData::Shared(read.entry(file.to_owned()).or_insert(Arc::new(bytes)).clone()))
    };
    FontBook::new(toml::from_str(&manifest).expect("the manifest is TOML"), Box::new(load))
});

/// A text without marks.
pub(crate) fn plain(text: &str) -> RichText {
    let source = Sources::default().add("test.ftl", "");
    RichText { text: text.to_owned(), marks: vec![], isolates: vec![], span: Span::new(source, 0..0) }
}

/// A text in which the words `of` have a mark.
pub(crate) fn marked(text: &str, of: &str, mark: Mark) -> RichText {
    let start = text.find(of).expect("the words are in the text");
    RichText { marks: vec![(start..start + of.len(), mark)], ..plain(text) }
}

/// A locale by its tag.
pub(crate) fn locale(tag: &str) -> Locale {
    Locale::parse(tag).expect("a tag")
}

/// A shaped paragraph.
pub(crate) fn paragraph(tag: &str, text: &RichText, style: &ParagraphStyle) -> Paragraph {
    let locale = locale(tag);
    let done = prepare(&mut Shaper::new(&BOOK, &locale, &Typography::of(&locale)), text, style);
    done.unwrap_or_else(|unshaped| panic!("{unshaped:?}"))
}

/// Body text, shaped.
pub(crate) fn body(tag: &str, text: &str) -> Paragraph {
    paragraph(tag, &plain(text), &ParagraphStyle::default())
}

/// The lines of a paragraph set ragged at a measure in em.
pub(crate) fn ragged(paragraph: &Paragraph, measure: f64) -> Vec<Line> {
    break_lines(paragraph, Em::new(measure), &BreakOptions::default())
}

/// The lines of a paragraph justified at a measure in em.
pub(crate) fn justified(paragraph: &Paragraph, measure: f64) -> Vec<Line> {
    break_lines(
        paragraph,
        Em::new(measure),
        &BreakOptions { align: Align::Justify, ..BreakOptions::default() },
    )
}

/// The text of lines.
pub(crate) fn texts<'p>(paragraph: &'p Paragraph, lines: &[Line]) -> Vec<&'p str> {
    lines.iter().map(|line| &paragraph.text.text[line.text.clone()]).collect()
}
