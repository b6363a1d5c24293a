//! Text of a file in a message: short, on one line, and unable to move a terminal.

use std::fmt;

use serde::Serialize;

use crate::shown::harmless;

/// How many characters of a text are quoted.
const SHOWN: usize = 80;

/// Text of a file as a message may show it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(transparent)]
pub struct Quote(String);

impl Quote {
    /// The start of a text. What would move a terminal, or turn the direction of a line, is replaced by a dot.
    pub fn new(text: &str) -> Quote {
        let mut shown: String = text.chars().take(SHOWN).map(harmless).collect();
        if text.chars().nth(SHOWN).is_some() {
            shown.push('…');
        }
        Quote(shown)
    }
}

impl fmt::Display for Quote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_can_not_move_the_terminal() {
        assert_eq!(Quote::new("a\u{1b}[2Jb\n\u{202E}\u{2067}c").to_string(), "a·[2Jb···c");
        assert_eq!(Quote::new(&"x".repeat(200)).to_string().chars().count(), 81);
        assert_eq!(Quote::new(&"x".repeat(80)).to_string().chars().count(), 80);
    }
}
