//! Faces, widths, lines and what is set from them.

use crate::color::Color;
use crate::content::{Mark, RichText};
use crate::font::{FontBook, FontFault, FontManifest, Variant};
use crate::frame::{LineEnd, NodeId, Passage};
use crate::geom::{Abs, Em};
use crate::script::Typography;
use crate::style::{Align, LineStyle, ParagraphStyle};
use crate::text::line::SetLine;
use crate::text::testing::{BOOK, body, justified, locale, marked, paragraph, plain, ragged, texts};
use crate::text::{BreakOptions, Paragraph, Shaper, Unshaped, align_lines, break_lines, prepare, set_line};

const SIZE: Abs = Abs::pt(10.0);

fn style(align: Align) -> LineStyle {
    LineStyle { size: SIZE, leading: Abs::pt(13.5), align, color: Color::BLACK }
}

/// The only line of a text, wide enough.
fn one_line(paragraph: &Paragraph, align: Align) -> SetLine {
    let lines = ragged(paragraph, 100.0);
    assert_eq!(lines.len(), 1);
    set_line(paragraph, &lines[0], Abs::pt(1000.0), &style(align), None)
}

/// A line of a text, as wide as it likes.
fn one_of(paragraph: &Paragraph, line: usize) -> SetLine {
    set_line(paragraph, &ragged(paragraph, 100.0)[line], Abs::pt(1000.0), &style(Align::Start), None)
}

/// The faces of a text with what each sets.
fn faces(paragraph: &Paragraph) -> Vec<(String, String)> {
    let name = |run: &crate::frame::TextRun| BOOK.entry(run.font).postscript_name.clone();
    one_line(paragraph, Align::Start).runs.iter().map(|(_, run)| (name(run), run.text.clone())).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(face, text)| ((*face).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn a_latin_word_falls_back_as_a_whole() {
    let found = faces(&body("zh-Hans", "在ŵŋt的"));
    let expected =
        [("NotoSansCJKsc-Regular", "在"), ("NotoSans-Regular", "ŵŋt"), ("NotoSansCJKsc-Regular", "的")];
    assert_eq!(found, pairs(&expected));
}

#[test]
fn what_a_face_lacks_falls_back_with_the_spaces_within() {
    let found = faces(&body("th", "ดี ☏ ☎ ดี"));
    assert_eq!(found[1].1, "☏ ☎", "{found:?}");
}

#[test]
fn latin_in_chinese_stays_in_the_cjk_face() {
    let found = faces(&body("zh-Hans", "在Ottawa的“RCMP”……"));
    assert!(found.iter().all(|(face, _)| face == "NotoSansCJKsc-Regular"), "{found:?}");
}

#[test]
fn each_chinese_has_its_own_face() {
    assert_eq!(faces(&body("zh-Hant", "骨直")), pairs(&[("NotoSansCJKtc-Regular", "骨直")]));
    assert_eq!(faces(&body("ko", "骨直")), pairs(&[("NotoSansCJKkr-Regular", "骨直")]));
}

#[test]
fn a_span_of_another_language_has_its_faces() {
    let text = marked("在Ottawa的", "Ottawa", Mark::Lang("en".to_owned()));
    let found = faces(&paragraph("zh-Hans", &text, &ParagraphStyle::default()));
    assert_eq!(found[1], ("NotoSans-Regular".to_owned(), "Ottawa".to_owned()));
}

#[test]
fn the_script_decides_how_words_are_stressed_and_cited() {
    let set =
        |tag, text: &str, mark| faces(&paragraph(tag, &marked(text, text, mark), &ParagraphStyle::default()));
    assert_eq!(set("en", "Act", Mark::Em), pairs(&[("NotoSans-Italic", "Act")]));
    assert_eq!(set("en", "Act", Mark::Strong), pairs(&[("NotoSans-Bold", "Act")]));
    assert_eq!(set("zh-Hans", "刑法", Mark::Cite), pairs(&[("NotoSansCJKsc-Regular", "《刑法》")]));
    assert_eq!(set("zh-Hans", "《刑法》", Mark::Cite), pairs(&[("NotoSansCJKsc-Regular", "《刑法》")]));
    assert_eq!(set("ko", "형법", Mark::Cite), pairs(&[("NotoSansCJKkr-Regular", "「형법」")]));
    assert_eq!(set("th", "กฎ", Mark::Cite), pairs(&[("NotoSansThaiLooped-Bold", "กฎ")]));
}

#[test]
fn within_italic_what_is_stressed_stands_upright() {
    let italic = ParagraphStyle { variant: Variant { bold: false, italic: true }, display: false };
    let found = faces(&paragraph("en", &marked("an Act", "Act", Mark::Cite), &italic));
    assert_eq!(found, pairs(&[("NotoSans-Italic", "an "), ("NotoSans-Regular", "Act")]));
}

#[test]
fn a_character_without_a_glyph_is_an_error_that_names_it() {
    let tag = locale("en");
    let typography = Typography::of(&tag);
    let mut shaper = Shaper::new(&BOOK, &tag, &typography);
    let done = prepare(&mut shaper, &plain("a \u{10fffd} \u{10fffe} b"), &ParagraphStyle::default());
    assert_eq!(done.err(), Some(Unshaped::MissingGlyph { character: '\u{10fffd}' }));
}

#[test]
fn faces_that_cannot_be_read_are_an_error_that_names_their_files() {
    let manifest = FontManifest { fonts: BOOK.ids().map(|id| BOOK.entry(id).clone()).collect() };
    let book = FontBook::new(manifest, Box::new(|_| Err(FontFault::Missing)));
    let tag = locale("ko");
    let done = prepare(
        &mut Shaper::new(&book, &tag, &Typography::of(&tag)),
        &plain("나비"),
        &ParagraphStyle::default(),
    );
    let Err(Unshaped::Damaged { first, .. }) = done else { panic!("no face can be read") };
    assert_eq!(
        first.diagnostic().message,
        "fonts/NotoSansCJK-Regular.ttc can’t be used: there is no such file"
    );
}

#[test]
fn lines_are_as_even_as_can_be() {
    // First fit would leave two letters alone on the second line.
    let shaped = body("en", "nnn nn nn nnnnn");
    let lines = ragged(&shaped, 3.6);
    assert_eq!(texts(&shaped, &lines), ["nnn ", "nn nn ", "nnnnn"]);
    assert_eq!(lines[2].end, LineEnd::Paragraph);
}

#[test]
fn a_last_line_is_no_runt() {
    let shaped = body("en", "the rights of workers are human, too");
    let lines = ragged(&shaped, 16.2);
    assert_eq!(texts(&shaped, &lines), ["the rights of workers are ", "human, too"]);
    // Where it costs no more than a word on the line before, at any measure.
    for (tag, text, least) in [
        ("en", "Migrant sex workers who are harmed by anti-trafficking laws ask for the same rights.", 8),
        (
            "es",
            "Quienes apoyan a las personas que hacen trabajo sexual también se vuelven criminales y no ganan mucho.",
            8,
        ),
        (
            "tl",
            "Ang mga migranteng sex worker ay hinuhuli at ikinukulong, at marami ang dine-deport nang walang pantao.",
            8,
        ),
        (
            "ko",
            "이주 성노동자는 폭력을 당해도 경찰에 신고하기 어렵고 신고하면 오히려 추방을 당하게 됩니다.",
            4,
        ),
        ("zh-Hans", "没有身份的移民性工作者遭到暴力也不敢报警，因为警察会把他们逮捕、拘留、驱逐出境。", 3),
        ("zh-Hant", "沒有身分的移民性工作者遭到暴力也不敢報警，因為警察會把他們逮捕、拘留、驅逐出境。", 3),
    ] {
        let shaped = body(tag, text);
        for measure in (24..=72).map(|step| f64::from(step) * 0.5) {
            let last = ragged(&shaped, measure).pop().expect("a line");
            let held = text[last.text.start..].chars().filter(|c| c.is_alphanumeric()).count();
            assert!(held >= least, "{tag} at {measure}: {}", &text[last.text.start..]);
            assert!(last.width >= Em::new(measure * 0.2) || last.text.start == 0, "{tag} at {measure}");
        }
    }
}

#[test]
fn a_heading_is_balanced_in_the_fewest_lines() {
    let display = ParagraphStyle { display: true, ..ParagraphStyle::default() };
    let shaped = paragraph("en", &plain("Rights, justice and dignity for sex workers"), &display);
    let options = BreakOptions { align: Align::Start, display: true, ..BreakOptions::default() };
    let lines = break_lines(&shaped, Em::new(18.0), &options);
    assert_eq!(texts(&shaped, &lines), ["Rights, justice and ", "dignity for sex workers"]);
}

#[test]
fn a_word_wider_than_the_measure_is_cut_and_says_so() {
    let shaped = body("en", "criminalization");
    let lines = ragged(&shaped, 4.0);
    assert!(lines.len() > 1);
    assert!(lines.iter().all(|line| line.width <= Em::new(4.0)));
    assert_eq!(lines[0].end, LineEnd::Emergency);
}

#[test]
fn justified_chinese_is_flush() {
    let shaped = body(
        "zh-Hans",
        "我们是一群性工作者（包括移民和非移民）、性工作者组织和盟友，我们关注反人口贩运政策和运动对性工作者的有害影响，特别是对移民性工作者。",
    );
    let lines = justified(&shaped, 15.5);
    assert!(lines.len() > 3);
    for line in &lines[..lines.len() - 1] {
        assert!(line.ratio >= 0.0 && line.ratio < 3.0, "{line:?}");
        let set = set_line(&shaped, line, SIZE * 15.5, &style(Align::Justify), None);
        let width: Abs = set.runs.iter().map(|(_, run)| run.width()).sum();
        assert!((width - SIZE * 15.5).abs() < Abs::pt(0.001), "{width:?}");
    }
}

/// Chinese with a long name of Latin letters, and with none.
const NAMED: &str = "这些权力来自《移民及难民保护法》（Immigration and Refugee Protection Act，IRPA）和《刑事法典》（Criminal Code）。这两部法律也被用来限制移民。";
const UNNAMED: &str = "政府和警方常常把性工作当成人口贩运。于是，谁帮助性工作者移民或工作，谁就成了罪犯。移民的过程变得更不安全。";

#[test]
fn chinese_that_would_be_torn_open_is_set_from_its_start_all_of_it() {
    let justify = BreakOptions { align: Align::Justify, ..BreakOptions::default() };
    let flush = |text: &str, measure: f64| {
        let shaped = body("zh-Hans", text);
        let set = align_lines(&shaped, Em::new(measure), &justify);
        let (_, inner) = set.lines.split_last().expect("there are lines");
        for line in inner {
            assert!(line.ratio <= 1.5, "at {measure}: {line:?}");
            let placed = set_line(&shaped, line, SIZE * measure, &style(set.align), None);
            let is_flush = (placed.width - SIZE * measure).abs() < Abs::pt(0.001);
            assert!(is_flush || set.align == Align::Start, "at {measure}: {line:?}");
        }
        set.align == Align::Justify
    };
    let measures: Vec<f64> = (22..=72).map(|step| f64::from(step) * 0.5).collect();
    let count = |text: &str| measures.iter().filter(|&&measure| flush(text, measure)).count();
    let (named, unnamed) = (count(NAMED), count(UNNAMED));
    assert!(named * 3 < measures.len(), "{named} of {}", measures.len());
    assert!(unnamed * 2 > measures.len(), "{unnamed} of {}", measures.len());
    assert!(flush(UNNAMED, 18.0) && !flush(NAMED, 18.0));
}

#[test]
fn chinese_that_would_end_in_a_runt_is_set_from_its_start() {
    let justify = BreakOptions { align: Align::Justify, ..BreakOptions::default() };
    let shaped = body("zh-Hans", "一二三四五六七八九十一二三四五六七八九十。");
    let set = |measure: f64| align_lines(&shaped, Em::new(measure), &justify);
    // One or two characters would be left over, or a line lack two.
    let narrow = set(10.0);
    assert_eq!((narrow.align, texts(&shaped, &narrow.lines)[2]), (Align::Start, "八九十。"));
    let wide = set(14.0);
    assert_eq!((wide.align, wide.lines.len()), (Align::Justify, 2));
}

#[test]
fn no_line_is_torn_open_to_be_flush() {
    for (tag, text) in [
        (
            "ko",
            "본 진료소는 ABC협회와 함께 운영하며, “서류가 없어도” 진료합니다(신분증은 필요 없음). 2026년 9월 30일까지 접수합니다.",
        ),
        (
            "en",
            "Internationally distinguished representatives unquestionably misunderstand administrative responsibilities.",
        ),
    ] {
        let shaped = body(tag, text);
        let flush = style(Align::Justify);
        for measure in (24..100).map(|step| f64::from(step) * 0.25) {
            for line in &justified(&shaped, measure) {
                let set = set_line(&shaped, line, SIZE * measure, &flush, None);
                let glyphs =
                    set.runs.iter().flat_map(|(_, run)| run.glyphs.iter().map(move |glyph| (run, glyph)));
                let inner = glyphs.filter(|(run, glyph)| &run.text[glyph.cluster.clone()] == " ");
                let widest = inner.map(|(_, glyph)| glyph.advance.to_em()).fold(0.0, f64::max);
                assert!(widest < 0.9, "{tag} at {measure}: {widest} in {:?}", &text[..30]);
            }
        }
    }
    // Where there are spaces enough, lines are flush.
    let lines = justified(&body("ko", "가나 다라 마바 사아 자차 카타 파하 가나 다라 마바 사아"), 15.0);
    assert!(lines[..lines.len() - 1].iter().all(|line| line.ratio < 3.0), "{lines:?}");
}

#[test]
fn han_and_latin_stand_apart() {
    let (with, without) = (body("zh-Hans", "在A"), body("zh-Hans", "在，A"));
    let alone = body("zh-Hans", "在").width() + body("zh-Hans", "A").width();
    assert!(((with.width() - alone).to_em() - 0.125).abs() < 1e-9);
    assert!(((without.width() - alone).to_em() - 1.0).abs() < 1e-9);
}

#[test]
fn a_soft_hyphen_shows_where_a_line_ends_on_it_only() {
    let shaped = body("en", "anti\u{ad}trafficking");
    let lines = ragged(&shaped, 6.5);
    assert_eq!(lines[0].end, LineEnd::Hyphen);
    let set = set_line(&shaped, &lines[0], SIZE * 6.5, &style(Align::Start), None);
    assert_eq!((set.runs[0].1.glyphs.len(), set.runs[0].1.text.as_str()), (5, "anti\u{ad}"));
    assert_eq!(
        one_line(&shaped, Align::Start).runs[0].1.glyphs.len(),
        "antitrafficking".len() - 2,
        "ffi is one"
    );
}

#[test]
fn hebrew_runs_from_the_right() {
    let hebrew = "\u{5d0}\u{5d1}";
    if !BOOK.ids().any(|id| BOOK.entry(id).scripts.iter().any(|s| s == "Hebr")) {
        return;
    }
    let set = one_line(&body("he", hebrew), Align::Start);
    assert!(set.runs[0].0 > Abs::pt(900.0));
}

#[test]
fn arabic_runs_from_the_right_with_its_latin_in_order() {
    let set = one_line(&body("ar", "مرحبا Ottawa"), Align::Start);
    let texts: Vec<&str> = set.runs.iter().map(|(_, run)| run.text.as_str()).collect();
    assert_eq!((texts[0], texts.last().copied()), ("Ottawa", Some("مرحبا ")));
    let (x, last) = set.runs.last().expect("runs");
    assert!((*x + last.width() - Abs::pt(1000.0)).abs() < Abs::pt(0.01));
    let firsts: Vec<usize> = last.glyphs.iter().map(|glyph| glyph.cluster.start).collect();
    assert!(firsts.is_sorted_by(|a, b| a >= b), "{firsts:?}");
}

#[test]
fn a_phone_number_typed_in_arabic_reads_from_the_left() {
    let text = "الرقم 416-555-0100 الآن";
    let shaped = body("ar", text);
    let number = text.find("416").unwrap()..text.find(" الآن").unwrap();
    let levels: Vec<u8> = shaped
        .items
        .iter()
        .filter(|item| number.contains(&item.range.start))
        .map(|item| item.level)
        .collect();
    assert!(levels.iter().all(|level| level % 2 == 0), "{levels:?}");
}

#[test]
fn the_space_at_the_end_of_a_line_has_the_level_of_the_paragraph() {
    let shaped = body("ar", "أصدقاء Butterfly Support");
    let lines = ragged(&shaped, 9.0);
    assert_eq!(texts(&shaped, &lines), ["أصدقاء Butterfly ", "Support"]);
    let set = set_line(&shaped, &lines[0], Abs::pt(90.0), &style(Align::Start), None);
    let runs: Vec<&str> = set.runs.iter().map(|(_, run)| run.text.as_str()).collect();
    assert_eq!(runs, [" ", "Butterfly", "أصدقاء "]);
}

#[test]
fn runs_know_their_link_though_two_lead_to_one_address() {
    let web = || Mark::Link("web".to_owned());
    let marks = vec![(0..1, web()), (1..2, Mark::Strong), (1..4, web()), (2..3, web())];
    let paragraph = paragraph("en", &RichText { marks, ..plain("abcde") }, &ParagraphStyle::default());
    let lines = ragged(&paragraph, 100.0);
    let passage = Passage { node: NodeId(7), paragraph: 2, start: 50, links: 3 };
    let set = set_line(&paragraph, &lines[0], Abs::pt(1000.0), &style(Align::Start), Some(passage));
    let origins = set.runs.iter().filter_map(|(_, run)| run.origin.as_ref());
    let links: Vec<_> =
        origins.map(|origin| (origin.text.start, origin.link.map(|link| link.index))).collect();
    assert_eq!(links, [(50, Some(3)), (51, Some(4)), (52, Some(5)), (53, Some(4)), (54, None)]);
}

#[test]
fn a_forced_line_end_is_a_space_without_width() {
    let paragraph = body("en", "one\u{2028}two");
    let set = one_of(&paragraph, 0);
    let (_, run) = &set.runs[0];
    let last = run.glyphs.last().expect("it has glyphs");
    let space = BOOK.face(run.font).expect("the face is shipped").font.charmap().map_unicode(' ');
    assert_eq!((run.text.as_str(), Some(u32::from(last.id))), ("one\u{2028}", space.map(|id| id.to_u32())));
    assert!(last.advance.to_em().abs() < 1e-9 && (set.width - run.width()).abs() < Abs::pt(1e-9));
}

#[test]
fn thai_ink_stays_within_the_line_of_a_heading() {
    let rules = crate::script::rules(&locale("th"));
    let bold = ParagraphStyle { variant: Variant { bold: true, italic: false }, display: true };
    let shaped = paragraph("th", &plain("ปี้ป่ำที่ฎุฏูญูฐูฟื้นผู้ฬู๊ไม้เก๋"), &bold);
    let (mut top, mut bottom) = (0.0_f64, 0.0_f64);
    for cluster in &shaped.shaped.clusters {
        let face = BOOK.face(shaped.items[cluster.item].font).expect("the face is shipped");
        let metrics = face.font.glyph_metrics();
        for glyph in shaped.shaped.glyphs_of(cluster) {
            let id = skrifa::GlyphId::from(glyph.id);
            let Some(bounds) = metrics.extents(id) else { continue };
            top = top.max(f64::from(bounds.y_bearing) / face.upem + glyph.y_offset.to_em());
            bottom = bottom
                .min(f64::from(bounds.y_bearing - bounds.height.abs()) / face.upem + glyph.y_offset.to_em());
        }
    }
    let half = rules.display_leading / 2.0;
    let (above, below) = (half + rules.baseline.to_em(), half - rules.baseline.to_em());
    assert!(top <= above && -bottom <= below, "ink {top:.3} {bottom:.3}, room {above:.3} {below:.3}");
}
