//! Addresses that links lead to. In: a template with the organisation's own values in it. Out: an address of a kind that a
//! reader's program may be handed: the web, mail, a telephone, and what a project names.

use std::collections::BTreeMap;

use super::host::{is_email, is_website};
use super::phone::{PhoneFault, dialled};
use crate::characters::written;
use crate::content::Value;

/// The kinds of addresses that links may have in every project (RFC 9110, 6068, 3966, 5724).
const SCHEMES: [&str; 5] = ["https", "http", "mailto", "tel", "sms"];

/// Kinds that no link may have: they run a program, or lead into the reader's own machine.
const UNSAFE: [&str; 7] = ["javascript", "vbscript", "data", "file", "blob", "about", "jar"];

/// Whether addresses of a kind, in small letters, run a program, or lead into the reader's own machine.
pub fn is_unsafe_scheme(scheme: &str) -> bool {
    UNSAFE.contains(&scheme)
}

/// Whether it is the name of a kind of addresses, in small letters (RFC 3986 3.1).
pub fn is_scheme(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "+-.".contains(c))
}

/// Why a template makes no address.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub(super) enum AddressFault {
    /// What stands between braces and names no variable.
    #[error("there is no variable “{0}” for this address")]
    UnknownVariable(String),
    /// No scheme.
    #[error("“{0}” doesn’t say what kind of address it is")]
    NoScheme(String),
    /// A scheme that no link may have.
    #[error("a link can’t lead to an address of the kind “{0}:”")]
    Scheme(String),
    /// A number that can't be dialled.
    #[error("“{0}” is no telephone number: {1}")]
    Phone(String, PhoneFault),
    /// No address for mail.
    #[error("“{0}” is no e-mail address")]
    Mail(String),
    /// No address on the web.
    #[error("“{0}” is no address on the web")]
    Web(String),
    /// What an address on the web begins with, and nothing behind it.
    #[error("“{0}” is only how an address on the web begins: the name of the site is missing")]
    NoSite(String),
    /// Something that no address holds.
    #[error("“{0}” holds a blank or a control character")]
    Blank(String),
}

/// The name of a scheme as it is compared, where it is one that a project may name (RFC 3986 3.1).
pub(super) fn own_scheme(name: &str) -> Option<String> {
    let scheme = name.trim_end_matches(':').to_ascii_lowercase();
    (is_scheme(&scheme) && !is_unsafe_scheme(&scheme)).then_some(scheme)
}

/// Puts variables into an address, `mailto:{ $email }`, and makes sure that it leads where it says. `schemes` are those that
/// the project names beside the common ones.
///
/// # Errors
/// The address can't be meant.
pub(super) fn filled_address(
    address: &str,
    variables: &BTreeMap<String, Value>,
    schemes: &[String],
) -> Result<String, AddressFault> {
    let filled = filled(address, variables)?;
    let whole = || filled.clone();
    let (scheme, rest) = filled.split_once(':').ok_or_else(|| AddressFault::NoScheme(whole()))?;
    let scheme = scheme.to_ascii_lowercase();
    if !is_scheme(&scheme) || scheme.contains('.') && !schemes.contains(&scheme) {
        return Err(AddressFault::NoScheme(whole()));
    }
    if !SCHEMES.contains(&scheme.as_str()) && !schemes.contains(&scheme) {
        return Err(AddressFault::Scheme(scheme));
    }
    let (head, query) = rest.split_at(rest.find('?').unwrap_or(rest.len()));
    match scheme.as_str() {
        "tel" | "sms" => {
            let template = address.split_once(':').map_or("", |(_, template)| template);
            let number = number_of(template, head, variables)?;
            sound(format!("{scheme}:{number}{query}"))
        }
        "mailto" if is_email(head) => sound(format!("{scheme}:{rest}")),
        "mailto" => Err(AddressFault::Mail(head.to_owned())),
        "https" | "http" => {
            if rest.trim_start_matches('/').is_empty() {
                return Err(AddressFault::NoSite(whole()));
            }
            let dialled = with_digits(address, rest, variables)?;
            let rest = dialled.as_deref().unwrap_or(rest);
            let site = rest.strip_prefix("//").filter(|site| is_website(site));
            site.map(|site| format!("{scheme}://{site}")).ok_or_else(|| AddressFault::Web(rest.to_owned()))
        }
        _ => sound(format!("{scheme}:{rest}")),
    }
}

/// Sites that are told a telephone number: digits alone, those of its country first.
const TELLING: [&str; 3] = ["//wa.me/", "//api.whatsapp.com/send?phone=", "//web.whatsapp.com/send?phone="];

/// What follows `https:` where it leads to a telephone number, with the digits that are dialled from everywhere; `None` for
/// all other addresses. `rest` is that of the template `address` with its values.
fn with_digits(
    address: &str,
    rest: &str,
    variables: &BTreeMap<String, Value>,
) -> Result<Option<String>, AddressFault> {
    let after = |text: &str| {
        let small = text.to_ascii_lowercase();
        TELLING.iter().find_map(|site| Some(small.find(site)? + site.len()))
    };
    let (Some(from), Some(start)) = (after(address), after(rest)) else { return Ok(None) };
    let ends = |c: char| matches!(c, '?' | '&' | '/' | '#');
    let number = rest[start..].split(ends).next().unwrap_or_default();
    // A letter starts the name of a message or a picture.
    if !number.starts_with(|c: char| c.is_numeric() || matches!(c, '+' | '(')) {
        return Ok(None);
    }
    let template = address[from..].split(ends).next().unwrap_or_default();
    let abroad = |text: &str| format!("+{}", text.trim_start_matches('+'));
    let dialled = number_of(&abroad(template), &abroad(number), variables)?;
    let digits: String =
        dialled.split(';').take(1).flat_map(str::chars).filter(char::is_ascii_digit).collect();
    if digits.len() < 7 {
        return Err(AddressFault::Phone(number.to_owned(), PhoneFault::Short));
    }
    Ok(Some(format!("{}{digits}{}", &rest[..start], &rest[start + number.len()..])))
}

fn sound(address: String) -> Result<String, AddressFault> {
    let lower = address.to_ascii_lowercase();
    let breaks_line = ["%0d", "%0a", "%00"].iter().any(|code| lower.contains(code));
    let blank = address.contains(|c: char| c.is_whitespace() || c.is_control());
    if breaks_line || blank { Err(AddressFault::Blank(address)) } else { Ok(address) }
}

/// The template with values in it, without what is not seen.
fn filled(address: &str, variables: &BTreeMap<String, Value>) -> Result<String, AddressFault> {
    let mut filled = String::new();
    let mut rest = address;
    while let Some((before, tail)) = rest.split_once('{') {
        let (inside, after) = tail.split_once('}').ok_or_else(|| unknown(tail))?;
        filled.push_str(before);
        filled.push_str(&value(inside, variables)?);
        rest = after;
    }
    filled.push_str(rest);
    Ok(written(&filled))
}

fn unknown(name: &str) -> AddressFault {
    AddressFault::UnknownVariable(name.to_owned())
}

/// The value of what stands between braces.
fn value(inside: &str, variables: &BTreeMap<String, Value>) -> Result<String, AddressFault> {
    let name = inside.trim().strip_prefix('$').ok_or_else(|| unknown(inside))?;
    Ok(match variables.get(name).ok_or_else(|| unknown(name))? {
        Value::Text(text) => written(text),
        Value::Number(number) => number.to_string(),
    })
}

/// The number that a template means; `whole` is the same with its value in it. A country or an area before a value holds for
/// values that don't tell their own: `+1-{ $phone }`.
fn number_of(
    template: &str,
    whole: &str,
    variables: &BTreeMap<String, Value>,
) -> Result<String, AddressFault> {
    let told = |number: &str, country| {
        dialled(number, country).map_err(|fault| AddressFault::Phone(number.to_owned(), fault))
    };
    let parts = template.split_once('{').and_then(|(before, tail)| {
        let (inside, after) = tail.split_once('}')?;
        let code: String = before.trim().strip_prefix('+')?.chars().filter(char::is_ascii_digit).collect();
        (!after.contains('{') && (after.is_empty() || after.starts_with('?'))).then_some((code, inside))
    });
    let Some((code, inside)) = parts else { return told(whole, None) };
    let value = value(inside, variables)?;
    match code.len() {
        1..=3 => told(&value, Some(&code)),
        // A country with an area: the value is a number within it, or stands alone.
        _ => match dialled(&value, None) {
            Ok(number) if number.len() < 7 || number.starts_with('+') => Ok(number),
            _ => told(whole, None),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(template: &str, value: &str) -> Result<String, AddressFault> {
        let variables = BTreeMap::from([("x".to_owned(), Value::Text(value.to_owned()))]);
        filled_address(template, &variables, &["signal".to_owned()])
    }

    #[test]
    fn variables_go_into_addresses() {
        for (template, value, wanted) in [
            ("mailto:{ $x }", "a@b.org", "mailto:a@b.org"),
            ("mailto:{$x}?subject=Hello", "in\u{AD}fo@b.org", "mailto:info@b.org?subject=Hello"),
            ("https://{ $x }/one", "exam\u{200B}ple.org", "https://example.org/one"),
            ("tel:+1-{ $x }", "1-800-555-0100", "tel:+1-800-555-0100"),
            ("tel:+1-{ $x }", "211", "tel:211"),
            ("tel:+1-604-{ $x }", "555-0100", "tel:+1-604-555-0100"),
            ("tel:+1-604-{ $x }", "988", "tel:988"),
            ("tel:+1-604-{ $x }", "+44 20 7946 0958", "tel:+44-20-7946-0958"),
            ("sms:+1{ $x }?body=Hi", "604-555-0100", "sms:+1-604-555-0100?body=Hi"),
            ("tel:+44-116-123-4567", "", "tel:+44-116-123-4567"),
            ("signal:{ $x }", "group", "signal:group"),
            ("https://wa.me/1{ $x }", "1-800-555-0100", "https://wa.me/18005550100"),
            ("https://wa.me/1{ $x }?text=Hi", "(604) 555-0100", "https://wa.me/16045550100?text=Hi"),
            ("https://wa.me/{ $x }", "+44 (0)20 7946 0958", "https://wa.me/442079460958"),
            ("https://wa.me/+44{ $x }", "020 7946 0958 ext. 12", "https://wa.me/442079460958"),
            ("https://wa.me/16045550100", "", "https://wa.me/16045550100"),
            ("https://wa.me/message/{ $x }", "AB12", "https://wa.me/message/AB12"),
            (
                "https://api.whatsapp.com/send?phone=1{ $x }&text=Hi",
                "1 604 555 0100",
                "https://api.whatsapp.com/send?phone=16045550100&text=Hi",
            ),
        ] {
            assert_eq!(address(template, value).as_deref(), Ok(wanted), "{template} {value}");
        }
    }

    #[test]
    fn an_address_leads_where_it_says_or_nowhere() {
        let scheme = |name: &str| AddressFault::Scheme(name.to_owned());
        let bare = |text: &str| AddressFault::NoScheme(text.to_owned());
        for (template, fault) in [
            ("javascript:app.alert(1)", scheme("javascript")),
            ("file:///etc/passwd", scheme("file")),
            ("whatsapp://send", scheme("whatsapp")),
            ("../../x.exe", bare("../../x.exe")),
            ("\\\\evil\\share", bare("\\\\evil\\share")),
            ("//example.org", bare("//example.org")),
            ("example.org:80", bare("example.org:80")),
            ("C:\\x.exe", scheme("c")),
            ("", bare("")),
            ("https://a.b\">x", AddressFault::Web("//a.b\">x".to_owned())),
            ("https:example.org", AddressFault::Web("example.org".to_owned())),
            ("https://user@host.org", AddressFault::Web("//user@host.org".to_owned())),
            ("mailto:a@b.org,c@d.org", AddressFault::Mail("a@b.org,c@d.org".to_owned())),
            (
                "mailto:a@b.org?cc=x%0D%0ABcc:y",
                AddressFault::Blank("mailto:a@b.org?cc=x%0D%0ABcc:y".to_owned()),
            ),
            ("signal: x", AddressFault::Blank("signal: x".to_owned())),
            ("tel:{ $fon }", AddressFault::UnknownVariable("fon".to_owned())),
            ("tel:+1-{ $x }", AddressFault::Phone("1".to_owned(), PhoneFault::Short)),
            ("https://wa.me/1{ $x }", AddressFault::Phone("1".to_owned(), PhoneFault::Short)),
        ] {
            assert_eq!(address(template, "1"), Err(fault), "{template}");
        }
        assert!(address("tel:{ $x", "1").is_err());
    }

    #[test]
    fn a_project_names_no_scheme_that_runs_something() {
        assert_eq!(own_scheme("Signal:").as_deref(), Some("signal"));
        for name in ["javascript", "FILE", "", "a b", "1a"] {
            assert_eq!(own_scheme(name), None, "{name}");
        }
    }
}
