//! What the crate costs through its door, for a Latin, a Thai and a Chinese factsheet: shaping its messages, breaking them
//! into lines, setting a leaflet, writing its PDF, and all of it into a file; and fitting every language in every layout.
//! What each stage within costs, callgrind says.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use polyleaf::inspect::{Alignment, shape_messages};
use polyleaf::{Choice, Format, LayoutChoice, Output, Project, Request, Selection};

const LOCALES: [&str; 3] = ["en", "th", "zh-Hant"];
/// A column of a leaflet and the size of its type, in points.
const COLUMN: (f64, f64) = (209.0, 11.0);

/// Messages loaded and shaped, then broken and placed.
fn text(c: &mut Criterion) {
    let project = Project::embedded();
    for tag in LOCALES {
        let shape = || shape_messages(&project, &[tag.to_owned()]).expect("the factsheet can be shaped");
        c.bench_function(&format!("shape/{tag}"), |b| b.iter(shape));
        let shaped = shape();
        let (measure, size) = COLUMN;
        c.bench_function(&format!("lines/{tag}"), |b| {
            b.iter(|| {
                for paragraph in &shaped.paragraphs {
                    black_box(paragraph.lines(measure, size, Alignment::Own));
                }
            });
        });
    }
}

/// A leaflet set, its PDF written, and both from a cold start into a file.
fn leaflet(c: &mut Criterion) {
    let project = Project::embedded();
    for tag in LOCALES {
        let choice = Choice::new("factsheet", tag, "letter-fold");
        c.bench_function(&format!("set/{tag}"), |b| b.iter(|| project.set(&choice).expect("it fits")));
        let ready = project.set(&choice).expect("it fits");
        c.bench_function(&format!("pdf/{tag}"), |b| {
            b.iter(|| ready.pdf(Output::default()).expect("it can be read"));
        });
        let out = tempfile::tempdir().expect("a folder");
        let selection = Selection {
            locales: vec![tag.to_owned()],
            layouts: LayoutChoice::Named(vec!["letter-fold".to_owned()]),
            ..Selection::default()
        };
        let request = Request {
            selection,
            paper: None,
            outputs: Vec::new(),
            format: Format::Pdf,
            ppi: None,
            out: Some(out.path().to_owned()),
            print_sheet: None,
        };
        c.bench_function(&format!("build/{tag}"), |b| b.iter(|| project.build(&request, &|_| {})));
    }
}

/// All languages in all layouts, loaded and fitted on both cores, nothing written.
fn fits(c: &mut Criterion) {
    let project = Project::embedded();
    let selection = Selection { layouts: LayoutChoice::Every, ..Selection::default() };
    let status = || project.status(&selection, None).made;
    let fitted = status().fits;
    assert!(
        fitted.len() >= 72 && fitted.iter().all(|fit| fit.problem.is_none()),
        "eight languages, nine layouts"
    );
    c.bench_function("fits/all", |b| b.iter(status));
}

criterion_group!(benches, text, leaflet, fits);
criterion_main!(benches);
