//! Files that are none, and files that mean harm: each comes to an end.

use std::collections::BTreeSet;

use super::{Sample, examined, file, found, picture, put, stream};
use crate::color::Profile;
use crate::preflight::{Check, Scope, examine};

#[test]
fn a_file_that_is_none_has_one_finding() {
    for (bytes, reason) in [
        (b"".to_vec(), "not a PDF"),
        (b"GIF89a".to_vec(), "not a PDF"),
        (b"%PDF-1.7\nnothing".to_vec(), "damaged"),
        (file(&[b"<</Pages 2 0 R>>"], "/Encrypt<<>>"), "encrypted"),
    ] {
        let report = examine(&bytes, None, Scope::Whole);
        let [finding] = &report.findings[..] else { panic!("{report:#?}") };
        assert!(
            finding.check == Check::Unreadable && finding.message.contains(reason),
            "{}",
            finding.message
        );
    }
}

#[test]
fn forms_that_call_each_other_come_to_an_end() {
    let form = |calls: &str| stream("/Subtype/Form/Resources<</XObject<</X 13 0 R>>>>", calls.as_bytes());
    let sample = Sample::press().with(|s| {
        s.more.push(form(&"/X Do ".repeat(500)));
        s.content.push_str(" /Artifact BMC /X Do EMC");
    });
    let started = std::time::Instant::now();
    assert_eq!(found(&examined(&sample, Profile::Press)), BTreeSet::new());
    assert!(started.elapsed().as_secs() < 5);
}

#[test]
fn trees_that_are_rings_come_to_an_end() {
    let ring = Sample::press().with(|s| put(&mut s.element, "/K 0", "/K[0 9 0 R 9 0 R 8 0 R]"));
    assert!(!found(&examined(&ring, Profile::Press)).contains("tag/tagged"));
    let pages = String::from_utf8_lossy(&Sample::press().bytes()).replace("/Kids[4 0 R]", "/Kids[3 0 R]");
    examine(pages.as_bytes(), None, Scope::Whole);
}

#[test]
fn nesting_without_end_comes_to_an_end() {
    for open in ["[", "<<", "<</A", "(", "q ", "BT ", "[<</A"] {
        let sample = Sample::press().with(|s| s.content.push_str(&open.repeat(200_000)));
        examined(&sample, Profile::Press);
        let sample = Sample::press().with(|s| s.catalog.push_str(&format!("/X {}", open.repeat(200_000))));
        examined(&sample, Profile::Press);
    }
}

#[test]
fn a_picture_that_says_it_is_huge_is_not_unpacked() {
    let frame = b"\xFF\xD8\xFF\xC0\0\x14\x08\xFF\xFF\xFF\xFF\x04\x01\x11\0\x02\x11\0\x03\x11\0\x04\x11\0\xFF\xDA\0\x02";
    for dictionary in ["/Width 65535/Height 65535", "/Width 8/Height 8", "/Width 999999999/Height 999999999"]
    {
        let sample = Sample::press().with(|s| {
            picture(s, "", b"");
            s.more[0] =
                stream(&format!("/Subtype/Image/ColorSpace/DeviceCMYK/Filter/DCTDecode{dictionary}"), frame);
        });
        assert!(found(&examined(&sample, Profile::Press)).contains("picture/unmeasured"));
    }
}
