//! Whether a site is better after some fixes: what they were to mend is gone, nothing is wrong that was right, and what could
//! be read still can be. Knows nothing of how texts are changed.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::{FixCandidate, LeftReason, one_fix};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Fix, Message, Severity};
use crate::document::notes::TextReplacement;
use crate::pipeline::{self, LoadCache, Request};
use crate::source::Sources;

/// A site as it was read.
pub(super) struct SiteState {
    pub(super) sources: Sources,
    /// What is wrong, as far as reading shows it.
    pub(super) found: Diagnostics,
    /// The texts that could be read; `None` where nothing could be made of the site.
    read: Option<BTreeSet<Arc<str>>>,
    /// Files with errors.
    wrong: BTreeSet<Arc<str>>,
}

impl SiteState {
    pub(super) fn of(sources: Sources, request: &Request, cache: &mut LoadCache) -> Self {
        let (loaded, found) = pipeline::load_again(&sources, request, cache).finish(Diagnostics::default());
        let read = loaded.map(|loaded| loaded.documents().iter().map(|it| Arc::clone(&it.place.file)).collect());
        let errors = found.items().iter().filter(|item| item.severity == Severity::Error);
        let wrong = errors.filter_map(|item| Some(Arc::clone(&item.at.as_ref()?.file))).collect();
        Self { sources, found, read, wrong }
    }

    /// Whether more may be wrong in a file that a fix changes than can be seen: it could not be read.
    pub(super) fn is_hidden(&self, fix: &Fix) -> bool {
        fix.edits.iter().any(|edit| self.hides(&edit.span.file))
    }

    fn hides(&self, file: &Arc<str>) -> bool {
        match &self.read {
            None => true,
            Some(read) if file.ends_with(".md") => !read.contains(file),
            Some(_) => self.wrong.contains(file),
        }
    }

    fn reads(&self, file: &Arc<str>) -> bool {
        self.read.as_ref().is_some_and(|read| read.contains(file))
    }

    /// The first error, or the first of a file.
    fn first_error(&self, file: Option<&Arc<str>>) -> Option<&Diagnostic> {
        let mut errors = self.found.items().iter().filter(|item| item.severity == Severity::Error);
        errors.find(|item| file.is_none_or(|file| item.at.as_ref().is_some_and(|at| at.file == *file)))
    }
}

/// Messages that say the same of one file.
type Saying<'a> = (Code, &'a Message, Option<&'a str>);

fn saying(diagnostic: &Diagnostic) -> Saying<'_> {
    (diagnostic.code, &diagnostic.message, diagnostic.at.as_ref().map(|at| &*at.file))
}

/// Says why a site is not better after fixes that changed texts of it.
pub(super) fn judge(
    before: &SiteState,
    after: &SiteState,
    candidates: &[FixCandidate<'_>],
    changes: &BTreeMap<Arc<str>, Vec<TextReplacement>>,
    chosen: &dyn Fn(Code) -> bool,
) -> Result<(), LeftReason> {
    let breaks = |error: &Diagnostic| Err(LeftReason::Breaks(Box::new(error.clone())));
    if before.read.is_some() && after.read.is_none() {
        return after.first_error(None).map_or(Err(LeftReason::Useless), breaks);
    }
    if let Some(file) = changes.keys().find(|file| before.reads(file) && !after.reads(file)) {
        return after.first_error(Some(file)).map_or(Err(LeftReason::Useless), breaks);
    }
    let found = PlacedSayings::of(&after.found);
    let moves = changes.iter().map(|(file, changes)| (&**file, TextMoves::of(changes))).collect();
    if candidates.iter().any(|candidate| found.hold(candidate.diagnostic, &moves)) {
        return Err(LeftReason::Useless);
    }
    // What could not be read hid what else is wrong with it, and with what names it.
    if candidates.iter().any(|candidate| before.is_hidden(candidate.fix)) {
        return Ok(());
    }
    let mut known: BTreeMap<Saying<'_>, usize> = BTreeMap::new();
    before.found.items().iter().for_each(|item| *known.entry(saying(item)).or_default() += 1);
    for item in after.found.items().iter().filter(|item| item.severity == Severity::Error) {
        match known.get_mut(&saying(item)).filter(|left| **left > 0) {
            Some(left) => *left -= 1,
            // What comes with its own mend is mended next.
            None if one_fix(item).is_some() && chosen(item.code) => {}
            // An outcome that nothing read had no id before it was read either.
            None if item.code == Code::OutcomeMissingId => {}
            None => return breaks(item),
        }
    }
    Ok(())
}

/// What messages say, and where.
struct PlacedSayings<'a>(BTreeSet<(Saying<'a>, Option<usize>)>);

impl<'a> PlacedSayings<'a> {
    fn of(found: &'a Diagnostics) -> Self {
        Self(found.items().iter().map(|item| (saying(item), start_of(item))).collect())
    }

    /// Whether a message stands there still, where its text has moved.
    fn hold(&self, diagnostic: &Diagnostic, moves: &BTreeMap<&str, TextMoves>) -> bool {
        let said = saying(diagnostic);
        let Some(at) = &diagnostic.at else { return self.0.contains(&(said, None)) };
        let start = at.range.range().start;
        let places = moves.get(&*at.file).map_or([start; 2], |moves| moves.places(start));
        places.iter().any(|place| self.0.contains(&(said, Some(*place))))
    }
}

fn start_of(diagnostic: &Diagnostic) -> Option<usize> {
    diagnostic.at.as_ref().map(|at| at.range.range().start)
}

/// Where the bytes of a text stand after it was changed.
struct TextMoves {
    /// Changes in their order: start and end before, and the length and the end after.
    changes: Vec<MovedRange>,
}

struct MovedRange {
    before: Range<usize>,
    after: Range<usize>,
}

impl TextMoves {
    fn of(changes: &[TextReplacement]) -> Self {
        let (mut at, mut end) = (0, 0);
        let mut moved = Vec::with_capacity(changes.len());
        for change in changes {
            let start = end + change.range.start - at;
            (at, end) = (change.range.end, start + change.text.len());
            moved.push(MovedRange { before: change.range.clone(), after: start..end });
        }
        Self { changes: moved }
    }

    /// The places that what started at a byte may have now: two where something is put in there, before and behind it. What is
    /// replaced starts where that starts which takes its place.
    fn places(&self, byte: usize) -> [usize; 2] {
        // The last change that starts before the byte, and the first that starts at it.
        let first = self.changes.partition_point(|change| change.before.start < byte);
        let from = first.checked_sub(1).map(|index| &self.changes[index]);
        let place = match from {
            Some(change) if byte < change.before.end => change.after.start,
            Some(change) => change.after.end + byte - change.before.end,
            None => byte,
        };
        let put_in = self.changes.get(first).filter(|change| change.before.start == byte && change.before.is_empty());
        [place, put_in.map_or(place, |change| place + change.after.len())]
    }
}
