//! Words of a review into lines. In: what is said, and how it looks. Out: lines that any column can place, with the signs on their words.

use std::collections::BTreeMap;

use crate::color::Color;
use crate::content::{Mark, RichText};
use crate::flow::{Flaw, Shelf, one_line};
use crate::font::Variant;
use crate::frame::{
    Cell, Frame, FrameItem, Group, GroupKind, LineTag, Node, NodeId, Passage, Role, Structure, TextRun, bar,
};
use crate::geom::{Abs, Em, Point, Size};
use crate::style::{Align, LineStyle, ParagraphStyle};
use crate::text::{BreakOptions, Line, Paragraph, SetLine, Unshaped, break_lines, set_line};

use super::grid::dotted;
use super::said::{Said, Sign, Tongue};

/// The size of body text that Latin script would like: others are larger or smaller by as much as they are in a leaflet.
const LATIN: Abs = Abs::pt(11.0);
/// Between the paragraphs of a text, of its leading (H).
const PARAGRAPH: f64 = 0.5;
/// What stands for a character that no face has.
const LACKING: char = '?';
/// Where a language lacks more of them, it has no face at all (H).
const MOST_LACKING: usize = 12;
/// The names that stretches with signs have while they are set, as links have theirs.
const SIGNS: [(Sign, &str); 3] = [(Sign::Value, "value"), (Sign::Added, "added"), (Sign::Removed, "removed")];

/// What words are to a reader of the file.
#[derive(Clone, Copy)]
pub(super) struct Told<'s> {
    /// What they are.
    pub(super) role: Role,
    /// The section that they are of.
    pub(super) section: &'s str,
    /// The message that they are of.
    pub(super) message: &'s str,
    /// The cell that they stand in.
    pub(super) cell: Option<Cell>,
}

/// How words look.
#[derive(Clone, Copy)]
pub(super) struct Look<'s> {
    /// Their size, of Latin script.
    pub(super) size: Abs,
    /// Their weight.
    pub(super) bold: bool,
    /// Their colour.
    pub(super) color: Color,
    /// What they are; `None` of what is told elsewhere, which is no part of the text.
    pub(super) told: Option<Told<'s>>,
}

/// A line that stands somewhere in a column.
#[derive(Clone)]
pub(super) struct ReviewLine {
    /// From the foot of the line before to its own.
    pub(super) height: Abs,
    /// How much of that parts it from the paragraph before; a page does not start with it.
    pub(super) gap: Abs,
    /// From its head to its baseline.
    pub(super) baseline: Abs,
    /// Its words, from the start of the measure on the baseline.
    pub(super) words: FrameItem,
}

impl ReviewLine {
    /// Takes the gap above it off.
    pub(super) fn start_page(&mut self) {
        self.height -= self.gap;
        self.baseline -= self.gap;
        self.gap = Abs::ZERO;
    }
}

/// Sets words in three languages, and keeps what is said of them.
pub(super) struct Setter<'a> {
    /// English, the source language, the translation.
    pub(super) shelves: [Shelf<'a>; 3],
    /// All that was set, in reading order.
    pub(super) structure: Structure,
    /// The characters that no face has, each where it is met first.
    pub(super) lacking: BTreeMap<char, Flaw>,
}

impl<'a> Setter<'a> {
    /// The lines of some words at a measure.
    ///
    /// # Errors
    /// A face can't be read, or there is none.
    pub(super) fn lines(
        &mut self,
        said: &Said,
        look: &Look<'_>,
        measure: Abs,
    ) -> Result<Vec<ReviewLine>, Flaw> {
        let paragraphs = self.paragraphs(said, look)?;
        let voice = self.shelf(said.tongue).voice;
        let size = look.size * (voice.rules.ideal / LATIN);
        let leading =
            size * if look.size > LATIN * 1.1 { voice.rules.display_leading } else { voice.rules.leading };
        let style = LineStyle { size, leading, align: Align::Start, color: look.color };
        let node = look.told.map(|told| self.push_node(said, told, &paragraphs));
        let mut lines = Vec::new();
        let mut start = 0;
        for (number, paragraph) in paragraphs.iter().enumerate() {
            let passage = node.map(|node| Passage { node, paragraph: number, start, links: 0 });
            let mut gap = if number == 0 { Abs::ZERO } else { leading * PARAGRAPH };
            for line in break_lines(paragraph, Em::new(measure / size), &BreakOptions::default()) {
                lines.push(ReviewLine {
                    height: gap + leading,
                    gap,
                    baseline: gap + leading / 2.0 + voice.rules.baseline.at(size),
                    words: placed(paragraph, &line, measure, &style, passage),
                });
                gap = Abs::ZERO;
            }
            start += paragraph.text.text.len() + '\u{2029}'.len_utf8();
        }
        Ok(lines)
    }

    /// A running line, and how wide it is.
    ///
    /// # Errors
    /// A face can't be read, or there is none.
    pub(super) fn running(&mut self, words: &Said, size: Abs, color: Color) -> Result<(Abs, Frame), Flaw> {
        let look = Look { size, bold: false, color, told: None };
        let paragraph = self.paragraphs(words, &look)?.into_iter().next();
        let mut frame = Frame::default();
        let Some((paragraph, line)) = paragraph.as_ref().and_then(|own| Some((own, one_line(own)?))) else {
            return Ok((Abs::ZERO, frame));
        };
        let width = line.width.at(size);
        let style = LineStyle { size, leading: size, align: Align::Start, color };
        for (x, run) in set_line(paragraph, &line, width, &style, None).runs {
            frame.push(Point::new(x, Abs::ZERO), FrameItem::Text(run));
        }
        Ok((width, frame))
    }

    fn shelf(&mut self, tongue: Tongue) -> &mut Shelf<'a> {
        let [english, source, translation] = &mut self.shelves;
        match tongue {
            Tongue::English => english,
            Tongue::Source => source,
            Tongue::Translation => translation,
        }
    }

    /// The paragraphs of words; characters that no face has are replaced, since a review shows what is wrong, too.
    fn paragraphs(&mut self, said: &Said, look: &Look<'_>) -> Result<Vec<Paragraph>, Flaw> {
        let variant = Variant { bold: look.bold, italic: false };
        let style = ParagraphStyle { variant, display: false };
        let mut text = signed(said);
        loop {
            match self.shelf(said.tongue).shaped(&text, &style) {
                Ok(paragraphs) => return Ok(paragraphs),
                Err(flaw) => match lacking(&flaw).filter(|lacking| text.text.contains(*lacking)) {
                    Some(character) if character != LACKING && self.lacking.len() < MOST_LACKING => {
                        text = text.with_characters(|own| if own == character { LACKING } else { own });
                        self.lacking.entry(character).or_insert(flaw);
                    }
                    _ => return Err(flaw),
                },
            }
        }
    }

    fn push_node(&mut self, said: &Said, told: Told<'_>, paragraphs: &[Paragraph]) -> NodeId {
        let Told { role, section, message, cell } = told;
        let texts: Vec<&str> = paragraphs.iter().map(|paragraph| paragraph.text.text.as_str()).collect();
        let lang = self.shelf(said.tongue).tag().to_owned();
        let node = self.structure.push(Node {
            role,
            section: section.to_owned(),
            lang,
            message: message.to_owned(),
            text: texts.join("\u{2029}"),
            alt: None,
            links: Vec::new(),
            number: None,
            echo_of: None,
        });
        self.structure.cells.extend(cell.map(|cell| (node, cell)));
        node
    }
}

/// The character that no face has, where that is all that is wrong.
fn lacking(flaw: &Flaw) -> Option<char> {
    match flaw {
        Flaw::Unshaped { why: Unshaped::MissingGlyph { character }, .. } => Some(*character),
        Flaw::Unshaped { .. } | Flaw::NoText(_) | Flaw::NoPanel { .. } => None,
    }
}

/// Words with their signs as links, which stay on their words whatever is done to them. Links themselves lead nowhere on paper.
fn signed(said: &Said) -> RichText {
    let mut text = said.text.clone();
    text.marks.retain(|(_, mark)| !matches!(mark, Mark::Link(_)));
    for (sign, name) in SIGNS {
        let own = said.signs.iter().filter(|(_, known)| *known == sign);
        text.marks.extend(own.map(|(range, _)| (range.clone(), Mark::Link(name.to_owned()))));
    }
    text
}

/// A line with its signs, from the start of its measure on the baseline.
fn placed(
    paragraph: &Paragraph,
    line: &Line,
    measure: Abs,
    style: &LineStyle,
    passage: Option<Passage>,
) -> FrameItem {
    let SetLine { runs, width } = set_line(paragraph, line, measure, style, passage);
    let mut frame = Frame::new(Size::new(measure, style.size));
    let mut words = Frame::new(Size::new(measure, style.size));
    for (x, mut run) in runs {
        if let Some(sign) = taken_sign(paragraph, &mut run) {
            let (y, item) = drawn_sign(sign, &run, paragraph, style.color);
            frame.push(Point::new(x, y), item);
        }
        words.push(Point::new(x, Abs::ZERO), FrameItem::Text(run));
    }
    let Some(passage) = passage else {
        frame.push(Point::default(), FrameItem::Group(Group::new(GroupKind::Plain, words)));
        return FrameItem::Group(Group::new(GroupKind::Head, frame));
    };
    let text = passage.start + line.text.start..passage.start + line.text.end;
    let tag = LineTag { text, measure, width, size: style.size, ratio: 0.0, end: line.end };
    frame.push(Point::default(), FrameItem::Group(Group::new(GroupKind::Line(tag), words)));
    FrameItem::Group(Group::new(GroupKind::Block(passage.node), frame))
}

/// The sign of a run, which is a link no longer.
fn taken_sign(paragraph: &Paragraph, run: &mut TextRun) -> Option<Sign> {
    let link = run.origin.as_mut()?.link.take()?;
    let name = paragraph.text.links().nth(link.index)?;
    SIGNS.iter().find(|(_, known)| *known == name).map(|(sign, _)| *sign)
}

/// What is drawn for a sign, and how far below the baseline.
fn drawn_sign(sign: Sign, run: &TextRun, paragraph: &Paragraph, color: Color) -> (Abs, FrameItem) {
    let (size, width) = (run.size, run.width());
    let below = size * 0.19;
    match sign {
        Sign::Added => (below, bar(Size::new(width, size * 0.09), color)),
        Sign::Removed => {
            let middle = paragraph.rules.baseline.at(size);
            (-middle - size * 0.03, bar(Size::new(width, size * 0.06), color))
        }
        Sign::Value => (below + size * 0.03, dotted(width, size * 0.07, color)),
    }
}
