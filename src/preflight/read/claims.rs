//! What the file says of itself as a whole: its standards, intents, title and language, and how it is shown and printed.

use hayro_syntax::object::{Array, Dict, Object, Stream};

use super::file::File;
use super::values::{decoded, name, name_text, short_text, text};
use super::xmp::{DC, PDFX, Xmp, packet_text, read_packet};

/// The most intents and entries of Info that are looked at.
const INTENTS: usize = 16;
const ENTRIES: usize = 200;

/// What a file says of itself.
#[derive(Clone, Debug)]
pub(crate) struct Claims {
    /// Whether the trailer has a pair of ids (ISO 32000-1 14.4).
    pub(crate) has_ids: bool,
    /// Info, entry by entry.
    pub(crate) info: Vec<InfoEntry>,
    /// Whether traps are in, as a name of Info.
    pub(crate) trapped: Option<String>,
    /// The packet of XMP.
    pub(crate) packet: Packet,
    /// The language of the whole.
    pub(crate) language: Option<String>,
    /// Whether readers show the title instead of the file's name.
    pub(crate) shows_title: bool,
    /// How the file wants to be scaled when it is printed (`PrintScaling`).
    pub(crate) scaling: Option<String>,
    /// Along which edge the sheet is turned (`Duplex`).
    pub(crate) duplex: Option<String>,
    /// The output intents.
    pub(crate) intents: Vec<Intent>,
    /// Whether readers may jump from heading to heading (ISO 32000-1 12.3.3).
    pub(crate) has_bookmarks: bool,
}

/// An entry of Info (ISO 32000-1 14.3.3).
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct InfoEntry {
    /// Its key.
    pub(crate) key: String,
    /// Its text; empty where it is neither text nor a name.
    pub(crate) value: String,
}

/// The packet of XMP of the whole file (ISO 32000-1 14.3.2).
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Packet {
    /// There is none.
    Missing,
    /// There is one that is no XML.
    Broken,
    /// There is one.
    Read(Xmp),
}

/// An output intent (ISO 32000-1 14.11.5).
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Intent {
    /// `GTS_PDFX` or `GTS_PDFA1`.
    pub(crate) kind: String,
    /// The number of its profile's inks or lights; 0 where it has no profile of its own.
    pub(crate) components: u32,
    /// Whether it names a printing condition.
    pub(crate) is_named: bool,
    /// The condition's name.
    pub(crate) condition: String,
}

impl Claims {
    /// The text of an entry of Info, where it has any.
    pub(crate) fn info(&self, key: &str) -> Option<&str> {
        let entry = self.info.iter().find(|entry| entry.key == key)?;
        Some(entry.value.as_str()).filter(|value| !value.trim().is_empty())
    }

    /// The packet, where it could be read.
    pub(crate) fn xmp(&self) -> Option<&Xmp> {
        match &self.packet {
            Packet::Read(xmp) => Some(xmp),
            Packet::Missing | Packet::Broken => None,
        }
    }

    /// The title: that of XMP, or else of Info.
    pub(crate) fn title(&self) -> Option<&str> {
        self.xmp().and_then(|xmp| xmp.value(DC, "title")).or_else(|| self.info("Title"))
    }

    /// Whether the file says how it is printed.
    pub(crate) fn tells_printing(&self) -> bool {
        self.scaling.is_some() || self.duplex.is_some()
    }

    /// The standard for presses that the file says it keeps: in XMP, or in Info, as those before PDF/X-4 do.
    pub(crate) fn press_standard(&self) -> Option<&str> {
        // The conformance of PDF/X-1:2001 is that of PDF/X-1a.
        let keys = ["GTS_PDFXConformance", "GTS_PDFXVersion"];
        let in_xmp = |xmp| {
            keys.into_iter().find_map(|key| PDFX.into_iter().find_map(|schema| Xmp::value(xmp, schema, key)))
        };
        let in_info = || keys.into_iter().find_map(|key| self.info(key));
        self.xmp().and_then(in_xmp).or_else(in_info)
    }

    /// Whether process inks are those of a condition that is told by its name alone, as PDF/X-1a and X-3 may (ISO 15930-1, -3, -4 and
    /// -6, output intent).
    pub(crate) fn has_named_condition(&self) -> bool {
        let is_older = |standard: &str| standard.starts_with("PDF/X-1") || standard.starts_with("PDF/X-3");
        self.press_standard().is_some_and(is_older)
            && self.press_intent().is_some_and(|intent| intent.is_named)
    }

    /// The intent for a press.
    pub(crate) fn press_intent(&self) -> Option<&Intent> {
        self.intents.iter().find(|intent| intent.kind == "GTS_PDFX")
    }
}

/// Reads what a file says of itself.
pub(crate) fn read_claims(file: &File<'_>) -> Claims {
    let (catalog, info) = (file.catalog(), file.info());
    let view = catalog.get::<Dict<'_>>("ViewerPreferences").unwrap_or_default();
    Claims {
        has_ids: file.has_ids(),
        info: info_entries(&info),
        trapped: name(&info, "Trapped"),
        packet: match file.packet().and_then(|data| packet_text(&data)) {
            None => Packet::Missing,
            Some(text) => read_packet(&text).map_or(Packet::Broken, Packet::Read),
        },
        language: short_text(&catalog, "Lang").filter(|language| !language.is_empty()),
        shows_title: view.get::<bool>("DisplayDocTitle") == Some(true),
        scaling: name(&view, "PrintScaling"),
        duplex: name(&view, "Duplex"),
        intents: intents(&catalog),
        has_bookmarks: catalog
            .get::<Dict<'_>>("Outlines")
            .is_some_and(|outline| outline.contains_key("First")),
    }
}

fn info_entries(info: &Dict<'_>) -> Vec<InfoEntry> {
    let keys = info.keys().take(ENTRIES).map(|key| name_text(&key));
    let entries = keys.map(|key| {
        let value = match info.get::<Object<'_>>(&key) {
            Some(Object::String(value)) => decoded(value.as_bytes()),
            Some(Object::Name(value)) => name_text(&value),
            _ => String::new(),
        };
        InfoEntry { key, value }
    });
    entries.collect()
}

fn intents(catalog: &Dict<'_>) -> Vec<Intent> {
    let intents = catalog.get::<Array<'_>>("OutputIntents").into_iter();
    let intents = intents.flat_map(|intents| intents.iter::<Dict<'_>>().take(INTENTS));
    let intents = intents.map(|intent| {
        let profile = intent.get::<Stream<'_>>("DestOutputProfile");
        let condition = text(&intent, "OutputConditionIdentifier").unwrap_or_default();
        Intent {
            kind: name(&intent, "S").unwrap_or_default(),
            components: profile.and_then(|profile| profile.dict().get::<u32>("N")).unwrap_or(0),
            is_named: !condition.is_empty(),
            condition,
        }
    });
    intents.collect()
}
