//! Polyleaf sets one text in many languages into print-ready leaflets.
//!
//! A pipeline of plain functions over plain data, in the order of the modules below: each imports only from those
//! before it.
//!
//! ```text
//!  locales/<tag>/*.ftl ─▶ content ─▶ Catalog ──┐ message ─▶ RichText
//!  polyleaf.toml, layouts/*.toml ─▶ spec ──────┤
//!  fonts/* ─▶ font ─▶ FontBook ────────────────┤
//!                                              ▼
//!    RichText ─prepare─▶ Paragraph        once per message
//!    Paragraph ─break_lines─▶ [Line]      once per trial size
//!    fit: the largest size at which flow has no overset ─▶ Frame per panel
//!    sheet: panels ─▶ [SheetSide] with marks ─▶ pdf · png · txt · json
//! ```

pub mod geom;

pub mod color;

pub mod source;

pub mod diag;

pub mod locale;

pub mod fold;

pub mod font;

pub mod frame;

pub mod picture;

pub mod style;

pub mod content;

pub mod script;

pub mod spec;

pub mod text;

pub mod flow;

pub mod fit;

pub mod sheet;

pub mod proof;

pub mod preflight;

pub mod pdf;

pub mod raster;

pub mod text_out;

pub mod json_out;

pub mod project;

pub mod cli;
