//! `polyleaf export` and `polyleaf import`: texts to translators and back.

use std::path::{Path, PathBuf};

use polyleaf::{ExchangeFormat, Export, Exported, Import, Imported, ImportedText, Take, shown};

use super::answer::{Answer, Product, finish};
use super::built::{language, line};
use super::misuse::{Misuse, project};
use super::said::Said;
use super::translator_args::{ExportArgs, FormatName, ImportArgs, TakeName};
use super::{render, wrap};

/// Writes the texts of a language for translators.
pub(super) fn export(args: &ExportArgs) -> Result<Answer, Misuse> {
    let out = args.out.clone().unwrap_or_else(|| PathBuf::from("."));
    let asked = args.format.map(FormatName::format);
    let named = if out.is_dir() { None } else { named_format(&out)? };
    if let Some((asked, named)) =
        asked.zip(named).filter(|(asked, named)| asked.extension() != named.extension())
    {
        let message = format!("{} is the name of another format than --format asks for", out.display());
        let help =
            format!("name a file that ends in .{}, or say --format {}", asked.extension(), named.extension());
        return Err(Misuse::Said(Said::new(message).words(help)));
    }
    let export = Export {
        language: args.language.clone(),
        leaflets: args.leaflet.clone(),
        format: asked.or(named).unwrap_or_default(),
        is_file: named.is_some(),
        out,
        replaces: args.replace,
    };
    let told = project(&args.project)?.export(&export);
    let made = told.made;
    let lines = || render::lines("exported", made.as_slice());
    let table = || made.as_ref().map(exported_words).unwrap_or_default();
    Ok(finish(told.problems, args.message_format, &Product { lines: &lines, table: &table, ..Product::NONE }))
}

/// The format that a file’s name asks for; none where it is a folder’s, which may hold a point, as in `v1.2`.
fn named_format(out: &Path) -> Result<Option<ExchangeFormat>, Misuse> {
    let extension = out.extension().and_then(|end| end.to_str()).unwrap_or_default().to_ascii_lowercase();
    let is_folder = out.as_os_str().to_string_lossy().ends_with(std::path::is_separator);
    if is_folder || !extension.contains(char::is_alphabetic) {
        return Ok(None);
    }
    let named = ExchangeFormat::ALL.into_iter().find(|format| format.extension() == extension);
    let named = named.or((extension == "xliff").then_some(ExchangeFormat::Xliff));
    if named.is_some() {
        return Ok(named);
    }
    let message = format!("texts can’t be exported as .{extension}");
    let help = "name a file that ends in .xlsx, .csv, .po or .xlf; put a / after the name of a folder";
    Err(Misuse::Said(Said::new(message).words(help)))
}

fn exported_words(made: &Exported) -> String {
    let columns = wrap::columns();
    let Exported { locale, path, texts, translated, as_source } = made;
    let path = path.strip_prefix(".").unwrap_or(path).display();
    let mut words = line(
        &format!("{path}: {texts} texts for {}, {translated} of them translated", language(locale)),
        "",
        columns,
    );
    if !as_source.is_empty() {
        words += &line(
            &format!(
                "with cases amid the text, which stand there as in Fluent files: {}",
                as_source.join(", ")
            ),
            "",
            columns,
        );
    }
    words + &line(&format!("When it comes back: polyleaf import {path}"), "", columns)
}

/// Writes what translators did into the project.
pub(super) fn import(args: &ImportArgs) -> Result<Answer, Misuse> {
    let import = Import {
        files: args.files.clone(),
        language: args.locale.clone(),
        take: args.take.map(|take| match take {
            TakeName::File => Take::File,
            TakeName::Folder => Take::Folder,
        }),
        is_trial: args.dry_run,
    };
    let told = project(&args.project)?.import(&import);
    let made = &told.made;
    let is_refused = told.problems.has_errors();
    let lines = || render::lines("imported", made);
    let table = || made.iter().map(|file| imported_words(file, args.dry_run)).collect();
    let closing = || match made.is_empty() {
        true => String::new(),
        false => line(ending(made, is_refused, args.dry_run), "", wrap::columns()),
    };
    let product = Product { lines: &lines, table: &table, closing: &closing, ..Product::NONE };
    Ok(finish(told.problems, args.message_format, &product))
}

fn ending(made: &[Imported], is_refused: bool, is_trial: bool) -> &'static str {
    let is_changed = made.iter().any(|file| !file.changes.is_empty());
    let is_written = made.iter().any(|file| file.is_written);
    if is_refused && is_written {
        return "The files that are named as written have the imported words, and no others: correct what is told above, and import again.";
    }
    match (is_refused, is_trial, is_changed) {
        (true, ..) => {
            "Nothing was written: correct what is told above, in the file or where it was made, and import it again."
        }
        (_, _, false) => "Nothing is to be written.",
        (_, true, _) => "Nothing was written: this was a trial.",
        _ => {
            "Imported texts are drafts, whatever the file calls them; `polyleaf approve` records that somebody has reviewed them."
        }
    }
}

fn imported_words(file: &Imported, is_trial: bool) -> String {
    let columns = wrap::columns();
    let Imported {
        locale,
        file: name,
        new,
        changed,
        unchanged,
        empty,
        refused,
        written,
        is_written,
        changes,
        emptied,
        kept,
        sources,
        absent,
    } = file;
    let mut words = line(
        &format!(
            "{name}: {}: {new} new, {changed} changed, {unchanged} unchanged, {empty} empty, {refused} refused",
            language(locale)
        ),
        "",
        columns,
    );
    for (what, ids) in [
        ("empty in the file, and kept as the folder has them", emptied),
        ("kept as the folder has them, as --take asks", kept),
        ("with other words of the source language in the file, which are not taken", sources),
        ("not in the file, and kept as they are", absent),
    ] {
        if !ids.is_empty() {
            words += &line(&format!("{what}: {} ({})", ids.len(), some_of(ids)), "  ", columns);
        }
    }
    if *is_written {
        words += &line(&format!("written: {}", written.join(", ")), "  ", columns);
    }
    if is_trial {
        words.extend(changes.iter().map(change_words));
    }
    words
}

/// Names of texts, the first of them where there are many.
fn some_of(ids: &[String]) -> String {
    const NAMED: usize = 8;
    let named: Vec<String> = ids.iter().take(NAMED).map(|id| shown(id).to_string()).collect();
    match ids.len().saturating_sub(NAMED) {
        0 => named.join(", "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}

fn change_words(change: &ImportedText) -> String {
    let ImportedText { id, was, now } = change;
    let mut words = format!("  {}\n", shown(id));
    for (sign, text) in [("-", was), ("+", now)].into_iter().filter(|(_, text)| !text.is_empty()) {
        for part in text.split('\n').filter(|part| !part.is_empty()) {
            words += &format!("    {sign} {}\n", shown(part));
        }
    }
    words
}
