//! The theme of a project: its colours and its drawing, for all layouts. In: `[theme]` of a manifest or of an organisation's
//! file, and `layouts/theme/NAME.toml`. Out: a theme, which is laid over the look that a layout builds on.
//!
//! A look is the first layer, a ready theme that is named the second, what `[theme]` says beside the name the third; the layout's
//! own `[style]` lies over all of them. A theme that says `field` or `accent` has the colours that belong to these derived from
//! them, as far as it does not say them itself.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::look::{Look, MotifChoice};
use super::palette::{ColorTable, ColorValue, read_color};
use super::read::{Reading, read};
use crate::color::Color;
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::source::{SourceId, Sources, Span};

/// The colours that a theme has, and what each is for.
pub(super) const COLORS: [(&str, &str); 5] = [
    ("field", "fields and headings, under white words"),
    ("accent", "numerals, rules and badges"),
    ("deep", "the accent of large print"),
    ("blush", "rules and numerals on a field"),
    ("sand", "light fields under dark words"),
];
/// The contrast that derived colours have: that of large type, and of `deep` that of all type (WCAG 2.1, 1.4.3, 1.4.6).
const GOOD: f64 = 4.5;
const BEST: f64 = 7.0;
/// The least contrast of large type (WCAG 2.1, 1.4.3).
const LEAST: f64 = 3.0;

/// The palette and the motif of a project.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Theme {
    /// The ready theme that it builds on, and where it is named.
    pub name: Option<(String, Span)>,
    /// Its own colours, by name.
    pub colors: BTreeMap<String, Color>,
    /// Its own motif.
    pub motif: Option<MotifChoice>,
    /// Whether leaflets of other organisations have it, too.
    pub shared: bool,
}

/// A theme as written.
pub(super) type ThemeTable = BTreeMap<Spanned<String>, Spanned<ThemeValue>>;

/// What a key of a theme may hold.
#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "write a colour like \"#0f4c4a\", a file like \"drawings/boat.svg\", or true or false"
)]
pub(super) enum ThemeValue {
    /// Whether others share it.
    Flag(bool),
    /// A colour of a screen, a name or a file.
    Words(String),
    /// A colour of screens and presses.
    Color(ColorTable),
}

/// What themes may be written in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ThemeHome {
    /// `[theme]` of a manifest: its motif is a file of the project.
    Manifest,
    /// `[theme]` of an organisation's file: its motif is a file beside that.
    Organisation,
    /// A file of its own among the layouts: its motif is a file beside it.
    Ready,
}

/// The folder of ready themes.
pub(crate) const READY: &str = "layouts/theme";

/// Reads a ready theme: `layouts/theme/NAME.toml`.
///
/// # Errors
/// `manifest/toml`, `layout/invalid`, `layout/contrast`, `layout/ink`.
pub fn read_theme(
    source: SourceId,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Result<Theme, Reported> {
    let table: ThemeTable = read(source, sources, diagnostics)?;
    let mut file = Reading::new(source, diagnostics);
    let theme = checked_theme(&table, ThemeHome::Ready, &mut file);
    file.reporter.sound(theme)
}

/// Checks a theme; reports what it does not know and goes on.
pub(super) fn checked_theme(table: &ThemeTable, home: ThemeHome, file: &mut Reading<'_>) -> Theme {
    let mut theme = Theme::default();
    let mut places = BTreeMap::new();
    for (key, value) in table {
        let span = file.span(value);
        match (key.get_ref().as_str(), value.get_ref()) {
            ("motif", ThemeValue::Words(name)) => theme.motif = Some(motif(name, span, home)),
            ("name", ThemeValue::Words(name)) if home != ThemeHome::Ready => {
                theme.name = Some((name.clone(), span));
            }
            ("shared", ThemeValue::Flag(shared)) if home == ThemeHome::Manifest => theme.shared = *shared,
            ("purpose", ThemeValue::Words(_)) if home == ThemeHome::Ready => {}
            (name, ThemeValue::Words(_) | ThemeValue::Color(_)) if is_color(name) => {
                if let Some(color) = theme_color(name, value, file) {
                    theme.colors.insert(name.to_owned(), color);
                    places.insert(name.to_owned(), span);
                }
            }
            (name, _) if keys(home).any(|known| known == name) => {
                let wrong = Diagnostic::new(Code::Toml, format!("“{name}” of a theme can’t be that"));
                file.error(wrong.label(span, "given here").help(format!("write {}", example(name))));
            }
            (name, _) => unknown_key(name, file.span(key), home, file),
        }
    }
    check_contrasts(&theme.colors, &places, file);
    theme
}

fn is_color(name: &str) -> bool {
    COLORS.iter().any(|(known, _)| *known == name)
}

/// The keys of a theme.
fn keys(home: ThemeHome) -> impl Iterator<Item = &'static str> {
    let more: &[&str] = match home {
        ThemeHome::Manifest => &["motif", "name", "shared"],
        ThemeHome::Organisation => &["motif", "name"],
        ThemeHome::Ready => &["motif", "purpose"],
    };
    COLORS.iter().map(|(name, _)| *name).chain(more.iter().copied())
}

fn example(key: &str) -> &'static str {
    match key {
        "motif" => "a file like \"drawings/boat.svg\", or \"none\"",
        "name" => "the name of a ready theme in quotation marks",
        "shared" => "true or false",
        "purpose" => "a line in quotation marks",
        _ => "a colour like \"#0f4c4a\"",
    }
}

fn unknown_key(name: &str, span: Span, home: ThemeHome, file: &mut Reading<'_>) {
    let wrong = Diagnostic::new(Code::Layout, format!("a theme has no “{name}”")).label(span, "named here");
    let colors: Vec<String> = COLORS.iter().map(|(name, what)| format!("{name} ({what})")).collect();
    let more: Vec<&str> = keys(home).skip(COLORS.len()).collect();
    let help = format!("its colours are {}; beside them there are {}", colors.join(", "), more.join(" and "));
    file.error(wrong.help(help));
}

/// A colour of a theme. One that is given for screens alone has its inks computed, and `sand` stays white in an office.
fn theme_color(name: &str, value: &Spanned<ThemeValue>, file: &mut Reading<'_>) -> Option<Color> {
    let span = file.span(value);
    match value.get_ref() {
        ThemeValue::Words(hex) => {
            let color = read_color(&ColorValue::Screen(hex.clone()), span, file)?;
            Some(if name == "sand" { color.under_text() } else { color })
        }
        ThemeValue::Color(table) => read_color(&ColorValue::Both(table.clone()), span, file),
        ThemeValue::Flag(_) => None,
    }
}

fn motif(name: &str, span: Span, home: ThemeHome) -> MotifChoice {
    match (name, home) {
        ("none", _) => MotifChoice::None,
        (name, ThemeHome::Ready) => MotifChoice::file(format!("{READY}/{name}"), Some(span)),
        (name, ThemeHome::Manifest) => MotifChoice::file(name.to_owned(), Some(span)),
        (name, ThemeHome::Organisation) => MotifChoice::Beside { name: name.to_owned(), span },
    }
}

/// Reports colours on which words could not be read, with the nearest colour on which they can.
fn check_contrasts(
    colors: &BTreeMap<String, Color>,
    places: &BTreeMap<String, Span>,
    file: &mut Reading<'_>,
) {
    let dark = [("field", GOOD, BEST), ("accent", LEAST, GOOD), ("deep", GOOD, BEST)];
    for (name, least, good) in dark {
        let Some(color) = colors.get(name) else { continue };
        let ratio = color.least_contrast(&Color::WHITE);
        if ratio < least {
            let darker = color.darker_under_white(good).hex();
            let message = format!("white on {} has a contrast of {:.1}:1", color.hex(), floor(ratio));
            let wrong =
                Diagnostic::new(Code::Contrast, message).label(places[name], "too light to be read on");
            file.error(wrong.help(format!("{good}:1 is asked for: make “{name}” darker, like {darker}")));
        }
    }
    let Some((blush, field)) = colors.get("blush").zip(colors.get("field")) else { return };
    let ratio = blush.least_contrast(field);
    if ratio < LEAST {
        let paler = blush.paler_on(*field, GOOD).hex();
        let message = format!("{} on {} has a contrast of {:.1}:1", blush.hex(), field.hex(), floor(ratio));
        let wrong =
            Diagnostic::new(Code::Contrast, message).label(places["blush"], "too dark for that field");
        file.error(
            wrong.help(format!("{GOOD}:1 is asked for: make “blush” paler, like {paler}, or leave it out")),
        );
    }
}

/// Never told as better than it is.
fn floor(ratio: f64) -> f64 {
    (ratio * 10.0).floor() / 10.0
}

impl Look {
    /// The look with the colours and the motif of a theme, and with what belongs to these colours.
    pub(crate) fn themed(mut self, theme: &Theme) -> Look {
        let says = |name: &str| theme.colors.contains_key(name);
        self.palette.extend(theme.colors.iter().map(|(name, color)| (name.clone(), *color)));
        if (says("field") || says("accent"))
            && let (Some(&field), Some(&accent)) = (self.palette.get("field"), self.palette.get("accent"))
        {
            let derived = [
                ("deep", accent.darker_under_white(BEST)),
                ("blush", accent.paler_on(field, GOOD)),
                ("sand", accent.faintest()),
            ];
            let left = derived.into_iter().filter(|(name, _)| !says(name));
            self.palette.extend(left.map(|(name, color)| (name.to_owned(), color)));
        }
        self.motif = theme.motif.clone().or(self.motif);
        self
    }
}
