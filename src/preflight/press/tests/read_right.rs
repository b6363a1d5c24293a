//! What is read of a file before it is held against a press: how it is folded, which bleed it is for, what it claims.

use super::{Sheets, lying, with_content, words};
use crate::preflight::press::{Verdict, Wish};

#[test]
fn sheets_that_are_not_folded_so_are_not_held_against_folds() {
    let rows = "folds.letter.a4 = [\"100mm\", \"100mm\", \"97mm\"]";
    let has_line = |sheets: Sheets| sheets.lines(rows).iter().any(|line| line.wish == Wish::Folds);
    let over = words(270.0, 300.0, 10.0, "over a fold");
    let right = words(560.0, 300.0, 10.0, "over a fold");
    let middle = words(410.0, 300.0, 10.0, "over the middle");
    assert!(has_line(with_content(&format!("{over}{right}{middle}")).with(lying)));
    // Folded in half.
    assert!(!has_line(with_content(&format!("{over}{right}")).with(lying)));
    // Upright.
    assert!(!has_line(with_content(&over)));
}

#[test]
fn of_several_bleeds_the_nearest_is_wanted() {
    let bleed = |rows: &str| {
        let lines = Sheets::new().lines(rows);
        let line = lines.iter().find(|line| line.wish == Wish::Bleed).unwrap();
        (line.verdict, line.wanted.clone())
    };
    let wanted = |mm: &str| format!("{mm} mm on all sides");
    assert_eq!(bleed("bleed = { default = \"1mm\", page = \"3mm\" }"), (Verdict::Met, wanted("3.00")));
    assert_eq!(bleed("bleed = { page = \"5mm\" }"), (Verdict::Met, wanted("3.00")));
    assert_eq!(bleed("bleed = { default = \"5mm\", page = \"4mm\" }"), (Verdict::Missed, wanted("4.00")));
}

#[test]
fn the_conformance_of_xmp_is_the_standard() {
    let xmp = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
        <rdf:Description xmlns:pdfx=\"http://ns.adobe.com/pdfx/1.3/\"><pdfx:GTS_PDFXVersion>PDF/X-1:2001</pdfx:GTS_PDFXVersion>\
        <pdfx:GTS_PDFXConformance>PDF/X-1a:2001</pdfx:GTS_PDFXConformance></rdf:Description></rdf:RDF></x:xmpmeta>";
    let told = |xmp: &str| {
        let sheets = Sheets::new().with(|s| {
            s.info.clear();
            s.catalog.push_str("/Metadata 7 0 R");
            s.extra =
                format!("<</Type/Metadata/Subtype/XML/Length {}>>\nstream\n{xmp}\nendstream", xmp.len());
        });
        let lines = sheets.lines("standard = \"x-1a:2001\"");
        let line = lines.into_iter().find(|line| line.wish == Wish::Standard).unwrap();
        (line.verdict, line.found)
    };
    assert_eq!(told(xmp), (Verdict::Met, "PDF/X-1a:2001".to_owned()));
    let other = xmp.replace("PDF/X-1a", "PDF/X-1");
    assert_eq!(told(&other), (Verdict::Missed, "PDF/X-1:2001".to_owned()));
}
