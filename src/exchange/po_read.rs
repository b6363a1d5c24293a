//! gettext PO, read: our own files and those of gettext, translate-toolkit, Weblate and others, with wrapped lines, obsolete entries,
//! former originals and plural forms. What is no PO is told with its place, and nothing after it is read.

use std::ops::Range;

use super::fault::{Fault, FaultKind};
use super::plural_forms::PluralForms;
use super::po::MADE_FROM;
use super::unit::{Doubt, Found, Parsed};
use crate::content::text_id;

/// A string of a file and where it stands, its quotation marks included.
#[derive(Clone, Default, Debug)]
struct Quoted {
    text: String,
    place: Range<usize>,
}

/// Which string goes on in the next line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    None,
    Context,
    Original,
    Plural,
    Form(usize),
}

/// An entry as far as it was read.
#[derive(Default)]
struct Entry {
    context: Option<Quoted>,
    original: Option<Quoted>,
    plural: Option<Quoted>,
    forms: Vec<Option<Quoted>>,
    reference: Option<String>,
    stamps: Vec<(Option<String>, String)>,
    is_fuzzy: bool,
}

/// The texts of a PO file, of a language that counts so; `is_known` says which names of texts there are.
pub fn read_po(text: &str, counting: &[&str], is_known: &dyn Fn(&str) -> bool) -> Parsed {
    let mut reader = Reader {
        counting,
        is_known,
        forms: PluralForms::of(counting),
        entry: Entry::default(),
        field: Field::None,
        parsed: Parsed::default(),
    };
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Err(fault) = reader.line(line, start) {
            reader.parsed.faults.push(fault);
            return reader.parsed;
        }
        start += line.len();
    }
    if let Err(fault) = reader.finish(text.len()) {
        reader.parsed.faults.push(fault);
    }
    reader.parsed
}

struct Reader<'a> {
    counting: &'a [&'a str],
    is_known: &'a dyn Fn(&str) -> bool,
    forms: Option<PluralForms>,
    entry: Entry,
    field: Field,
    parsed: Parsed,
}

impl Reader<'_> {
    fn line(&mut self, line: &str, start: usize) -> Result<(), Fault> {
        let at = start + line.len() - line.trim_start().len();
        let line = line.trim();
        if let Some(comment) = line.strip_prefix('#') {
            if self.entry.original.is_some() {
                self.finish(at)?;
            }
            self.comment(comment);
            self.field = Field::None;
            return Ok(());
        }
        if line.is_empty() {
            return Ok(());
        }
        if line.starts_with('"') {
            let quoted = quoted(line, at)?;
            let Some(open) = self.open_field() else {
                return Err(FaultKind::StrangeLine.at(at..at + line.len()));
            };
            open.text.push_str(&quoted.text);
            open.place.end = quoted.place.end;
            return Ok(());
        }
        let end = line.find([' ', '\t', '"']).unwrap_or(line.len());
        let (word, rest) = line.split_at(end);
        let strange = FaultKind::StrangeLine.at(at..at + line.len());
        let field = match word {
            "msgctxt" => Field::Context,
            "msgid" => Field::Original,
            "msgid_plural" => Field::Plural,
            "msgstr" => Field::Form(0),
            _ => {
                let number = word.strip_prefix("msgstr[").and_then(|word| word.strip_suffix(']'));
                let number = number.and_then(|number| number.parse::<usize>().ok()).filter(|form| *form < 10);
                Field::Form(number.ok_or(strange.clone())?)
            }
        };
        if matches!(field, Field::Context | Field::Original) && self.entry.original.is_some() {
            self.finish(at)?;
        }
        let value = rest.trim_start();
        if !value.starts_with('"') {
            return Err(strange);
        }
        let value = quoted(value, at + line.len() - value.len())?;
        self.take(field, value, at..at + line.len())
    }

    fn take(&mut self, field: Field, value: Quoted, line: Range<usize>) -> Result<(), Fault> {
        self.field = field;
        let entry = &mut self.entry;
        match field {
            Field::Context => entry.context = Some(value),
            Field::Original => entry.original = Some(value),
            Field::Plural if entry.original.is_some() => entry.plural = Some(value),
            Field::Form(form) if entry.original.is_some() => {
                if entry.forms.len() <= form {
                    entry.forms.resize_with(form + 1, || None);
                }
                entry.forms[form] = Some(value);
            }
            Field::None | Field::Plural | Field::Form(_) => return Err(FaultKind::NoOriginal.at(line)),
        }
        Ok(())
    }

    fn open_field(&mut self) -> Option<&mut Quoted> {
        match self.field {
            Field::None => None,
            Field::Context => self.entry.context.as_mut(),
            Field::Original => self.entry.original.as_mut(),
            Field::Plural => self.entry.plural.as_mut(),
            Field::Form(form) => self.entry.forms.get_mut(form)?.as_mut(),
        }
    }

    fn comment(&mut self, comment: &str) {
        let entry = &mut self.entry;
        if let Some(flags) = comment.strip_prefix(',') {
            entry.is_fuzzy |= flags.split(',').any(|flag| flag.trim() == "fuzzy");
        }
        if let Some(reference) = comment.strip_prefix(':') {
            entry.reference = reference.split_whitespace().next().map(str::to_owned);
        }
        let made = comment.strip_prefix('.').and_then(|told| told.trim_start().strip_prefix(MADE_FROM));
        if let Some((case, stamp)) = made.and_then(|made| made.split_once(':')) {
            let case = case.trim().strip_prefix('[').and_then(|case| case.strip_suffix(']'));
            entry.stamps.push((case.map(str::to_owned), stamp.trim().to_owned()));
        }
    }

    /// Takes the entry that was read.
    fn finish(&mut self, end: usize) -> Result<(), Fault> {
        let entry = std::mem::take(&mut self.entry);
        self.field = Field::None;
        let Some(original) = &entry.original else {
            return entry.context.map_or(Ok(()), |context| Err(FaultKind::NoOriginal.at(context.place)));
        };
        let Some(first) = entry.forms.first().cloned().flatten() else {
            return Err(FaultKind::NoMsgstr.at(original.place.start..end.max(original.place.end)));
        };
        if original.text.is_empty() && entry.context.is_none() {
            return self.header(&first);
        }
        let place = entry.context.as_ref().map_or(original.place.clone(), |context| context.place.clone());
        let named = entry.reference.as_ref().and_then(|reference| reference.rsplit_once(':'));
        let known = named.filter(|(_, name)| (self.is_known)(name));
        let context = entry.context.as_ref().filter(|context| !context.text.is_empty());
        let id = context.map(|context| context.text.clone());
        let id = id.or(known.map(|(_, name)| name.to_owned()));
        let base = Found {
            id,
            file: named.map(|(file, _)| file.to_owned()),
            source: Some(original.text.clone()).filter(|_| entry.plural.is_none()),
            doubt: entry.is_fuzzy.then(|| Doubt::Marked("fuzzy".to_owned())),
            id_place: place,
            ..Found::default()
        };
        if entry.plural.is_some() {
            return self.plural(&entry, &base);
        }
        let stamp = entry.stamps.first().map(|(_, stamp)| stamp.clone());
        self.parsed.units.push(Found { translation: first.text, stamp, place: first.place, ..base });
        Ok(())
    }

    fn plural(&mut self, entry: &Entry, base: &Found) -> Result<(), Fault> {
        let Some(forms) = &self.forms else {
            return Err(FaultKind::PluralForms.at(base.id_place.clone()));
        };
        let written = entry.forms.iter().enumerate().filter_map(|(at, form)| Some((at, form.as_ref()?)));
        for (number, form) in written {
            let Some(category) = forms.categories.get(number) else {
                return Err(FaultKind::PluralForm(number).at(form.place.clone()));
            };
            let stamp = entry.stamps.iter().find(|(case, _)| case.as_ref() == Some(category));
            self.parsed.units.push(Found {
                id: base.id.as_ref().map(|id| text_id(id, Some(category))),
                translation: form.text.clone(),
                stamp: stamp.map(|(_, stamp)| stamp.clone()),
                place: form.place.clone(),
                ..base.clone()
            });
        }
        Ok(())
    }

    fn header(&mut self, header: &Quoted) -> Result<(), Fault> {
        for (name, value) in header.text.lines().filter_map(|line| line.split_once(':')) {
            let value = value.trim();
            match name.trim().to_ascii_lowercase().as_str() {
                "language" if !value.is_empty() => {
                    self.parsed.locale = Some((value.to_owned(), header.place.clone()));
                }
                "content-type" => {
                    let charset = value.split_once("charset=").map(|(_, charset)| charset.trim());
                    let is_right = |charset: &str| {
                        ["utf-8", "utf8", "us-ascii", "ascii", "charset"]
                            .contains(&charset.to_ascii_lowercase().as_str())
                    };
                    if let Some(charset) = charset.filter(|charset| !is_right(charset)) {
                        return Err(FaultKind::Charset(charset.to_owned()).at(header.place.clone()));
                    }
                }
                // A template has no rule yet.
                "plural-forms" if !value.is_empty() && !value.contains("INTEGER") => {
                    self.forms = PluralForms::read(value, self.counting);
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// The string that a line holds, and nothing after it.
fn quoted(line: &str, at: usize) -> Result<Quoted, Fault> {
    let mut text = String::new();
    let mut characters = line.char_indices().skip(1);
    while let Some((place, character)) = characters.next() {
        match character {
            '"' if place + 1 == line.len() => return Ok(Quoted { text, place: at..at + line.len() }),
            '"' => return Err(FaultKind::StrangeLine.at(at + place..at + line.len())),
            '\\' => {
                let Some((next, sign)) = characters.next() else { break };
                let wrong = FaultKind::StrangeEscape.at(at + place..at + next + sign.len_utf8());
                match sign {
                    'n' => text.push('\n'),
                    't' => text.push('\t'),
                    'r' => text.push('\r'),
                    'a' | 'b' | 'f' | 'v' => {}
                    '"' | '\\' => text.push(sign),
                    _ => return Err(wrong),
                }
            }
            other => text.push(other),
        }
    }
    Err(FaultKind::Unclosed.at(at..at + line.len()))
}
