//! Whether pictures have pixels enough for the size that they are printed at.

use std::collections::BTreeMap;

use super::drafts::LocaleLeaflets;
use super::job::SetLeaflet;
use super::task::Task;
use super::unset::Unset;
use crate::color::{Output, Profile};
use crate::diag::{Code, Diagnostic};
use crate::frame::{Frame, FrameItem, NodeId};
use crate::picture::Resolution;
use crate::source::Span;

/// Reports pictures that are too coarse in a task: once for all languages, by the one that sets it largest, and once for
/// all files, by the one that asks for most. Where one of them can't show it, the task is not built.
pub(super) fn check_resolution(
    task: &Task<'_>,
    index: usize,
    outputs: &[Output],
    set: &mut [LocaleLeaflets<'_, SetLeaflet<'_>>],
) {
    let profiles = outputs.iter().map(|output| output.profile).filter(|profile| task.suits(*profile));
    let good = |profile: &Profile| Resolution::of(*profile).good;
    let Some(profile) = profiles.max_by(|a, b| good(a).total_cmp(&good(b))) else { return };
    let wanted = Resolution::of(profile);
    let coarsest = coarsest_pictures(index, set).into_iter().filter(|(_, ppi)| wanted.wants_more(*ppi));
    let coarsest: Vec<(Span, f64)> = coarsest.collect();
    let mut sets = set.iter_mut().filter(|locale| locale.leaflets[index].is_ok());
    if let Some(first) = sets.next() {
        for &(span, ppi) in &coarsest {
            let told = told_coarse(task, profile, span, ppi);
            if wanted.refuses(ppi) {
                first.diagnostics.error(told);
            } else {
                first.diagnostics.warn(told);
            }
        }
    }
    let Some((_, ppi)) = coarsest.into_iter().find(|(_, ppi)| wanted.refuses(*ppi)) else { return };
    for locale in set.iter_mut().filter(|locale| locale.leaflets[index].is_ok()) {
        locale.leaflets[index] = Err(Unset::Coarse { ppi, wanted: wanted.good });
    }
}

/// The pixels to the inch of each picture of a task, by where the manifest asks for it, in the language that sets it
/// largest.
fn coarsest_pictures(index: usize, set: &[LocaleLeaflets<'_, SetLeaflet<'_>>]) -> BTreeMap<Span, f64> {
    let mut coarsest: BTreeMap<Span, f64> = BTreeMap::new();
    for leaflet in set.iter().filter_map(|locale| locale.leaflets[index].as_ref().ok()) {
        for panel in &leaflet.panels {
            gather(&panel.group.frame, &mut |node, ppi| {
                if let Some(span) = leaflet.spans.get(&node) {
                    let known = coarsest.entry(*span).or_insert(ppi);
                    *known = known.min(ppi);
                }
            });
        }
    }
    coarsest
}

fn told_coarse(task: &Task<'_>, profile: Profile, span: Span, ppi: f64) -> Diagnostic {
    let wanted = Resolution::of(profile);
    let message = format!(
        "this picture has {ppi:.0} pixels to the inch in “{}”, fewer than the {:.0} that `{}` asks for",
        task.layout_name(),
        wanted.good,
        profile.name()
    );
    let times = wanted.good / ppi;
    Diagnostic::new(Code::Resolution, message)
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
