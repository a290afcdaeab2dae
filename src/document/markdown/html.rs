//! Raw HTML of a text: what may stay, and what is told, once for a part that was pasted as a whole. Knows nothing of what
//! the sanitiser leaves.

use std::ops::Range;

use super::{FrameKind, OpenRawTag, Writer};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::element::AttributeName;
use crate::document::links::{Destination, disguised};
use crate::document::raw_html::{self, RawTag};
use crate::document::tree::{ElementRole, TreeAttribute, TreeNode};
use crate::message;

/// What programs put into a text that is copied from them. People who write HTML by hand need none of it.
const PASTED: &[&str] =
    &["mso", "<o:p", "<w:", "<!--[if", "style=", "class=", "docs-internal-guid", "<font", "<span", "data-"];

/// Raw HTML that was told last: what follows it without other words between has the same cause.
#[derive(Default)]
pub(super) struct RefusedHtml {
    end: usize,
    pasted: bool,
    names: Vec<String>,
}

impl Writer<'_, '_> {
    pub(super) fn inline_html(&mut self, html: &str, range: Range<usize>) {
        if html.starts_with("<!--") {
            return;
        }
        if self.refuse(html, &range) {
            return;
        }
        match self.context.sanitizer.inline(html) {
            RawTag::Open(element, attributes) => {
                attributes.iter().for_each(|(name, value)| self.check_raw_address(*name, value, &range));
                self.tree().open_as(element, ElementRole::RawHtml);
                attributes.iter().for_each(|(name, value)| self.tree().attribute(*name, value));
                if !element.is_void() {
                    self.raw_open.push(OpenRawTag { element, range, depth: self.depth });
                }
            }
            RawTag::Close(name) => {
                let depth = self.depth;
                match self.raw_open.pop_if(|open| open.element.name() == name && open.depth == depth) {
                    Some(open) => self.tree().close_as(open.element, ElementRole::RawHtml),
                    None => self.error(Code::RawHtml, range, message!("html-closes-nothing", tag = name)),
                }
            }
        }
    }

    /// Reports raw tags that are open where the element that holds them ends; `start` is where it starts.
    pub(super) fn close_raw_tags(&mut self, start: usize) {
        let inside = self.raw_open.iter().position(|open| open.range.start >= start);
        let open = inside.map_or_else(Vec::new, |at| self.raw_open.split_off(at));
        for open in &open {
            self.error(Code::RawHtml, open.range.clone(), message!("html-unclosed", tag = open.element.name()));
        }
        // They end here all the same: whoever walks over the tree may trust that it nests.
        for open in open.iter().rev() {
            self.tree().close_as(open.element, ElementRole::RawHtml);
        }
    }

    pub(super) fn end_raw_html(&mut self, range: Range<usize>) {
        let frame = self.close();
        let FrameKind::RawHtml(raw) = &frame.what else { return };
        let Some(html) = raw_html::without_comments(raw) else {
            return self.error(Code::RawHtml, self.first_line(&range), message!("comment-unclosed"));
        };
        if html.trim().is_empty() || self.refuse(&html, &range) {
            return;
        }
        let block = self.context.sanitizer.block(&html);
        for attribute in block.nodes().flat_map(attributes_of) {
            if let TreeAttribute::Value(name, value) = attribute {
                self.check_raw_address(name, value, &range);
            }
        }
        self.tree().append(block);
        self.tree().text("\n");
    }

    /// Reports an address in raw HTML that hides where it leads.
    fn check_raw_address(&mut self, name: AttributeName, value: &str, range: &Range<usize>) {
        if name == AttributeName::Href
            && let Some(address) = disguised(value)
        {
            self.wrong_link(&Destination::Disguised(address), value, range.clone());
        }
    }

    /// Reports tags that are not allowed, with one message for a part of the text: what was pasted comes with many.
    pub(super) fn refuse(&mut self, html: &str, range: &Range<usize>) -> bool {
        let refused = self.context.sanitizer.refused(html);
        if refused.is_empty() {
            return false;
        }
        let between = &self.text[self.html.end.min(range.start)..range.start];
        if !between.trim().is_empty() && between.contains("\n\n") || self.html.end == 0 {
            self.html = RefusedHtml::default();
        }
        let lower = html.to_ascii_lowercase();
        let pasted = PASTED.iter().any(|sign| lower.contains(sign));
        let mut new: Vec<String> = refused.into_iter().filter(|name| !self.html.names.contains(name)).collect();
        self.html.names.extend(new.iter().cloned());
        self.html.end = range.end;
        new.sort();
        new.dedup();
        if new.is_empty() || self.html.pasted {
            return true;
        }
        self.html.pasted = pasted;
        let tag = html.find('>').map_or(html.len(), |at| at + 1);
        let first = self.first_line(range);
        let short = first.start..first.end.min(first.start + tag);
        let place = self.place.span(if self.text.is_char_boundary(short.end) { short } else { first });
        let told =
            Diagnostic::error(Code::RawHtml, if pasted { message!("html-pasted") } else { refused_message(&new) });
        let help = if pasted { message!("html-pasted-help") } else { message!("html-refused-help") };
        let told = told.at(place).help(help);
        let words = if pasted { self.words_of(html, range) } else { None };
        let edits = words.map(|words| (range.clone(), words)).into_iter().collect();
        self.diagnostics.push(self.place.fixed(told, message!("html-keep-words"), edits));
        true
    }

    /// The words of a block of HTML, where they can stand in its place as they are.
    fn words_of(&self, html: &str, range: &Range<usize>) -> Option<String> {
        let ends = if self.text[range.clone()].ends_with('\n') { "\n" } else { "" };
        let is_block = self.text[..range.start].ends_with('\n') || range.start == 0;
        let words = raw_html::words(html).filter(|_| is_block && self.text[range.clone()].trim() == html.trim())?;
        let plain = !words.is_empty() && !words.contains(['*', '_', '[', '`', '<', '{', '\\', '#', '|', ':']);
        plain.then(|| format!("{words}{ends}"))
    }
}

fn refused_message(names: &[String]) -> crate::diagnostic::Message {
    if names.iter().all(|name| name == "!") {
        return message!("html-declaration");
    }
    let tags = names.iter().filter(|name| *name != "!").map(|name| format!("<{name}>"));
    message!("html-refused", tags = tags.collect::<Vec<_>>())
}

fn attributes_of(node: TreeNode<'_>) -> Vec<TreeAttribute<'_>> {
    if let TreeNode::Open(_, _, attributes) = node { attributes.collect() } else { Vec::new() }
}
