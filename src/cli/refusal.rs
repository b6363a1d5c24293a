//! Arguments that can't be taken, in our own words. In: what clap says. Out: what is wrong, and what to type.

use std::error::Error as _;
use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command};
use polyleaf::{PAPERS, nearest};

use super::meant;
use super::misuse::{Asked, meaning, no_command};
use super::said::Said;
use super::typed::{Typed, bare, takes};

/// What is said of a command line that clap does not take.
pub(super) fn told(error: &clap::Error, arguments: &[OsString]) -> Said {
    let typed = Typed::new(arguments);
    let argument = text(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = text(error, ContextKind::InvalidValue).unwrap_or_default();
    match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => no_value(&argument, &typed),
        ErrorKind::InvalidValue => no_such_value(&argument, &value, &typed),
        ErrorKind::ValueValidation => {
            let reason = error.source().map(ToString::to_string).unwrap_or_default();
            Said::new(format!("{} takes no “{value}”", bare(&argument))).words(reason)
        }
        ErrorKind::UnknownArgument => no_such_argument(&argument, &typed),
        ErrorKind::ArgumentConflict => conflict(error, &argument, &typed),
        ErrorKind::MissingRequiredArgument => missing(&argument, &typed),
        ErrorKind::TooManyValues => {
            let said = Said::new(format!("{} takes no value, and “{value}” is given", bare(&argument)));
            let line = typed.with_word(&format!("{}={value}", bare(&argument)), bare(&argument));
            said.words("leave the value out:").lines(line)
        }
        ErrorKind::InvalidSubcommand => {
            let name = text(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            no_command(&[OsString::from(name)], Asked::Help).said()
        }
        _ => other(error),
    }
}

/// What clap knows of an error, as text.
fn text(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(" ")),
        ContextValue::StyledStr(text) => Some(text.to_string()),
        _ => None,
    }
}

/// What clap says, without where its help is.
fn other(error: &clap::Error) -> Said {
    let text = error.render().to_string();
    let mut parts = text.split("\n\n").map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
    let wrong = parts.next().unwrap_or_default();
    let said = Said::new(wrong.trim_start_matches("error: "));
    parts.filter(|part| !part.is_empty()).fold(said, Said::words)
}

/// Says that an option has no value.
fn no_value(argument: &str, typed: &Typed) -> Said {
    let name = bare(argument);
    let said = Said::new(format!("{name} has no value; it is written {argument}"));
    match takes(typed.own(), name) {
        Some(arg) if !values(arg).is_empty() => said.words(format!("{name} takes one of")).items(values(arg)),
        Some(arg) => said.words(arg.get_help().map(ToString::to_string).unwrap_or_default()),
        None => said,
    }
}

/// The values of an argument, each with what it is.
fn values(arg: &Arg) -> Vec<(String, String)> {
    let explained = |name: &str, help: Option<String>| (name.to_owned(), help.unwrap_or_else(|| size(name)));
    let all = arg.get_possible_values();
    all.iter().map(|value| explained(value.get_name(), value.get_help().map(ToString::to_string))).collect()
}

/// How large a paper is, as its trade measures it; nothing of what is none.
fn size(name: &str) -> String {
    let Some(paper) = PAPERS.iter().find(|paper| paper.name == name) else { return String::new() };
    let sides = [paper.size.width, paper.size.height].map(|side| side.to_mm());
    let is_metric = sides.iter().all(|side| (side - side.round()).abs() < WHOLE);
    let [width, height] =
        sides.map(|side| if is_metric { side.round() } else { (side / MM_IN_INCH * 100.0).round() / 100.0 });
    match name {
        "phone" => "a page for a screen".to_owned(),
        "a4-90x50" => format!("{width} × {height} mm, for cards of 90 × 50 mm"),
        _ if is_metric => format!("{width} × {height} mm"),
        _ => format!("{width} × {height} in"),
    }
}

/// Millimetres in an inch.
const MM_IN_INCH: f64 = 25.4;
/// How far from a whole number a length is that is one.
const WHOLE: f64 = 0.001;

/// Says that an option does not take a value, and which was meant, or which there are.
fn no_such_value(argument: &str, value: &str, typed: &Typed) -> Said {
    let name = bare(argument);
    let said =
        Said::new(format!("{} takes no “{value}”", if name.starts_with('-') { name } else { argument }));
    let known = find(typed.own(), argument).map(values).unwrap_or_default();
    let names: Vec<&str> = known.iter().map(|(name, _)| name.as_str()).collect();
    let long = find(typed.own(), argument).and_then(Arg::get_long);
    let long = long.map_or_else(|| argument.to_owned(), |long| format!("--{long}"));
    if long == "--format" && value.contains(',') {
        let first = value.split(',').next().unwrap_or_default();
        return said.words("it takes one: build once for each, first").lines(typed.with_word(value, first));
    }
    let synonym = meant::value(&long, value).filter(|meant| names.contains(meant));
    if synonym.is_none()
        && let Some(meaning) = meaning(value)
        // Another command's option of that name takes it.
        && !meaning.contains(&format!("say {long} "))
    {
        return said.words(meaning);
    }
    let Some(near) = synonym.or_else(|| nearest(value, &names)) else {
        return said.words(format!("{long} takes one of")).items(known);
    };
    let is = known
        .iter()
        .find(|(name, is)| name == near && !is.is_empty())
        .map(|(_, is)| format!(", {}", lowered(is)));
    let others: Vec<&str> = names.iter().copied().filter(|name| *name != near).collect();
    said.words(format!("did you mean “{near}”{}?", is.unwrap_or_default()))
        .lines(typed.with_word(value, near))
        .words(format!("{long} also takes {}", others.join(", ")))
}

/// A sentence as it goes on within another.
fn lowered(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}

/// An argument as clap calls it: by its option, or by the name of its value.
fn find<'a>(command: &'a Command, argument: &str) -> Option<&'a Arg> {
    takes(command, bare(argument)).or_else(|| {
        let name = argument.trim_matches(|c| "<>[].".contains(c));
        let named = |arg: &&Arg| {
            arg.get_value_names().is_some_and(|names| names.iter().any(|own| own.as_str() == name))
        };
        command.get_positionals().find(named)
    })
}

/// Says that a command does not take an option: which does, or which was meant.
fn no_such_argument(argument: &str, typed: &Typed) -> Said {
    let name = bare(argument);
    let Some(command) = typed.command.as_deref() else { return no_command_named(name, typed) };
    if !name.starts_with('-') {
        return Said::new(format!("{command} takes no further word, and “{name}” is given"))
            .words(format!("leave it out; `polyleaf {command} --help` says what it takes"));
    }
    let takers = typed.takers(name);
    if typed.is_early && takers.contains(&command) {
        return Said::new(format!("`{name}` stands before {command}, and options stand after it"))
            .words("say")
            .lines(typed.with_command(command));
    }
    let said = Said::new(format!("{command} takes no `{name}`"));
    if !takers.is_empty() {
        let said = said.words(format!("`{name}` belongs to {}: say", takers.join(", ")));
        let lines =
            takers.iter().filter_map(|taker| typed.with_command(taker)).take(1).chain(typed.without(name));
        let lines: Vec<String> = lines.collect();
        return match lines.len() {
            2 => said
                .line(&lines[0])
                .words(format!("or leave it out, for {command} without it:"))
                .line(&lines[1]),
            _ => said.lines(lines),
        };
    }
    if let Some(near) = near_option(name, typed) {
        return said.words(format!("did you mean {near}?")).lines(typed.with_word(name, &near));
    }
    match meaning(name.trim_start_matches('-')) {
        Some(meaning) => said.words(meaning),
        None => {
            let [own, _] = typed.options();
            said.words(format!("it takes {}", own.join(", ")))
                .words(format!("`polyleaf {command} --help` says what each is"))
        }
    }
}

/// The option of a command that was probably meant: what people call it, what is nearest, or another command's.
fn near_option(name: &str, typed: &Typed) -> Option<String> {
    let word = name.trim_start_matches('-');
    let [own, others] = typed.options();
    let near = |known: &[String]| {
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        nearest(word, &known).filter(|_| word.chars().count() > 1).map(str::to_owned)
    };
    let meant = meant::option(word).filter(|meant| own.iter().any(|own| own == bare(meant)));
    let is_exact = meaning(word).is_some();
    meant.or_else(|| if is_exact { None } else { near(&own) }).or_else(|| {
        let other = if is_exact { None } else { near(&others) }?;
        let takers = typed.takers(&other);
        (!takers.is_empty()).then(|| format!("{other}, which belongs to {}", takers.join(", ")))
    })
}

/// Says of an option that no command is named.
fn no_command_named(name: &str, typed: &Typed) -> Said {
    let said = Said::new(format!("`{name}` stands where a command is wanted"));
    let takers = typed.takers(name);
    match takers.first() {
        Some(taker) => said
            .words(format!("it belongs to {}: say", takers.join(", ")))
            .lines(typed.with_command(taker).or_else(|| Some(format!("polyleaf {taker} {name}")))),
        None => said.words("`polyleaf --help` lists the commands"),
    }
}

/// Says of two options that they can't stand beside each other.
fn conflict(error: &clap::Error, argument: &str, typed: &Typed) -> Said {
    let prior = text(error, ContextKind::PriorArg).unwrap_or_default();
    if prior == argument || prior.is_empty() {
        let said = Said::new(format!("{} is given twice", bare(argument)));
        let takes_value = argument.contains('<');
        return said.words(if takes_value {
            "it takes one value: leave the other out"
        } else {
            "once is enough"
        });
    }
    let [one, other] = [argument, prior.as_str()].map(named);
    Said::new(format!("{one} can’t stand beside {other}"))
        .words(format!(
            "leave one of the two out; `polyleaf {} --help` says what each does:",
            typed.own().get_name()
        ))
        .lines(typed.without(&prior))
        .lines(typed.without(argument))
}

/// How an argument is called: by its option, or by the name of its value.
fn named(argument: &str) -> &str {
    if argument.starts_with('-') { bare(argument) } else { argument.trim_matches(|c| "<>[].".contains(c)) }
}

/// Says what is missing, with an example of what there should be.
fn missing(argument: &str, typed: &Typed) -> Said {
    let name = typed.own().get_name();
    let wanted =
        if argument.starts_with('-') { argument.to_owned() } else { format!("a {}", named(argument)) };
    let shown = super::examples::examples(name).iter();
    let is_fit = |line: &&str| !argument.starts_with('-') || line.contains(bare(argument));
    let example = shown.map(|[line, _]| *line).find(is_fit).map(str::to_owned);
    Said::new(format!("{name} wants {wanted} here"))
        .words("for example")
        .lines(example)
        .words(format!("`polyleaf {name} --help` says what it takes"))
}
