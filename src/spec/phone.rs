//! A telephone number as it is written → as it is dialled from everywhere (RFC 3966, ITU-T E.164).
//!
//! Libraries of all countries' plans were weighed. `phonenumber` 0.3 with its tables makes a program 3.3 MB larger, takes the letters of
//! “poste 12” for digits, and knows no 211 or 988; `phonelib` 1.2 takes a number of Vancouver for one of Malaysia. What a link
//! needs of them is which prefixes stand for the country, or for none; how long the numbers of each country are is not known here.

use crate::characters::written;
use crate::script::ascii_digit;

/// Why something is no telephone number.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub(super) enum PhoneFault {
    /// It starts like none, or holds no digit.
    #[error("a number has digits, and nothing before them but + or an opening bracket")]
    NoNumber,
    /// It has a plus within, or several.
    #[error("a + stands at the start, and once")]
    Plus,
    /// It has words beside its digits.
    #[error("after the number stands nothing but its extension: ext. 12")]
    Words,
    /// A letter that looks like a digit stands among digits.
    #[error("a letter O, I or L stands among digits: is it a 0 or a 1?")]
    Letter,
    /// It has a sign that no number has.
    #[error("a number holds digits, spaces, hyphens, dots and brackets")]
    Sign,
    /// It reaches nobody.
    #[error("the number has too few digits")]
    Short,
    /// It is longer than any number (E.164 6.1).
    #[error("the number has too many digits: is it one number?")]
    Long,
    /// What follows its area starts as none does in North America.
    #[error("after the area code no number starts with 0 or 1")]
    Exchange,
    /// It lacks its area, in a country where that is always dialled.
    #[error("in this country a number has ten digits, those of its area code first")]
    Area,
}

/// A number taken apart.
struct Dialled {
    is_international: bool,
    /// Its digits, group by group.
    groups: Vec<String>,
    extension: Option<String>,
}

/// What is dialled for a number, given the country (its code, without +) of one that doesn't tell its own: `+1-604-555-0100`.
/// Numbers of three to six digits are of no country: they reach a service where one stands.
pub(super) fn dialled(number: &str, country: Option<&str>) -> Result<String, PhoneFault> {
    let mut parts = taken_apart(number)?;
    let digits = parts.groups.concat();
    if digits.starts_with(['*', '#']) || digits.len() < 7 && !parts.is_international {
        let count = digits.trim_start_matches(['*', '#']).len();
        let sound = (3..=6).contains(&count) && parts.extension.is_none();
        return if sound { Ok(digits) } else { Err(PhoneFault::Short) };
    }
    if let Some(code) = country.filter(|_| !parts.is_international) {
        in_country(&mut parts, code);
        parts.is_international = true;
    }
    let digits = parts.groups.concat();
    let north_american = parts.is_international && digits.starts_with('1');
    match digits.len() {
        11 if north_american
            && digits[4..].starts_with(['0', '1'])
            && !digits[1..].starts_with(['0', '1']) =>
        {
            return Err(PhoneFault::Exchange);
        }
        11 if north_american && !digits[1..].starts_with(['0', '1']) => {}
        _ if north_american => return Err(PhoneFault::Area),
        0..=6 => return Err(PhoneFault::Short),
        7..=15 => {}
        _ => return Err(PhoneFault::Long),
    }
    let plus = if parts.is_international { "+" } else { "" };
    let extension = parts.extension.map_or(String::new(), |extension| format!(";ext={extension}"));
    Ok(format!("{plus}{}{extension}", parts.groups.join("-")))
}

/// Puts the country's code before a number, in the place of what is dialled within the country alone.
fn in_country(parts: &mut Dialled, code: &str) {
    let digits = parts.groups.concat();
    // A number of Brazil within its area may start with its country's digits (area 55).
    let least = if code == "55" { 12 } else { 11 };
    if let Some(abroad) = ["00", "011"].into_iter().find(|&way| is_way_abroad(way, code, &digits)) {
        // The way out of a country, with another country after it.
        return drop_digits(&mut parts.groups, abroad.len());
    }
    if digits.starts_with(code) && digits.len() >= least {
        return;
    }
    drop_digits(&mut parts.groups, trunk(code, &digits).len());
    parts.groups.insert(0, code.to_owned());
}

fn is_way_abroad(way: &str, code: &str, digits: &str) -> bool {
    digits.starts_with(way) && digits.len() >= way.len() + 8 && (way == "00" || code == "1")
}

/// What is dialled before an area within a country, and not from abroad.
fn trunk(code: &str, digits: &str) -> &'static str {
    let prefix = match code {
        "1" => "1",
        "7" => "8",
        "36" => "06",
        // Their numbers begin with a 0 that is dialled from abroad, too.
        "39" | "378" | "379" | "225" | "241" | "242" => "",
        _ => "0",
    };
    let has = digits.starts_with(prefix) && !(matches!(code, "1" | "7") && digits.len() != 11);
    if has { prefix } else { "" }
}

/// Takes digits off the front.
fn drop_digits(groups: &mut Vec<String>, mut count: usize) {
    for group in groups.iter_mut() {
        let taken = count.min(group.len());
        group.drain(..taken);
        count -= taken;
    }
    groups.retain(|group| !group.is_empty());
}

fn taken_apart(number: &str) -> Result<Dialled, PhoneFault> {
    let number: String = written(number).chars().map(plain).collect();
    if !number.starts_with(|c: char| c.is_ascii_digit() || "(+*#".contains(c)) {
        return Err(PhoneFault::NoNumber);
    }
    let (number, extension) = without_extension(&number)?;
    let bare = number.trim_start_matches(['(', ' ']);
    let is_international = bare.starts_with('+');
    let bare = bare.strip_prefix('+').unwrap_or(bare);
    if bare.contains('+') {
        return Err(PhoneFault::Plus);
    }
    if !bare.starts_with(|c: char| c.is_ascii_digit() || "(*#".contains(c)) {
        return Err(PhoneFault::NoNumber);
    }
    // A zero in brackets is dialled within the country alone.
    let goes_abroad = is_international || bare.starts_with("00") || bare.starts_with("011");
    let bare = if goes_abroad { bare.replacen("(0)", " ", 1) } else { bare.to_owned() };
    let is_slip =
        |group: &str| group.contains(|c: char| c.is_ascii_digit()) && group.contains(['O', 'I', 'L']);
    if bare.split([' ', '-', '.', '(', ')', '/']).any(is_slip) {
        return Err(PhoneFault::Letter);
    }
    let mut groups = vec![String::new()];
    for (at, c) in bare.char_indices() {
        match c {
            '0'..='9' => groups.last_mut().expect("there is one").push(c),
            '*' | '#' if at == 0 => groups.last_mut().expect("there is one").push(c),
            'A'..='Z' => groups.last_mut().expect("there is one").push(keypad(c)),
            ' ' | '-' | '.' | '(' | ')' | '/' => groups.push(String::new()),
            c if c.is_alphabetic() => return Err(PhoneFault::Words),
            _ => return Err(PhoneFault::Sign),
        }
    }
    groups.retain(|group| !group.is_empty());
    Ok(Dialled { is_international, groups, extension })
}

/// The number before a word in small letters or after which digits stand, and those digits.
fn without_extension(number: &str) -> Result<(&str, Option<String>), PhoneFault> {
    const KNOWN: [&str; 7] = ["EXT", "X", "EXTENSION", "EXTN", "POSTE", "INT", "ANEXO"];
    let mut from = 0;
    while let Some(start) = number[from..].find(|c: char| c.is_alphabetic() || c == '#').map(|at| from + at) {
        let ends = |c: char| c.is_whitespace() || c.is_ascii() && !c.is_ascii_alphabetic() && c != '#';
        let end = number[start..].find(ends);
        let end = end.map_or(number.len(), |length| start + length);
        let word = &number[start..end];
        let is_name = word.chars().all(|c| c.is_ascii_uppercase()) && !KNOWN.contains(&word);
        if is_name || start == 0 {
            from = end;
            continue;
        }
        let after = number[end..].trim_matches([' ', '.', ':', '=', ')', '-']);
        let sound = (1..=7).contains(&after.len()) && after.bytes().all(|byte| byte.is_ascii_digit());
        let before = number[..start].trim_end_matches([' ', ',', ';', '(', '-', '.']);
        let has_number = before.chars().filter(char::is_ascii_digit).count() >= 7;
        let extension = (sound && has_number).then(|| after.to_owned()).ok_or(PhoneFault::Words)?;
        return Ok((before, Some(extension)));
    }
    Ok((number, None))
}

/// A sign of a number as ASCII has it: digits of any script, hyphens, spaces and brackets of any width.
fn plain(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '－' | '～' | '~' => '-',
        '（' => '(',
        '）' => ')',
        '＋' => '+',
        '．' | '·' => '.',
        '\t' | '\n' | '\r' => '\u{1}',
        c if c.is_whitespace() => ' ',
        _ => ascii_digit(c).unwrap_or(c),
    }
}

/// The key of a telephone that has a letter (ITU-T E.161).
fn keypad(letter: char) -> char {
    match letter {
        'A'..='C' => '2',
        'D'..='F' => '3',
        'G'..='I' => '4',
        'J'..='L' => '5',
        'M'..='O' => '6',
        'P'..='S' => '7',
        'T'..='V' => '8',
        _ => '9',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_dialled_from_everywhere() {
        for (number, country, wanted) in [
            ("416-906-3098", "1", "+1-416-906-3098"),
            ("1-800-555-0100", "1", "+1-800-555-0100"),
            ("18005550100", "1", "+18005550100"),
            ("(604) 555.0100 ext 12345", "1", "+1-604-555-0100;ext=12345"),
            ("604-555-0100, poste 12", "1", "+1-604-555-0100;ext=12"),
            ("604-555-0100 x12", "1", "+1-604-555-0100;ext=12"),
            ("604-555-0100 #12", "1", "+1-604-555-0100;ext=12"),
            ("604-555-0100 ต่อ ๑๒", "1", "+1-604-555-0100;ext=12"),
            ("604\u{2011}555\u{AD}\u{2011}0100", "1", "+1-604-555-0100"),
            ("６０４－５５５－０１００", "1", "+1-604-555-0100"),
            ("+44 20 7946 0958", "1", "+44-20-7946-0958"),
            ("+44 (0)20 7946 0958", "1", "+44-20-7946-0958"),
            ("(+44) 20 7946 0958", "1", "+44-20-7946-0958"),
            ("011 44 20 7946 0958", "1", "+44-20-7946-0958"),
            ("0044 (0)20 7946 0958", "1", "+44-20-7946-0958"),
            ("020 7946 0958", "44", "+44-20-7946-0958"),
            ("(0)20 7946 0958", "44", "+44-20-7946-0958"),
            ("44 20 7946 0958", "44", "+44-20-7946-0958"),
            ("02-312-3456", "82", "+82-2-312-3456"),
            ("02 123 4567", "66", "+66-2-123-4567"),
            ("06 1234 5678", "39", "+39-06-1234-5678"),
            ("8 (495) 123-45-67", "7", "+7-495-123-45-67"),
            ("06 1 234 5678", "36", "+36-1-234-5678"),
            ("55 99123-4567", "55", "+55-55-99123-4567"),
            ("211", "1", "211"),
            ("116 123", "44", "116123"),
            ("*677", "1", "*677"),
            ("1-800-FLOWERS", "1", "+1-800-3569377"),
            ("1-800-GO-FEDEX", "1", "+1-800-46-33339"),
        ] {
            assert_eq!(dialled(number, Some(country)).as_deref(), Ok(wanted), "{number}");
        }
        assert_eq!(dialled("555-0100", None).as_deref(), Ok("555-0100"));
        assert_eq!(dialled("+1 604 555 0100", None).as_deref(), Ok("+1-604-555-0100"));
    }

    #[test]
    fn what_reaches_nobody_is_no_number() {
        for (number, fault) in [
            ("+1 604 155 0100", PhoneFault::Exchange),
            ("12", PhoneFault::Short),
            ("call 5 times", PhoneFault::NoNumber),
            ("", PhoneFault::NoNumber),
            ("++44+1", PhoneFault::Plus),
            ("1", PhoneFault::Short),
            ("12", PhoneFault::Short),
            ("555-0100", PhoneFault::Area),
            ("1-800-555-010", PhoneFault::Area),
            ("+1", PhoneFault::Area),
            ("604-555-0100 or 604-555-0101", PhoneFault::Words),
            ("604-555-0100 (24 hours)", PhoneFault::Words),
            ("604-555-0100/0101", PhoneFault::Area),
            ("604;555", PhoneFault::Sign),
            ("604\n555 0100", PhoneFault::Sign),
            ("+44 20 7946 0958 1234 5678", PhoneFault::Long),
        ] {
            assert_eq!(dialled(number, Some("1")), Err(fault), "{number}");
        }
    }
}
