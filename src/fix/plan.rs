//! Which changes of files belong to what is wrong, and whether they can be made together. Pure: texts and fixes in, changes
//! and refusals out. Knows nothing of disks, and not whether a change does any good.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::LeftReason;
use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::document::notes::TextReplacement;

/// Texts of files as they were diagnosed: without byte order mark and with `\n` at the end of lines. `None` for what is no
/// text of the site.
pub type DiagnosedText<'a> = dyn Fn(&str) -> Option<Arc<str>> + 'a;

/// A diagnostic with the one fix of it that is meant.
#[derive(Clone, Copy, Debug)]
pub struct FixCandidate<'a> {
    /// What is wrong.
    pub diagnostic: &'a Diagnostic,
    /// What mends it.
    pub fix: &'a Fix,
}

/// The changes that can be made together.
#[derive(Debug, Default)]
pub struct FixPlan {
    /// Changes by file, in the order of their places, none of which overlaps another.
    pub changes: BTreeMap<Arc<str>, Vec<TextReplacement>>,
    /// Candidates that these changes belong to, by their number.
    pub taken: Vec<usize>,
    /// Candidates that are left, and why.
    pub left: Vec<(usize, LeftReason)>,
}

/// One change, and all candidates that want it.
struct WantedEdit<'a> {
    edit: &'a Edit,
    by: Vec<usize>,
}

/// Plans candidates together. The same change that several want is made once; of two that overlap neither is made, because
/// nobody knows which is right after the other. A change that ends where another starts does not overlap it.
#[must_use]
pub fn plan(candidates: &[FixCandidate<'_>], text: &DiagnosedText<'_>) -> FixPlan {
    let mut texts = BTreeMap::new();
    let mut left: BTreeMap<usize, LeftReason> = BTreeMap::new();
    let mut wanted: BTreeMap<(&str, u32, u32, &str), WantedEdit<'_>> = BTreeMap::new();
    for (number, candidate) in candidates.iter().enumerate() {
        if !candidate.fix.edits.iter().all(|edit| is_within(edit, text, &mut texts)) {
            left.insert(number, LeftReason::Outside);
            continue;
        }
        for edit in &candidate.fix.edits {
            let range = edit.span.range;
            let key = (&*edit.span.file, range.start, range.end, edit.text.as_str());
            let by = &mut wanted.entry(key).or_insert_with(|| WantedEdit { edit, by: Vec::new() }).by;
            if by.last() != Some(&number) {
                by.push(number);
            }
        }
    }
    for number in overlapping(wanted.values()) {
        left.entry(number).or_insert(LeftReason::Overlap);
    }
    let mut plan = FixPlan::default();
    for WantedEdit { edit, by } in wanted.values() {
        if by.iter().any(|number| !left.contains_key(number)) {
            let change = TextReplacement { range: edit.span.range.range(), text: edit.text.clone() };
            plan.changes.entry(Arc::clone(&edit.span.file)).or_default().push(change);
        }
    }
    plan.taken = (0..candidates.len()).filter(|number| !left.contains_key(number)).collect();
    plan.left = left.into_iter().collect();
    plan
}

/// Whether a change lies in a text of the site, between characters.
fn is_within<'a>(edit: &'a Edit, text: &DiagnosedText<'_>, texts: &mut BTreeMap<&'a str, Option<Arc<str>>>) -> bool {
    let file = &*edit.span.file;
    let text = texts.entry(file).or_insert_with(|| text(file));
    text.as_ref().is_some_and(|text| text.get(edit.span.range.range()).is_some())
}

/// The candidates with a change that overlaps another one. The changes come in the order of file, start and end, so that
/// each has to be compared only with the one before it that reaches furthest: what overlaps a shorter one overlaps that too.
fn overlapping<'a>(wanted: impl Iterator<Item = &'a WantedEdit<'a>>) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut furthest: Option<&WantedEdit<'_>> = None;
    for one in wanted {
        let range = one.edit.span.range;
        match furthest.filter(|before| before.edit.span.file == one.edit.span.file) {
            Some(before) => {
                let reach = before.edit.span.range;
                // Of two texts that go in at one place, nobody knows which comes first.
                let same_place = reach == range;
                if range.start < reach.end || same_place {
                    found.extend(before.by.iter().chain(&one.by));
                }
                if range.end >= reach.end {
                    furthest = Some(one);
                }
            }
            None => furthest = Some(one),
        }
    }
    found
}
