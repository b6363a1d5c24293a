//! XLIFF 1.2 and 2.1 (OASIS), written: a unit a text. Placeables and tags are inline codes that hold what they stand for, so that
//! tools show and keep them: `ph`, `bpt` and `ept` in 1.2, `ph` and `pc` with original data in 2.1.

use std::fmt::Write;

use super::codes::{Part, parts, parts_of_both};
use super::po::MADE_FROM;
use super::unit::{Document, State, Unit};

/// A document as XLIFF 1.2.
pub fn write_xliff(document: &Document) -> Vec<u8> {
    let mut text = String::from(concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n"
    ));
    for units in document.units.chunk_by(|one, other| one.file == other.file) {
        let _ = writeln!(
            text,
            "  <file original=\"{}\" source-language=\"{}\" target-language=\"{}\" datatype=\"plaintext\">\n    <body>",
            quoted(&units[0].file),
            quoted(&document.source),
            quoted(&document.locale)
        );
        units.iter().for_each(|unit| unit_of_1(&mut text, unit));
        text.push_str("    </body>\n  </file>\n");
    }
    text.push_str("</xliff>\n");
    text.into_bytes()
}

fn unit_of_1(text: &mut String, unit: &Unit) {
    let id = quoted(&unit.id());
    let approved = if unit.state == State::Approved { " approved=\"yes\"" } else { "" };
    let _ =
        writeln!(text, "      <trans-unit id=\"{id}\" resname=\"{id}\" xml:space=\"preserve\"{approved}>");
    let [source, translation] = parts_of_both(&unit.source, &unit.translation);
    let _ = writeln!(text, "        <source>{}</source>", content_of_1(&source));
    // What is missing has no state: tools that fill it in without a thought for states would leave it as not done.
    let state = match unit.state {
        State::Missing => "",
        State::Draft => " state=\"translated\"",
        State::Outdated => " state=\"needs-review-translation\"",
        State::Approved => " state=\"final\"",
    };
    let _ = writeln!(text, "        <target{state}>{}</target>", content_of_1(&translation));
    if !unit.remark().is_empty() {
        let _ = writeln!(text, "        <note>{}</note>", escaped(&unit.remark()));
    }
    let _ = writeln!(text, "        <note from=\"polyleaf\">{MADE_FROM}: {}</note>", unit.stamp);
    if let Some(was) = &unit.was {
        let (source, target) = (content_of_1(&parts(was)), content_of_1(&parts(&unit.translation)));
        let _ = writeln!(
            text,
            "        <alt-trans alttranstype=\"previous-version\">\n          <source>{source}</source>\n          <target>{target}</target>\n        \
             </alt-trans>"
        );
    }
    text.push_str("      </trans-unit>\n");
}

fn content_of_1(parts: &[Part<'_>]) -> String {
    let part = |part: &Part<'_>| match part {
        Part::Words(words) => escaped(words),
        Part::Code(number, code) => format!("<ph id=\"{number}\">{}</ph>", escaped(code)),
        Part::Open(number, code) => format!("<bpt id=\"{number}\">{}</bpt>", escaped(code)),
        Part::Close(number, code) => format!("<ept id=\"{number}\">{}</ept>", escaped(code)),
    };
    parts.iter().map(part).collect()
}

/// A document as XLIFF 2.1.
pub fn write_xliff2(document: &Document) -> Vec<u8> {
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff version=\"2.1\" srcLang=\"{}\" trgLang=\"{}\" \
         xmlns=\"urn:oasis:names:tc:xliff:document:2.0\">\n",
        quoted(&document.source),
        quoted(&document.locale)
    );
    for (number, units) in (1..).zip(document.units.chunk_by(|one, other| one.file == other.file)) {
        let _ = writeln!(text, "  <file id=\"f{number}\" original=\"{}\">", quoted(&units[0].file));
        for (at, unit) in (1..).zip(units) {
            unit_of_2(&mut text, unit, at);
        }
        text.push_str("  </file>\n");
    }
    text.push_str("</xliff>\n");
    text.into_bytes()
}

fn unit_of_2(text: &mut String, unit: &Unit, number: usize) {
    let name = quoted(&unit.id());
    let _ =
        writeln!(text, "    <unit id=\"u{number}\" name=\"{name}\" xml:space=\"preserve\">\n      <notes>");
    if !unit.remark().is_empty() {
        let _ = writeln!(text, "        <note>{}</note>", escaped(&unit.remark()));
    }
    let _ = writeln!(text, "        <note category=\"polyleaf\">{MADE_FROM}: {}</note>", unit.stamp);
    if let Some(was) = &unit.was {
        let _ = writeln!(text, "        <note category=\"previous-source\">{}</note>", escaped(was));
    }
    text.push_str("      </notes>\n");
    let [source, translation] = parts_of_both(&unit.source, &unit.translation);
    let mut data = Data::default();
    let (source, translation) = (data.content(&source), data.content(&translation));
    if !data.list.is_empty() {
        text.push_str("      <originalData>\n");
        for (at, code) in (1..).zip(&data.list) {
            let _ = writeln!(text, "        <data id=\"d{at}\">{}</data>", escaped(code));
        }
        text.push_str("      </originalData>\n");
    }
    let state = match unit.state {
        State::Missing => "",
        State::Draft => " state=\"translated\"",
        State::Outdated => " state=\"translated\" subState=\"polyleaf:outdated\"",
        State::Approved => " state=\"final\"",
    };
    let _ = writeln!(
        text,
        "      <segment{state}>\n        <source>{source}</source>\n        <target>{translation}</target>\n      </segment>\n    </unit>"
    );
}

/// What codes of a unit stand for.
#[derive(Default)]
struct Data {
    list: Vec<String>,
}

impl Data {
    /// The number of a code's text, from 1.
    fn number(&mut self, code: &str) -> usize {
        let known = self.list.iter().position(|known| known == code);
        known.unwrap_or_else(|| {
            self.list.push(code.to_owned());
            self.list.len() - 1
        }) + 1
    }

    fn content(&mut self, parts: &[Part<'_>]) -> String {
        let mut content = String::new();
        for (at, part) in parts.iter().enumerate() {
            let _ = match part {
                Part::Words(words) => write!(content, "{}", escaped(words)),
                Part::Code(number, code) => {
                    let data = self.number(code);
                    write!(content, "<ph id=\"{number}\" dataRef=\"d{data}\" disp=\"{}\"/>", quoted(code))
                }
                Part::Open(number, code) => {
                    let close = parts[at..].iter().find_map(|part| match part {
                        Part::Close(other, close) if other == number => Some(*close),
                        _ => None,
                    });
                    let (open, close) = (self.number(code), self.number(close.unwrap_or_default()));
                    write!(content, "<pc id=\"{number}\" dataRefStart=\"d{open}\" dataRefEnd=\"d{close}\">")
                }
                Part::Close(..) => write!(content, "</pc>"),
            };
        }
        content
    }
}

/// A text between tags; what XML can't hold is shown as what it is.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\t' | '\n' => escaped.push(character),
            '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => escaped.push('\u{FFFD}'),
            other => escaped.push(other),
        }
    }
    escaped
}

/// A text within quotation marks.
fn quoted(text: &str) -> String {
    escaped(text).replace('"', "&quot;").replace('\n', "&#10;").replace('\t', "&#9;")
}
