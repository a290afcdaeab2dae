//! Stages 1 to 4: sources to a site that is read, checked and planned. Knows nothing of outputs.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::Request;
use super::memory::{CachedSite, FileMemo, LastLoad, LoadCache, LoadStats, SiteInputs};
use super::prints::OnDemandPrinter;
use crate::cache;
use crate::config::Config;
use crate::data::Data;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Levels};
use crate::document::place::{self, DocumentPlace, EntryPath};
use crate::document::{self, Body, Document, Rules, Sanitizer};
use crate::image::{ImageProcessor, PictureVariant};
use crate::lang::{Lang, Locale};
use crate::pdf::{PdfTextExtractor, PdfTexts};
use crate::plan::Plan;
use crate::render::{Content, Rendering};
use crate::schema::Types;
use crate::site::register::OutcomeRecord;
use crate::site::{self, Site, SiteParts};
use crate::source::{Digest, Hash, Source, Sources};
use crate::theme::Theme;

/// A site that was read, checked and planned.
#[derive(Debug)]
pub struct Loaded {
    /// Everything jobs are done with.
    pub rendering: Rendering,
    /// Makes the pictures.
    pub(super) image_processor: ImageProcessor,
    documents: Vec<Arc<Document>>,
    /// Reads PDF files.
    pub(super) pdf_extractor: PdfTextExtractor,
    /// Makes the prints that are asked for.
    pub(super) printer: Arc<OnDemandPrinter>,
}

/// What all documents have in common: everything but `content/`.
#[derive(Clone, Debug)]
pub(super) struct GlobalInputs {
    config: Arc<Config>,
    types: Arc<Types>,
    data: Arc<Data>,
    locales: Arc<BTreeMap<Lang, Locale>>,
    theme: Option<Arc<Theme>>,
    /// What is wrong with it.
    diagnostics: Vec<Diagnostic>,
}

/// Reads the settings and content types only.
pub fn load_types(sources: &Sources, request: &Request, diagnostics: &mut Diagnostics) -> Option<(Config, Types)> {
    let config = load_config(sources, request, diagnostics)?;
    let languages = config.tags();
    let (types, found) =
        settings_of(yaml_files(sources, "data/types"), |files, found| Types::parse(files, &languages, found));
    diagnostics.extend(found);
    Some((config, types))
}

/// Reads, checks and plans a site: stages 1 to 4. `None` when what is wrong leaves nothing to go on with.
pub fn load(sources: &Sources, request: &Request, diagnostics: &mut Diagnostics) -> (Option<Loaded>, Levels) {
    load_again(sources, request, &mut LoadCache::default(), diagnostics)
}

/// Does what [`load`] does, and reads only what is not in `memory`, in which it leaves what it read.
pub fn load_again(
    sources: &Sources,
    request: &Request,
    memory: &mut LoadCache,
    diagnostics: &mut Diagnostics,
) -> (Option<Loaded>, Levels) {
    memory.work = LoadStats::default();
    memory.whole = None;
    let mut found = Diagnostics::default();
    let (loaded, levels) = load_all((sources, request), memory, &mut found);
    diagnostics.extend(found.items().iter().cloned());
    if loaded.is_some() {
        memory.whole = Some(LastLoad { request: request.clone(), diagnostics: found.items().to_vec() });
    }
    (loaded, levels)
}

/// Does what [`load_again`] does, where `files` are all that differ from what was loaded last. Where they are texts and
/// the site is put together from the same, nothing else is looked at.
pub fn load_changed(
    sources: &Sources,
    (request, files): (&Request, &[Arc<str>]),
    memory: &mut LoadCache,
    diagnostics: &mut Diagnostics,
) -> (Option<Loaded>, Levels) {
    memory.work = LoadStats::default();
    match load_texts(sources, (request, files), memory) {
        Some(loaded) => {
            diagnostics.extend(memory.whole.iter().flat_map(|whole| whole.diagnostics.iter().cloned()));
            (Some(loaded), memory.frame.as_ref().map_or_else(BTreeMap::new, |(_, frame)| frame.config.levels.clone()))
        }
        None => {
            let parsed = memory.work.parsed;
            let loaded = load_again(sources, request, memory, diagnostics);
            memory.work.parsed += parsed;
            loaded
        }
    }
}

fn load_texts(sources: &Sources, (request, files): (&Request, &[Arc<str>]), memory: &mut LoadCache) -> Option<Loaded> {
    let (_, frame) = memory.frame.clone()?;
    let same = |whole: &LastLoad| whole.request == *request && !request.pseudo;
    memory.whole.as_ref().filter(|whole| same(whole))?;
    let of_content = |file: &&Arc<str>| file.starts_with("content/") && place::is_document(file);
    let texts: Vec<&Source> =
        files.iter().map(|file| sources.get(file).filter(|_| of_content(&file))).collect::<Option<_>>()?;
    let quiet = |memory: &LoadCache| {
        let read = |file| memory.documents.get(file);
        files.iter().all(|file| read(file).is_some_and(|(document, found)| document.is_some() && found.is_empty()))
    };
    // With a message about one of them, all messages are gathered anew.
    if !quiet(memory) {
        return None;
    }
    memory.work.parsed = read_documents(sources, &texts, (&frame, memory));
    if !quiet(memory) {
        return None;
    }
    let last = memory.last.as_ref()?;
    let at = |file: &Arc<str>| last.parts.documents.binary_search_by(|document| document.place.file.cmp(file)).ok();
    let old: Vec<usize> = files.iter().map(at).collect::<Option<_>>()?;
    let new: Vec<&Arc<Document>> =
        files.iter().map(|file| memory.documents.get(file)?.0.as_ref()).collect::<Option<_>>()?;
    let site = last.with(old.iter().map(|at| &last.parts.documents[*at]).zip(new.iter().copied()))?;
    let new: Vec<Arc<Document>> = new.into_iter().cloned().collect();
    let last = memory.last.as_mut()?;
    last.site = site;
    for (at, document) in old.into_iter().zip(new) {
        last.parts.documents[at] = document;
    }
    loaded(sources, frame, memory)
}

fn load_all(
    (sources, request): (&Sources, &Request),
    memory: &mut LoadCache,
    diagnostics: &mut Diagnostics,
) -> (Option<Loaded>, Levels) {
    let Some((key, frame)) = frame(sources, request, memory, diagnostics) else { return (None, BTreeMap::new()) };
    let levels = frame.config.levels.clone();
    diagnostics.extend(super::unicode_lint::find(sources, &mut memory.hidden));
    let (mut documents, unread) = parse_documents((sources, request), &frame, memory, diagnostics);
    let sanitizer = Sanitizer::new(&frame.config.html_allow);
    let rules = Rules { config: &frame.config, types: &frame.types, sanitizer: &sanitizer };
    documents.extend(super::pseudo::documents(&documents, sources, &rules).into_iter().map(Arc::new));
    let assets = asset_files(sources, diagnostics);
    let files = assets.iter().filter_map(|(path, _)| sources.get(path));
    let pictures = ImageProcessor::new(sources).probe(sources, files, diagnostics);
    let made = SiteInputs { documents, unread, assets, pictures: Arc::new(pictures) };
    link((key, request), &frame, made, memory, diagnostics);
    if let Some(site) = memory.last.as_ref().map(|last| Arc::clone(&last.site)) {
        super::pdf_texts::read((sources, &site), memory, diagnostics);
    }
    (loaded(sources, frame, memory), levels)
}

/// What was put together last, ready for jobs. `None` without a theme.
fn loaded(sources: &Sources, frame: GlobalInputs, memory: &LoadCache) -> Option<Loaded> {
    let last = memory.last.as_ref()?;
    let (theme, plan) = (frame.theme?, Arc::clone(last.plan.as_ref()?));
    let documents = last.parts.documents.clone();
    let bodies: BTreeMap<Arc<str>, Arc<Body>> =
        documents.iter().map(|document| (Arc::clone(&document.place.file), Arc::clone(&document.body))).collect();
    let pdf_texts: PdfTexts = memory.pdf_texts.iter().map(|(path, paper)| (Arc::clone(path), paper.clone())).collect();
    let rendering = Rendering::new(Arc::clone(&last.site), plan, theme, (bodies, pdf_texts));
    let (image_processor, pdf_extractor) = (ImageProcessor::new(sources), PdfTextExtractor::new(sources));
    Some(Loaded { rendering, image_processor, documents, pdf_extractor, printer: Arc::clone(&memory.printer) })
}

/// Puts a site together and plans it, or takes the last one where only texts have changed.
fn link(
    (key, request): (Hash, &Request),
    frame: &GlobalInputs,
    made: SiteInputs,
    memory: &mut LoadCache,
    diagnostics: &mut Diagnostics,
) {
    let key = Digest::new("site").add(&key).add(&request.clock).add(&request.drafts).finish();
    if let Some(last) = &mut memory.last
        && !memory.work.frame
        && let Some(site) = last.with_updated_docs(key, &made)
    {
        diagnostics.extend(last.diagnostics.iter().cloned());
        last.site = site;
        last.parts = made;
        return;
    }
    memory.work.linked = true;
    let parts = SiteParts {
        config: Arc::clone(&frame.config),
        types: Arc::clone(&frame.types),
        data: Arc::clone(&frame.data),
        locales: Arc::clone(&frame.locales),
        unread: made.unread.clone(),
        pictures: Arc::clone(&made.pictures),
    };
    let options = site::Options { clock: request.clock, drafts: request.drafts };
    let mut found = Diagnostics::default();
    let site = Arc::new(site::assemble(&made.documents, &made.assets, &parts, &options, &mut found));
    let plan = frame.theme.as_ref().map(|theme| Arc::new(Plan::new(&site, theme.files(), &mut found)));
    diagnostics.extend(found.items().iter().cloned());
    let found = found.items().to_vec();
    memory.last = Some(CachedSite { key, parts: made, diagnostics: found, site, plan });
}

/// Settings, types, data and theme, read anew when a file of theirs has changed.
fn frame(
    sources: &Sources,
    request: &Request,
    memory: &mut LoadCache,
    diagnostics: &mut Diagnostics,
) -> Option<(Hash, GlobalInputs)> {
    let key = frame_key(sources, request);
    if let Some((_, frame)) = memory.frame.as_ref().filter(|(known, _)| *known == key) {
        diagnostics.extend(frame.diagnostics.iter().cloned());
        return Some((key, frame.clone()));
    }
    memory.frame = None;
    memory.work.frame = true;
    let mut found = Diagnostics::default();
    let frame = read_frame(sources, request, &mut found);
    diagnostics.extend(found.items().iter().cloned());
    let frame = GlobalInputs { diagnostics: found.items().to_vec(), ..frame? };
    // A file that changed between its listing and its reading would be remembered under a wrong name.
    if sources.are_as_listed(is_frame) {
        memory.frame = Some((key, frame.clone()));
    }
    Some((key, frame))
}

fn read_frame(sources: &Sources, request: &Request, diagnostics: &mut Diagnostics) -> Option<GlobalInputs> {
    let (config, types) = load_types(sources, request, diagnostics)?;
    let languages = config.tags();
    let terms: Vec<_> =
        yaml_files(sources, "data/terms").into_iter().chain(one_file(sources, "data/places.yaml")).collect();
    let (data, found) = settings_of(terms, |files, found| Data::parse(files, &languages, found));
    diagnostics.extend(found);
    types.check_taxonomies(&data.names(), diagnostics);
    types.check_linked(&|taxonomy| data.ids(taxonomy), diagnostics);
    let theme = Theme::load(sources, &config, diagnostics);
    if let Some(theme) = &theme {
        theme.check(&types, &config, diagnostics);
    }
    let locales = Arc::new(locales(&config, diagnostics));
    let theme = theme.map(Arc::new);
    let (config, types, data) = (Arc::new(config), Arc::new(types), Arc::new(data));
    Some(GlobalInputs { config, types, data, locales, theme, diagnostics: Vec::new() })
}

fn is_frame(path: &str) -> bool {
    !path.starts_with("content/")
}

/// The hash of all that a frame is made from.
fn frame_key(sources: &Sources, request: &Request) -> Hash {
    hash_of_files(sources, request, is_frame)
}

/// The hash of all that a document is read by.
fn rules_key(sources: &Sources, request: &Request) -> Hash {
    hash_of_files(sources, request, |path| *path == *request.config || path.starts_with("data/types/"))
}

fn hash_of_files(sources: &Sources, request: &Request, counts: impl Fn(&str) -> bool) -> Hash {
    let files = sources.files().filter(|source| counts(&source.path));
    Digest::new("files")
        .add(&request.config)
        .add(&request.overrides)
        .add(&request.pseudo)
        .list(files.map(|source| (&source.path, source.hash)))
        .finish()
}

/// Reads single texts by the rules of a site, whether they are its files or not.
#[derive(Debug)]
pub struct TextReader<'a> {
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
        variant: Option<PictureVariant>,
    ) -> Result<Arc<[u8]>, Box<Diagnostic>> {
        match self.rendering.site.pictures.get_key_value(path).zip(variant) {
            Some(((path, picture), variant)) => self.image_processor.variant(sources, path, picture, variant),
            None => self.image_processor.drawing(sources, path),
        }
    }

    /// A reader of texts for this site.
    #[must_use]
    pub fn rules(&self) -> TextReader<'_> {
        let site = &self.rendering.site;
        TextReader { site, sanitizer: Sanitizer::new(&site.config.html_allow) }
    }
}

impl TextReader<'_> {
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
        Ok(text) => Config::parse(&text, &file, &request.overrides, request.pseudo, diagnostics),
        Err(diagnostic) => {
            let help = "a site has a settings file `samen.yaml` in its root; name another folder with `--root`";
            diagnostics.push(diagnostic.help(help));
            None
        }
    }
}

/// A file and its text, or why it cannot be read.
type NamedText = (Arc<str>, Result<Arc<str>, Box<Diagnostic>>);
type NamedTexts = Vec<NamedText>;

fn yaml_files(sources: &Sources, folder: &str) -> NamedTexts {
    let files = sources.under(folder).filter(|source| source.path.ends_with(".yaml") || source.path.ends_with(".yml"));
    files.map(|source| (Arc::clone(&source.path), sources.text(&source.path))).collect()
}

fn one_file(sources: &Sources, path: &str) -> Option<NamedText> {
    let source = sources.get(path)?;
    Some((Arc::clone(&source.path), sources.text(&source.path)))
}

/// Reads settings from files, with what is wrong with the files and with what stands in them.
fn settings_of<T>(
    files: NamedTexts,
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
                .push(Diagnostic::warning(Code::LanguageWithoutData, message).at(language.span.clone()).help(help));
        }
        locales.insert(language.lang.clone(), locale);
    }
    locales
}

/// Reads those documents that are not known, and says how many.
fn read_documents(sources: &Sources, files: &[&Source], (frame, memory): (&GlobalInputs, &mut LoadCache)) -> usize {
    let sanitizer = Sanitizer::new(&frame.config.html_allow);
    let rules = Rules { config: &frame.config, types: &frame.types, sanitizer: &sanitizer };
    memory.documents.renew(files, |file| {
        let (hash, text) = sources.text_and_hash(&file.path);
        let (document, found) = match text {
            Ok(text) => {
                let (document, found) = document::parse(&file.path, &text, &rules);
                (document, [super::unicode_lint::of_file(&file.path, &text), found].concat())
            }
            Err(diagnostic) => (None, vec![*diagnostic]),
        };
        (hash, (document.map(Arc::new), found))
    })
}

/// All documents, and the entries of those that could not be read.
fn parse_documents(
    (sources, request): (&Sources, &Request),
    frame: &GlobalInputs,
    memory: &mut LoadCache,
    diagnostics: &mut Diagnostics,
) -> (Vec<Arc<Document>>, BTreeSet<EntryPath>) {
    let key = rules_key(sources, request);
    if memory.rules != key {
        memory.documents = FileMemo::default();
        memory.rules = key;
    }
    let files: Vec<&Source> = sources.under("content").filter(|source| place::is_document(&source.path)).collect();
    memory.work.parsed = read_documents(sources, &files, (frame, memory));
    memory.documents.keep(&files);
    let mut documents = Vec::with_capacity(files.len());
    let mut unread = BTreeSet::new();
    for (file, (document, found)) in memory.documents.iter() {
        if document.is_none() {
            unread.extend(DocumentPlace::parse(file, &frame.config).ok().map(|place| place.entry));
        }
        documents.extend(document.clone());
        diagnostics.extend(found.iter().cloned());
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
pub(super) fn site_key(sources: &Sources, loaded: &Loaded) -> Hash {
    let Loaded { rendering, documents, .. } = loaded;
    let site = &rendering.site;
    let metas: Vec<Hash> = documents.par_iter().map(|document| document.meta.digest()).collect();
    let assets = sources.under("content").filter(|source| !place::is_document(&source.path));
    Digest::new("site key")
        .add(&cache::program())
        .add(&site.config)
        .add(&rendering.theme.digest)
        // What is published depends on the day and on drafts being wanted.
        .list(site.entries.iter().map(|entry| (&entry.path.0, entry.docs.keys().collect::<Vec<_>>())))
        // Terms and places.
        .list(sources.under("data").map(|source| (&source.path, source.hash)))
        // What is still to come shows on pages that ask for it.
        .list(site.entries.iter().map(|entry| site.date(entry).is_some_and(|day| day >= site.clock)))
        // What should have been done by now shows in registers and on the pages of meetings.
        .list(site.registers.records.iter().map(|record| is_overdue(site, record)))
        .list(assets.map(|source| {
            let picture = site.pictures.get(&source.path).map(|picture| &picture.digest);
            (&source.path, source.stamp.size, picture)
        }))
        .list(documents.iter().zip(metas).map(|(document, meta)| (&document.place.file, meta)))
        .finish()
}

fn is_overdue(site: &Site, record: &OutcomeRecord) -> bool {
    let entry = site.entry(record.entry);
    site.is_overdue(&entry.type_, &entry.source.meta.source_outcomes()[record.index], record.superseded)
}
