//! What fields of a site can name, for the schemas that editor programs read. Knows nothing of their form.

use super::Site;
use crate::lang::Lang;
use crate::schema::{SchemaIds, TitledId};

impl Site {
    /// All entries and terms, with what they are called in a language.
    #[must_use]
    pub fn schema_ids(&self, lang: &Lang) -> SchemaIds {
        let mut ids = SchemaIds::default();
        for entry in self.entries.iter().filter(|entry| !entry.section && !entry.docs.is_empty()) {
            let title = self.localized_doc(entry, lang).doc.meta.title().to_owned();
            let known = ids.entries.entry(entry.type_.name.clone()).or_default();
            known.push(TitledId { id: entry.path.to_string(), title });
        }
        for (name, taxonomy) in &self.data.taxonomies {
            let titled = taxonomy.terms.values().map(|term| {
                let title = term.label.get(lang, &[]).map(ToString::to_string).unwrap_or_default();
                TitledId { id: term.id.to_string(), title }
            });
            ids.terms.insert(name.clone(), titled.collect());
        }
        ids
    }
}
