//! Texts that go out and come back: what is written, and that nothing else is.

use std::fs;
use std::io::{Cursor, Read};

use polyleaf::{ExchangeFormat, Export, Import, Imported, Project};
use zip::ZipArchive;

use super::{FORMATS, SPANISH, counts, exported, many_things, ran, read, repacked, rewritten};
use crate::support::{Fixture, LOCALES, names, root};

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
                for (source, target) in [("Hello", "Buenas"), ("An apple.", "Una.")] {
                    let empty = format!("<source>{source}</source>\n        <target>");
                    rewritten(&fixture, &file, &empty, &format!("{empty}{target}"));
                }
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
