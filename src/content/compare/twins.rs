//! Messages that say the same in the source language and not in a translation.

use std::collections::BTreeMap;

use crate::content::catalog::{Catalog, Message};
use crate::diag::{Code, Diagnostic, Diagnostics, Slip};

const SAID: &str = "{count} messages are translated in two ways";
const HELP: &str =
    "write both alike, or make them differ in the source language if they mean different things";

/// Warns of messages of the same words in the source language that are translated in two ways: `text/inconsistent`.
pub(super) fn report_inconsistent(source: &Catalog, locale: &Catalog, diagnostics: &mut Diagnostics) {
    let mut alike: BTreeMap<&str, Vec<(&str, &Message)>> = BTreeMap::new();
    for (id, message) in source.messages.iter().filter(|(id, _)| source.is_prose(id)) {
        if let Some(text) = &message.text {
            alike.entry(&text.text).or_default().push((id, message));
        }
    }
    for twins in alike.values().filter(|twins| twins.len() > 1) {
        let said = twins.iter().filter_map(|(id, original)| {
            let message = locale.messages.get(*id)?;
            let (before, after) = (original.text.as_ref()?, message.text.as_ref()?);
            // A copy that waits for its translation is told as that.
            (before.text != after.text).then_some((*id, message, after.text.as_str()))
        });
        let said: Vec<(&str, &Message, &str)> = said.collect();
        let Some((first, others)) = said.split_first() else { continue };
        for other in others.iter().filter(|other| other.2 != first.2) {
            let message = format!(
                "`{}` and `{}` are the same in {}, and not here",
                other.0,
                first.0,
                source.locale.english_name()
            );
            let differs = Diagnostic::new(Code::Inconsistent, message)
                .label(other.1.id, "said in one way")
                .label(first.1.id, "and in another")
                .help(HELP)
                .slip(Slip::of_kind(SAID, Some(format!("{} and {}", other.0, first.0)), HELP));
            diagnostics.warn(differs);
        }
    }
}
