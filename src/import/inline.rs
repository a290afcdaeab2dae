//! The words of a body, from its first byte to its last: links, pictures, marks of templates and HTML are rewritten, all else
//! stays. Code is never looked into. Knows nothing of blocks.

mod destination;
mod tags;

use std::collections::BTreeSet;

use super::blocks::short;
use super::files::{EntryFiles, FileShelf};
use super::finding::{FileFindings, FindingKind};
use super::lines::BodyLine;
use super::links::{LinkEnd, LinkIndex};
use super::places::ReadText;
use super::shortcode::{self, TemplateMark};
use super::{Generator, ImportRules};
use crate::diagnostic::Message;
use crate::message;
use destination::{LinkDefinition, dead_labels, definition, destination, end_of, link_tail, near};

/// How often HTML in HTML is made into Markdown.
const DEEPEST: usize = 3;

/// Labels in each other.
const DEEPEST_LABEL: usize = 32;

/// Comments and elements without an end that are looked for in a text.
const SEARCHES: usize = 200;

/// What the words of a text are read with.
pub(super) struct InlineContext<'c, 'a> {
    pub(super) rules: &'c ImportRules<'a>,
    pub(super) index: &'c LinkIndex<'a>,
    pub(super) text: &'c ReadText,
    pub(super) shelf: &'c mut FileShelf<'a>,
    pub(super) files: &'c mut EntryFiles,
    pub(super) depth: usize,
}

/// A `[` that is open.
struct OpenLabel {
    /// Where it stands in what was written.
    at: usize,
    image: bool,
}

/// A body while it is rewritten.
struct WordsWriter<'w, 'c, 'a, 'f> {
    context: &'w mut InlineContext<'c, 'a>,
    findings: &'w mut FileFindings<'f>,
    /// Lines of words, in a row.
    text: &'w str,
    /// The numbers of those lines.
    numbers: &'w [usize],
    at: usize,
    out: String,
    brackets: Vec<OpenLabel>,
    /// Links of HTML that are open: what closes each.
    anchors: Vec<String>,
    /// Up to where lines were counted, and how many.
    counted: usize,
    lines: usize,
    /// Up to where the paragraph goes that code was last looked for in.
    paragraph: usize,
    /// Comments and elements without an end that may still be looked for: each look goes to the end of the text.
    searches: usize,
    /// Labels of links that lead to nothing, in small letters.
    dead: &'w BTreeSet<String>,
}

/// Rewrites the words of all lines.
pub(super) fn mend(lines: &[BodyLine], context: &mut InlineContext<'_, '_>, findings: &mut FileFindings<'_>) -> String {
    let dead = dead_labels(lines, context);
    let mut out = String::new();
    let mut at = 0;
    while at < lines.len() {
        let is_code = lines[at].is_code;
        let end = lines[at..].iter().position(|line| line.is_code != is_code).map_or(lines.len(), |length| at + length);
        let part: Vec<&str> = lines[at..end].iter().map(|line| line.text.as_str()).collect();
        let text = part.join("\n");
        if is_code {
            out.push_str(&text);
        } else {
            let numbers: Vec<usize> = lines[at..end].iter().map(|line| line.number).collect();
            out.push_str(&words(&text, &numbers, &dead, context, findings));
        }
        out.push('\n');
        at = end;
    }
    out
}

fn words(
    text: &str,
    numbers: &[usize],
    dead: &BTreeSet<String>,
    context: &mut InlineContext<'_, '_>,
    findings: &mut FileFindings<'_>,
) -> String {
    let mut writer = WordsWriter {
        context,
        findings,
        text,
        numbers,
        at: 0,
        out: String::with_capacity(text.len()),
        brackets: Vec::new(),
        anchors: Vec::new(),
        counted: 0,
        lines: 0,
        paragraph: 0,
        searches: SEARCHES,
        dead,
    };
    writer.run();
    writer.out
}

impl WordsWriter<'_, '_, '_, '_> {
    fn line(&mut self) -> usize {
        let passed = &self.text[self.counted.min(self.at)..self.at];
        self.lines += passed.bytes().filter(|byte| *byte == b'\n').count();
        self.counted = self.at;
        self.numbers.get(self.lines).or(self.numbers.last()).copied().unwrap_or(1)
    }

    fn tell(&mut self, kind: FindingKind, message: Message) {
        let line = self.line();
        self.findings.add(kind, line, message);
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn copy(&mut self, bytes: usize) {
        let end = (self.at + bytes).min(self.text.len());
        self.out.push_str(&self.text[self.at..end]);
        self.at = end;
    }

    fn at_line_start(&self) -> bool {
        self.text[..self.at].chars().rev().take_while(|c| *c != '\n').all(|c| c == ' ')
    }

    fn run(&mut self) {
        while let Some(c) = self.rest().chars().next() {
            match c {
                '\\' => self.copy(1 + self.rest()[1..].chars().next().map_or(0, char::len_utf8)),
                '`' => self.code(),
                '<' => self.tag(),
                '{' => self.brace(),
                // More signs in each other are no links.
                '[' | '!' if self.brackets.len() >= DEEPEST_LABEL => self.copy(1),
                '!' if self.rest().starts_with("![") => {
                    self.brackets.push(OpenLabel { at: self.out.len(), image: true });
                    self.copy(2);
                }
                '[' => self.open(),
                ']' => self.close(),
                '\n' => {
                    self.copy(1);
                    // Nothing reaches over a blank line.
                    if self.rest().trim_start_matches(' ').starts_with('\n') {
                        self.brackets.clear();
                        self.close_anchors();
                    }
                }
                c => self.copy(c.len_utf8()),
            }
        }
        self.close_anchors();
    }

    fn close_anchors(&mut self) {
        while let Some(end) = self.anchors.pop() {
            let blank = self.out.len() - self.out.trim_end().len();
            self.out.insert_str(self.out.len() - blank, &end);
        }
    }

    /// Code between backticks, as it is.
    fn code(&mut self) {
        let rest = &self.text[self.at..];
        let count = rest.bytes().take_while(|byte| *byte == b'`').count();
        if self.paragraph <= self.at {
            self.paragraph = rest.find("\n\n").map_or(self.text.len(), |end| self.at + end);
        }
        let paragraph = self.paragraph - self.at;
        let mut at = count;
        while at < paragraph {
            let Some(next) = rest[at..paragraph].find('`') else { break };
            at += next;
            let run = rest[at..].bytes().take_while(|byte| *byte == b'`').count();
            at += run;
            if run == count {
                return self.copy(at);
            }
        }
        self.copy(count);
    }

    fn open(&mut self) {
        if self.at_line_start()
            && let line = self.rest().lines().next().unwrap_or_default().to_owned()
            && let Some(found) = definition(&line)
        {
            return self.definition(&line, &found);
        }
        if self.rest().starts_with("[[") && self.context.rules.generator == Generator::Folder && self.wiki() {
            return;
        }
        self.brackets.push(OpenLabel { at: self.out.len(), image: false });
        self.copy(1);
    }

    /// A line that says where a label leads.
    fn definition(&mut self, line: &str, found: &LinkDefinition<'_>) {
        let named = destination(found.rest);
        let behind = found.rest.find(named).map_or("", |at| &found.rest[at + named.len()..]).trim_start_matches('>');
        match end_of(named, self.context) {
            LinkEnd::Nothing(why) => self.tell(FindingKind::Link, why),
            LinkEnd::File(path) => match self.context.shelf.take(&path, self.context.files) {
                Ok(name) => self.out.push_str(&format!("[{}]: {name}{behind}", found.label)),
                Err(why) => self.tell(FindingKind::Picture, message!("about", name = format!("`{named}`"), said = why)),
            },
            LinkEnd::Entry(target) => self.out.push_str(&format!("[{}]: @/{target}{behind}", found.label)),
            LinkEnd::Away(address) => self.out.push_str(&format!("[{}]: <{address}>{behind}", found.label)),
        }
        self.at += line.len();
    }

    /// `[[page|words]]`, as some programs for notes write links.
    fn wiki(&mut self) -> bool {
        let rest = self.rest();
        let Some(end) = near(rest).find("]]").filter(|end| !rest[..*end].contains('\n')) else { return false };
        let inner = rest[2..end].to_owned();
        let (page, label) = inner.split_once('|').unwrap_or((&inner, &inner));
        let is_picture = self.out.ends_with('!');
        if is_picture {
            self.out.pop();
        }
        match self.context.index.named(page, self.context.text) {
            LinkEnd::Entry(target) => self.out.push_str(&format!("[{label}](@/{target})")),
            LinkEnd::File(path) => self.file(&path, label, is_picture),
            LinkEnd::Away(_) | LinkEnd::Nothing(_) => {
                self.tell(FindingKind::Link, Message::verbatim(format!("`[[{}]]`", short(&inner))));
                self.out.push_str(label);
            }
        }
        self.at += end + 2;
        true
    }

    /// A file beside the text, as a picture or a link.
    fn file(&mut self, path: &str, label: &str, is_picture: bool) {
        match self.context.shelf.take(path, self.context.files) {
            Ok(name) => self.out.push_str(&format!("{}[{label}]({name})", if is_picture { "!" } else { "" })),
            Err(why) => {
                self.tell(FindingKind::Picture, message!("about", name = format!("`{path}`"), said = why));
                self.out.push_str(label);
            }
        }
    }

    fn close(&mut self) {
        let Some(bracket) = self.brackets.pop() else { return self.copy(1) };
        let label_at = bracket.at + if bracket.image { 2 } else { 1 };
        let label = self.out[label_at.min(self.out.len())..].to_owned();
        let after = &self.rest()[1..];
        if let Some(tail) = after.strip_prefix('(').and_then(link_tail) {
            let (named, title, length) = (tail.destination.to_owned(), tail.title.to_owned(), tail.length + 2);
            self.out.truncate(bracket.at);
            if bracket.image {
                self.picture(&label, &named, &title);
            } else {
                self.link(&label, &named, &title);
            }
            self.at += length;
            return self.attributes();
        }
        let named = after.strip_prefix('[').and_then(|rest| rest.split_once(']')).map(|(named, _)| named);
        let key = named.filter(|named| !named.is_empty()).unwrap_or(&label).to_lowercase();
        if self.dead.contains(&key) {
            let length = 1 + named.map_or(0, |named| named.len() + 2);
            self.out.truncate(bracket.at);
            self.out.push_str(&label);
            self.at += length;
            return;
        }
        self.copy(1 + named.map_or(0, |named| named.len() + 2));
    }

    /// Attributes in braces behind a link, which no text of this site has.
    fn attributes(&mut self) {
        let rest = self.rest();
        let Some(inner) = near(rest).strip_prefix('{').and_then(|rest| rest.split_once('}')).map(|(inner, _)| inner)
        else {
            return;
        };
        let bare = inner.trim_start_matches(':').trim();
        if bare.starts_with(['.', '#']) || (bare.contains('=') && !bare.contains('\n') && !bare.contains('{')) {
            let length = inner.len() + 2;
            let message = message!("import-braces-left", text = short(inner));
            self.tell(FindingKind::Markup, message);
            self.at += length;
        }
    }

    fn link(&mut self, label: &str, named: &str, title: &str) {
        let gap = if title.is_empty() { "" } else { " " };
        match end_of(named, self.context) {
            LinkEnd::Entry(target) => self.out.push_str(&format!("[{label}](@/{target}{gap}{title})")),
            LinkEnd::Away(address) if address == named && !address.contains([' ', '<']) => {
                self.out.push_str(&format!("[{label}]({address}{gap}{title})"));
            }
            LinkEnd::Away(address) => self.out.push_str(&format!("[{label}](<{address}>{gap}{title})")),
            LinkEnd::File(path) => self.file(&path, label, false),
            LinkEnd::Nothing(why) => {
                self.tell(FindingKind::Link, why);
                self.out.push_str(label);
            }
        }
    }

    fn picture(&mut self, alt: &str, named: &str, title: &str) {
        let gap = if title.is_empty() { "" } else { " " };
        match end_of(named, self.context) {
            LinkEnd::File(path) => match self.context.shelf.take(&path, self.context.files) {
                Ok(name) => {
                    if alt.trim().is_empty() && title.trim_matches(['"', '\'']) != "decorative" {
                        self.tell(FindingKind::Alt, message!("in-backticks", name = path));
                    }
                    self.out.push_str(&format!("![{alt}]({name}{gap}{title})"));
                }
                Err(why) => {
                    self.tell(FindingKind::Picture, message!("about", name = format!("`{path}`"), said = why));
                    self.out.push_str(alt);
                }
            },
            LinkEnd::Away(address) => {
                self.tell(FindingKind::Picture, message!("import-elsewhere", address = short(&address)));
                let words = if alt.trim().is_empty() { &address } else { alt };
                self.out.push_str(&format!("[{words}](<{address}>)"));
            }
            LinkEnd::Entry(_) | LinkEnd::Nothing(_) => {
                self.tell(FindingKind::Picture, message!("import-no-such-file", name = short(named)));
                self.out.push_str(alt);
            }
        }
    }

    /// Marks of a template, and attributes in braces.
    fn brace(&mut self) {
        let rest = self.rest();
        if rest.starts_with("{:") && !rest.starts_with("{::") {
            return match near(rest).split_once('}') {
                Some((inner, _)) if inner.len() < 300 && !inner.contains('\n') => {
                    let length = inner.len() + 1;
                    let message = message!("import-braces-end-left", text = short(inner));
                    self.tell(FindingKind::Markup, message);
                    self.at += length;
                }
                _ => self.copy(1),
            };
        }
        let mark = if rest.starts_with("{{") || rest.starts_with("{%") { shortcode::read(rest) } else { None };
        match mark {
            Some(mark) => {
                let raw = mark.raw.to_owned();
                self.mark(&raw);
            }
            None => self.copy(1),
        }
    }

    fn mark(&mut self, raw: &str) {
        let Some(mark) = shortcode::read(raw) else { return self.copy(raw.len()) };
        let length = raw.len();
        match mark.name {
            "raw" | "endraw" if !mark.is_value => {}
            "comment" if !mark.is_value && !mark.closes => {
                let end = near(self.rest())
                    .find("endcomment")
                    .and_then(|at| self.rest()[at..].find("%}").map(|end| at + end + 2));
                self.tell(FindingKind::Markup, message!("import-comment-left"));
                self.at += end.unwrap_or(length);
                return;
            }
            "figure" | "img" | "image"
                if mark.is_shortcode && mark.named(&["src"]).or_else(|| mark.nth(0)).is_some() =>
            {
                self.figure(&mark);
            }
            "ref" | "relref" | "link" | "post_url" => match end_of(raw, self.context) {
                LinkEnd::Entry(target) => self.out.push_str(&format!("@/{target}")),
                _ => self.shown(raw),
            },
            _ => self.shown(raw),
        }
        self.at += length;
    }

    /// A mark as code, because nothing here makes anything of it.
    fn shown(&mut self, raw: &str) {
        self.tell(FindingKind::Markup, message!("in-backticks", name = short(raw)));
        let one_line = raw.split_whitespace().collect::<Vec<_>>().join(" ");
        let longest = one_line.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let ticks = "`".repeat(longest + 1);
        let gap = if one_line.starts_with('`') || one_line.ends_with('`') { " " } else { "" };
        self.out.push_str(&format!("{ticks}{gap}{one_line}{gap}{ticks}"));
    }

    fn figure(&mut self, mark: &TemplateMark<'_>) {
        let source = mark.named(&["src"]).or_else(|| mark.nth(0)).unwrap_or_default();
        let caption = mark.named(&["caption", "title"]).unwrap_or_default();
        let alt = mark.named(&["alt"]).unwrap_or_else(|| caption.clone());
        let title = if caption.is_empty() || caption == alt {
            String::new()
        } else {
            format!("\"{}\"", caption.replace('"', "'"))
        };
        self.picture(&alt.replace(['[', ']'], ""), &source, &title);
    }
}
