//! The shipped translations say what the English says, as far as a program can tell.

use std::collections::BTreeMap;
use std::fs;

use crate::support::{LOCALES, root};

/// Messages of the factsheet, the card and the zine by id as written, their lines joined.
fn messages(locale: &str) -> BTreeMap<String, String> {
    let read = |name| fs::read_to_string(root().join(format!("locales/{locale}/{name}.ftl"))).unwrap();
    let text = ["factsheet", "card", "zine"].map(read).join("\n");
    let mut messages: BTreeMap<String, String> = BTreeMap::new();
    let mut current = None;
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match line.split_once(" =").filter(|(id, _)| !id.contains(' ') && !id.is_empty()) {
            Some((id, value)) => {
                current = Some(id.to_owned());
                messages.insert(id.to_owned(), value.to_owned());
            }
            None => {
                if let Some(id) = &current {
                    messages.get_mut(id).unwrap().push_str(&format!("\n{line}"));
                }
            }
        }
    }
    messages
}

fn pieces(text: &str, start: char, end: char) -> Vec<&str> {
    let mut pieces: Vec<&str> = text.split(start).skip(1).filter_map(|rest| rest.split(end).next()).collect();
    pieces.sort_unstable();
    pieces
}

fn numbers(text: &str) -> Vec<&str> {
    let plain = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let mut numbers: Vec<&str> = plain.collect();
    numbers.sort_unstable();
    numbers
}

#[test]
fn every_locale_has_the_same_messages_variables_tags_and_numbers() {
    let english = messages("en");
    assert_eq!(english.len(), 83);
    for locale in LOCALES {
        let translated = messages(locale);
        let ids: Vec<&String> = translated.keys().collect();
        assert_eq!(ids, english.keys().collect::<Vec<_>>(), "{locale}");
        for (id, text) in &english {
            let other = &translated[id];
            assert_eq!(pieces(text, '{', '}'), pieces(other, '{', '}'), "{locale} {id}");
            assert_eq!(pieces(text, '<', '>'), pieces(other, '<', '>'), "{locale} {id}");
            assert_eq!(numbers(text), numbers(other), "{locale} {id}");
        }
    }
}

#[test]
fn names_have_their_established_form() {
    let established = [
        (
            "fr",
            &["Loi sur l’immigration et la protection des réfugiés", "LIPR", "Code criminel", "LPCPVE"][..],
        ),
        ("zh-Hans", &["移民及难民保护法", "刑事法典", "保护社区及被剥削者法", "加拿大边境服务局", "迁蝶"]),
        ("zh-Hant", &["移民及難民保護法", "刑事法典", "保護社區及被剝削者法", "加拿大邊境服務局", "遷蝶"]),
        (
            "ko",
            &["이민난민보호법", "형법", "지역사회 및 착취 피해자 보호법", "캐나다 국경서비스청", "성노동자"],
        ),
        ("th", &["พระราชบัญญัติการเข้าเมืองและคุ้มครองผู้ลี้ภัย", "ประมวลกฎหมายอาญา", "พนักงานบริการ", "การค้ามนุษย์"]),
        ("es", &["Ley de Inmigración y Protección de Refugiados", "Código Penal", "trata"]),
        ("tl", &["Immigration and Refugee Protection Act", "Criminal Code"]),
    ];
    for (locale, names) in established {
        let text: String = messages(locale).into_values().collect();
        for name in names {
            assert!(text.contains(name), "{locale}: {name}");
        }
    }
    for (locale, never) in [("ko", "성매매 여성"), ("th", "โสเภณี"), ("es", "tráfico de personas")]
    {
        let text: String = messages(locale).into_values().collect();
        assert!(!text.contains(never), "{locale}: {never}");
    }
}
