//! What was printed, and what pages tell of it. Knows nothing of how a print is made.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use serde::Serialize;
use tera::Value;

use super::Views;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::print::Print;
use crate::schema::PrintVariant;
use crate::site::{Entry, PrintBundle, PrintFile, Route, Site, Subject};

/// A print: of what, in which language and form.
pub type PrintName = (Subject, Lang, PrintVariant);

type Done = BTreeMap<PrintName, Result<Arc<FinishedPrint>, Vec<Diagnostic>>>;

/// What was printed so far, or what kept it from being made. It may grow while pages are made.
#[derive(Debug, Default)]
pub struct Prints {
    /// Read by every page and written when `serve` prints what somebody asks for. A thread that panicked with it has
    /// added a whole print, or none.
    done: RwLock<Done>,
}

/// A print and its checksum.
#[derive(Clone, Debug)]
pub struct FinishedPrint {
    /// The print.
    pub print: Print,
    /// SHA-256 of its PDF, or of a picture that was made without one.
    pub sha256: String,
}

impl Prints {
    /// A print, if it was made.
    #[must_use]
    pub fn get(&self, subject: &Subject, lang: &Lang, variant: PrintVariant) -> Option<Arc<FinishedPrint>> {
        self.read(|done| done.get(&(subject.clone(), lang.clone(), variant))?.as_ref().ok().cloned())
    }

    /// What was made of one thing, in the order of languages and forms.
    #[must_use]
    pub fn of(&self, subject: &Subject) -> Vec<(Lang, PrintVariant, Arc<FinishedPrint>)> {
        let own = |((of, lang, variant), made): (&PrintName, &Result<Arc<FinishedPrint>, _>)| {
            Some((lang.clone(), *variant, made.as_ref().ok().filter(|_| of == subject)?.clone()))
        };
        self.read(|done| done.iter().filter_map(own).collect())
    }

    /// Takes a print, or what kept it from being made.
    pub fn put(&self, name: PrintName, made: Result<FinishedPrint, Vec<Diagnostic>>) {
        let mut done = self.done.write().unwrap_or_else(PoisonError::into_inner);
        done.insert(name, made.map(Arc::new));
    }

    /// Whether a print was tried.
    #[must_use]
    pub fn has(&self, name: &PrintName) -> bool {
        self.read(|done| done.contains_key(name))
    }

    /// What kept prints from being made, each thing once: of some, or of all that were tried.
    #[must_use]
    pub fn diagnostics(&self, names: Option<&[PrintName]>) -> Vec<Diagnostic> {
        let mut found: Vec<Diagnostic> = Vec::new();
        self.read(|done| {
            let asked = done.iter().filter(|(name, _)| names.is_none_or(|names| names.contains(name)));
            for one in asked.filter_map(|(_, made)| made.as_ref().err()).flatten() {
                // What is wrong in a layout is wrong in every print of it.
                if !found.iter().any(|told| told.at == one.at && told.message == one.message) {
                    found.push(one.clone());
                }
            }
        });
        found
    }

    fn read<T>(&self, read: impl FnOnce(&Done) -> T) -> T {
        read(&self.done.read().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The prints that the page of an entry tells of: its own in all forms, and how large those of other languages are.
#[must_use]
pub fn told_of(site: &Site, entry: &Entry, lang: &Lang) -> Vec<PrintName> {
    let Some(printed) = site.printed(entry, lang) else { return Vec::new() };
    let of = |lang: &Lang, variant| (Subject::Entry(entry.id), lang.clone(), variant);
    let own = printed.all().map(|variant| of(lang, variant));
    let others = site.printed_in(entry.id).into_iter().filter(|other| other != lang);
    own.chain(others.map(|other| of(&other, PrintVariant::Plain))).collect()
}

/// A file that readers can take with them.
#[derive(Serialize)]
struct PrintFileView {
    url: String,
    name: String,
    bytes: usize,
    pages: usize,
    sha256: String,
}

#[derive(Serialize)]
struct PreviewView {
    url: String,
    width: u32,
    height: u32,
}

#[derive(Serialize)]
struct InLanguage<'a> {
    tag: &'a str,
    name: &'a str,
    dir: &'static str,
    file: PrintFileView,
}

#[derive(Serialize)]
struct PrintView<'a> {
    pdf: PrintFileView,
    large: Option<PrintFileView>,
    press: Option<PrintFileView>,
    preview: Option<PreviewView>,
    date: Option<String>,
    zip: String,
    json: String,
    languages: Vec<InLanguage<'a>>,
}

/// What the page of an entry tells of its print; nothing where there is none.
#[must_use]
pub fn print_value(views: &Views, entry: &Entry, prints: &Prints) -> Value {
    let site = &*views.site;
    let subject = Subject::Entry(entry.id);
    let route = |lang: &Lang, variant| site.print_route(entry, lang, PrintFile::Pdf(variant));
    let file =
        |lang: &Lang, variant| Some(file_view(views, &route(lang, variant), &*prints.get(&subject, lang, variant)?));
    let Some(pdf) = file(&views.lang, PrintVariant::Plain) else { return Value::none() };
    let plain = prints.get(&subject, &views.lang, PrintVariant::Plain);
    let route = site.print_route(entry, &views.lang, PrintFile::Preview);
    let preview = plain.as_ref().and_then(|made| made.print.picture.as_ref());
    let preview =
        preview.map(|picture| PreviewView { url: views.url(&route), width: picture.width, height: picture.height });
    let languages = site.config.languages.iter().filter_map(|language| {
        let file = file(&language.lang, PrintVariant::Plain)?;
        let dir = language.direction.as_str();
        Some(InLanguage { tag: language.lang.as_str(), name: &language.name, dir, file })
    });
    Value::from_serializable(&PrintView {
        pdf,
        large: file(&views.lang, PrintVariant::Large),
        press: file(&views.lang, PrintVariant::Press),
        preview,
        date: site.updated(entry).map(|day| day.to_string()),
        zip: views.url(&site.bundle_route(entry, PrintBundle::Zip)),
        json: views.url(&site.bundle_route(entry, PrintBundle::Json)),
        languages: languages.collect(),
    })
}

/// What the page of a register tells of its print; nothing where there is none.
#[must_use]
pub fn register_print_value(views: &Views, type_: &str, kind: &Arc<str>, prints: &Prints) -> Value {
    let file = register_file(views, type_, kind, prints);
    file.map_or_else(Value::none, |file| Value::from_serializable(&BTreeMap::from([("pdf", file)])))
}

fn register_file(views: &Views, type_: &str, kind: &Arc<str>, prints: &Prints) -> Option<PrintFileView> {
    let (type_, register) = views.site.register(type_, kind)?;
    let route = views.site.register_print_route(type_, register, &views.lang)?;
    let made =
        prints.get(&Subject::Register(Arc::clone(&type_.name), Arc::clone(kind)), &views.lang, PrintVariant::Plain)?;
    Some(file_view(views, &route, &made))
}

fn file_view(views: &Views, route: &Route, made: &FinishedPrint) -> PrintFileView {
    let (url, name) = (views.url(route), route.0.rsplit('/').next().unwrap_or_default().to_owned());
    let (bytes, pages) = (made.print.pdf.len(), made.print.pages);
    PrintFileView { url, name, bytes, pages, sha256: made.sha256.clone() }
}
