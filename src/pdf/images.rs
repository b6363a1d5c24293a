//! Pictures of pixels: each once in a file, however often it is shown, in the colours that the file has. JPEGs stay as
//! they are where these colours allow it; all else is packed by zlib.

use std::sync::Arc;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use crate::color::{
    Condition, Drums, InkTable, Inks, MOST_LEVELS, Output, Profile, ToneFinder, grey_finder, limit_inks,
    separate, tint_finder,
};
use crate::frame::{Art, Channels, FrameItem, Leaflet, Picture, Pixels, Raster, Turn, walk};
use crate::geom::{Abs, Affine, Point, Size};
use crate::picture::{Kind, Packing, deflated, unpack};

use super::document::{page_of, resources_of};
use super::page::Page;

/// The colours that the pictures of a file have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Space {
    /// sRGB; what is grey stays grey.
    Rgb,
    /// The four inks; what is grey is black ink alone.
    Cmyk,
    /// Greys on the scale of sRGB.
    Grey,
    /// Black ink alone, whose tints are as light as the colours that they stand for.
    Black,
}

impl Space {
    /// The colours of a file of that output.
    pub(super) fn of(output: Output) -> Space {
        match (output.profile, output.inks) {
            (_, Inks::Drums(_)) => Space::Rgb,
            (_, Inks::Plate(..)) => Space::Grey,
            (Profile::Press, Inks::Mono) => Space::Black,
            (Profile::Office | Profile::Screen, Inks::Mono) => Space::Grey,
            (Profile::Press, Inks::Colour) => Space::Cmyk,
            (Profile::Office | Profile::Screen, Inks::Colour) => Space::Rgb,
        }
    }

    /// Its name in a file.
    pub(super) fn device(self) -> &'static str {
        match self {
            Space::Rgb => "DeviceRGB",
            Space::Cmyk => "DeviceCMYK",
            Space::Grey | Space::Black => "DeviceGray",
        }
    }
}

/// From how many names on a list of them is an object of its own (H: some pictures and drawings are not worth one).
const MANY: usize = 30;

/// The pictures of a leaflet in the order in which they are first painted.
pub(super) type Images = Vec<Arc<Raster>>;

/// Finds them.
pub(super) fn gather_images(leaflet: &Leaflet) -> Images {
    let mut images = Images::new();
    for side in &leaflet.sides {
        walk(&side.frame, &Affine::IDENTITY, |met| {
            if let FrameItem::Picture(Picture { art: Art::Raster(raster), .. }) = met.item
                && number_of(&images, raster).is_none()
            {
                images.push(Arc::clone(raster));
            }
        });
    }
    images
}

fn number_of(images: &[Arc<Raster>], raster: &Arc<Raster>) -> Option<usize> {
    images.iter().position(|known| Arc::ptr_eq(known, raster))
}

/// What operators call a picture.
pub(super) fn image_name(images: &Images, raster: &Arc<Raster>) -> String {
    name(number_of(images, raster).expect("the pictures of the leaflet were gathered"))
}

fn name(number: usize) -> String {
    format!("Im{number}")
}

/// From the square that a picture is by itself, 1 by 1 with its first row on top and y upwards (ISO 32000-1 8.9.3), to
/// where it is shown at a size, the right way round.
pub(super) fn image_to_page(raster: &Raster, size: Size, to_page: &Affine) -> Affine {
    square_to_page(size, raster.turn, to_page)
}

/// The same for whatever is 1 by 1 by itself, shown that way round.
pub(super) fn square_to_page(size: Size, turn: Turn, to_page: &Affine) -> Affine {
    let scaled = Affine::scale(size.width.to_pt(), size.height.to_pt()).after(&turn.map());
    let downwards = Affine { linear: [1.0, 0.0, 0.0, -1.0], shift: Point::new(Abs::ZERO, Abs::pt(1.0)) };
    to_page.after(&scaled).after(&downwards)
}

/// Adds the pictures, each under its name.
pub(super) fn embed_images(document: &mut Document, images: &Images, output: Output, named: &mut Dictionary) {
    for (at, raster) in images.iter().enumerate() {
        named.set(name(at), add_image(document, raster, output));
    }
}

/// Gives all pages the names of pictures, and says on those that something shows through in which colours it is mixed
/// (ISO 32000-1 11.6.6).
pub(super) fn name_pictures(
    document: &mut Document,
    ids: &[ObjectId],
    pages: &[Page],
    named: &Dictionary,
    space: Space,
) {
    if named.is_empty() {
        return;
    }
    // Many names, as of the glyphs of outlined type, are said once for all pages.
    let many = (named.len() > MANY).then(|| document.add_object(named.clone()));
    for (&id, page) in ids.iter().zip(pages) {
        if page.mixed {
            let group = dictionary! { "Type" => "Group", "S" => "Transparency", "CS" => space.device() };
            page_of(document, id).set("Group", group);
        }
        let names = many.map_or_else(|| Object::Dictionary(named.clone()), Object::Reference);
        resources_of(document, id).set("XObject", names);
    }
}

/// Adds a picture, and how opaque it is as a soft mask (11.6.5.3).
pub(super) fn add_image(document: &mut Document, raster: &Raster, output: Output) -> ObjectId {
    let (space, condition) = (Space::of(output), output.condition());
    let mask = raster.alpha.as_ref().map(|alpha| {
        let mask = packed(raster, Channels::Grey, alpha);
        document.add_object(mask)
    });
    let drums = output.inks.drums();
    let mut stream = match kept(raster, space, condition).filter(|_| drums.is_none()) {
        Some(stream) => stream,
        None => {
            let table = raster.inks.as_deref().unwrap_or(InkTable::press());
            let samples = unpack(raster);
            let (channels, samples) = match drums {
                Some(drums) => toned(raster.channels, &samples, (drums, output.inks), table),
                None => converted(raster.channels, &samples, (space, condition), table),
            };
            packed(raster, channels, &samples)
        }
    };
    if let Some(mask) = mask {
        stream.dict.set("SMask", mask);
    }
    document.add_object(stream)
}

/// A JPEG as it is, where the file has its colours, and no more ink than a press takes.
fn kept(raster: &Raster, space: Space, condition: Condition) -> Option<Stream> {
    let Pixels::Jpeg { file, inverted } = &raster.pixels else { return None };
    let fits = match (raster.channels, space) {
        (Channels::Grey | Channels::Cmyk, Space::Cmyk) if condition != Condition::Gracol => false,
        (Channels::Grey, Space::Black) => false,
        (Channels::Grey, _) | (Channels::Rgb, Space::Rgb) => true,
        (Channels::Cmyk, Space::Cmyk) => {
            unpack(raster).as_chunks().0.iter().all(|inks| ink(inks) <= u32::from(MOST_LEVELS))
        }
        (Channels::Rgb | Channels::Cmyk, _) => false,
    };
    let mut image = described(raster, raster.channels);
    image.set("Filter", "DCTDecode");
    if *inverted {
        image.set("Decode", [1, 0].repeat(4).into_iter().map(Object::from).collect::<Vec<Object>>());
    }
    fits.then(|| Stream::new(image, file.clone()).with_compression(false))
}

/// Pixels packed by zlib.
fn packed(raster: &Raster, channels: Channels, samples: &[u8]) -> Stream {
    let count = channels.count();
    let mut image = described(raster, channels);
    image.set("Filter", "FlateDecode");
    let colors = i64::try_from(count).expect("a pixel has at most four bytes");
    // 15: each row says by which of PNG's filters it was packed (7.4.4.4).
    image
        .set("DecodeParms", dictionary! { "Predictor" => 15, "Colors" => colors, "Columns" => raster.width });
    let pixels = Packing { width: raster.width, height: raster.height, kind: Kind::Direct(count), samples };
    Stream::new(image, deflated(pixels)).with_compression(false)
}

fn described(raster: &Raster, channels: Channels) -> Dictionary {
    dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => raster.width,
        "Height" => raster.height,
        "ColorSpace" => match channels {
            Channels::Grey => "DeviceGray",
            Channels::Rgb => "DeviceRGB",
            Channels::Cmyk => "DeviceCMYK",
        },
        "BitsPerComponent" => 8,
    }
}

/// Pixels in the colours of a file, whose inks are for a condition; `table` says what inks look like.
fn converted(
    channels: Channels,
    samples: &[u8],
    (space, condition): (Space, Condition),
    table: &InkTable,
) -> (Channels, Vec<u8>) {
    let rgb = || samples.as_chunks::<3>().0.iter();
    let cmyk = || samples.as_chunks::<4>().0.iter();
    let look = |inks| table.srgb(inks);
    match (channels, space) {
        (Channels::Grey, Space::Black) => {
            (channels, samples.iter().map(|&grey| [grey; 3]).map(tint_finder(condition)).collect())
        }
        (Channels::Grey, Space::Cmyk) => {
            let black = |grey: &u8| 255 - condition.carry([0, 0, 0, 255 - grey])[3];
            (channels, samples.iter().map(black).collect())
        }
        (Channels::Grey, _) | (Channels::Rgb, Space::Rgb) => (channels, samples.to_vec()),
        (Channels::Rgb, Space::Black) => {
            (Channels::Grey, rgb().copied().map(tint_finder(condition)).collect())
        }
        (Channels::Cmyk, Space::Black) => {
            (Channels::Grey, cmyk().copied().map(look).map(tint_finder(condition)).collect())
        }
        (Channels::Rgb, Space::Grey) => (Channels::Grey, rgb().copied().map(grey_finder()).collect()),
        (Channels::Rgb, Space::Cmyk) => {
            (Channels::Cmyk, rgb().flat_map(|&pixel| condition.carry(separate(pixel))).collect())
        }
        (Channels::Cmyk, Space::Rgb) => (Channels::Rgb, cmyk().copied().flat_map(look).collect()),
        (Channels::Cmyk, Space::Grey) => {
            (Channels::Grey, cmyk().copied().map(look).map(grey_finder()).collect())
        }
        (Channels::Cmyk, Space::Cmyk) => {
            (channels, cmyk().flat_map(|&inks| condition.carry(limit_inks(inks))).collect())
        }
    }
}

/// Pixels in the inks of drums: as these look over each other, or one of them as greys; `table` says what process inks look like.
fn toned(
    channels: Channels,
    samples: &[u8],
    (drums, inks): (Drums, Inks),
    table: &InkTable,
) -> (Channels, Vec<u8>) {
    let (_, rgb) = converted(channels, samples, (Space::Rgb, Condition::Gracol), table);
    let pixels: Vec<[u8; 3]> = match channels {
        Channels::Grey => rgb.iter().map(|grey| [*grey; 3]).collect(),
        Channels::Rgb | Channels::Cmyk => rgb.as_chunks().0.to_vec(),
    };
    let finder = ToneFinder::new(drums);
    let tones = pixels.into_iter().map(|pixel| finder.tones(pixel));
    match inks {
        Inks::Plate(_, ink) => (Channels::Grey, tones.map(|tones| 255 - tones[ink]).collect()),
        Inks::Drums(_) | Inks::Colour | Inks::Mono => {
            (Channels::Rgb, tones.flat_map(|tones| drums.look(tones)).collect())
        }
    }
}

fn ink(inks: &[u8; 4]) -> u32 {
    inks.iter().map(|&ink| u32::from(ink)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::{Color, Paint};

    #[test]
    fn pixels_take_the_colours_of_the_file() {
        let condition = Condition::Gracol;
        let convert = |channels, samples: &[u8], space| {
            converted(channels, samples, (space, condition), InkTable::press())
        };
        let pixels = [255, 0, 0, 128, 128, 128];
        assert_eq!(
            convert(Channels::Rgb, &pixels, Space::Cmyk),
            (Channels::Cmyk, [separate([255, 0, 0]), separate([128; 3])].concat())
        );
        assert_eq!(convert(Channels::Rgb, &pixels, Space::Grey), (Channels::Grey, vec![127, 128]));
        let red = InkTable::press().srgb([0, 255, 255, 0]);
        assert_eq!(convert(Channels::Cmyk, &[0, 255, 255, 0], Space::Rgb), (Channels::Rgb, red.to_vec()));
        assert_eq!(convert(Channels::Grey, &[9], Space::Cmyk), (Channels::Grey, vec![9]));
        // Dots spread, so that black ink is laid down more thinly than the grey says: as the paint of outlines has it.
        for srgb in [[128; 3], [255, 0, 0]] {
            let press = Output::of(Profile::Press, Inks::Mono);
            let Paint::Cmyk([0, 0, 0, black]) = Color::of_srgb(srgb).paint(press) else {
                panic!("it has one ink")
            };
            let (channels, samples) = convert(Channels::Rgb, &srgb, Space::of(press));
            let off = f64::from(255 - samples[0]) / 2.55 - f64::from(black);
            assert!(channels == Channels::Grey && off.abs() < 0.75, "{srgb:?} is off by {off} %");
        }
        assert_ne!(convert(Channels::Grey, &[128], Space::Black), (Channels::Grey, vec![128]));
    }
}
