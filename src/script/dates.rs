//! Dates with the names of months, and times of day. In: text. Out: how much of its start is one date or one time. It
//! knows the forms of all languages at once.

use crate::script::scan::{digits, run, space, stem, word};

/// Months in English, Spanish, French and Tagalog, with their usual abbreviations, in lower case (CLDR; “setiembre”,
/// “sept” and “mar” H).
const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "setiembre",
    "octubre",
    "noviembre",
    "diciembre",
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
    "janv",
    "févr",
    "juill",
    "déc",
    "pebrero",
    "marso",
    "hunyo",
    "hulyo",
    "setyembre",
    "oktubre",
    "nobyembre",
    "disyembre",
];

/// Months in Thai and their abbreviations (CLDR).
const THAI_MONTHS: &[&str] = &[
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
];

/// What may stand after the number of a day (H).
const ORDINALS: &[&str] = &["er", "st", "nd", "rd", "th", "º", "°", "."];

/// What may stand between day, month and year, a space after it (CLDR, long dates of es, th; `of`, `ng`, `del` H).
const LINKS: &[&str] = &["de", "del", "ng", "of", "พ.ศ.", "ค.ศ."];

/// Halves of the day after a time (CLDR, day periods of en, es; the rest H).
const HALVES: &[&str] =
    &["a.m.", "p.m.", "a. m.", "p. m.", "am", "pm", "AM", "PM", "n.u.", "n.h.", "n.g.", "น.", "h", "hrs"];

/// Halves of the day before a time (CLDR, day periods of zh, zh-Hant, ko).
const PARTS: &[&str] = &["上午", "下午", "早上", "晚上", "中午", "凌晨", "오전", "오후"];

/// The length of a date that names its month.
pub(super) fn date(text: &str) -> Option<usize> {
    let found = [day_first(text), month_first(text), counted(text, "年月日号號년월일")];
    found.into_iter().flatten().max()
}

/// The length of a time of day.
pub(super) fn time(text: &str) -> Option<usize> {
    let part = stem(text, PARTS).map_or(0, |part| part + space(&text[part..]));
    let hour = digits(&text[part..], 1..=2).map(|length| part + length);
    let clock = hour.and_then(|hour| by_clock(text, hour));
    let counted = counted(&text[part..], "时時点點分秒시분초").map(|length| part + length);
    let short = hour.filter(|_| part > 0).and_then(|hour| {
        Some(hour + text[hour..].chars().next().filter(|c| "时時点點시".contains(*c))?.len_utf8())
    });
    [clock, counted, short].into_iter().flatten().max()
}

/// The length of `9:00 a.m.`, `14 h 30`, `9 a.m.`, `09.30 น.`, whose hour ends at `hour`.
fn by_clock(text: &str, hour: usize) -> Option<usize> {
    let rest = &text[hour..];
    let half = |at: usize| {
        let gap = space(&text[at..]);
        word(&text[at + gap..], HALVES).map(|length| at + gap + length)
    };
    if let Some(minutes) = rest.strip_prefix([':', '.', '：']) {
        let sign = rest.len() - minutes.len();
        let end = hour + sign + digits(minutes, 2..=2)?;
        // `9.30` may be any number; a half of the day makes it a time.
        return half(end).or_else(|| (!rest.starts_with('.')).then_some(end));
    }
    let gap = space(rest);
    match rest[gap..].strip_prefix(['h', 'H']) {
        Some(minutes) => {
            let end = hour + gap + 1;
            let second = space(minutes);
            digits(&minutes[second..], 2..=2).map(|length| end + second + length).or_else(|| half(hour))
        }
        None => half(hour),
    }
}

/// The length of a date such as `3 November 2015`, `1er mai`, `3 de noviembre de 2015`, `ika-3 ng Nobyembre`.
fn day_first(text: &str) -> Option<usize> {
    let prefix = stem(text, &["ika-", "Ika-"]).unwrap_or(0);
    let mut end = prefix + digits(&text[prefix..], 1..=2)?;
    if let Some(last) = text[end..].strip_prefix(['-', '–']) {
        end = text.len() - last.len() + digits(last, 1..=2)?;
    }
    end += stem(&text[end..], ORDINALS).unwrap_or(0);
    end = linked(text, end)?;
    end += month(&text[end..])?;
    Some(year(text, end).unwrap_or(end))
}

/// The length of a date such as `November 3, 2015`, `mai 2015`, `noviembre de 2015`.
fn month_first(text: &str) -> Option<usize> {
    // Most words end here: no digit follows them.
    let word = run(text, char::is_alphabetic);
    if !text[word..].chars().take(6).any(|c| c.is_ascii_digit()) && !text.starts_with(super::is_thai) {
        return None;
    }
    let name = month(text)?;
    let day = linked(text, name).and_then(|at| {
        let end = at + digits(&text[at..], 1..=2)?;
        let ordinal = stem(&text[end..], ORDINALS).filter(|_| !text[end..].starts_with('.'));
        Some(end + ordinal.unwrap_or(0))
    });
    match day {
        Some(end) => Some(year(text, end).unwrap_or(end)),
        None => year(text, name),
    }
}

/// Where the next part of a date starts: after a space, and a word that links it.
fn linked(text: &str, at: usize) -> Option<usize> {
    let gap = Some(space(&text[at..])).filter(|&gap| gap > 0)?;
    let start = at + gap;
    let link = word(&text[start..], LINKS).unwrap_or(0);
    match link {
        0 => Some(start),
        _ => Some(start + link + Some(space(&text[start + link..])).filter(|&gap| gap > 0)?),
    }
}

/// Where a year ends that follows, a comma between or none.
fn year(text: &str, at: usize) -> Option<usize> {
    let comma = usize::from(text[at..].starts_with(','));
    let start = linked(text, at + comma)?;
    Some(start + digits(&text[start..], 4..=4)?)
}

/// The length of the name of a month.
fn month(text: &str) -> Option<usize> {
    if text.starts_with(super::is_thai) {
        return stem(text, THAI_MONTHS);
    }
    let length = run(text, char::is_alphabetic);
    let name = &text[..length];
    // These are words of English too.
    let other_word = matches!(name, "may" | "march" | "mar" | "sep" | "dec");
    // The longest has ten letters.
    let known = length <= 12 && !other_word && MONTHS.contains(&name.to_lowercase().as_str());
    known.then(|| length + usize::from(length <= 5 && text[length..].starts_with('.')))
}

/// The length of two or more numbers with their counters, as in 2015年11月3日 and 2015년 11월 3일.
fn counted(text: &str, counters: &str) -> Option<usize> {
    let (mut end, mut parts) = (0, 0);
    loop {
        let gap = if parts > 0 { space(&text[end..]) } else { 0 };
        let start = end + gap;
        let Some(number) = digits(&text[start..], 1..=4).map(|length| start + length) else { break };
        let Some(counter) = text[number..].chars().next().filter(|c| counters.contains(*c)) else { break };
        end = number + counter.len_utf8();
        parts += 1;
    }
    (parts >= 2).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_with_the_name_of_its_month_is_whole() {
        for text in [
            "3 November 2015",
            "3–5 November 2015",
            "3rd of November, 2015",
            "November 3, 2015",
            "Nov. 3, 2015",
            "May 2015",
            "3 de noviembre de 2015",
            "noviembre de 2015",
            "1er novembre 2015",
            "3 novembre 2015",
            "ika-3 ng Nobyembre 2015",
            "Nobyembre 3, 2015",
            "3 พฤศจิกายน 2558",
            "3 พ.ย. 2558",
            "3 พฤศจิกายน พ.ศ. 2558",
            "2015년 11월 3일",
            "2015年11月3日",
            "２０１５年１１月３日",
            "11月3日",
        ] {
            assert_eq!(date(text).unwrap_or(0), text.len(), "{text}");
        }
    }

    #[test]
    fn a_time_of_day_is_whole() {
        for text in [
            "9:00",
            "9:00 a.m.",
            "9 a.m.",
            "14 h 30",
            "14h30",
            "14 h",
            "09.30 น.",
            "9:00 p. m.",
            "上午9时30分",
            "오전 9시 30분",
            "下午3点",
        ] {
            assert_eq!(time(text), Some(text.len()), "{text}");
        }
    }

    #[test]
    fn what_looks_like_a_date_by_chance_is_none() {
        for text in ["may 11 women", "they march 3 times", "3 women", "11 hommes", "9.30", "2015 in"] {
            assert_eq!(date(text), None, "{text}");
        }
    }
}
