//! The plural forms of gettext. In: how a language counts (CLDR), or the `Plural-Forms` of a file. Out: which form is which plural
//! category. The rules are those of the gettext manual and of translation tools; which one is a language's, CLDR decides.

/// How many parentheses and signs a rule may hold within one another.
const MOST_DEPTH: usize = 40;

/// Rules that languages count by.
const RULES: &[&str] = &[
    "0",
    "n != 1",
    "n > 1",
    "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2",
    "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2",
    "n==1 ? 0 : n>=2 && n<=4 ? 1 : 2",
    "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=9 && (n%100<11 || n%100>19) ? 1 : 2",
    "n%10==0 || (n%100>=11 && n%100<=19) ? 0 : n%10==1 && n%100!=11 ? 1 : 2",
    "n==1 ? 0 : n==0 || (n%100>0 && n%100<20) ? 1 : 2",
    "n==1 ? 0 : n==2 ? 1 : 2",
    "n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3",
    "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5",
    "n==1 ? 0 : n==2 ? 1 : n>=3 && n<=6 ? 2 : n>=7 && n<=10 ? 3 : 4",
    "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5",
    "n==1 || n==11 ? 0 : n==2 || n==12 ? 1 : n>=3 && n<=19 ? 2 : 3",
    "n==1 ? 0 : n==2 ? 1 : n==0 || (n%100>=3 && n%100<=10) ? 2 : n%100>=11 && n%100<=19 ? 3 : 4",
    "n==0 ? 0 : n==1 ? 1 : 2",
    "n==1 || n==2 || n==3 || (n%10!=4 && n%10!=6 && n%10!=9) ? 0 : 1",
    "n%10!=1 || n%100==11",
    "n==0 || n==1 || (n>=11 && n<=99) ? 0 : 1",
    "n%10==1 && n%100!=11 && n%100!=71 && n%100!=91 ? 0 : n%10==2 && n%100!=12 && n%100!=72 && n%100!=92 ? 1 : \
     (n%10==3 || n%10==4 || n%10==9) && (n%100<10 || n%100>19) && (n%100<70 || n%100>79) && (n%100<90 || n%100>99) ? 2 : 3",
    "n<=1 ? 0 : n<=10 ? 1 : 2",
    "n%10==1 ? 0 : n%10==2 ? 1 : n%20==0 ? 2 : 3",
    "n%10==1 && n%100!=11 ? 0 : n==2 ? 1 : n%10>=2 && n%10<=9 && (n%100<11 || n%100>19) ? 2 : 3",
    "n==0 ? 0 : n==1 ? 1 : n%20==2 || (n%1000==0 && ((n%100000>=1000 && n%100000<=20000) || n%100000==40000 || \
     n%100000==60000 || n%100000==80000)) || n%1000000==100000 ? 2 : n%20==3 ? 3 : n%20==1 ? 4 : 5",
];

/// The plural forms of a language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct PluralForms {
    /// The category of each form.
    pub(super) categories: Vec<String>,
    /// Which form a number takes, as a rule in C.
    pub(super) rule: String,
}

impl PluralForms {
    /// Those of a language that counts so from 0 on; none where no rule is known that counts alike.
    pub(super) fn of(counting: &[&str]) -> Option<PluralForms> {
        let forms = RULES.iter().filter_map(|rule| {
            let categories = forms_by(rule, counting)?;
            Some(PluralForms { categories, rule: (*rule).to_owned() })
        });
        // Of rules that count alike, the one whose forms stand in the usual order.
        forms.min_by_key(|forms| !forms.is_in_order())
    }

    fn is_in_order(&self) -> bool {
        const ORDER: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
        self.categories.is_sorted_by_key(|category| ORDER.iter().position(|known| known == category))
    }

    /// The category of each form of a file, by the value of its `Plural-Forms`; none where that can't be understood or does not count
    /// as the language does.
    pub(super) fn read(header: &str, counting: &[&str]) -> Option<PluralForms> {
        let (_, rule) = header.split_once("plural=").filter(|(before, _)| before.contains("nplurals"))?;
        let rule = rule.trim().trim_end_matches(';').to_owned();
        Some(PluralForms { categories: forms_by(&rule, counting)?, rule })
    }

    /// The header of a file.
    pub(super) fn header(&self) -> String {
        format!("nplurals={}; plural={};", self.categories.len(), self.rule)
    }
}

/// The category of each form that a rule has, where each form is of one category and each category of one form.
fn forms_by(rule: &str, counting: &[&str]) -> Option<Vec<String>> {
    let mut forms: Vec<Option<&str>> = Vec::new();
    for (number, category) in (0..).zip(counting) {
        let form = usize::try_from(value(rule, number)?).ok().filter(|form| *form < 10)?;
        if forms.len() <= form {
            forms.resize(form + 1, None);
        }
        let is_other = forms[form].is_some_and(|known| known != *category);
        let is_elsewhere =
            forms.iter().enumerate().any(|(at, known)| at != form && *known == Some(*category));
        if is_other || is_elsewhere {
            return None;
        }
        forms[form] = Some(category);
    }
    forms.into_iter().map(|form| form.map(str::to_owned)).collect()
}

/// What a rule gives for a number.
fn value(rule: &str, number: i64) -> Option<i64> {
    let mut reader = Rule { rest: rule, number, depth: 0 };
    let value = reader.choice()?;
    reader.rest.trim_start().is_empty().then_some(value)
}

/// A rule as far as it was not read yet.
struct Rule<'a> {
    rest: &'a str,
    number: i64,
    depth: usize,
}

/// Signs between two values, by how loosely they bind.
const SIGNS: [&[&str]; 6] =
    [&["||"], &["&&"], &["==", "!="], &["<=", ">=", "<", ">"], &["+", "-"], &["*", "/", "%"]];

impl Rule<'_> {
    fn takes(&mut self, sign: &str) -> bool {
        let rest = self.rest.trim_start();
        let taken = rest.strip_prefix(sign);
        self.rest = taken.unwrap_or(rest);
        taken.is_some()
    }

    fn choice(&mut self) -> Option<i64> {
        self.depth += 1;
        if self.depth > MOST_DEPTH {
            return None;
        }
        let condition = self.binary(0)?;
        let value = if self.takes("?") {
            let yes = self.choice()?;
            let no = self.takes(":").then(|| self.choice())??;
            if condition != 0 { yes } else { no }
        } else {
            condition
        };
        self.depth -= 1;
        Some(value)
    }

    fn binary(&mut self, level: usize) -> Option<i64> {
        let Some(signs) = SIGNS.get(level) else { return self.single() };
        let mut left = self.binary(level + 1)?;
        while let Some(sign) = signs.iter().find(|sign| self.takes(sign)) {
            let right = self.binary(level + 1)?;
            left = combined(left, sign, right)?;
        }
        Some(left)
    }

    fn single(&mut self) -> Option<i64> {
        if self.takes("!") {
            self.depth += 1;
            let value = if self.depth > MOST_DEPTH { None } else { self.single() };
            self.depth -= 1;
            return value.map(|value| i64::from(value == 0));
        }
        if self.takes("(") {
            let value = self.choice()?;
            return self.takes(")").then_some(value);
        }
        if self.takes("n") {
            return Some(self.number);
        }
        let digits = self.rest.len() - self.rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let value = self.rest[..digits].parse().ok();
        self.rest = &self.rest[digits..];
        value
    }
}

fn combined(left: i64, sign: &str, right: i64) -> Option<i64> {
    Some(match sign {
        "||" => i64::from(left != 0 || right != 0),
        "&&" => i64::from(left != 0 && right != 0),
        "==" => i64::from(left == right),
        "!=" => i64::from(left != right),
        "<=" => i64::from(left <= right),
        ">=" => i64::from(left >= right),
        "<" => i64::from(left < right),
        ">" => i64::from(left > right),
        "+" => left.checked_add(right)?,
        "-" => left.checked_sub(right)?,
        "*" => left.checked_mul(right)?,
        "/" => left.checked_div(right)?,
        _ => left.checked_rem(right)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::counted_as;
    use crate::locale::Locale;

    fn counting(tag: &str) -> Vec<&'static str> {
        counted_as(&Locale::parse(tag).unwrap())
    }

    #[test]
    fn languages_have_the_forms_that_they_count_with() {
        for (tag, categories) in [
            ("ko", "other"),
            ("th", "other"),
            ("en", "one other"),
            ("fr", "one other"),
            ("tl", "one other"),
            ("ru", "one few many"),
            ("uk", "one few many"),
            ("pl", "one few many"),
            ("cs", "one few other"),
            ("lt", "one few other"),
            ("lv", "zero one other"),
            ("ro", "one few other"),
            ("he", "one two other"),
            ("sl", "one two few other"),
            ("ar", "zero one two few many other"),
            ("ga", "one two few many other"),
            ("cy", "zero one two few many other"),
        ] {
            let forms = PluralForms::of(&counting(tag)).unwrap_or_else(|| panic!("{tag}"));
            assert_eq!(forms.categories.join(" "), categories, "{tag}");
        }
    }

    #[test]
    fn every_language_of_cldr_has_a_rule_with_its_own_categories() {
        let mut lacking = Vec::new();
        for [tag, ..] in crate::languages::cldr_languages() {
            let Some(locale) = Locale::parse(tag) else { continue };
            let counting = counted_as(&locale);
            let wanted: std::collections::BTreeSet<&str> = counting.iter().copied().collect();
            match PluralForms::of(&counting) {
                Some(forms)
                    if forms
                        .categories
                        .iter()
                        .map(String::as_str)
                        .collect::<std::collections::BTreeSet<_>>()
                        == wanted => {}
                _ => lacking.push(tag),
            }
        }
        assert!(lacking.is_empty(), "{lacking:?}");
    }

    #[test]
    fn a_file_may_have_a_rule_of_its_own() {
        let ru = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);";
        assert_eq!(PluralForms::read(ru, &counting("ru")).unwrap().categories, ["one", "few", "many"]);
        let turned = "nplurals=2; plural=(n == 1) ? 1 : 0;";
        assert_eq!(PluralForms::read(turned, &counting("en")).unwrap().categories, ["other", "one"]);
        for wrong in [
            "nplurals=2; plural=n > 1;",
            "nplurals=2; plural=(n",
            "plural=n",
            "nplurals=2; plural=1/0;",
            "nplurals=1; plural=0-1;",
            "nplurals=2; plural=99999999999999999999;",
        ] {
            assert_eq!(PluralForms::read(wrong, &counting("en")), None, "{wrong}");
        }
        let deep = format!("nplurals=1; plural={}0", "(!".repeat(100_000));
        assert_eq!(PluralForms::read(&deep, &counting("en")), None);
    }
}
