//! A message as it is written: its pattern on one line, with the terms and messages that it uses. In: what files define. Out: a
//! text that stays the same whatever is done to comments, indentation, line ends and the order of messages, and changes with
//! every letter, variable, tag and case.

use std::collections::BTreeMap;

use fluent_syntax::ast::{
    CallArguments, Expression, Identifier, InlineExpression, Pattern, PatternElement, VariantKey,
};

use crate::content::entries::Entries;

/// The patterns of messages and terms, those of attributes after them, by key.
pub(super) fn written_patterns(entries: &Entries<'_>) -> BTreeMap<String, String> {
    let mut written: BTreeMap<String, String> = BTreeMap::new();
    let keyed = entries.list.iter().filter_map(|entry| Some((entry.key.as_str(), entry.pattern?)));
    let mut keyed: Vec<(&str, &Pattern<&str>)> = keyed.collect();
    keyed.sort_by_key(|(key, _)| *key);
    for (key, pattern) in keyed {
        let text = pattern_text(pattern);
        match key.split_once('.') {
            None => {
                written.insert(key.to_owned(), text);
            }
            Some((base, attribute)) => {
                if let Some(whole) = written.get_mut(base) {
                    *whole += &format!("\n.{attribute} = {text}");
                }
            }
        }
    }
    written
}

pub(super) fn pattern_text(pattern: &Pattern<&str>) -> String {
    let (mut text, mut words) = (String::new(), String::new());
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => words.push_str(value),
            PatternElement::Placeable { expression } => {
                push_words(&mut text, &std::mem::take(&mut words));
                text += &format!("{{ {} }}", expression_text(expression));
            }
        }
    }
    push_words(&mut text, &words);
    text
}

/// Adds words, however they were parted into lines; an empty line parts paragraphs.
fn push_words(text: &mut String, words: &str) {
    let mut rest = words;
    while let Some(start) = rest.find(is_blank) {
        text.push_str(&rest[..start]);
        let after = rest[start..].trim_start_matches(is_blank);
        let blank = &rest[start..rest.len() - after.len()];
        text.push_str(if blank.matches('\n').count() > 1 { "\n\n" } else { " " });
        rest = after;
    }
    text.push_str(rest);
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n')
}

pub(super) fn expression_text(expression: &Expression<&str>) -> String {
    match expression {
        Expression::Inline(inline) => inline_text(inline),
        Expression::Select { selector, variants } => {
            let mut text = format!("{} ->", inline_text(selector));
            for variant in variants {
                let key = match variant.key {
                    VariantKey::Identifier { name } => name,
                    VariantKey::NumberLiteral { value } => value,
                };
                let star = if variant.default { "*" } else { "" };
                text += &format!(" {star}[{key}] {}", pattern_text(&variant.value));
            }
            text
        }
    }
}

pub(super) fn inline_text(inline: &InlineExpression<&str>) -> String {
    let dotted = |attribute: &Option<Identifier<&str>>| {
        attribute.as_ref().map(|attribute| format!(".{}", attribute.name)).unwrap_or_default()
    };
    match inline {
        InlineExpression::StringLiteral { value } => format!("\"{value}\""),
        InlineExpression::NumberLiteral { value } => (*value).to_owned(),
        InlineExpression::FunctionReference { id, arguments } => {
            format!("{}{}", id.name, arguments_text(arguments))
        }
        InlineExpression::MessageReference { id, attribute } => format!("{}{}", id.name, dotted(attribute)),
        InlineExpression::TermReference { id, attribute, arguments } => {
            let arguments = arguments.as_ref().map(arguments_text).unwrap_or_default();
            format!("-{}{}{arguments}", id.name, dotted(attribute))
        }
        InlineExpression::VariableReference { id } => format!("${}", id.name),
        InlineExpression::Placeable { expression } => format!("{{ {} }}", expression_text(expression)),
    }
}

fn arguments_text(arguments: &CallArguments<&str>) -> String {
    let named = arguments
        .named
        .iter()
        .map(|argument| format!("{}: {}", argument.name.name, inline_text(&argument.value)));
    let all: Vec<String> = arguments.positional.iter().map(inline_text).chain(named).collect();
    format!("({})", all.join(", "))
}
