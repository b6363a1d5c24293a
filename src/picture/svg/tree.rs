//! The text of a drawing → the tree of usvg. What is too large is refused before anything is made of it.

use std::sync::{Arc, Mutex};

use usvg::roxmltree::{Document, Error as XmlError, ParsingOptions};
use usvg::{ImageHrefResolver, ImageKind, Options, Tree};

use super::css::{Flat, flatten as settle};
use crate::picture::bounds;
use crate::picture::bounds::check_size;
use crate::picture::error::{DrawingError, PictureError};
use crate::picture::pixels;

/// Settles the styles of a drawing; `classes` is a style sheet that stands before its own.
///
/// # Errors
/// It is too large, no XML, or says what can't be heeded.
pub(super) fn flatten(svg: &str, classes: &str) -> Result<Flat, DrawingError> {
    bounds::check_nesting(svg)?;
    bounds::check_declarations(svg)?;
    let options =
        ParsingOptions { allow_dtd: true, nodes_limit: bounds::MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(svg, options).map_err(|error| match error {
        XmlError::NodesLimitReached => DrawingError::Elements(bounds::MOST_NODES),
        error => DrawingError::Xml(error.to_string()),
    })?;
    settle(&document, classes)
}

/// Reads a drawing without style sheets.
///
/// # Errors
/// It grows beyond what may be drawn, or holds a picture that can't be used.
pub(super) fn read_tree(svg: &str) -> Result<Tree, DrawingError> {
    // It was written by us.
    let document = Document::parse(svg).map_err(|error| DrawingError::Xml(error.to_string()))?;
    bounds::check_uses(&document)?;
    let unusable = Arc::new(Mutex::new(None));
    let tree = Tree::from_xmltree(&document, &options(Arc::clone(&unusable)))
        .map_err(|error| DrawingError::Svg(error.to_string()))?;
    let unusable = unusable.lock().expect("nothing that holds it can fail").take();
    unusable.map_or(Ok(tree), |reason| Err(DrawingError::Inlay(reason)))
}

/// No files, no system; an inch has 96 units (CSS Values 4, 6.2). Why a picture in it can't be used is put into `unusable`,
/// since usvg would leave it out.
fn options(unusable: Arc<Mutex<Option<String>>>) -> Options<'static> {
    Options {
        resources_dir: None,
        dpi: 96.0,
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(move |_, data, _| {
                let is_png = data.starts_with(b"\x89PNG");
                match check_size(data.len()).and_then(|()| pixels::read(&data)) {
                    Ok(Some(_)) if is_png => Some(ImageKind::PNG(data)),
                    Ok(Some(_)) => Some(ImageKind::JPEG(data)),
                    other => {
                        let reason = other.err().unwrap_or(PictureError::Kind).to_string();
                        unusable.lock().expect("nothing that holds it can fail").get_or_insert(reason);
                        None
                    }
                }
            }),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    }
}
