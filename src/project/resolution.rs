//! Whether pictures have pixels enough for the size that they are printed at.

use std::collections::BTreeMap;

use super::set::LocaleDrafts;
use super::task::Task;
use crate::diag::{Code, Diagnostic, Severity};
use crate::frame::{Frame, FrameItem, NodeId};
use crate::source::Span;

/// What printers ask for (PRINT.md), in pixels to the inch.
const ENOUGH: f64 = 300.0;
/// Below it squares are seen at arm's length (H).
const LEAST: f64 = 100.0;

/// Reports pictures that are too coarse in a task: once for all languages, by the one that sets it largest. Where squares
/// would be seen, the task is not built.
pub(super) fn check(task: &Task<'_>, index: usize, set: &mut [LocaleDrafts<'_>]) {
    let mut coarsest: BTreeMap<Span, f64> = BTreeMap::new();
    for of_locale in &*set {
        let Ok(draft) = &of_locale.drafts[index] else { continue };
        let spans = draft.spans();
        for panel in &draft.fitted.panels {
            gather(&panel.group.frame, &mut |node, ppi| {
                if let Some(span) = spans.get(&node) {
                    let known = coarsest.entry(*span).or_insert(ppi);
                    *known = known.min(ppi);
                }
            });
        }
    }
    let coarse: Vec<(Span, f64)> = coarsest.into_iter().filter(|(_, ppi)| *ppi < ENOUGH - 0.5).collect();
    let found: Vec<Diagnostic> = coarse.into_iter().map(|(span, ppi)| told(task, span, ppi)).collect();
    let refused = found.iter().find(|diagnostic| diagnostic.severity == Severity::Error).cloned();
    if let Some(first) = set.iter_mut().find(|of_locale| of_locale.drafts[index].is_ok()) {
        for diagnostic in found {
            first.diagnostics.push(diagnostic);
        }
    }
    for of_locale in set {
        if let Some(refused) = &refused
            && of_locale.drafts[index].is_ok()
        {
            of_locale.drafts[index] = Err(refused.message.clone());
        }
    }
}

fn told(task: &Task<'_>, span: Span, ppi: f64) -> Diagnostic {
    let message = format!(
        "this picture has {ppi:.0} pixels to the inch in “{}”, fewer than the {ENOUGH:.0} that print well",
        task.layout
    );
    let wrong = match ppi < LEAST {
        true => Diagnostic::error(Code::Resolution, message),
        false => Diagnostic::warning(Code::Resolution, message),
    };
    let times = ENOUGH / ppi;
    wrong
        .label(span, "asked for here")
        .help(format!("take one with {times:.1} times as many pixels across, or give it a smaller width"))
}

/// The pictures of a frame that have pixels.
fn gather(frame: &Frame, take: &mut impl FnMut(NodeId, f64)) {
    for (_, item) in &frame.items {
        match item {
            FrameItem::Group(group) => gather(&group.frame, take),
            FrameItem::Picture(picture) => {
                if let Some((node, ppi)) = picture.node.zip(picture.ppi()) {
                    take(node, ppi);
                }
            }
            FrameItem::Text(_) | FrameItem::Path(_) | FrameItem::Link(_) => {}
        }
    }
}
