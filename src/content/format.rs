//! Lets Fluent put a message together: references followed, cases chosen, variables put in between isolates.

use std::borrow::Cow;

use fluent::{FluentArgs, FluentValue};
use fluent_bundle::{FluentBundle, FluentResource};

use crate::content::cases::choose_cases;
use crate::content::compose::is_isolate;
use crate::content::context::{Context, Value};
use crate::content::file::FluentFile;
use crate::content::markup::{is_sentinel, with_sentinels};
use crate::content::number::write_numbers;
use crate::locale::Locale;

/// The messages of a locale with the values of the variables.
pub(super) struct Formatter<'r> {
    bundle: FluentBundle<&'r FluentResource>,
    arguments: FluentArgs<'r>,
}

impl<'r> Formatter<'r> {
    /// Takes the files of a locale in.
    pub(super) fn new(locale: &Locale, files: &'r [FluentFile], context: &Context<'_>) -> Formatter<'r> {
        let mut bundle = FluentBundle::new(vec![locale.library_tag().parse().unwrap_or_default()]);
        bundle.set_use_isolating(true);
        bundle.set_transform(Some(|text: &str| -> Cow<'_, str> { with_sentinels(text) }));
        bundle.add_builtins().expect("the bundle is new");
        write_numbers(&mut bundle);
        choose_cases(&mut bundle, locale);
        for file in files {
            // What is defined twice was reported when the entries were listed; here too the first counts.
            let _ = bundle.add_resource(file.printed());
        }
        let mut arguments = FluentArgs::new();
        for (name, value) in context.variables {
            arguments.set(name.clone(), fluent_value(value));
        }
        Formatter { bundle, arguments }
    }

    /// The message as text, with sentinels where its patterns hold markup.
    ///
    /// # Errors
    /// Fluent could not put it together; says why.
    pub(super) fn format(&self, id: &str) -> Result<String, String> {
        let value =
            self.bundle.get_message(id).and_then(|message| message.value()).ok_or("it has no value")?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(value, Some(&self.arguments), &mut errors).into_owned();
        match errors.first() {
            Some(error) => Err(error.to_string()),
            None => Ok(text),
        }
    }
}

/// The value for Fluent: text without characters that mean something to us, or a number that it can count with.
fn fluent_value(value: &Value) -> FluentValue<'static> {
    match (value, value.number()) {
        (Value::Text(text), _) => {
            let plain: String = text.chars().filter(|&c| !is_sentinel(c) && !is_isolate(c)).collect();
            FluentValue::from(plain)
        }
        (Value::Number(_), Some(number)) => FluentValue::from(number),
        (Value::Number(number), None) => FluentValue::from(number.to_string()),
    }
}
