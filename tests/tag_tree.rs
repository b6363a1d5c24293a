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

/// The tree: an element a line, indented by its depth, with its type, its language, what replaces its content, and where
/// a link leads; the text of a sequence in quotes. Sequences that follow each other in one element are one text.
pub(crate) fn tag_tree(bytes: &[u8]) -> String {
    let document = Document::load_mem(bytes).unwrap();
    let mut sequences = Sequences::new();
    for page in document.page_iter() {
        read_page(&document, page, &mut sequences);
    }
    let root = dictionary(&document, document.catalog().unwrap().get(b"StructTreeRoot").unwrap());
    let mut walk =
        Walk { document: &document, sequences: &sequences, out: String::new(), open: String::new() };
    walk.kids(root.get(b"K").unwrap(), None, 0);
    walk.out
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
    // What is open: the number of a sequence, or `None` for what has none, and the text that stands for its content.
    let mut open: Vec<(Option<i64>, Option<String>)> = Vec::new();
    let mut font = None;
    for operation in content.operations {
        match operation.operator.as_str() {
            "BDC" => {
                let properties = operation.operands[1].as_dict().unwrap();
                let number = properties.get(b"MCID").ok().map(|number| number.as_i64().unwrap());
                let actual = properties.get(b"ActualText").ok().map(|text| string(text.as_str().unwrap()));
                if let Some(number) = number {
                    sequences.entry((page, number)).or_default();
                }
                open.push((number, actual));
            }
            "BMC" => open.push((None, None)),
            "EMC" => {
                if let (Some(number), Some(actual)) = open.pop().unwrap() {
                    sequences.insert((page, number), actual);
                }
            }
            "Tf" => font = fonts.get(operation.operands[0].as_name().unwrap()),
            "Tj" | "TJ" => {
                let Some(number) = open.iter().rev().find_map(|(number, _)| *number) else { continue };
                let text = shown(&operation.operands[0], font.unwrap());
                sequences.entry((page, number)).or_default().push_str(&text);
            }
            _ => {}
        }
    }
    assert!(open.is_empty(), "each sequence is closed on its page");
}

/// The text that the operand of a showing operator stands for.
fn shown(operand: &Object, meanings: &Meanings) -> String {
    match operand {
        Object::Array(items) => items.iter().map(|item| shown(item, meanings)).collect(),
        Object::String(codes, _) => {
            let codes = codes.chunks_exact(2).map(|code| u16::from_be_bytes([code[0], code[1]]));
            codes.map(|code| meanings.get(&code).map_or("\u{fffd}", String::as_str)).collect()
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
    out: String,
    /// The text of the sequences since the last line.
    open: String,
}

impl Walk<'_> {
    fn kids(&mut self, kids: &Object, page: Option<ObjectId>, depth: usize) {
        match kids {
            Object::Array(kids) => kids.iter().for_each(|kid| self.kids(kid, page, depth)),
            Object::Integer(number) => {
                self.open.push_str(&self.sequences[&(page.unwrap(), *number)]);
            }
            other => self.element(dictionary(self.document, other), page, depth),
        }
    }

    fn element(&mut self, element: &Dictionary, page: Option<ObjectId>, depth: usize) {
        let own = element.get(b"Pg").ok().map(|page| page.as_reference().unwrap()).or(page);
        if let Ok(number) = element.get(b"MCID") {
            self.open.push_str(&self.sequences[&(own.unwrap(), number.as_i64().unwrap())]);
            return;
        }
        if let Ok(area) = element.get(b"Obj") {
            self.flush(depth);
            let area = dictionary(self.document, area);
            let action = dictionary(self.document, area.get(b"A").unwrap());
            let address = string(action.get(b"URI").unwrap().as_str().unwrap());
            writeln!(self.out, "{:depth$}→ {address}", "").unwrap();
            return;
        }
        self.flush(depth);
        let mut line = String::from_utf8(element.get(b"S").unwrap().as_name().unwrap().to_vec()).unwrap();
        for key in ["Lang", "ActualText", "Alt"] {
            if let Ok(text) = element.get(key.as_bytes()) {
                write!(line, " {key}={}", string(text.as_str().unwrap())).unwrap();
            }
        }
        writeln!(self.out, "{:depth$}{line}", "").unwrap();
        if let Ok(kids) = element.get(b"K") {
            self.kids(kids, own, depth + 1);
        }
        self.flush(depth + 1);
    }

    /// Writes the text of the sequences so far.
    fn flush(&mut self, depth: usize) {
        if !self.open.is_empty() {
            let text = std::mem::take(&mut self.open);
            writeln!(self.out, "{:depth$}“{text}”", "").unwrap();
        }
    }
}
