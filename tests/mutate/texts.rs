//! Damage done to texts: Fluent and TOML as a slip of the pen, a wrong merge or somebody with bad intent leaves them. And TOML
//! that is sound and says what nobody means.

use toml::{Table, Value};

use super::Dice;
use super::vocabulary::{FLUENT, Language, NUMBERS, ODD, RUNS, TOML};

/// A text with one or two damages; not always UTF-8 any more. `others` are texts of other kinds, whose lines may come in.
pub(crate) fn damaged_text(seed: u64, whole: &str, language: &Language, others: &[&str]) -> Vec<u8> {
    let mut dice = Dice::new(seed);
    if language.is_toml && dice.below(3) == 0 {
        return meant_ill(&mut dice, whole).into_bytes();
    }
    let mut text = whole.to_owned();
    for _ in 0..=dice.below(4) / 2 {
        damage(&mut dice, &mut text, language, others);
    }
    let mut bytes = text.into_bytes();
    // What is no UTF-8 is refused at once, which is worth little.
    if dice.below(12) == 0 {
        super::flip(&mut dice, &mut bytes, 8);
    }
    bytes
}

fn damage(dice: &mut Dice, text: &mut String, language: &Language, others: &[&str]) {
    let at = place(dice, text);
    match dice.below(16) {
        0 => text.truncate(at),
        1 => flip(dice, text),
        2..=4 => lines(dice, text, others),
        5 | 6 => text.insert_str(at, pick(dice, language.tokens)),
        7 => {
            let tokens = [FLUENT.tokens, TOML.tokens][dice.below(2)];
            text.insert_str(at, pick(dice, tokens));
        }
        8 | 9 => number(dice, text, at),
        10 => nest(dice, text, at, language),
        11 | 12 => {
            let most = 1 << dice.below(10);
            let odd = pick(dice, ODD).repeat(1 + dice.below(most));
            text.insert_str(at, &odd);
        }
        13 => {
            let run = pick(dice, RUNS).repeat(1 << dice.below(15));
            text.insert_str(at, &run);
        }
        14 => {
            let piece = piece(dice, text, at);
            let to = place(dice, text);
            text.insert_str(to, &piece);
        }
        _ => {
            let length = piece(dice, text, at).len();
            text.replace_range(at..at + length, "");
        }
    }
}

fn pick<'a>(dice: &mut Dice, things: &[&'a str]) -> &'a str {
    things[dice.below(things.len())]
}

/// A byte at which a character starts.
fn place(dice: &mut Dice, text: &str) -> usize {
    let at = dice.below(text.len() + 1);
    text.floor_char_boundary(at)
}

/// The text from there on, of up to a few hundred bytes.
fn piece(dice: &mut Dice, text: &str, at: usize) -> String {
    let end = text.floor_char_boundary((at + dice.below(300)).min(text.len()));
    text[at..end.max(at)].to_owned()
}

/// Turns bits of characters, so that what comes of it is text still.
fn flip(dice: &mut Dice, text: &mut String) {
    for _ in 0..=dice.below(8) {
        let at = place(dice, text);
        let Some(old) = text[at..].chars().next() else { continue };
        let new = char::from_u32(u32::from(old) ^ 1 << dice.below(if old.is_ascii() { 7 } else { 16 }));
        text.replace_range(at..at + old.len_utf8(), &new.unwrap_or('\u{FFFD}').to_string());
    }
}

/// Drops, doubles, swaps or indents lines, or takes one from another text.
fn lines(dice: &mut Dice, text: &mut String, others: &[&str]) {
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    if lines.is_empty() {
        return;
    }
    let (one, other) = (dice.below(lines.len()), dice.below(lines.len()));
    match dice.below(6) {
        0 => drop(lines.remove(one)),
        1 => {
            let many = 1 << dice.below(8);
            let line = lines[one].repeat(many);
            lines.insert(other, line);
        }
        2 => lines.swap(one, other),
        3 => lines.insert(one, " ".repeat(1 << dice.below(8))),
        4 => lines[one] = lines[one].replace('\n', ""),
        _ => {
            let foreign: Vec<&str> = pick(dice, others).split_inclusive('\n').collect();
            lines.insert(one, foreign[dice.below(foreign.len())].to_owned());
        }
    }
    *text = lines.concat();
}

/// Replaces the next number by one that nobody expects.
fn number(dice: &mut Dice, text: &mut String, at: usize) {
    let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|gap| at + gap) else { return };
    let end =
        text[start..].find(|c: char| !c.is_ascii_digit() && c != '.').map_or(text.len(), |gap| start + gap);
    text.replace_range(start..end, pick(dice, NUMBERS));
}

/// Nests one thing in itself, over and over; closed or not.
fn nest(dice: &mut Dice, text: &mut String, at: usize, language: &Language) {
    let (open, close) = language.nests[dice.below(language.nests.len())];
    let deep = 1 << dice.below(14);
    let close = if dice.below(2) == 0 { close.repeat(deep) } else { String::new() };
    let inner = piece(dice, text, at);
    text.replace_range(at..at + inner.len(), &format!("{}{inner}{close}", open.repeat(deep)));
}

/// TOML that is sound and says what nobody means: one or two values are replaced, dropped, doubled or put elsewhere.
fn meant_ill(dice: &mut Dice, whole: &str) -> String {
    let mut root = Value::Table(whole.parse::<Table>().unwrap());
    for _ in 0..=dice.below(4) / 2 {
        let other = some_value(dice, &root);
        let hostile = if dice.below(4) == 0 { other } else { hostile_value(dice) };
        change(dice, &mut root, hostile);
    }
    toml::to_string(&root).unwrap_or_default()
}

/// A value of the tree.
fn some_value(dice: &mut Dice, root: &Value) -> Value {
    let mut value = root;
    loop {
        let inner: Vec<&Value> = match value {
            Value::Table(table) => table.values().collect(),
            Value::Array(array) => array.iter().collect(),
            _ => return value.clone(),
        };
        if inner.is_empty() || dice.below(4) == 0 {
            return value.clone();
        }
        value = inner[dice.below(inner.len())];
    }
}

/// Puts a value in the place of one somewhere in the tree, or does worse there.
fn change(dice: &mut Dice, value: &mut Value, hostile: Value) {
    match value {
        Value::Table(table) if !table.is_empty() => {
            let keys: Vec<String> = table.keys().cloned().collect();
            let key = &keys[dice.below(keys.len())];
            let inner = table.get_mut(key).unwrap();
            match dice.below(12) {
                0 => drop(table.remove(key)),
                1 => drop(table.insert(format!("{key}2"), hostile)),
                2 => *inner = hostile,
                3 => {
                    let word = pick(dice, ODD).repeat(1 << dice.below(6));
                    table.insert(word, hostile);
                }
                _ => change(dice, inner, hostile),
            }
        }
        Value::Array(array) if !array.is_empty() => {
            let at = dice.below(array.len());
            match dice.below(12) {
                0 => drop(array.remove(at)),
                1 => array.insert(at, hostile),
                2 => {
                    let again = array[at].clone();
                    array.extend(vec![again; 1 << dice.below(10)]);
                }
                3 => array.reverse(),
                4 => array.clear(),
                _ => change(dice, &mut array[at], hostile),
            }
        }
        leaf => *leaf = near(dice, leaf).unwrap_or(hostile),
    }
}

/// A value of the same type as another that is far from it; none at times.
fn near(dice: &mut Dice, value: &Value) -> Option<Value> {
    const LENGTHS: &[&str] = &["mm", "cm", "in", "pt", "em", "%", "", "px", "mm mm"];
    Some(match value {
        _ if dice.below(4) == 0 => return None,
        Value::Integer(_) | Value::Float(_) => hostile_number(dice),
        Value::String(text) if text.starts_with(|c: char| c.is_ascii_digit()) => {
            Value::String(format!("{}{}", pick(dice, NUMBERS), pick(dice, LENGTHS)))
        }
        Value::String(text) => {
            let mut text = text.clone();
            let at = place(dice, &text);
            let pieces = [ODD, RUNS][dice.below(2)];
            let most = [1, 12][dice.below(2)];
            let odd = pick(dice, pieces).repeat(1 << dice.below(most));
            text.insert_str(at, &odd);
            Value::String(text)
        }
        _ => return None,
    })
}

fn hostile_number(dice: &mut Dice) -> Value {
    let number = pick(dice, NUMBERS);
    match number.parse::<i64>() {
        Ok(whole) => Value::Integer(whole),
        Err(_) => Value::Float(number.parse().unwrap()),
    }
}

/// A value of any type.
fn hostile_value(dice: &mut Dice) -> Value {
    let word = |dice: &mut Dice, words: &[&str]| Value::String(pick(dice, words).repeat(1 << dice.below(10)));
    match dice.below(10) {
        0 | 1 => hostile_number(dice),
        2 => word(dice, ODD),
        3 => word(dice, RUNS),
        4 => Value::String(pick(dice, TOML.tokens).trim_matches('"').to_owned()),
        5 => Value::Boolean(true),
        6 => Value::Datetime("1979-05-27T07:32:00Z".parse().unwrap()),
        7 => Value::Array(vec![hostile_number(dice); dice.below(9)]),
        8 => (0..1 << dice.below(8)).fold(Value::Array(Vec::new()), |inner, _| Value::Array(vec![inner])),
        _ => Value::Table(Table::from_iter([("a".to_owned(), hostile_number(dice))])),
    }
}
