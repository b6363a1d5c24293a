//! Lines that run from the right: the order of words on a line, mirrored brackets, and what stands beside the text.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use unicode_bidi::{BidiInfo, Level};

use super::tag_tree::{Element, Kid, tree};
use crate::color::Output;
use crate::diag::Diagnostics;
use crate::font::FontBook;
use crate::frame::{Frame, FrameItem, Group, GroupKind, Leaflet, LineTag, NodeId, Role, TextRun};
use crate::geom::{Abs, Em, Point};
use crate::pdf::{Target, write};
use crate::project::job::{Job, Shelves};
use crate::project::layouts::LoadedLayout;
use crate::project::{Files, Project, Selection, load};
use crate::source::Sources;
use crate::spec::Page;

/// A line as it is placed on its side.
struct PlacedLine {
    /// The name of its message.
    message: String,
    /// The text that it covers, and all of its block's.
    text: String,
    block: String,
    tag: LineTag,
    /// Where its measure starts.
    left: Abs,
    /// The height of its baseline on the side.
    y: Abs,
    /// Its runs from left to right, each with where it starts.
    runs: Vec<(Abs, TextRun)>,
}

/// What is placed beside text: drawn shapes and words of no block, with their left and right edges.
struct PlacedSide {
    lines: Vec<PlacedLine>,
    /// Centres of drawn discs.
    discs: Vec<Point>,
    /// Words of no message: numerals, running lines.
    words: Vec<(Abs, String)>,
}

/// The project of `tests/fixture/rtl`, with the faces that Arabic needs.
fn files() -> Files {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| Arc::new(fs::read(root.join(name)).unwrap());
    let texts = [
        ("polyleaf.toml", "polyleaf.toml"),
        ("layouts/page.toml", "page.toml"),
        ("locales/en/text.ftl", "en.ftl"),
        ("locales/ar/text.ftl", "ar.ftl"),
    ];
    let texts = texts.map(|(name, file)| (name.to_owned(), read(&format!("tests/fixture/rtl/{file}"))));
    let faces = ["Regular", "Bold"].map(|face| format!("fonts/extra/NotoNaskhArabic-{face}.ttf"));
    let faces = faces.map(|name| (name.clone(), read(&name)));
    Files::in_memory(BTreeMap::from_iter(texts.into_iter().chain(faces)))
}

/// The project set in one language and layout.
fn set(locale: &str, layout: &str) -> (Leaflet, Project) {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let selection = Selection { locales: vec![locale.to_owned()], ..Selection::default() };
    let files = files();
    let project = load(&files, &selection, &mut sources, &mut diagnostics).unwrap();
    let LoadedLayout { layout, drawings } = &project.layouts[layout];
    let locale = &project.locales[0];
    let page = Page::new(layout, "letter", locale.catalog.locale.direction).unwrap();
    let leaflet = &project.manifest.leaflets[0];
    let job = Job { project: &project, leaflet, layout, drawings, page: &page, locale };
    let leaflet = job.run(&mut Shelves::new(&project, locale, &sources), &sources);
    assert!(diagnostics.is_empty() && locale.diagnostics.is_empty(), "{diagnostics:?}");
    (leaflet.unwrap(), project)
}

/// What is on each side.
fn placed(leaflet: &Leaflet) -> Vec<PlacedSide> {
    let side = |frame: &Frame| {
        let mut side = PlacedSide { lines: Vec::new(), discs: Vec::new(), words: Vec::new() };
        gather(frame, Point::default(), None, leaflet, &mut side);
        side
    };
    leaflet.sides.iter().map(|sheet| side(&sheet.frame)).collect()
}

fn gather(frame: &Frame, origin: Point, node: Option<NodeId>, leaflet: &Leaflet, side: &mut PlacedSide) {
    for (at, item) in &frame.items {
        let at = origin + *at;
        match item {
            FrameItem::Group(Group { kind: GroupKind::Line(tag), frame, .. }) => {
                let block = leaflet.structure.node(node.unwrap());
                side.lines.push(PlacedLine {
                    message: block.message.clone(),
                    text: block.text[tag.text.clone()].to_owned(),
                    block: block.text.clone(),
                    tag: tag.clone(),
                    left: at.x,
                    y: at.y,
                    runs: runs(frame, at.x),
                });
            }
            FrameItem::Group(Group { kind: GroupKind::Block(id), frame, .. }) => {
                gather(frame, at, Some(*id), leaflet, side);
            }
            FrameItem::Group(group) => gather(&group.frame, at, node, leaflet, side),
            FrameItem::Text(run) => side.words.push((at.x, run.text.clone())),
            FrameItem::Path(path) if path.steps.len() == 6 => side.discs.push(at),
            FrameItem::Path(_) | FrameItem::Picture(_) | FrameItem::Link(_) => {}
        }
    }
}

fn runs(line: &Frame, left: Abs) -> Vec<(Abs, TextRun)> {
    let runs = line.items.iter().filter_map(|(at, item)| match item {
        FrameItem::Text(run) => Some((left + at.x, run.clone())),
        _ => None,
    });
    runs.collect()
}

impl PlacedSide {
    /// The first line of a message.
    fn line(&self, message: &str) -> &PlacedLine {
        self.lines.iter().find(|line| line.message == message).unwrap()
    }
}

impl PlacedLine {
    /// The text as it stands on the paper from left to right, without the space at the line’s end, which has no width.
    fn visual(&self) -> String {
        let mut out = String::new();
        for (_, run) in &self.runs {
            let starts = || run.glyphs.iter().map(|glyph| glyph.cluster.start);
            let backward = starts().next() > starts().next_back();
            let shown = run.glyphs.iter().filter(|glyph| {
                run.text.get(glyph.cluster.clone()) != Some(" ") || glyph.advance != Em::ZERO
            });
            let mut clusters: Vec<_> = shown.map(|glyph| glyph.cluster.clone()).collect();
            clusters.dedup();
            for cluster in clusters {
                let text = run.text[cluster].chars();
                match backward {
                    true => out.extend(text.rev()),
                    false => out.extend(text),
                }
            }
        }
        out
    }

    /// Where its measure ends.
    fn right(&self) -> Abs {
        self.left + self.tag.measure
    }
}

/// A stretch of a line.
enum Piece {
    /// Runs from the right.
    Arabic(&'static str),
    /// Runs from the left.
    Latin(&'static str),
}

use Piece::{Arabic, Latin};

/// A line of these stretches in reading order, as it should stand on the paper from left to right.
fn from_the_right(pieces: &[Piece]) -> String {
    let shown = |piece: &Piece| match piece {
        Arabic(text) => text.chars().rev().collect(),
        Latin(text) => (*text).to_owned(),
    };
    pieces.iter().rev().map(shown).collect()
}

#[test]
fn words_numbers_and_brackets_stand_in_reading_order_from_the_right() {
    let (leaflet, _) = set("ar", "page");
    let sides = placed(&leaflet);
    let expected = [
        ("who-heading", vec![Arabic("من نحن")]),
        (
            "who-network",
            vec![
                Arabic("نحن شبكة أصدقاء، "),
                Latin("Butterfly (Support Network)"),
                Arabic("، في تورونتو منذ عام "),
                Latin("2015"),
                Arabic("."),
            ],
        ),
        ("who-call", vec![Arabic("اتصل على الرقم "), Latin("416-555-0100"), Arabic(" الآن.")]),
        ("who-site", vec![Arabic("اقرأ "), Latin("example.org"), Arabic(" أولا.")]),
        ("who-point", vec![Arabic("لك الحق في التزام الصمت (دائما).")]),
        ("contact-phone", vec![Latin("416-555-0100")]),
    ];
    for (message, pieces) in expected {
        let line = sides[0].line(message);
        assert_eq!(line.text, line.block, "{message} is one line");
        assert_eq!(line.visual(), from_the_right(&pieces), "{message}");
    }
}

#[test]
fn each_line_is_reordered_by_itself() {
    // UAX #9, L1 and L2 by unicode-bidi’s own reordering of lines; variables are isolated, so messages with them are left out.
    for layout in ["page", "letter-fold", "factsheet"] {
        let (leaflet, _) = set("ar", layout);
        let mut broken = 0;
        for line in placed(&leaflet).iter().flat_map(|side| &side.lines) {
            if ["who-call", "who-site", "contact-phone", "contact-website"].contains(&line.message.as_str()) {
                continue;
            }
            let info = BidiInfo::new(&line.block, Some(Level::rtl()));
            let expected = info.reorder_line(&info.paragraphs[0], line.tag.text.clone());
            assert_eq!(line.visual(), expected.trim(), "{layout} {}", line.message);
            broken += usize::from(line.tag.text.end < line.block.len());
        }
        assert!(layout == "page" || broken > 3, "{layout}: {broken} broken lines");
    }
}

#[test]
fn brackets_around_arabic_are_mirrored() {
    let (leaflet, project) = set("ar", "page");
    let sides = placed(&leaflet);
    let (line, latin) = (sides[0].line("who-point"), sides[0].line("who-network"));
    assert_eq!(drawn(line, "(", &project.fonts), [')']);
    assert_eq!(drawn(line, ")", &project.fonts), ['(']);
    assert_eq!(drawn(latin, "(", &project.fonts), ['(']);
}

/// The brackets whose glyphs are drawn for a bracket of the text.
fn drawn(line: &PlacedLine, bracket: &str, fonts: &FontBook) -> Vec<char> {
    let mut out = Vec::new();
    for (_, run) in &line.runs {
        let face = fonts.face(run.font).unwrap();
        for glyph in run.glyphs.iter().filter(|glyph| run.text.get(glyph.cluster.clone()) == Some(bracket)) {
            let is = |c: &char| face.font.charmap().map_unicode(*c).unwrap().to_u32() == u32::from(glyph.id);
            out.extend(['(', ')'].into_iter().filter(is));
        }
    }
    out
}

#[test]
fn lines_start_flush_at_the_right() {
    for layout in ["page", "letter-fold", "factsheet"] {
        let (leaflet, _) = set("ar", layout);
        for line in placed(&leaflet).iter().flat_map(|side| &side.lines) {
            let end = line.runs.iter().map(|(x, run)| *x + run.width()).fold(Abs::ZERO, Abs::max);
            assert!((end - line.right()).abs() < Abs::pt(0.01), "{layout} {}: {end:?}", line.text);
        }
    }
}

#[test]
fn what_stands_left_of_latin_stands_right_of_arabic() {
    let [latin, arabic] = ["en", "ar"].map(|locale| placed(&set(locale, "page").0).remove(0));
    // A bullet, and badges: from the disc’s centre to where the line starts.
    let distance = |side: &PlacedSide, message: &str| {
        let line = side.line(message);
        let mut beside = side.discs.iter().filter(|disc| (disc.y - line.y).abs() < Abs::pt(8.0));
        let disc = beside.next().unwrap().x;
        assert!(beside.next().is_none(), "{message} has one disc");
        (line.left - disc, disc - line.right())
    };
    for message in ["who-point", "act-one", "act-two"] {
        let (from_left, _) = distance(&latin, message);
        let (_, from_right) = distance(&arabic, message);
        assert!(from_left > Abs::ZERO && (from_left - from_right).abs() < Abs::pt(0.01), "{message}");
    }
    // The numeral of a section hangs beside its heading.
    let numeral = |side: &PlacedSide| side.words.iter().find(|(_, text)| text == "1").unwrap().0;
    assert!(numeral(&latin) < latin.line("who-heading").left);
    assert!(numeral(&arabic) > arabic.line("who-heading").right());
}

#[test]
fn columns_follow_from_the_right() {
    for (locale, first_is_left) in [("en", true), ("ar", false)] {
        let (leaflet, _) = set(locale, "factsheet");
        let sides = placed(&leaflet);
        let left = |message: &str| sides[1].line(message).left;
        assert_eq!(left("contact-heading") < left("contact-website"), first_is_left, "{locale}");
    }
}

#[test]
fn running_lines_change_sides() {
    let (leaflet, _) = set("ar", "letter-fold");
    let sides = placed(&leaflet);
    let x = |words: &str| sides[0].words.iter().find(|(_, text)| text == words).unwrap().0;
    assert!(x("Arabic") < x("العربية"));
}

/// What parts the names of a running line is of neither direction: each name stands left of the one before it.
#[test]
fn names_of_a_running_line_follow_from_the_right() {
    let (leaflet, _) = set("ar", "letter-fold");
    let words: Vec<(Abs, String)> = placed(&leaflet).into_iter().flat_map(|side| side.words).collect();
    let names = ["العربية", "Arabic", "ar", "1", "2026-11", "letter-fold"];
    // The foot stands right of the cover, which names the language, too.
    let left = |name: &str| {
        let own = words.iter().filter(|(x, text)| text == name && *x > Abs::pt(300.0) && *x < Abs::pt(490.0));
        own.map(|(x, _)| *x).next().unwrap_or_else(|| panic!("{name}: {words:?}"))
    };
    let lefts = names.map(left);
    assert!(lefts.windows(2).all(|pair| pair[0] > pair[1]), "{lefts:?}");
}

/// The text of an element and all in it.
fn text(element: &Element) -> String {
    let text = |kid: &Kid| match kid {
        Kid::Text(words) => words.clone(),
        Kid::Element(inner) => text(inner),
        Kid::Area(_) => String::new(),
    };
    element.kids.iter().map(text).collect()
}

/// The elements of a type, in order.
fn of_kind<'a>(element: &'a Element, kind: &str, found: &mut Vec<&'a Element>) {
    if element.kind == kind {
        found.push(element);
    }
    for kid in &element.kids {
        if let Kid::Element(inner) = kid {
            of_kind(inner, kind, found);
        }
    }
}

#[test]
fn tags_give_each_paragraph_in_the_order_of_its_text() {
    let output = Output::default();
    for layout in ["page", "letter-fold", "factsheet"] {
        let (leaflet, project) = set("ar", layout);
        let root = tree(&write(&leaflet, &project.fonts, Target::usual(output)).unwrap());
        let mut paragraphs = Vec::new();
        of_kind(&root, "P", &mut paragraphs);
        let nodes = leaflet
            .structure
            .nodes
            .iter()
            .filter(|node| matches!(node.role, Role::Paragraph | Role::Contact));
        let expected: Vec<&str> = nodes.map(|node| node.text.as_str()).collect();
        let found: Vec<String> = paragraphs.into_iter().map(text).collect();
        assert_eq!(found, expected, "{layout}");
    }
}
