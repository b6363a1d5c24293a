//! The printing conditions that a press may ask for, each a row: a shop names one, and a file says it by its name in the ICC's registry
//! of characterization data (color.org/registry2.xalter).

use super::condition::Condition;

/// A printing condition that files are made for.
#[derive(PartialEq, Eq, Debug)]
pub struct Intent {
    /// What a press's file calls it.
    pub key: &'static str,
    /// What people, shops and profiles call it besides.
    pub aliases: &'static [&'static str],
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
        aliases: &[
            "GRACoL",
            "GRACoL Coated",
            "GRACoL 2006 Coated",
            "Coated GRACoL 2006",
            "GRACoL2006 Coated1",
            "GRACoL2006_Coated1v2",
            "CGATS TR 006",
            "TR 006",
        ],
        identifier: "CGATS TR 006",
        meaning: "GRACoL 2006, coated paper of grade 1, sheetfed offset (CGATS TR 006)",
        condition: Condition::Gracol,
        has_profile: true,
    },
    Intent {
        key: "FOGRA39",
        aliases: &[
            "Coated FOGRA39",
            "FOGRA39L",
            "FOGRA39L Coated",
            "FOGRA39 Coated",
            "ISO Coated v2",
            "ISO Coated v2 300%",
        ],
        identifier: "FOGRA39",
        meaning: "Offset on coated paper after ISO 12647-2:2004/Amd 1 (FOGRA39)",
        condition: Condition::Coated,
        has_profile: true,
    },
    Intent {
        key: "FOGRA29",
        aliases: &["Uncoated FOGRA29", "FOGRA29L", "FOGRA29L Uncoated", "FOGRA29 Uncoated", "ISO Uncoated"],
        identifier: "FOGRA29",
        meaning: "Offset on uncoated white paper after ISO 12647-2:2004 (FOGRA29)",
        condition: Condition::Uncoated,
        has_profile: true,
    },
    named(
        ["FOGRA51", "FOGRA51"],
        &["PSO Coated v3", "Coated FOGRA51", "FOGRA51L", "FOGRA51 Coated"],
        "Offset on premium coated paper after ISO 12647-2:2013 (FOGRA51)",
        Condition::Coated,
    ),
    named(
        ["FOGRA52", "FOGRA52"],
        &["PSO Uncoated v3", "Uncoated FOGRA52", "FOGRA52L", "FOGRA52 Uncoated"],
        "Offset on wood-free uncoated paper after ISO 12647-2:2013 (FOGRA52)",
        Condition::Uncoated,
    ),
    named(
        ["FOGRA47", "FOGRA47"],
        &["PSO Uncoated", "PSO Uncoated ISO12647", "Uncoated FOGRA47", "FOGRA47L", "FOGRA47 Uncoated"],
        "Offset on uncoated white paper after ISO 12647-2:2004/Amd 1 (FOGRA47)",
        Condition::Uncoated,
    ),
    named(
        ["JapanColor2001", "JC200103"],
        &["Japan Color 2001 Coated", "JC200103"],
        "Japan Color 2001, sheetfed offset on coated paper",
        Condition::Coated,
    ),
    named(
        ["JapanColor2011", "JCS2011"],
        &["Japan Color 2011 Coated", "JCS2011"],
        "Japan Color 2011, sheetfed offset on coated paper",
        Condition::Coated,
    ),
    named(
        ["SWOP", "CGATS TR 001"],
        &[
            "US Web Coated SWOP v2",
            "U.S. Web Coated v2",
            "Web Coated SWOP",
            "SWOP v2",
            "SWOP Coated",
            "CGATS TR 001",
            "TR 001",
        ],
        "SWOP, publication printing on coated paper (CGATS TR 001)",
        Condition::Gracol,
    ),
];

/// A condition whose name alone stands in a file.
const fn named(
    [key, identifier]: [&'static str; 2],
    aliases: &'static [&'static str],
    meaning: &'static str,
    condition: Condition,
) -> Intent {
    Intent { key, aliases, identifier, meaning, condition, has_profile: false }
}

impl Intent {
    /// The one of that name, as a press, a shop or a file has it, whatever its case, blanks and marks; what stands in brackets says more of the same.
    pub fn of(name: &str) -> Option<&'static Intent> {
        let wanted = plain(name);
        INTENTS.iter().find(|intent| intent.names().any(|known| plain(known) == wanted))
    }

    /// All that it is called.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.key).chain(self.aliases.iter().copied())
    }

    /// What shops call it, and behind it the registered name where that is another.
    pub fn title(&self) -> String {
        let Intent { key, identifier, .. } = self;
        if key == identifier { (*key).to_owned() } else { format!("{key} ({identifier})") }
    }
}

/// A name by its letters and digits alone, without what stands in brackets or ends the name of a profile.
fn plain(name: &str) -> String {
    let name = name.trim().to_lowercase();
    let name = name.strip_suffix(".icc").unwrap_or(&name);
    let outside = name.split('(').map(|part| part.rsplit_once(')').map_or(part, |(_, behind)| behind));
    let parts: String = outside.collect();
    let letters: String = parts.chars().filter(|c| c.is_alphanumeric()).collect();
    letters.strip_suffix("eci").map(str::to_owned).unwrap_or(letters)
}

impl Default for &'static Intent {
    fn default() -> &'static Intent {
        &INTENTS[0]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_intent_is_known_by_what_people_and_shops_call_it() {
        for (written, key) in [
            ("fogra39", "FOGRA39"),
            ("ISO Coated v2", "FOGRA39"),
            ("ISO Coated v2 (ECI)", "FOGRA39"),
            ("ISOcoated_v2_eci.icc", "FOGRA39"),
            ("ISO Coated v2 300% (ECI)", "FOGRA39"),
            ("Coated FOGRA39 (ISO 12647-2:2004)", "FOGRA39"),
            ("Uncoated FOGRA29", "FOGRA29"),
            ("PSO Coated v3", "FOGRA51"),
            ("PSO Uncoated v3 (FOGRA52)", "FOGRA52"),
            ("PSO Uncoated", "FOGRA47"),
            ("PSO Uncoated ISO12647 (ECI)", "FOGRA47"),
            ("GRACoL 2006", "GRACoL2006"),
            ("GRACoL2006_Coated1v2.icc", "GRACoL2006"),
            ("Coated GRACoL 2006 (ISO 12647-2:2004)", "GRACoL2006"),
            ("SWOP", "SWOP"),
            ("U.S. Web Coated (SWOP) v2", "SWOP"),
            ("Japan Color 2001 Coated", "JapanColor2001"),
            ("JCS2011", "JapanColor2011"),
        ] {
            assert_eq!(Intent::of(written).map(|intent| intent.key), Some(key), "{written}");
        }
        // Others are other conditions.
        for other in [
            "FOGRA27",
            "GRACoL2013",
            "Japan Color 2001 Uncoated",
            "Web Coated SWOP 2006 Grade 3 Paper",
            "",
            "(ECI)",
        ] {
            assert_eq!(Intent::of(other), None, "{other}");
        }
        let names: Vec<String> = INTENTS.iter().flat_map(Intent::names).map(plain).collect();
        let held = |intent: &Intent| {
            let mut names = intent.names().chain([intent.identifier]);
            names.all(|name| Intent::of(name) == Some(intent))
        };
        assert!(INTENTS.iter().all(held) && names.iter().all(|name| !name.is_empty()));
    }
}
