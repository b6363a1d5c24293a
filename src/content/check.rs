//! Walks the value of an entry: reports each variable, reference, function, literal and tag that can't be, and notes
//! what the value holds.

use std::collections::BTreeSet;
use std::ops::Range;

use fluent_syntax::ast::{
    CallArguments, Expression, Identifier, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::characters::{faults, told};
use crate::content::balance::{check_markup, forbidden_character};
use crate::content::context::{Context, Value};
use crate::content::entries::{Entries, Entry, Reference, ValueFacts};
use crate::content::markup::is_sentinel;
use crate::content::options::{MAX_DIGITS, wrong_option};
use crate::content::plural::CATEGORIES;
use crate::content::plural::{Count, Plural};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::source::Span;

/// Checks the value of every entry and notes down what it holds.
pub(super) fn check_patterns(
    entries: &mut Entries<'_>,
    context: &Context<'_>,
    diagnostics: &mut Diagnostics,
) {
    for at in 0..entries.list.len() {
        let entry = &entries.list[at];
        let mut check = PatternCheck {
            entry,
            entries,
            context,
            diagnostics,
            facts: ValueFacts::default(),
            broken: entry.broken,
        };
        if let Some(pattern) = entry.pattern {
            check.pattern(pattern);
        }
        let (facts, broken) = (check.facts, check.broken);
        entries.list[at].facts = facts;
        entries.list[at].broken = broken;
    }
}

/// What a variable is used for.
#[derive(Clone, Copy)]
enum Use {
    Show,
    Select,
}

struct PatternCheck<'a, 'r> {
    entry: &'a Entry<'r>,
    entries: &'a Entries<'r>,
    context: &'a Context<'a>,
    diagnostics: &'a mut Diagnostics,
    facts: ValueFacts,
    broken: bool,
}

impl PatternCheck<'_, '_> {
    fn report(&mut self, diagnostic: Diagnostic) {
        self.broken = true;
        self.diagnostics.error(diagnostic);
    }

    fn pattern(&mut self, pattern: &Pattern<&str>) {
        let found = check_markup(pattern, self.entry.file, self.context);
        for problem in found.problems {
            self.report(problem);
        }
        found.doubts.into_iter().for_each(|doubt| self.diagnostics.warn(doubt));
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, Use::Show),
            Expression::Select { selector, variants } => {
                self.inline(selector, Use::Select);
                self.note_plural(selector, variants);
                self.check_categories(selector, variants);
                self.cases(variants);
            }
        }
    }

    fn cases(&mut self, variants: &[Variant<&str>]) {
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        for variant in variants {
            let key = key_text(&variant.key);
            if !seen.insert(key) {
                let span = self.entry.file.span(key);
                self.report(
                    Diagnostic::new(Code::DuplicateMessage, format!("the case [{key}] stands twice"))
                        .label(span, "again here")
                        .help("take one of them out"),
                );
            }
            self.pattern(&variant.value);
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, usage: Use) {
        match inline {
            InlineExpression::StringLiteral { value } => self.quoted(value),
            InlineExpression::NumberLiteral { value } => self.number(value),
            InlineExpression::VariableReference { id } => self.variable(id.name, usage),
            InlineExpression::FunctionReference { id, arguments } => self.function(id.name, arguments, usage),
            InlineExpression::MessageReference { id, attribute } => {
                self.reference("", id.name, attribute.as_ref(), None);
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                self.reference("-", id.name, attribute.as_ref(), arguments.as_ref());
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    fn quoted(&mut self, value: &str) {
        let text = unescape_unicode_to_string(value);
        let place = self.entry.file.span(value);
        if let Some(character) = text.chars().find(|&c| is_sentinel(c)) {
            self.report(forbidden_character(character, place));
        }
        // What is written as itself is told at its own place.
        let at =
            |range: Range<usize>| if text == value { self.entry.file.span(&value[range]) } else { place };
        for problem in faults(&text).into_iter().map(|found| told(&found.fault, at(found.range))) {
            self.report(problem);
        }
    }

    fn number(&mut self, value: &str) {
        if value.len() > MAX_DIGITS {
            self.report(
                Diagnostic::new(Code::FluentSyntax, format!("a number has more than {MAX_DIGITS} digits"))
                    .label(self.entry.file.span(value), "too long")
                    .help("write it as text, without { and }"),
            );
        }
    }

    /// Notes the variable. In a term, only what a reference gives it has a value (Fluent 1.0, Parameterized Terms).
    fn variable(&mut self, name: &str, usage: Use) {
        let span = dollar(self.entry.file.span(name));
        let known = self.context.variables.contains_key(name);
        if self.entry.is_term() && known {
            self.report(
                Diagnostic::new(Code::UnknownVariable, format!("a term can't use the variable ${name}"))
                    .label(span, "has no value in a term")
                    .help(format!("put {{ ${name} }} into the messages that use the term")),
            );
        } else if !self.entry.is_term() && !known {
            self.report(
                Diagnostic::new(Code::UnknownVariable, format!("there is no variable ${name}"))
                    .label(span, "not known")
                    .help(known_variables(self.context)),
            );
        }
        match usage {
            Use::Show => self.facts.shown.insert(name.to_owned()),
            Use::Select => self.facts.selected.insert(name.to_owned()),
        };
    }

    fn function(&mut self, name: &str, arguments: &CallArguments<&str>, usage: Use) {
        let span = self.entry.file.span(name);
        if name != "NUMBER" {
            return self.report(
                Diagnostic::new(Code::Reference, format!("there is no function {name}()"))
                    .label(span, "not known")
                    .help("the only function is NUMBER()"),
            );
        }
        match &arguments.positional[..] {
            [InlineExpression::NumberLiteral { value }] => self.number(value),
            [InlineExpression::VariableReference { id }] => {
                self.variable(id.name, usage);
                // What is not known was reported just now; what a term is given may be text.
                let known = self.context.variables.get(id.name).map(Value::number);
                if self.entry.is_term() && known.is_none() || !self.entry.is_term() && known == Some(None) {
                    self.not_a_number(dollar(self.entry.file.span(id.name)));
                }
            }
            _ => self.not_a_number(span),
        }
        for argument in &arguments.named {
            self.inline(&argument.value, Use::Show);
            if let Some(wrong) = wrong_option(argument) {
                let place = self.entry.file.span(wrong.place);
                let diagnostic = Diagnostic::new(Code::FluentSyntax, wrong.message);
                self.report(diagnostic.label(place, "this option").help(wrong.help));
            }
        }
    }

    fn not_a_number(&mut self, span: Span) {
        self.report(
            Diagnostic::new(Code::FluentSyntax, "NUMBER() needs a number")
                .label(span, "not one number")
                .help("give it one variable that is a number, or use the variable without NUMBER()"),
        );
    }

    fn reference(
        &mut self,
        sign: &str,
        name: &str,
        attribute: Option<&Identifier<&str>>,
        arguments: Option<&CallArguments<&str>>,
    ) {
        let file = self.entry.file;
        let end = attribute.map_or(file.span(name).end, |attribute| file.span(attribute.name).end);
        let span = Span::new(file.source, file.span(name).start - sign.len()..end);
        let base = format!("{sign}{name}");
        let key = attribute.map_or(base.clone(), |attribute| format!("{base}.{}", attribute.name));
        if self.entries.find(&key).is_none() && !self.entries.unreadable(&key) {
            let help = self.instead(sign, name, &key);
            self.report(
                Diagnostic::new(Code::Reference, format!("there is no {} `{key}`", kind(sign)))
                    .label(span, "not defined")
                    .help(help),
            );
        }
        let arguments = arguments.map(|arguments| (&arguments.positional[..], &arguments.named[..]));
        let (positional, named) = arguments.unwrap_or_default();
        for argument in positional {
            self.inline(argument, Use::Show);
        }
        for argument in named {
            self.inline(&argument.value, Use::Show);
        }
        let given = named.iter().map(|argument| argument.name.name.to_owned()).collect();
        self.facts.references.push(Reference { key, span, given });
    }

    /// What may be meant by a reference to what is not defined.
    fn instead(&self, sign: &str, name: &str, key: &str) -> String {
        if self.context.variables.contains_key(name) {
            format!("for the variable, write {{ ${name} }}")
        } else if sign.is_empty() && self.entries.find(&format!("-{name}")).is_some() {
            format!("for the term, write {{ -{name} }}")
        } else if !sign.is_empty() && self.entries.find(name).is_some() {
            format!("for the message, write {{ {name} }}")
        } else if key.contains('.') {
            format!("use the whole of `{sign}{name}`, or correct the part's name")
        } else {
            format!(
                "correct its name, take it out, or add `{sign}{name} = ...` to the language’s files; to print a brace, write {{\"{{\"}}"
            )
        }
    }

    /// Warns of a case of a number that no number is of, in no language.
    fn check_categories(&mut self, selector: &InlineExpression<&str>, variants: &[Variant<&str>]) {
        let is_number = match selector {
            InlineExpression::VariableReference { id } => {
                self.context.variables.get(id.name).is_some_and(|value| value.number().is_some())
            }
            InlineExpression::FunctionReference { id, .. } => id.name == "NUMBER",
            InlineExpression::NumberLiteral { .. } => true,
            _ => false,
        };
        for variant in variants.iter().filter(|_| is_number) {
            let VariantKey::Identifier { name } = variant.key else { continue };
            if !CATEGORIES.contains(&name) {
                let wrong =
                    Diagnostic::new(Code::MissingMessage, format!("no number is of the case [{name}]"));
                let wrong = wrong.label(self.entry.file.span(name), "never printed");
                let known = CATEGORIES.join("], [");
                self.diagnostics
                    .warn(wrong.help(format!("cases of numbers are [{known}], and numbers such as [5]")));
            }
        }
    }

    fn note_plural(&mut self, selector: &InlineExpression<&str>, variants: &[Variant<&str>]) {
        let keys = || variants.iter().map(|variant| key_text(&variant.key));
        let plain = |key: &&str| CATEGORIES.contains(key) && *key != "other";
        let Some(first) = keys().next().filter(|_| keys().any(|key| plain(&key))) else { return };
        self.facts.plurals.push(Plural {
            span: self.entry.file.span(first),
            count: counted(selector),
            named: keys().map(str::to_owned).collect(),
            numbers: keys().filter_map(|key| key.parse().ok()).collect(),
        });
    }
}

/// A case's key as it is written.
pub(super) fn key_text<'a>(key: &VariantKey<&'a str>) -> &'a str {
    match key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

/// What a selector counts, by the `type` that it gives to `NUMBER()`.
pub(super) fn counted(selector: &InlineExpression<&str>) -> Count {
    let InlineExpression::FunctionReference { arguments, .. } = selector else { return Count::Cardinal };
    let ordinal = arguments.named.iter().any(|argument| {
        argument.name.name == "type" && argument.value == InlineExpression::StringLiteral { value: "ordinal" }
    });
    if ordinal { Count::Ordinal } else { Count::Cardinal }
}

fn kind(sign: &str) -> &'static str {
    if sign.is_empty() { "message" } else { "term" }
}

/// The place of a variable with its `$`.
fn dollar(name: Span) -> Span {
    Span::new(name.source, name.start - 1..name.end)
}

fn known_variables(context: &Context<'_>) -> String {
    let known: Vec<String> = context.variables.keys().map(|name| format!("${name}")).collect();
    match known[..] {
        [] => "there are no variables here; write the text itself".to_owned(),
        _ => format!("the variables are {}", known.join(", ")),
    }
}
