//! How layouts as written become checked ones.

use std::collections::BTreeMap;

use toml::Spanned;

use super::body::BodyRange;
use super::geometry::check_geometry;
use super::layout::{Fill, Form, Height, Languages, Layout, Opening, PanelSpec};
use super::layout_pages::checked_pages;
use super::layout_tables::{Cells, FormTable, HeightValue, LayoutFile, Orientation, PanelTable, RunningRef};
use super::look::Look;
use super::look_file::{LookTables, checked_look};
use super::read::{Reading, read};
use super::running::{RUNNING_PARTS, RunningLine};
use super::wording::which_of;
use super::words::Words;
use crate::diag::{Code, Diagnostic, Diagnostics, Reported};
use crate::fold::{self, Fold};
use crate::frame::Place;
use crate::source::{SourceId, Sources, Span};

/// The most panels that one table stands for.
const MOST_CELLS: u32 = 64;
/// The last cell that a panel may be in: more pages are a book.
const LAST_CELL: u32 = 256;

/// The name of the look that a layout builds on, so that it can be read first; `None` when it has none or is no TOML.
pub(crate) fn look_of(source: SourceId, sources: &Sources) -> Option<String> {
    let table: toml::Table = toml::from_str(&sources.get(source).text).ok()?;
    Some(table.get("look")?.as_str()?.to_owned())
}

/// Reads a look: `layouts/look/NAME.toml`.
///
/// # Errors
/// `manifest/toml`, `manifest/unknown-role`, `layout/invalid`.
pub fn read_look(
    source: SourceId,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Result<Look, Reported> {
    let tables: LookTables = read(source, sources, diagnostics)?;
    let mut file = Reading::new(source, diagnostics);
    let look = checked_look(tables, &mut file);
    file.reporter.sound(look)
}

/// Reads a layout and lays its own look over `family`.
///
/// # Errors
/// `manifest/toml`, `manifest/unknown-role`, `layout/invalid`, `layout/overlap`, `layout/outside`.
pub fn read_layout(
    name: &str,
    source: SourceId,
    family: Look,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Result<Layout, Reported> {
    let tables: LayoutFile = read(source, sources, diagnostics)?;
    let words = Words::new(source, look_of(source, sources).as_deref(), sources);
    let mut file = Reading::new(source, diagnostics);
    let whole = file.whole_file();
    let mut added = added_colors(&tables, &family, &file);
    let look = family.overlaid(checked_look(tables.style, &mut file));
    let mut checker = LayoutChecker { running: &look.running, file: &mut file };
    let fold = checker.known_fold(&tables.fold);
    checker.check_papers(&tables.papers);
    checker.check_body(&tables.body, &["body"], words);
    let panels = checker.all_panels(tables.panel);
    let mut layout = Layout {
        name: name.to_owned(),
        purpose: tables.purpose,
        finish: tables.finish,
        fold: fold.unwrap_or(&fold::FOLDS[0]),
        landscape: tables.orientation == Orientation::Landscape,
        papers: tables.papers.into_inner(),
        unprinted: tables.unprinted.0,
        body: tables.body.into_inner(),
        max_span: words.value(&["body", "max"]).unwrap_or(whole),
        panels,
        fewest: None,
        logo: tables.logo,
        credits: tables.credits,
        look,
        forms: BTreeMap::new(),
        idle_colors: Vec::new(),
        source,
    };
    layout.fewest = tables.pages.and_then(|pages| checked_pages(pages, &layout, &mut file));
    layout.settle_art();
    check_whole(&layout, words, &mut file);
    let forms = [(Form::Bilingual, tables.bilingual), (Form::LargePrint, tables.large_print)];
    for (form, table) in forms.into_iter().filter_map(|(form, table)| Some((form, table?))) {
        let mut other = read_form(&layout, form, table, words, &mut file);
        other.max_span = words.value(&[form.key(), "body", "max"]).unwrap_or(layout.max_span);
        check_whole(&other, words, &mut file);
        layout.forms.insert(form, other);
    }
    added.retain(|(name, _)| {
        [&layout].into_iter().chain(layout.forms.values()).all(|form| !form.names_color(name))
    });
    layout.idle_colors = added;
    file.reporter.sound(layout)
}

/// A form of a layout: the layout with the panels, the look and the range of that form.
fn read_form(
    layout: &Layout,
    form: Form,
    table: FormTable,
    words: Words<'_>,
    file: &mut Reading<'_>,
) -> Layout {
    let look = layout.look.clone().overlaid(checked_look(table.style, file));
    let mut checker = LayoutChecker { running: &look.running, file };
    if let Some(body) = &table.body {
        checker.check_body(body, &[form.key(), "body"], words);
    }
    let panels = checker.all_panels(table.panel);
    let body = table.body.map_or(layout.body, Spanned::into_inner);
    let credits = table.credits.or(layout.credits);
    let mut form = Layout { panels, look, body, credits, forms: BTreeMap::new(), ..layout.clone() };
    form.fewest = table.pages.and_then(|pages| checked_pages(pages, &form, file));
    form.settle_art();
    form
}

/// The colours that a layout and its forms add to those of their look, with their places.
fn added_colors(tables: &LayoutFile, family: &Look, file: &Reading<'_>) -> Vec<(String, Span)> {
    let forms = [&tables.bilingual, &tables.large_print].into_iter().flatten().map(|form| &form.style);
    let names = [&tables.style].into_iter().chain(forms).flat_map(|style| style.palette.keys());
    let added = names.filter(|name| !family.palette.contains_key(name.get_ref()));
    added.map(|name| (name.get_ref().clone(), file.span(name))).collect()
}

/// Reports what is wrong with a layout as a whole; where its panels lie only when all before is right.
fn check_whole(layout: &Layout, words: Words<'_>, file: &mut Reading<'_>) {
    let mut checker = LayoutChecker { running: &layout.look.running, file };
    checker.check_colors(layout, words);
    checker.check_spots(layout);
    checker.check_placeholders(layout, words);
    checker.check_names(layout);
    checker.check_pairs(layout);
    if file.reporter.is_sound() {
        check_geometry(layout, words, file);
    }
}

struct LayoutChecker<'a, 'd> {
    /// The running lines that panels may name.
    running: &'a BTreeMap<String, RunningLine>,
    file: &'a mut Reading<'d>,
}

impl LayoutChecker<'_, '_> {
    fn fail(&mut self, message: impl Into<String>, span: Span, help: impl Into<String>) {
        self.file.error(Diagnostic::new(Code::Layout, message).label(span, "here").help(help));
    }

    fn known_fold(&mut self, name: &Spanned<String>) -> Option<&'static Fold> {
        let fold = fold::fold(name.get_ref());
        if fold.is_none() {
            let known: Vec<&str> = fold::FOLDS.iter().map(|fold| fold.name).collect();
            let span = self.file.span(name);
            let help = which_of(name.get_ref(), &known, "folds");
            self.fail(format!("there is no fold “{}”", name.get_ref()), span, help);
        }
        fold
    }

    fn check_papers(&mut self, papers: &Spanned<Vec<String>>) {
        let span = self.file.span(papers);
        if papers.get_ref().is_empty() {
            self.fail("a layout takes at least one paper", span, "name one, such as papers = [\"letter\"]");
        }
        for unknown in papers.get_ref().iter().filter(|name| fold::paper(name).is_none()) {
            let known: Vec<&str> = fold::PAPERS.iter().map(|paper| paper.name).collect();
            self.fail(format!("there is no paper “{unknown}”"), span, which_of(unknown, &known, "papers"));
        }
    }

    fn check_body(&mut self, body: &Spanned<BodyRange>, place: &[&str], words: Words<'_>) {
        let (range, whole) = (body.get_ref(), self.file.span(body));
        let bounds = |[low, high]: [f64; 2]| (0.5..=1.0).contains(&low) && (1.0..=4.0).contains(&high);
        let both = "a number from 0.5 to 1, then one from 1 to 4, such as [0.95, 1.1]";
        for (key, is_met, wanted) in [
            ("max", (6.0..=200.0).contains(&range.max), "a size from 6 to 200 pt"),
            ("leading", bounds(range.leading), both),
            ("gaps", bounds(range.gaps), both),
            ("give", (0.0..=0.2).contains(&range.give), "a share from 0 to 0.2"),
        ] {
            if !is_met {
                let span = words.value(&[place, &[key]].concat()).unwrap_or(whole);
                self.fail(format!("the body's range can't be met: `{key}`"), span, format!("give {wanted}"));
            }
        }
    }

    fn all_panels(&mut self, tables: Vec<Spanned<PanelTable>>) -> Vec<PanelSpec> {
        tables.into_iter().enumerate().flat_map(|(index, panel)| self.read_panels(index, panel)).collect()
    }

    /// Columns for two languages come in pairs.
    fn check_pairs(&mut self, layout: &Layout) {
        for place in Place::ALL.into_iter().filter(|&place| layout.is_beside(place)) {
            let panels: Vec<&PanelSpec> = layout.panels.iter().filter(|panel| panel.place == place).collect();
            let columns: u32 = panels.iter().map(|panel| panel.columns).sum();
            let alone = panels.iter().find(|panel| panel.languages == Languages::Below);
            if let Some(panel) = alone.or(panels.last().filter(|_| columns % 2 == 1)) {
                let message = format!(
                    "two languages beside each other need an even number of “{}” columns",
                    place.name()
                );
                self.fail(
                    message,
                    panel.span,
                    "give it one column more or fewer; all panels of that place are shared alike",
                );
            }
        }
    }

    /// The panels that a table stands for, one for each cell that it names.
    fn read_panels(&mut self, index: usize, table: Spanned<PanelTable>) -> Vec<PanelSpec> {
        let span = self.file.span(&table);
        let (first, last) = match table.get_ref().cell {
            Cells::One(cell) => (cell, cell),
            Cells::Several([first, last]) => (first, last),
        };
        if first == 0 || last < first || last - first > MOST_CELLS || last > LAST_CELL {
            let help = "give one, or the first and the last of at most 64, such as cell = [2, 5]";
            self.fail(format!("a panel is in cells from 1 to {LAST_CELL}"), span, help);
            return Vec::new();
        }
        let mirror = table.get_ref().mirror;
        let panel = self.read_panel(index, table.into_inner(), span);
        let mut panels = Vec::new();
        for cell in first..=last {
            let mut panel = PanelSpec { cell, ..panel.clone() };
            if mirror && (cell - first) % 2 == 1 {
                panel.face_about();
            }
            panels.push(panel);
        }
        panels
    }

    fn running_line(&mut self, line: Option<RunningRef>, span: Span) -> Option<RunningLine> {
        match line? {
            RunningRef::Own(line) => Some(line),
            RunningRef::Named(name) => {
                let found = self.running.get(&name).cloned();
                if found.is_none() {
                    let known: Vec<&str> = self.running.keys().map(String::as_str).collect();
                    let help = which_of(&name, &known, "its running lines");
                    self.fail(format!("the look has no running line “{name}”"), span, help);
                }
                found
            }
        }
    }

    fn read_panel(&mut self, index: usize, table: PanelTable, span: Span) -> PanelSpec {
        let sized = table.height.is_some();
        let height = match table.height {
            None => Height::Free,
            Some(HeightValue::Length(length)) => Height::Fixed(length),
            Some(HeightValue::Word(word)) if word == "auto" => Height::Auto,
            Some(HeightValue::Word(word)) => {
                self.fail(format!("“{word}” is no height"), span, "give a length or \"auto\" in this panel");
                Height::Auto
            }
        };
        let across = [table.left, table.right, table.width].iter().flatten().count();
        let starts = u8::from(table.top.is_some()) + u8::from(table.below.is_some());
        let ends = u8::from(table.bottom.is_some()) + u8::from(table.above.is_some());
        if across > 2 || starts > 1 || ends > 1 || (starts + ends > 1 && sized) {
            self.fail("a panel's place is given twice", span, "leave one of its edges or its size out");
        }
        if !(1..=6).contains(&table.columns) || !(0.5..=4.0).contains(&table.grow) {
            self.fail(
                "a panel has 1 to 6 columns and grows by 0.5 to 4",
                span,
                "change its columns or its grow",
            );
        }
        let (head, foot) = (self.running_line(table.head, span), self.running_line(table.foot, span));
        PanelSpec {
            name: table.name.unwrap_or_else(|| format!("{}-{}", table.place.name(), index + 1)),
            cell: 1,
            mirror: table.mirror,
            place: table.place,
            across: [table.left, table.right, table.width],
            down: [table.top, table.bottom],
            height,
            below: table.below,
            above: table.above,
            gap: table.gap.unwrap_or_default().0,
            inset: table.inset.sides(),
            columns: table.columns.clamp(1, 6),
            gutter: table.gutter.unwrap_or_default().0,
            languages: table.languages,
            fill: table.fill.map(|fill| Fill { color: fill.color, inset: fill.inset.sides() }),
            align: table.align,
            opening: if table.continues { Opening::Text } else { Opening::Section },
            edge: table.edge,
            grow: table.grow.clamp(0.5, 4.0),
            art: table.art,
            head,
            foot,
            span,
        }
    }

    /// Running lines name only what there is.
    fn check_placeholders(&mut self, layout: &Layout, words: Words<'_>) {
        for panel in &layout.panels {
            for line in panel.head.iter().chain(&panel.foot) {
                let parts = line.left.split('{').skip(1).chain(line.right.split('{').skip(1));
                for name in parts.map(|part| part.split('}').next().unwrap_or_default()) {
                    if !RUNNING_PARTS.contains(&name) {
                        let known = format!("write one of {{{}}}, or take it out", RUNNING_PARTS.join("} {"));
                        let span = words.holding(&format!("{{{name}}}")).unwrap_or(panel.span);
                        self.fail(format!("a running line can’t name {{{name}}}"), span, known);
                    }
                }
            }
        }
    }

    /// No two panels of a cell have one name, so that a neighbour is told from another.
    fn check_names(&mut self, layout: &Layout) {
        for (at, panel) in layout.panels.iter().enumerate() {
            if layout.panels[..at].iter().any(|other| other.name == panel.name && other.cell == panel.cell) {
                self.fail(
                    format!("two panels are named “{}”", panel.name),
                    panel.span,
                    "give one of them another name",
                );
            }
        }
    }

    /// One ink is one colour wherever it is named (ISO 19005-2 6.2.4.4).
    fn check_spots(&mut self, layout: &Layout) {
        let mut known = BTreeMap::new();
        for (name, color) in &layout.look.palette {
            let Some(spot) = color.spot else { continue };
            let (first, cmyk) = known.entry(spot).or_insert((name, color.cmyk));
            if *cmyk != color.cmyk {
                let message = format!("“{first}” and “{name}” are of one ink and have other cmyk");
                let whole = self.file.whole_file();
                let help = format!("give both the same cmyk, since what stands for {} is one", spot.name());
                self.fail(message, whole, help);
            }
        }
    }

    fn check_colors(&mut self, layout: &Layout, words: Words<'_>) {
        let whole = self.file.whole_file();
        let known = |name: &str| layout.look.palette.contains_key(name);
        let mut unknown: Vec<(String, Span)> = layout
            .look
            .used_colors()
            .into_iter()
            .filter(|name| !known(name))
            .map(|name| (name.to_owned(), whole))
            .collect();
        for panel in &layout.panels {
            let lines = panel.head.iter().chain(&panel.foot);
            let lines = lines
                .flat_map(|line| [&line.color].into_iter().chain(line.rule.iter().map(|rule| &rule.color)));
            let used = panel.fill.iter().map(|fill| &fill.color).chain(lines);
            unknown.extend(used.filter(|name| !known(name)).map(|name| (name.clone(), panel.span)));
        }
        let plate = layout.logo.iter().filter_map(|logo| logo.plate.as_ref());
        unknown.extend(plate.filter(|name| !known(name)).map(|name| (name.clone(), whole)));
        let palette: Vec<&str> = layout.look.palette.keys().map(String::as_str).collect();
        for (name, span) in unknown {
            let span = words.word(&name).unwrap_or(span);
            self.fail(
                format!("the palette has no colour “{name}”"),
                span,
                which_of(&name, &palette, "its colours"),
            );
        }
    }
}
