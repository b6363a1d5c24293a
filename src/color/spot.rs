//! Spot inks: inks besides the four of the process, by their names.

/// The longest name of an ink, in bytes (ISO 32000-1 C.2 allows 127).
const LONGEST: usize = 40;

/// A spot ink. Its name is held in place, so that a colour is a plain value that can be copied.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The name in UTF-8, then zeros.
    bytes: [u8; LONGEST],
}

impl Spot {
    /// The name that means every ink (ISO 32000-1 8.6.6.4), for marks that show whether the plates meet.
    pub(super) const ALL: Spot = Spot { bytes: pad_name(b"All") };

    /// The ink of that name, such as `PANTONE 7627 C`. `None` where the name is empty, longer than 40 bytes, has spaces around
    /// it or control characters in it, or is one that PDF reserves for itself or for the process inks.
    pub fn new(name: &str) -> Option<Spot> {
        let reserved = ["All", "None", "Cyan", "Magenta", "Yellow", "Black"];
        let sound = (1..=LONGEST).contains(&name.len()) && !name.chars().any(char::is_control);
        (sound && name.trim() == name && !reserved.contains(&name))
            .then(|| Spot { bytes: pad_name(name.as_bytes()) })
    }

    /// The name of the ink.
    pub fn name(&self) -> &str {
        let end = self.bytes.iter().position(|&byte| byte == 0).unwrap_or(LONGEST);
        std::str::from_utf8(&self.bytes[..end]).expect("a name was text when it was taken in")
    }
}

impl std::fmt::Debug for Spot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.name().fmt(f)
    }
}

/// A name with zeros after it.
const fn pad_name(name: &[u8]) -> [u8; LONGEST] {
    let mut bytes = [0; LONGEST];
    let mut at = 0;
    while at < name.len() {
        bytes[at] = name[at];
        at += 1;
    }
    bytes
}
