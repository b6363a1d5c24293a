//! Pseudo-languages: the source language's messages, made longer and taller, as if there were a folder of them. In: the source
//! language. Out: the same as other languages that were read. Nothing is written, and nothing of them is compared or reviewed.

use std::collections::{BTreeMap, BTreeSet};

use super::coverage::Coverage;
use super::language::LoadedLocale;
use super::reviews::Reviews;
use super::selection::Selection;
use crate::content::{Catalog, Context, pseudo_text};
use crate::diag::Diagnostics;
use crate::locale::Pseudo;
use crate::script::Typography;
use crate::source::Sources;
use crate::spec::{Form, Manifest};

/// Those that are asked for, in the order in which they are.
pub(super) fn pseudo_locales(
    sources: &mut Sources,
    manifest: &Manifest,
    selection: &Selection,
    source: &LoadedLocale,
) -> Vec<LoadedLocale> {
    let asked = selection.locales.iter().chain(&selection.with).filter_map(|asked| Pseudo::of(asked));
    let mut pseudos: Vec<Pseudo> = Vec::new();
    for pseudo in asked {
        if !pseudos.contains(&pseudo) {
            pseudos.push(pseudo);
        }
    }
    pseudos
        .into_iter()
        .map(|pseudo| pseudo_locale(pseudo, sources, manifest, selection.form, source))
        .collect()
}

fn pseudo_locale(
    pseudo: Pseudo,
    sources: &mut Sources,
    manifest: &Manifest,
    form: Form,
    source: &LoadedLocale,
) -> LoadedLocale {
    let locale = pseudo.locale();
    let own: Vec<_> = source.catalog.sources().collect();
    let mut files = Vec::new();
    for id in own {
        let text = pseudo_text(id, sources, pseudo);
        // A place in it leads to the line that it was made of.
        let name = sources.get(id).name.clone();
        files.push(sources.add(name, text));
    }
    let links: BTreeSet<String> = manifest.links.keys().cloned().collect();
    let context = Context { variables: &manifest.variables, links: &links };
    let mut diagnostics = Diagnostics::default();
    let catalog = Catalog::load(locale.clone(), &files, sources, &context, &mut diagnostics);
    let coverage = Coverage::count(&source.catalog, &catalog, &diagnostics);
    let mut typography = Typography::of(&locale);
    if form == Form::LargePrint {
        typography.rules = typography.rules.large_print();
    }
    let hidden = source.catalog.hidden_in(&catalog);
    LoadedLocale {
        coverage,
        catalog,
        typography,
        readability: None,
        reviews: Reviews { file: String::new(), entries: Ok(BTreeMap::new()), standings: BTreeMap::new() },
        gaps: BTreeSet::new(),
        hidden,
        diagnostics,
    }
}
