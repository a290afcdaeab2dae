//! The fields that every type has, and the type of sections. Knows nothing of declarations.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::structured_data::{FieldLinked, TypeLinked};
use super::{Fallback, Field, FieldInherit, Kind, OutcomeWords, SECTION, Type};
use crate::diagnostic::Span;
use crate::settings::LocalizedText;

/// The fields that the program itself reads. They are marked where they are declared, below; here they can be asked for
/// by their names, for no type may declare one of these again.
const SYSTEM: [&str; 16] = [
    "title",
    "description",
    "slug",
    "draft",
    "aliases",
    "noindex",
    "toc",
    "glossary",
    "illustrative",
    "publish",
    "expires",
    "updated",
    "related",
    "sensitive",
    "weight",
    "neutral_title",
];

/// Whether the program itself reads the field of that name.
#[must_use]
pub fn is_system(name: &str) -> bool {
    SYSTEM.contains(&name)
}

/// Fields of every entry.
pub(super) fn fields() -> Vec<Field> {
    let mut fields = document_fields();
    fields.extend([
        shared("illustrative", Kind::Bool, "true for an invented example; the page says so"),
        shared("publish", Kind::Date, "first day on which the entry is published"),
        shared("expires", Kind::Date, "first day on which the entry is gone again"),
        shared("updated", Kind::Date, "day of the last change that readers should know of"),
        shared("related", Kind::Refs(Vec::new()), "entries that belong with this one"),
        shared("sensitive", Kind::Bool, "true for pages that should not draw attention in a browser's history"),
        Field { required: false, ..shared("weight", Kind::Integer, "place in lists; small comes first") },
        own("neutral_title", Kind::Text, "what the calendar calls a sensitive page, where others may see it"),
    ]);
    fields
}

/// The type of `_index` files: every language stands on its own.
pub(super) fn section() -> Type {
    Type {
        name: Arc::from(SECTION),
        folder: Arc::from(""),
        path: LocalizedText::default(),
        label: LocalizedText::default(),
        plural: LocalizedText::default(),
        template: Arc::from("section.html"),
        list_template: Arc::from("section.html"),
        fallback: Fallback::Page,
        order: Vec::new(),
        per_page: 0,
        feed: false,
        date_field: None,
        fields: document_fields(),
        outcomes: None,
        outcome_kinds: Vec::new(),
        outcome_words: OutcomeWords::default(),
        outcome_text: 0,
        registers: Vec::new(),
        facets: Vec::new(),
        data: false,
        span: Span::start_of(&Arc::from("samen.yaml")),
        calendar: None,
        linked: TypeLinked::default(),
        link_first_use: false,
        printed: None,
        card: false,
        absent: Vec::new(),
    }
}

/// Parts of a `consent`: the paper itself stays out of the repository.
pub(super) fn consent() -> Vec<Field> {
    let parts = consent_parts().into_iter();
    parts.map(|field| Field { system: false, private: true, ..field }).collect()
}

fn consent_parts() -> Vec<Field> {
    let words = |ids: &[&str]| ids.iter().map(|id| (Arc::from(*id), LocalizedText::plain(id))).collect();
    let scope = own("item", Kind::Choice(words(&["web", "print", "social"])), "where it may be used");
    vec![
        Field { required: true, ..shared("ref", Kind::Text, "number of the signed form, which is kept elsewhere") },
        shared("scope", Kind::List(Box::new(scope)), "where it may be used"),
        Field { required: true, ..shared("obtained", Kind::Date, "day of consent") },
        shared("expires", Kind::Date, "day on which it ends"),
        shared("withdrawn", Kind::Date, "day on which it was withdrawn"),
        shared("identifiable", Kind::Choice(words(&["no", "partly", "yes"])), "whether the person can be known"),
    ]
}

/// Fields of every document, each language for itself.
fn document_fields() -> Vec<Field> {
    let item = own("item", Kind::Text, "an absolute path such as /en/old-address/");
    vec![
        Field { required: true, ..own("title", Kind::Text, "the title, and the only first-level heading") },
        own("description", Kind::Text, "one sentence for lists, feeds and search engines"),
        own("slug", Kind::Text, "last part of the address in this language"),
        own("draft", Kind::Bool, "true while this document is not to be published"),
        own("aliases", Kind::List(Box::new(item)), "old addresses that lead here"),
        own("noindex", Kind::Bool, "true to keep search engines out"),
        own("toc", Kind::Bool, "false to leave out the table of contents"),
        own("glossary", Kind::Bool, "false to leave out links to the words of the glossary"),
    ]
}

fn shared(name: &str, kind: Kind, help: &str) -> Field {
    Field {
        name: Arc::from(name),
        kind,
        required: false,
        translated: false,
        label: LocalizedText::default(),
        help: LocalizedText::plain(help),
        inverse: None,
        inverse_label: LocalizedText::default(),
        not_under: Vec::new(),
        min: None,
        max: None,
        system: true,
        private: false,
        role: None,
        inherit: FieldInherit::Nothing,
        not_before: None,
        linked: FieldLinked::default(),
        unique: false,
        synonyms: BTreeMap::new(),
        max_mb: None,
    }
}

fn own(name: &str, kind: Kind, help: &str) -> Field {
    Field { translated: true, ..shared(name, kind, help) }
}

#[cfg(test)]
mod tests {
    use super::{SYSTEM, fields};

    #[test]
    fn the_names_of_system_fields_are_those_that_are_declared() {
        let declared = fields();
        assert!(declared.iter().all(|field| field.system));
        assert_eq!(declared.iter().map(|field| &*field.name).collect::<Vec<_>>(), SYSTEM);
    }
}
