//! Blocks at a trial setting into rows: lines with the space above them and what must stay with what.

use super::beside::stand_beside;
use super::block::Block;
use super::code::{CodeBlock, code_row};
use super::figure::Stand;
use super::hold::{BlockRows, hold_behind, hold_blocks, hold_whole, repeat_headings};
use super::row::{BoxRow, Gap, Keep, LineRow, PictureRow, Row, RowKind, Setting, Slot};
use super::sizes::{leading, size};
use super::style::RuleStyle;
use crate::frame::{LineEnd, Role};
use crate::geom::{Abs, Em, Sides, Size};
use crate::script::{Breaking, ScriptRules};
use crate::spec::{BodyRange, Breaks, Enclosure, Look, Repeat, Sections};
use crate::style::{Align, Edges, LineStyle};
use crate::text::{AlignedLines, BreakOptions, Measures, align_lines};

/// What holds a row in its place.
#[derive(Clone, Copy)]
struct Hold {
    /// How it keeps to the next row.
    keep: Keep,
    /// Whether it is set at the foot of its panel.
    pin: bool,
}

/// How the lines of a block are broken.
pub(super) struct LineRules {
    pub(super) style: LineStyle,
    pub(super) measure: Abs,
    pub(super) measures: Measures<'static>,
    pub(super) options: BreakOptions,
}

/// Composes blocks of one language in one layout.
pub struct Composer<'a> {
    /// The layout's look.
    pub look: &'a Look,
    /// How the layout has its running text.
    pub body: BodyRange,
    /// Up to which height a paragraph stays whole, where columns end between paragraphs only.
    pub room: Abs,
    /// The smallest size of the running text.
    pub floor: Abs,
    /// How lines of squares end.
    pub edges: Edges,
}

impl Composer<'_> {
    /// The rows of `blocks` in columns of that measure. Optional blocks are passed over where the setting says so.
    pub fn rows(&self, blocks: &[Block], measure: Abs, setting: &Setting) -> Vec<Row> {
        let taken: Vec<usize> =
            (0..blocks.len()).filter(|&at| setting.optional || !blocks[at].optional).collect();
        let mut rows = Vec::new();
        let mut held: Vec<BlockRows> = Vec::new();
        let mut previous: Option<&Block> = None;
        let mut at = 0;
        while at < taken.len() {
            let block = &blocks[taken[at]];
            let gap = self.gap(previous, block, setting);
            let base = self.base(block, setting);
            if let Some(enclosure) = block.within {
                let others = (at + 1..taken.len()).take_while(|&other| goes_on(block, &blocks[taken[other]]));
                let end = at + 1 + others.count();
                let space = self.space(enclosure, blocks, block, measure, setting);
                let inner = self.enclosed(blocks, &taken[at..end], space.slot, setting);
                held.push(BlockRows {
                    rows: rows.len()..rows.len() + 1,
                    lines: inner.len(),
                    role: block.role,
                    section: block.section,
                });
                rows.push(self.box_row(inner, &space, gap, setting));
                previous = (enclosure == Enclosure::Fact).then(|| &blocks[taken[end - 1]]);
                at = end;
                continue;
            }
            if let Some(figure) = block.figure.as_ref().filter(|figure| figure.stand == Stand::Beside)
                && stand_beside(figure, taken[at], &held, &mut rows, measure, setting).is_some()
            {
                at += 1;
                continue;
            }
            let slot = Slot { x: base, measure: measure - base };
            let start = rows.len();
            rows.extend(self.block(blocks, taken[at], slot, gap, setting));
            let (rows, lines) = (start..rows.len(), rows.len() - start);
            held.push(BlockRows { rows, lines, role: block.role, section: block.section });
            previous = Some(block);
            at += 1;
        }
        if self.body.repeat == Repeat::Heading {
            repeat_headings(&held, &mut rows);
        }
        hold_blocks(&held, &mut rows);
        if self.body.breaks == Breaks::Blocks {
            hold_whole(&held, &mut rows, self.room);
        }
        rows
    }

    /// Whether a row that starts a section, or does not, heads a column.
    pub(super) fn is_fresh(&self, starts: bool) -> bool {
        starts && self.body.sections == Sections::Apart
    }

    /// How far a block's section is set in.
    pub(super) fn base(&self, block: &Block, setting: &Setting) -> Abs {
        let numeral = self.look.numeral.as_ref().filter(|_| block.set_in);
        numeral.map_or(Abs::ZERO, |numeral| setting.size * numeral.indent)
    }

    /// Space above a block: the larger of what it asks for and what the one above it does; more at a section.
    pub(super) fn gap(&self, previous: Option<&Block>, block: &Block, setting: &Setting) -> Gap {
        let asked = previous.map_or(0.0, |p| p.style.around[1]).max(block.style.around[0]);
        let starts = previous.is_none_or(|p| p.section != block.section);
        let section =
            self.look.numeral.as_ref().filter(|_| starts && block.numbered).map_or(0.0, |n| n.before);
        let em = asked.max(section);
        // A heading keeps its distance to what it heads.
        let heads = previous
            .is_some_and(|p| matches!(p.role, Role::Heading | Role::Subheading | Role::Title | Role::Lead));
        let stretch = if starts {
            2.5 * em
        } else if heads {
            0.0
        } else {
            em
        };
        Gap { above: setting.size * em * setting.gaps, stretch, starts }
    }

    pub(super) fn block(
        &self,
        blocks: &[Block],
        index: usize,
        slot: Slot,
        gap: Gap,
        setting: &Setting,
    ) -> Vec<Row> {
        let block = &blocks[index];
        let indent = setting.size * block.style.indent;
        match &block.figure {
            Some(figure) if figure.modules().is_some() => {
                let (fresh, pin) = (self.is_fresh(gap.starts), block.style.pin);
                let code = CodeBlock { figure, index, indent, gap, fresh, pin };
                let lines = |slot| self.lines(blocks, index, slot, Gap::default(), setting);
                vec![code_row(&code, slot, setting, lines)]
            }
            Some(figure) => {
                let size = figure.size(slot.measure - indent, setting);
                vec![self.figure_row(blocks, index, size, slot, gap, setting)]
            }
            None => self.lines(blocks, index, slot, gap, setting),
        }
    }

    /// The lines of a block.
    fn lines(&self, blocks: &[Block], index: usize, slot: Slot, gap: Gap, setting: &Setting) -> Vec<Row> {
        let block = &blocks[index];
        let indent = setting.size * block.style.indent;
        let LineRules { style, measure, measures, options } = self.line_rules(block, slot, setting);
        let rule = block.style.rule.as_ref().map_or(Abs::ZERO, |rule| rule_height(rule, setting));
        let mut rows = Vec::new();
        for (paragraph, shaped) in block.paragraphs.iter().enumerate() {
            let AlignedLines { lines, align } = align_lines(shaped, measures, &options);
            let style = LineStyle { align, ..style };
            let count = lines.len();
            let mut parted = false;
            for (at, line) in lines.into_iter().enumerate() {
                let opens = std::mem::replace(&mut parted, line.end == LineEnd::Sentence);
                let first = paragraph == 0 && at == 0;
                let lead = if first { rule } else { Abs::ZERO };
                let gap = match (first, at) {
                    (true, _) => gap,
                    (false, 0) => {
                        let after = block.style.around[1];
                        Gap { above: setting.size * after * setting.gaps, stretch: after, starts: false }
                    }
                    _ => Gap::default(),
                };
                let last = paragraph + 1 == block.paragraphs.len() && at + 1 == count;
                let row = LineRow {
                    block: index,
                    paragraph,
                    line,
                    first,
                    style,
                    x: slot.x + indent,
                    measure,
                    baseline: lead + style.leading / 2.0 + block.voice.rules.baseline.at(style.size),
                };
                let row = self.row(row, (lead, &block.voice.rules), gap, hold(block, at, count, last));
                rows.push(Row { fresh: row.fresh || opens, ..row });
            }
        }
        rows
    }

    /// How the lines of a block are broken.
    pub(super) fn line_rules(&self, block: &Block, slot: Slot, setting: &Setting) -> LineRules {
        let measure = slot.measure - setting.size * block.style.indent;
        let style = self.line_style(block, measure, setting);
        let display = block.style.paragraph.display;
        let options = BreakOptions { align: style.align, display, hyphens: self.body.hyphens };
        let rest = Em::new((measure / style.size).max(0.1));
        let measures = Measures { first: &[], rest, widest: self.widest(block, slot, setting) };
        LineRules { style, measure, measures, options }
    }

    /// The measure of a block at the smallest size, in em; `slot` is that of a setting.
    fn widest(&self, block: &Block, slot: Slot, setting: &Setting) -> Em {
        let smallest = Setting { size: self.floor.min(setting.size), ..*setting };
        let base = self.base(block, setting) - self.base(block, &smallest);
        let measure = slot.measure + base - smallest.size * block.style.indent;
        Em::new((measure / size(block, measure, &smallest)).max(0.1))
    }

    /// The row of a picture, which stays whole.
    fn figure_row(
        &self,
        blocks: &[Block],
        index: usize,
        size: Size,
        slot: Slot,
        gap: Gap,
        setting: &Setting,
    ) -> Row {
        let block = &blocks[index];
        let indent = setting.size * block.style.indent;
        let centred = block.style.align == Some(Align::Center);
        let shift = if centred { (slot.measure - indent - size.width) / 2.0 } else { Abs::ZERO };
        Row {
            above: gap.above,
            stretch: gap.stretch,
            height: size.height,
            trim_top: Abs::ZERO,
            trim_bottom: Abs::ZERO,
            starts: gap.starts,
            keep: Keep::Free,
            fresh: self.is_fresh(gap.starts),
            within: None,
            again: None,
            pin: block.style.pin,
            kind: RowKind::Picture(PictureRow { block: index, x: slot.x + indent + shift, size }),
        }
    }

    fn row(&self, line: LineRow, (lead, rules): (Abs, &ScriptRules), gap: Gap, hold: Hold) -> Row {
        let LineStyle { size, leading, .. } = line.style;
        let trim_top = (line.baseline - rules.top.at(size)).max(Abs::ZERO);
        let below = lead + leading - line.baseline - Em::new(0.25).at(size);
        Row {
            above: gap.above,
            stretch: gap.stretch,
            height: lead + leading,
            trim_top: if lead > Abs::ZERO { Abs::ZERO } else { trim_top },
            trim_bottom: below.max(Abs::ZERO),
            starts: gap.starts,
            fresh: self.is_fresh(gap.starts),
            within: None,
            again: None,
            // No word is divided over two columns.
            keep: if line.line.end == LineEnd::Hyphen { Keep::InColumn } else { hold.keep },
            pin: hold.pin,
            kind: RowKind::Line(line),
        }
    }

    pub(super) fn line_style(&self, block: &Block, measure: Abs, setting: &Setting) -> LineStyle {
        let size = size(block, measure, setting);
        let leading = leading(block, size, measure, setting);
        let display = block.style.paragraph.display;
        let rules = &block.voice.rules;
        let own = match block.role {
            _ if display => Align::Start,
            Role::Paragraph | Role::Steps | Role::Points => rules.aligned(Em::new(measure / size)),
            // What stands apart from the running text is often wider, and had better not differ from it.
            _ => rules.align,
        };
        let asked = block.style.align.unwrap_or(own);
        let ragged = self.edges == Edges::Ragged && rules.breaking == Breaking::Ideographs;
        let align = if ragged && asked == Align::Justify { Align::Start } else { asked };
        LineStyle { size, leading, align, color: block.style.color }
    }

    /// The space that what stands in one piece has, before its text is set.
    pub(super) fn space(
        &self,
        enclosure: Enclosure,
        blocks: &[Block],
        first: &Block,
        measure: Abs,
        setting: &Setting,
    ) -> BoxSpace {
        let look = self.look.enclosure(enclosure).expect("only what the look has encloses blocks");
        let mut padding = look.padding;
        let x = match enclosure {
            // Beside numbered sections its text starts where theirs does.
            Enclosure::Section => {
                let beside = blocks.iter().map(|block| self.base(block, setting)).fold(Abs::ZERO, Abs::max);
                padding.left = padding.left.max(beside);
                Abs::ZERO
            }
            Enclosure::Fact => self.base(first, setting),
        };
        let width = measure - x;
        let slot = Slot { x: x + padding.left, measure: width - padding.left - padding.right };
        BoxSpace { enclosure, x, width, padding, slot, before: look.before }
    }

    fn enclosed(&self, blocks: &[Block], taken: &[usize], slot: Slot, setting: &Setting) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        let mut previous: Option<&Block> = None;
        for &index in taken {
            let gap = previous.map_or_else(Gap::default, |_| self.gap(previous, &blocks[index], setting));
            rows.extend(self.block(blocks, index, slot, gap, setting));
            previous = Some(&blocks[index]);
        }
        rows
    }

    /// The box around rows; `gap` is what its first block asks for above it.
    pub(super) fn box_row(&self, rows: Vec<Row>, space: &BoxSpace, gap: Gap, setting: &Setting) -> Row {
        let &BoxSpace { enclosure, x, width, padding, before, .. } = space;
        let (top, bottom) =
            rows.first().zip(rows.last()).map_or_else(Default::default, |(f, l)| (f.trim_top, l.trim_bottom));
        let content: Abs = rows.iter().map(|row| row.above + row.height).sum();
        let own = setting.size * before * setting.gaps;
        let (above, stretch, starts) = match enclosure {
            Enclosure::Section => (own, 3.0 * before, true),
            Enclosure::Fact => (own.max(gap.above), before, gap.starts),
        };
        Row {
            above,
            stretch,
            height: padding.top + content - top - bottom + padding.bottom,
            trim_top: Abs::ZERO,
            trim_bottom: Abs::ZERO,
            starts,
            fresh: self.is_fresh(starts),
            within: None,
            again: None,
            keep: Keep::Free,
            pin: false,
            kind: RowKind::Box(BoxRow { enclosure, x, rows, padding, width }),
        }
    }
}

/// The space of what stands in one piece.
pub(super) struct BoxSpace {
    enclosure: Enclosure,
    x: Abs,
    width: Abs,
    padding: Sides,
    /// Where its text goes.
    pub(super) slot: Slot,
    /// Space above it, in em of the body.
    before: f64,
}

/// Whether a block stands in one piece with the one that starts it.
pub(super) fn goes_on(first: &Block, next: &Block) -> bool {
    let fact = next.within == Some(Enclosure::Fact);
    next.within == first.within && next.section == first.section && !(fact && next.role == Role::Fact)
}

/// Whether no column may end after line `at` of `count`, and whether it is pinned. Headings stay with what follows;
/// a paragraph leaves two lines at least before the end of a column, and as many behind it as `hold_behind` says; items and
/// quotes of up to six lines stay whole.
fn hold(block: &Block, at: usize, count: usize, last: bool) -> Hold {
    let heads = matches!(
        block.role,
        Role::Heading | Role::Subheading | Role::Title | Role::Lead | Role::Quote | Role::Fact
    );
    let whole = matches!(block.role, Role::Steps | Role::Points | Role::Contact | Role::By | Role::Note)
        && count <= 6;
    let inner = at + 1 < count && (whole || block.style.paragraph.display);
    let behind = count - at - 1;
    let torn = at + 1 < count && at == 0;
    let keep = if (heads && last) || inner || torn { Keep::InColumn } else { hold_behind(behind) };
    Hold { keep, pin: block.style.pin }
}

/// The height that a rule takes above its block.
pub(super) fn rule_height(rule: &RuleStyle, setting: &Setting) -> Abs {
    Abs::pt(rule.width) + setting.size * rule.gap
}
