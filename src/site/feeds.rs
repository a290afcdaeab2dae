//! Which feeds there are, whose entries each lists and the page it belongs to.
//! Knows nothing of how a feed is written.

use std::sync::Arc;

use super::facets::FacetFilter;
use super::follow::FollowedList;
use super::{Entry, EntryId, Route, Site, order, route};
use crate::data::Term;
use crate::lang::Lang;
use crate::schema::Type;

/// Whose entries a feed lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All entries of types that have a feed.
    Site,
    /// Those of one type.
    Type(Arc<str>),
    /// Those of a taxonomy that have one of its terms.
    Term(Arc<str>, Arc<str>),
    /// The outcomes of a register of a type, by its name, or of a part of it.
    Register(Arc<str>, Arc<str>, Option<FacetFilter>),
}

/// A form in which entries go to other programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeedFormat {
    /// Atom (RFC 4287).
    Atom,
    /// JSON Feed 1.1.
    Json,
    /// iCalendar (RFC 5545), of a type that has a calendar.
    Calendar,
}

impl FeedFormat {
    /// The forms of every feed.
    pub const FEEDS: [Self; 2] = [Self::Atom, Self::Json];

    /// The name of its file, beside the page that it belongs to.
    #[must_use]
    pub fn file(self) -> &'static str {
        match self {
            Self::Atom => "feed.xml",
            Self::Json => "feed.json",
            Self::Calendar => "calendar.ics",
        }
    }

    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Atom => "application/atom+xml",
            Self::Json => "application/feed+json",
            Self::Calendar => "text/calendar",
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Atom => "Atom",
            Self::Json => "JSON Feed",
            Self::Calendar => "iCalendar",
        }
    }
}

impl Site {
    /// The section of a type, where its feed and its calendar stand.
    #[must_use]
    pub fn section_of(&self, type_: &Type) -> Option<&Entry> {
        self.find(&type_.folder).filter(|entry| entry.section)
    }

    /// The page that a feed belongs to, and its title; nothing for the whole site, whose name says it all.
    #[must_use]
    pub fn feed_page(&self, scope: &Scope, lang: &Lang) -> (Option<String>, Route) {
        let page = match scope {
            Scope::Site => None,
            Scope::Type(name) => self.types.get(name).and_then(|type_| self.section_of(type_)).map(|section| {
                let title = self.localized_doc(section, lang).doc.meta.title().to_owned();
                (title, self.route_in(section, lang))
            }),
            Scope::Term(taxonomy, id) => self.data.term(taxonomy, id).and_then(|term| {
                let label = term.label.get(lang, &self.config.chain(lang))?;
                Some((label.to_string(), self.term_route(taxonomy, id, lang)?))
            }),
            Scope::Register(..) => self
                .followed_list(scope)
                .and_then(|list| Some((self.followed_title(list, lang)?, self.followed_route(list, lang)?))),
        };
        page.map_or_else(|| (None, route::home(lang, &self.config)), |(title, route)| (Some(title), route))
    }

    /// The list of outcomes that a feed is of; nothing for feeds of entries.
    #[must_use]
    pub fn followed_list<'a>(&'a self, scope: &'a Scope) -> Option<FollowedList<'a>> {
        let Scope::Register(type_, name, part) = scope else { return None };
        let type_ = self.types.get(type_)?;
        let register = type_.registers.iter().find(|register| register.name() == *name)?;
        Some(FollowedList { type_, register, part: part.as_ref() })
    }

    /// The newest entries of a feed, as many as the settings allow. They have a document of their own in the language;
    /// invented ones are among them.
    #[must_use]
    pub fn newest(&self, scope: &Scope, lang: &Lang) -> Vec<&Entry> {
        let published = |entry: &Entry| entry.docs.get(lang).is_some_and(|doc| !doc.meta.flag("noindex"));
        let wanted = |entry: &&Entry| !entry.section && published(entry) && self.is_in_scope(entry, scope);
        let mut ids: Vec<EntryId> = self.entries.iter().filter(wanted).map(|entry| entry.id).collect();
        order::sort_mixed(self, &mut ids, lang);
        ids.truncate(self.config.feed_limit);
        ids.into_iter().map(|id| self.entry(id)).collect()
    }

    fn is_in_scope(&self, entry: &Entry, scope: &Scope) -> bool {
        match scope {
            Scope::Site => entry.type_.feed,
            Scope::Type(name) => entry.type_.name == *name,
            Scope::Register(..) => false,
            Scope::Term(taxonomy, term) => entry.type_.feed && self.has_term(entry, taxonomy, term),
        }
    }

    /// The terms of an entry whose taxonomies have pages, in the order of their ids.
    pub fn terms_of(&self, entry: &Entry) -> impl Iterator<Item = &Term> {
        let has = |ids: &[EntryId]| ids.binary_search(&entry.id).is_ok();
        self.terms.iter().filter(move |(_, ids)| has(ids)).filter_map(|((taxonomy, term), _)| {
            let taxonomy = self.data.taxonomies.get(taxonomy).filter(|taxonomy| !taxonomy.path.is_empty())?;
            taxonomy.terms.get(term)
        })
    }

    fn has_term(&self, entry: &Entry, taxonomy: &Arc<str>, term: &Arc<str>) -> bool {
        let ids = self.terms.get(&(Arc::clone(taxonomy), Arc::clone(term)));
        ids.is_some_and(|ids| ids.binary_search(&entry.id).is_ok())
    }
}
