//! Small files whose lines are read in another order than they stand in, and those that only seem so.

use std::collections::BTreeSet;

use super::{Sample, examined, found, put, stream};
use crate::color::Profile;
use crate::preflight::Check;
use crate::preflight::tests::small::messages;

/// A line of pieces, each with its text and its place in the order of reading: glyph 1 is `x`, 2 is `y`, 3 is an Arabic letter.
fn line(pieces: &[(&str, usize)]) -> Sample {
    Sample::press().with(|s| {
        // Set at once, so that each starts where the one before it ends, whatever the width of the glyphs.
        s.content = "BT 0 0 0 1 k /F1 12 Tf 100 700 Td ".to_owned();
        for (piece, (text, _)) in pieces.iter().enumerate() {
            let codes: String = text.chars().map(|glyph| format!("000{glyph}")).collect();
            s.content.push_str(&format!("/Span<</MCID {piece}>>BDC <{codes}> Tj EMC "));
        }
        s.content.push_str("ET");
        let mut order: Vec<usize> = (0..pieces.len()).collect();
        order.sort_by_key(|piece| pieces[*piece].1);
        let kids: Vec<String> = order.iter().map(usize::to_string).collect();
        put(&mut s.element, "/K 0", &format!("/K[{}]", kids.join(" ")));
        s.more.push(b"null".to_vec());
        let map = b"3 beginbfchar <0001> <0078> <0002> <0079> <0003> <0627> endbfchar";
        s.more.push(stream("", map));
        put(&mut s.font, "/ToUnicode 12 0 R", "/ToUnicode 14 0 R");
    })
}

#[test]
fn a_line_that_is_read_from_the_right_is_found_with_its_page_and_words() {
    let wrong = examined(&line(&[("1", 0), ("22", 2), ("1", 1)]), Profile::Press);
    assert_eq!(found(&wrong), BTreeSet::from(["tag/order"]), "{:#?}", wrong.findings);
    assert_eq!(wrong.findings[0].page, Some(1));
    let sentence = "“yy” stands before “x” on a line, but screen readers read it after that";
    assert_eq!(messages(&wrong, Check::Order), [sentence]);
    let right = examined(&line(&[("1", 0), ("22", 1), ("1", 2)]), Profile::Press);
    assert_eq!(found(&right), BTreeSet::new(), "{:#?}", right.findings);
}

#[test]
fn a_line_that_is_written_from_the_right_is_not_judged() {
    for pieces in [&[("3", 2), ("33", 1), ("3", 0)][..], &[("1", 1), ("2", 0), ("3", 2)]] {
        let report = examined(&line(pieces), Profile::Press);
        assert_eq!(found(&report), BTreeSet::new(), "{:#?}", report.findings);
    }
}

#[test]
fn words_whose_place_is_not_known_are_not_judged() {
    // Without widths nobody knows where the second piece starts.
    let sample =
        line(&[("1", 1), ("2", 0)]).with(|s| put(&mut s.font, "/Encoding/Identity-H", "/Encoding/Odd"));
    assert!(!found(&examined(&sample, Profile::Press)).contains("tag/order"));
    let sample = line(&[("1", 1), ("2", 0)]);
    assert!(found(&examined(&sample, Profile::Press)).contains("tag/order"));
}
