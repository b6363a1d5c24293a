//! The furniture of panels: running lines at head and foot, made of names and dates rather than messages.

use std::ops::Range;
use std::sync::Arc;

use super::flaw::Flaw;
use super::shelf::Shelf;
use crate::font::Variant;
use crate::geom::{Abs, Em};
use crate::locale::Direction;
use crate::source::Span;
use crate::spec::{Layout, RunningLine};
use crate::style::{Align, ParagraphStyle};
use crate::text::{BreakOptions, Line, Measures, Paragraph, break_lines};

/// Running lines are never smaller (docs/look.md, "Hierarchy").
const SMALLEST: Abs = Abs::pt(6.0);
/// The line height of running lines over the script's own for titles, which suits small single lines.
const LEADING: f64 = 1.3;

/// What stands between their parts.
const BETWEEN: &str = " · ";

/// What running lines may name.
#[derive(Clone, Debug, Default)]
pub struct RunningParts {
    /// The placeholders' names with what they stand for.
    pub values: Vec<(&'static str, String)>,
}

impl RunningParts {
    /// The same on one page of several.
    fn on_page(&self, page: u32, count: u32) -> RunningParts {
        let mut values = self.values.clone();
        values.extend([("page", page.to_string()), ("pages", count.to_string())]);
        RunningParts { values }
    }

    /// Puts the parts in; what stands between two “·” is left out where it is empty or said already.
    fn fill(&self, template: &str) -> String {
        let filled = self
            .values
            .iter()
            .fold(template.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
            .replace("{proof}", "");
        let mut said: Vec<&str> = Vec::new();
        for part in filled.split(BETWEEN).map(str::trim) {
            if !part.is_empty() && !said.contains(&part) {
                said.push(part);
            }
        }
        said.join(BETWEEN)
    }
}

/// A running line, shaped.
#[derive(Clone)]
pub struct Furniture {
    /// How it looks.
    pub look: RunningLine,
    /// What stands left.
    pub left: Option<Arc<Paragraph>>,
    /// What stands right.
    pub right: Option<Arc<Paragraph>>,
}

/// The running lines of a panel.
#[derive(Clone)]
pub struct RunningLines {
    /// At its head.
    pub head: Option<Furniture>,
    /// At its foot.
    pub foot: Option<Furniture>,
}

impl Furniture {
    /// The size of its type.
    pub fn size(&self, body: Abs) -> Abs {
        (body * self.look.size).max(SMALLEST)
    }

    /// From line to line.
    pub fn leading(&self, body: Abs) -> Abs {
        self.size(body) * LEADING
    }

    /// Its lines left; the right part always takes one.
    pub fn lines(&self, measure: Abs, body: Abs) -> Vec<Line> {
        let rest = Em::new((measure / self.size(body)).max(0.1));
        // The first line leaves room for the right part, and 1 em between them.
        let taken = self.right.as_ref().map_or(0.0, |right| right.width().to_em() + 1.0);
        let first = [Em::new((rest.to_em() - taken).max(rest.to_em() / 3.0))];
        let options = BreakOptions { align: Align::Start, ..BreakOptions::default() };
        let measures = Measures { first: &first, rest, widest: rest };
        self.left.as_ref().map_or_else(Vec::new, |left| break_lines(left, measures, &options))
    }

    /// The height that it takes from its panel, the space to the text included.
    pub fn height(&self, measure: Abs, body: Abs) -> Abs {
        let lines =
            u32::try_from(self.lines(measure, body).len().max(1)).expect("a running line has few lines");
        let rule = self.look.rule.as_ref().map_or(Abs::ZERO, |rule| Abs::pt(rule.width) + body * rule.gap);
        self.leading(body) * f64::from(lines) + rule + body * self.look.gap
    }
}

/// The pages that panels are on, for running lines that number them.
#[derive(Clone, Debug)]
pub struct PageNumbers {
    /// The page of each panel, in the layout's order.
    pub of: Vec<u32>,
    /// How many there are.
    pub count: u32,
}

/// Shapes the running lines of all panels, in the layout's order.
///
/// # Errors
/// A name or a date can't be shaped.
pub fn running_lines(
    layout: &Layout,
    parts: &RunningParts,
    pages: &PageNumbers,
    shelf: &mut Shelf<'_>,
) -> Result<Vec<RunningLines>, Flaw> {
    let mut lines = Vec::new();
    for (panel, page) in layout.panels.iter().zip(&pages.of) {
        let parts = parts.on_page(*page, pages.count);
        let mut shape = |line: &Option<RunningLine>| {
            line.as_ref().map(|line| furniture(line, panel.span, &parts, shelf)).transpose()
        };
        lines.push(RunningLines { head: shape(&panel.head)?, foot: shape(&panel.foot)? });
    }
    Ok(lines)
}

/// One running line of a panel, shaped.
fn furniture(
    line: &RunningLine,
    panel: Span,
    parts: &RunningParts,
    shelf: &mut Shelf<'_>,
) -> Result<Furniture, Flaw> {
    // A proof says so first: in English, on lines of its own among words that run from the right.
    let left = match shelf.voice.direction {
        Direction::LeftToRight => parts.fill(&format!("{{proof}} · {}", line.left)),
        Direction::RightToLeft => {
            let said = [parts.fill("{proof}"), parts.fill(&line.left)];
            said.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\u{2028}")
        }
    };
    let right = Some(parts.fill(&line.right)).filter(|right| *right != left).unwrap_or_default();
    let mut shape = |words: &str, bold: bool| {
        // As in a heading, no name and no word of Chinese is parted where the line has another place to end.
        let style = ParagraphStyle { variant: Variant { bold, italic: false }, display: true };
        let apart = parts_of(words, shelf.voice.direction);
        (!words.is_empty()).then(|| shelf.parts(words, apart, &style, panel)).transpose()
    };
    // What numbers there will be is known once the text is set; a face that lacks a figure is told before.
    if line.names_page() {
        shape("0123456789", line.bold)?;
    }
    Ok(Furniture { look: line.clone(), left: shape(&left, line.bold)?, right: shape(&right, false)? })
}

/// The parts between the “·” of a running line that runs from the right: names of both directions stand in it, and what parts them
/// is of none of them.
fn parts_of(words: &str, direction: Direction) -> Vec<Range<usize>> {
    if direction == Direction::LeftToRight {
        return Vec::new();
    }
    let parts = words.split('\u{2028}').flat_map(|line| line.split(BETWEEN));
    let mut at = 0;
    let ranges = parts.map(|part| {
        let start = at + words[at..].find(part).expect("it is a part of what is left");
        at = start + part.len();
        start..at
    });
    ranges.filter(|range| !range.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_empty_or_said_is_left_out_of_a_running_line() {
        let parts = RunningParts {
            values: vec![
                ("native", "English".into()),
                ("english", "English".into()),
                ("state", String::new()),
                ("tag", "en".into()),
            ],
        };
        assert_eq!(parts.fill("{native} · {english} · {tag} · {state}"), "English · en");
    }
}
