//! Every kind of wrong input: its code, its place, and that nothing half-written is left.

use std::collections::BTreeSet;

use polyleaf::Code;

use crate::support::{Fixture, Run};

/// A wrong input: what it is, and what must be said of it.
struct Case {
    code: Code,
    fixture: Fixture,
    arguments: &'static [&'static str],
    problem: &'static str,
    /// The files that are still written.
    written: &'static [&'static str],
}

const BOTH: &[&str] = &["small-en-page-letter.pdf", "small-es-page-letter.pdf"];
const ENGLISH: &[&str] = &["small-en-page-letter.pdf"];
const SPANISH: &[&str] = &["small-es-page-letter.pdf"];

fn case(code: Code, fixture: Fixture, problem: &'static str, written: &'static [&'static str]) -> Case {
    Case { code, fixture, arguments: &[], problem, written }
}

/// Pictures that can't be had, told or printed.
fn picture_cases() -> Vec<Case> {
    let last = "  { role = \"contact\", text = \"call\" },\n]";
    let shown = |block: &str| {
        let with = format!("  {{ role = \"contact\", text = \"call\" }},\n{block}\n]");
        Fixture::new().with("polyleaf.toml", last, &with).file("dot.svg", crate::pictures::DOT)
    };
    let picture = "{ role = \"picture\", file = \"dot.svg\", alt = \"body\" },";
    let coarse = |width: u32| {
        let block = "{ role = \"picture\", file = \"dot.png\", alt = \"body\" },";
        shown(block).file("dot.png", crate::pictures::stripes(width, 4))
    };
    let logo = "website = \"example.org\"";
    vec![
        case(
            Code::PictureFile,
            shown(&picture.replace("dot.svg", "no.svg")),
            "picture/unusable polyleaf.toml:28:28",
            &[],
        ),
        case(
            Code::PictureFile,
            shown(picture).file("dot.svg", "<svg"),
            "picture/unusable polyleaf.toml:28:28",
            &[],
        ),
        case(
            Code::PictureFile,
            shown(&picture.replace("dot.svg", "../dot.svg")),
            "picture/unusable polyleaf.toml:28:28",
            &[],
        ),
        case(
            Code::PictureFile,
            Fixture::new().with("polyleaf.toml", logo, &format!("{logo}\nlogo = \"no.png\"")),
            "picture/unusable polyleaf.toml:13:8",
            &[],
        ),
        case(
            Code::PictureAlt,
            shown(&picture.replace(", alt = \"body\"", "")),
            "picture/alt polyleaf.toml:28:1",
            &[],
        ),
        case(
            Code::UnknownMessage,
            shown(&picture.replace("\"body\"", "\"bodi\"")),
            "fluent/unknown-message polyleaf.toml:28:45",
            &[],
        ),
        case(Code::Resolution, coarse(100), "picture/resolution polyleaf.toml:28:45", &[]),
    ]
}

/// QR codes that lead nowhere, or that no camera reads.
fn code_cases() -> Vec<Case> {
    let coded = |name: &str| crate::codes::with_code(&format!("{{ role = \"code\", link = \"{name}\" }}"));
    let small = crate::codes::with_code("{ role = \"code\", link = \"website\", width = \"3mm\" }");
    let links = "[links]";
    let variable = |value: &str| {
        coded("page").with("polyleaf.toml", links, &format!("[variables]\npage = \"{value}\"\n{links}"))
    };
    let near = crate::codes::on_panel("{ role = \"code\", link = \"website\", width = \"50mm\" }", "0mm");
    let long = format!("https://example.org/{}", "a".repeat(2400));
    vec![
        case(Code::CodeLink, coded("web"), "code/link polyleaf.toml:28:27", &[]),
        case(Code::CodeLink, variable("page one"), "code/link polyleaf.toml:15:8", &[]),
        case(Code::CodeLink, variable("javascript:app.alert(1)"), "code/link polyleaf.toml:15:8", &[]),
        case(Code::CodeLink, variable(&long), "code/link polyleaf.toml:30:27", &[]),
        case(Code::CodeSmall, small, "code/small polyleaf.toml:28:27", &[]),
        case(Code::CodeCrowded, near, "code/crowded polyleaf.toml:28:27", &[]),
    ]
}

/// A picture that prints, but not well.
fn coarse_case() -> Case {
    let last = "  { role = \"contact\", text = \"call\" },\n]";
    let with = "  { role = \"contact\", text = \"call\" },\n{ role = \"picture\", file = \"dot.png\", alt = \"body\" },\n]";
    let fixture =
        Fixture::new().with("polyleaf.toml", last, with).file("dot.png", crate::pictures::stripes(900, 50));
    case(Code::Resolution, fixture, "picture/resolution polyleaf.toml:28:45", BOTH)
}

/// Drawings that print, but not as their makers may think.
fn drawing_cases() -> Vec<Case> {
    const PRESS: &[&str] = &["small-en-page-letter-press.pdf", "small-es-page-letter-press.pdf"];
    let last = "  { role = \"contact\", text = \"call\" },\n]";
    let with = "  { role = \"contact\", text = \"call\" },\n{ role = \"picture\", file = \"dot.svg\", alt = \"body\" },\n]";
    let shown = |inside: &str| {
        let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 20\">{inside}</svg>");
        Fixture::new().with("polyleaf.toml", last, with).file("dot.svg", svg)
    };
    let hair = "<path d=\"M10 10H190\" stroke=\"#000\" stroke-width=\"0.01\"/>";
    let white = "<circle cx=\"50\" cy=\"10\" r=\"8\" fill=\"#fff\"/>";
    let soft = "<circle cx=\"50\" cy=\"10\" r=\"8\" style=\"filter:blur(2px)\"/>";
    let mut press = case(Code::Hairline, shown(hair), "picture/hairline polyleaf.toml:28:45", PRESS);
    press.arguments = &["--for", "press"];
    vec![
        press,
        case(Code::FaintPicture, shown(white), "picture/faint polyleaf.toml:28:45", BOTH),
        case(Code::MadePixels, shown(soft), "picture/pixels polyleaf.toml:28:45", BOTH),
    ]
}

fn manifest_cases() -> Vec<Case> {
    let new = Fixture::new;
    let manifest = "polyleaf.toml";
    vec![
        case(
            Code::Toml,
            new().with(manifest, "edition = \"1\"", "edition = 1"),
            "manifest/toml polyleaf.toml:5:11",
            &[],
        ),
        case(
            Code::UnknownRole,
            new().with(manifest, "\"heading\",", "\"headline\","),
            "manifest/unknown-role polyleaf.toml:25:12",
            &[],
        ),
        case(
            Code::Manifest,
            new().with(manifest, "2026-11", "November"),
            "manifest/invalid polyleaf.toml:6:8",
            &[],
        ),
        case(
            Code::Manifest,
            new().with(manifest, "\"example.org\"", "\"https://example.org\""),
            "manifest/invalid polyleaf.toml:12:11",
            &[],
        ),
        case(
            Code::UnknownMessage,
            new().with(manifest, "text = \"body\"", "text = \"bodi\""),
            "fluent/unknown-message polyleaf.toml:26:32",
            &[],
        ),
        case(
            Code::UnknownLayout,
            new().with(manifest, "[\"page\"]", "[\"pages\"]"),
            "project/unknown-layout polyleaf.toml:19:12",
            &[],
        ),
        Case {
            arguments: &["--leaflet", "big"],
            ..case(Code::UnknownLeaflet, new(), "project/unknown-leaflet", &[])
        },
        Case {
            arguments: &["--for", "press", "--press", "corner-shop"],
            ..case(Code::UnknownPress, new(), "project/unknown-press", &[])
        },
        case(
            Code::Unreadable,
            new().file("locales/es/text.ftl", b"heading = \xff\n"),
            "project/unreadable locales/es/text.ftl:1:11",
            ENGLISH,
        ),
    ]
}

/// Values of the manifest that can't be meant, each told at the value.
fn value_cases() -> Vec<Case> {
    let organisation = |value: &str, with: &str, place: &'static str| {
        case(Code::Manifest, Fixture::new().with("polyleaf.toml", value, with), place, &[])
    };
    let links = "[links]";
    let link = |address: &str| {
        let with = format!("[links]\nother = {address}");
        let fixture = Fixture::new().with("polyleaf.toml", links, &with);
        case(Code::Manifest, fixture, "manifest/invalid polyleaf.toml:15:9", &[])
    };
    let variable = |value: &str| {
        let with = format!("[variables]\nwait = {value}\n[links]");
        let fixture = Fixture::new().with("polyleaf.toml", links, &with);
        case(Code::Manifest, fixture, "manifest/invalid polyleaf.toml:15:8", &[])
    };
    let (name, email) = ("\"Example\"", "\"mail@example.org\"");
    let (phone, website) = ("\"555-0100\"", "\"example.org\"");
    let nothing = Fixture::new().with("polyleaf.toml", "[\"page\"]", "[]");
    let mut cases = vec![
        case(Code::Manifest, nothing, "manifest/invalid polyleaf.toml:18:8", &[]),
        organisation(name, "\"\"", "manifest/invalid polyleaf.toml:9:8"),
        organisation("\"2026-11\"", "\"2026-02-31\"", "manifest/invalid polyleaf.toml:6:8"),
        organisation("\"2026-11\"", "\"0000-01\"", "manifest/invalid polyleaf.toml:6:8"),
        organisation("name = \"small\"\nsource", "name = \"\"\nsource", "manifest/invalid polyleaf.toml:2:8"),
        organisation("edition = \"1\"", "edition = \"\"", "manifest/invalid polyleaf.toml:5:11"),
        organisation("date =", "schemes = [\"javascript\"]\ndate =", "manifest/invalid polyleaf.toml:6:12"),
        case(
            Code::Toml,
            Fixture::new().with("polyleaf.toml", name, "\" \u{200B}\""),
            "manifest/toml polyleaf.toml:9:9",
            &[],
        ),
    ];
    for wrong in ["\"call 5 times\"", "\"++44+1\"", "\"1\"", "\"12\"", "\"\""] {
        cases.push(organisation(phone, wrong, "manifest/invalid polyleaf.toml:11:9"));
    }
    for wrong in ["a@b.org?bcc=evil@x.org", "a@b.org%0D%0ABcc:x", "a@b,c@d", "@", "", "a@b.org, c@d.org"] {
        let wrong = format!("\"{wrong}\"");
        cases.push(organisation(email, &wrong, "manifest/invalid polyleaf.toml:10:9"));
    }
    for wrong in [".", "..", "a.b\\\">x", "example.org@evil.com", "", "https://example.org", "localhost"] {
        let wrong = format!("\"{wrong}\"");
        cases.push(organisation(website, &wrong, "manifest/invalid polyleaf.toml:12:11"));
    }
    cases.extend(
        [
            "'javascript:app.alert(1)'",
            "'file:///etc/passwd'",
            "'../../x.exe'",
            "'\\\\evil\\share'",
            "'tel:+1-{ $phone }'",
        ]
        .map(link),
    );
    cases.extend(["nan", "inf", "-inf", "-5", "1e300", "1e-300"].map(variable));
    cases
}

/// Characters that no text can hold, wherever it stands.
fn character_cases() -> Vec<Case> {
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

fn locale_cases() -> Vec<Case> {
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
        Case { arguments: &["-l", "fr"], ..case(Code::LocaleMissing, new(), "locale/missing", &[]) },
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

fn untranslated_case() -> Case {
    let fixture = Fixture::new().with(
        "locales/es/text.ftl",
        "Un <strong>texto</strong> corto de un párrafo.",
        "A short <strong>text</strong> of one paragraph.",
    );
    case(Code::Untranslated, fixture, "locale/untranslated locales/es/text.ftl:2:1", BOTH)
}

fn unnamed_case() -> Case {
    let text = include_str!("fixture/es.ftl");
    let fixture = Fixture::new().without("locales/es").file("locales/xx/text.ftl", text);
    let written = &["small-en-page-letter.pdf", "small-xx-page-letter.pdf"];
    case(Code::UnnamedLanguage, fixture, "locale/name", written)
}

fn message_cases() -> Vec<Case> {
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
        case(
            Code::ObsoleteMessage,
            new().with(es, "heading = Hola", "heading = Hola\nextra = Más"),
            "fluent/obsolete locales/es/text.ftl:2:1",
            BOTH,
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

fn text_cases() -> Vec<Case> {
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
fn not_parallel_case() -> Case {
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

fn layout_cases() -> Vec<Case> {
    let new = Fixture::new;
    let page = "layouts/page.toml";
    let fonts = include_str!("../fonts/fonts.toml");
    let start = fonts.find("\n[[font]]").unwrap();
    vec![
        case(Code::Overlap, new().with(page, "top = \"70mm\"", "top = \"40mm\""), "layout/overlap layouts/page.toml:20:1", &[]),
        case(Code::OutsidePage, new().with(page, "top = \"70mm\"", "top = \"270mm\""), "layout/outside layouts/page.toml:20:1", &[]),
        case(Code::Layout, new().with(page, "\"none\"", "\"crumple\""), "layout/invalid layouts/page.toml:3:8", &[]),
        Case { arguments: &["--paper", "a3"], ..case(Code::Paper, new(), "layout/paper", &[]) },
        Case { arguments: &["-L", "phone", "--for", "press"], ..case(Code::Paper, new(), "layout/paper", &[]) },
        Case { arguments: &["--paper", "a5", "-L", "zine"], ..case(Code::Paper, new(), "layout/paper", &[]) },
        Case { arguments: &["-l", "en", "-L", "half-fold"], ..case(Code::EmptyPanel, new(), "fit/empty-panel layouts/half-fold.toml:42:1", &["small-en-half-fold-letter.pdf"]) },
        Case { arguments: &["--large-print", "-L", "page"], ..case(Code::NoForm, new(), "layout/no-form", &[]) },
        Case { arguments: &["--with", "es", "-l", "en,es", "-L", "factsheet"], ..case(Code::Partner, new(), "locale/partner", &["small-en+es-factsheet-letter.pdf"]) },
        case(Code::NoPanel, new().with(page, "place = \"body\"", "place = \"cover\""), "layout/no-panel polyleaf.toml:21:1", &[]),
        case(Code::Picture, new().with(page, "height = \"60mm\"\ninset = [\"10mm\", \"20mm\"]\n\n", "height = \"60mm\"\ninset = [\"10mm\", \"20mm\"]\nart = { picture = \"no.svg\", place = \"above\", width = \"50%\" }\n\n"), "layout/picture layouts/page.toml:19:19", &[]),
        case(Code::FontDamaged, new().file("fonts/NotoSans-Regular.ttf", b"cut short"), "font/damaged", &[]),
        font_case("postscript_name = \"", "postscript_name = \"\\u0000", Code::Toml, "manifest/toml fonts/fonts.toml:8:19"),
        font_case("postscript_name = \"", "postscript_name = \"é", Code::Toml, "manifest/toml fonts/fonts.toml:8:19"),
        font_case("postscript_name = \"", &format!("postscript_name = \"{}", "x".repeat(400)), Code::Toml, "manifest/toml fonts/fonts.toml:8:19"),
        font_case("weight = 700", "weight = 0", Code::Toml, "manifest/toml fonts/fonts.toml:13:10"),
        case(Code::NoFace, new().file("fonts/fonts.toml", fonts[..start].to_owned() + "font = []\n"), "font/no-face fonts/fonts.toml:1:1", &[]),
    ]
}

/// A font manifest with something else in the place of what stands in it first.
fn font_case(from: &str, with: &str, code: Code, problem: &'static str) -> Case {
    let fonts = include_str!("../fonts/fonts.toml").replacen(from, with, 1);
    case(code, Fixture::new().file("fonts/fonts.toml", fonts), problem, &[])
}

/// Numbers that no page can have, wherever a layout takes one.
fn number_cases() -> Vec<Case> {
    let numbers = ["nan", "inf", "-1.0", "1e308", "1e-320"];
    let places = [
        "[style.role]\nheading = { before = # }",
        "[style.numeral]\ncolor = \"black\"\nindent = 1.0\nbefore = 1.0\nsize = #",
        "[style.box]\nroles = [\"steps\"]\nbefore = #",
    ];
    let problems = [
        "manifest/toml layouts/page.toml:9:22",
        "manifest/toml layouts/page.toml:12:8",
        "manifest/toml layouts/page.toml:10:10",
    ];
    let page = "layouts/page.toml";
    let length = |with: &str| {
        let problem = "manifest/toml layouts/page.toml:6:13";
        case(Code::Toml, Fixture::new().with(page, "unprinted = \"6.35mm\"", with), problem, &[])
    };
    let mut cases: Vec<Case> =
        ["-5mm", "1e4mm", "nanmm", "12"].map(|wrong| length(&format!("unprinted = \"{wrong}\""))).into();
    cases.push(case(
        Code::Toml,
        Fixture::new().with(page, "purpose = \"", "purpose = \"\" # "),
        "manifest/toml layouts/page.toml:1:11",
        &[],
    ));
    for (place, problem) in places.into_iter().zip(problems) {
        for number in numbers {
            let style = format!("{}\n\n[body]", place.replace('#', number));
            let fixture = Fixture::new().with("layouts/page.toml", "[body]", &style);
            cases.push(case(Code::Toml, fixture, problem, &[]));
        }
    }
    cases
}

/// Two layouts that share a look with a fault in it: it is told once, and neither is built.
fn look_case() -> Case {
    let page = include_str!("fixture/page.toml").replace("\"calm\"", "\"own\"");
    let fixture = Fixture::new()
        .file("layouts/page.toml", &page)
        .file("layouts/other.toml", &page)
        .file("layouts/look/own.toml", "[role]\nheadin = { size = 2 }\n")
        .with("polyleaf.toml", "[\"page\"]", "[\"page\", \"other\"]");
    case(Code::UnknownRole, fixture, "manifest/unknown-role layouts/look/own.toml:2:1", &[])
}

fn color_cases() -> Vec<Case> {
    let styled = |style: &str| {
        let page = include_str!("fixture/page.toml").to_owned() + style;
        Fixture::new().file("layouts/page.toml", page)
    };
    let mud = styled("\n[style.palette]\nmud = { srgb = \"#000000\", cmyk = [90, 80, 70, 60] }\n");
    let faint = styled("\n[style.role]\nparagraph = { color = \"blush\" }\n");
    vec![
        case(Code::Ink, mud, "layout/ink layouts/page.toml:29:7", &[]),
        case(Code::Contrast, faint, "layout/contrast layouts/page.toml:13:1", &[]),
    ]
}

/// A link that leads out of the project.
fn link_case() -> Case {
    let fixture = Fixture::new().without("locales/es/text.ftl");
    fixture.link("locales/es/text.ftl", &crate::support::root().join("Cargo.toml"));
    case(Code::LinkOutside, fixture, "project/link", ENGLISH)
}

/// Two leaflets that would be one file.
fn name_case() -> Case {
    let other = "[[leaflet]]\nname = \"small-en\"\nlayouts = [\"page\"]\n\n[[leaflet.section]]\nname = \"all\"\nplace = \"body\"\nblocks = [{ role = \"paragraph\", text = \"body\" }]\n";
    let manifest =
        std::fs::read_to_string(crate::support::root().join("tests/fixture/polyleaf.toml")).unwrap();
    let manifest = manifest.replace("[\"page\"]", "[\"es-page\"]");
    let page = std::fs::read(crate::support::root().join("tests/fixture/page.toml")).unwrap();
    let fixture =
        Fixture::new().file("polyleaf.toml", manifest + "\n" + other).file("layouts/es-page.toml", page);
    case(Code::FileName, fixture, "output/name polyleaf.toml:19:12", &[])
}

fn output_case() -> Case {
    let fixture = Fixture::new().file("out", "a file where the folder should be");
    case(Code::Output, fixture, "output/unwritable", &[])
}

fn all_cases() -> impl Iterator<Item = Case> {
    let texts = locale_cases().into_iter().chain(message_cases()).chain(text_cases());
    manifest_cases()
        .into_iter()
        .chain(value_cases())
        .chain(character_cases())
        .chain(picture_cases())
        .chain(code_cases())
        .chain(texts)
        .chain(layout_cases())
        .chain(number_cases())
        .chain(color_cases())
        .chain(drawing_cases())
        .chain([
            link_case(),
            name_case(),
            look_case(),
            coarse_case(),
            output_case(),
            untranslated_case(),
            unnamed_case(),
        ])
}

#[test]
fn wrong_input_is_told_with_its_place_and_leaves_nothing_half_written() {
    let mut wrong = Vec::new();
    for case in all_cases() {
        let run: Run = case.fixture.build(case.arguments);
        let name = case.code.name();
        assert!(case.problem.starts_with(name));
        let warns = matches!(
            case.code,
            Code::ObsoleteMessage
                | Code::Untranslated
                | Code::UnnamedLanguage
                | Code::NotParallel
                | Code::LookAlike
                | Code::Partner
                | Code::EmptyPanel
                | Code::Hairline
                | Code::FaintPicture
                | Code::MadePixels
        ) || (case.code == Code::Resolution && !case.written.is_empty());
        let problems = run.problems();
        let mut unique = problems.clone();
        unique.sort();
        unique.dedup();
        let told = problems.iter().any(|problem| problem == case.problem);
        let once = unique.len() == problems.len();
        if !told || !once || run.written != case.written || run.code != i32::from(!warns) {
            wrong.push(format!(
                "{}: got {problems:?}, {:?}, {} {}",
                case.problem, run.written, run.code, run.talk
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_code_has_a_fixture() {
    let held: BTreeSet<Code> = all_cases().map(|case| case.code).collect();
    let missing: Vec<&str> =
        Code::ALL.iter().filter(|code| !held.contains(code)).map(|code| code.name()).collect();
    assert!(missing.is_empty(), "no fixture for {missing:?}");
}

#[test]
fn check_says_the_same_and_writes_nothing() {
    let fixture = Fixture::new().with("locales/es/text.ftl", "</strong>", "");
    let run = fixture.run(&["check", "--message-format", "json"]);
    assert_eq!(run.problems(), ["markup/unclosed locales/es/text.ftl:2:11"]);
    assert_eq!((run.code, run.written.len()), (1, 0));
    // What a plain build would refuse is told, whichever layouts there are.
    let run = Fixture::new().with("polyleaf.toml", "[\"page\"]", "[\"page\", \"pagx\"]").run(&[
        "check",
        "--message-format",
        "json",
    ]);
    assert_eq!(
        (run.code, run.problems()),
        (1, vec!["project/unknown-layout polyleaf.toml:19:20".to_owned()])
    );
    let right = Fixture::new().run(&["check", "--message-format", "json"]);
    assert_eq!((right.code, right.problems()), (0, vec![]));
}

#[test]
fn wrong_use_exits_with_2() {
    let fixture = Fixture::new();
    for arguments in [
        &["bild"][..],
        &["build", "--nope"],
        &["studio"],
        &["build", "--project", "nowhere"],
        &["build", "--org", "no.toml"],
    ] {
        assert_eq!(fixture.run(arguments).code, 2, "{arguments:?}");
    }
}
