//! Numbers with what belongs to them: units, currencies, a telephone's extension. In: text. Out: how much of its start is
//! one number. It knows the words of all languages at once.

use crate::script::is_hangul;
use crate::script::scan::{digits, is_currency, is_digit, run, space, stem, word};

/// Units of the SI, signs of currency and codes (ISO 4217), halves of the day: they stay with the number before them, a
/// space between (SI brochure 5.4.3; beyond the SI H).
const SYMBOLS: &[&str] = &[
    "%", "‰", "°C", "°F", "€", "$", "£", "mm", "cm", "m", "km", "m²", "km²", "mg", "g", "kg", "ml", "l", "L",
    "s", "min", "h", "km/h", "CAD", "USD", "EUR", "PHP", "THB", "KRW", "TWD", "HKD", "CNY", "a.m.", "p.m.",
    "am", "pm",
];

/// Words that are units, in languages with spaces, each once where several have it (H).
const WORDS: &[&str] = &[
    "percent",
    "dollars",
    "cents",
    "euros",
    "pesos",
    "million",
    "millions",
    "billion",
    "thousand",
    "hours",
    "minutes",
    "days",
    "weeks",
    "months",
    "years",
    "metres",
    "dólares",
    "millones",
    "horas",
    "minutos",
    "días",
    "semanas",
    "meses",
    "años",
    "heures",
    "jours",
    "semaines",
    "mois",
    "ans",
    "mille",
    "porsiyento",
    "dolyar",
    "piso",
    "milyon",
    "libo",
    "oras",
    "minuto",
    "araw",
    "linggo",
    "buwan",
    "taon",
];

/// Units and classifiers of Thai; what follows may be written on to them (H).
const THAI: &[&str] = &[
    "บาท",
    "ปี",
    "คน",
    "วัน",
    "เดือน",
    "ครั้ง",
    "ชั่วโมง",
    "นาที",
    "ราย",
    "แห่ง",
    "ล้าน",
    "แสน",
    "หมื่น",
    "พัน",
    "ดอลลาร์",
    "เปอร์เซ็นต์",
    "กิโลเมตร",
    "กิโลกรัม",
    "เมตร",
    "กม.",
    "กก.",
    "น.",
];

/// Counters of Korean (H); particles are written on to them (Hangul orthography, article 43).
const KOREAN: &[&str] = &[
    "명",
    "개",
    "년",
    "월",
    "일",
    "시",
    "분",
    "원",
    "세",
    "살",
    "번",
    "회",
    "건",
    "주",
    "달",
    "곳",
    "만",
    "억",
    "천",
    "달러",
    "퍼센트",
    "시간",
    "개월",
    "킬로미터",
];

/// Measure words that stay with the number before them, no space between (clreq 3.1.4; the list H).
const MEASURES: &str = "年月日时時分秒点點个個名人岁歲元块塊万萬亿億次种種条條款项項天周週号號页頁楼樓层層届屆成倍章节節届位家起件项里米％";

/// Units of Chinese of several characters (H).
const HAN: &[&str] = &[
    "公里",
    "公斤",
    "公尺",
    "公分",
    "公克",
    "公顷",
    "公頃",
    "平方公里",
    "平方米",
    "平方公尺",
    "立方米",
    "厘米",
    "毫米",
    "千米",
    "千克",
    "小时",
    "小時",
    "分钟",
    "分鐘",
    "星期",
    "美元",
    "加元",
    "港元",
    "欧元",
    "歐元",
    "英里",
    "摄氏度",
    "攝氏度",
];

/// Words before a telephone's extension (H).
const EXTENSIONS: &[&str] = &[
    "extension",
    "extensión",
    "ext.",
    "ext",
    "x",
    "poste",
    "p.",
    "int.",
    "local",
    "loc.",
    "分机",
    "分機",
    "转",
    "轉",
    "내선",
    "ต่อ",
];

/// The length of a sign of currency with its number.
pub(super) fn amount(text: &str) -> Option<usize> {
    let sign = run(text, is_currency);
    let gap = space(&text[sign..]);
    let rest = &text[sign + gap..];
    let figure = number(rest).or_else(|| digits(rest, 1..=15))?;
    Some(sign + gap + figure)
}

/// The length of a number at the start that belongs together: groups of digits with single marks between them (a
/// phone number, a date, thousands), and its unit or extension.
pub(super) fn number(text: &str) -> Option<usize> {
    let groups = digit_groups(text);
    if !groups.contains(is_digit) || !is_one_number(groups) {
        return None;
    }
    let bare = run(groups, |c| is_digit(c) || c == '+');
    let after = &text[groups.len()..];
    let more = unit(after).or_else(|| extension(after).filter(|_| is_phone(groups))).unwrap_or(0);
    (more > 0 || groups.len() > bare).then_some(groups.len() + more)
}

/// The fewest digits of a telephone number, without an area code (H).
const LEAST_DIGITS: usize = 7;

/// The most digits of a number that has spaces (ITU-T E.164 6.1: a telephone number has 15 at most).
const MOST_DIGITS: usize = 15;

/// The digits at the start, with single marks or spaces between groups, and an area code in brackets. Brackets count only
/// in pairs and before the last digits. Nothing where there are too many digits.
fn digit_groups(text: &str) -> &str {
    let (mut end, mut gap, mut digits, mut spaced) = (0, 0, 0, false);
    let (mut open, mut close) = (None, None);
    for (at, c) in text.char_indices() {
        match c {
            _ if is_digit(c) && digits == MOST_DIGITS && spaced => return "",
            _ if is_digit(c) => (end, gap, digits) = (at + c.len_utf8(), 0, digits + 1),
            '+' if matches!(&text[..at], "" | "(") => gap = 0,
            '(' if open.is_none() => (open, gap) = (Some(at), 0),
            ')' if open.is_some() && close.is_none() => (end, gap, close) = (at + 1, 0, Some(at)),
            // Digits without a space go on as long as they like: UAX #14 keeps them together too.
            ' ' | '\u{a0}' | '\u{202f}' if spaced || digits <= MOST_DIGITS => (gap, spaced) = (gap + 1, true),
            '-' | '.' | '\u{2011}' | '–' | '/' | ',' => gap += 1,
            _ => break,
        }
        if gap > 1 {
            break;
        }
    }
    let paired = match (open, close) {
        (Some(open), None) => &text[..open],
        (Some(open), Some(close)) if close + 1 == end => &text[..open],
        _ => &text[..end],
    };
    paired.trim_end_matches(|c| !is_digit(c))
}

/// Whether groups of digits are one phone number, date or number of thousands: with spaces only where
/// all of it is as long as a telephone number.
fn is_one_number(groups: &str) -> bool {
    let digits = groups.chars().filter(|&c| is_digit(c)).count();
    !groups.contains(' ') || (LEAST_DIGITS..=MOST_DIGITS).contains(&digits) || is_thousands(groups)
}

/// Whether a number has a space before each three digits: `1 000 000`.
fn is_thousands(groups: &str) -> bool {
    let mut parts = groups.split(' ');
    let head = parts.next().is_some_and(|head| (1..=3).contains(&head.len()));
    head && parts.all(|part| part.len() == 3 && part.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether groups of digits may be a telephone number.
fn is_phone(groups: &str) -> bool {
    groups.chars().filter(|&c| is_digit(c)).count() >= LEAST_DIGITS
}

/// The length of an extension after a telephone number, of six digits at most (H).
fn extension(text: &str) -> Option<usize> {
    let comma = usize::from(text.starts_with(','));
    let gap = comma + space(&text[comma..]);
    let name = gap + stem(&text[gap..], EXTENSIONS)?;
    let second = name + space(&text[name..]);
    Some(second + digits(&text[second..], 1..=6)?)
}

/// The length of a unit that follows a number, the space between included.
fn unit(text: &str) -> Option<usize> {
    let gap = space(text);
    let rest = &text[gap..];
    let spaced = (gap > 0).then(|| word(rest, SYMBOLS).or_else(|| word(rest, WORDS))).flatten();
    let length = spaced.or_else(|| stem(rest, THAI)).or_else(|| counter(rest)).or_else(|| measure(rest))?;
    Some(gap + length)
}

/// The length of a counter of Korean: that of its whole word, if it is short enough to hold no more than
/// particles: four syllables (H).
fn counter(text: &str) -> Option<usize> {
    stem(text, KOREAN)?;
    let length = run(text, is_hangul);
    (text[..length].chars().count() <= 4).then_some(length)
}

/// The length of a measure of Chinese, of up to three words (H): 3个月, 500多万元.
fn measure(text: &str) -> Option<usize> {
    let about = text.chars().next().filter(|c| "多余餘来來".contains(*c)).map_or(0, char::len_utf8);
    let mut length = about;
    for _ in 0..3 {
        let rest = &text[length..];
        let one = || rest.chars().next().filter(|&c| MEASURES.contains(c)).map(char::len_utf8);
        length += stem(rest, HAN).or_else(one).unwrap_or(0);
    }
    (length > about).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) {
        assert_eq!(number(text).or_else(|| amount(text)), Some(text.len()), "{text}");
    }

    #[test]
    fn a_number_is_one_with_its_unit() {
        for text in [
            "25 km",
            "30 %",
            "100\u{202f}000 $",
            "24 horas",
            "11 คน",
            "500 명의",
            "500명",
            "25 公里",
            "２５公里",
            "３０％",
        ] {
            whole(text);
        }
        for text in [
            "3个月",
            "500多万元",
            "1.5万元",
            "11名",
            "24 小时",
            "$500",
            "$ 500",
            "฿ 100",
            "€ 1 000",
            "₩5,000",
        ] {
            whole(text);
        }
    }

    #[test]
    fn a_telephone_number_is_one_with_its_extension() {
        for text in [
            "416-906-3098 ext. 12",
            "416.906.3098",
            "+1 (416) 906-3098 x5",
            "514 555-0199, poste 12",
            "02-123-4567 내선 3",
        ] {
            whole(text);
        }
    }

    #[test]
    fn brackets_count_in_pairs() {
        for (text, kept) in [
            ("(1,000 people)", None),
            ("(25 km)", None),
            ("(416-555-0100)", None),
            ("416-555-0100)", Some("416-555-0100")),
            ("25 km)", Some("25 km")),
            ("416-555-0100 (24 hours)", Some("416-555-0100")),
            ("1,000 (2,000)", Some("1,000")),
            ("(416) 555-0100)", Some("(416) 555-0100")),
            ("(+1 416) 555-0100", Some("(+1 416) 555-0100")),
        ] {
            assert_eq!(number(text), kept.map(str::len), "{text}");
        }
    }

    #[test]
    fn what_follows_by_chance_is_no_unit() {
        assert_eq!(number("11 women"), None);
        assert_eq!(number("3 mothers"), None);
        assert_eq!(number("11 여성들의"), None);
        assert_eq!(number("2015 x 3"), None);
    }
}
