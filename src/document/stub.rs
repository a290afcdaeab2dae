//! The first draft of a translation: the text of the source with what a translator must not repeat left out.
//! Knows nothing of files and of the site.

use std::fmt::Write as _;
use std::ops::Range;
use std::sync::Arc;

use super::outcomes::{self, Outcome};
use super::{Document, front_matter};
use crate::lang::Lang;
use crate::schema::Type;
use crate::yaml::Node;

/// Fields that a translation may have and that do not carry over: old addresses, what keeps a page back.
const OWN: &[&str] = &["aliases", "draft", "noindex"];

/// Whether a translation has a field by itself: those above, and the other words of a glossary.
pub(super) fn is_own(name: &str, type_: &Type) -> bool {
    OWN.contains(&name) || type_.also().is_some_and(|also| *also.name == *name)
}

/// The line that keeps a translation from being published until its translator takes it out, so that nobody reads one
/// language under the name of another.
#[must_use]
pub fn held_back(lang: &Lang) -> String {
    format!("draft: true # take this line out when the text is in {lang}\n")
}

/// The file of a new translation. `text` is that of the source, which `document` was read from; `lines` are put before
/// the line `translation`.
#[must_use]
pub fn stub(text: &str, document: &Document, lines: &str) -> String {
    let (lang, hash) = (&document.place.lang, document.meta.source_hash);
    words_only(text, document, &format!("{lines}translation: {{source: {lang}, hash: \"{hash}\", state: draft}}\n"))
}

/// What a translation keeps of a text that `document` was read from: its words, and none of its facts. `lines` are put at
/// the end of the front matter.
#[must_use]
pub fn words_only(text: &str, document: &Document, lines: &str) -> String {
    let place = &document.place;
    let Ok((yaml, body)) = front_matter::split(text, &place.file) else { return String::new() };
    let mut out = String::from("---\n");
    if let Ok(node) = front_matter::tree(text, yaml.clone(), &place.file, &document.type_) {
        for (name, lines) in fields(&node, &yaml) {
            let translated = document.type_.field(name).is_some_and(|field| field.translated);
            if translated && !is_own(name, &document.type_) {
                let _ = writeln!(out, "{}", text[lines].trim_end());
            }
        }
    }
    out.push_str(lines);
    out.push_str("---\n");
    out.push_str(&without_facts(&text[body.clone()], body.start, &document.meta.outcomes));
    out
}

/// The lines of a translation that only its own language has, such as its old addresses; whether it is held back is
/// not among them.
#[must_use]
pub fn own_lines(text: &str, file: &Arc<str>, type_: &Type) -> String {
    let Ok((yaml, _)) = front_matter::split(text, file) else { return String::new() };
    let Ok(node) = front_matter::tree(text, yaml.clone(), file, type_) else { return String::new() };
    let own = fields(&node, &yaml).into_iter().filter(|(name, _)| is_own(name, type_) && *name != "draft");
    own.map(|(_, lines)| format!("{}\n", text[lines].trim_end())).collect()
}

/// The keys of a front matter with the lines they stand on.
pub(super) fn fields<'n>(node: &'n Node, yaml: &Range<usize>) -> Vec<(&'n str, Range<usize>)> {
    let entries = node.map().unwrap_or_default();
    let starts: Vec<usize> = entries.iter().map(|(key, _)| key.range().start).chain([yaml.end]).collect();
    entries.iter().zip(starts.windows(2)).map(|((key, _), at)| (key.name.as_str(), at[0]..at[1])).collect()
}

/// The body; of the facts of an outcome only its id stays, and its kind where the mark names it. The rest comes from the
/// source.
pub(super) fn without_facts(body: &str, start: usize, outcomes: &[Outcome]) -> String {
    let mut out = String::with_capacity(body.len());
    let mut done = 0;
    let mut marks: Vec<(Range<usize>, &Outcome)> =
        outcomes.iter().filter_map(|outcome| Some((outcome.mark.as_ref()?.range.range(), outcome))).collect();
    // An outcome that stands within another ends before it.
    marks.sort_by_key(|(mark, _)| mark.start);
    for (mark, outcome) in marks {
        let mark = mark.start.saturating_sub(start)..mark.end.saturating_sub(start).min(body.len());
        let Some(written) = body.get(mark.clone()).filter(|_| mark.start >= done) else { continue };
        let classes = outcomes::attributes(written, 0).classes;
        out.push_str(&body[done..mark.start]);
        out.push('{');
        classes.iter().for_each(|(class, _)| out.push_str(&format!(".{class} ")));
        let _ = write!(out, "#{}}}", outcome.id);
        done = mark.end;
    }
    out.push_str(&body[done..]);
    out
}
