//! How far ink reaches over an edge that is trimmed. In: `bleed` of a press. Out: lengths by layout.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use toml::Spanned;

use super::length::FixedLength;
use super::read::Reading;
use crate::diag::{Code, Diagnostic};
use crate::geom::Abs;
use crate::source::Span;

/// More than any shop asks ink to reach over an edge (H; docs/print.md has 10 mm for one shop in Thailand).
const MOST_BLEED: Abs = Abs::mm(15.0);

/// What stands for all layouts that are not named.
const OTHERS: &str = "default";

/// How far ink reaches over an edge.
#[derive(Clone, PartialEq, Default, Debug)]
pub(super) struct Bleeds {
    /// Of layouts that have one of their own, each with the place of its name.
    pub(super) own: BTreeMap<String, (Abs, Span)>,
    /// Of all others.
    pub(super) others: Option<Abs>,
}

impl Bleeds {
    /// Over none.
    pub(super) fn none() -> Bleeds {
        Bleeds { own: BTreeMap::new(), others: Some(Abs::ZERO) }
    }
}

/// The same as written: the same for all layouts, or by layout.
pub(super) enum BleedValue {
    /// Of all layouts.
    All(FixedLength),
    /// By the name of the layout; `default` is for all others.
    ByLayout(Vec<(Spanned<String>, Spanned<FixedLength>)>),
}

/// The same for the schema.
#[cfg(test)]
#[derive(Deserialize, schemars::JsonSchema)]
#[serde(untagged)]
pub(super) enum BleedShape {
    /// Of all layouts.
    #[expect(dead_code, reason = "it is its schema that counts")]
    All(FixedLength),
    /// By the name of the layout; `default` is for all others.
    #[expect(dead_code, reason = "it is its schema that counts")]
    ByLayout(BTreeMap<String, FixedLength>),
}

impl<'de> Deserialize<'de> for BleedValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<BleedValue, D::Error> {
        deserializer.deserialize_any(BleedVisitor)
    }
}

/// Takes a length, or a table of them with where each of its parts stands.
struct BleedVisitor;

impl<'de> Visitor<'de> for BleedVisitor {
    type Value = BleedValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a length like \"3mm\", or lengths by layout, { default = \"3mm\", card = \"2mm\" },")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<BleedValue, E> {
        FixedLength::deserialize(StrDeserializer::new(text)).map(BleedValue::All)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut table: A) -> Result<BleedValue, A::Error> {
        let mut lengths = Vec::new();
        while let Some(entry) = table.next_entry()? {
            lengths.push(entry);
        }
        Ok(BleedValue::ByLayout(lengths))
    }
}

/// Checks how far ink reaches.
pub(super) fn checked_bleed(value: &Spanned<BleedValue>, file: &mut Reading<'_>) -> Bleeds {
    let mut bleeds = Bleeds::default();
    match value.get_ref() {
        BleedValue::All(length) => {
            check_length(length.0, file.span(value), file);
            bleeds.others = Some(length.0);
        }
        BleedValue::ByLayout(lengths) => {
            for (name, length) in lengths {
                let (place, length) = (file.span(length), length.get_ref().0);
                check_length(length, place, file);
                if name.get_ref() == OTHERS {
                    bleeds.others = Some(length);
                } else {
                    bleeds.own.insert(name.get_ref().clone(), (length, file.span(name)));
                }
            }
        }
    }
    bleeds
}

fn check_length(bleed: Abs, place: Span, file: &mut Reading<'_>) {
    if bleed > MOST_BLEED {
        let what = format!("ink reaches over an edge by {:.0} mm at most", MOST_BLEED.to_mm());
        let wrong = Diagnostic::new(Code::Layout, what).label(place, "more is asked for here");
        file.error(wrong.help("write what the shop calls bleed, such as \"3mm\" or \"0.125in\""));
    }
}
