//! Random messages, and what a reader of the PDF hears of them: the same characters in the same order, each stretch in
//! its language, each link's text in an element of its own. The file is read by code that shares none with its writer.

use std::fmt::Write;
use std::fs;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::support::{Fixture, root};
use crate::tag_tree::{Element, Kid, tree};

/// How many messages are set in each language.
const MESSAGES: usize = 400;
/// The languages, two of them running from the right.
const LANGUAGES: [&str; 5] = ["en", "ar", "he", "th", "zh-Hant"];
/// The links, by their names in the manifest.
const LINKS: [&str; 2] = ["one", "two"];

/// A part of a message, as it is written.
#[derive(Clone, Debug)]
enum Part {
    /// Words, none of them with markup.
    Words(String),
    /// Words in bold or stressed, or the name of a law.
    Styled(&'static str, Vec<Part>),
    /// Words of another language.
    Span(&'static str, Vec<Part>),
    /// Words that lead somewhere.
    Link(usize, Vec<Part>),
    /// `<br/>`.
    Break,
}

/// Words that repeat, also as parts of others; some that are divided at line ends, some with digits and marks of their own.
fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "and",
        "A",
        "an",
        "B",
        "one",
        "Un",
        "Deux",
        "cat",
        "cats",
        "internationalisation",
        "responsibilities",
        "12",
        "2015",
        "416-555-0100",
        "(you)",
        "a-b",
        "A,",
        "50%",
        "سلام",
        "عليكم",
        "حقوق",
        "نحن",
        "و",
        "لا",
        "السلام،",
        "١٢",
        "שלום",
        "לכולם",
        "חתול",
        "וגם",
        "א",
        "כאן.",
        "สวัสดี",
        "แมว",
        "และ",
        "น้ำ",
        "ที่",
        "你好",
        "法律",
        "，",
        "貓",
    ]);
    prop::collection::vec(word, 1..5).prop_map(|words| words.join(" "))
}

fn parts() -> impl Strategy<Value = Vec<Part>> {
    let leaf = words().prop_map(Part::Words);
    let part = leaf.prop_recursive(2, 12, 3, |inner| {
        let inner = prop::collection::vec(inner, 1..3);
        prop_oneof![
            3 => words().prop_map(Part::Words),
            2 => (prop::sample::select(vec!["fr", "en", "ar", "he", "th"]), inner.clone())
                .prop_map(|(lang, parts)| Part::Span(lang, parts)),
            2 => (0..LINKS.len(), inner.clone()).prop_map(|(link, parts)| Part::Link(link, parts)),
            1 => (prop::sample::select(vec!["strong", "em", "cite"]), inner)
                .prop_map(|(tag, parts)| Part::Styled(tag, parts)),
        ]
    });
    prop::collection::vec(prop_oneof![8 => part, 1 => Just(Part::Break)], 1..7)
}

/// A message: its paragraphs, most have one.
fn message() -> impl Strategy<Value = Vec<Vec<Part>>> {
    let paragraph = parts().prop_filter("it has words", |parts| !matches!(parts[0], Part::Break));
    prop::collection::vec(paragraph, 1..3)
}

/// Parts as a translator writes them, a space between most.
fn written(parts: &[Part], out: &mut String) {
    for (at, part) in parts.iter().enumerate() {
        if is_spaced(at, parts) {
            out.push(' ');
        }
        match part {
            Part::Words(words) => out.push_str(words),
            Part::Styled(tag, parts) => tagged(tag, tag, parts, out),
            Part::Span(lang, parts) => tagged(&format!("span lang=\"{lang}\""), "span", parts, out),
            Part::Link(link, parts) => {
                tagged(&format!("a data-l10n-name=\"{}\"", LINKS[*link]), "a", parts, out);
            }
            Part::Break => out.push_str("<br/>"),
        }
    }
}

fn tagged(open: &str, close: &str, parts: &[Part], out: &mut String) {
    write!(out, "<{open}>").unwrap();
    written(parts, out);
    write!(out, "</{close}>").unwrap();
}

/// Text of one language and one link.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Heard {
    text: String,
    lang: String,
    /// Which link of its paragraph, counted as they are heard, and where it leads.
    link: Option<(usize, String)>,
}

/// A mark around what is being written.
struct Around {
    lang: Option<&'static str>,
    link: Option<WrittenLink>,
    /// Whether a character of it was set: a space before its first is not of it.
    started: bool,
}

/// A link by its number in its paragraph as it is written, and by the index of its name.
type WrittenLink = (usize, usize);

/// What should be heard of a paragraph, character by character.
struct Wanted<'a> {
    language: &'a str,
    around: Vec<Around>,
    /// White space that is set before the next character.
    gap: Option<usize>,
    /// Each character with its language and the identity of its link.
    characters: Vec<(char, &'a str, Option<WrittenLink>)>,
    links: usize,
}

impl<'a> Wanted<'a> {
    fn parts(&mut self, parts: &[Part]) {
        for (at, part) in parts.iter().enumerate() {
            if is_spaced(at, parts) {
                self.gap = self.gap.or(Some(0));
            }
            match part {
                Part::Words(words) => words.chars().for_each(|c| self.character(c)),
                Part::Break => self.gap = Some(self.gap.unwrap_or(0) + 1),
                Part::Styled(_, parts) => self.within(None, None, parts),
                Part::Span(lang, parts) => self.within(Some(lang), None, parts),
                Part::Link(link, parts) => {
                    self.links += 1;
                    self.within(None, Some((self.links, *link)), parts);
                }
            }
        }
    }

    fn within(&mut self, lang: Option<&'static str>, link: Option<WrittenLink>, parts: &[Part]) {
        self.around.push(Around { lang, link, started: false });
        self.parts(parts);
        self.around.pop();
    }

    fn character(&mut self, c: char) {
        if c == ' ' {
            self.gap = self.gap.or(Some(0));
            return;
        }
        if let Some(breaks) = self.gap.take().filter(|_| !self.characters.is_empty()) {
            (0..breaks.max(1)).for_each(|_| self.set(' '));
        }
        self.around.iter_mut().for_each(|around| around.started = true);
        self.set(c);
    }

    fn set(&mut self, c: char) {
        let started = || self.around.iter().rev().filter(|around| around.started);
        let lang = started().find_map(|around| around.lang).unwrap_or(self.language);
        let link = started().find_map(|around| around.link);
        self.characters.push((c, lang, link));
    }

    fn heard(self) -> Vec<Heard> {
        let mut links = 0;
        let mut heard = Vec::new();
        for of_link in self.characters.chunk_by(|a, b| a.2 == b.2) {
            let link = of_link[0].2.map(|(_, name)| {
                links += 1;
                (links, format!("https://example.org/{}", LINKS[name]))
            });
            for part in of_link.chunk_by(|a, b| a.1 == b.1) {
                let text = part.iter().map(|(c, ..)| c).collect();
                heard.push(Heard { text, lang: part[0].1.to_owned(), link: link.clone() });
            }
        }
        heard
    }
}

/// Whether a part is written with a space before it: most are.
fn is_spaced(at: usize, parts: &[Part]) -> bool {
    at > 0 && !(at + parts.len()).is_multiple_of(3)
}

/// What is heard of an element.
#[derive(Default)]
struct Hearing {
    heard: Vec<Heard>,
    links: usize,
}

impl Hearing {
    fn kids(&mut self, element: &Element, lang: &str, link: Option<&(usize, String)>) {
        let lang = element.lang.as_deref().unwrap_or(lang);
        for kid in &element.kids {
            match kid {
                Kid::Text(text) => self.text(text, lang, link),
                Kid::Element(inner) if inner.kind == "Link" => {
                    assert!(link.is_none(), "no link is in a link");
                    self.links += 1;
                    let own = (self.links, address(inner));
                    self.kids(inner, lang, Some(&own));
                }
                Kid::Element(inner) => {
                    assert_eq!(inner.kind, "Span");
                    self.kids(inner, lang, link);
                }
                Kid::Area(_) => {}
            }
        }
    }

    fn text(&mut self, text: &str, lang: &str, link: Option<&(usize, String)>) {
        // Hyphens, and brackets around what is cited, are set and not written.
        let text: String = text.chars().filter(|c| !"\u{ad}《》〈〉".contains(*c)).collect();
        match self.heard.last_mut().filter(|last| last.lang == lang && last.link.as_ref() == link) {
            Some(last) => last.text.push_str(&text),
            None if text.is_empty() => {}
            None => self.heard.push(Heard { text, lang: lang.to_owned(), link: link.cloned() }),
        }
    }
}

/// Where all areas of a link lead; it has one at least.
fn address(link: &Element) -> String {
    let areas = link.kids.iter().filter_map(|kid| match kid {
        Kid::Area(address) => Some(address),
        Kid::Text(_) | Kid::Element(_) => None,
    });
    let mut areas: Vec<&String> = areas.collect();
    areas.dedup();
    assert_eq!(areas.len(), 1, "a link leads to one place");
    areas[0].clone()
}

/// The paragraphs of a tree.
fn paragraphs<'a>(element: &'a Element, found: &mut Vec<&'a Element>) {
    if element.kind == "P" {
        found.push(element);
    } else {
        for kid in &element.kids {
            if let Kid::Element(inner) = kid {
                paragraphs(inner, found);
            }
        }
    }
}

/// A project of these messages alone, all in one language.
fn project(language: &str, messages: &[Vec<Vec<Part>>]) -> Fixture {
    let mut text = String::new();
    for (at, message) in messages.iter().enumerate() {
        writeln!(text, "m{at} =").unwrap();
        for paragraph in message {
            text.push_str("    ");
            written(paragraph, &mut text);
            text.push_str("\n\n");
        }
    }
    let items: Vec<String> = (0..messages.len()).map(|at| format!("\"m{at}\"")).collect();
    let manifest = include_str!("fixture/random/polyleaf.toml");
    let manifest = manifest.replace("LANGUAGE", language).replace("ITEMS", &items.join(", "));
    let mut fixture = Fixture::empty()
        .file("polyleaf.toml", manifest)
        .file("layouts/pages.toml", include_str!("fixture/random/pages.toml"))
        .file(&format!("locales/{language}/text.ftl"), text);
    for face in ["NotoNaskhArabic", "NotoSansHebrew"] {
        for weight in ["Regular", "Bold"] {
            let name = format!("fonts/extra/{face}-{weight}.ttf");
            fixture = fixture.file(&name, fs::read(root().join(&name)).unwrap());
        }
    }
    fixture
}

/// Sets messages in a language, and holds what is heard of each paragraph against what was written.
fn check(language: &str, messages: &[Vec<Vec<Part>>]) {
    let project = project(language, messages);
    let run = project.build(&[]);
    let problems: Vec<_> = run.lines.iter().filter(|line| line["severity"] == "error").collect();
    assert!(run.code == 0, "{language}: {problems:#?}");
    let path = run.artifacts()[0]["path"].as_str().unwrap().to_owned();
    let root = tree(&fs::read(project.path().join(path)).unwrap());
    let mut read = Vec::new();
    paragraphs(&root, &mut read);
    let written: Vec<&Vec<Part>> = messages.iter().flatten().collect();
    assert_eq!(read.len(), written.len(), "{language}");
    for (element, parts) in read.into_iter().zip(written) {
        let mut hearing = Hearing::default();
        hearing.kids(element, language, None);
        let mut wanted = Wanted { language, around: Vec::new(), gap: None, characters: Vec::new(), links: 0 };
        wanted.parts(parts);
        assert_eq!(hearing.heard, wanted.heard(), "{language}: {parts:?}");
    }
}

#[test]
fn random_messages_are_heard_as_they_are_written() {
    let messages = prop::collection::vec(message(), MESSAGES);
    let mut runner = TestRunner::deterministic();
    for language in LANGUAGES {
        let messages = messages.new_tree(&mut runner).unwrap().current();
        check(language, &messages);
    }
}
