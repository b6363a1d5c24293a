//! What a file is, told in three facts: enough to see that two files are not of one leaflet.

use super::read::{File, read_claims, read_pages};

/// What a file is in short.
#[derive(Clone, PartialEq, Debug)]
pub struct Brief {
    /// Its title; empty where it has none.
    pub title: String,
    /// Its language, if it tells it.
    pub language: Option<String>,
    /// The width and height of its first page as it is cut, in points.
    pub trim: [f64; 2],
}

impl Brief {
    /// Reads it from a file; `None` where it is no PDF that can be read, or has no page.
    pub fn of(bytes: &[u8]) -> Option<Brief> {
        let file = File::open(bytes).ok()?;
        let claims = read_claims(&file);
        let trim = read_pages(&file).first()?.boxes.trim_size();
        let title = claims.title().unwrap_or_default().to_owned();
        Some(Brief { title, language: claims.language, trim })
    }

    /// Whether another file can be of the same leaflet, in the same language and layout.
    pub fn is_like(&self, other: &Brief) -> bool {
        let is_language = match (&self.language, &other.language) {
            (Some(one), Some(other)) => one == other,
            _ => true,
        };
        let is_size = self.trim.iter().zip(other.trim).all(|(one, other)| (one - other).abs() < 1.0);
        is_language && is_size && self.title == other.title
    }
}
