//! Addresses as machines take them.

/// An address in ASCII (RFC 3986 2.1).
pub fn in_ascii(address: &str) -> String {
    let escape = |byte: u8| match byte {
        0x21..=0x7E => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    address.bytes().map(escape).collect()
}
