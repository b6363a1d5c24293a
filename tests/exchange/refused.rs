//! Files and texts that are refused, each with its place.

use super::{FORMATS, SPANISH, counts, exported, many_things, ran, read, rewritten};
use crate::support::Fixture;

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
fn full_width_braces_are_one_fault() {
    let fixture = Fixture::new()
        .file("es.csv", "id,translation\ncall,\"<a data-l10n-name=\"\"phone\"\">｛ $phone ｝</a>\"\n");
    let run = ran(&fixture, &["import", "es.csv", "--take", "file"]);
    assert_eq!((run.code, run.problems()), (1, vec!["fluent/unknown-variable es.csv:2:6".to_owned()]));
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
fn a_row_of_csv_that_is_parted_elsewhere_is_refused() {
    for (from, to, told) in [
        (",Hola,", ",Hola, y bien,", "more cells than the first one"),
        (",Hola,", ",\"Hola,", "quotation mark is opened and not closed"),
        ("un párrafo.\n\nY otro de { -clinic }.\"", "un párrafo.", "quotation mark is opened and not closed"),
    ] {
        let fixture = many_things();
        let file = exported(&fixture, "csv");
        rewritten(&fixture, &file, from, to);
        let run = ran(&fixture, &["import", &file, "--take", "file"]);
        assert!(run.lines[0].to_string().contains(told), "{to}: {:?}", run.lines[0]);
        assert_eq!((run.code, read(&fixture, "locales/es/text.ftl").as_str()), (1, SPANISH), "{to}");
    }
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
fn another_country_s_texts_are_taken_where_they_are_asked_for_alone() {
    let spanish = include_str!("../fixture/es.ftl");
    let portugal = |more: &[&str]| {
        let mut fixture = Fixture::new();
        for tag in [&["pt-PT"], more].concat() {
            fixture = fixture.file(&format!("locales/{tag}/text.ftl"), spanish);
        }
        fixture.file("back.csv", "context,target (pt-BR)\nheading,Bom dia\n")
    };
    let run = ran(&portugal(&[]), &["import", "back.csv", "--take", "file"]);
    assert_eq!((run.code, run.problems()), (1, vec!["exchange/language back.csv:1:9".to_owned()]));
    let help = "say --locale pt-PT to import it there all the same";
    assert!(run.lines[0]["help"].as_str().unwrap().contains(help), "{:?}", run.lines[0]);
    let run = ran(&portugal(&[]), &["import", "back.csv", "--take", "file", "--locale", "pt-PT"]);
    assert_eq!((run.code, run.problems()), (0, vec!["exchange/language back.csv:1:9".to_owned()]));
    // Of its own folder it is, and of one that says no country where there is but that.
    assert_eq!(
        ran(&portugal(&["pt-BR"]), &["import", "back.csv", "--take", "file"]).problems(),
        Vec::<String>::new()
    );
    let run = ran(
        &portugal(&["sr"]).file("back.csv", "context,target (sr-Latn)\nheading,Zdravo\n"),
        &["import", "back.csv"],
    );
    assert_eq!((run.code, run.problems()), (1, vec!["exchange/language back.csv:1:9".to_owned()]));
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
