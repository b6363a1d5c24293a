//! Faults of translations, each planted alone into languages that are all right: each is found, at its message, and told once.

use std::fs;

use serde_json::Value;

use crate::support::{Fixture, root};

const TAGS: [&str; 4] = ["es", "fr", "th", "zh-Hant"];

/// The languages that are all right.
fn sound() -> Fixture {
    let read = |name: &str| fs::read(root().join("tests/fixture/planted").join(name)).unwrap();
    let mut fixture = Fixture::empty().file("polyleaf.toml", read("polyleaf.toml"));
    fixture =
        fixture.file("layouts/page.toml", read("page.toml")).file("locales/en/text.ftl", read("en.ftl"));
    for tag in TAGS {
        fixture = fixture.file(&format!("locales/{tag}/text.ftl"), read(&format!("{tag}.ftl")));
    }
    fixture
}

fn told(fixture: &Fixture, tag: &str) -> Vec<Value> {
    let run = fixture.run(&["check", tag, "--message-format", "json"]);
    run.lines.into_iter().filter(|line| line["reason"] == "diagnostic").collect()
}

/// Checks that one thing is told: of that code, in a message, in words that hold some.
fn assert_told(tag: &str, [old, new]: [&str; 2], code: &str, words: &str) {
    let file = format!("locales/{tag}/text.ftl");
    let fixture = sound().with(&file, old, new);
    let text = fs::read_to_string(fixture.path().join(&file)).unwrap();
    let facts = told(&fixture, tag);
    assert_eq!(facts.len(), 1, "{tag}: {new}: {facts:#?}");
    let fact = &facts[0];
    assert_eq!(fact["code"], code, "{tag}: {new}: {fact}");
    let said = fact["message"].as_str().unwrap();
    assert!(said.contains(words), "{tag}: {new}: {said}");
    assert!(!fact["help"].as_str().unwrap_or_default().is_empty(), "{fact}");
    let label = &fact["labels"][0];
    let line = usize::try_from(label["line"].as_u64().unwrap()).unwrap();
    if label["file"] == file {
        // In the message that was changed: from the last name before the change to the next one after it.
        let before = fs::read_to_string(root().join(format!("tests/fixture/planted/{tag}.ftl"))).unwrap();
        let changed = before[..before.find(old).unwrap()].matches('\n').count() + 1;
        let starts: Vec<usize> = (text.lines().enumerate())
            .filter(|(_, line)| line.starts_with(|c: char| c.is_alphabetic() || c == '-'))
            .map(|(index, _)| index + 1)
            .collect();
        let first = starts.iter().rfind(|start| **start <= changed).unwrap();
        let next = starts.iter().find(|start| **start > changed).copied().unwrap_or(usize::MAX);
        assert!((*first..next).contains(&line), "{tag}: {new}: line {line}, changed in {first}..{next}");
    }
}

#[test]
fn what_is_all_right_is_told_nothing_of() {
    let fixture = sound();
    for tag in TAGS {
        assert_eq!(told(&fixture, tag), Vec::<Value>::new(), "{tag}");
    }
}

#[test]
fn figures_and_addresses_are_kept() {
    for (tag, change, code, words) in [
        ("fr", ["11 femmes", "12 femmes"], "text/number", "has 12 where English has 11"),
        ("es", ["En 2015", "En 2016"], "text/number", "has 2016 where English has 2015"),
        ("th", ["๒๕๕๘", "๒๕๕๙"], "text/number", "has ๒๕๕๙ where English has 2015"),
        ("fr", ["1 000 $", "10 000 $"], "text/number", "has 10 000 where English has 1,000"),
        ("zh-Hant", ["1,000", "1萬"], "text/number", "has 1 where English has 1,000"),
        ("fr", ["à 19 h", "à 18 h"], "text/number", "has 18 where English has 7"),
        ("es", ["En 2015, 11", "11"], "text/number", "lacks the number 2015"),
        ("es", ["Cuesta", "Desde 1987 cuesta"], "text/number", "has the number 1987, and English has not"),
        (
            "fr",
            ["604-555-0199", "604-555-0991"],
            "text/address",
            "has 604-555-0991 where English has 604-555-0199",
        ),
        ("th", ["+1 800 555 0142", "+1 800 555 0124"], "text/address", "where English has"),
        ("zh-Hant", ["，或+1 800 555 0142", ""], "text/address", "lacks the telephone number"),
        (
            "fr",
            ["us@help.example.org", "nous@help.example.org"],
            "text/address",
            "where English has us@help.example.org",
        ),
        (
            "es",
            ["help.example.org/rights", "ayuda.example.org/rights"],
            "text/address",
            "where English has help.example.org",
        ),
        (
            "zh-Hant",
            ["help.example.org/rights", "help.example.com/rights"],
            "text/address",
            "where English has",
        ),
        ("th", ["ที่ help.example.org/rights", "ที่นี่"], "text/address", "lacks the web address"),
    ] {
        assert_told(tag, change, code, words);
    }
}

#[test]
fn what_each_case_holds_is_kept() {
    let variable = "fluent/unknown-variable";
    for (tag, change, code, words) in [
        (
            "fr",
            ["*[other] { $n } visites", "*[other] des visites"],
            variable,
            "the case [other] of `visits` does not use the variable $n",
        ),
        ("zh-Hant", ["{ $n }次", "多次"], variable, "`visits` does not use the variable $n"),
        (
            "es",
            ["[one] una visita por <strong>semana</strong>", "[one] una visita por semana"],
            "markup/differs",
            "the case [one] of `visits`",
        ),
        ("fr", ["<em>toujours</em>", "toujours"], "markup/differs", "`open` has other tags"),
        ("fr", ["de { $n } pièces", "de pièces"], variable, "`photo.alt` does not use the variable $n"),
        ("es", ["[woman]", "[mujer]"], "fluent/case", "the case [mujer] of `word` is never printed"),
        ("es", ["[one] una", "[two] una"], "fluent/missing", "has no case [one]"),
        (
            "zh-Hant",
            [
                "visits = 每<strong>週</strong>{ $n }次",
                "visits =\n    { $n ->\n        [one] 每<strong>週</strong>一次\n       *[other] 每<strong>週</strong>{ $n }次\n    }",
            ],
            "fluent/case",
            "[one] of `visits` is never printed",
        ),
        (
            "fr",
            ["        [one] une visite par <strong>semaine</strong>\n", ""],
            "fluent/case",
            "has one text for every number",
        ),
        ("fr", ["heading =", "#heading\nheading ="], "fluent/comment", "no space follows the #"),
        (
            "fr",
            ["[one] une visite", "[one] { $n } visites"],
            "fluent/case",
            "all cases of `visits` say the same",
        ),
    ] {
        assert_told(tag, change, code, words);
    }
}

#[test]
fn what_is_named_once_is_named_alike_everywhere() {
    for (tag, change, code, words) in [
        (
            "th",
            ["<strong>{ -clinic }</strong>", "<strong>คลินิก</strong>"],
            "fluent/reference",
            "does not use { -clinic }",
        ),
        (
            "fr",
            ["est tout près", "est tout près de { -clinic }"],
            "fluent/reference",
            "uses { -clinic }, and the source language does not",
        ),
        (
            "fr",
            ["    .alt = Une", "    .alt = { $n } pièces\n    .alt = Une"],
            "fluent/duplicate",
            "`.alt` of `photo` stands twice",
        ),
        ("fr", ["heading =", "-maison = Maison\nheading ="], "fluent/obsolete", "the term `-maison`"),
        (
            "es",
            ["today-again = Escríbanos hoy", "today-again = Escriba hoy"],
            "text/inconsistent",
            "`today-again` and `today` are the same in English",
        ),
    ] {
        assert_told(tag, change, code, words);
    }
}

#[test]
fn marks_are_those_of_the_language() {
    let code = "text/punctuation";
    for (tag, change, words) in [
        ("fr", ["ouverte.", "ouverte"], "`open` ends with no mark where the source language has a full stop"),
        (
            "fr",
            ["tout près", "tout près."],
            "`heading` ends with a full stop where the source language has no mark",
        ),
        (
            "fr",
            ["aider ?", "aider."],
            "`question` ends with a full stop where the source language has a question mark",
        ),
        ("zh-Hant", ["誰能幫忙？", "誰能幫忙"], "`question` ends with no mark"),
        ("zh-Hant", ["不安全。受", "不安全.受"], "a narrow ."),
        ("zh-Hant", ["增加了，能", "增加了,能"], "a narrow ,"),
        ("zh-Hant", ["幫助就在身邊", "幫助(就在)身邊"], "a narrow ("),
        ("es", ["¿Quién", "Quién"], "`question` has a ? that no ¿ opens"),
    ] {
        assert_told(tag, change, code, words);
    }
}

#[test]
fn text_is_in_its_language_and_script() {
    for (tag, change, code, words) in [
        (
            "fr",
            [
                "Le risque d’exploitation augmente, et qui pourrait aider est tenu à l’écart.",
                "The risk of exploitation grows, and those who could help are kept away.",
            ],
            "locale/half-translated",
            "a part of `long` is still English",
        ),
        (
            "th",
            ["และคนที่ช่วยได้ถูกกันออกไป", "and those who could help"],
            "locale/half-translated",
            "a part of `long` is still English",
        ),
        (
            "es",
            [
                "Migrar se vuelve menos seguro para todo el mundo. El riesgo de explotación crece, y quienes podrían ayudar quedan lejos.",
                "Migrer devient moins sûr pour tout le monde. Le risque d’exploitation augmente, et qui pourrait aider est tenu à l’écart.",
            ],
            "text/language",
            "`long` reads as French, not as Spanish",
        ),
        ("zh-Hant", ["這裡。\n       *", "这里。\n       *"], "text/script", "simplified characters: 这"),
        ("zh-Hant", ["幫助就在身邊", "帮助就在身边"], "text/script", "simplified characters: 边"),
        ("zh-Hant", ["對每個人", "対每個人"], "text/script", "Japanese characters: 対"),
        ("fr", ["Qui peut", "TODO Qui peut"], "text/placeholder", "prints “TODO”"),
        ("fr", ["tout près", "tout près %s"], "text/placeholder", "prints “%s”"),
        ("es", ["está cerca", "está cerca $phone"], "text/placeholder", "prints “$phone”"),
        ("es", ["está cerca", "está cerca {\"{\"}name{\"}\"}"], "text/placeholder", "prints “{name}”"),
        ("fr", ["tout près", "tout pr\u{FFFD}s"], "text/encoding", "U+FFFD"),
    ] {
        assert_told(tag, change, code, words);
    }
}

#[test]
fn a_glossary_is_kept() {
    let glossary = "[terms]\n\
        \"women\" = { use = [\"femmes\"], never = [\"dames\"], note = \"the word of the community\" }\n\
        \"exploitation\" = { use = [\"exploitation\"] }\n";
    let fixture = || sound().file("locales/fr/locale.toml", glossary);
    assert_eq!(told(&fixture(), "fr"), Vec::<Value>::new());
    for (old, new, words) in [
        ("11 femmes", "11 personnes", "does not have “women” as the glossary has it"),
        ("11 femmes", "11 Dames", "says “Dames”"),
        ("d’exploitation", "d’abus", "does not have “exploitation” as the glossary has it"),
        ("tout près", "tout près, mes dames", "says “dames”"),
    ] {
        let facts = told(&fixture().with("locales/fr/text.ftl", old, new), "fr");
        assert_eq!(facts.len(), 1, "{new}: {facts:#?}");
        assert_eq!(facts[0]["code"], "text/term");
        assert!(facts[0]["message"].as_str().unwrap().contains(words), "{facts:#?}");
    }
    for (old, new, words) in [
        ("use = [\"femmes\"]", "use = [\"mesdames\"]", "asked for and never said"),
        ("{ use = [\"exploitation\"] }", "{}", "nothing is said of"),
        ("use = [\"exploitation\"]", "used = [\"exploitation\"]", "used"),
    ] {
        let facts = told(&fixture().with("locales/fr/locale.toml", old, new), "fr");
        let said: Vec<&str> = facts.iter().map(|fact| fact["message"].as_str().unwrap()).collect();
        assert!(said.iter().any(|said| said.contains(words)), "{new}: {said:?}");
    }
}
