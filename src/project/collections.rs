//! Files that are chosen by their names: a press, a layout, a theme. In: a folder, and the name that somebody wrote. Out: the file, whatever the
//! case of the name; or which there are, and which was probably meant.

use super::disk::EntryKind;
use super::files::{FileScope, Intake};
use crate::diag::{Code, Diagnostic, Reported};
use crate::source::{SourceId, Span};
use crate::spec;

/// A folder of files of one kind.
pub(super) struct Collection {
    /// The folder.
    pub(super) folder: &'static str,
    /// What one of them is, and several.
    pub(super) words: [&'static str; 2],
    /// What is wrong where there is none of a name.
    pub(super) code: Code,
}

/// The presses.
pub(super) const PRESSES: Collection =
    Collection { folder: spec::PRESSES, words: ["press", "presses"], code: Code::UnknownPress };
/// The layouts.
pub(super) const LAYOUTS: Collection =
    Collection { folder: "layouts", words: ["layout", "layouts"], code: Code::UnknownLayout };
/// The ready themes.
pub(super) const THEMES: Collection =
    Collection { folder: spec::READY, words: ["theme", "themes"], code: Code::Layout };

impl Collection {
    /// The names that stand for its files, in order; a file with a name that none can have is reported.
    ///
    /// # Errors
    /// `project/unreadable`, `project/link`: the folder can't be looked into.
    pub(super) fn names(&self, intake: &mut Intake<'_>, scope: FileScope) -> Result<Vec<String>, Reported> {
        let names = intake.files.list(self.folder, EntryKind::Files("toml"), scope, intake.diagnostics)?;
        let (sound, odd): (Vec<String>, Vec<String>) = names
            .iter()
            .filter_map(|name| Some(name.strip_suffix(".toml")?.to_owned()))
            .partition(|name| spec::is_file_name(name));
        for name in odd {
            intake.diagnostics.error(self.odd_name(&name));
        }
        Ok(sound)
    }

    /// Takes the file in that a name stands for, and says what it is called; `named` is where that stands.
    ///
    /// # Errors
    /// There is none, or it can't be read.
    pub(super) fn take(
        &self,
        intake: &mut Intake<'_>,
        name: &str,
        named: Option<Span>,
    ) -> Result<(String, SourceId), Reported> {
        if let Some(source) = intake.named(self.folder, name) {
            return Ok((name.to_owned(), source?));
        }
        let labelled = |mut wrong: Diagnostic| {
            wrong.of_request = named.is_none();
            wrong.labels.extend(named.map(|span| (span, "named here".to_owned())));
            wrong
        };
        if !name.contains(['/', '\\']) && intake.files.has(&format!("{}/{name}.toml", self.folder)) {
            return Err(intake.diagnostics.error(labelled(self.odd_name(name))));
        }
        // What is wrong with other files' names is theirs.
        let names = intake.silently(|intake| self.names(intake, FileScope::WithBuiltIn))?;
        let alike = names.iter().find(|known| known.to_lowercase() == name.to_lowercase());
        if let Some(known) = alike
            && let Some(source) = intake.named(self.folder, known)
        {
            return Ok((known.clone(), source?));
        }
        let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
        let stem = last.strip_suffix(".toml").unwrap_or(last);
        let longer = format!("{}/{stem}.toml.txt", self.folder);
        if intake.files.has(&longer) {
            let help = format!("{longer} is there: rename it to {stem}.toml, and name it {stem}");
            return Err(intake.diagnostics.error(labelled(self.unknown(name)).help(help)));
        }
        let own = if intake.files.is_embedded() {
            format!(
                "one of your own is a file {}/NAME.toml of a project, and the folder that you are in is none, since it \
                 holds no polyleaf.toml: go to the folder that does, or name it by --project",
                self.folder
            )
        } else {
            format!("one of your own is a file {}/NAME.toml beside your polyleaf.toml", self.folder)
        };
        let help = format!("{}; {own}", self.which_of(name, &names));
        Err(intake.diagnostics.error(labelled(self.unknown(name)).help(help)))
    }

    /// Says that there is none of a name.
    pub(super) fn unknown(&self, name: &str) -> Diagnostic {
        let [one, _] = self.words;
        Diagnostic::new(self.code, format!("there is no {one} “{name}”"))
    }

    /// Which there are, and which was probably meant by a name that is none of them.
    pub(super) fn which_of(&self, name: &str, known: &[String]) -> String {
        let [_, several] = self.words;
        spec::which_of(name, known, several)
    }

    fn odd_name(&self, name: &str) -> Diagnostic {
        let [one, _] = self.words;
        let message =
            format!("{}/{name}.toml: a {one}'s name has letters, digits and hyphens alone", self.folder);
        let plain: String =
            name.chars().map(|c| if spec::is_file_name(&c.to_string()) { c } else { '-' }).collect();
        let plain = plain.trim_matches('-');
        let plain = if plain.is_empty() { one } else { plain };
        let help = format!("call the file {plain}.toml, and the {one} {plain} where it is named");
        Diagnostic::new(Code::Layout, message).help(help)
    }
}
