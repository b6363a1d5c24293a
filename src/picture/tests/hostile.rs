//! Files that are made to do harm: each is refused in a line that says why, before it costs memory or time.

use std::time::{Duration, Instant};

use super::files::{Kind, crc, jpeg, png, segment};
use crate::picture::open;

fn svg(inside: &str) -> Vec<u8> {
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{inside}</svg>"#
    )
    .into_bytes()
}

/// A PNG's header with another size; its sum is put right.
fn resized(mut file: Vec<u8>, width: u32, height: u32) -> Vec<u8> {
    file[16..20].copy_from_slice(&width.to_be_bytes());
    file[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc(&file[12..29]);
    file[29..33].copy_from_slice(&sum.to_be_bytes());
    file
}

/// A JPEG whose frame gives another size.
fn large(size: [u8; 4]) -> Vec<u8> {
    let mut file = jpeg(&[[0; 4]], 3);
    let frame = file.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    file[frame + 5..frame + 9].copy_from_slice(&size);
    file
}

fn drawings() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let laughs = r#"<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>"#;
    let outside = r#"<!DOCTYPE svg SYSTEM "file:///etc/passwd"><svg xmlns="http://www.w3.org/2000/svg"/>"#;
    let groups: String = (1..12)
        .map(|level| {
            let uses = format!("<use href=\"#g{}\"/>", level - 1).repeat(10);
            format!("<g id=\"g{level}\">{uses}</g>")
        })
        .collect();
    let bomb = format!("<path id=\"g0\" d=\"M0 0h9v9z\"/>{groups}");
    let markers = format!(
        "<marker id=\"m\">{}</marker><path style=\"marker-mid:url(#m)\" d=\"M0 0{}\"/>",
        "<path d=\"M0 0h1v1z\"/>".repeat(100),
        "h1".repeat(1_000)
    );
    vec![
        ("entities", laughs.into(), "DOCTYPE"),
        ("a DTD elsewhere", outside.into(), "draws nothing"),
        ("deep groups", svg(&"<g>".repeat(100_000)), "deep"),
        ("deep groups that close", svg(&("<g>".repeat(500) + &"</g>".repeat(500))), "deep"),
        ("uses of uses", svg(&bomb), "elements"),
        ("a use of itself", svg(r##"<g id="a"><use xlink:href="#a"/></g>"##), "itself"),
        ("many elements", svg(&"<path d=\"M0 0h1v1z\"/>".repeat(60_000)), "elements"),
        (
            "a picture elsewhere",
            svg(r#"<image xlink:href="http://example.org/a.png"/>"#),
            "http://example.org",
        ),
        ("a file elsewhere", svg(r#"<use href="/etc/passwd#a"/>"#), "/etc/passwd"),
        ("a script", svg("<script>alert(1)</script>"), "<script>"),
        ("namespaces without end", svg(&"<g xmlns:a=\"b\"/>".repeat(8_000)), "xmlns"),
        ("attributes without end", svg(&format!("<g {}/>", "a=\"b\" ".repeat(8_000))), "attributes"),
        ("markers without end", svg(&markers), "elements"),
        ("steps without end", svg(&format!("<path d=\"M0 0{}\"/>", "h1v1".repeat(200_000))), "points"),
        (
            "arcs without end",
            svg(&format!("<path d=\"M0 0{}\"/>", "a9 9 0 1 0 1 1z".repeat(390_000))),
            "points",
        ),
        ("corners without end", svg(&format!("<polygon points=\"{}\"/>", "1 2 ".repeat(300_000))), "points"),
        ("steps of many", svg(&format!("<path d=\"M0 0{}\"/>", "h1v1".repeat(20_000)).repeat(8)), "points"),
        ("numbers without end", svg("<path d=\"M0 0L1e308 1e308L-1e308 9z\"/>"), ""),
    ]
}

fn pixels() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let dot = png(Kind::Grey, &[0]);
    let photo = jpeg(&[[9, 9, 9, 9]], 3);
    let arithmetic: Vec<u8> = {
        let mut file = photo.clone();
        let frame = file.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
        file[frame + 1] = 0xC9;
        file
    };
    let scans: Vec<u8> = {
        let scan = photo.windows(2).position(|pair| pair == [0xFF, 0xDA]).unwrap();
        let mut file = photo[..photo.len() - 2].to_vec();
        for _ in 0..100 {
            file.extend(&photo[scan..photo.len() - 2]);
        }
        [file, vec![0xFF, 0xD9]].concat()
    };
    let three = photo.len() - 3;
    vec![
        ("nothing", Vec::new(), "no SVG, PNG or JPEG"),
        ("a program", b"MZ\x90\0\x03".to_vec(), "no SVG, PNG or JPEG"),
        ("a huge file", vec![b'<'; (32 << 20) + 1], "MB"),
        ("a PNG that says it is huge", resized(dot.clone(), 0x7FFF_FFFF, 0x7FFF_FFFF), "million"),
        ("a PNG of one long row", resized(dot.clone(), 1 << 20, 1), "million"),
        ("a PNG of no pixels", resized(dot.clone(), 0, 1), ""),
        ("a PNG that holds less than it says", resized(dot.clone(), 4000, 4000), "cut short"),
        ("half a PNG", dot[..dot.len() / 2].to_vec(), "cut short"),
        ("a PNG's mark alone", dot[..8].to_vec(), "cut short"),
        ("a JPEG that says it is huge", large([0xFF; 4]), "million"),
        ("a JPEG of no pixels", large([0, 0, 0, 8]), "pixels"),
        ("a JPEG that holds less than it says", large([0x10, 0, 0x10, 0]), "cut short"),
        ("half a JPEG", photo[..photo.len() / 2].to_vec(), "cut short"),
        ("a JPEG without its end", photo[..three].to_vec(), "cut short"),
        (
            "a JPEG of tables alone",
            [&b"\xFF\xD8"[..], &segment(0xFE, b"x"), b"\xFF\xD9"].concat(),
            "cut short",
        ),
        ("a JPEG coded in a rare way", arithmetic, "plain JPEG"),
        ("a JPEG of many passes", scans, "passes"),
        ("a JPEG without steps", without_steps(), "damaged"),
        ("a JPEG of five channels", jpeg_of_five(), "channels"),
    ]
}

/// A JPEG with a table of quantisation of which one step is 0.
fn without_steps() -> Vec<u8> {
    let mut file = jpeg(&[[9, 9, 9, 9]], 3);
    let table = file.windows(2).position(|pair| pair == [0xFF, 0xDB]).unwrap();
    file[table + 5 + 40] = 0;
    file
}

fn jpeg_of_five() -> Vec<u8> {
    let mut file = jpeg(&[[0; 4]], 4);
    let frame = file.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    let body = [8, 0, 8, 0, 8, 5, 1, 17, 0, 2, 17, 0, 3, 17, 0, 4, 17, 0, 5, 17, 0];
    let old = 2 + usize::from(file[frame + 3]);
    file.splice(frame..frame + old, segment(0xC0, &body));
    file
}

#[test]
fn hostile_files_are_refused_at_once_and_in_one_line() {
    for (name, file, word) in drawings().into_iter().chain(pixels()) {
        let started = Instant::now();
        let refused = open(&file).expect_err(name).to_string();
        assert!(refused.contains(word) && !refused.contains('\n'), "{name}: {refused}");
        assert!(started.elapsed() < Duration::from_secs(5), "{name} took {:?}", started.elapsed());
    }
}
