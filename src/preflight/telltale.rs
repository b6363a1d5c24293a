//! What betrays somebody in a piece of text: folders, machines, moments, ids. Told as narrowly as it can be, since a false alarm
//! teaches people to look away: an address is only a path where a path could start, and a date only a clock where it tells the hour.

use super::catalog::{element, shown};
use super::report::Check;

/// What is found, in a message.
pub(super) type Tell = (Check, String);

/// How folders start that lead to somebody, on the systems that people write on.
const FOLDERS: &[&str] = &[
    "/home/",
    "/Users/",
    "/root/",
    "/tmp/",
    "/var/folders/",
    "/private/var/",
    "/mnt/",
    "/media/",
    "/Volumes/",
    ":\\Users\\",
    ":/Users/",
    ":\\Documents and Settings\\",
    "\\AppData\\",
    "file://",
];
/// How machines are named that nobody named.
const HOSTS: &[&str] =
    &["DESKTOP-", "LAPTOP-", "s-MacBook", "s-iMac", "//localhost", "//127.0.0.1", "//192.168.", "//10.0."];
/// What is added to an address to tell who follows it, or which letter it came in.
const TRACKING: &[&str] = &[
    "utm_",
    "fbclid=",
    "gclid=",
    "dclid=",
    "msclkid=",
    "mc_eid=",
    "mc_cid=",
    "igshid=",
    "igsh=",
    "_hsenc=",
    "mkt_tok=",
    "yclid=",
    "twclid=",
    "ttclid=",
    "vero_id=",
    "wickedid=",
    "oly_enc_id=",
];
/// Who stands between a short address and where it leads.
const SHORTENERS: &[&str] = &[
    "bit.ly",
    "t.co",
    "tinyurl.com",
    "goo.gl",
    "ow.ly",
    "is.gd",
    "buff.ly",
    "rebrand.ly",
    "lnkd.in",
    "t.ly",
    "cutt.ly",
    "shorturl.at",
];

/// Folders and machines, in any bytes; of each needle the first. One look at each byte serves all needles.
pub(super) fn in_bytes(bytes: &[u8]) -> Vec<Tell> {
    let folders = FOLDERS.iter().map(|needle| (Check::Path, "a folder", *needle));
    let mut needles: Vec<_> =
        folders.chain(HOSTS.iter().map(|needle| (Check::Host, "a machine", *needle))).collect();
    let mut starts = [false; 256];
    for (.., needle) in &needles {
        starts[usize::from(needle.as_bytes()[0])] = true;
    }
    let mut tells = Vec::new();
    let mut from = 0;
    while let Some(gap) = bytes[from..].iter().position(|byte| starts[usize::from(*byte)]) {
        let at = from + gap;
        from = at + 1;
        needles.retain(|(check, what, needle)| {
            let found =
                bytes[at..].starts_with(needle.as_bytes()).then(|| around(bytes, at, needle)).flatten();
            tells.extend(found.iter().map(|found| (*check, format!("{what} is named: {}", shown(found)))));
            found.is_none()
        });
    }
    tells
}

/// The word that a needle starts or stands in; `None` where it is part of an address, or nothing readable follows.
fn around(bytes: &[u8], at: usize, needle: &str) -> Option<String> {
    let graphic = |byte: &&u8| byte.is_ascii_graphic() && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'"');
    let before = at.checked_sub(1).and_then(|before| bytes.get(before));
    let starts =
        before.is_none_or(|byte| !byte.is_ascii_alphanumeric() && !matches!(byte, b'.' | b'-' | b'_' | b'/'));
    let is_root = needle.starts_with('/') && !needle.starts_with("//");
    if is_root && !starts {
        return None;
    }
    let after = &bytes[at + needle.len()..];
    let length = after.iter().take(80).take_while(graphic).count();
    let from = match needle.starts_with([':', '\\', 's']) {
        true => at - bytes[..at].iter().rev().take(20).take_while(graphic).count(),
        false => at,
    };
    (length >= 2).then(|| String::from_utf8_lossy(&bytes[from..at + needle.len() + length]).into_owned())
}

/// Moments, ids and tracking, in a string of the file.
pub(super) fn in_string(text: &str) -> Vec<Tell> {
    let mut tells = Vec::new();
    if let Some(date) = text.strip_prefix("D:") {
        tells.extend(in_date(date, text));
    }
    if let Some(id) = id_in(text) {
        tells.push((Check::Random, format!("an id that is made up at random: {}", shown(id))));
    }
    if text.starts_with("http://") || text.starts_with("https://") {
        let host =
            text.split("//").nth(1).and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
        let query = text.split(['?', '#']).skip(1).flat_map(|query| query.split('&'));
        let tracks = query.into_iter().any(|part| TRACKING.iter().any(|track| part.starts_with(track)));
        if tracks || SHORTENERS.contains(&host.trim_start_matches("www.")) {
            tells.push((Check::Tracking, format!("a link tells somebody who follows it: {}", shown(text))));
        }
    }
    tells
}

/// A date of ISO 32000-1 7.9.4 after its `D:`: `YYYYMMDDHHmmSS` and a zone.
fn in_date(date: &str, whole: &str) -> Vec<Tell> {
    let digits = date.bytes().take_while(u8::is_ascii_digit).count();
    let (number, zone) = date.split_at(digits);
    let (time, zone) = (number.get(8..).unwrap_or_default(), zone.trim_matches('\''));
    if digits < 4 {
        return Vec::new();
    }
    moment(time, zone, whole)
}

/// A time of day that is not midnight, and a zone that is not the world's.
fn moment(time: &str, zone: &str, whole: &str) -> Vec<Tell> {
    let is_noughts = |text: &str| text.chars().all(|c| matches!(c, '0' | ':' | '.' | '\'' | '+' | '-' | 'Z'));
    let mut tells = Vec::new();
    if !is_noughts(time) {
        tells.push((Check::Clock, format!("a time of day is told: {}", shown(whole))));
    }
    if !is_noughts(zone) {
        tells.push((Check::Zone, format!("a time zone is told: {}", shown(whole))));
    }
    tells
}

/// The first id of the kinds that programs make up (RFC 4122, and those of XMP).
fn id_in(text: &str) -> Option<&str> {
    let named = ["uuid:", "xmp.did:", "xmp.iid:", "adobe:docid:"];
    if let Some(at) = named.into_iter().find_map(|name| text.find(name)) {
        let rest = &text[at..];
        return Some(&rest[..rest.find(['<', '"', '\'', ' ']).unwrap_or(rest.len())]);
    }
    let is_uuid = |part: &[u8]| {
        part.iter().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
    };
    let at = text.as_bytes().windows(36).position(is_uuid)?;
    text.get(at..at + 36)
}

/// Whether text holds an e-mail address.
pub(super) fn has_mail(text: &str) -> bool {
    text.match_indices('@').any(|(at, _)| {
        let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
        let domain: String = text[at + 1..].chars().take_while(|c| word(*c)).collect();
        let dotted = domain.split_once('.').is_some_and(|(host, rest)| !host.is_empty() && rest.len() >= 2);
        text[..at].chars().next_back().is_some_and(word) && dotted
    })
}

/// What a packet of XMP tells (ISO 16684-1); the file's own id, which follows from its content, tells nothing.
pub(super) fn in_xmp(xmp: &str, own: Option<&str>) -> Vec<Tell> {
    let mut tells = Vec::new();
    let creator = xmp.split("<dc:creator").nth(1).and_then(|rest| rest.split("</dc:creator>").next());
    let names = creator.and_then(|block| element(block, "rdf:li")).into_iter();
    for name in names.chain(
        ["pdf:Author", "xmp:Author", "photoshop:AuthorsPosition"]
            .into_iter()
            .filter_map(|key| element(xmp, key)),
    ) {
        tells.push((Check::Person, format!("XMP names a person: {}", shown(&name))));
    }
    if has_mail(xmp) {
        tells.push((Check::Person, "XMP has an e-mail address".to_owned()));
    }
    for key in ["xmp:CreatorTool", "pdf:Producer", "stEvt:softwareAgent"] {
        if let Some(program) = element(xmp, key).filter(|program| !program.starts_with("Polyleaf ")) {
            tells.push((Check::Software, format!("XMP names a program ({key}): {}", shown(&program))));
        }
    }
    let is_own = |id: &str| own.is_some_and(|own| id.trim_start_matches("uuid:") == own);
    if let Some(id) = id_in(xmp).filter(|id| !is_own(id)) {
        tells.push((Check::Random, format!("XMP has an id that is made up at random: {}", shown(id))));
    }
    for key in ["exif:GPSLatitude", "photoshop:City", "Iptc4xmpCore:Location"] {
        tells.extend(
            element(xmp, key).map(|place| (Check::Place, format!("XMP names a place: {}", shown(&place)))),
        );
    }
    tells.extend(dates(xmp));
    tells
}

/// Dates of ISO 8601 that tell more than the day.
fn dates(xmp: &str) -> Vec<Tell> {
    let bytes = xmp.as_bytes();
    let shape = b"dddd-dd-ddTdd:dd";
    let fits = |window: &[u8]| {
        window
            .iter()
            .zip(shape)
            .all(|(byte, form)| if *form == b'd' { byte.is_ascii_digit() } else { byte == form })
    };
    let found = bytes.windows(shape.len()).enumerate().filter(|(_, window)| fits(window));
    let tells = found.take(100).flat_map(|(at, _)| {
        let rest = &xmp[at..];
        let whole =
            &rest[..rest.find(|c: char| !(c.is_ascii_digit() || "-T:.+Z".contains(c))).unwrap_or(rest.len())];
        let time = &whole[11..];
        let (time, zone) = time.split_at(time.find(['+', '-', 'Z']).unwrap_or(time.len()));
        moment(time, zone, whole)
    });
    tells.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(tells: Vec<Tell>) -> Vec<Check> {
        tells.into_iter().map(|(check, _)| check).collect()
    }

    #[test]
    fn folders_are_told_from_addresses() {
        for path in [
            "(/home/ana/x.doc)",
            "see /Users/ana",
            "C:\\Users\\ana\\a.doc",
            "file:///etc/x",
            "%%Invocation: gs /tmp/a.ps",
        ] {
            assert_eq!(kinds(in_bytes(path.as_bytes())).first(), Some(&Check::Path), "{path}");
        }
        for address in [
            "https://example.org/home/page",
            "example.org/Users/x",
            "/home/",
            "at /home/ now",
            "/Type /Root /Media",
        ] {
            assert_eq!(kinds(in_bytes(address.as_bytes())), [], "{address}");
        }
    }

    #[test]
    fn machines_are_told() {
        assert_eq!(kinds(in_bytes(b"on DESKTOP-4F2K9AB")), [Check::Host]);
        assert_eq!(kinds(in_bytes("Ana’s-MacBook-Pro.local".as_bytes())), [Check::Host]);
        assert_eq!(kinds(in_bytes(b"http://192.168.1.20/print")), [Check::Host]);
        assert_eq!(kinds(in_bytes(b"http://10.example.org")), []);
    }

    #[test]
    fn midnight_in_the_world_s_zone_tells_nothing() {
        for quiet in ["D:20261101000000Z", "D:20261101", "D:2026", "D:20261101000000+00'00'", "D: see below"]
        {
            assert_eq!(kinds(in_string(quiet)), [], "{quiet}");
        }
        assert_eq!(kinds(in_string("D:20261101093015Z")), [Check::Clock]);
        assert_eq!(kinds(in_string("D:20261101000000-05'00'")), [Check::Zone]);
        assert_eq!(kinds(in_string("D:20261101093015-05'00")), [Check::Clock, Check::Zone]);
        assert_eq!(kinds(dates("<a>2026-11-01T00:00:00Z</a>")), []);
        assert_eq!(kinds(dates("<a>2026-11-01T09:30:15-05:00</a>")), [Check::Clock, Check::Zone]);
    }

    #[test]
    fn links_that_track_are_told_from_plain_ones() {
        for link in [
            "https://example.org/?utm_source=leaflet",
            "https://x.org/a?b=1&fbclid=2",
            "https://bit.ly/abc",
            "http://www.bit.ly",
        ] {
            assert_eq!(kinds(in_string(link)), [Check::Tracking], "{link}");
        }
        for link in
            ["https://example.org", "https://example.org/?page=2", "https://rabbit.ly/", "about utm_source="]
        {
            assert_eq!(kinds(in_string(link)), [], "{link}");
        }
    }

    #[test]
    fn ids_are_told() {
        assert_eq!(kinds(in_string("uuid:1")), [Check::Random]);
        assert_eq!(
            id_in("x 123e4567-e89b-12d3-a456-426614174000 y"),
            Some("123e4567-e89b-12d3-a456-426614174000")
        );
        assert_eq!(id_in("416-906-3098, and a long dashed-text-that-is-no-uuid-at-all"), None);
    }

    #[test]
    fn xmp_is_searched_for_people() {
        let xmp = "<dc:creator><rdf:Seq><rdf:li>Ana</rdf:li></rdf:Seq></dc:creator><xmp:CreatorTool>Word 16</xmp:CreatorTool>";
        assert_eq!(kinds(in_xmp(xmp, None)), [Check::Person, Check::Software]);
        assert_eq!(kinds(in_xmp("mail me@example.org", None)), [Check::Person]);
        assert_eq!(kinds(in_xmp("<xmp:CreatorTool>Polyleaf 0.1.0</xmp:CreatorTool> @ home", None)), []);
    }
}
