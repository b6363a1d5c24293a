//! What the margin of a proof says: that it is one, and how much is missing.

use super::load::Project;
use super::locales::LoadedLocale;
use super::scope::Scope;
use crate::spec::LeafletSpec;

/// What the margin of a proof of a leaflet says; nothing on other pages.
pub(super) fn proof_line(
    project: &Project,
    leaflet: &LeafletSpec,
    layout: &str,
    locale: &LoadedLocale,
) -> String {
    if project.proof.is_none() {
        return String::new();
    }
    let mut scope = Scope::default();
    scope.take_leaflet(leaflet, |block| block.is_for(layout));
    let languages = || [Some(locale), project.partner.as_ref()].into_iter().flatten();
    let missing: usize = languages().map(|locale| scope.ids.intersection(&locale.gaps).count()).sum();
    format!("PROOF: {missing} of {} messages missing", scope.ids.len() * languages().count())
}
