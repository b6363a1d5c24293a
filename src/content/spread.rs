//! Messages case by case, as they are printed. In: the files of a language. Out: each message that chooses, in every case that it is
//! written in: each case is written out as a message of its own, and put together as any other.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant};

use std::collections::BTreeMap;

use crate::content::catalog::Catalog;
use crate::content::check::key_text;
use crate::content::context::Context;
use crate::content::file::FluentFile;
use crate::content::rich::RichText;
use crate::content::written::{expression_text, inline_text};
use crate::diag::Diagnostics;
use crate::locale::Locale;
use crate::source::Sources;

/// How many cases of a message are shown: cases within cases multiply (H).
const MOST_CASES: usize = 64;
/// What starts a line of text that Fluent would take for something else.
const SPECIAL: [char; 4] = ['[', '*', '.', '}'];

/// A message in one of its cases.
#[derive(Clone, Debug)]
pub struct CaseText {
    /// Which case, by what decides: `$count: one`.
    pub case: String,
    /// Whether it is the one for all else.
    pub is_default: bool,
    /// What is printed; `None` where something is wrong with it.
    pub text: Option<RichText>,
    /// What is written.
    pub written: String,
}

/// A case as it is written.
#[derive(Clone, Default)]
struct Branch {
    /// What decides, and the name of the case that it takes.
    choices: Vec<(String, String)>,
    is_other: bool,
    written: String,
}

/// The cases of all messages of a language that have any. `files` are its texts by their names.
pub fn case_texts(
    locale: &Locale,
    files: &[(String, String)],
    context: &Context<'_>,
) -> BTreeMap<String, Vec<CaseText>> {
    let (mut sources, mut unheard) = (Sources::default(), Diagnostics::default());
    let mut ids: Vec<_> = files.iter().map(|(name, text)| sources.add(name, text)).collect();
    let mut branches: BTreeMap<String, Vec<Branch>> = BTreeMap::new();
    for id in &ids {
        let file = FluentFile::read(*id, &sources, &mut unheard);
        for entry in file.resource.entries() {
            let Entry::Message(message) = entry else { continue };
            let Some(pattern) = &message.value else { continue };
            let own = spread(pattern);
            if own.iter().any(|branch| !branch.choices.is_empty()) {
                branches.entry(message.id.name.to_owned()).or_insert(own);
            }
        }
    }
    if branches.is_empty() {
        return BTreeMap::new();
    }
    let name = |id: &str, number: usize| format!("{id}__case__{number}");
    let mut text = String::new();
    for (id, own) in &branches {
        for (number, branch) in own.iter().enumerate() {
            text += &format!("{} = {}\n", name(id, number), as_pattern(&branch.written));
        }
    }
    ids.push(sources.add("cases.ftl", &text));
    let catalog = Catalog::load(locale.clone(), &ids, &sources, context, &mut unheard);
    let told = |(id, own): (String, Vec<Branch>)| {
        let texts = own.into_iter().enumerate().map(|(number, branch)| CaseText {
            case: branch
                .choices
                .iter()
                .map(|(by, key)| format!("{by}: {key}"))
                .collect::<Vec<_>>()
                .join(", "),
            is_default: !branch.is_other,
            text: catalog.get(&name(&id, number)).cloned(),
            written: branch.written,
        });
        let texts = texts.collect();
        (id, texts)
    };
    branches.into_iter().map(told).collect()
}

/// A text that was kept as it was written (`Catalog::written`), as a file that defines it.
pub fn written_file(id: &str, written: &str) -> String {
    let mut file = format!("{id} =");
    for (number, line) in with_cases_apart(written).lines().enumerate() {
        let name = line.split_once(" = ").map(|(name, _)| name);
        let defines = name.is_some_and(|name| {
            let letters = name.strip_prefix('-').unwrap_or(name);
            letters.starts_with(|c: char| c.is_ascii_alphabetic())
                && letters.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        });
        match (number, defines) {
            (0, _) => file += &format!(" {line}"),
            (_, true) => file += &format!("\n{line}"),
            (_, false) => file += &format!("\n    {line}"),
        }
    }
    file + "\n"
}

/// The same with each case of a select on a line of its own, as Fluent asks for it.
fn with_cases_apart(written: &str) -> String {
    let mut text = String::new();
    // Whether each brace that is open is that of a select.
    let mut open: Vec<bool> = Vec::new();
    for (at, c) in written.char_indices() {
        let rest = &written[at..];
        let is_select = open.last() == Some(&true);
        match c {
            '{' => open.push(false),
            '-' if rest.starts_with("->") => open.iter_mut().last().into_iter().for_each(|last| *last = true),
            ' ' if is_select && (rest.starts_with(" [") || rest.starts_with(" *[")) => text.push('\n'),
            '}' if open.pop() == Some(true) => text.push('\n'),
            _ => {}
        }
        text.push(c);
    }
    text
}

/// A message as it stands in one of these texts, from its name to the next one’s.
pub fn standing_text(id: &str, files: &[(String, String)]) -> Option<String> {
    let is_it = |entry: &&str| {
        entry.strip_prefix(id).is_some_and(|rest| rest.trim_start_matches(' ').starts_with('='))
    };
    let of_file = |(name, text): &(String, String)| {
        let mut sources = Sources::default();
        let source = sources.add(name, text);
        let file = FluentFile::read(source, &sources, &mut Diagnostics::default());
        let text = file.resource.source();
        let starts: Vec<usize> = file.starts().collect();
        let ends = starts.iter().copied().skip(1).chain([text.len()]);
        let mut entries = starts.iter().zip(ends).map(|(start, end)| &text[*start..end]);
        let own = entries.find(is_it)?;
        // A comment is of what follows it; no line of a text starts so.
        Some(own[..own.find("\n#").unwrap_or(own.len())].trim_end().to_owned())
    };
    files.iter().find_map(of_file)
}

/// A text as Fluent reads it after the name of a message.
fn as_pattern(written: &str) -> String {
    let mut lines = written.lines();
    let mut pattern = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        let opening = if line.trim_start().starts_with(SPECIAL) { "{ \"\" }" } else { "" };
        pattern += &format!("\n    {opening}{line}");
    }
    pattern
}

/// A pattern in each of its cases.
fn spread(pattern: &Pattern<&str>) -> Vec<Branch> {
    let mut branches = vec![Branch::default()];
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => {
                branches.iter_mut().for_each(|branch| branch.written += value);
            }
            PatternElement::Placeable { expression } => branches = chosen(branches, expression),
        }
    }
    branches
}

/// What was written so far, with an expression after it in each case that this has.
fn chosen(mut before: Vec<Branch>, expression: &Expression<&str>) -> Vec<Branch> {
    let (selector, variants) = match expression {
        Expression::Select { selector, variants } => (inline_text(selector), variants),
        Expression::Inline(InlineExpression::Placeable { expression }) => return chosen(before, expression),
        Expression::Inline(_) => {
            let text = format!("{{ {} }}", expression_text(expression));
            before.iter_mut().for_each(|branch| branch.written += &text);
            return before;
        }
    };
    let all = before.len() * variants.len() <= MOST_CASES;
    let mut after = Vec::new();
    for variant in variants.iter().filter(|variant: &&Variant<&str>| variant.default || all) {
        let key = key_text(&variant.key);
        // Of more cases than are shown those for all else are kept.
        let mut inner = spread(&variant.value);
        inner.sort_by_key(|branch| branch.is_other);
        inner.truncate((MOST_CASES / before.len().max(1)).max(1));
        for branch in &before {
            let known = branch.choices.iter().find(|(by, _)| *by == selector);
            // What was decided once is decided alike again.
            if known.is_some_and(|(_, known)| known != key) {
                continue;
            }
            for own in &inner {
                // A case within a case of the same selector is decided, too.
                let differs = |(by, key): &(String, String)| {
                    branch.choices.iter().any(|(known, own)| known == by && own != key)
                };
                if own.choices.iter().any(differs) {
                    continue;
                }
                let mut branch = branch.clone();
                if known.is_none() {
                    branch.choices.push((selector.clone(), key.to_owned()));
                    branch.is_other |= !variant.default;
                }
                branch.choices.extend(own.choices.iter().cloned());
                branch.is_other |= own.is_other;
                branch.written += &own.written;
                after.push(branch);
            }
        }
    }
    if after.is_empty() { before } else { after }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::content::context::Value;

    fn cases(text: &str) -> Vec<(String, String)> {
        let variables = BTreeMap::from([("hours".to_owned(), Value::Number(24.0))]);
        let context = Context { variables: &variables, links: &BTreeSet::new() };
        let files = [("a.ftl".to_owned(), text.to_owned())];
        let locale = Locale::parse("en").unwrap();
        let mut cases = case_texts(&locale, &files, &context);
        let told = |case: CaseText| (case.case, case.text.map_or("–".to_owned(), |text| text.text));
        cases.remove("a").unwrap_or_default().into_iter().map(told).collect()
    }

    fn told(cases: &[(&str, &str)]) -> Vec<(String, String)> {
        cases.iter().map(|(case, text)| ((*case).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn each_case_is_put_together_as_it_would_be_printed() {
        let text = "-who = we\na = Call { -who } within { $hours ->\n    [one] <strong>an hour</strong>\n   *[other] { $hours } hours\n  }.\nb = x\n";
        assert_eq!(
            cases(text),
            told(&[
                ("$hours: one", "Call we within an hour."),
                ("$hours: other", "Call we within 24 hours.")
            ])
        );
        assert_eq!(cases("a = no choice\n"), []);
    }

    #[test]
    fn cases_within_cases_and_of_one_selector() {
        let text = "a = { $x ->\n   *[p] P{ $y ->\n       *[q] Q\n        [r] R\n    }\n    [s] S\n  }{ $x ->\n   *[p] 1\n    [s] 2\n  }\n";
        let variables = BTreeMap::from(
            [("x", "p"), ("y", "q")].map(|(name, value)| (name.to_owned(), Value::Text(value.to_owned()))),
        );
        let context = Context { variables: &variables, links: &BTreeSet::new() };
        let files = [("a.ftl".to_owned(), text.to_owned())];
        let cases = case_texts(&Locale::parse("en").unwrap(), &files, &context).remove("a").unwrap();
        let told: Vec<(&str, &str)> = cases
            .iter()
            .map(|case| (case.case.as_str(), case.text.as_ref().unwrap().text.as_str()))
            .collect();
        assert_eq!(told, [("$x: p, $y: q", "PQ1"), ("$x: p, $y: r", "PR1"), ("$x: s", "S2")]);
    }

    #[test]
    fn no_message_has_more_cases_than_are_shown() {
        let many: String = (0..60).map(|case| format!("    [c{case}] {case}\n")).collect();
        let inner = |by: &str| format!("{{ ${by} ->\n{many}   *[other] all\n  }}");
        let each: String =
            ["q", "r", "s", "t"].map(|by| format!("{{ $p{by} ->\n   *[x] {}\n  }}", inner(by))).concat();
        let count = cases(&format!("a = {each}\n")).len();
        assert!((1..=MOST_CASES * 2).contains(&count), "{count}");
    }

    #[test]
    fn kept_words_are_a_file_again() {
        let written = "See { -who }.\n\nNext.\n-who = we";
        assert_eq!(written_file("a", written), "a = See { -who }.\n    \n    Next.\n-who = we\n");
        let text = "a = { $hours ->\n    [one] an hour\n   *[other] { $hours } hours\n  }.\n";
        let kept = "{ $hours -> [one] an hour *[other] { $hours } hours }.";
        assert_eq!(cases(&written_file("a", kept)), cases(text));
    }

    #[test]
    fn a_message_is_found_as_it_stands() {
        let files =
            [("a.ftl".to_owned(), "x = 1\nab = no\na = torn { $\n    more\n\n# note\nb = 2\n".to_owned())];
        assert_eq!(standing_text("a", &files).as_deref(), Some("a = torn { $\n    more"));
        assert_eq!(standing_text("c", &files), None);
    }
}
