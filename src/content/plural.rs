//! Plural categories: which a number is of (CLDR, by `icu_plurals`), and which of them a select lacks.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use fluent_bundle::types::{FluentNumber, FluentNumberType};
use icu_decimal::input::Decimal;
use icu_locale::Locale as IcuLocale;
use icu_plurals::{PluralCategory, PluralRuleType, PluralRules, PluralRulesPreferences};

use crate::content::number::digits_of;
use crate::languages::{plural_categories, plural_category};
use crate::locale::Locale;
use crate::source::Span;

/// The plural categories (UTS #35, Language Plural Rules).
pub(super) const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The numbers that a leaflet counts: rules for millions and for fractions ask nothing of it.
const COUNTED: RangeInclusive<u32> = 0..=200;

/// A select with plural categories among its cases.
#[derive(Clone, Debug)]
pub(super) struct Plural {
    /// Its first case in the file.
    pub(super) span: Span,
    /// What it counts: 1, 2, 3 or 1st, 2nd, 3rd.
    pub(super) count: Count,
    /// The names of its cases.
    pub(super) named: BTreeSet<String>,
    /// The numbers that have cases of their own.
    pub(super) numbers: BTreeSet<u32>,
}

/// What plural categories are about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Count {
    /// How many.
    Cardinal,
    /// Which in a row.
    Ordinal,
}

/// How a language counts; one that CLDR doesn't know has one category, `other`.
#[derive(Clone)]
pub(super) struct Counting {
    preferences: PluralRulesPreferences,
    /// The language alone: its rules may be known where the library has none.
    language: String,
}

/// The rules by which a language counts.
struct CountRules<'a> {
    library: PluralRules,
    /// The language, where the library has no rules of it and CLDR has.
    left_out: Option<&'a str>,
    is_ordinal: bool,
}

impl CountRules<'_> {
    fn category(&self, number: &Decimal) -> &'static str {
        let left_out =
            self.left_out.and_then(|tag| plural_category(tag, self.is_ordinal, &number.to_string()));
        left_out.unwrap_or_else(|| category_name(self.library.category_for(number)))
    }

    /// All of them, in no order.
    fn categories(&self) -> BTreeSet<&'static str> {
        let left_out = self.left_out.into_iter().flat_map(|tag| plural_categories(tag, self.is_ordinal));
        self.library.categories().map(category_name).chain(left_out).collect()
    }
}

impl Counting {
    /// How the language of the locale counts.
    pub(super) fn of(locale: &Locale) -> Counting {
        let tag: IcuLocale = locale.library_tag().parse().unwrap_or(IcuLocale::UNKNOWN);
        Counting { preferences: PluralRulesPreferences::from(&tag), language: locale.language.clone() }
    }

    /// The category of a number as it is printed: in English `1` is `one`, and `1.0` is `other`.
    pub(super) fn category(&self, number: &FluentNumber) -> &'static str {
        let count = match number.options.r#type {
            FluentNumberType::Cardinal => Count::Cardinal,
            FluentNumberType::Ordinal => Count::Ordinal,
        };
        self.rules(count).category(&digits_of(number))
    }

    fn rules(&self, count: Count) -> CountRules<'_> {
        let kind = match count {
            Count::Cardinal => PluralRuleType::Cardinal,
            Count::Ordinal => PluralRuleType::Ordinal,
        };
        let library = PluralRules::try_new(self.preferences, kind.into());
        let library = library.expect("the data of all languages is built in");
        // Languages that count with `other` alone have no rules in CLDR's table.
        let left_out = (library.categories().count() == 1).then_some(self.language.as_str());
        CountRules { library, left_out, is_ordinal: count == Count::Ordinal }
    }

    /// The categories that a select has no case for, although the language counts with them.
    pub(super) fn missing(&self, plural: &Plural) -> Vec<&'static str> {
        let needed = self.needed(plural.count);
        let lacks = |(name, numbers): &(&str, BTreeSet<u32>)| {
            !plural.named.contains(*name) && !numbers.is_subset(&plural.numbers)
        };
        needed.into_iter().filter(lacks).map(|(name, _)| name).collect()
    }

    /// The categories of the numbers that a leaflet counts, in the order of CLDR.
    pub(super) fn categories(&self, count: Count) -> Vec<&'static str> {
        let needed = self.needed(count);
        CATEGORIES.into_iter().filter(|name| needed.contains_key(name)).collect()
    }

    /// The names of all categories that CLDR has for the language, also those of millions and of fractions.
    pub(super) fn all_categories(&self, count: Count) -> Vec<&'static str> {
        let known = self.rules(count).categories();
        CATEGORIES.into_iter().filter(|name| known.contains(name)).collect()
    }

    /// The categories of the numbers that a leaflet counts, with these numbers.
    fn needed(&self, count: Count) -> BTreeMap<&'static str, BTreeSet<u32>> {
        let rules = self.rules(count);
        let mut needed: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
        for number in COUNTED {
            needed.entry(rules.category(&Decimal::from(number))).or_default().insert(number);
        }
        needed
    }
}

/// The plural category of each number from 0 to 200 in a language.
pub fn counted_as(locale: &Locale) -> Vec<&'static str> {
    let counting = Counting::of(locale);
    let rules = counting.rules(Count::Cardinal);
    COUNTED.map(|number| rules.category(&Decimal::from(number))).collect()
}

/// The name of a category in Fluent and CLDR.
fn category_name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_have_their_categories() {
        for (tag, names) in [
            ("en", vec!["one", "other"]),
            ("tl", vec!["one", "other"]),
            ("ko", vec!["other"]),
            ("zh-Hant", vec!["other"]),
            ("ru", vec!["few", "many", "one"]),
            ("he", vec!["one", "other", "two"]),
            ("ar", vec!["few", "many", "one", "other", "two", "zero"]),
            ("xx", vec!["other"]),
        ] {
            let counting = Counting::of(&Locale::parse(tag).unwrap());
            assert_eq!(counting.needed(Count::Cardinal).into_keys().collect::<Vec<_>>(), names, "{tag}");
        }
    }
}
