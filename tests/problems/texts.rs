//! Languages and messages that are wrong, missing or too long.

use polyleaf::Code;

use super::numbers::other_number_case;
use super::{BOTH, Case, ENGLISH, SPANISH, case};
use crate::support::Fixture;

pub(super) fn locale_cases() -> Vec<Case> {
    let new = Fixture::new;
    vec![
        case(
            Code::LocaleTag,
            new().with("polyleaf.toml", "\"en\"", "\"not a tag\""),
            "locale/tag polyleaf.toml:3:10",
            &[],
        ),
        case(Code::LocaleMissing, new().without("locales/en"), "locale/missing polyleaf.toml:3:10", &[]),
        case(Code::LocaleMissing, new().without("locales/es/text.ftl"), "locale/missing", ENGLISH),
        case(
            Code::LocaleFolder,
            new().without("locales/es").file("locales/fil/text.ftl", include_str!("../fixture/es.ftl")),
            "locale/folder",
            &["small-en-page-letter.pdf", "small-tl-page-letter.pdf"],
        ),
        Case { arguments: &["-l", "fr"], ..case(Code::LocaleMissing, new(), "locale/missing", &[]) },
        Case {
            arguments: &["-l", "zh"],
            ..case(
                Code::LocaleSeveral,
                new()
                    .file("locales/zh-Hans/text.ftl", include_str!("../fixture/es.ftl"))
                    .file("locales/zh-Hant/text.ftl", include_str!("../fixture/es.ftl")),
                "locale/several",
                &["small-zh-Hans-page-letter.pdf", "small-zh-Hant-page-letter.pdf"],
            )
        },
        case(
            Code::LocaleSettings,
            new().file("locales/es/locale.toml", "align = \"justify\"\nleading = 16\n"),
            "locale/settings locales/es/locale.toml:2:11",
            ENGLISH,
        ),
        case(
            Code::Toml,
            new().file("locales/es/locale.toml", "colour = \"red\"\n"),
            "manifest/toml locales/es/locale.toml:1:1",
            ENGLISH,
        ),
    ]
}

pub(super) fn untranslated_case() -> Case {
    let fixture = Fixture::new().with(
        "locales/es/text.ftl",
        "Un <strong>texto</strong> corto de un párrafo.",
        "A short <strong>text</strong> of one paragraph.",
    );
    case(Code::Untranslated, fixture, "locale/untranslated locales/es/text.ftl:2:1", BOTH)
}

/// Letters of Thai in which no word is known.
pub(super) fn unbroken_case() -> Case {
    let text = include_str!("../fixture/es.ftl")
        .replace("Un <strong>texto</strong> corto", "ฟหฟหฟหฟหฟหฟหฟหฟหฟหฟหฟหฟหฟหฟห <strong>texto</strong>");
    let fixture = Fixture::new().without("locales/es").file("locales/th/text.ftl", &text);
    let written = &["small-en-page-letter.pdf", "small-th-page-letter.pdf"];
    case(Code::Unbroken, fixture, "text/unbroken locales/th/text.ftl:2:8", written)
}

pub(super) fn unnamed_case() -> Case {
    let text = include_str!("../fixture/es.ftl");
    let fixture = Fixture::new().without("locales/es").file("locales/xx/text.ftl", text);
    let written = &["small-en-page-letter.pdf", "small-xx-page-letter.pdf"];
    case(Code::UnnamedLanguage, fixture, "locale/name", written)
}

/// Reviews that are out of date, or can't be meant, and what can't be approved or final.
pub(super) fn review_cases() -> Vec<Case> {
    let reviewed = |more: &[&str]| {
        let fixture = Fixture::new();
        let run = fixture.run(&[&["approve", "es", "--by", "Ana"], more].concat());
        assert_eq!(run.code, 0, "{}", run.talk);
        fixture
    };
    let english = "locales/en/text.ftl";
    vec![
        case(
            Code::Outdated,
            reviewed(&[]).with(english, "A short", "A brief"),
            "locale/outdated locales/es/text.ftl:2:1",
            BOTH,
        ),
        case(
            Code::Expired,
            reviewed(&["heading", "--date", "2026-08-31", "--until", "2026-10"]),
            "locale/expired locales/es/text.ftl:1:1",
            BOTH,
        ),
        case(
            Code::LocaleStatus,
            reviewed(&["heading", "--date", "2026-08-31"]).with("locales/es/status.toml", "08-31", "08-32"),
            "locale/status locales/es/status.toml:6:8",
            ENGLISH,
        ),
        Case {
            arguments: &["approve", "es", "heading", "--by", "Ana"],
            ..case(
                Code::Unapproved,
                Fixture::new().with("locales/es/text.ftl", "heading = Hola\n", ""),
                "locale/unapproved locales/en/text.ftl:1:1",
                &[],
            )
        },
        Case {
            arguments: &["--final"],
            ..case(Code::NotFinal, reviewed(&[]), "locale/not-final locales/en/text.ftl:2:1", SPANISH)
        },
    ]
}

/// What `check` alone tells, since no leaflet prints it.
fn checked(code: Code, fixture: Fixture, problem: &'static str) -> Case {
    Case { arguments: &["check"], ..case(code, fixture, problem, &[]) }
}

pub(super) fn message_cases() -> Vec<Case> {
    let new = Fixture::new;
    let es = "locales/es/text.ftl";
    vec![
        case(
            Code::FluentSyntax,
            new().with(es, "heading = Hola", "heading Hola"),
            "fluent/syntax locales/es/text.ftl:1:1",
            ENGLISH,
        ),
        case(
            Code::DuplicateMessage,
            new().with(es, "heading = Hola", "heading = Hola\nheading = Otra"),
            "fluent/duplicate locales/es/text.ftl:2:1",
            ENGLISH,
        ),
        case(
            Code::MissingMessage,
            new().with(es, "heading = Hola\n", ""),
            "fluent/missing locales/en/text.ftl:1:1",
            ENGLISH,
        ),
        checked(
            Code::ObsoleteMessage,
            new().with(es, "heading = Hola", "heading = Hola\nextra = Más"),
            "fluent/obsolete locales/es/text.ftl:2:1",
        ),
        checked(
            Code::UnprintedMessage,
            new().with("locales/en/text.ftl", "heading = Hello", "heading = Hello\nextra = More"),
            "fluent/unprinted locales/en/text.ftl:2:1",
        ),
        case(
            Code::UnknownVariable,
            new().with(es, "{ $phone }", "{ $fon }"),
            "fluent/unknown-variable locales/es/text.ftl:3:36",
            ENGLISH,
        ),
        case(
            Code::Reference,
            new().with(es, "Hola", "{ -nobody }"),
            "fluent/reference locales/es/text.ftl:1:13",
            ENGLISH,
        ),
        case(
            Code::EmptyMessage,
            new().with(es, "Hola", "{ \"\" }"),
            "fluent/empty locales/es/text.ftl:1:1",
            ENGLISH,
        ),
    ]
}

pub(super) fn text_cases() -> Vec<Case> {
    let new = Fixture::new;
    let (en, es) = ("locales/en/text.ftl", "locales/es/text.ftl");
    vec![
        case(
            Code::UnclosedTag,
            new().with(es, "</strong>", ""),
            "markup/unclosed locales/es/text.ftl:2:11",
            ENGLISH,
        ),
        case(
            Code::UnknownTag,
            new().with(es, "<strong>texto</strong>", "<b>texto</b>"),
            "markup/unknown-tag locales/es/text.ftl:2:11",
            ENGLISH,
        ),
        other_number_case(),
        case(
            Code::UnknownLink,
            new().with(es, "\"phone\"", "\"fax\""),
            "markup/unknown-link locales/es/text.ftl:3:8",
            ENGLISH,
        ),
        case(
            Code::MarkupDiffers,
            new().with(es, "<strong>texto</strong>", "texto"),
            "markup/differs locales/es/text.ftl:2:1",
            ENGLISH,
        ),
        case(
            Code::MissingGlyph,
            new().with(es, "Hola", "Hola \u{12000}"),
            "font/missing-glyph locales/es/text.ftl:1:16",
            ENGLISH,
        ),
        case(
            Code::Overset,
            new().with(en, "A short", &"A long ".repeat(900)),
            "fit/overset locales/en/text.ftl:2:1",
            SPANISH,
        ),
        case(
            Code::Overset,
            new().with(en, "A short", "A Honorificabilitudinitatibusnesses short").with(
                "layouts/page.toml",
                "place = \"body\"\nheight = \"60mm\"\ninset = [\"10mm\", \"20mm\"]",
                "place = \"body\"\nheight = \"60mm\"\ninset = [\"10mm\", \"85mm\"]",
            ),
            "fit/overset locales/en/text.ftl:2:10",
            SPANISH,
        ),
        not_parallel_case(),
    ]
}

/// What fills the second panel in English fills the first in Spanish.
pub(super) fn not_parallel_case() -> Case {
    let manifest = "polyleaf.toml";
    let more = "name = \"more\"\nplace = \"body\"\nblocks = [{ role = \"paragraph\", text = \"more\" }]\n";
    let last = "name = \"last\"\nplace = \"body\"\nblocks = [\n  { role = \"contact\", text = \"call\" },\n]";
    let sections = format!("]\n\n[[leaflet.section]]\n{more}\n[[leaflet.section]]\n{last}");
    let [english, spanish] = ["en", "es"].map(|tag| format!("locales/{tag}/text.ftl"));
    let fixture = Fixture::new()
        .with(manifest, "  { role = \"contact\", text = \"call\" },\n]", &sections)
        .with("layouts/page.toml", "place = \"aside\"", "place = \"body\"");
    let long = "Long text here, ".repeat(90);
    let read = |name: &str| std::fs::read_to_string(fixture.path().join(name)).unwrap();
    let with_more = |name: &str, more: &str| format!("{}more = {more}\n", read(name));
    let (en, es) = (with_more(&english, &long), with_more(&spanish, "Nada"));
    let es = es.replace("<strong>texto</strong>", &format!("<strong>texto</strong> {long}"));
    let fixture = fixture.file(&english, en).file(&spanish, es);
    case(
        Code::NotParallel,
        fixture,
        "fit/not-parallel layouts/page.toml:13:1",
        &["small-en-page-letter.pdf", "small-es-page-letter.pdf"],
    )
}

/// Characters that no text can hold, wherever it stands.
pub(super) fn character_cases() -> Vec<Case> {
    let (es, manifest) = ("locales/es/text.ftl", "polyleaf.toml");
    let spanish = |code, with: &str, place: &'static str| {
        case(code, Fixture::new().with(es, "heading = Hola", &format!("heading = {with}")), place, ENGLISH)
    };
    let toml = |code, from: &str, with: &str, place: &'static str| {
        case(code, Fixture::new().with(manifest, from, with), place, &[])
    };
    let mut cases = vec![
        spanish(Code::ForbiddenCharacter, "Ho\u{202E}la", "text/character locales/es/text.ftl:1:13"),
        spanish(Code::ForbiddenCharacter, "Ho\u{2067}la", "text/character locales/es/text.ftl:1:13"),
        spanish(Code::ForbiddenCharacter, "Hola { \"\\u001b\" }", "text/character locales/es/text.ftl:1:19"),
        spanish(Code::Encoding, "Espa\u{FFFD}a", "text/encoding locales/es/text.ftl:1:15"),
        spanish(Code::Encoding, "EspaÃ±a", "text/encoding locales/es/text.ftl:1:15"),
        spanish(Code::Encoding, "Hola â€œtodosâ€\u{9D}", "text/encoding locales/es/text.ftl:1:16"),
        toml(
            Code::ForbiddenCharacter,
            "\"Example\"",
            "\"Exa\\u001bmple\"",
            "text/character polyleaf.toml:9:8",
        ),
        toml(
            Code::ForbiddenCharacter,
            "edition = \"1\"",
            "edition = \"1\\u0007\"",
            "text/character polyleaf.toml:5:11",
        ),
        toml(
            Code::ForbiddenCharacter,
            "\"Example\"",
            "\"Exa\u{202E}mple\"",
            "text/character polyleaf.toml:9:12",
        ),
        toml(Code::Encoding, "\"Example\"", "\"CafÃ©\"", "text/encoding polyleaf.toml:9:12"),
    ];
    for control in ['\0', '\u{7}', '\u{1B}', '\u{7F}', '\u{85}', '\u{9B}'] {
        let with = format!("Ho{control}la");
        cases.push(spanish(Code::ForbiddenCharacter, &with, "text/character locales/es/text.ftl:1:13"));
    }
    cases.push(Case {
        written: BOTH,
        ..spanish(Code::LookAlike, "H\u{43E}la", "text/look-alike locales/es/text.ftl:1:11")
    });
    cases
}

/// The small project with other headings.
fn both(english: &str, spanish: &str) -> Fixture {
    Fixture::new().with("locales/en/text.ftl", "Hello", english).with("locales/es/text.ftl", "Hola", spanish)
}

/// Translations that differ from the source language in what they say: warnings, but for addresses.
pub(super) fn translation_cases() -> Vec<Case> {
    let chosen = |key: &str, end: &str| format!("{{ $phone ->\n  [{key}] x\n *[all] y\n }}{end}");
    vec![
        case(Code::Number, both("Since 2015", "Desde 2016"), "text/number locales/es/text.ftl:1:17", BOTH),
        case(
            Code::Address,
            both("Call 604-555-0199", "Llame al 604-555-0991"),
            "text/address locales/es/text.ftl:1:20",
            ENGLISH,
        ),
        case(
            Code::CrowdedComment,
            Fixture::new().with("locales/es/text.ftl", "heading", "#nota\nheading"),
            "fluent/comment locales/es/text.ftl:1:1",
            BOTH,
        ),
        case(Code::Punctuation, both("Hello", "Hola."), "text/punctuation locales/es/text.ftl:1:15", BOTH),
        case(Code::Placeholder, both("Hello", "Hola %s"), "text/placeholder locales/es/text.ftl:1:16", BOTH),
        case(
            Code::Case,
            both(&chosen("one", ""), &chosen("uno", "")),
            "fluent/case locales/es/text.ftl:2:4",
            BOTH,
        ),
    ]
}

/// Translations that are of another language, or say one thing in two ways: warnings.
pub(super) fn language_cases() -> Vec<Case> {
    let es = "locales/es/text.ftl";
    vec![
        case(
            Code::OtherLanguage,
            both(
                "Migrating becomes less safe for all, and those who could help them are kept away from it",
                "Migrer devient moins sûr pour tout le monde, et qui pourrait aider est tenu loin de là",
            ),
            "text/language locales/es/text.ftl:1:1",
            BOTH,
        ),
        case(
            Code::HalfTranslated,
            both("Come to us. We will help you for free", "Venga. We will help you for free"),
            "locale/half-translated locales/es/text.ftl:1:18",
            BOTH,
        ),
        case(
            Code::Inconsistent,
            Fixture::new()
                .with("locales/en/text.ftl", "A short <strong>text</strong> of one paragraph.", "Write to us")
                .with("locales/en/text.ftl", "Hello", "Write to us")
                .with(es, "Un <strong>texto</strong> corto de un párrafo.", "Escríbanos hoy")
                .with(es, "Hola", "Escriba hoy"),
            "text/inconsistent locales/es/text.ftl:1:1",
            BOTH,
        ),
        case(
            Code::Term,
            both("A sex worker", "Una persona")
                .file("locales/es/locale.toml", "[terms]\n\"sex worker\" = { use = [\"trabajo sexual\"] }\n"),
            "text/term locales/es/text.ftl:1:1",
            BOTH,
        ),
        Case {
            arguments: &["-l", "zh-Hant"],
            ..case(
                Code::Script,
                Fixture::new().file(
                    "locales/zh-Hant/text.ftl",
                    "heading = 我们在这里\nbody = 一段<strong>短文</strong>。\n\
                     call = <a data-l10n-name=\"phone\">{ $phone }</a>\n",
                ),
                "text/script locales/zh-Hant/text.ftl:1:12",
                &["small-zh-Hant-page-letter.pdf"],
            )
        },
    ]
}
