//! What people are told of many problems: warnings before errors, which are the last thing on the screen, and all that comes
//! of one slip in one piece.

use std::collections::BTreeMap;

use super::report::{Together, Told, limited};
use crate::diag::{Diagnostic, Diagnostics, Severity};
use crate::source::Sources;

/// How many are listed of one slip in a file that has more than [`MOST`] (H): who has mended so many looks again.
const LISTED: usize = 40;
/// The most that are listed: a few more than usual take less room than to say that there are more (H).
const MOST: usize = 50;

/// The problems as people are told them, as far as a report tells them.
pub(super) fn told_to_people<'a>(diagnostics: &'a Diagnostics, sources: &'a Sources) -> Vec<Told<'a>> {
    let of = |severity| diagnostics.iter().filter(move |diagnostic| diagnostic.severity == severity);
    let ordered: Vec<&Diagnostic> = of(Severity::Warning).chain(of(Severity::Error)).collect();
    let mut blocks: Vec<Vec<&Diagnostic>> = Vec::new();
    let mut of_slip: BTreeMap<_, usize> = BTreeMap::new();
    for diagnostic in ordered {
        let Some(key) = diagnostic.slip_key() else {
            blocks.push(vec![diagnostic]);
            continue;
        };
        let at = *of_slip.entry(key).or_insert(blocks.len());
        match blocks.get_mut(at) {
            Some(block) => block.push(diagnostic),
            None => blocks.push(vec![diagnostic]),
        }
    }
    let told = blocks.into_iter().map(|block| match (&block[..], &block[0].slip) {
        ([one], _) => Told::Problem(one),
        (_, Some(slip)) => Told::Together(Together { slip, problems: block }),
        (_, None) => unreachable!("only slips have several"),
    });
    limited(told.collect(), diagnostics, sources)
}

impl Together<'_> {
    /// What is said of them.
    pub fn said(&self) -> String {
        self.slip.said_of(self.problems.len())
    }

    /// Where they are, a line a file: `locales/vi/card.ftl: 16, 17, 19`, with names `who-group (12), who-confusion (14)`.
    pub fn places(&self, sources: &Sources) -> Vec<String> {
        let mut files: Vec<(&str, Vec<String>)> = Vec::new();
        for problem in &self.problems {
            let Some((span, _)) = problem.labels.first() else { continue };
            let (file, line) = (sources.get(span.source).name.as_str(), sources.position(*span).0);
            let name = problem.slip.as_ref().and_then(|slip| slip.name.as_ref());
            let item = name.map_or_else(|| line.to_string(), |name| format!("{name} ({line})"));
            match files.iter_mut().find(|(known, _)| *known == file) {
                Some((_, items)) => items.push(item),
                None => files.push((file, vec![item])),
            }
        }
        let line = |(file, mut items): (&str, Vec<String>)| {
            let more = if items.len() > MOST { items.len() - LISTED } else { 0 };
            items.truncate(items.len() - more);
            let lines = match (self.slip.name.is_some(), items.len()) {
                (true, _) => "",
                (false, 1) => " line",
                (false, _) => " lines",
            };
            let more = if more > 0 { format!(", and {more} more") } else { String::new() };
            format!("{file}:{lines} {}{more}", items.join(", "))
        };
        files.into_iter().map(line).collect()
    }
}
