//! What each stage costs, for a Latin, a Thai and a Chinese factsheet: content, shaping, breaking, fit, PDF, a whole leaflet;
//! what preparing and breaking all factsheets costs, and fitting every language in every layout.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use polyleaf::color::Output;
use polyleaf::content::{Catalog, Context};
use polyleaf::diag::Diagnostics;
use polyleaf::flow::{Paragraphs, Shelf};
use polyleaf::geom::Em;
use polyleaf::pdf;
use polyleaf::project::{
    self, Files, Format, Job, LayoutChoice, LoadedLayout, Project, Request, Selection, Shelves,
};
use polyleaf::source::Sources;
use polyleaf::spec::{MessageRef, Page};
use polyleaf::style::{Align, ParagraphStyle};
use polyleaf::text::{BreakOptions, break_lines};

const LOCALES: [&str; 3] = ["en", "th", "zh-Hant"];

fn stages(c: &mut Criterion) {
    for tag in LOCALES {
        let selection = Selection { locales: vec![tag.to_owned()], ..Selection::default() };
        let mut sources = Sources::default();
        let project =
            project::load(&Files::embedded(), &selection, &mut sources, &mut Diagnostics::default());
        let project = project.expect("the factsheet loads");
        content(c, tag, &project);
        text(c, tag, &project, &sources);
        leaflet(c, tag, &project, &sources);
    }
}

fn content(c: &mut Criterion, tag: &str, project: &Project) {
    let file = format!("{}/locales/{tag}/factsheet.ftl", env!("CARGO_MANIFEST_DIR"));
    let mut sources = Sources::default();
    let source = sources.add("factsheet.ftl", fs::read_to_string(file).expect("the locale ships"));
    let links: BTreeSet<String> = project.manifest.links.keys().cloned().collect();
    let context = Context { variables: &project.manifest.variables, links: &links };
    let locale = &project.locales[0].catalog.locale;
    c.bench_function(&format!("content/{tag}"), |b| {
        b.iter(|| Catalog::load(locale.clone(), &[source], &sources, &context, &mut Diagnostics::default()));
    });
}

fn text(c: &mut Criterion, tag: &str, project: &Project, sources: &Sources) {
    let catalog = &project.locales[0].catalog;
    let ids = factsheet(project);
    let style = ParagraphStyle::default();
    let shape = |shelf: &mut Shelf<'_>, message: &MessageRef| shelf.message(message, catalog, &style).ok();
    c.bench_function(&format!("shape/{tag}"), |b| {
        b.iter(|| {
            let mut shelf = project.locales[0].shelf(&project.fonts, sources);
            for id in &ids {
                black_box(shape(&mut shelf, id));
            }
        });
    });
    let mut shelf = project.locales[0].shelf(&project.fonts, sources);
    let shaped: BTreeMap<&str, _> =
        ids.iter().filter_map(|message| Some((message.id.as_str(), shape(&mut shelf, message)?))).collect();
    let options = BreakOptions { align: Align::Start, display: false };
    c.bench_function(&format!("break/{tag}"), |b| {
        b.iter(|| {
            for paragraph in shaped.values().flat_map(|paragraphs| paragraphs.iter()) {
                black_box(break_lines(paragraph, Em::new(19.0), &options));
            }
        });
    });
}

/// The messages of the factsheet.
fn factsheet(project: &Project) -> Vec<&MessageRef> {
    let blocks = project.manifest.leaflets[0].sections.iter().flat_map(|section| &section.blocks);
    blocks.flat_map(|block| block.messages.iter().chain(&block.by)).collect()
}

/// The factsheet in all languages, one after the other on one core, once each.
fn all(c: &mut Criterion) {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let project = project::load(&Files::embedded(), &Selection::default(), &mut sources, &mut diagnostics);
    let project = project.expect("the factsheet loads");
    c.bench_function("prepare/all", |b| b.iter(|| black_box(prepared(&project, &sources))));
    let prepared = prepared(&project, &sources);
    c.bench_function("break/all", |b| {
        b.iter(|| {
            for (paragraphs, options) in &prepared {
                for paragraph in paragraphs.iter() {
                    black_box(break_lines(paragraph, Em::new(19.0), options));
                }
            }
        });
    });
}

/// The paragraphs of all messages in all languages, with the alignment that each language asks for.
fn prepared(project: &Project, sources: &Sources) -> Vec<(Paragraphs, BreakOptions)> {
    let mut all = Vec::new();
    for locale in &project.locales {
        let catalog = &locale.catalog;
        let mut shelf = locale.shelf(&project.fonts, sources);
        let options = BreakOptions { align: locale.typography.rules.align, display: false };
        for message in factsheet(project) {
            let paragraphs = shelf.message(message, catalog, &ParagraphStyle::default());
            all.push((paragraphs.expect("the factsheet has all its glyphs"), options));
        }
    }
    all
}

fn leaflet(c: &mut Criterion, tag: &str, project: &Project, sources: &Sources) {
    let locale = &project.locales[0];
    let LoadedLayout { layout, drawings } = &project.layouts["letter-fold"];
    let page = Page::new(layout, "letter", locale.catalog.locale.direction).expect("it takes letter");
    let job = Job { project, leaflet: &project.manifest.leaflets[0], layout, drawings, page: &page, locale };
    let mut shelves = Shelves::new(project, locale, sources);
    let mut set = || job.run(&mut shelves).expect("it fits");
    let leaflet = set();
    c.bench_function(&format!("fit/{tag}"), |b| b.iter(&mut set));
    c.bench_function(&format!("pdf/{tag}"), |b| {
        b.iter(|| pdf::write(&leaflet, &project.fonts, Output::default()));
    });
}

/// All languages in all layouts, loaded and fitted on both cores, nothing written.
fn fits(c: &mut Criterion) {
    let selection = Selection { layouts: LayoutChoice::Every, ..Selection::default() };
    let status = || project::status(&Files::embedded(), &selection, None, &mut Sources::default());
    let fitted = status().fits;
    assert!(
        fitted.len() >= 72 && fitted.iter().all(|fit| fit.problem.is_none()),
        "eight languages, nine layouts"
    );
    c.bench_function("fits/all", |b| b.iter(status));
}

fn whole(c: &mut Criterion) {
    for tag in LOCALES {
        let out = tempfile::tempdir().expect("a folder");
        let layouts = LayoutChoice::Named(vec!["letter-fold".to_owned()]);
        let selection = Selection { locales: vec![tag.to_owned()], layouts, ..Selection::default() };
        let request = Request {
            selection,
            paper: None,
            outputs: Vec::new(),
            format: Format::Pdf,
            ppi: None,
            out: Some(out.path().to_owned()),
        };
        c.bench_function(&format!("leaflet/{tag}"), |b| {
            b.iter(|| project::build(&Files::embedded(), &request, &mut Sources::default(), &|_| {}));
        });
    }
}

criterion_group!(benches, stages, all, fits, whole);
criterion_main!(benches);
