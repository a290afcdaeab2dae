//! What a link of the other site leads to on this one. Knows nothing of how links are written in a text.

use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::percent_decode_str;

use super::address::{below_origin, folded};
use super::foreign::{ForeignSite, is_text, join, name, parent, stem};
use super::places::{ImportEntry, ReadText};
use super::{ImportRules, ImportTree};
use crate::diagnostic::Message;
use crate::message;
use crate::source::joined;

/// Ends that a link to a text may lack.
const ENDS: &[&str] = &[
    "",
    ".md",
    ".mdx",
    ".markdown",
    "/index.md",
    "/_index.md",
    "/README.md",
    "/readme.md",
    "/index.mdx",
    "/index.markdown",
];

/// All by which a text can be named.
pub(super) struct LinkIndex<'a> {
    tree: &'a ImportTree<'a>,
    site: &'a ForeignSite,
    /// Targets by the paths of files.
    by_path: BTreeMap<String, &'a str>,
    /// By keys, in small letters.
    by_key: BTreeMap<String, &'a str>,
    /// By old addresses, folded.
    by_address: BTreeMap<String, &'a str>,
    /// By names without folder, ending and language; none where there are two.
    by_name: BTreeMap<String, Option<&'a str>>,
    /// Languages that names and folders have.
    tags: BTreeSet<String>,
    /// Texts that were found and not taken.
    left: BTreeSet<&'a str>,
}

/// What a link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LinkEnd {
    /// Another website, a mailbox, a heading of the same page: as it is.
    Away(String),
    /// An entry, and what stands behind `#`.
    Entry(String),
    /// A file of the other site.
    File(String),
    /// Nothing; why.
    Nothing(Message),
}

impl<'a> LinkIndex<'a> {
    pub(super) fn new(
        tree: &'a ImportTree<'a>,
        site: &'a ForeignSite,
        entries: &'a [ImportEntry],
        rules: &ImportRules<'_>,
    ) -> Self {
        let mut index = Self {
            tree,
            site,
            by_path: BTreeMap::new(),
            by_key: BTreeMap::new(),
            by_address: BTreeMap::new(),
            by_name: BTreeMap::new(),
            tags: site.languages.iter().map(|tag| tag.to_lowercase()).collect(),
            left: site
                .texts
                .iter()
                .map(|text| text.path.as_str())
                .chain(site.passed.iter().map(|passed| passed.path.as_str()))
                .collect(),
        };
        index.tags.extend(rules.config.tags().iter().map(|lang| lang.as_str().to_lowercase()));
        index.tags.extend(site.texts.iter().filter_map(|text| text.tag.as_ref()).map(|tag| tag.to_lowercase()));
        for entry in entries {
            for text in &entry.texts {
                index.add(entry, text);
            }
        }
        index
    }

    fn add(&mut self, entry: &'a ImportEntry, text: &'a ReadText) {
        let target = entry.target.as_str();
        let path = text.place.path.as_str();
        self.left.remove(path);
        self.by_path.insert(path.to_owned(), target);
        self.by_key.entry(text.place.key.to_lowercase()).or_insert(target);
        let named = stem(path).to_lowercase();
        let named = self.untagged(&named).to_owned();
        self.by_name
            .entry(named)
            .and_modify(|known| *known = known.filter(|known| *known == target))
            .or_insert(Some(target));
        let own = text.address.iter().cloned();
        let aliases =
            ["aliases", "redirect_from"].iter().filter_map(|key| text.front.get(key)).flat_map(|value| value.texts());
        for address in own.chain(aliases) {
            self.by_address.entry(folded(&address)).or_insert(target);
        }
    }

    /// A name without the language behind its last dot.
    fn untagged<'n>(&self, stem: &'n str) -> &'n str {
        stem.rsplit_once('.').filter(|(_, tag)| self.tags.contains(&tag.to_lowercase())).map_or(stem, |(base, _)| base)
    }

    /// What a destination in a text leads to.
    pub(super) fn end(&self, destination: &str, from: &ReadText) -> LinkEnd {
        let destination = destination.trim();
        if destination.is_empty() {
            return LinkEnd::Nothing(message!("import-link-empty"));
        }
        if destination.starts_with('#') {
            return LinkEnd::Away(destination.to_owned());
        }
        let destination = destination.strip_prefix("pathname://").unwrap_or(destination);
        let has_scheme = destination.split_once(':').is_some_and(|(scheme, _)| {
            !scheme.is_empty() && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
        });
        let inner = match (has_scheme || destination.starts_with("//")).then(|| below_origin(destination, self.site)) {
            None => destination,
            Some(Some(inner)) if destination.contains("://") => inner,
            Some(_) if is_safe(destination) => return LinkEnd::Away(destination.to_owned()),
            Some(_) => return LinkEnd::Nothing(message!("in-backticks", name = destination)),
        };
        let (path, anchor) = inner.split_once('#').map_or((inner, ""), |(path, anchor)| (path, anchor));
        let path = path.split('?').next().unwrap_or_default();
        let Ok(path) = percent_decode_str(path).decode_utf8() else {
            return LinkEnd::Nothing(message!("in-backticks", name = destination));
        };
        let found = if path.starts_with('/') { self.at_root(&path, from) } else { self.beside(&path, from) };
        match found {
            Some(LinkEnd::Entry(target)) if !anchor.is_empty() => LinkEnd::Entry(format!("{target}#{anchor}")),
            Some(found) => found,
            // The old site itself may go on to stand there.
            None if has_scheme => LinkEnd::Away(destination.to_owned()),
            None => LinkEnd::Nothing(self.why(destination, &path, from)),
        }
    }

    fn why(&self, destination: &str, path: &str, from: &ReadText) -> Message {
        let beside = joined(parent(&from.place.path), path);
        let left =
            beside.is_some_and(|path| ENDS.iter().any(|end| self.left.contains(format!("{path}{end}").as_str())));
        if left {
            message!("import-link-not-taken", address = destination)
        } else {
            message!("in-backticks", name = destination)
        }
    }

    /// A path from the root of the old site.
    fn at_root(&self, path: &str, from: &ReadText) -> Option<LinkEnd> {
        let base = self.site.base.as_str();
        let inner = path.strip_prefix(base).filter(|rest| rest.is_empty() || rest.starts_with('/')).unwrap_or(path);
        let address = folded(inner);
        let tag = from.place.tag.as_deref().unwrap_or(from.lang.as_str()).to_lowercase();
        let own = join(&tag, &address);
        let untagged = address.split_once('/').filter(|(tag, _)| self.tags.contains(*tag)).map(|(_, rest)| rest);
        let found = [Some(own.as_str()), Some(address.as_str()), untagged]
            .into_iter()
            .flatten()
            .find_map(|address| self.by_address.get(address));
        if let Some(target) = found {
            return Some(LinkEnd::Entry((*target).to_owned()));
        }
        let inner = inner.trim_start_matches('/');
        let roots = self.site.static_roots.iter().chain(&self.site.roots);
        let mut paths = roots.filter_map(|root| joined(root, inner));
        let found = paths.find_map(|path| self.path(&path));
        found.or_else(|| self.by_key.get(&address).map(|target| LinkEnd::Entry((*target).to_owned())))
    }

    /// A path from the folder of a text, or from the address that it had.
    fn beside(&self, path: &str, from: &ReadText) -> Option<LinkEnd> {
        if let Some(path) = path.strip_prefix("@site/").or_else(|| path.strip_prefix("@/")) {
            return self.path(&joined("", path)?);
        }
        let folder = parent(&from.place.path);
        let found = joined(folder, path).and_then(|path| self.path(&path));
        if found.is_some() {
            return found;
        }
        let address = from.address.as_deref()?;
        let at = if address.ends_with('/') { address.trim_matches('/') } else { parent(address.trim_matches('/')) };
        // Browsers drop what leads above the root.
        let address = joined(at, path).unwrap_or_else(|| join(at, path).replace("../", ""));
        self.at_root(&format!("/{address}"), from)
    }

    /// A path below the folder that is imported: a text in any language, or a file.
    fn path(&self, path: &str) -> Option<LinkEnd> {
        let ends = || ENDS.iter().map(|end| format!("{path}{end}"));
        if let Some(target) = ends().find_map(|path| self.by_path.get(&path).copied()) {
            return Some(LinkEnd::Entry(target.to_owned()));
        }
        if self.tree.files.contains_key(path) && !is_text(path) {
            return Some(LinkEnd::File(path.to_owned()));
        }
        let inner: Vec<&str> =
            self.site
                .roots
                .iter()
                .filter_map(|root| {
                    if root.is_empty() { Some(path) } else { path.strip_prefix(root.as_str())?.strip_prefix('/') }
                })
                .collect();
        for inner in &inner {
            for root in &self.site.roots {
                let other = join(root, inner);
                if let Some(target) = ENDS.iter().find_map(|end| self.by_path.get(&format!("{other}{end}")).copied()) {
                    return Some(LinkEnd::Entry(target.to_owned()));
                }
            }
        }
        inner
            .iter()
            .find_map(|inner| self.by_key.get(&self.key(inner)))
            .map(|target| LinkEnd::Entry((*target).to_owned()))
    }

    /// The key that a path below the texts would have.
    fn key(&self, inner: &str) -> String {
        let lower = inner.to_lowercase();
        let rest =
            lower.split_once('/').filter(|(tag, _)| self.tags.contains(*tag)).map_or(lower.as_str(), |(_, rest)| rest);
        let base = if is_text(rest) { stem(rest) } else { name(rest) };
        match self.untagged(base) {
            "index" | "_index" | "readme" => parent(rest).to_owned(),
            base => join(parent(rest), base),
        }
    }

    /// The only text of a name, wherever it lies.
    fn only(&self, path: &str, anchor: &str) -> Option<LinkEnd> {
        let base = if is_text(path) { stem(path) } else { name(path) }.to_lowercase();
        let target = self.by_name.get(self.untagged(&base)).copied().flatten()?;
        let anchor = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
        Some(LinkEnd::Entry(format!("{target}{anchor}")))
    }

    /// What a name alone leads to, where only one text has it.
    pub(super) fn named(&self, named: &str, from: &ReadText) -> LinkEnd {
        let (path, anchor) = named.split_once('#').map_or((named, ""), |(path, anchor)| (path, anchor));
        let found = match self.end(named, from) {
            LinkEnd::Nothing(_) => None,
            found => Some(found),
        };
        let at_root = || self.at_root(&format!("/{path}"), from);
        found
            .or_else(at_root)
            .or_else(|| self.only(path, anchor))
            .unwrap_or_else(|| LinkEnd::Nothing(message!("in-backticks", name = named)))
    }
}

/// Whether an address has a scheme that texts may have.
fn is_safe(address: &str) -> bool {
    let scheme = address.split(':').next().unwrap_or_default().to_lowercase();
    address.starts_with("//") || matches!(scheme.as_str(), "http" | "https" | "mailto" | "tel")
}
