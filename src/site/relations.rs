//! What fields refer to: entries and their inverse, terms, files. Everything named must exist.
//! Knows nothing of links in texts.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::parties::Party;
use super::{Assets, Doc, Entries, Entry, EntryId, Site, WhyHidden};
use crate::config::FootLink;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span, quoted_list};
use crate::schema::{Confidentiality, Field, FieldValue, Kind, PartyRules, Persons, Register, TextFault, Type};
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
            Diagnostic::error(Code::ReferenceUnknown, format!("there is no entry or section `{}`", id.value))
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
                let message = format!("two entries of the type `{}` have the same `{}`", entry.type_.name, field.name);
                diagnostics.push(
                    Diagnostic::error(Code::IdentifierTaken, message)
                        .at(value.span.clone())
                        .also(other.span.clone(), "the other one")
                        .help("correct one of them; if both are the same thing, keep one entry"),
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
                let message = format!("`{name}` of the source has a picture, which has no words in this language");
                let help = format!("write `{name}` here too, with an `alt` of its own");
                let diagnostic = Diagnostic::error(Code::ImageAlt, message).at(Span::start_of(&doc.file)).help(help);
                self.diagnostics.push(diagnostic.also(source.span.clone(), "the picture"));
            }
        }
    }

    fn field(&mut self, field: &Field, value: &Located<FieldValue>) {
        if field.not_under.contains(&self.entry.confidentiality) {
            let why = match self.entry.confidentiality {
                Confidentiality::Chatham => "under the Chatham House Rule nobody may know who took part",
                _ => "the confidentiality of this entry does not allow it",
            };
            let message = format!("`{}` may not be published: {why}", field.name);
            let help = "remove it here; the repository may be public too";
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
        let paths = std::iter::once(name.value.to_string()).chain(
            targets
                .iter()
                .filter_map(|target| Some(format!("{}/{}", self.entries.types.get(target)?.folder, name.value))),
        );
        let mut hidden = paths.filter_map(|path| self.assets.why_unpublished(&path, self.entries));
        if let Some(why) = hidden.next() {
            if why == WhyHidden::Unread {
                return;
            }
            self.diagnostics.push(
                Diagnostic::warning(Code::UnpublishedTarget, format!("`{}` is {why}; it is left out here", name.value))
                    .at(name.span.clone()),
            );
            return;
        }
        let known: Vec<&str> = self
            .entries
            .iter()
            .filter(|entry| !entry.section && (targets.is_empty() || targets.contains(&entry.type_.name)))
            .map(|entry| if targets.is_empty() { entry.path.as_str() } else { entry.path.name() })
            .take(2000)
            .collect();
        let what = match targets {
            [one] => one.to_string(),
            _ => "entry".to_owned(),
        };
        let message = format!("`{}` names the {what} `{}`, which does not exist", field.name, name.value);
        let diagnostic = Diagnostic::error(Code::ReferenceUnknown, message).at(name.span.clone());
        self.diagnostics.push(diagnostic.suggest(&name.value, known));
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
                Party::Hidden(why) => self.diagnostics.push(
                    Diagnostic::warning(Code::UnpublishedTarget, format!("`{name}` is {why}; it is left out here"))
                        .at(at),
                ),
                Party::Ambiguous(ids) => {
                    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
                    let message = format!("`{name}` is the name of several: {}", quoted_list(&ids));
                    let help = "write the id of the one that is meant";
                    self.diagnostics.push(Diagnostic::error(Code::ReferenceUnknown, message).at(at).help(help));
                }
                Party::Refused(fault) => {
                    let refused = self.refused(field, rules, name, fault);
                    self.diagnostics.push(refused.at(at));
                }
            }
        }
    }

    fn refused(&self, field: &Field, rules: &PartyRules, name: &str, fault: TextFault) -> Diagnostic {
        let what = rules.what();
        if fault == TextFault::Long {
            let message = format!("`{}` has a text that is too long for a name", field.name);
            return Diagnostic::error(Code::ReferenceUnknown, message).help(format!("write {what}"));
        }
        let message = format!("`{}` names `{name}`, which is not {what}", field.name);
        if fault == TextFault::Person && rules.persons == Persons::Refuse {
            let why =
                "it may be the name of a person, and notes stay for years, in which a name can put somebody at risk";
            return Diagnostic::error(Code::PersonNamed, format!("{message}; {why}")).help(self.party_help(rules));
        }
        let known = self.entries.party_proposals(rules);
        let diagnostic = Diagnostic::error(Code::ReferenceUnknown, message);
        let diagnostic = diagnostic.suggest(&name.to_lowercase(), known.iter().map(String::as_str));
        if diagnostic.help.is_some() { diagnostic } else { diagnostic.help(self.party_help(rules)) }
    }

    /// What may be written for a party.
    fn party_help(&self, rules: &PartyRules) -> String {
        let ids = rules.roles.iter().flat_map(|roles| self.entries.data.ids(roles)).take(8);
        let ids: Vec<String> = ids.map(|id| format!("role:{id}")).collect();
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let what = rules.what();
        if ids.is_empty() { format!("write {what}") } else { format!("write {what}, such as {}", quoted_list(&ids)) }
    }

    fn term(&mut self, taxonomy: &Arc<str>, id: &Located<Arc<str>>) {
        if self.entries.data.term(taxonomy, &id.value).is_some() {
            return;
        }
        let terms = self.entries.data.taxonomies.get(taxonomy).map(|taxonomy| &taxonomy.terms);
        let known = terms.into_iter().flat_map(BTreeMap::keys).map(|id| &**id);
        self.diagnostics.push(
            Diagnostic::error(Code::ReferenceUnknown, format!("there is no `{}` in `{taxonomy}`", id.value))
                .at(id.span.clone())
                .suggest(&id.value, known),
        );
    }

    fn file(&mut self, field: &Field, path: &Located<Arc<str>>) {
        let (folder, file) = (self.doc.beside(""), self.doc.beside(&path.value));
        let size = self.assets.get(file.as_str()).map_or(0, |asset| asset.bytes);
        if let Some(most) = field.max_mb.filter(|most| size > most * 1_000_000) {
            let message =
                format!("`{}` has {} MB; `{}` may have {most}", path.value, size.div_ceil(1_000_000), field.name);
            let help = "people download it on a phone: make it smaller, or raise `max_mb` of the field";
            self.diagnostics.push(Diagnostic::warning(Code::FileTooLarge, message).at(path.span.clone()).help(help));
        }
        let inner = file.strip_prefix("content/").unwrap_or(&file);
        if !self.assets.contains_key(file.as_str()) && self.assets.why_unpublished(inner, self.entries).is_none() {
            let near: Vec<&str> =
                self.assets.keys().filter_map(|asset| asset.strip_prefix(folder.as_str())).take(50).collect();
            self.diagnostics.push(
                Diagnostic::error(
                    Code::ReferenceUnknown,
                    format!("there is no file `{}` beside this text", path.value),
                )
                .at(path.span.clone())
                .suggest(&path.value, near),
            );
        }
    }
}
