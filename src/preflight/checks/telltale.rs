//! What betrays somebody in a piece of text: folders, machines, moments, ids. Told as narrowly as it can be, since a false alarm
//! teaches people to look away: an address is only a path where a path could start, and a date only a clock where it tells the hour.

use crate::preflight::faults::{TraceFault, TracePlace};
use crate::preflight::finding::Findings;
use crate::preflight::quote::Quote;
use crate::preflight::read::{DC, EVENT, EXIF, IPTC, PDF, PHOTOSHOP, XMP, Xmp};

/// The form of a date with hours and minutes (ISO 8601), `d` being a digit, and how many are looked at in a packet.
const DATE: &[u8; 16] = b"dddd-dd-ddTdd:dd";
const DATES: usize = 100;

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
const HOSTS: &[&str] = &["DESKTOP-", "LAPTOP-", "s-MacBook", "s-iMac", "//localhost"];
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

/// Something that is looked for in bytes.
#[derive(Clone, Copy)]
struct Needle {
    text: &'static str,
    /// Whether it names a machine, and not a folder.
    is_host: bool,
}

/// Finds folders and machines, in any bytes; of each needle the first. One look at each byte serves all needles.
pub(super) fn in_bytes(bytes: &[u8], findings: &mut Findings) {
    let folders = FOLDERS.iter().map(|text| Needle { text, is_host: false });
    let hosts = HOSTS.iter().map(|text| Needle { text, is_host: true });
    let mut needles: Vec<Needle> = folders.chain(hosts).collect();
    let mut starts = [false; 256];
    for needle in &needles {
        starts[usize::from(needle.text.as_bytes()[0])] = true;
    }
    let mut from = 0;
    while let Some(gap) = bytes[from..].iter().position(|byte| starts[usize::from(*byte)]) {
        let at = from + gap;
        from = at + 1;
        needles.retain(|needle| match found_at(bytes, at, needle.text) {
            Some(found) => {
                let found = Quote::new(&found);
                findings.add(if needle.is_host {
                    TraceFault::Machine { machine: found }
                } else {
                    TraceFault::Folder { folder: found }
                });
                false
            }
            None => true,
        });
    }
}

/// The word around a needle that bytes have at a place.
fn found_at(bytes: &[u8], at: usize, needle: &str) -> Option<String> {
    if bytes[at..].starts_with(needle.as_bytes()) { word_around(bytes, at, needle) } else { None }
}

/// The word that a needle starts or stands in; `None` where it is part of an address, or nothing readable follows.
fn word_around(bytes: &[u8], at: usize, needle: &str) -> Option<String> {
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
    // These stand within the word.
    let is_inner = needle.starts_with([':', '\\', 's']);
    let before = bytes[..at].iter().rev().take(20).take_while(graphic).count();
    let from = if is_inner { at - before } else { at };
    (length >= 2).then(|| String::from_utf8_lossy(&bytes[from..at + needle.len() + length]).into_owned())
}

/// Finds moments, ids and tracking in a string of the file.
pub(super) fn in_string(text: &str, findings: &mut Findings) {
    if let Some(date) = text.strip_prefix("D:") {
        in_date(date, text, findings);
    }
    if let Some(id) = id_in(text) {
        findings.add(TraceFault::RandomId { place: TracePlace::Text, id: Quote::new(id) });
    }
    if is_tracking(text) {
        findings.add(TraceFault::Tracking { link: Quote::new(text) });
    }
}

/// Whether a text is a link that tells somebody who follows it.
fn is_tracking(text: &str) -> bool {
    let Some(address) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else {
        return false;
    };
    let host = address.split(['/', '?', '#']).next().unwrap_or_default();
    let mut query = address.split(['?', '#']).skip(1).flat_map(|query| query.split('&'));
    SHORTENERS.contains(&host.trim_start_matches("www."))
        || query.any(|part| TRACKING.iter().any(|track| part.starts_with(track)))
}

/// A date of ISO 32000-1 7.9.4 after its `D:`: `YYYYMMDDHHmmSS` and a zone.
fn in_date(date: &str, whole: &str, findings: &mut Findings) {
    let digits = date.bytes().take_while(u8::is_ascii_digit).count();
    let (number, zone) = date.split_at(digits);
    if digits >= 4 {
        in_moment(number.get(8..).unwrap_or_default(), zone.trim_matches('\''), whole, findings);
    }
}

/// When a profile says that it was made (ICC.1:2022 7.2.8): two bytes each for year, month, day, hour, minute and second.
pub(super) fn in_profile(data: &[u8], findings: &mut Findings) {
    if data.get(36..40) != Some(b"acsp") {
        return;
    }
    let Some(date) = data.get(24..36) else { return };
    let parts: Vec<u16> = date.as_chunks().0.iter().map(|pair| u16::from_be_bytes(*pair)).collect();
    if let [year, month, day, hour, minute, second] = parts[..]
        && [hour, minute, second] != [0; 3]
    {
        let whole =
            format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02} in a colour profile");
        findings.add(TraceFault::Clock { date: Quote::new(&whole) });
    }
}

/// A time of day that is not midnight, and a zone that is not the world's.
fn in_moment(time: &str, zone: &str, whole: &str, findings: &mut Findings) {
    let is_noughts = |text: &str| text.chars().all(|c| matches!(c, '0' | ':' | '.' | '\'' | '+' | '-' | 'Z'));
    if !is_noughts(time) {
        findings.add(TraceFault::Clock { date: Quote::new(whole) });
    }
    if !is_noughts(zone) {
        findings.add(TraceFault::Zone { date: Quote::new(whole) });
    }
}

/// The first id of the kinds that programs make up (RFC 4122, and those of XMP).
fn id_in(text: &str) -> Option<&str> {
    let named = ["uuid:", "xmp.did:", "xmp.iid:", "adobe:docid:"];
    if let Some(at) = named.into_iter().find_map(|name| text.find(name)) {
        let rest = &text[at..];
        return Some(&rest[..rest.find(['<', '"', '\'', ' ']).unwrap_or(rest.len())]);
    }
    let at = text.as_bytes().windows(36).position(is_uuid)?;
    text.get(at..at + 36)
}

/// Whether bytes are groups of 8, 4, 4, 4 and 12 digits (RFC 4122, 3).
fn is_uuid(bytes: &[u8]) -> bool {
    bytes.iter().enumerate().all(|(at, byte)| match at {
        8 | 13 | 18 | 23 => *byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    })
}

/// The first e-mail address in a text.
pub(super) fn mail_in(text: &str) -> Option<&str> {
    text.match_indices('@').find_map(|(at, _)| {
        let is_other = |c: char| !c.is_ascii_alphanumeric() && !matches!(c, '.' | '-' | '_' | '+');
        let name = text[..at].rsplit(is_other).next().unwrap_or_default();
        let host = text[at + 1..].split(is_other).next().unwrap_or_default().trim_end_matches('.');
        let (first, rest) = host.split_once('.')?;
        let is_address = !name.is_empty() && !first.is_empty() && rest.len() >= 2;
        is_address.then(|| &text[at - name.len()..at + 1 + host.len()])
    })
}

/// Whether the name of a program is that of this one, which tells no more than the file itself.
pub(super) fn is_ours(program: &str) -> bool {
    program.starts_with("Polyleaf ")
}

/// Finds what a packet of XMP tells (ISO 16684-1): in its properties, and in its text; the file's own id, which follows from its
/// content, tells nothing.
pub(super) fn in_packet(xmp: Option<&Xmp>, text: &str, own_id: Option<&str>, findings: &mut Findings) {
    match xmp {
        Some(xmp) => in_xmp(xmp, findings),
        None => findings.add(TraceFault::SealedXmp),
    }
    let place = TracePlace::Xmp;
    if let Some(address) = mail_in(text) {
        findings.add(TraceFault::Mail { place, address: Quote::new(address) });
    }
    let is_own = |id: &&str| own_id.is_some_and(|own| id.trim_start_matches("uuid:") == own);
    if let Some(id) = id_in(text).filter(|id| !is_own(id)) {
        findings.add(TraceFault::RandomId { place, id: Quote::new(id) });
    }
    in_iso_dates(text, findings);
}

/// Finds people, programs and places among the properties of XMP.
fn in_xmp(xmp: &Xmp, findings: &mut Findings) {
    let place = TracePlace::Xmp;
    for (schema, name) in [(DC, "creator"), (PDF, "Author"), (XMP, "Author"), (PHOTOSHOP, "AuthorsPosition")]
    {
        for person in xmp.values(schema, name) {
            findings.add(TraceFault::Person { place, name: Quote::new(person) });
        }
    }
    for (schema, name) in [(XMP, "CreatorTool"), (PDF, "Producer"), (EVENT, "softwareAgent")] {
        for program in xmp.values(schema, name).filter(|program| !is_ours(program)) {
            let key = format!("{}:{name}", schema.prefix);
            findings.add(TraceFault::Program { place, key, program: Quote::new(program) });
        }
    }
    for (schema, name) in [(EXIF, "GPSLatitude"), (PHOTOSHOP, "City"), (IPTC, "Location")] {
        for name in xmp.values(schema, name) {
            findings.add(TraceFault::XmpPlace { name: Quote::new(name) });
        }
    }
}

/// Finds dates of ISO 8601 that tell more than the day.
pub(super) fn in_iso_dates(text: &str, findings: &mut Findings) {
    let found = text.as_bytes().windows(DATE.len()).enumerate().filter(|(_, window)| is_iso_date(window));
    for (at, _) in found.take(DATES) {
        let rest = &text[at..];
        let is_other = |c: char| !(c.is_ascii_digit() || "-T:.+Z".contains(c));
        let whole = &rest[..rest.find(is_other).unwrap_or(rest.len())];
        let time = &whole["dddd-dd-ddT".len()..];
        let (time, zone) = time.split_at(time.find(['+', '-', 'Z']).unwrap_or(time.len()));
        in_moment(time, zone, whole, findings);
    }
}

/// Whether bytes have the form of a date with hours and minutes.
fn is_iso_date(window: &[u8]) -> bool {
    let fits = |(byte, form): (&u8, &u8)| if *form == b'd' { byte.is_ascii_digit() } else { byte == form };
    window.iter().zip(DATE).all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::preflight::check::Check;

    fn kinds(find: impl FnOnce(&mut Findings)) -> Vec<Check> {
        let mut findings = Findings::default();
        find(&mut findings);
        findings.sorted().iter().map(|finding| finding.check()).collect()
    }

    fn bytes(bytes: &[u8]) -> Vec<Check> {
        kinds(|findings| in_bytes(bytes, findings))
    }

    fn string(text: &str) -> Vec<Check> {
        kinds(|findings| in_string(text, findings))
    }

    fn dates(text: &str) -> Vec<Check> {
        kinds(|findings| in_iso_dates(text, findings))
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
            assert_eq!(bytes(path.as_bytes()).first(), Some(&Check::Path), "{path}");
        }
        for address in [
            "https://example.org/home/page",
            "example.org/Users/x",
            "/home/",
            "at /home/ now",
            "/Type /Root /Media",
        ] {
            assert_eq!(bytes(address.as_bytes()), [], "{address}");
        }
    }

    #[test]
    fn machines_are_told() {
        assert_eq!(bytes(b"on DESKTOP-4F2K9AB"), [Check::Host]);
        assert_eq!(bytes("Ana’s-MacBook-Pro.local".as_bytes()), [Check::Host]);
    }

    #[test]
    fn midnight_in_the_world_s_zone_tells_nothing() {
        for quiet in ["D:20261101000000Z", "D:20261101", "D:2026", "D:20261101000000+00'00'", "D: see below"]
        {
            assert_eq!(string(quiet), [], "{quiet}");
        }
        assert_eq!(string("D:20261101093015Z"), [Check::Clock]);
        assert_eq!(string("D:20261101000000-05'00'"), [Check::Zone]);
        assert_eq!(string("D:20261101093015-05'00"), [Check::Clock, Check::Zone]);
        assert_eq!(dates("<a>2026-11-01T00:00:00Z</a>"), []);
        assert_eq!(dates("<a>2026-11-01T09:30:15-05:00</a>"), [Check::Clock, Check::Zone]);
    }

    #[test]
    fn links_that_track_are_told_from_plain_ones() {
        for link in [
            "https://example.org/?utm_source=leaflet",
            "https://x.org/a?b=1&fbclid=2",
            "https://bit.ly/abc",
            "http://www.bit.ly",
        ] {
            assert_eq!(string(link), [Check::Tracking], "{link}");
        }
        for link in
            ["https://example.org", "https://example.org/?page=2", "https://rabbit.ly/", "about utm_source="]
        {
            assert_eq!(string(link), [], "{link}");
        }
    }

    #[test]
    fn ids_are_told() {
        assert_eq!(string("uuid:1"), [Check::Random]);
        assert_eq!(
            id_in("x 123e4567-e89b-12d3-a456-426614174000 y"),
            Some("123e4567-e89b-12d3-a456-426614174000")
        );
        assert_eq!(id_in("416-906-3098, and a long dashed-text-that-is-no-uuid-at-all"), None);
    }

    #[test]
    fn mail_is_an_address_with_a_host() {
        assert_eq!(mail_in("write to <ana.b@mail.example.org>."), Some("ana.b@mail.example.org"));
        for none in ["@ home", "a@b", "@example.org", "a@.org", "a@b.c", "ö@"] {
            assert_eq!(mail_in(none), None, "{none}");
        }
    }

    #[test]
    fn a_profile_tells_when_it_was_made() {
        let found = |hour: u8| {
            let mut profile = vec![0; 128];
            profile[24..36].copy_from_slice(&[7, 0xEA, 0, 11, 0, 23, 0, hour, 0, 0, 0, 0]);
            profile[36..40].copy_from_slice(b"acsp");
            let mut findings = Findings::default();
            in_profile(&profile, &mut findings);
            findings.sorted().iter().map(|finding| finding.check()).collect::<Vec<_>>()
        };
        assert_eq!((found(18), found(0)), (vec![Check::Clock], vec![]));
    }
}
