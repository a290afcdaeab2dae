//! Who and when, as a sentence says it: proposals for a mark. Knows nothing of marks.

use std::sync::Arc;

use jiff::civil::Date;

use super::super::edits::EditedSite;
use crate::document::Document;
use crate::document::named_owner::named_owner;
use crate::schema::deadline::Deadline;
use crate::schema::{Field, Kind, PartyRules};

pub(super) struct SentenceFacts<'a> {
    pub(super) site: &'a EditedSite<'a>,
    pub(super) document: &'a Document,
}

impl SentenceFacts<'_> {
    /// The facts of a sentence, each as `name=value`. What is not sure is not proposed, nor is what a column of a table
    /// says: the mark would count more than the cell, which an editor may fill later.
    pub(super) fn of(&self, sentence: &str, columns: &[Arc<str>]) -> Vec<String> {
        let type_ = &self.document.type_;
        let asked = |field: &&Field| !columns.contains(&field.name);
        let owner = type_.owner_field().filter(asked).and_then(|field| self.owner(field, sentence));
        let due = type_.due_field().filter(asked).and_then(|field| self.due(field, sentence));
        owner.into_iter().chain(due).collect()
    }

    /// The one day, month or other deadline that a sentence names.
    fn due(&self, field: &Field, sentence: &str) -> Option<String> {
        let Kind::Deadline(rules) = &field.kind else { return None };
        let found = rules.find(sentence, &self.document.place.lang, self.day())?.deadline;
        // Nobody knows when: that is what a mark without a day says too.
        (found != Deadline::Unknown).then(|| fact(&field.name, &found.to_string()))
    }

    /// The day of the entry.
    fn day(&self) -> Option<Date> {
        self.document.meta.source_field(self.document.type_.date_field.as_deref()?)?.as_date()
    }

    fn owner(&self, field: &Field, sentence: &str) -> Option<String> {
        let value = match &field.kind {
            Kind::Ref(targets) | Kind::Refs(targets) => named_owner(sentence, &|name| self.entry(name, targets)),
            Kind::Party(rules) => named_owner(sentence, &|name| self.parties(name, rules)),
            _ => None,
        }?;
        Some(fact(&field.name, &value))
    }

    /// The entries and roles that are called so, all of them known: a text could be the name of a person.
    fn parties(&self, names: &str, rules: &PartyRules) -> Option<String> {
        let site = &*self.site.loaded.rendering.site;
        let parties = site.parties(rules, names, &self.document.place.lang);
        let ids: Option<Vec<String>> = parties.iter().map(|parties| parties.who.id()).collect();
        ids.map(|ids| ids.join(","))
    }

    /// The entry of one of some types that is called so in some language; none where two are.
    fn entry(&self, name: &str, targets: &[Arc<str>]) -> Option<String> {
        let name = name.to_lowercase();
        let entries = self.site.loaded.rendering.site.entries.iter();
        let mut meant = entries.filter(|entry| {
            let titles = || entry.docs.values().map(|doc| doc.meta.title().to_lowercase());
            let is_target = !entry.section && targets.contains(&entry.type_.name);
            is_target && (entry.path.name() == name || titles().any(|title| title == name))
        });
        let found = meant.next()?;
        meant.next().is_none().then(|| found.path.name().to_owned())
    }
}

/// A fact as it stands in a mark.
fn fact(name: &str, value: &str) -> String {
    let quote = if value.contains(char::is_whitespace) { "\"" } else { "" };
    format!("{name}={quote}{value}{quote}")
}
