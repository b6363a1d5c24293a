//! What stays whole by kind, in the notation of each language and in the digits of each script.

use super::tests::{found, together, whole};
use super::tokens;
use crate::locale::Locale;
use crate::script::Lexicon;

#[test]
fn what_announces_a_date_goes_on_as_the_date_does() {
    together(
        "th",
        &["วันที่ 1 มกราคม พ.ศ. 2569", "วันที่ ๑ มกราคม ๒๕๖๙", "วันที่ 1–5 มกราคม", "วันที่ 1 ถึง 5 มกราคม 2569"],
    );
    together("th", &["วันที่ 9.00–17.00 น.", "ข้อ 5 กิโลเมตร"]);
    together("en", &["No. 5 km", "Room 5–7", "page 3 to 5", "CAD 5–10", "§ 12–14", "Tel.: 604-555-0100"]);
    together("vi", &["ngày 5 tháng 1 năm 2026"]);
}

#[test]
fn a_date_stays_with_its_day_of_the_week() {
    whole("en", &["Monday, 3 May 2026", "Monday, May 3, 2026", "Mon 3 May", "Sat. May 3", "May 3 (Sat)"]);
    whole("fr", &["lundi 3 mai 2026", "lundi le 3 mai", "Dimanche 1er mai"]);
    whole("es", &["lunes, 3 de mayo de 2026", "sábado 3 de mayo"]);
    whole("de", &["Montag, den 3. Mai 2026", "Montag, 3. Mai"]);
    whole("th", &["วันจันทร์ที่ 5 มกราคม พ.ศ. 2569"]);
    whole("ko", &["2026년 5월 3일(일)", "5월 3일 월요일"]);
    whole("zh-Hans", &["2026年5月3日星期一", "５月３日（星期一）", "5月3日（一）"]);
    whole("ja", &["5月3日（月）", "2026年5月3日日曜日"]);
    whole("ru", &["понедельник, 18 мая 2026 г."]);
    whole("tl", &["Lunes, ika-3 ng Mayo 2026", "Lunes, Mayo 3"]);
    whole("pt", &["segunda-feira, 18 de maio"]);
    whole("hu", &["2026. május 18., hétfő"]);
    whole("tr", &["18 Mayıs 2026 Pazartesi"]);
}

#[test]
fn a_range_of_dates_is_one() {
    whole("fr", &["du 3 au 5 mai", "du 3 au 5 mai 2026", "du lundi 3 au mercredi 5 mai", "3 mai – 5 juin"]);
    whole("es", &["del 3 al 5 de mayo de 2026", "3 de mayo a 5 de junio"]);
    whole("en", &["3 to 5 May", "May 3 – 5, 2026", "from May 3 to June 5", "30 April–2 May 2026"]);
    whole("de", &["vom 3. bis 5. Mai 2026", "3.–5. Mai"]);
    whole("th", &["1–5 มกราคม 2569", "1 ถึง 5 มกราคม"]);
    whole("ko", &["5월 3일~5일", "5월 3일부터 5월 7일까지", "3일 ~ 5일"]);
    whole("zh-Hant", &["5月3日至5日", "5月3日—7日", "５月３日～５日"]);
}

#[test]
fn a_range_of_hours_is_one() {
    whole(
        "en",
        &["9:00 a.m. – 5:00 p.m.", "9 a.m. to 5 p.m.", "9–17 h", "from 9:00 to 17:00", "9:00 a.m.–5 p.m."],
    );
    whole("fr", &["de 9 h à 17 h", "9h30–17h", "9 h 30 à 12 h", "de 9:00 à 17:00"]);
    whole("es", &["de 9:00 a 17:00", "de las 9:00 a las 17:00", "9:00 a. m. a 5:00 p. m."]);
    whole("th", &["09.00–17.00 น.", "๐๙.๐๐ - ๑๗.๐๐ น."]);
    whole("ko", &["오전 9시~오후 5시", "오전 9시 30분부터 오후 5시까지"]);
    whole("zh-Hans", &["上午9时至下午5时", "9：00～17：00", "９：００－１７：００"]);
    whole("ja", &["午前9時から午後5時"]);
    whole("de", &["9:00 bis 17:00 Uhr", "9–17 Uhr"]);
    whole("ru", &["с 9:00 до 17:00"]);
}

#[test]
fn a_range_has_its_unit_and_its_currency() {
    whole("en", &["3–5 km", "3 – 5 km", "3 to 5 minutes", "10 km – 15 km", "$5–10", "$5 – $10", "$5 to $10"]);
    whole("fr", &["3 à 5 km", "de 10 à 15 minutes", "5 à 10 $", "1 200 à 1 500 $"]);
    whole("es", &["de 3 a 5 horas", "$5 a $10"]);
    whole("th", &["20–30 นาที", "20 ถึง 30 นาที", "฿100–200", "๒๐ - ๓๐ บาท"]);
    whole("ko", &["3~5명", "20 ~ 30분", "₩5,000~10,000"]);
    whole("zh-Hans", &["3～5天", "10—20元", "3至5公里", "￥５～１０"]);
}

#[test]
fn a_telephone_number_stays_with_what_announces_it() {
    together("en", &["Phone: 604-555-0100", "tel 604 555 0100", "Fax (604) 555-0100"]);
    together("fr", &["Tél. : 514 555-0199", "téléphone 514 555-0199, poste 12"]);
    together("es", &["Teléfono: 604-555-0100"]);
    together("th", &["โทร 02 123 4567", "โทรศัพท์ ๐๒-๑๒๓-๔๕๖๗", "เบอร์ 02-123-4567"]);
    together("ko", &["전화 02-123-4567", "전화: 02-123-4567 내선 3"]);
    together("zh-Hans", &["电话：604-555-0100", "电话６０４－５５５－０１００", "热线 604-555-0100"]);
    together("zh-Hant", &["電話（02）2345-6789"]);
    assert_eq!(found("en", "phone us, tel. or fax 24 hours"), ["24 hours"]);
}

#[test]
fn numbers_of_any_digits_are_numbers() {
    for zero in "0०๐໐၀០０٠۰০".chars().map(u32::from) {
        let written = |text: &str| -> String {
            text.chars().map(|c| c.to_digit(10).and_then(|d| char::from_u32(zero + d)).unwrap_or(c)).collect()
        };
        for text in
            ["604-555-0100", "(604) 555-0100", "1,200", "1 200", "25 km", "$ 500", "3 May 2026", "9:30–17:00"]
        {
            whole("en", &[&written(text)]);
        }
        together("en", &[&written("Article 12"), &written("# 5"), &written("Bill C-36")]);
    }
    whole(
        "zh-Hans",
        &[
            "６０４－５５５－０１００",
            "（６０４）５５５－０１００",
            "＋１ ６０４ ５５５ ０１００",
            "２５％",
            "１．５公里",
            "１，２００元",
        ],
    );
    whole("my", &["၆၀၄-၅၅၅-၀၁၀၀"]);
}

#[test]
fn numbers_have_spaces_at_their_thousands() {
    whole("fr", &["1 200,50 $", "2 500,75", "3 000,00", "1 050,5 %", "1\u{202f}200,50 $"]);
}

#[test]
fn signs_of_a_number_stay_with_it() {
    for sign in ["n.º", "N.º", "n.ª", "n.°", "nº", "N°", "№", "No.", "#"] {
        together("es", &[&format!("{sign} 5")]);
    }
    together("pt", &["n.º 5"]);
}

/// Asserts where a token has its cores: at each `|`.
fn cores(tag: &str, marked: &str) {
    let mut found = marked.replace('|', "");
    let locale = Locale::parse(tag).expect(tag);
    let [token] = &tokens(&found, &Lexicon::of(&locale))[..] else { panic!("{found} is one token") };
    token.cores.iter().rev().for_each(|&at| found.insert(at, '|'));
    assert_eq!(found, marked, "{tag}");
}

#[test]
fn a_token_is_made_of_others() {
    cores("th", "วันที่ |1 มกราคม พ.ศ. 2569");
    cores("th", "โทร |02 123 4567");
    cores("zh-Hans", "电话号码|604-555-0100");
    cores("en", "Monday, |3 May 2026");
    cores("fr", "lundi |3 mai");
    cores("fr", "du |3 au |5 mai");
    cores("en", "9:00 a.m. – |5:00 p.m.");
    cores("es", "3 de mayo de 2026");
    cores("en", "25 km");
}

#[test]
fn a_numbered_place_is_one_with_its_number() {
    together(
        "th",
        &["ห้อง 5", "อาคาร 8", "ซอย 9", "หมู่ 4", "สาย 29", "ชั้น 2", "ตึก ๓", "ประตู 4", "โต๊ะ 5", "ห้องตรวจที่ 5"],
    );
    together("th", &["ชานชาลา 2", "บ้านเลขที่ 12", "เตียง 7", "ช่องบริการ 3", "คิวที่ 15", "หมายเลข 5"]);
    together("en", &["floor 2", "Window 4", "Gate B12", "bus 29", "PO Box 5", "Room 12B", "Platform 3–5"]);
    together("fr", &["salle 5", "guichet 4", "étage 2", "porte B12", "case postale 5", "appt 3"]);
    together("es", &["sala 5", "ventanilla 4", "piso 2", "autobús 29", "andén 3"]);
    together("tl", &["silid 5", "palapag 2"]);
    together("ko", &["창구 4", "버스 29", "출구 3"]);
    whole("ko", &["3 층", "5 호실"]);
    together("zh-Hans", &["窗口4", "窗口４５６７", "房间 5"]);
    whole("zh-Hans", &["5号楼", "3单元", "29路", "５室"]);
    together("ja", &["窓口4", "診察室 5"]);
    together("de", &["Raum 5", "Gleis 3"]);
    together("pl", &["pokój 5", "okienko 4"]);
    together("ru", &["кабинет 5", "окно 4", "этаж 2"]);
    together("ar", &["الغرفة 5", "شباك ٤"]);
    together("vi", &["tầng 2", "quầy 4"]);
}

#[test]
fn raised_letters_are_read_as_letters() {
    together(
        "fr",
        &["nᵒ 5", "Nᵒ 6", "nᵒˢ 5", "Mᵐᵉ Roy", "Mˡˡᵉ Roy", "Mᵍʳ Roy", "Dʳ Roy", "Mᵉ Roy", "Sᵗᵉ Anne", "n⁰ 5"],
    );
    together("en", &["Mʳ Lam", "Mʳˢ Lam", "Dʳ Lam", "Nᵒ 5", "Nᵒˢ 5–7"]);
    together("es", &["Srᵃ Cruz", "Dʳᵃ Cruz", "Sr.ᵃ Cruz", "D.ª Cruz", "n.ᵒ 5"]);
    together("pt", &["Dr.ª Cruz", "Profᵃ Cruz"]);
    together("it", &["Sig.ʳᵃ Rossi"]);
    whole("fr", &["1ᵉʳ mai 2026", "du 1ᵉʳ au 5 mai"]);
    whole("en", &["3ʳᵈ of May", "May 3ʳᵈ"]);
    whole("es", &["1ᵒ de mayo", "1º de mayo"]);
}

#[test]
fn spaces_and_letters_of_full_width_are_read_as_others() {
    whole(
        "zh-Hans",
        &[
            "＋１　６０４　５５５　０１００",
            "Ｍ５Ｖ　２Ｔ６",
            "５　公里",
            "￥　５００",
            "５月　３日",
            "９：００　～　１７：００",
        ],
    );
    whole("ja", &["０１２０　１１１　２２２", "３０　分"]);
    together("ja", &["〒　１００－０００１", "電話　０３－１２３４－５６７８"]);
    together("zh-Hant", &["電話　（０２）　２３４５－６７８９"]);
}

#[test]
fn postal_codes_with_a_space_are_whole() {
    whole(
        "en",
        &["H2X 1Y4", "m5v 2t6", "SW1A 1AA", "M1 1AE", "D02 X285", "1234 AB", "CA 94103", "SE-123 45"],
    );
    together("en", &["123 45 Stockholm", "110 00 Praha"]);
    together("zh-Hans", &["邮编M5V 2T6", "邮编：M5V 2T6"]);
    together("ja", &["〒 100-0001"]);
    assert_eq!(found("fr", "(Québec) H2X 1Y4, tous"), ["H2X 1Y4"]);
    assert_eq!(found("ko", "밴쿠버 M5V 2T6에서"), ["M5V 2T6"]);
    let none: [&str; 0] = [];
    assert_eq!(found("en", "a 123 45 women, A1 is B2, UP 2 DATE"), none);
}
