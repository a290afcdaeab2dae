//! What a build leaves written down of the entries that it published, and what two such records differ in.
//! Knows nothing of why something is not public any more.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::load::Loaded;
use crate::cache::{Published, PublishedEntry};
use crate::document::place::{self, CONTENT};
use crate::plan::Job;
use crate::schema::Confidentiality;
use crate::site::{Entry, Site, Subject, stands_alone};
use crate::source::Sources;

/// Bytes of the largest file that is kept with the texts: those of themes, fonts among them.
const LARGEST: u64 = 4 << 20;

/// Ending of the name of a text of which only the front matter is kept.
const HEAD_ONLY: &str = ".head";

/// What is published by a site that was made from some sources.
pub(super) fn record(loaded: &Loaded, sources: &Sources) -> Published {
    let site = &*loaded.rendering.site;
    let mut owners: BTreeMap<&str, &Entry> = BTreeMap::new();
    for entry in &site.entries {
        owners.extend(documents(entry).into_iter().map(|file| (file, entry)));
    }
    owners.extend(site.assets.iter().map(|(path, asset)| (&**path, site.entry(asset.owner))));
    let mut published = Published::default();
    for entry in &site.entries {
        let leaning = entry.docs.values().filter(|doc| !stands_alone(&doc.meta));
        let one = PublishedEntry {
            sources: documents(entry).into_iter().map(str::to_owned).collect(),
            public: entry.docs.values().map(|doc| doc.file.to_string()).filter(|file| !file.is_empty()).collect(),
            source: entry.source.file.to_string(),
            leaning: leaning.map(|doc| doc.file.to_string()).collect(),
            outputs: BTreeSet::new(),
            grants: grants(site, entry),
            ended: site.ended_consents(entry),
        };
        published.entries.insert(entry.path.to_string(), one);
    }
    for (route, planned) in &loaded.rendering.plan.jobs {
        let by_file = planned.from.as_ref().and_then(|span| owners.get(&*span.file)).copied();
        let owner = match &planned.job {
            Job::Entry(id, _) | Job::Prints(id, _) | Job::Print { subject: Subject::Entry(id), .. } => {
                Some(site.entry(*id))
            }
            _ => by_file,
        };
        if let Some(one) = owner.and_then(|entry| published.entries.get_mut(entry.path.as_str())) {
            one.outputs.insert(route.output());
        }
    }
    // What the program carries is there at any time.
    for source in sources.files().filter(|source| !source.is_carried()) {
        let path = &*source.path;
        let inside = path.starts_with(CONTENT);
        match owners.get(path) {
            Some(entry) if place::is_document(path) => {
                let head = if site.withheld(entry) { HEAD_ONLY } else { "" };
                published.texts.insert(path.to_owned(), format!("{}{head}", source.hash));
            }
            Some(_) => drop(published.files.insert(path.to_owned(), source.hash.to_string())),
            // What belongs to no public entry is not kept.
            None if inside => {}
            None if path.starts_with("static/") || source.stamp.size > LARGEST => {
                published.files.insert(path.to_owned(), source.hash.to_string());
            }
            None => drop(published.texts.insert(path.to_owned(), source.hash.to_string())),
        }
    }
    published
}

/// The bytes of a text as it is kept under that name; none where the file has changed since it was listed.
pub(super) fn kept_text(sources: &Sources, path: &str, name: &str) -> Option<Arc<[u8]>> {
    let source = sources.get(path)?;
    let bytes = sources.bytes(&source.path).ok()?;
    if crate::source::Hash::of(&bytes) != source.hash {
        return None;
    }
    if name.ends_with(HEAD_ONLY) { Some(Arc::from(front_matter(&bytes))) } else { Some(bytes) }
}

/// The front matter of a text that stays inside; the rest of the text is not kept.
fn front_matter(bytes: &[u8]) -> &[u8] {
    let mut at = 0;
    for (number, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
        at += line.len();
        if number > 0 && line.trim_ascii_end() == b"---" {
            break;
        }
    }
    &bytes[..at]
}

/// The files of the documents of an entry.
pub(super) fn documents(entry: &Entry) -> BTreeSet<&str> {
    let docs = entry.docs.values().chain([&*entry.source]);
    docs.map(|doc| &*doc.file).filter(|file| !file.is_empty()).collect()
}

/// What readers may have of an entry. Whatever is missing here and was there before is taken away.
pub(super) fn grants(site: &Site, entry: &Entry) -> BTreeSet<String> {
    let mut grants: BTreeSet<String> = entry.docs.keys().map(|lang| format!("lang:{lang}")).collect();
    let flag = |name: &str| entry.source.meta.flag(name);
    let facts = [
        (!site.withheld(entry), "text"),
        (entry.confidentiality == Confidentiality::Public, "people"),
        (!flag("sensitive"), "plain"),
        (!flag("illustrative"), "real"),
    ];
    grants.extend(facts.into_iter().filter(|(is_so, _)| *is_so).map(|(_, name)| name.to_owned()));
    grants
}

/// How much of an entry was public.
fn before_grants(before: &Published, path: &str) -> usize {
    before.entries.get(path).map_or(0, |entry| entry.grants.len())
}

/// The record with what is known of entries that have left: those that leave now, and those that did and are not back.
pub(super) fn with_retracted(mut now: Published, before: &Published, changed: &BTreeSet<String>) -> Published {
    let there: BTreeSet<&String> = now.entries.values().flat_map(|entry| &entry.outputs).collect();
    let mut retracted = before.retracted.clone();
    for (path, entry) in &before.entries {
        let gone: BTreeSet<String> = entry.outputs.iter().filter(|file| !there.contains(file)).cloned().collect();
        let less = now.entries.get(path).is_none_or(|now| !entry.grants.is_subset(&now.grants));
        if less {
            // An entry may leave in steps: a language first, then the others.
            let left = retracted.entry(path.clone()).or_default();
            left.shown_on.extend(changed.difference(&gone).cloned());
            left.outputs.extend(gone);
        }
    }
    let is_back =
        |path: &String| now.entries.get(path).is_some_and(|now| now.grants.len() > before_grants(before, path));
    retracted.retain(|path, _| !is_back(path));
    now.retracted = retracted;
    now
}
