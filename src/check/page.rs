//! One HTML page, read once: every rule is asked at every tag and text. Knows nothing of other pages.

use super::alternates::{self, AlternateLink};
use super::finding::Findings;
use super::glyphs::MissingGlyphs;
use super::ids::Ids;
use super::leftover::{self, TextPlace};
use super::links::{self, Links};
use super::outline::Outline;
use super::reader::{self, HtmlVisitor, StartTag, Syntax};
use super::{AuditContext, PageFacts, inline, language, style};
use crate::diagnostic::Code;

/// Audits a page.
pub(super) fn read(text: &str, spot: AuditContext<'_>) -> PageFacts {
    let mut page = PageAudit::new(spot);
    reader::read(text, Syntax::Html, &mut page);
    page.finish()
}

/// What the text that comes next belongs to, where that matters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Nothing,
    Style,
    /// A script that has an address.
    Script,
    /// Facts for machines.
    Data,
}

struct PageAudit<'a> {
    spot: AuditContext<'a>,
    found: Findings,
    outline: Outline,
    ids: Ids,
    links: Links,
    alternates: Vec<AlternateLink>,
    texts: TextPlace,
    inside: Inside,
    /// What was read of the facts for machines that are open.
    data: String,
    has_html: bool,
    glyphs: MissingGlyphs,
}

impl<'a> PageAudit<'a> {
    fn new(spot: AuditContext<'a>) -> Self {
        Self {
            spot,
            found: Findings::default(),
            outline: Outline::default(),
            ids: Ids::default(),
            links: Links::default(),
            alternates: Vec::new(),
            texts: TextPlace::new(),
            inside: Inside::Nothing,
            data: String::new(),
            has_html: false,
            glyphs: MissingGlyphs::default(),
        }
    }

    fn attributes(&mut self, element: StartTag<'_>) {
        for (name, value) in element.attributes() {
            self.ids.attribute(name, value, element, &mut self.found);
            inline::attribute(name, value, element, &mut self.found);
            leftover::attribute(name, value, &mut self.found);
            if name == "style" {
                style::requests(value, self.spot, &mut self.found);
            }
        }
    }

    fn end_of_data(&mut self) {
        if self.inside == Inside::Data {
            inline::data(&std::mem::take(&mut self.data), &mut self.found);
        }
    }

    fn finish(mut self) -> PageFacts {
        self.end_of_data();
        if !self.has_html {
            language::missing(&mut self.found);
        }
        self.glyphs.finish(&mut self.found);
        self.outline.finish(&mut self.found);
        self.ids.finish(&mut self.found);
        links::own_fragments(&self.links, |id| self.ids.has(id), &mut self.found);
        let mut fragments = self.links.across;
        fragments.sort_unstable();
        fragments.dedup();
        PageFacts {
            route: self.spot.route.clone(),
            found: self.found,
            ids: Some(self.ids.joined()),
            fragments: fragments.into(),
            alternates: self.alternates.into(),
        }
    }
}

impl HtmlVisitor for PageAudit<'_> {
    fn start(&mut self, element: StartTag<'_>) {
        self.attributes(element);
        inline::element(element, &mut self.found);
        links::element(element, self.spot, &mut self.links, &mut self.found);
        self.outline.start(element, &mut self.found);
        self.texts.start(element.name());
        self.glyphs.start(element.name());
        match element.name() {
            "html" => {
                self.has_html = true;
                self.glyphs.language(element.get("lang"));
                language::html(element, self.spot, &mut self.found);
            }
            "base" => {
                let help = "leave it out: it changes where every link of the page leads";
                self.found.error(Code::AuditLink, format!("{} stands on the page", element.show("href")), help);
            }
            "link" => alternates::element(element, self.spot, &mut self.alternates, &mut self.found),
            "style" => self.inside = Inside::Style,
            "script" if element.get("src").is_some() => self.inside = Inside::Script,
            "script" if inline::is_data(element) => self.inside = Inside::Data,
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        self.outline.end(name);
        self.texts.end(name);
        self.glyphs.end(name);
        if matches!(name, "style" | "script") {
            self.end_of_data();
            self.inside = Inside::Nothing;
        }
    }

    fn text(&mut self, text: &str) {
        self.outline.text(text);
        self.texts.text(text, &mut self.found);
        self.glyphs.text(text, self.spot.audit.glyphs.as_ref());
        match self.inside {
            Inside::Style => style::requests(text, self.spot, &mut self.found),
            Inside::Script if !text.trim().is_empty() => inline::text_beside_address(text, &mut self.found),
            Inside::Data => self.data.push_str(text),
            _ => {}
        }
    }
}
