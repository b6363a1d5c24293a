//! Hosts, web addresses and addresses for mail, as one plain address each (RFC 1123 2.1, RFC 3986, RFC 5321 4.1.2, RFC 6068).
//! Letters of all scripts may stand in them (RFC 5891, RFC 6531); a link writes those in percents.

/// Whether it names a host: two labels or more of letters, digits and hyphens, the last one no number.
pub(super) fn is_host(host: &str) -> bool {
    let labels: Vec<&str> = host.split('.').collect();
    let last = labels.last().copied().unwrap_or_default();
    labels.len() > 1
        && host.len() <= 253
        && labels.iter().all(|label| is_label(label))
        && last.chars().any(char::is_alphabetic)
}

fn is_label(label: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '-' || (!c.is_ascii() && is_mark(c));
    (1..=63).contains(&label.len())
        && label.chars().all(is_part)
        && !label.starts_with('-')
        && !label.ends_with('-')
}

/// Vowels and joiners of scripts that write words with them.
fn is_mark(c: char) -> bool {
    !c.is_whitespace() && !c.is_control() && c.len_utf8() > 2 && !('\u{2000}'..='\u{2BFF}').contains(&c)
}

/// Whether it is an address on the web without its scheme: a host, perhaps a port, a path, a query.
pub(super) fn is_website(address: &str) -> bool {
    let end = address.find(['/', '?', '#']).unwrap_or(address.len());
    let (host, rest) = address.split_at(end);
    let (host, port) = host.split_once(':').unwrap_or((host, "80"));
    let is_port = port.parse::<u16>().is_ok_and(|port| port > 0) && port.bytes().all(|b| b.is_ascii_digit());
    let is_plain = |c: char| !c.is_whitespace() && !c.is_control() && !"\"<>\\^`{|}".contains(c);
    is_host(host) && is_port && rest.chars().all(is_plain) && !is_percent_control(rest)
}

/// Whether a path holds a control character in percents.
fn is_percent_control(path: &str) -> bool {
    path.split('%')
        .skip(1)
        .any(|code| code.starts_with(['0', '1']) || code.to_ascii_lowercase().starts_with("7f"))
}

/// Whether it is one address for mail.
pub(super) fn is_email(address: &str) -> bool {
    let Some((local, host)) = address.split_once('@') else { return false };
    let is_plain = |c: char| c.is_alphanumeric() || "!$'*+-_~.^".contains(c) || (!c.is_ascii() && is_mark(c));
    let is_local = (1..=64).contains(&local.len())
        && local.chars().all(is_plain)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..");
    is_local && is_host(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_have_labels() {
        for host in [
            "example.org",
            "a-b.example.co.uk",
            "xn--bcher-kva.example",
            "bücher.example",
            "ตัวอย่าง.ไทย",
            "例え.jp",
        ] {
            assert!(is_host(host), "{host}");
        }
        for host in [
            ".",
            "..",
            "",
            "example",
            "a..b",
            "-a.org",
            "a_b.org",
            "a.b\">x",
            "user@host.org",
            "1.2",
            "a b.org",
        ] {
            assert!(!is_host(host), "{host}");
        }
    }

    #[test]
    fn a_website_is_a_host_with_a_path() {
        for address in ["example.org", "example.org/a/@b?c=d#e", "example.org:8080/", "example.org/é%20"] {
            assert!(is_website(address), "{address}");
        }
        for address in [
            ".",
            "..",
            "a.b\">x",
            "example.org@evil.com",
            "https://example.org",
            "a.org/ b",
            "a.org/%0D%0A",
            "a.org:x",
            "\\\\host\\x",
        ] {
            assert!(!is_website(address), "{address}");
        }
    }

    #[test]
    fn mail_goes_to_one_address() {
        for address in ["mail@example.org", "a.b+c@x.example", "o'neil@a.ie", "用户@例え.jp"] {
            assert!(is_email(address), "{address}");
        }
        for address in [
            "@",
            "a@",
            "@b.org",
            "a@b",
            "a@b,c@d",
            "a@b.org,c@d.org",
            "a@b.org?bcc=evil@x.org",
            "a@b.org%0D%0ABcc:x",
            "a@b@c.org",
            ".a@b.org",
            "a..b@c.org",
            "a b@c.org",
            "<a@b.org>",
        ] {
            assert!(!is_email(address), "{address}");
        }
    }
}
