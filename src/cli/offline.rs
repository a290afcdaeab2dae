//! `samen offline`: a page, or one language of it, leaves the site, and comes back. Knows nothing of how pages are hidden:
//! it writes the line that hides one, and looks at the site that comes of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use clap::Args;

use super::edits::{self, refused, unwritten};
use super::report::Reporter;
use super::{EXIT_OK, EXIT_USAGE, Project};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity, Span};
use crate::document::place::{CONTENT, DocumentPlace, DocumentRole, is_document};
use crate::document::{Document, edit};
use crate::edits::{EditedSite, RawTexts, RefusedEdit};
use crate::message;
use crate::pipeline::{self, Loaded, Request};
use crate::plan::Job;
use crate::site::Route;
use crate::yaml::edit::{YamlStep, YamlValue};

/// The line that hides a text.
const FIELD: &str = "draft";

/// What stands behind that line where this command wrote it.
const MARK: &str = "samen offline";

/// Pages that are named one by one.
const MOST: usize = 50;

#[derive(Debug, Args)]
pub(super) struct OfflineFlags {
    /// The page, by its path below `content/`, one of its files, its address, or its title
    entry: String,
    /// Take only this language of it
    #[arg(long, value_name = "LANGUAGE")]
    lang: Option<String>,
    /// Bring it back
    #[arg(long)]
    undo: bool,
    /// Show what would be changed, and change nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(flags: &OfflineFlags, project: &Project, reporter: &Reporter) -> u8 {
    let site = match edits::open(project, reporter) {
        Ok(site) => site,
        Err(code) => return code,
    };
    let page = match OfflinePage::find(flags, &site) {
        Ok(page) => page,
        Err(diagnostic) => {
            refused(*diagnostic, &site.sources, reporter);
            return EXIT_USAGE;
        }
    };
    match page.texts(project) {
        Ok(texts) => page.offer(&texts, reporter),
        Err(diagnostic) => refused(*diagnostic, &site.sources, reporter),
    }
}

/// A page that is to leave the site or to come back.
struct OfflinePage<'a> {
    flags: &'a OfflineFlags,
    site: &'a EditedSite<'a>,
    path: String,
    /// Its texts, the source among them.
    documents: Vec<&'a Document>,
}

impl<'a> OfflinePage<'a> {
    fn find(flags: &'a OfflineFlags, site: &'a EditedSite<'a>) -> Result<Self, Box<Diagnostic>> {
        let path = path(&flags.entry, site)?;
        let of_page = |document: &&Document| document.place.entry.as_str() == path;
        let documents: Vec<&Document> = site.loaded.documents().iter().map(|it| &**it).filter(of_page).collect();
        let mut files = site.sources.under("content").map(|source| &source.path).filter(|file| is_document(file));
        if let Some(file) = files.find(|file| is_unread(file, &path, site)) {
            let told = Diagnostic::error(Code::FrontMatter, message!("offline-unread")).at(Span::start_of(file));
            return Err(Box::new(told.help(message!("offline-unread-help"))));
        }
        if documents.iter().any(|document| document.place.role == DocumentRole::Section) {
            let told = Diagnostic::error(Code::ReferenceUnknown, message!("offline-section", page = &*flags.entry));
            return Err(Box::new(told.help(message!("offline-section-help"))));
        }
        Ok(Self { flags, site, path, documents })
    }

    /// The texts with the line that hides them, or without it.
    fn texts(&self, project: &Project) -> Result<RawTexts, Box<Diagnostic>> {
        let mut texts = RawTexts::new();
        for document in self.changed()? {
            let file = &document.place.file;
            let raw = self.site.raw(file)?;
            let (mark, text) = raw.split_at(raw.len() - raw.trim_start_matches('\u{feff}').len());
            let mut front = edit::front_matter(text, file)?;
            let line = [YamlStep::from(FIELD)];
            if self.flags.undo {
                front.remove(&[line.to_vec()])?;
            } else {
                let marked = YamlValue::Plain(format!("true # {MARK} {}", project.clock));
                let plain = YamlValue::Plain("true".to_owned());
                // Between braces there is no place for a remark.
                let before = front.clone();
                if front.set(&line, &marked).is_err() {
                    front = before;
                    front.set(&line, &plain)?;
                }
            }
            texts.insert(Arc::clone(file), format!("{mark}{}", front.into_text()));
        }
        Ok(texts)
    }

    /// The documents whose line has to change. The source takes along all that does not stand alone.
    fn changed(&self) -> Result<Vec<&'a Document>, Box<Diagnostic>> {
        let is_draft = |document: &&Document| document.meta.flag(FIELD) == self.flags.undo;
        if let Some(lang) = &self.flags.lang {
            return Ok(self.language(lang)?.into_iter().filter(is_draft).collect());
        }
        let own = self.documents.iter().copied().filter(|document| self.is_own(document));
        Ok(own.filter(is_draft).collect())
    }

    /// Whether a document does not go with its source by itself. What was a draft before the page was taken offline stays one.
    fn is_own(&self, document: &Document) -> bool {
        match &document.meta.translation {
            None => true,
            Some(translation) => translation.standalone && (!self.flags.undo || self.is_marked(document)),
        }
    }

    /// Whether this command wrote the line that hides a text.
    fn is_marked(&self, document: &Document) -> bool {
        let lines = self.site.raw(&document.place.file).unwrap_or_default();
        lines.lines().any(|line| line.starts_with(FIELD) && line.contains(MARK))
    }

    /// The document of one language, if the others can stay without it.
    fn language(&self, lang: &str) -> Result<Option<&'a Document>, Box<Diagnostic>> {
        let known: Vec<&str> = self.documents.iter().map(|document| document.place.lang.as_str()).collect();
        let Some(document) = self.documents.iter().find(|document| document.place.lang.as_str() == lang) else {
            let said = message!("offline-no-language", page = &*self.path, lang = lang);
            return Err(Box::new(Diagnostic::error(Code::UnknownLanguage, said).suggest(lang, known)));
        };
        let leaning = self.documents.iter().filter(|document| leans(document));
        let leaning: Vec<&str> = leaning.map(|document| document.place.lang.as_str()).collect();
        if document.meta.translation.is_none() && !leaning.is_empty() && !self.flags.undo {
            let said = message!("offline-source", lang = lang, others = &leaning[..]);
            let told = Diagnostic::error(Code::TranslationInvalid, said).at(Span::start_of(&document.place.file));
            return Err(Box::new(told.help(message!("offline-source-help", page = &*self.path))));
        }
        Ok(Some(document))
    }

    /// Shows what comes of it and writes it, where that does what was asked for.
    fn offer(&self, texts: &RawTexts, reporter: &Reporter) -> u8 {
        let (before, known) = self.public(&RawTexts::new());
        if texts.is_empty() || (!self.flags.undo && !self.is_public(before.as_ref())) {
            let said = match (self.flags.undo, self.is_public(before.as_ref())) {
                (true, true) => message!("offline-is-public", page = &*self.path),
                (true, false) => message!("offline-hidden-otherwise", page = &*self.path),
                (false, _) => message!("offline-already", page = &*self.path),
            };
            reporter.tell(&said);
            return EXIT_OK;
        }
        let (after, found) = self.public(texts);
        let is_new = |item: &Diagnostic| !known.items().iter().any(|old| old.code == item.code && old.at == item.at);
        let (errors, told): (Vec<Diagnostic>, Vec<Diagnostic>) =
            found.into_vec().into_iter().filter(is_new).partition(|item| item.severity == Severity::Error);
        if !errors.is_empty() {
            return unwritten(&self.refusal(errors), reporter);
        }
        if self.is_public(after.as_ref()) != self.flags.undo {
            let said = if self.flags.undo {
                message!("offline-hidden-otherwise", page = &*self.path)
            } else {
                message!("offline-still-public", page = &*self.path)
            };
            return unwritten(&self.refusal(vec![Diagnostic::error(Code::StillPublic, said)]), reporter);
        }
        if self.flags.dry_run {
            match self.site.diff(texts) {
                Ok(diff) => reporter.data(&diff),
                Err(diagnostic) => return refused(*diagnostic, &self.site.sources, reporter),
            }
        } else if let Err(diagnostic) = self.site.sources.rearrange(texts, &[], &[]) {
            return refused(*diagnostic, &self.site.sources, reporter);
        }
        let mut links = Diagnostics::default();
        links.extend(told);
        reporter.diagnostics_aside(&links, Some(&self.site.sources));
        self.tell(texts, [before.as_ref(), after.as_ref()], reporter);
        EXIT_OK
    }

    /// What readers see with changed texts, and what is wrong with it.
    fn public(&self, texts: &RawTexts) -> (Option<Loaded>, Diagnostics) {
        let texts = texts.iter().map(|(file, text)| (Arc::clone(file), Arc::from(text.as_bytes()))).collect();
        let sources = self.site.sources.with_replaced(texts, |_| true);
        let request = Request { drafts: false, ..self.site.request.clone() };
        pipeline::load(&sources, &request).finish(Diagnostics::default())
    }

    /// Whether readers see the page, or its text in the language that is asked for.
    fn is_public(&self, loaded: Option<&Loaded>) -> bool {
        let entry = loaded.and_then(|loaded| loaded.rendering.site.find(&self.path));
        entry.is_some_and(|entry| {
            self.flags.lang.as_ref().is_none_or(|lang| entry.docs.keys().any(|known| known.as_str() == lang))
        })
    }

    fn refusal(&self, found: Vec<Diagnostic>) -> RefusedEdit {
        let mut errors = Diagnostics::default();
        errors.extend(found);
        RefusedEdit { errors, sources: self.site.sources.with_replaced(BTreeMap::new(), |_| true) }
    }

    /// Says what goes or comes, and what is to be done then.
    fn tell(&self, texts: &RawTexts, sites: [Option<&Loaded>; 2], reporter: &Reporter) {
        let [before, after] = sites.map(routes);
        let config = &self.site.loaded.rendering.site.config;
        let differ: Vec<&Route> =
            if self.flags.undo { after.difference(&before).collect() } else { before.difference(&after).collect() };
        let (pages, files): (Vec<&Route>, Vec<&Route>) = differ.into_iter().partition(|route| route.is_page());
        let names: Vec<&str> = texts.keys().map(|file| &**file).collect();
        if !self.flags.dry_run {
            reporter.tell(&message!("offline-written", files = &names[..]));
        }
        let (pages_count, files_count) = (pages.len(), files.len());
        if self.flags.undo {
            reporter.tell(&message!("offline-comes", pages = pages_count, files = files_count));
        } else {
            reporter.tell(&message!("offline-goes", pages = pages_count, files = files_count));
        }
        for route in pages.iter().take(MOST) {
            reporter.tell(&message!("offline-address", address = route.permalink(&config.base_url)));
        }
        if pages.len() > MOST {
            reporter.tell(&message!("offline-more", count = pages.len() - MOST));
        }
        if let Some(lang) = self.flags.lang.as_ref().filter(|_| pages.is_empty() && !self.flags.undo) {
            reporter.tell(&message!("offline-borrows", lang = &**lang));
        }
        if self.flags.dry_run {
            return;
        }
        let lang = self.flags.lang.as_ref().map(|lang| format!(" --lang {lang}")).unwrap_or_default();
        let command = format!("samen offline {}{lang} --undo", self.path);
        if self.flags.undo {
            reporter.tell(&message!("offline-undone"));
        } else {
            reporter.tell(&message!("offline-done", command = command, page = &*self.path));
        }
    }
}

/// Whether a text of a page cannot be read.
fn is_unread(file: &Arc<str>, path: &str, site: &EditedSite<'_>) -> bool {
    let place = DocumentPlace::parse(file, &site.loaded.rendering.site.config);
    site.loaded.document(file).is_none() && place.is_ok_and(|place| place.entry.as_str() == path)
}

/// Whether readers see a translation only together with its source.
fn leans(document: &Document) -> bool {
    let leans = document.meta.translation.as_ref().is_some_and(|translation| !translation.standalone);
    leans && !document.meta.flag(FIELD)
}

/// All addresses of a site.
fn routes(loaded: Option<&Loaded>) -> BTreeSet<Route> {
    loaded.map(|loaded| loaded.rendering.plan.jobs.keys().cloned().collect()).unwrap_or_default()
}

/// The path of the page that somebody means: by its path, a file, an address, its title, or its name where no other has it.
fn path(name: &str, site: &EditedSite<'_>) -> Result<String, Box<Diagnostic>> {
    let id = name.trim_end_matches('/');
    let id = id.strip_prefix(CONTENT).unwrap_or(id);
    let documents = || site.loaded.documents().iter().map(|document| &**document);
    let is_named = |document: &&Document| is_named(document, id) || *document.place.file == *name;
    if let Some(found) = documents().find(is_named).filter(|_| !id.is_empty()) {
        return Ok(found.place.entry.to_string());
    }
    if let Some(path) = by_address(name, site) {
        return Ok(path);
    }
    let called = documents().filter(|document| !id.is_empty() && is_called(document, id));
    let called: BTreeSet<&str> = called.map(|document| document.place.entry.as_str()).collect();
    let called: Vec<&str> = called.into_iter().collect();
    let unknown = Diagnostic::error(Code::ReferenceUnknown, message!("offline-unknown", page = name));
    match &called[..] {
        [one] => Ok((*one).to_owned()),
        [] => {
            let paths = documents().map(|document| document.place.entry.as_str()).filter(|path| !path.is_empty());
            Err(Box::new(unknown.suggest(id, paths)))
        }
        several => Err(Box::new(unknown.help(message!("offline-several", names = several)))),
    }
}

fn is_named(document: &Document, id: &str) -> bool {
    document.place.entry.as_str() == id || document.place.file.strip_prefix(CONTENT) == Some(id)
}

/// Whether a page has that name or title.
fn is_called(document: &Document, id: &str) -> bool {
    document.place.entry.name() == id || document.meta.title().to_lowercase() == id.trim().to_lowercase()
}

/// The path of the page at an address of the site.
fn by_address(name: &str, site: &EditedSite<'_>) -> Option<String> {
    let rendering = &site.loaded.rendering;
    let base = &rendering.site.config.base_url;
    let address = name.strip_prefix(&*base.origin).unwrap_or(name);
    let address = address.strip_prefix(base.path.trim_end_matches('/')).unwrap_or(address);
    let address = address.split(['?', '#']).next().unwrap_or(address);
    if !address.starts_with('/') {
        return None;
    }
    let address = if address.ends_with('/') { address.to_owned() } else { format!("{address}/") };
    let planned = rendering.plan.jobs.get(&Route::of_address(&address)?)?;
    match &planned.job {
        Job::Entry(id, _) => Some(rendering.site.entry(*id).path.to_string()),
        _ => None,
    }
}
