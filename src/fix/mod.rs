//! Mends a site: makes the changes of files that messages carry, as far as they do good. Every change is tried in memory
//! first, on the whole site; what would break something, or does not help, is left. Writes nothing: whoever calls gets the
//! files before and after. Knows nothing of how the changes came about.

mod judge;
mod plan;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use plan::{DiagnosedText, FixCandidate, FixPlan, plan};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Fix, Message, Span};
use crate::document::notes;
use crate::edits::RawTexts;
use crate::message;
use crate::pipeline::{LoadCache, Request};
use crate::source::{Digest, FileChange, Hash, Sources};
use judge::{SiteState, judge};

/// How often the site is looked at for what can be mended next: a mended line may show another mistake, seldom a third.
const ROUNDS: usize = 8;

/// How many sets of changes are tried in all. One that does harm among thousands is found in a dozen tries; the bound keeps
/// many of them from costing hours.
const TRIES: usize = 64;

/// Why a fix is not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftReason {
    /// It changes what is no text of the site, or what lies behind the end of one.
    Outside,
    /// It overlaps another one.
    Overlap,
    /// The file may not be written; the diagnostic says why.
    Locked(Box<Diagnostic>),
    /// That would be wrong after it.
    Breaks(Box<Diagnostic>),
    /// What is wrong would be so after it too.
    Useless,
    /// Too many others had to be tried.
    Untried,
}

impl LeftReason {
    /// The reason in words.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Outside => message!("fix-left-outside"),
            Self::Overlap => message!("fix-left-overlap"),
            Self::Locked(why) => why.message.clone(),
            Self::Breaks(error) => message!("fix-left-breaks", error = error.message.clone()),
            Self::Useless => message!("fix-left-useless"),
            Self::Untried => message!("fix-left-untried"),
        }
    }
}

/// A fix that was made, or left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixReport {
    /// What was wrong, with its place at the moment of the decision.
    pub diagnostic: Diagnostic,
    /// What mends it.
    pub fix: Fix,
    /// Why it is left; `None` where it was made.
    pub left: Option<LeftReason>,
}

/// The one right mend of a diagnostic; several are choices, which nobody makes but a person.
#[must_use]
pub fn one_fix(diagnostic: &Diagnostic) -> Option<&Fix> {
    match diagnostic.fixes.as_slice() {
        [fix] if !fix.edits.is_empty() => Some(fix),
        _ => None,
    }
}

/// The name of a fix for whoever asks for it later: of the files as they were, and all that changes. A page that is out of
/// date names a fix that is not there any more. `None` where a file is not of the site.
#[must_use]
pub fn name_of(fix: &Fix, sources: &Sources) -> Option<Hash> {
    let mut digest = Digest::new("fix");
    for edit in &fix.edits {
        digest.put(&edit.span.file);
        digest.put(&sources.get(&edit.span.file)?.hash.0.to_vec());
        digest.put(&edit.span.range.start);
        digest.put(&edit.span.range.end);
        digest.put(edit.text.as_str());
    }
    Some(digest.finish())
}

/// A site while it is mended.
pub struct Mender<'a> {
    base: &'a Sources,
    request: &'a Request,
    /// Which codes are meant.
    chosen: &'a dyn Fn(Code) -> bool,
    /// Texts as they are to be on disk.
    texts: RawTexts,
    /// Whether a file may be written.
    locks: BTreeMap<Arc<str>, Option<Box<Diagnostic>>>,
    cache: LoadCache,
    tries: usize,
    now: SiteState,
    reports: Vec<FixReport>,
    /// What was left: it is not looked at again.
    in_vain: BTreeSet<DiagnosticIdentity>,
}

/// What tells a diagnostic from all others of a site.
type DiagnosticIdentity = (Code, Message, Option<Span>);

fn identity(diagnostic: &Diagnostic) -> DiagnosticIdentity {
    (diagnostic.code, diagnostic.message.clone(), diagnostic.at.clone())
}

impl<'a> Mender<'a> {
    /// Begins with a site as it is.
    #[must_use]
    pub fn new(base: &'a Sources, request: &'a Request, chosen: &'a dyn Fn(Code) -> bool) -> Self {
        let mut cache = LoadCache::default();
        let now = SiteState::of(with_texts(base, &BTreeMap::new()), request, &mut cache);
        Self {
            base,
            request,
            chosen,
            texts: BTreeMap::new(),
            locks: BTreeMap::new(),
            cache,
            tries: TRIES,
            now,
            reports: Vec::new(),
            in_vain: BTreeSet::new(),
        }
    }

    /// The site with all that is mended.
    #[must_use]
    pub fn sources(&self) -> &Sources {
        &self.now.sources
    }

    /// The same, for whoever keeps it.
    #[must_use]
    pub fn copied_sources(&self) -> Sources {
        with_texts(self.base, &self.texts)
    }

    /// What was made, in the order of the decisions.
    #[must_use]
    pub fn made(&self) -> Vec<&FixReport> {
        self.reports.iter().filter(|report| report.left.is_none()).collect()
    }

    /// What was left of that which is still wrong, with the reasons.
    #[must_use]
    pub fn left(&self, found: &Diagnostics) -> Vec<&FixReport> {
        let wrong: BTreeSet<DiagnosticIdentity> = found.items().iter().map(identity).collect();
        let stands = |report: &&FixReport| report.left.is_some() && wrong.contains(&identity(&report.diagnostic));
        self.reports.iter().filter(stands).collect()
    }

    /// The texts before and after, as on disk.
    ///
    /// # Errors
    /// A diagnostic for a file that was changed since it was listed.
    pub fn texts(&self) -> Result<Vec<MendedText>, Box<Diagnostic>> {
        let mut texts = Vec::new();
        for (file, after) in &self.texts {
            let before = raw(self.base, file)?;
            if before != *after {
                texts.push(MendedText { file: Arc::clone(file), before, after: after.clone() });
            }
        }
        Ok(texts)
    }

    /// Mends what was found in the site as it is now and has one right mend, and what shows after that, until nothing more
    /// can be done. Gives the number of fixes that were made.
    pub fn mend(&mut self, found: &Diagnostics) -> usize {
        let before = self.made().len();
        let mut open: Vec<Diagnostic> = found.items().to_vec();
        for _ in 0..ROUNDS {
            open.retain(|diagnostic| self.is_open(diagnostic));
            let candidates: Vec<FixCandidate<'_>> = open
                .iter()
                .filter_map(|diagnostic| Some(FixCandidate { diagnostic, fix: one_fix(diagnostic)? }))
                .collect();
            if candidates.is_empty() || !self.round(&candidates) {
                break;
            }
            open = self.now.found.items().to_vec();
        }
        self.made().len() - before
    }

    /// Makes one fix that a person chose.
    ///
    /// # Errors
    /// Why it is left.
    pub fn mend_chosen(&mut self, diagnostic: &Diagnostic, fix: &Fix) -> Result<(), LeftReason> {
        self.round(&[FixCandidate { diagnostic, fix }]);
        let last = self.reports.last().and_then(|report| report.left.clone());
        last.map_or(Ok(()), Err)
    }

    /// Whether a diagnostic is meant, and was not looked at in vain.
    fn is_open(&self, diagnostic: &Diagnostic) -> bool {
        (self.chosen)(diagnostic.code) && !self.in_vain.contains(&identity(diagnostic))
    }

    /// Decides on candidates that were found in the site as it is now. Gives whether there is something new to look at.
    fn round(&mut self, candidates: &[FixCandidate<'_>]) -> bool {
        let (open, locked) = self.without_locked(candidates);
        self.report(locked);
        let sources = &self.now.sources;
        let text = |file: &str| sources.get(file).and_then(|source| sources.text(&source.path).ok());
        let planned = plan(&open, &text);
        let report = |number: usize, left: LeftReason| report_of(open[number], Some(left));
        self.report(planned.left.into_iter().map(|(number, left)| report(number, left)));
        // What hides other mistakes comes first: only what shows then can be told from what a fix breaks.
        let taken = planned.taken.into_iter().map(|number| open[number]);
        let (hiding, plain): (Vec<_>, Vec<_>) = taken.partition(|candidate| self.now.is_hidden(candidate.fix));
        let mut accepted = Acceptance::default();
        self.accept(&hiding, &mut accepted);
        if accepted.state.is_none() {
            self.accept(&plain, &mut accepted);
        }
        let Acceptance { made, state, left } = accepted;
        self.report(made.into_iter().map(|candidate| report_of(candidate, None)));
        self.report(left);
        match state {
            Some((texts, state)) => {
                (self.texts, self.now) = (texts, state);
                true
            }
            None => false,
        }
    }

    fn report(&mut self, reports: impl IntoIterator<Item = FixReport>) {
        for report in reports {
            if report.left.is_some() {
                self.in_vain.insert(identity(&report.diagnostic));
            }
            self.reports.push(report);
        }
    }

    /// Candidates whose files may be written, and reports on the others.
    fn without_locked<'c>(&mut self, candidates: &[FixCandidate<'c>]) -> (Vec<FixCandidate<'c>>, Vec<FixReport>) {
        let (mut open, mut locked) = (Vec::new(), Vec::new());
        for candidate in candidates {
            match candidate.fix.edits.iter().find_map(|edit| self.lock(&edit.span.file)) {
                Some(why) => locked.push(report_of(*candidate, Some(LeftReason::Locked(why)))),
                None => open.push(*candidate),
            }
        }
        (open, locked)
    }

    /// Why a file may not be written. What is no file of the site is told where the changes are planned.
    fn lock(&mut self, file: &Arc<str>) -> Option<Box<Diagnostic>> {
        self.base.get(file)?;
        let base = self.base;
        self.locks.entry(Arc::clone(file)).or_insert_with(|| base.may_replace(file).err()).clone()
    }

    /// Takes a set of candidates where it does no harm with those that are taken already; halves it where it does.
    fn accept<'c>(&mut self, batch: &[FixCandidate<'c>], accepted: &mut Acceptance<'c>) {
        if batch.is_empty() {
            return;
        }
        if self.tries == 0 {
            accepted.left.extend(batch.iter().map(|one| report_of(*one, Some(LeftReason::Untried))));
            return;
        }
        self.tries -= 1;
        let all: Vec<FixCandidate<'c>> = accepted.made.iter().chain(batch).copied().collect();
        match (self.attempt(&all), batch) {
            (Ok(state), _) => {
                accepted.made = all;
                accepted.state = Some(state);
            }
            (Err(why), [one]) => accepted.left.push(report_of(*one, Some(why))),
            (Err(_), _) => {
                let (first, second) = batch.split_at(batch.len() / 2);
                self.accept(first, accepted);
                self.accept(second, accepted);
            }
        }
    }

    /// The site with all these fixes.
    fn attempt(&mut self, candidates: &[FixCandidate<'_>]) -> Result<AttemptedSite, LeftReason> {
        let sources = &self.now.sources;
        let text = |file: &str| sources.get(file).and_then(|source| sources.text(&source.path).ok());
        let changes = plan(candidates, &text).changes;
        let mut texts = self.texts.clone();
        for (file, changes) in &changes {
            let before = match texts.get(file) {
                Some(text) => text.clone(),
                None => raw(self.base, file).map_err(LeftReason::Locked)?,
            };
            texts.insert(Arc::clone(file), notes::replaced(&before, changes.clone()));
        }
        let state = SiteState::of(with_texts(self.base, &texts), self.request, &mut self.cache);
        judge(&self.now, &state, candidates, &changes, self.chosen)?;
        Ok((texts, state))
    }
}

/// Texts as they are to be on disk, and the site with them.
type AttemptedSite = (RawTexts, SiteState);

/// What was taken of a batch.
#[derive(Default)]
struct Acceptance<'a> {
    made: Vec<FixCandidate<'a>>,
    state: Option<AttemptedSite>,
    left: Vec<FixReport>,
}

/// A text before and after, with its line ends and its byte order mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MendedText {
    /// Path from the root of the site.
    pub file: Arc<str>,
    /// As it was read.
    pub before: String,
    /// As it is to be.
    pub after: String,
}

impl MendedText {
    /// The change of the file on disk.
    #[must_use]
    pub fn change(&self) -> FileChange {
        let before = Some(Hash::of(self.before.as_bytes()));
        FileChange { path: Arc::clone(&self.file), before, after: Some(self.after.clone().into_bytes()) }
    }
}

fn report_of(candidate: FixCandidate<'_>, left: Option<LeftReason>) -> FixReport {
    FixReport { diagnostic: candidate.diagnostic.clone(), fix: candidate.fix.clone(), left }
}

/// A site with other texts.
fn with_texts(base: &Sources, texts: &RawTexts) -> Sources {
    let bytes = texts.iter().map(|(file, text)| (Arc::clone(file), Arc::from(text.as_bytes()))).collect();
    let mut sources = base.with_replaced(bytes, |_| true);
    for file in texts.keys() {
        if let Ok(text) = sources.text(file) {
            sources.show_aside(file, &text);
        }
    }
    sources
}

/// A text as it is on disk, with its line ends and its byte order mark.
fn raw(sources: &Sources, file: &Arc<str>) -> Result<String, Box<Diagnostic>> {
    // Refuses what is no UTF-8.
    sources.text(file)?;
    Ok(String::from_utf8_lossy(&sources.bytes(file)?).into_owned())
}
