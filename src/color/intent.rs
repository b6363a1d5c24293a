//! The printing conditions that a press may ask for, each a row: a shop names one, and a file says it by its name in the ICC's registry
//! of characterization data (color.org/registry2.xalter).

use super::condition::Condition;

/// A printing condition that files are made for.
#[derive(PartialEq, Eq, Debug)]
pub struct Intent {
    /// What a press's file calls it.
    pub key: &'static str,
    /// Its name in the registry, or in what the trade knows it by.
    pub identifier: &'static str,
    /// What it is, in words.
    pub meaning: &'static str,
    /// The condition whose profile says what inks look like: its own, or the nearest that there is.
    pub condition: Condition,
    /// Whether that profile is its own, so that it stands in the file; else the intent is its name alone.
    pub has_profile: bool,
}

/// All of them; the first is the one where none is named.
pub const INTENTS: &[Intent] = &[
    Intent {
        key: "GRACoL2006",
        identifier: "CGATS TR 006",
        meaning: "GRACoL 2006, coated paper of grade 1, sheetfed offset (CGATS TR 006)",
        condition: Condition::Gracol,
        has_profile: true,
    },
    Intent {
        key: "FOGRA39",
        identifier: "FOGRA39",
        meaning: "Offset on coated paper after ISO 12647-2:2004/Amd 1 (FOGRA39)",
        condition: Condition::Coated,
        has_profile: true,
    },
    Intent {
        key: "FOGRA29",
        identifier: "FOGRA29",
        meaning: "Offset on uncoated white paper after ISO 12647-2:2004 (FOGRA29)",
        condition: Condition::Uncoated,
        has_profile: true,
    },
    named(
        "FOGRA51",
        "FOGRA51",
        "Offset on premium coated paper after ISO 12647-2:2013 (FOGRA51)",
        Condition::Coated,
    ),
    named(
        "FOGRA52",
        "FOGRA52",
        "Offset on wood-free uncoated paper after ISO 12647-2:2013 (FOGRA52)",
        Condition::Uncoated,
    ),
    named(
        "JapanColor2001",
        "JC200103",
        "Japan Color 2001, sheetfed offset on coated paper",
        Condition::Coated,
    ),
    named(
        "JapanColor2011",
        "JCS2011",
        "Japan Color 2011, sheetfed offset on coated paper",
        Condition::Coated,
    ),
    named(
        "SWOP",
        "CGATS TR 001",
        "SWOP, publication printing on coated paper (CGATS TR 001)",
        Condition::Gracol,
    ),
];

/// A condition whose name alone stands in a file.
const fn named(
    key: &'static str,
    identifier: &'static str,
    meaning: &'static str,
    condition: Condition,
) -> Intent {
    Intent { key, identifier, meaning, condition, has_profile: false }
}

impl Intent {
    /// The one of that name, whatever its case.
    pub fn of(key: &str) -> Option<&'static Intent> {
        INTENTS.iter().find(|intent| intent.key.eq_ignore_ascii_case(key))
    }

    /// The one that a file means by that name: as it is registered, or as shops call it, whatever the spaces.
    pub fn told_as(name: &str) -> Option<&'static Intent> {
        let bare = |name: &str| name.split_whitespace().collect::<String>().to_ascii_lowercase();
        INTENTS.iter().find(|intent| [intent.identifier, intent.key].map(bare).contains(&bare(name)))
    }

    /// What shops call it, and behind it the registered name where that is another.
    pub fn title(&self) -> String {
        let Intent { key, identifier, .. } = self;
        if key == identifier { (*key).to_owned() } else { format!("{key} ({identifier})") }
    }
}

impl Default for &'static Intent {
    fn default() -> &'static Intent {
        &INTENTS[0]
    }
}
