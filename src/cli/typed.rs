//! A command line as it was typed, word by word. In: the arguments. Out: the command, what belongs together, and other lines that
//! could have been meant, of which only those are given that are taken.

use std::ffi::OsString;

use clap::{ArgAction, Command, CommandFactory, Parser};

use super::args::Cli;

/// An option with its value, or a word.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Unit {
    /// The option as it was typed, without its value; nothing for a word.
    option: Option<String>,
    words: Vec<String>,
}

/// A command line.
pub(super) struct Typed {
    root: Command,
    /// The command, where one is named that there is.
    pub(super) command: Option<String>,
    /// All but the program and the command.
    units: Vec<Unit>,
    /// Whether something stands before the command.
    pub(super) is_early: bool,
}

impl Typed {
    /// Takes the arguments apart.
    pub(super) fn new(arguments: &[OsString]) -> Typed {
        let mut root = Cli::command();
        root.build();
        let words: Vec<String> =
            arguments.iter().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
        let at = words.iter().position(|word| root.find_subcommand(word).is_some());
        let command = at.map(|at| words[at].clone());
        let rest = words.iter().enumerate().filter(|(index, _)| Some(*index) != at);
        let rest: Vec<String> = rest.map(|(_, word)| word.clone()).collect();
        let units = units(&rest, &root, command.as_deref());
        Typed { root, command, units, is_early: at.is_some_and(|at| at > 0) }
    }

    /// The command as the arguments describe it; the program itself where none is named.
    pub(super) fn own(&self) -> &Command {
        self.command.as_ref().and_then(|name| self.root.find_subcommand(name)).unwrap_or(&self.root)
    }

    /// The commands that take an option, by its long name or its letter as they are typed.
    pub(super) fn takers(&self, option: &str) -> Vec<&str> {
        let commands = self.root.get_subcommands().filter(|command| command.get_name() != "help");
        commands.filter(|command| takes(command, option).is_some()).map(Command::get_name).collect()
    }

    /// The long names of the options of a command, and of all others.
    pub(super) fn options(&self) -> [Vec<String>; 2] {
        let longs = |command: &Command| -> Vec<String> {
            let all = command.get_arguments().filter(|arg| !arg.is_hide_set());
            all.filter_map(|arg| arg.get_long()).map(|long| format!("--{long}")).collect()
        };
        let others = self.root.get_subcommands().flat_map(longs).collect();
        [longs(self.own()), others]
    }

    /// The same line for another command, where that takes it.
    pub(super) fn with_command(&self, command: &str) -> Option<String> {
        self.line(Some(command), |unit| Some(unit.clone()))
    }

    /// The line without an option, or without its words where what is named is none.
    pub(super) fn without(&self, argument: &str) -> Option<String> {
        let name = bare(argument);
        let is_word = !name.starts_with('-');
        let long = takes(self.own(), name).and_then(|arg| arg.get_long());
        self.line(self.command.as_deref(), |unit| {
            let is_meant = match &unit.option {
                None => is_word,
                Some(option) => {
                    option == name
                        || takes(self.own(), option)
                            .is_some_and(|arg| long.is_some() && arg.get_long() == long)
                }
            };
            (!is_meant).then(|| unit.clone())
        })
    }

    /// The line with an option in another form: its name or its value changed.
    pub(super) fn with_word(&self, old: &str, new: &str) -> Option<String> {
        self.line(self.command.as_deref(), |unit| {
            let words = unit.words.iter().map(|word| changed(word, old, new)).collect();
            Some(Unit { words, ..unit.clone() })
        })
    }

    fn line(&self, command: Option<&str>, change: impl Fn(&Unit) -> Option<Unit>) -> Option<String> {
        let words = self.units.iter().filter_map(change).flat_map(|unit| unit.words);
        let words: Vec<String> = command.map(str::to_owned).into_iter().chain(words).collect();
        // A value that stands for several words was typed as one.
        let parted = words.iter().flat_map(|word| parted(word));
        let is_taken =
            Cli::try_parse_from(["polyleaf".to_owned()].into_iter().chain(parted.map(str::to_owned))).is_ok();
        let quoted = words.iter().map(|word| quoted(word));
        is_taken.then(|| format!("polyleaf {}", quoted.collect::<Vec<_>>().join(" ")))
    }
}

/// The option that is meant by what was typed, without dashes: `--paper`, `-L`, an alias.
pub(super) fn takes<'a>(command: &'a Command, option: &str) -> Option<&'a clap::Arg> {
    let all = || command.get_arguments();
    if let Some(long) = option.strip_prefix("--") {
        return all().find(|arg| {
            arg.get_long() == Some(long) || arg.get_all_aliases().is_some_and(|names| names.contains(&long))
        });
    }
    let mut letters = option.strip_prefix('-')?.chars();
    let letter = letters.next().filter(|_| letters.next().is_none())?;
    all().find(|arg| arg.get_short() == Some(letter))
}

/// An argument as clap calls it, without its value: `--paper` of `--paper <PAPER>`.
pub(super) fn bare(argument: &str) -> &str {
    let end = argument.find([' ', '=', '[']).filter(|end| *end > 0);
    argument.get(..end.unwrap_or(argument.len())).unwrap_or(argument)
}

fn units(words: &[String], root: &Command, command: Option<&str>) -> Vec<Unit> {
    let own = command.and_then(|name| root.find_subcommand(name));
    let mut units = Vec::new();
    let mut left = words.iter().peekable();
    while let Some(word) = left.next() {
        if !word.starts_with('-') || word == "-" {
            units.push(Unit { option: None, words: vec![word.clone()] });
            continue;
        }
        let name = bare(word).to_owned();
        let anywhere = root.get_subcommands().find_map(|command| takes(command, &name));
        let arg = own.and_then(|command| takes(command, &name)).or(anywhere);
        let takes_next = arg.is_some_and(|arg| {
            matches!(arg.get_action(), ArgAction::Set | ArgAction::Append) && !arg.is_require_equals_set()
        });
        let mut words = vec![word.clone()];
        if takes_next && name == *word {
            words.extend(left.next_if(|next| !next.starts_with('-') || *next == "-").cloned());
        }
        units.push(Unit { option: Some(name), words });
    }
    units
}

/// A word, or the value of `--option=value`, put in the place of another, also where that is one of a list.
fn changed(word: &str, old: &str, new: &str) -> String {
    let (head, value) = match word.split_once('=') {
        Some((head, value)) if word.starts_with("--") && word != old && head != old => {
            (format!("{head}="), value)
        }
        Some((head, value)) if head == old => return format!("{new}={value}"),
        _ if word == old => return new.to_owned(),
        _ => (String::new(), word),
    };
    let parts: Vec<&str> = value.split(',').map(|part| if part == old { new } else { part }).collect();
    format!("{head}{}", parts.join(","))
}

/// The words of what was put in for one.
fn parted(word: &str) -> Vec<&str> {
    match word.split_once(' ') {
        Some((option, value)) if option.starts_with("--") => vec![option, value],
        _ => vec![word],
    }
}

/// A word as a shell takes it.
pub(super) fn quoted(word: &str) -> String {
    let is_option_with_value = word.starts_with("--") && word.matches(' ').count() == 1;
    let is_plain = |c: char| c.is_alphanumeric() || "/._-+=,:@%~".contains(c);
    if is_option_with_value || (word.chars().all(is_plain) && !word.is_empty()) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(line: &str) -> Typed {
        Typed::new(&line.split(' ').map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn lines_are_given_that_are_taken() {
        let line = typed("polyleaf check th --leaflet card");
        assert_eq!(line.with_command("build").as_deref(), Some("polyleaf build th --leaflet card"));
        assert_eq!(line.with_command("layouts"), None);
        assert_eq!(line.without("--leaflet").as_deref(), Some("polyleaf check th"));
        let line = typed("polyleaf build --paper=a44 --for office,pres -L card");
        assert_eq!(line.with_word("a44", "a4"), None);
        let line = typed("polyleaf build --for office,pres -L card");
        assert_eq!(
            line.with_word("pres", "press").as_deref(),
            Some("polyleaf build --for office,press -L card")
        );
        let line = typed("polyleaf --paper a4 build thai");
        assert!(line.is_early);
        assert_eq!(line.with_command("build").as_deref(), Some("polyleaf build --paper a4 thai"));
        let line = typed("polyleaf build --grey th");
        assert_eq!(line.with_word("--grey", "--ink mono").as_deref(), Some("polyleaf build --ink mono th"));
        let line = typed("polyleaf preflight --clauses a.pdf");
        assert_eq!(line.without("[FILE]...").as_deref(), Some("polyleaf preflight --clauses"));
        assert_eq!(line.without("--clauses").as_deref(), Some("polyleaf preflight a.pdf"));
    }
}
