//! Addresses that links lead to: templates with the organisation's own values in them.

use std::collections::BTreeMap;

use crate::content::Value;

/// What stands between braces and names no variable.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct UnknownVariable(pub(super) String);

/// Puts variables into an address: `mailto:{ $email }`.
pub(super) fn filled_address(
    address: &str,
    variables: &BTreeMap<String, Value>,
) -> Result<String, UnknownVariable> {
    let unknown = |name: &str| UnknownVariable(name.to_owned());
    let mut filled = String::new();
    let mut rest = address;
    while let Some((before, tail)) = rest.split_once('{') {
        let (inside, after) = tail.split_once('}').ok_or_else(|| unknown(tail))?;
        let name = inside.trim().strip_prefix('$').ok_or_else(|| unknown(inside))?;
        filled.push_str(before);
        match variables.get(name).ok_or_else(|| unknown(name))? {
            Value::Text(text) => filled.push_str(text),
            Value::Number(number) => filled.push_str(&number.to_string()),
        }
        rest = after;
    }
    filled.push_str(rest);
    Ok(dialled(filled))
}

/// A telephone number as it is dialled (RFC 3966): no blanks, its extension as a parameter, and no country before one that it
/// tells itself. Other addresses stay.
fn dialled(address: String) -> String {
    let Some(number) = address.strip_prefix("tel:") else { return address };
    let number = number.rfind('+').map_or(number, |at| &number[at..]);
    let (number, extension) = number.split_at(number.find(char::is_alphabetic).unwrap_or(number.len()));
    let kept = |c: char| c.is_ascii_digit() || matches!(c, '+' | '*' | '#');
    let parts: Vec<String> =
        number.split(|c: char| !kept(c)).filter(|part| !part.is_empty()).map(str::to_owned).collect();
    let extension: String = extension.chars().filter(char::is_ascii_digit).collect();
    let extension = if extension.is_empty() { extension } else { format!(";ext={extension}") };
    format!("tel:{}{extension}", parts.join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_go_into_addresses() {
        let variables = BTreeMap::from([("email".to_owned(), Value::Text("a@b.org".to_owned()))]);
        assert_eq!(filled_address("mailto:{ $email }", &variables), Ok("mailto:a@b.org".to_owned()));
        assert_eq!(filled_address("{$email}?x", &variables), Ok("a@b.org?x".to_owned()));
        assert_eq!(filled_address("tel:{ $fon }", &variables), Err(UnknownVariable("fon".to_owned())));
        assert!(filled_address("tel:{ $email", &variables).is_err());
    }

    #[test]
    fn numbers_are_dialled_from_everywhere() {
        for (address, wanted) in [
            ("tel:+1-416-906-3098", "tel:+1-416-906-3098"),
            ("tel:+1-+44 20 7946 0958", "tel:+44-20-7946-0958"),
            ("tel:+1-(604) 555.0100 ext 12345", "tel:+1-604-555-0100;ext=12345"),
            ("mailto:a b", "mailto:a b"),
        ] {
            assert_eq!(dialled(address.to_owned()), wanted);
        }
    }
}
