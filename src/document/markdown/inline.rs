//! Links, images and raw HTML of a text. Knows nothing of where links lead.

use std::ops::Range;
use std::sync::Arc;

use super::slips::SpacedLink;
use super::{FrameKind, MarkdownContext, Placing, Writer};
use crate::diagnostic::{Code, Diagnostic, Range32};
use crate::document::characters;
use crate::document::element::{AttributeName, Element};
use crate::document::footnotes;
use crate::document::links::{self, Destination, DocumentLink, LinkTarget, classify, encoded};
use crate::document::plain;
use crate::document::tree::{Image, Slot};
use crate::message;

/// The title of a picture that shows nothing.
const DECORATIVE: &str = "decorative";

impl MarkdownContext<'_> {
    /// Gives a link with a space in its destination to the site, which tells what it does not find.
    pub(super) fn spaced(
        &self,
        link: &SpacedLink,
        text: &str,
        place: &Placing<'_>,
    ) -> Result<DocumentLink, Box<Diagnostic>> {
        let (at, written) = &link.destination;
        let span = place.span(link.range.clone());
        let Destination::Internal(target) = classify(written, self.folder, self.config) else {
            let told = Diagnostic::error(Code::BrokenLink, message!("link-with-space")).at(span);
            return Err(Box::new(told.help(message!("link-with-space-help"))));
        };
        let image = text[link.range.clone()].starts_with('!');
        let at = place.span(at.clone()).range;
        Ok(DocumentLink { target, written: Arc::from(&**written), range: span.range, at, image })
    }
}

impl Writer<'_, '_> {
    pub(super) fn link(&mut self, destination: &str, title: &str, range: Range<usize>) {
        self.check_address(destination, &range);
        self.tree().open(Element::A);
        match classify(destination, self.context.folder, self.context.config) {
            Destination::Internal(target) => {
                let index = self.add_link(target, destination, &range, false);
                self.tree().link(index);
            }
            Destination::External => {
                if let Some(host) = links::private_host(destination) {
                    let told = Diagnostic::warning(Code::LinkPrivate, message!("link-private", host = host));
                    self.diagnostics.push(told.at(self.place.span(range)).help(message!("link-private-help")));
                }
                self.tree().attribute(AttributeName::Href, &encoded(destination));
                if !destination.starts_with("mailto:") && !destination.starts_with("tel:") {
                    self.tree().attribute(AttributeName::Rel, "noreferrer");
                }
            }
            wrong => self.wrong_link(&wrong, destination, range),
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

    pub(super) fn wrong_link(&mut self, wrong: &Destination, written: &str, range: Range<usize>) {
        let (message, help) = match wrong {
            Destination::Unsafe(scheme) if links::is_own_computer(scheme) => {
                (message!("link-own-computer"), message!("link-own-computer-help"))
            }
            Destination::Unsafe(scheme) => (message!("link-scheme", scheme = &**scheme), message!("link-scheme-help")),
            Destination::Disguised(address) => (
                message!("link-disguised", address = &**address),
                message!("link-disguised-help", address = &**address),
            ),
            Destination::Outside => (message!("link-outside"), message!("link-outside-help")),
            _ => (message!("link-empty"), message!("link-empty-help")),
        };
        let code = match wrong {
            Destination::Unsafe(_) | Destination::Disguised(_) => Code::LinkUnsafe,
            _ => Code::BrokenLink,
        };
        let told = Diagnostic::error(code, message).at(self.place.span(range.clone()));
        let right = matches!(wrong, Destination::Unsafe(_)).then(|| links::meant_address(written)).flatten();
        let Some(right) = right else { return self.diagnostics.push(told.help(help)) };
        let title = message!("write", text = &*right);
        let edits = self.destination(&range, written).map(|at| (at, right)).into_iter().collect();
        self.diagnostics.push(self.place.fixed(told.help(title.clone()), title, edits));
    }

    /// Where the destination of a link stands that is written in brackets behind its words.
    fn destination(&self, range: &Range<usize>, written: &str) -> Option<Range<usize>> {
        let found = links::destinations(&self.text[range.clone()]).pop()?;
        let at = range.start + found.start..range.start + found.end;
        (&self.text[at.clone()] == written).then_some(at)
    }

    pub(super) fn image(&mut self, destination: &str, range: &Range<usize>) -> Option<u32> {
        self.check_address(destination, range);
        match classify(destination, self.context.folder, self.context.config) {
            Destination::Internal(target) => Some(self.add_link(target, destination, range, true)),
            Destination::External | Destination::Disguised(_) => {
                let at = self.place.span(range.clone());
                self.diagnostics.push(
                    Diagnostic::error(Code::LinkUnsafe, message!("image-elsewhere"))
                        .at(at)
                        .help(message!("image-elsewhere-help")),
                );
                None
            }
            wrong => {
                self.wrong_link(&wrong, destination, range.clone());
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
                (message!("image-words-decorative"), message!("image-words-decorative-help"))
            } else {
                (message!("image-without-words"), message!("image-without-words-help"))
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

    pub(super) fn add_link(&mut self, target: LinkTarget, written: &str, range: &Range<usize>, image: bool) -> u32 {
        let at = self.destination(range, written).map_or_else(Range32::default, |at| self.place.span(at).range);
        let range = self.place.span(range.clone()).range;
        self.links.push(DocumentLink { target, written: Arc::from(written), range, at, image });
        u32::try_from(self.links.len() - 1).unwrap_or(u32::MAX)
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
                self.error(Code::RawHtml, at..at + 4, message!("comment-unclosed"));
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
