//! `polyleaf export` and `polyleaf import`: texts to translators and back.

use std::path::PathBuf;

use polyleaf::{ExchangeFormat, Export, Exported, Import, Imported, ImportedText, Take, shown};

use super::answer::{Answer, Product, finish};
use super::built::{language, line};
use super::misuse::{Misuse, project};
use super::translator_args::{ExportArgs, FormatName, ImportArgs, TakeName};
use super::{render, wrap};

/// Writes the texts of a language for translators.
pub(super) fn export(args: &ExportArgs) -> Result<Answer, Misuse> {
    let out = args.out.clone().unwrap_or_else(|| PathBuf::from("."));
    let extension = out.extension().and_then(|end| end.to_str()).unwrap_or_default().to_ascii_lowercase();
    let named = ExchangeFormat::ALL.into_iter().find(|format| format.extension() == extension);
    let named = named.or((extension == "xliff").then_some(ExchangeFormat::Xliff)).filter(|_| !out.is_dir());
    let export = Export {
        language: args.language.clone(),
        leaflets: args.leaflet.clone(),
        format: args.format.map(FormatName::format).or(named).unwrap_or_default(),
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
    } = file;
    let mut words = line(
        &format!(
            "{name}: {}: {new} new, {changed} changed, {unchanged} unchanged, {empty} empty, {refused} refused",
            language(locale)
        ),
        "",
        columns,
    );
    if *is_written {
        words += &line(&format!("written: {}", written.join(", ")), "  ", columns);
    }
    if is_trial {
        words.extend(changes.iter().map(change_words));
    }
    words
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
