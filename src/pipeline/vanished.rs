//! Ids of outcomes that lead nowhere any more, or to something else: what stands in the notes now is compared with what
//! was published last and with the last commit. Only files that differ from those are read a second time.
//! Knows nothing of what else may have changed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use similar::TextDiff;

use super::load::Loaded;
use crate::cache::{Published, PublishedStore};
use crate::diagnostic::{Code, Diagnostic, Lines, Message, Span};
use crate::document::Document;
use crate::document::outcomes::Outcome;
use crate::document::place::CONTENT;
use crate::history;
use crate::lang;
use crate::message;
use crate::site::Site;
use crate::source::{Hash, Sources};

/// Files whose last commit is read: each costs a run of `git`. Whoever changes more at once has moved them.
const MOST_FILES: usize = 100;

/// Letters of a text that are compared: enough to tell two sentences apart, and a bound on the cost of a long one.
const COMPARED: usize = 300;

/// Two texts that share less than this part of their words, and less of their letters than the number below, are taken
/// for two different things. A sentence that was reworded shares more; two that have nothing to do with each other share
/// some short words and half their letters.
const SHARED_WORDS: f32 = 0.25;
const SHARED_LETTERS: f32 = 0.6;

/// Letters of a text that is quoted in a message.
const QUOTED: usize = 80;

/// What stood in a file before.
struct EarlierText {
    file: Arc<str>,
    text: Arc<str>,
    /// When that was, in words.
    when: Message,
}

/// What vanished since the last build into the folder of a store.
pub(super) fn since_build(
    loaded: &Loaded,
    sources: &Sources,
    store: &PublishedStore,
    published: &Published,
) -> Vec<Diagnostic> {
    let files = public_files(&loaded.rendering.site);
    let changed: BTreeMap<&str, &str> = published
        .texts
        .iter()
        .filter(|(file, name)| {
            let now = sources.get(file).map(|source| source.hash.to_string());
            files.contains(file.as_str()) && now.is_some_and(|now| now != **name)
        })
        // Of a text that was kept back only the front matter is there: its name is no hash.
        .filter(|(_, name)| Hash::from_hex(name).is_some())
        .map(|(file, name)| (file.as_str(), name.as_str()))
        .collect();
    let texts = store.texts(&changed.values().copied().collect());
    let earlier = changed.iter().filter_map(|(file, name)| {
        let text = Arc::from(String::from_utf8_lossy(texts.get(*name)?));
        Some(EarlierText { file: Arc::from(*file), text, when: message!("in-last-build") })
    });
    compare(loaded, earlier.collect())
}

/// What vanished since the last build into the usual folder, and since the last commit. Without either, nothing did.
pub(super) fn since_last(loaded: &Loaded, sources: &Sources) -> Vec<Diagnostic> {
    let Some(root) = sources.root() else { return Vec::new() };
    let store = PublishedStore::open(root, &root.join("public"));
    let mut found = store.read().map(|record| since_build(loaded, sources, &store, &record)).unwrap_or_default();
    let told: BTreeSet<String> = found.iter().filter_map(subject).collect();
    let committed = compare(loaded, committed(loaded, root));
    found.extend(committed.into_iter().filter(|one| subject(one).is_none_or(|subject| !told.contains(&subject))));
    found
}

/// What a message is about: the file and the id, which stands first in it.
fn subject(diagnostic: &Diagnostic) -> Option<String> {
    let file = &diagnostic.at.as_ref()?.file;
    Some(format!("{file} {}", diagnostic.message.to_string().split_whitespace().next()?))
}

/// The last commit of files that were changed since.
fn committed(loaded: &Loaded, root: &Path) -> Vec<EarlierText> {
    let files = public_files(&loaded.rendering.site);
    let changed = history::changed(root, CONTENT).unwrap_or_default();
    let changed = changed.iter().filter(|file| files.contains(file.as_str())).take(MOST_FILES);
    let earlier = changed.filter_map(|file| {
        let text = history::committed(root, file).ok()?;
        Some(EarlierText { file: Arc::from(file.as_str()), text: Arc::from(text), when: message!("in-last-commit") })
    });
    earlier.collect()
}

/// Sources of entries whose outcomes readers may see.
fn public_files(site: &Site) -> BTreeSet<&str> {
    let public = site.entries.iter().filter(|entry| !site.withheld(entry) && entry.type_.outcomes.is_some());
    public.filter(|entry| entry.docs.contains_key(&entry.source_lang)).map(|entry| &*entry.source.file).collect()
}

fn compare(loaded: &Loaded, earlier: Vec<EarlierText>) -> Vec<Diagnostic> {
    let rules = loaded.rules();
    let mut found = Vec::new();
    for before in earlier {
        let text: Arc<str> = Arc::from(before.text.trim_start_matches('\u{feff}').replace("\r\n", "\n"));
        let Some(then) = rules.read(&before.file, &text).0 else { continue };
        let Some(now) = loaded.document(&before.file) else { continue };
        let comparison = Comparison { then: &then, now, when: before.when.clone(), lines: Lines::new(text) };
        found.extend(then.meta.source_outcomes().iter().filter_map(|outcome| comparison.told(outcome)));
    }
    found
}

struct Comparison<'a> {
    then: &'a Document,
    now: &'a Document,
    when: Message,
    lines: Lines,
}

impl Comparison<'_> {
    /// What became of an outcome, if readers of its address should know.
    fn told(&self, old: &Outcome) -> Option<Diagnostic> {
        let outcomes = self.now.meta.source_outcomes();
        match outcomes.iter().find(|outcome| outcome.id == old.id) {
            Some(new) if new.kind == old.kind && !self.is_other(old, new) => None,
            Some(new) => Some(self.reused(old, new)),
            None if self.now.meta.has_anchor(&old.id) => None,
            None => Some(self.vanished(old)),
        }
    }

    fn vanished(&self, old: &Outcome) -> Diagnostic {
        let id = &old.id;
        let stood = self.stood(old);
        let message = message!("outcome-vanished", id = id, stood = stood);
        let same = self.elsewhere(old);
        let help = match same {
            Some(new) => message!("outcome-other-id-help", new = &new.id, id = id),
            None => message!("outcome-vanished-help", id = id),
        };
        let at = same.map_or_else(|| self.near(old), |new| new.span.clone());
        Diagnostic::warning(Code::OutcomeVanished, message).at(at).help(help)
    }

    fn reused(&self, old: &Outcome, new: &Outcome) -> Diagnostic {
        let id = &old.id;
        let stood = self.stood(old);
        let message = message!("outcome-reused", id = id, stood = stood);
        let help = match self.elsewhere(old) {
            Some(moved) => {
                message!("outcome-swapped-help", new = &moved.id, id = id)
            }
            None => message!("outcome-reused-help", id = id),
        };
        Diagnostic::warning(Code::OutcomeReused, message).at(new.span.clone()).help(help)
    }

    /// Where an outcome stood, and what it said.
    fn stood(&self, old: &Outcome) -> Message {
        let (line, _) = self.lines.place(old.span.range.start as usize);
        message!("outcome-stood", when = &self.when, text = lang::truncate(&old.text, QUOTED), line = line)
    }

    /// The outcome that has the text of another now.
    fn elsewhere(&self, old: &Outcome) -> Option<&Outcome> {
        self.now.meta.source_outcomes().iter().find(|new| new.id != old.id && new.text == old.text)
    }

    /// Whether an id stands at something else: its text is there under another id, or was replaced by one that has
    /// nothing to do with it.
    fn is_other(&self, old: &Outcome, new: &Outcome) -> bool {
        old.text != new.text && (self.elsewhere(old).is_some() || are_unrelated(&old.text, &new.text))
    }

    /// The outcome that stood before this one and still does; else the start of the file.
    fn near(&self, old: &Outcome) -> Span {
        let before = self.then.meta.source_outcomes().iter().take_while(|outcome| outcome.id != old.id);
        let now = self.now.meta.source_outcomes();
        let kept = before.filter_map(|before| now.iter().find(|outcome| outcome.id == before.id));
        kept.last().map_or_else(|| Span::start_of(&self.now.place.file), |outcome| outcome.span.clone())
    }
}

/// Whether two texts have nothing to do with each other.
fn are_unrelated(old: &str, new: &str) -> bool {
    let start = |text: &str| text.chars().take(COMPARED).collect::<String>().to_lowercase();
    let (old, new) = (start(old), start(new));
    let words =
        TextDiff::from_slices(&old.split_whitespace().collect::<Vec<_>>(), &new.split_whitespace().collect::<Vec<_>>())
            .ratio();
    words < SHARED_WORDS && TextDiff::from_chars(&old, &new).ratio() < SHARED_LETTERS
}
