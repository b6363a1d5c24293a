//! XMP packets (ISO 16684-1): the properties that a packet gives values to, wherever in it they stand.

use roxmltree::{Document, Node, ParsingOptions};

use super::raw;
use super::values::decoded;

/// The most that is read of a packet, in bytes, and how many elements and attributes it may have.
const BYTES: usize = 4 << 20;
const ELEMENTS: u32 = 100_000;
/// How many schemas may be declared, each as often as it is: the parser compares them all with each other.
const SCHEMAS: usize = 500;
/// The most properties that are kept.
const PROPERTIES: usize = 10_000;

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// A schema of properties: the address that XMP knows it by, and the prefix that people do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Schema {
    address: &'static str,
    /// The usual prefix.
    pub(crate) prefix: &'static str,
}

/// Dublin Core.
pub(crate) const DC: Schema = Schema { address: "http://purl.org/dc/elements/1.1/", prefix: "dc" };
/// What XMP itself defines.
pub(crate) const XMP: Schema = Schema { address: "http://ns.adobe.com/xap/1.0/", prefix: "xmp" };
/// Events in the history of a file.
pub(crate) const EVENT: Schema =
    Schema { address: "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#", prefix: "stEvt" };
/// What Info has, too.
pub(crate) const PDF: Schema = Schema { address: "http://ns.adobe.com/pdf/1.3/", prefix: "pdf" };
/// Which PDF/X a file says that it is (ISO 15930-7 6.13), and the schema of older files.
pub(crate) const PDFX: [Schema; 2] = [
    Schema { address: "http://www.npes.org/pdfx/ns/id/", prefix: "pdfxid" },
    Schema { address: "http://ns.adobe.com/pdfx/1.3/", prefix: "pdfx" },
];
/// Which PDF/A a file says that it is (ISO 19005-2 6.6.4).
pub(crate) const PDFA: Schema = Schema { address: "http://www.aiim.org/pdfa/ns/id/", prefix: "pdfaid" };
/// Which PDF/UA a file says that it is (ISO 14289-1 5).
pub(crate) const PDFUA: Schema = Schema { address: "http://www.aiim.org/pdfua/ns/id/", prefix: "pdfuaid" };
/// What Photoshop says of a picture.
pub(crate) const PHOTOSHOP: Schema =
    Schema { address: "http://ns.adobe.com/photoshop/1.0/", prefix: "photoshop" };
/// What cameras say.
pub(crate) const EXIF: Schema = Schema { address: "http://ns.adobe.com/exif/1.0/", prefix: "exif" };
/// What press agencies say.
pub(crate) const IPTC: Schema =
    Schema { address: "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/", prefix: "Iptc4xmpCore" };

/// A packet that was read.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(crate) struct Xmp {
    properties: Vec<XmpValue>,
}

/// A value of a property; one that has several stands several times.
#[derive(Clone, PartialEq, Eq, Debug)]
struct XmpValue {
    address: String,
    name: String,
    value: String,
}

impl Xmp {
    /// The values of a property, in their order.
    pub(crate) fn values(&self, schema: Schema, name: &str) -> impl Iterator<Item = &str> {
        let found = move |property: &&XmpValue| property.address == schema.address && property.name == name;
        self.properties.iter().filter(found).map(|property| property.value.as_str())
    }

    /// The first value of a property.
    pub(crate) fn value(&self, schema: Schema, name: &str) -> Option<&str> {
        self.values(schema, name).next()
    }
}

/// The text of a packet; nothing where a stream holds none. What a program put around the packet is left out.
pub(super) fn packet_text(data: &[u8]) -> Option<String> {
    let bare = between(data, b"<x:xmpmeta", b"</x:xmpmeta>");
    let packet = bare.or_else(|| between(data, b"<rdf:RDF", b"</rdf:RDF>")).unwrap_or(data);
    let text = decoded(&packet[..packet.len().min(BYTES)]);
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\0');
    (!text.is_empty()).then(|| text.to_owned())
}

/// What stands between two tags, with them.
fn between<'a>(data: &'a [u8], start: &[u8], end: &[u8]) -> Option<&'a [u8]> {
    let rest = &data[raw::find(data, start)?..];
    Some(&rest[..raw::rfind(rest, end)? + end.len()])
}

/// Reads the text of a packet; `None` where it is no XML, or more than anybody writes.
pub(super) fn read_packet(text: &str) -> Option<Xmp> {
    // The parser makes room for as many elements and attributes as there are signs for them.
    let most = usize::try_from(ELEMENTS).unwrap_or(usize::MAX);
    let counts = [("<", most), ("=", most), ("xmlns", SCHEMAS)];
    if counts.into_iter().any(|(sign, most)| text.matches(sign).count() > most) {
        return None;
    }
    let options = ParsingOptions { nodes_limit: ELEMENTS, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).ok()?;
    Some(Xmp { properties: read_values(&document) })
}

/// The properties of all elements and attributes, in the order of the packet. Items of lists are values of the property that the
/// list is of.
fn read_values(document: &Document<'_>) -> Vec<XmpValue> {
    let mut found = Vec::new();
    // Each element with the property that it is within.
    let mut waiting = vec![(document.root_element(), None)];
    while let Some((element, around)) = waiting.pop() {
        let tag = element.tag_name();
        let is_rdf = tag.namespace() == Some(RDF);
        let of = if is_rdf { around } else { Some((tag.namespace().unwrap_or_default(), tag.name())) };
        let attributes = element.attributes().filter(|attribute| is_property(attribute.namespace()));
        found.extend(attributes.filter_map(|attribute| {
            nonempty_value(attribute.namespace().unwrap_or_default(), attribute.name(), attribute.value())
        }));
        let texts = element.children().filter(Node::is_text).filter_map(|text| text.text());
        if let Some((address, name)) = of {
            found.extend(nonempty_value(address, name, &texts.collect::<String>()));
        }
        if found.len() > PROPERTIES {
            break;
        }
        // The last waits on top, so children are put there from their end.
        waiting.extend(element.children().rev().filter(Node::is_element).map(|child| (child, of)));
    }
    found
}

/// Whether an attribute gives a value to a property: not where it belongs to RDF or to XML itself.
fn is_property(address: Option<&str>) -> bool {
    address.is_some_and(|address| address != RDF && address != XML)
}

fn nonempty_value(address: &str, name: &str, value: &str) -> Option<XmpValue> {
    let value = value.trim();
    let property =
        || XmpValue { address: address.to_owned(), name: name.to_owned(), value: value.to_owned() };
    (!value.is_empty()).then(property)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(properties: &str) -> Xmp {
        let packet = format!(
            "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='{RDF}' xmlns:dc='{}' xmlns:a='{}'>{properties}\
            </rdf:RDF></x:xmpmeta>",
            DC.address, PDFA.address
        );
        read_packet(&packet).expect("it is XML")
    }

    #[test]
    fn elements_attributes_and_lists_are_values() {
        let xmp = read(
            "<rdf:Description a:part=\"2\" xml:lang='en'><a:conformance> B </a:conformance>\
            <dc:creator><rdf:Seq><rdf:li>Ana</rdf:li><rdf:li>B &amp; C</rdf:li></rdf:Seq></dc:creator>\
            <dc:title><rdf:Alt><rdf:li xml:lang='x-default'> </rdf:li></rdf:Alt></dc:title></rdf:Description>",
        );
        assert_eq!((xmp.value(PDFA, "part"), xmp.value(PDFA, "conformance")), (Some("2"), Some("B")));
        assert_eq!(xmp.values(DC, "creator").collect::<Vec<_>>(), ["Ana", "B & C"]);
        assert_eq!((xmp.value(DC, "title"), xmp.value(PDFUA, "part")), (None, None));
        assert_eq!(xmp.properties.len(), 4);
    }

    #[test]
    fn what_is_around_a_packet_is_left_out() {
        let packet =
            "<?xpacket begin='\u{FEFF}'?>\n<x:xmpmeta xmlns:x='a'><b/></x:xmpmeta>\n<?xpacket end='w'?>\0\0";
        assert_eq!(
            packet_text(packet.as_bytes()).as_deref(),
            Some("<x:xmpmeta xmlns:x='a'><b/></x:xmpmeta>")
        );
        assert_eq!(packet_text(b" \n\0"), None);
    }

    #[test]
    fn what_is_no_xml_or_too_much_of_it_is_not_read() {
        assert_eq!(read_packet("<x:xmpmeta>"), None);
        assert_eq!(read_packet(&format!("<a>{}</a>", "<b/>".repeat(100_000))), None);
        let schemas: String = (0..600).map(|number| format!("<b xmlns:x{number}='{number}'>")).collect();
        assert_eq!(read_packet(&[schemas, "</b>".repeat(600)].concat()), None);
        let deep = ["<b>".repeat(40_000), "</b>".repeat(40_000)].concat();
        assert_eq!(read_packet(&deep), Some(Xmp::default()));
    }
}
