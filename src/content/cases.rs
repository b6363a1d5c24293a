//! Lets Fluent choose the cases of a select by CLDR. In: a parsed file. Out: the same file, each selector that may count
//! handed to a function that names its case.
//!
//! Fluent's own plural rules (`intl_pluralrules`, CLDR 37) are wrong in a dozen languages, and can't be exchanged. But a
//! case is also chosen by the text that its selector gives. So `{ $n -> [one] … *[other] … }` is read as
//! `{ CASE-OF-A-NUMBER($n, "one", "other") -> [one] … *[other] … }`, and the function returns the key of the case that
//! holds. All else, variables of terms and cases within cases too, stays Fluent's.

use fluent::FluentValue;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentBundle, FluentResource};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};

use crate::content::plural::{CATEGORIES, Counting};
use crate::content::syntax::CASE_FUNCTION;
use crate::locale::Locale;

/// Gives the bundle the function that chooses cases.
pub(super) fn choose_cases<R>(bundle: &mut FluentBundle<R>, locale: &Locale) {
    let counting = Counting::of(locale);
    bundle
        .add_function(CASE_FUNCTION, move |arguments, _| choose_case(&counting, arguments))
        .expect("the bundle is new");
}

/// The key of the first case that holds for the value, which comes before the keys: its number, or its category. A text
/// is its own key.
fn choose_case<'v>(counting: &Counting, arguments: &[FluentValue<'v>]) -> FluentValue<'v> {
    let Some((value, keys)) = arguments.split_first() else { return FluentValue::Error };
    let FluentValue::Number(number) = value else { return value.clone() };
    let category = counting.category(number);
    let key = keys.iter().find_map(|key| match key {
        FluentValue::String(key) if key == category => Some(key.as_ref()),
        FluentValue::String(key) if is_number(key, number) => Some(key.as_ref()),
        _ => None,
    });
    // Where none holds, Fluent takes the default.
    key.map_or(FluentValue::Error, |key| FluentValue::try_number(key).into_owned())
}

fn is_number(key: &str, number: &FluentNumber) -> bool {
    key.parse() == Ok(number.value)
}

/// The file with its selectors handed to the function; `None` where no select may count.
pub(super) fn with_cases(resource: &FluentResource) -> Option<FluentResource> {
    let mut inserts = Vec::new();
    for entry in resource.entries() {
        let (value, attributes) = match entry {
            Entry::Message(message) => (message.value.as_ref(), &message.attributes),
            Entry::Term(term) => (Some(&term.value), &term.attributes),
            _ => continue,
        };
        let patterns = value.into_iter().chain(attributes.iter().map(|attribute| &attribute.value));
        patterns.for_each(|pattern| in_pattern(pattern, resource.source(), &mut inserts));
    }
    if inserts.is_empty() {
        return None;
    }
    let (mut text, mut done) = (String::with_capacity(2 * resource.source().len()), 0);
    for insert in inserts {
        text.push_str(&resource.source()[done..insert.at]);
        text.push_str(&insert.text);
        done = insert.at;
    }
    text.push_str(&resource.source()[done..]);
    // What did not parse before does not now, and was reported.
    Some(FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource))
}

/// What is put in before a byte of the file.
struct Insert {
    at: usize,
    text: String,
}

fn in_pattern(pattern: &Pattern<&str>, source: &str, inserts: &mut Vec<Insert>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, source, inserts);
        }
    }
}

fn in_expression(expression: &Expression<&str>, source: &str, inserts: &mut Vec<Insert>) {
    match expression {
        Expression::Inline(InlineExpression::Placeable { expression }) => {
            in_expression(expression, source, inserts);
        }
        Expression::Inline(_) => {}
        Expression::Select { selector, variants } => {
            if variants.iter().any(is_counted) {
                hand_over(selector, variants, source, inserts);
            }
            variants.iter().for_each(|variant| in_pattern(&variant.value, source, inserts));
        }
    }
}

/// Whether a case is chosen by a number.
fn is_counted(variant: &Variant<&str>) -> bool {
    match variant.key {
        VariantKey::Identifier { name } => CATEGORIES.contains(&name),
        VariantKey::NumberLiteral { .. } => true,
    }
}

/// Notes what makes a selector the first argument of the function, and the keys its others.
fn hand_over(
    selector: &InlineExpression<&str>,
    variants: &[Variant<&str>],
    source: &str,
    inserts: &mut Vec<Insert>,
) {
    let Some(first) = variants.first() else { return };
    let arrow =
        source[..offset_of(source, key_of(first))].rfind("->").expect("an arrow stands before the cases");
    let start = match selector {
        InlineExpression::StringLiteral { value } => offset_of(source, value) - 1,
        InlineExpression::NumberLiteral { value } => offset_of(source, value),
        InlineExpression::VariableReference { id } | InlineExpression::TermReference { id, .. } => {
            offset_of(source, id.name) - 1
        }
        InlineExpression::FunctionReference { id, .. } | InlineExpression::MessageReference { id, .. } => {
            offset_of(source, id.name)
        }
        // The parser takes none of these as a selector.
        InlineExpression::Placeable { .. } => return,
    };
    let keys: String = variants.iter().map(|variant| format!(", \"{}\"", key_of(variant))).collect();
    inserts.push(Insert { at: start, text: format!("{CASE_FUNCTION}(") });
    inserts.push(Insert { at: source[..arrow].trim_end().len(), text: format!("{keys})") });
}

fn key_of<'a>(variant: &Variant<&'a str>) -> &'a str {
    match variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

/// Where a slice of the tree starts in the file, whose text it borrows.
fn offset_of(source: &str, slice: &str) -> usize {
    slice.as_ptr().addr().checked_sub(source.as_ptr().addr()).expect("slices of the tree borrow its text")
}
