//! Text is found as it reads: what is not seen leaves no trace in any output, and what nobody means is what is meant.

use lopdf::{Document, Object};
use polyleaf::{Choice, Output, Project, ReadyLeaflet};

const MANIFEST: &str = r#"
[project]
name = "small"
source = "en"
paper = "letter"
edition = "1"
date = "2026-11"
[organisation]
name = "Ex#ample"
email = "in#fo@example.org"
phone = "604#-555-0100"
website = "exam#ple.org"
[links]
email = "mailto:{ $email }"
phone = "tel:+1-{ $phone }"
website = "https://{ $website }"
[[leaflet]]
name = "small"
layouts = ["factsheet"]
[[leaflet.section]]
name = "all"
place = "body"
blocks = [{ role = "title", text = "title" }, { role = "paragraph", text = "body" }]
"#;

/// A leaflet of that title and body; `#` in the organisation's values is what stands there.
fn leaflet(locale: &str, title: &str, body: &str, hidden: char) -> ReadyLeaflet {
    let manifest = MANIFEST.replace('#', &hidden.to_string()).replace("\"en\"", &format!("\"{locale}\""));
    let words = format!("title = {title}\nbody = {body}\n");
    let folder = format!("locales/{locale}/text.ftl");
    let project =
        Project::in_memory([("polyleaf.toml", manifest.as_str()), (folder.as_str(), words.as_str())]);
    project.set(&Choice::new("small", locale, "factsheet")).unwrap_or_else(|problems| panic!("{problems}"))
}

/// All the text that a PDF tells: its strings, its maps from codes, its metadata.
fn told(pdf: &[u8]) -> String {
    let mut document = Document::load_mem(pdf).unwrap();
    document.decompress();
    let mut told = String::new();
    for object in document.objects.values() {
        match object {
            Object::Stream(stream) => {
                tell_strings(&Object::Dictionary(stream.dict.clone()), &mut told);
                tell_hexadecimal(&String::from_utf8_lossy(&stream.content), &mut told);
            }
            other => tell_strings(other, &mut told),
        }
    }
    told
}

fn tell_strings(object: &Object, told: &mut String) {
    match object {
        Object::String(bytes, _) => match bytes.strip_prefix(b"\xFE\xFF") {
            Some(wide) => told.push_str(&wide_text(wide)),
            None => told.push_str(&String::from_utf8_lossy(bytes)),
        },
        Object::Array(items) => items.iter().for_each(|item| tell_strings(item, told)),
        Object::Dictionary(dictionary) => dictionary.iter().for_each(|(_, value)| tell_strings(value, told)),
        _ => {}
    }
    told.push('\n');
}

/// What stands in angle brackets: meanings of codes, and texts beside glyphs.
fn tell_hexadecimal(content: &str, told: &mut String) {
    for part in content.split('<').skip(1) {
        let digits: Vec<u8> = part.bytes().take_while(u8::is_ascii_hexdigit).collect();
        let bytes = digits
            .chunks_exact(2)
            .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap());
        let bytes: Vec<u8> = bytes.collect();
        told.push_str(&wide_text(bytes.strip_prefix(b"\xFE\xFF").unwrap_or(&bytes)));
        told.push('\n');
    }
}

fn wide_text(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}

#[test]
fn what_is_not_seen_leaves_no_trace() {
    let links = "<a data-l10n-name=\"email\">{ $email }</a> <a data-l10n-name=\"phone\">{ $phone }</a> \
        <a data-l10n-name=\"website\">{ $website }</a> { $organisation }";
    let seen = "Example words\nOneword info@example.org 604-555-0100 example.org Example\n";
    for hidden in [
        '\u{AD}', '\u{200B}', '\u{200C}', '\u{200D}', '\u{200E}', '\u{200F}', '\u{2060}', '\u{FEFF}',
        '\u{34F}', '\u{180E}', '\u{FE0F}', '\u{61C}',
    ] {
        let body = format!("One{hidden}word {links}");
        let leaflet = leaflet("en", &format!("Exam{hidden}ple words"), &body, hidden);
        assert_eq!(leaflet.text().unwrap(), seen, "{hidden:?}");
        let json = leaflet.json(Output::default()).unwrap();
        assert!(!json.contains(hidden) && json.contains("Oneword"), "{hidden:?}: {json}");
        let told = told(&leaflet.pdf(Output::default()).unwrap());
        assert!(!told.contains(hidden), "{hidden:?}");
        for address in ["mailto:info@example.org", "tel:+1-604-555-0100", "https://example.org"] {
            assert!(told.contains(address), "{hidden:?}: {address}");
        }
    }
}

#[test]
fn what_nobody_means_is_set_as_what_is_meant() {
    for (locale, typed, meant) in [
        ("zh-Hans", "请⽤电话，⽅便⼈⼀。", "请用电话，方便人一。"),
        ("th", "น\u{E49}\u{E4D}า ท\u{E4D}างาน เเม่", "น้ำ ทำงาน แม่"),
        ("en", "ﬁnd the oﬃce", "find the office"),
    ] {
        let leaflet = leaflet(locale, typed, typed, '\u{200B}');
        assert_eq!(leaflet.text().unwrap(), format!("{meant}\n{meant}\n"));
        assert!(leaflet.warnings().is_empty(), "{}", leaflet.warnings());
    }
}

#[test]
fn a_word_that_is_broken_at_a_soft_hyphen_is_one_word() {
    // Wider than any column, so that it is broken somewhere.
    let word = "wonderful\u{AD}".repeat(20);
    let leaflet = leaflet("en", "Title", word.trim_end_matches('\u{AD}'), '\u{200B}');
    let json = leaflet.json(Output::default()).unwrap();
    assert!(json.contains("\"end\":\"hyphen\"") && !json.contains('\u{AD}'));
    // An added hyphen reads as a soft one.
    assert!(told(&leaflet.pdf(Output::default()).unwrap()).contains('\u{AD}'));
    assert_eq!(leaflet.text().unwrap(), format!("Title\n{}\n", "wonderful".repeat(20)));
}
