//! The texts of a Fluent file that can be translated each by itself. In: a file. Out: its values and attributes in their order, and
//! the cases of those that are a select and nothing else, each with its place, its words and what its author says of it.

use std::ops::Range;

use fluent_syntax::ast::{Attribute, Entry as Node, Expression, Pattern, PatternElement, Variant};

use crate::content::check::{counted, key_text};
use crate::content::file::FluentFile;
use crate::content::plural::{CATEGORIES, Count, Counting};
use crate::content::value::told_value;
use crate::diag::Diagnostics;
use crate::locale::Locale;
use crate::source::{SourceId, Sources};

/// A text of a file: a message's or term's value, an attribute's, or a case of either.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TextUnit {
    /// The name of its message or, with the `-`, its term.
    pub name: String,
    /// The attribute that it is of, where it is not of the value.
    pub attribute: Option<String>,
    /// The case that it is, where it is not all of a value.
    pub case: Option<Case>,
    /// Its bytes in the file, without blanks around.
    pub place: Range<usize>,
    /// The bytes of the whole value that it is a case of; its own where it is none.
    pub whole: Range<usize>,
    /// Its words, without the file's indentation.
    pub text: String,
    /// What stands above its message, without the signs.
    pub comment: String,
    /// The heading that it stands below.
    pub section: String,
}

/// A case of a select.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Case {
    /// Its name: `one`, `other`, `3`.
    pub key: String,
    /// Whether it is the one for all else.
    pub is_default: bool,
    /// What decides, as it is written: `$count`.
    pub selector: String,
    /// Where the first case of the select stands in the file.
    pub first: usize,
    /// Whether it counts 1st, 2nd, 3rd.
    ordinal: bool,
}

/// What a text is called: `name[one]` for a case of what is called `name`.
pub fn text_id(base: &str, case: Option<&str>) -> String {
    case.map_or_else(|| base.to_owned(), |case| format!("{base}[{case}]"))
}

/// What a text is called, apart from its case.
pub fn text_base(id: &str) -> &str {
    id.split('[').next().unwrap_or(id)
}

impl TextUnit {
    /// What it is called, apart from its case: `name`, `-term`, `name.attribute`.
    pub fn base(&self) -> String {
        match &self.attribute {
            Some(attribute) => format!("{}.{attribute}", self.name),
            None => self.name.clone(),
        }
    }
}

/// The texts of a file in their order; what can't be read is left out.
pub fn text_units(source: SourceId, sources: &Sources) -> Vec<TextUnit> {
    let file = FluentFile::read(source, sources, &mut Diagnostics::default());
    let text = &sources.get(source).text;
    let starts: Vec<usize> = file.starts().chain([text.len()]).collect();
    let mut lister = Lister { file: &file, text, units: Vec::new() };
    let mut section = LastHeading::default();
    for (number, entry) in file.resource.entries().enumerate() {
        let (start, end) = (starts[number], starts[number + 1]);
        let end = start + text[start..end].find("\n#").unwrap_or(end - start);
        let before = &text[..start];
        section.read(text, start);
        let section = &section;
        match entry {
            Node::Message(message) => {
                let name = message.id.name.to_owned();
                lister.entry(
                    &Named { name, before, section, start, end },
                    message.value.as_ref(),
                    &message.attributes,
                );
            }
            Node::Term(term) => {
                let name = format!("-{}", term.id.name);
                lister.entry(
                    &Named { name, before, section, start, end },
                    Some(&term.value),
                    &term.attributes,
                );
            }
            Node::Comment(_) | Node::GroupComment(_) | Node::ResourceComment(_) | Node::Junk { .. } => {}
        }
    }
    lister.units
}

struct Lister<'a> {
    file: &'a FluentFile,
    text: &'a str,
    units: Vec<TextUnit>,
}

/// A message or term.
struct Named<'a> {
    name: String,
    before: &'a str,
    section: &'a LastHeading,
    start: usize,
    end: usize,
}

impl Lister<'_> {
    fn entry(&mut self, named: &Named<'_>, value: Option<&Pattern<&str>>, attributes: &[Attribute<&str>]) {
        let unit = TextUnit {
            name: named.name.clone(),
            attribute: None,
            case: None,
            place: 0..0,
            whole: 0..0,
            text: String::new(),
            comment: comment_of(named.before),
            section: named.section.heading.clone(),
        };
        let dots: Vec<usize> =
            attributes.iter().map(|attribute| self.file.span(attribute.id.name).start - 1).collect();
        if let Some(value) = value {
            let end = dots.first().copied().unwrap_or(named.end);
            self.pattern(&unit, value, named.start..end);
        }
        for (number, attribute) in attributes.iter().enumerate() {
            let end = dots.get(number + 1).copied().unwrap_or(named.end);
            let unit = TextUnit { attribute: Some(attribute.id.name.to_owned()), ..unit.clone() };
            self.pattern(&unit, &attribute.value, dots[number]..end);
        }
    }

    /// A value, from its name to its end at most.
    fn pattern(&mut self, unit: &TextUnit, pattern: &Pattern<&str>, whole: Range<usize>) {
        let Some(equals) = self.text[whole.clone()].find('=') else { return };
        let place = self.trimmed(whole.start + equals + 1..whole.end);
        if let [PatternElement::Placeable { expression: Expression::Select { selector, variants } }] =
            pattern.elements.as_slice()
            && self.text[place.clone()].starts_with('{')
            && self.text[place.clone()].ends_with('}')
        {
            let ordinal = counted(selector) == Count::Ordinal;
            self.cases(unit, variants, place, ordinal);
            return;
        }
        let text = told_value(&self.text[place.clone()]);
        self.units.push(TextUnit { whole: place.clone(), place, text, ..unit.clone() });
    }

    fn cases(&mut self, unit: &TextUnit, variants: &[Variant<&str>], place: Range<usize>, ordinal: bool) {
        let keys: Vec<Range<usize>> =
            variants.iter().map(|variant| self.file.span(key_text(&variant.key)).range()).collect();
        // The bracket before a name, with the star of the case for all else, which touches it (Fluent 1.0, DefaultVariant).
        let opening = |(variant, key): (&Variant<&str>, &Range<usize>)| {
            let bracket = self.text[..key.start].rfind('[').unwrap_or(key.start);
            if variant.default { bracket.saturating_sub(1) } else { bracket }
        };
        let openings: Vec<usize> = variants.iter().zip(&keys).map(opening).collect();
        let Some(first) = openings.first().copied() else { return };
        let head = &self.text[place.start + 1..first];
        let selector = head.rsplit_once("->").map_or(head, |(selector, _)| selector).trim().to_owned();
        for (number, variant) in variants.iter().enumerate() {
            let key = &keys[number];
            let Some(close) = self.text[key.end..].find(']') else { continue };
            let end = openings.get(number + 1).copied().unwrap_or(place.end - 1);
            let inside = self.trimmed(key.end + close + 1..end);
            let case = Case {
                key: key_text(&variant.key).to_owned(),
                is_default: variant.default,
                selector: selector.clone(),
                first,
                ordinal,
            };
            let text = told_value(&self.text[inside.clone()]);
            let whole = place.clone();
            self.units.push(TextUnit { case: Some(case), place: inside, whole, text, ..unit.clone() });
        }
    }

    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        const BLANKS: [char; 4] = [' ', '\t', '\r', '\n'];
        let text = &self.text[range.clone()];
        let start = range.start + text.len() - text.trim_start_matches(BLANKS).len();
        start..(range.start + text.trim_end_matches(BLANKS).len()).max(start)
    }
}

/// The comment right above a message, without its signs.
fn comment_of(before: &str) -> String {
    let own = before.lines().rev().take_while(|line| line.starts_with('#') && !line.starts_with("##"));
    let mut own: Vec<&str> = own.collect();
    own.reverse();
    without_signs(&own)
}

/// The last heading of a file so far: lines in a row that start with two signs. It is read once, from message to message.
#[derive(Default)]
struct LastHeading {
    read: usize,
    heading: String,
}

impl LastHeading {
    /// Reads on to a byte, where a line starts.
    fn read(&mut self, text: &str, end: usize) {
        let is_heading = |line: &&str| line.starts_with("##") && !line.starts_with("###");
        let lines: Vec<&str> = text[self.read..end].lines().collect();
        self.read = end;
        let Some(last) = lines.iter().rposition(is_heading) else { return };
        let first = lines[..last].iter().rposition(|line| !is_heading(line)).map_or(0, |at| at + 1);
        self.heading = without_signs(&lines[first..=last]);
    }
}

fn without_signs(comment: &[&str]) -> String {
    let lines = comment.iter().map(|line| line.trim_start_matches('#').trim());
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// The cases that a language needs of a select of another one: their names, and whether each is the one for all else. None where it
/// has one text for all.
pub fn wanted_cases(cases: &[&Case], locale: &Locale) -> Vec<(String, bool)> {
    let counts = cases.iter().any(|case| CATEGORIES.contains(&case.key.as_str()) && case.key != "other");
    if !counts {
        return cases.iter().map(|case| (case.key.clone(), case.is_default)).collect();
    }
    let count = if cases.iter().any(|case| case.ordinal) { Count::Ordinal } else { Count::Cardinal };
    let own = cases.iter().map(|case| case.key.as_str()).filter(|key| !CATEGORIES.contains(key));
    let needed = Counting::of(locale).categories(count);
    let mut wanted: Vec<(String, bool)> =
        own.chain(needed.iter().copied()).map(|key| (key.to_owned(), false)).collect();
    // Where no whole number is `other`, as in Polish, the last one of CLDR holds for all else.
    match wanted.as_mut_slice() {
        [_] if needed.len() == 1 => Vec::new(),
        [.., last] => {
            last.1 = true;
            wanted
        }
        [] => wanted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(text: &str) -> (Vec<(String, String)>, Vec<String>) {
        let mut sources = Sources::default();
        let source = sources.add("a.ftl", text);
        let units = text_units(source, &sources);
        let slices = units.iter().map(|unit| text[unit.place.clone()].to_owned()).collect();
        let id = |unit: &TextUnit| text_id(&unit.base(), unit.case.as_ref().map(|case| case.key.as_str()));
        (units.into_iter().map(|unit| (id(&unit), unit.text)).collect(), slices)
    }

    fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
        list.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn each_value_attribute_and_case_is_a_text() {
        let (found, slices) = units(
            "\u{FEFF}# Top\n\na = one\n    two\n    .alt = three\n   .b =\n  four\n# c\n-t = five\nn = { $count ->\n    [one] an apple\n   *[other]\n   many\n\n   apples { $count }\n}\r\nx = so { $count ->\n  [one] a\n *[other] b\n }\n",
        );
        let expected = pairs(&[
            ("a", "one two"),
            ("a.alt", "three"),
            ("a.b", "four"),
            ("-t", "five"),
            ("n[one]", "an apple"),
            ("n[other]", "many\n\napples { $count }"),
            ("x", "so { $count ->\n [one] a\n*[other] b\n}"),
        ]);
        assert_eq!(found, expected);
        assert_eq!(slices[..5], ["one\n    two", "three", "four", "five", "an apple"]);
    }

    #[test]
    fn comments_and_headings_go_along() {
        let mut sources = Sources::default();
        let source = sources
            .add("a.ftl", "## Law\n## and order\n\n# $a (String): x\n#\n# y\na = b\n\nc = d\n##\n\ne = f\n");
        let told: Vec<[String; 2]> =
            text_units(source, &sources).into_iter().map(|unit| [unit.comment, unit.section]).collect();
        let expected = [["$a (String): x\n\ny", "Law\nand order"], ["", "Law\nand order"], ["", ""]];
        assert_eq!(told, expected.map(|pair| pair.map(str::to_owned)));
    }

    #[test]
    fn a_language_is_asked_for_the_cases_that_it_counts_with() {
        let mut sources = Sources::default();
        let source = sources.add("a.ftl", "a = { $n ->\n [0] none\n [one] one\n *[other] many\n }\n");
        let units = text_units(source, &sources);
        let cases: Vec<&Case> = units.iter().filter_map(|unit| unit.case.as_ref()).collect();
        let wanted = |tag: &str| {
            let wanted = wanted_cases(&cases, &Locale::parse(tag).unwrap());
            wanted.into_iter().map(|(key, _)| key).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(wanted("ru"), "0 one few many");
        assert_eq!(wanted("lv"), "0 zero one other");
        assert_eq!(wanted("ko"), "0 other");
        assert_eq!(cases[0].selector, "$n");
    }
}
