//! `[variables]` and `[links]` as written: what messages may ask for, and where their links lead.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Error, IntoDeserializer, Visitor};
use serde::{Deserialize, Deserializer};
use toml::Spanned;

use super::address::{AddressFault, filled_address, own_scheme};
use super::length::in_short;
use super::manifest::Organisation;
use super::read::Reading;
use super::wording::{TEXT_OR_NUMBER, which_of};
use crate::characters::settled;
use crate::content::Value;
use crate::diag::{Code, Diagnostic};
use crate::source::Span;

/// A number, for which messages can have forms of their own, or words.
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(untagged))]
pub(super) enum VariableValue {
    Number(f64),
    Text(String),
}

impl<'de> Deserialize<'de> for VariableValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<VariableValue, D::Error> {
        struct Either;

        impl Visitor<'_> for Either {
            type Value = VariableValue;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(TEXT_OR_NUMBER)
            }

            fn visit_f64<E: Error>(self, number: f64) -> Result<VariableValue, E> {
                Ok(VariableValue::Number(number))
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<VariableValue, E> {
                f64::deserialize(number.into_deserializer()).map(VariableValue::Number)
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<VariableValue, E> {
                Ok(VariableValue::Text(text.to_owned()))
            }
        }

        deserializer.deserialize_any(Either)
    }
}

/// Variables as written.
pub(super) type VariableTable = BTreeMap<Spanned<String>, Spanned<VariableValue>>;

/// The names that the organisation's own values have.
const RESERVED: [&str; 4] = ["organisation", "email", "phone", "website"];

/// The numbers that a leaflet can print; Fluent's plural rules hold no more.
const NUMBERS: std::ops::Range<f64> = 0.0..1e15;

/// The smallest number but 0: what is less has more digits than anybody reads (H).
const SMALLEST: f64 = 1e-6;

/// What messages may ask for: the organisation's values and those of the project.
pub(super) fn read_variables(
    organisation: &Organisation,
    own: VariableTable,
    file: &mut Reading<'_>,
) -> BTreeMap<String, Value> {
    let mut variables = own_values(own, file);
    let Organisation { name, email, phone, website, .. } = organisation;
    for (reserved, value) in RESERVED.into_iter().zip([name, email, phone, website]) {
        variables.insert(reserved.to_owned(), Value::Text(value.clone()));
    }
    variables
}

/// Variables as they are given, by their names; those that can't be meant are reported.
fn own_values(own: VariableTable, file: &mut Reading<'_>) -> BTreeMap<String, Value> {
    let mut variables = BTreeMap::new();
    for (name, value) in own {
        check_reserved(&name, file);
        if let VariableValue::Number(number) = value.get_ref() {
            check_number(*number, &value, file);
        }
        let value = match value.into_inner() {
            VariableValue::Number(number) => Value::Number(number),
            VariableValue::Text(text) => Value::Text(settled(&text).into_owned()),
        };
        variables.insert(name.into_inner(), value);
    }
    variables
}

/// A value that another organisation gives a variable of the project.
pub struct OtherVariable {
    /// The variable, and where it is named.
    name: (String, Span),
    /// The value, and where it stands.
    value: (Value, Span),
}

/// The variables of an organisation's file, in order; those that can't be said are reported.
pub(super) fn read_other_variables(own: VariableTable, file: &mut Reading<'_>) -> Vec<OtherVariable> {
    let places: BTreeMap<String, [Span; 2]> = own
        .iter()
        .map(|(name, value)| (name.get_ref().clone(), [file.span(name), file.span(value)]))
        .collect();
    let checked = own_values(own, file).into_iter();
    checked
        .map(|(name, value)| {
            let [named, given] = places[&name];
            OtherVariable { name: (name, named), value: (value, given) }
        })
        .collect()
}

/// Puts the values of another organisation in the place of the project's own, `places` with them; reports those of variables
/// that the project has not, and those of another kind.
pub(super) fn put_in(
    others: Vec<OtherVariable>,
    own: &mut BTreeMap<String, Value>,
    places: &mut BTreeMap<String, Span>,
    file: &mut Reading<'_>,
) {
    for OtherVariable { name: (name, named), value: (value, given) } in others {
        let Some(place) = places.get(&name).copied() else {
            if !RESERVED.contains(&name.as_str()) {
                file.error(unknown(&name, named, places));
            }
            continue;
        };
        let (kind, help) = match (&own[&name], &value) {
            (Value::Number(_), Value::Text(text)) => {
                let number = text.trim().parse().ok().filter(|number| NUMBERS.contains(number));
                let example = number.map_or_else(|| "20".to_owned(), |number: f64| number.to_string());
                ("a number", format!("write digits without quotation marks: {name} = {example}"))
            }
            (Value::Text(_), Value::Number(number)) => {
                ("words", format!("put it between quotation marks: {name} = \"{number}\""))
            }
            _ => {
                places.insert(name.clone(), given);
                own.insert(name, value);
                continue;
            }
        };
        let wrong = Diagnostic::new(Code::Manifest, format!("`{name}` is {kind} in this project"));
        let wrong = wrong.label(given, "given here").label(place, "what the project gives");
        file.error(wrong.help(help));
    }
}

/// Says that the project has no such variable.
fn unknown(name: &str, place: Span, known: &BTreeMap<String, Span>) -> Diagnostic {
    let known: Vec<&str> = known.keys().map(String::as_str).collect();
    let help = if known.is_empty() {
        "take it out: the project has no [variables]".to_owned()
    } else {
        which_of(name, &known, "the project’s variables")
    };
    Diagnostic::new(Code::Manifest, format!("there is no variable `{name}` in the project"))
        .label(place, "not known")
        .help(help)
}

/// Where variables are given, by their names.
pub(super) fn places_of(own: &VariableTable, file: &Reading<'_>) -> BTreeMap<String, Span> {
    own.iter().map(|(name, value)| (name.get_ref().clone(), file.span(value))).collect()
}

fn check_reserved(name: &Spanned<String>, file: &mut Reading<'_>) {
    if RESERVED.contains(&name.get_ref().as_str()) {
        let message = format!("${} comes from [organisation]", name.get_ref());
        let wrong = Diagnostic::new(Code::Manifest, message).label(file.span(name), "given again here");
        file.error(wrong.help("write it in [organisation], or give this variable another name"));
    }
}

fn check_number<T>(number: f64, value: &Spanned<T>, file: &mut Reading<'_>) {
    let seen = number == 0.0 || number.abs() >= SMALLEST;
    if !(NUMBERS.contains(&number) && seen) {
        let wrong = Diagnostic::new(
            Code::Manifest,
            format!("{} is no number that a leaflet can say", in_short(number)),
        );
        let wrong = wrong.label(file.span(value), "given here");
        file.error(wrong.help("give 0 or more; anything else can be written in quotation marks, as words"));
    }
}

/// The kinds of addresses that the project names for its links.
pub(super) fn read_schemes(schemes: &[Spanned<String>], file: &mut Reading<'_>) -> Vec<String> {
    let mut known = Vec::new();
    for scheme in schemes {
        match own_scheme(scheme.get_ref()) {
            Some(name) => known.push(name),
            None => {
                let message = format!("links can’t lead to addresses of the kind “{}”", scheme.get_ref());
                let wrong = Diagnostic::new(Code::Manifest, message).label(file.span(scheme), "named here");
                file.error(wrong.help("name what stands before the colon, like signal"));
            }
        }
    }
    known
}

/// The address of a link; nothing where something is wrong with it, which is reported.
pub(super) fn read_link(
    address: &Spanned<String>,
    variables: &BTreeMap<String, Value>,
    schemes: &[String],
    organisation: &Organisation,
    file: &mut Reading<'_>,
) -> String {
    filled_address(address.get_ref(), variables, schemes).unwrap_or_else(|fault| {
        // The number of another organisation is at fault, and not the link that is made of it.
        let [.., phone, _] = organisation.spans;
        let is_theirs = phone.source != file.source;
        if is_theirs && matches!(&fault, AddressFault::Phone(number, _) if *number == organisation.phone) {
            let wrong = Diagnostic::new(Code::Manifest, fault.to_string()).label(phone, "given here");
            let wrong = wrong.label(file.span(address), "a link is made of it here");
            file.error(wrong.help(
                "write it with its area code, like 604-555-0100, or with its country, like +44 20 7946 0958",
            ));
            return String::new();
        }
        let help = way_out(&fault, variables);
        let wrong = Diagnostic::new(Code::Manifest, fault.to_string());
        file.error(wrong.label(file.span(address), "asked for here").help(help));
        String::new()
    })
}

/// What to do about an address that can’t be meant.
pub(super) fn way_out(fault: &AddressFault, variables: &BTreeMap<String, Value>) -> String {
    match fault {
        AddressFault::UnknownVariable(_) => {
            let known: Vec<String> = variables.keys().map(|name| format!("{{ ${name} }}")).collect();
            format!("there are {}", known.join(", "))
        }
        AddressFault::NoScheme(_) => "begin with https://, mailto:, tel: or sms:".to_owned(),
        AddressFault::Scheme(_) => {
            "links lead to https, http, mailto, tel and sms; others that a project means stand in [project] as \
             schemes = [\"signal\"]"
                .to_owned()
        }
        AddressFault::Phone(..) => "write it like tel:+1-604-555-0100 or tel:211".to_owned(),
        AddressFault::Mail(_) => "write one address, like mailto:mail@example.org".to_owned(),
        AddressFault::NoSite(_) => "write the site behind it, like https://example.org/page".to_owned(),
        AddressFault::Web(_) => "write it like https://example.org/page".to_owned(),
        AddressFault::Blank(_) => "write a blank as %20, and no line end".to_owned(),
    }
}
