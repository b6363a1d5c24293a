//! Leaflets that are to be final: all that they print was reviewed as it stands, in their language and in the one that they are set
//! beside.

use std::collections::{BTreeMap, BTreeSet};

use super::language::LoadedLocale;
use super::load::Project;
use super::margin::unreviewed;
use super::reviews::Standing;
use super::scope::Scope;
use super::task::Task;
use super::unset::Unset;
use crate::diag::{Code, Diagnostic, Diagnostics};

/// Why a leaflet is not made where it is to be final; `None` where it is, or need not be.
pub(super) fn not_final(project: &Project, task: &Task<'_>, locale: &LoadedLocale) -> Option<Unset> {
    if !project.is_final {
        return None;
    }
    let scope = Scope::of_leaflet(task.leaflet, task.layout_name());
    let languages = [Some(locale), project.partner.as_ref()].into_iter().flatten();
    let count = languages.map(|locale| unreviewed(&scope, locale).count()).sum::<usize>();
    (count > 0).then_some(Unset::NotFinal(count))
}

/// Reports that leaflets are left out since they are not final: once for each language that they are in.
pub(super) fn report_not_final<'a>(
    project: &Project,
    locale: &LoadedLocale,
    tasks: impl Iterator<Item = &'a Task<'a>>,
    diagnostics: &mut Diagnostics,
) {
    let (mut scope, mut leaflets) = (Scope::default(), Vec::new());
    for task in tasks {
        scope.take_leaflet(task.leaflet, |block| block.is_for(task.layout_name()));
        leaflets.push(task.leaflet.name.as_str());
    }
    leaflets.dedup();
    for locale in [Some(locale), project.partner.as_ref()].into_iter().flatten() {
        let mut standings: BTreeMap<Standing, BTreeSet<String>> = BTreeMap::new();
        for (id, standing) in unreviewed(&scope, locale) {
            standings.entry(standing).or_default().insert(id);
        }
        if !standings.is_empty() {
            diagnostics.error(told(project, locale, &leaflets, &standings));
        }
    }
}

fn told(
    project: &Project,
    locale: &LoadedLocale,
    leaflets: &[&str],
    standings: &BTreeMap<Standing, BTreeSet<String>>,
) -> Diagnostic {
    let tag = &locale.catalog.locale.tag;
    let counts: Vec<String> = standings.iter().map(|(standing, ids)| standing.counted(ids.len())).collect();
    let count = standings.values().map(BTreeSet::len).sum::<usize>();
    let of = leaflets.join(", ");
    let message = match count {
        1 => format!("{tag}: a message of {of} is not final: {}", counts.join(", ")),
        _ => format!("{tag}: {count} messages of {of} are not final: {}", counts.join(", ")),
    };
    let mut wrong = Diagnostic::new(Code::NotFinal, message);
    let first = standings.values().flatten().find_map(|id| {
        let source = project.source.as_ref().and_then(|source| source.catalog.span(id));
        locale.catalog.span(id).or(source)
    });
    let label = if count == 1 { "this one" } else { "the first of them" };
    wrong.labels.extend(first.map(|span| (span, label.to_owned())));
    let has = |standing| standings.contains_key(&standing);
    let mut steps = Vec::new();
    if has(Standing::Missing) {
        steps.push("translate what is missing".to_owned());
    }
    if has(Standing::Outdated) {
        steps.push(format!("bring up to date what polyleaf status --diff {tag} shows"));
    }
    if has(Standing::Expired) {
        steps.push(format!(
            "check again what polyleaf check {tag} names, and approve it with --until YYYY-MM"
        ));
    }
    steps.push(format!("have them read, then say polyleaf approve {tag} --by NAME"));
    wrong.help(format!("{}; or build without --final", steps.join("; ")))
}
