//! Entries under other names: which entries and files of a site that concerns, and what has to be written anew in every text
//! that names them. Knows nothing of files on disk and of addresses.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Site;
use super::naming;
use super::parties::Party;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::links::{self, LinkTarget, LinkWriter};
use crate::document::notes::TextReplacement;
use crate::document::place::{self, CONTENT, DocumentRole};
use crate::document::{Document, front_matter};
use crate::message;
use crate::schema::{Field, FieldValue, Kind, PartyRules, Type};
use crate::settings::Located;

/// What gets another name; all paths are below `content/`.
#[derive(Clone, Debug, Default)]
pub struct Renames {
    /// Entries.
    pub entries: BTreeMap<String, String>,
    /// Files, those of documents among them.
    pub files: BTreeMap<String, String>,
    /// Addresses of pages that are spelled out in texts, such as `/nl/a/`.
    pub addresses: BTreeMap<String, String>,
}

impl Renames {
    /// What follows when an entry gets another path. `files` are all files below `content/`.
    #[must_use]
    pub fn of(old: &str, new: &str, documents: &[Arc<Document>], files: &BTreeSet<&str>) -> Self {
        let own = |document: &&Arc<Document>| document.place.entry.as_str() == old;
        let has_folder = documents.iter().filter(own).any(|one| one.place.role == DocumentRole::Folder);
        let mut renames = Self::default();
        renames.entries.insert(old.to_owned(), new.to_owned());
        for file in files {
            let to = |rest: &str| format!("{new}{rest}");
            let rest = file.strip_prefix(old).unwrap_or_default();
            let is_flat = rest.starts_with('.') && file.ends_with(".md");
            if is_flat || (has_folder && rest.starts_with('/')) {
                renames.files.insert((*file).to_owned(), to(rest));
            }
        }
        for document in documents {
            let path = document.place.entry.as_str();
            if let Some(rest) = path.strip_prefix(old).filter(|rest| has_folder && rest.starts_with('/')) {
                renames.entries.insert(path.to_owned(), format!("{new}{rest}"));
            }
        }
        renames.take_along([old, new], documents, files);
        renames
    }

    /// Files beside an entry that has no folder of its own come along into another folder, if no other text names them.
    fn take_along(&mut self, [old, new]: [&str; 2], documents: &[Arc<Document>], files: &BTreeSet<&str>) {
        let folder = |path: &str| path.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        let (from, to) = (folder(old), folder(new));
        if from == to {
            return;
        }
        let mut own: BTreeSet<String> = BTreeSet::new();
        let mut others: BTreeSet<String> = BTreeSet::new();
        for document in documents {
            let is_own = self.entries.contains_key(document.place.entry.as_str());
            let named = naming::links(document).chain(naming::fields(document));
            if is_own { own.extend(named) } else { others.extend(named) }
        }
        for file in own.difference(&others).filter_map(|file| file.strip_prefix(CONTENT)) {
            let beside = file.rsplit_once('/').is_some_and(|(folder, _)| folder == from);
            if beside && files.contains(file) && !self.files.contains_key(file) && !file.ends_with(".md") {
                let name = file.rsplit('/').next().unwrap_or(file);
                self.files.insert(file.to_owned(), format!("{to}/{name}"));
            }
        }
    }

    /// The new path of an entry or file.
    #[must_use]
    pub fn path(&self, path: &str) -> Option<&String> {
        self.entries.get(path).or_else(|| self.files.get(path))
    }

    /// What a link leads to under its new name.
    #[must_use]
    pub fn target(&self, target: &LinkTarget) -> Option<String> {
        match target {
            LinkTarget::Path(path, _) => self.path(path).cloned(),
            LinkTarget::Address(address, _) => match address.strip_prefix(naming::FILES) {
                Some(file) => self.files.get(file).map(|file| format!("{}{file}", naming::FILES)),
                None => self.addresses.get(&**address).cloned(),
            },
            LinkTarget::Anchor(_) => None,
        }
    }
}

/// A text in which names change.
#[derive(Debug)]
pub struct RenamedText<'a> {
    site: &'a Site,
    renames: &'a Renames,
    document: &'a Document,
    /// The text, as places are counted in it.
    text: &'a str,
    changes: BTreeMap<(usize, usize), String>,
}

impl<'a> RenamedText<'a> {
    /// What changes in a text.
    ///
    /// # Errors
    /// A file that the text shares with others and cannot name from its new folder.
    pub fn changes(
        site: &'a Site,
        renames: &'a Renames,
        document: &'a Document,
        text: &'a str,
    ) -> Result<Vec<TextReplacement>, Box<Diagnostic>> {
        let mut this = Self { site, renames, document, text, changes: BTreeMap::new() };
        this.links();
        let type_ = Arc::clone(&document.type_);
        for (name, value) in document.meta.source_fields() {
            if let Some(field) = type_.field(name) {
                this.value(field, &value.value)?;
            }
        }
        let outcome_fields = type_.outcomes.as_deref().unwrap_or_default();
        for outcome in document.meta.source_outcomes() {
            for (name, value) in outcome.source_attributes() {
                if let Some(field) = outcome_fields.iter().find(|field| field.name == *name) {
                    this.value(field, &value.value)?;
                }
            }
        }
        let replacement = |((start, end), text)| TextReplacement { range: start..end, text };
        Ok(this.changes.into_iter().map(replacement).collect())
    }

    /// The folder that the document will be in.
    fn folder(&self) -> String {
        let file = self.document.place.file.strip_prefix(CONTENT).unwrap_or(&self.document.place.file);
        let file = self.renames.files.get(file).map_or(file, String::as_str);
        file.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned()
    }

    fn links(&mut self) {
        let to = self.folder();
        let writer = LinkWriter { from: self.document.place.folder(), to: &to, config: &self.site.config };
        let body = front_matter::split(self.text, &self.document.place.file).map_or(0, |(_, body)| body.start);
        let head = links::destinations(&self.text[..body]);
        let mut places: Vec<std::ops::Range<usize>> = head;
        let mut has_definitions = false;
        for link in &self.document.meta.links {
            let range = link.range.range();
            let Some(written) = self.text.get(range.clone()).filter(|_| range.start >= body) else { continue };
            let inside = links::destinations(written);
            has_definitions |= !written.ends_with(')');
            places.extend(inside.into_iter().map(|at| range.start + at.start..range.start + at.end));
        }
        if has_definitions {
            let defined = links::definitions(&self.text[body..]);
            places.extend(defined.into_iter().map(|at| body + at.start..body + at.end));
        }
        for place in places {
            if let Some(new) = writer.written(&self.text[place.clone()], |target| self.renames.target(target)) {
                self.changes.insert((place.start, place.end), new);
            }
        }
    }

    fn value(&mut self, field: &Field, value: &FieldValue) -> Result<(), Box<Diagnostic>> {
        match (&field.kind, value) {
            (Kind::List(item), FieldValue::List(values)) => {
                values.iter().try_for_each(|value| self.value(item, value))?;
            }
            (Kind::Group(fields), FieldValue::Group(parts)) => {
                for (name, value) in parts {
                    if let Some(field) = fields.iter().find(|field| field.name == *name) {
                        self.value(field, value)?;
                    }
                }
            }
            (Kind::Ref(targets), FieldValue::Ref(name)) => self.refer(targets, name),
            (Kind::Refs(targets), FieldValue::Refs(names)) => names.iter().for_each(|name| self.refer(targets, name)),
            (Kind::Outcome(_), FieldValue::Refs(names)) => names.iter().for_each(|name| self.outcome(name)),
            (Kind::Party(rules), FieldValue::Parties(texts)) => {
                texts.iter().for_each(|text| self.parties(rules, text));
            }
            (Kind::File | Kind::Image, FieldValue::File(path)) => self.file(path)?,
            _ => {}
        }
        Ok(())
    }

    /// The new form of a name: of a path a path, and of the last part where the types are known that.
    fn renamed(&self, name: &str, targets: &[Arc<str>]) -> Option<String> {
        if let Some(new) = self.renames.entries.get(name) {
            return Some(new.clone());
        }
        targets.iter().filter_map(|target| self.site.types.get(target)).find_map(|type_: &Arc<Type>| {
            let new = self.renames.entries.get(&format!("{}/{name}", type_.folder))?;
            new.strip_prefix(&format!("{}/", type_.folder)).map(str::to_owned)
        })
    }

    fn refer(&mut self, targets: &[Arc<str>], name: &Located<Arc<str>>) {
        if let Some(new) = self.renamed(&name.value, targets) {
            self.replace(&name.span, &name.value, &new);
        }
    }

    fn outcome(&mut self, name: &Located<Arc<str>>) {
        let Some((path, id)) = name.value.split_once('#') else { return };
        if let Some(new) = self.renamed(path, &[Arc::clone(&self.document.type_.name)]) {
            self.replace(&name.span, &name.value, &format!("{new}#{id}"));
        }
    }

    fn parties(&mut self, rules: &PartyRules, text: &Located<Arc<str>>) {
        for party in self.site.parties(rules, &text.value, &self.document.place.lang) {
            // A title stays one, under whatever id.
            if matches!(party.who, Party::Entry(_) | Party::Hidden(_))
                && let Some(new) = self.renamed(party.text, &rules.to)
            {
                self.replace(&text.span, party.text, &new);
            }
        }
    }

    fn file(&mut self, path: &Located<Arc<str>>) -> Result<(), Box<Diagnostic>> {
        let old = place::beside(&self.document.place.file, &path.value);
        let old = old.strip_prefix(CONTENT).unwrap_or(&old);
        let new = self.renames.files.get(old).map_or(old, String::as_str);
        let to = self.folder();
        match new.strip_prefix(&to).and_then(|rest| if to.is_empty() { Some(rest) } else { rest.strip_prefix('/') }) {
            Some(rest) => {
                if *rest != *path.value {
                    self.replace(&path.span, &path.value, rest);
                }
                Ok(())
            }
            None => {
                let message = message!("file-named-elsewhere", path = &*path.value);
                let help = message!("file-named-elsewhere-help");
                Err(Box::new(Diagnostic::error(Code::ReferenceUnknown, message).at(path.span.clone()).help(help)))
            }
        }
    }

    /// Notes that a name is written anew wherever it stands in a value.
    fn replace(&mut self, span: &Span, old: &str, new: &str) {
        let range = span.range.range();
        let Some(written) = self.text.get(range.clone()) else { return };
        let part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '.' | '#');
        for (at, _) in written.match_indices(old) {
            let end = at + old.len();
            let alone = !written[..at].ends_with(part) && !written[end..].starts_with(part);
            if alone {
                self.changes.insert((range.start + at, range.start + end), new.to_owned());
            }
        }
    }
}
