//! The keys of another front matter to the fields of a type, and who could read a text. Knows nothing of its body.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::ImportRules;
use super::finding::{FileFindings, FindingKind};
use super::foreign::{ForeignSite, ForeignText};
use super::front::{Front, FrontEntry, FrontValue};
use super::mapping::KeyFate;
use super::places::{ImportEntry, ReadText};
use crate::diagnostic::Message;
use crate::lang::{self, Lang};
use crate::message;
use crate::schema::{Field, Kind, Type};
use crate::yaml::edit;

/// Keys that are read elsewhere: for names, languages, addresses and who may read a text.
const READ: &[&str] = &[
    "Title",
    "_build",
    "access",
    "aliases",
    "build",
    "cascade",
    "draft",
    "embargo",
    "expires",
    "expiryDate",
    "headless",
    "hidden",
    "hide_table_of_contents",
    "id",
    "lang",
    "language",
    "linkTitle",
    "locale",
    "members_only",
    "noindex",
    "page_id",
    "password",
    "permalink",
    "permission",
    "permissions",
    "private",
    "protected",
    "publish",
    "publishDate",
    "published",
    "redirect_from",
    "ref",
    "restricted",
    "robots",
    "search_exclude",
    "sidebar_label",
    "sitemap",
    "sitemap_exclude",
    "slug",
    "status",
    "title",
    "toc",
    "translationKey",
    "translation_key",
    "unlisted",
    "unpublishdate",
    "url",
    "visibility",
];

/// Keys of other generators, with the fields that mean the same.
const SAME: &[&str] = &["description", "summary", "excerpt"];
const WEIGHTS: &[&str] = &["weight", "nav_order", "sidebar_position", "order"];
const UPDATED: &[&str] = &["lastmod", "last_modified_at", "last_update", "updated", "modified"];

/// Who could read a text where it came from.
#[derive(Clone, Debug, Default)]
pub(super) struct Visibility {
    /// Why it was not public, or may not have been.
    pub(super) private: Option<Message>,
    pub(super) noindex: bool,
    pub(super) publish: Option<Date>,
    pub(super) expires: Option<Date>,
}

/// The day that a value starts with.
fn day_in(value: &FrontValue) -> Option<Date> {
    value.text()?.trim().get(..10)?.parse().ok()
}

/// The day of a text.
pub(super) fn day(front: &Front) -> Option<Date> {
    day_in(front.get("date")?)
}

/// Who could read a text.
pub(super) fn visibility(
    place: &ForeignText,
    front: &Front,
    day: Option<Date>,
    site: &ForeignSite,
    rules: &ImportRules<'_>,
) -> Visibility {
    let mut found = Visibility { private: place.hidden.clone(), ..Visibility::default() };
    for entry in &front.entries {
        let key = entry.key.to_lowercase();
        let reason = not_public(&key, &entry.value);
        found.private = found.private.or(reason);
        found.noindex |= not_found(&key, &entry.value);
        if key == "params" && hides(&entry.value) {
            found.private.get_or_insert_with(|| message!("import-says-so", key = "params"));
        }
        let is_start = matches!(key.as_str(), "publishdate" | "publish" | "embargo");
        let is_end = matches!(key.as_str(), "expirydate" | "expires" | "unpublishdate");
        if !(is_start || is_end) || entry.value.is_empty() {
            continue;
        }
        match day_in(&entry.value) {
            Some(day) if is_start => found.publish = Some(day),
            Some(day) => found.expires = Some(day),
            None => {
                let reason = message!("import-no-day-read", key = &entry.key);
                found.private.get_or_insert(reason);
            }
        }
    }
    // A later day hides a text there, unless the settings say otherwise.
    let later = day.filter(|day| *day > rules.clock && found.publish.is_none());
    found.publish = found.publish.or(later);
    found.private = found.private.or_else(|| site.all_drafts.clone());
    found
}

/// Why a line says that a text was not public; the same words for the same key.
fn not_public(key: &str, value: &FrontValue) -> Option<Message> {
    let said = || Some(message!("import-says-so", key = key));
    let word = value.text().unwrap_or_default().to_lowercase();
    match key {
        // What nobody can read as a yes or no may mean yes.
        "draft" | "private" | "hidden" | "restricted" | "members_only" | "headless" => (!value.is_no()).then(said)?,
        "published" => (!value.is_yes()).then(said)?,
        "password" | "protected" | "permission" | "permissions" => (!value.is_empty() && !value.is_no()).then(said)?,
        "access" | "visibility" => {
            (!value.is_empty() && !matches!(word.as_str(), "public" | "open" | "everyone")).then(said)?
        }
        "status" => {
            matches!(word.as_str(), "draft" | "private" | "wip" | "pending" | "archived" | "trash").then(said)?
        }
        "build" | "_build" => value
            .get("render")
            .is_some_and(|render| render.is_no() || render.text().as_deref() == Some("never"))
            .then(said)?,
        _ => None,
    }
}

/// Whether a line keeps a text out of lists and search engines.
fn not_found(key: &str, value: &FrontValue) -> bool {
    let word = value.text().unwrap_or_default().to_lowercase();
    match key {
        "noindex" | "unlisted" | "sitemap_exclude" | "search_exclude" => !value.is_no(),
        "robots" => word.contains("noindex") || word.contains("none"),
        "sitemap" => {
            value.is_no() || ["disable", "exclude"].iter().any(|key| value.get(key).is_some_and(|value| !value.is_no()))
        }
        "search" => value.get("exclude").is_some_and(FrontValue::is_yes),
        "build" | "_build" => {
            value.get("list").is_some_and(|list| list.is_no() || list.text().as_deref() == Some("never"))
        }
        _ => false,
    }
}

/// Whether settings say at any depth that texts are not public.
pub(super) fn hides(value: &FrontValue) -> bool {
    match value {
        FrontValue::Map(entries) => {
            entries.iter().any(|(key, value)| not_public(&key.to_lowercase(), value).is_some() || hides(value))
        }
        FrontValue::List(items) => items.iter().any(hides),
        _ => false,
    }
}

/// What the page of a folder says of those below it that keeps them from readers.
pub(super) fn cascaded(front: &Front) -> Option<Message> {
    let cascade = front.get("cascade")?;
    let maps = match cascade {
        FrontValue::List(items) => items.as_slice(),
        one => std::slice::from_ref(one),
    };
    let entries =
        maps.iter().filter_map(|map| if let FrontValue::Map(entries) = map { Some(entries) } else { None }).flatten();
    let inner = entries
        .clone()
        .filter(|(key, _)| key == "params")
        .filter_map(|(_, value)| if let FrontValue::Map(entries) = value { Some(entries) } else { None });
    let says = |(key, value): &(String, FrontValue)| {
        not_public(&key.to_lowercase(), value).is_some() || not_found(&key.to_lowercase(), value)
    };
    let hides = entries.clone().any(says) || inner.flatten().any(says);
    hides.then(|| message!("import-cascade"))
}

/// The front matter that is written for a text.
pub(super) struct FieldWriter<'a> {
    pub(super) rules: &'a ImportRules<'a>,
    pub(super) entry: &'a ImportEntry,
    pub(super) text: &'a ReadText,
    /// The source, where this is a translation of it.
    pub(super) source: Option<&'a ReadText>,
    pub(super) title: &'a str,
    /// Lines, in their order.
    pub(super) lines: Vec<String>,
    /// Whether it was not public.
    pub(super) private: bool,
}

/// A front matter, with the place of the aliases between its parts.
pub(super) struct WrittenFront {
    pub(super) head: String,
    pub(super) tail: String,
    pub(super) private: bool,
}

impl FieldWriter<'_> {
    /// All lines between and with the fences.
    pub(super) fn write(mut self, findings: &mut FileFindings<'_>) -> WrittenFront {
        self.line("title", &edit::text(&plain(self.title)));
        let mut set = BTreeMap::new();
        for entry in &self.text.front.entries {
            self.key(entry, &mut set, findings);
        }
        // The day may stand in the name of the file alone.
        let dates = self.type_().date_field.clone().filter(|field| !set.contains_key(&**field) && !self.entry.section);
        if let Some((field, day)) = dates.zip(self.text.day).filter(|_| self.source.is_none()) {
            self.line(&field, &day.to_string());
        }
        self.words_of_program();
        let head = format!("---\n{}\n", std::mem::take(&mut self.lines).join("\n"));
        self.readers(findings);
        let tail: String = self.lines.iter().map(|line| format!("{line}\n")).collect();
        WrittenFront { head, tail: format!("{tail}---\n"), private: self.private }
    }

    fn line(&mut self, key: &str, value: &str) {
        self.lines.push(format!("{key}: {value}"));
    }

    fn type_(&self) -> &Type {
        &self.entry.type_
    }

    /// One key of the other front matter.
    fn key(&mut self, entry: &FrontEntry, set: &mut BTreeMap<String, usize>, findings: &mut FileFindings<'_>) {
        let key = entry.key.as_str();
        let mapped = match self.rules.mapping.fields.get(key) {
            Some(KeyFate::Drop) => return,
            Some(KeyFate::Field(field)) => Some(field.clone()),
            None => None,
        };
        let is_mapped = mapped.is_some();
        let name = mapped.or_else(|| self.same(key));
        let name = match name {
            Some(name) => name,
            None if READ.iter().any(|read| read.eq_ignore_ascii_case(key)) || entry.value.is_empty() => return,
            None => return findings.add(FindingKind::Key, entry.line, message!("in-backticks", name = key)),
        };
        if set.contains_key(&name) || name == "title" {
            return;
        }
        let field = self
            .type_()
            .fields
            .iter()
            .find(|field| *field.name == *name && (!self.entry.section || of_sections(field)));
        let Some(field) = field.cloned() else {
            let what = if self.entry.section {
                message!("import-folder-page")
            } else {
                message!("import-the-type", name = &self.type_().name)
            };
            // What no type has by itself and nobody asked for is left out like any other key.
            let message = if is_mapped {
                message!("import-no-field", key = key, what = what, field = name)
            } else {
                message!("import-key-without-field", key = key, what = what)
            };
            return findings.add(FindingKind::Key, entry.line, message);
        };
        if !field.translated
            && let Some(source) = self.source
        {
            if source.front.get(key).is_none() {
                let message = message!("import-only-translation", key = key);
                findings.add(FindingKind::Value, entry.line, message);
            }
            return;
        }
        let value = if UPDATED.contains(&key) { entry.value.get("date").unwrap_or(&entry.value) } else { &entry.value };
        match self.value(&field, value) {
            Ok(value) => {
                set.insert(name, entry.line);
                self.line(&field.name, &value);
            }
            Err(reason) => findings.add(
                FindingKind::Value,
                entry.line,
                message!("about", name = format!("`{key}`"), said = reason),
            ),
        }
    }

    /// The field that means what a key of another generator does.
    fn same(&self, key: &str) -> Option<String> {
        let own = |name: &str| self.type_().fields.iter().any(|field| *field.name == *name);
        match key {
            key if SAME.contains(&key) => Some("description".to_owned()),
            "date" => self.type_().date_field.as_ref().map(ToString::to_string),
            key if WEIGHTS.contains(&key) => Some("weight".to_owned()),
            key if UPDATED.contains(&key) => Some("updated".to_owned()),
            // A field that the type declares under the same name and in the same form.
            key if own(key) && !READ.contains(&key) => Some(key.to_owned()),
            _ => None,
        }
    }

    /// A value as the field is written.
    fn value(&self, field: &Field, value: &FrontValue) -> Result<String, Message> {
        match &field.kind {
            Kind::List(item) => self.list(field, item.taxonomy(), value),
            Kind::Refs(_) => self.list(field, None, value),
            Kind::Term(taxonomy) => {
                let terms = self.list(field, Some(taxonomy), value)?;
                let first = terms.trim_matches(['[', ']']).split(", ").next().unwrap_or_default();
                Ok(first.to_owned())
            }
            Kind::Date => day_in(value).map(|day| day.to_string()).ok_or_else(|| message!("import-no-day")),
            Kind::Integer => {
                let number = value.text().and_then(|text| text.trim().parse::<i64>().ok());
                number.map(|number| number.to_string()).ok_or_else(|| message!("import-no-number"))
            }
            Kind::Bool if value.is_yes() => Ok("true".to_owned()),
            Kind::Bool if value.is_no() => Ok("false".to_owned()),
            Kind::Bool => Err(message!("import-no-yes-no")),
            _ => {
                let text = value.text().filter(|text| !text.trim().is_empty());
                text.map(|text| edit::text(&plain(&text))).ok_or_else(|| message!("import-no-text"))
            }
        }
    }

    /// A list; words without a term are told.
    fn list(&self, field: &Field, taxonomy: Option<&str>, value: &FrontValue) -> Result<String, Message> {
        let words = value.texts();
        let mapped = self.rules.mapping.terms.get(&*field.name);
        let mut found = Vec::new();
        for word in &words {
            let known = mapped.and_then(|terms| terms.get(word));
            let term = match (known, taxonomy) {
                (Some(None), _) => continue,
                (Some(Some(term)), _) => term.clone(),
                (None, Some(taxonomy)) => {
                    let slug = lang::slug(word);
                    let ids = self.rules.data.ids(taxonomy);
                    let id = ids.iter().find(|id| ***id == *slug || ***id == **word);
                    id.map(ToString::to_string).ok_or_else(|| message!("import-no-term", word = word))?
                }
                (None, None) => word.clone(),
            };
            if !found.contains(&term) {
                found.push(term);
            }
        }
        if found.is_empty() {
            return Err(message!("import-no-word-left"));
        }
        let items: Vec<String> = found.iter().map(|item| edit::text(&plain(item))).collect();
        Ok(format!("[{}]", items.join(", ")))
    }

    /// The part of the address, and whether there is a table of contents.
    fn words_of_program(&mut self) {
        let front = &self.text.front;
        if let Some(slug) = front.text("slug").filter(|_| !self.entry.section) {
            let slug = lang::slug(slug.trim_matches('/').rsplit('/').next().unwrap_or_default());
            if !slug.is_empty() && slug != super::foreign::name(&self.entry.target) {
                self.line("slug", &edit::text(&slug));
            }
        }
        let without_toc = front.get("toc").is_some_and(FrontValue::is_no)
            || front.get("hide_table_of_contents").is_some_and(FrontValue::is_yes)
            || front.get("hide").is_some_and(|hide| hide.texts().iter().any(|part| part == "toc"));
        if without_toc {
            self.line("toc", "false");
        }
    }

    /// Who may read it.
    fn readers(&mut self, findings: &mut FileFindings<'_>) {
        let visibility = &self.text.visibility;
        if visibility.noindex {
            self.line("noindex", "true");
        }
        let mut private = visibility.private.clone();
        let has_days = visibility.publish.is_some() || visibility.expires.is_some();
        match self.source {
            None if self.entry.section && has_days => {
                private = private.or_else(|| Some(message!("import-some-time")));
            }
            None => {
                let (publish, expires) = (visibility.publish, visibility.expires);
                publish.iter().for_each(|day| self.line("publish", &day.to_string()));
                expires.iter().for_each(|day| self.line("expires", &day.to_string()));
            }
            // Days hold for all languages of an entry.
            Some(source)
                if has_days
                    && (source.visibility.publish, source.visibility.expires)
                        != (visibility.publish, visibility.expires) =>
            {
                private = private.or_else(|| Some(message!("import-other-days")));
            }
            Some(_) => {}
        }
        if let Some(reason) = &private {
            findings.add(FindingKind::NotPublic, 1, message!("import-draft-because", reason = reason));
        }
        self.private = private.is_some();
        if self.private || !self.rules.publish {
            self.line("draft", "true");
        }
        if let Some(source) = self.source {
            self.line("translation", &translation(&source.lang));
        }
    }
}

fn translation(source: &Lang) -> String {
    format!("{{source: {source}}}")
}

/// Whether the page of a folder may have a field: those that each language has for itself, and of the program.
fn of_sections(field: &Field) -> bool {
    field.system && field.translated
}

/// Words on one line, without characters that nobody sees.
fn plain(text: &str) -> String {
    let shown: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    shown.split(' ').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
