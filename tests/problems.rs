//! Every kind of wrong input: its code, its place, and that nothing half-written is left.

use std::collections::BTreeSet;

use polyleaf::Code;

use crate::support::{Fixture, Run};

mod exchange;
mod layouts;
mod numbers;
mod pictures;
mod texts;

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

/// A leaflet beyond the bounds that the project's press sets: it is written all the same.
fn limit_case() -> Case {
    let limits = "[press]\nlimits = { type = \"20pt\" }\n[links]";
    Case {
        arguments: &["-l", "en", "--for", "press"],
        ..case(
            Code::PressLimit,
            Fixture::new().with("polyleaf.toml", "[links]", limits),
            "press/limit polyleaf.toml:21:12",
            &["small-en-page-letter-press.pdf"],
        )
    }
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

/// A text that is not set, and a file of an earlier one.
fn stale_case() -> Case {
    let fixture = Fixture::new()
        .file("locales/es/text.ftl", "heading = Hola\nbody = Un <strong>texto.\ncall = c\n")
        .file("out/small-es-page-letter.pdf", "of an earlier build");
    case(Code::Stale, fixture, "output/stale", &["small-en-page-letter.pdf", "small-es-page-letter.pdf"])
}

fn output_case() -> Case {
    let fixture = Fixture::new().file("out", "a file where the folder should be");
    case(Code::Output, fixture, "output/unwritable", &[])
}

fn all_cases() -> impl Iterator<Item = Case> {
    let texts = texts::locale_cases()
        .into_iter()
        .chain(texts::message_cases())
        .chain(texts::translation_cases())
        .chain(texts::language_cases())
        .chain(texts::text_cases());
    manifest_cases()
        .into_iter()
        .chain(value_cases())
        .chain(texts::character_cases())
        .chain(pictures::picture_cases())
        .chain(pictures::code_cases())
        .chain(texts)
        .chain(layouts::layout_cases())
        .chain(layouts::number_cases())
        .chain(layouts::color_cases())
        .chain(pictures::drawing_cases())
        .chain(pictures::see_through_cases())
        .chain([
            link_case(),
            limit_case(),
            name_case(),
            layouts::look_case(),
            pictures::coarse_case(),
            stale_case(),
            output_case(),
            texts::untranslated_case(),
            texts::unnamed_case(),
            texts::unbroken_case(),
        ])
        .chain(texts::review_cases())
        .chain(exchange::exchange_cases())
}

/// Whether what is told is no error: all is written.
fn is_warning(code: Code) -> bool {
    matches!(
        code,
        Code::ObsoleteMessage
            | Code::UnprintedMessage
            | Code::Untranslated
            | Code::UnnamedLanguage
            | Code::Outdated
            | Code::Expired
            | Code::NotParallel
            | Code::LookAlike
            | Code::Partner
            | Code::LocaleSeveral
            | Code::EmptyPanel
            | Code::Hairline
            | Code::FaintPicture
            | Code::MadePixels
            | Code::PressLimit
            | Code::Number
            | Code::Punctuation
            | Code::Placeholder
            | Code::OtherLanguage
            | Code::Inconsistent
            | Code::Case
            | Code::Term
            | Code::CrowdedComment
            | Code::HalfTranslated
            | Code::Script
            | Code::Unbroken
            | Code::LocaleFolder
            | Code::ExchangeUnsure
            | Code::ExchangeOutdated
    )
}

#[test]
fn wrong_input_is_told_with_its_place_and_leaves_nothing_half_written() {
    let mut wrong = Vec::new();
    for case in all_cases() {
        let run: Run = match case.arguments {
            ["check"] => case.fixture.run(&["check", "--message-format", "json"]),
            ["approve" | "import" | "export", ..] => {
                case.fixture.run(&[case.arguments, &["--message-format", "json"]].concat())
            }
            arguments => case.fixture.build(arguments),
        };
        let name = case.code.name();
        assert!(case.problem.starts_with(name));
        let warns = is_warning(case.code) || (case.code == Code::Resolution && !case.written.is_empty());
        let problems = run.problems();
        let mut unique = problems.clone();
        unique.sort();
        unique.dedup();
        let told = problems.iter().any(|problem| problem == case.problem);
        let once = unique.len() == problems.len();
        // Who asks for what there is not has to change the command line.
        let is_misuse = case.code == Code::Output
            || matches!(case.code, Code::UnknownLeaflet | Code::UnknownPress | Code::LocaleMissing)
                && !case.arguments.is_empty();
        let code = if is_misuse { 2 } else { i32::from(!warns) };
        if !told || !once || run.written != case.written || run.code != code {
            wrong.push(format!(
                "{}: got {problems:?}, {:?}, {} {}",
                case.problem, run.written, run.code, run.talk
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A line of source, of a file's place, or of carets or a bar below it, which is as wide as what it shows.
fn is_of_source(line: &str) -> bool {
    let digits = line.trim_start().trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
    line.trim_start().starts_with('┌') || (digits.starts_with('│') && !line.trim_start().starts_with('│'))
}

#[test]
fn what_is_wrong_is_told_in_80_columns() {
    let mut wide = Vec::new();
    for case in all_cases() {
        let out = case.fixture.out();
        let build = [&["build", "--out", out.to_str().unwrap()], case.arguments].concat();
        let arguments = if case.arguments == ["check"] { case.arguments } else { &build };
        let run = case.fixture.run(arguments);
        // A path is as long as it is.
        let is_wide = |line: &&str| {
            console::measure_text_width(line) > 80 && !is_of_source(line) && line.trim().contains(' ')
        };
        wide.extend(run.talk.lines().filter(is_wide).map(str::to_owned));
    }
    assert!(wide.is_empty(), "{}", wide.join("\n"));
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
        &["build", "--press", "gelatto"],
        &["build", "--layout", "letter-fould"],
        &["build", "--leaflet", "big"],
        &["build", "--locale", "xx"],
        &["build", "--locale", "not a tag"],
        &["build", "--with", "xx"],
        &["build", "--paper", "lettr"],
        &["check", "xx"],
        &["status", "--layout", "pag"],
        &["layouts", "--dummy", "pag"],
        &["preflight", "--press", "gelatto", "polyleaf.toml"],
        &["preflight", "no.pdf"],
    ] {
        assert_eq!(fixture.run(arguments).code, 2, "{arguments:?}");
    }
}
