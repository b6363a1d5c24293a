//! Files of TOML, judged by their schemas.

use serde_json::Value;

use super::schema::files;
use crate::diag::Diagnostics;
use crate::source::Sources;
use crate::spec::organisation_file::read_organisation;

/// Whether a schema takes a file of TOML; why not, if it doesn't.
fn judged(schema: &str, toml: &str) -> Result<(), String> {
    let schema: Value = serde_json::from_str(schema).expect("a schema is JSON");
    let file: Value = toml::from_str(toml).expect("the test gives TOML");
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.add_resource("schema.json", schema).expect("the schema has a name of its own");
    let index = compiler.compile("schema.json", &mut schemas).expect("the schema is one");
    schemas.validate(&file, index).map_err(|error| format!("{error:#}"))
}

#[test]
fn shipped_files_are_right_by_their_schemas() {
    let [manifest, layout, look, theme, press, organisation] = files().map(|(_, schema)| schema);
    let folder = |folder: &str| {
        let files =
            std::fs::read_dir(folder).expect("the folder is there").flatten().map(|entry| entry.path());
        files.filter(|file| file.extension().is_some_and(|extension| extension == "toml")).collect::<Vec<_>>()
    };
    let manifests = ["polyleaf.toml", "examples/clinic/polyleaf.toml", "tests/oracles/hard/polyleaf.toml"];
    let groups = [
        (manifest, manifests.map(Into::into).to_vec()),
        (layout, [folder("layouts"), folder("examples/clinic/layouts")].concat()),
        (look, folder("layouts/look")),
        (theme, folder("layouts/theme")),
        (press, folder("layouts/press")),
        (organisation, folder("examples/organisations")),
    ];
    for (schema, files) in &groups {
        assert!(!files.is_empty());
        for file in files {
            let text = std::fs::read_to_string(file).expect("the file can be read");
            judged(schema, &text).unwrap_or_else(|wrong| panic!("{}: {wrong}", file.display()));
            let named = text.lines().next().and_then(|line| line.strip_prefix("#:schema "));
            let beside = |name| file.parent().expect("a file is in a folder").join(name);
            assert!(named.is_none_or(|name| beside(name).exists()), "{} names no schema", file.display());
        }
    }
}

#[test]
fn wrong_manifests_are_wrong_by_the_schema() {
    let shipped = std::fs::read_to_string("polyleaf.toml").expect("the manifest is there");
    let [(_, schema), ..] = files();
    let cases = [
        ("paper = \"letter\"", "paper = \"foolscap\""),
        ("paper = \"letter\"", "papers = \"letter\""),
        ("date = \"2026-11\"", "date = \"2026-13\""),
        ("source = \"en\"", "source = \"English, plain\""),
        ("email = \"cswbutterfly@gmail.com\"", "email = \"cswbutterfly\""),
        ("website = \"butterflysw.org\"", "website = \"https://butterflysw.org\""),
        ("name = \"butterfly\"", "feild = \"#123456\""),
        ("name = \"butterfly\"", "field = \"dark blue\""),
        ("[links]", "[variables]\nphone = 1\n[links]"),
        ("name = \"card\"", "name = \"a card\""),
        ("place = \"aside\"", "place = \"beside\""),
        ("role = \"title\", text", "role = \"titel\", text"),
        ("role = \"title\", text", "role = \"by\", text"),
        ("text = \"cover-title\"", "text = \"cover-title\", items = [\"who-group\"]"),
        ("text = \"cover-title\"", "by = \"cover-title\""),
        ("text = \"cover-title\"", "text = \"cover-title\", by = \"testimony-by\""),
        ("text = \"cover-title\"", "text = \"cover-title\", alt = \"who-group\""),
        ("role = \"title\", text = \"cover-title\"", "role = \"picture\", file = \"way.png\""),
        ("role = \"title\", text", "role = \"picture\", file = \"way.png\", alt = \"who-group\", text"),
        ("role = \"title\", text = \"cover-title\"", "role = \"code\""),
        ("role = \"title\", text", "role = \"code\", link = \"website\", text"),
        ("text = \"cover-title\"", "text = \"cover-title\", link = \"website\""),
    ];
    for (right, wrong) in cases {
        assert!(shipped.contains(right), "{right}");
        assert!(judged(&schema, &shipped.replace(right, wrong)).is_err(), "{wrong}");
    }
    let head = shipped.split("[[leaflet]]").next().expect("a text has a start");
    assert!(judged(&schema, head).is_err(), "a manifest without leaflets");
}

#[test]
fn the_schema_of_an_organisation_agrees_with_its_reader() {
    let [.., (_, schema)] = files();
    let sound = "[organisation]\nname = \"Our\"\nemail = \"a@example.org\"\nphone = \"604-555-0100\"\nwebsite = \"example.org\"\n";
    let is_read = |text: &str| {
        let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
        let source = sources.add("our.toml", text);
        read_organisation(source, &sources, &mut diagnostics).is_ok()
    };
    for (old, new) in [
        ("", ""),
        ("604-555-0100", "604-555-0100 ext 12"),
        ("604-555-0100", "+44 20 7946 0958"),
        ("604-555-0100", "988"),
        ("website", "logo = \"../logo.png\"\npress = \"portal\"\nshort = \"our\"\nwebsite"),
        ("\"example.org\"\n", "\"example.org\"\n[theme]\nname = \"grove\"\nfield = \"#123456\"\n"),
    ] {
        let text = sound.replacen(old, new, 1);
        assert!(is_read(&text) && judged(&schema, &text).is_ok(), "{text} {:?}", judged(&schema, &text));
    }
    for (old, new) in [
        ("name = \"Our\"\n", ""),
        ("phone = \"604-555-0100\"\n", ""),
        ("[organisation]", "[organization]"),
        ("[organisation]\n", ""),
        ("phone", "tel"),
        ("\"604-555-0100\"", "6045550100"),
        ("604-555-0100", "call me"),
        ("604-555-0100", ""),
        ("a@example.org", "example.org"),
        ("\"example.org\"", "\"https://example.org\""),
        ("\"example.org\"\n", "\"example.org\"\n[theme]\nshared = true\n"),
        ("\"example.org\"\n", "\"example.org\"\n[theme]\nfeild = \"#123456\"\n"),
        ("website", "short = \"\"\nwebsite"),
    ] {
        let text = sound.replacen(old, new, 1);
        assert!(!is_read(&text) && judged(&schema, &text).is_err(), "{text}");
    }
}
