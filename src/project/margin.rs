//! What the margin says of a leaflet's state: that it is a proof, and how much is missing; that it is a draft.

use super::language::LoadedLocale;
use super::load::Project;
use super::reviews::Standing;
use super::scope::Scope;
use crate::spec::LeafletSpec;

/// What the margin of a proof of a leaflet says; nothing on other pages.
pub(super) fn proof_line(
    project: &Project,
    leaflet: &LeafletSpec,
    layout: &str,
    locale: &LoadedLocale,
) -> String {
    if locale.catalog.locale.is_pseudo() {
        let tag = &locale.catalog.locale.tag;
        return format!("PSEUDO {tag}: not for readers");
    }
    if project.proof.is_none() {
        return String::new();
    }
    let scope = Scope::of_leaflet(leaflet, layout);
    let languages = || [Some(locale), project.partner.as_ref()].into_iter().flatten();
    let missing: usize = languages().map(|locale| scope.ids.intersection(&locale.gaps).count()).sum();
    format!("PROOF: {missing} of {} messages missing", scope.ids.len() * languages().count())
}

/// What the margin says of a draft: of a leaflet with a message that nobody has reviewed as it stands, in its language or in the
/// one that it is set beside.
pub(super) fn draft_line<'a>(
    project: &Project,
    leaflet: &LeafletSpec,
    layout: &str,
    locale: &'a LoadedLocale,
) -> Option<&'a str> {
    let draft = project.manifest.draft.as_ref()?;
    let words = locale.catalog.get(&draft.id)?;
    let scope = Scope::of_leaflet(leaflet, layout);
    let languages = [Some(locale), project.partner.as_ref()].into_iter().flatten();
    let is_draft = languages.flat_map(|locale| unreviewed(&scope, locale)).next().is_some();
    is_draft.then_some(words.text.as_str())
}

/// The messages of a scope that nobody has reviewed as they stand in a language, with how they stand.
pub(super) fn unreviewed<'a>(
    scope: &Scope,
    locale: &'a LoadedLocale,
) -> impl Iterator<Item = (String, Standing)> + use<'a> {
    let ids = scope.ids.iter().cloned().collect::<Vec<String>>();
    let standing = |id: String| (locale.reviews.standing(&id), id);
    ids.into_iter()
        .map(standing)
        .filter(|(standing, _)| *standing != Standing::Reviewed)
        .map(|(s, id)| (id, s))
}
