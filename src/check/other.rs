//! Drawings, feeds and sitemaps: fewer rules, on XML. Knows nothing of pages.

use super::finding::Findings;
use super::links::{self, Links, Use};
use super::reader::{self, HtmlVisitor, StartTag, Syntax, shorten};
use super::{AuditContext, inline};

/// Audits a drawing: browsers run its scripts and fetch its parts when it is opened by itself.
pub(super) fn drawing(text: &str, spot: AuditContext<'_>) -> Findings {
    let mut drawing = DrawingAudit { spot, found: Findings::default() };
    reader::read(text, Syntax::Xml, &mut drawing);
    drawing.found
}

/// Audits a feed or sitemap: what it names is there.
pub(super) fn feed(text: &str, spot: AuditContext<'_>) -> Findings {
    let mut feed = FeedAudit { spot, found: Findings::default(), address: None };
    reader::read(text, Syntax::Xml, &mut feed);
    feed.found
}

struct DrawingAudit<'a> {
    spot: AuditContext<'a>,
    found: Findings,
}

impl HtmlVisitor for DrawingAudit<'_> {
    fn start(&mut self, element: StartTag<'_>) {
        for (name, _) in element.attributes().filter(|(name, _)| inline::is_handler(name)) {
            inline::handler(name, element, &mut self.found);
        }
        if element.name() == "script" {
            inline::element(element, &mut self.found);
        }
        links::element(element, self.spot, &mut Links::default(), &mut self.found);
    }

    fn end(&mut self, _: &str) {}

    fn text(&mut self, _: &str) {}
}

struct FeedAudit<'a> {
    spot: AuditContext<'a>,
    found: Findings,
    /// The text of a `<loc>` that is open.
    address: Option<String>,
}

impl FeedAudit<'_> {
    fn mention(&mut self, address: &str) {
        let what = || format!("`{}`", shorten(address));
        links::one((address, Use::Mention), &what, self.spot, (&mut Links::default(), &mut self.found));
    }
}

impl HtmlVisitor for FeedAudit<'_> {
    fn start(&mut self, element: StartTag<'_>) {
        match element.name() {
            "loc" => self.address = Some(String::new()),
            "link" | "xhtml:link" => {
                if let Some(address) = element.get("href") {
                    self.mention(address);
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if name == "loc"
            && let Some(address) = self.address.take()
        {
            self.mention(&address);
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(address) = &mut self.address {
            address.push_str(text);
        }
    }
}
