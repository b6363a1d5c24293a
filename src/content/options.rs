//! The options of `NUMBER()`. In: one as a message gives it. Out: what is wrong with it. Fluent passes over an option that
//! it doesn't know; here it is an error, for it would print something else than was meant.

use fluent_syntax::ast::{InlineExpression, NamedArgument};

/// How many digits a number may have, so that Fluent can count with it.
pub(super) const MAX_DIGITS: usize = 15;

/// What an option takes.
enum Takes {
    /// One of two words.
    Word([&'static str; 2]),
    /// A count of digits.
    Digits,
}

/// The options that are followed (ECMA-402). Signs of percent and currency are not among them: they are text, and stand
/// before or after the number, close to it or apart, as the translator writes them.
const OPTIONS: [(&str, Takes); 7] = [
    ("type", Takes::Word(["cardinal", "ordinal"])),
    ("useGrouping", Takes::Word(["true", "false"])),
    ("minimumIntegerDigits", Takes::Digits),
    ("minimumFractionDigits", Takes::Digits),
    ("maximumFractionDigits", Takes::Digits),
    ("minimumSignificantDigits", Takes::Digits),
    ("maximumSignificantDigits", Takes::Digits),
];

/// What is wrong with an option.
pub(super) struct WrongOption<'r> {
    /// In one line.
    pub(super) message: String,
    /// The slice of the file that is wrong.
    pub(super) place: &'r str,
    /// What to do.
    pub(super) help: String,
}

/// What is wrong with an option, if anything is.
pub(super) fn wrong_option<'r>(option: &NamedArgument<&'r str>) -> Option<WrongOption<'r>> {
    let name = option.name.name;
    let Some((_, takes)) = OPTIONS.iter().find(|(known, _)| *known == name) else {
        let message = format!("NUMBER() has no option {name}");
        return Some(WrongOption { message, place: name, help: instead(name) });
    };
    let place = match option.value {
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => value,
        // The grammar has no other options.
        _ => name,
    };
    let help = match takes {
        Takes::Word(words) if words.contains(&place) && is_text(option) => return None,
        Takes::Word([first, second]) => format!("write \"{first}\" or \"{second}\""),
        Takes::Digits if is_count(place) && !is_text(option) => return None,
        Takes::Digits => format!("write a whole number from 0 to {MAX_DIGITS}"),
    };
    Some(WrongOption { message: format!("NUMBER() can't take this for {name}"), place, help })
}

fn is_text(option: &NamedArgument<&str>) -> bool {
    matches!(option.value, InlineExpression::StringLiteral { .. })
}

fn is_count(value: &str) -> bool {
    value.parse().is_ok_and(|digits: usize| digits <= MAX_DIGITS)
}

/// What to write instead of an option that there is not.
fn instead(name: &str) -> String {
    if ["style", "currency", "currencyDisplay"].contains(&name) {
        return "write the sign itself: { NUMBER($n) } %".to_owned();
    }
    let names: Vec<&str> = OPTIONS.iter().map(|(name, _)| *name).collect();
    format!("its options are {}", names.join(", "))
}
