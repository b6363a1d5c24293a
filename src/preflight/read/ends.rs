//! Whether the objects of a file end. Readers look for the end of each object that starts, so a file of a million objects that
//! start and never end makes them read it a million times. What that would cost is counted here, at the same price.

use super::hostile::Hostile;
use super::raw;

/// How often a file may be read over on the way, and what is free for a small one, in bytes.
const TIMES: usize = 12;
const FREE: usize = 4 << 20;

/// Whether all objects and streams of a file can be read at a bounded price.
pub(super) fn check_objects(bytes: &[u8]) -> Result<(), Hostile> {
    let mut left = bytes.len() * TIMES + FREE;
    let ends: Vec<usize> = raw::find_all(bytes, b"endstream").collect();
    let mut at = 0;
    while let Some(start) = next_start(bytes, at) {
        let (body, is_object) = match bytes[start] {
            b'o' => (start + "obj".len(), true),
            b's' => {
                // What is in a stream is no object; one without an end is looked through to the end of the file.
                let end = ends.get(ends.partition_point(|end| *end < start)).copied().unwrap_or(bytes.len());
                left = left.checked_sub(end - start).ok_or(Hostile::EndlessStreams)?;
                at = if end == bytes.len() { start + "stream".len() } else { end + "endstream".len() };
                continue;
            }
            _ => (start, false),
        };
        let end = object_end(bytes, body, left);
        left = left.checked_sub(end.unwrap_or(bytes.len()) - body).ok_or(Hostile::EndlessObjects)?;
        at = match end {
            Some(end) if !is_object => end,
            _ => body + usize::from(!is_object) * 2,
        };
    }
    Ok(())
}

/// Where the next object, dictionary or stream starts.
fn next_start(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| matches!(byte, b'o' | b's' | b'<'))?;
        let (rest, before) = (&bytes[at..], &bytes[..at]);
        let keyword = rest.starts_with(b"obj") || rest.starts_with(b"stream");
        if (keyword && !before.ends_with(b"end")) || rest.starts_with(b"<<") {
            return Some(at);
        }
        at += 1;
    }
}

/// The end of the object that starts there; `None` when it has none, or looking further is not paid for.
fn object_end(bytes: &[u8], start: usize, most: usize) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = start;
    while at - start <= most {
        match bytes.get(at)? {
            b'(' => at = string_end(bytes, at)?,
            b'%' => at += bytes[at..].iter().position(|byte| matches!(byte, b'\r' | b'\n'))?,
            b'<' if bytes.get(at + 1) == Some(&b'<') => {
                depth += 1;
                at += 2;
                continue;
            }
            b'>' if bytes.get(at + 1) == Some(&b'>') => {
                depth = depth.saturating_sub(1);
                at += 1;
            }
            b'<' => at += bytes[at..].iter().position(|byte| *byte == b'>')?,
            b'[' => {
                depth += 1;
                at += 1;
                continue;
            }
            b']' => depth = depth.saturating_sub(1),
            byte if byte.is_ascii_whitespace() || *byte == 0 => {
                at += 1;
                continue;
            }
            _ => {}
        }
        at += 1;
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// The closing bracket of a string.
fn string_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = start;
    loop {
        match bytes.get(at)? {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' if depth == 1 => return Some(at),
            b')' => depth -= 1,
            _ => {}
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_that_never_end_are_refused() {
        for start in [
            "1 0 obj (\n",
            "1 0 obj ( endobj\n",
            "1 0 obj [\n",
            "1 0 obj <<\n",
            "<< /A (\n",
            "trailer << /A (\n",
            "1 0 obj <\n",
            "1 0 obj <</Filter/Fl>> stream\n",
        ] {
            assert!(check_objects(start.repeat(20_000).as_bytes()).is_err(), "{start}");
        }
    }

    #[test]
    fn objects_that_end_are_read_once() {
        for object in [
            "1 0 obj <</A(\\()/B[1 (())]>> endobj\n",
            "2 0 obj <<>> stream\n(<<[ obj \nendstream endobj\n",
            "3 0 obj 5 endobj % (\n",
        ] {
            assert_eq!(check_objects(object.repeat(20_000).as_bytes()), Ok(()), "{object}");
        }
        assert_eq!(object_end(b" <</A[<00>(])]>> x", 0, 99), Some(16));
    }
}
