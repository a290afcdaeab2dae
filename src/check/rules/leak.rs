//! `audit-leak`: no output holds words of what is not published: of drafts, of closed and expired entries, of withheld
//! minutes, of private fields. It knows them by stretches of words that stand in no public source, so that a phrase that
//! an editor also wrote elsewhere is no alarm. Knows nothing of how an entry is kept back: that is what it proves.

use std::collections::BTreeMap;
use std::sync::Arc;

use aho_corasick::AhoCorasick;

use super::super::finding::Findings;
use super::super::reader::StartTag;
use super::super::values::OutputValue;
use super::{AuditContext, AuditRule, PageFacts};
use crate::diagnostic::{Code, Message};
use crate::document::place;
use crate::message;
use crate::site::{Entry, Site};
use crate::source::Sources;

const HELP: Message = message!("leak-help");

/// Stretches that are remembered of one file: enough to find it, and no burden where there are many drafts.
const PER_FILE: usize = 40;

/// Characters of a stretch that are looked for; outputs break longer ones by links and ends of lines.
const LONGEST: usize = 80;

/// The words by which what is not published is known.
#[derive(Debug)]
pub(in crate::check) struct Secrets {
    /// The file and line of each stretch of words, in the order of the search.
    places: Vec<String>,
    search: AhoCorasick,
}

/// A stretch of words that nobody may read, by its words, with its place.
type SecretWords = BTreeMap<String, String>;

impl Secrets {
    /// Collects what is not public in the sources of a site; `None` where everything is.
    pub(in crate::check) fn of(site: &Site, sources: &Sources) -> Option<Self> {
        let published = published(site);
        let texts = || sources.files().map(|source| &source.path).filter(|path| is_text(path));
        let mut secret = SecretWords::new();
        for path in texts().filter(|path| may_hide(path, published.get(*path).copied(), site)) {
            // What cannot be read is in no output, and reported elsewhere.
            let Ok(text) = sources.text(path) else { continue };
            remember(path, &lines_of(path, &text, published.get(path).copied(), site), &mut secret);
        }
        // Read one by one, and only where there is a secret: all texts of a site are many.
        let public = texts().filter_map(|path| {
            let text = sources.text(path).ok()?;
            let lines = lines_of(path, &text, published.get(path).copied(), site);
            let words: Vec<&str> = lines.iter().filter(|line| line.public).map(|line| line.line).collect();
            Some(collapse(&words.join(" ")))
        });
        Self::without(secret, public)
    }

    /// Forgets what a public source says too.
    fn without(mut secret: SecretWords, public: impl Iterator<Item = String>) -> Option<Self> {
        if secret.is_empty() {
            return None;
        }
        let words: Vec<String> = secret.keys().cloned().collect();
        // A stretch may lie within another: every one that occurs is wanted. Without a search nothing can be looked for.
        let search = AhoCorasick::new(&words).ok()?;
        for text in public {
            for found in search.find_overlapping_iter(&text) {
                secret.remove(&words[found.pattern().as_usize()]);
            }
        }
        let search = AhoCorasick::new(secret.keys()).ok()?;
        (!secret.is_empty()).then(|| Self { places: secret.into_values().collect(), search })
    }

    fn judge(&self, text: &str, found: &mut Findings) {
        for hit in self.search.find_iter(&collapse(text)) {
            let place = &self.places[hit.pattern().as_usize()];
            // The words themselves are not repeated: messages end up in logs that others read.
            found.error(Code::AuditLeak, message!("leak", place = place), HELP);
        }
    }
}

/// The files that are published, with their entries. That of the facts is among them, even where its text is a draft.
fn published(site: &Site) -> BTreeMap<Arc<str>, &Entry> {
    let mut files = BTreeMap::new();
    for entry in &site.entries {
        let own = entry.docs.values().map(|doc| &doc.file).chain([&entry.source.file]);
        files.extend(own.map(|file| (Arc::clone(file), entry)));
    }
    files
}

/// The files that people write words in. What they publish as it is vouches for nothing: it is an output itself.
fn is_text(path: &str) -> bool {
    let endings = [".md", ".yaml", ".yml", ".ftl", ".html", ".typ", ".css", ".js"];
    !path.starts_with("static/") && endings.iter().any(|ending| path.ends_with(ending))
}

/// A line of a source, and whether readers may see it.
struct SourceLine<'t> {
    number: usize,
    line: &'t str,
    public: bool,
}

fn all_lines(text: &str, public: bool) -> Vec<SourceLine<'_>> {
    text.lines().enumerate().map(|(index, line)| SourceLine { number: index + 1, line, public }).collect()
}

/// Whether a text may hold what is not public: a document that is not published, or one of which a part is kept back.
fn may_hide(path: &str, published: Option<&Entry>, site: &Site) -> bool {
    match published {
        Some(entry) => {
            site.withheld(entry) || is_facts(path, entry) || entry.type_.fields.iter().any(|field| field.private)
        }
        None => place::is_document(path),
    }
}

/// The lines of a text, published or not.
fn lines_of<'t>(path: &str, text: &'t str, published: Option<&Entry>, site: &Site) -> Vec<SourceLine<'t>> {
    match published {
        Some(entry) if is_facts(path, entry) => parts_of(
            text,
            &|field| entry.type_.field(field).is_none_or(|field| field.translated || field.private),
            true,
        ),
        Some(entry) => {
            parts_of(text, &|field| entry.type_.field(field).is_some_and(|field| field.private), site.withheld(entry))
        }
        None => all_lines(text, !place::is_document(path)),
    }
}

/// Whether a document is a source that is not published itself: then only what all languages share is public.
fn is_facts(path: &str, entry: &Entry) -> bool {
    *entry.source.file == *path && !entry.docs.values().any(|doc| *doc.file == *path)
}

/// The lines of a document of which something is published: private fields are not public, and neither is a text that is
/// withheld.
fn parts_of<'t>(text: &'t str, private: &dyn Fn(&str) -> bool, withheld: bool) -> Vec<SourceLine<'t>> {
    let mut lines = all_lines(text, true);
    let mut in_front_matter = true;
    let mut in_private = false;
    for SourceLine { number, line, public } in &mut lines {
        if !in_front_matter {
            *public = !withheld;
            continue;
        }
        in_front_matter = *number == 1 || line.trim_end() != "---";
        // A key of the first level starts a field; what is indented, or an item of a list, belongs to the one before.
        if !line.starts_with([' ', '-']) {
            in_private = line.split_once(':').is_some_and(|(key, _)| private(key.trim()));
        }
        *public = !in_private;
    }
    lines
}

/// Adds the stretches of the lines that are not public.
fn remember(file: &str, lines: &[SourceLine<'_>], secret: &mut SecretWords) {
    let mut left = PER_FILE;
    for SourceLine { number, line, .. } in lines.iter().filter(|line| !line.public) {
        // A title is short, and the first thing that a list would tell.
        let (words, characters) = if line.starts_with("title:") { (2, 12) } else { (4, 24) };
        let value = line.strip_prefix("title:").unwrap_or(line);
        for stretch in stretches(value) {
            let long = stretch.chars().count() >= characters && stretch.split(' ').count() >= words;
            if long && left > 0 {
                left -= 1;
                secret.entry(stretch).or_insert_with(|| format!("{file}:{number}"));
            }
        }
    }
}

/// The longest parts of a line that every output shows as they are: letters, with one space between words. Markdown,
/// punctuation and numbers may be set differently.
fn stretches(line: &str) -> Vec<String> {
    let parts = line.split(|c: char| !(c.is_alphabetic() || c == ' ' || c == ','));
    parts.map(|part| shortened(&collapse(part.trim_matches([' ', ','])))).collect()
}

/// As many whole words as are looked for.
fn shortened(stretch: &str) -> String {
    match stretch.char_indices().nth(LONGEST) {
        Some((end, _)) => stretch[..end].rsplit_once(' ').map_or(stretch, |(start, _)| start).to_owned(),
        None => stretch.to_owned(),
    }
}

fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a page while it is read.
#[derive(Default)]
pub(super) struct LeakRule {
    text: String,
}

impl AuditRule for LeakRule {
    fn start(&mut self, tag: StartTag<'_>, context: AuditContext<'_>, found: &mut Findings) {
        let Some(secrets) = &context.audit.secrets else { return };
        for (_, value) in tag.attributes().filter(|(_, value)| value.contains(' ')) {
            secrets.judge(value, found);
        }
        self.pause(tag.name());
    }

    fn end(&mut self, name: &str, context: AuditContext<'_>, _: &mut Findings) {
        if context.audit.secrets.is_some() {
            self.pause(name);
        }
    }

    fn text(&mut self, text: &str, context: AuditContext<'_>, _: &mut Findings) {
        if context.audit.secrets.is_some() {
            self.text.push_str(text);
        }
    }

    fn value(&mut self, value: OutputValue<'_>, context: AuditContext<'_>, found: &mut Findings) {
        if let Some(secrets) = &context.audit.secrets {
            secrets.judge(value.text, found);
        }
    }

    fn finish(&mut self, context: AuditContext<'_>, facts: &mut PageFacts) {
        if let Some(secrets) = &context.audit.secrets {
            secrets.judge(&self.text, &mut facts.found);
        }
    }
}

impl LeakRule {
    /// Ends a stretch of words, unless the tag stands within a line.
    fn pause(&mut self, name: &str) {
        let inline = ["a", "abbr", "b", "bdi", "code", "dfn", "em", "i", "mark", "q", "small", "span", "strong", "sup"];
        if !inline.contains(&name) {
            self.text.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{SecretWords, Secrets, all_lines, remember, stretches};
    use crate::check::tests::{NOTHING, OUTPUTS, codes, route, site, sound};
    use crate::diagnostic::Diagnostic;

    const DRAFT: &str = "---\ntitle: Besloten overleg\n---\nDe gemeente wil met **drie partners** over de opvang van \
                         minderjarige slachtoffers spreken, en niemand mag dat weten.\n";

    fn found_with(secrets: Option<Secrets>, path: &str, text: &str) -> Vec<Diagnostic> {
        let mut audit = site("https://hub.example/", OUTPUTS);
        audit.secrets = secrets;
        let page = audit.page(&route(path), text.as_bytes());
        audit.finish(vec![page])
    }

    fn secrets(public: &str) -> Option<Secrets> {
        let mut words = SecretWords::new();
        remember("content/draft.nl.md", &all_lines(DRAFT, false), &mut words);
        Secrets::without(words, std::iter::once(public.to_owned()))
    }

    #[test]
    fn words_of_a_draft_are_found_in_every_format() {
        let words = "over de opvang van minderjarige slachtoffers spreken, en niemand mag dat weten";
        for (path, text) in [
            ("nl/a/", sound(&format!("<p>x {words}.</p>"))),
            (
                "nl/a/",
                sound("<p>over de opvang van\nminderjarige <b>slachtoffers</b> spreken, en niemand mag dat weten</p>"),
            ),
            ("nl/a/", sound(&format!("<p title=\"{words}\">x</p>"))),
            ("nl/a/", sound("<p>Besloten overleg</p>")),
            ("nl/data.json", format!("{{\"a\": \"{words}\"}}")),
            ("nl/data.csv", format!("a\r\n\"{words}\"\r\n")),
            ("nl/feed.xml", format!("<feed><summary>{words}</summary></feed>")),
            ("nl/cite.ris", "TI  - Besloten overleg\r\n".to_owned()),
            ("assets/hub.js", format!("// {words}\n")),
        ] {
            let found = found_with(secrets(""), path, &text);
            assert_eq!(codes(&found), ["audit-leak"], "{path}: {text}");
            assert!(found[0].message.to_string().contains("`content/draft.nl.md:"), "{}", found[0].message);
        }
        let calendar = "BEGIN:VCALENDAR\r\nSUMMARY:Besloten\r\n  overleg\r\nEND:VCALENDAR\r\n";
        assert_eq!(codes(&found_with(secrets(""), "nl/calendar.ics", calendar)), ["audit-leak"]);
    }

    #[test]
    fn what_a_public_source_says_too_is_no_leak() {
        let page = sound("<p>Besloten overleg</p>");
        assert_eq!(codes(&found_with(secrets("Een Besloten overleg kan ook."), "nl/a/", &page)), NOTHING);
        assert_eq!(codes(&found_with(None, "nl/a/", &page)), NOTHING);
    }

    #[test]
    fn words_are_looked_for_as_every_output_shows_them() {
        let known = |line: &str| stretches(line).into_iter().filter(|part| part.contains(' ')).collect::<Vec<_>>();
        assert_eq!(known("Een **vette tekst** op 12 mei, en [een link](x)"), ["vette tekst", "mei, en", "een link"]);
        assert_eq!(known("- [ ] حضر المدير {#a1}"), ["حضر المدير"]);
        let long = "woord ".repeat(40);
        assert_eq!(known(&long)[0].chars().count(), 77);
    }
}
