//! How far ink reaches over an edge that is trimmed. In: `bleed` of a press. Out: lengths by layout.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::length::FixedLength;
use super::read::Reading;
use crate::diag::{Code, Diagnostic};
use crate::geom::Abs;

/// More than any shop asks ink to reach over an edge (H; docs/print.md has 10 mm for one shop in Thailand).
const MOST_BLEED: Abs = Abs::mm(15.0);

/// How far ink reaches over an edge that is trimmed: the same for all layouts, or by layout.
#[derive(Clone, Deserialize)]
#[serde(untagged, expecting = "write a length like \"3mm\", or { default = \"3mm\", card = \"2mm\" }")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) enum BleedValue {
    /// Of all layouts.
    All(FixedLength),
    /// By the name of the layout; `default` is for all others.
    ByLayout(BTreeMap<String, FixedLength>),
}

/// Checks how far ink reaches; the empty name is for all layouts that have none of their own.
pub(super) fn checked_bleed(value: &Spanned<BleedValue>, file: &mut Reading<'_>) -> BTreeMap<String, Abs> {
    let by_layout: BTreeMap<String, Abs> = match value.get_ref() {
        BleedValue::All(length) => BTreeMap::from([(String::new(), length.0)]),
        BleedValue::ByLayout(lengths) => {
            let key = |name: &String| if name == "default" { String::new() } else { name.clone() };
            lengths.iter().map(|(name, length)| (key(name), length.0)).collect()
        }
    };
    if by_layout.values().any(|bleed| *bleed > MOST_BLEED) {
        let what = format!("ink reaches over an edge by {:.0} mm at most", MOST_BLEED.to_mm());
        let wrong = Diagnostic::new(Code::Layout, what).label(file.span(value), "more is asked for here");
        file.error(wrong.help("write what the shop calls bleed, such as 3mm or 0.125in"));
    }
    by_layout
}
