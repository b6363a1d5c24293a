//! One slip that makes many problems: a folder that was copied and not yet translated, a file that is not there.

/// One slip that makes many problems. Programs are told of each, people of all at once.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Slip {
    /// What is said of them together; `{count}` stands for how many there are, `{of}` for `of`.
    pub said: String,
    /// How many things there are that it could have happened to.
    pub of: usize,
    /// The name of what this one happened to, where a line alone does not tell it.
    pub name: Option<String>,
    /// What to do about all of them.
    pub help: String,
}

impl Slip {
    /// Things of one kind, each of which may be a slip of its own: `said` of how many, each with its name, and what to do.
    pub fn of_kind(said: &str, name: Option<String>, help: &str) -> Slip {
        Slip { said: said.to_owned(), of: 0, name, help: help.to_owned() }
    }

    /// What is said of so many.
    pub fn said_of(&self, count: usize) -> String {
        self.said.replace("{count}", &count.to_string()).replace("{of}", &self.of.to_string())
    }
}
