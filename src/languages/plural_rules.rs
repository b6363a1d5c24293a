//! The plural rules of CLDR for languages that the library of Unicode leaves out: it has data of those alone that CLDR covers well.
//! In: a language and a number as it is written. Out: its category.

use std::sync::LazyLock;

/// The rules of all languages that have some, a row for those of the same rules; `tests/oracles/cldr.py` writes it.
static TABLE: &str = include_str!("plurals.tsv");

static RULES: LazyLock<Vec<LanguageRules>> =
    LazyLock::new(|| TABLE.lines().map(LanguageRules::read).collect());

/// A row of the table.
struct LanguageRules {
    languages: Vec<&'static str>,
    is_ordinal: bool,
    /// The categories but `other`, each with the conditions of which one has to hold.
    categories: Vec<(&'static str, Vec<Vec<Relation>>)>,
}

/// A relation of a rule, such as `n mod 10 in 2..4` (UTS #35, Plural rules syntax).
struct Relation {
    operand: char,
    modulus: Option<u64>,
    is_within: bool,
    ranges: Vec<[u64; 2]>,
}

/// The operands of a number (UTS #35, Plural operand meanings).
struct Operands {
    /// The digits before the point.
    whole: u64,
    /// How many digits stand behind the point, and those, with and without the zeros at their end.
    places: u64,
    fraction: u64,
    trimmed: u64,
}

/// The category of a number in a language of the table, digits of Latin with a point; `None` where the table has no rules for it.
pub fn plural_category(language: &str, is_ordinal: bool, number: &str) -> Option<&'static str> {
    let rules = rules_of(language, is_ordinal)?;
    let operands = Operands::of(number);
    let holds = |all: &Vec<Relation>| all.iter().all(|relation| relation.holds(&operands));
    let found = rules.categories.iter().find(|(_, any)| any.iter().any(holds));
    Some(found.map_or("other", |(category, _)| category))
}

/// The categories of a language of the table but `other`; none where it has no rules for it.
pub fn plural_categories(language: &str, is_ordinal: bool) -> impl Iterator<Item = &'static str> {
    let rules = rules_of(language, is_ordinal);
    rules.into_iter().flat_map(|rules| rules.categories.iter().map(|(category, _)| *category))
}

fn rules_of(language: &str, is_ordinal: bool) -> Option<&'static LanguageRules> {
    RULES.iter().find(|rules| rules.is_ordinal == is_ordinal && rules.languages.contains(&language))
}

impl LanguageRules {
    fn read(row: &'static str) -> LanguageRules {
        let mut cells = row.split('\t');
        let languages = cells.next().unwrap_or_default().split(' ').collect();
        let is_ordinal = cells.next() == Some("ordinal");
        let category = |cell: &'static str| {
            let (category, rule) = cell.split_once(": ").expect("a test reads the table");
            let any = rule.split(" or ").map(|all| all.split(" and ").map(Relation::read).collect());
            (category, any.collect())
        };
        LanguageRules { languages, is_ordinal, categories: cells.map(category).collect() }
    }
}

impl Relation {
    fn read(text: &str) -> Relation {
        let mut words = text.split(' ').peekable();
        let operand = words.next().and_then(|word| word.chars().next()).expect("a test reads the table");
        let modulus = words.next_if_eq(&"mod").and_then(|_| words.next()).and_then(|word| word.parse().ok());
        let is_within = words.next_if_eq(&"not").is_none();
        let ranges = words.nth(1).expect("a test reads the table").split(',').map(|range| {
            let (first, last) = range.split_once("..").unwrap_or((range, range));
            [first, last].map(|bound| bound.parse().expect("a test reads the table"))
        });
        Relation { operand, modulus, is_within, ranges: ranges.collect() }
    }

    fn holds(&self, operands: &Operands) -> bool {
        let value = match self.operand {
            'n' | 'i' => operands.whole,
            'v' => operands.places,
            'f' => operands.fraction,
            't' => operands.trimmed,
            // Leaflets don't write 1.2M: nothing stands in for the zeros of a number.
            _ => 0,
        };
        let value = self.modulus.map_or(value, |modulus| value % modulus);
        // A whole `n` has no fraction; 1.5 lies in no range.
        let is_whole = self.operand != 'n' || operands.trimmed == 0;
        let is_in = is_whole && self.ranges.iter().any(|[first, last]| (*first..=*last).contains(&value));
        is_in == self.is_within
    }
}

impl Operands {
    fn of(number: &str) -> Operands {
        let (whole, fraction) =
            number.trim_start_matches('-').split_once('.').unwrap_or((number.trim_start_matches('-'), ""));
        let parsed = |digits: &str| digits.parse().unwrap_or(0);
        Operands {
            whole: parsed(whole),
            places: fraction.len().try_into().unwrap_or(u64::MAX),
            fraction: parsed(fraction),
            trimmed: parsed(fraction.trim_end_matches('0')),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_the_categories_of_the_table() {
        let cardinal = |language, number| plural_category(language, false, number);
        assert_eq!(
            ["0", "1", "1.5", "2"].map(|number| cardinal("mg", number)),
            ["one", "one", "other", "other"].map(Some)
        );
        assert_eq!(
            ["1", "1.0", "2", "3"].map(|number| cardinal("se", number)),
            ["one", "one", "two", "other"].map(Some)
        );
        assert_eq!(
            ["0.5", "1.9", "2"].map(|number| cardinal("ff", number)),
            ["one", "one", "other"].map(Some)
        );
        assert_eq!(cardinal("ko", "1"), None);
        assert_eq!(plural_categories("shi", false).collect::<Vec<_>>(), ["few", "one"]);
        assert!(RULES.len() > 40);
    }
}
