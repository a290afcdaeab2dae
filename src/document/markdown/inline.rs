//! Links, images and raw HTML of a text. Knows nothing of where links lead.

use std::ops::Range;
use std::sync::Arc;

use super::{FrameKind, OpenRawTag, Writer};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::characters;
use crate::document::element::{AttributeName, Element};
use crate::document::footnotes;
use crate::document::links::{Destination, DocumentLink, LinkTarget, classify, disguised, encoded};
use crate::document::plain;
use crate::document::raw_html::{self, RawTag};
use crate::document::tree::{ElementRole, Image, Slot, TreeAttribute, TreeNode};

/// The title of a picture that shows nothing.
const DECORATIVE: &str = "decorative";

impl Writer<'_, '_> {
    pub(super) fn link(&mut self, destination: &str, title: &str, range: Range<usize>) {
        self.check_address(destination, &range);
        self.tree().open(Element::A);
        match classify(destination, self.context.folder, self.context.config) {
            Destination::Internal(target) => {
                let index = self.add_link(target, &range, false);
                self.tree().link(index);
            }
            Destination::External => {
                self.tree().attribute(AttributeName::Href, &encoded(destination));
                if !destination.starts_with("mailto:") && !destination.starts_with("tel:") {
                    self.tree().attribute(AttributeName::Rel, "noreferrer");
                }
            }
            wrong => self.wrong_link(&wrong, range),
        }
        if !title.is_empty() {
            self.tree().attribute(AttributeName::Title, title);
        }
    }

    /// Addresses are published with escapes, so that no rule on outputs would find what hides in them.
    fn check_address(&mut self, destination: &str, range: &Range<usize>) {
        for diagnostic in characters::unseen_in_address(destination, range.clone(), self.text) {
            self.diagnostics.push(diagnostic.at(self.place.span(range.clone())));
        }
    }

    pub(super) fn wrong_link(&mut self, wrong: &Destination, range: Range<usize>) {
        let at = self.place.span(range);
        let diagnostic = match wrong {
            Destination::Unsafe(scheme) => {
                Diagnostic::error(Code::LinkUnsafe, format!("links with `{scheme}:` are not allowed"))
                    .help("use https, http, mailto or tel, or name a page of this site")
            }
            Destination::Disguised(address) => {
                Diagnostic::error(Code::LinkUnsafe, format!("browsers read this address as `{address}`"))
                    .help(format!("write `{address}` if that is meant, else the name of a page of this site"))
            }
            Destination::Outside => Diagnostic::error(Code::BrokenLink, "this link leads out of `content/`")
                .help("start it with `@/` to count from `content/`"),
            _ => Diagnostic::error(Code::BrokenLink, "this link leads nowhere")
                .help("write where it leads in the brackets"),
        };
        self.diagnostics.push(diagnostic.at(at));
    }

    pub(super) fn image(&mut self, destination: &str, range: &Range<usize>) -> Option<u32> {
        self.check_address(destination, range);
        match classify(destination, self.context.folder, self.context.config) {
            Destination::Internal(target) => Some(self.add_link(target, range, true)),
            Destination::External | Destination::Disguised(_) => {
                let at = self.place.span(range.clone());
                self.diagnostics.push(
                    Diagnostic::error(Code::LinkUnsafe, "an image of another site tells that site who reads this page")
                        .at(at)
                        .help("put the file beside the text and link to it by its name"),
                );
                None
            }
            wrong => {
                self.wrong_link(&wrong, range.clone());
                None
            }
        }
    }

    pub(super) fn end_image(&mut self) {
        let frame = self.close();
        let FrameKind::Image { link, title, range } = frame.what else { return };
        let alt = plain::words(&frame.tree);
        let alt = alt.trim();
        let decorates = title == DECORATIVE;
        if alt.is_empty() != decorates {
            let (message, help) = if decorates {
                ("this picture has words and is marked as decorative", "leave out one of the two")
            } else {
                (
                    "this picture has no words for those who do not see it",
                    "say in the brackets what it shows; one that only decorates is `![](file.jpg \"decorative\")`",
                )
            };
            let at = self.place.span(range);
            self.diagnostics.push(Diagnostic::error(Code::ImageAlt, message).at(at).help(help));
        }
        let title = if decorates { "" } else { &title };
        if let Some(link) = link {
            let image = Image { link, alt: Arc::from(alt), title: Arc::from(title) };
            self.tree().slot(Slot::Image(Box::new(image)));
        }
    }

    pub(super) fn add_link(&mut self, target: LinkTarget, range: &Range<usize>, image: bool) -> u32 {
        let range = self.place.span(range.clone()).range;
        self.links.push(DocumentLink { target, range, image });
        u32::try_from(self.links.len() - 1).unwrap_or(u32::MAX)
    }

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
                    None => self.error(Code::RawHtml, range, format!("`</{name}>` closes a tag that is not open")),
                }
            }
        }
    }

    /// Reports raw tags that are open where the element that holds them ends; `start` is where it starts.
    pub(super) fn close_raw_tags(&mut self, start: usize) {
        let inside = self.raw_open.iter().position(|open| open.range.start >= start);
        let open = inside.map_or_else(Vec::new, |at| self.raw_open.split_off(at));
        for open in &open {
            let message = format!("the tag `<{}>` is not closed", open.element.name());
            self.error(Code::RawHtml, open.range.clone(), message);
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
            return self.error(
                Code::RawHtml,
                self.first_line(&range),
                "this comment is not closed: add `-->`".to_owned(),
            );
        };
        if html.trim().is_empty() || self.refuse(&html, &self.first_line(&range)) {
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
            self.wrong_link(&Destination::Disguised(address), range.clone());
        }
    }

    /// Reports tags that are not allowed.
    pub(super) fn refuse(&mut self, html: &str, range: &Range<usize>) -> bool {
        let refused = self.context.sanitizer.refused(html);
        for name in &refused {
            let shown = if name == "!" { "a declaration".to_owned() } else { format!("`<{name}>`") };
            let at = self.place.span(range.clone());
            self.diagnostics.push(
                Diagnostic::error(Code::RawHtml, format!("raw HTML is not published: {shown}"))
                    .at(at)
                    .help("write it in Markdown, put it between backticks to show it, or allow the tag in `samen.yaml`: `html: {allow: […]}`"),
            );
        }
        !refused.is_empty()
    }

    /// What the library takes for text because something is missing: the end of a comment, or a footnote. Reported;
    /// a comment is not shown.
    pub(super) fn misread(&mut self, range: &Range<usize>) -> bool {
        let from = self.text[..range.start].char_indices().next_back().map_or(0, |(at, _)| at);
        let to = self.text[range.end..].chars().next().map_or(range.end, |next| range.end + next.len_utf8());
        let escaped = |at: usize| self.text[..from + at].ends_with('\\');
        let raw = &self.text[from..to];
        if let Some(at) =
            raw.find("<!--").or_else(|| raw.find("<!").filter(|_| raw.ends_with("<!"))).filter(|at| !escaped(*at))
        {
            let at = from + at;
            if self.text[at..].starts_with("<!--") {
                let message = "this comment is not closed: add `-->`".to_owned();
                self.error(Code::RawHtml, at..at + 4, message);
                return true;
            }
        }
        let mark = raw.find("[^").filter(|at| from + at >= range.start && !escaped(*at)).map(|at| from + at);
        if let Some(at) = mark
            // A name ends at what it cannot hold, so that a text of marks that never end is read once.
            && let rest = &self.text[at + 2..]
            && let Some(end) = rest.find(|c: char| c.is_whitespace() || matches!(c, '[' | ']'))
            && end > 0
            && rest[end..].starts_with(']')
        {
            let place = self.place.span(at..at + 2 + end + 1);
            self.diagnostics.push(footnotes::unknown(&rest[..end], place));
        }
        false
    }
}

fn attributes_of(node: TreeNode<'_>) -> Vec<TreeAttribute<'_>> {
    if let TreeNode::Open(_, _, attributes) = node { attributes.collect() } else { Vec::new() }
}
