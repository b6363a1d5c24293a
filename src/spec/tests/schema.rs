//! The JSON Schemas of layouts and looks, for editors: `layouts/layout.schema.json`, `layouts/look/look.schema.json`. Made
//! from the types that read these files; here stand the schemas of what these types read by functions of their own.
//! Draft 7, which editors of TOML know best.

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

/// A number as lengths are written with.
const NUMBER: &str = r"^\s*[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?\s*";

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

fn one_of(names: impl Iterator<Item = &'static str>) -> Schema {
    json_schema!({ "type": "string", "enum": names.collect::<Vec<_>>() })
}

/// A table of these keys and no others.
fn keyed(names: impl Iterator<Item = &'static str>, value: &Schema) -> Schema {
    let properties: Map<String, Value> = names.map(|name| (name.to_owned(), json!(value))).collect();
    json_schema!({ "type": "object", "properties": properties, "additionalProperties": false })
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
fn files() -> [(&'static str, String); 2] {
    [
        ("layouts/layout.schema.json", schema_of::<LayoutFile>("A layout of Polyleaf")),
        ("layouts/look/look.schema.json", schema_of::<LookTables>("A look of Polyleaf")),
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
#[ignore = "writes the schemas of layouts and looks, after a change of the types"]
fn write_the_schemas() {
    for (name, schema) in files() {
        std::fs::write(name, schema).expect("the folder can be written");
    }
}
