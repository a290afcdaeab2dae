//! What fields refer to: entries and their inverse, terms, files. Everything named must exist.
//! Knows nothing of links in texts.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::parties::Party;
use super::{Assets, Doc, Entries, Entry, EntryId, Site, WhyHidden};
use crate::config::FootLink;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message, Span};
use crate::lang;
use crate::message;
use crate::schema::{
    Confidentiality, Field, FieldValue, Kind, MOST_NAMED, PartyRules, Persons, Register, TextFault, Type,
    looks_like_person, nearest_of, propose, write,
};
use crate::settings::Located;
use crate::source::{Digest, Hash};

/// Entries that refer to an entry by one relation.
#[derive(Clone, Debug)]
pub struct Inverse {
    /// Name of the inverse.
    pub name: Arc<str>,
    /// The type whose field declares it.
    pub type_: Arc<Type>,
    /// Name of the field.
    pub field: Arc<str>,
    /// Who refers, in the order of paths.
    pub entries: Vec<EntryId>,
}

/// Who refers to whom by fields.
#[derive(Clone, Debug, Default)]
pub(super) struct Relations {
    /// By the [`EntryId`] of the entry that is referred to, in the order of the names of inverses.
    inverse: Vec<Vec<Inverse>>,
}

impl Site {
    /// Relations that other entries have with an entry.
    #[must_use]
    pub fn inverse(&self, entry: &Entry) -> &[Inverse] {
        self.relations.inverse(entry)
    }
}

impl Relations {
    /// Checks every reference and finds the inverse of the relations that lead to each entry.
    pub(super) fn resolve(entries: &Entries, assets: &Assets, diagnostics: &mut Diagnostics) -> Self {
        check_menus(entries, assets, diagnostics);
        check_unique(entries, diagnostics);
        let mut found: BTreeMap<(EntryId, Arc<str>), Inverse> = BTreeMap::new();
        for entry in entries {
            for relation in references_of(entries, assets, entry, diagnostics) {
                let Relation { field, inverse, target } = relation;
                let inverse = found.entry((target, Arc::clone(&inverse))).or_insert_with(|| Inverse {
                    name: inverse,
                    type_: Arc::clone(&entry.type_),
                    field,
                    entries: Vec::new(),
                });
                // Entries come in their order, so the same one again is the last one.
                if inverse.entries.last() != Some(&entry.id) {
                    inverse.entries.push(entry.id);
                }
            }
        }
        let mut inverse = vec![Vec::new(); entries.len()];
        for ((target, _), relation) in found {
            inverse[target.0 as usize].push(relation);
        }
        Self { inverse }
    }

    /// Relations that other entries have with an entry.
    pub(super) fn inverse(&self, entry: &Entry) -> &[Inverse] {
        &self.inverse[entry.id.0 as usize]
    }
}

/// Checks the references of one entry in all its languages, and gives those that have an inverse.
fn references_of(entries: &Entries, assets: &Assets, entry: &Entry, diagnostics: &mut Diagnostics) -> Vec<Relation> {
    let mut walk =
        RelationWalk { entries, assets, entry, doc: &entry.source, diagnostics, public: true, related: Vec::new() };
    walk.source();
    for doc in entry.docs.iter().filter(|(lang, _)| **lang != entry.source_lang).map(|(_, doc)| doc) {
        walk.doc = doc;
        walk.document();
    }
    walk.related
}

/// Reports entries that the navigation names and that do not exist.
fn check_menus(entries: &Entries, assets: &Assets, diagnostics: &mut Diagnostics) {
    let config = &entries.config;
    let pages = config.foot.pages.values().filter_map(|page| match &page.value {
        FootLink::Entry(id) => Some(Located { value: Arc::clone(id), span: page.span.clone() }),
        FootLink::Address(_) => None,
    });
    for id in config.menu.iter().chain(&config.footer).cloned().chain(pages) {
        if entries.find(&id.value).is_some() || assets.why_unpublished(&id.value, entries).is_some() {
            continue;
        }
        if register_of_menu(entries, &id.value).is_some() {
            continue;
        }
        let known = entries.iter().map(|entry| entry.path.as_str()).filter(|path| !path.is_empty());
        diagnostics.push(
            Diagnostic::error(Code::ReferenceUnknown, message!("menu-target-unknown", id = &*id.value))
                .at(id.span.clone())
                .suggest(&id.value, known),
        );
    }
}

/// The register that an item of a menu names: `register:actions`.
pub(super) fn register_of_menu<'a>(entries: &'a Entries, item: &str) -> Option<&'a Register> {
    let name = item.strip_prefix("register:")?;
    let mut registers = entries.types.iter().flat_map(|type_| &type_.registers);
    registers.find(|register| *register.name() == *name)
}

/// Reports values that should tell entries apart and do not.
fn check_unique(entries: &Entries, diagnostics: &mut Diagnostics) {
    type Taken<'s> = BTreeMap<(Arc<str>, Arc<str>, Hash), &'s Located<FieldValue>>;
    let mut taken: Taken<'_> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| !entry.section) {
        for field in entry.type_.fields.iter().filter(|field| field.unique) {
            let Some(value) = entry.source.meta.source_fields().get(&field.name) else { continue };
            let key = (
                Arc::clone(&entry.type_.name),
                Arc::clone(&field.name),
                Digest::new("unique").add(&value.value).finish(),
            );
            if let Some(other) = taken.insert(key, value) {
                let message = message!("value-not-unique", type_name = &*entry.type_.name, name = &*field.name);
                diagnostics.push(
                    Diagnostic::error(Code::IdentifierTaken, message)
                        .at(value.span.clone())
                        .also(other.span.clone(), message!("the-other-one"))
                        .help(message!("value-not-unique-help")),
                );
            }
        }
    }
}

/// All entries that the public fields of an entry refer to.
pub(super) fn references(entries: &Entries, entry: &Entry) -> BTreeSet<EntryId> {
    let docs = std::iter::once(&*entry.source).chain(entry.docs.values());
    let mut found = BTreeSet::new();
    let fields = docs.flat_map(|doc| doc.meta.source_fields().iter().map(move |(name, value)| (doc, name, value)));
    for (doc, name, value) in fields {
        if entries.lacks_consent(entry, doc, name) {
            continue;
        }
        if let Some(field) = entry.type_.field(name).filter(|field| field.is_public(entry.confidentiality)) {
            collect(entries, entry, &field.kind, &value.value, &mut found);
        }
    }
    found
}

fn collect(entries: &Entries, entry: &Entry, kind: &Kind, value: &FieldValue, found: &mut BTreeSet<EntryId>) {
    match (kind, value) {
        (Kind::Ref(targets), FieldValue::Ref(name)) => {
            found.extend(entries.refer(&name.value, targets).map(|entry| entry.id));
        }
        (Kind::Refs(targets), FieldValue::Refs(names)) => {
            found.extend(names.iter().filter_map(|name| entries.refer(&name.value, targets)).map(|entry| entry.id));
        }
        (Kind::Party(rules), FieldValue::Parties(texts)) => {
            for text in texts {
                let parties = entries.parties(rules, &text.value, &entry.source_lang);
                found.extend(parties.iter().filter_map(|party| match party.who {
                    Party::Entry(entry) => Some(entry.id),
                    _ => None,
                }));
            }
        }
        (Kind::List(item), FieldValue::List(values)) => {
            values.iter().for_each(|value| collect(entries, entry, &item.kind, value, found));
        }
        (Kind::Group(fields), FieldValue::Group(parts)) if !value.is_without_consent(entries.clock) => {
            for (name, value) in parts {
                if let Some(field) = fields.iter().find(|field| field.name == *name && field.is_shown()) {
                    collect(entries, entry, &field.kind, value, found);
                }
            }
        }
        _ => {}
    }
}

struct RelationWalk<'a, 'd> {
    entries: &'a Entries,
    assets: &'a Assets,
    entry: &'a Entry,
    doc: &'a Doc,
    diagnostics: &'d mut Diagnostics,
    /// Whether readers may see the field that is checked.
    public: bool,
    related: Vec<Relation>,
}

/// A name and where it stands.
struct PlacedName<'a> {
    name: &'a str,
    at: &'a Span,
}

/// A reference of a field that has an inverse.
struct Relation {
    field: Arc<str>,
    inverse: Arc<str>,
    target: EntryId,
}

impl RelationWalk<'_, '_> {
    fn source(&mut self) {
        self.document();
        let outcome_fields = self.entry.type_.outcomes.as_deref().unwrap_or_default();
        let doc = self.doc;
        for outcome in doc.meta.source_outcomes() {
            for (name, value) in outcome.source_attributes() {
                if let Some(field) = outcome_fields.iter().find(|field| field.name == *name) {
                    self.field(field, value);
                }
            }
        }
    }

    fn document(&mut self) {
        let type_ = if self.entry.section { self.entries.types.section() } else { Arc::clone(&self.entry.type_) };
        let doc = self.doc;
        for (name, value) in doc.meta.source_fields() {
            if let Some(field) = type_.field(name) {
                self.field(field, value);
            }
        }
        for field in type_.fields.iter().filter(|field| field.holds_picture()) {
            let name = &*field.name;
            if let Some(source) =
                self.entry.source.meta.source_fields().get(name).filter(|_| doc.meta.source_field(name).is_none())
            {
                let message = message!("picture-field-without-words", name = name);
                let help = message!("picture-field-without-words-help", name = name);
                let diagnostic = Diagnostic::error(Code::ImageAlt, message).at(Span::start_of(&doc.file)).help(help);
                self.diagnostics.push(diagnostic.also(source.span.clone(), message!("the-picture")));
            }
        }
    }

    fn field(&mut self, field: &Field, value: &Located<FieldValue>) {
        if field.not_under.contains(&self.entry.confidentiality) {
            let why = match self.entry.confidentiality {
                Confidentiality::Chatham => message!("field-secret-chatham"),
                _ => message!("field-secret-confidential"),
            };
            let message = message!("field-secret", name = &*field.name, why = why);
            let help = message!("field-secret-help");
            self.diagnostics.push(Diagnostic::error(Code::FieldInvalid, message).at(value.span.clone()).help(help));
        }
        self.public = field.is_public(self.entry.confidentiality)
            && !self.entries.lacks_consent(self.entry, self.doc, &field.name);
        self.value(field, &value.value);
    }

    fn value(&mut self, field: &Field, value: &FieldValue) {
        match (&field.kind, value) {
            (Kind::List(item), FieldValue::List(values)) => {
                // Items of a list are told of by the field that holds them.
                let item = Field { name: Arc::clone(&field.name), ..(**item).clone() };
                values.iter().for_each(|value| self.inner(&item, value));
            }
            (Kind::Group(fields), FieldValue::Group(parts)) => {
                let before = self.public;
                self.public &= !value.is_without_consent(self.entries.clock);
                for (name, value) in parts {
                    if let Some(field) = fields.iter().find(|field| field.name == *name) {
                        self.inner(field, value);
                    }
                }
                self.public = before;
            }
            (Kind::Ref(targets), FieldValue::Ref(name)) => self.refer(field, targets, name),
            (Kind::Refs(targets), FieldValue::Refs(names)) => {
                names.iter().for_each(|name| self.refer(field, targets, name));
            }
            (Kind::Party(rules), FieldValue::Parties(texts)) => {
                texts.iter().for_each(|text| self.parties(field, rules, text));
            }
            (Kind::Term(taxonomy), FieldValue::Term(id)) => self.term(taxonomy, id),
            (Kind::File | Kind::Image, FieldValue::File(path)) => self.file(field, path),
            _ => {}
        }
    }

    /// A value in a list or a group. What is for editors only relates to nothing, for a relation shows on both sides.
    fn inner(&mut self, field: &Field, value: &FieldValue) {
        let before = self.public;
        self.public &= field.is_shown();
        self.value(field, value);
        self.public = before;
    }

    fn refer(&mut self, field: &Field, targets: &[Arc<str>], name: &Located<Arc<str>>) {
        if let Some(target) = self.entries.refer(&name.value, targets) {
            if let Some(inverse) = field.inverse.as_ref().filter(|_| self.public) {
                let (field, inverse) = (Arc::clone(&field.name), Arc::clone(inverse));
                self.related.push(Relation { field, inverse, target: target.id });
            }
            return;
        }
        let slug = lang::slug(&name.value);
        let hidden = self.entries.why_hidden(&name.value, targets);
        let hidden = hidden.or_else(|| self.assets.why_unpublished(&name.value, self.entries));
        if let Some(why) = hidden.or_else(|| self.entries.why_hidden(&slug, targets)) {
            if why != WhyHidden::Unread {
                self.unpublished(&name.value, why, &name.span);
            }
            return;
        }
        self.unknown_entry(field, targets, name);
    }

    fn unpublished(&mut self, name: &str, why: WhyHidden, at: &Span) {
        let message = message!("target-unpublished", name = name, why = why.message());
        self.diagnostics.push(Diagnostic::warning(Code::UnpublishedTarget, message).at(at.clone()));
    }

    fn unknown_entry(&mut self, field: &Field, targets: &[Arc<str>], name: &Located<Arc<str>>) {
        let namesakes = self.entries.namesakes(&name.value, targets);
        if !namesakes.is_empty() {
            return self.ambiguous(&name.value, namesakes, &name.span);
        }
        let (id, field_name) = (&*name.value, &*field.name);
        let message = match targets {
            [one] => message!("reference-unknown-type", field = field_name, type_name = &**one, id = id),
            _ => message!("reference-unknown", field = field_name, id = id),
        };
        let diagnostic = Diagnostic::error(Code::ReferenceUnknown, message).at(name.span.clone());
        let known = self.entries.known_names(targets, &self.entry.source_lang);
        let is_near = !nearest_of(id, known.clone()).is_empty();
        let diagnostic = propose(diagnostic, id, &name.span, known);
        // Whom it may name is the type of the field: nobody who writes a name of somebody finds that out otherwise.
        self.diagnostics.push(match (targets, &diagnostic.help) {
            ([one], Some(help)) if !is_near && looks_like_person(id) => {
                let never = message!("reference-person-help", type_name = &**one);
                let help = message!("both", first = never, second = help.clone());
                diagnostic.help(help)
            }
            _ => diagnostic,
        });
    }

    /// Tells a name that several have, with the id of each.
    fn ambiguous(&mut self, name: &str, ids: Vec<String>, at: &Span) {
        let fixes: Vec<_> = ids.iter().take(MOST_NAMED).map(|id| write(at, &**id)).collect();
        let message = message!("name-of-several", name = name, ids = ids);
        let diagnostic = Diagnostic::error(Code::ReferenceUnknown, message).at(at.clone());
        let diagnostic = diagnostic.help(message!("name-of-several-help"));
        self.diagnostics.push(fixes.into_iter().fold(diagnostic, Diagnostic::fix));
    }

    fn parties(&mut self, field: &Field, rules: &PartyRules, text: &Located<Arc<str>>) {
        for party in self.entries.parties(rules, &text.value, &self.entry.source_lang) {
            let name = party.text;
            let at = text.span.clone();
            match party.who {
                Party::Entry(target) => {
                    if let Some(inverse) = field.inverse.as_ref().filter(|_| self.public) {
                        let (field, inverse) = (Arc::clone(&field.name), Arc::clone(inverse));
                        self.related.push(Relation { field, inverse, target: target.id });
                    }
                }
                Party::Role(..) | Party::Text | Party::Hidden(WhyHidden::Unread) => {}
                Party::Hidden(why) => self.unpublished(name, why, &at),
                // Several may stand in one text, so its place is not that of the name.
                Party::Ambiguous(ids) => {
                    let message = message!("name-of-several", name = name, ids = ids);
                    let diagnostic = Diagnostic::error(Code::ReferenceUnknown, message).at(at);
                    self.diagnostics.push(diagnostic.help(message!("name-of-several-help")));
                }
                Party::Refused(fault) => {
                    // A change at the place of the text would take all its parties away.
                    let place = if text.value.trim() == name { at.clone() } else { Span::new(&at.file, 0..0) };
                    let mut refused = self.refused(field, rules, &PlacedName { name, at: &place }, fault);
                    if place != at {
                        refused.fixes.clear();
                    }
                    self.diagnostics.push(refused.at(at));
                }
            }
        }
    }

    fn refused(&self, field: &Field, rules: &PartyRules, named: &PlacedName<'_>, fault: TextFault) -> Diagnostic {
        let PlacedName { name, at } = *named;
        if fault == TextFault::Long {
            let message = message!("party-too-long", field = &*field.name);
            let help = message!("write-what", what = rules.what());
            return Diagnostic::error(Code::ReferenceUnknown, message).help(help);
        }
        let message = message!("party-unknown", field = &*field.name, name = name, what = rules.what());
        if fault == TextFault::Person && rules.persons == Persons::Refuse {
            let message = message!("party-person", said = message);
            let help = message!("party-person-help", help = self.party_help(rules));
            return Diagnostic::error(Code::PersonNamed, message).help(help);
        }
        let known = self.entries.party_proposals(rules, &self.entry.source_lang);
        let diagnostic = Diagnostic::error(Code::ReferenceUnknown, message);
        if nearest_of(name, known.clone()).is_empty() {
            return diagnostic.help(self.party_help(rules));
        }
        propose(diagnostic, name, at, known)
    }

    /// What may be written for a party.
    fn party_help(&self, rules: &PartyRules) -> Message {
        let ids = rules.roles.iter().flat_map(|roles| self.entries.data.ids(roles)).take(MOST_NAMED);
        let ids: Vec<String> = ids.map(|id| format!("role:{id}")).collect();
        if ids.is_empty() {
            message!("write-what", what = rules.what())
        } else {
            message!("write-what-such-as", what = rules.what(), ids = ids)
        }
    }

    fn term(&mut self, taxonomy: &Arc<str>, id: &Located<Arc<str>>) {
        if self.entries.data.term(taxonomy, &id.value).is_some() {
            return;
        }
        let message = message!("term-unknown", id = &*id.value, taxonomy = &**taxonomy);
        let diagnostic = Diagnostic::error(Code::ReferenceUnknown, message).at(id.span.clone());
        let known = self.entries.known_terms(taxonomy, &self.entry.source_lang);
        self.diagnostics.push(propose(diagnostic, &id.value, &id.span, known));
    }

    fn file(&mut self, field: &Field, path: &Located<Arc<str>>) {
        let (folder, file) = (self.doc.beside(""), self.doc.beside(&path.value));
        let size = self.assets.get(file.as_str()).map_or(0, |asset| asset.bytes);
        if let Some(most) = field.max_mb.filter(|most| size > most * 1_000_000) {
            let (path_name, megabytes) = (&*path.value, size.div_ceil(1_000_000));
            let message =
                message!("file-too-large", path = path_name, size = megabytes, name = &*field.name, most = most);
            let help = message!("file-too-large-help");
            self.diagnostics.push(Diagnostic::warning(Code::FileTooLarge, message).at(path.span.clone()).help(help));
        }
        let inner = file.strip_prefix("content/").unwrap_or(&file);
        if !self.assets.contains_key(file.as_str()) && self.assets.why_unpublished(inner, self.entries).is_none() {
            let near: Vec<&str> =
                self.assets.keys().filter_map(|asset| asset.strip_prefix(folder.as_str())).take(50).collect();
            let message = message!("file-missing-beside", path = &*path.value);
            let diagnostic = Diagnostic::error(Code::ReferenceUnknown, message).at(path.span.clone());
            self.diagnostics.push(diagnostic.suggest(&path.value, near));
        }
    }
}
