//! Sweeps: what stays whole does so at each measure that holds it; what is wider than any parts at places of its own.

use crate::frame::LineEnd;
use crate::geom::Em;
use crate::style::Align;
use crate::text::testing::{body, paragraph, plain, ragged, texts};
use crate::text::{BreakOptions, Measures, Paragraph, break_lines};

/// The measures of a sweep, in em.
fn sweep() -> impl Iterator<Item = f64> {
    (24..=116).map(|step| f64::from(step) * 0.25)
}

/// Asserts that a piece of a text, in angle brackets there, stands on one line at each measure that holds it.
#[track_caller]
fn holds(tag: &str, marked: &str) {
    let text = marked.replace(['<', '>'], "");
    let start = marked.find('<').expect("the piece is marked");
    let end = marked.find('>').expect("the piece is marked") - 1;
    let shaped = body(tag, &text);
    // What French puts in moves the piece.
    let piece = &text[start..end];
    let narrow = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
    let alone = body(tag, piece).width().to_em();
    for measure in sweep().filter(|measure| alone + 0.6 <= *measure) {
        let lines = ragged(&shaped, measure);
        let lines = texts(&shaped, &lines);
        assert!(lines.iter().any(|line| narrow(line).contains(piece)), "{tag} at {measure} em: {lines:?}");
    }
}

#[test]
fn what_stays_whole_does_at_every_measure() {
    holds("th", "คลินิกเปิดเมื่อ<วันที่ 1 มกราคม พ.ศ. 2569> และปิดวันที่ 31 ธันวาคม 2570 ที่กรุงเทพ");
    holds("th", "คลินิกเปิดเมื่อวันที่ 1 มกราคม พ.ศ. 2569 และปิด<วันที่ 31 ธันวาคม 2570> ที่กรุงเทพ");
    holds("th", "คลินิกปิดตั้งแต่ <๑ มกราคม ๒๕๗๐> ห่างจากที่นี่ ๑๐ กม. โทร ๐๘ ๑๒๓๔ ๕๖๗๘ ได้ทุกวัน");
    holds("th", "คลินิกปิดตั้งแต่ ๑ มกราคม ๒๕๗๐ ห่างจากที่นี่ ๑๐ กม. โทร <๐๘ ๑๒๓๔ ๕๖๗๘> ได้ทุกวัน");
    holds("th", "คลินิกปิดตั้งแต่ ๑ มกราคม ๒๕๗๐ ห่างจากที่นี่ <๑๐ กม.> โทร ๐๘ ๑๒๓๔ ๕๖๗๘ ได้ทุกวัน");
    holds("zh-Hans", "您每天都可以打这个电话号码<６０４－５５５－０１００>问我们，会有人接听。");
    holds("zh-Hant", "您每天都可以打這個電話號碼<（０２）２３４５－６７８９>問我們，會有人接聽。");
    holds("zh-Hans", "您可以写信到我们的地址，邮编<M5V 2T6>，也可以亲自来。");
    holds("fr", "Le traitement coûte <1 200,50 $> et le logement beaucoup plus.");
    holds("es", "Estamos en el segundo piso, <n.º 5>, al lado del banco.");
    holds("fr", "Venez au 18, rue du Port, bureau 200, Montréal (Québec) <H2X 1Y4>, tous les jours.");
    holds("fr", "Nous sommes fermés <du 3 au 5 mai 2026> et ouverts tous les autres jours.");
    holds("en", "We are open on every day <9:00 a.m. – 5:00 p.m.> and closed at night.");
    holds("ko", "저희는 매일 문을 열고 <오전 9시~오후 5시에> 전화를 받습니다.");
}

#[test]
fn addresses_are_whole_at_every_measure_that_holds_them() {
    holds("en", "You will find the newest prices on <www.example.org> and nowhere else today.");
    holds("en", "You will find the newest prices (on <harbourstreet.example>) and nowhere else today.");
    holds("en", "Please write to <recepcion.citas@harbourstreet.example> and to nobody else.");
    holds("th", "คุณจะพบราคาใหม่ที่สุดได้ที่<www.example.org>และที่อื่นไม่มีในวันนี้");
    holds("ko", "가장 새로운 가격은 오늘 <www.example.org>에서만 볼 수 있습니다.");
    holds("zh-Hans", "您可以在我们的网站<www.example.org>上找到最新的价格，别处没有。");
}

#[test]
fn hosts_take_no_hyphen_and_are_whole_where_they_fit() {
    holds("en", "The site <sub.example.co.uk> and example.museum are fine.");
    holds("en", "The site sub.example.co.uk and <example.museum> are fine.");
    holds("fr", "Voyez <clinique.gouv.qc.ca> maintenant, ou venez nous voir.");
    holds("fr", "Voyez <t.me/harbourstreetclinique> maintenant, ou venez nous voir.");
    holds("en", "We like <harbourstreetclinic.example>’s new opening hours very much.");
    holds("es", "Vea <informaciones.gobierno.gob.mx> ahora, o venga a vernos.");
}

#[test]
fn addresses_are_whole_beside_what_is_written_on_to_them() {
    holds("ko", "예약은 <info@harbourstreet.example>(24시간접수)로 하시고");
    holds("ko", "예약은 이메일:<info@harbourstreet.example>로 하시고");
    holds("ko", "예약은 이메일<info@harbourstreet.example>, 전화로 하시고");
    holds("ko", "예약은 <“info@harbourstreet.example”>에서만 하시고");
    holds("ko", "예약은 <(info@harbourstreet.example)>에서만 하시고");
    holds("ko", "예약은 <clinic.harbourstreet.example>（24시간접수）로 하시고");
    holds("en", "Please write to:<recepcion.citas@harbourstreet.example>(all day) and to nobody else.");
}

#[test]
fn numbers_of_full_width_are_whole_at_every_measure() {
    holds("zh-Hans", "病人请在窗口<４５６７>等候，谢谢各位。");
    holds("zh-Hans", "请拨打<＋１　６０４　５５５　０１００>找我们。");
    holds("ja", "お電話は<０１２０　１１１　２２２>までお願いします。");
    holds("zh-Hant", "請於<１２３４５６７>號以前到這裡來等候。");
    holds("ko", "전화는 <０１２０　１１１　２２２>로 하시고 기다리세요.");
}

#[test]
fn numbered_places_are_whole_at_every_measure() {
    for piece in ["ห้อง 5", "ห้อง 6", "ข้อ 7", "อาคาร 8", "ซอย 9", "หมู่ 4", "สาย 29"]
    {
        let text = "ห้อง 5 ชั้น 2 ห้อง 6 ที่นี่ ข้อ 7 และ อาคาร 8 ซอย 9 ถนน หมู่ 4 สาย 29";
        holds("th", &text.replace(piece, &format!("<{piece}>")));
    }
    holds("th", "นัดหมายเวลา 10.30 น. ณ <ห้อง 5> ชั้น 2 และวันที่ 28 ก.พ. 2569 ที่นี่");
    holds("fr", "Nous sommes au <nᵒ 5>, ou Nᵒ 6, et à Mᵐᵉ Roy, Mᵍʳ Roy, à côté.");
    holds("fr", "Nous sommes au nᵒ 5, ou Nᵒ 6, et à <Mᵐᵉ Roy>, Mᵍʳ Roy, à côté.");
    holds("fr", "Nous sommes au nᵒ 5, ou Nᵒ 6, et à Mᵐᵉ Roy, <Mᵍʳ Roy>, à côté.");
}

/// The lines of a paragraph in a measure, which is that of the smallest size.
fn lines_of(shaped: &Paragraph, measure: f64) -> Vec<&str> {
    let lines = ragged(shaped, measure);
    assert!(lines.iter().all(|line| line.width <= Em::new(measure + 1e-6)), "{measure}");
    assert!(lines.iter().all(|line| line.end != LineEnd::Emergency), "{:?}", texts(shaped, &lines));
    texts(shaped, &lines)
}

#[test]
fn an_address_parts_where_it_fits_on_no_line() {
    let shaped = body("es", "Escriba a recepcion.citas-urgentes@harbourstreet.example antes del lunes.");
    let parted = ["Escriba a recepcion", ".citas-urgentes", "@harbourstreet.example ", "antes del lunes."];
    assert_eq!(lines_of(&shaped, 13.0), parted);
    for measure in sweep() {
        let lines = lines_of(&shaped, measure);
        for pair in lines.windows(2).filter(|pair| !pair[0].ends_with(' ')) {
            let at_mark = pair[1].starts_with(['.', '@']) || pair[0].ends_with(['-', '_']);
            assert!(at_mark || measure < 8.0, "{measure}: {pair:?}");
        }
    }
}

#[test]
fn lists_of_korean_part_after_their_marks() {
    for text in [
        "통역은 한국어·영어·중국어·스페인어·프랑스어·타갈로그어·태국어·베트남어로 제공합니다.",
        "한국어/영어/중국어/스페인어/프랑스어/타갈로그어로 말합니다.",
        "한국어,영어,중국어,스페인어,프랑스어,타갈로그어로 말합니다.",
        "월요일~금요일~토요일~일요일~월요일~화요일에 엽니다.",
        "한국어(영어)중국어(스페인어)프랑스어(타갈로그어)로 말합니다.",
    ] {
        let shaped = body("ko", text);
        for measure in sweep().filter(|measure| *measure > 7.0) {
            for line in &lines_of(&shaped, measure) {
                let ends = line.ends_with([' ', '·', '/', ',', '~', ')', '.']);
                let follows = text[text.find(line).unwrap() + line.len()..].starts_with('(');
                assert!(ends || follows, "{measure}: {line}");
            }
        }
    }
}

#[test]
fn words_of_korean_part_between_syllables_at_last() {
    let shaped = body("ko", "한국어영어중국어스페인어프랑스어타갈로그어로 말합니다.");
    for measure in sweep() {
        lines_of(&shaped, measure);
    }
}

#[test]
fn what_is_no_word_parts_at_last() {
    for text in [
        "the hash is 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 now",
        "the file vancouver_clinic-opening-hours_2026-final.docx now",
        &format!("the code {} now", "ABCDEFGHIJ".repeat(6)),
        &"-".repeat(200),
        &"(".repeat(200),
        &"a-".repeat(200),
        &"a".repeat(2_000),
    ] {
        for style in [false, true] {
            let style = crate::style::ParagraphStyle { display: style, ..Default::default() };
            let shaped = paragraph("en", &plain(text), &style);
            sweep().skip(20).step_by(10).for_each(|measure| drop(lines_of(&shaped, measure)));
        }
    }
    let file = body("en", "the file vancouver_clinic-opening-hours_2026-final.docx now");
    assert_eq!(
        lines_of(&file, 14.0),
        ["the file vancouver_clinic-", "opening-", "hours_2026-final.docx now"]
    );
}

#[test]
fn a_word_parts_at_no_size_but_is_an_error() {
    let shaped = body("en", "criminalizationally");
    assert!(ragged(&shaped, 5.0).iter().any(|line| line.end == LineEnd::Emergency));
}

#[test]
fn a_number_parts_after_its_marks_at_last() {
    assert_eq!(lines_of(&body("en", "604-555-0100"), 5.0), ["604-555-", "0100"]);
    let full_width = body("zh-Hans", "电话６０４－５５５－０１００。");
    assert_eq!(lines_of(&full_width, 10.0), ["电话６０４－５５５－", "０１００。"]);
}

#[test]
fn what_fits_at_a_smaller_size_is_not_parted_at_a_larger_one() {
    let shaped = body("en", "the hash is 9f86d081884c7d659a2feaa0 now");
    let options = BreakOptions { align: Align::Start, ..BreakOptions::default() };
    let lines = |widest: f64| {
        let measures = Measures { first: &[], rest: Em::new(12.0), widest: Em::new(widest) };
        break_lines(&shaped, measures, &options)
    };
    assert!(lines(12.0).iter().all(|line| line.end != LineEnd::Emergency));
    assert!(lines(16.0).iter().any(|line| line.end == LineEnd::Emergency));
}

#[test]
fn a_run_without_end_takes_no_longer_than_its_length() {
    let digits = "9".repeat(50_000);
    for text in [
        "-".repeat(20_000),
        "(".repeat(20_000),
        "a-".repeat(10_000),
        "a".repeat(20_000),
        "가".repeat(20_000),
        digits,
    ] {
        for display in [false, true] {
            let style = crate::style::ParagraphStyle { display, ..Default::default() };
            let shaped = paragraph("ko", &plain(&text), &style);
            let start = std::time::Instant::now();
            let lines = break_lines(
                &shaped,
                Em::new(20.0),
                &BreakOptions { align: Align::Start, display, ..BreakOptions::default() },
            );
            assert!(start.elapsed().as_secs() < 10 && lines.len() > 100, "{}", &text[..4]);
        }
    }
}
