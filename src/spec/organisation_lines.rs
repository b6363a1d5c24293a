//! A file of an organisation with mistakes, line by line, for a reader of the whole stops at the first. In: its text. Out: all that is
//! wrong with its lines, and what they say once that is mended.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::organisation_heading::{Heading, heading};
use super::organisation_parts::{Parts, broken, is_unseen, meant_key, plain_path, recovered};
use super::organisation_values::{KEYS, NEEDED, example, fault, is_told, line, mended};
use super::wording::{Explained, NO_HEADING, explain};
use crate::characters::is_blank;
use crate::diag::Code;

/// What is wrong with a file of an organisation.
pub(super) struct Lines {
    /// The mistakes, as they stand one after the other.
    pub(super) mistakes: Vec<(Code, Explained)>,
    /// The text without the lines of the organisation, each place as it was.
    pub(super) rest: String,
    /// The lines as they should be.
    pub(super) whole: String,
}

/// Reads a file line by line.
pub(super) fn read_lines(text: &str) -> Lines {
    let names = text.lines().filter_map(|line| Some(line.split_once('=')?.0.trim())).collect();
    let mut reader = Reader { text, names, rest: text.to_owned(), ..Reader::default() };
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end_matches(['\n', '\r']);
        reader.read(bare, start);
        start += line.len();
    }
    reader.end_prose();
    reader.check_heading();
    reader.check_values();
    let whole = reader.whole();
    let mut mistakes = reader.mistakes;
    mistakes.sort_by_key(|(_, told)| told.place.start);
    mistakes.extend(reader.absent.into_iter().map(|told| (Code::Toml, told)));
    Lines { mistakes, rest: reader.rest, whole }
}

/// The lines of an organisation that has said nothing yet.
pub(crate) fn empty_lines() -> String {
    Reader::default().whole()
}

/// A line that gives a value.
struct Given {
    key: &'static str,
    /// Where the name stands.
    at: Range<usize>,
    /// The value with its place; `None` where there is none to be had.
    value: Option<(String, Range<usize>)>,
}

/// Below which heading lines stand.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Section {
    /// That of the organisation, or none.
    #[default]
    Own,
    /// One whose lines are read as a whole.
    Apart,
    /// One that is not written as it has to be: nothing is said of its lines.
    Lost,
}

#[derive(Default)]
struct Reader<'t> {
    text: &'t str,
    /// What lines start with before an equals sign, as it is written.
    names: BTreeSet<&'t str>,
    rest: String,
    mistakes: Vec<(Code, Explained)>,
    /// What is missing.
    absent: Vec<Explained>,
    given: Vec<Given>,
    /// Where the heading stands, right or wrong.
    heading: Option<Range<usize>>,
    section: Section,
    /// Lines of words, one after the other.
    prose: Vec<(String, usize)>,
}

impl<'t> Reader<'t> {
    fn tell(&mut self, explained: Explained) {
        self.mistakes.push((Code::Toml, explained));
    }

    fn read(&mut self, line: &'t str, start: usize) {
        let bare = line.trim_matches([' ', '\t', '\u{FEFF}']);
        let at = start + line.find(bare).unwrap_or(0);
        let place = at..at + bare.len();
        let heading = heading(bare);
        if self.section == Section::Apart && matches!(heading, None | Some(Heading::Apart)) {
            return;
        }
        if bare.is_empty() || bare.starts_with('#') {
            return;
        }
        if matches!(heading, Some(Heading::Apart)) {
            self.section = Section::Apart;
            return;
        }
        self.rest.replace_range(place.clone(), &" ".repeat(place.len()));
        match heading {
            Some(Heading::Apart) => {}
            None if self.section == Section::Lost => {}
            Some(Heading::Misspelt { written, meant }) => {
                self.section = Section::Lost;
                let message = format!("the heading `{written}` is not written as it has to be");
                let help = format!("write {meant} in a line of its own");
                self.tell(Explained::new(message, place, "this heading", help));
            }
            None => self.read_given(bare, at),
            Some(Heading::Other(name)) => {
                self.section = Section::Own;
                let help = "take it out: the headings are [organisation] and, if you have them, [theme] and [variables]";
                self.tell(Explained::new(format!("there is no `{name}` here"), place, "not known", help));
            }
            Some(Heading::Organisation { rest, is_right }) => {
                self.section = Section::Own;
                let own = place.start..place.end - rest.len();
                let own = own.start..own.start + self.text[own].trim_end().len();
                self.read_heading(own.clone(), is_right && rest.is_empty(), rest.is_empty());
                self.heading.get_or_insert(own);
                if !rest.is_empty() {
                    self.read_given(rest, place.end - rest.len());
                }
            }
        }
    }

    fn read_heading(&mut self, place: Range<usize>, is_right: bool, is_alone: bool) {
        let written = &self.text[place.clone()];
        if self.heading.is_some() {
            let help = "put the lines of both under one of them, and take the other out";
            let message = format!("`{written}` stands twice");
            return self.tell(Explained::new(message, place, "again here", help));
        }
        if is_right {
            return;
        }
        let help = "write [organisation] in a line of its own, in small letters, with an s, between [ and ]";
        let message = if is_alone {
            format!("the heading `{written}` is not written as it has to be")
        } else {
            "more stands in the line of the heading".to_owned()
        };
        self.tell(Explained::new(message, place, "this heading", help));
    }

    /// A line of a name and a value, or what was meant as one.
    fn read_given(&mut self, written: &'t str, start: usize) {
        let Some(parts) = Parts::new(written, start) else {
            self.prose.push((written.to_owned(), start));
            return;
        };
        self.end_prose();
        let Some(key) = self.known_key(&parts) else { return };
        let is_form_told = self.tell_sign(key, &parts);
        // The same line with the name that was meant.
        let mended = format!("{key} ={}", parts.value);
        let (from, head) = (parts.value_at, key.len() + 2);
        let moved = |at: usize, other: usize| if at >= head { from + at - head } else { other };
        let moved = |place: Range<usize>| {
            let end = if place.end == head { from } else { moved(place.end, parts.at.end) };
            moved(place.start, parts.at.start)..end
        };
        let value = match DeTable::parse(&mended) {
            Ok(table) => match table.get_ref().get(key).map(|value| (value.get_ref(), value.span())) {
                Some((DeValue::String(value), place)) => Some((value.to_string(), moved(place))),
                Some((value, place)) => {
                    if let (false, Err(error)) =
                        (is_form_told, toml::from_str::<BTreeMap<String, String>>(&mended))
                    {
                        let told = explain(&mended, &error);
                        self.tell(Explained { place: moved(told.place.clone()), ..told });
                    }
                    let is_plain = !matches!(value, DeValue::Array(_) | DeValue::Table(_));
                    is_plain.then(|| (mended[place.clone()].to_owned(), moved(place)))
                }
                None => None,
            },
            Err(error) => {
                if !is_form_told {
                    let mut told = broken(&mended, key, &error);
                    // What is advised can be written as it stands.
                    let (said, right) = (line(key, recovered(parts.value)), usable(key, parts.value));
                    told.help = told.help.replace(&said, &line(key, &right));
                    self.tell(Explained { place: moved(told.place.clone()), ..told });
                }
                let value = recovered(parts.value);
                let at = parts.value_at + parts.value.find(value).unwrap_or(0);
                (!value.is_empty()).then(|| (plain_path(key, value), at..at + value.len()))
            }
        };
        self.give(Given { key, at: parts.at, value });
    }

    fn give(&mut self, given: Given) {
        if let Some(first) = self.given.iter().find(|known| known.key == given.key) {
            let value = |given: &Given| given.value.as_ref().map(|(value, _)| value.clone());
            let help = match (value(first), value(&given)) {
                (Some(one), Some(other)) if one != other => {
                    format!("keep one of the two: {} or {}", line(given.key, &one), line(given.key, &other))
                }
                _ => "both say the same: take one of the two out".to_owned(),
            };
            let message = format!("`{}` stands twice", given.key);
            return self.tell(Explained::new(message, given.at, "again here", help));
        }
        self.given.push(given);
    }

    /// The name that is meant; tells of one that is written in another way, or that there is not.
    fn known_key(&mut self, parts: &Parts<'t>) -> Option<&'static str> {
        let named = parts.key;
        if let Some(key) = KEYS.iter().find(|key| **key == named) {
            return Some(key);
        }
        let is_free = |key: &&'static str| !self.names.contains(*key);
        let meant = meant_key(named).filter(is_free);
        let is_name = named.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
        let message = if is_name || meant.is_some() {
            format!("there is no `{named}` here")
        } else {
            format!("`{named}` can’t be a name")
        };
        let help = match (meant, meant_key(named)) {
            (Some(meant), _) => {
                format!("write {meant} in its place: {}", line(meant, &usable(meant, parts.value)))
            }
            (None, Some(taken)) => format!("take it out: `{taken}` is given already"),
            (None, None) => format!("take it out, or correct it: what may stand here is {}", KEYS.join(", ")),
        };
        self.tell(Explained::new(message, parts.at.clone(), "not known", help));
        meant
    }

    /// Tells of what stands between a name and its value and is no plain `=`.
    fn tell_sign(&mut self, key: &str, parts: &Parts<'t>) -> bool {
        let right = line(key, &usable(key, parts.value));
        let between = &self.text[parts.at.end..parts.value_at];
        let unseen = between.char_indices().find(|(_, c)| !matches!(c, ' ' | '\t') && is_unseen(*c));
        if let Some((at, c)) = unseen {
            let at = parts.at.end + at;
            let message = format!("a character that can’t be seen (U+{:04X}) stands here", u32::from(c));
            let help = format!("take it out, and type a space in its place: {right}");
            self.tell(Explained::new(message, at..at + c.len_utf8(), "here", help));
        }
        let place = parts.sign.clone();
        let (message, place, label) = match &self.text[place.clone()] {
            "=" => return unseen.is_some(),
            "" => {
                let end = parts.value_at + parts.value.trim_end().len();
                (format!("a = is missing after `{}`", parts.key), parts.at.start..end, "in this line")
            }
            ":" | "：" => ("a : stands where = is wanted".to_owned(), place, "here"),
            sign => (format!("the sign {sign} is not the narrow one"), place, "this one"),
        };
        let help = match &self.text[parts.sign.clone()] {
            "" => format!("put it between the two: {right}"),
            _ => format!("write = in its place: {right}"),
        };
        self.tell(Explained::new(message, place, label, help));
        true
    }

    /// Tells of lines of words, once for those that stand together.
    fn end_prose(&mut self) {
        let prose = std::mem::take(&mut self.prose);
        let Some((first, start)) = prose.first() else { return };
        let count = prose.len();
        if count > 1 {
            let message = format!("these {count} lines say neither what they are nor their values");
            let help =
                "take them out, or start each with # as a remark; a line is a name, = and its value in \" \"";
            return self.tell(Explained::new(
                message,
                *start..*start + first.len(),
                "the first of them",
                help,
            ));
        }
        if let Err(error) = DeTable::parse(first) {
            let told = explain(first, &error);
            let place = told.place.start + start..told.place.end + start;
            self.tell(Explained { place, ..told });
        }
    }

    fn check_heading(&mut self) {
        if self.heading.is_some() {
            return;
        }
        if let Some(first) = self.given.iter().min_by_key(|given| given.at.start) {
            let help = format!("write [organisation] in a line of its own above `{}`", first.key);
            let message = format!("`{}` stands under no heading", first.key);
            let told = Explained::new(message, first.at.clone(), NO_HEADING, help);
            return self.tell(told);
        }
        let help = "write [organisation] in its first line, and the lines of the organisation below it";
        self.tell(Explained::new("no organisation stands in this file", 0..0, "here", help));
    }

    /// Tells of values that can't be meant and, where there are lines at all, of those that are missing.
    fn check_values(&mut self) {
        for given in &self.given {
            let Some((value, place)) = &given.value else { continue };
            if let Some((message, help)) = fault(given.key, value) {
                let told = Explained::new(message, place.clone(), "given here", help);
                self.mistakes.push((Code::Manifest, told));
            }
        }
        let place = self.heading.clone().unwrap_or(0..0);
        for key in NEEDED {
            let is_given = self.given.iter().any(|given| given.key == key);
            if !is_given && (self.heading.is_some() || !self.given.is_empty()) {
                let message = format!("`{key}` is missing under [organisation]");
                let help = format!("add a line {}", line(key, example(key)));
                self.absent.push(Explained::new(message, place.clone(), "it belongs here", help));
            }
        }
    }

    /// The lines of the organisation as they should be, each value where it belongs.
    fn whole(&self) -> String {
        let values = || self.given.iter().filter_map(|given| Some((given.key, &given.value.as_ref()?.0)));
        let mut lines = vec!["[organisation]".to_owned()];
        for key in KEYS {
            let own = values().find(|(given, _)| *given == key).map(|(_, value)| value.trim().to_owned());
            let sound = own.clone().filter(|value| !is_blank(value) && fault(key, value).is_none());
            let elsewhere = || {
                let other = values().find(|(given, value)| {
                    *given != key && *given != "name" && fault(given, value).is_some() && is_told(key, value)
                });
                other.filter(|_| NEEDED[1..].contains(&key)).map(|(_, value)| value.trim().to_owned())
            };
            let value = sound.or_else(|| mended(key, &own?)).or_else(elsewhere);
            if let Some(value) = value.or_else(|| NEEDED.contains(&key).then(|| example(key).to_owned())) {
                lines.push(line(key, &value));
            }
        }
        lines.join("\n")
    }
}

/// The value that may be written for what stands there.
fn usable(key: &str, written: &str) -> String {
    let value = recovered(written);
    if !value.is_empty() && fault(key, value).is_none() {
        return plain_path(key, value);
    }
    mended(key, value).unwrap_or_else(|| example(key).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each line is read once: by their number squared, these would take minutes.
    #[test]
    fn many_lines_with_wrong_names_are_read_in_no_time() {
        const COUNT: usize = 40_000;
        let wrong = "e-mail = \"a@example.org\"\n".repeat(COUNT);
        let lines = read_lines(&format!("[organisation]\n{wrong}"));
        let is_wrong = |told: &&(Code, Explained)| told.1.message.contains("there is no `e-mail`");
        assert_eq!(lines.mistakes.iter().filter(is_wrong).count(), COUNT);
    }
}
