use super::*;
use crate::content::{Catalog, Context, Value};
use std::collections::BTreeMap;

const ENGLISH: &str = "\
# About the card.

-name = Butterfly

## Front

# The reader’s gender is not known.
heading = You are not alone
body =
    First line.

    Second <strong>line</strong>.
hours = { $n ->
    [0] never
    [one] { $n } hour
   *[other] { $n } hours
}
picture = A picture
    .alt = Of two people
";

fn locale(tag: &str) -> Locale {
    Locale::parse(tag).unwrap()
}

/// The file of a language after `own`, or a new one; what was added; and whether it reads without a fault.
fn drafted(tag: &str, own: Option<&str>) -> Draft {
    let mut sources = Sources::default();
    let original = sources.add("locales/en/a.ftl", ENGLISH);
    let own = own.map(|text| sources.add("locales/xx/a.ftl", text));
    let known = known_names(&own.into_iter().collect::<Vec<_>>(), &sources);
    let (english, locale) = (locale("en"), locale(tag));
    let drafting = Drafting { original: &english, locale: &locale, sources: &sources };
    match own {
        Some(own) => drafting.completed(original, own, &known),
        None => drafting.new_file(original, &known),
    }
}

/// The names of the messages of a text, and what is wrong with it.
fn read(tag: &str, text: &str) -> (Vec<String>, Vec<String>) {
    let mut sources = Sources::default();
    let id = sources.add("a.ftl", text);
    let (variables, links) = (BTreeMap::from([("n".to_owned(), Value::Number(3.0))]), BTreeSet::new());
    let mut diagnostics = Diagnostics::default();
    let context = Context { variables: &variables, links: &links };
    let catalog = Catalog::load(locale(tag), &[id], &sources, &context, &mut diagnostics);
    (
        catalog.ids().map(str::to_owned).collect(),
        diagnostics.iter().map(|wrong| wrong.message.clone()).collect(),
    )
}

#[test]
fn a_new_file_has_comments_alone_and_shows_what_to_do() {
    let draft = drafted("ko", None);
    assert_eq!(draft.added, ["-name", "heading", "body", "hours", "picture"]);
    assert_eq!(read("ko", &draft.text), (vec![], vec![]));
    let (_, rest) = draft.text.split_once("\n\n").unwrap();
    let expected = "\
# About the card.

# en: Butterfly
# -name =

## Front

# The reader’s gender is not known.
# en: You are not alone
# heading =

# en:
#     First line.
#
#     Second <strong>line</strong>.
# body =

# en: { $n ->
#     [0] never
#     [one] { $n } hour
#    *[other] { $n } hours
# }
# hours =
#     { $n ->
#         [0]
#        *[other]
#     }

# en: A picture
#     .alt = Of two people
# picture =
#     .alt =
";
    assert_eq!(rest, expected);
}

#[test]
fn cases_are_those_that_the_language_counts_with() {
    let draft = drafted("ar", None);
    let cases = "# hours =\n#     { $n ->\n#         [0]\n#         [zero]\n#         [one]\n#         [two]\n#         [few]\n#         \
                 [many]\n#        *[other]\n#     }\n";
    assert!(draft.text.contains(cases), "{}", draft.text);
}

#[test]
fn what_is_filled_in_by_taking_the_signs_off_is_fluent() {
    let filled: String = drafted("pl", None)
        .text
        .lines()
        .map(|line| {
            let Some(bare) = line.strip_prefix("# ") else { return format!("{line}\n") };
            match bare.trim_end() {
                "heading =" | "body =" => format!("{bare} Tekst\n"),
                _ if line.starts_with("#         [") || line.starts_with("#        *[") => {
                    format!("{bare} {{ $n }} x\n")
                }
                "hours =" | "{ $n ->" | "}" if !line.contains("en:") => format!("{bare}\n"),
                _ if line == "#     { $n ->" || line == "#     }" => format!("{bare}\n"),
                _ => format!("{line}\n"),
            }
        })
        .collect();
    let filled = filled.replace("\n}\nhours", "\n# }\nhours");
    let (ids, wrong) = read("pl", &filled);
    assert_eq!(
        (ids, wrong),
        (vec!["body".to_owned(), "heading".to_owned(), "hours".to_owned()], vec![]),
        "{filled}"
    );
}

#[test]
fn a_second_draft_adds_nothing() {
    let first = drafted("ko", None);
    let second = drafted("vi", Some(&first.text));
    assert_eq!((second.text, second.added), (first.text, vec![]));
}

#[test]
fn what_is_missing_is_put_beside_its_neighbours_and_all_else_stays() {
    let own = "# Mein Text.\n\n-name =  Butterfly\n\n## Front\n# Eigenes\nbody = Zwei\n    Zeilen   \npicture = Bild\n    .alt = x\n# Ende";
    let draft = drafted("de", Some(own));
    assert_eq!(draft.added, ["heading", "hours"]);
    let expected = "# Mein Text.\n\n-name =  Butterfly\n\n# The reader’s gender is not known.\n# en: You are not alone\n# heading =\n\n## Front\n\
                    # Eigenes\nbody = Zwei\n    Zeilen   \n\n# en: { $n ->\n#     [0] never\n#     [one] { $n } hour\n#    *[other] { $n } hours\n\
                    # }\n# hours =\n#     { $n ->\n#         [0]\n#         [one]\n#        *[other]\n#     }\n\npicture = Bild\n    .alt = x\n# Ende";
    assert_eq!(draft.text, expected);
    // Every line of the translator's stands there, in order, with its line end.
    let windows = own.replace('\n', "\r\n");
    let draft = drafted("de", Some(&windows));
    assert_eq!(draft.text, expected.replace('\n', "\r\n"));
}

#[test]
fn what_can_not_be_read_is_not_added_again() {
    let draft = drafted("de", Some("heading = } x\nbody = x\n"));
    assert_eq!(draft.added, ["-name", "hours", "picture"]);
    let (ids, _) = read("de", &draft.text);
    assert!(ids.contains(&"body".to_owned()), "{}", draft.text);
    assert_eq!(drafted("de", Some("")).added.len(), 5);
}
