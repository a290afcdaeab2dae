//! Values of JSON (RFC 8259), read without keeping the document: an index of a large site is large too.
//! Knows nothing of what the keys of a format mean but those that hold addresses or names.

use std::fmt;

use crate::diagnostic::Message;
use crate::message;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{OutputValue, TakeValue, ValueRole, plain_role};

/// Keys whose texts name things and are followed by nobody: identifiers outlive the addresses they look like.
const NAMES: &[&str] = &["@context", "@id", "@type", "id", "type", "version"];

/// Gives every text, keys too.
pub(in crate::check) fn read(text: &str, take: &mut TakeValue<'_>) -> Result<(), Message> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let read = JsonValue { key: "", take }.deserialize(&mut deserializer).and_then(|()| deserializer.end());
    read.map_err(|error| message!("not-json", line = error.line()))
}

/// A value below a key.
struct JsonValue<'a, 't> {
    key: &'a str,
    take: &'a mut TakeValue<'t>,
}

impl<'de> DeserializeSeed<'de> for JsonValue<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for JsonValue<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value of JSON")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        let role = match self.key {
            key if NAMES.contains(&key) => ValueRole::Name,
            "url" => ValueRole::Link,
            _ => plain_role(text),
        };
        (self.take)(OutputValue { text, role });
        Ok(())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while items.next_element_seed(JsonValue { key: self.key, take: &mut *self.take })?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            (self.take)(OutputValue { text: &key, role: ValueRole::Name });
            // What a context declares are names of words, not addresses that anybody follows.
            if key == "@context" {
                map.next_value::<IgnoredAny>()?;
            } else {
                map.next_value_seed(JsonValue { key: &key, take: &mut *self.take })?;
            }
        }
        Ok(())
    }
}
