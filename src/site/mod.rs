//! The site as a value: entries in all their languages, related, addressed and checked. Made once, then only read.
//! Holds what documents tell each other (`Meta`), never their bodies; knows nothing of templates.

mod assemble;
mod assets;
mod consent;
mod deadlines;
mod entries;
mod event;
pub mod facets;
mod feeds;
pub mod findable;
pub mod follow;
mod follow_up;
mod glossary;
mod hidden;
pub mod links;
mod names;
mod naming;
mod news;
mod next_meeting;
pub mod order;
mod pagination;
pub mod parties;
mod prints;
mod progress;
mod public;
pub mod register;
mod related;
mod relations;
pub mod renames;
pub mod route;
mod schema_ids;
mod sections;
mod shown;
mod terms;
mod translations;
mod used;
pub mod value;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;
use std::sync::Arc;

use jiff::civil::Date;

use crate::config::{SecurityTxt, Special};
use crate::document::front_matter::State;
use crate::document::outcomes::Outcome;
use crate::document::place::{self, EntryPath};
use crate::document::{Document, Meta};
use crate::lang::{Lang, Locale, truncate};
use crate::schema::{Confidentiality, Fallback, Type};

pub use assemble::{SiteParts, assemble};
pub use assets::{AssetFile, Assets};
pub use entries::Entries;
pub use event::EventState;
pub use feeds::{FeedFormat, Scope};
pub use follow_up::FollowUp;
pub use glossary::Mention;
pub use hidden::WhyHidden;
pub(crate) use hidden::stands_alone;
pub use links::LinkTo;
pub(crate) use links::write_destination;
pub use news::News;
pub use pagination::Pagination;
pub use prints::{PrintBundle, PrintFile, Subject};
pub use progress::{StatusCounts, TranslationStatus, status_of};
pub use public::PublicField;
pub use relations::Inverse;
pub use route::Route;

use facets::FacetIndex;
use glossary::Glossary;
use links::ResolvedLinks;
use order::Lists;
use register::Registers;
use related::Related;
use relations::Relations;
use sections::Routes;
use shown::ShownLists;
use terms::Terms;
use used::UsedParts;

/// Names an entry of one [`Site`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub u32);

/// What decides what is published.
#[derive(Clone, Debug)]
pub struct Options {
    /// Today.
    pub clock: Date,
    /// Whether drafts are published too.
    pub drafts: bool,
    /// Entries, files and single texts below `content/` that are hidden whatever they say; a text is as a draft.
    pub taken_down: Arc<BTreeSet<EntryPath>>,
}

/// A whole site: its entries, and what each step of [`assemble()`] made of them. What is asked of [`Entries`] is asked of the
/// site too.
#[derive(Clone, Debug)]
pub struct Site {
    /// All published entries.
    pub entries: Entries,
    /// Files beside entries.
    pub assets: Arc<Assets>,
    /// The page of every entry in every language.
    routes: Arc<Routes>,
    /// Where texts link to, and who links to whom.
    links: Arc<ResolvedLinks>,
    /// Who refers to whom.
    relations: Arc<Relations>,
    /// Taxonomy, term, and who has it.
    pub terms: Arc<Terms>,
    /// Terms and registers that have pages.
    used: Arc<UsedParts>,
    /// Entries of a section that show in a language, in order.
    lists: Arc<Lists>,
    /// Outcomes of all entries.
    pub registers: Arc<Registers>,
    /// Which of them the lists of a language show.
    shown: Arc<ShownLists>,
    /// Entries of types that have facets, by their values.
    pub parts: Arc<BTreeMap<Arc<str>, FacetIndex<EntryId>>>,
    /// Words of the glossary, and who uses which.
    glossary: Arc<Glossary>,
    /// Entries that share most with each other.
    related: Arc<Related>,
}

/// A site is read like its entries: steps of [`assemble()`] have these only, and outputs the whole.
impl Deref for Site {
    type Target = Entries;

    fn deref(&self) -> &Entries {
        &self.entries
    }
}

impl Site {
    /// Whom to tell of a weakness; one that has ended says nothing that somebody may rely on.
    #[must_use]
    pub fn security_txt(&self) -> Option<&SecurityTxt> {
        self.config.security.as_ref().filter(|security| security.expires.value > self.clock)
    }
}

/// An entry: a page in all its languages.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// Where it is laid down.
    pub path: EntryPath,
    /// Its content type; for a section, the type of what lies in it.
    pub type_: Arc<Type>,
    /// Whether it is the page of a folder.
    pub section: bool,
    /// Published documents.
    pub docs: Arc<BTreeMap<Lang, Doc>>,
    /// The document that holds what all languages share. Where it is not published, that is all there is of it: its words
    /// stand nowhere in a site.
    pub source: Arc<Doc>,
    /// Language of the source.
    pub source_lang: Lang,
    /// The section that holds it; `None` for the home page.
    pub parent: Option<EntryId>,
    /// How much may be public.
    pub confidentiality: Confidentiality,
    /// Why it would be hidden if nobody asked for drafts.
    pub pending: Option<WhyHidden>,
}

/// A document as the site keeps it.
#[derive(Clone, Debug, Default)]
pub struct Doc {
    /// Its file; empty for a section that has none.
    pub file: Arc<str>,
    /// What others may see.
    pub meta: Arc<Meta>,
    /// Whether it is a draft, by its own word, by its source, or by an entry in whose folder it lies.
    pub draft: bool,
    /// The language of its title, where that is lent: a section without a file is called what its type calls its entries.
    pub title_lang: Option<Lang>,
}

impl Doc {
    /// The path in the sources of a file that the document names, beside it.
    #[must_use]
    pub fn beside(&self, name: &str) -> String {
        place::beside(&self.file, name)
    }
}

/// What a reader of a language gets to see of an entry.
#[derive(Clone, Copy, Debug)]
pub struct LocalizedDoc<'a> {
    /// Language of the document.
    pub lang: &'a Lang,
    /// The document.
    pub doc: &'a Doc,
    /// Language of the page it stands on: the reader's, unless the page is only there in another.
    pub page: &'a Lang,
}

impl LocalizedDoc<'_> {
    /// Whether the text is borrowed from another language.
    #[must_use]
    pub fn is_fallback(&self, reader: &Lang) -> bool {
        self.lang != reader
    }
}

/// An outcome as a reader of a language sees it: the facts of the source, the text of the language if there is one.
#[derive(Clone, Copy, Debug)]
pub struct MergedOutcome<'a> {
    /// Kind, state and attributes.
    pub source: &'a Outcome,
    /// The text.
    pub text: &'a Outcome,
    /// The document of the text, for its links.
    pub doc: &'a Doc,
    /// Language of the text.
    pub lang: &'a Lang,
}

impl Entries {
    /// An entry by its id.
    #[must_use]
    pub fn entry(&self, id: EntryId) -> &Entry {
        &self.all[id.0 as usize]
    }

    /// An entry by its path.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<&Entry> {
        let id = self.by_path.get(&EntryPath(Arc::from(path)))?;
        Some(self.entry(*id))
    }

    /// The formats of a language.
    #[must_use]
    pub fn locale(&self, lang: &Lang) -> &Locale {
        self.locales.get(lang).expect("every language of the settings has a locale: `assemble` is given all")
    }

    /// What a reader of `lang` sees of an entry: its own document, else the first of the fallbacks, the source, any.
    #[must_use]
    pub fn localized_doc<'a>(&'a self, entry: &'a Entry, lang: &'a Lang) -> LocalizedDoc<'a> {
        if let Some((own, doc)) = entry.docs.get_key_value(lang) {
            return LocalizedDoc { lang: own, doc, page: lang };
        }
        let chain = self.config.document_chain(lang);
        let found = chain
            .iter()
            .chain([&entry.source_lang])
            .find_map(|lang| entry.docs.get_key_value(lang))
            .or_else(|| entry.docs.first_key_value());
        let (other, doc) = found.expect("an entry without published documents is not in the site");
        let page = if entry.type_.fallback == Fallback::Page || entry.section { lang } else { other };
        LocalizedDoc { lang: other, doc, page }
    }

    /// Whether an entry stands in lists of a language.
    #[must_use]
    pub fn listed(&self, entry: &Entry, lang: &Lang) -> bool {
        entry.docs.contains_key(lang) || entry.type_.fallback != Fallback::None
    }

    /// The date of an entry, by the field its type names. A type may name none that is for editors only.
    #[must_use]
    pub fn date(&self, entry: &Entry) -> Option<Date> {
        let value = entry.source.meta.source_field(entry.type_.date_field.as_ref()?)?;
        value.as_date().or_else(|| Some(value.as_date_time()?.date()))
    }

    /// The entry that a reference names: by its path, or by its last part where the types it may have are known.
    #[must_use]
    pub fn refer(&self, name: &str, targets: &[Arc<str>]) -> Option<&Entry> {
        let fits = |entry: &&Entry| targets.is_empty() || targets.contains(&entry.type_.name);
        if let Some(entry) = self.find(name).filter(fits) {
            return Some(entry);
        }
        targets.iter().find_map(|target| self.find(&format!("{}/{name}", self.types.get(target)?.folder)))
    }

    /// Why the entry that a reference names is not published, if there is one.
    #[must_use]
    pub fn why_hidden(&self, name: &str, targets: &[Arc<str>]) -> Option<WhyHidden> {
        let folders = targets.iter().filter_map(|target| self.types.get(target)).map(|type_| &type_.folder);
        self.why_unpublished(name)
            .or_else(|| folders.into_iter().find_map(|folder| self.why_unpublished(&format!("{folder}/{name}"))))
    }

    /// Whether text and outcomes of an entry stay inside.
    #[must_use]
    pub fn withheld(&self, entry: &Entry) -> bool {
        entry.confidentiality == Confidentiality::Summary
    }

    /// Why readers do not see the text of a source, or not all of it, be it that somebody asked for drafts.
    #[must_use]
    pub fn why_inside(&self, entry: &Entry) -> Option<WhyHidden> {
        let withheld = self.withheld(entry).then_some(WhyHidden::Withheld);
        let ended = (self.ended_consents(entry) > 0).then_some(WhyHidden::ConsentEnded);
        ended.or(withheld).or(entry.pending).or_else(|| entry.source.draft.then_some(WhyHidden::Draft))
    }

    /// Entries that exist and are not published, with the reason.
    pub fn hidden(&self) -> impl Iterator<Item = (&EntryPath, WhyHidden)> {
        self.unpublished.iter().map(|(path, hidden)| (path, hidden.why))
    }

    /// Why an entry of that path is not published, if it exists.
    #[must_use]
    pub fn why_unpublished(&self, path: &str) -> Option<WhyHidden> {
        self.unpublished.get(&EntryPath(Arc::from(path))).map(|hidden| hidden.why)
    }
}

impl Site {
    /// The page of an entry for a reader of `lang`, which may be in another language.
    #[must_use]
    pub fn route(&self, entry: &Entry, lang: &Lang) -> Route {
        let page = self.localized_doc(entry, lang).page;
        self.route_in(entry, page)
    }

    /// The page of an entry in exactly that language.
    #[must_use]
    pub fn route_in(&self, entry: &Entry, lang: &Lang) -> Route {
        let known = self.routes.get(entry, lang);
        known.cloned().unwrap_or_else(|| sections::route(self, entry, lang))
    }

    /// The page of a taxonomy, if it has pages and somebody has a term of it.
    #[must_use]
    pub fn taxonomy_route(&self, taxonomy: &str, lang: &Lang) -> Option<Route> {
        let taxonomy = self.data.taxonomies.get(taxonomy).filter(|taxonomy| self.has_used_terms(taxonomy))?;
        let parts = route::parts(&taxonomy.path, lang, &self.config.chain(lang));
        let home = route::home(lang, &self.config);
        (!parts.is_empty()).then(|| parts.iter().fold(home, |route, part| route.below(part)))
    }

    /// The page of a term, if its taxonomy has pages and somebody has it.
    #[must_use]
    pub fn term_route(&self, taxonomy: &str, term: &str, lang: &Lang) -> Option<Route> {
        if !self.is_used(taxonomy, term) {
            return None;
        }
        let slugs = &self.data.term(taxonomy, term)?.slug;
        let lent = || lang.parents().iter().find_map(|lang| slugs.exact(lang));
        let slug = slugs.exact(lang).or_else(lent).map_or(term, |slug| slug);
        Some(self.taxonomy_route(taxonomy, lang)?.below(slug))
    }

    /// A page that the program makes by itself, if the site has it.
    #[must_use]
    pub fn special_route(&self, special: Special, lang: &Lang) -> Option<Route> {
        let path = self.config.special.get(&special)?;
        let parts = route::parts(&path.value, lang, &self.config.chain(lang));
        let home = route::home(lang, &self.config);
        (!parts.is_empty()).then(|| parts.iter().fold(home, |route, part| route.below(part)))
    }

    /// The public place of a file below `content/`: of a picture, that of its largest size.
    #[must_use]
    pub fn file_route(&self, path: &str) -> Route {
        let largest = self.pictures.get(path).and_then(|picture| Some((picture, picture.largest()?)));
        largest.map_or_else(|| route::asset(path), |(picture, it)| route::picture(path, &picture.digest, it))
    }

    /// The entries of a section that show in a language, in order.
    #[must_use]
    pub fn list(&self, section: EntryId, lang: &Lang) -> &[EntryId] {
        self.lists.get(section, lang)
    }

    /// The entries of a type that show in a language, in order.
    #[must_use]
    pub fn of_type(&self, type_: &str, lang: &Lang) -> Vec<EntryId> {
        let mut ids: Vec<EntryId> = self
            .entries
            .iter()
            .filter(|entry| !entry.section && *entry.type_.name == *type_ && self.listed(entry, lang))
            .map(|entry| entry.id)
            .collect();
        order::sort(self, &mut ids, lang);
        ids
    }

    /// Whether search engines may know the page of an entry in a language: it has a text of its own there that people
    /// stand behind.
    #[must_use]
    pub fn indexed(&self, entry: &Entry, lang: &Lang) -> bool {
        let Some(doc) = entry.docs.get(lang) else { return false };
        let machine = doc.meta.translation.as_ref().is_some_and(|translation| translation.state == State::Machine);
        let held_back = doc.draft || doc.meta.flag("noindex");
        !machine && !held_back && !entry.source.meta.flag("illustrative")
    }

    /// One sentence on an entry: its description, else the start of the text that is shown.
    #[must_use]
    pub fn description(&self, entry: &Entry, shown: LocalizedDoc<'_>) -> Option<String> {
        let own = shown.doc.meta.text("description").map(ToString::to_string);
        let summary = || (!self.withheld(entry)).then(|| truncate(&shown.doc.meta.summary, 160));
        own.or_else(summary).filter(|text| !text.is_empty())
    }

    /// The sections above an entry, from the home page down.
    #[must_use]
    pub fn above(&self, entry: &Entry) -> Vec<EntryId> {
        let mut above: Vec<EntryId> = std::iter::successors(entry.parent, |id| self.entry(*id).parent).collect();
        above.reverse();
        above
    }

    /// Why an entry or file of that path is not published, if it exists.
    #[must_use]
    pub fn why_unpublished(&self, path: &str) -> Option<WhyHidden> {
        self.assets.why_unpublished(path, &self.entries)
    }

    /// All entries and files that exist and are not published, with the reason.
    #[must_use]
    pub fn all_unpublished(&self) -> BTreeMap<&str, WhyHidden> {
        let entries = self.entries.unpublished.iter().map(|(path, hidden)| (path.as_str(), hidden.why));
        entries.chain(self.assets.unpublished().iter().map(|(path, why)| (path.as_str(), *why))).collect()
    }

    /// The same site with newer documents, which differ from those of the same file in nothing that any step of
    /// [`assemble()`] reads but the glossary.
    #[must_use]
    pub fn with_updated_docs(&self, documents: &[Arc<Document>]) -> Self {
        let entries = self.entries.with_updated_docs(documents);
        let glossary = Arc::new(self.glossary.with_updated_docs(&entries, &self.links, documents));
        Self { entries, glossary, ..self.clone() }
    }
}
