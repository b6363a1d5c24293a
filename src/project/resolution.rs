//! Whether pictures have pixels enough for the size that they are printed at.

use std::collections::BTreeMap;

use super::set::LocaleDrafts;
use super::task::Task;
use crate::color::{Output, Profile};
use crate::diag::{Code, Diagnostic, Severity};
use crate::frame::{Frame, FrameItem, NodeId};
use crate::picture::Resolution;
use crate::source::Span;

/// Reports pictures that are too coarse in a task: once for all languages, by the one that sets it largest, and once for
/// all files, by the one that asks for most. Where one of them can't show it, the task is not built.
pub(super) fn check(task: &Task<'_>, index: usize, outputs: &[Output], set: &mut [LocaleDrafts<'_>]) {
    let profiles = outputs.iter().map(|output| output.profile).filter(|profile| task.suits(*profile));
    let wanted = |profile: &Profile| Resolution::of(*profile).good;
    let Some(profile) = profiles.max_by(|a, b| wanted(a).total_cmp(&wanted(b))) else { return };
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
    let coarse = coarsest.into_iter().filter(|(_, ppi)| Resolution::of(profile).wants_more(*ppi));
    let found: Vec<Diagnostic> = coarse.map(|picture| told(task, profile, picture)).collect();
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

fn told(task: &Task<'_>, profile: Profile, (span, ppi): (Span, f64)) -> Diagnostic {
    let wanted = Resolution::of(profile);
    let message = format!(
        "this picture has {ppi:.0} pixels to the inch in “{}”, fewer than the {:.0} that `{}` asks for",
        task.layout,
        wanted.good,
        profile.name()
    );
    let wrong = match wanted.refuses(ppi) {
        true => Diagnostic::error(Code::Resolution, message),
        false => Diagnostic::warning(Code::Resolution, message),
    };
    let times = wanted.good / ppi;
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
