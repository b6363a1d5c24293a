//! The names of languages: the locale's own, before the program's.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::Diagnostics;
use crate::project::{Files, Selection, load};
use crate::source::Sources;

#[test]
fn a_locale_gives_its_own_names() {
    let fixture = [
        ("polyleaf.toml", include_str!("../../../tests/fixture/polyleaf.toml")),
        ("layouts/page.toml", include_str!("../../../tests/fixture/page.toml")),
        ("locales/en/text.ftl", include_str!("../../../tests/fixture/en.ftl")),
        ("locales/xx/text.ftl", include_str!("../../../tests/fixture/es.ftl")),
        ("locales/xx/locale.toml", "name = [\"Zork\", \"Zorkish\"]"),
    ];
    let files = fixture.map(|(name, text)| (name.to_owned(), Arc::new(text.as_bytes().to_vec())));
    let selection = Selection { locales: vec!["xx".to_owned()], ..Selection::default() };
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let project = load(&Files::in_memory(BTreeMap::from(files)), &selection, &mut sources, &mut diagnostics);
    let project = project.unwrap();
    let locale = &project.locales[0].catalog.locale;
    assert_eq!((locale.native_name(), locale.english_name()), ("Zork", "Zorkish"));
}
