//! The headings of a file of an organisation, as people write them.

use toml::de::DeTable;

use super::wording::near_name;

/// A line that is a heading, or was meant as one.
#[derive(PartialEq, Eq, Debug)]
pub(super) enum Heading<'t> {
    /// That of the organisation, with what stands behind it in its line.
    Organisation {
        /// What follows.
        rest: &'t str,
        /// Whether it is written as it has to be.
        is_right: bool,
    },
    /// `[theme]`, one within it, or `[variables]`, whose lines are read as a whole.
    Apart,
    /// One of these, written in another way, with its name.
    Misspelt {
        /// What stands there.
        written: &'t str,
        /// What is meant.
        meant: &'static str,
    },
    /// Another one.
    Other(&'t str),
}

const OURS: &str = "organisation organization organisations organizations org organisación organización \
                    organizacion organizzazione our-organisation our-organization";

/// The heading that a line is.
pub(super) fn heading(line: &str) -> Option<Heading<'_>> {
    let bare = line.split('#').next().unwrap_or_default().trim_end();
    let opens = bare.starts_with(['[', '［']);
    let closed = bare.rfind([']', '］']).filter(|at| !bare[..*at].contains(['=', '"']));
    let end = closed.map_or(bare.len(), |at| at + bare[at..].chars().next().map_or(0, char::len_utf8));
    let (head, rest) = bare.split_at(end);
    let word = head.trim_matches(|c: char| c.is_whitespace() || "[](){}<>［］:：“”\"'".contains(c));
    let small = word.to_lowercase().replace(' ', "-");
    let is_name = !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || "-_. ".contains(c));
    let is_bracketed = opens || closed.is_some();
    let is_ours = OURS.split_whitespace().any(|ours| ours == small);
    if !is_name || !(is_bracketed || is_ours) {
        return None;
    }
    if small == "theme" || small.starts_with("theme.") || head == "[variables]" {
        return is_bracketed.then_some(Heading::Apart);
    }
    if is_bracketed && near_name(word, &["variables"]).is_some() {
        return Some(Heading::Misspelt { written: head, meant: "[variables]" });
    }
    if is_ours || is_bracketed && near_name(word, &["organisation"]).is_some() {
        let is_right = DeTable::parse(head).is_ok_and(|table| {
            let found = table.get_ref().get("organisation");
            found.is_some_and(|value| value.get_ref().is_table())
        });
        return Some(Heading::Organisation { rest: rest.trim(), is_right });
    }
    Some(Heading::Other(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_however_they_are_written() {
        let ours = |rest, is_right| Some(Heading::Organisation { rest, is_right });
        for (line, wanted) in [
            ("[organisation]", ours("", true)),
            ("[ organisation ]  # ours", ours("", true)),
            ("[Organisation]", ours("", false)),
            ("[organization]", ours("", false)),
            ("organisation]", ours("", false)),
            ("[organisation", ours("", false)),
            ("[[organisation]]", ours("", false)),
            ("[org]", ours("", false)),
            ("Organisation:", ours("", false)),
            ("\"organisation\": {", ours("", false)),
            ("［organisation］", ours("", false)),
            ("[organistion]", ours("", false)),
            ("[organisation] name = \"Our\"", ours("name = \"Our\"", true)),
            ("[theme]", Some(Heading::Apart)),
            ("[theme.palette]", Some(Heading::Apart)),
            ("[variables]", Some(Heading::Apart)),
            ("[Variable]", Some(Heading::Misspelt { written: "[Variable]", meant: "[variables]" })),
            ("[contact]", Some(Heading::Other("contact"))),
            ("name = \"Our [organisation]\"", None),
            ("organisation = \"Our\"", None),
            ("Our clinic", None),
            ("", None),
        ] {
            assert_eq!(heading(line), wanted, "{line}");
        }
    }
}
