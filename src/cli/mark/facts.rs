//! Who and when, as a sentence says it: proposals for a mark. Knows nothing of marks.

use std::sync::Arc;

use jiff::civil::Date;

use crate::document::Document;
use crate::document::named_owner::{is_short_name, named_owner, named_person};
use crate::edits::EditedSite;
use crate::schema::deadline::Deadline;
use crate::schema::{Field, Kind, PartyRules, Persons};

pub(super) struct SentenceFacts<'a> {
    pub(super) site: &'a EditedSite<'a>,
    pub(super) document: &'a Document,
}

/// The words of an outcome that has no mark.
pub(super) struct Sentence<'a> {
    pub(super) words: &'a str,
    /// What stands behind the words that open it.
    pub(super) behind: Option<&'a str>,
    /// The fields that a column of its table says.
    pub(super) columns: &'a [Arc<str>],
}

impl SentenceFacts<'_> {
    /// The facts of a sentence, each as `name=value`. What is not sure is not proposed, nor is what a column of a table
    /// says: the mark would count more than the cell, which an editor may fill later.
    pub(super) fn of(&self, sentence: &Sentence<'_>) -> Vec<String> {
        let type_ = &self.document.type_;
        let asked = |field: &&Field| !sentence.columns.contains(&field.name);
        let owner = type_.owner_field().filter(asked).and_then(|field| self.owner(field, sentence));
        let due = type_.due_field().filter(asked).and_then(|field| self.due(field, sentence.words));
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

    fn owner(&self, field: &Field, sentence: &Sentence<'_>) -> Option<String> {
        let words = sentence.words;
        let value = match &field.kind {
            Kind::Ref(targets) | Kind::Refs(targets) => named_owner(words, &|name| self.entry(name, targets)),
            Kind::Party(rules) => {
                named_owner(words, &|name| self.parties(name, rules)).or_else(|| person(rules, sentence.behind?))
            }
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

/// Somebody whom nobody declared, where the type lets persons be named.
fn person(rules: &PartyRules, behind: &str) -> Option<String> {
    let name = named_person(behind)?;
    let is_allowed = |part: &str| rules.allows(part.trim()).is_ok();
    let all_allowed = name.split([',', '/', '&', '+']).all(is_allowed);
    let may_stand = match rules.persons {
        Persons::Refuse => false,
        Persons::Initials => all_allowed && name.split([',', '/', '&', '+']).all(|part| is_short_name(part.trim())),
        Persons::Allow => all_allowed,
    };
    may_stand.then(|| name.to_owned())
}

/// A fact as it stands in a mark.
fn fact(name: &str, value: &str) -> String {
    let quote = if value.contains(char::is_whitespace) { "\"" } else { "" };
    format!("{name}={quote}{value}{quote}")
}
