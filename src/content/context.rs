//! What messages may ask for: variables with their values, and links.

use std::collections::{BTreeMap, BTreeSet};

/// The value of a variable.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// Text; markup in it is text too.
    Text(String),
    /// A number, which plural cases and `NUMBER()` understand.
    Number(f64),
}

impl Value {
    /// The number, when Fluent can count with it; its plural rules hold 64 bits of an integer, and no infinity.
    pub(super) fn number(&self) -> Option<f64> {
        match self {
            Value::Number(number) if number.abs() < 1e15 => Some(*number),
            Value::Number(_) | Value::Text(_) => None,
        }
    }
}

/// What the messages of a project may ask for.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The variables, by name without `$`.
    pub variables: &'a BTreeMap<String, Value>,
    /// The names of links that the manifest gives addresses for.
    pub links: &'a BTreeSet<String>,
}
