//! gettext PO, written: a text a message, its name as its context. Cases of a select are plural forms where they are those of the
//! language's numbers, and messages of their own where they are not. What is out of date is fuzzy, with the former original.

use std::fmt::Write;

use super::plural_forms::PluralForms;
use super::unit::{Document, State, Unit};

/// How a line starts that says what a text was made from.
pub(super) const MADE_FROM: &str = "made from";

/// A document as PO.
pub fn write_po(document: &Document) -> Vec<u8> {
    let forms = PluralForms::of(&document.counting);
    let mut text = header(document, forms.as_ref());
    let mut rest = document.units.as_slice();
    while let [first, ..] = rest {
        let length = forms.as_ref().map_or(1, |forms| plural_length(rest, forms));
        let (units, others) = rest.split_at(length);
        rest = others;
        text.push('\n');
        match &forms {
            Some(forms) if length > 1 => plural(&mut text, units, forms),
            _ => single(&mut text, first),
        }
    }
    text.into_bytes()
}

fn header(document: &Document, forms: Option<&PluralForms>) -> String {
    let mut text = format!("# {} ({})\n", document.language, document.locale);
    let mut fields = vec![
        "Project-Id-Version: polyleaf".to_owned(),
        "POT-Creation-Date: 2000-01-01 00:00+0000".to_owned(),
        "PO-Revision-Date: 2000-01-01 00:00+0000".to_owned(),
        "Last-Translator: nobody".to_owned(),
        "Language-Team: none".to_owned(),
        format!("Language: {}", document.locale.replace('-', "_")),
        "MIME-Version: 1.0".to_owned(),
        "Content-Type: text/plain; charset=UTF-8".to_owned(),
        "Content-Transfer-Encoding: 8bit".to_owned(),
    ];
    fields.extend(forms.map(|forms| format!("Plural-Forms: {}", forms.header())));
    let header: String = fields.iter().map(|field| format!("{field}\n")).collect();
    field(&mut text, "", "msgid", "");
    field(&mut text, "", "msgstr", &header);
    text
}

/// How many of the units make one message with plural forms: as many as there are forms, or one.
fn plural_length(units: &[Unit], forms: &PluralForms) -> usize {
    let count = forms.categories.len();
    let Some((first, group)) = units.first().zip(units.get(..count)) else { return 1 };
    let is_case = |unit: &Unit| {
        let case = unit.case.as_ref().filter(|_| unit.base == first.base);
        case.is_some_and(|case| {
            let name = case.selector.strip_prefix('$').unwrap_or_default();
            let is_variable =
                !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
            is_variable && forms.categories.contains(&case.key)
        })
    };
    // What no whole number is of goes by itself: a form for all else, where the language counts with others.
    let goes_on = units.get(count).is_some_and(is_case);
    if count > 1 && group.iter().all(is_case) && !goes_on { count } else { 1 }
}

fn single(text: &mut String, unit: &Unit) {
    comments(text, unit, &[unit]);
    field(text, "", "msgctxt", &unit.id());
    field(text, "", "msgid", &unit.source);
    field(text, "", "msgstr", &unit.translation);
}

fn plural(text: &mut String, units: &[Unit], forms: &PluralForms) {
    let of = |key: &str| {
        let is_it = |unit: &&Unit| unit.case.as_ref().is_some_and(|case| case.key == key);
        units.iter().find(is_it).unwrap_or(&units[0])
    };
    let other = units.iter().find(|unit| unit.case.as_ref().is_some_and(|case| case.is_default));
    let members: Vec<&Unit> = units.iter().collect();
    comments(text, &units[0], &members);
    field(text, "", "msgctxt", &units[0].base);
    field(text, "", "msgid", &of("one").source);
    let other = other.or(units.last()).unwrap_or(&units[0]);
    field(text, "", "msgid_plural", &other.source);
    for (number, category) in forms.categories.iter().enumerate() {
        field(text, "", &format!("msgstr[{number}]"), &of(category).translation);
    }
}

fn comments(text: &mut String, unit: &Unit, members: &[&Unit]) {
    for line in unit.remark().lines() {
        let _ = writeln!(text, "{}", format!("#. {line}").trim_end());
    }
    for member in members {
        let case = member.case.as_ref().filter(|_| members.len() > 1);
        let case = case.map(|case| format!(" [{}]", case.key)).unwrap_or_default();
        let _ = writeln!(text, "#. {MADE_FROM}{case}: {}", member.stamp);
    }
    let name = if members.len() > 1 { unit.base.clone() } else { unit.id() };
    let _ = writeln!(text, "#: {}:{name}", unit.file);
    if unit.state == State::Outdated && !unit.translation.is_empty() {
        text.push_str("#, fuzzy\n");
        if let Some(was) = &unit.was {
            field(text, "#| ", "msgid", was);
        }
    }
}

/// A field, a line of the file for each of the text.
fn field(text: &mut String, before: &str, name: &str, value: &str) {
    let lines: Vec<&str> = value.split_inclusive('\n').collect();
    match lines.as_slice() {
        [] => {
            let _ = writeln!(text, "{before}{name} \"\"");
        }
        [line] if !line.ends_with('\n') => {
            let _ = writeln!(text, "{before}{name} \"{}\"", escaped(line));
        }
        lines => {
            let _ = writeln!(text, "{before}{name} \"\"");
            for line in lines {
                let _ = writeln!(text, "{before}\"{}\"", escaped(line));
            }
        }
    }
}

fn escaped(line: &str) -> String {
    let mut escaped = String::with_capacity(line.len());
    for character in line.chars() {
        match character {
            '\\' => escaped.push_str("\\\\"),
            '"' => escaped.push_str("\\\""),
            '\n' => escaped.push_str("\\n"),
            '\t' => escaped.push_str("\\t"),
            '\r' => escaped.push_str("\\r"),
            other => escaped.push(other),
        }
    }
    escaped
}
