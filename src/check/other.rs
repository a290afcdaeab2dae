//! Drawings, feeds and sitemaps: fewer rules, on XML. Knows nothing of pages.

use super::finding::Findings;
use super::links::{self, Links, Use};
use super::reader::{self, Element, Listener, Syntax, shorten};
use super::{Spot, inline};

/// Audits a drawing: browsers run its scripts and fetch its parts when it is opened by itself.
pub(super) fn drawing(text: &str, spot: Spot<'_>) -> Findings {
    let mut drawing = Drawing { spot, found: Findings::default() };
    reader::read(text, Syntax::Xml, &mut drawing);
    drawing.found
}

/// Audits a feed or sitemap: what it names is there.
pub(super) fn feed(text: &str, spot: Spot<'_>) -> Findings {
    let mut feed = Feed { spot, found: Findings::default(), address: None };
    reader::read(text, Syntax::Xml, &mut feed);
    feed.found
}

struct Drawing<'a> {
    spot: Spot<'a>,
    found: Findings,
}

impl Listener for Drawing<'_> {
    fn start(&mut self, element: Element<'_>) {
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

struct Feed<'a> {
    spot: Spot<'a>,
    found: Findings,
    /// The text of a `<loc>` that is open.
    address: Option<String>,
}

impl Feed<'_> {
    fn mention(&mut self, address: &str) {
        let what = || format!("`{}`", shorten(address));
        links::one((address, Use::Mention), &what, self.spot, (&mut Links::default(), &mut self.found));
    }
}

impl Listener for Feed<'_> {
    fn start(&mut self, element: Element<'_>) {
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
