//! Files of a few objects, without a table: readers mend that.

use crate::preflight::{Check, Examination, PreflightReport, examine};

/// A file from its objects, numbered from 1: the catalog and what follows; Info is 2.
pub(in crate::preflight) fn file(objects: &[&str]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    for (object, number) in objects.iter().zip(1..) {
        bytes.extend(format!("{number} 0 obj\n{object}\nendobj\n").as_bytes());
    }
    bytes.extend(b"trailer\n<</Root 1 0 R/Info 2 0 R>>\n%%EOF\n");
    bytes
}

/// A file of one page of Letter: what its catalog, Info and page hold, and more objects, from 5 on.
pub(in crate::preflight) fn page(catalog: &str, info: &str, page: &str, more: &[&str]) -> Vec<u8> {
    let catalog = format!("<</Type/Catalog/Pages 3 0 R{catalog}>>");
    let info = format!("<<{info}>>");
    let page = format!("<</Type/Page/Parent 3 0 R/MediaBox[0 0 612 792]{page}>>");
    let first = [catalog.as_str(), &info, "<</Type/Pages/Kids[4 0 R]/Count 1>>", &page];
    file(&[&first, more].concat())
}

pub(in crate::preflight) fn examined(bytes: &[u8]) -> PreflightReport {
    examine(bytes, None, Examination::Whole)
}

/// What a check found.
pub(in crate::preflight) fn messages(report: &PreflightReport, check: Check) -> Vec<String> {
    let found = report.findings.iter().filter(|finding| finding.check() == check);
    found.map(|finding| finding.message()).collect()
}
