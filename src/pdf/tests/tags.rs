//! What the tags hold, in which order.

use lopdf::{Dictionary, Document, Object};

use super::{OFFICE, at, book, leaflet, linked, moved, node, operators, parsed, shaped, side};
use crate::frame::{
    Counting, Frame, FrameItem, Group, GroupKind, Leaflet, LineEnd, LineTag, Node, NodeId, Ordinal, PanelTag,
    Place, Role, Structure, TextRun,
};
use crate::geom::{Abs, Point, Size};
use crate::pdf::write;

/// A sheet that blocks are put on, each line 20 pt below the one before.
struct Sheet {
    book: crate::font::FontBook,
    structure: Structure,
    frame: Frame,
    y: Abs,
}

impl Sheet {
    fn new() -> Sheet {
        let frame = Frame::new(Size::new(Abs::pt(300.0), Abs::pt(400.0)));
        Sheet { book: book(), structure: Structure::default(), frame, y: Abs::ZERO }
    }

    fn node(&mut self, node: Node) -> NodeId {
        self.structure.push(node)
    }

    /// A block of one line.
    fn block(&mut self, node: Node) -> NodeId {
        let text = node.text.clone();
        let id = self.node(node);
        self.line(id, 0, &text);
        id
    }

    fn place(&mut self, item: FrameItem) {
        self.y += Abs::pt(20.0);
        self.frame.push(Point::new(Abs::pt(20.0), self.y), item);
    }

    fn run(&self, lang: &str, text: &str, id: Option<NodeId>) -> FrameItem {
        FrameItem::Text(shaped(&self.book, ("NotoSans-Regular", lang, text), id))
    }

    /// A line of a node that starts at that byte of its text.
    fn line(&mut self, id: NodeId, start: usize, text: &str) {
        let node = self.structure.node(id);
        let paragraph = node.text[..start].matches('\u{2029}').count();
        let mut run = moved(shaped(&self.book, ("NotoSans-Regular", &node.lang, text), Some(id)), start);
        run.origin.as_mut().unwrap().paragraph = paragraph;
        self.line_of(start..start + text.len(), vec![FrameItem::Text(run)]);
    }

    fn line_of(&mut self, text: std::ops::Range<usize>, items: Vec<FrameItem>) {
        let size = Abs::pt(12.0);
        let (measure, width, end) = (Abs::pt(200.0), Abs::pt(100.0), LineEnd::Word);
        let tag = LineTag { text, measure, width, size, ratio: 0.0, end };
        let mut line = Frame::default();
        for (number, item) in (0..).zip(items) {
            line.push(Point::new(Abs::pt(60.0) * f64::from(number), Abs::ZERO), item);
        }
        self.place(FrameItem::Group(Group::new(GroupKind::Line(tag), line)));
    }

    fn label(&mut self, id: NodeId, item: FrameItem) {
        let mut label = Frame::default();
        label.push(Point::default(), item);
        self.place(FrameItem::Group(Group::new(GroupKind::Label(id), label)));
    }

    fn leaflet(self) -> Leaflet {
        leaflet(self.structure, vec![side("front", self.frame)])
    }
}

fn item(role: Role, lang: &str, message: &str, number: Option<u32>) -> Node {
    let number = number.map(|place| Ordinal { place, counting: Counting::Figures });
    Node { message: message.to_owned(), number, ..node(role, lang, message) }
}

/// An element and what lies below it as one line: types with what they hold in brackets, a language behind a type,
/// sequences as `*`, links' areas as `@`.
fn shown(document: &Document, element: &Object) -> String {
    let element = match element {
        Object::Reference(id) => document.get_object(*id).unwrap(),
        other => other,
    };
    let Ok(element) = element.as_dict() else { return "*".to_owned() };
    if let Ok(kind) = element.get(b"Type") {
        return if kind.as_name().unwrap() == b"OBJR" { "@" } else { "*" }.to_owned();
    }
    let text = |key: &[u8]| Some(String::from_utf8_lossy(element.get(key).ok()?.as_str().ok()?).into_owned());
    let kids = match element.get(b"K").unwrap() {
        Object::Array(kids) => kids.iter().map(|kid| shown(document, kid)).collect::<Vec<_>>().join(" "),
        kid => shown(document, kid),
    };
    let kind = String::from_utf8_lossy(element.get(b"S").unwrap().as_name().unwrap()).into_owned();
    let lang = text(b"Lang").map_or(String::new(), |lang| format!(":{lang}"));
    let actual = if element.has(b"ActualText") { "=" } else { "" };
    format!("{kind}{lang}{actual}[{kids}]")
}

fn tree(leaflet: &Leaflet) -> String {
    let document = parsed(&write(leaflet, &book(), OFFICE).unwrap());
    shown(&document, at(&document, &["StructTreeRoot", "K"]))
}

#[test]
fn a_section_holds_its_heading_with_its_number_and_its_blocks() {
    let mut sheet = Sheet::new();
    let heading = sheet.node(item(Role::Heading, "en", "What raids do", Some(3)));
    let number = sheet.run("en", "3", None);
    sheet.label(heading, number);
    sheet.line(heading, 0, "What raids do");
    sheet.block(item(Role::Paragraph, "en", "They harm.", None));
    sheet.block(Node { section: "next".to_owned(), ..item(Role::Subheading, "en", "More", None) });
    assert_eq!(tree(&sheet.leaflet()), "Document[Sect[H1[Lbl[*] *] P[*]] Sect[H2[*]]]");
}

#[test]
fn items_have_their_numbers_and_bullets() {
    let mut sheet = Sheet::new();
    for (text, number) in [("one", 1), ("two", 2), ("again", 1)] {
        let id = sheet.node(item(Role::Steps, "en", text, Some(number)));
        let number = sheet.run("en", &number.to_string(), None);
        sheet.label(id, number);
        sheet.line(id, 0, text);
    }
    let id = sheet.node(item(Role::Points, "en", "a point", None));
    let bullet = crate::frame::Path {
        steps: [crate::frame::Step::Move(Point::default()), crate::frame::Step::Close].as_slice().into(),
        fill: Some(crate::color::Color::BLACK),
        even_odd: false,
        stroke: None,
    };
    sheet.label(id, FrameItem::Path(bullet));
    sheet.line(id, 0, "a point");
    let step = "LI[Lbl[*] LBody[*]]";
    assert_eq!(
        tree(&sheet.leaflet()),
        format!("Document[Sect[L[{step} {step}] L[{step}] L[LI[Lbl=[*] LBody[*]]]]]")
    );
}

#[test]
fn an_item_in_two_languages_is_one_item() {
    let mut sheet = Sheet::new();
    for (message, number) in [("first", 1), ("second", 2)] {
        let mut echo_of = None;
        for lang in ["en", "tl"] {
            let id = sheet.node(Node { echo_of, ..item(Role::Steps, lang, message, Some(number)) });
            echo_of = Some(id);
            let number = sheet.run(lang, "1", None);
            sheet.label(id, number);
            sheet.line(id, 0, message);
        }
    }
    // The number is printed beside both, and read once.
    let both = "LI[Lbl[*] LBody[P[*] P:tl[*]]]";
    assert_eq!(tree(&sheet.leaflet()), format!("Document[Sect[L[{both} {both}]]]"));
}

#[test]
fn a_block_is_read_in_the_order_of_its_text_wherever_its_parts_stand() {
    let mut sheet = Sheet::new();
    let id = sheet.node(item(Role::Paragraph, "en", "head tail\u{2029}end", None));
    let mut panels = Vec::new();
    for (start, text) in [(10, "end"), (5, "tail"), (0, "head ")] {
        let mut panel = Sheet::new();
        panel.structure = sheet.structure.clone();
        panel.line(id, if text == "end" { 12 } else { start }, text);
        let tag = PanelTag { panel: 1, place: Some(Place::Body), turn: 0, fill: 0.5, field: None };
        panels.push(FrameItem::Group(Group::new(GroupKind::Panel(tag), panel.frame)));
    }
    panels.into_iter().for_each(|panel| sheet.place(panel));
    let document = parsed(&write(&sheet.leaflet(), &book(), OFFICE).unwrap());
    let whole = at(&document, &["StructTreeRoot", "K"]);
    assert_eq!(shown(&document, whole), "Document[Sect[P[* *] P[*]]]");
    // Painted from the last to the first.
    let numbers: Vec<&Object> = super::elements(&document)
        .filter(|element| is(element, b"P"))
        .map(|p| p.get(b"K").unwrap())
        .collect();
    assert_eq!(numbers, [&Object::Array(vec![2.into(), 1.into()]), &Object::Integer(0)]);
}

fn is(element: &Dictionary, kind: &[u8]) -> bool {
    element.get(b"S").unwrap().as_name().unwrap() == kind
}

#[test]
fn a_link_over_two_lines_is_one_link_and_another_language_a_span() {
    let mut sheet = Sheet::new();
    let links = vec!["https://example.org".to_owned()];
    let id = sheet.node(Node { links, ..item(Role::Contact, "en", "see example org merci", None) });
    let see = sheet.run("en", "see ", Some(id));
    let run = |sheet: &Sheet, lang: &str, text: &str, start: usize| {
        moved(shaped(&sheet.book, ("NotoSans-Regular", lang, text), Some(id)), start)
    };
    let link = |run: TextRun| {
        let (run, area) = linked(run, 0);
        [FrameItem::Link(area), FrameItem::Text(run)]
    };
    let [area, first] = link(run(&sheet, "en", "example ", 4));
    sheet.line_of(0..12, vec![see, area, first]);
    let [area, second] = link(run(&sheet, "en", "org ", 12));
    let thanks = FrameItem::Text(run(&sheet, "fr", "merci", 16));
    // Painted before it is read.
    sheet.line_of(12..21, vec![thanks, area, second]);
    assert_eq!(tree(&sheet.leaflet()), "Document[Sect[P[* Link[* * @ @] Span:fr[*]]]]");
}

#[test]
fn running_lines_are_pagination_and_fields_are_background() {
    let mut sheet = Sheet::new();
    sheet.block(item(Role::Paragraph, "en", "text", None));
    for kind in [GroupKind::Head, GroupKind::Foot] {
        let mut line = Frame::default();
        let run = sheet.run("en", "running", None);
        line.push(Point::default(), run);
        sheet.place(FrameItem::Group(Group::new(kind, line)));
    }
    let mut field = Frame::new(Size::new(Abs::pt(40.0), Abs::pt(30.0)));
    let path = crate::frame::Path {
        steps: [crate::frame::Step::Move(Point::default()), crate::frame::Step::Close].as_slice().into(),
        fill: Some(crate::color::Color::BLACK),
        even_odd: false,
        stroke: None,
    };
    field.push(Point::default(), FrameItem::Path(path));
    sheet.place(FrameItem::Group(Group::new(GroupKind::Field, field)));
    let content = operators(&parsed(&write(&sheet.leaflet(), &book(), OFFICE).unwrap()));
    for kind in ["/Subtype/Header/Type/Pagination", "/Subtype/Footer/Type/Pagination"] {
        assert!(content.contains(&format!("/Artifact <<{kind}>> BDC")), "{kind} is not in {content}");
    }
    assert!(content.contains("/Artifact <</BBox[20 290 60 320]/Type/Background>> BDC"), "{content}");
}
