//! Words that are nothing without what follows: `Article 12`, `No. 5`, `Bill C-36`, `Dr. Lam`, 第12条. In: text. Out: how
//! much of its start is kept on one line.

use crate::script::numbers::number;
use crate::script::scan::{digits, run, space};
use crate::script::{is_hangul, is_thai};

/// Words that stand before a number, in lower case (H).
const NUMBERED: &[&str] = &[
    "article",
    "articles",
    "section",
    "sections",
    "paragraph",
    "chapter",
    "page",
    "pages",
    "bill",
    "act",
    "figure",
    "schedule",
    "step",
    "room",
    "suite",
    "unit",
    "artículo",
    "artículos",
    "sección",
    "párrafo",
    "capítulo",
    "página",
    "páginas",
    "ley",
    "paso",
    "paragraphe",
    "chapitre",
    "annexe",
    "loi",
    "étape",
    "bureau",
    "poste",
    "artikulo",
    "seksyon",
    "kabanata",
    "pahina",
    "batas",
    "hakbang",
    "cad",
    "usd",
    "us$",
    "rmb",
];

/// Abbreviations that stand before a number when a full stop ends them, in lower case (H).
const ABBREVIATED: &[&str] = &[
    "no", "nos", "núm", "art", "arts", "sec", "s", "ss", "par", "para", "ch", "chap", "cap", "p", "pp",
    "pág", "págs", "vol", "fig", "apt", "ext", "tel", "tél", "blg",
];

/// No word of the lists is longer, in bytes.
const LONGEST: usize = 12;

/// Titles before a name, the full stop of most left out (H).
const TITLES: &[&str] = &[
    "Dr", "Dra", "Mr", "Mrs", "Ms", "Mx", "Prof", "St", "Ste", "Sr", "Sra", "Srta", "Lic", "Mme", "Mlle",
    "MM", "Me", "Gng", "Bb", "Atty", "Hon",
];

/// Words of Thai before a number (H).
const THAI: &[&str] = &["มาตรา", "ข้อ", "หมวด", "ฉบับที่", "ชั้น", "หน้า", "ร้อยละ", "วันที่", "โทร.", "เลขที่"];

/// What stands after the number of an article in Chinese and Korean (H).
const AFTER: &str = "条條款项項章节節号號届屆次页頁卷编編个個조항호장절회차";

/// The length of a word with the number that must follow it.
pub(super) fn reference(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    match first {
        '第' | '제' => ordinal(text, first),
        _ if is_thai(first) => THAI.iter().find_map(|word| numbered(text, text.strip_prefix(word)?)),
        _ if is_hangul(first) => None,
        _ => before_number(text),
    }
}

/// The length of 第12条, 第十二条, 제12조, 제 12 조.
fn ordinal(text: &str, first: char) -> Option<usize> {
    let sign = first.len_utf8();
    let start = sign + space(&text[sign..]);
    let figures = |c: char| "一二三四五六七八九十百千零〇两兩".contains(c);
    let number = digits(&text[start..], 1..=4).unwrap_or_else(|| run(&text[start..], figures));
    let end = start + number;
    let gap = space(&text[end..]);
    let after = text[end + gap..].chars().next().filter(|c| AFTER.contains(*c)).map(|c| gap + c.len_utf8());
    (number > 0 && number <= 6 * sign).then(|| end + after.unwrap_or(0))
}

/// The length of a text up to the end of the number that starts `rest`, its end, after a space.
fn numbered(text: &str, rest: &str) -> Option<usize> {
    let gap = Some(space(rest)).filter(|&gap| gap > 0)?;
    let rest = &rest[gap..];
    let letter = run(rest, |c| c.is_ascii_uppercase());
    let coded = rest[letter..].strip_prefix('-').filter(|_| letter == 1).and_then(|code| digits(code, 1..=4));
    let length =
        coded.map(|code| letter + 1 + code).or_else(|| number(rest)).or_else(|| digits(rest, 1..=15))?;
    Some(text.len() - rest.len() + length)
}

/// The length of a Latin word that numbers something, and of the number.
fn before_number(text: &str) -> Option<usize> {
    if let Some(rest) = text.strip_prefix('№') {
        return numbered(text, rest);
    }
    let length = run(text, |c| (c.is_alphabetic() && c != 'º') || c == '$');
    let rest = &text[length..];
    let (dotted, sign) = (rest.starts_with('.'), rest.starts_with(['°', 'º']));
    let rest = rest.strip_prefix(['.', '°', 'º']).unwrap_or(rest);
    // Most words end here: no number follows them.
    let follows = rest[space(rest)..].starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase());
    if !follows || length > LONGEST {
        return None;
    }
    let word = text[..length].to_lowercase();
    let known = match word.as_str() {
        "n" | "no" if sign => true,
        name => (!dotted && NUMBERED.contains(&name)) || (dotted && ABBREVIATED.contains(&name)),
    };
    known.then(|| numbered(text, rest)).flatten()
}

/// The length of titles and initials with the first word of the name that follows them.
pub(super) fn name(text: &str) -> Option<usize> {
    let (mut start, mut kept) = (0, None);
    loop {
        let rest = &text[start..];
        let length = run(rest, char::is_alphabetic);
        let word = &rest[..length];
        if start > 0 && word.starts_with(char::is_uppercase) {
            kept = Some(start + length);
        }
        let dotted = rest[length..].starts_with('.');
        let initial = dotted && word.chars().count() == 1 && word.starts_with(char::is_uppercase);
        let end = length + usize::from(dotted);
        let gap = space(&rest[end..]);
        if gap == 0 || !(initial || TITLES.contains(&word)) {
            return kept;
        }
        start += end + gap;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_one_with_the_number_that_it_announces() {
        for text in [
            "Article 12",
            "article 12–14",
            "artículo 12",
            "No. 5",
            "n° 5",
            "nº 5",
            "№ 5",
            "art. 12",
            "s. 286",
            "Bill C-36",
            "ley 1",
            "มาตรา 7",
            "제 12 조",
            "제12조",
            "第12条",
            "第十二条",
            "Act 9208",
            "CAD 500",
        ] {
            assert_eq!(reference(text), Some(text.len()), "{text}");
        }
    }

    #[test]
    fn a_title_and_initials_are_one_with_the_first_word_of_the_name() {
        for text in ["Dr. Lam", "S. Lam", "J. R. Cruz", "Mme Roy", "Dr. S. Lam"] {
            assert_eq!(name(text), Some(text.len()), "{text}");
            assert_eq!(name(&format!("{text}-Diaz said")), Some(text.len()), "{text}");
        }
        assert_eq!(name("Plan A. Now"), None);
        assert_eq!(name("Dr. S. said"), Some("Dr. S".len()));
    }

    #[test]
    fn initials_may_be_many() {
        let text = "A. ".repeat(10_000) + "Lam";
        assert_eq!(name(&text), Some(text.len()));
    }

    #[test]
    fn other_words_are_free() {
        for text in ["no 11 mujeres", "the 11 women", "Sex work", "I am", "a 3", "is 5"] {
            assert_eq!(reference(text).or_else(|| name(text)), None, "{text}");
        }
    }
}
