//! A line of a file of an organisation, be it sound or not. In: the line. Out: its name, what stands between that and the value, and what
//! the value says.

use std::ops::Range;

use super::organisation_values::{KEYS, path_help};
use super::wording::{Explained, explain, near_name};
use crate::characters::is_blank;

/// Whether nothing is seen of a character.
pub(super) fn is_unseen(c: char) -> bool {
    c.is_control() || is_blank(c.encode_utf8(&mut [0; 4]))
}

/// A line taken apart.
pub(super) struct Parts<'t> {
    /// The name without quotation marks.
    pub(super) key: &'t str,
    /// Its place.
    pub(super) at: Range<usize>,
    /// The place of `=`, or of what stands for it.
    pub(super) sign: Range<usize>,
    /// What stands behind that.
    pub(super) value: &'t str,
    /// Where that starts.
    pub(super) value_at: usize,
}

impl<'t> Parts<'t> {
    /// Takes a line apart that starts at a place; `None` where it is none of a name and a value.
    pub(super) fn new(line: &'t str, start: usize) -> Option<Parts<'t>> {
        let sign = line.char_indices().find(|(_, c)| matches!(c, '=' | '＝' | ':' | '：'));
        let parted = sign.and_then(|(at, c)| {
            let (key, sure) = (bare_key(&line[..at]), matches!(c, '=' | '＝'));
            let is_key = !key.is_empty() && (sure || meant_key(key).is_some());
            is_key.then_some((key, at..at + c.len_utf8()))
        });
        let (key, sign) = parted.or_else(|| {
            let end = line.find([' ', '\t', '"'])?;
            let value = line[end..].trim_start();
            let is_value = value.starts_with(['"', '\'', '“', '„', '«']);
            let key = &line[..end];
            (is_value && meant_key(key).is_some()).then_some((key, end..end))
        })?;
        let at = start + line.find(key)?;
        let value = &line[sign.end..];
        Some(Parts {
            key,
            at: at..at + key.len(),
            sign: start + sign.start..start + sign.end,
            value,
            value_at: start + sign.end,
        })
    }
}

fn bare_key(text: &str) -> &str {
    text.trim_matches(|c: char| is_unseen(c) || "\"'“”„{,-*•`".contains(c))
}

/// What people call the lines of an organisation, in several languages.
const CALLED: [(&str, &str); 6] = [
    ("name", "nom nombre organisation organization title who"),
    (
        "email",
        "mail e-mail e_mail courriel correo adresse-mail email-address e-mail-address emailaddress address",
    ),
    (
        "phone",
        "tel tél telephone téléphone telefono teléfono telefon tel. phone-number phonenumber number mobile cell call",
    ),
    ("website", "web site url homepage www webpage link site-web sitio web-site web-address domain"),
    ("logo", "image picture icon logo-file"),
    ("press", "printer print-shop"),
];

/// The name that is meant by a word.
pub(super) fn meant_key(word: &str) -> Option<&'static str> {
    let small = word.to_lowercase().replace(' ', "-");
    let called = CALLED.iter().find(|(key, words)| *key == small || words.split(' ').any(|it| it == small));
    called.map(|(key, _)| *key).or_else(|| near_name(&small, &KEYS)).filter(|_| !word.is_empty())
}

/// Why a line can't be read.
pub(super) fn broken(line: &str, key: &str, error: &toml::de::Error) -> Explained {
    let told = explain(line, error);
    if key != "logo" || !line[told.place.clone()].starts_with('\\') {
        return told;
    }
    Explained { help: path_help(line), ..told }
}

/// A logo's path of which a broken line tells no more than its last part.
pub(super) fn plain_path(key: &str, value: &str) -> String {
    match value.rsplit('\\').next() {
        Some(last) if key == "logo" => last.to_owned(),
        _ => value.to_owned(),
    }
}

/// What a value says whose quotation marks are not right.
pub(super) fn recovered(written: &str) -> &str {
    let written = written.trim_matches(is_unseen);
    if let Some(quote) = written.chars().next().filter(|c| matches!(c, '"' | '\''))
        && let Some(end) = written[1..].find(quote)
    {
        let (inside, after) = (&written[1..=end], written[end + 2..].trim_start());
        if after.is_empty() || after.starts_with([',', ';', '#']) {
            return inside;
        }
        let last = written.rfind(quote).filter(|last| *last > 1).unwrap_or(end + 1);
        return &written[1..last];
    }
    let end = written.find(" #").unwrap_or(written.len());
    let is_around = |c: char| c.is_whitespace() || "\"'“”„‟‘’‚«»‹›″＂「」`´,;{}[]".contains(c);
    written[..end].trim_matches(is_around)
}
