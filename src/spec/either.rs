//! Values of a layout that may be written in two ways. Each is read by its kind, so that what is wrong within it is told where it
//! stands.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::layout_tables::{Cells, HeightValue, RunningRef};
use super::length::Length;
use super::running::RunningLine;

impl<'de> Deserialize<'de> for HeightValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<HeightValue, D::Error> {
        let text = String::deserialize(deserializer)?;
        Ok(Length::parse(&text).map_or_else(|| HeightValue::Word(text), HeightValue::Length))
    }
}

impl<'de> Deserialize<'de> for Cells {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Cells, D::Error> {
        struct OneOrSeveral;

        impl<'de> Visitor<'de> for OneOrSeveral {
            type Value = Cells;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number, or a list of the first and the last, such as [2, 7],")
            }

            fn visit_i64<E: Error>(self, cell: i64) -> Result<Cells, E> {
                // What is no cell is told with those that there are.
                Ok(Cells::One(u32::try_from(cell).unwrap_or(0)))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, cells: A) -> Result<Cells, A::Error> {
                let cells = Vec::<u32>::deserialize(SeqAccessDeserializer::new(cells))?;
                let several = <[u32; 2]>::try_from(cells.as_slice()).map(Cells::Several);
                several.map_err(|_| Error::invalid_length(cells.len(), &"an array of length 2"))
            }
        }

        deserializer.deserialize_any(OneOrSeveral)
    }
}

impl<'de> Deserialize<'de> for RunningRef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<RunningRef, D::Error> {
        struct NamedOrOwn;

        impl<'de> Visitor<'de> for NamedOrOwn {
            type Value = RunningRef;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a running line, or one in braces,")
            }

            fn visit_str<E: Error>(self, name: &str) -> Result<RunningRef, E> {
                Ok(RunningRef::Named(name.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<RunningRef, A::Error> {
                RunningLine::deserialize(MapAccessDeserializer::new(map)).map(RunningRef::Own)
            }
        }

        deserializer.deserialize_any(NamedOrOwn)
    }
}
