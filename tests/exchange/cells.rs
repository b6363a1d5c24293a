//! Cells of spreadsheets that hold something else than a text.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

use super::{counts, ran, read, repacked};
use crate::support::Fixture;

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
                sheet.write_formula(1, 1, Formula::new("=A2").set_result("Hola")).unwrap();
            }),
            "a formula",
        ),
        (
            sheet(|sheet| {
                sheet.write_formula(1, 1, Formula::new("=A2").set_result("")).unwrap();
            }),
            "a formula",
        ),
        (
            sheet(|sheet| {
                sheet.write_formula(1, 1, Formula::new("=1+1").set_result("2")).unwrap();
            }),
            "a formula",
        ),
        (
            sheet(|sheet| {
                sheet.write_string(1, 1, "#REF!").unwrap();
            }),
            "the error of a formula",
        ),
        (
            sheet(|sheet| {
                sheet.write_number(1, 1, 42).unwrap();
            }),
            "a number",
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
}

/// The project with a message that is a number.
fn of_numbers(text: &str) -> Fixture {
    let with = format!("heading = {text}");
    Fixture::new().with("locales/en/text.ftl", "heading = Hello", &with)
}

#[test]
fn a_number_is_the_text_that_it_shows_where_the_text_is_a_number() {
    let file = |value: f64| {
        sheet(move |sheet| {
            sheet.write_number(1, 1, value).unwrap();
        })
    };
    let fixture = of_numbers("40").file("es.xlsx", file(42.0));
    let run = ran(&fixture, &["import", "es.xlsx"]);
    assert_eq!(counts(&run), [0, 1, 0, 1, 0], "{:?}", run.problems());
    assert!(read(&fixture, "locales/es/text.ftl").contains("heading = 42\n"));
    // What a cell does not keep: the 0 before it, and signs.
    for text in ["007", "40 %", "+1 555"] {
        let fixture = of_numbers(text).file("es.xlsx", file(7.0));
        let run = ran(&fixture, &["import", "es.xlsx"]);
        assert_eq!((run.code, counts(&run)), (1, [0, 0, 0, 1, 1]), "{text} {:?}", run.problems());
    }
}

#[test]
fn errors_of_all_kinds_are_told_and_what_stands_below_the_texts_is_not() {
    for error in ["#REF!", "#NAME?", "#N/A", "Err:508"] {
        let fixture = Fixture::new().file("es.csv", format!("id;translation\nheading;{error}\n"));
        let run = ran(&fixture, &["import", "es.csv"]);
        assert!(run.lines[0].to_string().contains("cell B2"), "{error} {:?}", run.lines);
        assert_eq!(run.code, 1);
    }
    // An error that a cell holds as such, and not as a text.
    let file = sheet(|sheet| {
        sheet.write_string(1, 1, "Buenas").unwrap();
    });
    let shown = repacked(&file, |part| {
        let cell = part.find("<c r=\"B2\"").filter(|_| part.contains("sheetData"));
        cell.map_or(part.to_owned(), |at| {
            let end = at + part[at..].find("</c>").unwrap() + 4;
            format!("{}<c r=\"B2\" t=\"e\"><v>#DIV/0!</v></c>{}", &part[..at], &part[end..])
        })
    });
    let run = ran(&Fixture::new().file("es.xlsx", shown), &["import", "es.xlsx"]);
    assert!(run.code == 1 && run.lines[0].to_string().contains("the error of a formula"), "{:?}", run.lines);
    let below = sheet(|sheet| {
        sheet.write_string(1, 1, "Buenas").unwrap();
        sheet.write_formula(4, 1, Formula::new("=COUNTA(B2:B4)").set_result("1")).unwrap();
    });
    let run = ran(&Fixture::new().file("es.xlsx", below), &["import", "es.xlsx", "--take", "file"]);
    assert_eq!((run.code, run.problems()), (0, vec![]), "{:?}", run.lines);
}

#[test]
fn cells_of_merged_regions_are_told_however_many_there_are() {
    let plain = Format::new();
    let file = sheet(|sheet| {
        sheet.merge_range(1, 1, 2, 1, "Hola", &plain).unwrap();
        sheet.merge_range(5, 0, 9, 3, "notes", &plain).unwrap();
    });
    let run = ran(&Fixture::new().file("es.xlsx", file), &["import", "es.xlsx"]);
    assert!(run.lines[0].to_string().contains("cell B3"), "{:?}", run.lines);
}
