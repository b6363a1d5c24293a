//! How blocks are set, every choice made.

use crate::color::Color;
use crate::font::Variant;
use crate::spec::{BlockLook, LabelKind, Layout};
use crate::style::{Align, ParagraphStyle};

/// How a block is set, every choice made. Lengths are in em of the body.
#[derive(Clone, PartialEq, Debug)]
pub struct BlockStyle {
    /// Its size, the body's being 1.
    pub size: f64,
    /// Its line height, the script's own being 1.
    pub leading: f64,
    /// What its paragraphs are shaped with.
    pub paragraph: ParagraphStyle,
    /// Its colour.
    pub color: Color,
    /// Space above and below.
    pub around: [f64; 2],
    /// How far it is set in.
    pub indent: f64,
    /// What stands before it.
    pub label: Option<LabelStyle>,
    /// The line above it.
    pub rule: Option<RuleStyle>,
    /// Whether it is set at the foot of its panel.
    pub pin: bool,
    /// How it is aligned; as the script's body text when `None`.
    pub align: Option<Align>,
}

/// What stands before a block.
#[derive(Clone, PartialEq, Debug)]
pub struct LabelStyle {
    /// What it is.
    pub kind: LabelKind,
    /// The colour of its disc.
    pub fill: Color,
    /// The colour of its number.
    pub color: Color,
    /// Diameter or width, in em of the body.
    pub width: f64,
    /// The drawing.
    pub picture: Option<String>,
}

/// A line above a block.
#[derive(Clone, PartialEq, Debug)]
pub struct RuleStyle {
    /// Its colour.
    pub color: Color,
    /// Its thickness in points.
    pub width: f64,
    /// Its length, the measure being 1.
    pub length: f64,
    /// Space between it and the text, in em of the body.
    pub gap: f64,
}

impl BlockStyle {
    /// The style of a look on a field of that colour.
    pub(super) fn of(look: &BlockLook, layout: &Layout, field: Option<&str>) -> BlockStyle {
        let color =
            |name: &Option<String>| name.as_ref().map_or(Color::BLACK, |name| layout.look.color(name));
        BlockStyle {
            size: look.size.filter(|&size| size > 0.0).unwrap_or(1.0),
            leading: look.leading.filter(|&leading| leading > 0.0).unwrap_or(1.0),
            paragraph: ParagraphStyle {
                variant: Variant { bold: look.bold.unwrap_or(false), italic: false },
                display: look.display.unwrap_or(false),
            },
            color: layout.look.words(look.color.as_deref(), field),
            around: [look.before.unwrap_or(0.0), look.after.unwrap_or(0.0)],
            indent: look.indent.unwrap_or(0.0),
            label: look.label.as_ref().map(|label| LabelStyle {
                kind: label.kind,
                fill: color(&label.fill),
                color: color(&label.color),
                width: label.width,
                picture: label.picture.clone(),
            }),
            rule: look.rule.as_ref().map(|rule| RuleStyle {
                color: layout.look.color(&rule.color),
                width: rule.width,
                length: rule.length.min(1.0),
                gap: rule.gap,
            }),
            pin: look.pin.unwrap_or(false),
            align: look.align,
        }
    }
}
