//! `export` and `import`: texts to translators and back, in all formats, as their users and their tools treat them.

use std::fs;
use std::io::{Cursor, Read, Write};

use polyleaf::{ExchangeFormat, Export, Import, Imported, Project};
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
