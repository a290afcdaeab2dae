//! What a word in a text names: a field, an entry, a term, an outcome, a file. Knows nothing of what is answered about it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::asked::AskedText;
use super::cursor::{Spot, SpotKind};
use crate::data::{Taxonomy, Term};
use crate::document::Document;
use crate::document::outcomes::Outcome;
use crate::document::place::{CONTENT, DocumentPlace, DocumentRole, beside, resolved, target};
use crate::message;
use crate::pipeline::Loaded;
use crate::schema::{Field, Kind, OutcomeKind, Type};
use crate::settings::LocalizedText;

/// The text that somebody asks about, among all others of the site.
pub(super) struct TextSubjects<'a> {
    pub(super) asked: &'a AskedText<'a>,
    pub(super) loaded: &'a Loaded,
    pub(super) place: DocumentPlace,
    pub(super) type_: Arc<Type>,
}

/// What a word names.
pub(super) enum NamedThing<'a> {
    /// A field, by its key.
    Field(&'a Field),
    /// One of the choices of a field.
    Choice(&'a Field, Arc<str>),
    /// An entry, by its documents.
    Entry(Vec<&'a Document>),
    /// An outcome, and the document that it stands in.
    Outcome(&'a Document, &'a Outcome),
    /// A term of a taxonomy.
    Term(&'a Taxonomy, &'a Term),
    /// A kind of outcomes, by its class.
    Kind(&'a OutcomeKind),
    /// A file of the site, by its path.
    File(Arc<str>),
}

/// An entry in all its languages.
pub(super) struct KnownEntry<'a> {
    pub(super) path: &'a str,
    pub(super) documents: Vec<&'a Document>,
}

impl<'a> TextSubjects<'a> {
    /// What is known around a text; `None` where it is no document, or nothing was read yet.
    pub(super) fn new(asked: &'a AskedText<'a>) -> Option<Self> {
        let loaded = asked.analysis.loaded.as_deref()?;
        let site = &loaded.rendering.site;
        let place = DocumentPlace::parse(asked.open.path.as_ref()?, &site.config).ok()?;
        let type_ = match place.role {
            DocumentRole::Section => site.types.section(),
            _ => Arc::clone(site.types.of_path(place.entry.as_str())?),
        };
        Some(Self { asked, loaded, place, type_ })
    }

    /// All entries that have texts, whoever may see them, in the order of their paths.
    pub(super) fn entries(&self) -> Vec<KnownEntry<'a>> {
        let mut entries: BTreeMap<&str, Vec<&Document>> = BTreeMap::new();
        for document in self.loaded.documents() {
            entries.entry(document.place.entry.as_str()).or_default().push(document);
        }
        entries.into_iter().map(|(path, documents)| KnownEntry { path, documents }).collect()
    }

    /// The documents of an entry by its path.
    pub(super) fn documents(&self, path: &str) -> Vec<&'a Document> {
        let all = self.loaded.documents().iter().map(|document| &**document);
        all.filter(|document| document.place.entry.as_str() == path).collect()
    }

    /// The entry that a reference names: by its path, or by its last part where the types that it may have are known.
    fn refer(&self, name: &str, targets: &[Arc<str>]) -> Option<Vec<&'a Document>> {
        let types = &self.loaded.rendering.site.types;
        let folders = targets.iter().filter_map(|target| types.get(target));
        let paths = folders.map(|type_| format!("{}/{name}", type_.folder));
        let mut found = std::iter::once(name.to_owned()).chain(paths).map(|path| self.documents(&path));
        found.find(|documents| !documents.is_empty())
    }

    /// The field of the front matter with these keys, the outermost first.
    pub(super) fn field(&self, keys: &[String]) -> Option<&Field> {
        let (last, above) = keys.split_last()?;
        self.fields(above)?.iter().find(|field| *field.name == **last)
    }

    /// The fields of the map behind these keys; those of the type where there is none.
    pub(super) fn fields(&self, keys: &[String]) -> Option<&[Field]> {
        let Some((first, rest)) = keys.split_first() else { return Some(&self.type_.fields) };
        let mut field = self.type_.field(first)?;
        for key in rest {
            field = parts(field)?.iter().find(|part| *part.name == **key)?;
        }
        parts(field)
    }

    /// The attribute of outcomes of that name.
    pub(super) fn attribute(&self, name: &str) -> Option<&Field> {
        self.type_.outcomes.as_ref()?.iter().find(|field| *field.name == *name)
    }

    /// What stands at a spot.
    pub(super) fn at(&self, spot: &Spot) -> Option<NamedThing<'_>> {
        let word = self.asked.open.lines.text().get(spot.word.clone())?;
        match &spot.kind {
            SpotKind::Key { above, .. } => {
                self.fields(above)?.iter().find(|field| *field.name == *word).map(NamedThing::Field)
            }
            SpotKind::Value { keys } | SpotKind::KeyOrValue { above: keys, .. } => self.value(self.field(keys)?, word),
            SpotKind::Class => {
                let kinds = &self.type_.outcome_kinds;
                kinds.iter().find(|kind| kind.has_class(word)).map(|kind| NamedThing::Kind(kind))
            }
            SpotKind::Attribute => self.attribute(word).map(NamedThing::Field),
            SpotKind::AttributeValue { key } => self.value(self.attribute(key)?, word),
            SpotKind::Link { .. } => self.link(word),
            SpotKind::Component => None,
        }
    }

    /// A text in the language of the editor.
    pub(super) fn words(&self, text: &LocalizedText) -> String {
        let default = &self.loaded.rendering.site.config.default_language;
        let lang = self.asked.lang().unwrap_or_else(|| default.clone());
        text.get(&lang, std::slice::from_ref(default)).map(ToString::to_string).unwrap_or_default()
    }

    /// What a field is called, with what must be known of it.
    pub(super) fn titled(&self, field: &Field, label: String) -> String {
        if field.required { message!("editor-required", label = label).text(self.asked.catalog) } else { label }
    }

    fn value<'s>(&'s self, field: &'s Field, word: &str) -> Option<NamedThing<'s>> {
        match &field.kind {
            Kind::List(item) => self.value(item, word),
            Kind::Choice(choices) => {
                let known = choices.iter().find(|(id, _)| **id == *word)?;
                Some(NamedThing::Choice(field, Arc::clone(&known.0)))
            }
            Kind::Ref(to) | Kind::Refs(to) => self.refer(word, to).map(NamedThing::Entry),
            Kind::Party(rules) => {
                let role = || self.term(rules.roles.as_ref()?, word);
                self.refer(word, &rules.to).map(NamedThing::Entry).or_else(role)
            }
            Kind::Term(taxonomy) => self.term(taxonomy, word),
            Kind::Outcome(_) => self.outcome(word),
            Kind::Image | Kind::File => Some(NamedThing::File(Arc::from(beside(&self.place.file, word)))),
            _ => None,
        }
    }

    fn term(&self, taxonomy: &str, id: &str) -> Option<NamedThing<'_>> {
        let taxonomy = self.loaded.rendering.site.data.taxonomies.get(taxonomy)?;
        taxonomy.terms.get(id).map(|term| NamedThing::Term(taxonomy, term))
    }

    /// An outcome by `meeting#a1`, or by `#a1` in the same notes.
    fn outcome(&self, name: &str) -> Option<NamedThing<'_>> {
        let (entry, id) = name.split_once('#')?;
        let documents = match entry {
            "" => self.documents(self.place.entry.as_str()),
            entry => self.refer(entry, &[Arc::clone(&self.type_.name)])?,
        };
        let document = self.nearest(&documents)?;
        let outcome = document.meta.source_outcomes().iter().find(|outcome| *outcome.id == *id)?;
        Some(NamedThing::Outcome(document, outcome))
    }

    /// What the destination of a link names.
    pub(super) fn link(&self, word: &str) -> Option<NamedThing<'_>> {
        let path = word.split('#').next().filter(|path| !path.is_empty())?;
        let found = target(self.place.folder(), path, &self.loaded.rendering.site.config)?;
        let documents = self.documents(&found);
        if !documents.is_empty() && (path.ends_with(".md") || !path.contains('.')) {
            return Some(NamedThing::Entry(documents));
        }
        resolved(self.place.folder(), path).map(|path| NamedThing::File(Arc::from(format!("{CONTENT}{path}"))))
    }

    /// The document that a reader of this text is shown first: that of its language, else the source.
    pub(super) fn nearest<'d>(&self, documents: &[&'d Document]) -> Option<&'d Document> {
        let own = documents.iter().find(|document| document.place.lang == self.place.lang);
        let source = || documents.iter().find(|document| document.meta.translation.is_none());
        own.or_else(source).or_else(|| documents.first()).copied()
    }
}

/// The fields of the parts of a field, if it has parts.
fn parts(field: &Field) -> Option<&[Field]> {
    match &field.kind {
        Kind::Group(fields) => Some(fields),
        Kind::List(item) => parts(item),
        _ => None,
    }
}
