//! Which section holds an entry, and the addresses that follow from it. Knows nothing of lists.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::route::{self, Route};
use super::{Doc, Entries, Entry};
use crate::config::{Config, Language};
use crate::document::Meta;
use crate::document::place::EntryPath;
use crate::lang::{self, Lang};
use crate::schema::Type;

/// The page of every entry in every language.
#[derive(Clone, Debug, Default)]
pub(super) struct Routes {
    /// By the [`super::EntryId`] of the entry.
    by_lang: BTreeMap<Lang, Vec<Route>>,
}

impl Routes {
    /// Makes all pages.
    pub(super) fn new(entries: &Entries) -> Self {
        let languages = &entries.config.languages;
        let routes = |language: &Language| (language.lang.clone(), routes_in(entries, &language.lang));
        Self { by_lang: languages.par_iter().map(routes).collect() }
    }

    /// The page of an entry in a language of the settings.
    pub(super) fn get(&self, entry: &Entry, lang: &Lang) -> Option<&Route> {
        self.by_lang.get(lang)?.get(entry.id.0 as usize)
    }
}

fn routes_in(entries: &Entries, lang: &Lang) -> Vec<Route> {
    let mut folders = BTreeMap::new();
    entries.iter().map(|entry| route_below(entries, entry, lang, &mut folders)).collect()
}

/// The page of an entry in a language.
pub(super) fn route(entries: &Entries, entry: &Entry, lang: &Lang) -> Route {
    route_below(entries, entry, lang, &mut BTreeMap::new())
}

/// The page of an entry, where the pages of `folders` are known already.
fn route_below(entries: &Entries, entry: &Entry, lang: &Lang, folders: &mut BTreeMap<EntryPath, Route>) -> Route {
    if entry.path.as_str().is_empty() {
        return route::home(lang, &entries.config);
    }
    if entry.section {
        return folder_route(entries, &entry.path, lang);
    }
    let folder = entry.path.parent().unwrap_or_default();
    let above = match folders.get(&folder) {
        Some(above) => above.clone(),
        None => {
            let above = folder_route(entries, &folder, lang);
            folders.insert(folder, above.clone());
            above
        }
    };
    above.below(&own_part(entry, lang))
}

/// The last part of an entry: its slug in that language, else its name.
fn own_part(entry: &Entry, lang: &Lang) -> String {
    let slug = entry.docs.get(lang).and_then(|doc| doc.meta.text("slug"));
    slug.map_or_else(|| lang::slug(entry.path.name()), ToString::to_string)
}

/// The page of a folder: the home page, then each folder's slug. The folder of a type may have a path of its own.
fn folder_route(entries: &Entries, folder: &EntryPath, lang: &Lang) -> Route {
    let Some(parent) = folder.parent() else { return route::home(lang, &entries.config) };
    let section = entries.find(folder.as_str()).filter(|entry| entry.section);
    if let Some(slug) = section.and_then(|entry| entry.docs.get(lang)).and_then(|doc| doc.meta.text("slug")) {
        return folder_route(entries, &parent, lang).below(slug);
    }
    if let Some(type_) = entries.types.iter().find(|type_| *type_.folder == *folder.0)
        && type_.path.get(lang, &[]).is_some()
    {
        let parts = route::parts(&type_.path, lang, &entries.config.chain(lang));
        return parts.iter().fold(route::home(lang, &entries.config), |route, part| route.below(part));
    }
    folder_route(entries, &parent, lang).below(&lang::slug(folder.name()))
}

/// A section for a type that has none of its own, named by what the type calls its entries. None where the type puts
/// its entries at the root of the language.
pub(super) fn virtual_docs(type_: &Arc<Type>, config: &Config) -> BTreeMap<Lang, Doc> {
    let mut docs = BTreeMap::new();
    for language in &config.languages {
        let chain = config.chain(&language.lang);
        if route::parts(&type_.path, &language.lang, &chain).is_empty() && !type_.path.is_empty() {
            continue;
        }
        let named = type_.plural.get_with_lang(&language.lang, &chain);
        let (title_lang, title) = named.unwrap_or((None, &type_.folder));
        let meta = Arc::new(Meta::titled(title, type_.span.clone()));
        let title_lang = title_lang.filter(|lang| **lang != language.lang).cloned();
        docs.insert(language.lang.clone(), Doc { meta, title_lang, ..Doc::default() });
    }
    docs
}
