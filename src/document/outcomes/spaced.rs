//! Values of attributes that have spaces and no quotes: `owner=Jan de Vries` reads as a value and two words that nobody
//! knows. Told once, at the whole. Knows nothing of what a name stands for.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Attributes;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message, Span};
use crate::message;
use crate::schema::{Field, Kind, Persons, looks_like_person, write};

/// Where the attributes and words start that were told.
pub(super) type Told = BTreeSet<usize>;

/// Tells the values that go on behind a space.
pub(super) fn tell(
    read: &Attributes<'_>,
    fields: &[Field],
    span: &dyn Fn(Range<usize>) -> Span,
    diagnostics: &mut Diagnostics,
) -> Told {
    let mut told = Told::new();
    for (key, value, range) in &read.pairs {
        let bare = range.len() == key.len() + 1 + value.len() && !value.is_empty();
        let Some(field) = fields.iter().find(|field| bare && *field.name == **key) else { continue };
        let mut whole = value.clone();
        let mut end = range.end;
        // A word with an equals sign, a colon or a number sign is meant as something else.
        for (word, place) in &read.wrong {
            if place.start == end + 1 && !word.contains([':', '#', '"']) {
                whole = format!("{whole} {word}");
                end = place.end;
                told.insert(place.start);
            }
        }
        if end == range.end {
            continue;
        }
        told.insert(range.start);
        let written = format!("{key}=\"{whole}\"");
        let message = message!("attribute-with-spaces", name = *key, value = &*whole);
        let at = span(range.start..end);
        let diagnostic = Diagnostic::error(Code::OutcomeInvalid, message).at(at.clone());
        let quoted = message!("write-it", text = &*written);
        diagnostics.push(match never_a_person(field, &whole) {
            // Quotes alone would not mend it.
            Some(never) => diagnostic.help(message!("both", first = quoted, second = never)),
            None => diagnostic.help(quoted).fix(write(&at, written)),
        });
    }
    told
}

/// What to say where a text may be the name of a person, and the field names none.
fn never_a_person(field: &Field, text: &str) -> Option<Message> {
    match &field.kind {
        _ if !looks_like_person(text) => None,
        Kind::Party(rules) => {
            let refused = rules.persons == Persons::Refuse;
            refused.then(|| message!("party-person-help", help = message!("write-what", what = rules.what())))
        }
        Kind::Ref(to) | Kind::Refs(to) => match &to[..] {
            [one] => Some(message!("reference-person-help", type_name = &**one)),
            _ => None,
        },
        _ => None,
    }
}
