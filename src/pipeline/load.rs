//! Stages 1 to 4: sources to a site that is read, checked and planned. Knows nothing of outputs.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::Request;
use super::files::{self, ContentFiles};
use super::incremental::{CachedSite, FileMemo, GlobalInputs, LastLoad, LoadCache, LoadStats, SiteInputs};
use super::prints::OnDemandPrinter;
use crate::cache;
use crate::check::unicode_lint;
use crate::config::{Config, area};
use crate::data::Data;
use crate::declaration::{self, Declarations};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Levels};
use crate::document::place::{self, DocumentPlace, DocumentRole, EntryPath};
use crate::document::pseudo::pseudo_documents;
use crate::document::{self, Body, Document, Rules, Sanitizer};
use crate::image::{ImageProcessor, PictureVariant};
use crate::lang::{Lang, Locale};
use crate::message;
use crate::pdf::{PdfText, PdfTextExtractor, PdfTexts};
use crate::plan::{Job, Plan};
use crate::render::{Content, Rendering, SiteTexts};
use crate::schema::Types;
use crate::search;
use crate::site::register::OutcomeRecord;
use crate::site::{self, Route, Site, SiteParts};
use crate::source::{Digest, Hash, Source, Sources};
use crate::theme::Theme;
use crate::translate::TextReader;

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

/// What a load gave.
#[derive(Debug, Default)]
pub struct LoadResult {
    /// The site; `None` when what is wrong leaves nothing to go on with.
    pub loaded: Option<Loaded>,
    /// What the settings make of codes.
    pub levels: Levels,
    /// All that was found, in no order: a run that finds more applies the levels at its end.
    pub diagnostics: Diagnostics,
}

impl LoadResult {
    /// The site and all that was found, `more` among it, by the levels of the settings.
    #[must_use]
    pub fn finish(self, more: Diagnostics) -> (Option<Loaded>, Diagnostics) {
        let mut diagnostics = more;
        diagnostics.append(self.diagnostics);
        diagnostics.finish(&self.levels);
        (self.loaded, diagnostics)
    }
}

/// Reads the settings and content types only.
pub fn load_types(sources: &Sources, request: &Request, diagnostics: &mut Diagnostics) -> Option<(Config, Types)> {
    let (config, types, _) = load_declarations(sources, request, diagnostics)?;
    Some((config, types))
}

/// Reads the settings, the content types, and what else is declared.
fn load_declarations(
    sources: &Sources,
    request: &Request,
    diagnostics: &mut Diagnostics,
) -> Option<(Config, Types, Declarations)> {
    let mut config = load_config(sources, request, diagnostics)?;
    // Without the theme nobody knows its types, and every text would be told to have none.
    if !config.types.is_empty() && !Theme::is_there(sources, &config, diagnostics) {
        return None;
    }
    let mut declarations = declaration::read(sources, &config, diagnostics);
    config.name_pages(&declarations.pages, diagnostics);
    let types = Types::parse(&declarations.types, &config.tags(), diagnostics);
    let types = types.with_unused(std::mem::take(&mut declarations.unused)).with_words(&declarations.values);
    Some((config, types, declarations))
}

/// Reads, checks and plans a site: stages 1 to 4.
#[must_use]
pub fn load(sources: &Sources, request: &Request) -> LoadResult {
    load_again(sources, request, &mut LoadCache::default())
}

/// Does what [`load`] does, and reads only what is not in `cache`, in which it leaves what it read.
pub fn load_again(sources: &Sources, request: &Request, cache: &mut LoadCache) -> LoadResult {
    cache.work = LoadStats::default();
    load_all(sources, request, cache)
}

/// Does what [`load_again`] does, where `files` are all that differ from what was loaded last. Where they are texts and
/// the site is put together from the same, nothing else is looked at.
pub fn load_changed(sources: &Sources, request: &Request, files: &[Arc<str>], cache: &mut LoadCache) -> LoadResult {
    cache.work = LoadStats::default();
    load_texts(sources, request, files, cache).unwrap_or_else(|| load_all(sources, request, cache))
}

fn load_all(sources: &Sources, request: &Request, cache: &mut LoadCache) -> LoadResult {
    cache.last.begin();
    let mut loading = Loading { sources, request, cache, diagnostics: Diagnostics::default() };
    let (loaded, levels) = loading.run();
    let diagnostics = loading.diagnostics;
    if loaded.is_some() {
        cache.last.complete(request, diagnostics.items());
    }
    LoadResult { loaded, levels, diagnostics }
}

/// A load after which only some texts have changed. `None` where more has to be looked at; what was parsed stays known.
fn load_texts(sources: &Sources, request: &Request, files: &[Arc<str>], cache: &mut LoadCache) -> Option<LoadResult> {
    let (_, globals) = cache.globals.clone()?;
    // Pseudo-languages are made from the texts: an edit changes more documents than its own.
    let LastLoad::Complete { request: before, .. } = &cache.last else { return None };
    if before != request || request.pseudo {
        return None;
    }
    let texts: Vec<&Source> =
        files.iter().map(|file| sources.get(file).filter(|source| is_document(source))).collect::<Option<_>>()?;
    // With a message about one of them, all messages are gathered anew.
    if !cache.are_without_messages(files) {
        return None;
    }
    cache.work.parsed = parse(sources, &texts, &globals, &mut cache.documents);
    if !cache.are_without_messages(files) {
        return None;
    }
    let LastLoad::Complete { site, diagnostics, .. } = &mut cache.last else { return None };
    site.replace_texts(files, &cache.documents)?;
    let diagnostics = diagnostics.clone();
    let levels = globals.config.levels.clone();
    let loaded = ready(sources, globals, cache)?;
    let mut found = Diagnostics::default();
    found.extend(diagnostics);
    Some(LoadResult { loaded: Some(loaded), levels, diagnostics: found })
}

/// Parses texts and does nothing else, where `files` are all that differ from what was loaded last, and gives the levels of
/// the settings: [`LoadCache::messages_of`] knows then what each has by itself. `None` where more has changed than texts.
pub fn parse_changed(
    sources: &Sources,
    request: &Request,
    files: &[Arc<str>],
    cache: &mut LoadCache,
) -> Option<Levels> {
    let (_, globals) = cache.globals.clone()?;
    let texts: Vec<&Source> =
        files.iter().map(|file| sources.get(file).filter(|source| is_document(source))).collect::<Option<_>>()?;
    if cache.rules != rules_key(sources, request) {
        return None;
    }
    parse(sources, &texts, &globals, &mut cache.documents);
    Some(globals.config.levels.clone())
}

/// One load of a whole site.
struct Loading<'a> {
    sources: &'a Sources,
    request: &'a Request,
    cache: &'a mut LoadCache,
    diagnostics: Diagnostics,
}

impl Loading<'_> {
    fn run(&mut self) -> (Option<Loaded>, Levels) {
        let Some((key, globals)) = self.global_inputs() else { return (None, Levels::default()) };
        let levels = globals.config.levels.clone();
        self.lint_other_files();
        let inputs = self.site_inputs(&globals);
        self.link(key, &globals, inputs);
        self.read_pdf_files();
        (ready(self.sources, globals, self.cache), levels)
    }

    /// Settings, types, data and theme, read anew when a file of theirs has changed.
    fn global_inputs(&mut self) -> Option<(Hash, GlobalInputs)> {
        let key = globals_key(self.sources, self.request);
        if let Some((_, globals)) = self.cache.globals.as_ref().filter(|(known, _)| *known == key) {
            self.diagnostics.extend(globals.diagnostics.iter().cloned());
            return Some((key, globals.clone()));
        }
        self.cache.globals = None;
        self.cache.work.frame = true;
        let mut found = Diagnostics::default();
        let globals = read_globals(self.sources, self.request, &mut found);
        self.diagnostics.extend(found.items().iter().cloned());
        let globals = GlobalInputs { diagnostics: found.into_vec(), ..globals? };
        // A file that changed between its listing and its reading would be remembered under a wrong name.
        if self.sources.are_as_listed(is_global) {
            self.cache.globals = Some((key, globals.clone()));
        }
        Some((key, globals))
    }

    /// Looks for hidden characters in what people write beside documents; those are linted where they are parsed.
    fn lint_other_files(&mut self) {
        let sources = self.sources;
        let of_people =
            |source: &&Source| unicode_lint::is_text(&source.path) && !is_document(source) && !source.is_carried();
        let files: Vec<&Source> = sources.files().filter(of_people).collect();
        self.cache.hidden.renew(&files, |file| lint(sources, file));
        self.cache.hidden.keep(&files);
        self.diagnostics.extend(self.cache.hidden.iter().flat_map(|(_, found)| found.iter().cloned()));
    }

    /// Everything below `content/`, read as far as it is not known.
    fn site_inputs(&mut self, globals: &GlobalInputs) -> SiteInputs {
        let (mut documents, unread) = self.documents(globals);
        let sanitizer = Sanitizer::new(&globals.config.html_allow);
        let rules = Rules { config: &globals.config, types: &globals.types, sanitizer: &sanitizer };
        documents.extend(pseudo_documents(&documents, self.sources, &rules).into_iter().map(Arc::new));
        let beside = files::check(self.sources, &globals.config, &mut self.cache.looks, &mut self.diagnostics);
        let ContentFiles { assets, unlisted, refused } = beside;
        files::check_security(self.sources, self.request.clock, &mut self.diagnostics);
        let files = assets.iter().filter_map(|(path, _)| self.sources.get(path));
        let pictures = ImageProcessor::new(self.sources).probe(self.sources, files, &mut self.diagnostics);
        SiteInputs { documents, unread, assets, unlisted, refused, pictures: Arc::new(pictures) }
    }

    /// All documents, and the entries of those that could not be read.
    fn documents(&mut self, globals: &GlobalInputs) -> (Vec<Arc<Document>>, BTreeMap<EntryPath, DocumentRole>) {
        let key = rules_key(self.sources, self.request);
        if self.cache.rules != key {
            self.cache.documents = FileMemo::default();
            self.cache.rules = key;
        }
        let files: Vec<&Source> = self.sources.under("content").filter(|source| is_document(source)).collect();
        // `load_texts` may have parsed some before it gave up.
        self.cache.work.parsed += parse(self.sources, &files, globals, &mut self.cache.documents);
        self.cache.documents.keep(&files);
        let mut documents = Vec::with_capacity(files.len());
        let mut unread = BTreeMap::new();
        for (file, (document, found)) in self.cache.documents.iter() {
            if document.is_none() {
                unread.extend(DocumentPlace::parse(file, &globals.config).ok().map(|place| (place.entry, place.role)));
            }
            documents.extend(document.clone());
            self.diagnostics.extend(found.iter().cloned());
        }
        (documents, unread)
    }

    /// Puts a site together and plans it, or takes the last one where only texts have changed.
    fn link(&mut self, key: Hash, globals: &GlobalInputs, inputs: SiteInputs) {
        let request = self.request;
        let key = Digest::new("site").add(&key).add(&request.clock).add(&request.drafts).finish();
        if let Some(last) = self.cache.last.site_mut()
            && !self.cache.work.frame
            && let Some(site) = last.with_updated_docs(key, &inputs)
        {
            self.diagnostics.extend(last.diagnostics.iter().cloned());
            last.site = site;
            last.inputs = inputs;
            return;
        }
        self.cache.work.linked = true;
        let parts = SiteParts {
            config: Arc::clone(&globals.config),
            types: Arc::clone(&globals.types),
            data: Arc::clone(&globals.data),
            locales: Arc::clone(&globals.locales),
            unread: inputs.unread.clone(),
            unlisted: inputs.unlisted.clone(),
            refused: inputs.refused.clone(),
            pictures: Arc::clone(&inputs.pictures),
        };
        let taken_down = Arc::clone(&self.cache.taken_down);
        let options = site::Options { clock: request.clock, drafts: request.drafts, taken_down };
        let mut found = Diagnostics::default();
        let site = Arc::new(site::assemble(&inputs.documents, &inputs.assets, &parts, &options, &mut found));
        let plan = globals.theme.as_ref().map(|theme| Arc::new(Plan::new(&site, theme.files(), &mut found)));
        self.diagnostics.extend(found.items().iter().cloned());
        let diagnostics = found.into_vec();
        self.cache.last = LastLoad::Stale(CachedSite { key, inputs, diagnostics, site, plan });
    }

    /// What there is to read in PDF files that are in the index.
    fn read_pdf_files(&mut self) {
        let Some(last) = self.cache.last.site() else { return };
        let sources = self.sources;
        let extractor = PdfTextExtractor::new(sources);
        let files = search::pdf_files(&last.site);
        let files: Vec<&Source> = files.iter().filter_map(|path| sources.get(path)).collect();
        let texts = &mut self.cache.pdf_texts;
        texts.keep(&files);
        texts.renew(&files, |file| extractor.read(sources, file));
        let broken = texts.iter().filter(|(_, text)| **text == PdfText::Broken);
        self.diagnostics.extend(broken.map(|(path, _)| search::broken_pdf(path)));
    }
}

/// The site of the last load, ready for jobs. `None` without a theme.
fn ready(sources: &Sources, globals: GlobalInputs, cache: &LoadCache) -> Option<Loaded> {
    let last = cache.last.site()?;
    let (theme, plan) = (globals.theme?, Arc::clone(last.plan.as_ref()?));
    let documents = last.inputs.documents.clone();
    let bodies: BTreeMap<Arc<str>, Arc<Body>> =
        documents.iter().map(|document| (Arc::clone(&document.place.file), Arc::clone(&document.body))).collect();
    let pdf_texts: PdfTexts = cache.pdf_texts.iter().map(|(path, text)| (Arc::clone(path), text.clone())).collect();
    let rendering = Rendering::new(Arc::clone(&last.site), plan, theme, SiteTexts { bodies, pdf_texts });
    let (image_processor, pdf_extractor) = (ImageProcessor::new(sources), PdfTextExtractor::new(sources));
    Some(Loaded { rendering, image_processor, documents, pdf_extractor, printer: Arc::clone(&cache.printer) })
}

fn is_document(source: &Source) -> bool {
    source.path.starts_with("content/") && place::is_document(&source.path)
}

/// Parses those documents that are not known, and says how many.
fn parse(
    sources: &Sources,
    files: &[&Source],
    globals: &GlobalInputs,
    documents: &mut FileMemo<(Option<Arc<Document>>, Vec<Diagnostic>)>,
) -> usize {
    let sanitizer = Sanitizer::new(&globals.config.html_allow);
    let rules = Rules { config: &globals.config, types: &globals.types, sanitizer: &sanitizer };
    documents.renew(files, |file| {
        let (hash, text) = sources.text_and_hash(&file.path);
        let (document, found) = match text {
            Ok(text) => {
                let (document, found) = document::parse(&file.path, &text, &rules);
                (document, [unicode_lint::lint(&file.path, &text), found].concat())
            }
            Err(diagnostic) => (None, vec![*diagnostic]),
        };
        (hash, (document.map(Arc::new), found))
    })
}

fn lint(sources: &Sources, file: &Source) -> (Hash, Vec<Diagnostic>) {
    let (hash, text) = sources.text_and_hash(&file.path);
    // A file that is no text is told by whoever needs it.
    (hash, text.map_or_else(|_| Vec::new(), |text| unicode_lint::lint(&file.path, &text)))
}

fn read_globals(sources: &Sources, request: &Request, diagnostics: &mut Diagnostics) -> Option<GlobalInputs> {
    let (config, types, declarations) = load_declarations(sources, request, diagnostics)?;
    let mut data = Data::parse(&declarations.taxonomies, &config.tags(), diagnostics);
    declarations.unread_taxonomies.iter().for_each(|file| data.add_unread(file));
    data.settle_places(&config.area.outlines, diagnostics);
    types.check_taxonomies(&data.names(), diagnostics);
    types.check_linked(&|taxonomy| data.ids(taxonomy), diagnostics);
    let mut theme = Theme::load(sources, &config, diagnostics);
    if let Some(theme) = &mut theme {
        theme.check(&types, &config, diagnostics);
        theme.count_words(&declarations, &config, diagnostics);
    }
    let locales = Arc::new(locales(&config, diagnostics));
    let theme = theme.map(Arc::new);
    let (config, types, data) = (Arc::new(config), Arc::new(types), Arc::new(data));
    Some(GlobalInputs { config, types, data, locales, theme, diagnostics: Vec::new() })
}

fn is_global(path: &str) -> bool {
    !path.starts_with("content/")
}

/// The hash of all that the global inputs are made from.
fn globals_key(sources: &Sources, request: &Request) -> Hash {
    hash_of_files(sources, request, is_global)
}

/// Whether a file says what types there are, or what they are called.
fn is_declaration(path: &str) -> bool {
    let own = ["data/types/", "data/languages/"].iter().any(|folder| path.starts_with(folder));
    own || declaration::is_declaration_of_theme(path)
}

/// The hash of all that a document is read by: the settings, the types, and which taxonomies there are at all.
fn rules_key(sources: &Sources, request: &Request) -> Hash {
    let counts = |path: &str| *path == *request.config || is_declaration(path);
    let files = hash_of_files(sources, request, counts);
    let taxonomies = sources.under("data").filter(|source| !source.path.starts_with("data/types/"));
    Digest::new("rules").add(&files).list(taxonomies.map(|source| &source.path)).finish()
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

impl Loaded {
    /// All documents, whoever may see them, in the order of their files.
    #[must_use]
    pub fn documents(&self) -> &[Arc<Document>] {
        &self.documents
    }

    /// The document of a file, whoever may see it.
    #[must_use]
    pub fn document(&self, file: &str) -> Option<&Document> {
        self.documents.iter().find(|document| *document.place.file == *file).map(|document| &**document)
    }

    /// The bytes of a job as they are published.
    ///
    /// # Errors
    /// What keeps the job from being done.
    pub fn output(&self, sources: &Sources, route: &Route, job: &Job) -> Result<Arc<[u8]>, Vec<Diagnostic>> {
        match self.rendering.render(route, job)? {
            Content::Bytes(bytes) => Ok(super::finished(route, bytes)),
            content => self.bytes(sources, content).map_err(|diagnostic| vec![*diagnostic]),
        }
    }

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
        TextReader::new(&self.rendering.site)
    }
}

fn load_config(sources: &Sources, request: &Request, diagnostics: &mut Diagnostics) -> Option<Config> {
    let file: Arc<str> = Arc::from(request.config.as_str());
    match sources.text(&file) {
        Ok(text) => {
            let mut config = Config::parse(&text, &file, &request.overrides, request.pseudo, diagnostics)?;
            area::settle(&mut config, sources, diagnostics);
            Some(config)
        }
        Err(diagnostic) => {
            let help = message!("settings-file-help");
            diagnostics.push(diagnostic.help(help));
            None
        }
    }
}

/// The formats of every language; one that CLDR does not know gets plain ones, and that is said.
fn locales(config: &Config, diagnostics: &mut Diagnostics) -> BTreeMap<Lang, Locale> {
    let mut locales = BTreeMap::new();
    for language in &config.languages {
        let (locale, known) = Locale::new(&language.lang, language.formats);
        if !known {
            let message = message!("language-without-data", lang = &language.lang);
            let help = message!("language-without-data-help");
            diagnostics
                .push(Diagnostic::warning(Code::LanguageWithoutData, message).at(language.span.clone()).help(help));
        }
        locales.insert(language.lang.clone(), locale);
    }
    locales
}

/// The hash of everything that any page may show. An edit of prose that changes no summary, heading or link leaves it
/// as it is, and then only that page is made again.
pub(super) fn site_key(sources: &Sources, loaded: &Loaded) -> Hash {
    let Loaded { rendering, documents, .. } = loaded;
    let site = &rendering.site;
    let metas: Vec<Hash> = documents.par_iter().map(|document| document.meta.digest()).collect();
    let assets = sources.under("content").filter(|source| !place::is_document(&source.path));
    let declared = sources.under("themes").filter(|source| declaration::is_declaration_of_theme(&source.path));
    Digest::new("site key")
        .add(&cache::program())
        .add(&site.config)
        .add(&rendering.theme.digest)
        // What is published depends on the day and on drafts being wanted.
        .list(site.entries.iter().map(|entry| (&entry.path.0, entry.docs.keys().collect::<Vec<_>>())))
        // Types, terms and places.
        .list(sources.under("data").map(|source| (&source.path, source.hash)))
        .list(declared.map(|source| (&source.path, source.hash)))
        // What is still to come shows on pages that ask for it.
        .list(site.entries.iter().map(|entry| site.date(entry).is_some_and(|day| day >= site.clock)))
        // What consent was given for goes on the day that it ends.
        .list(site.entries.iter().map(|entry| site.ended_consents(entry)))
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
    site.is_overdue(entry, &entry.source.meta.source_outcomes()[record.index], record.superseded)
}
