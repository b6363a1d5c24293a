//! Transforms as CSS writes them, put as SVG 1.1 does: without units, angles in degrees (CSS Transforms 1, 8).

/// Whether a length may go without a unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Lengths {
    /// As attributes have it.
    Bare,
    /// As style sheets have it: but for zero, each has its unit.
    WithUnits,
}

/// Reads a list of transforms. `None` for what is in space, in percent, or in a unit that depends on letters.
pub(super) fn read_transform(value: &str, lengths: Lengths) -> Option<String> {
    let mut written = Vec::new();
    let mut rest = value.trim();
    while !rest.is_empty() {
        let (name, after) = rest.split_once('(')?;
        let (inside, after) = after.split_once(')')?;
        let arguments: Vec<&str> =
            inside.split([',', ' ', '\t', '\n']).filter(|part| !part.is_empty()).collect();
        written.push(read_one(&name.trim().to_ascii_lowercase(), &arguments, lengths)?);
        rest = after.trim_start_matches([' ', ',', '\t', '\n']);
    }
    Some(written.join(" "))
}

fn read_one(name: &str, arguments: &[&str], lengths: Lengths) -> Option<String> {
    let length = |text: &str| pixels(text, lengths);
    let number = |text: &str| {
        let number = match text.strip_suffix('%') {
            Some(percent) => percent.parse::<f64>().ok()? / 100.0,
            None => text.parse().ok()?,
        };
        number.is_finite().then_some(number)
    };
    let angle = |text: &str| degrees(text, lengths);
    let put = |name: &str, numbers: &[f64]| {
        let numbers: Vec<String> = numbers.iter().map(f64::to_string).collect();
        Some(format!("{name}({})", numbers.join(" ")))
    };
    match (name, arguments) {
        ("matrix", [_, _, _, _, _, _]) => {
            let numbers: Option<Vec<f64>> = arguments.iter().map(|text| number(text)).collect();
            put("matrix", &numbers?)
        }
        ("translate", [x]) => put("translate", &[length(x)?, 0.0]),
        ("translate", [x, y]) => put("translate", &[length(x)?, length(y)?]),
        ("translatex", [x]) => put("translate", &[length(x)?, 0.0]),
        ("translatey", [y]) => put("translate", &[0.0, length(y)?]),
        ("scale", [both]) => put("scale", &[number(both)?, number(both)?]),
        ("scale", [x, y]) => put("scale", &[number(x)?, number(y)?]),
        ("scalex", [x]) => put("scale", &[number(x)?, 1.0]),
        ("scaley", [y]) => put("scale", &[1.0, number(y)?]),
        ("rotate", [turn]) => put("rotate", &[angle(turn)?]),
        ("rotate", [turn, x, y]) if lengths == Lengths::Bare => {
            put("rotate", &[angle(turn)?, length(x)?, length(y)?])
        }
        ("skewx" | "skew", [turn]) => put("skewX", &[angle(turn)?]),
        ("skewy", [turn]) => put("skewY", &[angle(turn)?]),
        _ => None,
    }
}

/// A length in pixels.
pub(super) fn pixels(text: &str, lengths: Lengths) -> Option<f64> {
    let small = text.to_ascii_lowercase();
    let number = small.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
    let size: f64 = number.parse().ok().filter(|size: &f64| size.is_finite())?;
    let unit = match &small[number.len()..] {
        "" if lengths == Lengths::Bare || size == 0.0 => 1.0,
        "px" => 1.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        "q" => 96.0 / 101.6,
        "pt" => 96.0 / 72.0,
        "pc" => 16.0,
        _ => return None,
    };
    Some(size * unit)
}

fn degrees(text: &str, lengths: Lengths) -> Option<f64> {
    let small = text.to_ascii_lowercase();
    let number = small.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let size: f64 = number.parse().ok().filter(|size: &f64| size.is_finite())?;
    let unit = match &small[number.len()..] {
        "" if lengths == Lengths::Bare || size == 0.0 => 1.0,
        "deg" => 1.0,
        "grad" => 0.9,
        "turn" => 360.0,
        "rad" => 180.0 / std::f64::consts::PI,
        _ => return None,
    };
    Some(size * unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transforms_lose_their_units() {
        let read = |text| read_transform(text, Lengths::WithUnits);
        let plain = |text: &str| Some(text.to_owned());
        assert_eq!(read("rotate(0.25turn) translateX(1in)"), plain("rotate(90) translate(96 0)"));
        assert_eq!(
            read("scale(2) skewX(100grad), matrix(1,0,0,1,5,6)"),
            plain("scale(2 2) skewX(90) matrix(1 0 0 1 5 6)")
        );
        for refused in
            ["translate(5)", "translate(10%, 0)", "rotate3d(1,1,1,45deg)", "perspective(5px)", "rotate(45"]
        {
            assert_eq!(read(refused), None, "{refused}");
        }
        assert_eq!(read_transform("rotate(45 10 20)", Lengths::Bare), plain("rotate(45 10 20)"));
    }
}
