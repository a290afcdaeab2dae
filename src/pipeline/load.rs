//! Stages 1 to 4: sources to a site that is read, checked and planned. Knows nothing of outputs.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use rayon::prelude::*;

use super::Request;
use crate::cache;
use crate::config::Config;
use crate::data::Data;
use crate::diagnostic::{Diagnostic, Diagnostics, Level};
use crate::document::place::{self, EntryPath, Place};
use crate::document::{self, Body, Document, Rules, Sanitizer};
use crate::image::{Studio, Variant};
use crate::lang::{Lang, Locale};
use crate::plan::Plan;
use crate::render::{Content, Rendering};
use crate::schema::Types;
use crate::site::{self, Parts, Site};
use crate::source::{Hash, Sources};
use crate::theme::Theme;

/// A site that was read, checked and planned.
#[derive(Debug)]
pub struct Loaded {
    /// Everything jobs are done with.
    pub rendering: Rendering,
    /// Makes the pictures.
    pub(super) studio: Studio,
    /// Hash of all that any page may show, texts of pages left out.
    pub(super) key: Hash,
}

/// Reads the settings and content types only.
pub fn load_types(sources: &Sources, request: &Request, diagnostics: &mut Diagnostics) -> Option<(Config, Types)> {
    let config = load_config(sources, request, diagnostics)?;
    let languages = config.tags();
    let (types, said) =
        settings_of(yaml_files(sources, "data/types"), |files, said| Types::parse(files, &languages, said));
    diagnostics.extend(said);
    Some((config, types))
}

/// Reads, checks and plans a site: stages 1 to 4. `None` when what is wrong leaves nothing to go on with.
pub fn load(
    sources: &Sources,
    request: &Request,
    diagnostics: &mut Diagnostics,
) -> (Option<Loaded>, BTreeMap<String, Level>) {
    let Some((config, types)) = load_types(sources, request, diagnostics) else { return (None, BTreeMap::new()) };
    let levels = config.levels.clone();
    let config = Arc::new(config);
    let languages = config.tags();
    let terms: Vec<_> =
        yaml_files(sources, "data/terms").into_iter().chain(one_file(sources, "data/places.yaml")).collect();
    let (data, said) = settings_of(terms, |files, said| Data::parse(files, &languages, said));
    diagnostics.extend(said);
    types.check_taxonomies(&data.names(), diagnostics);
    types.check_linked(&|taxonomy| data.ids(taxonomy), diagnostics);
    diagnostics.extend(super::hidden::find(sources));
    let theme = Theme::load(sources, &config, diagnostics);
    if let Some(theme) = &theme {
        theme.check(&types, &config, diagnostics);
    }
    let (mut documents, unread) = parse_documents(sources, &config, &types, diagnostics);
    let sanitizer = Sanitizer::new(&config.html_allow);
    documents.extend(super::pseudo::documents(
        &documents,
        sources,
        &Rules { config: &config, types: &types, sanitizer: &sanitizer },
    ));
    let locales = locales(&config, diagnostics);
    let studio = Studio::new(sources);
    let assets = asset_files(sources, diagnostics);
    let pictures = studio.survey(sources, assets.iter().filter_map(|(path, _)| sources.get(path)), diagnostics);
    let parts = Parts {
        config: Arc::clone(&config),
        types: Arc::new(types),
        data: Arc::new(data),
        locales: Arc::new(locales),
        unread,
        pictures: Arc::new(pictures),
    };
    let options = site::Options { clock: request.clock, drafts: request.drafts };
    let site = Arc::new(site::assemble(&documents, &assets, &parts, &options, diagnostics));
    let Some(theme) = theme.map(Arc::new) else { return (None, levels) };
    let plan = Arc::new(Plan::new(&site, theme.files(), diagnostics));
    let key = site_key(sources, &theme, &site, &documents);
    let bodies: BTreeMap<Arc<str>, Arc<Body>> =
        documents.into_iter().map(|document| (document.place.file, document.body)).collect();
    (Some(Loaded { rendering: Rendering::new(site, plan, theme, bodies), studio, key }), levels)
}

/// Reads single texts by the rules of a site, whether they are its files or not.
#[derive(Debug)]
pub struct Reader<'a> {
    site: &'a Site,
    sanitizer: Sanitizer,
}

impl Loaded {
    /// The bytes of what stands at an address.
    ///
    /// # Errors
    /// A diagnostic when a file cannot be read.
    pub fn bytes(&self, sources: &Sources, content: Content) -> Result<Arc<[u8]>, Box<Diagnostic>> {
        match content {
            Content::Bytes(bytes) => Ok(bytes),
            Content::File(path) => sources.bytes(&path),
            Content::Picture(path, variant) => self.picture(sources, &path, variant),
        }
    }

    /// The bytes of a picture in one of its sizes, or of a drawing.
    pub(super) fn picture(
        &self,
        sources: &Sources,
        path: &Arc<str>,
        variant: Option<Variant>,
    ) -> Result<Arc<[u8]>, Box<Diagnostic>> {
        match self.rendering.site.pictures.get_key_value(path).zip(variant) {
            Some((picture, variant)) => self.studio.variant(sources, picture, variant),
            None => self.studio.drawing(sources, path),
        }
    }

    /// A reader of texts for this site.
    #[must_use]
    pub fn rules(&self) -> Reader<'_> {
        let site = &self.rendering.site;
        Reader { site, sanitizer: Sanitizer::new(&site.config.html_allow) }
    }
}

impl Reader<'_> {
    /// The document that a text would be as that file.
    #[must_use]
    pub fn read(&self, file: &Arc<str>, text: &str) -> (Option<Document>, Vec<Diagnostic>) {
        let rules = Rules { config: &self.site.config, types: &self.site.types, sanitizer: &self.sanitizer };
        document::parse(file, text, &rules)
    }

    /// The hash that a translation of this text records.
    #[must_use]
    pub fn source_hash(&self, file: &Arc<str>, text: &str) -> Option<Hash> {
        Some(self.read(file, text).0?.meta.source_hash)
    }

    /// The first draft of a translation, with `lines` in its front matter.
    #[must_use]
    pub fn stub(&self, file: &Arc<str>, text: &str, lines: &str) -> Option<String> {
        Some(document::stub::stub(text, &self.read(file, text).0?, lines))
    }
}

fn load_config(sources: &Sources, request: &Request, diagnostics: &mut Diagnostics) -> Option<Config> {
    let file: Arc<str> = Arc::from(request.config.as_str());
    match sources.text(&file) {
        Ok(text) => Config::parse(&text, &file, (&request.overrides, request.pseudo), diagnostics),
        Err(diagnostic) => {
            let help = "a site has a settings file `samen.yaml` in its root; name another folder with `--root`";
            diagnostics.push(diagnostic.help(help));
            None
        }
    }
}

/// A file and its text, or why it cannot be read.
type NamedText = (Arc<str>, Result<Arc<str>, Box<Diagnostic>>);
type Texts = Vec<NamedText>;

fn yaml_files(sources: &Sources, folder: &str) -> Texts {
    let files = sources.under(folder).filter(|source| source.path.ends_with(".yaml") || source.path.ends_with(".yml"));
    files.map(|source| (Arc::clone(&source.path), sources.text(&source.path))).collect()
}

fn one_file(sources: &Sources, path: &str) -> Option<NamedText> {
    let source = sources.get(path)?;
    Some((Arc::clone(&source.path), sources.text(&source.path)))
}

/// Reads settings from files, with what is wrong with the files and with what stands in them.
fn settings_of<T>(
    files: Texts,
    read: impl FnOnce(&[(Arc<str>, Arc<str>)], &mut Diagnostics) -> T,
) -> (T, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::default();
    let mut texts = Vec::new();
    for (path, text) in files {
        match text {
            Ok(text) => texts.push((path, text)),
            Err(diagnostic) => diagnostics.push(*diagnostic),
        }
    }
    let read = read(&texts, &mut diagnostics);
    (read, diagnostics.items().to_vec())
}

/// The formats of every language; one that CLDR does not know gets plain ones, and that is said.
fn locales(config: &Config, diagnostics: &mut Diagnostics) -> BTreeMap<Lang, Locale> {
    let mut locales = BTreeMap::new();
    for language in &config.languages {
        let (locale, known) = Locale::new(&language.lang, language.formats);
        if !known {
            let message = format!("the Unicode data (CLDR) hold nothing on the language `{}`", language.lang);
            let help =
                "its dates are written as 2024-05-14 and its lists sorted in the order of Unicode; nothing is lost";
            diagnostics
                .push(Diagnostic::warning("language-without-data", message).at(language.span.clone()).help(help));
        }
        locales.insert(language.lang.clone(), locale);
    }
    locales
}

/// All documents, and the entries of those that could not be read.
fn parse_documents(
    sources: &Sources,
    config: &Config,
    types: &Types,
    diagnostics: &mut Diagnostics,
) -> (Vec<Document>, BTreeSet<EntryPath>) {
    let sanitizer = Sanitizer::new(&config.html_allow);
    let rules = Rules { config, types, sanitizer: &sanitizer };
    let files: Vec<&Arc<str>> =
        sources.under("content").map(|source| &source.path).filter(|path| place::is_document(path)).collect();
    let parsed: Vec<(Option<Document>, Vec<Diagnostic>)> = files
        .par_iter()
        .map(|file| match sources.text(file) {
            Ok(text) => document::parse(file, &text, &rules),
            Err(diagnostic) => (None, vec![*diagnostic]),
        })
        .collect();
    let mut documents = Vec::with_capacity(parsed.len());
    let mut unread = BTreeSet::new();
    for (file, (document, said)) in files.into_iter().zip(parsed) {
        if document.is_none() {
            unread.extend(Place::parse(file, config).ok().map(|place| place.entry));
        }
        documents.extend(document);
        diagnostics.extend(said);
    }
    (documents, unread)
}

/// Files below `content/` that are not documents, with their sizes.
fn asset_files(sources: &Sources, diagnostics: &mut Diagnostics) -> Vec<(Arc<str>, u64)> {
    let mut assets = Vec::new();
    for source in sources.under("content").filter(|source| !place::is_document(&source.path)) {
        match place::check_name(&source.path) {
            Ok(()) => assets.push((Arc::clone(&source.path), source.stamp.size)),
            Err(diagnostic) => diagnostics.push(*diagnostic),
        }
    }
    for source in ["static", "assets", "themes"].into_iter().flat_map(|folder| sources.under(folder)) {
        if let Err(diagnostic) = place::check_name(&source.path) {
            diagnostics.push(*diagnostic);
        }
    }
    assets
}

/// The hash of everything that any page may show. An edit of prose that changes no summary, heading or link leaves it
/// as it is, and then only that page is made again.
fn site_key(sources: &Sources, theme: &Theme, site: &Site, documents: &[Document]) -> Hash {
    let digests: Vec<Hash> = documents.par_iter().map(|document| document.meta.digest()).collect();
    let mut all = format!("{}{:?}{}", cache::program(), site.config, theme.digest);
    // What is published depends on the day and on drafts being wanted.
    for entry in &site.entries {
        let _ = write!(all, "{}{:?}", entry.path, entry.docs.keys());
    }
    for source in sources.under("data") {
        let _ = write!(all, "{}{}", source.path, source.hash);
    }
    // What is still to come shows on pages that ask for it.
    for entry in &site.entries {
        let _ = write!(all, "{}", site.date(entry).is_some_and(|day| day >= site.clock));
    }
    // What should have been done by now shows in registers and on the pages of meetings.
    for (number, record) in site.registers.records.iter().enumerate() {
        let outcome = &site.entry(record.entry).source.meta.outcomes[record.index];
        let _ = write!(all, "{number}{}", site.is_overdue(outcome, record.superseded));
    }
    for source in sources.under("content").filter(|source| !place::is_document(&source.path)) {
        let picture = site.pictures.get(&source.path).map(|picture| &picture.digest);
        let _ = write!(all, "{}{}{picture:?}", source.path, source.stamp.size);
    }
    for (document, digest) in documents.iter().zip(digests) {
        let _ = write!(all, "{}{digest}", document.place.file);
    }
    Hash::of(all.as_bytes())
}
