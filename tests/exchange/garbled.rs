//! Texts that an encoding spoilt on their way: they are refused, as one thing, and nothing is written.

use super::{counts, many_things, ran, read};
use crate::support::{Fixture, Run};

const SPANISH: &str = "locales/es/text.ftl";

/// Imports a table with these translations of the heading and the body.
fn imported(heading: &str, body: &str) -> (Run, bool) {
    let table = format!("id,translation\nheading,{heading}\nbody,{body}\n");
    let fixture = Fixture::new().file("es.csv", table);
    let before = read(&fixture, SPANISH);
    let run = ran(&fixture, &["import", "es.csv", "--take", "file"]);
    let is_kept = read(&fixture, SPANISH) == before;
    (run, is_kept)
}

#[test]
fn letters_that_an_encoding_lacks_are_told_once_for_all_texts() {
    for (heading, body, cell) in [
        ("Ti?ng Vi?t", "<strong>?i?n tho?i</strong> cho ch?ng t?i", "cell B2"),
        ("?????? ???", "<strong>????????</strong> ????? ? ???????", "cell B2"),
        ("Hello", "<strong>P?íliš</strong> žlu?ou?ký k??", "cell B3"),
        ("Buenas", "<strong>Un texto</strong> corto de un p\u{FFFD}rrafo.", "cell B3"),
    ] {
        let (run, is_kept) = imported(heading, body);
        let told = run.problems();
        let is_told = told.len() == 1 && told[0].starts_with("text/encoding es.csv:");
        assert!(run.code == 1 && is_told && is_kept, "{heading}: {told:?}");
        assert!(run.lines[0].to_string().contains(cell), "{:?}", run.lines[0]);
        assert!(run.lines[0]["help"].as_str().unwrap().contains("XLSX"), "{:?}", run.lines[0]);
    }
}

#[test]
fn letters_that_were_read_as_others_are_told_once_for_all_texts() {
    for (heading, body) in [
        ("Buenos dÃ\u{AD}as", "<strong>Un texto</strong> corto de un pÃ¡rrafo."),
        ("à¸ªà¸§à¸±à¸ªà¸”à¸µ", "<strong>Tiáº¿ng Viá»‡t</strong>."),
    ] {
        let (run, is_kept) = imported(heading, body);
        let told = run.problems();
        assert!(run.code == 1 && is_kept && told == ["text/encoding es.csv:2:9"], "{heading}: {told:?}");
        assert!(run.lines[0].to_string().contains("in 2 texts"), "{:?}", run.lines[0]);
    }
}

#[test]
fn letters_without_their_marks_are_told() {
    let fixture = Fixture::new()
        .file(SPANISH, "heading = Ñandú está aquí\nbody = x\n")
        .file("es.csv", "id,translation\nheading,Nandu esta aqui\n");
    let run = ran(&fixture, &["import", "es.csv", "--take", "file"]);
    assert_eq!((run.code, run.problems()), (1, vec!["text/encoding es.csv:2:9".to_owned()]));
    assert!(read(&fixture, SPANISH).starts_with("heading = Ñandú"));
}

#[test]
fn a_file_in_another_script_is_refused_as_one_thing() {
    let fixture = many_things();
    let before = read(&fixture, SPANISH);
    let thai = "id,translation\n-clinic,คลินิก\nheading,สวัสดี\nbody,\"<strong>ข้อความ</strong>สั้นๆ\n\nโดย { -clinic }\"\n";
    let fixture = fixture.file("es.csv", thai);
    let run = ran(&fixture, &["import", "es.csv", "--take", "file"]);
    assert_eq!(
        (run.code, run.problems(), counts(&run)),
        (1, vec!["text/script es.csv:2:9".to_owned()], [0, 0, 0, 0, 3])
    );
    assert_eq!(read(&fixture, SPANISH), before);
    // Of one text among others it is a warning, as `check` has it.
    let fixture = fixture.file("es.csv", "id,translation\nheading,สวัสดี\n");
    let run = ran(&fixture, &["import", "es.csv", "--take", "file"]);
    assert_eq!((run.code, run.problems()), (0, vec!["text/script es.csv:2:9".to_owned()]));
    assert_eq!(ran(&fixture, &["check", "es"]).problems(), ["text/script locales/es/text.ftl:11:15"]);
}

#[test]
fn question_marks_that_are_meant_are_taken() {
    for heading in ["¿Qué? ¿Y tú?", "Mira example.org/?a=b", "¿De verdad???"] {
        let (run, is_kept) = imported(heading, "<strong>Un</strong> texto.");
        assert!(run.code == 0 && !is_kept, "{heading} {:?}", run.problems());
    }
}

/// A question mark that ends a sentence has no space after it where words have none between them.
#[test]
fn a_question_amid_letters_without_capitals_is_none_of_them() {
    let fixture = Fixture::new()
        .file("locales/zh-Hans/text.ftl", "heading = 你好\n")
        .file("zh.csv", "id,translation\nheading,你好吗?我很好\n");
    let run = ran(&fixture, &["import", "zh.csv", "-l", "zh-Hans", "--take", "file"]);
    assert_eq!((run.code, counts(&run)), (0, [0, 1, 0, 0, 0]), "{:?}", run.lines);
}

#[test]
fn a_language_of_two_scripts_is_named_by_that_which_is_meant() {
    const LATIN: [&str; 3] =
        ["Dobar dan svima koji čitaju", "Ovo je kratak tekst", "Pozovite nas kad god hoćete"];
    let cyrillic = "heading = Добар дан\nbody = Ово је <strong>текст</strong>\ncall = <a data-l10n-name=\"phone\">{ $phone }</a>\n";
    let [heading, body, call] = LATIN;
    let texts = format!(
        "id,translation\nheading,{heading}\nbody,<strong>{body}</strong>\ncall,\"{call} <a data-l10n-name=\"\"phone\"\">{{ $phone }}</a>\"\n"
    );
    let fixture = Fixture::new().file("locales/sr/text.ftl", cyrillic).file("sr.csv", texts);
    let run = ran(&fixture, &["import", "sr.csv", "--take", "file", "-l", "sr"]);
    let is_told = |run: &Run| {
        let told = run.lines.iter().find(|line| line["code"] == "text/script").unwrap();
        let message = told["message"].as_str().unwrap();
        assert!(
            message.contains("Latin letters, and the folder sr is of Serbian in Cyrillic letters"),
            "{told}"
        );
        assert!(
            told["help"].as_str().unwrap().starts_with("name it sr-Latn if Latin letters are meant; else"),
            "{told}"
        );
    };
    assert_eq!(run.code, 1);
    is_told(&run);
    let latin = format!("heading = {heading}\nbody = Текст\n");
    let fixture = fixture.file("locales/sr/text.ftl", latin);
    is_told(&ran(&fixture, &["check", "sr"]));
}
