//! `export` and `import`: texts to translators and back, in all formats, as their users and their tools treat them.

use std::fs;
use std::io::{Cursor, Read, Write};

use polyleaf::{ExchangeFormat, Export, Import, Imported, Project};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::support::{Fixture, LOCALES, Run, names, root};

/// A project with some of everything: terms, attributes, cases, comments, several files, other line ends.
fn many_things() -> Fixture {
    let manifest = include_str!("fixture/polyleaf.toml").to_owned() + "\n[variables]\napples = 3\n";
    let manifest = manifest.replace("text = \"body\" }", "text = \"body\" },\n  { role = \"paragraph\", text = \"apples\" },\n  { role = \"paragraph\", text = \"where\" }");
    Fixture::new()
        .file("polyleaf.toml", manifest)
        .file("locales/en/text.ftl", ENGLISH)
        .file("locales/es/text.ftl", SPANISH)
}

const ENGLISH: &str = "# The top.\n\n-clinic = The clinic\n\n## What we say\n\n# A greeting.\nheading = Hello\nbody = A short <strong>text</strong> of\n    one paragraph.\n\n    And a second one by { -clinic }.\n# $apples (Number): how many\napples =\n    { $apples ->\n        [one] An apple.\n       *[other] { $apples } apples.\n    }\n# $phone (String): the number\ncall = <a data-l10n-name=\"phone\">{ $phone }</a>\nwhere = We have { $apples ->\n        [one] one place\n       *[other] { $apples } places\n    } here.\n";

const SPANISH: &str = "# Mine.\r\n-clinic = La clínica\r\n\r\n\r\nbody =\r\n    Un <strong>texto</strong> corto de\r\n    un párrafo.\r\n\r\n    Y otro de { -clinic }.\r\n# Ours.\r\nheading   =   Hola\r\napples = { $apples ->\r\n    [one] Una manzana.\r\n   *[other] { $apples } manzanas.\r\n }\r\ncall = <a data-l10n-name=\"phone\">{ $phone }</a>\r\nwhere = Tenemos { $apples ->\r\n        [one] un lugar\r\n       *[other] { $apples } lugares\r\n    } aquí.";

const FORMATS: [&str; 5] = ["xlsx", "csv", "po", "xliff", "xliff2"];

fn extension(format: &str) -> &str {
    if format.starts_with("xliff") { "xlf" } else { format }
}

fn ran(fixture: &Fixture, arguments: &[&str]) -> Run {
    fixture.run(&[arguments, &["--message-format", "json"]].concat())
}

/// Exports Spanish, and gives the file's name.
fn exported(fixture: &Fixture, format: &str) -> String {
    let name = format!("es.{}", extension(format));
    let run = ran(fixture, &["export", "es", "--format", format, "--replace"]);
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    name
}

fn read(fixture: &Fixture, name: &str) -> String {
    fs::read_to_string(fixture.path().join(name)).unwrap()
}

/// What came of a file, in numbers: new, changed, unchanged, empty, refused.
fn counts(run: &Run) -> [u64; 5] {
    let told = run
        .lines
        .iter()
        .find(|line| line["reason"] == "imported")
        .unwrap_or_else(|| panic!("{:?} {}", run.lines, run.talk));
    ["new", "changed", "unchanged", "empty", "refused"].map(|name| told[name].as_u64().unwrap())
}

/// Changes a file of Spanish texts as its format has them, `from` being written as `to`.
fn rewritten(fixture: &Fixture, name: &str, from: &str, to: &str) {
    let path = fixture.path().join(name);
    let bytes = fs::read(&path).unwrap();
    if name.ends_with(".xlsx") {
        fs::write(path, repacked(&bytes, |part| part.replacen(from, to, 1))).unwrap();
        return;
    }
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains(from), "{name}: {text}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

/// A packed file with its parts changed.
fn repacked(file: &[u8], change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        writer.start_file(part.name().unwrap(), SimpleFileOptions::default()).unwrap();
        writer.write_all(change(&text).as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn what_is_shipped_goes_out_and_comes_back_the_same() {
    let fixture = Fixture::empty().file("polyleaf.toml", fs::read(root().join("polyleaf.toml")).unwrap());
    let mut fixture = fixture;
    for tag in LOCALES {
        for name in names(&root().join("locales").join(tag)) {
            let file = format!("locales/{tag}/{name}");
            fixture = fixture.file(&file, fs::read(root().join(&file)).unwrap());
        }
    }
    let project = Project::open(fixture.path()).unwrap();
    let out = tempfile::tempdir().unwrap();
    for format in ExchangeFormat::ALL {
        for tag in LOCALES.into_iter().filter(|tag| *tag != "en") {
            let export = Export {
                language: tag.to_owned(),
                format,
                out: out.path().to_owned(),
                replaces: true,
                ..Export::default()
            };
            let made = project.export(&export).made.unwrap();
            assert_eq!(made.texts, made.translated);
            let before = fs::read(&made.path).unwrap();
            let import = Import { files: vec![made.path.clone()], ..Import::default() };
            let told = project.import(&import);
            assert!(told.problems.is_empty(), "{}", told.problems);
            let [Imported { new: 0, changed: 0, unchanged, empty: 0, refused: 0, .. }] = told.made.as_slice()
            else {
                panic!("{:?}", told.made)
            };
            assert_eq!(*unchanged, made.texts);
            project.export(&export).made.unwrap();
            assert_eq!(fs::read(&made.path).unwrap(), before, "{tag} {format:?}");
        }
    }
    for tag in LOCALES {
        for name in names(&root().join("locales").join(tag)) {
            let file = format!("locales/{tag}/{name}");
            assert_eq!(fs::read(fixture.path().join(&file)).unwrap(), fs::read(root().join(&file)).unwrap());
        }
    }
}

#[test]
fn the_source_language_is_not_exported() {
    let run = ran(&Fixture::new(), &["export", "en"]);
    assert_eq!((run.code, run.problems()), (2, vec!["exchange/language".to_owned()]));
}

#[test]
fn an_untouched_export_changes_no_byte() {
    let fixture = many_things();
    for format in FORMATS {
        let file = exported(&fixture, format);
        let run = ran(&fixture, &["import", &file]);
        assert_eq!((run.code, run.problems()), (0, vec![]), "{format} {}", run.talk);
        assert_eq!(counts(&run), [0, 0, 7, 0, 0], "{format}");
        assert_eq!(read(&fixture, "locales/es/text.ftl"), SPANISH, "{format}");
    }
}

#[test]
fn only_what_changed_is_written_and_all_else_stays() {
    for format in FORMATS {
        let fixture = many_things();
        let file = exported(&fixture, format);
        rewritten(&fixture, &file, "Hola", "Buenos días");
        rewritten(&fixture, &file, "Una manzana.", "Sólo una manzana.");
        let trial = ran(&fixture, &["import", &file, "--dry-run"]);
        assert_eq!((trial.code, counts(&trial)), (0, [0, 2, 5, 0, 0]), "{format} {:?}", trial.problems());
        assert_eq!(read(&fixture, "locales/es/text.ftl"), SPANISH, "{format}");
        let run = ran(&fixture, &["import", &file]);
        assert_eq!((run.code, counts(&run)), (0, [0, 2, 5, 0, 0]), "{format} {:?}", run.problems());
        let expected = SPANISH.replace("Hola", "Buenos días").replace("Una manzana", "Sólo una manzana");
        assert_eq!(read(&fixture, "locales/es/text.ftl"), expected, "{format}");
    }
}

#[test]
fn what_is_missing_is_put_where_add_locale_would_put_it() {
    for format in FORMATS {
        let less = SPANISH.replace("heading   =   Hola\r\n", "").replace("[one] Una manzana.\r\n   *", "*");
        let fixture = many_things().file("locales/es/text.ftl", &less);
        let file = exported(&fixture, format);
        match format {
            "xlsx" => {
                let path = fixture.path().join(&file);
                let bytes = fs::read(&path).unwrap();
                let filled = repacked(&bytes, |part| {
                    part.replace(
                        "<c r=\"D3\" s=\"3\"/>",
                        "<c r=\"D3\" t=\"inlineStr\"><is><t>Buenas</t></is></c>",
                    )
                    .replace("<c r=\"D5\" s=\"3\"/>", "<c r=\"D5\" t=\"inlineStr\"><is><t>Una.</t></is></c>")
                });
                fs::write(path, filled).unwrap();
            }
            "csv" => {
                rewritten(&fixture, &file, "heading,Hello,", "heading,Hello,Buenas");
                rewritten(&fixture, &file, "An apple.,", "An apple.,Una.");
            }
            "po" => {
                rewritten(&fixture, &file, "msgid \"Hello\"\nmsgstr \"", "msgid \"Hello\"\nmsgstr \"Buenas");
                rewritten(&fixture, &file, "msgstr[0] \"", "msgstr[0] \"Una.");
            }
            _ => {
                let target =
                    if format == "xliff" { "<target state=\"needs-translation\">" } else { "<target>" };
                let empty = format!("<source>Hello</source>\n        {target}");
                rewritten(&fixture, &file, &empty, &format!("{empty}Buenas"));
                let empty = format!("<source>An apple.</source>\n        {target}");
                rewritten(&fixture, &file, &empty, &format!("{empty}Una."));
            }
        }
        let run = ran(&fixture, &["import", &file]);
        assert_eq!(
            (run.code, counts(&run)),
            (0, [2, 0, 5, 0, 0]),
            "{format} {:?} {}",
            run.problems(),
            run.talk
        );
        let expected = less
            .replace(
                "-clinic = La clínica\r\n",
                "-clinic = La clínica\r\n\r\n## What we say\r\n\r\n# A greeting.\r\nheading = Buenas\r\n",
            )
            .replace("*[other] { $apples } manz", "[one] Una.\r\n    *[other] { $apples } manz");
        assert_eq!(read(&fixture, "locales/es/text.ftl"), expected, "{format}");
        let check = ran(&fixture, &["check", "es"]);
        assert_eq!(check.problems(), Vec::<String>::new(), "{format}");
    }
}

const FRENCH: &str = "context;target\n-clinic;La clinique\nheading;Bonjour\nbody;\"Un <strong>texte</strong> court d’un paragraphe.\n\nEt un second de { -clinic }.\"\napples[one];Une pomme.\napples[other];{ $apples } pommes.\ncall;\"<a data-l10n-name=\"\"phone\"\">{ $phone }</a>\"\nwhere;\"Nous avons { $apples ->\n    [one] un lieu\n   *[other] { $apples } lieux\n} ici.\"\nmore;Encore.\nmore.alt;[Et encore]\n";

#[test]
fn a_new_language_is_filled_in() {
    let more = "# Said twice.\nmore = More.\n    .alt = [And more]\n";
    let fixture = many_things()
        .file("locales/en/more.ftl", more)
        .file("locales/es/more.ftl", more)
        .file("fr.csv", FRENCH);
    let manifest = read(&fixture, "polyleaf.toml")
        .replace("text = \"where\" }", "text = \"where\" },\n  { role = \"paragraph\", text = \"more\" }");
    let fixture = fixture.file("polyleaf.toml", manifest);
    assert_eq!(ran(&fixture, &["add-locale", "fr"]).code, 0);
    fs::remove_file(fixture.path().join("locales/fr/more.ftl")).unwrap();
    let run = ran(&fixture, &["import", "fr.csv"]);
    assert_eq!((run.code, run.problems()), (0, vec![]), "{}", run.talk);
    assert_eq!(counts(&run), [9, 0, 0, 0, 0]);
    let text = read(&fixture, "locales/fr/text.ftl");
    assert!(text.contains("# A greeting.\n# en: Hello\nheading = Bonjour\n"), "{text}");
    assert!(text.contains("\napples =\n    { $apples ->\n        [one] Une pomme.\n       *[other] { $apples } pommes.\n    }\n"), "{text}");
    assert!(
        text.contains(
            "\nbody = Un <strong>texte</strong> court d’un paragraphe.\n\n    Et un second de { -clinic }.\n"
        ),
        "{text}"
    );
    assert_eq!(
        read(&fixture, "locales/fr/more.ftl"),
        "# Said twice.\nmore = Encore.\n    .alt = [Et encore]\n"
    );
    let check = ran(&fixture, &["check", "fr"]);
    assert_eq!(check.problems(), Vec::<String>::new());
    // Once more changes nothing.
    assert_eq!(counts(&ran(&fixture, &["import", "fr.csv"])), [0, 0, 9, 0, 0]);
}

#[test]
fn what_changed_on_both_sides_is_a_conflict() {
    for format in FORMATS {
        let fixture = many_things();
        let file = exported(&fixture, format);
        rewritten(&fixture, &file, "Hola", "Buenos días");
        let fixture = fixture.with("locales/es/text.ftl", "Hola", "Salud");
        let run = ran(&fixture, &["import", &file]);
        let told = run.problems();
        assert!(
            told.len() == 1 && told[0].starts_with(&format!("exchange/conflict {file}:")),
            "{format} {told:?}"
        );
        assert_eq!((run.code, counts(&run)[4]), (1, 1), "{format}");
        let labels = run.lines[0]["labels"].to_string();
        assert!(labels.contains("“Buenos días”") && labels.contains("“Salud”"), "{labels}");
        assert!(read(&fixture, "locales/es/text.ftl").contains("Salud"));
        let run = ran(&fixture, &["import", &file, "--take", "folder"]);
        assert_eq!((run.code, counts(&run)), (0, [0, 0, 7, 0, 0]), "{format}");
        let run = ran(&fixture, &["import", &file, "--take", "file"]);
        assert_eq!((run.code, counts(&run)), (0, [0, 1, 6, 0, 0]), "{format} {:?}", run.problems());
        assert!(read(&fixture, "locales/es/text.ftl").contains("Buenos días"));
    }
}

#[test]
fn what_changed_in_the_folder_alone_stays() {
    for format in FORMATS {
        let fixture = many_things();
        let file = exported(&fixture, format);
        let fixture = fixture.with("locales/es/text.ftl", "Hola", "Salud");
        let run = ran(&fixture, &["import", &file]);
        assert_eq!((run.code, run.problems(), counts(&run)), (0, vec![], [0, 0, 7, 0, 0]), "{format}");
        assert!(read(&fixture, "locales/es/text.ftl").contains("Salud"));
    }
}

#[test]
fn a_changed_source_text_is_told() {
    for format in FORMATS {
        let fixture = many_things();
        let file = exported(&fixture, format);
        rewritten(&fixture, &file, "Hola", "Buenos días");
        let fixture = fixture.with("locales/en/text.ftl", "Hello", "Good day");
        let run = ran(&fixture, &["import", &file]);
        let told = run.problems();
        assert!(
            told.len() == 1 && told[0].starts_with(&format!("exchange/outdated {file}:")),
            "{format} {told:?}"
        );
        assert_eq!((run.code, counts(&run)), (0, [0, 1, 6, 0, 0]), "{format}");
    }
}

#[test]
fn damage_is_told_once_where_it_stands_and_nothing_is_written() {
    for (from, to, code) in [
        ("Hola", "Hola { $fone }", "fluent/unknown-variable"),
        ("Hola", "Hola { -clinik }", "fluent/reference"),
        ("Hola", "Hola {", "fluent/syntax"),
        ("Hola", "<b>Hola</b>", "markup/unknown-tag"),
        ("Hola", "<strong>Hola", "markup/unclosed"),
        ("Hola", "Hol\u{202E}a", "text/character"),
        ("{ $apples } manzanas.", "Manzanas {", "fluent/syntax"),
    ] {
        for format in FORMATS {
            let fixture = many_things();
            let file = exported(&fixture, format);
            let is_markup = matches!(format, "xlsx" | "xliff" | "xliff2");
            let to = if is_markup { to.replace('<', "&lt;").replace('>', "&gt;") } else { to.to_owned() };
            // Codes of XLIFF are elements of their own.
            let from = if format.starts_with("xliff") { from.rsplit("} ").next().unwrap() } else { from };
            rewritten(&fixture, &file, from, &to);
            rewritten(&fixture, &file, "Una manzana", "Sólo una");
            let run = ran(&fixture, &["import", &file]);
            let told = run.problems();
            let is_told = told.len() == 1 && told[0].starts_with(&format!("{code} {file}:"));
            assert!(is_told && run.code == 1, "{format} {to}: {told:?}");
            assert_eq!(counts(&run), [0, 1, 5, 0, 1], "{format} {to}");
            assert_eq!(read(&fixture, "locales/es/text.ftl"), SPANISH);
        }
    }
}

#[test]
fn a_place_in_a_sheet_is_named_by_its_cell() {
    let fixture = many_things();
    let file = exported(&fixture, "xlsx");
    rewritten(&fixture, &file, "Hola", "Hola {");
    let run = ran(&fixture, &["import", &file]);
    assert!(run.lines[0].to_string().contains("cell D3"), "{:?}", run.lines[0]);
    assert!(run.problems()[0].starts_with("fluent/syntax es.xlsx:3:"), "{:?}", run.problems());
}

#[test]
fn an_import_approves_nothing() {
    for format in FORMATS {
        let fixture = many_things();
        assert_eq!(ran(&fixture, &["approve", "es", "--by", "Ana"]).code, 0);
        let before = read(&fixture, "locales/es/status.toml");
        let file = exported(&fixture, format);
        rewritten(&fixture, &file, "Hola", "Buenos días");
        let run = ran(&fixture, &["import", &file]);
        assert_eq!((run.code, run.problems()), (0, vec![]), "{format}");
        assert_eq!(read(&fixture, "locales/es/status.toml"), before);
        let status = ran(&fixture, &["status", "es"]);
        let told = status.lines.iter().find(|line| line["reason"] == "locale").unwrap();
        assert_eq!((told["changed"].as_u64(), told["reviewed"].as_u64()), (Some(1), Some(4)), "{told}");
    }
}

#[test]
fn what_is_out_of_date_is_said_in_each_format() {
    let fixture = many_things();
    assert_eq!(ran(&fixture, &["approve", "es", "--by", "Ana"]).code, 0);
    let fixture = fixture.with("locales/en/text.ftl", "Hello", "Good day");
    for (format, told) in [
        ("csv", "heading,Good day,Hola,\"What we say\r\n"),
        ("po", "#, fuzzy\n#| msgid \"Hello\"\nmsgctxt \"heading\"\nmsgid \"Good day\"\n"),
        ("xliff", "<target state=\"needs-review-translation\">Hola</target>"),
        ("xliff2", "<segment state=\"translated\" subState=\"polyleaf:outdated\">"),
    ] {
        let file = exported(&fixture, format);
        let text = read(&fixture, &file);
        assert!(text.contains(told) || format == "csv" && text.contains("outdated"), "{format} {text}");
        // And what it says comes back as it went.
        let run = ran(&fixture, &["import", &file]);
        assert_eq!((run.code, counts(&run)), (0, [0, 0, 7, 0, 0]), "{format}");
    }
}

#[test]
fn an_export_replaces_nobody_s_work() {
    let fixture = many_things();
    let file = exported(&fixture, "csv");
    rewritten(&fixture, &file, "Hola", "Buenos días");
    let run = ran(&fixture, &["export", "es", "--format", "csv"]);
    assert_eq!((run.code, run.problems()), (1, vec!["exchange/file".to_owned()]));
    assert!(read(&fixture, &file).contains("Buenos días"));
    assert_eq!(ran(&fixture, &["export", "es", "--format", "csv", "--replace"]).code, 0);
    assert!(read(&fixture, &file).contains("Hola"));
    // The same once more is no loss.
    assert_eq!(ran(&fixture, &["export", "es", "--out", "es.csv"]).code, 0);
}

#[test]
fn a_leaflet_s_texts_may_go_alone() {
    let fixture = Fixture::with_gaps(&[]);
    let run = ran(&fixture, &["export", "fr", "--leaflet", "card", "--out", "card.po"]);
    assert_eq!(run.code, 0, "{}", run.talk);
    let text = read(&fixture, "card.po");
    assert!(text.contains("card-help-heading") && !text.contains("law-heading"), "{text}");
}

/// The project that files of other tools are of.
fn of_others() -> Fixture {
    let fixture = |name: &str| fs::read(root().join("tests/fixture/exchange").join(name)).unwrap();
    Fixture::empty()
        .file("polyleaf.toml", fixture("polyleaf.toml"))
        .file("layouts/page.toml", include_str!("fixture/page.toml"))
        .file("locales/en/text.ftl", fixture("en.ftl"))
        .file("locales/ru/text.ftl", fixture("ru.ftl"))
}

#[test]
fn files_of_other_tools_are_read() {
    let russian = fs::read_to_string(root().join("tests/fixture/exchange/ru.ftl")).unwrap();
    let greeted = russian.replace("Привет", "Здравствуйте");
    let more = "\nmore = Мы сказали «нет»; и потом = ничего.\n";
    for (name, counted) in [
        ("po2xliff.xliff", [1, 2, 5, 0, 0]),
        ("xliff2po.po", [1, 2, 5, 0, 0]),
        ("pomerge.po", [1, 2, 5, 0, 0]),
        ("msgcat.po", [1, 2, 5, 0, 0]),
        ("msgmerge.po", [1, 2, 5, 0, 0]),
        ("toolkit.csv", [1, 1, 6, 0, 0]),
        ("toolkit.xlf", [1, 1, 6, 0, 0]),
        ("toolkit2.xlf", [1, 1, 6, 0, 0]),
        ("openpyxl.xlsx", [1, 1, 6, 0, 0]),
        ("libreoffice.xlsx", [1, 1, 6, 0, 0]),
        ("libreoffice.csv", [1, 1, 6, 0, 0]),
        ("weblate.xliff", [1, 1, 0, 1, 0]),
        ("pontoon.xliff", [1, 1, 1, 1, 0]),
        // A text that is marked as not done is left.
        ("poedit.po", [0, 2, 2, 0, 1]),
    ] {
        let file = root().join("tests/fixture/exchange").join(name);
        let fixture = of_others();
        let run = ran(&fixture, &["import", file.to_str().unwrap(), "--locale", "ru"]);
        assert_eq!((run.code, counts(&run)), (0, counted), "{name} {:?} {}", run.problems(), run.talk);
        let mut expected = greeted.clone();
        if counted[1] == 2 {
            expected = expected.replace("яблока", "яблочка");
        }
        let text = read(&fixture, "locales/ru/text.ftl");
        assert!(text.starts_with(&expected), "{name} {text}");
        assert_eq!(text[expected.len()..].contains(more), counted[0] == 1, "{name} {text}");
    }
}

#[test]
fn plural_forms_that_a_tool_dropped_are_told() {
    for name in ["po2csv.csv", "csv2po.po"] {
        let file = root().join("tests/fixture/exchange").join(name);
        let run = ran(&of_others(), &["import", file.to_str().unwrap(), "--locale", "ru"]);
        assert_eq!((run.code, counts(&run)), (1, [1, 1, 4, 0, 1]), "{name}");
        assert!(run.problems()[0].starts_with("exchange/case"), "{:?}", run.problems());
    }
}

/// A workbook with one row, whose translation is written by `put`.
fn sheet(put: impl Fn(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(["id", "translation"]) {
        sheet.write_string(0, column, heading).unwrap();
    }
    sheet.write_string(1, 0, "heading").unwrap();
    sheet.write_string(2, 0, "call").unwrap();
    put(sheet);
    book.save_to_buffer().unwrap()
}

#[test]
fn cells_that_hold_no_text_are_told_by_their_names() {
    let date = ExcelDateTime::from_ymd(2026, 5, 1).unwrap();
    let format = Format::new().set_num_format("yyyy-mm-dd");
    let plain = Format::new();
    for (file, told) in [
        (
            sheet(|sheet| {
                sheet.write_with_format(1, 1, &date, &format).unwrap();
            }),
            "a date or a time",
        ),
        (
            sheet(|sheet| {
                sheet.write_boolean(1, 1, true).unwrap();
            }),
            "a truth value",
        ),
        (
            sheet(|sheet| {
                sheet.merge_range(0, 1, 1, 1, "translation", &plain).unwrap();
            }),
            "cells are merged",
        ),
    ] {
        let fixture = Fixture::new().file("es.xlsx", file);
        let run = ran(&fixture, &["import", "es.xlsx"]);
        assert_eq!((run.code, run.problems().len()), (1, 1), "{told} {:?}", run.problems());
        let told_so = run.lines[0].to_string();
        assert!(told_so.contains(told) && told_so.contains("cell B2"), "{told}: {told_so}");
    }
    // A number is the text that it shows.
    let fixture = Fixture::new().file(
        "es.xlsx",
        sheet(|sheet| {
            sheet.write_number(1, 1, 42).unwrap();
        }),
    );
    let run = ran(&fixture, &["import", "es.xlsx"]);
    assert_eq!((run.code, counts(&run)), (0, [0, 1, 0, 1, 0]), "{:?}", run.problems());
    assert!(read(&fixture, "locales/es/text.ftl").contains("heading = 42\n"));
}

#[test]
fn files_that_are_not_read_are_told_with_what_to_do() {
    let windows: Vec<u8> = "context,target\nheading,Dí\n".chars().map(|c| u8::try_from(c).unwrap()).collect();
    let wide: Vec<u8> = "context,target\nheading,Dí\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let ods = b"PK\x03\x04\x14\0\0\x08\0\0\0\0\0\0\0\0\0\0.\0\0\0.\0\0\0\x08\0\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet";
    for (name, bytes, help) in [
        ("es.csv", windows, "CSV UTF-8"),
        ("es.csv", wide, "CSV UTF-8"),
        ("es.ods", ods.to_vec(), "XLSX"),
        ("es.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), "XLSX"),
        ("es.xlsx", b"PK\x03\x04 and nothing".to_vec(), "again"),
        ("es.pdf", b"%PDF-1.7".to_vec(), "XLSX"),
        ("es.csv", Vec::new(), "id"),
        ("es.xlf", b"<html></html>".to_vec(), "XLIFF"),
    ] {
        let fixture = Fixture::new().file(name, bytes);
        let run = ran(&fixture, &["import", name, "-l", "es"]);
        let told = run.problems();
        assert!(run.code == 1 && told.len() == 1 && told[0].starts_with("exchange/file"), "{name} {told:?}");
        assert!(run.lines[0]["help"].as_str().unwrap().contains(help), "{:?}", run.lines);
    }
    let run = ran(&Fixture::new(), &["import", "nowhere.csv"]);
    assert_eq!(run.problems(), ["exchange/file"]);
}

#[test]
fn the_language_is_the_file_s_own() {
    for (name, text, arguments, code) in [
        ("es.csv", "context,target\nheading,Hola\n", &[][..], 0),
        ("card-es.csv", "context,target\nheading,Hola\n", &[], 0),
        ("es-card.csv", "context,target\nheading,Hola\n", &[], 0),
        ("texts.csv", "context,target\nheading,Hola\n", &[], 2),
        ("texts.csv", "context,target\nheading,Hola\n", &["-l", "spanish"], 0),
        ("texts.csv", "context,target (es)\nheading,Hola\n", &[], 0),
        ("texts.csv", "context,target (es-419)\nheading,Hola\n", &[], 0),
        ("es.csv", "context,target (vi)\nheading,Hola\n", &[], 1),
        ("es.csv", "context,target (ko)\nheading,Hola\n", &["-l", "es"], 1),
        ("es.csv", "context,target\nheading,Hola\n", &["-l", "ko"], 2),
    ] {
        let fixture = Fixture::new().file(name, text);
        let run = ran(&fixture, &[&["import", name], arguments].concat());
        assert_eq!(run.code, code, "{name} {text} {arguments:?} {:?}", run.problems());
    }
}

#[test]
fn several_files_are_one_import() {
    let fixture = Fixture::new()
        .file("one.csv", "context,target\nheading,Buenos días\n")
        .file("two.csv", "context,target\nbody,Un <strong>texto.\n");
    let before = read(&fixture, "locales/es/text.ftl");
    let run = ran(&fixture, &["import", "one.csv", "two.csv", "-l", "es", "--take", "file"]);
    assert_eq!((run.code, run.problems()), (1, vec!["markup/unclosed two.csv:2:6".to_owned()]));
    assert_eq!(read(&fixture, "locales/es/text.ftl"), before);
    let fixture = fixture.file("two.csv", "context,target\nbody,Un <strong>texto</strong>.\n");
    let run = ran(&fixture, &["import", "one.csv", "two.csv", "-l", "es", "--take", "file"]);
    assert_eq!((run.code, run.problems()), (0, vec![]));
    let after = read(&fixture, "locales/es/text.ftl");
    assert!(after.starts_with("heading = Buenos días\nbody = Un <strong>texto</strong>.\n"), "{after}");
}

#[test]
fn lines_that_start_as_cases_and_parts_do_are_text() {
    let fixture = Fixture::new().file(
        "es.csv",
        "context,target\nbody,\"Un <strong>texto</strong>\n\n[corto]\n*de\n.un\n\n'=párrafo\"\nheading,'=1+1\n",
    );
    let run = ran(&fixture, &["import", "es.csv"]);
    assert_eq!(run.code, 0, "{:?}", run.problems());
    let text = read(&fixture, "locales/es/text.ftl");
    let body = "body = Un <strong>texto</strong>\n\n    {\"[\"}corto]\n    {\"*\"}de\n    {\".\"}un\n\n    '=párrafo\n";
    assert!(text.contains(body) && text.contains("heading = =1+1\n"), "{text}");
    // And they go out and come back as they are.
    for format in FORMATS {
        let file = exported(&fixture, format);
        let run = ran(&fixture, &["import", &file]);
        assert_eq!((run.code, counts(&run)), (0, [0, 0, 3, 0, 0]), "{format}");
        assert_eq!(read(&fixture, "locales/es/text.ftl"), text, "{format}");
    }
}

#[test]
fn what_a_format_can_t_hold_is_no_change() {
    let odd = "heading = Ho\u{2028}la\u{1}\tque\u{A0}tal\u{FEFF}\nbody = Un   <strong>texto</strong>\n  corto\n\n\n\n  y   más.\n";
    let fixture = Fixture::new().file("locales/es/text.ftl", odd);
    for format in FORMATS {
        let file = exported(&fixture, format);
        let run = ran(&fixture, &["import", &file]);
        assert_eq!((run.code, counts(&run)), (0, [0, 0, 2, 1, 0]), "{format} {:?}", run.lines);
        assert_eq!(read(&fixture, "locales/es/text.ftl"), odd, "{format}");
    }
}

#[test]
fn a_language_from_the_right_has_a_sheet_from_the_right() {
    let fixture = Fixture::right_to_left();
    assert_eq!(ran(&fixture, &["export", "ar", "--out", "ar.xlsx"]).code, 0);
    let bytes = fs::read(fixture.path().join("ar.xlsx")).unwrap();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut sheet = String::new();
    archive.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut sheet).unwrap();
    for told in ["rightToLeft=\"1\"", "<sheetProtection sheet=\"1\"", "ySplit=\"1\"", "state=\"frozen\""] {
        assert!(sheet.contains(told), "{told}: {sheet}");
    }
}
