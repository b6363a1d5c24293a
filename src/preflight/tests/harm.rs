//! Files that are none, and files that mean harm: each comes to an end.

use std::collections::BTreeSet;

use super::small;
use super::{Sample, examined, file, found, picture, put, stream};
use crate::color::Profile;
use crate::preflight::{Check, Examination, examine};

#[test]
fn a_file_that_is_none_has_one_finding() {
    for (bytes, reason) in [
        (b"".to_vec(), "not a PDF"),
        (b"GIF89a".to_vec(), "not a PDF"),
        (b"%PDF-1.7\nnothing".to_vec(), "damaged"),
        (file(&[b"<</Pages 2 0 R>>"], "/Encrypt<<>>"), "encrypted"),
    ] {
        let report = examine(&bytes, None, Examination::Whole);
        let [finding] = &report.findings[..] else { panic!("{report:#?}") };
        assert!(
            finding.check() == Check::Unreadable && finding.message().contains(reason),
            "{}",
            finding.message()
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
    examine(pages.as_bytes(), None, Examination::Whole);
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

#[test]
fn a_content_that_pages_share_is_held_once() {
    let data = miniz_oxide::deflate::compress_to_vec_zlib(&vec![b' '; 50 << 20], 9);
    let kids = "4 0 R ".repeat(2000);
    let pages = format!("<</Type/Pages/Kids[{kids}]/Count 2000>>");
    let leaf = "<</Type/Page/Parent 3 0 R/MediaBox[0 0 612 792]/Contents[5 0 R 5 0 R 5 0 R 5 0 R]>>";
    let mut bytes = small::file(&["<</Type/Catalog/Pages 3 0 R>>", "<<>>", &pages, leaf]);
    let end = bytes.windows(7).position(|window| window == b"trailer").unwrap();
    let head = format!("5 0 obj\n<</Filter/FlateDecode/Length {}>>\nstream\n", data.len());
    bytes.splice(end..end, [head.as_bytes(), &data, b"\nendstream\nendobj\n"].concat());
    let started = std::time::Instant::now();
    let report = small::examined(&bytes);
    assert!(small::messages(&report, Check::Unreadable).is_empty(), "{report:?}");
    // Two thousand pages of 200 MB would be 400 GB.
    assert!(started.elapsed().as_secs() < 60);
}

#[test]
fn a_picture_that_is_placed_again_and_again_is_unpacked_once() {
    let pixels = miniz_oxide::deflate::compress_to_vec_zlib(&vec![0; 44 << 20], 9);
    let sample = Sample::press().with(|s| {
        picture(s, "", b"");
        let dictionary = "/Subtype/Image/Width 3392/Height 3392/BitsPerComponent 8/ColorSpace/DeviceCMYK/Filter/FlateDecode";
        s.more[0] = stream(dictionary, &pixels);
        s.content.push_str(&" /X Do".repeat(20_000));
    });
    let started = std::time::Instant::now();
    assert!(!found(&examined(&sample, Profile::Press)).contains("file/unreadable"));
    assert!(started.elapsed().as_secs() < 10);
}

#[test]
fn a_map_that_faces_share_is_read_within_bounds() {
    let map = "1 beginbfchar <0001> <0078> endbfchar ".repeat(100_000);
    let sample = Sample::press().with(|s| {
        let face = "<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+A/Encoding/Identity-H/ToUnicode 14 0 R/DescendantFonts[<<>>]>>";
        s.more.push(b"null".to_vec());
        s.more.push(stream("", map.as_bytes()));
        s.more.extend((0..900).map(|_| face.as_bytes().to_vec()));
        let fonts: String = (0..900).map(|number| format!("/G{number} {} 0 R", number + 15)).collect();
        s.spaces = format!(">>/ExtGState<<>>/Font<<{fonts}");
        s.content.push_str(" /Artifact BMC BT");
        s.content.extend((0..900).map(|number| format!(" /G{number} 9 Tf (a) Tj")));
        s.content.push_str(" ET EMC");
    });
    let started = std::time::Instant::now();
    examined(&sample, Profile::Press);
    assert!(started.elapsed().as_secs() < 10);
}
