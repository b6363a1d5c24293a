//! Cases: a language, and texts or the stretches that are found in them.

use super::*;
use crate::locale::Locale;
use crate::script::Typography;

fn typography(tag: &str) -> Typography {
    Typography::of(&Locale::parse(tag).expect(tag))
}

/// What is found in a text of a language.
pub(super) fn found<'t>(tag: &str, text: &'t str) -> Vec<&'t str> {
    tokens(text, &typography(tag).lexicon).into_iter().map(|token| &text[token.range]).collect()
}

/// Asserts that each text is one stretch of that kind.
fn one(tag: &str, kind: TokenKind, texts: &[&str]) {
    let lexicon = typography(tag).lexicon;
    for text in texts {
        let found: Vec<_> =
            tokens(text, &lexicon).into_iter().map(|token| (token.range, token.kind)).collect();
        assert_eq!(found, [(0..text.len(), kind)], "{tag}: {text}");
    }
}

pub(super) fn whole(tag: &str, texts: &[&str]) {
    one(tag, TokenKind::Whole, texts);
}

pub(super) fn together(tag: &str, texts: &[&str]) {
    one(tag, TokenKind::Together, texts);
}

/// Asserts that nothing is found in the texts.
fn none(tag: &str, texts: &[&str]) {
    for text in texts {
        assert_eq!(found(tag, text), Vec::<&str>::new(), "{tag}: {text}");
    }
}

#[test]
fn a_date_with_the_name_of_its_month_is_whole() {
    whole("en", &["3 November 2015", "3–5 November 2015", "3rd of November, 2015", "November 3, 2015"]);
    whole("en", &["Nov. 3, 2015", "May 2015", "3 november 2015", "3 NOVEMBER 2015"]);
    whole("es", &["3 de noviembre de 2015", "noviembre de 2015", "1º de mayo"]);
    whole("fr", &["1er novembre 2015", "3 novembre 2015", "3 nov. 2015"]);
    whole("tl", &["ika-3 ng Nobyembre 2015", "Nobyembre 3, 2015"]);
    whole("th", &["3 พฤศจิกายน 2558", "3 พ.ย. 2558", "3 พฤศจิกายน พ.ศ. 2558"]);
    whole("ko", &["2015년 11월 3일"]);
    whole("zh-Hans", &["2015年11月3日", "２０１５年１１月３日", "11月3日"]);
}

#[test]
fn dates_of_more_languages_are_whole() {
    whole("ru", &["18 мая 2026 г.", "18 мая", "май 2026", "2026 г."]);
    whole("uk", &["18 травня 2026 р.", "травень 2026"]);
    whole("pl", &["18 maja 2026 r.", "maja 2026", "18 maja"]);
    whole("cs", &["18. května 2026"]);
    whole("de", &["18. Mai 2026", "1. Jänner 2026"]);
    whole("hu", &["2026. május 18.", "2026. május", "május 18"]);
    whole("tr", &["18 Mayıs 2026", "18 Mayıs"]);
    whole("pt", &["18 de maio de 2026", "maio de 2026"]);
    whole("it", &["18 maggio 2026"]);
    whole("id", &["18 Mei 2026"]);
    whole("hi", &["18 मई 2026", "18 मई"]);
    whole("ar", &["18 مايو 2026", "18 مايو"]);
    whole("he", &["18 במאי 2026"]);
    whole("ja", &["2026年5月18日"]);
}

#[test]
fn a_time_of_day_is_whole() {
    whole("en", &["9:00", "9:00 a.m.", "9 a.m.", "9:00 AM", "9:00–17:00", "9 a.m."]);
    whole("fr", &["14 h 30", "14h30", "14 h"]);
    whole("th", &["09.30 น."]);
    whole("es", &["9:00 p. m.", "9:00 p.\u{a0}m."]);
    whole("zh-Hans", &["上午9时30分", "下午3点", "9：30"]);
    whole("ko", &["오전 9시 30분"]);
    whole("ja", &["午前9時30分"]);
    whole("de", &["14:30 Uhr", "9 Uhr"]);
}

#[test]
fn what_looks_like_a_date_by_chance_is_none() {
    none("en", &["may 11 women", "they march 3 times", "3 women", "2015 in", "In May. 2015 women"]);
    none("fr", &["11 hommes", "en mars. 2015 femmes"]);
}

#[test]
fn a_number_is_one_with_its_unit() {
    whole("en", &["25 km", "30 %", "100\u{202f}000 $", "1,000", "100 m²", "5 million", "$5 million"]);
    whole("es", &["24 horas"]);
    whole("th", &["11 คน", "๑๒ คน", "5 ล้านบาท"]);
    whole("ko", &["500 명의", "500명", "3개월간"]);
    whole("zh-Hans", &["25 公里", "２５公里", "３０％", "3个月", "500多万元", "1.5万元", "11名", "24 小时"]);
    whole("en", &["$500", "$ 500", "฿ 100", "€ 1 000", "₩5,000", "1 000 000", "1 000,50 €"]);
}

#[test]
fn units_of_more_languages_stay_with_their_number() {
    whole("ru", &["20 минут", "300 руб.", "300 ₽"]);
    whole("uk", &["300 грн", "300 ₴"]);
    whole("pl", &["300 zł", "24 godziny"]);
    whole("cs", &["300 Kč"]);
    whole("hu", &["300 Ft"]);
    whole("tr", &["300 TL"]);
    whole("vi", &["20 phút", "300 đồng"]);
    whole("he", &["20 דקות", "20 ₪", "300 ₪"]);
    whole("ar", &["20 دقيقة"]);
    whole("hi", &["300 रुपये", "२० मिनट"]);
    whole("pt", &["5 anos"]);
    together("pt", &["R$ 300"]);
    whole("ja", &["15 ページ", "300 円", "20分"]);
    whole("bn", &["300 ৳"]);
    whole("km", &["300 ៛"]);
}

#[test]
fn a_telephone_number_is_one_with_its_extension() {
    whole("en", &["416-906-3098 ext. 12", "416.906.3098", "+1 (416) 906-3098 x5", "416-906-3098, ext. 12"]);
    whole("fr", &["514 555-0199, poste 12"]);
    whole("ko", &["02-123-4567 내선 3"]);
}

#[test]
fn brackets_count_in_pairs() {
    for (text, kept) in [
        ("(1,000 people)", vec!["1,000"]),
        ("(25 km)", vec!["25 km"]),
        ("(416-555-0100)", vec!["416-555-0100"]),
        ("416-555-0100)", vec!["416-555-0100"]),
        ("25 km)", vec!["25 km"]),
        ("416-555-0100 (24 hours)", vec!["416-555-0100", "24 hours"]),
        ("1,000 (2,000)", vec!["1,000", "2,000"]),
        ("(416) 555-0100)", vec!["(416) 555-0100"]),
        ("(+1 416) 555-0100", vec!["(+1 416) 555-0100"]),
        ("(1,000 شخص) (25 km)", vec!["1,000", "25 km"]),
        ("(call 416-555-0100) (416-555-0101)", vec!["416-555-0100", "416-555-0101"]),
    ] {
        assert_eq!(found("en", text), kept, "{text}");
    }
}

#[test]
fn what_follows_by_chance_is_no_unit() {
    none("en", &["11 women", "3 mothers", "2015 x 3", "In 2015, 11 women, e.g. 3 in one.", "1. Recognise"]);
    none("ko", &["11 여성들의"]);
    none("th", &["11 ผู้หญิง"]);
}

#[test]
fn more_digits_than_a_telephone_number_has_are_no_number() {
    none("en", &["4111 1111 1111 1111", "1 2 3 4 5 6 7 8 9 10 11 12 13 14"]);
    whole("en", &["4111-1111-1111-1111"]);
}

#[test]
fn a_word_is_one_with_the_number_that_it_announces() {
    together(
        "en",
        &["Article 12", "article 12–14", "No. 5", "№ 5", "art. 12", "s. 286", "Bill C-36", "Act 9208"],
    );
    together("en", &["CAD 500", "tel. 416 906 3098", "§ 12", "section 286.1"]);
    together("es", &["artículo 12", "ley 1", "n° 5", "nº 5"]);
    together("th", &["มาตรา 7"]);
    together("ko", &["제 12 조", "제12조"]);
    together("zh-Hans", &["第12条", "第十二条"]);
    together("ru", &["ст. 12", "стр. 15", "№ 45"]);
    together("pl", &["nr 45", "art. 12"]);
    together("vi", &["Điều 12", "tháng 5"]);
    together("ja", &["第12条"]);
}

#[test]
fn a_title_and_initials_are_one_with_the_first_word_of_the_name() {
    for (tag, text) in
        [("en", "Dr. Lam"), ("en", "S. Lam"), ("en", "J. R. Cruz"), ("fr", "Mme Roy"), ("en", "Dr. S. Lam")]
    {
        together(tag, &[text]);
        assert_eq!(found(tag, &format!("{text}-Diaz said")), [text]);
    }
    assert_eq!(found("en", "Dr. S. said"), ["Dr. S"]);
    together("ru", &["А. С. Пушкин", "г-жа Иванова"]);
    none("en", &["Plan A", "A. is it"]);
}

#[test]
fn initials_may_be_many() {
    let text = "A. ".repeat(10_000) + "Lam";
    together("en", &[&text]);
}

#[test]
fn other_words_are_free() {
    none("es", &["no 11 mujeres"]);
    none("en", &["the 11 women", "Sex work", "I am", "a 3", "is 5"]);
}

#[test]
fn addresses_and_numbers_are_whole() {
    let found = |text| found("en", text);
    assert_eq!(found("Call 416-906-3098 or +1 (416) 906 3098."), ["416-906-3098", "+1 (416) 906 3098"]);
    assert_eq!(found("(416) 906-3098"), ["(416) 906-3098"]);
    assert_eq!(found("On 2015-11-03, 03/11/2015: 1 000 000"), ["2015-11-03", "03/11/2015", "1 000 000"]);
    assert_eq!(found("write to a.b@c.org."), ["a.b@c.org"]);
    assert_eq!(found("25 km, 30 %"), ["25 km", "30 %"]);
    one("en", TokenKind::Mail, &["a_b+c@mail.example.org"]);
    whole("en", &["9–17", "2015-11-03"]);
}

#[test]
fn a_bare_domain_is_an_address_with_its_path_or_none() {
    let found = |text| found("en", text);
    assert_eq!(
        found("see butterflysw.org, or butterflysw.org/help?"),
        ["butterflysw.org", "butterflysw.org/help"]
    );
    assert_eq!(found("and/or/www.a.org butterflysw.org?a=b."), ["www.a.org", "butterflysw.org?a=b"]);
    none("en", &["me@butterflysw and..com St.ga", "e.g. i.e. and/or", "The end.So it was", "U.S.A p.m. a.m"]);
    assert_eq!(found("butterflysw.org's"), ["butterflysw.org"]);
    one("en", TokenKind::Url, &["https://a.org", "http://x.org/a;b=c", "HTTP://a.org", "butterflysw.org/"]);
}

#[test]
fn a_host_has_any_number_of_labels() {
    for host in [
        "example.org",
        "sub.example.co.uk",
        "example.museum",
        "clinique.gouv.qc.ca",
        "x.community",
        "a.b.c.example.info",
        "www2.clinic-on-main.example.com",
        "santé-québec.example",
        "клиника.рф",
        "EXAMPLE.ORG",
        "sub.example.co.uk:8080",
        "clinique.gouv.qc.ca/où-nous-trouver",
        "t.me/harbourstreetclinic",
        "wa.me/16045550100",
        "bc.ca/",
    ] {
        one("en", TokenKind::Url, &[host]);
        assert_eq!(found("en", &format!("See ({host}), or “{host}”.")), [host, host]);
    }
    one("en", TokenKind::Mail, &["a@sub.example.co.uk", "été@santé.example"]);
}

#[test]
fn a_web_address_breaks_after_slashes_and_before_marks() {
    let text = "https://butterflysw.org/help?lang=en#top";
    let [token] = &tokens(text, &typography("en").lexicon)[..] else { panic!("one token") };
    let mut marked = text.to_owned();
    token.breaks(text).iter().rev().for_each(|&at| marked.insert(at, '|'));
    assert_eq!(marked, "https://butterflysw|.org/|help|?lang=en|#top");
}

#[test]
fn an_address_of_a_mailbox_breaks_before_its_marks() {
    let text = "a.b-c@clinic.example.org";
    let [token] = &tokens(text, &typography("en").lexicon)[..] else { panic!("one token") };
    let mut marked = text.to_owned();
    token.breaks(text).iter().rev().for_each(|&at| marked.insert(at, '|'));
    assert_eq!(marked, "a.b-c|@clinic|.example|.org");
}

#[test]
fn a_text_that_never_ends_is_read_once() {
    for piece in ["a.", "a-", "1 ", "A. ", "第", "http://", "a@", "12:", "ก", "(1"] {
        let text = piece.repeat(10_000);
        let start = std::time::Instant::now();
        tokens(&text, &typography("en").lexicon);
        assert!(start.elapsed().as_secs() < 10, "{piece}");
    }
}
