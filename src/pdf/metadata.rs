//! What the file says of itself, twice and alike: Info (ISO 32000-1 14.3.3) and XMP (ISO 16684-1). A title, a
//! language and the manifest's date; never who made it, on which machine or when.

use lopdf::{Document, Object, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use crate::characters::readable;
use crate::frame::Leaflet;
use crate::spec::PressStandard;

use super::catalog::knows_reading;
use super::document::text_string;
use super::target::Target;

const PRODUCER: &str = concat!("Polyleaf ", env!("CARGO_PKG_VERSION"));

/// What stands for the id until the rest of the file is known; as long as the id.
const NO_ID: &str = "<00000000000000000000000000000000>";

/// The last part of what identifies a document and its version: the id of the file, once it is known.
const NO_UUID: &str = "00000000-0000-0000-0000-000000000000";

/// What stands before it. No text of the packet holds a `<`, so none is taken for it.
const BEFORE_UUID: &str = "<xmpMM:DocumentID>uuid:";

/// The standards that every file keeps that can be read aloud: PDF/A-2a (ISO 19005-2 6.6.4) and PDF/UA-1 (ISO 14289-1 5).
const STANDARDS: &str = r#"<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>"#;

/// What a press file says (ISO 15930-7 6.13).
const X4: &str = r#"<rdf:Description rdf:about=""
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<pdf:Trapped>False</pdf:Trapped>
<xmpMM:DocumentID>uuid:00000000-0000-0000-0000-000000000000</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description>
"#;

/// What a file of PDF/X-1a:2003 says where newer programs look; what counts is its Info (ISO 15930-4 6.5).
const X1A_2003: &str = r#"<rdf:Description rdf:about=""
 xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdfx:GTS_PDFXVersion>PDF/X-1a:2003</pdfx:GTS_PDFXVersion>
<pdf:Trapped>False</pdf:Trapped>
</rdf:Description>
"#;

/// A property that PDF/A asks to be described, since its schema is none of PDF/A's own (ISO 19005-2 6.6.2.3).
struct Property {
    schema: &'static str,
    address: &'static str,
    prefix: &'static str,
    name: &'static str,
    kind: &'static str,
    meaning: &'static str,
}

const UA_PART: Property = Property {
    schema: "PDF/UA identification",
    address: "http://www.aiim.org/pdfua/ns/id/",
    prefix: "pdfuaid",
    name: "part",
    kind: "Integer",
    meaning: "The part of ISO 14289 that the file keeps",
};
const X_VERSION: Property = Property {
    schema: "PDF/X identification",
    address: "http://www.npes.org/pdfx/ns/id/",
    prefix: "pdfxid",
    name: "GTS_PDFXVersion",
    kind: "Text",
    meaning: "The kind of PDF/X that the file keeps",
};
const TRAPPED: Property = Property {
    schema: "Adobe PDF",
    address: "http://ns.adobe.com/pdf/1.3/",
    prefix: "pdf",
    name: "Trapped",
    kind: "Text",
    meaning: "Whether inks were made to overlap so that no white shows between them",
};

/// Which standards the file keeps, and what describes that.
fn standards(target: Target) -> String {
    let (press, properties): (_, &[Property]) = match target.press_standard() {
        None => ("", &[UA_PART]),
        Some(PressStandard::X4) => (X4, &[UA_PART, X_VERSION, TRAPPED]),
        Some(PressStandard::X1a2003) => (X1A_2003, &[]),
        Some(PressStandard::X1a2001 | PressStandard::X3) => ("", &[]),
    };
    if !target.is_tagged() {
        return press.to_owned();
    }
    let described: String = properties.iter().map(described).collect();
    format!(
        r#"{STANDARDS}
{press}<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag>{described}</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"#
    )
}

fn described(property: &Property) -> String {
    let Property { schema, address, prefix, name, kind, meaning } = property;
    format!(
        r#"<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>{schema}</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{address}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>{name}</pdfaProperty:name>
<pdfaProperty:valueType>{kind}</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>{meaning}</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li>"#
    )
}

/// Replaces printpdf's Info and adds the XMP packet, where the file's PDF knows any.
pub(super) fn add_metadata(document: &mut Document, leaflet: &Leaflet, target: Target) {
    let mut info = dictionary! {
        "Title" => text_string(&leaflet.title),
        "Creator" => text_string(PRODUCER),
        "Producer" => text_string(PRODUCER),
    };
    let day = first_day(&leaflet.date);
    if let Some([year, month, day]) = &day {
        let date = format!("D:{year}{month}{day}000000Z");
        info.set("CreationDate", Object::string_literal(date.as_str()));
        info.set("ModDate", Object::string_literal(date));
    }
    if let Some(standard) = target.press_standard() {
        info.set("Trapped", "False");
        // The place of PDF/X-3 and before, where older programs look in a file of PDF/X-4, too.
        match standard {
            PressStandard::X4 | PressStandard::X1a2003 | PressStandard::X3 => {
                info.set("GTS_PDFXVersion", text_string(standard.name()));
            }
            // The year is told by the conformance alone (ISO 15930-1 6.4).
            PressStandard::X1a2001 => {
                info.set("GTS_PDFXVersion", text_string("PDF/X-1:2001"));
                info.set("GTS_PDFXConformance", text_string("PDF/X-1a:2001"));
            }
        }
    }
    let info = document.add_object(info);
    document.trailer.set("Info", info);

    if !knows_reading(target) {
        document.catalog_mut().expect("printpdf writes a catalog").remove(b"Metadata");
        return;
    }
    let kind = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    // Plain, so that a program that knows no PDF can read it.
    let packet = Stream::new(kind, xmp(leaflet, day, target).into_bytes()).with_compression(false);
    let packet = document.add_object(packet);
    document.catalog_mut().expect("printpdf writes a catalog").set("Metadata", packet);
}

/// Year, month and day of a date from the manifest, the first of the month where it tells no day; `None` when it is
/// no date.
fn first_day(date: &str) -> Option<[&str; 3]> {
    let parts: Vec<&str> = date.split('-').collect();
    let (year, month, day) = match parts[..] {
        [year, month] => (year, month, "01"),
        [year, month, day] => (year, month, day),
        _ => return None,
    };
    let number = |text: &str, length| {
        let digits = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| text.parse::<u32>().ok()).flatten()
    };
    number(year, 4)?;
    let sound = (1..=12).contains(&number(month, 2)?) && (1..=31).contains(&number(day, 2)?);
    sound.then_some([year, month, day])
}

fn xmp(leaflet: &Leaflet, day: Option<[&str; 3]>, target: Target) -> String {
    let standards = standards(target);
    let dates = day.map_or(String::new(), |[year, month, day]| {
        let date = format!("{year}-{month}-{day}T00:00:00Z");
        let names = ["CreateDate", "ModifyDate", "MetadataDate"];
        // PDF/X-4 wants the third one, too; the others are enough for all else.
        let names = &names[..if target.press_standard().is_some() { 3 } else { 2 }];
        names.iter().map(|name| format!("<xmp:{name}>{date}</xmp:{name}>\n")).collect()
    });
    let title = escaped(&readable(&leaflet.title));
    let mut langs = vec![leaflet.lang.as_str()];
    for node in &leaflet.structure.nodes {
        if !langs.contains(&node.lang.as_str()) {
            langs.push(&node.lang);
        }
    }
    let langs: String = langs.into_iter().map(|lang| format!("<rdf:li>{}</rdf:li>", escaped(lang))).collect();
    format!(
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag>{langs}</rdf:Bag></dc:language>
<pdf:Producer>{PRODUCER}</pdf:Producer>
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>
{dates}</rdf:Description>
{standards}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"#,
        bom = '\u{FEFF}'
    )
}

/// Text within XML; characters that XML 1.0 has no way to hold are left out.
fn escaped(text: &str) -> String {
    let escape = |c: char| match c {
        '&' => "&amp;".to_owned(),
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        '"' => "&quot;".to_owned(),
        '\t' | '\n' | '\r' => " ".to_owned(),
        '\u{0}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => String::new(),
        _ => c.to_string(),
    };
    text.chars().map(escape).collect()
}

/// Holds the place of the file's id, which printpdf makes up.
pub(super) fn reserve_id(document: &mut Document) {
    let id = Object::String(vec![0; 16], StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);
}

/// Puts the hash of the file in the places of its id (ISO 32000-1 14.4; XMP's in press files): equal files, equal ids.
pub(super) fn fill_id(bytes: &mut [u8]) {
    let hash = Sha256::digest(&*bytes);
    let digits: String = hash.iter().take(16).map(|byte| format!("{byte:02X}")).collect();
    let id = format!("<{digits}>");
    let places = [NO_ID, NO_ID].concat();
    // The last thing in the file that looks like it: the trailer.
    let place = bytes.windows(places.len()).rposition(|window| window == places.as_bytes());
    let place = place.expect("the trailer holds the place");
    bytes[place..place + places.len()].copy_from_slice([id.as_str(), &id].concat().as_bytes());
    let wanted = [BEFORE_UUID, NO_UUID].concat();
    let place = bytes.windows(wanted.len()).position(|window| window == wanted.as_bytes());
    if let Some(place) = place.map(|place| place + BEFORE_UUID.len()) {
        let parts = [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]];
        bytes[place..place + NO_UUID.len()].copy_from_slice(parts.join("-").to_ascii_lowercase().as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_dated_by_its_first_day() {
        assert_eq!(first_day("2026-11"), Some(["2026", "11", "01"]));
        assert_eq!(first_day("2026-11-05"), Some(["2026", "11", "05"]));
        for wrong in ["", "2026", "2026-13", "2026-1", "26-11", "2026-11-32", "2026-11-05-07", "２０26-11"]
        {
            assert_eq!(first_day(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_title_can_not_break_out_of_its_element() {
        assert_eq!(escaped("a<b>&\u{1}\"\n"), "a&lt;b&gt;&amp;&quot; ");
    }

    #[test]
    fn the_id_goes_to_its_own_place_and_into_no_text() {
        let title = format!("<dc:title>uuid:{NO_UUID}</dc:title>");
        let packet = format!("{title}{BEFORE_UUID}{NO_UUID}</xmpMM:DocumentID>/ID[{NO_ID}{NO_ID}]");
        let mut bytes = packet.into_bytes();
        fill_id(&mut bytes);
        let filled = String::from_utf8(bytes).unwrap();
        assert!(filled.starts_with(&title), "{filled}");
        assert_eq!(filled.matches(NO_UUID).count(), 1);
        assert!(!filled.contains(NO_ID));
    }
}
