//! Mistakes as people make them, file by file, and what they are told.

use super::examples::known_line;
use crate::diag::{Diagnostics, Severity};
use crate::font::FontManifest;
use crate::locale::Locale;
use crate::source::Sources;
use crate::spec::{Look, read_layout, read_locale, read_look, read_manifest, read_organisation, read_toml};

/// Each mistake with what is told of it.
const MISTAKES: &str = include_str!("mistakes.txt");

/// Words of those who know TOML.
const JARGON: &[&str] = &[
    "toml", "string", "integer", "float", "boolean", "bool", "array", "sequence", "map", "struct", "enum",
    "variant", "field", "key", "u8", "u16", "u32", "f64", "i128", "expected", "invalid", "literal", "escape",
    "unicode", "readme",
];

/// What is said of a file first: where and of what, what is wrong, and what to do.
fn told(kind: &str, text: &str) -> String {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let source = sources.add("a.toml", text);
    let thai = Locale::parse("th").expect("a tag");
    match kind {
        "org" => drop(read_organisation(source, &sources, &mut diagnostics)),
        "manifest" => drop(read_manifest(source, &sources, None, &mut diagnostics)),
        "layout" => drop(read_layout("a", source, Look::default(), &sources, &mut diagnostics)),
        "look" => drop(read_look(source, &sources, &mut diagnostics)),
        "locale" => drop(read_locale(source, &sources, &thai, &[], &mut diagnostics)),
        "fonts" => drop(read_toml::<FontManifest>(source, &sources, &mut diagnostics)),
        _ => panic!("{kind}"),
    }
    let Some(first) = diagnostics.iter().next() else { return "  nothing\n".to_owned() };
    let (span, _) = first.labels.first().expect("each has a place");
    let (line, column) = sources.position(*span);
    let at = marked(&text[span.range()]);
    let at = format!("{line}:{column} {at}");
    format!(
        "  {}\n  {}\n  {}\n",
        at.trim_end(),
        first.message,
        first.help.as_deref().and_then(|help| help.lines().next()).unwrap_or("-")
    )
}

/// A text with what is not seen in it, and the reverse.
const MARKS: [(&str, &str); 3] = [("⏎", "\n"), ("␀0001 ", "\u{1}"), ("␀00A0 ", "\u{A0}")];

fn marked(text: &str) -> String {
    MARKS.iter().fold(text.to_owned(), |text, (mark, unseen)| text.replace(unseen, mark))
}

fn unmarked(text: &str) -> String {
    MARKS.iter().fold(text.to_owned(), |text, (mark, unseen)| text.replace(mark, unseen))
}

const ORGANISATION: &str = "[organisation]\nname = \"Our\"\nemail = \"a@example.org\"\nphone = \"604-555-0100\"\nwebsite = \"example.org\"\n";

const MANIFEST: &str = "[project]\nname = \"a\"\nsource = \"en\"\npaper = \"letter\"\nedition = \"1\"\ndate = \"2026-11\"\n\
    [organisation]\nname = \"Our\"\nemail = \"a@example.org\"\nphone = \"604-555-0100\"\nwebsite = \"example.org\"\n\
    [variables]\nvisits = 3\n\
    [[leaflet]]\nname = \"a\"\nlayouts = [\"page\"]\n\
    [[leaflet.section]]\nname = \"s\"\nplace = \"body\"\nblocks = [\n  { role = \"title\", text = \"title\" },\n  { role = \"points\", items = [\"one\", \"two\"] },\n]\n";

const LAYOUT: &str = "purpose = \"p\"\nfold = \"none\"\norientation = \"portrait\"\npapers = [\"letter\"]\nunprinted = \"6.35mm\"\n\
    [body]\nmax = 12\nleading = [0.95, 1.1]\ngaps = [0.8, 1.2]\n\
    [[panel]]\nname = \"t\"\ncell = 1\nplace = \"body\"\nheight = \"30mm\"\ninset = [\"5mm\"]\n\
    foot = { left = \"{native}\", size = 0.6, color = \"black\", gap = 0.4 }\n";

/// The file of a mistake: a sound one that is changed, or a whole one.
fn mistaken(kind: &str, old: &str, new: &str) -> String {
    let sound = match kind {
        "org" => ORGANISATION,
        "manifest" => MANIFEST,
        "layout" => LAYOUT,
        _ => return new.to_owned(),
    };
    assert!(sound.contains(old), "{old}");
    sound.replacen(old, new, 1)
}

#[test]
fn each_mistake_is_told_in_plain_words_at_its_place() {
    let (head, blocks) = MISTAKES.split_once("\n\n").expect("it has a head");
    let mut now = format!("{head}\n");
    for block in blocks.split("\n\n").filter(|block| !block.trim().is_empty()) {
        let first = block.lines().next().expect("a block has lines").trim_end();
        let (kind, change) = first.split_once(": ").expect("a kind of file");
        let (old, new) = change.split_once("⇒").expect("a change");
        let [old, new] = [old, new].map(|part| unmarked(part.strip_prefix(' ').unwrap_or(part)));
        let old = old.strip_suffix(' ').unwrap_or(&old);
        let told = told(kind, &mistaken(kind, old, &new));
        let words = told.lines().skip(1).flat_map(|line| line.split(|c: char| !c.is_alphanumeric()));
        let jargon: Vec<&str> = words.filter(|word| JARGON.contains(&word.to_lowercase().as_str())).collect();
        assert!(jargon.is_empty(), "{first}: {jargon:?} in {told}");
        now.push_str(&format!("\n{first}\n{told}"));
    }
    // Where a sentence changes, this is what the file has to be.
    let written = MISTAKES.lines().collect::<Vec<_>>();
    let differing = now.lines().zip(&written).find(|(now, written)| now != *written);
    assert!(differing.is_none() && now.lines().count() == written.len(), "{differing:?}\n{now}");
}

/// What is told of a file of an organisation: its messages with their lines, and the helps.
fn all_told(text: &str) -> (Vec<(usize, String)>, Vec<String>) {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let source = sources.add("our.toml", text);
    let _ = read_organisation(source, &sources, &mut diagnostics);
    let place = |told: &crate::diag::Diagnostic| sources.position(told.labels[0].0).0;
    // Values of examples are warnings, which the lines as they should be may hold.
    let errors = || diagnostics.iter().filter(|told| told.severity == Severity::Error);
    let messages = errors().map(|told| (place(told), told.message.clone())).collect();
    (messages, errors().filter_map(|told| told.help.clone()).collect())
}

/// The lines that the last help gives.
fn whole_of(helps: &[String]) -> &str {
    let whole: Vec<&str> =
        helps.iter().filter_map(|help| help.split_once("should be:\n")).map(|it| it.1).collect();
    assert_eq!(whole.len(), 1, "they are told once: {helps:?}");
    assert!(helps.last().is_some_and(|help| help.ends_with(whole[0])), "they are told last: {helps:?}");
    whole[0]
}

#[test]
fn an_organisation_is_told_its_lines_as_they_should_be_and_these_are_sound() {
    for block in MISTAKES.split("\n\n").filter(|block| block.starts_with("org: ")) {
        let change = block.lines().next().and_then(|first| first.strip_prefix("org: ")).expect("a change");
        let (old, new) = change.trim_end().split_once('⇒').expect("a change");
        let [old, new] = [old, new].map(|part| unmarked(part.strip_prefix(' ').unwrap_or(part)));
        let text = mistaken("org", old.strip_suffix(' ').unwrap_or(&old), &new);
        let (messages, helps) = all_told(&text);
        // Of values of variables the lines of the organisation are no part.
        let is_of_variable = new.starts_with("[variables]");
        if is_of_variable || messages.iter().any(|(_, message)| message.contains("more than")) {
            continue;
        }
        let whole = whole_of(&helps);
        assert!(all_told(whole).0.is_empty(), "{change}: {whole}");
    }
}

#[test]
fn all_mistakes_of_an_organisation_are_told_at_once_each_at_its_line() {
    let sound = "[organisation]\nname = \"Our network\"\nemail = \"a@example.org\"\nphone = \"604-555-0100\"\nwebsite = \"example.org\"";
    for (text, lines, whole) in [
        (
            "[Organisation]\nNom = “Our network”\nE-Mail: a@example.org\nphone = 604 555 0100\nsite = https://example.org/\nlogo = \"C:\\Users\\me\\logo.png\"\n",
            vec![1, 2, 2, 3, 3, 4, 5, 5, 5, 6],
            "[organisation]\nname = \"Our network\"\nemail = \"a@example.org\"\nphone = \"604 555 0100\"\nwebsite = \"example.org\"\nlogo = \"logo.png\"",
        ),
        (
            "name = Our network\nphone = \"a@example.org\"\nemail = \"604-555-0100\"\nwebsite = „example.org“\n",
            vec![1, 1, 2, 3, 4],
            sound,
        ),
        (
            "Dear all,\nhere is the file.\n[organisation]\nname = « Our network »\nemail = 'a@example.org\nphone=6045550100\nwebsite = \"example.org\",\nThanks!\nAna\n",
            vec![1, 4, 5, 6, 7, 8],
            "[organisation]\nname = \"Our network\"\nemail = \"a@example.org\"\nphone = \"6045550100\"\nwebsite = \"example.org\"",
        ),
        (
            "{\n  \"organisation\": {\n    \"name\": \"Our network\",\n    \"email\": \"a@example.org\",\n    \"phone\": \"604-555-0100\",\n    \"website\": \"example.org\"\n  }\n}\n",
            vec![1, 2, 3, 4, 5, 6, 7],
            sound,
        ),
        (
            "[organisation]\nname = \"\"\nemail = \"\"\nphone = \"call me\"\nwebsite = \"\"\n",
            vec![2, 3, 4, 5],
            "[organisation]\nname = \"Our clinic\"\nemail = \"mail@example.org\"\nphone = \"604-555-0100\"\nwebsite = \"example.org\"",
        ),
        (
            "[organisation]\nname = \"Our network\"\nname = \"Our other\"\nemail = \"a@example.org\"\nemail = \"a@example.org\"\nphone = \"604-555-0100\"\n",
            vec![3, 5, 1],
            sound,
        ),
        (
            "[organisation]\nname = 'Ana's place'\nemail = \"a@example.org\"\nphone = \"12\"\nwebsite = \"example.org\"\n[theme]\nfield = \"dark blue\"\n",
            vec![2, 4, 7],
            "[organisation]\nname = \"Ana's place\"\nemail = \"a@example.org\"\nphone = \"604-555-0100\"\nwebsite = \"example.org\"",
        ),
    ] {
        let (messages, helps) = all_told(text);
        let told: Vec<usize> = messages.iter().map(|(line, _)| *line).collect();
        assert_eq!(told, lines, "{text}: {messages:#?}");
        let advised = |help: &&String| help.contains("= \"https://") || help.contains("\"call me\"");
        assert_eq!(helps.iter().find(advised), None, "what is advised can be written");
        let given = helps.iter().find_map(|help| Some(help.split_once("should be:\n")?.1));
        assert_eq!(given, Some(whole), "{text}");
        assert!(all_told(whole).0.is_empty(), "{whole}");
    }
}

#[test]
fn what_a_file_has_to_hold_has_an_example() {
    for schema in [
        include_str!("../../../layouts/polyleaf.schema.json"),
        include_str!("../../../layouts/layout.schema.json"),
        include_str!("../../../layouts/look/look.schema.json"),
    ] {
        let required = schema.split("\"required\": [").skip(1).filter_map(|rest| rest.split(']').next());
        for name in required.flat_map(|names| names.split('"').skip(1).step_by(2)) {
            assert!(known_line(name).is_some(), "{name}");
        }
    }
}
