//! Follows the references between entries: finds circles, what a broken entry breaks, what terms lack, and adds up
//! what a message holds together with all that it uses.

use std::collections::BTreeMap;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};

use crate::content::entries::{Entries, Entry, Reference, ValueFacts};
use crate::diag::{Code, Diagnostic, Diagnostics};

/// How many placeables Fluent puts in for one message (`MAX_PLACEABLES` of fluent-bundle's resolver, which can panic
/// beyond it).
const MAX_PLACEABLES: u32 = 100;

/// Follows all references, marks what is broken and completes the facts of the others.
pub(super) fn follow_references(entries: &mut Entries<'_>, diagnostics: &mut Diagnostics) {
    let mut costs: BTreeMap<String, u32> = BTreeMap::new();
    for at in used_first(entries, diagnostics) {
        let references = entries.list[at].facts.references.clone();
        let mut facts = entries.list[at].facts.clone();
        let mut broken = entries.list[at].broken;
        for reference in &references {
            let Some(used) = entries.find(&reference.key) else {
                broken = true;
                continue;
            };
            broken |= entries.list[used].broken;
            for lacking in lacking_variables(entries, at, used, reference) {
                diagnostics.error(lacking);
                broken = true;
            }
            add_facts(&mut facts, entries, used);
        }
        let cost = entries.list[at].pattern.map_or(0, |pattern| cost(pattern, &costs));
        if cost > MAX_PLACEABLES && !broken {
            diagnostics.error(too_many(entries, at));
            broken = true;
        }
        costs.insert(entries.list[at].key.clone(), cost);
        entries.list[at].facts = facts;
        entries.list[at].broken = broken;
    }
}

/// Adds what a used entry holds to the facts of the one that uses it. The variables of a term are its own.
fn add_facts(facts: &mut ValueFacts, entries: &Entries<'_>, used: usize) {
    let used = &entries.list[used];
    if !used.is_term() {
        facts.shown.extend(used.facts.shown.iter().cloned());
        facts.selected.extend(used.facts.selected.iter().cloned());
    }
}

/// Variables that have no value where an entry uses another: those that a term is not given, and those of a message
/// that a term uses. Fluent would print their names.
fn lacking_variables(
    entries: &Entries<'_>,
    at: usize,
    used: usize,
    reference: &Reference,
) -> Vec<Diagnostic> {
    let (user, used) = (&entries.list[at], &entries.list[used]);
    if used.broken || !(used.is_term() || user.is_term()) {
        return vec![];
    }
    let missing = used.facts.shown.iter().filter(|name| !used.is_term() || !reference.given.contains(*name));
    missing.map(|name| lacking_variable(used, name, reference)).collect()
}

fn lacking_variable(used: &Entry<'_>, name: &str, reference: &Reference) -> Diagnostic {
    let key = &used.key;
    let help = if used.is_term() {
        format!("write {{ {key}({name}: \"...\") }}")
    } else {
        format!("put {{ {key} }} into the messages that use the term")
    };
    Diagnostic::new(Code::UnknownVariable, format!("`{key}` needs ${name}, which has no value here"))
        .label(reference.span, format!("${name} is not given"))
        .help(help)
}

fn too_many(entries: &Entries<'_>, at: usize) -> Diagnostic {
    let entry = &entries.list[at];
    let message = format!("`{}` puts more than {MAX_PLACEABLES} variables and terms together", entry.key);
    Diagnostic::new(Code::Reference, message)
        .label(entry.id, "too many, with those of what it uses")
        .help("split it into several messages")
}

/// How many placeables a pattern asks for at most, given those of the entries that it uses.
fn cost(pattern: &Pattern<&str>, costs: &BTreeMap<String, u32>) -> u32 {
    pattern.elements.iter().fold(0, |sum: u32, element| match element {
        PatternElement::TextElement { .. } => sum,
        PatternElement::Placeable { expression } => {
            sum.saturating_add(1).saturating_add(cost_of_expression(expression, costs))
        }
    })
}

fn cost_of_expression(expression: &Expression<&str>, costs: &BTreeMap<String, u32>) -> u32 {
    match expression {
        Expression::Inline(inline) => cost_of_inline(inline, costs),
        Expression::Select { selector, variants } => {
            let cases = variants.iter().map(|variant| cost(&variant.value, costs)).max();
            cost_of_inline(selector, costs).saturating_add(cases.unwrap_or(0))
        }
    }
}

fn cost_of_inline(inline: &InlineExpression<&str>, costs: &BTreeMap<String, u32>) -> u32 {
    let of = |sign: &str, name: &str, attribute: Option<&str>| {
        let dot = if attribute.is_some() { "." } else { "" };
        costs.get(&format!("{sign}{name}{dot}{}", attribute.unwrap_or(""))).copied().unwrap_or(0)
    };
    match inline {
        InlineExpression::MessageReference { id, attribute } => {
            of("", id.name, attribute.as_ref().map(|attribute| attribute.name))
        }
        InlineExpression::TermReference { id, attribute, arguments } => {
            let own = of("-", id.name, attribute.as_ref().map(|attribute| attribute.name));
            let positional = arguments.iter().flat_map(|arguments| &arguments.positional);
            positional.fold(own, |sum, argument| sum.saturating_add(cost_of_inline(argument, costs)))
        }
        InlineExpression::Placeable { expression } => cost_of_expression(expression, costs),
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::FunctionReference { .. }
        | InlineExpression::VariableReference { .. } => 0,
    }
}

/// All entries, each after those that it uses; what stands in a circle is reported and marked as broken.
/// Keeps its own stack, for chains may be longer than the program's.
fn used_first(entries: &mut Entries<'_>, diagnostics: &mut Diagnostics) -> Vec<usize> {
    let mut done = Vec::with_capacity(entries.list.len());
    let mut state = vec![Visit::New; entries.list.len()];
    for root in 0..entries.list.len() {
        let mut path = vec![(root, 0)];
        if state[root] != Visit::New {
            continue;
        }
        state[root] = Visit::Open;
        while let Some((at, next)) = path.last_mut() {
            let at = *at;
            let Some(reference) = entries.list[at].facts.references.get(*next) else {
                state[at] = Visit::Done;
                done.push(at);
                path.pop();
                continue;
            };
            *next += 1;
            let Some(used) = entries.find(&reference.key) else { continue };
            match state[used] {
                Visit::Done => {}
                Visit::New => {
                    state[used] = Visit::Open;
                    path.push((used, 0));
                }
                Visit::Open => {
                    let start = path.iter().position(|&(open, _)| open == used).expect("it is open");
                    let circle: Vec<usize> = path[start..].iter().map(|&(open, _)| open).collect();
                    // Entries that all stand in circles already are mended with those.
                    if !circle.iter().all(|&at| entries.list[at].broken) {
                        diagnostics.error(in_circle(entries, &circle, reference));
                    }
                    for at in circle {
                        entries.list[at].broken = true;
                    }
                }
            }
        }
    }
    done
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Visit {
    New,
    Open,
    Done,
}

/// How many entries of a circle are named.
const NAMED: usize = 5;

/// The diagnostic for entries that use each other; the reference is the one that closes the circle.
fn in_circle(entries: &Entries<'_>, circle: &[usize], reference: &Reference) -> Diagnostic {
    let names: Vec<String> = circle.iter().map(|&at| format!("`{}`", entries.list[at].key)).collect();
    let message = match &names[..] {
        [name] => format!("{name} uses itself"),
        [first, .., last] => format!("{first} uses {last}, and {last} uses {first} again"),
        [] => "something uses itself".to_owned(),
    };
    let message = match names.len() {
        0..=2 => message,
        3..=NAMED => format!("{} use each other in a circle", names.join(", ")),
        all => format!("{} and {} others use each other in a circle", names[..NAMED].join(", "), all - NAMED),
    };
    Diagnostic::new(Code::Reference, message)
        .label(reference.span, format!("`{}` is used here", reference.key))
        .help("write the text itself in one of them")
}
