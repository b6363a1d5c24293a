//! The tag tree of a PDF as a screen reader walks it (ISO 32000-1 14.7 and 14.8), read from the file alone: it shares no
//! code with what writes it. In: the bytes. Out: an indented line for each element, and the text of each sequence.

use std::collections::BTreeMap;
use std::fmt::Write;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// The text of marked content, by its page and its number there (MCID).
type Sequences = BTreeMap<(ObjectId, i64), String>;

/// Codes of two bytes with the text that they stand for (ISO 32000-1 9.10.3).
type Meanings = BTreeMap<u16, String>;

/// An element of the tree.
pub(crate) struct Element {
    /// Its type.
    pub kind: String,
    /// Its language, where it says one.
    pub lang: Option<String>,
    /// What replaces its content (`ActualText`), and what describes it (`Alt`).
    pub instead: [Option<String>; 2],
    /// What it holds.
    pub kids: Vec<Kid>,
}

/// What an element holds.
pub(crate) enum Kid {
    /// An element.
    Element(Element),
    /// The text of sequences that follow each other.
    Text(String),
    /// The area of a link, by where it leads.
    Area(String),
}

/// The root of the tree.
pub(crate) fn tree(bytes: &[u8]) -> Element {
    let document = Document::load_mem(bytes).unwrap();
    let mut sequences = Sequences::new();
    for page in document.page_iter() {
        read_page(&document, page, &mut sequences);
    }
    let root = dictionary(&document, document.catalog().unwrap().get(b"StructTreeRoot").unwrap());
    let mut kids = Walk { document: &document, sequences: &sequences }.kids(root.get(b"K").unwrap(), None);
    let Some(Kid::Element(root)) = kids.pop() else { panic!("the tree has a root") };
    assert!(kids.is_empty(), "the tree has one root");
    root
}

/// The tree: an element a line, indented by its depth, with its type, its language, what replaces its content, and where
/// a link leads; the text of sequences in quotes.
pub(crate) fn tag_tree(bytes: &[u8]) -> String {
    let mut out = String::new();
    print(&Kid::Element(tree(bytes)), 0, &mut out);
    out
}

fn print(kid: &Kid, depth: usize, out: &mut String) {
    let line = match kid {
        Kid::Text(text) if text.is_empty() => return,
        Kid::Text(text) => format!("“{text}”"),
        Kid::Area(address) => format!("→ {address}"),
        Kid::Element(element) => {
            let lang = element.lang.as_ref().map(|lang| format!(" Lang={lang}"));
            let instead = ["ActualText", "Alt"].iter().zip(&element.instead);
            let instead = instead.filter_map(|(key, text)| Some(format!(" {key}={}", text.as_ref()?)));
            format!("{}{}{}", element.kind, lang.unwrap_or_default(), instead.collect::<String>())
        }
    };
    writeln!(out, "{:depth$}{line}", "").unwrap();
    if let Kid::Element(element) = kid {
        element.kids.iter().for_each(|kid| print(kid, depth + 1, out));
    }
}

/// Reads the texts of a page's sequences.
fn read_page(document: &Document, page: ObjectId, sequences: &mut Sequences) {
    let fonts: BTreeMap<Vec<u8>, Meanings> = document
        .get_page_fonts(page)
        .unwrap()
        .into_iter()
        .map(|(name, font)| (name, meanings(document, font)))
        .collect();
    let content = Content::decode(&document.get_page_content(page)).unwrap();
    let mut open: Vec<Open> = Vec::new();
    let mut font = None;
    for operation in content.operations {
        match operation.operator.as_str() {
            "BDC" => {
                let properties = operation.operands[1].as_dict().unwrap();
                let number = properties.get(b"MCID").ok().map(|number| number.as_i64().unwrap());
                let actual = properties.get(b"ActualText").ok().map(|text| string(text.as_str().unwrap()));
                if let Some(number) = number {
                    let before = sequences.insert((page, number), String::new());
                    assert!(before.is_none(), "each sequence has a number of its own");
                }
                open.push(Open { number, actual, reversed: false });
            }
            "BMC" => {
                let reversed = operation.operands[0].as_name().unwrap() == b"ReversedChars";
                open.push(Open { number: None, actual: None, reversed });
            }
            "EMC" => {
                if let Open { number: Some(number), actual: Some(actual), .. } = open.pop().unwrap() {
                    sequences.insert((page, number), actual);
                }
            }
            "Tf" => font = fonts.get(operation.operands[0].as_name().unwrap()),
            "Tj" | "TJ" => {
                let Some(number) = open.iter().rev().find_map(|open| open.number) else { continue };
                let reversed = open.iter().any(|open| open.reversed);
                let text = shown(&operation.operands[0], font.unwrap(), reversed);
                sequences.entry((page, number)).or_default().push_str(&text);
            }
            _ => {}
        }
    }
    assert!(open.is_empty(), "each sequence is closed on its page");
}

/// Marked content that is open.
struct Open {
    /// The number of a sequence.
    number: Option<i64>,
    /// The text that stands for its content.
    actual: Option<String>,
    /// Whether the codes of each string in it stand in the reverse of their order (14.8.2.3.3).
    reversed: bool,
}

/// The text that the operand of a showing operator stands for.
fn shown(operand: &Object, meanings: &Meanings, reversed: bool) -> String {
    match operand {
        Object::Array(items) => items.iter().map(|item| shown(item, meanings, reversed)).collect(),
        Object::String(codes, _) => {
            let codes = codes.chunks_exact(2).map(|code| u16::from_be_bytes([code[0], code[1]]));
            let mut texts: Vec<&str> =
                codes.map(|code| meanings.get(&code).map_or("\u{fffd}", String::as_str)).collect();
            if reversed {
                texts.reverse();
            }
            texts.concat()
        }
        _ => String::new(),
    }
}

/// What the codes of a font stand for, from its ToUnicode map.
fn meanings(document: &Document, font: &Dictionary) -> Meanings {
    let map = document.get_object(font.get(b"ToUnicode").unwrap().as_reference().unwrap()).unwrap();
    let map = String::from_utf8(map.as_stream().unwrap().decompressed_content().unwrap()).unwrap();
    let mut meanings = Meanings::new();
    for part in map.split("beginbfchar").skip(1) {
        for pair in hexadecimal(part.split("endbfchar").next().unwrap()).chunks_exact(2) {
            meanings.insert(code(&pair[0]), utf16(&pair[1]));
        }
    }
    for part in map.split("beginbfrange").skip(1) {
        for row in hexadecimal(part.split("endbfrange").next().unwrap()).chunks_exact(3) {
            for (step, code) in (code(&row[0])..=code(&row[1])).enumerate() {
                let mut text = row[2].clone();
                *text.last_mut().unwrap() += u8::try_from(step).unwrap();
                meanings.insert(code, utf16(&text));
            }
        }
    }
    meanings
}

/// The strings in angle brackets.
fn hexadecimal(text: &str) -> Vec<Vec<u8>> {
    let byte = |digits: &[u8]| u8::from_str_radix(std::str::from_utf8(digits).unwrap(), 16).unwrap();
    let strings = text.split('<').skip(1).map(|part| part.split('>').next().unwrap());
    strings.map(|digits| digits.as_bytes().chunks_exact(2).map(byte).collect()).collect()
}

fn code(bytes: &[u8]) -> u16 {
    u16::from_be_bytes([bytes[0], bytes[1]])
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(code).collect();
    String::from_utf16(&units).unwrap()
}

/// A text string (ISO 32000-1 7.9.2.2).
fn string(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(units) => utf16(units),
        None => String::from_utf8(bytes.to_vec()).unwrap(),
    }
}

fn dictionary<'a>(document: &'a Document, object: &'a Object) -> &'a Dictionary {
    document.dereference(object).unwrap().1.as_dict().unwrap()
}

/// A walk through the elements.
struct Walk<'a> {
    document: &'a Document,
    sequences: &'a Sequences,
}

impl Walk<'_> {
    /// What an element holds; the texts of sequences that follow each other are one.
    fn kids(&self, kids: &Object, page: Option<ObjectId>) -> Vec<Kid> {
        let kids = match kids {
            Object::Array(kids) => kids.iter().map(|kid| self.kid(kid, page)).collect(),
            kid => vec![self.kid(kid, page)],
        };
        let mut joined: Vec<Kid> = Vec::new();
        for kid in kids {
            match (joined.last_mut(), kid) {
                (Some(Kid::Text(before)), Kid::Text(text)) => before.push_str(&text),
                (_, kid) => joined.push(kid),
            }
        }
        joined
    }

    fn kid(&self, kid: &Object, page: Option<ObjectId>) -> Kid {
        if let Object::Integer(number) = kid {
            return Kid::Text(self.sequences[&(page.unwrap(), *number)].clone());
        }
        let element = dictionary(self.document, kid);
        let own = element.get(b"Pg").ok().map(|page| page.as_reference().unwrap()).or(page);
        if let Ok(number) = element.get(b"MCID") {
            return Kid::Text(self.sequences[&(own.unwrap(), number.as_i64().unwrap())].clone());
        }
        if let Ok(area) = element.get(b"Obj") {
            let area = dictionary(self.document, area);
            let action = dictionary(self.document, area.get(b"A").unwrap());
            return Kid::Area(string(action.get(b"URI").unwrap().as_str().unwrap()));
        }
        let text = |key: &[u8]| element.get(key).ok().map(|text| string(text.as_str().unwrap()));
        Kid::Element(Element {
            kind: String::from_utf8(element.get(b"S").unwrap().as_name().unwrap().to_vec()).unwrap(),
            lang: text(b"Lang"),
            instead: [text(b"ActualText"), text(b"Alt")],
            kids: element.get(b"K").map(|kids| self.kids(kids, own)).unwrap_or_default(),
        })
    }
}
