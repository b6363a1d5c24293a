//! What is left to fill below the name of a message: the cases that a language counts with, and the message's parts.

use fluent_syntax::ast::{
    Attribute, Entry as Node, Expression, InlineExpression, Pattern, PatternElement, Variant,
};

use crate::content::check::{counted, key_text};
use crate::content::file::FluentFile;
use crate::content::plural::{CATEGORIES, Counting};
use crate::locale::Locale;

/// What is left to fill.
#[derive(Default)]
pub(super) struct Template {
    /// What the language does otherwise than the source language.
    pub(super) note: Option<String>,
    /// The lines below the name.
    pub(super) lines: Vec<String>,
}

/// What is left to fill of a message or term of the source language's file.
pub(super) fn template(file: &FluentFile, name: &str, text: &str, locale: &Locale) -> Template {
    let found = file.resource.entries().find_map(|entry| match entry {
        Node::Message(message) if message.id.name == name => {
            Some((message.value.as_ref(), &message.attributes))
        }
        Node::Term(term) if name.strip_prefix('-') == Some(term.id.name) => {
            Some((Some(&term.value), &term.attributes))
        }
        _ => None,
    });
    let Some((value, attributes)) = found else { return Template::default() };
    let mut writer = Writer { text, file, locale, template: Template::default() };
    value.into_iter().for_each(|value| writer.pattern(value, 1));
    for Attribute { id, value } in attributes {
        writer.template.lines.push(format!("    .{} =", id.name));
        writer.pattern(value, 2);
    }
    writer.template
}

struct Writer<'a> {
    text: &'a str,
    file: &'a FluentFile,
    locale: &'a Locale,
    template: Template,
}

impl Writer<'_> {
    fn line(&mut self, depth: usize, line: &str) {
        self.template.lines.push(format!("{}{line}", "    ".repeat(depth)));
    }

    fn pattern(&mut self, pattern: &Pattern<&str>, depth: usize) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression, depth);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>, depth: usize) {
        match expression {
            Expression::Inline(InlineExpression::Placeable { expression }) => {
                self.expression(expression, depth);
            }
            Expression::Inline(_) => {}
            Expression::Select { selector, variants } => self.select(selector, variants, depth),
        }
    }

    fn select(&mut self, selector: &InlineExpression<&str>, variants: &[Variant<&str>], depth: usize) {
        let keys: Vec<&str> = variants.iter().map(|variant| key_text(&variant.key)).collect();
        let default = variants.iter().find(|variant| variant.default);
        let counts = keys.iter().any(|key| CATEGORIES.contains(key) && *key != "other");
        let (wanted, other) = if counts {
            let own = keys.iter().copied().filter(|key| !CATEGORIES.contains(key));
            let needed = Counting::of(self.locale).categories(counted(selector));
            (own.chain(needed.into_iter().filter(|name| *name != "other")).collect(), "other")
        } else {
            let others =
                variants.iter().filter(|variant| !variant.default).map(|variant| key_text(&variant.key));
            (others.collect::<Vec<_>>(), default.map_or("other", |variant| key_text(&variant.key)))
        };
        let of_key = |key: &str| variants.iter().find(|variant| key_text(&variant.key) == key).or(default);
        if wanted.is_empty() {
            let name = self.locale.english_name();
            self.template.note =
                Some(format!("({name} has one case for all numbers: write one text, without -> and [...].)"));
            of_key(other).into_iter().for_each(|variant| self.pattern(&variant.value, depth));
            return;
        }
        let Some(selector) = keys.first().and_then(|first| self.selector(first)) else { return };
        self.line(depth, &format!("{{ {selector} ->"));
        for (mark, key) in wanted.iter().map(|key| (" ", *key)).chain([("*", other)]) {
            self.template.lines.push(format!("{}   {mark}[{key}]", "    ".repeat(depth)));
            of_key(key).into_iter().for_each(|variant| self.pattern(&variant.value, depth + 2));
        }
        self.line(depth, "}");
    }

    /// What a select decides by, as it is written: before the arrow that stands before its first case.
    fn selector(&self, first: &str) -> Option<String> {
        let before = &self.text[..self.file.span(first).start];
        let before = &before[..before.rfind("->")?];
        Some(before[before.rfind('{')? + 1..].trim().to_owned())
    }
}
