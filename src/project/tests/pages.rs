//! Pages that are read alone or turned: where they end, what they start with, which number they have.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use crate::diag::Diagnostics;
use crate::frame::{Frame, FrameItem, GroupKind, Leaflet};
use crate::geom::{Abs, Point};
use crate::project::job::{Job, Shelves};
use crate::project::reviews::digest_of;
use crate::project::{Files, Selection, load};
use crate::source::Sources;
use crate::spec::{Page, Review, ReviewState, written_reviews};

/// Three sections' worth of manifest: a cover with credits, a section of five paragraphs, one of a line.
const MANIFEST: &str = r#"
[project]
name = "small"
source = "en"
paper = "phone"
edition = "1"
date = "2026-11"
[organisation]
name = "Example"
email = "mail@example.org"
phone = "555-0100"
website = "example.org"
[[leaflet]]
name = "small"
layouts = ["page"]
[[leaflet.section]]
name = "cover"
place = "cover"
blocks = [{ role = "title", text = "title" }, { role = "byline", text = "byline" }, { role = "note", text = "note" }]
[[leaflet.section]]
name = "long"
place = "body"
blocks = [
  { role = "heading", text = "long" },
  { role = "paragraph", items = ["one", "two"] },
  { role = "steps", items = ["three", "four", "five"] },
]
[[leaflet.section]]
name = "short"
place = "body"
blocks = [{ role = "heading", text = "short" }, { role = "paragraph", text = "one" }]
[[leaflet.section]]
name = "end"
place = "back"
blocks = [{ role = "heading", text = "end" }]
"#;

const FOOT: &str = r#"{ left = "{native} · {organisation}", right = "{page}/{pages}", size = 0.6, color = "grey", gap = 1 }"#;

/// What is placed on a side, from the left edge of its sheet: lines of blocks by message, and words of none.
#[derive(Default)]
struct Side {
    lines: Vec<(String, String)>,
    heads: Vec<String>,
    foots: Vec<(Abs, String)>,
}

/// The leaflet in a layout of that text, with a paragraph of so many words as each of its messages, on a paper.
fn sides(layout: &str, words: usize, paper: &str) -> Vec<Side> {
    let paragraph = ["governmental"].repeat(words).join(" ");
    let messages = ["one", "two", "three", "four", "five"].map(|id| format!("{id} = {paragraph}\n")).concat();
    let short = "title = Title\nbyline = Byline\nnote = Note\nlong = Long\nshort = Short\nend = End\n";
    let look = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("layouts/look/calm.toml")).unwrap();
    let files = BTreeMap::from([
        ("polyleaf.toml".to_owned(), Arc::new(MANIFEST.as_bytes().to_vec())),
        ("layouts/page.toml".to_owned(), Arc::new(layout.as_bytes().to_vec())),
        ("layouts/look/calm.toml".to_owned(), Arc::new(look)),
        ("locales/en/text.ftl".to_owned(), Arc::new(format!("{short}{messages}").into_bytes())),
    ]);
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let project =
        load(&Files::in_memory(files), &Selection::default(), &mut sources, &mut diagnostics).unwrap();
    let (loaded, locale) = (&project.layouts["page"], &project.locales[0]);
    let page = Page::new(&loaded.layout, paper, locale.catalog.locale.direction).unwrap();
    let leaflet = &project.manifest.leaflets[0];
    let (layout, drawings) = (&loaded.layout, &loaded.drawings);
    let job = Job { project: &project, leaflet, layout, drawings, page: &page, locale };
    let leaflet = job.run(&mut Shelves::new(&project, locale, &sources), &sources).unwrap();
    let side = |frame: &Frame| {
        let mut side = Side::default();
        gather(frame, Point::default(), &leaflet, &mut side);
        side
    };
    leaflet.sides.iter().map(|sheet| side(&sheet.frame)).collect()
}

fn gather(frame: &Frame, origin: Point, leaflet: &Leaflet, side: &mut Side) {
    for (at, item) in &frame.items {
        let FrameItem::Group(group) = item else { continue };
        let at = origin + *at;
        match group.kind {
            GroupKind::Block(node) => {
                for (_, item) in &group.frame.items {
                    if let FrameItem::Group(line) = item
                        && let GroupKind::Line(tag) = &line.kind
                    {
                        let node = leaflet.structure.node(node);
                        side.lines.push((node.message.clone(), format!("{:?}", tag.end)));
                    }
                }
            }
            GroupKind::Head => side.heads.push(words(&group.frame)),
            GroupKind::Foot => side.foots.push((at.x, words(&group.frame))),
            _ => gather(&group.frame, at, leaflet, side),
        }
    }
}

/// The words of a running line, none of which an output reads.
fn words(line: &Frame) -> String {
    let mut words = String::new();
    for (_, item) in &line.items {
        match item {
            FrameItem::Text(run) => {
                assert_eq!(run.origin, None);
                words.push_str(&run.text);
            }
            FrameItem::Group(group) => words.push_str(&self::words(&group.frame)),
            _ => {}
        }
    }
    words
}

/// A layout of pages of a phone, of which `body` says how they are set.
fn phone(body: &str) -> String {
    format!(
        r#"purpose = "pages"
look = "calm"
fold = "none"
orientation = "portrait"
papers = ["phone"]
unprinted = "0mm"
credits = "back"
[body]
max = 11
leading = [1.0, 1.0]
gaps = [1.0, 1.0]
sections = "apart"
{body}
[[panel]]
cell = 1
place = "cover"
foot = {FOOT}
inset = ["5mm"]
[[panel]]
cell = [2, 12]
place = "body"
foot = {FOOT}
inset = ["5mm"]
[[panel]]
cell = 13
place = "back"
foot = {FOOT}
inset = ["5mm"]
[style.box]
roles = []
"#
    )
}

#[test]
fn pages_end_between_paragraphs_and_repeat_the_heading_where_the_layout_says_so() {
    let pages = sides(&phone("break = \"blocks\"\nrepeat = \"heading\"\nhyphens = \"none\""), 22, "phone");
    let mut seen: Vec<&str> = Vec::new();
    for page in &pages {
        let mut messages: Vec<&str> = page.lines.iter().map(|(message, _)| message.as_str()).collect();
        messages.dedup();
        // A message is asked for twice over the leaflet, and stands on one page each time.
        seen.extend(&messages);
        assert!(page.lines.iter().all(|(_, end)| end != "Hyphen"), "{:?}", page.lines);
    }
    assert_eq!(
        seen,
        ["title", "long", "one", "two", "three", "four", "five", "short", "one", "end", "byline", "note"]
    );
    let heads: Vec<&[String]> = pages.iter().map(|page| page.heads.as_slice()).collect();
    let of_long = heads.iter().filter(|heads| heads.contains(&"Long".to_owned())).count();
    let long = pages
        .iter()
        .filter(|page| page.lines.iter().any(|(message, _)| message == "three" || message == "long"));
    assert!(of_long >= 1 && of_long + 1 >= long.count(), "{heads:?}");
    assert!(
        heads.first().is_some_and(|heads| heads.is_empty())
            && heads.last().is_some_and(|heads| heads.is_empty())
    );
}

#[test]
fn pages_without_that_end_anywhere() {
    let pages = sides(&phone(""), 22, "phone");
    let torn = pages.windows(2).any(|pages| {
        let (last, first) = (pages[0].lines.last().unwrap(), pages[1].lines.first().unwrap());
        last.0 == first.0
    });
    assert!(torn && pages.iter().all(|page| page.heads.is_empty()));
}

#[test]
fn a_paragraph_higher_than_a_page_goes_on_on_the_next_one() {
    let pages = sides(&phone("break = \"blocks\"\nrepeat = \"heading\""), 60, "phone");
    let last = pages.iter().filter_map(|page| page.lines.last());
    assert!(last.clone().any(|(_, end)| end == "Word"), "{:?}", last.collect::<Vec<_>>());
}

#[test]
fn pages_are_counted_as_they_are_printed() {
    let pages = sides(&phone("break = \"blocks\""), 7, "phone");
    let count = pages.len();
    assert_eq!(count, 5, "a cover, two pages for the long section, one for the short, the back");
    for (number, page) in (1..).zip(&pages) {
        let foots: Vec<&str> = page.foots.iter().map(|(_, words)| words.as_str()).collect();
        assert_eq!(foots, [format!("{number}/{count}").as_str(), "English · Example"]);
    }
}

#[test]
fn numbers_of_pages_that_face_each_other_stand_at_their_outer_edges() {
    let layout = phone("")
        .replace("[\"phone\"]", "[\"letter\"]")
        .replace("\"none\"", "\"booklet\"")
        .replace("portrait", "landscape")
        .replace("cell = [2, 12]", "cell = [2, 7]\nmirror = true")
        .replace("cell = 13", "cell = 8")
        .replace("left = \"{native} · {organisation}\", right = \"{page}/{pages}\"", "left = \"{page}\"");
    let sides = sides(&layout, 5, "letter");
    let middle = Abs::inches(5.5);
    let folios = sides.iter().flat_map(|side| &side.foots);
    let mut found: Vec<(u32, bool)> =
        folios.map(|(at, words)| (words.parse().unwrap(), (*at - middle).abs() > Abs::inches(4.0))).collect();
    found.sort_unstable();
    // The cover's and the back's stand at the left, which is the back's outer edge.
    let outer: Vec<(u32, bool)> = (1..=8).map(|page| (page, page != 1)).collect();
    assert_eq!(found, outer);
}

/// The running lines of a shipped leaflet in a language, each with the size of its type.
fn running_lines(leaflet: &str, locale: &str) -> Vec<(String, Abs)> {
    lines_of(&Files::embedded(), leaflet, locale)
}

/// The same with files of one’s own.
fn lines_of(files: &Files, leaflet: &str, locale: &str) -> Vec<(String, Abs)> {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let selection = Selection {
        locales: vec![locale.to_owned()],
        leaflets: vec![leaflet.to_owned()],
        ..Selection::default()
    };
    let project = load(files, &selection, &mut sources, &mut diagnostics).unwrap();
    let (loaded, locale) = (&project.layouts[leaflet], &project.locales[0]);
    let page = Page::new(&loaded.layout, "letter", locale.catalog.locale.direction).unwrap();
    let leaflet = project.manifest.leaflets.iter().find(|known| known.name == leaflet).unwrap();
    let (layout, drawings) = (&loaded.layout, &loaded.drawings);
    let job = Job { project: &project, leaflet, layout, drawings, page: &page, locale };
    let leaflet = job.run(&mut Shelves::new(&project, locale, &sources), &sources).unwrap();
    let mut lines = Vec::new();
    leaflet.sides.iter().for_each(|side| gather_lines(&side.frame, &mut lines));
    lines
}

fn gather_lines(frame: &Frame, lines: &mut Vec<(String, Abs)>) {
    for (_, item) in &frame.items {
        let FrameItem::Group(group) = item else { continue };
        if !matches!(group.kind, GroupKind::Head | GroupKind::Foot) {
            gather_lines(&group.frame, lines);
            continue;
        }
        let sizes = group.frame.items.iter().filter_map(|(_, item)| match item {
            FrameItem::Text(run) => Some(run.size),
            _ => None,
        });
        lines.push((words(&group.frame), sizes.fold(Abs::pt(1000.0), Abs::min)));
    }
}

#[test]
fn the_front_of_a_card_names_its_language_for_who_hands_it_out() {
    for (locale, named) in [
        ("en", "English"),
        ("th", "ไทย · Thai"),
        ("ko", "한국어 · Korean"),
        ("tl", "Tagalog"),
        ("zh-Hant", "繁體中文 · Chinese, Traditional"),
    ] {
        let lines = running_lines("card", locale);
        let named = lines.iter().find(|(words, _)| words == named);
        assert!(named.is_some_and(|(_, size)| *size >= Abs::pt(6.5)), "{locale}: {lines:?}");
    }
}

#[test]
fn every_strip_of_a_poster_says_whose_number_it_is() {
    for locale in ["en", "th", "zh-Hant"] {
        let lines = running_lines("poster", locale);
        let named = lines.iter().filter(|(words, size)| words == "Butterfly" && *size >= Abs::pt(6.0));
        assert_eq!(named.count(), 10, "{locale}: {lines:?}");
    }
}

/// The reviews of all Spanish messages but one of the built-in project.
fn reviews_without(id: &str) -> Files {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let selection = Selection { locales: vec!["es".to_owned()], ..Selection::default() };
    let project = load(&Files::embedded(), &selection, &mut sources, &mut diagnostics).unwrap();
    let source = &project.source.as_ref().unwrap().catalog;
    let own = &project.locales[0].catalog;
    let review = |id: &str| {
        let was = source.written(id).unwrap();
        Review {
            state: ReviewState::Reviewed,
            reviewer: Some("Ana".to_owned()),
            date: Some("2026-11-27".to_owned()),
            until: None,
            until_span: None,
            note: None,
            source: digest_of(&was),
            source_span: None,
            was,
            translation: Some(digest_of(&own.written(id).unwrap())),
        }
    };
    let ids = source.ids().filter(|known| *known != id);
    let reviews: BTreeMap<String, Review> = ids.map(|id| (id.to_owned(), review(id))).collect();
    let file = ("locales/es/status.toml".to_owned(), Arc::new(written_reviews(&reviews).into_bytes()));
    Files::in_memory([file].into())
}

#[test]
fn the_margin_says_draft_until_all_that_the_leaflet_prints_was_reviewed() {
    let says_draft = |files: &Files| {
        let lines = lines_of(files, "card", "es");
        lines.iter().any(|(words, _)| words.contains("borrador"))
    };
    assert!(says_draft(&Files::embedded()));
    assert!(says_draft(&reviews_without("card-help")));
    // What the margin itself says is no part of that, nor what other leaflets print.
    for other in ["margin-draft", "law-powers"] {
        assert!(!says_draft(&reviews_without(other)), "{other}");
    }
}
