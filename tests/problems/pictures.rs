//! Pictures, codes and drawings that can't be had, told or printed.

use polyleaf::Code;

use super::{BOTH, Case, case};
use crate::support::Fixture;

/// Pictures that can't be had, told or printed.
pub(super) fn picture_cases() -> Vec<Case> {
    let last = "  { role = \"contact\", text = \"call\" },\n]";
    let shown = |block: &str| {
        let with = format!("  {{ role = \"contact\", text = \"call\" }},\n{block}\n]");
        Fixture::new().with("polyleaf.toml", last, &with).file("dot.svg", crate::pictures::DOT)
    };
    let picture = "{ role = \"picture\", file = \"dot.svg\", alt = \"body\" },";
    let coarse = |width: u32| {
        let block = "{ role = \"picture\", file = \"dot.png\", alt = \"body\" },";
        shown(block).file("dot.png", crate::pictures::stripes(width, 4))
    };
    let logo = "website = \"example.org\"";
    vec![
        case(
            Code::PictureFile,
            shown(&picture.replace("dot.svg", "no.svg")),
            "picture/unusable polyleaf.toml:28:28",
            &[],
        ),
        case(
            Code::PictureFile,
            shown(picture).file("dot.svg", "<svg"),
            "picture/unusable polyleaf.toml:28:28",
            &[],
        ),
        case(
            Code::PictureFile,
            shown(&picture.replace("dot.svg", "../dot.svg")),
            "picture/unusable polyleaf.toml:28:28",
            &[],
        ),
        case(
            Code::PictureFile,
            Fixture::new().with("polyleaf.toml", logo, &format!("{logo}\nlogo = \"no.png\"")),
            "picture/unusable polyleaf.toml:13:8",
            &[],
        ),
        case(
            Code::PictureAlt,
            shown(&picture.replace(", alt = \"body\"", "")),
            "picture/alt polyleaf.toml:28:1",
            &[],
        ),
        case(
            Code::UnknownMessage,
            shown(&picture.replace("\"body\"", "\"bodi\"")),
            "fluent/unknown-message polyleaf.toml:28:45",
            &[],
        ),
        case(Code::Resolution, coarse(100), "picture/resolution polyleaf.toml:28:45", &[]),
    ]
}

/// QR codes that lead nowhere, or that no camera reads.
pub(super) fn code_cases() -> Vec<Case> {
    let coded = |name: &str| crate::codes::with_code(&format!("{{ role = \"code\", link = \"{name}\" }}"));
    let small = crate::codes::with_code("{ role = \"code\", link = \"website\", width = \"3mm\" }");
    let links = "[links]";
    let variable = |value: &str| {
        coded("page").with("polyleaf.toml", links, &format!("[variables]\npage = \"{value}\"\n{links}"))
    };
    let near = crate::codes::on_panel("{ role = \"code\", link = \"website\", width = \"50mm\" }", "0mm");
    let long = format!("https://example.org/{}", "a".repeat(2400));
    vec![
        case(Code::CodeLink, coded("web"), "code/link polyleaf.toml:28:27", &[]),
        case(Code::CodeLink, variable("page one"), "code/link polyleaf.toml:15:8", &[]),
        case(Code::CodeLink, variable("javascript:app.alert(1)"), "code/link polyleaf.toml:15:8", &[]),
        case(Code::CodeLink, variable(&long), "code/link polyleaf.toml:30:27", &[]),
        case(Code::CodeSmall, small, "code/small polyleaf.toml:28:27", &[]),
        case(Code::CodeCrowded, near, "code/crowded polyleaf.toml:28:27", &[]),
    ]
}

/// Pictures that are seen through, for a shop whose files may hold none that are.
pub(super) fn see_through_cases() -> Vec<Case> {
    let press = "[press]\nstandard = \"x-1a:2001\"\n[links]";
    let pale = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 20\"><circle cx=\"50\" cy=\"10\" r=\"8\" opacity=\"0.5\"/></svg>";
    let drawing = crate::pictures::with_picture("dot.svg", pale, "").with("polyleaf.toml", "[links]", press);
    let mut case = case(Code::SeeThrough, drawing, "picture/see-through polyleaf.toml:30:45", &[]);
    case.arguments = &["--for", "press"];
    vec![case]
}

/// A picture that prints, but not well.
pub(super) fn coarse_case() -> Case {
    let last = "  { role = \"contact\", text = \"call\" },\n]";
    let with = "  { role = \"contact\", text = \"call\" },\n{ role = \"picture\", file = \"dot.png\", alt = \"body\" },\n]";
    let fixture =
        Fixture::new().with("polyleaf.toml", last, with).file("dot.png", crate::pictures::stripes(900, 50));
    case(Code::Resolution, fixture, "picture/resolution polyleaf.toml:28:45", BOTH)
}

/// Drawings that print, but not as their makers may think.
pub(super) fn drawing_cases() -> Vec<Case> {
    const PRESS: &[&str] = &["small-en-page-letter-press.pdf", "small-es-page-letter-press.pdf"];
    let last = "  { role = \"contact\", text = \"call\" },\n]";
    let with = "  { role = \"contact\", text = \"call\" },\n{ role = \"picture\", file = \"dot.svg\", alt = \"body\" },\n]";
    let shown = |inside: &str| {
        let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 20\">{inside}</svg>");
        Fixture::new().with("polyleaf.toml", last, with).file("dot.svg", svg)
    };
    let hair = "<path d=\"M10 10H190\" stroke=\"#000\" stroke-width=\"0.01\"/>";
    let white = "<circle cx=\"50\" cy=\"10\" r=\"8\" fill=\"#fff\"/>";
    let soft = "<circle cx=\"50\" cy=\"10\" r=\"8\" style=\"filter:blur(2px)\"/>";
    let mut press = case(Code::Hairline, shown(hair), "picture/hairline polyleaf.toml:28:45", PRESS);
    press.arguments = &["--for", "press"];
    vec![
        press,
        case(Code::FaintPicture, shown(white), "picture/faint polyleaf.toml:28:45", BOTH),
        case(Code::MadePixels, shown(soft), "picture/pixels polyleaf.toml:28:45", BOTH),
    ]
}
