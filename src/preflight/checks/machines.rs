//! What names a machine or its network, in any bytes: shares (`\\server\folder`), names that only a local network knows, and
//! addresses that are no public ones (RFC 1918, RFC 3927, RFC 4193, RFC 6762) or hold the number of a machine (RFC 4291, A).

use std::net::Ipv6Addr;

use crate::preflight::faults::TraceFault;
use crate::preflight::finding::Findings;
use crate::preflight::quote::Quote;

/// What names end in that no public server has.
const LOCAL: [&str; 5] = [".local", ".localdomain", ".internal", ".home.arpa", ".lan"];

/// How many letters a share has that chance does not make (H).
const LONG: usize = 12;

/// Finds shares, local names and private addresses.
pub(super) fn in_bytes(bytes: &[u8], findings: &mut Findings) {
    let mut from = 0;
    while let Some(gap) = bytes[from..].iter().position(|byte| matches!(byte, b'\\' | b'.' | b':')) {
        let at = from + gap;
        from = at + 1;
        if bytes[at] == b'\\' {
            if let Some(share) = share_at(bytes, at) {
                findings.add(TraceFault::Folder { folder: quoted(share) });
            }
        } else if bytes[at] == b':' {
            if let Some(machine) = long_address_at(bytes, at) {
                findings.add(TraceFault::Machine { machine: quoted(machine) });
            }
        } else if let Some(machine) = local_name_at(bytes, at).or_else(|| private_address_at(bytes, at)) {
            findings.add(TraceFault::Machine { machine: quoted(machine) });
        }
    }
}

fn quoted(bytes: &[u8]) -> Quote {
    Quote::new(&String::from_utf8_lossy(bytes))
}

fn is_label(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

/// The share that two backslashes start.
fn share_at(bytes: &[u8], at: usize) -> Option<&[u8]> {
    let before = at.checked_sub(1).and_then(|before| bytes.get(before));
    let rest = bytes[at..].strip_prefix(br"\\").filter(|_| before != Some(&b'\\'))?;
    let server = rest.iter().take(64).take_while(|byte| is_label(**byte) || **byte == b'.').count();
    let path = rest.get(server..)?.strip_prefix(br"\")?;
    let is_part = |byte: &&u8| is_label(**byte) || matches!(**byte, b'\\' | b'.' | b'$' | b' ');
    let length = path.iter().take(80).take_while(is_part).count();
    let is_share = server >= 2 && rest[0].is_ascii_alphanumeric() && length >= 2 && is_label(path[0]);
    // Packed pixels may look like a short one: that has to stand apart, as words do.
    let is_apart = before.is_none_or(|byte| b" \t\r\n\0\"'(<[=:;,/".contains(byte));
    (is_share && (is_apart || server + length >= LONG)).then(|| &bytes[at..at + 2 + server + 1 + length])
}

/// The name of a machine whose ending starts with a point there.
fn local_name_at(bytes: &[u8], at: usize) -> Option<&[u8]> {
    let ending = LOCAL.iter().find(|ending| {
        let after = bytes.get(at + ending.len()).copied().unwrap_or(b' ');
        bytes[at..].starts_with(ending.as_bytes()) && !is_label(after)
    })?;
    let length = bytes[..at].iter().rev().take(63).take_while(|byte| is_label(**byte)).count();
    let name = &bytes[at - length..at];
    // Those are told as what they are.
    let is_known = name.windows(4).any(|part| part == b"Book" || part == b"iMac");
    (length >= 3 && name[0].is_ascii_alphabetic() && !is_known)
        .then(|| &bytes[at - length..at + ending.len()])
}

/// The address of a private network whose first number ends there.
fn private_address_at(bytes: &[u8], at: usize) -> Option<&[u8]> {
    let digits = bytes[..at].iter().rev().take(4).take_while(|byte| byte.is_ascii_digit()).count();
    let start = at - digits;
    let before = start.checked_sub(1).and_then(|before| bytes.get(before)).copied().unwrap_or(b' ');
    // `Reader/10.1.2.3` is the version of a program.
    let of_program = before == b'/' && start >= 2 && bytes[start - 2].is_ascii_alphabetic();
    if before.is_ascii_alphanumeric() || before == b'.' || of_program {
        return None;
    }
    let length =
        bytes[start..].iter().take(16).take_while(|byte| byte.is_ascii_digit() || **byte == b'.').count();
    let address = std::str::from_utf8(&bytes[start..start + length]).ok()?.trim_end_matches('.');
    let parts: Option<Vec<u8>> = address.split('.').map(|part| part.parse().ok()).collect();
    let is_private = match parts?[..] {
        [10 | 127, _, _, last] => last > 0,
        [172, 16..=31, _, _] | [192, 168, _, _] | [169, 254, _, _] => true,
        _ => false,
    };
    let follows = bytes.get(start + length).copied().unwrap_or(b' ');
    (is_private && !follows.is_ascii_alphabetic()).then(|| &bytes[start..start + address.len()])
}

/// The address of IPv6 whose first colon stands there, where it is of a private network or of one machine.
fn long_address_at(bytes: &[u8], at: usize) -> Option<&[u8]> {
    let is_part = |byte: &&u8| byte.is_ascii_hexdigit() || **byte == b':';
    let start = at - bytes[..at].iter().rev().take(5).take_while(|byte| byte.is_ascii_hexdigit()).count();
    let before = start.checked_sub(1).and_then(|before| bytes.get(before)).copied().unwrap_or(b' ');
    let length = bytes[start..].iter().take(40).take_while(is_part).count();
    let follows = bytes.get(start + length).copied().unwrap_or(b' ');
    let is_apart = |byte: u8| !byte.is_ascii_alphanumeric() && !matches!(byte, b':' | b'_');
    if !is_apart(before) || !is_apart(follows) {
        return None;
    }
    let address = &bytes[start..start + length];
    let parsed: Ipv6Addr = std::str::from_utf8(address).ok()?.parse().ok()?;
    let holds_number = matches!(parsed.octets(), [_, _, _, _, _, _, _, _, _, _, _, 0xFF, 0xFE, _, _, _]);
    let is_private = parsed.is_unique_local() || parsed.is_unicast_link_local();
    (holds_number || is_private).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(bytes: &[u8]) -> Vec<String> {
        let mut findings = Findings::default();
        in_bytes(bytes, &mut findings);
        findings.sorted().iter().map(|finding| finding.message()).collect()
    }

    #[test]
    fn shares_names_and_addresses_are_told() {
        for (text, found) in [
            (&br"from \\server01\share\x.doc now"[..], r"it names a folder: \\server01\share\x.doc now"),
            (b"printed on annas-pc.local", "it names a machine: annas-pc.local"),
            (b"smb://nas.lan/x", "it names a machine: nas.lan"),
            (b"http://192.168.1.20/print", "it names a machine: 192.168.1.20"),
            (b"(10.0.3.7)", "it names a machine: 10.0.3.7"),
            (b"172.20.0.1:631", "it names a machine: 172.20.0.1"),
            (b"from 2001:db8::211:22ff:fe33:4455 at", "it names a machine: 2001:db8::211:22ff:fe33:4455"),
            (b"2001:DB8:1:2:A11:22FF:FE33:4455", "it names a machine: 2001:DB8:1:2:A11:22FF:FE33:4455"),
            (b"http://[fe80::1c2d:3e4f%25en0]/", "it names a machine: fe80::1c2d:3e4f"),
            (b"fd12:3456:789a::7", "it names a machine: fd12:3456:789a::7"),
        ] {
            assert_eq!(named(text), [found]);
        }
    }

    #[test]
    fn what_only_looks_alike_is_let_pass() {
        for text in [
            &br"\\ \\x \\server a\\b\c \alpha\beta"[..],
            b"\xD3\x1F\\\\hTV\\fUX\x84\x90",
            b"see example.org/locals, the .local name, x.locale",
            b"version 10.1.2, Reader/10.1.2.3, v10.1.2.3, 8.8.8.8, 172.40.1.1, 10.0.19041.1 1.10.0.0.1",
            b"http://10.example.org",
            b"2001:db8::1, at 12:34:56, std::fe::x, a::b, ::1, ff:fe, 00:11:22, xfe80::1",
        ] {
            assert_eq!(named(text), [""; 0], "{}", String::from_utf8_lossy(text));
        }
    }
}
