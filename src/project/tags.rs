//! Folders of languages whose tags nobody knows a language by, or which have another one.

use crate::diag::{Code, Diagnostic, Diagnostics, Severity};
use crate::languages::{Country, country_of};
use crate::locale::Locale;

/// Says that a folder has another name than its language goes by here, such as `fil`, `zh-TW` or `es_mx`: what is written, named and asked
/// for is of that name.
pub(super) fn renamed(locale: &Locale, folder: &str) -> Option<Diagnostic> {
    let Locale { tag, .. } = locale;
    let message = format!("locales/{folder} is taken as {tag}, {}", locale.english_name());
    let help = format!(
        "files made of it are named {tag}; rename the folder to locales/{tag}, so that everybody finds it"
    );
    (tag != folder).then(|| Diagnostic::new(Code::LocaleFolder, message).help(help))
}

/// Warns of a language whose own name nobody gave and CLDR doesn't know.
pub(super) fn unnamed(locale: &Locale, folder: &str, diagnostics: &mut Diagnostics) {
    if let Some(country) = country_of(&locale.tag).filter(|_| locale.name.is_none()) {
        let Country { code, name, language, other } = *country;
        let meant = Locale::parse(language).map(|locale| locale.english_name().to_owned());
        let meant = meant.unwrap_or_default();
        let message = format!("{code} is the country code of {name}; {meant} is {language}");
        let wrong = Diagnostic::new(Code::LocaleTag, message);
        let rename = format!("rename locales/{folder} to locales/{language}");
        let _ = match other {
            Some(other) => diagnostics
                .report(Severity::Warning, wrong.help(format!("{rename}, unless {other} is meant"))),
            None => diagnostics.report(Severity::Error, wrong.help(rename)),
        };
        return;
    }
    if locale.own_name().is_some() {
        return;
    }
    let message = format!("{} has no name of its own: covers show “{}”", locale.tag, locale.native_name());
    let help = format!(
        "add name = [\"its own name\", \"its English name\"] to locales/{folder}/locale.toml, or correct the folder’s tag"
    );
    diagnostics.warn(Diagnostic::new(Code::UnnamedLanguage, message).help(help));
}
