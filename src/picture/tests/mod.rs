//! Whole files: what is kept of them, what is refused, and that nothing in them stops the program.

mod drawings;
pub(super) mod files;
mod hostile;

use super::{open, unpack};
use crate::color::Color;
use crate::frame::{Art, Channels, Ink, Piece, Pixels, Raster, Turn};
use files::{Kind, jpeg, jpeg_with, png, segment};

fn raster(file: &[u8]) -> Raster {
    match open(file).expect("it is a picture") {
        Art::Raster(raster) => raster.as_ref().clone(),
        Art::Drawing(_) => panic!("a drawing"),
    }
}

#[test]
fn png_files_of_every_kind_become_eight_bits_of_grey_or_colour() {
    let reds = |raster: &Raster| (raster.channels, unpack(raster).into_owned(), raster.alpha.clone());
    assert_eq!(reds(&raster(&png(Kind::Grey, &[0, 128, 255]))), (Channels::Grey, vec![0, 128, 255], None));
    let deep = [0x12, 0xFF, 0x80, 0, 0xFF, 0xFF];
    assert_eq!(reds(&raster(&png(Kind::Deep, &deep))), (Channels::Grey, vec![0x12, 0x80, 0xFF], None));
    let rgb = [255, 0, 0, 1, 2, 3];
    assert_eq!(reds(&raster(&png(Kind::Rgb, &rgb))), (Channels::Rgb, rgb.to_vec(), None));
    let by_number = (Channels::Rgb, vec![9, 8, 7, 255, 0, 0], None);
    assert_eq!(reds(&raster(&png(Kind::Palette, &[1, 0]))), by_number);
    let veiled = (Channels::Rgb, vec![255, 0, 0, 1, 2, 3], Some(vec![255, 90]));
    assert_eq!(reds(&raster(&png(Kind::Rgba, &[255, 0, 0, 255, 1, 2, 3, 90]))), veiled);
    let opaque = (Channels::Grey, vec![7, 9], None);
    assert_eq!(reds(&raster(&png(Kind::GreyAlpha, &[7, 255, 9, 255]))), opaque, "nothing shows through");
    let grey = (Channels::Grey, vec![5, 6], None);
    assert_eq!(reds(&raster(&png(Kind::Rgb, &[5, 5, 5, 6, 6, 6]))), grey, "colours that are grey");
}

#[test]
fn a_jpeg_is_kept_as_it_is_without_what_tells_of_its_maker() {
    let secrets: [&[u8]; 5] = [
        b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0SECRET-CAMERA",
        b"http://ns.adobe.com/xap/1.0/\0SECRET-AUTHOR",
        b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0SECRET-THUMBNAIL",
        b"Photoshop 3.0\0SECRET-PLACE",
        b"MPF\0SECRET",
    ];
    let markers = [0xE1, 0xE1, 0xE0, 0xED, 0xE2];
    let mut segments: Vec<Vec<u8>> =
        markers.iter().zip(secrets).map(|(&marker, body)| segment(marker, body)).collect();
    segments.push(segment(0xFE, b"SECRET-COMMENT"));
    let mut file = jpeg_with(&[[10, 128, 128, 0], [200, 128, 128, 0]], 3, &segments.concat());
    // What cameras hang on after the picture: another picture, a film.
    file.extend(b"SECRET-FILM");
    let raster = raster(&file);
    assert_eq!((raster.width, raster.height), (16, 8));
    assert_eq!((raster.turn, raster.seen()), (Turn::new(6), [8, 16]), "turned as Exif says");
    let Pixels::Jpeg { file: bare, inverted: false } = &raster.pixels else { panic!("kept") };
    assert!(!bare.windows(6).any(|window| window == b"SECRET"), "{}", String::from_utf8_lossy(bare));
    assert!(bare.ends_with(&[0xFF, 0xD9]) && bare.starts_with(b"\xFF\xD8\xFF\xEE"));
    let pixels = unpack(&raster);
    assert_eq!((&pixels[..3], &pixels[24..27]), (&[10, 10, 10][..], &[200, 200, 200][..]));
}

#[test]
fn channels_of_a_jpeg_are_what_its_maker_meant() {
    let pixel = |file: &[u8]| {
        let raster = raster(file);
        (raster.channels, unpack(&raster)[..raster.channels.count()].to_vec())
    };
    let adobe = |transform: u8| segment(0xEE, &[b"Adobe\0\x64\0\0\0\0", &[transform][..]].concat());
    assert_eq!(pixel(&jpeg(&[[77, 0, 0, 0]], 1)), (Channels::Grey, vec![77]));
    // Y 76, Cb 85, Cr 255 is red.
    let (channels, red) = pixel(&jpeg(&[[76, 85, 255, 0]], 3));
    assert!(channels == Channels::Rgb && red[0] >= 253 && red[1] <= 1 && red[2] <= 2, "{red:?}");
    let plain = jpeg_with(&[[250, 20, 30, 0]], 3, &adobe(0));
    assert_eq!(pixel(&plain), (Channels::Rgb, vec![250, 20, 30]));
    // Inks: as they are, inverted by Adobe, and inverted as YCCK.
    assert_eq!(pixel(&jpeg(&[[10, 20, 30, 40]], 4)), (Channels::Cmyk, vec![10, 20, 30, 40]));
    let inverted = jpeg_with(&[[245, 235, 225, 215]], 4, &adobe(0));
    assert_eq!(pixel(&inverted), (Channels::Cmyk, vec![10, 20, 30, 40]));
    let (_, inks) = pixel(&jpeg_with(&[[76, 85, 255, 215]], 4, &adobe(2)));
    assert!(inks[0] >= 253 && inks[1] <= 1 && inks[2] <= 2 && inks[3] == 40, "{inks:?}");
}

#[test]
fn a_drawing_keeps_its_own_colours() {
    let logo = include_bytes!("../../../examples/clinic/logo.svg");
    let Art::Drawing(drawing) = open(logo).expect("it can be drawn") else { panic!("a drawing") };
    let Piece::Outline(first) = &drawing.pieces[0] else { panic!("an outline") };
    assert_eq!(first.ink, Ink::Plain(Color::of_srgb([0x0f, 0x4c, 0x4a])));
    assert_eq!((drawing.size.width.to_pt(), drawing.size.height.to_pt()), (132.0, 60.0));
}
