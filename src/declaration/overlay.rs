//! A declaration of a site laid over that of a theme: maps key by key, everything else in whole. Knows nothing of what the
//! keys mean, but that a field of another kind is another field.

use crate::yaml::{Node, Value, YamlKey};

/// What a field keeps when a site makes another kind of it: its words, and what they are taken from. All else was said of
/// the old kind.
const WORDS: &[&str] = &["help", "inverse_label", "label", "synonyms"];

/// Lays `own` over `base`. What is in both has the place of `own`, which is what people can change.
pub(super) fn overlay(base: &mut Node, own: Node) {
    let Node { value, span } = own;
    match (&mut base.value, value) {
        // A key without a value says nothing of what is there.
        (_, Value::Null) => {}
        (Value::Map(entries), Value::Map(own)) => {
            if is_of_another_kind(entries, &own) {
                entries.retain(|(key, _)| WORDS.contains(&key.name.as_str()));
            }
            let mut after = None;
            for (key, node) in own {
                let at = entries.iter().position(|(known, _)| known.name == key.name);
                let at = at.unwrap_or_else(|| {
                    // What is new stands behind what the site wrote before it.
                    let at = after.map_or(entries.len(), |last: usize| last + 1);
                    entries.insert(at, (key.clone(), Node { value: Value::Null, span: node.span.clone() }));
                    at
                });
                entries[at].0 = key;
                overlay(&mut entries[at].1, node);
                after = Some(at);
            }
            base.span = span;
        }
        (_, value) => *base = Node { value, span },
    }
}

/// Whether both say a `kind`, and not the same one.
fn is_of_another_kind(base: &[(YamlKey, Node)], own: &[(YamlKey, Node)]) -> bool {
    match (kind(base), kind(own)) {
        (Some(base), Some(own)) => base != own,
        _ => false,
    }
}

fn kind(entries: &[(YamlKey, Node)]) -> Option<&str> {
    entries.iter().find(|(key, _)| key.name == "kind").and_then(|(_, node)| node.text())
}
