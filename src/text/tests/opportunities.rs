//! Where lines may end, in the field's notation: `|` at each place.

use crate::content::{Mark, RichText};
use crate::font::Variant;
use crate::frame::LineEnd;
use crate::geom::Em;
use crate::script::Typography;
use crate::style::ParagraphStyle;
use crate::text::Shaper;
use crate::text::breaks::BreakClass;
use crate::text::breaks::{Opportunity, opportunities};
use crate::text::testing::{BOOK, body, locale, marked, paragraph, plain, ragged, texts};

const TEXT: ParagraphStyle =
    ParagraphStyle { variant: Variant { bold: false, italic: false }, display: false };
const HEADING: ParagraphStyle = ParagraphStyle { display: true, ..TEXT };

/// Asserts where a text may break: at each `|`. Hyphens, places of second class and those in addresses are left out.
fn breaks(tag: &str, expected: &str) {
    let text = expected.replace('|', "");
    let shaped = body(tag, &text);
    let mut found = shaped.text.text.clone();
    let parts = |class: BreakClass| {
        matches!(class, BreakClass::Hyphen | BreakClass::Second | BreakClass::Inner | BreakClass::Url)
    };
    let places = shaped.breaks.iter().filter(|place| !parts(place.class));
    places.rev().skip(1).for_each(|place| found.insert(place.at, '|'));
    assert_eq!(found, expected, "{tag}");
}

/// The places where lines of body text may end.
fn places_of(tag: &str, text: &RichText) -> Vec<Opportunity> {
    let locale = locale(tag);
    let typography = Typography::of(&locale);
    opportunities(&Shaper::new(&BOOK, &locale, &typography), text, &typography.rules, &TEXT).places
}

/// Asserts where a hyphen may be put into a text: at each `-`, and at each `=`, before which only two letters stand.
fn hyphenated(tag: &str, text: &RichText, expected: &str) {
    let mut marked = text.text.clone();
    let places = places_of(tag, text).into_iter().filter(|place| place.class == BreakClass::Hyphen);
    places.rev().for_each(|place| marked.insert(place.at, if place.tight { '=' } else { '-' }));
    assert_eq!(marked, expected, "{tag}");
}

#[test]
fn thai_breaks_between_words() {
    breaks("th", "สวัสดี|ครับ");
    breaks("th", "สิทธิ|และ|ศักดิ์ศรี");
    breaks("th", "เรา |ทำงาน");
}

#[test]
fn thai_words_of_the_law_are_whole() {
    for word in ["ต้องการ", "ทำงาน", "แรงงาน", "คนงาน", "สิทธิ", "กฎหมาย", "ตำรวจ", "ความรุนแรง"]
    {
        breaks("th", &format!("{word} |{word} |ครับ"));
    }
}

#[test]
fn very_long_words_of_thai_break_at_their_parts_where_nothing_else_fits() {
    classed("th", &[], &TEXT, "ตาม|ประมวล/กฎหมาย/อาญา|ครับ");
    classed("th", &[], &TEXT, "พนักงานบริการ|ครับ");
    classed("th", &["ประมวลกฎหมายอาญา"], &TEXT, "ตาม|ประมวลกฎหมายอาญา|ครับ");
}

#[test]
fn thai_keeps_marks_with_their_word() {
    breaks("th", "ต่าง ๆ |และ");
    breaks("th", "กรุงเทพฯ |ครับ");
    breaks("th", "ราคา |฿100 |และ |฿ 100 |ครับ");
    breaks("th", "งาน |เพศ ฯลฯ |และ|งานฯลฯ |ครับ");
    breaks("th", "3 พฤศจิกายน 2558 |มาตรา 7 |ครับ");
    breaks("th", "(งาน|บริการ) |ครับ");
    breaks("th", "“สวัสดี” |ครับ");
}

#[test]
fn korean_breaks_between_words_only() {
    breaks("ko", "성노동자의 |권리와 |존엄");
    breaks("ko", "“피해자” |500명, |(RCMP)");
    breaks("ko", "반-|인신매매");
    breaks("ko", "나비—아시아");
}

#[test]
fn chinese_breaks_between_characters_but_beside_marks() {
    breaks("zh-Hans", "我|们|是|谁？|我|们");
    breaks("zh-Hans", "说|“神|圣”|的|话");
    breaks("zh-Hans", "《刑|法》|和|（法|律）");
    breaks("zh-Hans", "亚|洲·|移|民——|和……|她");
    breaks("zh-Hant", "「你|好」，|他|說");
}

#[test]
fn chinese_keeps_numbers_with_their_measure_word() {
    breaks("zh-Hans", "驱|逐|了|11名|女|性");
    breaks("zh-Hans", "2015年|在|渥|太|华");
    breaks("zh-Hans", "２５公里|和|25 公里|和|第12条|和|1.5万元|和|３０％");
    breaks("zh-Hans", "于|2015年11月3日|上午9时30分|到");
    breaks("zh-Hant", "第3–4頁|和|他|們");
}

#[test]
fn latin_breaks_at_spaces_and_own_hyphens() {
    breaks("en", "sex |workers’ |self-|help |and/|or");
    breaks("en", "“rescue” |and |(not) |that");
    breaks("es", "¿Quién |es? |¡No!");
    breaks("fr", "Qui\u{202f}? |«\u{202f}Nous\u{202f}» |sommes\u{a0}: |oui");
    breaks("en", "11\u{a0}women");
}

#[test]
fn a_raya_stays_with_what_it_encloses() {
    breaks("es", "la |ley |—dijo |ella— |no");
    breaks("es", "—No |sé, |—¡dijo!—, |(—no—) |¿—qué?");
    breaks("es", "— No |sé");
    breaks("en", "the |law—|so |they |say");
    breaks("fr", "la |loi |—dit-|elle— |n’est |pas");
}

#[test]
fn inverted_marks_are_never_alone() {
    breaks("es", "¿Quién |es? |¡¿Qué?! |«¡No!» |¿«Sí»?");
    breaks("es", "¿ Quién |es ?");
}

#[test]
fn a_compound_breaks_at_its_hyphen_with_three_letters_on_each_side() {
    breaks("tl", "i-rescue |a-b |mag-|uulat |pag-|aresto |araw-|araw");
    breaks("en", "co-workers |HIV-|positive |24-hour |self-o |C-36");
    breaks("en", "3-4 |or |3–4 |or |Monday–|Friday");
    breaks("ko", "반-|인신매매 |3-4명");
}

#[test]
fn tokens_stay_whole() {
    breaks("en", "call |416-906-3098 |or |+1 416 906 3098");
    breaks("en", "write |a.b-c@d-e.org |by |2015-11-03");
    breaks("en", "it |weighs |25 kg, |1.5 million |now");
    breaks("es", "el |3 de noviembre de 2015, |24 horas, |artículo 12");
    breaks("en", "on |November 3, 2015 |at |9:00 a.m.–5 p.m. |with |Dr. Lam |and |Bill C-36");
    breaks("fr", "le |1er novembre 2015 |à |14 h 30, |poste 12, |n° 5, |30 % |des");
    breaks("tl", "noong |ika-3 ng Nobyembre 2015, |Batas 9208");
    breaks("ko", "그는 |2015년 11월 3일에 |제 12 조를 |500 명이");
}

#[test]
fn long_tokens_are_second_class_at_their_spaces() {
    classed("es", &[], &TEXT, "el |3 /de /noviembre /de /2015, |24 horas");
    classed("en", &[], &TEXT, "call |+1 /(416) /906-3098 |or |Dr. Lam");
    classed("en", &[], &HEADING, "on |2015-11-03 |or |3 /May");
}

#[test]
fn dates_part_only_where_they_are_wider_than_the_measure() {
    let shaped = body("es", "el 3 de noviembre de 2015 no");
    assert_eq!(texts(&shaped, &ragged(&shaped, 12.0)), ["el ", "3 de noviembre de 2015 ", "no"]);
    let lines = ragged(&shaped, 7.0);
    assert_eq!(texts(&shaped, &lines).concat(), shaped.text.text);
    assert!(lines.iter().all(|line| line.end != LineEnd::Emergency), "{:?}", texts(&shaped, &lines));
}

#[test]
fn web_addresses_break_after_slashes_and_before_marks() {
    classed("en", &[], &TEXT, "see |butterflysw^.org.");
    classed("en", &[], &TEXT, "see |www^.butterflysw^.org^?a^#top |or |a.b-c^@d-e^.org, |now");
    breaks("en", "see |https://butterflysw.org/get-help?a=b |now");
}

#[test]
fn zero_width_space_and_soft_hyphen_are_breaks() {
    breaks("en", "anti\u{200b}|trafficking");
    let shaped = body("en", "anti\u{ad}trafficking");
    assert_eq!(shaped.breaks[0].class, BreakClass::Hyphen);
    assert!(shaped.breaks[0].end.as_ref().is_some_and(|end| end.wider > Em::new(0.2)));
}

#[test]
fn a_line_separator_forces_a_line() {
    let shaped = body("en", "one\u{2028}two");
    let found: Vec<_> = shaped.breaks.iter().map(|place| (place.at, place.class)).collect();
    assert_eq!(found, [(6, BreakClass::Mandatory), (9, BreakClass::Mandatory)]);
    assert_eq!(shaped.shaped.clusters[3].advance, Em::ZERO);
}

#[test]
fn headings_in_chinese_prefer_the_ends_of_words() {
    let shaped = paragraph("zh-Hans", &plain("性工作者的权利"), &HEADING);
    let whole: Vec<usize> =
        shaped.breaks.iter().filter(|b| b.class == BreakClass::Normal).map(|b| b.at / 3).collect();
    assert!(whole.contains(&5) && !whole.contains(&6), "{whole:?}");
}

/// Asserts where a text may break, with a glossary: freely at `|`, in second class at `/`, within a part of
/// such a thing at `_`, inside a term at `~`, inside an
/// address at `^`.
fn classed(tag: &str, glossary: &[&str], style: &ParagraphStyle, expected: &str) {
    let locale = locale(tag);
    let glossary = glossary.iter().map(|word| (*word).to_owned()).collect();
    let typography = Typography { glossary, ..Typography::of(&locale) };
    let shaper = Shaper::new(&BOOK, &locale, &typography);
    let mut marked = expected.replace(['|', '/', '_', '~', '^'], "");
    let found = opportunities(&shaper, &plain(&marked), &typography.rules, style).places;
    for place in found.iter().rev().skip(1) {
        let sign = match place.class {
            BreakClass::Normal => '|',
            BreakClass::Second => '/',
            BreakClass::Inner => '_',
            BreakClass::Term => '~',
            BreakClass::Url => '^',
            other => panic!("{other:?} at {}", place.at),
        };
        marked.insert(place.at, sign);
    }
    assert_eq!(marked, expected, "{tag}");
}

#[test]
fn words_of_the_glossary_are_whole_in_body_text_but_of_chinese() {
    classed("zh-Hans", &["性工作者"], &TEXT, "一|位|性~工~作~者|的|讲|述");
    classed("en", &["sex work", "ill"], &TEXT, "that |sex work |ill-|willed |is");
    classed("en", &["No One Is Illegal"], &TEXT, "with |No /One /Is /Illegal |too");
    classed("ko", &["성 노동자"], &TEXT, "우리 |성 노동자의 |권리");
    classed("th", &["พนักงานบริการ"], &TEXT, "เพื่อน|พนักงานบริการ|ทุกคน");
    classed("tl", &["karapatan"], &TEXT, "ang |karapatan |nila");
}

#[test]
fn words_of_the_glossary_are_second_class_in_headings() {
    classed("zh-Hans", &["性工作者"], &HEADING, "一/位|性/工/作/者/的|讲/述");
    classed("en", &["sex work"], &HEADING, "that |sex /work |is");
    classed("th", &["สิทธิมนุษยชน"], &HEADING, "เพื่อ|สิทธิมนุษยชน|ครับ");
}

#[test]
fn headings_keep_compounds_whole_where_they_can() {
    let shaped = paragraph("en", &plain("self-help"), &HEADING);
    assert_eq!(shaped.breaks[0].class, BreakClass::Second);
}

#[test]
fn words_are_divided_but_the_last() {
    hyphenated("en", &plain("trafficking policies"), "traf-fick-ing policies");
    hyphenated("en", &plain("trafficking.\u{2028}policies now"), "trafficking.\u{2028}poli-cies now");
    hyphenated("fr", &plain("l’exploitation, aujourd’hui : rien"), "l’ex=ploi-ta-tion, au=jourd’hui : rien");
    hyphenated("tl", &plain("ang manggagawa sa karapatan"), "ang mang-ga-gawa sa karapatan");
}

#[test]
fn words_with_a_capital_a_hyphen_or_a_digit_are_not_divided() {
    hyphenated(
        "en",
        &plain("Trafficking self-determination covid19trial now"),
        "Trafficking self-determination covid19trial now",
    );
    hyphenated("tl", &plain("pang-araw-araw na buhay"), "pang-araw-araw na buhay");
}

#[test]
fn addresses_and_other_languages_are_not_divided() {
    hyphenated("en", &plain("see butterflysw.org/trafficking now"), "see butterflysw.org/trafficking now");
    let spanish =
        marked("the trabajadoras sexuales say", "trabajadoras sexuales", Mark::Lang("es".to_owned()));
    hyphenated("en", &spanish, "the trabajadoras sexuales say");
    hyphenated("vi", &plain("nghiencuu nghiencuu"), "nghiencuu nghiencuu");
}

#[test]
fn headings_are_not_divided() {
    let shaped = paragraph("en", &plain("trafficking policies"), &HEADING);
    assert!(shaped.breaks.iter().all(|place| place.class != BreakClass::Hyphen));
}
