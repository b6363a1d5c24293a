//! What of a language's files could not be read: names in text that did not parse, and whole files. A message that seems to be
//! missing may stand there.

use std::collections::BTreeSet;

/// What could not be read.
#[derive(Clone, Default, Debug)]
pub(super) struct Unread {
    /// Words that may be names of messages, in text that did not parse.
    pub(super) names: BTreeSet<String>,
    /// Files; the folder itself where it could not be looked into, or holds none.
    pub(super) files: Vec<String>,
}

impl Unread {
    /// Whether a message may stand there that stands in a file of another language. Of a file that could not be read, these are
    /// the messages of its namesake among that language’s files; of one without a namesake, any.
    pub(super) fn may_hold(&self, id: &str, file: &str, files: &BTreeSet<&str>) -> bool {
        let is_known = |lost: &String| files.iter().any(|known| base_name(known) == base_name(lost));
        let is_lost = |lost: &String| base_name(lost) == base_name(file) || !is_known(lost);
        self.names.contains(id) || self.files.iter().any(is_lost)
    }
}

/// Words that may be names of messages.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_')))
        .filter(|word| !word.is_empty())
}

/// The name of a file without its folders.
pub(super) fn base_name(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or(file)
}
