//! Folders of languages whose tags nobody knows a language by.

use crate::diag::{Code, Diagnostic, Diagnostics, Severity};
use crate::languages::{Country, country_of};
use crate::locale::Locale;

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
