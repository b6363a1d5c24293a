//! How much longer each message may get before a leaflet no longer fits, for who translates in a table. In: a language. Out: about so
//! many characters a message; below 0 where it has to lose some.

use std::collections::BTreeMap;

use super::extent::tasks;
use super::files::Files;
use super::job::Shelves;
use super::load::load;
use super::scope::Scope;
use super::selection::Selection;
use super::unset::Unset;
use crate::diag::Diagnostics;
use crate::fit::rooms;
use crate::source::Sources;

/// The room of the messages of a language in all layouts that a build makes unasked, of each the least. What is wrong is told
/// elsewhere: messages of a leaflet that is not set have none.
pub(super) fn message_rooms(files: &Files, tag: &str, leaflets: &[String]) -> BTreeMap<String, i64> {
    let (mut sources, mut unheard) = (Sources::default(), Diagnostics::default());
    let selection =
        Selection { locales: vec![tag.to_owned()], leaflets: leaflets.to_vec(), ..Selection::default() };
    let mut found = BTreeMap::new();
    let Ok(project) = load(files, &selection, &mut sources, &mut unheard) else { return found };
    let tasks = tasks(&project, &selection, None, &sources, &mut unheard);
    let mut note = |message: &str, room: i64| {
        let least = found.entry(message.to_owned()).or_insert(room);
        *least = room.min(*least);
    };
    for locale in &project.locales {
        let mut shelves = Shelves::new(&project, locale, &sources);
        for task in &tasks {
            let scope = Scope::of_tasks(&project, [task]);
            if !scope.is_sound(&project, locale) {
                continue;
            }
            let job = task.job(&project, locale);
            match job.draft(&mut shelves) {
                Ok(draft) => {
                    let fitted = job.fit_job(&draft);
                    for room in rooms(&fitted) {
                        note(&fitted.story.blocks[&room.place][room.block].message.id, room.characters);
                    }
                }
                Err(Unset::Overset(overset)) => {
                    scope.ids.iter().for_each(|id| note(id, 0));
                    for saving in &overset.savings {
                        note(&saving.message, 0 - i64::try_from(saving.characters).unwrap_or(i64::MAX));
                    }
                }
                Err(_) => {}
            }
        }
    }
    found
}
