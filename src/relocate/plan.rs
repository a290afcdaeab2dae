//! What a move changes: texts, moves and old addresses, worked out before anything is written. Knows nothing of flags.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{moved_texts, naming_templates};
use crate::diagnostic::Diagnostic;
use crate::document::links::LinkTarget;
use crate::document::place::{CONTENT, is_document};
use crate::document::{Document, edit, notes};
use crate::edits::{EditedSite, RawTexts, RefusedEdit};
use crate::pipeline::Loaded;
use crate::site::renames::{RenamedText, Renames};
use crate::site::{Route, Site};
use crate::source::PathMove;
use crate::yaml::edit::{YamlStep, YamlText, YamlValue};
use crate::yaml::{Node, Value};

/// Keys of settings and data that hold places, and no entries.
const PLACES: &[&str] = &["folder", "path", "slug", "base_url"];

/// All that is to be changed.
pub struct MovePlan {
    renames: Renames,
    /// Texts by the places that they have now.
    pub texts: RawTexts,
    /// Files and folders that get other places.
    pub moves: Vec<PathMove>,
    /// Old addresses, by the documents that are to answer them.
    pub aliases: BTreeMap<Arc<str>, BTreeSet<String>>,
    /// Files beside the entry whose public addresses change.
    pub attachments: usize,
    /// Addresses of other pages that are gone: parts of lists that are called by the entry.
    pub lost: Vec<String>,
    /// Templates that name the entry.
    pub by_hand: Vec<Arc<str>>,
}

impl MovePlan {
    /// The moves, and what every text has to say then.
    ///
    /// # Errors
    /// Why a text cannot be changed.
    pub fn new(site: &EditedSite<'_>, old: &str, new: &str) -> Result<Self, Box<Diagnostic>> {
        let files = site.sources.files().filter_map(|file| file.path.strip_prefix(CONTENT)).collect();
        let renames = Renames::of(old, new, site.loaded.documents(), &files);
        let attachments = renames.files.keys().filter(|file| !file.ends_with(".md")).count();
        let mut plan = Self {
            moves: moves(&renames, old, new),
            renames,
            texts: RawTexts::new(),
            aliases: BTreeMap::new(),
            attachments,
            lost: Vec::new(),
            by_hand: naming_templates(site, old),
        };
        plan.mend(site)?;
        Ok(plan)
    }

    /// The name that a file has after the moves.
    #[must_use]
    pub fn new_name(&self, file: &Arc<str>) -> Arc<str> {
        let inside = file.strip_prefix(CONTENT).and_then(|inside| self.renames.files.get(inside));
        inside.map_or_else(|| Arc::clone(file), |inside| Arc::from(format!("{CONTENT}{inside}")))
    }

    /// Whether a file gets another place.
    #[must_use]
    pub fn is_moved(&self, file: &str) -> bool {
        file.strip_prefix(CONTENT).is_some_and(|inside| self.renames.files.contains_key(inside))
    }

    /// The same with the old addresses in it, if the site holds together then.
    ///
    /// # Errors
    /// What would be wrong that is not wrong now.
    pub fn finished(mut self, site: &EditedSite<'_>) -> Result<Self, Box<RefusedEdit>> {
        let (before, after) = (self.public(site, false)?, self.public(site, true)?);
        if let (Some(before), Some(after)) = (&before, &after) {
            self.note_addresses(&before.rendering.site, &after.rendering.site);
            self.note_lost(before, after);
        }
        let spelled = |link: &LinkTarget| matches!(link, LinkTarget::Address(to, _) if self.renames.addresses.contains_key(&**to));
        let documents = site.loaded.documents();
        if documents.iter().flat_map(|document| &document.meta.links).any(|link| spelled(&link.target)) {
            self.mend(site).map_err(|diagnostic| refusal(*diagnostic, site))?;
        }
        self.add_aliases(site).map_err(|diagnostic| refusal(*diagnostic, site))?;
        let (files, gone) = self.files(site).map_err(|diagnostic| refusal(*diagnostic, site))?;
        let names =
            |text: &str| self.renames.entries.iter().fold(text.to_owned(), |text, (old, new)| text.replace(new, old));
        site.tried_moved(files, &gone, &names)?;
        Ok(self)
    }

    /// What readers see of the site, without drafts, as it is or as it would be; none where that makes no site.
    fn public(&self, site: &EditedSite<'_>, moved: bool) -> Result<Option<Loaded>, Box<RefusedEdit>> {
        let (files, gone) =
            if moved { self.files(site).map_err(|diagnostic| refusal(*diagnostic, site))? } else { Default::default() };
        Ok(site.without_drafts(files, &gone))
    }

    /// Files under their new names with their new texts, and the names that are gone.
    fn files(&self, site: &EditedSite<'_>) -> Result<MovedFiles, Box<Diagnostic>> {
        let mut files: BTreeMap<Arc<str>, Arc<[u8]>> = BTreeMap::new();
        let mut gone = BTreeSet::new();
        for file in self.renames.files.keys() {
            let file: Arc<str> = Arc::from(format!("{CONTENT}{file}"));
            files.insert(self.new_name(&file), site.sources.bytes(&file)?);
            gone.insert(file);
        }
        let texts = moved_texts(&self.texts, self);
        files.extend(texts.into_iter().map(|(file, text)| (file, Arc::from(text.as_bytes()))));
        Ok((files, gone))
    }

    /// Writes names anew in all texts, settings and data, and keeps translations as current as they were.
    fn mend(&mut self, site: &EditedSite<'_>) -> Result<(), Box<Diagnostic>> {
        self.texts.clear();
        let value = &site.loaded.rendering.site;
        for document in site.loaded.documents() {
            let file = &document.place.file;
            let text = site.sources.text(file)?;
            let changes = RenamedText::changes(value, &self.renames, document, &text)?;
            if !changes.is_empty() {
                self.texts.insert(Arc::clone(file), notes::replaced(&site.raw(file)?, changes));
            }
        }
        let yaml = |path: &str| path.ends_with(".yaml") && (path.starts_with("data/") || !path.contains('/'));
        for file in site.sources.files().map(|file| &file.path).filter(|path| yaml(path)) {
            // What cannot be read as YAML is told by the check, and was so before.
            let Ok(mut text) = YamlText::read(&site.raw(file)?, file) else { continue };
            let mut found = Vec::new();
            self.named_in(text.root(), &mut Vec::new(), &mut found);
            for (path, new) in &found {
                text.set(path, &YamlValue::Text(new.clone()))?;
            }
            if !found.is_empty() {
                self.texts.insert(Arc::clone(file), text.into_text());
            }
        }
        self.keep_translations_current(site)
    }

    /// Where settings and data name an entry by its whole path.
    fn named_in(&self, node: &Node, at: &mut Vec<YamlStep>, found: &mut Vec<(Vec<YamlStep>, String)>) {
        match &node.value {
            Value::Map(entries) => {
                for (key, value) in entries.iter().filter(|(key, _)| !PLACES.contains(&key.name.as_str())) {
                    at.push(YamlStep::Key(key.name.clone()));
                    self.named_in(value, at, found);
                    at.pop();
                }
            }
            Value::List(items) => {
                for (index, value) in items.iter().enumerate() {
                    at.push(YamlStep::Item(index));
                    self.named_in(value, at, found);
                    at.pop();
                }
            }
            Value::Text(text) => found.extend(self.renames.entries.get(text).map(|new| (at.clone(), new.clone()))),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    /// A source that names something anew says the same: its translations need no second look.
    fn keep_translations_current(&mut self, site: &EditedSite<'_>) -> Result<(), Box<Diagnostic>> {
        let rules = site.loaded.rules();
        let documents = site.loaded.documents();
        let is_source = |document: &&Arc<Document>| document.meta.translation.is_none();
        for source in documents.iter().filter(is_source) {
            let file = &source.place.file;
            let Some(text) = self.texts.get(file) else { continue };
            let read = rules.read(&self.new_name(file), &crate::source::normal(text)).0;
            let Some(hash) = read.map(|document| document.meta.source_hash) else { continue };
            let others = documents.iter().filter(|other| other.place.entry == source.place.entry);
            for other in others {
                let recorded = other.meta.translation.as_ref().and_then(|translation| translation.hash.as_ref());
                if recorded.is_some_and(|recorded| source.meta.is_source_hash(&recorded.value))
                    && hash != source.meta.source_hash
                {
                    let values = [("hash", YamlValue::Quoted(hash.to_string()))];
                    self.edit(site, &other.place.file, |text, file| edit::set_translation(text, file, &values))?;
                }
            }
        }
        Ok(())
    }

    /// Changes a text that may have been changed already.
    fn edit(
        &mut self,
        site: &EditedSite<'_>,
        file: &Arc<str>,
        change: impl Fn(&str, &Arc<str>) -> Result<String, Box<Diagnostic>>,
    ) -> Result<(), Box<Diagnostic>> {
        let raw = match self.texts.get(file) {
            Some(text) => text.clone(),
            None => site.raw(file)?,
        };
        // Front matter starts behind a byte order mark.
        let (mark, text) = raw.strip_prefix('\u{feff}').map_or(("", &*raw), |text| ("\u{feff}", text));
        let changed = format!("{mark}{}", change(text, file)?);
        if changed != raw {
            self.texts.insert(Arc::clone(file), changed);
        }
        Ok(())
    }

    /// Notes the addresses that change: those of pages, in every language that has one.
    fn note_addresses(&mut self, before: &Site, after: &Site) {
        for (old, new) in &self.renames.entries {
            let (Some(from), Some(to)) = (before.find(old), after.find(new)) else { continue };
            for lang in before.config.tags() {
                let shown = before.localized_doc(from, &lang);
                if *shown.page != lang {
                    continue;
                }
                let (was, is) = (before.route(from, &lang), after.route(to, &lang));
                if was != is {
                    self.renames.addresses.insert(was.to_string(), is.to_string());
                    let owner = from.docs.get(&lang).unwrap_or(shown.doc);
                    self.aliases.entry(Arc::clone(&owner.file)).or_default().insert(was.to_string());
                }
            }
        }
    }

    /// Notes pages that have no address any more and to which no alias leads.
    fn note_lost(&mut self, before: &Loaded, after: &Loaded) {
        let answered: BTreeSet<&String> = self.aliases.values().flatten().collect();
        let (old, new) = (pages(before), pages(after));
        self.lost = old.difference(&new).filter(|address| !answered.contains(address)).cloned().collect();
    }

    /// Adds old addresses to the documents that answer them; one that is the new address of a page is none any more.
    fn add_aliases(&mut self, site: &EditedSite<'_>) -> Result<(), Box<Diagnostic>> {
        let new: BTreeSet<Option<Route>> = self.renames.addresses.values().map(|to| Route::of_address(to)).collect();
        let moved: Vec<Arc<str>> =
            self.renames.files.keys().map(|file| Arc::from(format!("{CONTENT}{file}"))).collect();
        let nothing = BTreeSet::new();
        let aliases = self.aliases.clone();
        for file in moved.iter().filter(|file| is_document(file)) {
            let Some(document) = site.loaded.document(file) else { continue };
            let add = aliases.get(file).unwrap_or(&nothing);
            let gone = document.meta.aliases().any(|alias| new.contains(&Route::of_address(alias)));
            if !add.is_empty() || gone {
                self.edit(site, file, |text, file| with_aliases(text, file, add, &new))?;
            }
        }
        Ok(())
    }
}

/// The addresses of all pages.
fn pages(loaded: &Loaded) -> BTreeSet<String> {
    loaded.rendering.plan.jobs.keys().filter(|route| route.is_page()).map(Route::to_string).collect()
}

/// Files under their new names, and the old names.
type MovedFiles = (BTreeMap<Arc<str>, Arc<[u8]>>, BTreeSet<Arc<str>>);

fn refusal(diagnostic: Diagnostic, site: &EditedSite<'_>) -> Box<RefusedEdit> {
    site.refusal(diagnostic)
}

/// A folder is moved whole, with whatever else lies in it.
fn moves(renames: &Renames, old: &str, new: &str) -> Vec<PathMove> {
    let inside = format!("{old}/");
    let has_folder = renames.files.keys().any(|file| file.starts_with(&inside));
    let path = |path: &str| format!("{CONTENT}{path}");
    let folder = has_folder.then(|| PathMove { from: path(old), to: path(new) });
    let files = renames.files.iter().filter(|(file, _)| !file.starts_with(&inside));
    folder.into_iter().chain(files.map(|(from, to)| PathMove { from: path(from), to: path(to) })).collect()
}

/// A text with old addresses in its front matter, and without those that are `new` ones.
fn with_aliases(
    text: &str,
    file: &Arc<str>,
    add: &BTreeSet<String>,
    new: &BTreeSet<Option<Route>>,
) -> Result<String, Box<Diagnostic>> {
    let mut front = edit::front_matter(text, file)?;
    let list = [YamlStep::from("aliases")];
    let known: Vec<String> = match front.get(&list).map(|node| &node.value) {
        Some(Value::List(items)) => items.iter().filter_map(|item| item.text().map(str::to_owned)).collect(),
        _ => Vec::new(),
    };
    let gone: Vec<Vec<YamlStep>> = (0..known.len())
        .filter(|index| new.contains(&Route::of_address(&known[*index])))
        .map(|index| vec![list[0].clone(), YamlStep::Item(index)])
        .collect();
    let kept = known.len() - gone.len();
    if kept == 0 && !known.is_empty() && add.is_empty() {
        front.remove(&[list.to_vec()])?;
        return Ok(front.into_text());
    }
    if !gone.is_empty() {
        front.remove(&gone)?;
    }
    let add: Vec<&String> = add.iter().filter(|alias| !known.contains(alias)).collect();
    if known.is_empty() && !add.is_empty() {
        let values = add.into_iter().map(|alias| YamlValue::Plain(alias.clone())).collect();
        front.set(&list, &YamlValue::List(values))?;
    } else {
        for (index, alias) in add.into_iter().enumerate() {
            front.insert_item(&list, kept + index, &YamlValue::Plain(alias.clone()))?;
        }
    }
    Ok(front.into_text())
}
