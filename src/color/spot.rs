//! Names of inks that are none of the four.

/// The longest name of an ink, in bytes (ISO 32000-1 C.2 allows 127).
const LONGEST: usize = 40;

/// The name of an ink, held in place so that a colour stays a plain value.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The name in UTF-8, then zeros.
    bytes: [u8; LONGEST],
}

impl Spot {
    /// The ink that is every ink (ISO 32000-1 8.6.6.4): marks that tell whether the plates meet.
    pub(super) const ALL: Spot = Spot { bytes: padded(b"All") };

    /// The ink of that name; `None` where it is empty, too long, holds control characters, or is one that PDF keeps for
    /// itself or for the process inks.
    pub fn new(name: &str) -> Option<Spot> {
        let kept = ["All", "None", "Cyan", "Magenta", "Yellow", "Black"];
        let sound = (1..=LONGEST).contains(&name.len()) && !name.chars().any(char::is_control);
        (sound && name.trim() == name && !kept.contains(&name))
            .then(|| Spot { bytes: padded(name.as_bytes()) })
    }

    /// The name.
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

const fn padded(name: &[u8]) -> [u8; LONGEST] {
    let mut bytes = [0; LONGEST];
    let mut at = 0;
    while at < name.len() {
        bytes[at] = name[at];
        at += 1;
    }
    bytes
}
