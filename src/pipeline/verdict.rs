//! What the sources of today say of an entry that was published: that it stays, that it goes, or that less of it may be
//! public; also where its texts cannot be relied upon, because one of them has an error. Takes nothing away itself.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::published::grants;
use super::raw::HidingWords;
use super::removals::Stopped;
use crate::cache::{Published, PublishedEntry};
use crate::diagnostic::Message;
use crate::document::place::{self, CONTENT, DocumentPlace, DocumentRole, EntryPath};
use crate::message;
use crate::site::WhyHidden;
use crate::source::Source;

/// What becomes of an entry that was published.
pub(super) enum Verdict {
    Stays,
    /// These texts of it go; none where it has to be made anew.
    Less(BTreeSet<String>),
    /// With the reason.
    Goes(Message),
}

/// What the sources of today say of what was published, as far as they can be read.
pub(super) struct Today<'a> {
    stopped: &'a Stopped<'a>,
    words: HidingWords,
    /// Entries with a text that has an error, or that cannot be read, where the lines of a text speak of hiding.
    pub(super) doubted: BTreeMap<EntryPath, Doubt>,
    /// Hashes of the files that readers may see, by whatever name.
    hashes: BTreeSet<String>,
}

/// What the lines of a text say that cannot be relied upon.
pub(super) struct Doubt {
    pub(super) why: WhyHidden,
    role: DocumentRole,
}

impl<'a> Today<'a> {
    /// What a build that stopped has found of them.
    pub(super) fn new(stopped: &'a Stopped<'a>) -> Self {
        let types = stopped.site.as_ref().map(|site| &*site.types);
        let words = HidingWords::new(types, stopped.run.request.clock);
        let mut today = Self { stopped, words, doubted: BTreeMap::new(), hashes: BTreeSet::new() };
        today.doubted = today.doubts();
        let seen = stopped.run.sources.under("content").filter(|source| today.may_be_seen(source));
        today.hashes = seen.map(|source| source.hash.to_string()).collect();
        today
    }

    /// What the lines say of entries that cannot be relied upon.
    fn doubts(&self) -> BTreeMap<EntryPath, Doubt> {
        let mut doubts: BTreeMap<EntryPath, Doubt> = BTreeMap::new();
        let Some(site) = &self.stopped.site else { return doubts };
        let texts = self.stopped.run.sources.under("content").filter(|source| place::is_document(&source.path));
        let places: Vec<DocumentPlace> =
            texts.filter_map(|source| DocumentPlace::parse(&source.path, &site.config).ok()).collect();
        let faulty: BTreeSet<&Arc<str>> = self.stopped.faulty().collect();
        let faulty: BTreeSet<&EntryPath> =
            places.iter().filter(|place| faulty.contains(&place.file)).map(|place| &place.entry).collect();
        for DocumentPlace { entry, file, role, .. } in &places {
            let is_doubtful = faulty.contains(entry) || self.stopped.why_hidden(entry.as_str()).is_some_and(is_unread);
            if let Some(why) = self.raw_reasons(file).last().copied().filter(|_| is_doubtful) {
                let doubt = doubts.entry(entry.clone()).or_insert(Doubt { why, role: *role });
                doubt.why = doubt.why.max(why);
            }
        }
        doubts
    }

    /// What the lines of a text say that has an error; of others, all but `draft` is known without a look at their lines.
    fn raw_reasons(&self, file: &str) -> BTreeSet<WhyHidden> {
        let (drafts, is_faulty) = (self.stopped.run.request.drafts, self.stopped.has_error(file));
        let Some(text) = self.stopped.run.sources.shown(file) else { return BTreeSet::new() };
        let reasons = self.words.reasons(&text).filter(|why| !drafts || !why.shows_with_drafts());
        reasons.filter(|why| is_faulty || *why == WhyHidden::Draft).collect()
    }

    /// Whether nobody can know if a text was meant to be hidden: it cannot be read at all, as one in another encoding, or a
    /// field that is none looks like one that hides.
    pub(super) fn is_unclear(&self, file: &str) -> bool {
        let text = self.stopped.run.sources.shown(file);
        text.is_none_or(|text| text.contains('\0') || self.words.is_unclear(&text))
    }

    /// Whether no line of a text speaks of hiding.
    pub(super) fn says_nothing_on_hiding(&self, file: &str) -> bool {
        self.stopped.run.sources.shown(file).is_some_and(|text| self.words.reasons(&text).next().is_none())
    }

    /// Whether a line sets a field that decides how much is public, or may have been meant to.
    pub(super) fn is_about_hiding(&self, line: &str) -> bool {
        self.words.is_about_hiding(line)
    }

    /// What becomes of an entry.
    pub(super) fn verdict(&self, path: &str, entry: &PublishedEntry, published: &Published) -> Verdict {
        if let Some(why) = self.stopped.why_hidden(path).filter(|why| hides(*why, entry)) {
            return Verdict::Goes(words(why));
        }
        if let Some(why) = self.why_above(path, published) {
            return Verdict::Goes(words(why));
        }
        let is_gone =
            |file: &String| self.is_gone(file, published.texts.get(file).and_then(|name| name.split('.').next()));
        // A section without a text of its own goes with what lies in it.
        let is_deleted = !entry.sources.is_empty() && entry.sources.iter().all(is_gone);
        let now = self.stopped.site.as_ref().and_then(|site| Some((site, site.find(path)?)));
        if is_deleted && now.is_none() {
            return Verdict::Goes(message!("deleted"));
        }
        let cannot_be_read = self.stopped.why_hidden(path).is_some();
        if cannot_be_read || entry.sources.iter().any(|file| self.stopped.has_error(file)) {
            match self.doubtful(path, entry, is_gone) {
                Verdict::Goes(why) => return Verdict::Goes(why),
                Verdict::Less(texts) => return Verdict::Less(texts),
                Verdict::Stays => {}
            }
        }
        let is_less = now.is_some_and(|(site, now)| {
            !entry.grants.is_subset(&grants(site, now)) || site.ended_consents(now) > entry.ended
        });
        if is_less { Verdict::Less(BTreeSet::new()) } else { Verdict::Stays }
    }

    /// What becomes of an entry with a text that cannot be relied upon, by the lines of all its texts.
    fn doubtful(&self, path: &str, entry: &PublishedEntry, is_gone: impl Fn(&String) -> bool) -> Verdict {
        let here = self.doubted.get(&EntryPath(Arc::from(path))).map(|doubt| doubt.why);
        let reasons: BTreeMap<&String, BTreeSet<WhyHidden>> =
            entry.sources.iter().map(|file| (file, self.raw_reasons(file))).collect();
        // A draft hides a language, and what leans on it; all else the whole entry.
        let whole = reasons.values().flatten().copied().chain(here);
        if let Some(why) = whole.filter(|why| *why != WhyHidden::Draft && hides(*why, entry)).max() {
            return Verdict::Goes(words(why));
        }
        let leaves = |file: &&String| reasons[file].contains(&WhyHidden::Draft) || is_gone(file);
        let mut texts: BTreeSet<String> = entry.public.iter().filter(leaves).cloned().collect();
        if texts.contains(&entry.source) {
            texts.extend(entry.leaning.iter().cloned());
        }
        match texts {
            texts if texts.is_empty() => Verdict::Stays,
            texts if texts.is_superset(&entry.public) => Verdict::Goes(words(WhyHidden::Draft)),
            texts => Verdict::Less(texts),
        }
    }

    /// Why what lies at a path is hidden by an entry above it of which nothing was public, and of which nobody knows more
    /// than what its lines say.
    pub(super) fn why_above(&self, path: &str, published: &Published) -> Option<WhyHidden> {
        let path = EntryPath(Arc::from(path));
        let above = std::iter::successors(path.parent(), EntryPath::parent);
        let doubts = above.filter(|path| !published.entries.contains_key(path.as_str()));
        let doubts = doubts.filter_map(|path| self.doubted.get(&path));
        doubts.filter(|doubt| doubt.role != DocumentRole::Section).map(|doubt| doubt.why).max()
    }

    /// Whether a file that was published is not there any more, also not under another name.
    pub(super) fn is_gone(&self, file: &str, hash: Option<&str>) -> bool {
        let is_moved = hash.is_some_and(|hash| self.hashes.contains(hash));
        self.stopped.run.sources.get(file).is_none() && !is_moved && !self.stopped.is_unreadable(file)
    }

    /// Whether readers may see a file below `content/`, as far as is known.
    fn may_be_seen(&self, source: &Source) -> bool {
        let Some(site) = &self.stopped.site else { return true };
        let inside = source.path.strip_prefix(CONTENT).unwrap_or(&source.path);
        if self.why_above(inside, &Published::default()).is_some() {
            return false;
        }
        if !place::is_document(&source.path) {
            return site.why_unpublished(inside).is_none_or(is_unread);
        }
        let Ok(place) = DocumentPlace::parse(&source.path, &site.config) else { return true };
        match site.find(place.entry.as_str()) {
            Some(entry) => entry.docs.values().any(|doc| doc.file == source.path),
            None => {
                site.entries.why_unpublished(place.entry.as_str()).is_none_or(is_unread)
                    && !self.doubted.contains_key(&place.entry)
            }
        }
    }
}

fn is_unread(why: WhyHidden) -> bool {
    why == WhyHidden::Unread
}

/// Whether it is known that something is hidden; what cannot be read may be public.
pub(super) fn is_known(why: WhyHidden) -> bool {
    !is_unread(why)
}

/// Whether a reason takes an entry away. A text that was inside all along is none to take its title away.
fn hides(why: WhyHidden, entry: &PublishedEntry) -> bool {
    is_known(why) && (why != WhyHidden::Withheld || entry.grants.contains("text"))
}

/// The words for why something leaves the site.
pub(super) fn words(why: WhyHidden) -> Message {
    if why == WhyHidden::Withheld { message!("text-stays-inside") } else { why.message() }
}
