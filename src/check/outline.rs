//! `audit-heading`, `audit-title`, `audit-image` and `audit-table`: what readers who do not see a page find their way
//! by. Knows nothing of addresses.

use super::finding::Findings;
use super::reader::StartTag;
use crate::diagnostic::Code;

const HEADING: Code = Code::AuditHeading;

/// Headings and title of a page while it is read.
#[derive(Default)]
pub(super) struct Outline {
    first_level: usize,
    /// Level and tag of the heading before; a page starts as if below its title.
    before: Option<(u8, String)>,
    title: Option<Title>,
    in_title: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Title {
    Empty,
    Said,
}

impl Outline {
    /// A start tag.
    pub(super) fn start(&mut self, element: StartTag<'_>, found: &mut Findings) {
        match element.name() {
            "h1" => self.heading(1, element, found),
            "h2" => self.heading(2, element, found),
            "h3" => self.heading(3, element, found),
            "h4" => self.heading(4, element, found),
            "h5" => self.heading(5, element, found),
            "h6" => self.heading(6, element, found),
            // Drawings have titles of their own.
            "title" if !element.foreign => {
                self.title.get_or_insert(Title::Empty);
                self.in_title = true;
            }
            "img" | "area" if element.get("alt").is_none() => image(element, found),
            "input" if element.get("alt").is_none() && element.lists("type", "image") => image(element, found),
            "th" if element.get("scope").is_none() => {
                let help = "say what it is the head of: `scope=\"col\"` or `scope=\"row\"`";
                found.warning(Code::AuditTable, format!("{} has no `scope`", element.show("id")), help);
            }
            _ => {}
        }
    }

    /// An end tag.
    pub(super) fn end(&mut self, name: &str) {
        if name == "title" {
            self.in_title = false;
        }
    }

    /// A piece of text.
    pub(super) fn text(&mut self, text: &str) {
        if self.in_title && !text.trim().is_empty() {
            self.title = Some(Title::Said);
        }
    }

    /// Judges the page as a whole.
    pub(super) fn finish(self, found: &mut Findings) {
        let help = "every page has one `<h1>`, its title; headings of texts start with `##`";
        match self.first_level {
            0 => found.error(HEADING, "there is no `<h1>`", help),
            1 => {}
            many => found.error(HEADING, format!("there are {many} `<h1>`"), help),
        }
        let help = "tabs, bookmarks and screen readers show it; fill the block `title` of the template";
        match self.title {
            None => found.error(Code::AuditTitle, "there is no `<title>`", help),
            Some(Title::Empty) => found.error(Code::AuditTitle, "the `<title>` is empty", help),
            Some(Title::Said) => {}
        }
    }

    fn heading(&mut self, level: u8, element: StartTag<'_>, found: &mut Findings) {
        if level == 1 {
            self.first_level += 1;
        }
        let (before, tag) = self.before.take().unwrap_or_else(|| (1, "the start of the page".to_owned()));
        if level > before + 1 {
            let detail = format!("the headings jump from {tag} to {}", element.show("id"));
            found.warning(HEADING, detail, "go down one level at a time; looks are for the style sheet");
        }
        self.before = Some((level, element.show("id")));
    }
}

fn image(element: StartTag<'_>, found: &mut Findings) {
    let attribute = if element.name() == "area" { "href" } else { "src" };
    let help = "say in `alt` what it shows; one that only decorates has `alt=\"\"`";
    found.error(Code::AuditImage, format!("{} has no `alt`", element.show(attribute)), help);
}
