//! What a shop sets bounds to. In: `limits` of a press. Out: figures that the proof and preflight hold files to; nothing is drawn by
//! them.

use serde::Deserialize;
use toml::Spanned;

use super::length::FixedLength;
use super::read::Reading;
use crate::diag::{Code, Diagnostic};
use crate::geom::Abs;

/// The bounds of a shop; what it does not speak of has none.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub struct PressLimits {
    /// The most ink on one spot, in percent.
    pub ink: Option<f64>,
    /// The smallest type.
    pub type_size: Option<Abs>,
    /// The thinnest line.
    pub line: Option<Abs>,
    /// From the trimmed edge to text.
    pub safe: Option<Abs>,
    /// The smallest type that is left out of a field.
    pub knockout: Option<Abs>,
}

impl PressLimits {
    /// These bounds, and the others' where these say nothing.
    pub fn over(self, other: PressLimits) -> PressLimits {
        PressLimits {
            ink: self.ink.or(other.ink),
            type_size: self.type_size.or(other.type_size),
            line: self.line.or(other.line),
            safe: self.safe.or(other.safe),
            knockout: self.knockout.or(other.knockout),
        }
    }
}

/// The bounds as written: `limits = { ink = 300, type = "6pt" }`.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct LimitsTable {
    /// The most ink on one spot, in percent: 100 to 400.
    #[cfg_attr(test, schemars(with = "Option<f64>", range(min = 100, max = 400)))]
    ink: Option<Spanned<f64>>,
    /// The smallest type.
    #[serde(rename = "type")]
    #[cfg_attr(test, schemars(with = "Option<FixedLength>"))]
    type_size: Option<Spanned<FixedLength>>,
    /// The thinnest line.
    #[cfg_attr(test, schemars(with = "Option<FixedLength>"))]
    line: Option<Spanned<FixedLength>>,
    /// From the trimmed edge to text.
    #[cfg_attr(test, schemars(with = "Option<FixedLength>"))]
    safe: Option<Spanned<FixedLength>>,
    /// The smallest type that is left out of a field.
    #[cfg_attr(test, schemars(with = "Option<FixedLength>"))]
    knockout: Option<Spanned<FixedLength>>,
}

/// Checks the bounds: each within what any shop can mean.
pub(super) fn checked_limits(table: &LimitsTable, file: &mut Reading<'_>) -> PressLimits {
    let ink = table.ink.as_ref().map(|value| {
        if !(100.0..=400.0).contains(value.get_ref()) {
            let wrong = Diagnostic::new(Code::Layout, "four inks make 400 % at most, and one makes 100 %");
            let wrong = wrong.label(file.span(value), "this is no limit of ink");
            file.error(wrong.help("write the most ink on one spot in percent, such as ink = 300"));
        }
        *value.get_ref()
    });
    let mut length = |value: &Option<Spanned<FixedLength>>, most: Abs, example: &str| {
        value.as_ref().map(|value| {
            let length = value.get_ref().0;
            if length > most {
                let what = format!("no shop asks for more than {:.0} mm here", most.to_mm());
                let wrong = Diagnostic::new(Code::Layout, what).label(file.span(value), "more is asked for");
                file.error(wrong.help(format!("write a length like {example}")));
            }
            length
        })
    };
    PressLimits {
        ink,
        type_size: length(&table.type_size, Abs::mm(10.0), "type = \"6pt\""),
        line: length(&table.line, Abs::mm(2.0), "line = \"0.25pt\""),
        safe: length(&table.safe, Abs::mm(25.0), "safe = \"3mm\""),
        knockout: length(&table.knockout, Abs::mm(10.0), "knockout = \"6pt\""),
    }
}
