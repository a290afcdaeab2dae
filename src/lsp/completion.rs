//! What may be written at a place: keys, values by the kind of their field, links, classes, components. Knows nothing of how an
//! editor shows it.

use std::sync::Arc;

use lsp_types::CompletionList;

use super::asked::AskedText;
use super::cursor::{self, SpotKind};
use super::offer::{self, Offer, OfferKind};
use super::subject::{KnownEntry, TextSubjects};
use crate::data::Taxonomy;
use crate::document::Document;
use crate::document::front_matter::State;
use crate::document::place::{CONTENT, DocumentRole, is_document};
use crate::message;
use crate::schema::{CONFIDENTIALITIES, Field, Kind};
use crate::settings::{LICENCES, LocalizedText};

/// The key of what a translation says of itself, which is no field of a type.
const TRANSLATION: &str = "translation";

/// Characters of the text of an outcome in a list.
const LONGEST_TITLE: usize = 80;

/// What may be written at a byte of a text.
pub(super) fn completion(asked: &AskedText<'_>, at: usize) -> Option<CompletionList> {
    let text = asked.open.lines.text();
    let spot = cursor::spot(text, at)?;
    let subjects = TextSubjects::new(asked)?;
    let offers = subjects.offers(&spot.kind, text, at);
    // Behind a colon without a space a value would become a part of the key.
    let needs_space = matches!(spot.kind, SpotKind::Value { .. }) && text[..spot.word.start].ends_with(':');
    let spaced = |offer: Offer| Offer { text: format!(" {}", offer.text), ..offer };
    let offers = if needs_space { offers.into_iter().map(spaced).collect() } else { offers };
    Some(offer::list(offers, asked, spot.word, at))
}

impl TextSubjects<'_> {
    fn offers(&self, kind: &SpotKind, text: &str, at: usize) -> Vec<Offer> {
        match kind {
            SpotKind::Key { above, beside } => self.keys(above, beside, text, at),
            SpotKind::KeyOrValue { above, beside } => {
                let keys = self.keys(above, beside, text, at);
                if keys.is_empty() { self.values_of(above) } else { keys }
            }
            SpotKind::Value { keys } => self.values_of(keys),
            SpotKind::Class => self.classes(),
            SpotKind::Attribute => self.attributes(),
            SpotKind::AttributeValue { key } => self.attribute(key).map(|field| self.values(field)).unwrap_or_default(),
            SpotKind::Link { picture: true } => self.files(true),
            SpotKind::Link { picture: false } => self.links(text, at),
            SpotKind::Component => self.components(),
        }
    }

    fn keys(&self, above: &[String], beside: &[String], text: &str, at: usize) -> Vec<Offer> {
        let rest = text[at..].lines().next().unwrap_or_default();
        // A key that stands there already keeps its colon and its value.
        let end = if rest.contains(':') { "" } else { ": " };
        if above == [TRANSLATION] {
            let known = ["source", "hash", "state", "reviewer", "on", "standalone"];
            let free = known.iter().filter(|key| !beside.iter().any(|other| other == *key));
            return free.map(|key| key_offer(format!("{key}{end}"), String::new())).collect();
        }
        let Some(fields) = self.fields(above) else { return Vec::new() };
        let is_translation = beside.iter().any(|key| key == TRANSLATION);
        let is_free = |field: &&Field| !beside.iter().any(|key| *key == *field.name);
        // A translation takes everything that is not words from its source.
        let fits = |field: &&Field| !is_translation || !above.is_empty() || field.translated;
        let offers = fields.iter().filter(is_free).filter(fits).map(|field| {
            let label = self.words(&field.label);
            let title = self.titled(field, label);
            let names = field.label.iter().map(|(_, label)| label.to_string()).collect();
            let rank = if field.required { 0 } else { 1 + u8::from(field.system) };
            let help = self.words(&field.help);
            Offer { names, help, rank, ..key_offer(format!("{}{end}", field.name), title) }
        });
        let mut offers: Vec<Offer> = offers.collect();
        if above.is_empty() && !is_translation {
            offers.push(Offer { rank: 3, ..key_offer(format!("{TRANSLATION}{end}"), String::new()) });
        }
        offers
    }

    fn values_of(&self, keys: &[String]) -> Vec<Offer> {
        if let [first, key] = keys
            && *first == *TRANSLATION
        {
            return match key.as_str() {
                "source" => self.languages(),
                "state" => [State::Machine, State::Draft, State::Reviewed].map(|it| Offer::value(it.word(), "")).into(),
                "standalone" => truths(),
                "on" => self.today(),
                _ => Vec::new(),
            };
        }
        self.field(keys).map(|field| self.values(field)).unwrap_or_default()
    }

    /// The values that a field may have, as far as they are known by a list.
    fn values(&self, field: &Field) -> Vec<Offer> {
        match &field.kind {
            Kind::List(item) => self.values(item),
            Kind::Bool => truths(),
            Kind::Date | Kind::Deadline(_) => self.today(),
            Kind::DateTime => {
                let day = self.loaded.rendering.site.clock;
                vec![Offer::value(format!("{day}T09:00"), message!("editor-today").text(self.asked.catalog))]
            }
            Kind::Choice(choices) => choices
                .iter()
                .map(|(id, label)| Offer { names: all(label), ..Offer::value(&**id, self.words(label)) })
                .collect(),
            Kind::Confidentiality => CONFIDENTIALITIES.iter().map(|(id, _)| Offer::value(*id, "")).collect(),
            Kind::Licence => LICENCES.iter().map(|(id, name, _)| Offer::value(*id, *name)).collect(),
            Kind::Language => self.languages(),
            Kind::Term(taxonomy) => self.terms(taxonomy),
            Kind::Ref(to) | Kind::Refs(to) => self.entry_names(to),
            Kind::Party(rules) => {
                let entries = if rules.organisations { self.entry_names(&rules.to) } else { Vec::new() };
                let terms = rules.roles.as_ref().map(|taxonomy| self.terms(taxonomy)).unwrap_or_default();
                [entries, terms].concat()
            }
            Kind::Outcome(_) => self.outcomes(),
            Kind::Image => self.files(true),
            Kind::File => self.files(false),
            _ => Vec::new(),
        }
    }

    fn today(&self) -> Vec<Offer> {
        let day = self.loaded.rendering.site.clock;
        vec![Offer::value(day.to_string(), message!("editor-today").text(self.asked.catalog))]
    }

    fn languages(&self) -> Vec<Offer> {
        let languages = &self.loaded.rendering.site.config.languages;
        languages.iter().map(|it| Offer::value(it.lang.to_string(), it.name.to_string())).collect()
    }

    fn terms(&self, taxonomy: &str) -> Vec<Offer> {
        let taxonomies = &self.loaded.rendering.site.data.taxonomies;
        let terms = taxonomies.get(taxonomy).into_iter().flat_map(|it: &Taxonomy| it.terms.values());
        terms
            .map(|term| {
                let synonyms = term.synonyms.values().flatten().map(ToString::to_string);
                let names = all(&term.label).into_iter().chain(synonyms).collect();
                Offer { names, help: self.words(&term.description), ..Offer::value(&*term.id, self.words(&term.label)) }
            })
            .collect()
    }

    /// Entries of some types, of any where none is named, as references name them.
    fn entry_names(&self, to: &[Arc<str>]) -> Vec<Offer> {
        let own = self.place.entry.as_str();
        let is_of = |entry: &KnownEntry<'_>| to.is_empty() || to.contains(&entry.documents[0].type_.name);
        let fits = |entry: &KnownEntry<'_>| !entry.path.is_empty() && entry.path != own && is_of(entry);
        let named = self.entries().into_iter().filter(fits).map(|entry| {
            let folder = &entry.documents[0].type_.folder;
            let inside = entry.path.strip_prefix(&**folder).and_then(|rest| rest.strip_prefix('/'));
            let text = inside.filter(|_| !to.is_empty()).unwrap_or(entry.path).to_owned();
            self.entry_offer(text, &entry.documents)
        });
        named.collect()
    }

    /// An entry with its titles in all languages.
    fn entry_offer(&self, text: String, documents: &[&Document]) -> Offer {
        let title = self.nearest(documents).map(|document| document.meta.title().to_owned()).unwrap_or_default();
        let names = documents.iter().map(|document| document.meta.title().to_owned()).collect();
        let titles = documents.iter().map(|it| format!("{}: {}", it.place.lang, it.meta.title()));
        let help = titles.collect::<Vec<_>>().join("\n");
        Offer { names, help, kind: OfferKind::Entry, ..Offer::value(text, title) }
    }

    /// Outcomes of these notes and of the others of the type, the newest notes first.
    fn outcomes(&self) -> Vec<Offer> {
        let own = self.place.entry.as_str();
        let entries = self.entries();
        let same_type = entries.iter().rev().filter(|entry| entry.documents[0].type_.name == self.type_.name);
        let mut offers = Vec::new();
        for entry in same_type {
            let Some(document) = self.nearest(&entry.documents) else { continue };
            let is_own = entry.path == own;
            let name = if is_own { "" } else { document.place.entry.name() };
            offers.extend(document.meta.source_outcomes().iter().map(|outcome| {
                let title: String = outcome.text.chars().take(LONGEST_TITLE).collect();
                let rank = u8::from(!is_own);
                Offer { rank, ..Offer::value(format!("{name}#{}", outcome.id), title) }
            }));
        }
        offers
    }

    fn classes(&self) -> Vec<Offer> {
        let kinds = self.type_.outcome_kinds.iter();
        kinds
            .map(|kind| Offer { names: all(&kind.label), ..Offer::value(&*kind.class, self.words(&kind.plural)) })
            .collect()
    }

    fn attributes(&self) -> Vec<Offer> {
        let fields = self.type_.outcomes.iter().flatten();
        fields
            .map(|field| {
                let help = self.words(&field.help);
                Offer {
                    help,
                    names: all(&field.label),
                    ..key_offer(format!("{}=", field.name), self.words(&field.label))
                }
            })
            .collect()
    }

    /// Links to entries and files: from the root of `content/` where that is how it begins, else from the folder of the text.
    fn links(&self, text: &str, at: usize) -> Vec<Offer> {
        let open = text[..at].rfind('(').map_or(at, |open| open + 1);
        let from_root = text[open..at].starts_with('@');
        let folder = self.place.folder();
        let path = |to: &str| if from_root { format!("@/{to}") } else { relative(folder, to) };
        let entries = self.entries().into_iter().map(|entry| {
            let is_section = entry.documents.iter().all(|document| document.place.role == DocumentRole::Section);
            let file = match (is_section, entry.path) {
                (true, "") => "_index.md".to_owned(),
                (true, path) => format!("{path}/_index.md"),
                (false, path) => format!("{path}.md"),
            };
            self.entry_offer(path(&file), &entry.documents)
        });
        let mut offers: Vec<Offer> = entries.collect();
        if !from_root {
            offers.extend(self.files(false));
        }
        offers
    }

    /// Files in the folder of the text and below it.
    fn files(&self, pictures: bool) -> Vec<Offer> {
        let folder = format!("{CONTENT}{}", self.place.folder());
        let known = &self.loaded.rendering.site.pictures;
        let files = self.asked.analysis.sources.under(folder.trim_end_matches('/'));
        let files = files.filter(|file| !is_document(&file.path) && (!pictures || known.get(&*file.path).is_some()));
        let inside = |path: &str| path[folder.len()..].trim_start_matches('/').to_owned();
        files.map(|file| Offer { kind: OfferKind::File, ..Offer::value(inside(&file.path), "") }).collect()
    }

    fn components(&self) -> Vec<Offer> {
        let components = self.loaded.rendering.theme.components();
        components.into_iter().map(|(name, arguments)| Offer::value(name, arguments.join(" "))).collect()
    }
}

fn key_offer(text: String, title: String) -> Offer {
    Offer { kind: OfferKind::Key, ..Offer::value(text, title) }
}

fn truths() -> Vec<Offer> {
    ["true", "false"].map(|word| Offer::value(word, "")).into()
}

/// A text in all its languages.
fn all(text: &LocalizedText) -> Vec<String> {
    text.iter().map(|(_, text)| text.to_string()).collect()
}

/// A path below `content/` from a folder there.
fn relative(folder: &str, to: &str) -> String {
    let (mut from, mut rest) = (folder, to);
    while let (Some((one, more)), false) = (rest.split_once('/'), from.is_empty()) {
        let (first, behind) = from.split_once('/').unwrap_or((from, ""));
        if first != one {
            break;
        }
        (from, rest) = (behind, more);
    }
    let up = if from.is_empty() { 0 } else { from.split('/').count() };
    format!("{}{rest}", "../".repeat(up))
}
