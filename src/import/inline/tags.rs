//! HTML in the words of a text: what Markdown can say is said in it, the rest goes or stands as code, and is told.

use super::super::finding::FindingKind;
use super::super::html::{self, HtmlTag, TagFate};
use super::super::lines::{self, BodyLine};
use super::super::links::LinkEnd;
use super::destination::{end_of, near};
use super::{DEEPEST, WordsWriter, mend};
use crate::convert::{self, ConvertRules};
use crate::message;

/// Bytes of the longest link between `<` and `>`.
const LONGEST_LINK: usize = 500;

/// Bytes in front of a break that say whether it stands in a table.
const LOOK_BACK: usize = 2_000;

impl WordsWriter<'_, '_, '_, '_> {
    pub(super) fn tag(&mut self) {
        let rest = self.rest();
        if rest.starts_with("<!--") {
            let end = if self.searches == 0 { None } else { rest.find("-->").map(|end| end + 3) };
            self.searches -= usize::from(end.is_none() && self.searches > 0);
            return match end {
                Some(end) => self.copy(end),
                None => {
                    self.out.push_str("\\<");
                    self.at += 1;
                }
            };
        }
        let Some(tag) = html::read(rest) else { return self.angle() };
        let tag = HtmlTag { raw: &self.text[self.at..self.at + tag.raw.len()], ..tag };
        let length = tag.raw.len();
        if tag.is_component {
            self.shown(tag.raw);
            self.at += length;
            return;
        }
        let is_allowed = self.context.rules.config.html_allow.contains(&tag.name);
        match html::fate(&tag.name) {
            TagFate::Drop | TagFate::Break | TagFate::Convert if is_allowed => return self.copy(length),
            TagFate::Marks(marks) => self.marks(marks, &tag),
            TagFate::Break => self.line_break(),
            TagFate::Rule => self.out.push_str("\n\n---\n\n"),
            TagFate::Picture => self.html_picture(&tag),
            TagFate::Link => self.html_link(&tag),
            TagFate::Heading(level) => self.html_heading(level, &tag),
            TagFate::Convert => return self.convert(&tag),
            TagFate::Remove => return self.remove(&tag),
            TagFate::Show if tag.closes => {}
            TagFate::Show => self.shown(tag.raw),
            TagFate::Drop => {
                if !tag.closes && tag.name != "p" {
                    self.tell(FindingKind::Html, message!("import-tag-left", name = &tag.name));
                }
                // A block of HTML would else swallow the Markdown behind it.
                if self.at_line_start()
                    && matches!(tag.name.as_str(), "p" | "div" | "section" | "center" | "figure" | "article")
                {
                    self.out.push('\n');
                }
            }
        }
        self.at += length;
    }

    /// `<` that opens no tag: a link, or a sign.
    fn angle(&mut self) {
        let rest = self.rest();
        let end = rest[..rest.floor_char_boundary(LONGEST_LINK.min(rest.len()))]
            .find(['>', ' ', '\n'])
            .filter(|end| rest[*end..].starts_with('>'));
        let inner = end.map_or("", |end| &rest[1..end]);
        let is_link = inner.contains("://") || inner.starts_with("mailto:") || inner.starts_with("tel:");
        let is_mail = inner.contains('@') && !inner.contains(['<', '(']);
        if is_link || is_mail {
            return self.copy(inner.len() + 2);
        }
        if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
            self.out.push('\\');
        }
        self.copy(1);
    }

    /// Marks do not work with a blank inside them.
    fn marks(&mut self, marks: &str, tag: &HtmlTag<'_>) {
        if tag.closes {
            let blank = self.out.len() - self.out.trim_end_matches([' ', '\n']).len();
            self.out.insert_str(self.out.len() - blank, marks);
        } else {
            self.out.push_str(marks);
            let after = self.at + tag.raw.len();
            let blank = self.text[after..].len() - self.text[after..].trim_start_matches(' ').len();
            self.at += blank;
        }
    }

    fn line_break(&mut self) {
        let back = self.text.floor_char_boundary(self.at.saturating_sub(LOOK_BACK));
        let start = self.text[back..self.at].rfind('\n').map_or(back, |at| back + at + 1);
        let line = near(&self.text[start..]).lines().next().unwrap_or_default();
        let in_table = line.trim_start().starts_with('|') || line.matches('|').count() > 1;
        let rest = near(&self.text[self.at..]);
        let after = rest.find('>').map_or("", |end| &rest[end + 1..]);
        let ends = after.trim_start_matches(' ').is_empty() || after.trim_start_matches(' ').starts_with('\n');
        if in_table || line.trim_start().starts_with('#') {
            self.out.push(' ');
        } else if !self.out.trim_end_matches(' ').ends_with('\n') && !self.out.is_empty() {
            self.out.push_str(if ends { "\\" } else { "\\\n" });
        }
    }

    fn html_picture(&mut self, tag: &HtmlTag<'_>) {
        let alt = tag.attribute("alt").unwrap_or_default().replace(['[', ']', '\n'], " ");
        match tag.attribute("src") {
            Some(source) => self.picture(&alt, &source, ""),
            None => self.shown(tag.raw),
        }
    }

    fn html_link(&mut self, tag: &HtmlTag<'_>) {
        if tag.closes {
            let end = self.anchors.pop().unwrap_or_default();
            self.out.push_str(&end);
            return;
        }
        let Some(named) = tag.attribute("href") else {
            if tag.attribute("id").or_else(|| tag.attribute("name")).is_some() {
                self.tell(FindingKind::Html, message!("import-id-left"));
            }
            return self.anchors.push(String::new());
        };
        let end = match end_of(&named, self.context) {
            LinkEnd::Entry(target) => format!("](@/{target})"),
            LinkEnd::Away(address) => format!("](<{address}>)"),
            LinkEnd::File(path) => match self.context.shelf.take(&path, self.context.files) {
                Ok(name) => format!("]({name})"),
                Err(why) => {
                    self.tell(FindingKind::Picture, message!("about", name = format!("`{path}`"), said = why));
                    String::new()
                }
            },
            LinkEnd::Nothing(why) => {
                self.tell(FindingKind::Link, why);
                String::new()
            }
        };
        if !end.is_empty() {
            self.out.push('[');
        }
        self.anchors.push(end);
    }

    fn html_heading(&mut self, level: usize, tag: &HtmlTag<'_>) {
        if tag.closes {
            self.out.push_str("\n\n");
        } else {
            // The title of the page is the only heading of the first level.
            self.out.push_str(&format!("\n\n{} ", "#".repeat(level.max(2))));
        }
    }

    /// An element that goes with all in it.
    fn remove(&mut self, tag: &HtmlTag<'_>) {
        let message = message!("import-element-left", name = &tag.name);
        self.tell(FindingKind::Html, message);
        let end = self.element_end(tag);
        self.at += end.unwrap_or(tag.raw.len());
    }

    /// Where the element of a tag ends.
    fn element_end(&mut self, tag: &HtmlTag<'_>) -> Option<usize> {
        if tag.closes || self.searches == 0 {
            return None;
        }
        let end = html::element_end(self.rest(), &tag.name);
        self.searches -= usize::from(end.is_none());
        end
    }

    /// A table, list or quotation of HTML, by the reader of web pages.
    fn convert(&mut self, tag: &HtmlTag<'_>) {
        let end = if self.context.depth < DEEPEST { self.element_end(tag) } else { None };
        let Some(end) = end else {
            if !tag.closes {
                self.tell(FindingKind::Html, message!("import-tag-left", name = &tag.name));
            }
            self.at += tag.raw.len();
            return;
        };
        let element = self.rest()[..end].to_owned();
        let beside = |_: &str| None;
        let line_breaks = self.context.rules.config.html_allow.iter().any(|tag| tag == "br");
        let rules = ConvertRules {
            accept_changes: true,
            drop_comments: true,
            line_breaks,
            pictures: "picture",
            beside: &beside,
        };
        match convert::read("part.html", element.as_bytes(), &rules) {
            Ok(converted) => {
                converted.left_out.iter().for_each(|left| self.tell(FindingKind::Html, convert::told(left)));
                let number = self.line();
                let lines: Vec<BodyLine> = lines::read(&converted.markdown, number)
                    .into_iter()
                    .map(|line| BodyLine { number, ..line })
                    .collect();
                self.context.depth += 1;
                let words = mend(&lines, self.context, self.findings);
                self.context.depth -= 1;
                self.out.push_str(&format!("\n\n{}\n\n", words.trim_matches('\n')));
            }
            Err(refused) => self.tell(
                FindingKind::Html,
                message!("import-element-left-because", name = &tag.name, why = &refused.message),
            ),
        }
        self.at += end;
    }
}
