//! Numbers as a language writes and counts them: groups of three digits, plural categories.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use fluent::{FluentArgs, FluentValue};
use fluent_bundle::{FluentBundle, FluentResource};

use crate::content::entries::{Count, Plural};
use crate::locale::Locale;

/// The plural categories (UTS #35, Language Plural Rules).
pub(super) const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The numbers that a leaflet counts: rules for millions and for fractions ask nothing of it.
const COUNTED: RangeInclusive<u32> = 0..=200;

/// Makes the bundle write numbers as the language does (CLDR 46, `decimalFormats`; spaces as narrow no-break spaces).
pub(super) fn write_numbers<R>(bundle: &mut FluentBundle<R>, language: &str) {
    bundle.set_formatter(Some(match language {
        "es" | "fr" | "hu" | "pl" | "ru" | "uk" => grouped::<'\u{202F}', ',', _>,
        "de" | "id" | "it" | "pt" | "ro" | "vi" => grouped::<'.', ',', _>,
        _ => grouped::<',', '.', _>,
    }));
}

/// A number with its digits in groups of three, unless it asks for none.
fn grouped<const GROUP: char, const POINT: char, M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let plain = match number.options.maximum_fraction_digits {
        Some(most) => shortened(number.value, most),
        None => number.value.to_string(),
    };
    let (sign, plain) = plain.strip_prefix('-').map_or(("", plain.as_str()), |plain| ("-", plain));
    let (integer, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let mut written = sign.to_owned();
    for (at, digit) in integer.chars().enumerate() {
        if number.options.use_grouping && at > 0 && (integer.len() - at) % 3 == 0 {
            written.push(GROUP);
        }
        written.push(digit);
    }
    let most = number.options.maximum_fraction_digits.unwrap_or(usize::MAX);
    let least = number.options.minimum_fraction_digits.unwrap_or(0).min(most);
    if !fraction.is_empty() || least > 0 {
        written.push(POINT);
        written.push_str(&format!("{fraction:0<least$}"));
    }
    Some(written)
}

/// The number rounded to so many digits after the point, without zeros at the end.
fn shortened(value: f64, most: usize) -> String {
    let rounded = format!("{value:.most$}");
    match rounded.contains('.') {
        true => rounded.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => rounded,
    }
}

/// The categories that a language puts the numbers of `COUNTED` in, with these numbers.
pub(super) struct Categories(BTreeMap<Count, BTreeMap<String, BTreeSet<u32>>>);

impl Categories {
    /// The categories of the language.
    pub(super) fn of(locale: &Locale) -> Categories {
        let cardinal = (Count::Cardinal, sort(locale, "$n"));
        let ordinal = (Count::Ordinal, sort(locale, "NUMBER($n, type: \"ordinal\")"));
        Categories(BTreeMap::from([cardinal, ordinal]))
    }

    /// The categories that a select has no case for, although the language needs them.
    pub(super) fn missing(&self, plural: &Plural) -> Vec<String> {
        let needed = self.0.get(&plural.count).into_iter().flatten();
        let lacking = needed
            .filter(|(name, numbers)| !plural.named.contains(*name) && !numbers.is_subset(&plural.numbers))
            .map(|(name, _)| name.clone());
        lacking.collect()
    }
}

/// Asks Fluent's own plural rules, which the crate keeps to itself, by way of a message that names its case.
fn sort(locale: &Locale, selector: &str) -> BTreeMap<String, BTreeSet<u32>> {
    let cases: String = CATEGORIES.iter().map(|name| format!("  [{name}] {name}\n")).collect();
    let probe = format!("probe = {{ {selector} ->\n{} }}\n", cases.replace("  [other]", " *[other]"));
    let resource = FluentResource::try_new(probe).expect("the probe is Fluent");
    let mut bundle = FluentBundle::new(vec![locale.library_tag().parse().unwrap_or_default()]);
    bundle.add_builtins().expect("the bundle is new");
    bundle.add_resource(&resource).expect("the bundle is new");
    let message =
        bundle.get_message("probe").and_then(|message| message.value()).expect("the probe has a value");
    let mut sorted: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
    for number in COUNTED {
        let mut arguments = FluentArgs::new();
        arguments.set("n", number);
        let category = bundle.format_pattern(message, Some(&arguments), &mut vec![]);
        sorted.entry(category.into_owned()).or_default().insert(number);
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(locale: &str, value: &str) -> String {
        let resource = FluentResource::try_new(format!("a = {{ {value} }}\n")).unwrap();
        let mut bundle = FluentBundle::new(vec![]);
        bundle.add_builtins().unwrap();
        write_numbers(&mut bundle, locale);
        bundle.add_resource(&resource).unwrap();
        let value = bundle.get_message("a").unwrap().value().unwrap();
        bundle.format_pattern(value, None, &mut vec![]).into_owned()
    }

    #[test]
    fn digits_are_grouped_as_the_language_does() {
        for (locale, value, written) in [
            ("en", "1000", "1,000"),
            ("en", "-1234567.50", "-1,234,567.50"),
            ("fr", "12345.5", "12\u{202F}345,5"),
            ("es", "1000", "1\u{202F}000"),
            ("de", "1000", "1.000"),
            ("en", "NUMBER(2015, useGrouping: \"false\")", "2015"),
            ("en", "NUMBER(2.345, maximumFractionDigits: 1)", "2.3"),
            ("en", "NUMBER(200, maximumFractionDigits: 0)", "200"),
            ("en", "NUMBER(2, minimumFractionDigits: 2)", "2.00"),
            ("en", "999", "999"),
        ] {
            assert_eq!(write(locale, value), written);
        }
    }

    #[test]
    fn languages_have_their_categories() {
        for (tag, names) in [
            ("en", vec!["one", "other"]),
            ("tl", vec!["one", "other"]),
            ("ko", vec!["other"]),
            ("zh-Hant", vec!["other"]),
            ("ru", vec!["few", "many", "one"]),
            ("ar", vec!["few", "many", "one", "other", "two", "zero"]),
        ] {
            let categories = Categories::of(&Locale::parse(tag).unwrap());
            assert_eq!(categories.0[&Count::Cardinal].keys().collect::<Vec<_>>(), names, "{tag}");
        }
    }
}
