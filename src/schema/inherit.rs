//! The setting `inherit` of an attribute of outcomes: the field of the entry that says it where the outcome does not.
//! Knows nothing of documents.

use std::sync::Arc;

use super::{Field, FieldValue, Kind, Type};
use crate::diagnostic::{Code, Diagnostic};
use crate::message;
use crate::settings::{Located, Settings};
use crate::yaml::Value;

/// What an attribute takes over from the entry.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum FieldInherit {
    /// Nothing is declared: the field of the same name, where there is one that fits.
    #[default]
    SameName,
    /// Nothing.
    Nothing,
    /// The field of that name.
    From(Located<Arc<str>>),
}

/// Reads `inherit: topics` or `inherit: false`.
pub(super) fn read(settings: &mut Settings<'_>) -> FieldInherit {
    let Some(node) = settings.node("inherit") else { return FieldInherit::SameName };
    match &node.value {
        Value::Bool(false) => FieldInherit::Nothing,
        Value::Text(name) => FieldInherit::From(Located { value: Arc::from(name.as_str()), span: node.span.clone() }),
        _ => {
            settings.wrong(&node.span, message!("inherit-form"));
            FieldInherit::Nothing
        }
    }
}

/// Finds the field that each attribute inherits, and reports names of fields that are none or do not fit.
pub(super) fn resolve(type_: &mut Type, settings: &mut Settings<'_>) {
    let Some(mut attributes) = type_.outcomes.take() else { return };
    for attribute in &mut attributes {
        attribute.inherit = match std::mem::take(&mut attribute.inherit) {
            FieldInherit::Nothing => FieldInherit::Nothing,
            // A role is of the outcome alone: who leads a meeting does not do all that was agreed there.
            FieldInherit::SameName if attribute.role.is_some() => FieldInherit::Nothing,
            FieldInherit::SameName => {
                let same = type_.field(&attribute.name).filter(|field| fits(attribute, field));
                let from = same.map(|field| Located { value: Arc::clone(&field.name), span: type_.span.clone() });
                from.map_or(FieldInherit::Nothing, FieldInherit::From)
            }
            FieldInherit::From(name) if type_.field(&name.value).is_some_and(|field| fits(attribute, field)) => {
                FieldInherit::From(name)
            }
            FieldInherit::From(name) => {
                settings.diagnostics().push(wrong(type_, attribute, &name));
                FieldInherit::Nothing
            }
        };
    }
    type_.outcomes = Some(attributes);
}

fn wrong(type_: &Type, attribute: &Field, name: &Located<Arc<str>>) -> Diagnostic {
    let message = match type_.field(&name.value) {
        None => message!("inherit-unknown", name = &*name.value, attribute = &*attribute.name),
        Some(_) => message!("inherit-other-kind", attribute = &*attribute.name, name = &*name.value),
    };
    let known = type_.fields.iter().filter(|field| fits(attribute, field)).map(|field| &*field.name);
    let help = message!("inherit-help");
    Diagnostic::error(Code::SchemaInvalid, message).at(name.span.clone()).suggest(&name.value, known).help(help)
}

/// Whether a value of a field of the entry, or the only one of its list, can be that of an attribute.
fn fits(attribute: &Field, field: &Field) -> bool {
    let kind = field.item().map_or(&field.kind, |item| &item.kind);
    let same = match (&attribute.kind, kind) {
        (Kind::Term(own), Kind::Term(other)) => own == other,
        (Kind::Ref(own) | Kind::Refs(own), Kind::Ref(other) | Kind::Refs(other)) => {
            // None named is any type.
            own.is_empty() || (!other.is_empty() && other.iter().all(|target| own.contains(target)))
        }
        _ => false,
    };
    // A text of each language would put an outcome into other parts in each; `system` fields are no facts.
    same && !field.system && !field.translated && field.is_shown()
}

impl Field {
    /// The field of the entry that says what an outcome does not say itself.
    #[must_use]
    pub fn inherited(&self) -> Option<&Arc<str>> {
        if let FieldInherit::From(name) = &self.inherit { Some(&name.value) } else { None }
    }
}

impl FieldValue {
    /// How many values it holds, whatever they lead to.
    #[must_use]
    pub fn count(&self) -> usize {
        match self {
            Self::List(values) => values.len(),
            Self::Refs(names) => names.len(),
            _ => 1,
        }
    }
}
