//! The JSON Schemas of manifests, layouts and looks, for editors: `layouts/polyleaf.schema.json`, `layouts/layout.schema.json`,
//! `layouts/look/look.schema.json`. Made from the types that read these files; here stand the schemas of what these types
//! read by functions of their own. Draft 7, which editors of TOML know best.
//!
//! A schema may take what the program refuses, since not all can be said in one; it never refuses what the program takes.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use crate::fold::{FOLDS, PAPERS};
use crate::frame::Role;
use crate::spec::layout_tables::LayoutFile;
use crate::spec::length::{FixedLength, Length, SideLengths};
use crate::spec::look::BlockLook;
use crate::spec::look_file::LookTables;
use crate::spec::manifest_file::ManifestFile;
use crate::spec::organisation_file::OrganisationFile;
use crate::spec::palette::ColorValue;
use crate::spec::press_file::PressTable;
use crate::spec::theme::COLORS;
use crate::spec::variable_file::VariableValue;

/// A number as lengths are written with.
const NUMBER: &str = r"^\s*[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?\s*";

/// A month or a day, as `is_date` has it.
pub(in crate::spec) const DATE: &str = "^[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?$";

/// A part of a file's name: none of the signs of ASCII but the hyphen and the low line.
pub(in crate::spec) const FILE_NAME: &str = r"^[^\s!-,./:-@\[-^`{-~]+$";

/// Declares types that stand in for others in a schema, each with its own.
macro_rules! schemas {
    ($($(#[$doc:meta])* $name:ident: |$generator:ident| $schema:expr;)*) => {$(
        $(#[$doc])*
        pub(in crate::spec) struct $name;

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema($generator: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )*};
}

schemas! {
    /// A number that sizes and gaps are multiplied by, as `length::ratio` reads it.
    Ratio: |_generator| json_schema!({
        "type": "number",
        "anyOf": [{ "const": 0 }, { "minimum": 0.001, "maximum": 100 }],
    });
    /// The tightest and the loosest, 1 between them, as `Checker::body` has it.
    Bounds: |_generator| json_schema!({
        "type": "array",
        "items": [
            { "type": "number", "minimum": 0.5, "maximum": 1 },
            { "type": "number", "minimum": 1, "maximum": 4 },
        ],
        "minItems": 2,
        "maxItems": 2,
    });
    /// A share of ink.
    Percent: |_generator| json_schema!({ "type": "integer", "minimum": 0, "maximum": 100 });
    /// A height that follows the text.
    AutoWord: |_generator| json_schema!({ "const": "auto" });
    /// A fold of the table.
    FoldName: |_generator| one_of(FOLDS.iter().map(|fold| fold.name));
    /// Papers of the table, at least one.
    PaperNames: |_generator| json_schema!({
        "type": "array",
        "items": one_of(PAPERS.iter().map(|paper| paper.name)),
        "minItems": 1,
    });
    /// A paper of the table.
    PaperName: |_generator| one_of(PAPERS.iter().map(|paper| paper.name));
    /// An address on the web without its scheme.
    Website: |_generator| json_schema!({
        "type": "string",
        "pattern": r"^[^\s]*\.[^\s]*$",
        "not": { "pattern": "://" },
    });
    /// `[theme]` of a manifest.
    ManifestTheme: |generator| theme(generator, &[
        ("name", json!({ "description": "A ready theme: layouts/theme/NAME.toml.", "type": "string" })),
        ("shared", json!({ "description": "Whether leaflets of other organisations (--org) have it, too.", "type": "boolean" })),
    ]);
    /// `[theme]` of a file of an organisation.
    OwnTheme: |generator| theme(generator, &[
        ("name", json!({ "description": "A ready theme: layouts/theme/NAME.toml.", "type": "string" })),
    ]);
    /// A ready theme.
    ReadyTheme: |generator| theme(generator, &[
        ("purpose", json!({ "description": "What it looks like, in a line.", "type": "string" })),
    ]);
    /// Variables by names that the organisation has not taken.
    Variables: |generator| {
        let value = generator.subschema_for::<VariableValue>();
        json_schema!({
            "type": "object",
            "additionalProperties": value,
            "propertyNames": { "not": { "enum": ["organisation", "email", "phone", "website"] } },
        })
    };
    /// A role that a block of the manifest can have: who said a quote and what a fact says are keys of theirs.
    BlockRole: |_generator| one_of(Role::NAMES.iter().filter(|(role, _)| !Role::COMING.contains(role)).map(|(_, name)| *name));
    /// A role.
    RoleName: |_generator| one_of(Role::NAMES.iter().map(|(_, name)| *name));
    /// Looks by role.
    ByRole: |generator| {
        let look = generator.subschema_for::<BlockLook>();
        keyed(Role::NAMES.iter().map(|(_, name)| *name), &look)
    };
    /// Looks by place, then by role.
    ByPlace: |generator| {
        let roles = ByRole::json_schema(generator);
        keyed(["cover", "aside", "body", "back"].into_iter(), &roles)
    };
}

/// A theme: colours, a motif, and more.
fn theme(generator: &mut SchemaGenerator, more: &[(&str, Value)]) -> Schema {
    let color = generator.subschema_for::<ColorValue>();
    let mut properties: Map<String, Value> = COLORS
        .iter()
        .map(|(name, what)| ((*name).to_owned(), json!({ "description": what, "allOf": [color] })))
        .collect();
    let motif = "The drawing of covers, an SVG, or \"none\".";
    properties.insert("motif".to_owned(), json!({ "description": motif, "type": "string" }));
    properties.extend(more.iter().map(|(name, schema)| ((*name).to_owned(), schema.clone())));
    json_schema!({ "type": "object", "properties": properties, "additionalProperties": false })
}

fn one_of(names: impl Iterator<Item = &'static str>) -> Schema {
    json_schema!({ "type": "string", "enum": names.collect::<Vec<_>>() })
}

/// A table of these keys and no others.
fn keyed(names: impl Iterator<Item = &'static str>, value: &Schema) -> Schema {
    let properties: Map<String, Value> = names.map(|name| (name.to_owned(), json!(value))).collect();
    json_schema!({ "type": "object", "properties": properties, "additionalProperties": false })
}

/// Adds to the schema of a block what keys go together: those of a picture, those of a code, or a text or items and, of a quote,
/// who said it, of a fact, what it says.
pub(in crate::spec) fn keys_by_role(schema: &mut Schema) {
    let role = |name: &str| json!({ "properties": { "role": { "const": name } } });
    let without = |keys: &[&str]| {
        let absent: Map<String, Value> = keys.iter().map(|key| ((*key).to_owned(), json!(false))).collect();
        json!({ "properties": absent })
    };
    let empty = json!({ "properties": { "items": { "maxItems": 0 } } });
    schema.insert("if".to_owned(), role("picture"));
    schema.insert(
        "then".to_owned(),
        json!({ "required": ["file", "alt"], "allOf": [without(&["text", "by", "caption", "note", "link"]), empty] }),
    );
    let code =
        json!({ "required": ["link"], "allOf": [without(&["text", "by", "note", "file", "alt"]), empty] });
    schema.insert(
        "else".to_owned(),
        json!({ "if": role("code"), "then": code, "else": { "allOf": [
            without(&["file", "alt", "width", "link"]),
            { "oneOf": [
                { "required": ["text"], "allOf": [empty] },
                { "required": ["items"], "properties": { "text": false, "items": { "minItems": 1 } } },
            ] },
            { "anyOf": [role("quote"), without(&["by"])] },
            { "anyOf": [
                { "allOf": [role("fact"), { "required": ["text", "caption"] }] },
                { "allOf": [{ "not": role("fact") }, without(&["caption", "note"])] },
            ] },
        ] } }),
    );
}

impl JsonSchema for Length {
    fn schema_name() -> Cow<'static, str> {
        "Length".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A number with mm, in, pt, or % of the cell.",
            "type": "string",
            "pattern": format!("{NUMBER}(mm|in|pt|%)$"),
        })
    }
}

impl JsonSchema for FixedLength {
    fn schema_name() -> Cow<'static, str> {
        "FixedLength".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A number with mm, in or pt.",
            "type": "string",
            "pattern": format!("{NUMBER}(mm|in|pt)$"),
        })
    }
}

impl JsonSchema for SideLengths {
    fn schema_name() -> Cow<'static, str> {
        "SideLengths".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let length = generator.subschema_for::<FixedLength>();
        let of = |count: u32| json!({ "minItems": count, "maxItems": count });
        json_schema!({
            "description": "One length for all sides; two: upright, across; or four from the top clockwise.",
            "type": "array",
            "items": length,
            "anyOf": [of(1), of(2), of(4)],
        })
    }
}

/// TOML has no null: what may be left out is left out.
struct NoNull;

impl Transform for NoNull {
    fn transform(&mut self, schema: &mut Schema) {
        let null = json!({ "type": "null" });
        if let Some(Value::Array(kinds)) = schema.get_mut("type") {
            kinds.retain(|kind| kind != "null");
            if let [only] = &kinds[..] {
                let only = only.clone();
                schema.insert("type".to_owned(), only);
            }
        }
        if let Some(Value::Array(choices)) = schema.get_mut("anyOf") {
            choices.retain(|choice| *choice != null);
            if let [only] = &choices[..] {
                let only = json!([only]);
                schema.remove("anyOf");
                schema.insert("allOf".to_owned(), only);
            }
        }
        if schema.get("default") == Some(&Value::Null) {
            schema.remove("default");
        }
    }
}

fn schema_of<T: JsonSchema>(title: &str) -> String {
    let mut schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<T>();
    RecursiveTransform(NoNull).transform(&mut schema);
    schema.insert("title".to_owned(), title.into());
    serde_json::to_string_pretty(&schema).expect("a schema is plain data") + "\n"
}

/// The files, each with the schema that it should hold.
pub(super) fn files() -> [(&'static str, String); 6] {
    [
        ("layouts/polyleaf.schema.json", schema_of::<ManifestFile>("The manifest of a project of Polyleaf")),
        ("layouts/layout.schema.json", schema_of::<LayoutFile>("A layout of Polyleaf")),
        ("layouts/look/look.schema.json", schema_of::<LookTables>("A look of Polyleaf")),
        ("layouts/theme/theme.schema.json", schema_of::<ReadyTheme>("A theme of Polyleaf")),
        ("layouts/press/press.schema.json", schema_of::<PressTable>("A press of Polyleaf")),
        (
            "layouts/organisation.schema.json",
            schema_of::<OrganisationFile>("An organisation that hands out leaflets of Polyleaf"),
        ),
    ]
}

#[test]
fn the_schemas_are_those_of_the_types() {
    for (name, schema) in files() {
        let stored = std::fs::read_to_string(name).unwrap_or_default();
        assert!(stored == schema, "run `cargo test --release --lib write_the_schemas -- --ignored`");
    }
}

#[test]
#[ignore = "writes the schemas of manifests, layouts and looks, after a change of the types"]
fn write_the_schemas() {
    for (name, schema) in files() {
        std::fs::write(name, schema).expect("the folder can be written");
    }
}
