//! Entries to files: front matter, body, pictures and old addresses put together. Knows nothing of the disk.

use std::cell::Cell;

use super::address;
use super::blocks::{self, BlockRules};
use super::fields::FieldWriter;
use super::files::{EntryFiles, FileShelf};
use super::finding::{FileFindings, FindingKind, ImportFindings};
use super::foreign::{ForeignSite, join, parent};
use super::headings;
use super::inline::{self, InlineContext};
use super::lines;
use super::links::LinkIndex;
use super::places::{ImportEntry, ReadText, folder_of};
use super::{ImportRules, ImportTree, Imported, ImportedFile};
use crate::message;

/// Aliases of one text: old sites may list hundreds.
const MOST_ALIASES: usize = 50;

/// Makes the files of all entries.
pub(super) fn compose(
    tree: &ImportTree<'_>,
    site: &ForeignSite,
    rules: &ImportRules<'_>,
    entries: &[ImportEntry],
    mut findings: ImportFindings,
) -> Imported {
    let index = LinkIndex::new(tree, site, entries, rules);
    let mut shelf = FileShelf::new(tree, rules);
    let mut made = Imported::default();
    for entry in entries {
        let mut files = EntryFiles::default();
        let mut bodies = Vec::new();
        for text in &entry.texts {
            let mut context =
                InlineContext { rules, index: &index, text, shelf: &mut shelf, files: &mut files, depth: 0 };
            let mut told = FileFindings { all: &mut findings, source: &text.place.path, target: None };
            bodies.push(body(&mut context, &mut told));
        }
        let place = EntryFolder::of(entry, !files.files.is_empty());
        for (text, body) in entry.texts.iter().zip(bodies) {
            let path = place.text(text);
            let mut told = FileFindings { all: &mut findings, source: &text.place.path, target: Some(&path) };
            let aliases = aliases(text, site, &mut told);
            let source = entry.texts.first().filter(|source| source.place.path != text.place.path);
            let title = text.title.as_str();
            let writer = FieldWriter { rules, entry, text, source, title, lines: Vec::new(), private: false };
            let front = writer.write(&mut told);
            made.texts += 1;
            made.public += usize::from(!front.private);
            let rest = format!("{}{body}", front.tail).into_bytes();
            made.files.push(ImportedFile { path, source: text.place.path.clone(), head: front.head, aliases, rest });
        }
        made.files.extend(files.files.into_iter().map(|file| ImportedFile {
            path: format!("content/{}/{}", place.folder, file.name),
            source: file.source,
            head: String::new(),
            aliases: Vec::new(),
            rest: file.bytes,
        }));
    }
    made.files.sort_by(|a, b| a.path.cmp(&b.path));
    made.findings = findings.finish();
    made
}

/// Where the files of an entry lie.
struct EntryFolder {
    /// The folder of its pictures.
    folder: String,
    /// The path of its texts, without language and ending.
    stem: String,
}

impl EntryFolder {
    fn of(entry: &ImportEntry, has_files: bool) -> Self {
        let folder = if has_files && !entry.section { entry.target.clone() } else { folder_of(entry).to_owned() };
        let stem = match (entry.section, has_files) {
            (true, _) => format!("{}/_index", entry.target),
            (false, true) => format!("{}/index", entry.target),
            (false, false) => entry.target.clone(),
        };
        Self { folder, stem }
    }

    fn text(&self, text: &ReadText) -> String {
        format!("content/{}.{}.md", self.stem, text.lang)
    }
}

/// The body of a text in the Markdown of this site.
fn body(context: &mut InlineContext<'_, '_>, findings: &mut FileFindings<'_>) -> String {
    let (text, rules) = (context.text, context.rules);
    let lines = lines::read(&text.front.body, text.front.body_line);
    let searches = Cell::new(blocks::SEARCHES);
    let blocks = BlockRules {
        searches: &searches,
        generator: rules.generator,
        callout: (rules.component)("callout"),
        details: (rules.component)("details"),
        depth: 0,
    };
    let mut lines = blocks::mend(&lines, blocks, findings);
    for line in lines.iter().filter(|line| !line.is_code && headings::has_more(&line.text)) {
        findings.add(FindingKind::Markup, line.number, message!("import-heading-attributes"));
    }
    headings::mend(&mut lines, &text.title);
    let out = inline::mend(&lines, context, findings);
    let out = out.trim_matches('\n');
    if out.is_empty() { String::new() } else { format!("{}\n", without_gaps(out)) }
}

/// A text with at most one blank line in a row outside of code.
fn without_gaps(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = 0;
    let mut fence: Option<String> = None;
    for line in text.split_inclusive('\n') {
        let bare = line.trim();
        let marks: String = bare.chars().take_while(|c| matches!(c, '`' | '~')).collect();
        if marks.len() >= 3 {
            fence = match fence.take() {
                None => Some(marks),
                Some(open) if bare == marks && marks.starts_with(&open) => None,
                open => open,
            };
        }
        blank = if bare.is_empty() && fence.is_none() { blank + 1 } else { 0 };
        if blank < 2 {
            out.push_str(line);
        }
    }
    out
}

/// The addresses by which a text was known.
fn aliases(text: &ReadText, site: &ForeignSite, findings: &mut FileFindings<'_>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut wanted: Vec<String> = text.address.iter().cloned().collect();
    for entry in text.front.entries.iter().filter(|entry| matches!(entry.key.as_str(), "aliases" | "redirect_from")) {
        for alias in entry.value.texts() {
            // One without a slash is counted from the address of the page.
            let folder = parent(text.address.as_deref().map_or("", |address| address.trim_matches('/')));
            wanted.push(if alias.starts_with('/') || alias.contains("://") {
                alias
            } else {
                format!("/{}", join(folder, &alias))
            });
        }
    }
    for (at, address) in wanted.iter().enumerate() {
        let own = at == 0 && text.address.is_some();
        match address::alias(address, site) {
            Some(alias) if found.len() < MOST_ALIASES => {
                if !found.contains(&alias) {
                    found.push(alias);
                }
            }
            Some(_) => findings.add(FindingKind::Address, 1, message!("import-many-addresses", most = MOST_ALIASES)),
            // The first page of the old site has the address of the first page of this one.
            None if own && address::folded(address).is_empty() => {}
            None => findings.add(FindingKind::Address, 1, message!("in-backticks", name = address)),
        }
    }
    found
}
